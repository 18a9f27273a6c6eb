/* ps-table-show.c: which rows a table shows, from the rows that it is given to the widgets
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <glib/gi18n-lib.h>

#include "core/ps-region.h"
#include "ps-table-private.h"

#define NATURAL_ROWS 60 /* a longer list scrolls by itself, also on a page that scrolls */
#define NATURAL_HEIGHT 480
#define RESTORE_FRAMES 8 /* a shorter list than before never gets as far down: do not wait for it */

static GtkAdjustment *
vertical (PsTable *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* Scrolls to where the list should be, as soon as there are enough rows for that. Not before the frame in which the view has seen
 * the new rows: it cannot scroll among rows whose heights it does not know. */
static gboolean
restore_scrolling (PsTable *self)
{
  GtkAdjustment *adjustment = vertical (self);
  double highest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (self->restore_value < 0)
    return TRUE;
  if (highest < self->restore_value)
    return FALSE;
  if (gtk_adjustment_get_value (adjustment) != self->restore_value)
    gtk_adjustment_set_value (adjustment, self->restore_value);
  self->restore_value = -1;
  return TRUE;
}

static gboolean
on_reveal_ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PsTable *self = PS_TABLE (widget);
  gboolean more = ps_table_model_reveal (self->model);
  gboolean restored = restore_scrolling (self);

  if (more || (!restored && self->restore_frames-- > 0))
    return G_SOURCE_CONTINUE;
  self->restore_value = -1;
  self->reveal_source = 0;
  return G_SOURCE_REMOVE;
}

static void
start_revealing (PsTable *self)
{
  GPtrArray *rows = ps_table_model_get_rows (self->model);
  gboolean more = rows->len > g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (self->reveal_source == 0 && (more || self->restore_value >= 0))
    self->reveal_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_ticked_cb, NULL, NULL);
  self->restore_frames = RESTORE_FRAMES;
}

void
ps_table_stop_revealing (PsTable *self)
{
  if (self->reveal_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_source);
  self->reveal_source = 0;
}

static GHashTable *
collect_selected (PsTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *rows = ps_table_model_get_rows (self->model);
  GHashTable *ids;
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_is_empty (selected))
    return NULL;
  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = (gint64) ps_table_row_get_id (g_ptr_array_index (rows, position));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

static void
restore_selected (PsTable *self, GHashTable *ids)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  GPtrArray *rows = ps_table_model_get_rows (self->model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n_items; i++)
    {
      gint64 id = (gint64) ps_table_row_get_id (g_ptr_array_index (rows, i));

      if (g_hash_table_contains (ids, &id))
        gtk_bitset_add (selected, i);
    }
  mask = gtk_bitset_new_range (0, n_items);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

static void
update_empty (PsTable *self, guint n_shown)
{
  gboolean none = self->rows->len == 0;

  gtk_widget_set_visible (self->empty, n_shown == 0);
  gtk_widget_set_visible (self->scroller, n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), !none && !self->no_footer);
  gtk_label_set_text (self->empty_title, none ? self->no_rows_title : _("Nothing Found"));
  gtk_label_set_text (self->empty_description, none ? self->no_rows_description : _("No row has what the filter asks for."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_description), gtk_label_get_text (self->empty_description)[0] != '\0');
}

static void
update_scrolling (PsTable *self, guint n_shown)
{
  gboolean whole = self->is_natural && n_shown <= NATURAL_ROWS;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  whole ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              self->is_natural && !whole ? NATURAL_HEIGHT : -1);
}

/* Filters and sorts anew and shows the outcome; what was selected stays selected as far as it is still there. */
void
ps_table_refresh (PsTable *self)
{
  g_autoptr (GPtrArray) shown = ps_table_order (self);
  g_autoptr (GHashTable) selected = collect_selected (self);

  ps_table_model_set_rows (self->model, shown);
  if (selected != NULL)
    restore_selected (self, selected);
  update_empty (self, shown->len);
  update_scrolling (self, shown->len);
  ps_table_update_footer (self);
  start_revealing (self);
  g_signal_emit_by_name (self, "shown-changed");
}

/* Another filter or order: the list starts at its top again. */
static void
refresh_from_top (PsTable *self)
{
  self->restore_value = 0;
  ps_table_refresh (self);
}

/* Sorts by a column; used by headers, actions and ps_table_set_sort() alike. */
void
ps_table_apply_sort (PsTable *self, guint column, gboolean descending)
{
  self->sort.column = column;
  self->sort.descending = descending;
  refresh_from_top (self);
  ps_table_update_header (self);
  ps_table_update_actions (self);
}

/* Public */

/**
 * ps_table_set_rows:
 * @rows: of #PsTableRow; a reference is taken, and they must not change any more
 *
 * Shows other rows under the same filter, order and selection, scrolled to where the list was.
 */
void
ps_table_set_rows (PsTable *self, GPtrArray *rows)
{
  g_return_if_fail (PS_IS_TABLE (self));
  g_return_if_fail (rows != NULL);

  self->restore_value = gtk_adjustment_get_value (vertical (self));
  g_ptr_array_ref (rows);
  ps_table_let_go (self->rows);
  self->rows = rows;
  ps_table_find_decimals (self);
  ps_table_update_widths (self);
  ps_table_refresh (self);
}

/**
 * ps_table_set_filter:
 * @text: (nullable): words that must each occur somewhere in the texts of a row, in any order; NULL or "" shows all
 */
void
ps_table_set_filter (PsTable *self, const char *text)
{
  g_return_if_fail (PS_IS_TABLE (self));

  g_strfreev (self->words);
  self->words = ps_table_words (text);
  refresh_from_top (self);
}

/**
 * ps_table_set_match:
 * @match: (nullable): a further filter beside the text; called again for every row
 */
void
ps_table_set_match (PsTable *self, PsTableMatch match, gpointer user_data)
{
  g_return_if_fail (PS_IS_TABLE (self));

  self->match = match;
  self->match_data = user_data;
  refresh_from_top (self);
}

void
ps_table_set_sort (PsTable *self, const char *column_id, gboolean descending)
{
  g_return_if_fail (PS_IS_TABLE (self));

  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->columns[i].id, column_id) == 0)
      ps_table_apply_sort (self, i, descending);
}

/**
 * ps_table_set_natural:
 * @natural: whether the table is as high as its rows, for a page that scrolls; a very long list scrolls by itself all the same
 */
void
ps_table_set_natural (PsTable *self, gboolean natural)
{
  g_return_if_fail (PS_IS_TABLE (self));

  self->is_natural = natural;
  ps_table_refresh (self);
}

/**
 * ps_table_set_empty:
 * @title: what is said when there are no rows at all, translated
 * @description: (nullable): a sentence below it
 */
void
ps_table_set_empty (PsTable *self, const char *title, const char *description)
{
  g_return_if_fail (PS_IS_TABLE (self));

  /* Pages say it each time that they have other rows: it would order the old ones once more. */
  if (g_strcmp0 (title, self->no_rows_title) == 0
      && g_strcmp0 (description != NULL ? description : "", self->no_rows_description) == 0)
    return;
  g_free (self->no_rows_title);
  g_free (self->no_rows_description);
  self->no_rows_title = g_strdup (title);
  self->no_rows_description = g_strdup (description != NULL ? description : "");
  ps_table_refresh (self);
}

void
ps_table_set_draw (PsTable *self, PsTableDraw draw, gpointer user_data)
{
  g_return_if_fail (PS_IS_TABLE (self));

  self->draw = draw;
  self->draw_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ps_table_set_count (PsTable *self, PsTableCount count)
{
  g_return_if_fail (PS_IS_TABLE (self));

  self->count = count;
  ps_table_update_footer (self);
}

static void
set_child_visible (PsTableStrip *strip, guint column, gboolean visible)
{
  GtkWidget *child = ps_table_strip_get_child (strip, column);

  if (child != NULL)
    gtk_widget_set_visible (child, visible);
}

void
ps_table_set_footer (PsTable *self, gboolean footer)
{
  g_return_if_fail (PS_IS_TABLE (self));

  self->no_footer = !footer;
  gtk_widget_set_visible (GTK_WIDGET (self->footer), footer && self->rows->len > 0);
}

/**
 * ps_table_set_column_visible:
 *
 * Hides a column that says nothing about the rows that there are. The first column cannot be hidden: it says what is counted.
 */
void
ps_table_set_column_visible (PsTable *self, guint column, gboolean visible)
{
  g_return_if_fail (PS_IS_TABLE (self));
  g_return_if_fail (column > 0 && column < self->n_columns);

  if (self->unwanted[column] == !visible)
    return;
  self->unwanted[column] = !visible;
  self->hidden[column] = !visible;
  set_child_visible (self->header, column, visible);
  set_child_visible (self->footer, column, visible);
  ps_table_update_span (self);
  ps_table_update_widths (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ps_table_set_export_name (PsTable *self, const char *name)
{
  g_return_if_fail (PS_IS_TABLE (self));

  g_free (self->export_name);
  self->export_name = g_strdup (name);
}

static guint
find_shown (PsTable *self, guint64 id)
{
  GPtrArray *rows = ps_table_model_get_rows (self->model);

  for (guint i = 0; i < rows->len; i++)
    if (ps_table_row_get_id (g_ptr_array_index (rows, i)) == id)
      return i;
  return PS_NONE;
}

/**
 * ps_table_set_selected:
 * @id: of the row; nothing happens when it is not shown
 */
void
ps_table_set_selected (PsTable *self, guint64 id)
{
  guint position;

  g_return_if_fail (PS_IS_TABLE (self));

  position = find_shown (self, id);
  if (position == PS_NONE)
    return;
  while (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    if (!ps_table_model_reveal (self->model))
      break;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", position);
}

const char *
ps_table_get_column_id (PsTable *self, guint column)
{
  g_return_val_if_fail (PS_IS_TABLE (self), NULL);
  return column < self->n_columns ? self->columns[column].id : NULL;
}

guint
ps_table_get_n_shown (PsTable *self)
{
  g_return_val_if_fail (PS_IS_TABLE (self), 0);
  return ps_table_model_get_rows (self->model)->len;
}

PsTableRow *
ps_table_get_shown (PsTable *self, guint position)
{
  GPtrArray *rows;

  g_return_val_if_fail (PS_IS_TABLE (self), NULL);

  rows = ps_table_model_get_rows (self->model);
  return position < rows->len ? g_ptr_array_index (rows, position) : NULL;
}

gint64
ps_table_get_total (PsTable *self, guint column)
{
  g_return_val_if_fail (PS_IS_TABLE (self), PS_NO_NUMBER);
  g_return_val_if_fail (column < self->n_columns, PS_NO_NUMBER);
  return self->totals[column];
}
