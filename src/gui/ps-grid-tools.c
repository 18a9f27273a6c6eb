/* ps-grid-tools.c: what grids to type into share: keys that move, blocks of cells as text
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-grid-tools"

#include "ps-grid-tools.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PROBLEMS 3 /* that are named */

/* The same key of the number pad, as that of the keyboard. */
static guint
plain_key (guint key)
{
  static const guint pad[][2] = { { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
                                  { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
                                  { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
                                  { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End } };

  for (guint i = 0; i < G_N_ELEMENTS (pad); i++)
    if (pad[i][0] == key)
      return pad[i][1];
  return key;
}

gboolean
ps_grid_find_move (guint key, gboolean control, int page, int n_rows, int n_columns, int *rows, int *columns)
{
  *rows = *columns = 0;
  switch (plain_key (key))
    {
    case GDK_KEY_Left:
      *columns = control ? -n_columns : -1;
      return TRUE;
    case GDK_KEY_Right:
      *columns = control ? n_columns : 1;
      return TRUE;
    case GDK_KEY_Up:
      *rows = control ? -n_rows : -1;
      return TRUE;
    case GDK_KEY_Down:
      *rows = control ? n_rows : 1;
      return TRUE;
    case GDK_KEY_Page_Up:
      *rows = -page;
      return TRUE;
    case GDK_KEY_Page_Down:
      *rows = page;
      return TRUE;
    case GDK_KEY_Home:
      *rows = control ? -n_rows : 0;
      *columns = -n_columns;
      return TRUE;
    case GDK_KEY_End:
      *rows = control ? n_rows : 0;
      *columns = n_columns;
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
unify_line_ends (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n", -1);
  g_autofree char *unified = g_strjoinv ("\n", parts);

  return g_strdelimit (g_steal_pointer (&unified), "\r", '\n');
}

/**
 * ps_grid_split_block:
 *
 * Spreadsheets end the last line too: that is no empty row.
 *
 * Returns: (transfer full) (element-type GStrv): the rows
 */
GPtrArray *
ps_grid_split_block (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *unified = unify_line_ends (text);
  g_auto (GStrv) lines = NULL;
  gsize length = strlen (unified);

  if (length > 0 && unified[length - 1] == '\n')
    unified[length - 1] = '\0';
  lines = g_strsplit (unified, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **cells = g_strsplit (lines[i], "\t", -1);

      if (cells[0] == NULL)
        {
          g_strfreev (cells);
          cells = g_new0 (char *, 2);
          cells[0] = g_strdup ("");
        }
      g_ptr_array_add (rows, cells);
    }
  if (rows->len == 0)
    {
      char **empty = g_new0 (char *, 2);

      empty[0] = g_strdup ("");
      g_ptr_array_add (rows, empty);
    }
  return rows;
}

guint
ps_grid_block_width (GPtrArray *rows)
{
  guint widest = 0;

  for (guint i = 0; i < rows->len; i++)
    widest = MAX (widest, g_strv_length (g_ptr_array_index (rows, i)));
  return widest;
}

void
ps_grid_add_problem (PsGridProblems *problems, const char *problem)
{
  if (problems->text == NULL)
    problems->text = g_string_new (NULL);
  if (problems->n < MOST_PROBLEMS)
    g_string_append_printf (problems->text, "%s%s", problems->text->len > 0 ? " " : "", problem);
  problems->n++;
}

char *
ps_grid_end_problems (PsGridProblems *problems)
{
  g_autofree char *more = NULL;
  char *said;

  if (problems->n == 0)
    return NULL;
  if (problems->n > MOST_PROBLEMS)
    more = g_strdup_printf (ngettext ("And one more.", "And %u more.", problems->n - MOST_PROBLEMS), problems->n - MOST_PROBLEMS);
  said =
      g_strdup_printf (_("Nothing was pasted. %s%s%s"), problems->text->str, more != NULL ? " " : "", more != NULL ? more : "");
  g_string_free (problems->text, TRUE);
  *problems = (PsGridProblems){ NULL, 0 };
  return said;
}
