/* ps-year-loader.h: a region file read and a year of it settled, in one go on a worker thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settle-year.h"
#include "store/ps-undo.h"

G_BEGIN_DECLS

#define PS_LATEST_YEAR 0           /* the last year in which anything was declared */

/* What a window shows of a region file; plain, made on a worker, immutable afterwards. */
typedef struct
{
  char          *path;
  GArray        *years;            /* int, ascending; never empty */
  GArray        *known_years;      /* of them those of which the region knows anything (ps_store_list_years()) */
  int            year;
  PsSettledYear *settled;
  PsSettledYear *running;          /* of a year that is not complete: what was realised through its last complete day; else NULL */
  PsDate         complete_through; /* of the year; PS_DATE_OPEN: nothing declared in it */
  gboolean       year_complete;
  gboolean       newer;            /* made by a newer program */
  gboolean       writable;         /* the file system lets us */
  gint64         last_import;      /* seconds since 1970; 0: never */
  char          *last_actor;       /* may be NULL */
  PsUndoable     undoable;         /* of the user of this program */
  gint64         undo_imported;    /* rows of the import that this would take back; 0: it is no import */
  PsStore       *watch;            /* the connection that sees changes by others; taken over by the session */
  gint64         data_version;     /* of `watch`, before the reading; as the next one */
  char          *trail_state;      /* ps_store_trail_state() */
} PsLoadedYear;

PsLoadedYear *ps_year_loader_load  (const char *path, int year, GCancellable *cancellable, GError **error);
void      ps_loaded_year_free  (PsLoadedYear *loaded);

/* At the start of the program, beside what GTK has to do: begins to read `path`; ps_year_loader_load() of the same path and year
 * then waits for that instead of reading it again. */
void      ps_year_loader_start (const char *path, int year);

/* For the main thread, before its first frame: what was begun then, if it is there by now (or within a moment); else NULL, and
 * ps_year_loader_load() is to be used. */
PsLoadedYear *ps_year_loader_take_early (const char *path, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLoadedYear, ps_loaded_year_free)

G_END_DECLS
