/* ps-store.h: a region file and a connection to it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-progress.h"
#include "core/ps-settlement.h"

G_BEGIN_DECLS

#define PS_STORE_ERROR (ps_store_error_quark ())
GQuark ps_store_error_quark (void);

typedef enum
{
  PS_STORE_ERROR_ABSENT,           /* no such file */
  PS_STORE_ERROR_EXISTS,           /* creating over something */
  PS_STORE_ERROR_FOREIGN,          /* not a region file of this program */
  PS_STORE_ERROR_NEWER,            /* made by a newer program, and something wants to write to it */
  PS_STORE_ERROR_DAMAGED,
  PS_STORE_ERROR_LOCKED,           /* somebody else is writing */
  PS_STORE_ERROR_READ_ONLY,        /* the file or its folder */
  PS_STORE_ERROR_FULL,             /* the disk */
  PS_STORE_ERROR_IO,
  PS_STORE_ERROR_REFUSED,          /* a rule of the database itself */
  PS_STORE_ERROR_RULE,             /* a rule of the field, in a translated sentence */
  PS_STORE_ERROR_CONFLICT,         /* something else was changed since: a translated sentence with both values */
} PsStoreError;

/* One connection: one thread at a time. Every worker opens its own. */
typedef struct _PsStore PsStore;

typedef enum { PS_STORE_READ, PS_STORE_WRITE } PsStoreMode;

PsStore    *ps_store_create       (const char *path, const char *region_name, GError **error);
PsStore    *ps_store_open         (const char *path, PsStoreMode mode, GError **error);
void        ps_store_close        (PsStore *store);
const char *ps_store_get_path     (PsStore *store);
gboolean    ps_store_is_newer     (PsStore *store);       /* opened read-only because a newer program made it */
gint64      ps_store_data_version (PsStore *store);       /* another number as soon as anyone changed the file */

/* The last record of the trail (its hash): every change of the region adds one, so two connections with the same one see the same region. What is
 * kept beside the rows (ps-year-figures.h) is none. NULL: it cannot be read. */
char       *ps_store_trail_state  (PsStore *store);

/* Everything but the message data. */
PsRegion   *ps_store_load_region  (PsStore *store, GError **error);

/* The years that the region has agreements, declarations or advances of, ascending (GArray of int). */
GArray     *ps_store_list_years   (PsStore *store, GError **error);
/* The years of its peildata, ascending (GArray of int): they may come before anything else of a year does, and are none of the above. */
GArray     *ps_store_list_peil_years (PsStore *store, GError **error);
/* The year that is shown first, in the window and on the command line: the last one of which a month was declared, else the last that there is;
 * 0: the region has none yet. */
gboolean    ps_store_latest_year  (PsStore *store, int *year, GError **error);

/* The day up to which the region's year was declared (31 December before: nothing was), so that a chart knows where its line ends. */
gboolean    ps_store_complete_through (PsStore *store, int year, PsDate *day, GError **error);
/* The last day of which starts and stops of care are known, as seen today; never before `complete`. */
gboolean    ps_store_known_through (PsStore *store, PsDate today, PsDate complete, PsDate *day, GError **error);

/* Fills `production` (cleared first) with the messages of a provider: all care, and the lines that a settlement
 * of `year` can need: that year's, and earlier instalments of trajects. */
gboolean    ps_store_load_production (PsStore *store, const PsRegion *region, guint provider, int year,
                                      PsProduction *production, GError **error);

/* What the message data says of a declaration line beside the figures, for a page that opens a figure. */
typedef struct
{
  gint64 id;
  char  *reference;
  char  *declaration_number;       /* may be NULL */
  char  *assignment_number;
  char  *client;
  gint64 volume_milli;
  gint64 tariff_e4;
  gint64 amount_cents;
  PsUnit unit;
  PsLineStatus status;
} PsLineDetail;

typedef struct { gint64 id; char *number; char *client; PsDate start; PsDate end; } PsAssignmentDetail;

/* GPtrArray of PsLineDetail / PsAssignmentDetail in the order of `ids`, one for each. */
GPtrArray  *ps_store_line_details       (PsStore *store, const gint64 *ids, gsize n_ids, GError **error);
GPtrArray  *ps_store_assignment_details (PsStore *store, const gint64 *ids, gsize n_ids, GError **error);

/* When the region was last imported to (seconds since 1970; 0: never) and by whom (owned by the caller). */
gboolean    ps_store_last_import  (PsStore *store, gint64 *when, char **actor, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsStore, ps_store_close)

G_END_DECLS
