/* ps-scheme.h: making an incentive scheme: presets, checks, and what it does with an amount (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

typedef enum
{
  PS_PRESET_FULL,
  PS_PRESET_DONUT_HOLE,
  PS_PRESET_DISCOUNT,
  PS_PRESET_HARD_CEILING,
  PS_PRESET_CLIFF,
  PS_N_PRESETS
} PsSchemePreset;

/* A scheme of one's own, not of a region; a new one has no name and id 0, a copy those of the one it was made of. ps_scheme_free()
 * frees only those. */
PsScheme   *ps_scheme_new          (void);
PsScheme   *ps_scheme_copy         (const PsScheme *scheme);
void        ps_scheme_free         (PsScheme *scheme);
PsScheme   *ps_scheme_new_preset   (PsSchemePreset preset);
const char *ps_scheme_preset_label (PsSchemePreset preset);             /* translated */
gboolean    ps_scheme_equal        (const PsScheme *a, const PsScheme *b);   /* the same steps */

/* Which step is wrong and why. */
typedef struct { gboolean norm; guint step; char *why; } PsSchemeProblem;   /* why: translated */
void        ps_scheme_problem_free (PsSchemeProblem *problem);
/* GPtrArray of PsSchemeProblem, empty where the scheme is right: bands start at 0 and rise, norm steps rise, shares 0 to 100 %. */
GPtrArray  *ps_scheme_check        (const PsScheme *scheme);

typedef enum
{
  PS_BAND_FULL,
  PS_BAND_DONUT_HOLE,             /* pays nothing, and a later one pays again */
  PS_BAND_PART,
  PS_BAND_UNPAID,                 /* pays nothing, nor does any after it */
  PS_BAND_WHOLE_FULL,             /* kind `geheel`: everything is paid at the share of the band it ends in */
  PS_BAND_WHOLE,
} PsBandKind;
PsBandKind  ps_band_kind           (const GArray *bands, gboolean whole, guint band);   /* bands: PsStep by from */

/* What a band is: "full", "donut hole", "graduated discount", "hard ceiling"; of a norm step what it means. Translated, owned. */
char       *ps_scheme_band_word    (const PsScheme *scheme, guint band);
char       *ps_scheme_norm_word    (const PsScheme *scheme, guint step);

/* An amount tried: the bands as in a settlement (PsBand of ps-settlement.h), what is paid and deducted of it all. */
typedef struct
{
  GArray *bands;                  /* of PsBand (ps-settlement.h) */
  gint64  paid_cents;
  gint64  deduction_cents;
  gint64  next_paid_cents;        /* what the next € 1.000 would bring */
} PsSchemeTrial;
PsSchemeTrial *ps_scheme_try       (const PsScheme *scheme, gint64 ceiling_cents, gint64 net_cents, PsOverflow *overflow);
void           ps_scheme_trial_free (PsSchemeTrial *trial);

/* The curve: from production to payment, both in basis points of the ceiling; corners only (GArray of PsCurvePoint). A cliff has
 * two points at the same produced_bp. */
typedef struct { gint64 produced_bp; gint64 paid_bp; } PsCurvePoint;
GArray     *ps_scheme_curve        (const PsScheme *scheme, gint64 first_bp, gint64 last_bp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsScheme, ps_scheme_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSchemeTrial, ps_scheme_trial_free)

G_END_DECLS
