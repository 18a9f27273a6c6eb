/* random-region.c: a region made at random, as the rows of region-builder.h
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "random-region.h"

/* Groups G and H in segment 1, K in segment 2; products of every kind. */
static const char *const fixed_rows[] = {
  "product A 1/G pxq uur norm=3",
  "product E 1/G pxq uur norm=3 exempt=ja",
  "product O 1/G pxq uur exempt=buiten",
  "product T 1/G traject traject norm=4",
  "product B 1/H pxq uur norm=0",
  "product V 1/H plek plekjaar",
  "product D 2/K pxq uur",
  "product X 2/K taakgericht stuk",
  "tariff A 61,37",
  "tariff E 70",
  "tariff O 80,5",
  "tariff B 55,55",
  "tariff D 12,3456",
  "tariff T 1.431,50 2023-11-15",
  "tariff V 7.500 - 2024-05-31",
  "tariff V 7.777,77 2024-06-15",
  "scheme donut bands=0:100,100:0,103:70,110:0 norm=0:90,2:75",
  "scheme staffel bands=0:100,95:90,100:70,105:40,110:0",
  "scheme hard bands=0:100,100:0",
  "scheme norm norm=0:80,1:50",
  "scheme odd bands=0:97,33:51,67:13 norm=1:99",
  "peildatum 2024-02-22",
  "peildatum 2024-05-19",
  "peildatum 2024-07-19",
};
static const char *const whole_schemes[] = { "scheme klif whole=0:100,100:95", "scheme ravijn whole=0:100,80:90,100:50,120:0" };
static const char *const schemes[] = { "donut", "staffel", "hard", "norm", "odd", "-", "klif", "ravijn" };
static const char *const exchanges[] = { "aanbieder", "segment", "productgroep", "regel" };
static const char *const groups[] = { "G", "H", "K" };
static const char *const municipalities[] = { "M", "N", "O" };
static const char *const products[] = { "A", "E", "O", "T", "B", "V", "D", "X" };
static const char product_groups[] = "GGGGHHKK";

static int
up_to (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n);
}

static void add (GPtrArray *rows, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *rows, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (rows, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* A day from September 2023 to January 2025, as text. */
static char *
day (GRand *random, int from, int days)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 9, 2023);

  g_date_add_days (date, from + up_to (random, days));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/* The scheme is the same within a scope: which one depends on what a scope is. */
static guint
scope_of (guint exchange, guint group, guint municipality)
{
  switch (exchange)
    {
    case 0:
      return 0;
    case 1:
      return group / 2;
    case 2:
      return group;
    default:
      return group * 3 + municipality;
    }
}

static void
add_agreement (GPtrArray *rows, GRand *random, gboolean cliffs)
{
  guint exchange = up_to (random, 4), picked[9];

  if (up_to (random, 8) == 0)
    return;
  for (guint i = 0; i < 9; i++)
    picked[i] = up_to (random, cliffs ? 8 : 6);
  add (rows, "agreement 2024 %s key=%s places=%s", exchanges[exchange], up_to (random, 2) ? "realisatie" : "overschrijding",
       up_to (random, 2)   ? "dagelijks"
       : up_to (random, 2) ? "peildata"
                           : "peiling");
  for (guint group = 0; group < 3; group++)
    for (guint municipality = 0; municipality < 3; municipality++)
      if (up_to (random, 3) > 0)
        {
          const char *scheme = schemes[picked[scope_of (exchange, group, municipality)]];
          add (rows, "agreed 2024 %s %s %d,%02d%s%s %s", groups[group], municipalities[municipality],
               up_to (random, 8) ? up_to (random, 9000) : 0, up_to (random, 100),
               *scheme == '-' ? "" : " scheme=", *scheme == '-' ? "" : scheme, up_to (random, 6) ? "" : "lump=ja");
        }
}

static void
add_care (GPtrArray *rows, GRand *random, const char *municipality, int number)
{
  static const char *const reasons[] = { "31", "32", "20", "-" };
  int at = up_to (random, 300);

  for (int n = up_to (random, 4); n > 0; n--)
    {
      int days = up_to (random, 150);
      g_autofree char *start = day (random, at, 1), *stop = day (random, at + days, 1);
      gboolean open = up_to (random, 6) == 0;

      add (rows, "care %s/%d %s %s %s", municipality, number, start, open ? "-" : stop, open ? "-" : reasons[up_to (random, 4)]);
      at += 1 + up_to (random, days + 60);
    }
}

static void
add_assignment (GPtrArray *rows, GRand *random, int number, guint *product)
{
  const char *municipality = municipalities[up_to (random, 3)];
  g_autofree char *start = day (random, 0, 200), *end = day (random, 200, 300);
  gboolean aspecific = up_to (random, 3) == 0;

  *product = up_to (random, 11);
  if (*product > 7)
    *product = 3; /* trajects more often: a second one is a rare thing */
  add (rows, "assignment %s/%d C%d %s%s %s %s", municipality, number, up_to (random, 5), aspecific ? "*" : "",
       aspecific ? (char[2]){ product_groups[*product], '\0' } : products[*product], start, up_to (random, 4) ? end : "-");
  add_care (rows, random, municipality, number);
  for (int n = up_to (random, 6); n > 0; n--)
    {
      static const char *const tariffs[] = { "61,37", "70", "80,5", "-", "55,55", "-", "12,3456", "-" };
      guint declared = up_to (random, 10) ? *product : (guint) up_to (random, 8);
      int from = up_to (random, 480), length = up_to (random, 35), volume = up_to (random, 25000) - 2000;
      g_autofree char *first = day (random, from, 1), *last = day (random, from + length, 1);
      g_autofree char *amount = g_strdup_printf ("%d,%02d", up_to (random, 900), up_to (random, 100));

      add (rows, "line %u %s/%d %s %s %s %s%d,%03d %s %s%s%s", rows->len, municipality, number, products[declared], first, last,
           volume < 0 ? "-" : "", ABS (volume) / 1000, ABS (volume) % 1000, tariffs[declared],
           *tariffs[declared] == '-' || up_to (random, 9) == 0 ? amount : "=", up_to (random, 5) ? "" : " status=ingediend",
           up_to (random, 9)   ? ""
           : up_to (random, 2) ? " decided=price"
                               : " decided=dispute");
    }
}

static void
add_others (GPtrArray *rows, GRand *random)
{
  static const char *const peildata[] = { "2024-02-22", "2024-05-19", "2024-07-19" };

  for (guint i = 0; i < 3; i++)
    {
      add (rows, "advance %s %s 2024-%02d-01 %d,5", products[up_to (random, 8)], municipalities[i], 1 + up_to (random, 12),
           up_to (random, 2000));
      for (guint k = 0; k < 3; k++)
        if (up_to (random, 4))
          add (rows, "measured %s V %s %d,%d", peildata[k], municipalities[i], up_to (random, 4), up_to (random, 1000));
    }
}

/* Rows of a region with one provider: an agreement of 2024 or none, some assignments with care and lines, right and wrong. */
GPtrArray *
random_region_rows (guint32 seed, gboolean cliffs)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  guint product;

  for (guint i = 0; i < G_N_ELEMENTS (fixed_rows); i++)
    g_ptr_array_add (rows, g_strdup (fixed_rows[i]));
  for (guint i = 0; i < G_N_ELEMENTS (whole_schemes) && cliffs; i++)
    g_ptr_array_add (rows, g_strdup (whole_schemes[i]));
  add_agreement (rows, random, cliffs);
  for (int number = 1; number <= 16; number++)
    add_assignment (rows, random, number, &product);
  add_others (rows, random);
  return rows;
}

/* Another order of the same rows. */
void
random_region_shuffle (GPtrArray *rows, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = rows->len; i > 1; i--)
    {
      guint other = up_to (random, (int) i);
      gpointer row = rows->pdata[i - 1];
      rows->pdata[i - 1] = rows->pdata[other];
      rows->pdata[other] = row;
    }
}

/* The rows as one text for test_region_new(). */
char *
random_region_text (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) rows->pdata[i]);
  return g_string_free (text, FALSE);
}
