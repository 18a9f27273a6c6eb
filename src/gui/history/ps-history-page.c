/* ps-history-page.c: who changed what and when, from what to what
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The filters are asked of the trail, not of what was read of it: what is older is read when it is asked for.
 */
#define G_LOG_DOMAIN "peilstok-history"

#include "ps-history-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-table.h"
#include "ps-history-detail.h"
#include "ps-history-read.h"
#include "ps-history-verify.h"

#define RECORDS_AT_ONCE 200

enum
{
  COLUMN_DAY,
  COLUMN_TIME,
  COLUMN_WHO,
  COLUMN_WHAT,
  COLUMN_REASON,
  COLUMN_STATE,
  N_COLUMNS
};

struct _PsHistoryPage
{
  AdwBin parent_instance;

  PsSession *session;
  char *thing;        /* NULL: of the whole region */
  GPtrArray *records; /* PsHistoryRecord, newest first, as far as read */
  gboolean more;
  guint64 reading;  /* the last one that was asked for: an earlier one is not shown any more */
  gint64 chosen;    /* record; 0: none */
  gboolean filling; /* the people are being listed: not the user's choice */

  /* Template widgets */
  GtkLabel *heading;
  GtkBox *bar;
  GtkSearchEntry *filter;
  GtkDropDown *actor;
  GtkLabel *since_label;
  GtkLabel *until_label;
  AdwBin *since_bin;
  AdwBin *until_bin;
  AdwBin *verify_bin;
  GtkPaned *paned;
  AdwBin *card;
  GtkWidget *older;
  AdwBin *detail_bin;

  PsDateEntry *since;
  PsDateEntry *until;
  PsTable *table;
  PsHistoryDetail *detail;
  PsHistoryVerify *verify;
};

G_DEFINE_FINAL_TYPE (PsHistoryPage, ps_history_page, ADW_TYPE_BIN)

/* Rows */

static const char *
state_words (const PsHistoryRecord *record)
{
  if (record->undone_by == 0)
    return "";
  return g_strcmp0 (record->action, "undo") == 0 ? _("redone") : _("undone");
}

static PsTableRow *
make_row (const PsHistoryRecord *record)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) record->id, NULL, NULL);
  g_autofree char *time = ps_history_time (record->made_at);

  ps_table_row_set_number (row, COLUMN_DAY, ps_history_day (record->made_at));
  ps_table_row_set_text (row, COLUMN_TIME, time);
  ps_table_row_set_text (row, COLUMN_WHO, record->actor);
  ps_table_row_set_text (row, COLUMN_WHAT, record->what);
  ps_table_row_set_text (row, COLUMN_REASON, record->reason != NULL ? record->reason : "");
  ps_table_row_set_text (row, COLUMN_STATE, state_words (record));
  return row;
}

static const PsHistoryRecord *
find_record (PsHistoryPage *self, gint64 id)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (self->records, i);

      if (record->id == id)
        return record;
    }
  return NULL;
}

static char *
count_records (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u change", "%u changes", n_rows), n_rows);
}

static void
show_records (PsHistoryPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (self->records, i)));
  ps_table_set_rows (self->table, rows);
  gtk_widget_set_visible (self->older, self->more);
  ps_history_detail_show (self->detail, find_record (self, self->chosen));
}

/* People */

static const char *
chosen_actor (PsHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->actor);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->actor)), selected);
}

static gboolean
lists_actors (GListModel *model, GPtrArray *actors)
{
  if (g_list_model_get_n_items (model) != actors->len + 1)
    return FALSE;
  for (guint i = 0; i < actors->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1), g_ptr_array_index (actors, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
list_actors (PsHistoryPage *self, GPtrArray *actors)
{
  g_autofree char *chosen = g_strdup (chosen_actor (self));
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;

  if (lists_actors (gtk_drop_down_get_model (self->actor), actors))
    return;
  list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, _("Everyone"));
  for (guint i = 0; i < actors->len; i++)
    {
      gtk_string_list_append (list, g_ptr_array_index (actors, i));
      if (g_strcmp0 (chosen, g_ptr_array_index (actors, i)) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->actor, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->actor, selected);
  self->filling = FALSE;
}

/* Reading */

typedef struct
{
  PsHistoryPage *page;
  guint64 reading;
  gboolean older; /* added to what is there */
} Asked;

static void
show_failure (PsHistoryPage *self, const GError *error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

  ps_table_set_empty (self->table, ps_error_heading (error), text);
  ps_table_set_rows (self->table, none);
}

/* Something is always looked at: what was chosen, else the newest that there is. */
static void
choose_newest (PsHistoryPage *self)
{
  if (find_record (self, self->chosen) == NULL)
    self->chosen = self->records->len > 0 ? ((const PsHistoryRecord *) g_ptr_array_index (self->records, 0))->id : 0;
}

static void
take_read (PsHistoryPage *self, PsHistoryRead *read, gboolean older)
{
  if (older)
    g_ptr_array_extend_and_steal (self->records, g_steal_pointer (&read->records));
  else
    {
      g_ptr_array_unref (self->records);
      self->records = g_steal_pointer (&read->records);
    }
  self->more = read->more;
  choose_newest (self);
  list_actors (self, read->actors);
  show_records (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (PsHistoryPage) self = asked->page;
  gboolean older = asked->older, outdated = asked->reading != self->reading;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsHistoryRead) read = ps_history_read_finish (PS_SESSION (source), result, &error);

  g_free (asked);
  if (self->table == NULL || outdated || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (read == NULL)
    show_failure (self, error);
  else
    take_read (self, read, older);
}

static void
read_trail (PsHistoryPage *self, gboolean older)
{
  PsDate until = ps_date_entry_get_date (self->until);
  PsHistoryQuery query = {
    .thing = self->thing,
    .actor = chosen_actor (self),
    .text = gtk_editable_get_text (GTK_EDITABLE (self->filter)),
    .since = ps_history_day_start (ps_date_entry_get_date (self->since)),
    .until = until != PS_DATE_OPEN ? ps_history_day_start (until + 1) : 0,
    .limit = RECORDS_AT_ONCE,
  };
  Asked *asked;

  if (ps_session_get_path (self->session) == NULL)
    return;
  if (query.text[0] == '\0')
    query.text = NULL;
  if (older && self->records->len > 0)
    query.before = ((PsHistoryRecord *) g_ptr_array_index (self->records, self->records->len - 1))->id;
  else
    /* As many as there were: what is looked at does not go away because something was added. */
    query.limit = MAX (RECORDS_AT_ONCE, self->records->len);
  asked = g_new0 (Asked, 1);
  *asked = (Asked){ g_object_ref (self), ++self->reading, older };
  ps_history_read_async (self->session, &query, on_read_cb, asked);
}

/* What the user does */

static void
start_anew (PsHistoryPage *self)
{
  if (self->filling || self->session == NULL)
    return;
  g_ptr_array_set_size (self->records, 0);
  read_trail (self, FALSE);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsHistoryPage *self)
{
  self->chosen = (gint64) ps_table_row_get_id (row);
  ps_history_detail_show (self->detail, find_record (self, self->chosen));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_HISTORY_PAGE (widget)->filter));
}

static void
on_older_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_trail (PS_HISTORY_PAGE (widget), TRUE);
}

static void
on_verify_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsHistoryPage *self = PS_HISTORY_PAGE (widget);

  ps_history_verify_start (self->verify);
  gtk_widget_action_set_enabled (widget, "history.verify", !ps_history_verify_runs (self->verify));
}

static void
on_verify_ended_cb (PsHistoryVerify *verify, PsHistoryPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.verify", TRUE);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  read_trail (PS_HISTORY_PAGE (user_data), FALSE);
}

/* The page */

static gboolean
ps_history_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsHistoryPage *self = PS_HISTORY_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_history_page_parent_class)->focus (widget, direction);
}

static void
ps_history_page_dispose (GObject *object)
{
  PsHistoryPage *self = PS_HISTORY_PAGE (object);

  self->table = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_HISTORY_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_history_page_parent_class)->dispose (object);
}

static void
ps_history_page_finalize (GObject *object)
{
  PsHistoryPage *self = PS_HISTORY_PAGE (object);

  g_ptr_array_unref (self->records);
  g_free (self->thing);
  G_OBJECT_CLASS (ps_history_page_parent_class)->finalize (object);
}

static void
ps_history_page_class_init (PsHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_history_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_history_page_finalize;
  widget_class->focus = ps_history_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, actor);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, since_label);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, until_label);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, since_bin);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, until_bin);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, verify_bin);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, older);
  gtk_widget_class_bind_template_child (widget_class, PsHistoryPage, detail_bin);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "history.older", NULL, on_older_cb);
  gtk_widget_class_install_action (widget_class, "history.verify", NULL, on_verify_cb);
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [COLUMN_DAY] = { "day", _("Day"), PS_COLUMN_DATE, 10, FALSE, FALSE, 0 },
    [COLUMN_TIME] = { "time", _("Time"), PS_COLUMN_TEXT, 6, FALSE, FALSE, 0 },
    [COLUMN_WHO] = { "who", _("Who"), PS_COLUMN_TEXT, 16, FALSE, FALSE, 0 },
    [COLUMN_WHAT] = { "what", _("What"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 28 },
    [COLUMN_REASON] = { "reason", _("Reason"), PS_COLUMN_TEXT, 24, FALSE, FALSE, 0 },
    [COLUMN_STATE] = { "state", C_("of a change", "State"), PS_COLUMN_TEXT, 12, FALSE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Changes")));

  ps_table_set_count (table, count_records);
  ps_table_set_export_name (table, _("history"));
  ps_table_set_empty (table, _("Nothing was changed"), _("No change fits these filters."));
  return table;
}

/* An empty day: no end on that side. */
static PsDateEntry *
make_day (PsHistoryPage *self, AdwBin *bin, GtkLabel *label, const char *name)
{
  PsDateEntry *entry = PS_DATE_ENTRY (ps_date_entry_new (name));

  ps_date_entry_set_optional (entry, TRUE);
  ps_date_entry_set_date (entry, PS_DATE_OPEN);
  adw_bin_set_child (bin, GTK_WIDGET (entry));
  gtk_label_set_mnemonic_widget (label, GTK_WIDGET (entry));
  /* Its name says more than the label; both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (entry, "date-changed", G_CALLBACK (start_anew), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
ps_history_page_init (PsHistoryPage *self)
{
  const char *const everyone[] = { _("Everyone"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (everyone);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  gtk_drop_down_set_model (self->actor, G_LIST_MODEL (list));
  ps_drop_down_set_name (self->actor, _("Whose changes"));
  self->since = make_day (self, self->since_bin, self->since_label, _("Changes from"));
  self->until = make_day (self, self->until_bin, self->until_label, _("Changes until"));
  self->table = make_table ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (start_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actor, "notify::selected", G_CALLBACK (start_anew), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_history_page_new (PsSession *session)
{
  PsHistoryPage *self = g_object_new (PS_TYPE_HISTORY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->detail = PS_HISTORY_DETAIL (ps_history_detail_new (session));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->detail));
  self->verify = PS_HISTORY_VERIFY (ps_history_verify_new (session));
  adw_bin_set_child (self->verify_bin, GTK_WIDGET (self->verify));
  g_object_bind_property (self->verify, "visible", self->verify_bin, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->verify, "ended", G_CALLBACK (on_verify_ended_cb), self, 0);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  read_trail (self, FALSE);
  return GTK_WIDGET (self);
}

GtkWidget *
ps_history_page_new_for (PsSession *session, const char *thing, const char *title)
{
  PsHistoryPage *self = PS_HISTORY_PAGE (ps_history_page_new (session));
  g_autofree char *heading = g_strdup_printf (_("History of %s"), title);

  self->thing = g_strdup (thing);
  gtk_label_set_label (self->heading, heading);
  read_trail (self, FALSE);
  return GTK_WIDGET (self);
}
