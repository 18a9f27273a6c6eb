/* ps-scheme.c: making an incentive scheme: presets, checks, and what it does with an amount (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-scheme.h"

#include "ps-bands.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEXT_CENTS 100000 /* € 1.000 */

/**
 * ps_scheme_new: a scheme without a name and without steps.
 */
PsScheme *
ps_scheme_new (void)
{
  PsScheme *scheme = g_new0 (PsScheme, 1);

  scheme->bands = g_array_new (FALSE, TRUE, sizeof (PsStep));
  scheme->norm_steps = g_array_new (FALSE, TRUE, sizeof (PsStep));
  return scheme;
}

/**
 * ps_scheme_copy: a scheme of one's own with the same id, name and steps.
 */
PsScheme *
ps_scheme_copy (const PsScheme *scheme)
{
  PsScheme *copy = g_new0 (PsScheme, 1);

  copy->id = scheme->id;
  copy->name = g_strdup (scheme->name);
  copy->whole = scheme->whole;
  copy->bands = g_array_copy (scheme->bands);
  copy->norm_steps = g_array_copy (scheme->norm_steps);
  return copy;
}

void
ps_scheme_free (PsScheme *scheme)
{
  if (scheme == NULL)
    return;
  g_free (scheme->name);
  g_array_unref (scheme->bands);
  g_array_unref (scheme->norm_steps);
  g_free (scheme);
}

typedef struct
{
  gboolean whole;
  PsStep bands[4];
  guint n;
  const char *label;
} Preset;

static const Preset presets[PS_N_PRESETS] = {
  [PS_PRESET_FULL] = { FALSE, { { 0, 10000 } }, 1, N_("Paid in full") },
  [PS_PRESET_DONUT_HOLE] = { FALSE, { { 0, 10000 }, { 10000, 0 }, { 10300, 10000 } }, 3, N_("Donut hole") },
  [PS_PRESET_DISCOUNT] = { FALSE,
                           { { 0, 10000 }, { 10300, 7000 }, { 10800, 4000 }, { 11500, 0 } },
                           4,
                           N_("Graduated discount") },
  [PS_PRESET_HARD_CEILING] = { FALSE, { { 0, 10000 }, { 10000, 0 } }, 2, N_("Hard ceiling") },
  [PS_PRESET_CLIFF] = { TRUE, { { 0, 10000 }, { 10500, 9000 } }, 2, N_("Cliff") },
};

/**
 * ps_scheme_new_preset: a scheme to start from; its figures are those of the contract to fill in.
 */
PsScheme *
ps_scheme_new_preset (PsSchemePreset preset)
{
  PsScheme *scheme = ps_scheme_new ();

  g_assert ((int) preset >= 0 && preset < PS_N_PRESETS);
  scheme->whole = presets[preset].whole;
  g_array_append_vals (scheme->bands, presets[preset].bands, presets[preset].n);
  return scheme;
}

/**
 * ps_scheme_preset_label: what a preset is called, translated.
 */
const char *
ps_scheme_preset_label (PsSchemePreset preset)
{
  g_assert ((int) preset >= 0 && preset < PS_N_PRESETS);
  return g_dgettext (GETTEXT_PACKAGE, presets[preset].label);
}

static gboolean
are_equal_steps (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (PsStep)) == 0);
}

/**
 * ps_scheme_equal: whether two schemes have the same steps, whatever they are called.
 */
gboolean
ps_scheme_equal (const PsScheme *a, const PsScheme *b)
{
  /* Without bands there is no cliff. */
  return (a->whole == b->whole || (a->bands->len == 0 && b->bands->len == 0)) && are_equal_steps (a->bands, b->bands)
         && are_equal_steps (a->norm_steps, b->norm_steps);
}

/* Checks */

void
ps_scheme_problem_free (PsSchemeProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->why);
  g_free (problem);
}

static void
add_problem (GPtrArray *problems, gboolean norm, guint step, const char *why)
{
  PsSchemeProblem *problem = g_new0 (PsSchemeProblem, 1);

  problem->norm = norm;
  problem->step = step;
  problem->why = g_strdup (why);
  g_ptr_array_add (problems, problem);
}

static void
check_steps (GPtrArray *problems, const GArray *steps, gboolean norm)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const PsStep *step = &g_array_index (steps, PsStep, i);

      if (!norm && i == 0 && step->from != 0)
        add_problem (problems, norm, i, _("The first band starts at 0 %."));
      else if (step->from < 0)
        add_problem (problems, norm, i, _("A step cannot start below 0."));
      if (i > 0 && step->from <= step[-1].from)
        add_problem (problems, norm, i, _("A step starts after the one before it."));
      if (step->paid_bp < 0 || step->paid_bp > PS_FULL_BP)
        add_problem (problems, norm, i, _("What is paid lies between 0 and 100 %."));
    }
}

/**
 * ps_scheme_check: what is wrong with a scheme. Bands start at 0 % of the ceiling and rise; norm-duration steps rise, from 0 months
 * or later; shares lie between 0 and 100 %; a scheme without a single step is none.
 *
 * Returns: (transfer full): PsSchemeProblem; empty where it is right
 */
GPtrArray *
ps_scheme_check (const PsScheme *scheme)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_scheme_problem_free);

  if (scheme->bands->len == 0 && scheme->norm_steps->len == 0)
    add_problem (problems, FALSE, 0, _("A scheme has at least one band or one step of the norm duration."));
  check_steps (problems, scheme->bands, FALSE);
  check_steps (problems, scheme->norm_steps, TRUE);
  return problems;
}

/* Words */

static const PsStep *
get_step (const GArray *steps, guint step)
{
  g_assert (step < steps->len);
  return &g_array_index (steps, PsStep, step);
}

/**
 * ps_band_kind: what a band is among those of its scheme. A donut hole is a band that pays nothing, followed by one that pays again
 * (domain.md §2).
 * @bands: PsStep by from
 */
PsBandKind
ps_band_kind (const GArray *bands, gboolean whole, guint band)
{
  const PsStep *it = get_step (bands, band);

  if (whole)
    return it->paid_bp == PS_FULL_BP ? PS_BAND_WHOLE_FULL : PS_BAND_WHOLE;
  if (it->paid_bp == PS_FULL_BP)
    return PS_BAND_FULL;
  if (it->paid_bp > 0)
    return PS_BAND_PART;
  for (guint i = band + 1; i < bands->len; i++)
    if (get_step (bands, i)->paid_bp > 0)
      return PS_BAND_DONUT_HOLE;
  return PS_BAND_UNPAID;
}

/**
 * ps_scheme_band_word: what a band is, translated: a donut hole, a graduated discount …
 */
char *
ps_scheme_band_word (const PsScheme *scheme, guint band)
{
  switch (ps_band_kind (scheme->bands, scheme->whole, band))
    {
    case PS_BAND_FULL:
      return g_strdup (C_("band", "paid in full"));
    case PS_BAND_DONUT_HOLE:
      return g_strdup (C_("band", "donut hole"));
    case PS_BAND_PART:
      return g_strdup (C_("band", "graduated discount"));
    case PS_BAND_UNPAID:
      return g_strdup (C_("band", "hard ceiling"));
    case PS_BAND_WHOLE_FULL:
      return g_strdup (C_("band", "all of it in full"));
    case PS_BAND_WHOLE:
    default:
      return g_strdup (C_("band", "cliff: all of it at this share"));
    }
}

/**
 * ps_scheme_norm_word: what a norm-duration step means, translated: "From 3 months past the norm duration: 75 % is paid".
 */
char *
ps_scheme_norm_word (const PsScheme *scheme, guint step)
{
  const PsStep *it = get_step (scheme->norm_steps, step);
  g_autofree char *paid = ps_format_percent (it->paid_bp), *since = NULL;

  if (it->from == 0)
    since = g_strdup (_("From the end of the norm duration"));
  else
    since = g_strdup_printf (
        ngettext ("From one month past the norm duration", "From %d months past the norm duration", it->from), it->from);
  if (it->paid_bp == PS_FULL_BP)
    return g_strdup_printf (_("%s: paid in full"), since);
  if (it->paid_bp == 0)
    return g_strdup_printf (_("%s: nothing is paid"), since);
  return g_strdup_printf (_("%s: %s is paid"), since, paid);
}

/* Trying an amount */

static gint64
paid_of (const PsScheme *scheme, gint64 ceiling_cents, gint64 net_cents, GArray *bands, PsOverflow *overflow)
{
  return ps_subtract (net_cents, ps_bands_apply (scheme, ceiling_cents, net_cents, bands, overflow), overflow);
}

/**
 * ps_scheme_try: what a scheme pays of a production, as a settlement would; norm-duration steps aside, and without exempt products.
 * @ceiling_cents: not negative
 *
 * Returns: (transfer full): the bands with their amounts, what is paid and deducted, and what the next € 1.000 would bring, which
 * at a cliff is less than nothing
 */
PsSchemeTrial *
ps_scheme_try (const PsScheme *scheme, gint64 ceiling_cents, gint64 net_cents, PsOverflow *overflow)
{
  g_autoptr (GArray) next_bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
  PsSchemeTrial *trial = g_new0 (PsSchemeTrial, 1);
  gint64 next_paid;

  trial->bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
  trial->paid_cents = paid_of (scheme, ceiling_cents, net_cents, trial->bands, overflow);
  trial->deduction_cents = ps_subtract (net_cents, trial->paid_cents, overflow);
  next_paid = paid_of (scheme, ceiling_cents, ps_add (net_cents, NEXT_CENTS, overflow), next_bands, overflow);
  trial->next_paid_cents = ps_subtract (next_paid, trial->paid_cents, overflow);
  return trial;
}

void
ps_scheme_trial_free (PsSchemeTrial *trial)
{
  if (trial == NULL)
    return;
  g_array_unref (trial->bands);
  g_free (trial);
}

/* The curve is drawn with a settlement's own sums, on a ceiling of which a basis point is PS_FULL_BP cents, so that no border is
 * rounded. */
#define CURVE_CEILING ((gint64) PS_FULL_BP * PS_FULL_BP)

static void
add_point (GArray *curve, gint64 produced_bp, gint64 paid_cents)
{
  PsOverflow overflow = { FALSE };
  PsCurvePoint point = { produced_bp, ps_round_div (paid_cents, PS_FULL_BP, &overflow) };

  g_array_append_val (curve, point);
}

static void
add_point_at (GArray *curve, const PsScheme *scheme, gint64 produced_bp)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
  PsOverflow overflow = { FALSE };

  add_point (curve, produced_bp, paid_of (scheme, CURVE_CEILING, produced_bp * PS_FULL_BP, bands, &overflow));
}

/**
 * ps_scheme_curve: what is paid for what is produced, in basis points of the ceiling: the corners of the curve between first_bp and
 * last_bp, and these two. A cliff has two points at its border. The scheme must be right (ps_scheme_check()).
 * @last_bp: at most G_MAXINT
 *
 * Returns: (transfer full): PsCurvePoint
 */
GArray *
ps_scheme_curve (const PsScheme *scheme, gint64 first_bp, gint64 last_bp)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (PsCurvePoint));

  g_assert (0 <= first_bp && first_bp <= last_bp && last_bp <= G_MAXINT);
  add_point_at (curve, scheme, first_bp);
  for (guint i = 1; i < scheme->bands->len; i++)
    {
      const PsStep *band = get_step (scheme->bands, i);

      if (band->from < first_bp || band->from >= last_bp || band->paid_bp == band[-1].paid_bp)
        continue;
      /* At the border of a cliff itself the band before it still holds (domain.md §5); past it all is paid at the next share. */
      if (band->from > first_bp)
        add_point_at (curve, scheme, band->from);
      if (scheme->whole)
        add_point (curve, band->from, (gint64) band->from * band->paid_bp);
    }
  if (last_bp > first_bp)
    add_point_at (curve, scheme, last_bp);
  return curve;
}
