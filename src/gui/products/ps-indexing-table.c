/* ps-indexing-table.c: every old and new tariff of a round of indexing, and those left alone with why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-preview.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

enum
{
  PRODUCT,
  NAME,
  WHOSE,
  TAKES_PART,
  OLD,
  NEW,
  DIFFERENCE,
  FROM,
  UNTIL,
  WHAT,
  N_COLUMNS
};

static char *
count_tariffs (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u tariff", "%u tariffs", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u tariff", "%u of %u tariffs", n_rows), n_shown, n_rows);
}

PsTable *
ps_indexing_table_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 9, FALSE, TRUE },
    [NAME] = { "name", _("Name"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 12 },
    [WHOSE] = { "whose", _("Tariff of"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
    [TAKES_PART] = { "takes-part", _("Index"), PS_COLUMN_TEXT, 5, FALSE, FALSE },
    [OLD] = { "old", _("Now"), PS_COLUMN_TARIFF, 10, FALSE, FALSE },
    [NEW] = { "new", _("New"), PS_COLUMN_TARIFF, 10, FALSE, TRUE },
    [DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_TARIFF, 9, FALSE, FALSE },
    [FROM] = { "from", _("Since"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [UNTIL] = { "until", _("Until"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [WHAT] = { "what", _("What happens"), PS_COLUMN_TEXT, 30, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Tariffs to index")));

  ps_table_set_count (table, count_tariffs);
  ps_table_set_export_name (table, _("indexing"));
  ps_table_set_empty (table, _("Nothing to Index Yet"), _("Fill in the rates: here follows every old and new tariff."));
  return table;
}

/* Why it is left alone, or until when the new one lasts. */
static char *
what_text (const PsProduct *product, const PsTariff *tariff, const PsIndexedTariff *indexed, PsDate starts_on, gboolean left_out)
{
  g_autofree char *start = ps_format_date (tariff->from);
  g_autofree char *end = ps_format_date (tariff->to);
  g_autofree char *until = ps_format_date (indexed->new_to);

  if (indexed->outcome == PS_INDEX_ENDED)
    /* Translators: a date */
    return g_strdup_printf (_("ends on %s: not revived"), end);
  if (indexed->outcome == PS_INDEX_PRODUCT_ENDED)
    {
      g_autofree char *last = ps_format_date (product->ended_on);

      /* Translators: a date */
      return g_strdup_printf (_("the product ends on %s: left as it is"), last);
    }
  if (indexed->outcome == PS_INDEX_LATER && indexed->blocked)
    return g_strdup (_("the next tariff starts that day: left as it is"));
  if (indexed->outcome == PS_INDEX_LATER)
    /* Translators: a date */
    return g_strdup_printf (_("starts on %s: left as it is"), start);
  if (left_out)
    return g_strdup (_("left out: goes on unchanged"));
  if (indexed->blocked)
    /* Translators: a date */
    return g_strdup_printf (_("until the next tariff, %s"), until);
  return g_strdup (_("indexed"));
}

static void
set_new (PsTableRow *row, const PsTariff *tariff, const PsIndexedTariff *indexed)
{
  PsOverflow overflow = { FALSE };
  gint64 difference_e4 = ps_subtract (indexed->new_e4, tariff->tariff_e4, &overflow);

  ps_table_row_set_number (row, NEW, indexed->new_e4);
  ps_table_row_set_number (row, DIFFERENCE, overflow.overflowed ? PS_NO_NUMBER : difference_e4);
  if (indexed->new_to != PS_DATE_OPEN)
    ps_table_row_set_number (row, UNTIL, indexed->new_to);
}

PsTableRow *
ps_indexing_table_row (const PsRegion *region, const PsIndexedTariff *indexed, guint64 id, PsDate starts_on, gboolean left_out)
{
  const PsTariff *tariff = ps_region_tariff (region, indexed->tariff);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, id, NULL, NULL);
  g_autofree char *what = what_text (ps_region_product (region, tariff->product), tariff, indexed, starts_on, left_out);
  gboolean takes_part = indexed->outcome == PS_INDEXED && !left_out;

  ps_table_row_set_text (row, PRODUCT, ps_region_product (region, tariff->product)->code);
  ps_table_row_set_text (row, NAME, ps_region_product (region, tariff->product)->name);
  ps_table_row_set_text (
      row, WHOSE, tariff->provider == PS_NONE ? C_("tariff of", "region") : ps_region_provider (region, tariff->provider)->name);
  ps_table_row_set_text (row, TAKES_PART, takes_part ? _("yes") : indexed->outcome == PS_INDEXED ? _("no") : "–");
  ps_table_row_set_number (row, FROM, tariff->from);
  ps_table_row_set_number (row, OLD, tariff->tariff_e4);
  if (takes_part)
    set_new (row, tariff, indexed);
  ps_table_row_set_text (row, WHAT, what);
  return row;
}
