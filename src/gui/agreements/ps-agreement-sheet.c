/* ps-agreement-sheet.c: what the grid shows: the lines of one version, as rows of product groups and columns of municipalities
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-sheet"

#include "ps-agreement-sheet.h"

#include "core/ps-settling.h"

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

static guint
find_place (const GArray *places, guint place)
{
  guint at;

  return g_array_binary_search ((GArray *) places, &place, compare_places, &at) ? at : PS_NONE;
}

static void
add_place (GArray *places, guint place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return;
  g_array_append_val (places, place);
}

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

PsAgreementSheet *
ps_agreement_sheet_new (const PsRegion *region, const PsAgreement *terms, const GArray *added_groups,
                        const GArray *added_municipalities)
{
  PsAgreementSheet *sheet = g_new0 (PsAgreementSheet, 1);

  sheet->region = region;
  sheet->terms = ps_agreement_copy (terms);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < terms->lines->len; i++)
    {
      add_place (sheet->rows, g_array_index (terms->lines, PsAgreementLine, i).group);
      add_place (sheet->columns, g_array_index (terms->lines, PsAgreementLine, i).municipality);
    }
  for (guint i = 0; i < region->groups->len; i++)
    if (has_id (added_groups, ps_region_group (region, i)->id))
      add_place (sheet->rows, i);
  for (guint i = 0; i < region->municipalities->len; i++)
    if (has_id (added_municipalities, ps_region_municipality (region, i)->id))
      add_place (sheet->columns, i);
  g_array_sort (sheet->rows, compare_places);
  g_array_sort (sheet->columns, compare_places);
  return sheet;
}

void
ps_agreement_sheet_free (PsAgreementSheet *sheet)
{
  ps_agreement_free (sheet->terms);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->columns);
  g_free (sheet);
}

guint
ps_agreement_sheet_group (const PsAgreementSheet *sheet, guint row)
{
  return g_array_index (sheet->rows, guint, row);
}

guint
ps_agreement_sheet_municipality (const PsAgreementSheet *sheet, guint column)
{
  return g_array_index (sheet->columns, guint, column);
}

guint
ps_agreement_sheet_find_row (const PsAgreementSheet *sheet, guint group)
{
  return find_place (sheet->rows, group);
}

guint
ps_agreement_sheet_find_column (const PsAgreementSheet *sheet, guint municipality)
{
  return find_place (sheet->columns, municipality);
}

const PsAgreementLine *
ps_agreement_sheet_line (const PsAgreementSheet *sheet, guint row, guint column)
{
  return ps_agreement_find_line (sheet->terms, ps_agreement_sheet_group (sheet, row),
                                 ps_agreement_sheet_municipality (sheet, column));
}

/* Where a line of that group and municipality is, or belongs. */
static guint
place_of_line (const PsAgreementSheet *sheet, guint group, guint municipality, gboolean *there)
{
  const GArray *lines = sheet->terms->lines;
  guint i = 0;

  for (; i < lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (lines, PsAgreementLine, i);

      if (line->group > group || (line->group == group && line->municipality >= municipality))
        break;
    }
  *there = i < lines->len && g_array_index (lines, PsAgreementLine, i).group == group
           && g_array_index (lines, PsAgreementLine, i).municipality == municipality;
  return i;
}

void
ps_agreement_sheet_put (PsAgreementSheet *sheet, const PsAgreementLine *line)
{
  gboolean there;
  guint place = place_of_line (sheet, line->group, line->municipality, &there);

  if (there)
    g_array_index (sheet->terms->lines, PsAgreementLine, place) = *line;
  else
    g_array_insert_val (sheet->terms->lines, place, *line);
}

void
ps_agreement_sheet_remove (PsAgreementSheet *sheet, guint group, guint municipality)
{
  gboolean there;
  guint place = place_of_line (sheet, group, municipality, &there);

  if (there)
    g_array_remove_index (sheet->terms->lines, place);
}

static gint64
add_number (gint64 sum, gint64 number, PsOverflow *overflow)
{
  if (number == PS_NO_NUMBER)
    return sum;
  return sum == PS_NO_NUMBER ? number : ps_add (sum, number, overflow);
}

PsSheetSum
ps_agreement_sheet_sum (const PsAgreementSheet *sheet, guint row, guint column)
{
  guint group = row == PS_NONE ? PS_NONE : ps_agreement_sheet_group (sheet, row);
  guint municipality = column == PS_NONE ? PS_NONE : ps_agreement_sheet_municipality (sheet, column);
  PsSheetSum sum = { PS_NO_NUMBER, PS_NO_NUMBER };
  PsOverflow overflow = { FALSE };

  for (guint i = 0; i < sheet->terms->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (sheet->terms->lines, PsAgreementLine, i);

      if ((group != PS_NONE && line->group != group) || (municipality != PS_NONE && line->municipality != municipality))
        continue;
      sum.cents = add_number (sum.cents, line->ceiling_cents, &overflow);
      sum.places_milli = add_number (sum.places_milli, line->places_milli, &overflow);
    }
  if (overflow.overflowed)
    sum = (PsSheetSum){ PS_NO_NUMBER, PS_NO_NUMBER };
  return sum;
}

gboolean
ps_agreement_sheet_same_scope (const PsAgreementSheet *sheet, const PsAgreementLine *a, const PsAgreementLine *b)
{
  return ps_scope_is_same (sheet->region, sheet->terms->exchange, a->group, a->municipality, b->group, b->municipality);
}

PsAgreementLine
ps_agreement_sheet_new_line (const PsAgreementSheet *sheet, guint group, guint municipality)
{
  PsAgreementLine line = { .group = group, .municipality = municipality, .places_milli = PS_NO_NUMBER, .scheme = PS_NONE };

  for (guint i = 0; i < sheet->terms->lines->len; i++)
    {
      const PsAgreementLine *other = &g_array_index (sheet->terms->lines, PsAgreementLine, i);

      if (!other->lump_sum && ps_agreement_sheet_same_scope (sheet, other, &line))
        {
          line.scheme = other->scheme;
          break;
        }
    }
  return line;
}
