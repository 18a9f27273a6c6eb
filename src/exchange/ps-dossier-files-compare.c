/* ps-dossier-files-compare.c: what a settlement gives when it is computed again, as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * For programs as much as for people: names of figures and amounts in whole cents as in the JSON (docs/files-and-cli.md). `now` is the
 * region as it is; `again` the frozen inputs, settled by this program.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-dossier-files-private.h"

#include "ps-comparison-names.h"
#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char header[] =
    BYTE_ORDER_MARK "comparison;what;product_group;municipality;figure;before;after;difference;text;how;by\r\n";

typedef struct
{
  GString *text;
  const char *comparison;
} Writer;

static void
append_cell (Writer *writer, const char *value)
{
  g_string_append_c (writer->text, ';');
  if (value != NULL)
    ps_csv_text_append (writer->text, value);
}

static void
append_cents (Writer *writer, gint64 cents)
{
  g_string_append_c (writer->text, ';');
  if (cents != PS_NO_NUMBER)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, cents);
}

static void
append_amounts (Writer *writer, gint64 before, gint64 after)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = PS_NO_NUMBER;

  if (before != PS_NO_NUMBER && after != PS_NO_NUMBER)
    difference = ps_subtract (after, before, &overflow);
  append_cents (writer, before);
  append_cents (writer, after);
  append_cents (writer, overflow.overflowed ? PS_NO_NUMBER : difference);
}

/* One figure; the texts are empty. */
static void
append_figure (Writer *writer, const char *what, const char *group, const char *municipality, const char *figure, gint64 before,
               gint64 after)
{
  g_string_append (writer->text, writer->comparison);
  append_cell (writer, what);
  append_cell (writer, group);
  append_cell (writer, municipality);
  append_cell (writer, figure);
  append_amounts (writer, before, after);
  g_string_append (writer->text, ";;;\r\n");
}

static void
append_line (Writer *writer, const char *what, const char *group, const char *municipality, const PsSettlementLine *before,
             const PsSettlementLine *after, gboolean all)
{
  for (guint i = 0; i < PS_N_LINE_FIGURES; i++)
    {
      gint64 old_cents = ps_line_figure (before, i), new_cents = ps_line_figure (after, i);

      if (all || old_cents != new_cents)
        append_figure (writer, what, group, municipality, ps_line_figure_name (i), old_cents, new_cents);
    }
}

static void
append_scope (Writer *writer, const PsScopeDifference *scope)
{
  append_figure (writer, "scope", scope->name, NULL, "ceiling_cents", scope->old_ceiling_cents, scope->new_ceiling_cents);
  append_figure (writer, "scope", scope->name, NULL, "net_cents", scope->old_net_cents, scope->new_net_cents);
  append_figure (writer, "scope", scope->name, NULL, "deduction_cents", scope->old_deduction_cents, scope->new_deduction_cents);
}

static void
append_cause_figure (Writer *writer, const PsCause *cause, const char *figure, gint64 before, gint64 after)
{
  g_string_append (writer->text, writer->comparison);
  append_cell (writer, ps_cause_code (cause->kind));
  append_cell (writer, cause->group);
  append_cell (writer, cause->municipality);
  append_cell (writer, figure);
  append_amounts (writer, before, after);
  append_cell (writer, cause->what);
  append_cell (writer, cause->how);
  append_cell (writer, cause->by);
  g_string_append (writer->text, "\r\n");
}

static gboolean
has_figure (gint64 before, gint64 after)
{
  return before != PS_NO_NUMBER || after != PS_NO_NUMBER;
}

/* A line for each figure that the thing has of its own; one without amounts where it has none. */
static void
append_cause (Writer *writer, const PsCause *cause)
{
  gboolean produced = has_figure (cause->old_produced_cents, cause->new_produced_cents);
  gboolean paid = has_figure (cause->old_paid_cents, cause->new_paid_cents);

  if (produced)
    append_cause_figure (writer, cause, "produced_cents", cause->old_produced_cents, cause->new_produced_cents);
  if (paid)
    append_cause_figure (writer, cause, "paid_cents", cause->old_paid_cents, cause->new_paid_cents);
  if (!produced && !paid)
    append_cause_figure (writer, cause, NULL, PS_NO_NUMBER, PS_NO_NUMBER);
}

/* The totals whether or not they differ, then what does. */
static void
append_comparison (GString *text, const char *name, const PsComparison *comparison)
{
  Writer writer = { text, name };
  PsSettlementLine before = comparison->old_totals, after = comparison->new_totals;
  g_autofree char *sentence = ps_comparison_sentence (comparison);

  before.agreed = after.agreed = TRUE; /* the sum of what was agreed, if only nothing */
  g_string_append_printf (text, "%s;sentence;;;;;;;", name);
  ps_csv_text_append (text, sentence);
  g_string_append (text, ";;\r\n");
  append_line (&writer, "total", NULL, NULL, &before, &after, TRUE);
  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const PsLineDifference *line = g_ptr_array_index (comparison->lines, i);

      append_line (&writer, "line", line->group, line->municipality, &line->old_line, &line->new_line, FALSE);
    }
  for (guint i = 0; i < comparison->scopes->len; i++)
    append_scope (&writer, g_ptr_array_index (comparison->scopes, i));
  for (guint i = 0; i < comparison->causes->len; i++)
    append_cause (&writer, g_ptr_array_index (comparison->causes, i));
}

GString *
ps_dossier_comparison_csv (const PsComparison *again, const PsComparison *now)
{
  GString *text = g_string_new (header);

  append_comparison (text, "again", again);
  append_comparison (text, "now", now);
  return text;
}
