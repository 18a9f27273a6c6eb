/* ps-writer-agreements.h: agreements of files that wait for the end of their file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-writer-private.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: new */
  gint64 version_id;
  gint64 group_id;
  gint64 municipality_id;
  gint64 segment_id; /* the group's */
  gint64 scheme_id;  /* 0: none */
  gboolean lump_sum;
  gint64 present_scheme_id; /* what the region has of it, where id is not 0 */
  gboolean present_lump_sum;
  gint64 ceiling_cents;
  gint64 places_milli;
  guint absent; /* PsAbsent: what stays as it is in the region */
  gboolean in_file;
  gboolean refused; /* and not in the region */
  PsOrigin origin;
  char *scheme; /* as the file names it, for messages */
  char *agb;    /* the code under which it came */
} PsPendingLine;

/* An agreement of which this file has rows; the first row decides what holds for all of it, the first of the last file that is, under the
 * same code. */
typedef struct
{
  gint64 provider_id;
  int year;
  PsOrigin origin;
  char *agb;    /* the code under which that row came */
  guint absent; /* PsAbsent: what no file says */
  PsExchange exchange;
  PsDivisionKey key;
  PsPlaceMeasuring measuring;
  int under_bp;
  int over_bp;
  gint64 id;
  gint64 version_id;
  int number; /* of the version, and its state */
  int state;
  int last_number;     /* of all its versions */
  gboolean is_drafted; /* a draft stands beside the version that counts */
  gboolean is_settled; /* a settlement that was proposed or is final was made by the version that counts */
  gboolean is_copy;    /* the version is a copy of that one */
  GPtrArray *lines;    /* PsPendingLine: those of the file, then those of the region that it does not name */
} PsPendingAgreement;

/* ps-writer-scopes.c: within a scope of exchange one scheme (domain.md §5). Refuses the lines of the file that would have another. */
void ps_writer_refuse_other_schemes (PsWriter *writer, PsPendingAgreement *agreement);

/* ps-writer-amend.c: the next version, which counts from then on, with the lines of the one that counted. */
gboolean ps_writer_copy_version (PsWriter *writer, PsPendingAgreement *agreement, GError **error);

G_END_DECLS
