/* ps-table-fit.c: which columns of a table give way where there is no room for all of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A table that is wider than its page hides its last columns behind its edge, whichever they are. A page may say which are missed
 * least: those are left out as long as the others would not fit. Copies and exports keep them. What is still too wide then takes
 * more lines in columns that allow it.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-private.h"

static gboolean
on_idle_cb (gpointer user_data)
{
  PsTable *self = PS_TABLE (user_data);

  self->fit_source = 0;
  ps_table_update_widths (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* While it gets its size: another set of columns is for afterwards. */
void
_ps_table_fit_queue (PsTable *self, int width)
{
  if (self->drops == NULL || width == self->fit_width)
    return;
  self->fit_width = width;
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (on_idle_cb, self);
}

static void
hide (PsTable *self, guint column, gboolean hidden)
{
  GtkWidget *title = ps_table_strip_get_child (self->header, column);
  GtkWidget *total = ps_table_strip_get_child (self->footer, column);

  if (self->hidden[column] == hidden)
    return;
  self->hidden[column] = hidden;
  if (title != NULL)
    gtk_widget_set_visible (title, !hidden);
  if (total != NULL)
    gtk_widget_set_visible (total, !hidden);
}

static gboolean
can_narrow (PsTable *self, guint column)
{
  return self->columns[column].lines > 1 && self->columns[column].width > 0 && self->columns[column].least > 0;
}

static void
narrow (PsTable *self, int wanted)
{
  for (guint i = 0; i < self->n_columns && self->fit_width > 0 && wanted > self->fit_width; i++)
    if (can_narrow (self, i) && !self->hidden[i])
      {
        int width = MIN (self->natural[i], _ps_table_narrow_width (self, i));

        wanted -= self->natural[i] - width;
        self->natural[i] = width;
      }
}

/* `natural` has the widths of all that the page wants. */
void
_ps_table_fit (PsTable *self)
{
  int wanted = 0;

  for (guint i = 0; i < self->n_columns; i++)
    wanted += self->natural[i];
  for (guint i = 0; self->drops != NULL && i < self->drops->len; i++)
    {
      guint column = g_array_index (self->drops, guint, i);
      gboolean dropped = self->unwanted[column] || (self->fit_width > 0 && wanted > self->fit_width);

      if (dropped)
        {
          wanted -= self->natural[column];
          self->natural[column] = 0;
        }
      hide (self, column, dropped);
    }
  narrow (self, wanted);
  ps_table_update_span (self);
}

/**
 * ps_table_set_drops:
 * @columns: those that are left out where there is no room for all, the least important first; never the first column
 */
void
ps_table_set_drops (PsTable *self, const guint *columns, guint n_columns)
{
  g_return_if_fail (PS_IS_TABLE (self));

  g_clear_pointer (&self->drops, g_array_unref);
  self->drops = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->drops, columns, n_columns);
}
