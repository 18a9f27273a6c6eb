/* ps-dispute-words.h: why a declaration line is in dispute, in words with its own figures (domain.md §4), and what a source is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier.h"

G_BEGIN_DECLS

/* What the sentence is about; places in the region. */
typedef struct
{
  PsDispute dispute;
  guint     product;               /* declared; PS_NONE: of no product that is known */
  PsDate    from;
  PsUnit    unit;                  /* declared, as the next two */
  gint64    volume_milli;
  gint64    declared_tariff_e4;    /* PS_NO_NUMBER: none */
  gint64    valid_tariff_e4;       /* PS_NO_NUMBER: none */
  guint     assigned_product;      /* PS_NONE: aspecific */
  guint     assigned_group;
  PsDate    assigned_from;
  PsDate    assigned_to;
} PsDisputed;

/* A translated sentence, owned by the caller; "" where it is not in dispute. */
char *ps_disputed_sentence         (const PsRegion *region, const PsDisputed *disputed);
char *ps_dossier_dispute_sentence  (const PsDossier *dossier, const PsSource *source);

/* "Declaration line", "Advance": translated. */
const char *ps_source_kind_label   (PsSourceKind kind);

G_END_DECLS
