/* agreement-test.h: an agreement's page, as the tests of it drive it, and what is in the file behind it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "desk-test.h"

#include "core/ps-agreement.h"
#include "gui/agreements/ps-agreement-grid.h"

G_BEGIN_DECLS

#define WISSEL "94000001"   /* Zorggroep De Wissel: whole provider, scheme Donut */
#define ANKER "94000002"    /* Praktijk Het Anker: line by line, no scheme */
#define STIL "94000004"     /* Stille Zorg: no agreement */

/* In the file, by another connection than the window's: PsAgreementVersion by number. */
GPtrArray       *agreement_load_versions  (DeskFixture *fixture, const char *agb, int year, PsRegion **region);
guint            agreement_count_versions (DeskFixture *fixture, const char *agb, int year);
/* Of a line in the newest version; PS_NO_NUMBER: there is no such line. */
gint64           agreement_stored_ceiling (DeskFixture *fixture, const char *agb, int year, const char *group, const char *municipality);

/* On the page; groups and municipalities by their codes. */
PsSession       *agreement_session        (DeskFixture *fixture);
const PsRegion  *agreement_region         (DeskFixture *fixture);
void             agreement_open           (DeskFixture *fixture, const char *name);
void             agreement_amend          (DeskFixture *fixture, const char *reason);     /* and waits for its draft */
void             agreement_wait_year      (DeskFixture *fixture, const char *year);
PsAgreementGrid *agreement_grid           (DeskFixture *fixture);
void             agreement_go_to          (DeskFixture *fixture, const char *group, const char *municipality);
void             agreement_give           (DeskFixture *fixture, const char *group, const char *municipality, const char *text);
char            *agreement_said           (DeskFixture *fixture, const char *group, const char *municipality);
void             agreement_assert_said    (DeskFixture *fixture, const char *group, const char *municipality, const char *expected);
void             agreement_wait_said      (DeskFixture *fixture, const char *group, const char *municipality, const char *expected);

G_END_DECLS
