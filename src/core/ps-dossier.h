/* ps-dossier.h: a settlement with everything that it was computed from, by the keys that people know it by
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Domain.md §6: a final settlement is frozen with everything it was computed from. A dossier is that: live (the region as it is) or
 * frozen (read back from its three documents, ps-dossier-text.h); what shows, prints, explains or compares a settlement takes either.
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

/* The words by which people know messages: by place in the arrays of PsProduction. */
typedef struct
{
  GPtrArray *references;           /* char *, by line */
  GPtrArray *declarations;         /* char * or NULL, by line */
  GPtrArray *assignments;          /* char *: the number, by assignment */
  GPtrArray *clients;              /* char *: the pseudonym, by PsAssignment.client */
} PsMessageKeys;

typedef struct
{
  int     version_number;          /* of the agreement version; 0: no agreement */
  PsDate  agreed_on;               /* PS_DATE_OPEN: not said */
  char   *program_version;         /* that computed it */
} PsDossierFacts;

typedef struct
{
  const PsRegion *region;          /* what it was computed with; of a frozen one only what it needed */
  PsRegion       *own_region;      /* the same where the dossier owns it; else NULL */
  PsProduction   *production;      /* owned; trimmed (ps_dossier_trim()) */
  PsMessageKeys  *keys;            /* owned */
  PsSettlement   *settlement;      /* owned; of a frozen one: as its results say, not computed again */
  GArray         *sources;         /* PsSource, owned */
  PsDossierFacts  facts;
  GHashTable     *line_places;     /* what ps_dossier_line_of() and ps_dossier_assignment_of() find by, as the next one */
  GHashTable     *assignment_places;
} PsDossier;

PsMessageKeys *ps_message_keys_new  (void);
void           ps_message_keys_free (PsMessageKeys *keys);
void           ps_dossier_free      (PsDossier *dossier);

/* Takes out of a production what no figure of the year up to `through` can depend on: lines, advances and measurements after it, and
 * assignments and care that begin after the last day that any line left reaches. Places of assignments change; keys (optional) follow. */
void           ps_production_trim   (PsProduction *production, PsMessageKeys *keys, const PsRegion *region, int year, PsDate through);

/* Takes production and keys, trims them and puts them in an order that depends on what they say only, so that the same content settles
 * to the same texts: assignments by municipality and number, lines by reference, clients numbered by pseudonym. Settles with sources and
 * warnings. `facts` is copied. NULL with PS_CORE_ERROR. */
PsDossier     *ps_dossier_new       (const PsRegion *region, PsProduction *production, PsMessageKeys *keys, int year, PsDate through,
                                     const PsDossierFacts *facts, GError **error);
/* The same inputs settled again by this program: are the frozen figures still what they come to? */
PsDossier     *ps_dossier_again     (const PsDossier *dossier, GError **error);

/* Of one that is put together by hand, once its production is there: what the next two find by. */
void           ps_dossier_index         (PsDossier *dossier);
/* The line / assignment that a source is about: its place in the production; PS_NONE: of none. */
guint          ps_dossier_line_of       (const PsDossier *dossier, const PsSource *source);
guint          ps_dossier_assignment_of (const PsDossier *dossier, const PsSource *source);   /* of lines their assignment's */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMessageKeys, ps_message_keys_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsDossier, ps_dossier_free)

G_END_DECLS
