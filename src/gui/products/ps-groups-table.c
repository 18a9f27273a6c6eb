/* ps-groups-table.c: the table of segments and product groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-groups-table.h"

#include <glib/gi18n-lib.h>

enum
{
  SEGMENT,
  GROUP,
  NAME,
  GROUPS,
  PRODUCTS,
  N_COLUMNS
};

static char *
count_rows (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u segment or group", "%u segments and groups", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u segment or group", "%u of %u segments and groups", n_rows), n_shown, n_rows);
}

PsTable *
ps_groups_table_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [SEGMENT] = { "segment", _("Segment"), PS_COLUMN_TEXT, 14, FALSE, TRUE },
    [GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 14, FALSE, TRUE },
    [NAME] = { "name", _("Name"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 20 },
    [GROUPS] = { "groups", _("Groups"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
    [PRODUCTS] = { "products", _("Products"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Segments and groups")));

  ps_table_set_count (table, count_rows);
  ps_table_set_export_name (table, _("product groups"));
  ps_table_set_empty (table, _("No Segments Yet"), _("Add a segment, and then its product groups."));
  return table;
}

static guint
count_products_of_group (const PsRegion *region, guint group)
{
  guint n = 0;

  for (guint i = 0; i < region->products->len; i++)
    n += ps_region_product (region, i)->group == group;
  return n;
}

static PsTableRow *
make_group (const PsRegion *region, guint place, guint *n_products)
{
  const PsProductGroup *group = ps_region_group (region, place);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) group->id, NULL, NULL);
  guint n = count_products_of_group (region, place);

  ps_table_row_set_text (row, SEGMENT, ps_region_segment (region, group->segment)->code);
  ps_table_row_set_text (row, GROUP, group->code);
  ps_table_row_set_text (row, NAME, group->name != NULL ? group->name : "");
  ps_table_row_set_number (row, PRODUCTS, n);
  *n_products += n;
  return row;
}

/* The segment's own row stands before those of its groups. */
static void
add_segment (GPtrArray *rows, const PsRegion *region, guint place)
{
  const PsSegment *segment = ps_region_segment (region, place);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) -segment->id, NULL, NULL);
  guint n_groups = 0, n_products = 0;

  g_ptr_array_add (rows, row);
  for (guint i = 0; i < region->groups->len; i++)
    if (ps_region_group (region, i)->segment == place)
      {
        n_groups++;
        g_ptr_array_add (rows, make_group (region, i, &n_products));
      }
  ps_table_row_set_text (row, SEGMENT, segment->code);
  ps_table_row_set_text (row, GROUP, _("whole segment"));
  ps_table_row_set_text (row, NAME, segment->name != NULL ? segment->name : "");
  ps_table_row_set_number (row, GROUPS, n_groups);
  ps_table_row_set_number (row, PRODUCTS, n_products);
}

GPtrArray *
ps_groups_table_rows (const PsRegion *region)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint place = 0; place < region->segments->len; place++)
    add_segment (rows, region, place);
  return rows;
}
