/* cli-interrupt.c: Ctrl+C stops the work and leaves the region as it was
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The work runs in the main thread without a main loop, so a thread of its own waits for the signals: a signal handler may not
 * cancel anything.
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static void
fill (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

static gpointer
wait_for_signals (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number;

  fill (&signals);
  sigwait (&signals, &number);
  g_cancellable_cancel (cancellable);

  /* Whoever asks twice does not want to wait; the database undoes what was not finished. */
  sigwait (&signals, &number);
  _exit (128 + number);
}

void
ps_cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t signals;

  /* A file that may not grow any further is an error to be told, as a full disk is. */
  signal (SIGXFSZ, SIG_IGN);
  fill (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
}
