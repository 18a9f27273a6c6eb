/* ps-peil-entry-actions.c: what can be done on the page of a peildatum beside typing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-entry-page"

#include "ps-peil-entry-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/bandwidth/ps-bandwidth-page.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "ps-peil-add-row.h"
#include "ps-peil-export.h"

/* Pasting: what is in the clipboard, from the focused cell on */

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsPeilEntryPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->grid == NULL)
    return;
  if (text == NULL || *text == '\0')
    ps_navigator_tell (GTK_WIDGET (self), _("There is no text on the clipboard: copy the cells in the spreadsheet first."));
  else
    ps_grid_paste_text (PS_GRID (self->grid), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read_cb, g_object_ref (widget));
}

/* Values that were computed */

static void
add_computed (PsPeilEntryPage *self, GArray *given, guint row, PsMeasure measure)
{
  const PsPeilRow *there = &g_array_index (_ps_peil_entry_get_sheet (self)->rows, PsPeilRow, row);
  PsPeilGiven one = { row, measure, there->computed[measure] };

  if (one.value == PS_NO_NUMBER || one.value == there->entered[measure])
    return;
  /* Places are asked for only where they are paid for. */
  if (measure == PS_MEASURE_PLACES && !ps_peil_book_by_place (self->book, row))
    return;
  g_array_append_val (given, one);
}

static void
on_take_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_peil_grid_take_computed (PS_PEIL_ENTRY_PAGE (widget)->grid);
}

/* All that is shown and empty. */
static GArray *
list_empty (PsPeilEntryPage *self)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));

  for (guint i = 0; i < ps_peil_grid_get_n_shown (self->grid); i++)
    {
      guint row = ps_peil_grid_get_shown (self->grid, i);

      for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
        if (ps_peil_book_has_offer (self->book, row, measure))
          add_computed (self, given, row, measure);
    }
  return given;
}

static void
on_take_empty_confirmed (gpointer user_data)
{
  PsPeilEntryPage *self = user_data;
  g_autoptr (GArray) given = NULL;

  if (self->grid == NULL || !_ps_peil_entry_is_editable (self))
    return;
  given = list_empty (self);
  _ps_peil_entry_give (self, given);
}

static void
on_take_empty_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);
  g_autoptr (GArray) given = list_empty (self);
  g_autofree char *count = ps_format_count (given->len);
  g_autofree char *heading = NULL;

  if (given->len == 0)
    {
      ps_navigator_tell (widget, _("Nothing that is shown and empty was computed from the messages."));
      return;
    }
  heading = g_strdup_printf (ngettext ("Take Over %s Computed Value?", "Take Over %s Computed Values?", given->len), count);
  ps_confirm (
      widget, heading,
      _("Every cell that is shown and empty gets the value that the messages give. What was entered stays. It can be undone "
         "at once."),
      _("_Take Over"), FALSE, G_CALLBACK (on_take_empty_confirmed), self);
}

/* Marked values */

static void
on_mark_take_cb (PsPeilMarks *marks, guint row, int measure, PsPeilEntryPage *self)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));

  add_computed (self, given, row, (PsMeasure) measure);
  _ps_peil_entry_give (self, given);
}

static void
on_mark_shown_cb (PsPeilMarks *marks, guint row, int measure, PsPeilEntryPage *self)
{
  _ps_peil_entry_focus_cell (self, row, (PsMeasure) measure);
}

typedef struct
{
  PsPeilEntryPage *page; /* owned */
  PsPeilKeys keys;
  gint64 peildatum_id;
  gint64 id; /* of the measurement; 0: it was made after the sheet was read */
  PsMeasure measure;
  gint64 value;
  char *before; /* the reason that was shown; NULL: none */
  char *reason;
} Explaining;

static void
explaining_free (gpointer data)
{
  Explaining *explaining = data;

  g_clear_object (&explaining->page);
  g_free (explaining->before);
  g_free (explaining->reason);
  g_free (explaining);
}

static gpointer
take_reason (PsForm *form, gpointer user_data)
{
  Explaining *taken = g_memdup2 (user_data, sizeof *taken);

  taken->page = NULL;
  taken->before = g_strdup (taken->before);
  taken->reason = g_strdup (ps_form_get_text (form, "reason"));
  return taken;
}

/* A row that was typed in since the sheet was read has its id in the file alone. */
static gboolean
find_id (PsStore *store, Explaining *explaining, GCancellable *cancellable, GError **error)
{
  g_autoptr (PsPeilSheet) sheet = ps_peil_sheet_load (store, explaining->peildatum_id, cancellable, NULL, NULL, error);

  for (guint i = 0; sheet != NULL && i < sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (sheet->rows, PsPeilRow, i);

      if (ps_region_provider (sheet->region, row->provider)->id == explaining->keys.provider_id
          && ps_region_product (sheet->region, row->product)->id == explaining->keys.product_id
          && ps_region_municipality (sheet->region, row->municipality)->id == explaining->keys.municipality_id)
        explaining->id = row->measurement_id;
    }
  return sheet != NULL;
}

static gboolean
write_reason (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  Explaining *explaining = data;

  if (explaining->id == 0 && !find_id (store, explaining, cancellable, error))
    return FALSE;
  return ps_measurements_explain (store, actor, explaining->id, explaining->measure, explaining->value, explaining->before,
                                  explaining->reason, record, error);
}

static PsForm *
make_reason_form (PsPeilEntryPage *self, guint row, PsMeasure measure)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);
  const PsPeilRow *there = &g_array_index (sheet->rows, PsPeilRow, row);
  g_autofree char *name = ps_peil_book_name_cell (self->book, row, measure);
  g_autofree char *value = ps_measure_format (measure, there->entered[measure]);
  g_autofree char *why = NULL;
  g_autofree char *hint = NULL;
  PsForm *form;

  ps_peil_row_deviation (sheet, there, measure, &why);
  /* Translators: which cell, its value, and why it asks for a look */
  hint = g_strdup_printf (_("%s: %s. %s"), name, value, why != NULL ? why : "");
  form = PS_FORM (ps_form_new ((const PsFormField[]){ { "reason", _("Reason"), PS_FORM_LONG_TEXT, TRUE, hint, NULL } }, 1));
  return form;
}

static void
on_mark_explain_cb (PsPeilMarks *marks, guint row, int measure, PsPeilEntryPage *self)
{
  const PsPeilRow *there = &g_array_index (_ps_peil_entry_get_sheet (self)->rows, PsPeilRow, row);
  Explaining *explaining = g_new0 (Explaining, 1);
  PsFormDialog *dialog;

  explaining->page = g_object_ref (self);
  explaining->peildatum_id = self->peildatum_id;
  explaining->id = there->measurement_id;
  explaining->measure = (PsMeasure) measure;
  explaining->value = there->entered[measure];
  explaining->before = g_strdup (ps_peil_row_reason (there, (PsMeasure) measure));
  ps_peil_book_keys (self->book, row, &explaining->keys);
  dialog = ps_form_dialog_new (GTK_WIDGET (self), self->session, _("The Value Is Right"), _("_Save"),
                               make_reason_form (self, row, (PsMeasure) measure));
  ps_form_dialog_set_done (dialog, _("The reason is kept with the value"));
  ps_form_dialog_set_write (dialog, take_reason, write_reason, explaining_free, NULL, explaining, explaining_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the computed columns take is width that a small screen lacks. */
static void
on_computed_cb (GSimpleAction *action, GVariant *value, PsPeilEntryPage *self)
{
  g_simple_action_set_state (action, value);
  ps_peil_grid_set_computed (self->grid, g_variant_get_boolean (value));
}

static void
add_toggles (PsPeilEntryPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) computed = g_simple_action_new_stateful ("computed", NULL, g_variant_new_boolean (TRUE));

  g_signal_connect_object (computed, "change-state", G_CALLBACK (on_computed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (computed));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "peil-show", G_ACTION_GROUP (group));
}

void
_ps_peil_entry_connect_marks (PsPeilEntryPage *self)
{
  add_toggles (self);
  g_signal_connect_object (self->marks, "take", G_CALLBACK (on_mark_take_cb), self, 0);
  g_signal_connect_object (self->marks, "explain", G_CALLBACK (on_mark_explain_cb), self, 0);
  g_signal_connect_object (self->marks, "shown", G_CALLBACK (on_mark_shown_cb), self, 0);
}

/* Rows */

static void
on_row_chosen (const PsPeilKeys *keys, gpointer user_data)
{
  PsPeilEntryPage *self = user_data;
  guint row;

  if (self->grid == NULL)
    return;
  if (ps_peil_book_find (self->book, keys, &row))
    {
      ps_navigator_tell (GTK_WIDGET (self), _("That row is there already."));
      _ps_peil_entry_focus_cell (self, row, PS_MEASURE_CLIENTS);
      return;
    }
  ps_peil_book_add_row (self->book, keys);
  _ps_peil_entry_want (self, keys);
  _ps_peil_entry_load (self, TRUE);
}

static void
on_add_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);

  if (_ps_peil_entry_is_editable (self))
    ps_peil_add_row_present (widget, _ps_peil_entry_get_sheet (self), on_row_chosen, self);
}

/* Going elsewhere */

static void
on_go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; sheet != NULL && id != self->peildatum_id && i < sheet->region->peildata->len; i++)
    {
      const PsPeildatum *other = ps_region_peildatum (sheet->region, i);
      g_autofree char *day = ps_format_date (other->date);
      g_autofree char *title = g_strdup_printf (_("Peildatum %s"), day);

      if (other->id == id)
        ps_navigator_push (widget, ps_peil_entry_page_new (self->session, id), title);
    }
}

static void
on_bandwidth_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);
  g_autofree char *day = ps_format_date (_ps_peil_entry_get_sheet (self)->day);
  g_autofree char *title = g_strdup_printf (_("Bandwidth on %s"), day);

  ps_navigator_push (widget, ps_bandwidth_page_new_at (self->session, self->peildatum_id), title);
}

static void
on_export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);

  ps_peil_export (widget, self->session, _ps_peil_entry_get_sheet (self)->day);
}

static void
on_import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.import", NULL);
}

static void
on_undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_PEIL_ENTRY_PAGE (widget)->search));
}

/* Closing */

typedef struct
{
  PsPeilEntryPage *page;
  PsUndoProgress *progress;
  PsProgressRelay *relay;
  gint64 peildatum_id;
} Closing;

static gboolean
write_close (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Closing *closing = data;

  return ps_peildata_close (store, actor, closing->peildatum_id, cancellable, ps_progress_relay_report, closing->relay, record,
                            error);
}

static void
on_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Closing *closing = user_data;
  g_autoptr (PsPeilEntryPage) self = closing->page;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean closed = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  _ps_undo_progress_free (closing->progress);
  ps_progress_relay_unref (closing->relay);
  if (self->grid != NULL && closed)
    ps_navigator_tell_undoable (GTK_WIDGET (self), _("The peildatum was closed"), record);
  else if (self->grid != NULL)
    ps_tell_refused (GTK_WIDGET (self), PS_SESSION (source), error);
  g_free (closing);
}

static void
on_close_confirmed (gpointer user_data)
{
  PsPeilEntryPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Closing *closing;

  if (self->grid == NULL || !GTK_IS_WINDOW (root))
    return;
  closing = g_new0 (Closing, 1);
  closing->page = g_object_ref (self);
  closing->progress = _ps_undo_progress_new (GTK_WINDOW (root), _("Closing the Peildatum"));
  closing->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (closing->progress));
  closing->peildatum_id = self->peildatum_id;
  ps_session_write_cancellable_async (self->session, write_close, closing, NULL,
                                      _ps_undo_progress_get_cancellable (closing->progress), on_closed_cb, closing);
}

static char *
describe_closing (guint n_open, guint n_marked)
{
  GString *text = g_string_new (NULL);

  if (n_open > 0)
    g_string_append_printf (text, ngettext ("%u row is not filled. ", "%u rows are not filled. ", n_open), n_open);
  if (n_marked > 0)
    g_string_append_printf (
        text, ngettext ("%u marked value was not looked at. ", "%u marked values were not looked at. ", n_marked), n_marked);
  g_string_append (text, _("Where every provider stands is kept as evidence. After it, a correction asks for a reason."));
  return g_string_free (text, FALSE);
}

static void
on_close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);
  guint n_open, n_marked;
  g_autofree char *body = NULL;

  if (!ps_grid_finish (PS_GRID (self->grid)))
    {
      ps_navigator_tell (widget, _("What is typed in the grid is not understood: correct it first."));
      return;
    }
  if (ps_unsaved_has_unsaved (PS_UNSAVED (self)))
    {
      ps_navigator_tell (widget, _("Something that was typed is not saved: choose first what becomes of it."));
      return;
    }
  n_open = _ps_peil_entry_get_sheet (self)->rows->len - ps_peil_book_get_n_filled (self->book);
  n_marked = ps_peil_book_get_n_marked (self->book);
  body = describe_closing (n_open, n_marked);
  /* Where there is something left to do, Enter does not close. */
  ps_confirm (widget, _("Close the Peildatum?"), body, _("C_lose Peildatum"), n_open > 0 || n_marked > 0,
              G_CALLBACK (on_close_confirmed), self);
}

/* Reopening */

typedef struct
{
  gint64 peildatum_id;
  char *reason;
} Reopening;

static void
reopening_free (gpointer data)
{
  Reopening *reopening = data;

  g_free (reopening->reason);
  g_free (reopening);
}

static gpointer
take_reopening (PsForm *form, gpointer user_data)
{
  Reopening *taken = g_new0 (Reopening, 1);

  taken->peildatum_id = *(gint64 *) user_data;
  taken->reason = g_strdup (ps_form_get_text (form, "reason"));
  return taken;
}

static gboolean
write_reopen (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Reopening *reopening = data;

  return ps_peildata_reopen (store, actor, reopening->peildatum_id, reopening->reason, record, error);
}

static void
on_reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);
  const PsFormField field = {
    "reason",
    _("Reason"),
    PS_FORM_LONG_TEXT,
    TRUE,
    _("Kept in the trail. Where every provider stood when it was closed stays until it is closed again."),
    NULL
  };
  PsFormDialog *dialog =
      ps_form_dialog_new (widget, self->session, _("Reopen the Peildatum"), _("_Reopen"), PS_FORM (ps_form_new (&field, 1)));

  ps_form_dialog_set_done (dialog, _("The peildatum was reopened"));
  ps_form_dialog_set_write (dialog, take_reopening, write_reopen, reopening_free, NULL,
                            g_memdup2 (&self->peildatum_id, sizeof self->peildatum_id), g_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* All of them */

void
_ps_peil_entry_update_actions (PsPeilEntryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean there = _ps_peil_entry_get_sheet (self) != NULL;
  gboolean editable = _ps_peil_entry_is_editable (self), closed = _ps_peil_entry_is_closed (self);
  guint row;
  PsMeasure measure;
  gboolean at_cell = editable && ps_peil_grid_get_cell (self->grid, &row, &measure);

  gtk_widget_action_set_enabled (widget, "peil.paste", at_cell);
  gtk_widget_action_set_enabled (widget, "peil.take-selection", at_cell);
  gtk_widget_action_set_enabled (widget, "peil.fill-down", at_cell);
  gtk_widget_action_set_enabled (widget, "peil.clear", at_cell);
  gtk_widget_action_set_enabled (widget, "peil.take-empty", editable);
  gtk_widget_action_set_enabled (widget, "peil.add-row", editable);
  gtk_widget_action_set_enabled (widget, "peil.close", editable && !closed);
  gtk_widget_action_set_enabled (widget, "peil.reopen", editable && closed);
  gtk_widget_action_set_enabled (widget, "peil.import", editable);
  gtk_widget_action_set_enabled (widget, "peil.undo", editable);
  gtk_widget_action_set_enabled (widget, "peil.export", there);
  gtk_widget_action_set_enabled (widget, "peil.bandwidth", there);
}

static void
on_grid_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);

  if (g_str_equal (name, "peil.fill-down"))
    ps_grid_fill_down (PS_GRID (self->grid));
  else
    ps_grid_clear (PS_GRID (self->grid));
}

void
_ps_peil_entry_action_class (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "peil.paste", NULL, on_paste_cb);
  gtk_widget_class_install_action (class, "peil.take-selection", NULL, on_take_selection_cb);
  gtk_widget_class_install_action (class, "peil.take-empty", NULL, on_take_empty_cb);
  gtk_widget_class_install_action (class, "peil.fill-down", NULL, on_grid_cb);
  gtk_widget_class_install_action (class, "peil.clear", NULL, on_grid_cb);
  gtk_widget_class_install_action (class, "peil.add-row", NULL, on_add_row_cb);
  gtk_widget_class_install_action (class, "peil.close", NULL, on_close_cb);
  gtk_widget_class_install_action (class, "peil.reopen", NULL, on_reopen_cb);
  gtk_widget_class_install_action (class, "peil.go", "x", on_go_cb);
  gtk_widget_class_install_action (class, "peil.bandwidth", NULL, on_bandwidth_cb);
  gtk_widget_class_install_action (class, "peil.export", NULL, on_export_cb);
  gtk_widget_class_install_action (class, "peil.import", NULL, on_import_cb);
  gtk_widget_class_install_action (class, "peil.undo", NULL, on_undo_cb);
  gtk_widget_class_install_action (class, "page.filter", NULL, on_filter_cb);
}
