/* ps-course-tables.h: the tables of one provider's bandwidth: its scopes, its peildata, its letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-bandwidth-course.h"

G_BEGIN_DECLS

/* A row's id is the place of its scope. `bandwidth` NULL: none. */
PsTable   *ps_scopes_table_new  (void);
GPtrArray *ps_scopes_table_rows (const PsBandwidth *bandwidth);

/* A row's id is that of its peildatum. `measured`: with what was entered on it. */
PsTable   *ps_course_table_new  (gboolean measured);
GPtrArray *ps_course_table_rows (const PsBandwidthCourse *course);

/* A row's id is that of its letter. */
PsTable   *ps_course_letters_new  (void);
GPtrArray *ps_course_letters_rows (const PsBandwidthCourse *course, PsDate today);

G_END_DECLS
