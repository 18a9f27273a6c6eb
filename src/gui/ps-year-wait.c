/* ps-year-wait.c: going on when the figures of another year are there
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-session"

#include "ps-year-wait.h"

typedef struct
{
  PsSession *session;
  int year;
  GObject *owner; /* weak */
  PsYearThere there;
  gpointer data;
  GDestroyNotify free_data;
} Wait;

static void
wait_free (Wait *wait)
{
  g_signal_handlers_disconnect_by_data (wait->session, wait);
  g_clear_weak_pointer (&wait->owner);
  if (wait->free_data != NULL)
    wait->free_data (wait->data);
  g_object_unref (wait->session);
  g_free (wait);
}

static void
go_on (Wait *wait)
{
  if (wait->owner != NULL && ps_session_get_settled (wait->session) != NULL
      && ps_session_get_settled (wait->session)->year == wait->year)
    wait->there (wait->owner, wait->data);
  wait_free (wait);
}

static void
on_settled_cb (PsSession *session, Wait *wait)
{
  go_on (wait);
}

static void
on_failed_cb (PsSession *session, GError *error, Wait *wait)
{
  wait_free (wait);
}

static void
on_opened_cb (PsSession *session, Wait *wait)
{
  wait_free (wait);
}

void
ps_year_wait (PsSession *session, int year, gpointer owner, PsYearThere there, gpointer data, GDestroyNotify free_data)
{
  Wait *wait = g_new0 (Wait, 1);
  const PsSettledYear *settled = ps_session_get_settled (session);

  wait->session = g_object_ref (session);
  wait->year = year;
  wait->there = there;
  wait->data = data;
  wait->free_data = free_data;
  g_set_weak_pointer (&wait->owner, owner);
  if (settled == NULL || settled->year == year)
    {
      go_on (wait);
      return;
    }
  g_signal_connect (session, "settled", G_CALLBACK (on_settled_cb), wait);
  g_signal_connect (session, "failed", G_CALLBACK (on_failed_cb), wait);
  g_signal_connect (session, "opened", G_CALLBACK (on_opened_cb), wait);
  ps_session_set_year (session, year);
}
