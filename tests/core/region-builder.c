/* region-builder.c: a whole region in a few readable lines, for tests of the rules
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "region-rows.h"

#include <string.h>

/* The n-th word of a row that is not an option, "-" and what is not there as NULL. */
const char *
row_word (Row row, guint n)
{
  for (; *row != NULL; row++)
    if (strchr (*row, '=') == NULL || g_str_equal (*row, "="))
      if (n-- == 0)
        return g_str_equal (*row, "-") ? NULL : *row;
  return NULL;
}

/* What stands behind "name=" in a row. */
const char *
row_option (Row row, const char *name, const char *otherwise)
{
  for (; *row != NULL; row++)
    if (g_str_has_prefix (*row, name) && (*row)[strlen (name)] == '=' && strlen (name) > 0)
      return *row + strlen (name) + 1;
  return otherwise;
}

PsDate
test_date (const char *text)
{
  PsDate date;

  if (!ps_date_parse (text, &date))
    g_error ("not a date: %s", text);
  return date;
}

PsDate
row_date (const char *text, PsDate otherwise)
{
  return text == NULL ? otherwise : test_date (text);
}

gint64
test_number (const char *text, int decimals)
{
  gint64 value;

  if (ps_number_parse (text, decimals, PS_DECIMAL_COMMA, &value) != PS_NUMBER_OK)
    g_error ("not a number: %s", text);
  return value;
}

gint64
test_cents (const char *text)
{
  return test_number (text, 2);
}

int
row_listed (PsWords list, const char *text)
{
  int value;

  if (!ps_words_parse (list, text, &value))
    g_error ("not in the list: %s", text);
  return value;
}

/* Sets of codes, sorted bytewise as the region wants them */

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
code_set_add (GPtrArray *set, const char *code, gssize length)
{
  g_autofree char *copy = length < 0 ? g_strdup (code) : g_strndup (code, length);

  if (!g_ptr_array_find_with_equal_func (set, copy, g_str_equal, NULL))
    g_ptr_array_add (set, g_steal_pointer (&copy));
  g_ptr_array_sort (set, compare_texts);
}

static guint
code_set_find (GPtrArray *set, const char *code)
{
  guint place;

  if (!g_ptr_array_find_with_equal_func (set, code, g_str_equal, &place))
    g_error ("unknown: %s", code);
  return place;
}

typedef struct
{
  GPtrArray *providers, *municipalities, *segments, *groups, *products, *schemes;
} Codes;

static void
collect_product (Codes *codes, Row row)
{
  const char *group = strchr (row_word (row, 2), '/');

  code_set_add (codes->products, row_word (row, 1), -1);
  code_set_add (codes->segments, row_word (row, 2), group - row_word (row, 2));
  code_set_add (codes->groups, group + 1, -1);
}

static void
collect_codes (Codes *codes, Row row)
{
  const char *kind = row[0];

  code_set_add (codes->providers, row_option (row, "by", "P1"), -1);
  if (g_str_equal (kind, "product"))
    collect_product (codes, row);
  else if (g_str_equal (kind, "scheme"))
    code_set_add (codes->schemes, row_word (row, 1), -1);
  else if (g_str_equal (kind, "agreed") || g_str_equal (kind, "measured"))
    code_set_add (codes->municipalities, row_word (row, 3), -1);
  else if (g_str_equal (kind, "advance"))
    code_set_add (codes->municipalities, row_word (row, 2), -1);
  else if (g_str_equal (kind, "assignment"))
    code_set_add (codes->municipalities, row_word (row, 1), strchr (row_word (row, 1), '/') - row_word (row, 1));
}

static void
codes_init (Codes *codes)
{
  GPtrArray **sets[] = { &codes->providers, &codes->municipalities, &codes->segments,
                         &codes->groups,    &codes->products,       &codes->schemes };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    *sets[i] = g_ptr_array_new_with_free_func (g_free);
}

static void
codes_clear (Codes *codes)
{
  GPtrArray *sets[] = {
    codes->providers, codes->municipalities, codes->segments, codes->groups, codes->products, codes->schemes
  };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_ptr_array_unref (sets[i]);
}

static void
add_named_things (PsRegion *region, const Codes *codes)
{
  for (guint i = 0; i < codes->providers->len; i++)
    {
      const char *agb = codes->providers->pdata[i];
      PsProvider provider = { i + 1, g_strdup (agb),  g_strdup (agb), NULL,         NULL,
                              NULL,  PS_KIND_REGULAR, TRUE,           PS_DATE_OPEN, PS_NONE };
      g_array_append_val (region->providers, provider);
    }
  for (guint i = 0; i < codes->municipalities->len; i++)
    {
      const char *code = codes->municipalities->pdata[i];
      PsMunicipality municipality = { i + 1, g_strdup (code), g_strdup (code) };
      g_array_append_val (region->municipalities, municipality);
    }
  for (guint i = 0; i < codes->segments->len; i++)
    {
      PsSegment segment = { i + 1, g_strdup (codes->segments->pdata[i]), NULL };
      g_array_append_val (region->segments, segment);
    }
}

/* Filled in by the products, which know their segment. */
static void
add_groups (PsRegion *region, const Codes *codes)
{
  for (guint i = 0; i < codes->groups->len; i++)
    {
      PsProductGroup group = { i + 1, g_strdup (codes->groups->pdata[i]), 0, NULL };
      g_array_append_val (region->groups, group);
    }
}

static Row
find_row (GPtrArray *rows, const char *kind, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (row_word (rows->pdata[i], 0), kind) && g_str_equal (row_word (rows->pdata[i], 1), name))
      return rows->pdata[i];
  g_error ("no %s %s", kind, name);
}

static void
add_product (PsRegion *region, const Codes *codes, guint place, Row row)
{
  g_auto (GStrv) home = g_strsplit (row_word (row, 2), "/", 2);
  PsProduct product = { place + 1, g_strdup (row_word (row, 1)), g_strdup (row_word (row, 1)), .norm_hours_milli = PS_NO_NUMBER,
                        .ended_on = PS_DATE_OPEN };

  product.group = code_set_find (codes->groups, home[1]);
  product.funding = row_listed (PS_WORDS_FUNDING, row_word (row, 3));
  product.unit = row_word (row, 4) == NULL ? PS_UNIT_NONE : row_listed (PS_WORDS_UNIT, row_word (row, 4));
  product.norm_months = (int) test_number (row_option (row, "norm", "-1"), 0);
  product.exempt = row_listed (PS_WORDS_EXEMPT, row_option (row, "exempt", "nee"));
  g_array_append_val (region->products, product);
  g_array_index (region->groups, PsProductGroup, product.group).segment = code_set_find (codes->segments, home[0]);
}

static GArray *
steps_new (const char *text, int from_decimals)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (PsStep));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL && *text != '\0'; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], ":", 2);
      PsStep step = { (int) test_number (sides[0], 0) * (from_decimals == 2 ? 100 : 1), (int) test_number (sides[1], 0) * 100 };
      g_array_append_val (steps, step);
    }
  return steps;
}

static void
add_scheme (PsRegion *region, guint place, Row row)
{
  gboolean whole = row_option (row, "whole", NULL) != NULL;
  PsScheme scheme = { place + 1, g_strdup (row_word (row, 1)), whole };

  scheme.bands = steps_new (row_option (row, whole ? "whole" : "bands", ""), 2);
  scheme.norm_steps = steps_new (row_option (row, "norm", ""), 0);
  g_array_append_val (region->schemes, scheme);
}

static void
add_tariff (PsRegion *region, const Codes *codes, Row row, guint n)
{
  const char *by = row_option (row, "by", NULL);
  PsTariff tariff = { n, code_set_find (codes->products, row_word (row, 1)),
                      by == NULL ? PS_NONE : code_set_find (codes->providers, by) };

  tariff.tariff_e4 = test_number (row_word (row, 2), 4);
  tariff.from = row_date (row_word (row, 3), PS_DATE_MIN);
  tariff.to = row_date (row_word (row, 4), PS_DATE_OPEN);
  g_array_append_val (region->tariffs, tariff);
}

static void
add_agreement (PsRegion *region, const Codes *codes, Row row, guint n)
{
  PsAgreement agreement = { .id = n,
                            .provider = code_set_find (codes->providers, row_option (row, "by", "P1")),
                            .year = (int) test_number (row_word (row, 1), 0) };

  agreement.exchange = row_listed (PS_WORDS_EXCHANGE, row_word (row, 2));
  agreement.key = row_listed (PS_WORDS_DIVISION_KEY, row_option (row, "key", "realisatie"));
  agreement.measuring = row_listed (PS_WORDS_PLACE_MEASURING, row_option (row, "places", "dagelijks"));
  agreement.under_bp = agreement.over_bp = -1;
  agreement.lines = g_array_new (FALSE, TRUE, sizeof (PsAgreementLine));
  g_array_append_val (region->agreements, agreement);
}

static PsAgreement *
find_agreement (PsRegion *region, guint provider, int year)
{
  for (guint i = 0; i < region->agreements->len; i++)
    {
      PsAgreement *agreement = &g_array_index (region->agreements, PsAgreement, i);
      if (agreement->provider == provider && agreement->year == year)
        return agreement;
    }
  g_error ("no agreement of %d", year);
}

static void
add_agreement_line (PsRegion *region, const Codes *codes, Row row, guint n)
{
  const char *scheme = row_option (row, "scheme", NULL);
  PsAgreementLine line = { n, code_set_find (codes->groups, row_word (row, 2)),
                           code_set_find (codes->municipalities, row_word (row, 3)) };
  PsAgreement *agreement = find_agreement (region, code_set_find (codes->providers, row_option (row, "by", "P1")),
                                           (int) test_number (row_word (row, 1), 0));

  line.lump_sum = row_option (row, "lump", NULL) != NULL;
  line.ceiling_cents = test_cents (row_word (row, 4));
  line.places_milli = row_option (row, "places", NULL) == NULL ? PS_NO_NUMBER : test_number (row_option (row, "places", NULL), 3);
  line.scheme = scheme == NULL ? PS_NONE : code_set_find (codes->schemes, scheme);
  g_array_append_val (agreement->lines, line);
}

static void
add_peildatum (PsRegion *region, Row row, guint n)
{
  PsPeildatum peildatum = { n, test_date (row_word (row, 1)), g_strdup (""), PS_DATE_OPEN };
  guint place = 0;

  while (place < region->peildata->len && g_array_index (region->peildata, PsPeildatum, place).date < peildatum.date)
    place++;
  g_array_insert_val (region->peildata, place, peildatum);
}

static void
fill_region (TestRegion *self, const Codes *codes)
{
  PsRegion *region = self->region;

  add_named_things (region, codes);
  add_groups (region, codes);
  for (guint i = 0; i < codes->products->len; i++)
    add_product (region, codes, i, find_row (self->rows, "product", codes->products->pdata[i]));
  for (guint i = 0; i < codes->schemes->len; i++)
    add_scheme (region, i, find_row (self->rows, "scheme", codes->schemes->pdata[i]));
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row row = self->rows->pdata[i];
      if (g_str_equal (row[0], "tariff"))
        add_tariff (region, codes, row, i + 1);
      else if (g_str_equal (row[0], "agreement"))
        add_agreement (region, codes, row, i + 1);
      else if (g_str_equal (row[0], "peildatum"))
        add_peildatum (region, row, i + 1);
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (row_word (self->rows->pdata[i], 0), "agreed"))
      add_agreement_line (region, codes, self->rows->pdata[i], i + 1);
}

static void
read_rows (TestRegion *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " ", -1);
      g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

      for (guint k = 0; words[k] != NULL; k++)
        if (*words[k] != '\0')
          g_strv_builder_add (kept, words[k]);
      g_ptr_array_add (self->rows, g_strv_builder_end (kept));
      if (((Row) self->rows->pdata[self->rows->len - 1])[0] == NULL)
        g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

TestRegion *
test_region_new (const char *text)
{
  TestRegion *self = g_new0 (TestRegion, 1);
  Codes codes;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->clients = g_ptr_array_new_with_free_func (g_free);
  self->region = ps_region_new ();
  read_rows (self, text);
  codes_init (&codes);
  for (guint i = 0; i < self->rows->len; i++)
    {
      collect_codes (&codes, self->rows->pdata[i]);
      if (g_str_equal (row_word (self->rows->pdata[i], 0), "assignment"))
        code_set_add (self->clients, row_word (self->rows->pdata[i], 2), -1);
    }
  fill_region (self, &codes);
  codes_clear (&codes);
  ps_region_index (self->region);
  return self;
}

void
test_region_free (TestRegion *self)
{
  ps_region_free (self->region);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->clients);
  g_free (self);
}
