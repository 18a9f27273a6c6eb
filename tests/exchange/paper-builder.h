/* paper-builder.h: what a statement prints, made of a region of a few lines, without a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/region-builder.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* A final settlement of provider `agb` in the year of `through`, number 12, computed, proposed and made final by three people; its
 * strings may be replaced. The region of `given` is borrowed. */
PsPaper   *test_paper_new      (TestRegion *given, const char *agb, const char *through);
void       test_paper_free     (PsPaper *paper);
PsDossier *test_dossier        (TestRegion *given, const char *agb, const char *through);
/* An earlier final one, of that amount; the paper's figures follow. */
void       test_paper_earlier  (PsPaper *paper, gint64 id, gint64 amount_cents);
void       test_paper_state    (PsPaper *paper, PsSettlementState state);
/* A region of n_groups product groups × municipalities with everything that a statement can tell of. */
char      *test_paper_region   (guint n_groups, guint n_municipalities, const char *exchange, gint64 factor);

G_END_DECLS
