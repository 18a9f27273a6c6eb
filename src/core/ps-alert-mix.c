/* ps-alert-mix.c: a short list of alerts that shows a mix of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-alert-mix.h"

/* Of one urgency and kind that stand by themselves. */
#define MOST_ALIKE 3

/* Alerts of one urgency and kind, in their order. */
typedef struct
{
  GPtrArray *alerts; /* const PsAlert */
  guint n_shown;     /* by themselves */
} Group;

static void
group_clear (gpointer data)
{
  g_ptr_array_unref (((Group *) data)->alerts);
}

static Group *
find_group (GArray *groups, const PsAlert *alert)
{
  Group group = { NULL, 0 };

  for (guint i = 0; i < groups->len; i++)
    {
      Group *each = &g_array_index (groups, Group, i);
      const PsAlert *first = g_ptr_array_index (each->alerts, 0);

      if (first->urgency == alert->urgency && first->kind == alert->kind)
        return each;
    }
  group.alerts = g_ptr_array_new ();
  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

static GArray *
group_alerts (GPtrArray *alerts)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < alerts->len; i++)
    {
      PsAlert *alert = g_ptr_array_index (alerts, i);

      if (!alert->snoozed)
        g_ptr_array_add (find_group (groups, alert)->alerts, alert);
    }
  return groups;
}

/* A rest of one is no shorter than that one. */
static guint
count_lines (const Group *group, guint n_shown)
{
  return group->alerts->len <= n_shown + 1 ? group->alerts->len : n_shown + 1;
}

/* One more of each in turn, as long as there is room. */
static void
share_room (GArray *groups, guint most)
{
  guint n_lines = groups->len, room = MAX (most, groups->len + (most + 2) / 4);

  for (guint n = 1; n <= MOST_ALIKE; n++)
    for (guint i = 0; i < groups->len; i++)
      {
        Group *group = &g_array_index (groups, Group, i);
        guint more = count_lines (group, n) - count_lines (group, n - 1);

        if (group->n_shown + 1 != n || n_lines + more > room)
          continue;
        group->n_shown = n;
        n_lines += more;
      }
}

static PsAlertLine
make_rest (const Group *group, guint from)
{
  PsOverflow overflow = { FALSE };
  PsAlertLine line = { .alert = g_ptr_array_index (group->alerts, from),
                       .n = group->alerts->len - from,
                       .after = from > 0,
                       .alike = TRUE,
                       .at_stake_cents = PS_NO_NUMBER };

  for (guint i = from; i < group->alerts->len; i++)
    {
      const PsAlert *alert = g_ptr_array_index (group->alerts, i);

      line.alike = line.alike && alert->realised == line.alert->realised;
      if (alert->at_stake_cents == PS_NO_NUMBER)
        continue;
      line.at_stake_cents =
          ps_add (line.at_stake_cents != PS_NO_NUMBER ? line.at_stake_cents : 0, alert->at_stake_cents, &overflow);
    }
  if (overflow.overflowed)
    line.at_stake_cents = PS_NO_NUMBER;
  return line;
}

static void
add_lines (const Group *group, GArray *lines)
{
  guint n_lines = count_lines (group, group->n_shown);
  gboolean rest = n_lines < group->alerts->len;

  for (guint i = 0; i < (rest ? n_lines - 1 : n_lines); i++)
    {
      const PsAlert *alert = g_ptr_array_index (group->alerts, i);
      PsAlertLine line = { alert, 1, i > 0, TRUE, alert->at_stake_cents };

      g_array_append_val (lines, line);
    }
  if (rest)
    {
      PsAlertLine line = make_rest (group, n_lines - 1);

      g_array_append_val (lines, line);
    }
}

/**
 * ps_alerts_mix: see the header.
 * @alerts: (element-type PsAlert): most urgent first
 *
 * Returns: (transfer full) (element-type PsAlertLine)
 */
GArray *
ps_alerts_mix (GPtrArray *alerts, guint most)
{
  g_autoptr (GArray) groups = group_alerts (alerts);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PsAlertLine));

  if (groups->len > most)
    g_array_set_size (groups, most);
  share_room (groups, most);
  for (guint i = 0; i < groups->len; i++)
    add_lines (&g_array_index (groups, Group, i), lines);
  return lines;
}
