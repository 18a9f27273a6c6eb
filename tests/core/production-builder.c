/* production-builder.c: what one provider's messages say, from the rows of a test region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "region-rows.h"

static guint
find_client (TestRegion *self, const char *name)
{
  guint place = PS_NONE;

  g_ptr_array_find_with_equal_func (self->clients, name, g_str_equal, &place);
  return place;
}

static void
add_care (TestRegion *self, PsProduction *production, PsAssignment *assignment, const char *key)
{
  assignment->first_care = production->care->len;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row row = self->rows->pdata[i];
      PsCare care = { 0 };
      guint place = assignment->first_care;

      if (!g_str_equal (row[0], "care") || !g_str_equal (row[1], key))
        continue;
      care.start = test_date (row_word (row, 2));
      care.stop = row_date (row_word (row, 3), PS_DATE_OPEN);
      care.reason = row_word (row, 4) == NULL ? PS_REASON_NONE : (guint8) test_number (row_word (row, 4), 0);
      care.sent_305 = row_date (row_option (row, "305", NULL), PS_DATE_OPEN);
      care.sent_307 = row_date (row_option (row, "307", NULL), PS_DATE_OPEN);
      while (place < production->care->len && g_array_index (production->care, PsCare, place).start < care.start)
        place++;
      g_array_insert_val (production->care, place, care);
    }
  assignment->n_care = production->care->len - assignment->first_care;
}

/* What it grants, and who referred the client. */
static void
read_granted (PsAssignment *assignment, Row row)
{
  static const struct
  {
    const char *word;
    PsFrequency frequency;
  } frequencies[] = { { "-", PS_FREQUENCY_NONE },
                      { "dag", PS_FREQUENCY_DAY },
                      { "week", PS_FREQUENCY_WEEK },
                      { "maand", PS_FREQUENCY_MONTH },
                      { "totaal", PS_FREQUENCY_TOTAL } };
  const char *volume = row_option (row, "volume", NULL), *budget = row_option (row, "budget", NULL);
  const char *unit = row_option (row, "unit", NULL), *referrer = row_option (row, "referrer", NULL);

  assignment->volume_milli = volume == NULL ? PS_NO_NUMBER : test_number (volume, 3);
  assignment->budget_cents = budget == NULL ? PS_NO_NUMBER : test_cents (budget);
  assignment->unit = unit == NULL ? PS_UNIT_NONE : (guint8) row_listed (PS_WORDS_UNIT, unit);
  assignment->referrer = referrer == NULL ? 0 : (guint8) row_listed (PS_WORDS_REFERRER, referrer);
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_str_equal (row_option (row, "per", "-"), frequencies[i].word))
      assignment->frequency = frequencies[i].frequency;
}

static PsAssignment
read_assignment (TestRegion *self, Row row)
{
  g_auto (GStrv) key = g_strsplit (row_word (row, 1), "/", 2);
  const char *what = row_word (row, 3);
  PsAssignment assignment = { 0 };

  assignment.municipality = ps_region_find_municipality (self->region, key[0]);
  assignment.client = find_client (self, row_word (row, 2));
  assignment.product = *what == '*' ? PS_NONE : ps_region_find_product (self->region, what);
  assignment.group =
      *what == '*' ? ps_region_find_group (self->region, what + 1) : ps_region_product (self->region, assignment.product)->group;
  assignment.start = test_date (row_word (row, 4));
  assignment.end = row_date (row_word (row, 5), PS_DATE_OPEN);
  assignment.client_key = assignment.client + 1;
  read_granted (&assignment, row);
  return assignment;
}

static PsDecision
read_decision (const char *text)
{
  static const char *const words[] = { "none", "accept", "price", "dispute", NULL };

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  g_error ("no decision: %s", text);
}

static PsLine
read_line (TestRegion *self, Row row)
{
  const char *unit = row_option (row, "unit", ""), *amount = row_word (row, 8);
  PsOverflow overflow = { FALSE };
  PsLine line = { test_number (row_word (row, 1), 0) };

  line.product = ps_region_find_product (self->region, row_word (row, 3));
  line.from = test_date (row_word (row, 4));
  line.to = test_date (row_word (row, 5));
  line.volume_milli = test_number (row_word (row, 6), 3);
  line.tariff_e4 = row_word (row, 7) == NULL ? PS_NO_NUMBER : test_number (row_word (row, 7), 4);
  line.amount_cents =
      g_str_equal (amount, "=") ? ps_line_amount (line.volume_milli, line.tariff_e4, &overflow) : test_cents (amount);
  line.unit = *unit == '\0' ? PS_UNIT_NONE : (guint8) row_listed (PS_WORDS_UNIT, unit);
  line.status = (guint8) row_listed (PS_WORDS_LINE_STATUS, row_option (row, "status", "toegekend"));
  line.decision = (guint8) read_decision (row_option (row, "decided", "none"));
  return line;
}

static void
add_other_messages (TestRegion *self, PsProduction *production, Row row)
{
  if (g_str_equal (row[0], "advance"))
    {
      PsAdvance advance = { production->advances->len + 1, ps_region_find_product (self->region, row_word (row, 1)),
                            ps_region_find_municipality (self->region, row_word (row, 2)), test_date (row_word (row, 3)),
                            test_cents (row_word (row, 4)) };
      g_array_append_val (production->advances, advance);
    }
  else if (g_str_equal (row[0], "measured"))
    {
      PsMeasurement measured = { production->measurements->len + 1,
                                 0,
                                 ps_region_find_product (self->region, row_word (row, 2)),
                                 ps_region_find_municipality (self->region, row_word (row, 3)),
                                 PS_NO_NUMBER,
                                 PS_NO_NUMBER,
                                 PS_NO_NUMBER,
                                 PS_NO_NUMBER,
                                 PS_NO_NUMBER };
      while (ps_region_peildatum (self->region, measured.peildatum)->date != test_date (row_word (row, 1)))
        measured.peildatum++;
      if (row_word (row, 4) != NULL)
        measured.places_milli = test_number (row_word (row, 4), 3);
      g_array_append_val (production->measurements, measured);
    }
}

static guint
find_assignment (GPtrArray *keys, const char *key)
{
  guint place;

  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &place) ? place : PS_NONE;
}

PsProduction *
test_region_production (TestRegion *self, const char *agb)
{
  PsProduction *production = ps_production_new (ps_region_find_provider (self->region, agb));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row row = self->rows->pdata[i];

      if (!g_str_equal (row_option (row, "by", "P1"), agb))
        continue;
      add_other_messages (self, production, row);
      if (g_str_equal (row[0], "assignment"))
        {
          PsAssignment assignment = read_assignment (self, row);
          assignment.id = i + 1;
          add_care (self, production, &assignment, row_word (row, 1));
          g_ptr_array_add (keys, (gpointer) row_word (row, 1));
          g_array_append_val (production->assignments, assignment);
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row row = self->rows->pdata[i];
      guint assignment = g_str_equal (row[0], "line") ? find_assignment (keys, row_word (row, 2)) : PS_NONE;

      if (assignment != PS_NONE)
        {
          PsLine line = read_line (self, row);
          line.assignment = assignment;
          g_array_append_val (production->lines, line);
        }
    }
  return production;
}

PsSettlement *
test_region_settle_to_sources (TestRegion *self, const char *agb, const char *through, GArray *sources)
{
  g_autoptr (PsProduction) production = test_region_production (self, agb);
  g_autoptr (GError) error = NULL;
  PsSettleOptions options = { .year = ps_date_year (test_date (through)), .through = test_date (through), .sources = sources };
  PsSettlement *settlement = ps_settle (self->region, production, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (settlement);
  return settlement;
}

/* The provider's year up to a day. */
PsSettlement *
test_region_settle (TestRegion *self, const char *agb, const char *through)
{
  return test_region_settle_to_sources (self, agb, through, NULL);
}
