/* dossier-builder.h: dossiers of test regions
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-dossier-text.h"
#include "region-builder.h"

G_BEGIN_DECLS

/* Three texts that are freed together. */
typedef struct { char *of[PS_N_DOCUMENTS]; } DossierTexts;

PsMessageKeys *test_region_keys     (TestRegion *self, const PsProduction *production);
PsDossier     *test_region_dossier  (TestRegion *self, const char *agb, const char *through);
DossierTexts  *dossier_texts_new    (const PsDossier *dossier);
void           dossier_texts_free   (DossierTexts *texts);
PsDossier     *dossier_texts_read   (const DossierTexts *texts);
void           assert_same_texts    (const DossierTexts *a, const DossierTexts *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTexts, dossier_texts_free)

G_END_DECLS
