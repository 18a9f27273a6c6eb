/* ps-session-figures.c: what the session knows of the region and its year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-session"

#include "ps-session-private.h"

#include <string.h>

#include "ps-free-elsewhere.h"

/* Shares in the figures */

/* Takes `loaded` over. */
PsSettledRef *
_ps_settled_ref_new (PsLoadedYear *loaded)
{
  PsSettledRef *ref = g_new0 (PsSettledRef, 1);

  g_atomic_ref_count_init (&ref->references);
  ref->loaded = loaded;
  return ref;
}

PsSettledYear *
ps_settled_ref_get (PsSettledRef *ref)
{
  return ref->loaded->settled;
}

const GArray *
ps_settled_ref_get_years (PsSettledRef *ref)
{
  return ref->loaded->known_years;
}

void
ps_settled_ref_free (PsSettledRef *ref)
{
  if (ref == NULL || !g_atomic_ref_count_dec (&ref->references))
    return;
  ps_free_elsewhere (ref->loaded, (GDestroyNotify) ps_loaded_year_free);
  g_free (ref);
}

/* What is there to see */

const char *
ps_session_get_path (PsSession *self)
{
  return self->figures != NULL ? self->figures->loaded->path : NULL;
}

gboolean
ps_session_is_newer (PsSession *self)
{
  return self->figures != NULL && self->figures->loaded->newer;
}

gboolean
ps_session_is_read_only (PsSession *self)
{
  return self->figures != NULL && (self->figures->loaded->newer || !self->figures->loaded->writable);
}

gboolean
ps_session_is_busy (PsSession *self)
{
  return self->n_loading > 0;
}

int
ps_session_get_year (PsSession *self)
{
  return self->figures != NULL ? self->figures->loaded->year : 0;
}

const GArray *
ps_session_get_years (PsSession *self)
{
  return self->figures != NULL ? self->figures->loaded->years : NULL;
}

PsSettledYear *
ps_session_get_settled (PsSession *self)
{
  return self->figures != NULL ? self->figures->loaded->settled : NULL;
}

PsSettledRef *
ps_session_ref_settled (PsSession *self)
{
  if (self->figures != NULL)
    g_atomic_ref_count_inc (&self->figures->references);
  return self->figures;
}

const PsSettlement *
ps_session_get_settlement (PsSession *self, guint provider)
{
  return ps_settled_year_find (ps_session_get_settled (self), provider);
}

const PsSettlement *
ps_session_get_realised (PsSession *self, guint provider)
{
  const PsLoadedYear *loaded = self->figures != NULL ? self->figures->loaded : NULL;

  if (loaded == NULL)
    return NULL;
  return ps_settled_year_find (loaded->running != NULL ? loaded->running : loaded->settled, provider);
}

const char *
ps_session_get_region_name (PsSession *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self);
  const char *separator;

  if (settled == NULL)
    return "";
  if (settled->region->name != NULL && settled->region->name[0] != '\0')
    return settled->region->name;
  separator = strrchr (ps_session_get_path (self), G_DIR_SEPARATOR);
  return separator != NULL ? separator + 1 : ps_session_get_path (self);
}

PsDate
ps_session_get_complete_through (PsSession *self)
{
  return self->figures != NULL ? self->figures->loaded->complete_through : PS_DATE_OPEN;
}

gboolean
ps_session_is_year_complete (PsSession *self)
{
  return self->figures != NULL && self->figures->loaded->year_complete;
}

gint64
ps_session_get_last_import (PsSession *self, const char **actor)
{
  if (actor != NULL)
    *actor = self->figures != NULL ? self->figures->loaded->last_actor : NULL;
  return self->figures != NULL ? self->figures->loaded->last_import : 0;
}

/* "Tariff of 45L11 changed": what Ctrl+Z would take back. */
const char *
ps_session_get_undo (PsSession *self)
{
  if (self->has_recent)
    return self->recent.undo_what;
  return self->figures != NULL ? self->figures->loaded->undoable.undo_what : NULL;
}

/* Rows; 0: what Ctrl+Z would take back is no import. */
gint64
ps_session_get_undo_imported (PsSession *self)
{
  return self->figures != NULL && !self->has_recent ? self->figures->loaded->undo_imported : 0;
}

const char *
ps_session_get_redo (PsSession *self)
{
  if (self->has_recent)
    return self->recent.redo_what;
  return self->figures != NULL ? self->figures->loaded->undoable.redo_what : NULL;
}

/* For work on other threads: what ends it when the region is closed. Borrowed. */
GCancellable *
_ps_session_get_cancellable (PsSession *self)
{
  return self->cancellable;
}
