/* ps-dossier-read-agreement.c: the agreement and the incentive schemes that a frozen dossier was computed with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

#include <glib/gi18n-lib.h>

guint
ps_reading_scheme_or_none (PsTextReader *self, const PsRegion *region)
{
  const char *name = ps_reading_string (self);

  if (*name == '\0')
    return PS_NONE;
  for (guint i = 0; i < region->schemes->len; i++)
    if (g_str_equal (ps_region_scheme (region, i)->name, name))
      return i;
  return ps_reading_found (self, PS_NONE);
}

static void
read_schemes (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_SCHEME);
  while (ps_reading_next (self))
    {
      PsScheme scheme = { .id = region->schemes->len + 1 };

      scheme.name = ps_reading_next_code (self, region->schemes);
      scheme.bands = g_array_new (FALSE, TRUE, sizeof (PsStep));
      scheme.norm_steps = g_array_new (FALSE, TRUE, sizeof (PsStep));
      g_array_append_val (region->schemes, scheme);
    }
}

/* Appends a step to a scheme; `from` rises among steps of a kind, bands come before steps of the norm duration, which are one
 * kind. */
static void
add_step (PsTextReader *self, PsScheme *scheme, PsStepKind kind, PsStep step)
{
  GArray *steps = kind == PS_STEP_NORM_DURATION ? scheme->norm_steps : scheme->bands;

  if (kind != PS_STEP_NORM_DURATION
      && (scheme->norm_steps->len > 0 || (scheme->bands->len > 0 && scheme->whole != (kind == PS_STEP_WHOLE))))
    ps_reading_in_order (self, 1);
  if (steps->len > 0 && g_array_index (steps, PsStep, steps->len - 1).from >= step.from)
    ps_reading_in_order (self, 1);
  if (kind != PS_STEP_NORM_DURATION)
    scheme->whole = kind == PS_STEP_WHOLE;
  g_array_append_val (steps, step);
}

static void
read_steps (PsTextReader *self, PsRegion *region)
{
  guint last = 0;

  ps_reading_section (self, PS_RECORD_STEP);
  while (ps_reading_next (self))
    {
      guint scheme = ps_reading_scheme_or_none (self, region);
      PsStepKind kind = ps_reading_word (self, PS_WORDS_STEP_KIND);
      PsStep step;

      step.from = (int) ps_reading_number (self, 0, G_MAXINT);
      step.paid_bp = (int) ps_reading_number (self, 0, PS_FULL_BP);
      if (scheme == PS_NONE)
        ps_reading_fail (self, _("a field that must be filled in is empty"));
      else if (scheme < last)
        ps_reading_in_order (self, 1);
      if (self->failed)
        return;
      last = scheme;
      add_step (self, &g_array_index (region->schemes, PsScheme, scheme), kind, step);
    }
}

static void
read_terms (PsTextReader *self, PsRegion *region, PsDossierHead *head)
{
  PsAgreement agreement = { .id = 1, .version_id = 1, .provider = 0, .year = head->year };
  gint64 under, over;

  ps_reading_section (self, PS_RECORD_AGREEMENT);
  if (!ps_reading_next (self))
    return;
  head->facts.version_number = (int) ps_reading_number (self, 0, G_MAXINT);
  head->facts.agreed_on = ps_reading_open (self);
  agreement.exchange = ps_reading_word (self, PS_WORDS_EXCHANGE);
  agreement.key = ps_reading_word (self, PS_WORDS_DIVISION_KEY);
  agreement.measuring = ps_reading_word (self, PS_WORDS_PLACE_MEASURING);
  under = ps_reading_optional (self, 0, PS_MOST_BP);
  over = ps_reading_optional (self, 0, PS_MOST_BP);
  agreement.under_bp = under == PS_NO_NUMBER ? -1 : (int) under;
  agreement.over_bp = over == PS_NO_NUMBER ? -1 : (int) over;
  agreement.lines = g_array_new (FALSE, TRUE, sizeof (PsAgreementLine));
  g_array_append_val (region->agreements, agreement);
  ps_reading_only_end (self);
}

static int
compare_agreed (const PsAgreementLine *a, const PsAgreementLine *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  return (a->municipality > b->municipality) - (a->municipality < b->municipality);
}

static void
read_agreed (PsTextReader *self, PsRegion *region)
{
  GArray *lines = region->agreements->len > 0 ? g_array_index (region->agreements, PsAgreement, 0).lines : NULL;

  ps_reading_section (self, PS_RECORD_AGREED);
  while (ps_reading_next (self))
    {
      PsAgreementLine line = { 0 };

      line.group = ps_reading_group (self, region);
      line.municipality = ps_reading_municipality (self, region);
      line.lump_sum = ps_reading_word (self, PS_WORDS_YES_NO);
      line.ceiling_cents = ps_reading_number (self, 0, G_MAXINT64);
      line.places_milli = ps_reading_optional (self, 0, G_MAXINT64);
      line.scheme = ps_reading_scheme_or_none (self, region);
      if (lines == NULL)
        ps_reading_fail (self, _("it refers to something that is not there"));
      if (self->failed)
        return;
      line.id = lines->len + 1;
      if (lines->len > 0)
        ps_reading_in_order (self, compare_agreed (&g_array_index (lines, PsAgreementLine, lines->len - 1), &line));
      g_array_append_val (lines, line);
    }
}

void
ps_dossier_read_agreement (PsTextReader *self, PsRegion *region, PsDossierHead *head)
{
  read_schemes (self, region);
  read_steps (self, region);
  read_terms (self, region, head);
  read_agreed (self, region);
}
