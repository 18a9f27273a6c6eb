/* ps-table-view.c: the cells of a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Cells are GtkInscriptions: they never ask for a size, so that filling one lays out nothing else.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "core/ps-number.h"
#include "ps-table-private.h"

typedef struct
{
  PsTable *table; /* borrowed: the factory does not outlive it */
  guint column;
} CellContext;

/* Tells assistive technology which column a figure belongs to, and what the row is about: GTK 4.8 has no tables for it. */
static void
name_cell (const PsColumn *about, GtkWidget *cell, const char *text, gboolean first)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *said = g_strdup_printf ("%s: %s", about->title, text[0] != '\0' ? text : "–");

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (frame != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  if (row != NULL && first)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_drawing_drawn_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  CellContext *context = user_data;
  PsTableSlot *slot = g_object_get_data (G_OBJECT (area), "slot");
  PsTableRow *row = slot != NULL ? ps_table_slot_get_row (slot) : NULL;

  if (row != NULL && context->table->draw != NULL)
    context->table->draw (row, context->column, cr, width, height, GTK_WIDGET (area), context->table->draw_data);
}

static GtkWidget *
make_drawing (CellContext *context)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_drawing_drawn_cb, context, NULL);
  return area;
}

static GtkWidget *
make_inscription (const PsColumn *about)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (about->lines > 1)
    gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (cell), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), ps_column_is_number (about) ? 1.0f : 0.0f);
  if (ps_column_is_number (about))
    gtk_widget_add_css_class (cell, "numeric");
  if (about->bold)
    gtk_widget_add_css_class (cell, "strong");
  return cell;
}

static void
on_cell_setup_cb (GtkListItemFactory *factory, GtkListItem *item, CellContext *context)
{
  const PsColumn *about = &context->table->columns[context->column];

  gtk_list_item_set_child (item, about->kind == PS_COLUMN_DRAWING ? make_drawing (context) : make_inscription (about));
}

/* Shows what a cell's place holds now. */
static void
fill_cell (PsTable *self, guint column, GtkWidget *cell, PsTableRow *row)
{
  const PsColumn *about = &self->columns[column];
  g_autofree char *text = ps_table_cell_text (self, row, column);

  if (about->kind == PS_COLUMN_DRAWING)
    gtk_widget_queue_draw (cell);
  else
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
      _ps_table_wrap_cell (self, column, cell, text);
    }
  if (about->kind == PS_COLUMN_MONEY)
    {
      /* A zero in a column of amounts steps back, so that the eye finds the amounts. */
      if (ps_table_row_get_number (row, column) == 0)
        gtk_widget_add_css_class (cell, "zero");
      else
        gtk_widget_remove_css_class (cell, "zero");
    }
  name_cell (about, cell, text, column == 0);
}

/* A place that cells show got another row. */
void
ps_table_refill_slot (PsTableSlot *slot, gpointer user_data)
{
  PsTable *self = user_data;
  PsTableRow *row = ps_table_slot_get_row (slot);

  for (guint i = 0; row != NULL && i < self->n_columns; i++)
    if (ps_table_slot_get_cell (slot, i) != NULL)
      fill_cell (self, i, ps_table_slot_get_cell (slot, i), row);
}

static void
on_cell_bound_cb (GtkListItemFactory *factory, GtkListItem *item, CellContext *context)
{
  PsTableSlot *slot = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  PsTableRow *row = ps_table_slot_get_row (slot);

  ps_table_slot_set_cell (slot, context->column, cell);
  g_object_set_data (G_OBJECT (cell), "slot", slot);
  if (row != NULL)
    fill_cell (context->table, context->column, cell, row);
}

static void
on_cell_unbound_cb (GtkListItemFactory *factory, GtkListItem *item, CellContext *context)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  ps_table_slot_set_cell (gtk_list_item_get_item (item), context->column, NULL);
  if (cell != NULL)
    g_object_set_data (G_OBJECT (cell), "slot", NULL);
}

static GtkListItemFactory *
make_factory (PsTable *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  CellContext *context = g_new (CellContext, 1);

  context->table = self;
  context->column = column;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup_cb), context, (GClosureNotify) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), context);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbound_cb), context);
  return factory;
}

void
ps_table_add_columns (PsTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkColumnViewColumn *column = gtk_column_view_column_new (self->columns[i].title, make_factory (self, i));

      gtk_column_view_column_set_expand (column, self->columns[i].width == 0);
      gtk_column_view_append_column (self->view, column);
      g_object_unref (column);
    }
}

/* The whole text of a cell that is cut off. */
gboolean
ps_table_on_tooltip_queried_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PsTable *self)
{
  GtkWidget *picked = keyboard ? NULL : gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  const char *text;

  if (picked == NULL || !GTK_IS_INSCRIPTION (picked))
    return FALSE;
  text = gtk_inscription_get_text (GTK_INSCRIPTION (picked));
  if (text == NULL || text[0] == '\0')
    return FALSE;
  if (!_ps_table_wrap_is_cut (GTK_INSCRIPTION (picked)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}
