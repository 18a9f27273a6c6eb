/* ps-loader.h: the messages of one provider after the other
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* Prepared once for a region and a year, then asked for every provider. Of one connection, so of one thread. */
typedef struct _PsLoader PsLoader;

PsLoader *ps_loader_new  (PsStore *store, const PsRegion *region, int year, GError **error);
gboolean  ps_loader_load (PsLoader *loader, guint provider, PsProduction *production, GError **error);
/* Several years of a provider, each asked for as often as is wanted: what is the same for all of them is read and decoded once, and the
 * lines of all years too. `production` has assignments and care then; ps_loader_set_year() makes it that of one of those years. */
gboolean  ps_loader_load_years (PsLoader *loader, guint provider, int first_year, int last_year, PsProduction *production, GError **error);
gboolean  ps_loader_set_year   (PsLoader *loader, int year, PsProduction *production, GError **error);
void      ps_loader_free (PsLoader *loader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLoader, ps_loader_free)

G_END_DECLS
