/* test-csv-header.c: which kind of file a header belongs to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib.h>
#include <string.h>

#include "exchange/ps-csv-header.h"

/* "kind" or "-", then "; column: reason" for each problem, then " (passed over)". */
static char *
recognise (const char *header, int wanted)
{
  g_auto (GStrv) names = g_strsplit (header, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  PsCsvHeader found;
  PsCsvProblems problems;

  ps_csv_problems_init (&problems);
  ps_csv_header_read (&found, (const char *const *) names, wanted, &problems);
  g_string_append (text, found.kind >= 0 ? ps_csv_kind_word ((PsCsvKind) found.kind) : "-");
  for (guint i = 0; i < problems.array->len; i++)
    {
      const PsCsvProblem *problem = &g_array_index (problems.array, PsCsvProblem, i);

      g_string_append_printf (text, "; %s: %s", problem->column != NULL ? problem->column : "", problem->reason);
    }
  if (found.passed_over != NULL)
    g_string_append_printf (text, " (%s)", found.passed_over);
  ps_csv_problems_clear (&problems);
  ps_csv_header_clear (&found);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (const char *header, const char *expected)
{
  g_autofree char *found = recognise (header, -1);

  g_assert_cmpstr (found, ==, expected);
}

/* Every kind by all of its columns, and by its required ones alone. */
static void
test_every_kind (void)
{
  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    {
      const PsCsvKindInfo *info = ps_csv_kind_info ((PsCsvKind) kind);
      g_autoptr (GString) all = g_string_new (NULL);
      g_autoptr (GString) required = g_string_new (info->either[0]);
      PsCsvKind parsed;

      for (guint i = 0; i < info->n_columns; i++)
        {
          g_string_append_printf (all, "%s%s", i > 0 ? ";" : "", info->columns[i].name);
          if (info->columns[i].required)
            g_string_append_printf (required, "%s%s", required->len > 0 ? ";" : "", info->columns[i].name);
        }
      check (all->str, info->word);
      check (required->str, info->word);
      g_assert_true (ps_csv_kind_parse (info->word, &parsed));
      g_assert_cmpint ((int) parsed, ==, kind);
      g_assert_cmpuint (strlen (ps_csv_kind_label (parsed)), >, 0);
    }
}

static void
test_notation (void)
{
  check (" CODE ;Naam", "municipalities");
  check ("naam;code", "municipalities");
  check ("code;naam;;", "municipalities");
}

static void
test_unknown_columns (void)
{
  check ("code;naam;Provincie;Kleur", "municipalities (Provincie, Kleur)");
  /* a rejects file that was mended has a column of reasons */
  check ("code;naam;reden", "municipalities");
}

static void
test_missing_columns (void)
{
  check ("agb;kvk;soort;gecontracteerd", "providers; naam: this column is missing in a file of providers");
  check ("referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;bedrag",
         "declarations; volume: this column is missing in a file of declaration lines");
  check ("toewijzingnummer;client;agb;gemeente;ingangsdatum",
         "assignments; product: this column, or “productgroep”, is missing in a file of assignments");
  check ("kleur;smaak", "-; : no column is known: this is not one of the files that can be imported");
  check ("", "-; : no column is known: this is not one of the files that can be imported");
}

/* A products file without one of its columns is no file of municipalities; nor measurements without theirs one of peildata. */
static void
test_not_the_smaller_kind (void)
{
  check ("code;naam;segment;productgroep;eenheid", "products; bekostiging: this column is missing in a file of products");
  check ("peildatum;agb;product;plekken", "measurements; gemeente: this column is missing in a file of measurements");
  /* but what another system adds to a file does not make another kind of it */
  check ("gemeente;toewijzingnummer;startdatum;stopdatum;client;agb;product", "care (client, agb, product)");
}

static void
test_ambiguous (void)
{
  check ("agb;naam;code", "-; : the columns fit two kinds of file, “municipalities” and “providers”: name the kind");
}

static void
test_named_kind (void)
{
  g_autofree char *named = recognise ("agb;naam;code", PS_CSV_PROVIDERS);
  g_autofree char *wrong = recognise ("code;naam", PS_CSV_PROVIDERS);

  g_assert_cmpstr (named, ==, "providers (code)");
  g_assert_cmpstr (wrong, ==, "providers; agb: this column is missing in a file of providers (code)");
}

static void
test_columns_twice (void)
{
  check ("code;naam;Code", "municipalities; code: this column is there twice");
  check ("code;naam;x;x", "municipalities; x: this column is there twice (x, x)");
}

static void
test_bsn (void)
{
  check (
      "toewijzingnummer;client;agb;gemeente;product;ingangsdatum;BSN",
      "assignments; bsn: citizen service numbers are not taken in: replace them by pseudonyms and leave this column out (BSN)");
  check ("code;naam;Burgerservicenummer",
         "municipalities; burgerservicenummer: citizen service numbers are not taken in: replace "
         "them by pseudonyms and leave this column out (Burgerservicenummer)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-header/every-kind", test_every_kind);
  g_test_add_func ("/csv-header/notation", test_notation);
  g_test_add_func ("/csv-header/unknown-columns", test_unknown_columns);
  g_test_add_func ("/csv-header/missing-columns", test_missing_columns);
  g_test_add_func ("/csv-header/not-the-smaller-kind", test_not_the_smaller_kind);
  g_test_add_func ("/csv-header/ambiguous", test_ambiguous);
  g_test_add_func ("/csv-header/named-kind", test_named_kind);
  g_test_add_func ("/csv-header/columns-twice", test_columns_twice);
  g_test_add_func ("/csv-header/bsn", test_bsn);
  return g_test_run ();
}
