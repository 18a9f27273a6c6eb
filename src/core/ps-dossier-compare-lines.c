/* ps-dossier-compare-lines.c: which declaration lines two dossiers do not have in common, and other decisions on them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PsLine *
line_at (const PsCompared *of, guint place)
{
  return &g_array_index (of->dossier->production->lines, PsLine, place);
}

static const char *
decision_label (guint decision)
{
  switch ((PsDecision) decision)
    {
    case PS_DECISION_ACCEPT:
      return C_("decision on a line", "accepted");
    case PS_DECISION_ACCEPT_AT_PRICE:
      return C_("decision on a line", "accepted at the right price");
    case PS_DECISION_DISPUTE:
      return C_("decision on a line", "disputed");
    case PS_DECISION_NONE:
    default:
      return C_("decision on a line", "none");
    }
}

static char *
line_what (const PsCompared *of, guint place)
{
  const PsLine *line = line_at (of, place);
  g_autofree char *from = ps_format_date (line->from), *to = ps_format_date (line->to);

  /* Translators: its reference, and the days of its period */
  return g_strdup_printf (_("Declaration line %s, %s to %s"),
                          (const char *) g_ptr_array_index (of->dossier->keys->references, place), from, to);
}

/* Where the line has figures: the product group of its product, the municipality of its assignment. */
static PsCause *
add_line_cause (PsComparing *self, PsCauseKind kind, PsCauseChange change, guint before, guint now, char *how)
{
  const PsCompared *of = now != PS_NONE ? &self->now : &self->before;
  guint place = now != PS_NONE ? now : before;
  const PsLine *line = line_at (of, place);
  PsCause *cause;

  cause = ps_comparing_cause (self, kind, change,
                              ps_compared_group (of, ps_region_product (of->dossier->region, line->product)->group),
                              ps_compared_municipality (of, ps_compared_assignment (of, line->assignment)->municipality),
                              g_strdup (g_ptr_array_index (of->dossier->keys->references, place)), line_what (of, place), how);
  if (now != PS_NONE)
    ps_comparing_set_row (self, cause, "declaration_line", line->id);
  return cause;
}

/* "late: € 412,50 added", and what stands in the way of its being produced or paid. */
static char *
added_how (const PsCompared *of, guint place)
{
  const PsLine *line = line_at (of, place);
  const PsSource *source = of->of_lines[place];
  g_autofree char *amount = ps_format_money (line->amount_cents);
  g_autofree char *added = g_strdup_printf (_("late: %s added"), amount);
  GString *how = g_string_new (added);

  if (line->status != PS_STATUS_GRANTED)
    g_string_append_printf (how, ", %s", ps_words_label (PS_WORDS_LINE_STATUS, line->status));
  if (line->decision != PS_DECISION_NONE)
    g_string_append_printf (how, ", %s", decision_label (line->decision));
  else if (source->dispute != PS_DISPUTE_NONE)
    {
      g_string_append (how, ". ");
      g_string_append (how, ps_dispute_label (source->dispute));
    }
  return g_string_free (how, FALSE);
}

static void
add_line (PsComparing *self, guint place)
{
  if (self->now.of_lines[place] == NULL)
    return;
  ps_cause_set_effect (add_line_cause (self, PS_CAUSE_LINE, PS_CAUSE_ADDED, PS_NONE, place, added_how (&self->now, place)), NULL,
                       self->now.of_lines[place]);
}

static void
remove_line (PsComparing *self, guint place)
{
  g_autofree char *amount = ps_format_money (line_at (&self->before, place)->amount_cents);

  if (self->before.of_lines[place] == NULL)
    return;
  ps_cause_set_effect (
      add_line_cause (self, PS_CAUSE_LINE, PS_CAUSE_REMOVED, place, PS_NONE, g_strdup_printf (_("%s no longer there"), amount)),
      self->before.of_lines[place], NULL);
}

/* An assignment by its key: "0193 17". */
static char *
assignment_key (const PsCompared *of, guint place)
{
  return g_strdup_printf ("%s %s", ps_compared_municipality (of, ps_compared_assignment (of, place)->municipality),
                          ps_compared_number (of, place));
}

/* Nearly all are: asked first, for putting changes into words takes its time. */
static gboolean
are_same_lines (const PsComparing *self, const PsLine *before, const PsLine *now)
{
  const PsAssignment *old_assignment = ps_compared_assignment (&self->before, before->assignment);
  const PsAssignment *new_assignment = ps_compared_assignment (&self->now, now->assignment);

  return before->from == now->from && before->to == now->to && before->volume_milli == now->volume_milli
         && before->unit == now->unit && before->tariff_e4 == now->tariff_e4 && before->amount_cents == now->amount_cents
         && before->status == now->status && before->decision == now->decision
         && g_str_equal (ps_compared_product (&self->before, before->product), ps_compared_product (&self->now, now->product))
         && g_str_equal (ps_compared_number (&self->before, before->assignment), ps_compared_number (&self->now, now->assignment))
         && g_str_equal (ps_compared_municipality (&self->before, old_assignment->municipality),
                         ps_compared_municipality (&self->now, new_assignment->municipality));
}

static char *
line_changes (PsComparing *self, const PsLine *before, const PsLine *now)
{
  GString *how = g_string_new (NULL);

  ps_changes_add (how, C_("declaration line", "assignment"), assignment_key (&self->before, before->assignment),
                  assignment_key (&self->now, now->assignment));
  ps_changes_add (how, C_("declaration line", "product"), g_strdup (ps_compared_product (&self->before, before->product)),
                  g_strdup (ps_compared_product (&self->now, now->product)));
  ps_changes_add_date (how, C_("declaration line", "from"), before->from, now->from);
  ps_changes_add_date (how, C_("declaration line", "to"), before->to, now->to);
  if (before->volume_milli != now->volume_milli)
    ps_changes_add (how, C_("declaration line", "volume"), ps_format_volume (before->volume_milli),
                    ps_format_volume (now->volume_milli));
  ps_changes_add_word (how, C_("declaration line", "unit"), PS_WORDS_UNIT, before->unit, now->unit);
  if (before->tariff_e4 != now->tariff_e4)
    ps_changes_add (how, C_("declaration line", "tariff"), ps_format_tariff (before->tariff_e4),
                    ps_format_tariff (now->tariff_e4));
  ps_changes_add_money (how, C_("declaration line", "amount"), before->amount_cents, now->amount_cents);
  ps_changes_add_word (how, C_("declaration line", "status"), PS_WORDS_LINE_STATUS, before->status, now->status);
  return g_string_free (how, FALSE);
}

/* One that no figure of either has to do with is no cause. What it came to is told once. */
static void
change_line (PsComparing *self, guint before, guint now)
{
  const PsSource *old_source = self->before.of_lines[before], *new_source = self->now.of_lines[now];
  const PsLine *old_line = line_at (&self->before, before), *new_line = line_at (&self->now, now);
  g_autofree char *changes = NULL;
  gboolean told = FALSE;

  if ((old_source == NULL && new_source == NULL) || are_same_lines (self, old_line, new_line))
    return;
  changes = line_changes (self, old_line, new_line);
  if (*changes != '\0')
    {
      ps_cause_set_effect (add_line_cause (self, PS_CAUSE_LINE, PS_CAUSE_CHANGED, before, now, g_steal_pointer (&changes)),
                           old_source, new_source);
      told = TRUE;
    }
  if (old_line->decision != new_line->decision)
    {
      GString *how = g_string_new (NULL);
      PsCause *cause;

      ps_changes_add (how, C_("declaration line", "decision"), g_strdup (decision_label (old_line->decision)),
                      g_strdup (decision_label (new_line->decision)));
      cause = add_line_cause (self, PS_CAUSE_DECISION, PS_CAUSE_CHANGED, before, now, g_string_free (how, FALSE));
      if (!told)
        ps_cause_set_effect (cause, old_source, new_source);
    }
}

/* Both are in the order of references. */
void
ps_compare_lines (PsComparing *self)
{
  const GPtrArray *before = self->before.dossier->keys->references, *now = self->now.dossier->keys->references;
  guint i = 0, k = 0;

  while (i < before->len || k < now->len)
    {
      int order = ps_compare_codes (i < before->len ? before->pdata[i] : NULL, k < now->len ? now->pdata[k] : NULL);

      if (order < 0)
        remove_line (self, i);
      else if (order > 0)
        add_line (self, k);
      else
        change_line (self, i, k);
      i += order <= 0;
      k += order >= 0;
    }
}
