/* ps-history-detail.c: one change: every field from what to what, and taking it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-history"

#include "ps-history-detail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-error-text.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-progress-relay.h"
#include "gui/ps-table.h"
#include "ps-history-read.h"

#define MOST_ROWS 500 /* of an import, what one can look at */

enum
{
  COLUMN_THING,
  COLUMN_FIELD,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  N_COLUMNS
};

struct _PsHistoryDetail
{
  GtkWidget parent;

  PsSession *session;
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *undo;
  GtkWidget *progress;
  GtkWidget *cancel;
  PsTable *table;

  gint64 record; /* 0: none */
  char *what;
  char *who;
  gint64 made_at;
  gint64 n_rows;
  gboolean is_undo;
  gboolean can_undo;

  GCancellable *undoing; /* while a change is being taken back */
  PsProgressRelay *relay;
};

G_DEFINE_FINAL_TYPE (PsHistoryDetail, ps_history_detail, GTK_TYPE_WIDGET)

static void
update (PsHistoryDetail *self)
{
  gboolean busy = self->undoing != NULL;

  gtk_button_set_label (GTK_BUTTON (self->undo), self->is_undo ? _("_Redo This Change…") : _("_Undo This Change…"));
  gtk_widget_set_visible (self->undo, self->record != 0 && !busy);
  gtk_widget_set_sensitive (self->undo, self->can_undo && !ps_session_is_read_only (self->session));
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_visible (self->cancel, busy);
}

/* The rows */

/* "Tariff 45L11, region, from 01-01-2025: new" */
static char *
name_row (const PsHistoryRow *row)
{
  if (row->added)
    return g_strdup_printf (C_("row of a change", "%s %s: new"), row->table, row->row);
  if (row->removed)
    return g_strdup_printf (C_("row of a change", "%s %s: removed"), row->table, row->row);
  return g_strdup_printf (C_("row of a change", "%s %s"), row->table, row->row);
}

static void
add_field (GPtrArray *rows, const char *thing, const PsHistoryField *field)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, rows->len, NULL, NULL);

  ps_table_row_set_text (row, COLUMN_THING, thing);
  ps_table_row_set_text (row, COLUMN_FIELD, field->field);
  ps_table_row_set_text (row, COLUMN_BEFORE, field->before != NULL ? field->before : "–");
  ps_table_row_set_text (row, COLUMN_AFTER, field->after != NULL ? field->after : "–");
  g_ptr_array_add (rows, row);
}

/* A row that is new or gone without fields that say more still is a line of its own. */
static void
add_row (GPtrArray *rows, const PsHistoryRow *changed)
{
  g_autofree char *thing = name_row (changed);

  for (guint i = 0; i < changed->fields->len; i++)
    add_field (rows, thing, g_ptr_array_index (changed->fields, i));
  if (changed->fields->len == 0)
    {
      PsTableRow *row = ps_table_row_new (N_COLUMNS, rows->len, NULL, NULL);

      ps_table_row_set_text (row, COLUMN_THING, thing);
      g_ptr_array_add (rows, row);
    }
}

static void
show_subtitle (PsHistoryDetail *self, gboolean more)
{
  g_autofree char *day = ps_format_date (ps_history_day (self->made_at));
  g_autofree char *time = ps_history_time (self->made_at);
  g_autofree char *count = ps_format_count (self->n_rows);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->record == 0)
    {
      gtk_label_set_label (self->subtitle, "");
      return;
    }
  g_string_append_printf (text, _("%s, %s at %s"), self->who, day, time);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%s row", "%s rows", (gulong) self->n_rows), count);
  if (more)
    {
      g_autofree char *shown = ps_format_count (MOST_ROWS);

      g_string_append (text, " · ");
      g_string_append_printf (text, _("the first %s are shown"), shown);
    }
  gtk_label_set_label (self->subtitle, text->str);
}

typedef struct
{
  PsHistoryDetail *detail;
  gint64 record;
} Wanted;

static void
on_rows_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wanted *wanted = user_data;
  g_autoptr (PsHistoryDetail) self = wanted->detail;
  gint64 record = wanted->record;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changed = ps_history_rows_finish (PS_SESSION (source), result, &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_free (wanted);
  if (self->table == NULL || record != self->record || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (changed == NULL)
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      ps_table_set_empty (self->table, ps_error_heading (error), text);
    }
  for (guint i = 0; changed != NULL && i < changed->len && i < MOST_ROWS; i++)
    add_row (rows, g_ptr_array_index (changed, i));
  ps_table_set_rows (self->table, rows);
  show_subtitle (self, changed != NULL && changed->len > MOST_ROWS);
}

static void
read_rows (PsHistoryDetail *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (self), self->record };
  ps_history_rows_async (self->session, self->record, MOST_ROWS, on_rows_cb, wanted);
}

/* Taking back */

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsHistoryDetail *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), what);
}

static void
end_undoing (PsHistoryDetail *self)
{
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->relay, ps_progress_relay_unref);
  g_clear_object (&self->undoing);
}

static void
tell_refusal (PsHistoryDetail *self, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, ps_error_heading (error), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsHistoryDetail) self = PS_HISTORY_DETAIL (user_data);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean done = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  end_undoing (self);
  if (self->table == NULL)
    return;
  update (self);
  if (done)
    {
      g_autofree char *text = self->is_undo ? g_strdup (_("Redone")) : g_strdup_printf (_("Undone: %s"), self->what);

      ps_navigator_tell_undoable (GTK_WIDGET (self), text, record);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_refusal (self, error);
}

void
ps_history_detail_undo (PsHistoryDetail *self)
{
  g_return_if_fail (PS_IS_HISTORY_DETAIL (self));

  if (self->record == 0 || self->undoing != NULL)
    return;
  self->undoing = g_cancellable_new ();
  self->relay = ps_progress_relay_new (show_progress, self);
  show_progress (0, NULL, self);
  update (self);
  ps_session_undo_record_async (self->session, self->record, ps_progress_relay_report, self->relay, self->undoing, on_undone_cb,
                                g_object_ref (self));
}

static void
on_undo_clicked_cb (GtkButton *button, PsHistoryDetail *self)
{
  g_autofree char *day = ps_format_date (ps_history_day (self->made_at));
  g_autofree char *count = ps_format_count (self->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) self->n_rows), count);
  g_autofree char *body = g_strdup_printf (
      self->is_undo ? _("“%s” by %s on %s is taken back: %s become again what they were before it. You can undo that.")
                    : _("“%s” by %s on %s is taken back: %s become what they were before it. You can redo it."),
      self->what, self->who, day, rows);

  ps_confirm (GTK_WIDGET (self), self->is_undo ? _("Redo this change?") : _("Undo this change?"), body,
              self->is_undo ? _("_Redo") : _("_Undo"), FALSE, G_CALLBACK (ps_history_detail_undo), self);
}

static void
on_cancel_clicked_cb (GtkButton *button, PsHistoryDetail *self)
{
  if (self->undoing != NULL)
    g_cancellable_cancel (self->undoing);
}

/* The widget */

static void
ps_history_detail_dispose (GObject *object)
{
  PsHistoryDetail *self = PS_HISTORY_DETAIL (object);

  /* What was asked is not taken back half-way because its page was left: it goes on, and nobody listens. */
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  self->table = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_history_detail_parent_class)->dispose (object);
}

static void
ps_history_detail_finalize (GObject *object)
{
  PsHistoryDetail *self = PS_HISTORY_DETAIL (object);

  end_undoing (self);
  g_free (self->what);
  g_free (self->who);
  G_OBJECT_CLASS (ps_history_detail_parent_class)->finalize (object);
}

static void
ps_history_detail_class_init (PsHistoryDetailClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_history_detail_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_history_detail_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [COLUMN_THING] = { "thing", _("Of what"), PS_COLUMN_TEXT, 36, FALSE, FALSE, 0 },
    [COLUMN_FIELD] = { "field", C_("of a row", "Field"), PS_COLUMN_TEXT, 20, FALSE, TRUE, 0 },
    [COLUMN_BEFORE] = { "before", _("Before"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 12 },
    [COLUMN_AFTER] = { "after", _("After"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 12 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("What was changed")));

  ps_table_set_export_name (table, _("change"));
  ps_table_set_empty (table, _("No change is chosen"), _("Click on one above to see every field from what to what."));
  return table;
}

static GtkWidget *
make_header (PsHistoryDetail *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  self->subtitle = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "secondary");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->subtitle));
  gtk_widget_set_hexpand (words, TRUE);
  self->progress =
      g_object_new (GTK_TYPE_PROGRESS_BAR, "show-text", TRUE, "valign", GTK_ALIGN_CENTER, "width-request", 160, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  g_signal_connect (self->cancel, "clicked", G_CALLBACK (on_cancel_clicked_cb), self);
  self->undo = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect (self->undo, "clicked", G_CALLBACK (on_undo_clicked_cb), self);
  gtk_box_append (GTK_BOX (header), words);
  gtk_box_append (GTK_BOX (header), self->progress);
  gtk_box_append (GTK_BOX (header), self->cancel);
  gtk_box_append (GTK_BOX (header), self->undo);
  return header;
}

static void
ps_history_detail_init (PsHistoryDetail *self)
{
  GtkWidget *header = make_header (self);
  GtkWidget *card = adw_bin_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->table = make_table ();
  gtk_box_append (GTK_BOX (header), ps_table_get_menu (self->table));
  gtk_widget_add_css_class (card, "figures");
  gtk_widget_set_vexpand (card, TRUE);
  gtk_widget_set_size_request (card, -1, 120);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_box_append (GTK_BOX (self->box), card);
}

GtkWidget *
ps_history_detail_new (PsSession *session)
{
  PsHistoryDetail *self = g_object_new (PS_TYPE_HISTORY_DETAIL, NULL);

  self->session = g_object_ref (session);
  ps_history_detail_show (self, NULL);
  return GTK_WIDGET (self);
}

static void
take (PsHistoryDetail *self, const PsHistoryRecord *record)
{
  g_free (self->what);
  g_free (self->who);
  self->record = record != NULL ? record->id : 0;
  self->what = g_strdup (record != NULL ? record->what : NULL);
  self->who = g_strdup (record != NULL ? record->actor : NULL);
  self->made_at = record != NULL ? record->made_at : 0;
  self->n_rows = record != NULL ? record->n_changed + record->n_added : 0;
  self->is_undo = record != NULL && g_strcmp0 (record->action, "undo") == 0;
  self->can_undo = record != NULL && record->can_undo;
}

void
ps_history_detail_show (PsHistoryDetail *self, const PsHistoryRecord *record)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean other;

  g_return_if_fail (PS_IS_HISTORY_DETAIL (self));

  other = record == NULL || record->id != self->record;
  take (self, record);
  gtk_label_set_label (self->title, record != NULL ? record->what : _("What was changed"));
  if (record != NULL && record->reason != NULL && record->reason[0] != '\0')
    {
      g_autofree char *title = g_strdup_printf (_("%s (%s)"), record->what, record->reason);

      gtk_label_set_label (self->title, title);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), gtk_label_get_label (self->title));
  show_subtitle (self, FALSE);
  update (self);
  if (other)
    ps_table_set_rows (self->table, none);
  if (self->record != 0 && other)
    read_rows (self);
}

gint64
ps_history_detail_get (PsHistoryDetail *self)
{
  g_return_val_if_fail (PS_IS_HISTORY_DETAIL (self), 0);

  return self->record;
}
