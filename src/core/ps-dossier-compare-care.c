/* ps-dossier-compare-care.c: which assignments and care two dossiers do not have in common
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
client_of (const PsCompared *of, const PsAssignment *assignment)
{
  return g_ptr_array_index (of->dossier->keys->clients, assignment->client);
}

static PsCause *
add_assignment_cause (PsComparing *self, PsCauseKind kind, PsCauseChange change, guint before, guint now, char *key, char *what,
                      char *how)
{
  const PsCompared *of = now != PS_NONE ? &self->now : &self->before;
  guint place = now != PS_NONE ? now : before;
  const PsAssignment *assignment = ps_compared_assignment (of, place);
  PsCause *cause;

  cause = ps_comparing_cause (self, kind, change, ps_compared_group (of, assignment->group),
                              ps_compared_municipality (of, assignment->municipality), key, what, how);
  if (now != PS_NONE && kind == PS_CAUSE_ASSIGNMENT)
    ps_comparing_set_row (self, cause, "assignment", assignment->id);
  return cause;
}

/* What a traject came to; of other assignments that is told by their lines, or by nothing of its own. */
static void
set_traject_effect (PsComparing *self, PsCause *cause, guint before, guint now)
{
  const PsSource *old_source = before != PS_NONE ? self->before.of_trajects[before] : NULL;
  const PsSource *new_source = now != PS_NONE ? self->now.of_trajects[now] : NULL;

  if (old_source != NULL || new_source != NULL)
    ps_cause_set_effect (cause, old_source, new_source);
}

static char *
assignment_what (const PsCompared *of, guint place)
{
  return g_strdup_printf (_("Assignment %s, %s"), ps_compared_number (of, place),
                          ps_region_municipality (of->dossier->region, ps_compared_assignment (of, place)->municipality)->name);
}

/* An end on the last day that matters or after it is as good as another, or none. */
static PsDate
end_that_matters (const PsComparing *self, PsDate end)
{
  return end >= self->last_last_day ? PS_DATE_OPEN : end;
}

/* Where no care and no line that counts comes under it, nothing depends on it. */
static gboolean
is_used (const PsCompared *of, guint place)
{
  return ps_compared_assignment (of, place)->n_care > 0 || of->n_lines[place] > 0;
}

static gboolean
has_path (const PsCompared *of, const char *client, const char *group)
{
  g_autofree char *key = g_strdup_printf ("%s\t%s", client, group);

  return g_hash_table_contains (of->paths, key);
}

/* Whether any figure can depend on care under an assignment: of a traject or a place, or on the path of a line of that client. */
static gboolean
care_matters (const PsComparing *self, const PsCompared *of, guint place)
{
  const PsAssignment *assignment = ps_compared_assignment (of, place);
  const char *client = client_of (of, assignment), *group = ps_compared_group (of, assignment->group);
  PsFunding funding =
      assignment->product == PS_NONE ? PS_FUNDING_PXQ : ps_region_product (of->dossier->region, assignment->product)->funding;

  return funding == PS_FUNDING_TRAJECT || funding == PS_FUNDING_PLEK || has_path (&self->before, client, group)
         || has_path (&self->now, client, group);
}

static char *
assignment_changes (PsComparing *self, const PsAssignment *before, const PsAssignment *now)
{
  GString *how = g_string_new (NULL);

  ps_changes_add (how, C_("assignment", "client"), g_strdup (client_of (&self->before, before)),
                  g_strdup (client_of (&self->now, now)));
  ps_changes_add (how, C_("assignment", "product"), g_strdup (ps_compared_product (&self->before, before->product)),
                  g_strdup (ps_compared_product (&self->now, now->product)));
  if (before->product == PS_NONE || now->product == PS_NONE)
    ps_changes_add (how, C_("assignment", "product group"), g_strdup (ps_compared_group (&self->before, before->group)),
                    g_strdup (ps_compared_group (&self->now, now->group)));
  ps_changes_add_date (how, C_("assignment", "start"), before->start, now->start);
  if (end_that_matters (self, before->end) != end_that_matters (self, now->end))
    ps_changes_add_date (how, C_("assignment", "end"), before->end, now->end);
  return g_string_free (how, FALSE);
}

static char *
period_text (PsDate first, PsDate last)
{
  g_autofree char *from = ps_format_date (first), *to = ps_format_date (last);

  return last == PS_DATE_OPEN ? g_strdup_printf (C_("period", "from %s"), from)
                              : g_strdup_printf (C_("period", "%s to %s"), from, to);
}

static PsCause *
add_care_cause (PsComparing *self, PsCauseChange change, guint before, guint now, const PsCare *care, char *how)
{
  const PsCompared *of = now != PS_NONE ? &self->now : &self->before;
  guint place = now != PS_NONE ? now : before;
  g_autofree char *iso = ps_date_to_iso (care->start);
  g_autofree char *period = period_text (care->start, care->stop);
  PsCause *cause;

  cause = add_assignment_cause (self, PS_CAUSE_CARE, change, before, now,
                                g_strdup_printf ("%s\t%s", ps_compared_number (of, place), iso),
                                g_strdup_printf (_("Care %s under assignment %s"), period, ps_compared_number (of, place)), how);
  set_traject_effect (self, cause, before, now);
  return cause;
}

/* Care that begins after the first of the last days may have been trimmed from the one that has a line less. */
static void
come_or_go (PsComparing *self, PsCauseChange change, guint before, guint now, const PsCare *care)
{
  if (care->start <= self->first_last_day)
    add_care_cause (self, change, before, now, care,
                    g_strdup (change == PS_CAUSE_ADDED ? C_("care", "added") : C_("care", "no longer there")));
}

static gboolean
is_traject (const PsCompared *of, guint place)
{
  const PsAssignment *assignment = ps_compared_assignment (of, place);

  return assignment->product != PS_NONE
         && ps_region_product (of->dossier->region, assignment->product)->funding == PS_FUNDING_TRAJECT;
}

/* The last day of a path's period: an open one goes on to its assignment's end (domain.md §5). */
static PsDate
path_end (const PsComparing *self, const PsCare *care, const PsAssignment *assignment)
{
  return end_that_matters (self, care->stop != PS_DATE_OPEN ? care->stop : assignment->end);
}

/* A stop ends a traject, if it is not after the year. */
static PsDate
traject_stop (const PsComparing *self, const PsCare *care)
{
  return care->stop <= self->through ? care->stop : PS_DATE_OPEN;
}

/* Why care stopped counts for trajects only, and once the stop does. */
static void
change_care (PsComparing *self, guint before, guint now, const PsCare *old_care, const PsCare *new_care)
{
  gboolean traject = is_traject (&self->before, before) || is_traject (&self->now, now);
  gsize stop;
  PsDate old_end = path_end (self, old_care, ps_compared_assignment (&self->before, before));
  PsDate new_end = path_end (self, new_care, ps_compared_assignment (&self->now, now));
  GString *how = g_string_new (NULL);

  if (old_end != new_end || (traject && traject_stop (self, old_care) != traject_stop (self, new_care)))
    ps_changes_add_date (how, C_("care", "stop"), old_care->stop, new_care->stop);
  stop = how->len;
  if (traject && MIN (old_care->stop, new_care->stop) <= self->through)
    ps_changes_add_word (how, C_("care", "reason"), PS_WORDS_END_REASON, old_care->reason, new_care->reason);
  if (how->len > 0)
    add_care_cause (self, PS_CAUSE_CHANGED, before, now, new_care, g_strdup (how->str))->column = stop == 0         ? "reason"
                                                                                                  : stop < how->len ? NULL
                                                                                                                    : "stops_on";
  g_string_free (how, TRUE);
}

static const PsCare *
care_at (const PsCompared *of, guint assignment, guint n)
{
  const PsAssignment *it = ps_compared_assignment (of, assignment);

  return n < it->n_care ? &g_array_index (of->dossier->production->care, PsCare, it->first_care + n) : NULL;
}

static int
compare_starts (const PsCare *before, const PsCare *now)
{
  if (before == NULL || now == NULL)
    return (before == NULL) - (now == NULL);
  return (before->start > now->start) - (before->start < now->start);
}

/* By start, in which order they are. */
static void
match_care (PsComparing *self, guint before, guint now)
{
  guint i = 0, k = 0;

  for (;;)
    {
      const PsCare *old_care = care_at (&self->before, before, i), *new_care = care_at (&self->now, now, k);
      int order = compare_starts (old_care, new_care);

      if (old_care == NULL && new_care == NULL)
        return;
      if (order < 0)
        come_or_go (self, PS_CAUSE_REMOVED, before, now, old_care);
      else if (order > 0)
        come_or_go (self, PS_CAUSE_ADDED, before, now, new_care);
      else
        change_care (self, before, now, old_care, new_care);
      i += order <= 0;
      k += order >= 0;
    }
}

/* With its care; one that begins after the first of the last days may have been trimmed from the one that has a line less. */
static void
come_or_go_assignment (PsComparing *self, guint before, guint now)
{
  const PsCompared *of = now != PS_NONE ? &self->now : &self->before;
  guint place = now != PS_NONE ? now : before;
  PsCauseChange change = now != PS_NONE ? PS_CAUSE_ADDED : PS_CAUSE_REMOVED;
  g_autofree char *period = NULL;
  PsCause *cause;

  if (!is_used (of, place) || ps_compared_assignment (of, place)->start > self->first_last_day)
    return;
  period = period_text (ps_compared_assignment (of, place)->start, ps_compared_assignment (of, place)->end);
  cause = add_assignment_cause (self, PS_CAUSE_ASSIGNMENT, change, before, now, g_strdup (ps_compared_number (of, place)),
                                assignment_what (of, place),
                                change == PS_CAUSE_ADDED ? g_strdup_printf (C_("assignment", "added, %s"), period)
                                                         : g_strdup_printf (C_("assignment", "no longer there, %s"), period));
  set_traject_effect (self, cause, before, now);
}

static void
change_assignment (PsComparing *self, guint before, guint now)
{
  g_autofree char *changes =
      assignment_changes (self, ps_compared_assignment (&self->before, before), ps_compared_assignment (&self->now, now));

  if (*changes != '\0' && (is_used (&self->before, before) || is_used (&self->now, now)))
    set_traject_effect (self,
                        add_assignment_cause (self, PS_CAUSE_ASSIGNMENT, PS_CAUSE_CHANGED, before, now,
                                              g_strdup (ps_compared_number (&self->now, now)), assignment_what (&self->now, now),
                                              g_steal_pointer (&changes)),
                        before, now);
  if (care_matters (self, &self->before, before) || care_matters (self, &self->now, now))
    match_care (self, before, now);
}

static int
compare_assignments (const PsComparing *self, guint before, guint now)
{
  gboolean had = before < self->before.dossier->production->assignments->len;
  gboolean has = now < self->now.dossier->production->assignments->len;
  int order;

  if (!had || !has)
    return !had - !has;
  order = strcmp (ps_compared_municipality (&self->before, ps_compared_assignment (&self->before, before)->municipality),
                  ps_compared_municipality (&self->now, ps_compared_assignment (&self->now, now)->municipality));
  return order != 0 ? order : strcmp (ps_compared_number (&self->before, before), ps_compared_number (&self->now, now));
}

/* Both are in the order of municipality and number. */
void
ps_compare_assignments (PsComparing *self)
{
  guint n_before = self->before.dossier->production->assignments->len, n_now = self->now.dossier->production->assignments->len;
  guint i = 0, k = 0;

  while (i < n_before || k < n_now)
    {
      int order = compare_assignments (self, i, k);

      if (order < 0)
        come_or_go_assignment (self, i, PS_NONE);
      else if (order > 0)
        come_or_go_assignment (self, PS_NONE, k);
      else
        change_assignment (self, i, k);
      i += order <= 0;
      k += order >= 0;
    }
}
