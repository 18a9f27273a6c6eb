/* test-letter-text.c: the text of a letter, its fields and its figures (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-letter-text.h"

#include <string.h>

#include "core/ps-format.h"

static PsDate
day (const char *iso)
{
  PsDate date = PS_DATE_OPEN;

  g_assert_true (ps_date_parse (iso, &date));
  return date;
}

/* A provider that is over its bandwidth: with a scheme and a chosen forecast of one of two parts, or without and as a whole. */
static PsLetterFigures *
make_figures (gboolean full)
{
  PsRegion region = { 0 };
  PsScheme scheme = { .name = (char *) "Donuthole 3 %" };
  PsForecastChoice choice = { .method = PS_FORECAST_MANUAL, .reason = (char *) "Two groups\tclose\nin autumn \\ really" };
  PsBandwidthScope scopes[] = {
    { .name = (char *) "a",
      .label = (char *) "Segment 4",
      .scheme = PS_NONE,
      .ceiling_cents = 100000,
      .realised_cents = 50000,
      .forecast_cents = 99000,
      .method = PS_FORECAST_LINEAR,
      .lower_cents = 95000,
      .upper_cents = 105000,
      .position = PS_POSITION_IN },
    { .name = (char *) "b",
      .label = (char *) "Segment 5",
      .scheme = full ? 0 : PS_NONE,
      .ceiling_cents = 176400000,
      .realised_cents = 81934620,
      .forecast_cents = 197289940,
      .method = full ? PS_FORECAST_MANUAL : PS_FORECAST_LINEAR,
      .lower_cents = 167580000,
      .upper_cents = 185220000,
      .position = PS_POSITION_OVER,
      .notice = full,
      .at_stake_cents = full ? 12004764 : 0,
      .choice = full ? &choice : NULL },
  };
  PsBandwidth bandwidth = { .year = 2024,
                            .day = day ("2024-07-19"),
                            .through = day ("2024-05-31"),
                            .under_bp = 500,
                            .over_bp = 500,
                            .notice_bp = 7000,
                            .letter = PS_LETTER_OVER,
                            .ceiling_cents = 176500000,
                            .realised_cents = 81984620,
                            .forecast_cents = 197388940,
                            .at_stake_cents = full ? 12004764 : 0 };
  PsLetterFigures *figures;

  region.schemes = g_array_new (FALSE, TRUE, sizeof (PsScheme));
  g_array_append_val (region.schemes, scheme);
  bandwidth.scopes = g_array_new (FALSE, TRUE, sizeof (PsBandwidthScope));
  g_array_append_vals (bandwidth.scopes, full ? scopes : scopes + 1, full ? 2 : 1);
  bandwidth.heaviest = full ? 1 : 0;
  figures = ps_letter_figures_new (&region, &bandwidth, full ? "July" : NULL);
  g_array_unref (bandwidth.scopes);
  g_array_unref (region.schemes);
  return figures;
}

/* One that has everything; or a provider without contact, address, scheme and parts of a region without a name. */
static PsLetterValues
make_values (const PsLetterFigures *figures, gboolean full)
{
  PsLetterValues values = { .figures = figures,
                            .kind = PS_LETTER_OVER,
                            .provider = "Maasduin Jeugdhulp",
                            .agb = "41410001",
                            .number = "BB-2024-0023",
                            .signer = "anna",
                            .region = "",
                            .date = day ("2024-07-26"),
                            .due_on = day ("2024-08-09"),
                            .talk_by = day ("2024-08-23"),
                            .decide_by = day ("2024-09-06") };

  if (full)
    {
      values.contact = "the management";
      values.address = "Postbus 1204\n5900 AA Venlo";
      values.region = "Noord-Limburg";
    }
  return values;
}

static const struct
{
  const char *field;
  const char *value; /* "-": empty */
  const char *bare;  /* of the provider that has the least */
} values_of[] = {
  { "aanbieder", "Maasduin Jeugdhulp", "Maasduin Jeugdhulp" },
  { "agb", "41410001", "41410001" },
  { "contactpersoon", "the management", "-" },
  { "adres", "Postbus 1204\n5900 AA Venlo", "-" },
  { "regio", "Noord-Limburg", "-" },
  { "soort", "Forecast above", "Forecast above" },
  { "nummer", "BB-2024-0023", "BB-2024-0023" },
  { "datum", "26-07-2024", "26-07-2024" },
  { "jaar", "2024", "2024" },
  { "peildatum", "19-07-2024", "19-07-2024" },
  { "peildatum_naam", "July", "-" },
  { "gegevens_tot", "31-05-2024", "31-05-2024" },
  { "onderdeel", "Segment 5", "-" },
  { "plafond", "€ 1,764,000.00", "€ 1,764,000.00" },
  { "ondergrens", "€ 1,675,800.00", "€ 1,675,800.00" },
  { "bovengrens", "€ 1,852,200.00", "€ 1,852,200.00" },
  { "gerealiseerd", "€ 819,346.20", "€ 819,346.20" },
  { "gerealiseerd_pct", "46.4 %", "46.4 %" },
  { "prognose", "€ 1,972,899.40", "€ 1,972,899.40" },
  { "prognose_pct", "111.8 %", "111.8 %" },
  { "verschil", "€ 208,899.40", "€ 208,899.40" },
  { "reden", "Two groups\tclose\nin autumn \\ really", "-" },
  { "bandbreedte_onder_pct", "5 %", "5 %" },
  { "bandbreedte_boven_pct", "5 %", "5 %" },
  { "signaalgrens", "€ 1,234,800.00", "€ 1,234,800.00" },
  { "signaalgrens_pct", "70 %", "70 %" },
  { "regeling", "Donuthole 3 %", "-" },
  { "inhouding", "€ 120,047.64", "-" },
  { "totaal_plafond", "€ 1,765,000.00", "€ 1,765,000.00" },
  { "totaal_gerealiseerd", "€ 819,846.20", "€ 819,846.20" },
  { "totaal_prognose", "€ 1,973,889.40", "€ 1,973,889.40" },
  { "totaal_inhouding", "€ 120,047.64", "-" },
  { "antwoord_voor", "09-08-2024", "09-08-2024" },
  { "gesprek_voor", "23-08-2024", "23-08-2024" },
  { "besluit_voor", "06-09-2024", "06-09-2024" },
  { "ondertekenaar", "anna", "anna" },
};

/* Blanks between a sign and a number do not break. */
static char *
with_plain_blanks (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
check_value (const char *field, const PsLetterValues *values, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("<{%s}>", field);
  g_autofree char *wanted = g_strdup_printf ("<%s>", expected);
  g_autoptr (GError) error = NULL;
  g_autofree char *filled = ps_letter_text_fill (text, values, &error);
  g_autofree char *plain = filled != NULL ? with_plain_blanks (filled) : NULL;

  if (strcmp (expected, "-") != 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (plain, ==, wanted);
      return;
    }
  g_assert_null (filled);
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_FIELD);
  g_assert_nonnull (strstr (error->message, field));
}

static void
test_values (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  g_autoptr (PsLetterFigures) bare_figures = make_figures (FALSE);
  PsLetterValues values = make_values (figures, TRUE), bare = make_values (bare_figures, FALSE);
  guint n_fields;
  const PsLetterField *fields = ps_letter_fields (&n_fields);

  for (gsize i = 0; i < G_N_ELEMENTS (values_of); i++)
    {
      check_value (values_of[i].field, &values, values_of[i].value);
      check_value (values_of[i].field, &bare, values_of[i].bare);
    }
  /* with methode, methode_uitleg and cijfers that is all of them */
  g_assert_cmpuint (n_fields, ==, G_N_ELEMENTS (values_of) + 3);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s}", fields[i].name);
      g_autoptr (GPtrArray) faults = ps_letter_text_check (text, NULL);

      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpuint (strlen (fields[i].meaning), >, 3);
    }
}

static void
test_method (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (FALSE);
  PsLetterValues values = make_values (figures, FALSE);
  g_autofree char *filled = ps_letter_text_fill ("{methode}: {methode_uitleg}", &values, NULL);
  g_autofree char *how = ps_forecast_method_text (PS_FORECAST_LINEAR);
  g_autofree char *wanted = g_strdup_printf ("%s: %s", ps_forecast_method_label (PS_FORECAST_LINEAR), how);

  g_assert_cmpstr (filled, ==, wanted);
}

/* Of a ceiling of nothing there is no share; without parts there are no figures. */
static void
test_no_ceiling (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  PsLetterValues values = make_values (figures, TRUE);

  g_array_index (figures->scopes, PsLetterScope, 1).ceiling_cents = 0;
  check_value ("gerealiseerd_pct", &values, "-");
  check_value ("prognose_pct", &values, "-");
  check_value ("plafond", &values, "€ 0.00");
  figures->heaviest = PS_NONE;
  check_value ("plafond", &values, "-");
  check_value ("regeling", &values, "-");
  check_value ("jaar", &values, "2024");
}

/* The difference has no sign: the text says which way. */
static void
test_difference_below (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  PsLetterValues values = make_values (figures, TRUE);

  g_array_index (figures->scopes, PsLetterScope, 1).forecast_cents = 176300000;
  check_value ("verschil", &values, "€ 1,000.00");
}

/* Every fault: where it is, in bytes, and what it is. */
static const struct
{
  const char *text;
  const char *faults; /* "KIND LINE OFFSET LENGTH FIELD", parted by commas */
} faulty[] = {
  { "Dear {aanbieder},", "" },
  { "{{aanbieder}}", "" },
  { "{{{aanbieder}}}", "" },
  { "a {nobody} b", "unknown 1 2 8 nobody" },
  { "a\n\nb {Aanbieder}", "unknown 3 5 11 Aanbieder" },
  { "é {nobody}", "unknown 1 3 8 nobody" },
  { "{ aanbieder}", "unknown 1 0 12  aanbieder" },
  { "{}", "unknown 1 0 2 " },
  { "a } b", "brace 1 2 1 -" },
  { "a { b", "brace 1 2 1 -" },
  { "a {aanbieder", "brace 1 2 1 -" },
  { "a {aan\nbieder}", "brace 1 2 1 -,brace 2 13 1 -" },
  { "a {aan{bieder}", "brace 1 2 1 -,unknown 1 6 8 bieder" },
  { "{{aanbieder}", "brace 1 11 1 -" },
  { "}}}", "brace 1 2 1 -" },
  { "{cijfers}", "" },
  { "a\n{cijfers}  \nb", "" },
  { "a {cijfers}", "place 1 2 9 cijfers" },
  { "{cijfers} b", "place 1 0 9 cijfers" },
  { " {cijfers}", "place 1 1 9 cijfers" },
  { "{?regeling}a\nb", "" },
  { "a\n{?regeling}{?inhouding}b", "" },
  { "a {?regeling}", "place 1 2 11 regeling" },
  { "{?nobody}a", "unknown 1 0 9 nobody" },
  { "{aanbieder}{?regeling}", "place 1 11 11 regeling" },
  { "", "empty 1 0 0 -" },
  { " \n\t\n", "empty 1 0 0 -" },
  { "{a}{b}\n{c}", "unknown 1 0 3 a,unknown 1 3 3 b,unknown 2 7 3 c" },
  /* empty ones, where values are given */
  { "{contactpersoon}", "empty-field 1 0 16 contactpersoon" },
  { "a\n{inhouding} {plafond}", "empty-field 2 2 11 inhouding" },
  { "{?regeling}{regeling} {inhouding}\n{regeling}", "empty-field 2 34 10 regeling" },
  { "{?aanbieder}{regeling}", "empty-field 1 12 10 regeling" },
  { "{?regeling}{nobody}", "unknown 1 11 8 nobody" },
};

static const char *
word_of (PsLetterError kind)
{
  static const char *const words[] = { "unknown", "empty-field", "brace", "empty", "place" };

  return words[kind];
}

static char *
describe (GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const PsLetterFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (strlen (fault->text), >, 5);
      g_string_append_printf (text, "%s%s %u %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %s", i > 0 ? "," : "", word_of (fault->kind),
                              fault->line, fault->offset, fault->length, fault->field != NULL ? fault->field : "-");
    }
  return g_string_free (text, FALSE);
}

static void
test_faults (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (FALSE);
  PsLetterValues values = make_values (figures, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (GPtrArray) faults = ps_letter_text_check (faulty[i].text, &values);
      g_autoptr (GPtrArray) without = ps_letter_text_check (faulty[i].text, NULL);
      g_autofree char *found = describe (faults);
      g_autofree char *found_without = describe (without);
      g_autoptr (GError) error = NULL;
      g_autofree char *filled = ps_letter_text_fill (faulty[i].text, &values, &error);

      g_test_message ("“%s”: %s", faulty[i].text, found);
      g_assert_cmpstr (found, ==, faulty[i].faults);
      /* without values nothing is empty; the rest is the same */
      g_assert_cmpstr (found_without, ==, g_str_has_prefix (faulty[i].faults, "empty-field") ? "" : faulty[i].faults);
      g_assert_cmpint (filled == NULL, ==, faults->len > 0);
      if (faults->len > 0)
        g_assert_error (error, PS_LETTER_ERROR, (int) ((PsLetterFault *) faults->pdata[0])->kind);
    }
}

static void
test_error_names_line (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  PsLetterValues values = make_values (figures, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_letter_text_fill ("a\nb\nc {nobody}\n{other}", &values, &error));
  g_assert_nonnull (strstr (error->message, "3"));
  g_assert_nonnull (strstr (error->message, "{nobody}"));
}

static void
test_subject (void)
{
  g_autoptr (GPtrArray) fine = ps_letter_subject_check ("Letter of {peildatum}", NULL);
  g_autoptr (GPtrArray) table = ps_letter_subject_check ("{cijfers}", NULL);
  g_autoptr (GPtrArray) unknown = ps_letter_subject_check ("{nobody}", NULL);
  g_autoptr (GPtrArray) empty = ps_letter_subject_check ("", NULL);
  g_autoptr (GPtrArray) lines = ps_letter_subject_check ("a\nb {jaar}", NULL);
  g_autofree char *of_table = describe (table);
  g_autofree char *of_unknown = describe (unknown);
  g_autofree char *of_empty = describe (empty);
  g_autofree char *of_lines = describe (lines);

  g_assert_cmpuint (fine->len, ==, 0);
  g_assert_cmpstr (of_table, ==, "place 1 0 9 cijfers");
  g_assert_cmpstr (of_unknown, ==, "unknown 1 0 8 nobody");
  g_assert_cmpstr (of_empty, ==, "empty 1 0 0 -");
  g_assert_cmpstr (of_lines, ==, "place 2 2 8 -");
}

static const struct
{
  const char *text;
  const char *filled;      /* of the provider that has everything */
  const char *filled_bare; /* of the one without */
} fillings[] = {
  { "{{aanbieder}} {aanbieder}", "{aanbieder} Maasduin Jeugdhulp", "{aanbieder} Maasduin Jeugdhulp" },
  { "{{{agb}}}", "{41410001}", "{41410001}" },
  { "a\n\n{cijfers} \n\nb\n", "a\n\n" PS_LETTER_TABLE_MARK "\n\nb\n", "a\n\n" PS_LETTER_TABLE_MARK "\n\nb\n" },
  /* what only looks like the table is not it */
  { "{{cijfers}}", "{cijfers}", "{cijfers}" },
  { "a\n" PS_LETTER_TABLE_MARK "\nb" PS_LETTER_TABLE_MARK "c", "a\n\nbc", "a\n\nbc" },
  /* a paragraph that is left out takes one empty line along */
  { "a\n\n{?regeling}By {regeling}.\n\nb", "a\n\nBy Donuthole 3 %.\n\nb", "a\n\nb" },
  { "{?regeling}By {regeling}.\n\nb", "By Donuthole 3 %.\n\nb", "b" },
  { "a\n{?regeling}By {regeling}.\nb", "a\nBy Donuthole 3 %.\nb", "a\nb" },
  { "a\n\n{?regeling}x\n\n{?onderdeel}y\n\nb", "a\n\nx\n\ny\n\nb", "a\n\nb" },
  { "a\n\n{?regeling}x\n{?onderdeel}y\n\nb", "a\n\nx\ny\n\nb", "a\n\nb" },
  { "a\n\n{?regeling}x\nc\n\nb", "a\n\nx\nc\n\nb", "a\n\nc\n\nb" },
  { "a\n{?aanbieder}{?regeling}x\nb", "a\nx\nb", "a\nb" },
  { "a\n\n{?regeling}x", "a\n\nx", "a\n\n" },
  { "Attn. {?x}", NULL, NULL },
};

static void
test_fill (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  g_autoptr (PsLetterFigures) bare_figures = make_figures (FALSE);
  PsLetterValues values = make_values (figures, TRUE), bare = make_values (bare_figures, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autofree char *filled = ps_letter_text_fill (fillings[i].text, &values, NULL);
      g_autofree char *filled_bare = ps_letter_text_fill (fillings[i].text, &bare, NULL);
      g_autofree char *plain = filled != NULL ? with_plain_blanks (filled) : NULL;

      g_assert_cmpstr (plain, ==, fillings[i].filled);
      g_assert_cmpstr (filled_bare, ==, fillings[i].filled_bare);
    }
}

/* Any text at all: what the checker says is what filling does, faults lie in the text and in its order, and without faults nothing that
 * looks like a field is left but the table. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "{",          "}",    "{{",        "}}",          "{aanbieder}", "{?regeling}",
                                        "{regeling}", "\n",   "{cijfers}", "{cijfers}\n", "\n\n",        " ",
                                        "é",          "text", "{nobody",   "{onderdeel}", "{?",          "{}" };
  g_autoptr (PsLetterFigures) figures = make_figures (FALSE);
  PsLetterValues values = make_values (figures, FALSE);
  guint n_filled = 0;

  for (int run = 0; run < 20000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *filled = NULL;
      gsize last = 0;

      for (int i = g_test_rand_int_range (0, 7); i >= 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      faults = ps_letter_text_check (text->str, &values);
      filled = ps_letter_text_fill (text->str, &values, NULL);
      g_assert_cmpint (filled == NULL, ==, faults->len > 0);
      n_filled += filled != NULL;
      for (guint i = 0; i < faults->len; i++)
        {
          const PsLetterFault *fault = g_ptr_array_index (faults, i);

          g_assert_cmpuint (fault->offset, >=, last);
          g_assert_cmpuint (fault->offset + fault->length, <=, text->len);
          last = fault->offset + fault->length;
        }
      g_assert_true (filled == NULL || g_utf8_validate (filled, -1, NULL));
      g_assert_true (filled == NULL || filled[strspn (filled, " \n")] != '\0');
      g_assert_true (filled == NULL || strstr (text->str, "{{") != NULL || strstr (filled, "{aanbieder}") == NULL);
    }
  g_assert_cmpuint (n_filled, >, 500);
}

/* What a letter of any kind has to tell, also to a provider without contact, scheme or parts. */
static void
check_standard (PsLetterKind kind, gboolean full)
{
  static const char *const told[] = { "19-07-2024",
                                      "31-05-2024",
                                      "819,346.20",
                                      "1,972,899.40",
                                      "1,764,000.00",
                                      "2024",
                                      "09-08-2024",
                                      "23-08-2024",
                                      "06-09-2024",
                                      "two weeks",
                                      "\n\n" PS_LETTER_TABLE_MARK "\n\n" };
  g_autoptr (PsLetterFigures) figures = make_figures (full);
  PsLetterValues values = make_values (figures, full);
  g_autoptr (GPtrArray) faults = ps_letter_text_check (ps_letter_standard_body (kind), &values);
  g_autoptr (GPtrArray) of_subject = ps_letter_subject_check (ps_letter_standard_subject (kind), &values);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = ps_letter_text_fill (ps_letter_standard_body (kind), &values, &error);
  g_autofree char *how = ps_forecast_method_text (g_array_index (figures->scopes, PsLetterScope, figures->heaviest).method);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (of_subject->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (body, told[i]) == NULL)
      g_error ("%s does not tell %s", ps_letter_kind_code (kind), told[i]);
  g_assert_nonnull (strstr (body, how));
  g_assert_cmpint (strstr (body, "under the incentive schemes of the agreement") != NULL, ==, full);
  g_assert_cmpint (strstr (body, "Segment 5") != NULL, ==, full);
  g_assert_null (strstr (body, "\n\n\n"));
  g_assert_false (g_str_has_suffix (body, "\n"));
}

static void
test_standard (void)
{
  for (int kind = PS_LETTER_NOTICE; kind < PS_N_LETTER_KINDS; kind++)
    {
      check_standard ((PsLetterKind) kind, TRUE);
      check_standard ((PsLetterKind) kind, FALSE);
      for (int other = PS_LETTER_NOTICE; other < kind; other++)
        {
          g_assert_cmpstr (ps_letter_standard_body ((PsLetterKind) kind), !=, ps_letter_standard_body ((PsLetterKind) other));
          g_assert_cmpstr (ps_letter_standard_subject ((PsLetterKind) kind), !=,
                           ps_letter_standard_subject ((PsLetterKind) other));
        }
    }
}

/* Figures as text */

static void
test_figures (void)
{
  for (int full = FALSE; full <= TRUE; full++)
    for (int sent = FALSE; sent <= TRUE; sent++)
      {
        g_autoptr (PsLetterFigures) figures = make_figures (full);
        g_autofree char *text = NULL;
        g_autofree char *again = NULL;
        g_autoptr (PsLetterFigures) read = NULL;
        g_autoptr (GError) error = NULL;
        const PsLetterScope *scope;

        if (sent)
          ps_letter_figures_set_sender (figures, full ? "Regio" : "", "Line 1\nLine 2", "anna");
        text = ps_letter_figures_to_text (figures);
        read = ps_letter_figures_from_text (text, &error);
        g_assert_no_error (error);
        again = ps_letter_figures_to_text (read);
        g_assert_cmpstr (text, ==, again);
        g_assert_cmpuint (read->scopes->len, ==, full ? 2 : 1);
        g_assert_cmpuint (read->heaviest, ==, full ? 1 : 0);
        g_assert_cmpint (read->through, ==, figures->through);
        scope = &g_array_index (read->scopes, PsLetterScope, read->heaviest);
        g_assert_cmpstr (scope->reason, ==, full ? "Two groups\tclose\nin autumn \\ really" : NULL);
        g_assert_cmpstr (scope->scheme, ==, full ? "Donuthole 3 %" : NULL);
        g_assert_cmpstr (scope->label, ==, "Segment 5");
        g_assert_cmpstr (read->sender, ==, sent ? (full ? "Regio" : "") : NULL);
        g_assert_cmpstr (read->letterhead, ==, sent ? "Line 1\nLine 2" : NULL);
      }
}

static void
assert_not_figures (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_letter_figures_from_text (text, &error));
  g_assert_nonnull (error);
}

/* Anything but what is written is refused: a byte more, less, or another. */
static void
test_no_figures (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures (TRUE);
  g_autofree char *text = ps_letter_figures_to_text (figures);
  gsize length = strlen (text);

  assert_not_figures (NULL);
  assert_not_figures ("");
  assert_not_figures ("peilstok");
  assert_not_figures ("peilstok\tbandbreedtebrief\t1\n#einde\n");
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *cut = g_strndup (text, i);
      g_autofree char *altered = g_strdup (text);
      g_autoptr (PsLetterFigures) read = NULL;

      assert_not_figures (cut);
      altered[i] = altered[i] == '1' ? '2' : altered[i] == '\n' ? '\t' : '\n';
      read = ps_letter_figures_from_text (altered, NULL);
      /* another digit is another figure, and never the same one */
      if (read != NULL)
        {
          g_autofree char *again = ps_letter_figures_to_text (read);

          g_assert_cmpstr (again, ==, altered);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-text/values", test_values);
  g_test_add_func ("/letter-text/method", test_method);
  g_test_add_func ("/letter-text/no-ceiling", test_no_ceiling);
  g_test_add_func ("/letter-text/difference-below", test_difference_below);
  g_test_add_func ("/letter-text/faults", test_faults);
  g_test_add_func ("/letter-text/error-names-line", test_error_names_line);
  g_test_add_func ("/letter-text/subject", test_subject);
  g_test_add_func ("/letter-text/fill", test_fill);
  g_test_add_func ("/letter-text/any-text", test_any_text);
  g_test_add_func ("/letter-text/standard", test_standard);
  g_test_add_func ("/letter-text/figures", test_figures);
  g_test_add_func ("/letter-text/no-figures", test_no_figures);
  return g_test_run ();
}
