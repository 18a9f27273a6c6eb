/* ps-dossier-compare.c: which figures of two dossiers of a provider's year differ, and why (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_cause (PsCause *cause)
{
  g_free (cause->group);
  g_free (cause->municipality);
  g_free (cause->what);
  g_free (cause->how);
  g_free (cause->key);
  g_free (cause->by);
  g_free (cause);
}

static void
free_line (PsLineDifference *line)
{
  g_free (line->group);
  g_free (line->municipality);
  g_free (line);
}

static void
free_scope (PsScopeDifference *scope)
{
  g_free (scope->name);
  g_free (scope);
}

void
ps_comparison_free (PsComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->lines);
  g_ptr_array_unref (comparison->scopes);
  g_ptr_array_unref (comparison->causes);
  g_free (comparison);
}

PsCause *
ps_comparing_cause (PsComparing *self, PsCauseKind kind, PsCauseChange change, const char *group, const char *municipality,
                    char *key, char *what, char *how)
{
  PsCause *cause = g_new0 (PsCause, 1);

  cause->kind = kind;
  cause->change = change;
  cause->group = g_strdup (group);
  cause->municipality = g_strdup (municipality);
  cause->what = what;
  cause->how = how;
  cause->old_produced_cents = cause->new_produced_cents = PS_NO_NUMBER;
  cause->old_paid_cents = cause->new_paid_cents = PS_NO_NUMBER;
  cause->key = key;
  g_ptr_array_add (self->causes, cause);
  return cause;
}

PsCause *
ps_comparing_changed (PsComparing *self, PsCauseKind kind, const char *group, const char *municipality, char *key, char *what,
                      GString *how)
{
  g_autofree char *changes = g_string_free (how, FALSE);

  if (*changes != '\0')
    return ps_comparing_cause (self, kind, PS_CAUSE_CHANGED, group, municipality, key, what, g_steal_pointer (&changes));
  g_free (key);
  g_free (what);
  return NULL;
}

void
ps_comparing_set_row (const PsComparing *self, PsCause *cause, const char *table, gint64 id)
{
  if (cause == NULL || self->now.dossier->own_region != NULL || id == 0)
    return;
  cause->table = table;
  cause->id = id;
}

/* Changes in words */

void
ps_changes_add (GString *how, const char *what, char *before, char *now)
{
  if (!g_str_equal (before, now))
    {
      if (how->len > 0)
        g_string_append (how, "; ");
      /* Translators: what of a thing changed, and its value now and before: "stop: 30-06-2024, was 31-03-2024" */
      g_string_append_printf (how, _("%s: %s, was %s"), what, now, before);
    }
  g_free (before);
  g_free (now);
}

void
ps_changes_add_money (GString *how, const char *what, gint64 before, gint64 now)
{
  if (before != now)
    ps_changes_add (how, what, ps_format_money (before), ps_format_money (now));
}

void
ps_changes_add_date (GString *how, const char *what, PsDate before, PsDate now)
{
  if (before != now)
    ps_changes_add (how, what, ps_format_date (before), ps_format_date (now));
}

/* A value that is not in the list as its number. */
static char *
word_or_number (PsWords list, int value)
{
  const char *label = ps_words_label (list, value);

  return *label != '\0' ? g_strdup (label) : value == 0 ? g_strdup ("–") : ps_format_count (value);
}

void
ps_changes_add_word (GString *how, const char *what, PsWords list, int before, int now)
{
  if (before != now)
    ps_changes_add (how, what, word_or_number (list, before), word_or_number (list, now));
}

int
ps_compare_codes (const char *before, const char *now)
{
  if (before == NULL || now == NULL)
    return (before == NULL) - (now == NULL);
  return strcmp (before, now);
}

/* The words of rows, for causes. */

const PsAssignment *
ps_compared_assignment (const PsCompared *of, guint place)
{
  return &g_array_index (of->dossier->production->assignments, PsAssignment, place);
}

const char *
ps_compared_municipality (const PsCompared *of, guint place)
{
  return ps_region_municipality (of->dossier->region, place)->code;
}

const char *
ps_compared_group (const PsCompared *of, guint place)
{
  return ps_region_group (of->dossier->region, place)->code;
}

const char *
ps_compared_product (const PsCompared *of, guint place)
{
  return place != PS_NONE ? ps_region_product (of->dossier->region, place)->code : "–";
}

const char *
ps_compared_number (const PsCompared *of, guint assignment)
{
  return g_ptr_array_index (of->dossier->keys->assignments, assignment);
}

void
ps_cause_set_effect (PsCause *cause, const PsSource *before, const PsSource *now)
{
  cause->old_produced_cents = before != NULL ? before->gross_cents - before->norm_deduction_cents : 0;
  cause->new_produced_cents = now != NULL ? now->gross_cents - now->norm_deduction_cents : 0;
  cause->old_paid_cents = before != NULL ? before->paid_cents : 0;
  cause->new_paid_cents = now != NULL ? now->paid_cents : 0;
}

/* What every line and traject came to, for the effects of causes. */

static void
note_line (PsCompared *self, const PsSource *source)
{
  guint place = ps_dossier_line_of (self->dossier, source);
  const PsAssignment *assignment;
  guint assigned;

  g_assert (place != PS_NONE);
  self->of_lines[place] = source;
  assigned = g_array_index (self->dossier->production->lines, PsLine, place).assignment;
  self->n_lines[assigned]++;
  if (source->path_from == PS_DATE_OPEN)
    return;
  assignment = &g_array_index (self->dossier->production->assignments, PsAssignment, assigned);
  g_hash_table_add (
      self->paths, g_strdup_printf ("%s\t%s", (const char *) g_ptr_array_index (self->dossier->keys->clients, assignment->client),
                                    ps_region_group (self->dossier->region, source->group)->code));
}

static void
note_sources (PsCompared *self)
{
  const PsProduction *production = self->dossier->production;

  self->of_lines = g_new0 (const PsSource *, production->lines->len + 1);
  self->of_trajects = g_new0 (const PsSource *, production->assignments->len + 1);
  self->n_lines = g_new0 (guint, production->assignments->len + 1);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->dossier->sources, PsSource, i);

      if (source->kind == PS_SOURCE_LINE)
        note_line (self, source);
      else if (source->kind == PS_SOURCE_TRAJECT)
        self->of_trajects[ps_dossier_assignment_of (self->dossier, source)] = source;
    }
}

static void
compared_init (PsCompared *self, const PsDossier *dossier)
{
  self->dossier = dossier;
  self->agreement = dossier->settlement->agreement;
  self->last_day = ps_production_last_day (dossier->production, dossier->settlement->through);
  ps_dossier_needs_init (&self->needs, dossier);
  note_sources (self);
}

static void
compared_clear (PsCompared *self)
{
  ps_dossier_needs_clear (&self->needs);
  g_free (self->of_lines);
  g_free (self->of_trajects);
  g_free (self->n_lines);
  g_hash_table_unref (self->paths);
}

/* Causes: of no line in particular first, then by group, municipality, kind, key. */
static int
compare_causes (gconstpointer a, gconstpointer b)
{
  const PsCause *x = *(PsCause *const *) a, *y = *(PsCause *const *) b;
  int order = g_strcmp0 (x->group, y->group);

  if (order == 0)
    order = g_strcmp0 (x->municipality, y->municipality);
  if (order == 0)
    order = (int) x->kind - (int) y->kind;
  return order != 0 ? order : strcmp (x->key, y->key);
}

static void
take_causes (PsComparing *self, PsComparison *comparison)
{
  g_ptr_array_sort (self->causes, compare_causes);
  g_ptr_array_set_free_func (self->causes, NULL);
  g_ptr_array_extend (comparison->causes, self->causes, NULL, NULL);
}

/* The same inputs and other figures, by another version of the program. */
static void
blame_program (PsComparing *self, const PsComparison *comparison)
{
  const char *before = self->before.dossier->facts.program_version, *now = self->now.dossier->facts.program_version;
  GString *how;

  if (comparison->same_figures || !comparison->same_inputs || g_str_equal (before, now))
    return;
  how = g_string_new (NULL);
  ps_changes_add (how, C_("program", "version"), g_strdup (before), g_strdup (now));
  ps_comparing_cause (self, PS_CAUSE_PROGRAM, PS_CAUSE_CHANGED, NULL, NULL, g_strdup (""),
                      g_strdup (_("Computed by another program")), g_string_free (how, FALSE));
}

static PsComparison *
new_comparison (void)
{
  PsComparison *comparison = g_new0 (PsComparison, 1);

  comparison->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  comparison->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_scope);
  comparison->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cause);
  return comparison;
}

/**
 * ps_dossier_compare: which figures of two dossiers differ, and what that they are computed from does.
 *
 * Rows are matched by the keys that people know. A difference that no figure of either can depend on is no cause: other names, a
 * stop long after the year, tariffs of next year.
 *
 * Returns: (transfer full):
 */
PsComparison *
ps_dossier_compare (const PsDossier *before, const PsDossier *now)
{
  PsComparing self = { 0 };
  PsComparison *comparison = new_comparison ();

  compared_init (&self.before, before);
  compared_init (&self.now, now);
  self.through = MAX (before->settlement->through, now->settlement->through);
  self.first_last_day = MIN (self.before.last_day, self.now.last_day);
  self.last_last_day = MAX (self.before.last_day, self.now.last_day);
  self.causes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cause);

  ps_compare_lines (&self);
  ps_compare_assignments (&self);
  ps_compare_agreements (&self);
  ps_compare_master (&self);
  ps_compare_others (&self);
  ps_compare_figures (&self, comparison);
  comparison->same_inputs = self.causes->len == 0;
  blame_program (&self, comparison);
  take_causes (&self, comparison);

  g_ptr_array_unref (self.causes);
  compared_clear (&self.before);
  compared_clear (&self.now);
  return comparison;
}
