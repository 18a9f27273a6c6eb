/* test-alert.c: what needs attention: of bandwidths and contracts, in which order, and how long it stays put aside
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-alert.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 4/G pxq uur\nproduct B 4/H pxq uur\nagreement 2024 productgroep\nagreed 2024 G M 1.000\nagreed 2024 H M 1.000\n"

typedef struct
{
  TestRegion *given;
  PsBandwidth *bandwidth;
  GPtrArray *alerts;
} Given;

static void
given_make (Given *it)
{
  it->given = test_region_new (REGION);
  g_free (((PsProvider *) ps_region_provider (it->given->region, 0))->name);
  ((PsProvider *) ps_region_provider (it->given->region, 0))->name = g_strdup ("Maasduin Jeugdhulp");
  ((PsProvider *) ps_region_provider (it->given->region, 0))->contracted = TRUE;
  it->bandwidth = ps_bandwidth_new (0, 2024);
  it->bandwidth->day = test_date ("2024-07-19");
  it->bandwidth->through = test_date ("2024-06-30");
  it->bandwidth->under_bp = it->bandwidth->over_bp = 500;
  it->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_alert_free);
}

static void
given_clear (Given *it)
{
  g_clear_pointer (&it->given, test_region_free);
  g_clear_pointer (&it->bandwidth, ps_bandwidth_free);
  g_clear_pointer (&it->alerts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

static void
add_scope (Given *it, const char *name, const char *ceiling, const char *realised, const char *forecast, const char *at_stake)
{
  PsBandwidthScope scope = { .name = g_strdup (name), .label = g_strdup_printf ("Group %s", name), .scheme = PS_NONE };

  scope.ceiling_cents = test_cents (ceiling);
  scope.realised_cents = test_cents (realised);
  scope.forecast_cents = test_cents (forecast);
  scope.at_stake_cents = test_cents (at_stake);
  g_assert_true (ps_bandwidth_judge (&scope, it->bandwidth->under_bp, it->bandwidth->over_bp, 7000));
  g_array_append_val (it->bandwidth->scopes, scope);
}

static const PsAlert *
alert_at (Given *it, guint i)
{
  g_assert_cmpuint (i, <, it->alerts->len);
  return g_ptr_array_index (it->alerts, i);
}

#define NONE PS_N_ALERTS

/* As people write it, with common spaces for those that do not break. */
static char *
with_spaces (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\u00a0", " ", 0);
  return g_strdup (plain->str);
}

static void
assert_what (const PsAlert *alert, const char *expected)
{
  g_autofree char *what = with_spaces (alert->what);

  g_assert_cmpstr (what, ==, expected);
}

/* The borders are part of the bandwidth: exactly 105 % is in, a cent more is over. */
static const struct
{
  const char *ceiling, *realised, *forecast, *at_stake;
  PsAlertKind kind;
  const char *worth, *what;
} scopes[] = {
  { "1.000", "500", "1.000", "0", NONE, NULL, NULL },
  { "1.000", "500", "1.050", "0", NONE, NULL, NULL },
  { "1.000", "500", "1.050,01", "0", PS_ALERT_OVER, "50,01", "Maasduin Jeugdhulp: 105.0 % of the ceiling, border 105 %" },
  { "1.000", "500", "1.118", "0", PS_ALERT_OVER, "118", "Maasduin Jeugdhulp: 111.8 % of the ceiling, border 105 %" },
  /* the larger of what is over and of what the scheme deducts */
  { "1.000", "500", "1.118", "64,50", PS_ALERT_OVER, "118", NULL },
  { "1.000", "500", "1.118", "130", PS_ALERT_OVER, "130", NULL },
  { "1.000", "500", "950", "0", NONE, NULL, NULL },
  { "1.000", "500", "949,99", "0", PS_ALERT_UNDER, "50,01", "Maasduin Jeugdhulp: 95.0 % of the ceiling, border 95 %" },
  { "1.000", "999,99", "1.000", "0", NONE, NULL, NULL },
  { "48.000", "48.560", "116.927,37", "0", PS_ALERT_REACHED, "68.927,37",
    "Maasduin Jeugdhulp: realised € 48,560.00 of € 48,000.00" },
  /* reached comes before over; a manual forecast below what was realised already does not make it worth less */
  { "1.000", "1.000", "1.200", "20", PS_ALERT_REACHED, "200", NULL },
  { "1.000", "1.100", "1.000", "0", PS_ALERT_REACHED, "100", NULL },
  /* nothing agreed: reached once something is realised */
  { "0", "0", "0", "0", NONE, NULL, NULL },
  { "0", "0", "100", "0", NONE, NULL, NULL },
  { "0", "-5", "0", "0", NONE, NULL, NULL },
  { "0", "5", "10", "0", PS_ALERT_REACHED, "10", "Maasduin Jeugdhulp: realised € 5.00 of € 0.00" },
};

static void
test_scopes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_auto (Given) it = { NULL };

      g_test_message ("%u", i);
      given_make (&it);
      add_scope (&it, "", scopes[i].ceiling, scopes[i].realised, scopes[i].forecast, scopes[i].at_stake);
      ps_alerts_of_bandwidth (it.given->region, it.bandwidth, NULL, it.alerts);
      g_assert_cmpuint (it.alerts->len, ==, scopes[i].kind == NONE ? 0 : 1);
      if (scopes[i].kind == NONE)
        continue;
      g_assert_cmpint (alert_at (&it, 0)->kind, ==, scopes[i].kind);
      g_assert_cmpint (alert_at (&it, 0)->at_stake_cents, ==, test_cents (scopes[i].worth));
      g_assert_cmpint (alert_at (&it, 0)->urgency, ==, scopes[i].kind == PS_ALERT_UNDER ? PS_MEDIUM : PS_URGENT);
      g_assert_cmpint (alert_at (&it, 0)->target, ==, PS_TARGET_FORECAST);
      g_assert_cmpint (alert_at (&it, 0)->year, ==, 2024);
      if (scopes[i].what != NULL)
        assert_what (alert_at (&it, 0), scopes[i].what);
    }
}

/* Of a year that is over nothing is urgent; one that is known to its end was realised, unless somebody chose another forecast. */
static const struct
{
  const char *day, *through, *realised, *forecast;
  PsUrgency urgency;
  const char *since, *label, *what;
} ended[] = {
  { "2024-12-30", "2024-10-31", "900", "1.118", PS_URGENT, "2024-10-31", "Forecast over the bandwidth",
    "Maasduin Jeugdhulp: 111.8 % of the ceiling, border 105 %" },
  { "2024-12-31", "2024-10-31", "900", "1.118", PS_HIGH, "2024-10-31", "Forecast over the bandwidth",
    "Maasduin Jeugdhulp: 111.8 % of the ceiling, border 105 %" },
  { "2024-12-31", "2024-12-31", "900", "1.118", PS_HIGH, "2024-12-31", "Forecast over the bandwidth",
    "Maasduin Jeugdhulp: 111.8 % of the ceiling, border 105 %" },
  { "2024-12-31", "2024-12-31", "1.118", "1.118", PS_HIGH, "2024-12-31", "Ceiling reached",
    "Maasduin Jeugdhulp: realised € 1,118.00 of € 1,000.00" },
  { "2024-12-31", "2024-12-31", "118", "118", PS_MEDIUM, "2024-12-31", "Realised under the bandwidth",
    "Maasduin Jeugdhulp: realised 11.8 % of the ceiling, border 95 %" },
  { "2024-07-19", "2023-12-31", "0", "118", PS_MEDIUM, NULL, "Forecast under the bandwidth",
    "Maasduin Jeugdhulp: 11.8 % of the ceiling, border 95 %" },
};

static void
test_ended_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    {
      g_auto (Given) it = { NULL };

      g_test_message ("%u", i);
      given_make (&it);
      it.bandwidth->day = test_date (ended[i].day);
      it.bandwidth->through = test_date (ended[i].through);
      add_scope (&it, "", "1.000", ended[i].realised, ended[i].forecast, "0");
      ps_alerts_of_bandwidth (it.given->region, it.bandwidth, NULL, it.alerts);
      g_assert_cmpint (alert_at (&it, 0)->urgency, ==, ended[i].urgency);
      g_assert_cmpint (alert_at (&it, 0)->since, ==, ended[i].since != NULL ? test_date (ended[i].since) : PS_DATE_OPEN);
      g_assert_cmpstr (ps_alert_label (alert_at (&it, 0)), ==, ended[i].label);
      assert_what (alert_at (&it, 0), ended[i].what);
    }
}

/* From when on it stayed reached; what is not complete says nothing. */
static const struct
{
  const char *months; /* euros to the end of each; the others are not complete */
  const char *since;  /* NULL: not known */
} reached[] = {
  { "", NULL },
  { "50 99", NULL },
  { "50 100 120", "2024-02-29" },
  { "100", "2024-01-31" },
  { "50 100 90 100", "2024-04-30" },
  { "50 100 90", NULL },
  { "1 2 3 4 5 6 7 8 9 10 11 100", "2024-12-31" },
};

static void
test_reached_since (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reached); i++)
    {
      g_auto (GStrv) words = g_strsplit (reached[i].months, " ", -1);
      guint n = g_strv_length (words);
      gint64 months[12];

      g_test_message ("%s", reached[i].months);
      for (guint month = 0; month < 12; month++)
        months[month] = month < n && *words[month] != '\0' ? test_cents (words[month]) : PS_NO_NUMBER;
      g_assert_cmpint (ps_alert_reached_since (months, 2024, test_cents ("100")), ==,
                       reached[i].since != NULL ? test_date (reached[i].since) : PS_DATE_OPEN);
    }
}

/* Several scopes: each by its label, and since when the kept standings say, or the last day of the data. */
static void
test_several_scopes (void)
{
  g_auto (Given) it = { NULL };
  g_autoptr (GHashTable) since = g_hash_table_new (g_str_hash, g_str_equal);

  given_make (&it);
  add_scope (&it, "G", "1.000", "100", "1.100", "0");
  add_scope (&it, "H", "1.000", "500", "1.000", "0");
  add_scope (&it, "I", "1.000", "1.000", "1.000", "0");
  g_hash_table_insert (since, (char *) "G", GINT_TO_POINTER (test_date ("2024-02-22")));
  ps_alerts_of_bandwidth (it.given->region, it.bandwidth, since, it.alerts);
  g_assert_cmpuint (it.alerts->len, ==, 2);
  assert_what (alert_at (&it, 0), "Maasduin Jeugdhulp, Group G: 110.0 % of the ceiling, border 105 %");
  g_assert_cmpint (alert_at (&it, 0)->since, ==, test_date ("2024-02-22"));
  g_assert_cmpstr (alert_at (&it, 0)->key, ==, "over:2024:P1:G");
  g_assert_cmpstr (alert_at (&it, 0)->scope, ==, "G");
  g_assert_cmpstr (alert_at (&it, 1)->key, ==, "reached:2024:P1:I");
  g_assert_cmpint (alert_at (&it, 1)->since, ==, test_date ("2024-06-30"));
}

/* A year that is over: since the last day of its data; where nothing of it is known, nobody knows. */
static void
test_year_over (void)
{
  static const struct
  {
    const char *through, *since;
  } cases[] = { { "2024-05-31", "2024-05-31" }, { "2024-12-31", "2024-12-31" }, { "2023-12-31", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Given) it = { NULL };
      PsDate since = cases[i].since != NULL ? test_date (cases[i].since) : PS_DATE_OPEN;

      given_make (&it);
      it.bandwidth->day = test_date ("2024-12-31");
      it.bandwidth->through = test_date (cases[i].through);
      add_scope (&it, "G", "1.000", "100", "1.100", "0");
      ps_alerts_of_bandwidth (it.given->region, it.bandwidth, NULL, it.alerts);
      g_assert_cmpint (alert_at (&it, 0)->since, ==, since);
    }
}

/* ---- contracts: "START END NOTICE MONTHS": an open option of so many months; "-": none */

static const struct
{
  const char *contract, *today;
  int urgency; /* -1: no alert */
  const char *since, *what;
} contracts[] = {
  { "2024-01-01 2025-12-31 3 12", "2024-09-29", -1, NULL, NULL },
  /* a year before the option must be decided on; three months before; late */
  { "2024-01-01 2025-12-31 3 12", "2024-09-30", PS_MEDIUM, "2024-09-30",
    "Maasduin Jeugdhulp: option to decide on by 30-09-2025, else ends 31-12-2025 (24-1)" },
  { "2024-01-01 2025-12-31 3 12", "2025-06-29", PS_MEDIUM, "2024-09-30", NULL },
  { "2024-01-01 2025-12-31 3 12", "2025-06-30", PS_HIGH, "2024-09-30", NULL },
  { "2024-01-01 2025-12-31 3 12", "2025-09-30", PS_HIGH, "2024-09-30", NULL },
  { "2024-01-01 2025-12-31 3 12", "2025-10-01", PS_URGENT, "2025-10-01",
    "Maasduin Jeugdhulp: ends 31-12-2025, option undecided since 30-09-2025 (24-1)" },
  /* late, but there are more than three months left to extend it together, or to make another one */
  { "2024-01-01 2025-12-31 6 12", "2025-06-30", PS_HIGH, "2024-06-30", NULL },
  { "2024-01-01 2025-12-31 6 12", "2025-07-01", PS_HIGH, "2025-07-01", NULL },
  { "2024-01-01 2025-12-31 6 12", "2025-09-29", PS_HIGH, "2025-07-01", NULL },
  { "2024-01-01 2025-12-31 6 12", "2025-09-30", PS_URGENT, "2025-07-01", NULL },
  /* ends: high within its notice period; without one a year before, high in the last three months */
  { "2024-01-01 2025-12-31 3 -", "2025-09-29", -1, NULL, NULL },
  { "2024-01-01 2025-12-31 3 -", "2025-09-30", PS_HIGH, "2025-09-30", "Maasduin Jeugdhulp: ends 31-12-2025 (24-1)" },
  { "2024-01-01 2025-12-31 - -", "2024-12-31", PS_MEDIUM, "2024-12-31", NULL },
  { "2024-01-01 2025-12-31 - -", "2025-09-30", PS_HIGH, "2024-12-31", NULL },
  { "2024-06-01 2024-12-31 - -", "2024-06-05", PS_MEDIUM, "2024-06-01", NULL },
  { "2024-01-01 2025-12-31 3 -", "2026-01-01", -1, NULL, NULL },
  { "2024-01-01 - 3 -", "2030-01-01", -1, NULL, NULL },
};

static PsContract *
contract_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  PsContractOption option = { .sequence = 1, .decide_by = PS_DATE_OPEN, .decided_on = PS_DATE_OPEN };
  PsContract *contract = ps_contract_new ();

  contract->id = 7;
  contract->provider = 0;
  g_free (contract->number);
  contract->number = g_strdup ("24-1");
  contract->start = test_date (words[0]);
  contract->end = g_str_equal (words[1], "-") ? PS_DATE_OPEN : test_date (words[1]);
  contract->notice_months = g_str_equal (words[2], "-") ? -1 : (int) g_ascii_strtoll (words[2], NULL, 10);
  option.months = (int) g_ascii_strtoll (words[3], NULL, 10);
  if (!g_str_equal (words[3], "-"))
    g_array_append_val (contract->options, option);
  return contract;
}

static void
test_contracts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      g_auto (Given) it = { NULL };
      g_autoptr (PsContract) contract = contract_of (contracts[i].contract);
      g_autoptr (PsAlert) alert = NULL;

      g_test_message ("%s on %s", contracts[i].contract, contracts[i].today);
      given_make (&it);
      alert = ps_alert_of_contract (it.given->region, contract, test_date (contracts[i].today));
      if (contracts[i].urgency < 0)
        {
          g_assert_null (alert);
          continue;
        }
      g_assert_nonnull (alert);
      g_assert_cmpint (alert->urgency, ==, contracts[i].urgency);
      g_assert_cmpint (alert->since, ==, test_date (contracts[i].since));
      g_assert_cmpint (alert->at_stake_cents, ==, PS_NO_NUMBER);
      g_assert_cmpint (alert->id, ==, 7);
      if (contracts[i].what != NULL)
        assert_what (alert, contracts[i].what);
    }
}

/* The next option is another alert than this one; a provider that has ended asks for none. */
static void
test_contract_keys (void)
{
  g_auto (Given) it = { NULL };
  g_autoptr (PsContract) contract = contract_of ("2024-01-01 2025-12-31 3 12");
  g_autoptr (PsAlert) alert = NULL;

  given_make (&it);
  alert = ps_alert_of_contract (it.given->region, contract, test_date ("2025-10-01"));
  g_assert_cmpstr (alert->key, ==, "contract:P1:24-1:2025-09-30");
  ((PsProvider *) ps_region_provider (it.given->region, 0))->ended_on = test_date ("2025-06-30");
  g_assert_null (ps_alert_of_contract (it.given->region, contract, test_date ("2025-10-01")));
}

/* ---- all contracts of a provider: "START END NOTICE MONTHS", one after the other */

static const struct
{
  const char *contracts, *today, *in_care_on; /* "-": nobody is in care */
  const char *ends;                           /* of which one: the day in its key; NULL: no alert */
  PsUrgency urgency;
} several[] = {
  /* followed on the next day, or overlapped, by one that goes on longer */
  { "2024-01-01 2025-12-31 3 -|2026-01-01 2027-12-31 3 -", "2025-11-01", "2025-11-01", NULL, PS_HIGH },
  { "2024-01-01 2025-12-31 3 -|2025-06-01 - 3 -", "2025-11-01", "2025-11-01", NULL, PS_HIGH },
  { "2024-01-01 2025-12-31 3 12|2026-01-01 2027-12-31 3 -", "2025-11-01", "2025-11-01", NULL, PS_HIGH },
  /* a day between them; one that ends sooner; two that end together give one */
  { "2024-01-01 2025-12-31 3 -|2026-01-02 2027-12-31 3 -", "2025-11-01", "2025-11-01", "2025-12-31", PS_HIGH },
  { "2024-01-01 2025-12-31 3 -|2025-06-01 2025-12-30 1 -", "2025-11-01", "2025-11-01", "2025-12-31", PS_HIGH },
  { "2024-01-01 2025-12-31 3 -|2025-06-01 2025-12-31 3 -", "2025-11-01", "2025-11-01", "2025-12-31", PS_HIGH },
  /* it ended, and care goes on: the last one, unless another runs */
  { "2024-01-01 2025-12-31 3 -", "2026-02-01", "2026-02-01", "2025-12-31", PS_URGENT },
  { "2022-01-01 2023-12-31 3 -|2024-06-01 2025-12-31 3 -", "2026-02-01", "2026-02-01", "2025-12-31", PS_URGENT },
  { "2024-01-01 2025-12-31 3 -|2026-03-01 2027-12-31 3 -", "2026-02-01", "2026-02-01", "2025-12-31", PS_URGENT },
  { "2024-01-01 2025-12-31 3 -|2026-02-01 2029-12-31 3 -", "2026-02-01", "2026-02-01", NULL, PS_URGENT },
  { "2024-01-01 2025-12-31 3 -", "2026-02-01", "-", NULL, PS_URGENT },
  /* in care at the end of last year says nothing of a contract that ended after it */
  { "2024-01-01 2025-12-31 3 -", "2026-02-01", "2025-12-31", "2025-12-31", PS_URGENT },
  { "2024-01-01 2026-01-31 3 -", "2026-02-01", "2025-12-31", NULL, PS_URGENT },
};

static GPtrArray *
contracts_of (const char *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_contract_free);
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      PsContract *contract = contract_of (parts[i]);

      contract->id = i + 1;
      g_ptr_array_add (all, contract);
    }
  return all;
}

static void
test_several_contracts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_auto (Given) it = { NULL };
      g_autoptr (GPtrArray) all = contracts_of (several[i].contracts);
      g_autofree char *key = g_strdup_printf ("contract:P1:24-1:%s", several[i].ends);
      PsDate in_care_on = *several[i].in_care_on == '-' ? PS_DATE_MIN : test_date (several[i].in_care_on);

      g_test_message ("%s on %s", several[i].contracts, several[i].today);
      given_make (&it);
      ps_alerts_of_contracts (it.given->region, all, in_care_on, test_date (several[i].today), it.alerts);
      g_assert_cmpuint (it.alerts->len, ==, several[i].ends != NULL ? 1 : 0);
      if (several[i].ends == NULL)
        continue;
      g_assert_cmpstr (alert_at (&it, 0)->key, ==, key);
      g_assert_cmpint (alert_at (&it, 0)->urgency, ==, several[i].urgency);
    }
}

/* Of a provider that has ended, or is not contracted any more, care that goes on is no contract that was forgotten. */
static void
test_ended_contract (void)
{
  g_auto (Given) it = { NULL };
  g_autoptr (GPtrArray) all = contracts_of ("2024-01-01 2025-12-31 3 -");
  PsDate today = test_date ("2026-02-01");
  PsProvider *provider;

  given_make (&it);
  provider = (PsProvider *) ps_region_provider (it.given->region, 0);
  ps_alerts_of_contracts (it.given->region, all, today, today, it.alerts);
  assert_what (alert_at (&it, 0), "Maasduin Jeugdhulp: ended on 31-12-2025, and care goes on (24-1)");
  g_assert_cmpint (alert_at (&it, 0)->since, ==, test_date ("2026-01-01"));
  g_ptr_array_set_size (it.alerts, 0);
  provider->contracted = FALSE;
  ps_alerts_of_contracts (it.given->region, all, today, today, it.alerts);
  g_assert_cmpuint (it.alerts->len, ==, 0);
  provider->contracted = TRUE;
  provider->ended_on = test_date ("2026-01-31");
  ps_alerts_of_contracts (it.given->region, all, today, today, it.alerts);
  g_assert_cmpuint (it.alerts->len, ==, 0);
}

/* ---- order */

static PsAlert *
plain (const char *key, PsUrgency urgency, gint64 cents, PsDate since)
{
  PsAlert *alert = ps_alert_new (PS_ALERT_OVER, urgency, PS_TARGET_PROVIDER);

  alert->key = g_strdup (key);
  alert->at_stake_cents = cents;
  alert->since = since;
  return alert;
}

static void
test_order (void)
{
  static const char *const expected[] = { "a", "b", "c", "d", "e", "f", "g" };
  g_autoptr (GPtrArray) alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_alert_free);

  g_ptr_array_add (alerts, plain ("g", PS_MEDIUM, 999, 10));
  g_ptr_array_add (alerts, plain ("f", PS_URGENT, PS_NO_NUMBER, PS_DATE_OPEN));
  g_ptr_array_add (alerts, plain ("c", PS_URGENT, 100, 20));
  g_ptr_array_add (alerts, plain ("e", PS_URGENT, PS_NO_NUMBER, 10));
  g_ptr_array_add (alerts, plain ("d", PS_URGENT, 0, 10));
  g_ptr_array_add (alerts, plain ("a", PS_URGENT, -200, 30)); /* to be reclaimed weighs as much */
  g_ptr_array_add (alerts, plain ("b", PS_URGENT, 100, 20));
  g_ptr_array_sort (alerts, ps_alert_compare);
  for (guint i = 0; i < alerts->len; i++)
    g_assert_cmpstr (((const PsAlert *) g_ptr_array_index (alerts, i))->key, ==, expected[i]);
}

/* ---- putting aside */

static const struct
{
  PsUrgency then, now;
  gint64 then_cents, now_cents;
  int days; /* left: 0 is the last day */
  gboolean holds;
} snoozes[] = {
  { PS_HIGH, PS_HIGH, 1000, 1000, 5, TRUE },
  { PS_HIGH, PS_HIGH, 1000, 1000, 0, TRUE },
  { PS_HIGH, PS_HIGH, 1000, 1000, -1, FALSE },
  /* a tenth more holds, a cent beyond it does not */
  { PS_HIGH, PS_HIGH, 1000, 1100, 5, TRUE },
  { PS_HIGH, PS_HIGH, 1000, 1101, 5, FALSE },
  { PS_HIGH, PS_HIGH, -1000, -1101, 5, FALSE },
  { PS_HIGH, PS_HIGH, 1000, 10, 5, TRUE },
  { PS_HIGH, PS_URGENT, 1000, 1000, 5, FALSE },
  { PS_HIGH, PS_MEDIUM, 1000, 1000, 5, TRUE },
  /* what could not be said counts as nothing */
  { PS_HIGH, PS_HIGH, PS_NO_NUMBER, PS_NO_NUMBER, 5, TRUE },
  { PS_HIGH, PS_HIGH, PS_NO_NUMBER, 1, 5, FALSE },
  { PS_HIGH, PS_HIGH, 1000, PS_NO_NUMBER, 5, TRUE },
  { PS_HIGH, PS_HIGH, G_MAXINT64 / 2, G_MAXINT64, 5, FALSE },
};

static void
test_snooze (void)
{
  PsDate today = test_date ("2024-07-19");

  for (guint i = 0; i < G_N_ELEMENTS (snoozes); i++)
    {
      PsSnooze snooze = { today + snoozes[i].days, snoozes[i].then, snoozes[i].then_cents, PS_NO_NUMBER };
      g_autoptr (PsAlert) alert = plain ("a", snoozes[i].now, snoozes[i].now_cents, today);

      g_test_message ("%u", i);
      g_assert_cmpint (ps_snooze_holds (&snooze, alert, today), ==, snoozes[i].holds);
    }
}

/* What has no amount grows by the number of things that it is of. */
static void
test_snooze_things (void)
{
  PsSnooze snooze = { test_date ("2024-08-01"), PS_MEDIUM, PS_NO_NUMBER, 10 };
  g_autoptr (PsAlert) alert = plain ("a", PS_MEDIUM, PS_NO_NUMBER, 10);

  alert->n_things = 11;
  g_assert_true (ps_snooze_holds (&snooze, alert, test_date ("2024-07-19")));
  alert->n_things = 12;
  g_assert_false (ps_snooze_holds (&snooze, alert, test_date ("2024-07-19")));
  alert->n_things = 1;
  g_assert_true (ps_snooze_holds (&snooze, alert, test_date ("2024-07-19")));
}

/* ---- words */

static void
test_words (void)
{
  g_autofree char *scope = ps_alert_key_text ("over:2024:41410001:AMB1");
  g_autofree char *whole = ps_alert_key_text ("reached:2024:41410001:");
  g_autofree char *day = ps_alert_key_text ("letter-draft:2024-07-19");
  g_autofree char *unknown = ps_alert_key_text ("other:1");
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (scope, ==, "Over the bandwidth, 2024, 41410001, AMB1");
  g_assert_cmpstr (whole, ==, "Ceiling reached, 2024, 41410001");
  g_assert_cmpstr (day, ==, "Letters to send, 19-07-2024");
  g_assert_cmpstr (unknown, ==, "other, 1");
  for (guint i = 0; i < PS_N_ALERTS; i++)
    {
      g_assert_true (g_hash_table_add (codes, (char *) ps_alert_code ((PsAlertKind) i)));
      g_assert_cmpint (*ps_alert_kind_label ((PsAlertKind) i), !=, '\0');
    }
  g_assert_cmpstr (ps_urgency_code (PS_URGENT), ==, "urgent");
  g_assert_cmpstr (ps_urgency_label (PS_MEDIUM), ==, "Medium");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alert/scopes", test_scopes);
  g_test_add_func ("/alert/several-scopes", test_several_scopes);
  g_test_add_func ("/alert/year-over", test_year_over);
  g_test_add_func ("/alert/ended-years", test_ended_years);
  g_test_add_func ("/alert/reached-since", test_reached_since);
  g_test_add_func ("/alert/contracts", test_contracts);
  g_test_add_func ("/alert/contract-keys", test_contract_keys);
  g_test_add_func ("/alert/several-contracts", test_several_contracts);
  g_test_add_func ("/alert/ended-contract", test_ended_contract);
  g_test_add_func ("/alert/order", test_order);
  g_test_add_func ("/alert/snooze", test_snooze);
  g_test_add_func ("/alert/snooze-things", test_snooze_things);
  g_test_add_func ("/alert/words", test_words);
  return g_test_run ();
}
