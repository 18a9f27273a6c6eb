/* ps-dossier-trim.c: a production without what no figure of a year can depend on (domain.md §3 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-private.h"

#include <string.h>

/* Keeps the elements of `array` that are marked, in their order. */
static void
keep_elements (GArray *array, const guint8 *keep)
{
  gsize size = g_array_get_element_size (array);
  guint n = 0;

  for (guint i = 0; i < array->len; i++)
    if (keep[i])
      {
        if (n != i)
          memcpy (array->data + (gsize) n * size, array->data + (gsize) i * size, size);
        n++;
      }
  g_array_set_size (array, n);
}

/* The same of strings: those that are not kept move to the end, and are freed with it. */
static void
keep_strings (GPtrArray *array, const guint8 *keep)
{
  guint n = 0, len = array->len;

  for (guint i = 0; i < len; i++)
    if (keep[i])
      {
        gpointer other = array->pdata[n];

        array->pdata[n++] = array->pdata[i];
        array->pdata[i] = other;
      }
  g_ptr_array_set_size (array, (int) n);
}

/* A line counts by its first day; of earlier years only what was paid of trajects can (domain.md §6, instalments). */
static gboolean
can_count (const PsRegion *region, const PsLine *line, PsDate start, PsDate through)
{
  if (line->from > through)
    return FALSE;
  return line->from >= start
         || (line->status == PS_STATUS_GRANTED && ps_region_product (region, line->product)->funding == PS_FUNDING_TRAJECT);
}

static void
trim_lines (PsProduction *production, PsMessageKeys *keys, const PsRegion *region, PsDate start, PsDate through)
{
  g_autofree guint8 *keep = g_new (guint8, production->lines->len + 1);

  for (guint i = 0; i < production->lines->len; i++)
    keep[i] = can_count (region, &g_array_index (production->lines, PsLine, i), start, through);
  keep_elements (production->lines, keep);
  if (keys == NULL)
    return;
  keep_strings (keys->references, keep);
  keep_strings (keys->declarations, keep);
}

static void
trim_advances (GArray *advances, PsDate start, PsDate through)
{
  g_autofree guint8 *keep = g_new (guint8, advances->len + 1);

  for (guint i = 0; i < advances->len; i++)
    {
      PsDate month = g_array_index (advances, PsAdvance, i).month;

      keep[i] = month >= start && month <= through;
    }
  keep_elements (advances, keep);
}

static void
trim_measurements (GArray *measurements, const PsRegion *region, PsDate start, PsDate through)
{
  g_autofree guint8 *keep = g_new (guint8, measurements->len + 1);

  for (guint i = 0; i < measurements->len; i++)
    {
      PsDate day = ps_region_peildatum (region, g_array_index (measurements, PsMeasurement, i).peildatum)->date;

      keep[i] = day >= start && day <= through;
    }
  keep_elements (measurements, keep);
}

PsDate
ps_production_last_day (const PsProduction *production, PsDate through)
{
  PsDate last = through;

  for (guint i = 0; i < production->lines->len; i++)
    last = MAX (last, g_array_index (production->lines, PsLine, i).to);
  return last;
}

/* Care that begins after the last day is of no path that a line meets, of no traject that has ended and of no place. */
static void
trim_care (PsProduction *production, PsDate last_day)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (PsCare), production->care->len);

  for (guint i = 0; i < production->assignments->len; i++)
    {
      PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);
      guint first = kept->len;

      for (guint k = 0; k < assignment->n_care; k++)
        {
          const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + k);

          if (care->start <= last_day)
            g_array_append_vals (kept, care, 1);
        }
      assignment->first_care = first;
      assignment->n_care = kept->len - first;
    }
  g_array_unref (production->care);
  production->care = kept;
}

/* Assignments that begin after it, but those with care or lines, which may have come before their assignment. */
static void
trim_assignments (PsProduction *production, PsMessageKeys *keys, PsDate last_day)
{
  guint n = production->assignments->len, place = 0;
  g_autofree guint8 *keep = g_new (guint8, n + 1);
  g_autofree guint *places = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      keep[i] = assignment->start <= last_day || assignment->n_care > 0;
    }
  for (guint i = 0; i < production->lines->len; i++)
    keep[g_array_index (production->lines, PsLine, i).assignment] = TRUE;

  for (guint i = 0; i < n; i++)
    places[i] = keep[i] ? place++ : PS_NONE;
  for (guint i = 0; i < production->lines->len; i++)
    {
      PsLine *line = &g_array_index (production->lines, PsLine, i);

      line->assignment = places[line->assignment];
    }
  keep_elements (production->assignments, keep);
  if (keys != NULL)
    keep_strings (keys->assignments, keep);
}

/**
 * ps_production_trim: takes out what no figure of the year up to `through` can depend on, so that what comes in later does not
 * make it look changed.
 * @keys: (nullable): the words of the same rows, which follow; clients stay as they are
 *
 * Lines of earlier years stay where they can be instalments; lines, advances and measurements after `through` go, and assignments
 * and care that begin after the last day that any line left reaches.
 */
void
ps_production_trim (PsProduction *production, PsMessageKeys *keys, const PsRegion *region, int year, PsDate through)
{
  PsDate start = ps_date_year_start (year), last_day;

  trim_lines (production, keys, region, start, through);
  trim_advances (production->advances, start, through);
  trim_measurements (production->measurements, region, start, through);
  last_day = ps_production_last_day (production, through);
  trim_care (production, last_day);
  trim_assignments (production, keys, last_day);
}
