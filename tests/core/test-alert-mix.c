/* test-alert-mix.c: which alerts a short list shows, and what it says of the others
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-alert-mix.h"

/* "URGENCY:KIND:EUROS", one after the other, in their order; "?": not known, "aside": put aside */
static GPtrArray *
alerts_of (const char *text)
{
  GPtrArray *alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_alert_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", -1);
      PsAlert *alert = ps_alert_new (PS_N_ALERTS, PS_N_URGENCIES, PS_TARGET_PROVIDER);

      for (guint kind = 0; kind < PS_N_ALERTS; kind++)
        if (g_str_equal (ps_alert_code ((PsAlertKind) kind), parts[1]))
          alert->kind = (PsAlertKind) kind;
      for (guint urgency = 0; urgency < PS_N_URGENCIES; urgency++)
        if (g_str_equal (ps_urgency_code ((PsUrgency) urgency), parts[0]))
          alert->urgency = (PsUrgency) urgency;
      alert->snoozed = g_str_equal (parts[2], "aside");
      if (!alert->snoozed && *parts[2] != '?')
        alert->at_stake_cents = g_ascii_strtoll (parts[2], NULL, 10) * 100;
      alert->key = g_strdup_printf ("%u", i);
      g_ptr_array_add (alerts, alert);
    }
  return alerts;
}

/* A line: its kind, and the number of one, "+N=EUROS" of the rest, "N=EUROS" of all. */
static char *
text_of (GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const PsAlertLine *line = &g_array_index (lines, PsAlertLine, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? " " : "", ps_alert_code (line->alert->kind));
      if (line->n == 1)
        g_string_append (text, line->alert->key);
      else if (line->at_stake_cents == PS_NO_NUMBER)
        g_string_append_printf (text, "%s%u=?", line->after ? "+" : "", line->n);
      else
        g_string_append_printf (text, "%s%u=%" G_GINT64_FORMAT, line->after ? "+" : "", line->n, line->at_stake_cents / 100);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *alerts;
  guint most;
  const char *lines;
} mixes[] = {
  { "", 8, "" },
  { "high:over:9 high:over:8 high:over:7", 8, "over 0 over 1 over 2" },
  /* a rest of one stands by itself; a rest of two does not */
  { "high:over:9 high:over:8 high:over:7 high:over:6", 8, "over 0 over 1 over 2 over 3" },
  { "high:over:9 high:over:8 high:over:7 high:over:6 high:over:5", 8, "over 0 over 1 over 2 over +2=11" },
  /* what is known of the rest; nothing is; what was put aside is not there */
  { "high:over:9 high:over:8 high:over:7 high:over:6 high:over:?", 8, "over 0 over 1 over 2 over +2=6" },
  { "urgent:contract:? urgent:contract:? urgent:contract:? urgent:contract:? urgent:contract:?", 8,
    "contract 0 contract 1 contract 2 contract +2=?" },
  { "high:over:9 high:over:8 high:over:7 high:over:6 high:over:aside", 8, "over 0 over 1 over 2 over 3" },
  /* by kind within an urgency, first the kind of the one that is worth most; of another urgency it is another group */
  { "high:reached:9 high:over:8 high:reached:7 medium:over:6", 8, "reached 0 reached 2 over 1 over 3" },
  /* two kinds fill the list; of more every one has its line before the first ones have more */
  { "urgent:over:9 urgent:over:8 urgent:over:7 urgent:over:6 urgent:over:5 high:under:4 high:under:3 high:under:2 high:under:1 "
    "high:under:1",
    8, "over 0 over 1 over 2 over +2=11 under 5 under 6 under 7 under +2=2" },
  { "urgent:over:9 urgent:over:8 urgent:over:7 urgent:over:6 high:under:4 high:under:3 high:under:2 medium:disputed:3 "
    "medium:disputed:2",
    4, "over 0 over +3=21 under 3=9 disputed 2=5" },
  /* no more kinds than lines */
  { "urgent:over:9 urgent:over:8 high:under:4 medium:disputed:3", 2, "over 0 over 1 under 2" },
};

static void
test_mixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mixes); i++)
    {
      g_autoptr (GPtrArray) alerts = alerts_of (mixes[i].alerts);
      g_autoptr (GArray) lines = ps_alerts_mix (alerts, mixes[i].most);
      g_autofree char *text = text_of (lines);

      g_test_message ("%s", mixes[i].alerts);
      g_assert_cmpstr (text, ==, mixes[i].lines);
    }
}

/* Whether one word fits them all; and a sum that is too large is not known. */
static void
test_rest (void)
{
  g_autoptr (GPtrArray) alerts = alerts_of ("high:over:9 high:over:8 high:over:7 high:over:6 high:over:5");
  g_autoptr (GArray) alike = ps_alerts_mix (alerts, 8);
  g_autoptr (GArray) mixed = NULL;

  g_assert_true (g_array_index (alike, PsAlertLine, 3).alike);
  ((PsAlert *) alerts->pdata[4])->realised = TRUE;
  ((PsAlert *) alerts->pdata[4])->at_stake_cents = G_MAXINT64;
  mixed = ps_alerts_mix (alerts, 8);
  g_assert_false (g_array_index (mixed, PsAlertLine, 3).alike);
  g_assert_cmpint (g_array_index (mixed, PsAlertLine, 3).at_stake_cents, ==, PS_NO_NUMBER);
}

/* Whatever there is: every alert is in the list once, and that is never much longer than was asked. */
static void
test_counts (void)
{
  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) alerts = NULL;
      g_autoptr (GArray) lines = NULL;
      guint sum = 0;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s%s:%s:%u", i > 0 ? " " : "", i < n / 3 ? "urgent" : "high",
                                ps_alert_code ((PsAlertKind) (i * i % 4)), n - i);
      alerts = alerts_of (text->str);
      lines = ps_alerts_mix (alerts, 8);
      for (guint i = 0; i < lines->len; i++)
        sum += g_array_index (lines, PsAlertLine, i).n;
      g_assert_cmpuint (sum, ==, n);
      g_assert_cmpuint (lines->len, <=, 10);
      g_assert_cmpuint (lines->len, >=, MIN (n, 2));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alert-mix/mixes", test_mixes);
  g_test_add_func ("/alert-mix/rest", test_rest);
  g_test_add_func ("/alert-mix/counts", test_counts);
  return g_test_run ();
}
