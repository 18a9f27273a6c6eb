/* test-statement-book.c: a settlement as a spreadsheet and as CSV; what a spreadsheet program makes of its formulas
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "kept-check.h"

#include <string.h>

#include "exchange/ps-payments-private.h"
#include "exchange/ps-statement-book-private.h"
#include "recalculate.h"

typedef gboolean (*WriteFunc) (const PsPaper *paper, GOutputStream *output, GError **error);

static char *
write_csv (const PsPaper *paper, WriteFunc write)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  write (paper, stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
read_book (const char *path)
{
  const char *const command[] = { g_getenv ("PEILSTOK_PYTHON"), g_getenv ("PEILSTOK_READ_SHEET"), path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  return text;
}

static char *
write_and_read (const PsPaper *paper)
{
  char *folder = kept_folder ();
  g_autofree char *path = g_build_filename (folder, "statement.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  ps_statement_write_xlsx (paper, path, &error);
  g_assert_no_error (error);
  text = read_book (path);
  kept_remove (folder);
  return text;
}

static void
assert_has (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);
  g_autofree char *framed = g_strdup_printf ("\n%s", text);

  if (strstr (framed, whole) == NULL)
    g_error ("no line “%s” in:\n%s", line, text);
}

#define EURO "\"€ \"#,##0.00;\"€ \"-#,##0.00"

/* Cells of the right type, differences and totals as formulas, the first tab from the others. */
static void
test_cells (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *text = NULL;

  kept_small (check);
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  text = write_and_read (paper);
  assert_has (text, "tab What it comes to");
  assert_has (text, "A1|s|General|bold||Step");
  assert_has (text, "A2|s|@|||Region");
  assert_has (text, "B4|s|@|||41410001");
  /* Not the remark of one that corrects nothing: that stays in the file. */
  g_assert_null (strstr (text, "|||Reason"));
  g_assert_null (strstr (text, "Late lines"));
  assert_has (text, "A8|s|@|||Gross production");
  assert_has (text, "B8|n|" EURO "||'Lines'!$F$4|1500");
  assert_has (text, "A9|s|@|bold||Payable");
  assert_has (text, "B10|n|" EURO "||-'Lines'!$M$4|0");
  assert_has (text, "B11|n|" EURO "|bold|ROUND(B9+B10,2)|1500");
  assert_has (text, "A12|s|@|bold||Amount, to pay");
  assert_has (text, "B12|n|" EURO "|bold|ROUND(SUM(B11:B11),2)|1500");
  assert_has (text, "A15|s|@|||Check");
  assert_has (text, "B15|n|" EURO "||ROUND(SUM(B8:B8)-B9,2)|0");
  assert_has (text, "tab Lines");
  assert_has (text, "B2|s|@|||0983");
  assert_has (text, "D2|s|@|||No agreement");
  assert_has (text, "H2|n|" EURO "||ROUND(F2-G2,2)|1000");
  assert_has (text, "L2|n|" EURO "||ROUND(H2-K2,2)|1000");
  assert_has (text, "N2|n|" EURO "||ROUND(L2-M2,2)|1000");
  assert_has (text, "N4|n|" EURO "|bold|ROUND(SUM(N2:N3),2)|1500");
  assert_has (text, "tab Municipalities");
  assert_has (text, "C2|n|" EURO "||ROUND(SUMIF('Lines'!$B$2:$B$3,$A2,'Lines'!$F$2:$F$3),2)|1000");
  assert_has (text, "tab Sources");
  assert_has (text, "F2|s|@|||R-1");
  assert_has (text, "I2|s|@|||C1");
  assert_has (text, "J2|n|dd-mm-yyyy|||45352");
  assert_has (text, "M2|n|#,##0|||10");
}

/* A correction shows what was settled before, and pays the difference. */
static void
test_correction (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  gint64 first;

  kept_small (check);
  first = kept_finish (check, 2024, "41410001");
  kept_declare (check, "R-3", "0957", "3", "300,00");
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  text = write_and_read (paper);
  before = g_strdup_printf ("A14|s|@|||Settled before, settlement %d", (int) first);
  assert_has (text, "A8|s|@|||Corrects settlement");
  assert_has (text, "B13|n|" EURO "|bold|ROUND(B11+B12,2)|1800");
  assert_has (text, before);
  assert_has (text, "B14|n|" EURO "|||-1500");
  assert_has (text, "B15|n|" EURO "|bold|ROUND(SUM(B13:B14),2)|300");
}

/* Every line, and a total, in the notation of Dutch spreadsheets. */
static void
test_csv (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *sources = NULL;

  kept_small (check);
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  lines = write_csv (paper, ps_statement_write_csv);
  g_assert_cmpstr (
      lines, ==,
      "\xEF\xBB\xBFProduct group;Code;Municipality;Scope;Ceiling;Gross;Norm duration deduction;Net;Exempt;Outside the "
      "ceiling;Band deduction;Payable;Paid;Balance;In dispute;Carried;Produced beside a lump sum\r\n"
      "XHLP;0983;Venlo;No agreement;;1000,00;0,00;1000,00;0,00;0,00;0,00;1000,00;0,00;1000,00;0,00;0,00;\r\n"
      "XHLP;0984;Venray;No agreement;;500,00;0,00;500,00;0,00;0,00;0,00;500,00;0,00;500,00;0,00;0,00;\r\n"
      "Total;;;;0,00;1500,00;0,00;1500,00;0,00;0,00;0,00;1500,00;0,00;1500,00;0,00;0,00;0,00\r\n");
  sources = write_csv (paper, ps_statement_write_sources);
  g_assert_nonnull (strstr (sources, "\r\nDeclaration line;XHLP;0983;Venlo;99X01;R-1;;1;C1;01-03-2024;31-03-2024;"));
  g_assert_nonnull (strstr (sources, "\r\nTotal;;;;;;;;;;;;;;;;1500,00;1500,00;0,00;0,00;0,00;0,00;0,00;0,00;0,00;\r\n"));
}

/* Amounts that no cell can hold: then there are no formulas that would compute with a text. */
static void
test_too_large (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsPaper) paper = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  kept_small (check);
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  g_array_index (paper->dossier->settlement->lines, PsSettlementLine, 0).gross_cents = PS_SHEET_MOST;
  sheets = ps_statement_sheets (paper);
  for (guint i = 0; i < sheets->len; i++)
    {
      const PsSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint j = 0; j < sheet->cells->len; j++)
        g_assert_null (g_array_index (sheet->cells, PsSheetCell, j).formula);
    }
}

/* What a spreadsheet would run is made harmless, and a stream that is full says so. */
static void
test_csv_harmless (void)
{
  g_autoptr (PsSheet) sheet = ps_sheet_new ("x");
  char room[8];
  g_autoptr (GOutputStream) full = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ps_sheet_add_column (sheet, "=Name", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, "Amount", PS_SHEET_MONEY, TRUE);
  ps_sheet_add_text (sheet, "@SUM(A1)");
  ps_sheet_add_number (sheet, -5);
  ps_sheet_add_text (sheet, "a;\"b\"");
  ps_sheet_add_number (sheet, PS_NO_NUMBER);
  g_assert_true (ps_sheet_write_csv (sheet, TRUE, stream, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF'=Name;Amount\r\n'@SUM(A1);-0,05\r\n\"a;\"\"b\"\"\";\r\nTotal;-0,05\r\n");
  g_assert_false (ps_sheet_write_csv (sheet, TRUE, full, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* ---- LibreOffice */

static gint64
sum_of (const PsSheet *sheet, guint column)
{
  gint64 sum = 0;

  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    {
      gint64 number = ps_sheet_cell (sheet, i, column)->number;

      sum += number != PS_NO_NUMBER ? number : 0;
    }
  return sum;
}

/* A column of a tab adds up to this. */
static void
assert_sum (const PsSheet *sheet, guint column, gint64 cents)
{
  g_assert_cmpint (sum_of (sheet, column), ==, cents);
}

static void
assert_same_sum (const PsSheet *a, guint a_column, const PsSheet *b, guint b_column)
{
  g_assert_cmpint (sum_of (a, a_column), ==, sum_of (b, b_column));
}

/* The sheets say what the settlement does, before they are held against another program's. */
static void
assert_same_as_settlement (GPtrArray *sheets, const PsPaper *paper)
{
  const PsSettlementLine *totals = &paper->dossier->settlement->totals;
  const PsSheet *lines = g_ptr_array_index (sheets, PS_STATEMENT_TAB_LINES);
  const PsSheet *municipalities = g_ptr_array_index (sheets, PS_STATEMENT_TAB_MUNICIPALITIES);
  const PsSheet *sources = g_ptr_array_index (sheets, PS_STATEMENT_TAB_SOURCES);

  assert_sum (lines, PS_LINES_GROSS, totals->gross_cents);
  assert_sum (lines, PS_LINES_NET, totals->net_cents);
  assert_sum (lines, PS_LINES_BAND, totals->band_deduction_cents);
  assert_sum (lines, PS_LINES_BALANCE, totals->balance_cents);
  assert_sum (lines, PS_LINES_DISPUTED, totals->disputed_cents);
  assert_sum (g_ptr_array_index (sheets, PS_STATEMENT_TAB_BANDS), PS_BANDS_DEDUCTION, totals->band_deduction_cents);
  assert_sum (sources, PS_SOURCES_GROSS, totals->gross_cents);
  assert_sum (sources, PS_SOURCES_NORM, totals->norm_deduction_cents);
  assert_sum (sources, PS_SOURCES_EXEMPT, totals->exempt_cents);
  assert_sum (sources, PS_SOURCES_OUTSIDE, totals->outside_cents);
  assert_sum (sources, PS_SOURCES_PAID, totals->paid_cents);
  assert_sum (sources, PS_SOURCES_DISPUTED, totals->disputed_cents);
  assert_sum (sources, PS_SOURCES_CARRIED, totals->carried_cents);
  assert_same_sum (sources, PS_SOURCES_BESIDE, lines, PS_LINES_BESIDE);
  assert_sum (municipalities, 2, totals->gross_cents);
  assert_sum (municipalities, 8, totals->balance_cents);
  g_assert_cmpint (totals->balance_cents, ==, paper->stored->balance_cents);
}

static void
add_statements (Recalculated *books, Check *check, int year)
{
  g_autoptr (GPtrArray) list = kept_list (check, year);

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (PsPaper) paper = kept_paper (check, ((const PsStored *) g_ptr_array_index (list, i))->id);
      GPtrArray *sheets = ps_statement_sheets (paper);

      assert_same_as_settlement (sheets, paper);
      recalculated_add (books, sheets);
    }
}

static void
add_payments (Recalculated *books, Check *check, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) payments = ps_payments_list (check->store, year, FALSE, PS_DATE_MIN, &error);

  g_assert_no_error (error);
  recalculated_add (books, ps_payments_sheets (payments, year));
}

static void
add_fixture (Recalculated *books, const char *name, int year)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, name);
  kept_finish (check, year, NULL);
  add_statements (books, check, year);
  add_payments (books, check, year);
}

static void
add_corrected (Recalculated *books)
{
  g_autoptr (Check) check = check_new ();

  kept_small (check);
  kept_finish (check, 2024, NULL);
  kept_declare (check, "R-3", "0957", "0,1", "10,00");
  kept_declare (check, "R-4", "0984", "-5", "-500,00");
  kept_finish (check, 2024, "41410001");
  add_statements (books, check, 2024);
  add_payments (books, check, 2024);
}

/* Every formula of every book gives what this program computed, to the cent, in a program that knows nothing but the formulas. */
static void
test_recalculated (void)
{
  g_autoptr (Recalculated) books = NULL;
  guint n;

  if (!recalculate_can ())
    {
      g_test_skip ("there is no LibreOffice");
      return;
    }
  books = recalculated_new ();
  add_fixture (books, "minimal", 2024);
  add_fixture (books, "varied", 2028);
  add_corrected (books);
  n = recalculated_check (books);
  g_test_message ("%u formulas", n);
  g_assert_cmpuint (n, >, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-book/cells", test_cells);
  g_test_add_func ("/statement-book/correction", test_correction);
  g_test_add_func ("/statement-book/too-large", test_too_large);
  g_test_add_func ("/statement-book/csv", test_csv);
  g_test_add_func ("/statement-book/csv-harmless", test_csv_harmless);
  g_test_add_func ("/statement-book/recalculated", test_recalculated);
  return g_test_run ();
}
