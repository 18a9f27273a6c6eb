/* ps-table-order.c: which rows a table shows, and in which order
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <string.h>

#include "core/ps-region.h"
#include "ps-table-private.h"

/* The key by which a text sorts, bytewise: folded, and with numbers by their size ("AMB2" before "AMB10"), each written as the
 * number of its digits and then those digits. The same in every locale: a list that two people print has one order. */
char *
ps_table_collation_key (const char *text)
{
  g_autofree char *folded = ps_fold (text);
  GString *key = g_string_sized_new (strlen (folded) + 4);

  for (const char *c = folded; *c != '\0';)
    {
      gsize n = strspn (c, "0123456789");

      if (n == 0)
        {
          g_string_append_c (key, *c++);
          continue;
        }
      for (; n > 1 && *c == '0'; n--)
        c++;
      g_string_append_c (key, '0');
      g_string_append_c (key, (char) MIN (n, 127));
      g_string_append_len (key, c, (gssize) n);
      c += n;
    }
  return g_string_free (key, FALSE);
}

/* The words of a filter, folded; each must occur somewhere in a row. NULL when there is none. */
char **
ps_table_words (const char *filter)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) words = NULL;

  if (filter == NULL)
    return NULL;
  folded = ps_fold (filter);
  parts = g_strsplit_set (folded, " \t\n", -1);
  words = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
row_is_shown (PsTable *self, PsTableRow *row)
{
  if (self->match != NULL && !self->match (row, self->match_data))
    return FALSE;
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (ps_table_row_folded (row), self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_numbers (gint64 a, gint64 b, gboolean descending)
{
  /* An empty cell comes last either way: nobody sorts to see those. */
  if (a == PS_NO_NUMBER || b == PS_NO_NUMBER)
    return (a == PS_NO_NUMBER) - (b == PS_NO_NUMBER);
  return descending ? (a < b) - (a > b) : (a > b) - (a < b);
}

static int
compare_texts (const char *a, const char *b, gboolean descending)
{
  int order;

  if (a[0] == '\0' || b[0] == '\0')
    return (a[0] == '\0') - (b[0] == '\0');
  order = strcmp (a, b);
  return descending ? -order : order;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  PsTable *self = user_data;
  PsTableRow *left = *(PsTableRow *const *) a;
  PsTableRow *right = *(PsTableRow *const *) b;
  guint column = self->sort.column;

  if (ps_table_row_is_last (left) || ps_table_row_is_last (right))
    return ps_table_row_is_last (left) - ps_table_row_is_last (right);
  if (self->columns[column].kind == PS_COLUMN_TEXT)
    return compare_texts (ps_table_row_collation (left, column), ps_table_row_collation (right, column), self->sort.descending);
  if (ps_table_row_has_kind (left) || ps_table_row_has_kind (right))
    return 0;
  return compare_numbers (ps_table_row_get_number (left, column), ps_table_row_get_number (right, column), self->sort.descending);
}

/* The rows that are shown, in order. The sort is stable: equal rows stay as they came (GLib's pointer array sort promises it). */
GPtrArray *
ps_table_order (PsTable *self)
{
  GPtrArray *shown = g_ptr_array_new_full (self->rows->len, g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_is_shown (self, g_ptr_array_index (self->rows, i)))
      g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (self->rows, i)));
  if (self->sort.column != PS_NONE)
    g_ptr_array_sort_with_data (shown, compare_rows, self);
  return shown;
}

/* The sum of a column, PS_NO_NUMBER where it does not fit: a wrong total is worse than none. */
gint64
ps_table_sum (GPtrArray *shown, guint column)
{
  PsOverflow overflow = { FALSE };
  gint64 sum = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      gint64 number = ps_table_row_get_number (g_ptr_array_index (shown, i), column);

      if (number != PS_NO_NUMBER)
        sum = ps_add (sum, number, &overflow);
    }
  return overflow.overflowed ? PS_NO_NUMBER : sum;
}
