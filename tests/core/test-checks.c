/* test-checks.c: codes and addresses
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-checks.h"

typedef gboolean (*Check) (const char *text, char **why);

static const struct
{
  Check check;
  const char *text;
  gboolean right;
} cases[] = {
  { ps_check_agb, "", TRUE },
  { ps_check_agb, "01234567", TRUE },
  { ps_check_agb, "00000000", TRUE },
  { ps_check_agb, "1234567", FALSE },
  { ps_check_agb, "123456789", FALSE },
  { ps_check_agb, "1234567a", FALSE },
  { ps_check_agb, " 1234567", FALSE },
  { ps_check_agb, "12-34567", FALSE },
  { ps_check_agb, "٣٣٣٣", FALSE }, /* eight bytes, no digits of ours */
  { ps_check_kvk, "", TRUE },
  { ps_check_kvk, "12345678", TRUE },
  { ps_check_kvk, "1234567", FALSE },
  { ps_check_kvk, "1234 5678", FALSE },
  { ps_check_cbs, "", TRUE },
  { ps_check_cbs, "0983", TRUE },
  { ps_check_cbs, "983", FALSE },
  { ps_check_cbs, "09830", FALSE },
  { ps_check_cbs, "GM98", FALSE },
  { ps_check_code, "", TRUE },
  { ps_check_code, "45L11", TRUE },
  { ps_check_code, "AMB 1", TRUE },
  { ps_check_code, "é/1-2_3.4", TRUE },
  { ps_check_code, " AMB1", FALSE },
  { ps_check_code, "AMB1 ", FALSE },
  { ps_check_code, "AMB1\302\240", FALSE },
  { ps_check_code, " ", FALSE },
  { ps_check_code, "\342\200\213AMB1", FALSE }, /* a blank that nobody sees */
  { ps_check_code, "AMB;1", FALSE },
  { ps_check_code, "AMB\t1", FALSE },
  { ps_check_code, "AMB\n1", FALSE },
  { ps_check_code, "AMB\302\2051", FALSE },
  { ps_check_code, "AMB\377", FALSE },
  { ps_check_code, "1234567890123456789012345678901234567890123456789012345678901234", TRUE },
  { ps_check_code, "12345678901234567890123456789012345678901234567890123456789012345", FALSE },
  { ps_check_text, "", TRUE },
  { ps_check_text, "Zorg; \"Ééndracht\"\nafdeling\tNoord", TRUE },
  { ps_check_text, "Zorg\aNoord", FALSE },
  { ps_check_text, "Zorg\377", FALSE },
  { ps_check_email, "", TRUE },
  { ps_check_email, "contract@aanbieder.nl", TRUE },
  { ps_check_email, "a.b+c@zorg.aanbieder.nl", TRUE },
  { ps_check_email, "info@zorgé.nl", TRUE },
  { ps_check_email, "info", FALSE },
  { ps_check_email, "info@", FALSE },
  { ps_check_email, "@zorg.nl", FALSE },
  { ps_check_email, "info@zorg", FALSE },
  { ps_check_email, "info@zorg.", FALSE },
  { ps_check_email, "info@.nl", FALSE },
  { ps_check_email, "info@zorg..nl", FALSE },
  { ps_check_email, "info@-zorg.nl", FALSE },
  { ps_check_email, "info@zorg-.nl", FALSE },
  { ps_check_email, "info@zo/rg.nl", FALSE },
  { ps_check_email, "in@fo@zorg.nl", FALSE },
  { ps_check_email, "in fo@zorg.nl", FALSE },
  { ps_check_email, ".info@zorg.nl", FALSE },
  { ps_check_email, "info.@zorg.nl", FALSE },
  { ps_check_email, "in..fo@zorg.nl", FALSE },
  { ps_check_email, "a@zorg.nl,b@zorg.nl", FALSE },
  { ps_check_email, "a,b@zorg.nl", FALSE },
  { ps_check_email, "Zorg <info@zorg.nl>", FALSE },
  { ps_check_email, "info@zorg.nl\n", FALSE },
  { ps_check_uri, "", TRUE },
  { ps_check_uri, "https://regio.nl/contracten/2024.pdf?versie=2#deel", TRUE },
  { ps_check_uri, "http://regio.nl", TRUE },
  { ps_check_uri, "HTTPS://regio.nl/a%20b", TRUE },
  { ps_check_uri, "file:///srv/contracten/2024.pdf", TRUE },
  { ps_check_uri, "/srv/contracten/contract 2024.pdf", TRUE },
  { ps_check_uri, "https://", FALSE },
  { ps_check_uri, "https:///pad", FALSE },
  { ps_check_uri, "https:pad", FALSE },
  { ps_check_uri, "regio.nl", FALSE },
  { ps_check_uri, "contract.pdf", FALSE },
  { ps_check_uri, "file:contract.pdf", FALSE },
  { ps_check_uri, "javascript:alert(1)", FALSE },
  { ps_check_uri, "ftp://regio.nl/a", FALSE },
  { ps_check_uri, "https://regio.nl/a b", FALSE },
  { ps_check_uri, "/srv/a\nb", FALSE },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *why = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (cases[i].check (cases[i].text, &why), ==, cases[i].right);
      g_assert_true ((why == NULL) == cases[i].right);
      g_assert_cmpint (cases[i].check (cases[i].text, NULL), ==, cases[i].right);
    }
}

static void
test_long_email (void)
{
  g_autofree char *local = g_strnfill (260, 'a');
  g_autofree char *email = g_strconcat (local, "@zorg.nl", NULL);

  g_assert_false (ps_check_email (email, NULL));
  g_assert_true (ps_check_email (email + 20, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/table", test_table);
  g_test_add_func ("/checks/long-email", test_long_email);
  return g_test_run ();
}
