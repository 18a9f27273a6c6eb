/* test-typed.c: numbers as people type them (domain.md §3)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-typed.h"

#include <string.h>

#define NBSP "\302\240"

typedef PsTyped (*Reader) (const char *text, gint64 *value, char **why);
typedef char *(*Writer) (gint64 value);

typedef struct
{
  const char *text;
  gint64 value;
} Good;

static const Good money[] = {
  { "1234,5", 123450 },
  { "1.234,50", 123450 },
  { "€ 1.234,50", 123450 },
  { "€1.234,50", 123450 },
  { "€" NBSP "1.234,50", 123450 },
  { "€\342\200\2571.234,50", 123450 },
  { "1.234,50 €", 123450 },
  { "1.234,50 euro", 123450 },
  { "EUR 1.234,50", 123450 },
  { "euro 12", 1200 },
  { "1234", 123400 },
  { "1.234", 123400 },
  { "1.234.567", 123456700 },
  { "0", 0 },
  { "0,00", 0 },
  { "-0", 0 },
  { "0,05", 5 },
  { "€ -12,00", -1200 },
  { "-€ 12,00", -1200 },
  { "- 12", -1200 },
  { "−12", -1200 },
  { "€ −12,00", -1200 },
  { "€" NBSP "−1.234,50", -123450 },
  { "–12", -1200 },
  { "-12 €", -1200 },
  { "12,-", 1200 },
  { "€ 1.250,--", 125000 },
  { "€ 12,–", 1200 },
  { "  12,5\t", 1250 },
  { "\357\273\27712,5", 1250 },
  { NBSP "12" NBSP, 1200 },
  { "\342\200\21312", 1200 },
  { "\342\200\22012", -1200 },
  { "92.233.720.368.547.758,07", G_MAXINT64 },
};
static const Good tariffs[] = {
  { "93,42", 934200 },   { "1,5905", 15905 }, { "€ 7.500", 75000000 }, { "€ 1.593,4275", 15934275 }, { "0,0001", 1 },
  { "-1,5905", -15905 }, { "93", 930000 },    { "€ 93,-", 930000 },    { "  € 93,4200 ", 934200 },
};
static const Good percents[] = {
  { "103", 10300 }, { "103 %", 10300 }, { "103" NBSP "%", 10300 }, { "4,96%", 496 },      { "4,96 %", 496 }, { "-0,5 %", -50 },
  { "−0,5", -50 },  { "0", 0 },         { "100,00", 10000 },       { "1.000 %", 100000 },
};
static const Good counts[] = { { "0", 0 }, { "12", 12 }, { "1.250", 1250 }, { " 7 ", 7 }, { "-3", -3 } };
static const Good volumes[] = { { "12,5", 12500 }, { "0,001", 1 }, { "1.250", 1250000 }, { "2", 2000 }, { "-1,25", -1250 } };

static void
check_good (Reader reader, const Good *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *why = (char *) "was not cleared";
      gint64 value = 7;

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpint (reader (cases[i].text, &value, &why), ==, PS_TYPED_OK);
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_null (why);
      g_assert_cmpint (reader (cases[i].text, &value, NULL), ==, PS_TYPED_OK);
    }
}

static void
test_good (void)
{
  check_good (ps_typed_money, money, G_N_ELEMENTS (money));
  check_good (ps_typed_tariff, tariffs, G_N_ELEMENTS (tariffs));
  check_good (ps_typed_percent, percents, G_N_ELEMENTS (percents));
  check_good (ps_typed_count, counts, G_N_ELEMENTS (counts));
  check_good (ps_typed_volume, volumes, G_N_ELEMENTS (volumes));
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " ", "\t\n", NBSP, " " NBSP "\342\200\257 " };
  static const Reader readers[] = { ps_typed_money, ps_typed_tariff, ps_typed_percent, ps_typed_count, ps_typed_volume };

  g_assert_true (ps_typed_only_blanks (NULL));
  g_assert_false (ps_typed_only_blanks (" " NBSP "x "));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
      {
        g_autofree char *why = NULL;
        gint64 value = 7;

        g_assert_true (ps_typed_only_blanks (texts[i]));
        g_assert_cmpint (readers[k](texts[i], &value, &why), ==, PS_TYPED_EMPTY);
        g_assert_cmpint (value, ==, PS_NO_NUMBER);
        g_assert_null (why);
      }
}

typedef struct
{
  Reader reader;
  const char *text;
  const char *says; /* stands in the sentence */
} Bad;

static const Bad bad[] = {
  /* a point is never a decimal sign: the sentence says how it is written */
  { ps_typed_money, "12.5", "12,5" },
  { ps_typed_money, "1.23", "1,23" },
  { ps_typed_money, "-12.5", "-12,5" },
  { ps_typed_money, "€ 12.50", "12,50" },
  { ps_typed_money, "1,234.50", "1.234,50" },
  { ps_typed_money, "1,234,567.89", "1.234.567,89" },
  { ps_typed_tariff, "1.5905", "1,5905" },
  { ps_typed_percent, "4.96%", "4,96" },
  { ps_typed_volume, "12.5", "12,5" },
  /* what nobody knows is not guessed at */
  { ps_typed_money, "1234.567", "1.234,50" },
  { ps_typed_money, "1.2345", "1.234,50" },
  { ps_typed_tariff, "1234.567", "93,42" },
  { ps_typed_volume, "1234.567", "12,5" },
  { ps_typed_count, "12.5", "1.250" },
  { ps_typed_money, "1.234.5", "1.234,50" },
  { ps_typed_money, "1..234", "1.234,50" },
  { ps_typed_money, "1 234,50", "1.234,50" },
  { ps_typed_money, "1,5,5", "1.234,50" },
  { ps_typed_money, ",5", "1.234,50" },
  { ps_typed_money, "5,", "1.234,50" },
  { ps_typed_money, "--5", "1.234,50" },
  { ps_typed_money, "-€ -5", "1.234,50" },
  { ps_typed_money, "5-", "1.234,50" },
  { ps_typed_money, "-", "1.234,50" },
  { ps_typed_money, "€", "1.234,50" },
  { ps_typed_money, ",-", "1.234,50" },
  { ps_typed_money, "€ € 5", "1.234,50" },
  { ps_typed_money, "5 %", "1.234,50" },
  { ps_typed_money, "twaalf", "1.234,50" },
  { ps_typed_money, "12 eurocent", "1.234,50" },
  { ps_typed_money, "1e3", "1.234,50" },
  { ps_typed_money, "0x10", "1.234,50" },
  { ps_typed_money, "nan", "1.234,50" },
  { ps_typed_money, "٣", "1.234,50" },
  { ps_typed_money, "12\377", "1.234,50" },
  { ps_typed_percent, "103 %%", "103" },
  { ps_typed_percent, "€ 103", "103" },
  { ps_typed_percent, "%", "103" },
  { ps_typed_count, "€ 5", "1.250" },
  { ps_typed_volume, "12 uur", "12,5" },
  /* more decimals than are kept, zeros too */
  { ps_typed_money, "1,234", "two" },
  { ps_typed_money, "12,500", "two" },
  { ps_typed_tariff, "1,59051", "four" },
  { ps_typed_percent, "4,957", "two" },
  { ps_typed_count, "12,5", "decimals" },
  { ps_typed_count, "12,0", "decimals" },
  { ps_typed_volume, "0,0001", "three" },
  { ps_typed_money, "92.233.720.368.547.758,08", "large" },
  { ps_typed_money, "-92.233.720.368.547.758,08", "large" },
  { ps_typed_count, "99999999999999999999999999", "large" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *why = NULL;
      gint64 value = 7;

      g_assert_cmpint (bad[i].reader (bad[i].text, &value, &why), ==, PS_TYPED_WRONG);
      g_test_message ("case %u: %s", i, why);
      g_assert_cmpint (value, ==, PS_NO_NUMBER);
      g_assert_true (g_str_has_suffix (why, "."));
      g_assert_nonnull (strstr (why, bad[i].says));
      g_assert_cmpint (bad[i].reader (bad[i].text, &value, NULL), ==, PS_TYPED_WRONG);
    }
}

/* What the sentence says to write is right. */
static void
test_advice (void)
{
  static const char *const texts[] = { "12.5", "1.23", "-12.5", "1,234.50", "0.05", "1,234,567.8" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *why = NULL, *advice = NULL;
      gint64 value;

      g_assert_cmpint (ps_typed_money (texts[i], &value, &why), ==, PS_TYPED_WRONG);
      advice = g_strndup (strrchr (why, ' ') + 1, strlen (strrchr (why, ' ')) - 2);
      g_test_message ("%s → %s", why, advice);
      g_assert_cmpint (ps_typed_money (advice, &value, NULL), ==, PS_TYPED_OK);
    }
}

static void
test_written (void)
{
  static const struct
  {
    Writer write;
    gint64 value;
    const char *text;
  } cases[] = {
    { ps_typed_write_money, 123450, "1.234,50" },
    { ps_typed_write_money, -5, "-0,05" },
    { ps_typed_write_money, 0, "0,00" },
    { ps_typed_write_money, G_MAXINT64, "92.233.720.368.547.758,07" },
    { ps_typed_write_money, PS_NO_NUMBER, "" },
    { ps_typed_write_tariff, 934200, "93,42" },
    { ps_typed_write_tariff, 15905, "1,5905" },
    { ps_typed_write_tariff, 75000000, "7.500,00" },
    { ps_typed_write_percent, 10300, "103" },
    { ps_typed_write_percent, 496, "4,96" },
    { ps_typed_write_percent, 50, "0,5" },
    { ps_typed_write_count, 1250, "1.250" },
    { ps_typed_write_count, 0, "0" },
    { ps_typed_write_count, -999, "-999" },
    { ps_typed_write_volume, 12500, "12,5" },
    { ps_typed_write_volume, 1250000, "1.250" },
    { ps_typed_write_volume, 1, "0,001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].write (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is written reads as the same value, for every kind. */
static void
test_round_trip (void)
{
  static const struct
  {
    Reader read;
    Writer write;
  } kinds[] = { { ps_typed_money, ps_typed_write_money },
                { ps_typed_tariff, ps_typed_write_tariff },
                { ps_typed_percent, ps_typed_write_percent },
                { ps_typed_count, ps_typed_write_count },
                { ps_typed_volume, ps_typed_write_volume } };

  for (guint i = 0; i < 2000; i++)
    {
      int bits = g_test_rand_int_range (0, 63);
      gint64 value =
                 (gint64) ((((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ()) >> (63 - bits)) / 2,
             read;

      value = g_test_rand_bit () ? -value : value;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autofree char *text = kinds[k].write (value);

          g_assert_cmpint (kinds[k].read (text, &read, NULL), ==, PS_TYPED_OK);
          g_assert_cmpint (read, ==, value);
        }
    }
}

/* Whatever is typed: it is understood, or there is a sentence; nothing crashes. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "1", "23", "456", ".", ",", "-", "−", "€", " ", NBSP, "%", "eur", "x", "0", "\377" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *why = NULL;
      gint64 value;
      PsTyped typed;

      for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      typed = (i % 2 ? ps_typed_money : ps_typed_percent) (text->str, &value, &why);
      g_assert_true ((typed == PS_TYPED_WRONG) == (why != NULL));
      g_assert_true ((typed == PS_TYPED_OK) == (value != PS_NO_NUMBER));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/good", test_good);
  g_test_add_func ("/typed/empty", test_empty);
  g_test_add_func ("/typed/bad", test_bad);
  g_test_add_func ("/typed/advice", test_advice);
  g_test_add_func ("/typed/written", test_written);
  g_test_add_func ("/typed/round-trip", test_round_trip);
  g_test_add_func ("/typed/anything", test_anything);
  return g_test_run ();
}
