/* test-pdf.c: pages that flow: what another program reads in them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "charts/ps-chart-waterfall.h"
#include "exchange/ps-pdf.h"
#include "pdf-read.h"

static PsPdf *
begin (const char *mark)
{
  PsPdfLook look = { .title = "Statement", .author = "Region", .header = "Top of page", .footer = "Foot of page", .mark = mark };

  look.made_at = 1747051620;
  return ps_pdf_new (&look);
}

/* Takes the document. */
static GBytes *
finish (PsPdf *pdf, guint *n_pages)
{
  GError *error = NULL;
  GBytes *bytes = ps_pdf_finish (pdf, n_pages, &error);

  g_assert_no_error (error);
  ps_pdf_free (pdf);
  return bytes;
}

static void
test_empty (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = finish (begin (NULL), &n_pages);
  g_autofree char *info = pdf_info (pdf, NULL), *text = pdf_text (pdf, NULL);

  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (info, "595.276 x 841.89 pts"));
  g_assert_nonnull (strstr (info, "Title:           Statement"));
  g_assert_nonnull (strstr (info, "Author:          Region"));
  g_assert_nonnull (strstr (info, "CreationDate:    Mon May 12 12:07:00 2025"));
  g_assert_nonnull (strstr (text, "page 1 of 1"));
}

static PsPdf *
make_letter (void)
{
  PsPdf *pdf = begin ("Concept");

  ps_pdf_letterhead (pdf, "Region of rivers\nQuay 1\n1000 AA Riverside");
  ps_pdf_address (pdf, "Provider\nStreet 2\n2000 BB Town");
  ps_pdf_heading (pdf, 1, "First heading");
  ps_pdf_fact (pdf, "Number", "12");
  ps_pdf_fact (pdf, "State", "final");
  ps_pdf_heading (pdf, 2, "Second heading");
  ps_pdf_text (pdf, "A paragraph.");
  ps_pdf_heading (pdf, 3, "Third heading");
  ps_pdf_small (pdf, "Small letters.");
  return pdf;
}

static void
test_order (void)
{
  g_autoptr (GBytes) pdf = finish (make_letter (), NULL);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const options[] = { NULL, "-layout", "-raw" };
      g_autofree char *text = pdf_text (pdf, options[i]);

      pdf_assert_order (text, "Region of rivers", "1000 AA Riverside", "Provider", "2000 BB Town", "First heading", "Number",
                        "12", "State", "final", "Second heading", "A paragraph.", "Third heading", "Small letters.",
                        "Foot of page", "page 1 of 1", NULL);
      /* The mark is seen, not read. */
      g_assert_null (strstr (text, "Concept"));
    }
  pdf_assert_tidy (pdf);
}

static void
test_structure (void)
{
  PsPdf *letter = make_letter ();
  const PsPdfColumn columns[] = { { "What", 1, PS_PDF_LEFT }, { "Amount", 0, PS_PDF_RIGHT } };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *info = NULL, *structure = NULL;

  ps_pdf_table_begin (letter, columns, G_N_ELEMENTS (columns));
  ps_pdf_table_row (letter, (const char *const[]){ "Cost", "€ 1,00" }, FALSE);
  ps_pdf_table_end (letter);
  pdf = finish (letter, NULL);
  info = pdf_info (pdf, NULL);
  structure = pdf_info (pdf, "-struct-text");
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  pdf_assert_order (structure, "Document", "H1 (block)", "First heading", "P (block)", "Number", "H2 (block)", "Second heading",
                    "P (block)", "A paragraph.", "H3 (block)", "Table (block)", "TR", "TH", "What", "TR", "TD", "Cost", "TD",
                    "€ 1,00", NULL);
  g_assert_null (strstr (structure, "Foot of page"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = finish (make_letter (), NULL), second = finish (make_letter (), NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* However the paragraphs fall, no page ends with a heading, and no line of a paragraph stands alone. */
static void
test_headings_go_with_text (void)
{
  for (guint lines = 1; lines < 14; lines += 3)
    {
      PsPdf *pdf = begin (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;

      for (guint i = 0; i < 60; i++)
        {
          GString *paragraph = g_string_new (NULL);

          for (guint j = 0; j < lines + i % 5; j++)
            g_string_append_printf (paragraph, "%sword%u of paragraph %u", j > 0 ? "\n" : "", j, i);
          ps_pdf_heading (pdf, 2 + (int) (i % 2), "HEADING");
          ps_pdf_text (pdf, paragraph->str);
          g_string_free (paragraph, TRUE);
        }
      bytes = finish (pdf, NULL);
      text = pdf_text (bytes, "-raw");
      pages = g_strsplit (text, "\f", -1);
      for (guint page = 0; pages[page + 1] != NULL; page++)
        {
          const char *foot = strstr (pages[page], "Foot of page");

          g_assert_nonnull (foot);
          g_assert_true (foot - pages[page] > 8 && strncmp (foot - 8, "HEADING\n", 8) != 0);
        }
      pdf_assert_tidy (bytes);
    }
}

#define MANY 150

static PsPdf *
make_table (void)
{
  const PsPdfColumn columns[] = { { "COLUMN", 0, PS_PDF_LEFT }, { "Name", 1, PS_PDF_LEFT }, { "Amount", 0, PS_PDF_RIGHT } };
  PsPdf *pdf = begin (NULL);

  ps_pdf_heading (pdf, 1, "Table");
  ps_pdf_table_begin (pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("row%03u", i), *note = g_strdup_printf ("note%03u", i);

      ps_pdf_table_row (pdf, (const char *const[]){ number, "name", "€ −12.345.678,90" }, FALSE);
      ps_pdf_table_note (pdf, i % 3 == 0 ? note : NULL);
    }
  ps_pdf_table_row (pdf, (const char *const[]){ "SUM", "", "€ 1,00" }, TRUE);
  ps_pdf_table_end (pdf);
  return pdf;
}

static void
test_table_goes_on (void)
{
  guint n_pages;
  g_autoptr (GBytes) pdf = finish (make_table (), &n_pages);
  g_autofree char *text = pdf_text (pdf, "-layout");
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (n_pages, ==, g_strv_length (pages) - 1);
  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (pdf_count (text, "COLUMN"), ==, n_pages);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *row = g_strdup_printf ("row%03u", i), *note = g_strdup_printf ("note%03u", i);

      g_assert_cmpuint (pdf_count (text, row), ==, 1);
      g_assert_cmpuint (pdf_count (text, note), ==, i % 3 == 0);
      for (guint page = 0; page < n_pages && i % 3 == 0; page++)
        g_assert_true ((strstr (pages[page], row) != NULL) == (strstr (pages[page], note) != NULL));
    }
  /* The total has a row above it, and the amounts are whole. */
  g_assert_nonnull (strstr (pages[n_pages - 1], "row149"));
  g_assert_cmpuint (pdf_count (text, "€ −12.345.678,90"), ==, MANY);
  pdf_assert_tidy (pdf);
}

/* A repeated heading row is for the eye: who listens hears one table. */
static void
test_table_is_one (void)
{
  g_autoptr (GBytes) pdf = finish (make_table (), NULL);
  g_autofree char *structure = pdf_info (pdf, "-struct-text");

  g_assert_cmpuint (pdf_count (structure, "Table (block)"), ==, 1);
  g_assert_cmpuint (pdf_count (structure, "COLUMN"), ==, 1);
  g_assert_cmpuint (pdf_count (structure, "TD"), ==, 3 * (MANY + 1) + MANY / 3);
}

/* Nine columns with amounts of a hundred million: letters shrink before an amount is broken or touches the next. */
static void
test_wide_table (void)
{
  PsPdfColumn columns[9] = { { "Group", 0, PS_PDF_LEFT }, { "Municipality", 1, PS_PDF_LEFT } };
  const char *cells[9] = { "AMB12", "Súdwest-Fryslân en omstreken" };
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 2; i < 9; i++)
    {
      columns[i] = (PsPdfColumn){ "Normduur", 0, PS_PDF_RIGHT };
      cells[i] = "−123.456.789,01";
    }
  ps_pdf_table_begin (pdf, columns, 9);
  ps_pdf_table_row (pdf, cells, FALSE);
  ps_pdf_table_row (pdf, cells, TRUE);
  ps_pdf_table_end (pdf);
  bytes = finish (pdf, NULL);
  text = pdf_text (bytes, "-layout");
  g_assert_cmpuint (pdf_count (text, "−123.456.789,01"), ==, 14);
  g_assert_cmpuint (pdf_count (text, "Normduur"), ==, 7);
  pdf_assert_tidy (bytes);
}

/* A cell that is longer than a page goes on on the next, without losing a word. */
static void
test_tall_row (void)
{
  const PsPdfColumn columns[] = { { "Text", 1, PS_PDF_LEFT }, { "Amount", 0, PS_PDF_RIGHT } };
  GString *words = g_string_new (NULL);
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "w%04u ", i);
  ps_pdf_table_begin (pdf, columns, G_N_ELEMENTS (columns));
  ps_pdf_table_row (pdf, (const char *const[]){ words->str, "€ 1,00" }, FALSE);
  ps_pdf_table_note (pdf, words->str);
  ps_pdf_table_end (pdf);
  ps_pdf_fact (pdf, "Reason", words->str);
  bytes = finish (pdf, &n_pages);
  g_string_free (words, TRUE);
  text = pdf_text (bytes, NULL);
  g_assert_cmpuint (n_pages, >, 5);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (pdf_count (text, word), ==, 3);
    }
  pdf_assert_tidy (bytes);
}

static void
test_odd_texts (void)
{
  static const char *const odd[] = { "",          "\x01\x02",           "a\tb\r\nc", "\xff\xfe bad",
                                     "שלום עולם", "日本語の名前",       "e\u0301",   "👩‍👩‍👧 family",
                                     "\u2028x",   "<b>&amp;</b> %s %n", "\U0010fffd" };
  const PsPdfColumn columns[] = { { "", 0, PS_PDF_LEFT }, { "Odd", 1, PS_PDF_LEFT } };
  PsPdf *pdf = begin ("");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  ps_pdf_letterhead (pdf, " \n ");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      ps_pdf_heading (pdf, 3, odd[i]);
      ps_pdf_text (pdf, odd[i]);
      ps_pdf_fact (pdf, odd[i], odd[i]);
      ps_pdf_table_begin (pdf, columns, G_N_ELEMENTS (columns));
      ps_pdf_table_row (pdf, (const char *const[]){ NULL, odd[i] }, i % 2 == 0);
      ps_pdf_table_note (pdf, odd[i]);
      ps_pdf_table_end (pdf);
    }
  bytes = finish (pdf, NULL);
  text = pdf_text (bytes, NULL);
  g_assert_nonnull (strstr (text, "<b>&amp;</b> %s %n"));
  g_assert_nonnull (strstr (text, "bad"));
  g_assert_nonnull (strstr (text, "日本語の名前"));
}

/* However long letterhead and address are, the text begins on the first page, below them. */
static void
test_long_letterhead (void)
{
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  GString *lines = g_string_new ("The region");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (lines, "\nline %u, and something long enough to be broken over two lines of it", i);
  ps_pdf_letterhead (pdf, lines->str);
  ps_pdf_address (pdf, lines->str);
  ps_pdf_heading (pdf, 1, "The text");
  ps_pdf_text (pdf, "It begins here.");
  bytes = finish (pdf, NULL);
  g_string_free (lines, TRUE);
  text = pdf_text (bytes, "-raw");
  pdf_assert_order (text, "The region", "The text", "It begins here.", "page 1 of 1", NULL);
  pdf_assert_tidy (bytes);
}

static void
test_empty_table (void)
{
  const PsPdfColumn columns[] = { { "Only headings", 0, PS_PDF_LEFT } }, nameless[] = { { "", 0, PS_PDF_LEFT } };
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  ps_pdf_table_begin (pdf, columns, 1);
  ps_pdf_table_end (pdf);
  ps_pdf_table_begin (pdf, nameless, 1);
  ps_pdf_table_end (pdf);
  ps_pdf_page (pdf);
  ps_pdf_page (pdf);
  bytes = finish (pdf, NULL);
  text = pdf_text (bytes, NULL);
  g_assert_nonnull (strstr (text, "Only headings"));
  g_assert_nonnull (strstr (text, "page 1 of 1"));
}

static void
test_breaks (void)
{
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  ps_pdf_page (pdf);
  ps_pdf_text (pdf, "one");
  ps_pdf_page (pdf);
  ps_pdf_text (pdf, "two");
  bytes = finish (pdf, &n_pages);
  text = pdf_text (bytes, NULL);
  g_assert_cmpuint (n_pages, ==, 2);
  pdf_assert_order (text, "one", "page 1 of 2", "\f", "Top of page", "two", "page 2 of 2", NULL);
  g_assert_cmpuint (pdf_count (text, "Top of page"), ==, 1);
}

/* A page is 700 points of text: a chapter that wants 600 begins below a line, and not below twenty. */
static void
test_chapters (void)
{
  PsPdf *pdf = begin (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  ps_pdf_chapter (pdf, 600);
  ps_pdf_text (pdf, "one");
  ps_pdf_chapter (pdf, 600);
  ps_pdf_text (pdf, "two");
  for (int i = 0; i < 20; i++)
    ps_pdf_text (pdf, "more");
  ps_pdf_chapter (pdf, 600);
  ps_pdf_text (pdf, "three");
  bytes = finish (pdf, &n_pages);
  text = pdf_text (bytes, NULL);
  g_assert_cmpuint (n_pages, ==, 2);
  pdf_assert_order (text, "one", "two", "page 1 of 2", "\f", "three", "page 2 of 2", NULL);
}

static void
test_chart (void)
{
  PsPdf *pdf = begin (NULL);
  g_autoptr (PsWaterfallChart) chart = ps_waterfall_chart_new (90000);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL, *words = NULL, *plain = NULL;

  for (guint i = 0; i < 60; i++)
    ps_waterfall_chart_add (chart, i == 0 ? PS_WATERFALL_TOTAL : PS_WATERFALL_CHANGE, "Step", NULL,
                            i == 0 ? 100000 : -100 * (gint64) i);
  words = ps_chart_waterfall_describe (chart);
  ps_pdf_text (pdf, "Above");
  ps_pdf_chart (pdf, &ps_chart_waterfall_kind, chart, "Somebody");
  ps_pdf_text (pdf, "Below");
  bytes = finish (pdf, NULL);
  text = pdf_text (bytes, "-raw");
  pdf_assert_order (text, "Above", "Somebody", "Step", "Below", NULL);
  /* What it shows is told in words too. */
  plain = g_strdup (g_strdelimit (text, "\n", ' '));
  g_assert_cmpuint (pdf_count (plain, "Step"), >=, 120);
  pdf_assert_tidy (bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/empty", test_empty);
  g_test_add_func ("/pdf/order", test_order);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/headings-go-with-text", test_headings_go_with_text);
  g_test_add_func ("/pdf/table-goes-on", test_table_goes_on);
  g_test_add_func ("/pdf/table-is-one", test_table_is_one);
  g_test_add_func ("/pdf/wide-table", test_wide_table);
  g_test_add_func ("/pdf/tall-row", test_tall_row);
  g_test_add_func ("/pdf/odd-texts", test_odd_texts);
  g_test_add_func ("/pdf/long-letterhead", test_long_letterhead);
  g_test_add_func ("/pdf/empty-table", test_empty_table);
  g_test_add_func ("/pdf/breaks", test_breaks);
  g_test_add_func ("/pdf/chapters", test_chapters);
  g_test_add_func ("/pdf/chart", test_chart);
  return g_test_run ();
}
