/* ps-indexing-leave.c: tariffs left out of a round of indexing by hand
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-page-private.h"

static void
put_left_out (PsIndexingPage *self, gint64 tariff_id, gboolean out)
{
  if (out)
    g_hash_table_add (self->left_out, g_memdup2 (&tariff_id, sizeof tariff_id));
  else
    g_hash_table_remove (self->left_out, &tariff_id);
}

static gpointer
ref_row (gconstpointer row, gpointer user_data)
{
  return g_object_ref ((gpointer) row);
}

/* A click, Enter or the space bar on a row: only that row is made anew. */
void
_ps_indexing_page_on_row_activated_cb (PsTable *table, PsTableRow *row, PsIndexingPage *self)
{
  guint place = (guint) ps_table_row_get_id (row);
  const PsIndexedTariff *indexed;
  GPtrArray *rows;
  gint64 tariff_id;
  gboolean out;

  if (self->preview == NULL || place >= self->preview->tariffs->len)
    return;
  indexed = &g_array_index (self->preview->tariffs, PsIndexedTariff, place);
  if (indexed->outcome != PS_INDEXED)
    return;
  tariff_id = _ps_indexing_tariff (self->preview, indexed)->id;
  out = !g_hash_table_contains (self->left_out, &tariff_id);
  put_left_out (self, tariff_id, out);
  rows = g_ptr_array_copy (self->preview->rows, ref_row, NULL);
  g_ptr_array_set_free_func (rows, g_object_unref);
  g_object_unref (g_ptr_array_index (rows, place));
  g_ptr_array_index (rows, place) =
      ps_indexing_table_row (ps_settled_ref_get (self->preview->figures)->region, indexed, place, self->preview->starts_on, out);
  g_ptr_array_unref (self->preview->rows);
  self->preview->rows = rows;
  ps_table_set_rows (table, rows);
  _ps_indexing_page_show_totals (self);
}

gboolean
_ps_indexing_page_on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                                     PsIndexingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || (state & GDK_CONTROL_MASK) != 0 || focus == NULL)
    return FALSE;
  /* A row of the list, and not a header or a menu: those do something of their own with it. */
  if (GTK_IS_BUTTON (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)))
    return FALSE;
  return gtk_widget_activate (focus);
}

/* All that the filter shows. */
static void
leave_shown (PsIndexingPage *self, gboolean out)
{
  for (guint i = 0; self->preview != NULL && i < ps_table_get_n_shown (self->table); i++)
    {
      guint place = (guint) ps_table_row_get_id (ps_table_get_shown (self->table, i));
      const PsIndexedTariff *indexed = &g_array_index (self->preview->tariffs, PsIndexedTariff, place);

      if (indexed->outcome == PS_INDEXED)
        put_left_out (self, _ps_indexing_tariff (self->preview, indexed)->id, out);
    }
  _ps_indexing_page_preview (self);
}

void
_ps_indexing_page_on_leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_shown (PS_INDEXING_PAGE (widget), TRUE);
}

void
_ps_indexing_page_on_take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_shown (PS_INDEXING_PAGE (widget), FALSE);
}
