/* ps-life-preview.h: what a step of a settlement's life would do, read beside the window before it is asked
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

typedef struct
{
  PsLifeStep step;
  char      *agb;
  char      *provider;             /* name */
  int        year;
  PsDate     through;
  PsStored  *stored;               /* that it is taken with; NULL: nothing is open */
  PsStored  *replaced;             /* the last final one, that it would correct; NULL: none */
  gint64     balance_cents;        /* of what would be stored or proposed: as the region is now; else of `stored` */
  gint64     before_cents;         /* settled by earlier final ones */
  gint64     amount_cents;
  GPtrArray *warnings;             /* PsLifeWarning: of MAKE_FINAL; else empty */
} PsLifePreview;

/* `through`: PS_DATE_OPEN: 31-12. */
void           ps_life_preview_async  (PsSession *session, PsLifeStep step, const char *agb, int year, PsDate through,
                                       GAsyncReadyCallback callback, gpointer user_data);
PsLifePreview *ps_life_preview_finish (PsSession *session, GAsyncResult *result, GError **error);
void           ps_life_preview_free   (PsLifePreview *preview);

/* The final ones among `list` that count for what was settled before: of the year of `agb`. Amount as in domain.md §6. */
gboolean       ps_life_preview_amount (GPtrArray *list, const char *agb, int year, gint64 balance_cents, gint64 *before_cents,
                                       gint64 *amount_cents, GError **error);

/* Sentences for the dialogs, translated, owned by the caller. */
char          *ps_life_amount_words   (gint64 amount_cents);         /* "€ 12,00 is paid out", "€ 12,00 is reclaimed", "nothing is paid or reclaimed" */
char          *ps_life_preview_text   (const PsLifePreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLifePreview, ps_life_preview_free)

G_END_DECLS
