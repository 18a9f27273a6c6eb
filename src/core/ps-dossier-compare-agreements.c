/* ps-dossier-compare-agreements.c: which agreement, schemes, tariffs and products two dossiers do not have in common
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only what both needed is held against each other: a frozen dossier does not have the rest, and what only one of them needed
 * came with a line or an assignment, which is the cause.
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"
#include "ps-scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The agreement */

static const char *
group_code (const PsCompared *of, const PsAgreementLine *line)
{
  return line != NULL ? ps_region_group (of->dossier->region, line->group)->code : NULL;
}

static const char *
municipality_code (const PsCompared *of, const PsAgreementLine *line)
{
  return line != NULL ? ps_region_municipality (of->dossier->region, line->municipality)->code : NULL;
}

static char *
agreement_what (PsComparing *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->now.dossier->settlement->year);

  return g_strdup_printf (_("Agreement of %s"), year);
}

static void
compare_terms (PsComparing *self, const PsAgreement *before, const PsAgreement *now)
{
  GString *how = g_string_new (NULL);
  PsCause *cause;

  ps_changes_add_word (how, _("scope of exchange"), PS_WORDS_EXCHANGE, before->exchange, now->exchange);
  ps_changes_add_word (how, _("division of deductions"), PS_WORDS_DIVISION_KEY, before->key, now->key);
  ps_changes_add_word (how, _("measuring of places"), PS_WORDS_PLACE_MEASURING, before->measuring, now->measuring);
  cause = ps_comparing_changed (self, PS_CAUSE_AGREEMENT, NULL, NULL, g_strdup (""), agreement_what (self), how);
  ps_comparing_set_row (self, cause, "agreement_version", now->version_id);
}

static const PsScheme *
scheme_of (const PsCompared *of, const PsAgreementLine *line)
{
  return line->scheme != PS_NONE ? ps_region_scheme (of->dossier->region, line->scheme) : NULL;
}

static char *
scheme_name (const PsScheme *scheme)
{
  return g_strdup (scheme != NULL ? scheme->name : C_("incentive scheme", "none"));
}

/* Another scheme is one with other steps, for a name says nothing; of the same name the scheme itself is the cause. */
static void
compare_line_scheme (GString *how, const PsScheme *before, const PsScheme *now)
{
  if (before != NULL && now != NULL && ps_scheme_equal (before, now))
    return;
  ps_changes_add (how, C_("agreement line", "incentive scheme"), scheme_name (before), scheme_name (now));
}

static char *
paid_how (gboolean lump_sum)
{
  return g_strdup (lump_sum ? C_("agreement line", "lump sum") : C_("agreement line", "by production"));
}

static char *
line_key (const PsCompared *of, const PsAgreementLine *line)
{
  return g_strdup_printf ("%s\t%s", group_code (of, line), municipality_code (of, line));
}

static char *
line_what (const PsCompared *of, const PsAgreementLine *line)
{
  return g_strdup_printf (_("Agreement line %s, %s"), group_code (of, line),
                          ps_region_municipality (of->dossier->region, line->municipality)->name);
}

static void
change_line (PsComparing *self, const PsAgreementLine *before, const PsAgreementLine *now)
{
  GString *how = g_string_new (NULL);
  PsCause *cause;

  ps_changes_add (how, C_("agreement line", "paid"), paid_how (before->lump_sum), paid_how (now->lump_sum));
  ps_changes_add_money (how, C_("agreement line", "ceiling"), before->ceiling_cents, now->ceiling_cents);
  if (!before->lump_sum || !now->lump_sum) /* of a lump sum it means nothing (domain.md §5) */
    compare_line_scheme (how, scheme_of (&self->before, before), scheme_of (&self->now, now));
  cause = ps_comparing_changed (self, PS_CAUSE_AGREEMENT_LINE, group_code (&self->now, now), municipality_code (&self->now, now),
                                line_key (&self->now, now), line_what (&self->now, now), how);
  ps_comparing_set_row (self, cause, "agreement_line", now->id);
}

static void
come_or_go (PsComparing *self, const PsAgreementLine *before, const PsAgreementLine *now)
{
  const PsCompared *of = now != NULL ? &self->now : &self->before;
  const PsAgreementLine *line = now != NULL ? now : before;
  g_autofree char *ceiling = ps_format_money (line->ceiling_cents);
  char *how = now != NULL ? g_strdup_printf (_("added, ceiling %s"), ceiling)
                          : g_strdup_printf (_("no longer there, ceiling %s"), ceiling);
  PsCause *cause =
      ps_comparing_cause (self, PS_CAUSE_AGREEMENT_LINE, now != NULL ? PS_CAUSE_ADDED : PS_CAUSE_REMOVED, group_code (of, line),
                          municipality_code (of, line), line_key (of, line), line_what (of, line), how);

  if (now != NULL)
    ps_comparing_set_row (self, cause, "agreement_line", now->id);
}

static const PsAgreementLine *
line_at (const PsAgreement *agreement, guint place)
{
  return place < agreement->lines->len ? &g_array_index (agreement->lines, PsAgreementLine, place) : NULL;
}

/* By group and municipality, in which order they are. */
static void
match_lines (PsComparing *self, const PsAgreement *before, const PsAgreement *now)
{
  guint i = 0, k = 0;

  for (;;)
    {
      const PsAgreementLine *old_line = line_at (before, i), *new_line = line_at (now, k);
      int order = ps_compare_codes (group_code (&self->before, old_line), group_code (&self->now, new_line));

      if (old_line == NULL && new_line == NULL)
        return;
      if (order == 0)
        order = ps_compare_codes (municipality_code (&self->before, old_line), municipality_code (&self->now, new_line));
      if (order == 0)
        change_line (self, old_line, new_line);
      else
        come_or_go (self, order < 0 ? old_line : NULL, order > 0 ? new_line : NULL);
      i += order <= 0;
      k += order >= 0;
    }
}

static char *
steps_text (const GArray *steps, gboolean months)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const PsStep *step = &g_array_index (steps, PsStep, i);
      g_autofree char *from = months ? ps_format_count (step->from) : ps_format_percent (step->from);
      g_autofree char *paid = ps_format_percent (step->paid_bp);

      g_string_append_printf (text, "%s%s → %s", i > 0 ? ", " : "", from, paid);
    }
  if (steps->len == 0)
    g_string_append (text, C_("incentive scheme", "none"));
  return g_string_free (text, FALSE);
}

static void
compare_steps (PsComparing *self, const PsScheme *before, const PsScheme *now)
{
  GString *how = g_string_new (NULL);
  PsCause *cause;

  if (!ps_scheme_equal (before, now))
    {
      if (before->bands->len > 0 || now->bands->len > 0)
        ps_changes_add_word (how, C_("incentive scheme", "kind"), PS_WORDS_STEP_KIND,
                             before->whole ? PS_STEP_WHOLE : PS_STEP_BUDGET, now->whole ? PS_STEP_WHOLE : PS_STEP_BUDGET);
      ps_changes_add (how, C_("incentive scheme", "bands"), steps_text (before->bands, FALSE), steps_text (now->bands, FALSE));
      ps_changes_add (how, C_("incentive scheme", "months past the norm"), steps_text (before->norm_steps, TRUE),
                      steps_text (now->norm_steps, TRUE));
    }
  cause = ps_comparing_changed (self, PS_CAUSE_SCHEME, NULL, NULL, g_strdup (now->name),
                                g_strdup_printf (_("Incentive scheme %s"), now->name), how);
  ps_comparing_set_row (self, cause, "scheme", now->id);
}

/* Schemes of one name that both agreements use. */
static void
match_schemes (PsComparing *self)
{
  const PsRegion *before = self->before.dossier->region, *now = self->now.dossier->region;

  for (guint i = 0; i < before->schemes->len; i++)
    for (guint k = 0; self->before.needs.schemes[i] && k < now->schemes->len; k++)
      if (self->now.needs.schemes[k] && g_str_equal (ps_region_scheme (before, i)->name, ps_region_scheme (now, k)->name))
        compare_steps (self, ps_region_scheme (before, i), ps_region_scheme (now, k));
}

void
ps_compare_agreements (PsComparing *self)
{
  const PsAgreement *before = self->before.agreement, *now = self->now.agreement;
  PsCause *cause;

  if (before != NULL && now != NULL)
    {
      compare_terms (self, before, now);
      match_lines (self, before, now);
      match_schemes (self);
    }
  else if (now != NULL)
    {
      cause = ps_comparing_cause (self, PS_CAUSE_AGREEMENT, PS_CAUSE_ADDED, NULL, NULL, g_strdup (""), agreement_what (self),
                                  g_strdup (_("there was none")));
      ps_comparing_set_row (self, cause, "agreement_version", now->version_id);
    }
  else if (before != NULL)
    ps_comparing_cause (self, PS_CAUSE_AGREEMENT, PS_CAUSE_REMOVED, NULL, NULL, g_strdup (""), agreement_what (self),
                        g_strdup (_("there is none")));
}
