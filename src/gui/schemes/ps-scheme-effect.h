/* ps-scheme-effect.h: whom a scheme touches this year: what is deducted as it was saved, and as it stands on the page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-scheme.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

/* A provider that uses the scheme this year: its scopes with that scheme together, as a settlement shows them. */
typedef struct
{
  guint  provider;               /* place */
  gint64 ceiling_cents;
  gint64 net_cents;
  gint64 saved_cents;            /* deducted: by the norm duration and by the bands */
  gint64 changed_cents;
} PsSchemeEffect;

/* Whether another scheme can be told from the figures that are there: the norm-duration steps are the same. */
gboolean ps_scheme_effect_is_quick    (const PsScheme *saved, const PsScheme *changed);
/* GArray of PsSchemeEffect by provider. `scheme`: its place in the region; `changed` has the same norm-duration steps. */
GArray  *ps_scheme_effect_of_bands    (const PsSettledYear *settled, guint scheme, const PsScheme *changed);
/* The same for any change, settled anew on a worker. */
void     ps_scheme_effect_async       (PsSession *session, guint scheme, const PsScheme *changed, GAsyncReadyCallback callback,
                                       gpointer user_data);
GArray  *ps_scheme_effect_finish      (PsSession *session, GAsyncResult *result, GError **error);

void     ps_scheme_effect_sum         (const GArray *effects, gint64 *saved_cents, gint64 *changed_cents);

G_END_DECLS
