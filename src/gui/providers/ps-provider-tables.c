/* ps-provider-tables.c: the tables of a provider's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-tables"

#include "ps-provider-tables.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Used: ceiling and realised of each product group */

enum
{
  USED_GROUP,
  USED_CEILING,
  USED_NET,
  USED_SHARE,
  N_USED
};

static char *
count_used (guint n_shown, guint n_rows)
{
  return g_strdup (_("Total"));
}

PsTable *
ps_used_table_new (void)
{
  const PsColumn columns[N_USED] = {
    { "group", _("Group"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 5 },
    { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
    { "net", _("Net"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
    { "used", _("Used"), PS_COLUMN_PERCENT, 5, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_USED, _("Agreement by product group")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_used);
  ps_table_set_empty (table, _("No agreement"), _("Nothing was agreed or produced this year."));
  return table;
}

static void
add_used_row (GPtrArray *rows, const PsRegion *region, guint group, gint64 ceiling, gint64 realised, gboolean agreed)
{
  PsTableRow *row = ps_table_row_new (N_USED, group, NULL, NULL);
  PsOverflow overflow = { FALSE };

  ps_table_row_set_text (row, USED_GROUP, ps_region_group (region, group)->code);
  ps_table_row_set_number (row, USED_CEILING, agreed ? ceiling : PS_NO_NUMBER);
  ps_table_row_set_number (row, USED_NET, realised);
  if (agreed && ceiling != 0)
    ps_table_row_set_number (row, USED_SHARE, ps_round_div ((PsWide) realised * 1000, ceiling, &overflow) * (PS_FULL_BP / 1000));
  g_ptr_array_add (rows, row);
}

/* The lines are sorted by group: those of one group follow each other. */
GPtrArray *
ps_used_table_rows (const PsRegion *region, const PsSettlement *settlement)
{
  GPtrArray *rows = new_rows ();
  guint n = settlement != NULL ? settlement->lines->len : 0;

  for (guint i = 0; i < n;)
    {
      guint group = g_array_index (settlement->lines, PsSettlementLine, i).group;
      gint64 ceiling = 0, realised = 0;
      gboolean agreed = FALSE;

      for (; i < n && g_array_index (settlement->lines, PsSettlementLine, i).group == group; i++)
        {
          const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

          agreed |= line->agreed;
          ceiling += line->agreed ? line->ceiling_cents : 0;
          realised += line->net_cents;
        }
      add_used_row (rows, region, group, ceiling, realised, agreed);
    }
  return rows;
}

/* The agreement's lines */

enum
{
  LINE_GROUP,
  LINE_MUNICIPALITY,
  LINE_FUNDING,
  LINE_CEILING,
  LINE_PLACES,
  LINE_SCHEME,
  N_AGREEMENT
};

PsTable *
ps_agreement_table_new (void)
{
  const PsColumn columns[N_AGREEMENT] = {
    { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, TRUE },
    { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE },
    { "funding", _("Funding"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 15, TRUE, FALSE },
    { "places", _("Places"), PS_COLUMN_VOLUME, 9, TRUE, FALSE },
    { "scheme", _("Scheme"), PS_COLUMN_TEXT, 26, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_AGREEMENT, _("Agreement lines")));

  ps_table_set_export_name (table, _("agreement"));
  ps_table_set_empty (table, _("No agreement this year"),
                      _("What this provider produces is paid in full, without deductions."));
  return table;
}

GPtrArray *
ps_agreement_table_rows (const PsRegion *region, const PsAgreement *agreement)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; agreement != NULL && i < agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);
      PsTableRow *row = ps_table_row_new (N_AGREEMENT, i, NULL, NULL);

      ps_table_row_set_text (row, LINE_GROUP, ps_region_group (region, line->group)->code);
      ps_table_row_set_text (row, LINE_MUNICIPALITY, ps_region_municipality (region, line->municipality)->name);
      ps_table_row_set_text (row, LINE_FUNDING, line->lump_sum ? _("lump sum") : _("by production"));
      ps_table_row_set_number (row, LINE_CEILING, line->ceiling_cents);
      ps_table_row_set_number (row, LINE_PLACES, line->places_milli);
      if (line->scheme != PS_NONE && !line->lump_sum)
        ps_table_row_set_text (row, LINE_SCHEME, ps_region_scheme (region, line->scheme)->name);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Owned by the caller. */
char *
ps_agreement_terms (const PsRegion *region, const PsAgreement *agreement)
{
  int under = agreement->under_bp >= 0 ? agreement->under_bp : region->under_bp;
  int over = agreement->over_bp >= 0 ? agreement->over_bp : region->over_bp;
  g_autofree char *from = ps_format_percent (PS_FULL_BP - under);
  g_autofree char *to = ps_format_percent (PS_FULL_BP + over);

  return g_strdup_printf (_("Exchange: %s. Division of deductions: by %s. Bandwidth: %s to %s of the ceiling. Places: %s."),
                          ps_words_label (PS_WORDS_EXCHANGE, agreement->exchange),
                          ps_words_label (PS_WORDS_DIVISION_KEY, agreement->key), from, to,
                          ps_words_label (PS_WORDS_PLACE_MEASURING, agreement->measuring));
}

/* Production */

enum
{
  PROD_GROUP,
  PROD_MUNICIPALITY,
  PROD_CEILING,
  PROD_GROSS,
  PROD_NORM,
  PROD_NET,
  PROD_DISPUTED,
  PROD_CARRIED,
  N_PRODUCTION
};

PsTable *
ps_production_table_new (void)
{
  const PsColumn columns[N_PRODUCTION] = {
    { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, TRUE },
    { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE },
    { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 14, TRUE, FALSE },
    { "gross", _("Gross"), PS_COLUMN_MONEY, 14, TRUE, FALSE },
    { "norm", _("Norm duration"), PS_COLUMN_MONEY, 14, TRUE, FALSE },
    { "net", _("Net"), PS_COLUMN_MONEY, 14, TRUE, TRUE },
    { "disputed", _("Disputed"), PS_COLUMN_MONEY, 13, TRUE, FALSE },
    { "carried", _("Carried"), PS_COLUMN_MONEY, 13, TRUE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_PRODUCTION, _("Production")));

  ps_table_set_export_name (table, _("production"));
  ps_table_set_empty (table, _("Nothing produced"), _("Nothing was agreed or declared this year."));
  return table;
}

GPtrArray *
ps_production_table_rows (const PsRegion *region, const PsSettlement *settlement)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; settlement != NULL && i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      PsTableRow *row = ps_table_row_new (N_PRODUCTION, i, NULL, NULL);

      ps_table_row_set_text (row, PROD_GROUP, ps_region_group (region, line->group)->code);
      ps_table_row_set_text (row, PROD_MUNICIPALITY, ps_region_municipality (region, line->municipality)->name);
      ps_table_row_set_number (row, PROD_CEILING, line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
      ps_table_row_set_number (row, PROD_GROSS, line->gross_cents);
      ps_table_row_set_number (row, PROD_NORM, -line->norm_deduction_cents);
      ps_table_row_set_number (row, PROD_NET, line->net_cents);
      ps_table_row_set_number (row, PROD_DISPUTED, line->disputed_cents);
      ps_table_row_set_number (row, PROD_CARRIED, line->carried_cents);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
