/* cli-progress.c: how far it is, on a terminal
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-common.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define INTERVAL_US (G_USEC_PER_SEC / 10)
#define CLEAR_LINE "\r\033[K"

/* Work tells its progress from the thread that works; only one thing is worked at. */
G_LOCK_DEFINE_STATIC (line);
static gint64 shown_at; /* 0: nothing is shown */

void
ps_cli_progress (double fraction, const char *what, gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO))
    return;

  G_LOCK (line);
  if (now - shown_at >= INTERVAL_US)
    {
      shown_at = now;
      if (fraction < 0)
        g_printerr (CLEAR_LINE "%s…", what);
      else
        /* Translators: what is being done, and how far it is in per cent */
        g_printerr (_("%s%s… %d %%"), CLEAR_LINE, what, (int) (fraction * 100));
    }
  G_UNLOCK (line);
}

/* Clears what is shown, before anything else is printed. */
void
ps_cli_progress_end (void)
{
  G_LOCK (line);
  if (shown_at != 0)
    g_printerr (CLEAR_LINE);
  shown_at = 0;
  G_UNLOCK (line);
}
