/* ps-peil-entry-show.c: a peildatum on its page: head, progress, counts, what was saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-entry-page"

#include "ps-peil-entry-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-peildata-table.h"

/* The head */

/* "Third count · data complete through 31-05-2024 · open"; of a closed one, who closed it is on a line of its own */
static void
show_facts (PsPeilEntryPage *self, const PsPeilSheet *sheet)
{
  g_autofree char *state = ps_peildatum_state_text (sheet->closed_by, sheet->closed_at);
  g_autofree char *through = ps_format_date (sheet->data_through);
  GString *facts = g_string_new (NULL);
  g_autofree char *closed =
      g_strdup_printf ("%s · %s", state, self->reason != NULL ? _("being corrected") : _("a correction needs a reason"));

  if (sheet->label != NULL && *sheet->label != '\0')
    g_string_append_printf (facts, "%s · ", sheet->label);
  if (sheet->data_through != PS_DATE_OPEN)
    g_string_append_printf (facts, _("data complete through %s"), through);
  else
    g_string_append (facts, _("not known how far the data is complete"));
  if (sheet->closed_by == NULL)
    g_string_append_printf (facts, " · %s", state);
  gtk_label_set_label (self->facts, facts->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->facts), facts->str);
  gtk_label_set_label (self->closed, closed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->closed), closed);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), sheet->closed_by != NULL);
  g_string_free (facts, TRUE);
}

/* The other dates of the year, to go to. */
static void
show_dates (PsPeilEntryPage *self, const PsPeilSheet *sheet)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < sheet->region->peildata->len; i++)
    {
      const PsPeildatum *other = ps_region_peildatum (sheet->region, i);
      g_autofree char *day = ps_format_date (other->date);
      g_autofree char *label =
          other->label != NULL && *other->label != '\0' ? g_strdup_printf ("%s  %s", day, other->label) : g_strdup (day);
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", parts);
      GMenuItem *item;

      if (ps_date_year (other->date) != ps_date_year (sheet->day))
        continue;
      item = g_menu_item_new (plain, NULL);
      g_menu_item_set_action_and_target (item, "peil.go", "x", other->id);
      g_menu_append_item (menu, item);
      g_object_unref (item);
    }
  gtk_menu_button_set_menu_model (self->title_button, G_MENU_MODEL (menu));
}

static void
show_head (PsPeilEntryPage *self, const PsPeilSheet *sheet)
{
  g_autofree char *day = ps_format_date (sheet->day);
  g_autofree char *title = g_strdup_printf (_("Peildatum %s"), day);
  /* Translators: a title, as "Peildatum 19-07-2024" */
  g_autofree char *name = g_strdup_printf (_("%s: go to another date"), title);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_facts (self, sheet);
  show_dates (self, sheet);
  gtk_widget_set_visible (self->close_button, sheet->closed_by == NULL);
  gtk_widget_set_visible (self->reopen_button, sheet->closed_by != NULL);
}

/* Counts */

static void
show_progress (PsPeilEntryPage *self, const PsPeilSheet *sheet)
{
  guint n_filled = ps_peil_book_get_n_filled (self->book);
  g_autofree char *filled = ps_format_count (n_filled);
  g_autofree char *all = ps_format_count (sheet->rows->len);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s of %s row filled", "%s of %s rows filled", sheet->rows->len), filled, all);
  g_autofree char *share = ps_format_ratio (n_filled, sheet->rows->len);

  gtk_label_set_label (self->filled, text);
  gtk_label_set_label (self->share, share);
  gtk_progress_bar_set_fraction (self->bar, sheet->rows->len > 0 ? (double) n_filled / sheet->rows->len : 0);
}

void
_ps_peil_entry_show_counts (PsPeilEntryPage *self)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);
  g_autofree char *marked = NULL;
  gboolean any;

  if (self->grid == NULL || sheet == NULL)
    return;
  /* Translators: a button that shows only marked values: how many there are */
  marked = g_strdup_printf (_("Marked (%u)"), ps_peil_book_get_n_marked (self->book));
  gtk_button_set_label (GTK_BUTTON (self->show_marked), marked);
  show_progress (self, sheet);
  any = ps_peil_grid_get_n_shown (self->grid) > 0;
  if (!any)
    {
      adw_status_page_set_title (self->nothing, sheet->rows->len == 0 ? _("Nothing to Fill In Yet") : _("Nothing Found"));
      adw_status_page_set_description (
          self->nothing, sheet->rows->len == 0 ? _("The messages speak of no client in this year. Import them, or add a row.")
                                               : _("No row is like that: choose another filter."));
    }
  gtk_stack_set_visible_child_name (self->grid_parts, any ? "grid" : "nothing");
}

/* What was saved */

void
_ps_peil_entry_show_saved (PsPeilEntryPage *self)
{
  g_autoptr (GPtrArray) refusals = ps_peil_book_refusals (self->book);
  guint n_held = ps_peil_book_count (self->book, PS_EDIT_HELD);
  g_autofree char *text = NULL;

  if (self->grid == NULL)
    return;
  if (refusals->len > 0)
    text = g_strdup_printf (ngettext ("%u change is not saved", "%u changes are not saved", refusals->len), refusals->len);
  else if (n_held > 0)
    text = g_strdup (_("Waits for a reason"));
  else if (self->n_writing > 0)
    text = g_strdup (_("Saving…"));
  else if (self->saved_at != 0)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (self->saved_at);
      g_autofree char *clock = g_date_time_format (moment, "%H:%M:%S");

      /* Translators: a time of the day */
      text = g_strdup_printf (_("Saved at %s"), clock);
    }
  else
    text = g_strdup (ps_session_is_read_only (self->session) ? _("Read-only") : _("Saved cell by cell"));
  gtk_label_set_label (self->saved, text);
}

/* Below: what is wrong with what is typed, else the keys. What is wrong is read to its end. */
void
_ps_peil_entry_show_status (PsPeilEntryPage *self)
{
  const char *problem;

  if (self->grid == NULL)
    return;
  problem = ps_grid_get_problem (PS_GRID (self->grid));
  gtk_widget_set_visible (GTK_WIDGET (self->status_icon), problem != NULL);
  gtk_label_set_wrap (self->status, problem != NULL);
  gtk_label_set_lines (self->status, problem != NULL ? 2 : -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), problem);
  if (problem != NULL)
    gtk_label_set_text (self->status, problem);
  else if (_ps_peil_entry_is_editable (self))
    /* Translators: keys of the grid; the names of the keys are bold */
    gtk_label_set_markup (self->status,
                          _("<b>Enter</b> next row · <b>Tab</b> next field · <b>arrows</b> move · <b>F2</b> edits · "
                             "<b>Ctrl+D</b> fills down · <b>Ctrl+V</b> pastes a block · <b>Ctrl+Z</b> undoes · "
                             "<b>Ctrl+Tab</b> leaves"));
  else
    gtk_label_set_text (self->status, _("This region is read-only."));
}

/* The sheet */

void
_ps_peil_entry_show_sheet (PsPeilEntryPage *self)
{
  PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);

  show_head (self, sheet);
  _ps_peil_entry_fill_filters (self);
  ps_peil_grid_set_sheet (self->grid, sheet, _ps_peil_entry_is_editable (self));
  _ps_peil_entry_rematch (self);
  ps_peil_marks_show (self->marks, self->book, _ps_peil_entry_is_editable (self));
  ps_peil_refusals_show (self->refusals, self->book);
  _ps_peil_entry_show_saved (self);
  _ps_peil_entry_show_status (self);
  _ps_peil_entry_update_actions (self);
  gtk_stack_set_visible_child_name (self->parts, "sheet");
}
