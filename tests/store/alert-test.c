/* alert-test.c: what needs attention in a region on a day, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "alert-test.h"

#include "store/ps-verify.h"

AlertTest *
alert_test_load (StoreTest *test, int year, const char *today)
{
  AlertTest *self = g_new0 (AlertTest, 1);
  const PsYearFiguresQuery query = { .year = year, .today = change_test_day (today) };
  g_autoptr (GError) error = NULL;

  self->figures = ps_year_figures_load (test->store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->alerts = ps_alerts_load (test->store, self->figures, NULL, query.today, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
alert_test_free (AlertTest *self)
{
  ps_year_figures_free (self->figures);
  g_ptr_array_unref (self->alerts);
  g_free (self);
}

const PsAlert *
alert_test_find (const AlertTest *self, const char *key)
{
  for (guint i = 0; i < self->alerts->len; i++)
    if (g_str_equal (((const PsAlert *) self->alerts->pdata[i])->key, key))
      return self->alerts->pdata[i];
  return NULL;
}

guint
alert_test_count (const AlertTest *self, PsAlertKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->alerts->len; i++)
    n += ((const PsAlert *) self->alerts->pdata[i])->kind == kind;
  return n;
}

const char *
alert_test_findings (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s: %s: %s\n", finding->check, finding->where, finding->what);
    }
  g_ptr_array_add (test->texts, g_string_free (text, FALSE));
  return g_ptr_array_index (test->texts, test->texts->len - 1);
}

void
alert_test_assert_what (const PsAlert *alert, const char *expected)
{
  g_autoptr (GString) what = NULL;

  g_assert_nonnull (alert);
  what = g_string_new (alert->what);
  g_string_replace (what, "\u00a0", " ", 0);
  g_assert_cmpstr (what->str, ==, expected);
}
