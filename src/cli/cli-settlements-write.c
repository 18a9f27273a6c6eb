/* cli-settlements-write.c: settlements that are kept, as text, JSON or CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The names of JSON and CSV are a contract (docs/files-and-cli.md): add, never change.
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-settlements-write.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-csv-text.h"
#include "exchange/ps-history-csv.h"
#include "exchange/ps-json-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* ---- text */

/* Who took the last step, and when. */
static const char *
last_step (const PsStored *stored, gint64 *at)
{
  switch (stored->state)
    {
    case PS_SETTLEMENT_PROPOSED:
      *at = stored->proposed_at;
      return stored->proposed_by;
    case PS_SETTLEMENT_FINAL:
      *at = stored->final_at;
      return stored->final_by;
    case PS_SETTLEMENT_WITHDRAWN:
      *at = stored->withdrawn_at;
      return stored->withdrawn_by;
    case PS_SETTLEMENT_DRAFT:
    case PS_N_SETTLEMENT_STATES:
    default:
      *at = stored->made_at;
      return stored->made_by;
    }
}

static void
add_stored (PsCliTable *table, const PsStored *stored)
{
  gint64 at;
  const char *by = last_step (stored, &at);

  ps_cli_table_take_cell (table, ps_cli_number (stored->id));
  ps_cli_table_add_cell (table, stored->agb);
  ps_cli_table_add_cell (table, stored->provider);
  ps_cli_table_add_cell (table, ps_settlement_state_label (stored->state));
  ps_cli_table_take_cell (table, ps_format_date (stored->through));
  ps_cli_table_take_cell (table, ps_format_amount (stored->balance_cents));
  ps_cli_table_take_cell (table, ps_format_amount (stored->settled_before_cents));
  ps_cli_table_take_cell (table, ps_format_amount (stored->amount_cents));
  ps_cli_table_take_cell (table, stored->replaces != 0 ? ps_cli_number (stored->replaces) : g_strdup (""));
  ps_cli_table_add_cell (table, by);
  ps_cli_table_take_cell (table, ps_cli_moment (at));
}

static PsCliStatus
print_text (GPtrArray *list)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (list->len == 0)
    return ps_cli_print (_("No settlement of that year is kept.\n"));
  ps_cli_table_add_column (table, _("Number"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("State"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Through"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Balance"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Settled before"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Amount"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Corrects"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("By"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("On"), PS_CLI_LEFT);
  for (guint i = 0; i < list->len; i++)
    add_stored (table, g_ptr_array_index (list, i));
  ps_cli_table_write (table, text, 0);
  return ps_cli_print (text->str);
}

/* ---- what JSON and CSV have of each */

typedef enum
{
  IS_NUMBER,
  IS_REFERENCE, /* 0: none */
  IS_TEXT,      /* may be NULL */
  IS_DAY,
  IS_MOMENT, /* 0: not */
  IS_STATE
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind kind;
  gsize offset;
} Field;

#define FIELD(name, kind, member)                                                                                                \
  {                                                                                                                              \
    name, kind, offsetof (PsStored, member)                                                                                      \
  }

static const Field fields[] = {
  FIELD ("settlement", IS_NUMBER, id),
  FIELD ("provider", IS_TEXT, agb),
  FIELD ("provider_name", IS_TEXT, provider),
  FIELD ("through", IS_DAY, through),
  FIELD ("state", IS_STATE, state),
  FIELD ("replaces", IS_REFERENCE, replaces),
  FIELD ("gross_cents", IS_NUMBER, gross_cents),
  FIELD ("payable_cents", IS_NUMBER, payable_cents),
  FIELD ("paid_cents", IS_NUMBER, paid_cents),
  FIELD ("balance_cents", IS_NUMBER, balance_cents),
  FIELD ("settled_before_cents", IS_NUMBER, settled_before_cents),
  FIELD ("amount_cents", IS_NUMBER, amount_cents),
  FIELD ("carried_cents", IS_NUMBER, carried_cents),
  FIELD ("disputed_cents", IS_NUMBER, disputed_cents),
  FIELD ("n_lines", IS_NUMBER, n_lines),
  FIELD ("n_care", IS_NUMBER, n_care),
  FIELD ("inputs_sha256", IS_TEXT, digests[PS_DOCUMENT_INPUTS]),
  FIELD ("production_sha256", IS_TEXT, digests[PS_DOCUMENT_PRODUCTION]),
  FIELD ("results_sha256", IS_TEXT, digests[PS_DOCUMENT_RESULTS]),
  FIELD ("circumstances_sha256", IS_TEXT, circumstances),
  FIELD ("program_version", IS_TEXT, program_version),
  FIELD ("made_by", IS_TEXT, made_by),
  FIELD ("made_at", IS_MOMENT, made_at),
  FIELD ("proposed_by", IS_TEXT, proposed_by),
  FIELD ("proposed_at", IS_MOMENT, proposed_at),
  FIELD ("final_by", IS_TEXT, final_by),
  FIELD ("final_at", IS_MOMENT, final_at),
  FIELD ("withdrawn_by", IS_TEXT, withdrawn_by),
  FIELD ("withdrawn_at", IS_MOMENT, withdrawn_at),
  FIELD ("reason", IS_TEXT, reason),
  FIELD ("withdrawn_reason", IS_TEXT, withdrawn_reason),
};

static gint64
number_of (const PsStored *stored, const Field *field)
{
  return G_STRUCT_MEMBER (gint64, stored, field->offset);
}

/* What is not a number, as text; NULL: nothing. */
static char *
text_of (const PsStored *stored, const Field *field)
{
  switch (field->kind)
    {
    case IS_DAY:
      return ps_date_to_iso (stored->through);
    case IS_STATE:
      return g_strdup (ps_settlement_state_code (stored->state));
    case IS_MOMENT:
      return number_of (stored, field) != 0 ? ps_history_moment (number_of (stored, field)) : NULL;
    case IS_REFERENCE:
      return number_of (stored, field) != 0 ? ps_cli_number (number_of (stored, field)) : NULL;
    case IS_NUMBER:
      return ps_cli_number (number_of (stored, field));
    case IS_TEXT:
    default:
      return g_strdup (G_STRUCT_MEMBER (char *, stored, field->offset));
    }
}

/* ---- JSON */

static void
add_field (PsJsonText *json, const PsStored *stored, const Field *field)
{
  g_autofree char *text = text_of (stored, field);

  if (text == NULL)
    ps_json_text_null (json, field->name);
  else if (field->kind == IS_NUMBER || field->kind == IS_REFERENCE)
    ps_json_text_number (json, field->name, number_of (stored, field));
  else
    ps_json_text_string (json, field->name, text);
}

static void
add_warnings (PsJsonText *json, GPtrArray *warnings)
{
  ps_json_text_begin (json, "warnings", '[');
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (warnings, i);

      ps_json_text_begin (json, NULL, '{');
      ps_json_text_string (json, "warning", ps_life_warning_code (warning->kind));
      ps_json_text_string (json, "text", warning->text);
      if (warning->answer != NULL)
        ps_json_text_string (json, "answer", warning->answer);
      else
        ps_json_text_null (json, "answer");
      ps_json_text_end (json, '}');
    }
  ps_json_text_end (json, ']');
}

static PsCliStatus
print_json (GPtrArray *list, int year)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", year);
  ps_json_text_begin (&json, "settlements", '[');
  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      ps_json_text_begin (&json, NULL, '{');
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        add_field (&json, stored, &fields[j]);
      if (stored->version_number != 0)
        ps_json_text_number (&json, "agreement_version", stored->version_number);
      else
        ps_json_text_null (&json, "agreement_version");
      add_warnings (&json, stored->warnings);
      ps_json_text_end (&json, '}');
    }
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return ps_cli_print_data (text);
}

/* ---- CSV */

static void
append_stored_csv (GString *text, const PsStored *stored)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = text_of (stored, &fields[i]);

      if (value != NULL)
        ps_csv_text_append (text, value);
      g_string_append (text, i + 1 < G_N_ELEMENTS (fields) ? ";" : "\r\n");
    }
}

static PsCliStatus
print_csv (GPtrArray *list)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (text, "%s%s", fields[i].name, i + 1 < G_N_ELEMENTS (fields) ? ";" : "\r\n");
  for (guint i = 0; i < list->len; i++)
    append_stored_csv (text, g_ptr_array_index (list, i));
  return ps_cli_print_data (text);
}

PsCliStatus
ps_cli_settlements_print (GPtrArray *list, int year, PsCliFormat format)
{
  if (format == PS_CLI_JSON)
    return print_json (list, year);
  return format == PS_CLI_CSV ? print_csv (list) : print_text (list);
}
