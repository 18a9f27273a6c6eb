/* ps-indexing-rounds.c: the rounds of indexing so far: their rates, sources, and taking one back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-rounds.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-table.h"
#include "gui/ps-apply.h"
#include "gui/ps-tell-error.h"
#include "store/ps-desk.h"
#include "store/ps-history.h"

struct _PsIndexingRounds
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;
  guint asked;    /* how often they were asked for: only the last answer counts */
  gint64 undoing; /* record of the trail that was asked to be undone */
};

G_DEFINE_FINAL_TYPE (PsIndexingRounds, ps_indexing_rounds, ADW_TYPE_BIN)

enum
{
  YEAR,
  STARTS_ON,
  INDEX,
  WAGES,
  PRICES,
  SHARE,
  SOURCES,
  ACTOR,
  MADE_ON,
  N_COLUMNS
};

/* Reading: the rounds, and of the trail who made them */

typedef struct
{
  GPtrArray *rounds;  /* PsRecord, newest first */
  GPtrArray *records; /* PsHistoryRecord, newest first */
} Rounds;

static void
rounds_free (gpointer data)
{
  Rounds *rounds = data;

  g_clear_pointer (&rounds->rounds, g_ptr_array_unref);
  g_clear_pointer (&rounds->records, g_ptr_array_unref);
  g_free (rounds);
}

static gpointer
read_rounds (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  PsHistoryQuery query = { .thing = "index" };
  Rounds *rounds = g_new0 (Rounds, 1);

  rounds->rounds = ps_desk_index_rounds (store, error);
  if (rounds->rounds != NULL)
    rounds->records = ps_history_load (store, &query, error);
  if (rounds->records != NULL)
    return rounds;
  rounds_free (rounds);
  return NULL;
}

/* Of a year the newest round belongs to the newest record that stands, the one before it to the one before. */
static const PsHistoryRecord *
find_record (const Rounds *rounds, guint place)
{
  gint64 year = ps_record_get_number (g_ptr_array_index (rounds->rounds, place), "year");
  g_autofree char *thing = g_strdup_printf ("index:%" G_GINT64_FORMAT, year);
  guint skip = 0;

  for (guint i = 0; i < place; i++)
    skip += ps_record_get_number (g_ptr_array_index (rounds->rounds, i), "year") == year;
  for (guint i = 0; i < rounds->records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (rounds->records, i);

      if (g_str_equal (record->action, "index") && g_str_equal (record->thing, thing) && record->undone_by == 0 && skip-- == 0)
        return record;
    }
  return NULL;
}

/* Rows */

/* "4,18 % + (6,00 % − 4,94 %)" */
static char *
rate_text (const PsRecord *round, const char *provisional, const char *definitive, const char *earlier)
{
  gint64 became = ps_record_get_number (round, definitive);
  g_autofree char *first = ps_format_percent (ps_record_get_number (round, provisional));
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  if (became == PS_NO_NUMBER)
    return g_steal_pointer (&first);
  second = ps_format_percent (became);
  third = ps_format_percent (ps_record_get_number (round, earlier));
  return g_strdup_printf ("%s + (%s − %s)", first, second, third);
}

static PsDate
day_of (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return ps_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

static PsTableRow *
make_row (const Rounds *rounds, guint place)
{
  const PsRecord *round = g_ptr_array_index (rounds->rounds, place);
  const PsHistoryRecord *record = find_record (rounds, place);
  gint64 *undoable = g_new (gint64, 1);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) ps_record_get_id (round), undoable, g_free);
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, ps_record_get_number (round, "year"));
  g_autofree char *wages = rate_text (round, "wage_provisional_bp", "wage_definitive_bp", "wage_earlier_bp");
  g_autofree char *prices = rate_text (round, "price_provisional_bp", "price_definitive_bp", "price_earlier_bp");

  *undoable = record != NULL && record->can_undo ? record->id : 0;
  ps_table_row_set_text (row, YEAR, year);
  ps_table_row_set_number (row, STARTS_ON, ps_record_get_date (round, "starts_on"));
  ps_table_row_set_number (row, INDEX, ps_record_get_number (round, "index_bp"));
  ps_table_row_set_text (row, WAGES, wages);
  ps_table_row_set_text (row, PRICES, prices);
  ps_table_row_set_number (row, SHARE, ps_record_get_number (round, "wage_share_bp"));
  ps_table_row_set_text (row, SOURCES, ps_record_get_text (round, "sources"));
  if (record == NULL)
    return row;
  ps_table_row_set_text (row, ACTOR, record->actor);
  ps_table_row_set_number (row, MADE_ON, day_of (record->made_at));
  return row;
}

static void
show_rounds (PsIndexingRounds *self, const Rounds *rounds)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rounds->rounds->len; i++)
    if (ps_record_get_number (g_ptr_array_index (rounds->rounds, i), "undone") != 1)
      g_ptr_array_add (rows, make_row (rounds, i));
  ps_table_set_rows (self->table, rows);
}

typedef struct
{
  PsIndexingRounds *self;
  guint asked;
} Asking;

static void
on_rounds_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsIndexingRounds) self = asking->self;
  g_autoptr (GError) error = NULL;
  Rounds *rounds = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (rounds != NULL && self->table != NULL && asking->asked == self->asked)
    show_rounds (self, rounds);
  else if (error != NULL)
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
  g_clear_pointer (&rounds, rounds_free);
}

static void
ask_for_rounds (PsIndexingRounds *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_session_run_async (self->session, read_rounds, NULL, NULL, rounds_free, on_rounds_read_cb, asking);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    ask_for_rounds (PS_INDEXING_ROUNDS (user_data));
}

/* Taking one back */

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsIndexingRounds) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  if (ps_session_write_finish (PS_SESSION (source), result, &record, &error))
    ps_navigator_tell_undoable (GTK_WIDGET (self), _("Indexing undone"), record);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ps_tell_refused (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
on_undo_confirmed_cb (gpointer user_data)
{
  PsIndexingRounds *self = PS_INDEXING_ROUNDS (user_data);

  if (self->session != NULL && self->undoing != 0)
    ps_session_undo_record_async (self->session, self->undoing, NULL, NULL, NULL, on_undone_cb, g_object_ref (self));
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsIndexingRounds *self)
{
  g_autofree char *start = ps_format_date ((PsDate) ps_table_row_get_number (row, STARTS_ON));
  g_autofree char *heading = g_strdup_printf (_("Undo the Indexing of %s?"), ps_table_row_get_text (row, YEAR));
  /* Translators: a date */
  g_autofree char *body =
      g_strdup_printf (_("Its tariffs from %s are taken back, and those before them get their old end. Where one was "
                          "changed since, nothing is undone, and you see what was changed."),
                       start);

  self->undoing = *(const gint64 *) ps_table_row_get_data (row);
  if (ps_session_is_read_only (self->session))
    return;
  if (self->undoing == 0)
    ps_navigator_tell (GTK_WIDGET (self), _("This round is older than the history, and cannot be undone."));
  else
    ps_confirm (GTK_WIDGET (self), heading, body, _("_Undo"), TRUE, G_CALLBACK (on_undo_confirmed_cb), self);
}

/* Making and unmaking */

static char *
count_rounds (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u round", "%u rounds", n_shown), n_shown);
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [YEAR] = { "year", _("Year"), PS_COLUMN_TEXT, 6, FALSE, TRUE },
    [STARTS_ON] = { "starts-on", _("First day"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [INDEX] = { "index", _("Index"), PS_COLUMN_PERCENT, 8, FALSE, TRUE },
    [WAGES] = { "wages", _("OVA"), PS_COLUMN_TEXT, 24, FALSE, FALSE },
    [PRICES] = { "prices", _("PPC"), PS_COLUMN_TEXT, 24, FALSE, FALSE },
    [SHARE] = { "share", _("Wages"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [SOURCES] = { "sources", _("Sources"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 16 },
    [ACTOR] = { "actor", _("By"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    [MADE_ON] = { "made-on", _("On"), PS_COLUMN_DATE, 10, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Rounds of indexing")));

  ps_table_set_count (table, count_rounds);
  ps_table_set_export_name (table, _("indexing rounds"));
  ps_table_set_empty (table, _("No Rounds Yet"), _("A round that is applied is kept here with its rates and sources."));
  return table;
}

static void
ps_indexing_rounds_dispose (GObject *object)
{
  PsIndexingRounds *self = PS_INDEXING_ROUNDS (object);

  self->table = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_indexing_rounds_parent_class)->dispose (object);
}

static void
ps_indexing_rounds_class_init (PsIndexingRoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_indexing_rounds_dispose;
}

static void
ps_indexing_rounds_init (PsIndexingRounds *self)
{
  self->table = make_table ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_indexing_rounds_new (PsSession *session)
{
  PsIndexingRounds *self = g_object_new (PS_TYPE_INDEXING_ROUNDS, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
