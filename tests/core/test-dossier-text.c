/* test-dossier-text.c: the three documents of a dossier: what they look like, and what is refused (ps-dossier-text.h)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "dossier-builder.h"
#include "dossier-golden.h"
#include "random-region.h"

#include <string.h>

#define N_FUZZED 6000

/* The golden documents are of this one. Never change them: what was frozen must be read for ever. */
static const char golden_region[] =
    "product 45A 4/AMB pxq uur norm=3\nproduct 45T 4/AMB traject traject norm=4\nproduct 45P 5/WON plek plekjaar exempt=buiten\n"
    "product 45Z 9/ZZZ pxq uur\n"
    "tariff 45A 61,37 2024-01-01\ntariff 45A 60 2024-01-01 2024-06-30 by=41410001\ntariff 45A 70 2025-01-01\ntariff 45Z 1\n"
    "tariff 45A 99 2024-01-01 - by=41410002\ntariff 45T 1.431,50 2023-11-15\ntariff 45P 7.500\n"
    "scheme donut bands=0:100,100:0,103:70 norm=1:90\nscheme klif whole=0:100,105:90\nscheme unused bands=0:100\n"
    "agreement 2024 segment key=overschrijding places=peildata by=41410001\n"
    "agreed 2024 AMB 0193 150 scheme=donut by=41410001\nagreed 2024 AMB 0202 3.660 lump=ja by=41410001\n"
    "agreed 2024 WON 0193 9.000 scheme=klif by=41410001\n"
    "peildatum 2024-02-22\npeildatum 2024-05-19\npeildatum 2025-02-22\n"
    "assignment 0193/T-1 C2 45A 2024-01-01 2024-12-31 by=41410001\nassignment 0193/T-2 C1 *AMB 2024-01-01 by=41410001\n"
    "assignment 0193/T-3 C3 45P 2024-01-01 by=41410001\nassignment 0202/T-1 C1 45T 2023-12-01 by=41410001\n"
    "care 0193/T-1 2024-01-01 2024-05-31 20\ncare 0193/T-1 2024-06-20\ncare 0193/T-3 2024-02-01\n"
    "care 0202/T-1 2023-12-01 2024-02-14 32\ncare 0202/T-1 2024-03-01 2024-03-08 31\n"
    "line 2 0193/T-1 45A 2024-02-01 2024-02-29 2,5 60 = by=41410001\n"
    "line 3 0193/T-1 45A 2024-09-01 2024-09-30 4 61,37 = by=41410001\n"
    "line 1 0193/T-1 45A 2024-08-01 2024-08-31 -1 - 0 unit=uur status=ingediend decided=price by=41410001\n"
    "line 4 0202/T-1 45T 2023-12-01 2023-12-31 1 - 400 by=41410001\nline 5 0193/T-2 45T 2024-02-01 2024-02-29 1 - 10 "
    "by=41410001\n"
    "line 6 0193/T-1 45A 2024-03-01 2024-03-31 2 65 = by=41410001\nline 7 0193/T-1 45A 2024-03-01 2024-03-31 2 65 = "
    "status=afgewezen "
    "by=41410001\n"
    "line 8 0193/T-2 45A 2024-10-01 2024-10-31 1 61,37 = by=41410001\n"
    "advance 45A 0193 2024-03-01 100 by=41410001\n";

static PsDossier *
golden_dossier (void)
{
  const DossierTexts texts = { { NULL, (char *) golden_inputs, (char *) golden_production, (char *) golden_results } };

  return dossier_texts_read (&texts);
}

/* To the byte what was written when the format was made. */
static void
test_looks_like (void)
{
  g_autoptr (TestRegion) given = test_region_new (golden_region);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "41410001", "2024-12-31");
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier);
  const DossierTexts golden = { { NULL, (char *) golden_inputs, (char *) golden_production, (char *) golden_results } };

  if (g_getenv ("PRINT_GOLDEN"))
    for (int kind = 1; kind < PS_N_DOCUMENTS; kind++)
      g_print ("%s\f", texts->of[kind]);
  assert_same_texts (&golden, texts);
}

/* What was frozen in this format still comes to the same figures. */
static void
test_golden_settles_again (void)
{
  g_autoptr (PsDossier) frozen = golden_dossier ();
  g_autoptr (PsDossier) again = ps_dossier_again (frozen, NULL);
  g_autofree char *results = NULL;

  g_free (again->facts.program_version);
  again->facts.program_version = g_strdup ("test");
  results = ps_dossier_write (again, PS_DOCUMENT_RESULTS);
  g_assert_cmpstr (results, ==, golden_results);
}

/* A text of the golden ones, with `from` replaced by `to` the first time that it is there. */
static DossierTexts *
spoilt (PsDocumentKind kind, const char *from, const char *to)
{
  DossierTexts *texts = g_new0 (DossierTexts, 1);
  const char *at;

  texts->of[PS_DOCUMENT_INPUTS] = g_strdup (golden_inputs);
  texts->of[PS_DOCUMENT_PRODUCTION] = g_strdup (golden_production);
  texts->of[PS_DOCUMENT_RESULTS] = g_strdup (golden_results);
  at = strstr (texts->of[kind], from);
  if (at == NULL)
    g_error ("not there: %s", from);
  else
    {
      g_autofree char *whole = texts->of[kind];

      texts->of[kind] = g_strdup_printf ("%.*s%s%s", (int) (at - whole), whole, to, at + strlen (from));
    }
  return texts;
}

typedef struct
{
  PsDocumentKind kind;
  const char *from, *to;
  const char *why; /* at the end of the message */
} Spoilt;

#define NOT_THERE "it refers to something that is not there"
#define NOT_IN_PLACE "the record is not in its place, or there twice"
#define NOT_A_NUMBER "this is not a number"
#define OUT_OF_RANGE "a number is out of range"
#define NOT_A_DAY "this is not a day"
#define NOT_IN_LIST "this word is not in its list"
#define FIELDS "the record has too few or too many fields"
#define OTHER_KIND "another kind of record is expected here"
#define EMPTY "a field that must be filled in is empty"

static const Spoilt cases[] = {
  { 1, "peilstok\tinputs\t1", "peilstok\tresults\t1", "this is not the beginning of such a document" },
  { 1, "peilstok\tinputs\t1", "", "this is not the beginning of such a document" },
  { 1, "peilstok\tinputs\t1", "peilstok\tinputs\t", "this is not the beginning of such a document" },
  { 1, "peilstok\tinputs\t1", "peilstok\tinputs\t01", NOT_A_NUMBER },
  { 1, "#regio\t", "#region\t", OTHER_KIND },
  { 1, "#regio\tnaam", "#regio\tname", OTHER_KIND },
  { 1, "regio\t\t500", "regio\t\t-500", OUT_OF_RANGE },
  { 1, "regio\t\t500", "regio\t\t99999999999999999999", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t9223372036854775808", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t0500", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t+500", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t5e2", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t 500", NOT_A_NUMBER },
  { 1, "regio\t\t500", "regio\t\t", NOT_A_NUMBER },
  { 1, "regio\t\t500\t500\n", "regio\t\t500\t500\nregio\t\t500\t500\n", NOT_IN_PLACE },
  { 1, "regio\t\t500\t500\n", "", "a record is missing here" },
  { 1, "regio\t\t500\t500", "regio\t\t500\t500\t", FIELDS },
  { 1, "regio\t\t500\t500", "regio\t500\t500", FIELDS },
  { 1, "regio\t\t500\t500", "regio", OTHER_KIND },
  { 1, "regio\t\t500\t500", "regio\t\\x\t500\t500", "a backslash stands alone" },
  { 1, "regio\t\t500\t500", "regio\t\\\t500\t500", "a backslash stands alone" },
  { 1, "regio\t\t500\t500", "regio\t\377\t500\t500", "this is not text in UTF-8" },
  { 1, "segment\t4\t\n", "segment\t4\t\nsegment\t4\t\n", NOT_IN_PLACE },
  { 1, "segment\t4\t\n", "segment\t7\t\n", NOT_IN_PLACE },
  { 1, "segment\t4\t\n", "segment\t\t\n", EMPTY },
  { 1, "AMB\t4\t", "AMB\t8\t", NOT_THERE },
  { 1, "aanbieder\t41410001", "aanbieder\t41410002", NOT_THERE },
  { 1, "\tregulier\t", "\tREGULIER\t", NOT_IN_LIST },
  { 1, "\tregulier\t", "\tklein\t", NOT_IN_LIST },
  { 1, "\tpxq\tuur\t3", "\tpxq\tuur\t1000000", OUT_OF_RANGE },
  { 1, "\tpxq\tuur\t3", "\tpxq\t04\t3", NOT_IN_LIST },
  { 1, "2024-06-30", "2024-06-31", NOT_A_DAY },
  { 1, "2024-06-30", "30-06-2024", NOT_A_DAY },
  { 1, "2024-06-30", "20240630", NOT_A_DAY },
  { 1, "tarief\t45A\t41410001", "tarief\t45A\t41410002", NOT_THERE },
  { 1, "tarief\t45A\t\t2024", "tarief\t45B\t\t2024", NOT_THERE },
  { 1, "trede\tdonut\tbudget\t10000\t0", "trede\tdonut\tgeheel\t10000\t0", NOT_IN_PLACE },
  { 1, "trede\tdonut\tbudget\t10000\t0", "trede\tdonut\tbudget\t0\t0", NOT_IN_PLACE },
  { 1, "trede\tdonut\tbudget\t10000\t0", "trede\tdonut\tbudget\t10000\t10001", OUT_OF_RANGE },
  { 1, "trede\tdonut\tbudget\t10000\t0", "trede\t\tbudget\t10000\t0", EMPTY },
  { 1, "afspraak\t2\t", "afspraak\t2147483648\t", OUT_OF_RANGE },
  { 1, "segment\toverschrijding", "segment\tgeheel", NOT_IN_LIST },
  { 1, "afspraakregel\tAMB\t0193", "afspraakregel\tAMB\t0202", NOT_IN_PLACE },
  { 1, "peildatum\t2024-02-22", "peildatum\t2025-02-22", "a day lies outside its year" },
  { 1, "41410001\t2024\t2024-12-31", "41410001\t2023\t2024-12-31", "a day lies outside its year" },
  { 1, "41410001\t2024\t2024-12-31", "41410001\t2024\t", EMPTY },
  { 1, "#einde\t", "#einde\t9", "the document does not end as it should" },

  { 2, "41410001\t2024\t2024-12-31", "41410001\t2024\t2024-12-30", "it is of another settlement than the inputs" },
  { 2, "41410001\t2024\t2024-12-31", "41410002\t2024\t2024-12-31", "it is of another settlement than the inputs" },
  { 2, "0193\tT-1\tC2", "0194\tT-1\tC2", NOT_THERE },
  { 2, "0193\tT-1\tC2", "0193\tT-2\tC2", NOT_IN_PLACE },
  { 2, "\t45A\tAMB\t", "\t45A\tWON\t", "the product is of another product group" },
  { 2, "\t2024-01-01\t2024-12-31", "\t2024-01-01\t2023-12-31", "a period ends before it begins" },
  { 2, "\t2024-05-31\t20", "\t2023-05-31\t20", "a period ends before it begins" },
  { 2, "\t2024-05-31\t20", "\t2024-05-31\t256", OUT_OF_RANGE },
  { 2, "\t2024-05-31\t20", "\t2024-05-31\t0", OUT_OF_RANGE },
  { 2, "T-1\t2024-06-20", "T-1\t2023-06-20", NOT_IN_PLACE },
  { 2, "zorgperiode\t0193\tT-1\t2024-01-01", "zorgperiode\t0193\tT-9\t2024-01-01", NOT_THERE },
  { 2, "zorgperiode\t0193\tT-1\t2024-01-01", "zorgperiode\t0193\tT-3\t2024-01-01", NOT_IN_PLACE },
  { 2, "R-1\tD-1\t0193\tT-1", "R-1\tD-1\t0193\tT-7", NOT_THERE },
  { 2, "R-1\tD-1\t0193\tT-1", "R-9\tD-1\t0193\tT-1", NOT_IN_PLACE },
  { 2, "R-2\tD-2", "R-1\tD-2", NOT_IN_PLACE },
  { 2, "toegekend", "", NOT_IN_LIST },
  { 2, "akkoord_juiste_prijs", "akkoord_prijs", NOT_IN_LIST },
  { 2, "\t-1000\t", "\t-0\t", NOT_A_NUMBER },
  { 2, "\t-1000\t", "\t-9223372036854775808\t", NOT_A_NUMBER },
  { 2, "\t-1000\t", "\t\t", NOT_A_NUMBER },
  { 2, "voorschot\t45A\t0193\t2024-03-01\t10000\n",
    "voorschot\t45A\t0193\t2024-03-01\t10000\nvoorschot\t45A\t0193\t2024-03-01\t10000\n", NOT_IN_PLACE },

  { 3, "41410001\t2024\t", "41410001\t2025\t", NULL },
  { 3, "uitruil\t1\t", "uitruil\t2\t", NOT_IN_PLACE },
  { 3, "\tdonut\t", "\tunused\t", NOT_THERE },
  { 3, "staffel\t1\t1\t", "staffel\t1\t2\t", NOT_IN_PLACE },
  { 3, "staffel\t1\t1\t", "staffel\t3\t1\t", OUT_OF_RANGE },
  { 3, "staffel\t1\t1\t", "staffel\t0\t1\t", OUT_OF_RANGE },
  { 3, "uitkomst\tAMB\t0193\t1\t", "uitkomst\tAMB\t0193\t3\t", OUT_OF_RANGE },
  { 3, "uitkomst\tAMB\t0193", "uitkomst\tAMB\t0202", NOT_IN_PLACE },
  { 3, "\ntotaal\t", "\ntotaal\t\t", FIELDS },
  { 3, "bron\tdeclaratieregel", "bron\tlos", NOT_IN_LIST },
  { 3, "\tR-1\t\t2024", "\tR-11\t\t2024", NOT_THERE },
  { 3, "\tR-1\t\t2024", "\t\t\t2024", NOT_THERE },
  { 3, "\tR-1\t\t2024", "\tR-1\tT-1\t2024", NOT_THERE },
  { 3, "product_mismatch", "mismatch", NOT_IN_LIST },
  { 3, "bron\tvoorschot\tAMB\t0193\t45A\t\t\t2024-03-01", "bron\tvoorschot\tAMB\t0193\t45A\t\t\t2024-04-01", NOT_THERE },
};

/* Each is refused, naming document and line. */
static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Spoilt *it = &cases[i];
      g_autoptr (DossierTexts) texts = spoilt (it->kind, it->from, it->to);
      g_autofree char *start = g_strdup_printf ("Document “%s”, line ", ps_document_name (it->kind));
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (ps_dossier_read ((const char *const *) texts->of, &error));
      g_assert_error (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_MALFORMED);
      g_assert_true (g_str_has_prefix (error->message, start));
      if (it->why != NULL && !g_str_has_suffix (error->message, it->why))
        g_assert_cmpstr (error->message, ==, it->why);
    }
}

/* The line is the one that is wrong. */
static void
test_names_the_line (void)
{
  g_autoptr (DossierTexts) texts = spoilt (PS_DOCUMENT_INPUTS, "regio\t\t500", "regio\t\tmany");
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_dossier_read ((const char *const *) texts->of, &error));
  g_assert_cmpstr (error->message, ==, "Document “inputs”, line 5: this is not a number");
}

static void
test_newer (void)
{
  g_autoptr (DossierTexts) texts = spoilt (PS_DOCUMENT_RESULTS, "results\t1", "results\t2");
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_dossier_read ((const char *const *) texts->of, &error));
  g_assert_error (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_NEWER);
}

/* Cut off anywhere it is refused, after a whole line too; so is one that is not there, and one with something behind it. */
static void
test_truncated (void)
{
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    {
      g_autoptr (DossierTexts) texts = spoilt (kind, "peilstok", "peilstok");
      g_autofree char *whole = g_strdup (texts->of[kind]);

      for (gsize length = strlen (whole); length-- > 0;)
        {
          g_autoptr (GError) error = NULL;

          texts->of[kind][length] = '\0';
          g_assert_null (ps_dossier_read ((const char *const *) texts->of, &error));
          g_assert_error (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_MALFORMED);
        }
      g_clear_pointer (&texts->of[kind], g_free);
      g_assert_null (ps_dossier_read ((const char *const *) texts->of, NULL));
      texts->of[kind] = g_strconcat (whole, "\n", NULL);
      g_assert_null (ps_dossier_read ((const char *const *) texts->of, NULL));
    }
}

/* A line taken out, put in twice, or two of them exchanged. */
static char *
disturb_lines (const char *text, GRand *random)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int n = (int) g_strv_length (lines) - 1, at = g_rand_int_range (random, 0, n), other = g_rand_int_range (random, 0, n);

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      g_free (lines[at]);
      memmove (&lines[at], &lines[at + 1], (gsize) (n - at + 1) * sizeof *lines);
      break;
    case 1:
      {
        char *line = lines[at];

        lines[at] = lines[other];
        lines[other] = line;
        break;
      }
    default:
      {
        char *twice = g_strdup_printf ("%s\n%s", lines[at], lines[at]);

        g_free (lines[at]);
        lines[at] = twice;
      }
    }
  return g_strjoinv ("\n", lines);
}

/* Another digit where there is one: most often something that can be read. */
static char *
disturb_digit (const char *text, GRand *random)
{
  char *disturbed = g_strdup (text);
  int length = (int) strlen (text), at;

  do
    at = g_rand_int_range (random, 0, length);
  while (!g_ascii_isdigit (text[at]));
  disturbed[at] = (char) ('0' + g_rand_int_range (random, 0, 10));
  return disturbed;
}

static char *
disturb (const char *text, GRand *random)
{
  static const char bytes[] = "\t\n\\#-0123456789AZaz ;";
  char *disturbed;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return disturb_lines (text, random);
    case 1:
    case 2:
      return disturb_digit (text, random);
    default:
      disturbed = g_strdup (text);
    }
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    disturbed[g_rand_int_range (random, 0, (int) strlen (text))] = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
  return disturbed;
}

/* Nothing that a text can say crashes: it is refused, or it is a dossier that can be written and settled again. */
static void
test_fuzzed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
  guint n_read = 0;

  for (guint i = 0; i < N_FUZZED; i++)
    {
      g_autoptr (DossierTexts) texts = spoilt (1 + i % 3, "peilstok", "peilstok");
      g_autoptr (PsDossier) dossier = NULL, again = NULL;
      g_autoptr (GError) error = NULL;
      char *text = texts->of[1 + i % 3];

      texts->of[1 + i % 3] = disturb (text, random);
      g_free (text);
      dossier = ps_dossier_read ((const char *const *) texts->of, &error);
      if (dossier == NULL)
        {
          g_assert_true (g_error_matches (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_MALFORMED)
                         || g_error_matches (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_NEWER));
          continue;
        }
      n_read++;
      again = ps_dossier_again (dossier, NULL);
      g_free (ps_dossier_write (dossier, PS_DOCUMENT_INPUTS));
      if (i % 3 > 0)
        {
          g_autofree char *written = ps_dossier_write (dossier, 1 + i % 3);

          /* Strict: what is read is what would have been written. */
          g_assert_cmpstr (written, ==, texts->of[1 + i % 3]);
        }
    }
  g_test_message ("%u of %u could be read", n_read, N_FUZZED);
  g_assert_cmpuint (n_read, >, N_FUZZED / 10);
}

/* Whatever people call things. */
static const char *const odd_words[] = {
  "a\tb", "line\nend", "back\\slash \\t \\n", "#kind", "\\", "é € 𝄞 \342\200\213", " blank ", "\r\n", "-", "1"
};

static void
test_odd_words (void)
{
  g_autoptr (TestRegion) given = test_region_new (golden_region);
  PsProduction *production = test_region_production (given, "41410001");
  PsMessageKeys *keys = test_region_keys (given, production);
  PsDossierFacts facts = { 1, PS_DATE_OPEN, (char *) "0.1\t\n" };
  PsProvider *provider = &g_array_index (given->region->providers, PsProvider, production->provider);
  g_autoptr (PsDossier) dossier = NULL, frozen = NULL;
  g_autoptr (DossierTexts) texts = NULL, again = NULL;

  for (guint i = 0; i < keys->references->len; i++)
    {
      g_free (keys->references->pdata[i]);
      keys->references->pdata[i] = g_strdup (odd_words[i]);
    }
  for (guint i = 0; i < keys->assignments->len; i++)
    {
      g_free (keys->assignments->pdata[i]);
      keys->assignments->pdata[i] = g_strdup (odd_words[i]);
    }
  g_free (provider->name);
  provider->name = g_strjoinv ("|", (char **) (const char *[]){ odd_words[0], odd_words[1], odd_words[2], odd_words[5], NULL });
  dossier = ps_dossier_new (given->region, production, keys, 2024, test_date ("2024-12-31"), &facts, NULL);
  texts = dossier_texts_new (dossier);
  frozen = dossier_texts_read (texts);
  again = dossier_texts_new (frozen);
  assert_same_texts (texts, again);
  g_assert_cmpstr (ps_region_provider (frozen->region, 0)->name, ==, provider->name);
  g_assert_cmpstr (frozen->facts.program_version, ==, "0.1\t\n");
  for (guint i = 0; i < dossier->keys->references->len; i++)
    g_assert_cmpstr (frozen->keys->references->pdata[i], ==, dossier->keys->references->pdata[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-text/looks-like", test_looks_like);
  g_test_add_func ("/dossier-text/golden-settles-again", test_golden_settles_again);
  g_test_add_func ("/dossier-text/refused", test_refused);
  g_test_add_func ("/dossier-text/names-the-line", test_names_the_line);
  g_test_add_func ("/dossier-text/newer", test_newer);
  g_test_add_func ("/dossier-text/truncated", test_truncated);
  g_test_add_func ("/dossier-text/fuzzed", test_fuzzed);
  g_test_add_func ("/dossier-text/odd-words", test_odd_words);
  return g_test_run ();
}
