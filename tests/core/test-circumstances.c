/* test-circumstances.c: what a statement prints beside its dossier, written and read back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-circumstances.h"

#include <string.h>

static PsCircumstances *
make (gboolean with_statement)
{
  PsCircumstances *circumstances = g_new0 (PsCircumstances, 1);

  circumstances->region = g_strdup ("Regio");
  circumstances->letterhead = g_strdup ("Regio\nPostbus 1\t\\n");
  circumstances->agb = g_strdup ("41410001");
  circumstances->provider = g_strdup ("Zorg 漢字");
  circumstances->address = g_strdup ("Kade 1\r\n5801 BC");
  circumstances->year = 2024;
  circumstances->through = ps_date_from_ymd (2024, 12, 31);
  circumstances->limits = (PsStatementLimits){ 2024, 12500000, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };
  if (!with_statement)
    return circumstances;
  circumstances->statement = g_new0 (PsProductionStatement, 1);
  circumstances->statement->year = 2024;
  circumstances->statement->stated_cents = 12345;
  circumstances->statement->received_on = ps_date_from_ymd (2025, 2, 28);
  circumstances->statement->certified = PS_CERTIFIED_BY_BOARD;
  circumstances->statement->certified_on = ps_date_from_ymd (2025, 3, 28);
  circumstances->statement->explanation = g_strdup ("Late\nlines");
  return circumstances;
}

static void
test_round_trip (void)
{
  for (int with = 0; with < 2; with++)
    {
      g_autoptr (PsCircumstances) before = make (with == 1);
      g_autofree char *text = ps_circumstances_write (before), *again = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PsCircumstances) after = ps_circumstances_read (text, &error);

      g_assert_no_error (error);
      again = ps_circumstances_write (after);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpstr (after->letterhead, ==, before->letterhead);
      g_assert_cmpstr (after->address, ==, before->address);
      g_assert_null (after->kvk);
      g_assert_cmpint (after->limits.certified_due_on, ==, before->limits.certified_due_on);
      g_assert_true ((after->statement != NULL) == (with == 1));
      if (with == 1)
        g_assert_cmpint (after->statement->certified_on, ==, before->statement->certified_on);
    }
}

/* Nothing entered yet is not the same as no amount. */
static void
test_empty_statement (void)
{
  g_autoptr (PsCircumstances) before = make (TRUE), after = NULL;
  g_autofree char *text = NULL;

  before->statement->stated_cents = PS_NO_NUMBER;
  before->statement->received_on = before->statement->certified_on = PS_DATE_OPEN;
  before->statement->certified = PS_CERTIFIED_NOT;
  g_clear_pointer (&before->statement->explanation, g_free);
  text = ps_circumstances_write (before);
  after = ps_circumstances_read (text, NULL);
  g_assert_cmpint (after->statement->stated_cents, ==, PS_NO_NUMBER);
  g_assert_cmpint (after->statement->received_on, ==, PS_DATE_OPEN);
  g_assert_null (after->statement->explanation);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_strescape (text, NULL);

  g_test_message ("%s", shown);
  g_assert_null (ps_circumstances_read (text, &error));
  g_assert_cmpint (error->domain, ==, PS_DOSSIER_ERROR);
  g_assert_nonnull (strstr (error->message, "circumstances"));
}

/* Cut off anywhere, with a line too many or too few, or of another: it is refused. */
static void
test_refused (void)
{
  g_autoptr (PsCircumstances) circumstances = make (TRUE);
  g_autofree char *text = ps_circumstances_write (circumstances);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);

      assert_refused (part);
    }
  for (guint left_out = 0; left_out + 1 < n; left_out++)
    {
      g_autoptr (GString) without = g_string_new (NULL);
      g_autoptr (GString) twice = g_string_new (NULL);

      for (guint i = 0; i + 1 < n; i++)
        {
          if (i != left_out)
            g_string_append_printf (without, "%s\n", lines[i]);
          for (int times = i == left_out ? 2 : 1; times > 0; times--)
            g_string_append_printf (twice, "%s\n", lines[i]);
        }
      assert_refused (without->str);
      assert_refused (twice->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/circumstances/round-trip", test_round_trip);
  g_test_add_func ("/circumstances/empty-statement", test_empty_statement);
  g_test_add_func ("/circumstances/refused", test_refused);
  return g_test_run ();
}
