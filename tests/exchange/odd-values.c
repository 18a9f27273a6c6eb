/* odd-values.c: a region of rows of every kind with values that are hard to write to a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "odd-values.h"

#include "store/ps-writer.h"

/* What files, spreadsheets and people make difficult. */
static const char *const texts[] = {
  "Zorg; en \"Zo\"",
  "regel één\nregel twee",
  "regel één\r\nregel twee",

  "=1+1",
  "+31 77 000",
  "-",
  "-5",
  "@naam",
  "'",
  "'=1",
  "''=1",
  "'-5",
  "'t Veer",
  "Ænna — ñ 日本 😀",
  "\"alles\"",
  "\"",
  "a\tb",
  "0",
  "007",
  "1e5",
  "NULL",
  "ja",
  "a,b",
  "1.234,56",
  "a\rb",
};
static const char *const codes[] = { "=A1", "-5", "@b", "a;b", "\"q\"", "'x", "+", "007", "é", "1,5", "a b" };

static void
on_refused_cb (PsOrigin origin, const char *column, const char *value, const char *reason, gpointer user_data)
{
  g_error ("%s: %s: %s", column, value, reason);
}

static void
put_master (PsWriter *writer)
{
  PsMunicipalityRow municipality = { { 0 }, "0001", "=Gemeente" };

  g_assert_cmpint (ps_writer_put_municipality (writer, &municipality, NULL), ==, PS_PUT_ADDED);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *agb = g_strdup_printf ("%08u", i);
      PsProviderRow provider = { .agb = agb, .name = texts[i], .kind = (int) (i % 4), .contracted = (int) (i % 3) - 1 };

      /* Not given now and then. */
      provider.email = i % 2 == 0 ? texts[i] : NULL;
      provider.place = i % 3 == 0 ? texts[i] : NULL;
      provider.kvk = i % 5 == 0 ? agb : NULL;
      g_assert_cmpint (ps_writer_put_provider (writer, &provider, NULL), ==, PS_PUT_ADDED);
    }
}

/* Zero and nothing are not the same. */
static void
put_products (PsWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      PsProductRow product = { .code = codes[i],
                               .name = texts[i],
                               .segment = codes[i % 3],
                               .group = codes[i],
                               .funding = PS_FUNDING_PXQ,
                               .unit = (PsUnit) (1 + i % 9),
                               .norm_months = (int) (i % 3) - 1,
                               .norm_hours_milli = i % 2 == 0 ? PS_NO_NUMBER : 0 };

      product.exempt = (PsExempt) (i % 3);
      g_assert_cmpint (ps_writer_put_product (writer, &product, NULL), ==, PS_PUT_ADDED);
    }
}

static void
put_tariffs (PsWriter *writer)
{
  static const gint64 prices[] = { 0, 1, 100, 934200, 15905, 10, 1000000000000 };

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    {
      PsTariffRow tariff = {
        .product = codes[i], .agb = i % 2 == 0 ? NULL : "00000003", .to = PS_DATE_OPEN, .tariff_e4 = prices[i]
      };

      tariff.from = i % 2 == 0 ? PS_DATE_MIN : ps_date_from_ymd (2024, 2, 29);
      if (i % 3 == 0)
        tariff.to = PS_DATE_MAX;
      g_assert_cmpint (ps_writer_put_tariff (writer, &tariff, NULL), ==, PS_PUT_LATER);
    }
}

static void
put_schemes (PsWriter *writer)
{
  static const struct
  {
    PsStepKind kind;
    int from, paid_bp;
  } steps[] = {
    { PS_STEP_BUDGET, 0, 10000 }, { PS_STEP_BUDGET, 10000, 0 },        { PS_STEP_BUDGET, 10025, 5050 },
    { PS_STEP_BUDGET, 11050, 1 }, { PS_STEP_NORM_DURATION, 0, 10000 }, { PS_STEP_NORM_DURATION, 13, 7550 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      PsSchemeRow row = { { 0 }, "=Donut; \"hol\"", steps[i].kind, steps[i].from, steps[i].paid_bp };

      g_assert_cmpint (ps_writer_put_scheme (writer, &row, NULL), ==, PS_PUT_LATER);
    }
}

static void
put_agreements (PsWriter *writer)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *agb = g_strdup_printf ("%08u", i);
      PsAgreementRow row = { .agb = agb, .year = 2024, .group = codes[i], .municipality = "0001", .lump_sum = i == 2 };

      row.ceiling_cents = i == 0 ? 0 : 123450 + i;
      row.places_milli = i == 0 ? 0 : i == 1 ? 1500 : PS_NO_NUMBER;
      row.exchange = (PsExchange) (i + 1);
      row.scheme = i == 3 ? "=Donut; \"hol\"" : NULL;
      row.key = (PsDivisionKey) (1 + i % 2);
      row.under_bp = i == 0 ? 0 : i == 1 ? 525 : -1;
      row.over_bp = i == 0 ? -1 : 10 * (int) i;
      row.measuring = (PsPlaceMeasuring) (1 + i % 3);
      g_assert_cmpint (ps_writer_put_agreement (writer, &row, NULL), ==, PS_PUT_LATER);
    }
}

static void
put_assignments (PsWriter *writer)
{
  static const int referrers[] = { 0, -1, 1, 5, 8 };
  static const PsFrequency frequencies[] = { PS_FREQUENCY_NONE, PS_FREQUENCY_DAY, PS_FREQUENCY_WEEK, PS_FREQUENCY_TOTAL };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      PsAssignmentRow row = { .number = codes[i], .client = texts[i + 4], .agb = "00000003", .municipality = "0001" };

      row.product = i % 2 == 0 ? codes[i] : NULL;
      row.group = i % 2 == 0 ? NULL : codes[i];
      row.start = ps_date_from_ymd (2024, 1, 1);
      row.end = i % 3 == 0 ? PS_DATE_OPEN : row.start;
      row.volume_milli = i % 3 == 0 ? 0 : i % 3 == 1 ? PS_NO_NUMBER : 1234567;
      row.budget_cents = i % 4 == 0 ? 0 : i % 4 == 1 ? PS_NO_NUMBER : 5;
      row.unit = (PsUnit) (i % 10);
      row.frequency = frequencies[i % G_N_ELEMENTS (frequencies)];
      row.referrer = referrers[i % G_N_ELEMENTS (referrers)];
      g_assert_cmpint (ps_writer_put_assignment (writer, &row, NULL), ==, PS_PUT_ADDED);
    }
}

static void
put_care (PsWriter *writer)
{
  static const int reasons[] = { 0, 2, 20, 31, 39 };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      PsCareRow row = {
        .municipality = "0001", .number = codes[i], .start = ps_date_from_ymd (2024, 1, 1), .reason = reasons[i]
      };

      row.stop = i == 0 ? PS_DATE_OPEN : row.start;
      row.sent_305 = i % 2 == 0 ? PS_DATE_OPEN : row.start;
      row.sent_307 = i % 2 == 1 ? PS_DATE_OPEN : row.start;
      g_assert_cmpint (ps_writer_put_care (writer, &row, NULL), ==, PS_PUT_ADDED);
    }
}

static void
put_lines (PsWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      PsLineRow row = { .reference = codes[i], .municipality = "0001", .number = codes[0], .product = codes[i] };
      PsPut put;

      row.declaration_number = i % 2 == 0 ? NULL : codes[i];
      row.from = ps_date_from_ymd (2024, 1, 1);
      row.to = row.from;
      row.volume_milli = i == 0 ? 0 : i == 1 ? -1 : 1000 + (int) i;
      row.tariff_e4 = i == 0 ? 0 : 10000 + i;
      row.amount_cents = i == 0 ? 0 : i == 1 ? -1 : (int) i;
      row.unit = i % 2 == 0 ? PS_UNIT_NONE : PS_UNIT_EURO;
      row.status = (PsLineStatus) (1 + i % 3);
      put = ps_writer_put_line (writer, &row, NULL);
      g_assert_true (put == PS_PUT_ADDED || put == PS_PUT_LATER);
    }
}

static void
put_measurements (PsWriter *writer)
{
  static const char *const labels[] = { "", "=a;b", "\n\"x\"y" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      PsDate day = ps_date_from_ymd (2024, 2, 20 + (int) i);
      PsPeildatumRow peildatum = { { 0 }, day, labels[i][0] == '\n' ? labels[i] + 1 : labels[i], i == 0 ? PS_DATE_OPEN : day };
      PsMeasurementRow row = { .date = day, .agb = "00000003", .product = codes[i], .municipality = "0001" };
      PsAdvanceRow advance = { .agb = "00000003", .product = codes[i], .municipality = "0001" };

      row.clients = row.waiting_days = i == 0 ? 0 : PS_NO_NUMBER;
      row.places_milli = row.waiting = i == 1 ? 0 : PS_NO_NUMBER;
      row.realised_cents = i == 2 ? -1 : i == 1 ? 0 : PS_NO_NUMBER;
      advance.month = ps_date_from_ymd (2024, 10 + (int) i, 1);
      advance.amount_cents = (gint64) i - 1;
      g_assert_cmpint (ps_writer_put_peildatum (writer, &peildatum, NULL), ==, PS_PUT_ADDED);
      g_assert_cmpint (ps_writer_put_measurement (writer, &row, NULL), ==, PS_PUT_ADDED);
      g_assert_cmpint (ps_writer_put_advance (writer, &advance, NULL), ==, PS_PUT_ADDED);
    }
}

void
write_odd_values (PsStore *store)
{
  static void (*const puts[]) (PsWriter *) = { put_master,      put_products, put_tariffs, put_schemes,     put_agreements,
                                               put_assignments, put_care,     put_lines,   put_measurements };
  g_autoptr (GError) error = NULL;
  PsWriter *writer = ps_writer_begin (store, "tester", "import", on_refused_cb, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (puts); i++)
    {
      PsWriterCounts later;
      guint64 refused;

      g_assert_true (ps_writer_begin_file (writer, i, &error));
      puts[i](writer);
      g_assert_true (ps_writer_end_file (writer, &later, &refused, &error));
      g_assert_cmpuint (refused, ==, 0);
    }
  ps_writer_commit (writer, "{}", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
