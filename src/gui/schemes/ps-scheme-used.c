/* ps-scheme-used.c: the card that says in which agreements a scheme is used, over all years
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-scheme-used"

#include "ps-scheme-used.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/agreements/ps-agreement-page.h"
#include "gui/ps-navigator.h"
#include "gui/ps-table.h"
#include "store/ps-desk.h"
#include "store/ps-history.h"
#include "ps-scheme-words.h"

#define MOST_NATURAL 12 /* more rows scroll in the card */
#define SCROLLED_HEIGHT 320

struct _PsSchemeUsed
{
  GtkWidget parent;

  PsSession *session;
  guint asked; /* how often it was asked: only the last answer counts */
  GArray *use; /* PsSchemeUse; NULL: not known yet */
  char *notes;
  char *last;

  PsTable *table;
  GtkLabel *note;
};

enum
{
  KNOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsSchemeUsed, ps_scheme_used, GTK_TYPE_WIDGET)

enum
{
  YEAR,
  PROVIDER,
  VERSION,
  LINES,
  N_COLUMNS
};

/* What is asked of the file, on a worker */

typedef struct
{
  gint64 scheme_id;
  char *thing;
  PsSettledRef *settled;
} Question;

typedef struct
{
  GArray *use;
  char *notes;
  char *actor; /* who changed it last; NULL: nobody knows */
  PsDate changed;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->settled, ps_settled_ref_free);
  g_free (question->thing);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->use, g_array_unref);
  g_free (answer->notes);
  g_free (answer->actor);
  g_free (answer);
}

static gboolean
ask_history (PsStore *store, const char *thing, Answer *answer, GError **error)
{
  PsHistoryQuery query = { .thing = thing, .limit = 1 };
  g_autoptr (GPtrArray) records = ps_history_load (store, &query, error);
  g_autoptr (GDateTime) time = NULL;
  const PsHistoryRecord *record;

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;
  record = g_ptr_array_index (records, 0);
  time = g_date_time_new_from_unix_local (record->made_at / G_USEC_PER_SEC);
  answer->actor = g_strdup (record->actor);
  answer->changed =
      ps_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
  return TRUE;
}

static gpointer
ask_store (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  const PsRegion *region = ps_settled_ref_get (question->settled)->region;
  Answer *answer = g_new0 (Answer, 1);
  GError *notes_error = NULL;

  answer->use = ps_desk_scheme_use (store, region, question->scheme_id, error);
  if (answer->use == NULL || !ask_history (store, question->thing, answer, error))
    {
      answer_free (answer);
      return NULL;
    }
  answer->notes = ps_desk_scheme_notes (store, question->scheme_id, &notes_error);
  if (notes_error != NULL)
    {
      g_propagate_error (error, notes_error);
      answer_free (answer);
      return NULL;
    }
  return answer;
}

/* Showing */

static PsTableRow *
make_row (const PsRegion *region, const PsSchemeUse *use, guint place)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, place, NULL, NULL);
  g_autofree char *year = g_strdup_printf ("%d", use->year);

  ps_table_row_set_text (row, YEAR, year);
  ps_table_row_set_text (row, PROVIDER, ps_region_provider (region, use->provider)->name);
  ps_table_row_set_text (row, VERSION, use->draft ? _("draft") : _("counts"));
  ps_table_row_set_number (row, LINES, use->n_lines);
  return row;
}

static void
show_use (PsSchemeUsed *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = self->use->len; settled != NULL && i-- > 0;)
    {
      const PsSchemeUse *use = &g_array_index (self->use, PsSchemeUse, i);

      if (use->provider < settled->region->providers->len)
        g_ptr_array_add (rows, make_row (settled->region, use, i));
    }
  ps_table_set_natural (self->table, rows->len <= MOST_NATURAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, rows->len <= MOST_NATURAL ? -1 : SCROLLED_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), rows->len == 0);
  gtk_label_set_text (self->note, _("In no agreement: it can be deleted. Choose it for a line of an agreement to use it."));
  ps_table_set_rows (self->table, rows);
}

typedef struct
{
  PsSchemeUsed *used;
  guint asked;
} Asking;

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSchemeUsed) self = asking->used;
  g_autoptr (GError) error = NULL;
  Answer *answer = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (answer == NULL && self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (self->note, error->message);
  if (answer != NULL && self->session != NULL && asking->asked == self->asked)
    {
      g_autofree char *day = ps_format_date (answer->changed);

      g_clear_pointer (&self->use, g_array_unref);
      self->use = g_steal_pointer (&answer->use);
      g_free (self->notes);
      self->notes = g_strdup (answer->notes != NULL ? answer->notes : "");
      g_free (self->last);
      /* Translators: a date and a person */
      self->last = answer->actor != NULL ? g_strdup_printf (_("last changed on %s by %s"), day, answer->actor) : NULL;
      show_use (self);
      g_signal_emit (self, signals[KNOWN], 0);
    }
  g_clear_pointer (&answer, answer_free);
}

/**
 * ps_scheme_used_ask: reads from the file where a scheme is used, its notes, and who changed it last; "known" tells that it is there.
 */
void
ps_scheme_used_ask (PsSchemeUsed *self, gint64 scheme_id, const char *name)
{
  Question *question = g_new0 (Question, 1);
  Asking *asking = g_new (Asking, 1);

  g_return_if_fail (PS_IS_SCHEME_USED (self));

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  question->scheme_id = scheme_id;
  question->thing = g_strdup_printf ("scheme:%s", name);
  question->settled = ps_session_ref_settled (self->session);
  ps_session_run_async (self->session, ask_store, question, question_free, answer_free, on_answered_cb, asking);
}

gboolean
ps_scheme_used_is_known (PsSchemeUsed *self)
{
  return self->use != NULL;
}

const GArray *
ps_scheme_used_get_use (PsSchemeUsed *self)
{
  return self->use;
}

const char *
ps_scheme_used_get_notes (PsSchemeUsed *self)
{
  return self->notes != NULL ? self->notes : "";
}

const char *
ps_scheme_used_get_last (PsSchemeUsed *self)
{
  return self->last;
}

/* A version that counts and its draft are of one agreement. */
static gboolean
is_same_agreement (const PsSchemeUse *use, const PsSchemeUse *other)
{
  return use->year == other->year && use->provider == other->provider;
}

static void
append_year (GString *text, guint n_agreements, int year)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  /* Translators: so many agreements of a year: "38 of 2024" */
  g_string_append_printf (text, _("%u of %d"), n_agreements, year);
}

char *
ps_scheme_used_per_year (PsSchemeUsed *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_agreements = 0;

  for (guint i = self->use != NULL ? self->use->len : 0; i-- > 0;)
    {
      const PsSchemeUse *use = &g_array_index (self->use, PsSchemeUse, i);

      if (i == 0 || !is_same_agreement (use, use - 1))
        n_agreements++;
      if (i > 0 && use[-1].year == use->year)
        continue;
      append_year (text, n_agreements, use->year);
      n_agreements = 0;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Making and unmaking */

static char *
count_agreements (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u agreement", "%u agreements", n_rows), n_rows);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsSchemeUsed *self = PS_SCHEME_USED (user_data);
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsSchemeUse *use;

  if (settled == NULL || self->use == NULL || ps_table_row_get_id (row) >= self->use->len)
    return;
  use = &g_array_index (self->use, PsSchemeUse, ps_table_row_get_id (row));
  if (use->year != settled->year)
    ps_session_set_year (self->session, use->year);
  ps_navigator_push (GTK_WIDGET (self), ps_agreement_page_new (self->session, use->provider),
                     ps_table_row_get_text (row, PROVIDER));
}

static void
ps_scheme_used_dispose (GObject *object)
{
  PsSchemeUsed *self = PS_SCHEME_USED (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->use, g_array_unref);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->last, g_free);
  G_OBJECT_CLASS (ps_scheme_used_parent_class)->dispose (object);
}

static void
ps_scheme_used_class_init (PsSchemeUsedClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_scheme_used_dispose;
  signals[KNOWN] = g_signal_new ("known", PS_TYPE_SCHEME_USED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [YEAR] = { "year", _("Year"), PS_COLUMN_TEXT, 6, FALSE, FALSE, 0 },
    [PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 14 },
    [VERSION] = { "version", _("Version"), PS_COLUMN_TEXT, 8, FALSE, FALSE, 0 },
    [LINES] = { "lines", _("Lines"), PS_COLUMN_COUNT, 5, TRUE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Where it is used")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_agreements);
  ps_table_set_export_name (table, _("scheme agreements"));
  gtk_widget_set_visible (GTK_WIDGET (table), FALSE);
  return table;
}

static void
ps_scheme_used_init (PsSchemeUsed *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (_("Where it is used"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "card-title");
  self->table = make_table ();
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "card-note");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "secondary");
  gtk_box_append (GTK_BOX (bar), heading);
  gtk_box_append (GTK_BOX (bar), ps_scheme_card_menu (self->table));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_scheme_used_new (PsSession *session)
{
  PsSchemeUsed *self = g_object_new (PS_TYPE_SCHEME_USED, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
