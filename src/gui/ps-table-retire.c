/* ps-table-retire.c: leaving a page with a long table, and its rows for others, without a stutter
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Two hundred rows of fifteen cells are thousands of widgets, and removing them from the window takes a tenth of a second. So a
 * page that is left stays in its stack, unseen, while its tables lose a column at a time. Thousands of rows that others took the place
 * of take as long as a frame: they go a few at a time.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-private.h"

#define FEW_ROWS 60

typedef struct
{
  GtkStack *stack;
  GtkWidget *page;
  GPtrArray *tables; /* PsTable */
} Retirement;

#define ROWS_AT_ONCE 250

static gboolean
on_letting_go_cb (gpointer user_data)
{
  GPtrArray *rows = user_data;

  g_ptr_array_set_size (rows, (int) rows->len - (int) MIN (rows->len, ROWS_AT_ONCE));
  return rows->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* @rows: (transfer full): whoever has them, too, keeps all of them */
void
ps_table_let_go (GPtrArray *rows)
{
  GPtrArray *copy;

  if (rows->len > ROWS_AT_ONCE)
    {
      copy = g_ptr_array_new_full (rows->len, g_object_unref);
      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (rows, i)));
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_letting_go_cb, copy, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_unref (rows);
}

/* Removes a column of a long table. Returns whether there are more. */
gboolean
ps_table_dismantle (PsTable *self)
{
  GListModel *columns = self->view != NULL ? gtk_column_view_get_columns (self->view) : NULL;
  guint n = columns != NULL ? g_list_model_get_n_items (columns) : 0;
  g_autoptr (GtkColumnViewColumn) last = NULL;

  if (n == 0 || g_list_model_get_n_items (G_LIST_MODEL (self->model)) <= FEW_ROWS)
    return FALSE;
  last = g_list_model_get_item (columns, n - 1);
  ps_table_stop_revealing (self);
  gtk_column_view_remove_column (self->view, last);
  return TRUE;
}

static void
collect_tables (GtkWidget *root, GPtrArray *tables)
{
  if (PS_IS_TABLE (root))
    {
      g_ptr_array_add (tables, g_object_ref (root));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_tables (child, tables);
}

static gboolean
on_retiring_cb (gpointer user_data)
{
  Retirement *retirement = user_data;

  /* The window may have been closed in between. */
  if (gtk_widget_get_parent (retirement->page) != GTK_WIDGET (retirement->stack))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < retirement->tables->len; i++)
    if (ps_table_dismantle (g_ptr_array_index (retirement->tables, i)))
      return G_SOURCE_CONTINUE;
  gtk_stack_remove (retirement->stack, retirement->page);
  return G_SOURCE_REMOVE;
}

static void
retirement_free (gpointer data)
{
  Retirement *retirement = data;

  g_ptr_array_unref (retirement->tables);
  g_object_unref (retirement->page);
  g_object_unref (retirement->stack);
  g_free (retirement);
}

void
ps_table_retire_page (GtkStack *stack, GtkWidget *page)
{
  Retirement *retirement;

  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (gtk_widget_get_parent (page) == GTK_WIDGET (stack));

  retirement = g_new (Retirement, 1);
  retirement->stack = g_object_ref (stack);
  retirement->page = g_object_ref (page);
  retirement->tables = g_ptr_array_new_with_free_func (g_object_unref);
  collect_tables (page, retirement->tables);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_retiring_cb, retirement, retirement_free);
}
