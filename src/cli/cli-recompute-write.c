/* cli-recompute-write.c: what a settlement gives when it is computed again, as text or JSON
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-recompute-write.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-comparison-names.h"
#include "exchange/ps-json-text.h"

#define INDENT 2

/* ---- text */

static void
add_pair (PsCliTable *table, gint64 before, gint64 after)
{
  ps_cli_table_take_cell (table, ps_format_amount (before));
  ps_cli_table_take_cell (table, ps_format_amount (after));
}

static void
add_difference (PsCliTable *table, const PsLineDifference *line)
{
  ps_cli_table_add_cell (table, line->group);
  ps_cli_table_add_cell (table, line->municipality);
  add_pair (table, line->old_line.payable_cents, line->new_line.payable_cents);
  add_pair (table, line->old_line.paid_cents, line->new_line.paid_cents);
  add_pair (table, line->old_line.balance_cents, line->new_line.balance_cents);
}

static void
append_lines (GString *text, GPtrArray *lines)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  guint n = 0;

  ps_cli_table_add_column (table, _("Group"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Municipality"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Payable was"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("is"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Paid was"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("is"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Balance was"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("is"), PS_CLI_RIGHT);
  for (guint i = 0; i < lines->len; i++)
    {
      const PsLineDifference *line = g_ptr_array_index (lines, i);

      if (ps_line_difference_is_same (line))
        continue;
      add_difference (table, line);
      n++;
    }
  if (n > 0)
    ps_cli_table_write (table, text, INDENT);
}

/* "AMB1 0983  Declaration line R-20417 …: late: € 412,50 added, by anna on 22-11-2026 04:12" */
static void
append_cause (GString *text, const PsCause *cause)
{
  g_string_append_printf (text, "%*s", INDENT, "");
  if (cause->group != NULL)
    g_string_append_printf (text, "%s %s  ", cause->group, cause->municipality != NULL ? cause->municipality : "");
  g_string_append_printf (text, "%s: %s%s\n", cause->what, cause->how != NULL ? cause->how : "",
                          cause->by != NULL ? cause->by : "");
}

static void
append_comparison (GString *text, const char *title, const PsComparison *comparison)
{
  g_autofree char *sentence = ps_comparison_sentence (comparison);

  g_string_append_printf (text, "\n%s\n%*s%s\n", title, INDENT, "", sentence);
  append_lines (text, comparison->lines);
  for (guint i = 0; i < comparison->causes->len; i++)
    append_cause (text, g_ptr_array_index (comparison->causes, i));
}

PsCliStatus
ps_cli_recompute_text (const PsStored *stored, const PsComparison *again, const PsComparison *now)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *number = ps_cli_number (stored->id);

  g_string_append_printf (text, _("Settlement %s: %s (%s), %d"), number, stored->provider, stored->agb, stored->year);
  g_string_append_printf (text, ", %s\n", ps_settlement_state_label (stored->state));
  append_comparison (text, _("Its own inputs, computed by this program"), again);
  append_comparison (text, _("Against the region as it is now"), now);
  return ps_cli_print (text->str);
}

/* ---- JSON */

static void
add_string (PsJsonText *json, const char *name, const char *string)
{
  if (string != NULL)
    ps_json_text_string (json, name, string);
  else
    ps_json_text_null (json, name);
}

static void
add_cents (PsJsonText *json, const char *name, gint64 cents)
{
  if (cents != PS_NO_NUMBER)
    ps_json_text_number (json, name, cents);
  else
    ps_json_text_null (json, name);
}

/* @there: else null */
static void
add_figures (PsJsonText *json, const char *name, const PsSettlementLine *line, gboolean there)
{
  if (!there)
    {
      ps_json_text_null (json, name);
      return;
    }
  ps_json_text_begin (json, name, '{');
  for (guint i = 0; i < PS_N_LINE_FIGURES; i++)
    add_cents (json, ps_line_figure_name (i), ps_line_figure (line, i));
  ps_json_text_end (json, '}');
}

static void
add_totals (PsJsonText *json, const PsComparison *comparison)
{
  PsSettlementLine before = comparison->old_totals, after = comparison->new_totals;

  before.agreed = after.agreed = TRUE;
  ps_json_text_begin (json, "totals", '{');
  add_figures (json, "before", &before, TRUE);
  add_figures (json, "after", &after, TRUE);
  ps_json_text_end (json, '}');
}

static void
add_lines (PsJsonText *json, GPtrArray *lines)
{
  ps_json_text_begin (json, "lines", '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const PsLineDifference *line = g_ptr_array_index (lines, i);

      if (ps_line_difference_is_same (line))
        continue;
      ps_json_text_begin (json, NULL, '{');
      ps_json_text_string (json, "product_group", line->group);
      ps_json_text_string (json, "municipality", line->municipality);
      add_figures (json, "before", &line->old_line, line->had);
      add_figures (json, "after", &line->new_line, line->has);
      ps_json_text_end (json, '}');
    }
  ps_json_text_end (json, ']');
}

static void
add_scope (PsJsonText *json, const char *name, gboolean there, gint64 ceiling, gint64 net, gint64 deduction)
{
  if (!there)
    {
      ps_json_text_null (json, name);
      return;
    }
  ps_json_text_begin (json, name, '{');
  ps_json_text_number (json, "ceiling_cents", ceiling);
  ps_json_text_number (json, "net_cents", net);
  ps_json_text_number (json, "deduction_cents", deduction);
  ps_json_text_end (json, '}');
}

static void
add_scopes (PsJsonText *json, GPtrArray *scopes)
{
  ps_json_text_begin (json, "scopes", '[');
  for (guint i = 0; i < scopes->len; i++)
    {
      const PsScopeDifference *scope = g_ptr_array_index (scopes, i);

      ps_json_text_begin (json, NULL, '{');
      ps_json_text_string (json, "scope", scope->name);
      add_scope (json, "before", scope->had, scope->old_ceiling_cents, scope->old_net_cents, scope->old_deduction_cents);
      add_scope (json, "after", scope->has, scope->new_ceiling_cents, scope->new_net_cents, scope->new_deduction_cents);
      ps_json_text_end (json, '}');
    }
  ps_json_text_end (json, ']');
}

static void
add_cause (PsJsonText *json, const PsCause *cause)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "cause", ps_cause_code (cause->kind));
  ps_json_text_string (json, "change", ps_cause_change_code (cause->change));
  add_string (json, "product_group", cause->group);
  add_string (json, "municipality", cause->municipality);
  ps_json_text_string (json, "what", cause->what);
  add_string (json, "how", cause->how);
  add_cents (json, "produced_before_cents", cause->old_produced_cents);
  add_cents (json, "produced_after_cents", cause->new_produced_cents);
  add_cents (json, "paid_before_cents", cause->old_paid_cents);
  add_cents (json, "paid_after_cents", cause->new_paid_cents);
  add_string (json, "by", cause->by);
  ps_json_text_end (json, '}');
}

static void
add_comparison (PsJsonText *json, const char *name, const PsComparison *comparison)
{
  ps_json_text_begin (json, name, '{');
  ps_json_text_boolean (json, "same_figures", comparison->same_figures);
  ps_json_text_boolean (json, "same_inputs", comparison->same_inputs);
  add_totals (json, comparison);
  add_lines (json, comparison->lines);
  add_scopes (json, comparison->scopes);
  ps_json_text_begin (json, "causes", '[');
  for (guint i = 0; i < comparison->causes->len; i++)
    add_cause (json, g_ptr_array_index (comparison->causes, i));
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

PsCliStatus
ps_cli_recompute_json (const PsStored *stored, const PsComparison *again, const PsComparison *now)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "settlement", stored->id);
  ps_json_text_string (&json, "provider", stored->agb);
  ps_json_text_number (&json, "year", stored->year);
  ps_json_text_string (&json, "state", ps_settlement_state_code (stored->state));
  add_comparison (&json, "again", again);
  add_comparison (&json, "now", now);
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return ps_cli_print_data (text);
}
