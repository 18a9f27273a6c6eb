/* cli-life-report.c: taking a step with settlements, and telling what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-life.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-json-text.h"

static const char *
title_of (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_PROPOSE:
      return _("Proposed:");
    case PS_STEP_MAKE_FINAL:
      return _("Made final:");
    case PS_STEP_WITHDRAW:
      return _("Withdrawn:");
    case PS_STEP_STORE:
    default:
      return _("Stored as a draft:");
    }
}

static const char *
code_of (PsLifeStep step)
{
  static const char *const codes[] = {
    [PS_STEP_STORE] = "store", [PS_STEP_PROPOSE] = "propose", [PS_STEP_MAKE_FINAL] = "final", [PS_STEP_WITHDRAW] = "withdraw"
  };

  return codes[step];
}

static void
add_outcome (PsCliTable *table, const PsLifeOutcome *outcome)
{
  ps_cli_table_take_cell (table, ps_cli_number (outcome->id));
  ps_cli_table_add_cell (table, outcome->agb);
  ps_cli_table_add_cell (table, outcome->provider);
  ps_cli_table_take_cell (table, ps_format_amount (outcome->amount_cents));
}

static void
append_done (GString *text, PsLifeStep step, GPtrArray *done)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();

  ps_cli_table_add_column (table, _("Number"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Amount"), PS_CLI_RIGHT);
  for (guint i = 0; i < done->len; i++)
    add_outcome (table, g_ptr_array_index (done, i));
  g_string_append_printf (text, "%s\n", title_of (step));
  ps_cli_table_write (table, text, 2);
}

static PsCliStatus
print_text (PsLifeStep step, const PsLifeReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (report->done->len > 0)
    append_done (text, step, report->done);
  else if (report->passed_over->len == 0)
    g_string_append_printf (text, "%s\n", _("There was nothing to do."));
  return ps_cli_print (text->str);
}

static void
add_outcomes (PsJsonText *json, const char *name, GPtrArray *outcomes)
{
  ps_json_text_begin (json, name, '[');
  for (guint i = 0; i < outcomes->len; i++)
    {
      const PsLifeOutcome *outcome = g_ptr_array_index (outcomes, i);

      ps_json_text_begin (json, NULL, '{');
      ps_json_text_reference (json, "settlement", outcome->id);
      ps_json_text_string (json, "provider", outcome->agb);
      ps_json_text_optional (json, "provider_name", outcome->provider);
      if (outcome->why != NULL)
        ps_json_text_string (json, "why", outcome->why);
      else
        ps_json_text_number (json, "amount_cents", outcome->amount_cents);
      ps_json_text_end (json, '}');
    }
  ps_json_text_end (json, ']');
}

static PsCliStatus
print_json (PsLifeStep step, const PsLifeReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_string (&json, "step", code_of (step));
  add_outcomes (&json, "done", report->done);
  add_outcomes (&json, "passed_over", report->passed_over);
  ps_json_text_reference (&json, "record", report->record);
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return ps_cli_print_data (text);
}

static void
complain_of (const PsLifeOutcome *outcome)
{
  g_autofree char *sentence =
      g_strdup_printf ("%s %s: %s", outcome->agb, outcome->provider != NULL ? outcome->provider : "", outcome->why);

  ps_cli_complain (sentence);
}

PsCliStatus
ps_cli_life_report (PsLifeStep step, const PsLifeReport *report, PsCliFormat format)
{
  PsCliStatus status;

  for (guint i = 0; i < report->passed_over->len; i++)
    complain_of (g_ptr_array_index (report->passed_over, i));
  status = format == PS_CLI_JSON ? print_json (step, report) : print_text (step, report);
  return status == PS_CLI_DONE && report->passed_over->len > 0 ? PS_CLI_REFUSED : status;
}

PsCliStatus
ps_cli_life_take (PsCli *cli, const PsLifeJob *job, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeReport) report = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_WRITE, &status);

  if (store == NULL)
    return status;
  report = ps_settlements_take (store, g_get_user_name (), job, cli->cancellable, ps_cli_progress, NULL, &error);
  return report != NULL ? ps_cli_life_report (job->step, report, format) : ps_cli_fail (error);
}
