/* ps-warnings.c: what is odd about accepted lines: warnings, not disputes (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settling.h"

/* A service: what was declared of one assignment, product and period, lines and credits together. */
static int
compare_services (gconstpointer a, gconstpointer b)
{
  const PsLine *x = *(const PsLine *const *) a, *y = *(const PsLine *const *) b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->to > y->to) - (x->to < y->to);
}

static GPtrArray *
collect_lines (const PsSettling *self)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < self->production->lines->len; i++)
    {
      PsLine *line = &g_array_index (self->production->lines, PsLine, i);

      if (line->status != PS_STATUS_REFUSED && line->from >= self->start && line->from <= self->through)
        g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort (lines, compare_services);
  return lines;
}

static void
warn (PsSettling *self, PsSignalKind kind, const PsLine *line)
{
  const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, line->assignment);

  ps_settling_signal (self, kind, ps_region_product (self->region, line->product)->group, assignment->municipality, line->product,
                      line->id, 1);
}

/* Whether all care under the line's assignment had stopped when its period began. */
static gboolean
had_care_stopped (const PsSettling *self, const PsLine *line)
{
  const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, line->assignment);

  for (guint i = 0; i < assignment->n_care; i++)
    if (g_array_index (self->production->care, PsCare, assignment->first_care + i).stop >= line->from)
      return FALSE;
  return assignment->n_care > 0;
}

/* One service: lines[0 .. n - 1]. A credit takes a debit of the same size away; what is left over is odd. */
static void
warn_of_service (PsSettling *self, PsLine *const *lines, guint n)
{
  PsWide sum = 0;
  int debits = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += lines[i]->amount_cents;
      debits += (lines[i]->amount_cents > 0) - (lines[i]->amount_cents < 0);
    }
  if (sum < 0)
    warn (self, PS_SIGNAL_CREDIT_WITHOUT_DEBIT, lines[0]);
  else if (debits > 1)
    warn (self, PS_SIGNAL_SAME_SERVICE_TWICE, lines[0]);
}

/**
 * ps_warnings_find: adds the warnings about the year's lines that were not refused to the signals.
 */
void
ps_warnings_find (PsSettling *self)
{
  g_autoptr (GPtrArray) lines = collect_lines (self);
  guint first = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (had_care_stopped (self, lines->pdata[i]))
        warn (self, PS_SIGNAL_CARE_STOPPED, lines->pdata[i]);
      if (i + 1 == lines->len || compare_services (&lines->pdata[i], &lines->pdata[i + 1]) != 0)
        {
          warn_of_service (self, (PsLine *const *) &lines->pdata[first], i + 1 - first);
          first = i + 1;
        }
    }
}
