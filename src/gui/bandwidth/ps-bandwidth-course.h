/* ps-bandwidth-course.h: one provider's bandwidth through a year: now, and at each peildatum as it was kept or as it works out
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-realised.h"
#include "core/ps-measured.h"
#include "ps-bandwidth-data.h"

G_BEGIN_DECLS

typedef struct
{
  gint64       id;
  PsDate       day;
  char        *label;
  PsDate       data_through;       /* PS_DATE_OPEN: not given */
  gboolean     closed;
  PsBandwidth *standing;           /* NULL: not known */
  gboolean     kept;               /* as it was known when the peildatum was closed */
  guint        n_measured;         /* rows with a value */
  gint64       measured[PS_N_MEASURES];   /* sums; PS_NO_NUMBER: nothing was entered. No waiting days: those are no sum */
} PsCoursePoint;

typedef struct
{
  PsBandwidthShown *now;           /* at what was asked for; its year has the provider, or nobody where it has no scopes */
  GPtrArray        *points;        /* PsCoursePoint by day */
  gint64            month_cents[12]; /* realised by the end of each month, as `now` counts it; PS_NO_NUMBER: not known */
} PsBandwidthCourse;

typedef struct
{
  int           year;
  gint64        peildatum_id;      /* of `now`; 0: today */
  const char   *agb;
  gboolean      only_kept;         /* what peildata that are open come to is not wanted: quick */
  GCancellable *cancellable;       /* NULL: only the session's */
} PsCourseAsk;

void               ps_bandwidth_course_async  (PsSession *session, const PsCourseAsk *ask, GAsyncReadyCallback callback,
                                               gpointer user_data);
PsBandwidthCourse *ps_bandwidth_course_finish (PsSession *session, GAsyncResult *result, GError **error);
void               ps_bandwidth_course_free   (PsBandwidthCourse *course);

/* NULL: it has no scopes; there is no letter that was not withdrawn */
const PsProviderBandwidth *ps_bandwidth_course_provider (const PsBandwidthCourse *course);
const PsLetter    *ps_bandwidth_course_letter (const PsBandwidthCourse *course, gint64 peildatum_id);

/* A copy of `plain` with what was realised by month as the bandwidth counts it (with the places measured up to its peildatum), the
 * forecast of now, and at its marks what was known then. `course` NULL, or of another year: as it is. Owned by the caller. */
PsRealisedChart   *ps_bandwidth_course_chart  (const PsBandwidthCourse *course, const PsRealisedChart *plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsBandwidthCourse, ps_bandwidth_course_free)

G_END_DECLS
