/* ps-letter-fields.c: the fields of a letter's text, and what they are filled with (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Their names are Dutch in every language: templates are kept in the region file, and read by whoever opens it. The figures
 * are those of the scope that decides the kind of the letter; those of all scopes together have names of their own.
 */
#include "ps-letter-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-format.h"

/* Where a value is found, and how it is written. */
typedef enum
{
  OF_VALUES,
  OF_FIGURES,
  OF_SCOPE
} ValueOf;

typedef enum
{
  IS_TEXT,
  IS_DATE,
  IS_MONEY,
  IS_SHARE,
  IS_MADE
} ValueIs;

typedef struct
{
  ValueOf of;
  ValueIs is;
  glong offset;
  char *(*make) (const PsLetterValues *values, const PsLetterScope *scope);
} Source;

/* The scope that decides its kind; NULL: there are none. */
static const PsLetterScope *
find_scope (const PsLetterValues *values)
{
  const PsLetterFigures *figures = values->figures;

  if (figures->heaviest == PS_NONE || figures->heaviest >= figures->scopes->len)
    return NULL;
  return &g_array_index (figures->scopes, PsLetterScope, figures->heaviest);
}

/* Values that are not simply there. `scope` is never NULL where a figure of it is asked for. */

static char *
make_kind (const PsLetterValues *values, const PsLetterScope *scope G_GNUC_UNUSED)
{
  return g_strdup (ps_letter_kind_label (values->kind));
}

static char *
make_year (const PsLetterValues *values, const PsLetterScope *scope G_GNUC_UNUSED)
{
  return g_strdup_printf ("%d", values->figures->year);
}

/* Of one that is all there is nothing has to be said. */
static char *
make_part (const PsLetterValues *values, const PsLetterScope *scope)
{
  return values->figures->scopes->len > 1 ? g_strdup (scope->label) : NULL;
}

/* Of a ceiling of nothing there is no share. */
static char *
make_ratio (gint64 part, gint64 ceiling)
{
  return ceiling != 0 ? ps_format_ratio (part, ceiling) : NULL;
}

static char *
make_realised_share (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  return make_ratio (scope->realised_cents, scope->ceiling_cents);
}

static char *
make_forecast_share (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  return make_ratio (scope->forecast_cents, scope->ceiling_cents);
}

/* Without a sign: the text says which way. */
static char *
make_difference (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (scope->forecast_cents, scope->ceiling_cents, &overflow);

  return overflow.overflowed ? NULL : ps_format_money (ABS (difference));
}

static char *
make_notice (const PsLetterValues *values, const PsLetterScope *scope)
{
  PsOverflow overflow = { FALSE };
  gint64 notice = ps_share_of (scope->ceiling_cents, values->figures->notice_bp, &overflow);

  return overflow.overflowed ? NULL : ps_format_money (notice);
}

static char *
make_method (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  return g_strdup (ps_forecast_method_label (scope->method));
}

static char *
make_method_text (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  return ps_forecast_method_text (scope->method);
}

/* Nothing to deduct is nothing to tell. */
static char *
make_at_stake (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope)
{
  return scope->at_stake_cents > 0 ? ps_format_money (scope->at_stake_cents) : NULL;
}

static char *
make_at_stake_of_all (const PsLetterValues *values, const PsLetterScope *scope G_GNUC_UNUSED)
{
  return values->figures->at_stake_cents > 0 ? ps_format_money (values->figures->at_stake_cents) : NULL;
}

static char *
make_table (const PsLetterValues *values G_GNUC_UNUSED, const PsLetterScope *scope G_GNUC_UNUSED)
{
  return g_strdup (PS_LETTER_TABLE_MARK);
}

#define VALUES(is, member) OF_VALUES, is, G_STRUCT_OFFSET (PsLetterValues, member), NULL
#define FIGURES(is, member) OF_FIGURES, is, G_STRUCT_OFFSET (PsLetterFigures, member), NULL
#define SCOPE(is, member) OF_SCOPE, is, G_STRUCT_OFFSET (PsLetterScope, member), NULL
#define MADE(of, make) of, IS_MADE, 0, make

/* In the order in which they are offered. */
static const struct
{
  PsLetterField field;
  Source source;
} fields[] = {
  { { "aanbieder", N_("Name of the provider") }, { VALUES (IS_TEXT, provider) } },
  { { "agb", N_("AGB code of the provider") }, { VALUES (IS_TEXT, agb) } },
  { { "contactpersoon", N_("Contact for letters of the provider") }, { VALUES (IS_TEXT, contact) } },
  { { "adres", N_("Address of the provider, in lines") }, { VALUES (IS_TEXT, address) } },
  { { "regio", N_("Name of the region") }, { VALUES (IS_TEXT, region) } },
  { { "soort", N_("Kind of the letter") }, { MADE (OF_VALUES, make_kind) } },
  { { "nummer", N_("Number of the letter") }, { VALUES (IS_TEXT, number) } },
  { { "datum", N_("Day on which it is sent") }, { VALUES (IS_DATE, date) } },
  { { "jaar", N_("Year of the agreement") }, { MADE (OF_FIGURES, make_year) } },
  { { "peildatum", N_("Reference date") }, { FIGURES (IS_DATE, peildatum) } },
  { { "peildatum_naam", N_("Name of the reference date") }, { FIGURES (IS_TEXT, peildatum_label) } },
  { { "gegevens_tot", N_("Last day on which the data is complete") }, { FIGURES (IS_DATE, through) } },
  { { "onderdeel", N_("The part of the agreement that the letter is about; empty where there is only one") },
    { MADE (OF_SCOPE, make_part) } },
  { { "plafond", N_("Ceiling") }, { SCOPE (IS_MONEY, ceiling_cents) } },
  { { "ondergrens", N_("Lower border of the bandwidth") }, { SCOPE (IS_MONEY, lower_cents) } },
  { { "bovengrens", N_("Upper border of the bandwidth") }, { SCOPE (IS_MONEY, upper_cents) } },
  { { "gerealiseerd", N_("Realised up to the last day of the data") }, { SCOPE (IS_MONEY, realised_cents) } },
  { { "gerealiseerd_pct", N_("Realised, as a share of the ceiling") }, { MADE (OF_SCOPE, make_realised_share) } },
  { { "prognose", N_("Forecast of the year") }, { SCOPE (IS_MONEY, forecast_cents) } },
  { { "prognose_pct", N_("Forecast of the year, as a share of the ceiling") }, { MADE (OF_SCOPE, make_forecast_share) } },
  { { "verschil", N_("Difference between forecast and ceiling, without a sign") }, { MADE (OF_SCOPE, make_difference) } },
  { { "methode", N_("Method of the forecast") }, { MADE (OF_SCOPE, make_method) } },
  { { "methode_uitleg", N_("How that method computes") }, { MADE (OF_SCOPE, make_method_text) } },
  { { "reden", N_("Why this forecast was chosen; empty where nobody gave a reason") }, { SCOPE (IS_TEXT, reason) } },
  { { "bandbreedte_onder_pct", N_("Bandwidth below the ceiling") }, { FIGURES (IS_SHARE, under_bp) } },
  { { "bandbreedte_boven_pct", N_("Bandwidth above the ceiling") }, { FIGURES (IS_SHARE, over_bp) } },
  { { "signaalgrens", N_("Amount at which a notice is sent") }, { MADE (OF_SCOPE, make_notice) } },
  { { "signaalgrens_pct", N_("Share of the ceiling at which a notice is sent") }, { FIGURES (IS_SHARE, notice_bp) } },
  { { "regeling", N_("Incentive scheme; empty where there is none") }, { SCOPE (IS_TEXT, scheme) } },
  { { "inhouding", N_("What the scheme would deduct at this forecast; empty where that is nothing") },
    { MADE (OF_SCOPE, make_at_stake) } },
  { { "totaal_plafond", N_("Ceilings of all parts together") }, { FIGURES (IS_MONEY, ceiling_cents) } },
  { { "totaal_gerealiseerd", N_("Realised of all parts together") }, { FIGURES (IS_MONEY, realised_cents) } },
  { { "totaal_prognose", N_("Forecast of all parts together") }, { FIGURES (IS_MONEY, forecast_cents) } },
  { { "totaal_inhouding", N_("What would be deducted of all parts together; empty where that is nothing") },
    { MADE (OF_FIGURES, make_at_stake_of_all) } },
  { { "antwoord_voor", N_("Day by which an answer is due") }, { VALUES (IS_DATE, due_on) } },
  { { "gesprek_voor", N_("Day by which the talk is held") }, { VALUES (IS_DATE, talk_by) } },
  { { "besluit_voor", N_("Day by which the decision is taken") }, { VALUES (IS_DATE, decide_by) } },
  { { "ondertekenaar", N_("Who sends the letter") }, { VALUES (IS_TEXT, signer) } },
  { { PS_LETTER_TABLE, N_("Table of the figures; alone on its line") }, { MADE (OF_VALUES, make_table) } },
};

/**
 * ps_letter_fields: those that a text may have, in the order in which they are offered.
 */
const PsLetterField *
ps_letter_fields (guint *n_fields)
{
  static PsLetterField list[G_N_ELEMENTS (fields)];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        list[i] = fields[i].field;
      g_once_init_leave (&filled, 1);
    }
  *n_fields = G_N_ELEMENTS (fields);
  return list;
}

/* "" and blanks are nothing. */
static char *
write_text (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static char *
write_value (const Source *source, gconstpointer base, const PsLetterValues *values, const PsLetterScope *scope)
{
  PsDate date;

  switch (source->is)
    {
    case IS_TEXT:
      return write_text (G_STRUCT_MEMBER (const char *, base, source->offset));
    case IS_DATE:
      date = G_STRUCT_MEMBER (PsDate, base, source->offset);
      return date != PS_DATE_OPEN ? ps_format_date (date) : NULL;
    case IS_MONEY:
      return ps_format_money (G_STRUCT_MEMBER (gint64, base, source->offset));
    case IS_SHARE:
      return ps_format_percent (G_STRUCT_MEMBER (int, base, source->offset));
    case IS_MADE:
    default:
      return source->make (values, scope);
    }
}

static char *
find_value (const Source *source, const PsLetterValues *values)
{
  const PsLetterScope *scope = find_scope (values);

  switch (source->of)
    {
    case OF_SCOPE:
      return scope != NULL ? write_value (source, scope, values, scope) : NULL;
    case OF_FIGURES:
      return write_value (source, values->figures, values, scope);
    case OF_VALUES:
    default:
      return write_value (source, values, values, scope);
    }
}

gboolean
ps_letter_field_value (const char *name, const PsLetterValues *values, char **value)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (strcmp (fields[i].field.name, name) != 0)
        continue;
      if (values != NULL && value != NULL)
        *value = find_value (&fields[i].source, values);
      return TRUE;
    }
  return FALSE;
}

const char *
ps_letter_field_meaning (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].field.name, name) == 0)
      return _ (fields[i].field.meaning);
  g_assert_not_reached ();
}
