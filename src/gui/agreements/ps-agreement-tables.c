/* ps-agreement-tables.c: the lines of a version, and the difference between two, as tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-tables"

#include "ps-agreement-tables.h"

#include <glib/gi18n-lib.h>

#include "ps-agreement-data.h"

/* Lines */

static char *
count_lines (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u line", "%u lines", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u line", "%u of %u lines", n_rows), n_shown, n_rows);
}

PsTable *
ps_agreed_table_new (void)
{
  const PsColumn columns[PS_N_AGREED_COLUMNS] = {
    [PS_AGREED_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 10, FALSE, TRUE, 0 },
    [PS_AGREED_NAME] = { "name", _("Name"), PS_COLUMN_TEXT, 16, FALSE, FALSE, 0 },
    [PS_AGREED_MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 12 },
    [PS_AGREED_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 10, TRUE, TRUE },
    [PS_AGREED_LAST] = { "last", _("Last year"), PS_COLUMN_MONEY, 10, TRUE, FALSE },
    [PS_AGREED_GROWTH] = { "growth", _("Difference"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [PS_AGREED_PLACES] = { "places", _("Places"), PS_COLUMN_VOLUME, 5, TRUE, FALSE },
    [PS_AGREED_LUMP_SUM] = { "lump-sum", _("Lump sum"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [PS_AGREED_SCHEME] = { "scheme", _("Scheme"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Lines of the agreement")));

  ps_table_set_count (table, count_lines);
  ps_table_set_empty (table, _("No Lines"), _("Nothing is agreed yet: give ceilings in the grid."));
  return table;
}

static PsTableRow *
make_line_row (const PsRegion *region, const PsAgreementLine *line, const PsAgreement *last, guint id)
{
  const PsProductGroup *group = ps_region_group (region, line->group);
  const PsAgreementLine *then = last != NULL ? ps_agreement_find_line (last, line->group, line->municipality) : NULL;
  gint64 before = then != NULL ? then->ceiling_cents : PS_NO_NUMBER;
  PsTableRow *row = ps_table_row_new (PS_N_AGREED_COLUMNS, id, NULL, NULL);

  ps_table_row_set_text (row, PS_AGREED_GROUP, group->code);
  ps_table_row_set_text (row, PS_AGREED_NAME, group->name != NULL ? group->name : "");
  ps_table_row_set_text (row, PS_AGREED_MUNICIPALITY, ps_region_municipality (region, line->municipality)->name);
  ps_table_row_set_number (row, PS_AGREED_CEILING, line->ceiling_cents);
  ps_table_row_set_number (row, PS_AGREED_LAST, before);
  ps_table_row_set_number (row, PS_AGREED_GROWTH, ps_agreement_growth_bp (before, line->ceiling_cents));
  ps_table_row_set_number (row, PS_AGREED_PLACES, line->places_milli);
  ps_table_row_set_text (row, PS_AGREED_LUMP_SUM, line->lump_sum ? ps_words_label (PS_WORDS_YES_NO, 1) : "");
  ps_table_row_set_text (row, PS_AGREED_SCHEME, line->scheme != PS_NONE ? ps_region_scheme (region, line->scheme)->name : "");
  return row;
}

GPtrArray *
ps_agreed_table_rows (const PsRegion *region, const PsAgreement *terms, const PsAgreement *last)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < terms->lines->len; i++)
    g_ptr_array_add (rows, make_line_row (region, &g_array_index (terms->lines, PsAgreementLine, i), last, i));
  return rows;
}

/* Differences */

static char *
count_differences (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u difference", "%u differences", n_shown), n_shown);
}

PsTable *
ps_difference_table_new (void)
{
  const PsColumn columns[PS_N_DIFFERENCE_COLUMNS] = {
    [PS_DIFFERENCE_WHERE] = { "where", _("Where"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 12 },
    [PS_DIFFERENCE_WHAT] = { "what", _("What"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
    [PS_DIFFERENCE_BEFORE] = { "before", _("From"), PS_COLUMN_TEXT, 18, FALSE, FALSE },
    [PS_DIFFERENCE_AFTER] = { "after", _("To"), PS_COLUMN_TEXT, 18, FALSE, FALSE },
    [PS_DIFFERENCE_CHANGE] = { "change", _("Change in euro"), PS_COLUMN_MONEY, 10, TRUE, TRUE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Differences")));

  ps_table_set_count (table, count_differences);
  ps_table_set_empty (table, _("No Difference"), _("These two versions are the same."));
  return table;
}

static char *
where_of (const PsRegion *region, const PsDifference *difference)
{
  if (difference->group == PS_NONE)
    return g_strdup (_("Whole agreement"));
  return g_strdup_printf ("%s, %s", ps_region_group (region, difference->group)->code,
                          ps_region_municipality (region, difference->municipality)->name);
}

GPtrArray *
ps_difference_table_rows (const PsRegion *region, GPtrArray *differences)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < differences->len; i++)
    {
      const PsDifference *difference = g_ptr_array_index (differences, i);
      PsTableRow *row = ps_table_row_new (PS_N_DIFFERENCE_COLUMNS, i, NULL, NULL);
      g_autofree char *where = where_of (region, difference);

      ps_table_row_set_text (row, PS_DIFFERENCE_WHERE, where);
      ps_table_row_set_text (row, PS_DIFFERENCE_WHAT, difference->what);
      ps_table_row_set_text (row, PS_DIFFERENCE_BEFORE, difference->before != NULL ? difference->before : "–");
      ps_table_row_set_text (row, PS_DIFFERENCE_AFTER, difference->after != NULL ? difference->after : "–");
      ps_table_row_set_number (row, PS_DIFFERENCE_CHANGE, difference->change_cents);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
