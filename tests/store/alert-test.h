/* alert-test.h: what needs attention in a region on a day, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "change-test.h"
#include "store/ps-alerts.h"

G_BEGIN_DECLS

typedef struct
{
  PsYearFigures *figures;
  GPtrArray     *alerts;
} AlertTest;

AlertTest     *alert_test_load        (StoreTest *test, int year, const char *today);          /* dd-mm-yyyy */
void           alert_test_free        (AlertTest *self);
const PsAlert *alert_test_find        (const AlertTest *self, const char *key);                /* NULL: there is none of that key */
guint          alert_test_count       (const AlertTest *self, PsAlertKind kind);
/* What verify finds, a line each. */
const char    *alert_test_findings    (StoreTest *test);
/* With common spaces for those that do not break. */
void           alert_test_assert_what (const PsAlert *alert, const char *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlertTest, alert_test_free)

G_END_DECLS
