/* test-statement-pdf.c: a settlement's statement on paper: its figures to the cent, its order, and what may go wrong
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/ps-format.h"
#include "exchange/ps-statement-pdf.h"
#include "paper-builder.h"
#include "pdf-read.h"

typedef struct
{
  TestRegion *given;
  PsPaper *paper;
  GBytes *pdf;
  guint n_pages;
  char *text; /* as it lies on the pages */
} Printed;

static void
printed_clear (Printed *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->paper, test_paper_free);
  g_clear_pointer (&self->given, test_region_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printed, printed_clear)

static Printed
make (const char *rows)
{
  Printed self = { .given = test_region_new (rows) };

  self.paper = test_paper_new (self.given, "P1", "2024-12-31");
  return self;
}

static void
print (Printed *self)
{
  GError *error = NULL;

  self->pdf = ps_statement_render_pdf (self->paper, &self->n_pages, &error);
  g_assert_no_error (error);
  self->text = pdf_text (self->pdf, "-layout");
}

static Printed
make_rich (guint n_groups, guint n_municipalities, const char *exchange, gint64 factor)
{
  g_autofree char *rows = test_paper_region (n_groups, n_municipalities, exchange, factor);

  return make (rows);
}

static void
assert_has (const Printed *self, gint64 cents)
{
  g_autofree char *money = ps_format_money (cents), *amount = ps_format_amount (cents);
  /* On paper a blank is a blank. */
  g_auto (GStrv) parts = g_strsplit (money, "\302\240", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  if (strstr (self->text, plain) == NULL && strstr (self->text, amount) == NULL)
    g_error ("%s is not in: %s", plain, self->text);
}

/* ---- figures */

static void
test_figures (void)
{
  g_auto (Printed) self = make_rich (5, 4, "productgroep", 3);
  const PsSettlement *settlement = self.paper->dossier->settlement;

  test_paper_earlier (self.paper, 9, 123456);
  test_paper_earlier (self.paper, 11, -4567);
  print (&self);
  assert_has (&self, self.paper->stored->amount_cents);
  assert_has (&self, -self.paper->stored->settled_before_cents);
  assert_has (&self, settlement->totals.disputed_cents);
  assert_has (&self, settlement->totals.carried_cents);
  g_assert_cmpint (settlement->totals.disputed_cents, !=, 0);
  g_assert_cmpint (settlement->totals.carried_cents, !=, 0);
  /* The steps count their sources. */
  g_assert_nonnull (strstr (self.text, "declaration lines were paid: "));
  g_assert_nonnull (strstr (self.text, "past their norm duration are paid at "));
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      assert_has (&self, line->gross_cents);
      assert_has (&self, line->payable_cents);
      assert_has (&self, line->balance_cents);
    }
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);

      assert_has (&self, scope->ceiling_cents);
      assert_has (&self, -scope->deduction_cents);
      for (guint j = 0; j < scope->bands->len; j++)
        assert_has (&self, g_array_index (scope->bands, PsBand, j).amount_cents);
    }
  pdf_assert_tidy (self.pdf);
}

static gint64
cents_of (const char *amount)
{
  GString *plain = g_string_new (NULL);
  gint64 cents;

  for (const char *at = amount; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) == 0x2212)
      g_string_append_c (plain, '-');
    else if (g_ascii_isdigit (*at))
      g_string_append_c (plain, *at);
  cents = g_ascii_strtoll (plain->str, NULL, 10);
  g_string_free (plain, TRUE);
  return cents;
}

/* The last n amounts of a row of the table, added to `sums`. */
static void
add_row (const char *row, gint64 *sums, guint n)
{
  g_auto (GStrv) words = g_strsplit_set (row, " ", -1);
  guint at = g_strv_length (words), left = n;

  while (left > 0 && at-- > 0)
    if (*words[at] != '\0')
      sums[--left] += cents_of (words[at]);
  g_assert_cmpuint (left, ==, 0);
}

/* By what stands first in it: a product group, a municipality's code, a line's reference. */
static gboolean
is_row (const char *row)
{
  static const char *const first[] = { "AMB", "TRA", "M0", "R-" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (g_str_has_prefix (row, first[i]))
      return TRUE;
  return FALSE;
}

/* Adds up the rows of a table from its heading to its total, and compares. */
static void
assert_adds_up (const char *text, const char *heading, const char *first_column, guint n)
{
  const char *start = strstr (strstr (text, heading), first_column);
  g_auto (GStrv) rows = g_strsplit (start, "\n", -1);
  gint64 sums[10] = { 0 }, total[10] = { 0 };
  guint n_rows = 0, i;

  for (i = 0; rows[i] != NULL && !g_str_has_prefix (g_strchug (rows[i]), "Total"); i++)
    if (is_row (rows[i]))
      {
        add_row (rows[i], sums, n);
        n_rows++;
      }
  g_assert_nonnull (rows[i]);
  g_assert_cmpuint (n_rows, >, 2);
  add_row (rows[i], total, n);
  for (guint j = 0; j < n; j++)
    g_assert_cmpint (sums[j], ==, total[j]);
}

/* What is on paper adds up on paper: lines, municipalities, what was paid. */
static void
test_sums (void)
{
  g_auto (Printed) self = make_rich (5, 9, "segment", 7);
  const PsSettlementLine *totals = &self.paper->dossier->settlement->totals;

  print (&self);
  assert_adds_up (self.text, "Amounts in euro. Gross", "Group", 7);
  assert_adds_up (self.text, "\nMunicipalities\n", "Code", 6);
  assert_has (&self, -totals->norm_deduction_cents);
  assert_adds_up (self.text, "What was paid", "Code", 3);
  assert_adds_up (self.text, "\nNorm duration\n", "Reference", 2);
  /* A sign and an amount, twice. */
  assert_adds_up (self.text, "Lines in dispute", "Reference", 4);
  assert_has (&self, totals->balance_cents);
}

static void
test_order (void)
{
  g_auto (Printed) self = make_rich (3, 3, "aanbieder", 1);
  g_autofree char *reading = NULL;

  test_paper_earlier (self.paper, 9, 100);
  print (&self);
  pdf_assert_order (self.text, "Jeugdregio Maasduin", "Kade 14", "Settlement 2024", "21-05-2025", "What it comes to", "Payable",
                    "Paid", "Balance", "Settled before", "Step by step", "Approve", "Price", "Norm duration",
                    "Scopes of exchange", "Bands", "Exemptions", "Division", "Paid and advances", "Settled before",
                    "From gross production to balance", "Lines", "Scopes and bands", "Municipalities", "What was paid",
                    "Settled before", "Lines in dispute", "Carried instalments", "Production statement", "How it came about",
                    "SHA-256", NULL);
  reading = pdf_text (self.pdf, NULL);
  pdf_assert_order (reading, "Settlement 2024", "What it comes to", "Step by step", "Lines", "Scopes and bands", "Municipalities",
                    "What was paid", "Lines in dispute", "Production statement", "How it came about", NULL);
}

/* Who did what when, what was frozen, and the record of the trail: whole, on one line, to compare. */
static void
test_record (void)
{
  g_auto (Printed) self = make_rich (2, 2, "aanbieder", 1);

  print (&self);
  pdf_assert_order (self.text, "Computed", "12-05-2025 12:07 by anna", "Proposed", "13-05-2025 12:07 by bas", "Made final",
                    "21-05-2025 12:07 by carla", NULL);
  for (guint i = 1; i < PS_N_DOCUMENTS; i++)
    g_assert_nonnull (strstr (self.text, self.paper->stored->digests[i]));
  g_assert_nonnull (strstr (self.text, self.paper->trail_hash));
  g_assert_nonnull (strstr (self.text, "Version 2, agreed on 14-12-2023"));
}

static void
test_production_statement (void)
{
  g_auto (Printed) self = make_rich (2, 2, "aanbieder", 1);
  PsProductionStatement *statement = g_new0 (PsProductionStatement, 1);
  PsLifeWarning *warning = g_new0 (PsLifeWarning, 1);

  *statement = (PsProductionStatement){
    .id = 1, .year = 2024, .received_on = test_date ("2025-02-27"), .certified_on = test_date ("2025-03-28")
  };
  statement->stated_cents = self.paper->stored->gross_cents + 150432;
  statement->certified = PS_CERTIFIED_BY_AUDITOR;
  statement->explanation = g_strdup ("December came in January.");
  self.paper->statement = statement;
  warning->text = g_strdup ("Something is wrong.");
  warning->answer = g_strdup ("It was looked at.");
  g_ptr_array_add (self.paper->stored->warnings, warning);
  print (&self);
  assert_has (&self, statement->stated_cents);
  assert_has (&self, 150432);
  pdf_assert_order (self.text, "Production statement", "27-02-2025", "28-03-2025", "December came in January.", "Warnings",
                    "Something is wrong.", "Answer: It was looked at.", NULL);
}

/* Of one that corrects nothing it is a remark, which stays in the file. */
static void
test_remark (void)
{
  g_auto (Printed) self = make_rich (2, 2, "aanbieder", 1);

  self.paper->stored->reason = g_strdup ("Ask about the ceiling");
  print (&self);
  g_assert_null (strstr (self.text, "Ask about the ceiling"));
}

static void
test_correction (void)
{
  g_autofree char *rows = test_paper_region (2, 3, "aanbieder", 1);
  g_autofree char *later = g_strconcat (rows, "line 777 M01/101 14L11 2024-11-21 2024-11-25 4 90 = status=toegekend\n", NULL);
  g_auto (Printed) before = make (rows);
  g_auto (Printed) self = make (later);
  PsStored *stored = self.paper->stored;

  before.paper->stored->id = 9;
  stored->replaces = 9;
  stored->reason = g_strdup ("A late declaration");
  test_paper_earlier (self.paper, 9, before.paper->stored->amount_cents);
  self.paper->replaced = ps_stored_copy (before.paper->stored);
  self.paper->difference = ps_dossier_compare (before.paper->dossier, self.paper->dossier);
  print (&self);
  pdf_assert_order (self.text, "Settlement 2024, correction", "Settlement number 9", "A late declaration",
                    "What this correction changes", "Why", "R-777", NULL);
  assert_has (&self, stored->amount_cents);
  g_assert_cmpint (stored->amount_cents, ==, stored->balance_cents - before.paper->stored->balance_cents);
  assert_adds_up (self.text, "Every line, also those", "Group", 7);
  pdf_assert_tidy (self.pdf);
}

/* ---- what there may be little or much of */

static void
test_no_scopes (void)
{
  g_auto (Printed) self = make ("product A 1/G pxq uur\ntariff A 90\nassignment M/1 C A 2024-01-01\n"
                                "line 1 M/1 A 2024-02-01 2024-02-02 10 90 = status=toegekend\n");

  print (&self);
  pdf_assert_order (self.text, "None: what was produced is paid in full", "Nothing is to be paid", "no scopes", NULL);
  assert_has (&self, 90000);
  pdf_assert_tidy (self.pdf);
}

static void
test_no_lines (void)
{
  g_auto (Printed) self = make ("product A 1/G pxq uur\nassignment M/1 C A 2024-01-01\n");

  print (&self);
  pdf_assert_order (self.text, "Nothing was produced.", "There is nothing to settle", NULL);
  pdf_assert_tidy (self.pdf);
}

static void
test_long_names (void)
{
  g_auto (Printed) self = make_rich (3, 4, "productgroep", 2);
  GArray *municipalities = self.given->region->municipalities;
  GString *name = g_string_new ("Stichting");

  while (name->len < 200)
    g_string_append (name, " Jeugdhulp");
  g_free (self.paper->stored->provider);
  self.paper->stored->provider = g_strdup (name->str);
  for (guint i = 0; i < municipalities->len; i++)
    {
      PsMunicipality *municipality = &g_array_index (municipalities, PsMunicipality, i);

      g_free (municipality->name);
      municipality->name = i == 0 ? g_strnfill (200, 'w') : g_strdup (name->str);
    }
  print (&self);
  pdf_assert_tidy (self.pdf);
  g_string_free (name, TRUE);
}

static void
test_many_lines (void)
{
  g_auto (Printed) self = make_rich (10, 6, "segment", 900);
  g_autofree char *last = NULL;

  print (&self);
  g_assert_cmpuint (self.n_pages, >, 7);
  last = g_strdup_printf ("page %u of %u", self.n_pages, self.n_pages);
  g_assert_nonnull (strstr (self.text, last));
  g_assert_cmpuint (pdf_count (self.text, "\f"), ==, self.n_pages);
  pdf_assert_tidy (self.pdf);
}

/* Only a final one comes without its state across each page; all say it in words. */
static void
test_states (void)
{
  static const PsSettlementState states[] = { PS_SETTLEMENT_DRAFT, PS_SETTLEMENT_PROPOSED, PS_SETTLEMENT_FINAL,
                                              PS_SETTLEMENT_WITHDRAWN };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_auto (Printed) self = make_rich (3, 3, "aanbieder", 1);
      g_autofree char *header = NULL;

      test_paper_state (self.paper, states[i]);
      if (states[i] == PS_SETTLEMENT_WITHDRAWN)
        {
          self.paper->stored->withdrawn_by = g_strdup ("dirk");
          self.paper->stored->withdrawn_at = self.paper->stored->proposed_at + 1;
          self.paper->stored->withdrawn_reason = g_strdup ("made by mistake");
        }
      print (&self);
      header = g_strdup_printf ("number 12 · %s ·", ps_settlement_state_label (states[i]));
      g_assert_cmpuint (pdf_count (self.text, header), ==, self.n_pages - 1);
      g_assert_true ((strstr (self.text, "made by mistake") != NULL) == (states[i] == PS_SETTLEMENT_WITHDRAWN));
    }
}

static void
test_same_bytes (void)
{
  g_auto (Printed) first = make_rich (4, 4, "segment", 5);
  g_auto (Printed) second = make_rich (4, 4, "segment", 5);

  print (&first);
  print (&second);
  g_assert_true (g_bytes_equal (first.pdf, second.pdf));
}

static void
test_facts (void)
{
  g_auto (Printed) self = make_rich (2, 2, "aanbieder", 1);
  g_autofree char *info = NULL;

  print (&self);
  info = pdf_info (self.pdf, NULL);
  g_assert_nonnull (strstr (info, "Title:           Settlement 2024, P1"));
  g_assert_nonnull (strstr (info, "Author:          Jeugdregio Maasduin"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "CreationDate:    Wed May 21 12:07:00 2025"));
}

/* ---- files */

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("peilstok-pdf-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_file (void)
{
  g_auto (Printed) self = make_rich (1, 1, "aanbieder", 1);
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "a.pdf", NULL), *content = NULL;
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  print (&self);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  ps_statement_write_pdf (self.paper, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (self.pdf, NULL), g_bytes_get_size (self.pdf));
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_false (ps_statement_write_pdf (self.paper, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A folder in the file's place, which even root cannot write a file over. */
static void
test_folder_in_the_way (void)
{
  g_auto (Printed) self = make_rich (1, 1, "aanbieder", 1);
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_statement_write_pdf (self.paper, folder, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Writing ends halfway: what was there is there still, and nothing beside it. */
static void
test_full_disk (void)
{
  g_autofree char *folder = NULL, *path = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 4096, 4096 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_auto (Printed) self = make_rich (2, 2, "aanbieder", 1);
  folder = make_folder ();
  path = g_build_filename (folder, "a.pdf", NULL);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (ps_statement_write_pdf (self.paper, path, &error));
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_full_device (void)
{
  g_auto (Printed) self = make_rich (1, 1, "aanbieder", 1);
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  g_assert_false (ps_statement_write_pdf (self.paper, "/dev/full", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_file_name (void)
{
  static const struct
  {
    const char *provider, *name;
  } cases[] = {
    { "Maasduin Jeugdhulp", "Settlement 2024 Maasduin Jeugdhulp 41410001 no 12" },
    { "Zorg/\\:*?\"<>| & \"Co\"\n", "Settlement 2024 Zorg & Co 41410001 no 12" },
    { "../../etc/passwd", "Settlement 2024 .. .. etc passwd 41410001 no 12" },
    { "Çédille’s Zörg", "Settlement 2024 Çédille’s Zörg 41410001 no 12" },
    { "\xff", "Settlement 2024 \xef\xbf\xbd 41410001 no 12" },
  };
  PsStored stored = { .id = 12, .agb = (char *) "41410001", .year = 2024 };
  g_autofree char *long_name = g_strnfill (300, 'x'), *longest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;

      stored.provider = (char *) cases[i].provider;
      name = ps_statement_file_name (&stored);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
  stored.provider = long_name;
  longest = ps_statement_file_name (&stored);
  g_assert_cmpuint (strlen (longest), <, 180);
  g_assert_true (g_str_has_suffix (longest, " 41410001 no 12"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-pdf/figures", test_figures);
  g_test_add_func ("/statement-pdf/sums", test_sums);
  g_test_add_func ("/statement-pdf/order", test_order);
  g_test_add_func ("/statement-pdf/record", test_record);
  g_test_add_func ("/statement-pdf/production-statement", test_production_statement);
  g_test_add_func ("/statement-pdf/remark", test_remark);
  g_test_add_func ("/statement-pdf/correction", test_correction);
  g_test_add_func ("/statement-pdf/no-scopes", test_no_scopes);
  g_test_add_func ("/statement-pdf/no-lines", test_no_lines);
  g_test_add_func ("/statement-pdf/long-names", test_long_names);
  g_test_add_func ("/statement-pdf/many-lines", test_many_lines);
  g_test_add_func ("/statement-pdf/states", test_states);
  g_test_add_func ("/statement-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/statement-pdf/facts", test_facts);
  g_test_add_func ("/statement-pdf/file", test_file);
  g_test_add_func ("/statement-pdf/folder-in-the-way", test_folder_in_the_way);
  g_test_add_func ("/statement-pdf/full-disk", test_full_disk);
  g_test_add_func ("/statement-pdf/full-device", test_full_device);
  g_test_add_func ("/statement-pdf/file-name", test_file_name);
  return g_test_run ();
}
