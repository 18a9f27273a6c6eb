/* ps-generate-table.c: a small table of master data that came with the program
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-table.h"

#include "core/ps-number.h"
#include "core/ps-words.h"
#include "ps-generate-resources.h"

#define FOLDER "/org/peilstok/Peilstok/demo/"

/* Loads data/demo/`name`; always succeeds. */
PsGenerateTable *
ps_generate_table_load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ps_generate_get_resource (), path, 0, NULL);
  g_auto (GStrv) lines = NULL;
  PsGenerateTable *table = g_new0 (PsGenerateTable, 1);

  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  table->columns = g_strsplit (lines[0], ";", -1);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      {
        char **cells = g_strsplit (lines[i], ";", -1);

        g_assert (g_strv_length (cells) == g_strv_length (table->columns));
        g_ptr_array_add (table->rows, cells);
      }
  return table;
}

void
ps_generate_table_free (PsGenerateTable *table)
{
  g_strfreev (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* Never NULL; empty where the cell is. */
const char *
ps_generate_table_text (const PsGenerateTable *table, guint row, const char *column)
{
  char **cells = g_ptr_array_index (table->rows, row);

  for (guint i = 0; table->columns[i] != NULL; i++)
    if (g_str_equal (table->columns[i], column))
      return cells[i];
  g_assert_not_reached ();
}

/* PS_NO_NUMBER where the cell is empty. */
gint64
ps_generate_table_number (const PsGenerateTable *table, guint row, const char *column, int decimals)
{
  gint64 number;
  PsNumberStatus status = ps_number_parse (ps_generate_table_text (table, row, column), decimals, PS_DECIMAL_COMMA, &number);

  g_assert (status == PS_NUMBER_OK || status == PS_NUMBER_EMPTY);
  return status == PS_NUMBER_OK ? number : PS_NO_NUMBER;
}

/* The value of one of the field's words (PsWords); 0 where the cell is empty. */
int
ps_generate_table_word (const PsGenerateTable *table, guint row, const char *column, int words)
{
  const char *text = ps_generate_table_text (table, row, column);
  int value = 0;

  if (*text != '\0' && !ps_words_parse ((PsWords) words, text, &value))
    g_assert_not_reached ();
  return value;
}

/* Writes the columns that `header` names, in its order. */
gboolean
ps_generate_table_write (const PsGenerateTable *table, const char *folder, const char *name, const char *header, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (header, ";", -1);
  PsGenerateFile *file = ps_generate_file_create (folder, name, header, NULL, error);

  if (file == NULL)
    return FALSE;

  for (guint row = 0; row < table->rows->len; row++)
    {
      for (guint i = 0; columns[i] != NULL; i++)
        ps_generate_file_text (file, ps_generate_table_text (table, row, columns[i]));
      ps_generate_file_end_row (file);
    }
  return ps_generate_file_close (file, error);
}
