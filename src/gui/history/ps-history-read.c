/* ps-history-read.c: the trail read on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-history"

#include "ps-history-read.h"

typedef struct
{
  PsHistoryQuery query;
  char *thing;
  char *actor;
  char *text;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->thing);
  g_free (request->actor);
  g_free (request->text);
  g_free (request);
}

void
ps_history_read_free (PsHistoryRead *read)
{
  if (read == NULL)
    return;
  g_clear_pointer (&read->records, g_ptr_array_unref);
  g_clear_pointer (&read->actors, g_ptr_array_unref);
  g_free (read);
}

/* One more than is shown is asked for: then there are older ones. */
static gpointer
read_records (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const PsHistoryQuery *query = &((Request *) data)->query;
  PsHistoryQuery asked = *query;
  g_autoptr (PsHistoryRead) read = g_new0 (PsHistoryRead, 1);

  if (asked.limit > 0)
    asked.limit++;
  read->records = ps_history_load (store, &asked, error);
  if (read->records == NULL)
    return NULL;
  read->more = query->limit > 0 && read->records->len > query->limit;
  if (read->more)
    g_ptr_array_set_size (read->records, (int) query->limit);
  read->actors = ps_history_actors (store, error);
  return read->actors != NULL ? g_steal_pointer (&read) : NULL;
}

void
ps_history_read_async (PsSession *session, const PsHistoryQuery *query, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->query = *query;
  request->query.thing = request->thing = g_strdup (query->thing);
  request->query.actor = request->actor = g_strdup (query->actor);
  request->query.text = request->text = g_strdup (query->text);
  ps_session_run_async (session, read_records, request, request_free, (GDestroyNotify) ps_history_read_free, callback, user_data);
}

PsHistoryRead *
ps_history_read_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

typedef struct
{
  gint64 record;
  guint limit;
} RowsRequest;

static gpointer
read_rows (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const RowsRequest *request = data;

  return ps_history_rows (store, request->record, request->limit + 1, error);
}

void
ps_history_rows_async (PsSession *session, gint64 record, guint limit, GAsyncReadyCallback callback, gpointer user_data)
{
  RowsRequest *request = g_new0 (RowsRequest, 1);

  *request = (RowsRequest){ record, limit };
  ps_session_run_async (session, read_rows, request, g_free, (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

GPtrArray *
ps_history_rows_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Times */

static GDateTime *
local_time (gint64 made_at)
{
  return g_date_time_new_from_unix_local (made_at / G_USEC_PER_SEC);
}

PsDate
ps_history_day (gint64 made_at)
{
  g_autoptr (GDateTime) time = local_time (made_at);

  return ps_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
}

char *
ps_history_time (gint64 made_at)
{
  g_autoptr (GDateTime) time = local_time (made_at);

  return g_date_time_format (time, "%H:%M");
}

gint64
ps_history_day_start (PsDate day)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day_of_month;

  if (day == PS_DATE_OPEN)
    return 0;
  ps_date_to_ymd (day, &year, &month, &day_of_month);
  time = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}
