/* cli-table.c: rows and columns on a terminal
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-table.h"

#define GAP 2
#define WIDEST 60 /* places for a text; the rest of a longer one is left out */

typedef struct
{
  char *title;
  PsCliSide side;
  int width;
} Column;

struct _PsCliTable
{
  GArray *columns;  /* Column */
  GPtrArray *cells; /* row by row; NULL in every cell of a rule */
  int widest;
};

static void
clear_column (gpointer column)
{
  g_free (((Column *) column)->title);
}

PsCliTable *
ps_cli_table_new (void)
{
  PsCliTable *table = g_new0 (PsCliTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->widest = WIDEST;
  return table;
}

void
ps_cli_table_set_widest (PsCliTable *table, int places)
{
  g_assert (table->cells->len == 0);
  table->widest = places;
}

void
ps_cli_table_free (PsCliTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/* How many places on the screen `text`, UTF-8 on one line, takes. */
int
ps_cli_display_width (const char *text)
{
  int width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_iszerowidth (c))
        continue;
      width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* `text` on one line and of at most `most` places on the screen: somebody's name may have line breaks in it, or be an essay. */
char *
ps_cli_one_line (const char *text, int most)
{
  GString *line = g_string_new (NULL);
  int width = 0;
  gsize end = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (width < most)
        end = line->len;
      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  if (width > most)
    g_string_append (g_string_truncate (line, end), "…");
  return g_string_free (line, FALSE);
}

void
ps_cli_table_add_column (PsCliTable *table, const char *title, PsCliSide side)
{
  Column column = { g_strdup (title), side, ps_cli_display_width (title) };

  g_assert (table->cells->len == 0);
  g_array_append_val (table->columns, column);
}

void
ps_cli_table_take_cell (PsCliTable *table, char *text)
{
  Column *column = &g_array_index (table->columns, Column, table->cells->len % table->columns->len);

  if (column->side == PS_CLI_LEFT)
    {
      char *line = ps_cli_one_line (text, table->widest);

      g_free (text);
      text = line;
    }
  column->width = MAX (column->width, ps_cli_display_width (text));
  g_ptr_array_add (table->cells, text);
}

void
ps_cli_table_add_cell (PsCliTable *table, const char *text)
{
  ps_cli_table_take_cell (table, g_strdup (text));
}

void
ps_cli_table_add_rule (PsCliTable *table)
{
  g_assert (table->cells->len % table->columns->len == 0);
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (table->cells, NULL);
}

static void
pad (GString *text, int n)
{
  while (n-- > 0)
    g_string_append_c (text, ' ');
}

static void
write_cell (GString *text, const Column *column, const char *cell, gboolean last)
{
  int free_places = column->width - ps_cli_display_width (cell);

  if (column->side == PS_CLI_RIGHT)
    pad (text, free_places);
  g_string_append (text, cell);
  if (column->side == PS_CLI_LEFT && !last)
    pad (text, free_places);
  if (!last)
    pad (text, GAP);
}

static void
write_rule (PsCliTable *table, GString *text)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      for (int n = 0; n < g_array_index (table->columns, Column, i).width; n++)
        g_string_append (text, "─");
      if (i + 1 < table->columns->len)
        pad (text, GAP);
    }
}

/* `cells` is a row's first cell; NULL: the titles. */
static void
write_row (PsCliTable *table, GString *text, int indent, char **cells)
{
  pad (text, indent);
  if (cells != NULL && cells[0] == NULL)
    write_rule (table, text);
  else
    for (guint i = 0; i < table->columns->len; i++)
      {
        const Column *column = &g_array_index (table->columns, Column, i);

        write_cell (text, column, cells != NULL ? cells[i] : column->title, i + 1 == table->columns->len);
      }
  g_string_append_c (text, '\n');
}

void
ps_cli_table_write (PsCliTable *table, GString *text, int indent)
{
  g_assert (table->cells->len % table->columns->len == 0);
  write_row (table, text, indent, NULL);
  for (guint i = 0; i < table->cells->len; i += table->columns->len)
    write_row (table, text, indent, (char **) &table->cells->pdata[i]);
}
