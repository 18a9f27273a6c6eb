/* cli-bandwidth-text.c: where providers stand, as a contract manager reads it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-bandwidth-text.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"

typedef struct
{
  const PsProviderBandwidth *provider;
  const PsBandwidthScope *scope;
} Row;

static guint64
distance (const PsBandwidthScope *scope)
{
  return scope->deviation_cents < 0 ? 0 - (guint64) scope->deviation_cents : (guint64) scope->deviation_cents;
}

/* What asks for a letter first, the heaviest on top; then what is furthest from its ceiling. Equal ones stay in the region's order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PsBandwidthScope *x = ((const Row *) a)->scope, *y = ((const Row *) b)->scope;
  int order = ps_letter_weight (y->letter) - ps_letter_weight (x->letter);

  if (order != 0)
    return order;
  return distance (x) < distance (y) ? 1 : distance (x) > distance (y) ? -1 : 0;
}

static GArray *
make_rows (const PsBandwidthYear *year)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      for (guint j = 0; j < provider->now->scopes->len; j++)
        {
          Row row = { provider, &g_array_index (provider->now->scopes, PsBandwidthScope, j) };

          g_array_append_val (rows, row);
        }
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

/* What became of the letter that a scope asks for. */
static const char *
letter_text (const Row *row)
{
  gboolean told_before = FALSE;

  if (row->scope->letter == PS_LETTER_NONE)
    return "";
  if (row->provider->letter_id != 0)
    return C_("bandwidth letter", "there is one");
  if (ps_bandwidths_needs_letter (row->provider, &told_before))
    return C_("bandwidth letter", "needed");
  return told_before ? C_("bandwidth letter", "told before") : "";
}

static void
add_row (PsCliTable *table, const PsRegion *region, const Row *row)
{
  const PsBandwidthScope *scope = row->scope;
  const PsProvider *provider = ps_region_provider (region, row->provider->now->provider);

  ps_cli_table_add_cell (table, provider->agb);
  ps_cli_table_add_cell (table, provider->name);
  ps_cli_table_add_cell (table, scope->label);
  ps_cli_table_take_cell (table, ps_format_amount (scope->ceiling_cents));
  ps_cli_table_take_cell (table, ps_format_amount (scope->realised_cents));
  ps_cli_table_take_cell (table, ps_format_ratio (scope->realised_cents, scope->ceiling_cents));
  ps_cli_table_take_cell (table, ps_format_amount (scope->forecast_cents));
  ps_cli_table_take_cell (table, ps_format_ratio (scope->forecast_cents, scope->ceiling_cents));
  ps_cli_table_add_cell (table, ps_forecast_method_label (scope->method));
  ps_cli_table_take_cell (table, ps_bandwidth_state_text (scope));
  ps_cli_table_take_cell (table, ps_format_amount (scope->at_stake_cents));
  ps_cli_table_add_cell (table, letter_text (row));
}

static void
add_columns (PsCliTable *table)
{
  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Scope"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Ceiling"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Realised"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, "%", PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Forecast"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, "%", PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Method"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("State"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("At stake"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Letter"), PS_CLI_LEFT);
}

static void
write_title (GString *text, const PsBandwidthYear *year)
{
  g_autofree char *number = g_strdup_printf ("%d", year->year);
  g_autofree char *day = ps_format_date (year->day), *through = ps_format_date (year->through);

  if (*year->region->name != '\0')
    g_string_append_printf (text, "%s\n", year->region->name);
  if (year->through < ps_date_year_start (year->year))
    /* Translators: a year; a day */
    g_string_append_printf (text, _("Bandwidth of %s on %s, no data of the year yet, amounts in euro"), number, day);
  else
    /* Translators: a year; a day; the day through which the data counts */
    g_string_append_printf (text, _("Bandwidth of %s on %s, data through %s, amounts in euro"), number, day, through);
  g_string_append (text, "\n\n");
}

static void
write_needed (GString *text, const PsBandwidthYear *year)
{
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < year->providers->len; i++)
    n += ps_bandwidths_needs_letter (g_ptr_array_index (year->providers, i), NULL) ? 1 : 0;
  count = ps_format_count (n);
  g_string_append_c (text, '\n');
  if (n == 0)
    g_string_append (text, _("No provider needs a letter now."));
  else
    g_string_append_printf (text, ngettext ("%s provider needs a letter now.", "%s providers need a letter now.", n), count);
  g_string_append_c (text, '\n');
}

char *
ps_cli_bandwidth_text (const PsBandwidthYear *year)
{
  g_autoptr (GArray) rows = make_rows (year);
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  GString *text = g_string_new (NULL);

  write_title (text, year);
  if (rows->len == 0)
    {
      g_string_append_printf (text, "%s\n", _("No provider has an agreement of that year with a ceiling to hold it to."));
      return g_string_free (text, FALSE);
    }
  add_columns (table);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, year->region, &g_array_index (rows, Row, i));
  ps_cli_table_write (table, text, 0);
  write_needed (text, year);
  return g_string_free (text, FALSE);
}
