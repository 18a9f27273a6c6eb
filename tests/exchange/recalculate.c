/* recalculate.c: books of sheets as another program computes them, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The program is LibreOffice, with a user's folder of its own that says: compute all formulas of every file that is opened.
 */
#include "recalculate.h"

#include <string.h>

#include "kept-check.h"

/* Every sheet to a file, `;`, UTF-8, numbers as they are and not as they are shown. */
#define FILTER "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1"
#define SETTINGS                                                                                                                 \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                                 \
  "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""                   \
  " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"                                                                    \
  "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\">"              \
  "<value>0</value></prop></item></oor:items>\n"

struct _Recalculated
{
  char *folder;
  GPtrArray *books; /* GPtrArray of PsSheet */
};

gboolean
recalculate_can (void)
{
  const char *program = g_getenv ("PEILSTOK_SOFFICE");

  return program != NULL && *program != '\0';
}

Recalculated *
recalculated_new (void)
{
  Recalculated *books = g_new0 (Recalculated, 1);

  books->folder = kept_folder ();
  books->books = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return books;
}

void
recalculated_free (Recalculated *books)
{
  kept_remove (books->folder);
  g_ptr_array_unref (books->books);
  g_free (books);
}

static char *
path_of (Recalculated *books, guint place)
{
  g_autofree char *name = g_strdup_printf ("book%u.xlsx", place);

  return g_build_filename (books->folder, name, NULL);
}

void
recalculated_add (Recalculated *books, GPtrArray *sheets)
{
  g_autofree char *path = path_of (books, books->books->len);
  g_autoptr (GError) error = NULL;

  ps_sheets_write (sheets, path, &error);
  g_assert_no_error (error);
  g_ptr_array_add (books->books, sheets);
}

/* ---- the other programs */

static void
run (GPtrArray *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;

  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", (const char *) g_ptr_array_index (words, 0), output);
}

static void
add_books (Recalculated *books, GPtrArray *words)
{
  for (guint i = 0; i < books->books->len; i++)
    g_ptr_array_add (words, path_of (books, i));
}

static void
spoil (Recalculated *books)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (g_getenv ("PEILSTOK_PYTHON")));
  g_ptr_array_add (words, g_strdup (g_getenv ("PEILSTOK_SPOIL_SHEET")));
  add_books (books, words);
  run (words);
}

static char *
make_profile (Recalculated *books)
{
  g_autofree char *user = g_build_filename (books->folder, "profile", "user", NULL);
  g_autofree char *settings = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_autofree char *profile = g_build_filename (books->folder, "profile", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (user, 0700), ==, 0);
  g_file_set_contents (settings, SETTINGS, -1, &error);
  g_assert_no_error (error);
  return g_filename_to_uri (profile, NULL, NULL);
}

static void
convert (Recalculated *books)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *profile = make_profile (books);

  g_ptr_array_add (words, g_strdup (g_getenv ("PEILSTOK_SOFFICE")));
  g_ptr_array_add (words, g_strconcat ("-env:UserInstallation=", profile, NULL));
  g_ptr_array_add (words, g_strdup ("--headless"));
  g_ptr_array_add (words, g_strdup ("--convert-to"));
  g_ptr_array_add (words, g_strdup (FILTER));
  g_ptr_array_add (words, g_strdup ("--outdir"));
  g_ptr_array_add (words, g_strdup (books->folder));
  add_books (books, words);
  run (words);
}

/* ---- what it wrote */

/* Cells, row after row (GPtrArray of GPtrArray of char *). */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  gboolean quoted = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (cell, *c++);
      else if (*c == '"')
        quoted = !quoted;
      else if (!quoted && (*c == ';' || *c == '\n'))
        {
          g_ptr_array_add (row, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*c == '\n')
            {
              g_ptr_array_add (rows, row);
              row = g_ptr_array_new_with_free_func (g_free);
            }
        }
      else
        g_string_append_c (cell, *c);
    }
  g_ptr_array_unref (row);
  return rows;
}

/* "-1234.5" with two decimals is -123450; a number with more decimals than that is not an amount. */
static gint64
read_number (const char *text, int decimals)
{
  PsNumberStatus status;
  gint64 number = 0;

  status = ps_number_parse (text, decimals, PS_DECIMAL_POINT, &number);
  if (status != PS_NUMBER_OK)
    g_error ("“%s” is not a number of %d decimals", text, decimals);
  return number;
}

static int
decimals_of (PsSheetKind kind)
{
  switch (kind)
    {
    case PS_SHEET_MONEY:
      return 2;
    case PS_SHEET_TARIFF:
      return 4;
    case PS_SHEET_VOLUME:
      return 3;
    case PS_SHEET_TEXT:
    case PS_SHEET_COUNT:
    case PS_SHEET_PERCENT:
    case PS_SHEET_DATE:
    default:
      return 0;
    }
}

static const PsSheetColumn *
column_of (const PsSheet *sheet, guint column)
{
  return &g_array_index (sheet->columns, PsSheetColumn, column);
}

static const char *
cell_at (GPtrArray *rows, guint row, guint column)
{
  g_assert_cmpuint (row, <, rows->len);
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), column);
}

/* Days and shares are written as the program shows them, and none is a formula. */
static void
check_cell (const PsSheet *sheet, GPtrArray *rows, guint row, guint column)
{
  const PsSheetCell *cell = ps_sheet_cell (sheet, row, column);
  PsSheetKind kind = column_of (sheet, column)->kind;
  const char *text = cell_at (rows, row + 1, column);

  if (cell->text != NULL || cell->number == PS_NO_NUMBER || kind == PS_SHEET_DATE || kind == PS_SHEET_PERCENT)
    return;
  if (read_number (text, decimals_of (kind)) != cell->number)
    g_error ("%s, row %u, %s: %s instead of %" G_GINT64_FORMAT " (%s)", sheet->title, row + 2, column_of (sheet, column)->heading,
             text, cell->number, cell->formula);
}

static void
check_total (const PsSheet *sheet, GPtrArray *rows, guint column)
{
  guint n_rows = ps_sheet_n_rows (sheet);
  gint64 sum = 0;

  for (guint i = 0; i < n_rows; i++)
    if (ps_sheet_cell (sheet, i, column)->text == NULL && ps_sheet_cell (sheet, i, column)->number != PS_NO_NUMBER)
      sum += ps_sheet_cell (sheet, i, column)->number;
  g_assert_cmpint (read_number (cell_at (rows, n_rows + 1, column), decimals_of (column_of (sheet, column)->kind)), ==, sum);
}

static guint
check_sheet (const PsSheet *sheet, const char *text)
{
  g_autoptr (GPtrArray) rows = parse (text);
  guint n_formulas = 0;

  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    for (guint j = 0; j < sheet->columns->len; j++)
      {
        check_cell (sheet, rows, i, j);
        n_formulas += ps_sheet_cell (sheet, i, j)->formula != NULL;
      }
  for (guint j = 0; j < sheet->columns->len && ps_sheet_has_total (sheet); j++)
    if (column_of (sheet, j)->total)
      {
        check_total (sheet, rows, j);
        n_formulas++;
      }
  return n_formulas;
}

guint
recalculated_check (Recalculated *books)
{
  guint n_formulas = 0;

  spoil (books);
  convert (books);
  for (guint i = 0; i < books->books->len; i++)
    {
      GPtrArray *sheets = g_ptr_array_index (books->books, i);

      for (guint j = 0; j < sheets->len; j++)
        {
          const PsSheet *sheet = g_ptr_array_index (sheets, j);
          g_autofree char *name = g_strdup_printf ("book%u-%s.csv", i, sheet->title);
          g_autofree char *text = kept_read (books->folder, name);

          n_formulas += check_sheet (sheet, text);
        }
    }
  return n_formulas;
}
