/* cli-settle-text.c: settlements as a controller reads them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-settle-text.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"
#include "core/ps-steps.h"

#define INDENT 2

typedef struct
{
  const PsSettledYear *settled;
  GString *text;
} Writer;

static const PsSettlement *
settlement_at (const PsSettledYear *settled, guint i)
{
  return g_ptr_array_index (settled->settlements, i);
}

static gint64
negative (gint64 cents)
{
  return cents == PS_NO_NUMBER ? cents : -cents;
}

/* The amounts of a line, or of a total, in the order of the columns. */
static void
add_amounts (PsCliTable *table, const PsSettlementLine *line)
{
  const gint64 amounts[] = { line->agreed ? line->ceiling_cents : PS_NO_NUMBER,
                             line->gross_cents,
                             negative (line->norm_deduction_cents),
                             negative (line->band_deduction_cents),
                             line->payable_cents,
                             line->paid_cents,
                             line->balance_cents };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    ps_cli_table_take_cell (table, ps_format_amount (amounts[i]));
}

static void
add_amount_columns (PsCliTable *table)
{
  const char *const titles[] = { _("Ceiling"), _("Gross"), _("Norm duration"), _("Bands"),
                                 _("Payable"), _("Paid"),  _("Balance") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ps_cli_table_add_column (table, titles[i], PS_CLI_RIGHT);
}

static void
add_line (PsCliTable *table, const PsRegion *region, const PsSettlementLine *line)
{
  const PsMunicipality *municipality = ps_region_municipality (region, line->municipality);

  ps_cli_table_add_cell (table, ps_region_group (region, line->group)->code);
  ps_cli_table_take_cell (
      table, g_strdup_printf (line->lump_sum ? _("%s %s (lump sum)") : "%s %s", municipality->code, municipality->name));
  add_amounts (table, line);
}

static PsSettlementLine
totals_of (const PsSettlement *settlement)
{
  PsSettlementLine totals = settlement->totals;

  totals.agreed = settlement->agreement != NULL;
  return totals;
}

static void
write_lines (Writer *writer, const PsSettlement *settlement)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  PsSettlementLine totals = totals_of (settlement);

  ps_cli_table_add_column (table, _("Group"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Municipality"), PS_CLI_LEFT);
  add_amount_columns (table);
  for (guint i = 0; i < settlement->lines->len; i++)
    add_line (table, writer->settled->region, &g_array_index (settlement->lines, PsSettlementLine, i));
  ps_cli_table_add_rule (table);
  ps_cli_table_add_cell (table, _("Total"));
  ps_cli_table_add_cell (table, "");
  add_amounts (table, &totals);
  ps_cli_table_write (table, writer->text, INDENT);
}

static void
write_bands (Writer *writer, const PsScope *scope)
{
  for (guint i = 0; i < scope->bands->len; i++)
    {
      g_autofree char *label = ps_band_label (writer->settled->region, scope, i);
      g_autofree char *sentence = ps_band_sentence (writer->settled->region, scope, i);

      if (g_array_index (scope->bands, PsBand, i).amount_cents != 0)
        g_string_append_printf (writer->text, "%*s%s. %s\n", 2 * INDENT, "", label, sentence);
    }
  if (scope->deduction_cents != scope->bands_deduction_cents)
    {
      g_autofree char *capped = ps_format_money (scope->deduction_cents);

      g_string_append_printf (writer->text, "%*s", 2 * INDENT, "");
      g_string_append_printf (writer->text, _("No more than the lines can bear is deducted: %s.\n"), capped);
    }
}

static void
write_scope (Writer *writer, const PsScope *scope)
{
  const PsRegion *region = writer->settled->region;
  g_autofree char *label = ps_scope_label (region, scope);
  g_autofree char *ceiling = ps_format_money (scope->ceiling_cents);
  g_autofree char *net = ps_format_money (scope->net_cents);
  g_autofree char *ratio = ps_format_ratio (scope->net_cents, scope->ceiling_cents);
  g_autofree char *deduction = ps_format_money (scope->deduction_cents);

  g_string_append_printf (writer->text, "%*s", INDENT, "");
  /* Translators: a scope of exchange, what was produced in it, the ceiling, the share of it, the scheme, what is deducted */
  g_string_append_printf (writer->text, _("%s: %s on a ceiling of %s (%s), scheme %s: %s deducted\n"), label, net, ceiling,
                          ratio, scope->scheme != PS_NONE ? ps_region_scheme (region, scope->scheme)->name : _("none"),
                          deduction);
  write_bands (writer, scope);
}

static void
write_amount (Writer *writer, const char *label, gint64 cents)
{
  g_autofree char *amount = ps_format_money (cents);

  if (cents != 0)
    g_string_append_printf (writer->text, "%*s%s: %s\n", INDENT, "", label, amount);
}

static void
write_signals (Writer *writer, const PsSettlement *settlement)
{
  if (settlement->signals->len == 0)
    return;
  g_string_append_printf (writer->text, "%*s%s\n", INDENT, "", _("To look at:"));
  for (guint i = 0; i < settlement->signals->len; i++)
    {
      g_autofree char *sentence = ps_signal_text (writer->settled->region, &g_array_index (settlement->signals, PsSignal, i));

      g_string_append_printf (writer->text, "%*s• %s\n", 2 * INDENT, "", sentence);
    }
}

static void
write_heading (Writer *writer, const PsSettlement *settlement)
{
  const PsProvider *provider = ps_region_provider (writer->settled->region, settlement->provider);
  g_autofree char *name = ps_cli_one_line (provider->name, G_MAXINT);
  g_autofree char *through = ps_format_date (settlement->through);

  g_string_append_printf (writer->text, "\n%s\n", name);
  g_string_append_printf (writer->text, _("AGB %s, %d through %s"), provider->agb, settlement->year, through);
  if (settlement->agreement == NULL)
    g_string_append_printf (writer->text, ", %s", _("no agreement"));
  g_string_append (writer->text, "\n\n");
}

static void
write_settlement (Writer *writer, const PsSettlement *settlement)
{
  write_heading (writer, settlement);
  write_lines (writer, settlement);
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < settlement->scopes->len; i++)
    write_scope (writer, &g_array_index (settlement->scopes, PsScope, i));
  write_amount (writer, _("In dispute"), settlement->totals.disputed_cents);
  write_amount (writer, _("Carried to a later year (instalments of trajectories that run on)"),
                settlement->totals.carried_cents);
  write_signals (writer, settlement);
}

/* Adds a provider's totals to the region's; what does not fit is not shown rather than wrong. */
static void
add_up (PsSettlementLine *sum, const PsSettlementLine *line)
{
  gint64 *const sums[] = { &sum->ceiling_cents, &sum->gross_cents, &sum->norm_deduction_cents, &sum->band_deduction_cents,
                           &sum->payable_cents, &sum->paid_cents,  &sum->balance_cents,        &sum->disputed_cents };
  const gint64 parts[] = { line->ceiling_cents, line->gross_cents, line->norm_deduction_cents, line->band_deduction_cents,
                           line->payable_cents, line->paid_cents,  line->balance_cents,        line->disputed_cents };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      PsOverflow overflow = { *sums[i] == PS_NO_NUMBER };
      gint64 total = overflow.overflowed ? 0 : ps_add (*sums[i], parts[i], &overflow);

      *sums[i] = overflow.overflowed ? PS_NO_NUMBER : total;
    }
}

static void
write_summary (Writer *writer)
{
  const PsSettledYear *settled = writer->settled;
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  PsSettlementLine sum = { .agreed = TRUE };

  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  add_amount_columns (table);
  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = settlement_at (settled, i);
      PsSettlementLine totals = totals_of (settlement);

      ps_cli_table_add_cell (table, ps_region_provider (settled->region, settlement->provider)->agb);
      ps_cli_table_add_cell (table, ps_region_provider (settled->region, settlement->provider)->name);
      add_amounts (table, &totals);
      add_up (&sum, &totals);
    }
  ps_cli_table_add_rule (table);
  ps_cli_table_add_cell (table, _("Total"));
  ps_cli_table_add_cell (table, "");
  add_amounts (table, &sum);
  ps_cli_table_write (table, writer->text, 0);
}

/* The region's own totals close the page, where the eye ends. */
static void
write_totals (Writer *writer)
{
  PsSettlementLine sum = { .agreed = TRUE };

  for (guint i = 0; i < writer->settled->settlements->len; i++)
    add_up (&sum, &settlement_at (writer->settled, i)->totals);
  g_string_append_printf (writer->text, "\n%s\n", _("The region as a whole"));
  write_amount (writer, _("Gross"), sum.gross_cents);
  write_amount (writer, _("Norm duration"), negative (sum.norm_deduction_cents));
  write_amount (writer, _("Bands"), negative (sum.band_deduction_cents));
  write_amount (writer, _("Payable"), sum.payable_cents);
  write_amount (writer, _("Paid"), sum.paid_cents);
  write_amount (writer, _("Balance"), sum.balance_cents);
  write_amount (writer, _("In dispute"), sum.disputed_cents);
}

static void
write_title (Writer *writer)
{
  const PsSettledYear *settled = writer->settled;
  g_autofree char *through = ps_format_date (settled->through);

  if (settled->region->name[0] != '\0')
    g_string_append_printf (writer->text, "%s\n", settled->region->name);
  g_string_append_printf (writer->text, _("Settlement of %d through %s, amounts in euro"), settled->year, through);
  g_string_append_c (writer->text, '\n');
}

/* Text in the user's language and number format: a table of all providers first, when there are several, then each in full. */
char *
ps_cli_settle_text (const PsSettledYear *settled)
{
  Writer writer = { settled, g_string_new (NULL) };
  guint n = settled->settlements->len;

  write_title (&writer);
  if (n == 0)
    g_string_append_printf (writer.text, "\n%s\n", _("There is nothing to settle."));
  if (n > 1)
    {
      g_string_append_c (writer.text, '\n');
      write_summary (&writer);
    }
  for (guint i = 0; i < n; i++)
    write_settlement (&writer, settlement_at (settled, i));
  if (n > 1)
    write_totals (&writer);
  return g_string_free (writer.text, FALSE);
}
