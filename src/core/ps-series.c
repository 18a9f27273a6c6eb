/* ps-series.c: what a chart draws: some series over the same categories
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-series.h"

#include <string.h>

#include "ps-format.h"

static void
series_free (PsSeries *series)
{
  g_free (series->label);
  g_free (series->values);
  g_free (series);
}

/**
 * ps_series_set_new: no categories and no series yet; bars and rows begin at 0. Free with ps_series_set_free().
 * @title: translated: what it shows
 * @first_heading: translated: what its categories are
 */
PsSeriesSet *
ps_series_set_new (PsShape shape, PsValueKind kind, const char *title, const char *first_heading)
{
  PsSeriesSet *set = g_new0 (PsSeriesSet, 1);

  set->shape = shape;
  set->kind = kind;
  set->title = g_strdup (title);
  set->first_heading = g_strdup (first_heading);
  set->categories = g_ptr_array_new_with_free_func (g_free);
  set->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  set->zero_based = shape != PS_SHAPE_LINES;
  return set;
}

void
ps_series_set_free (PsSeriesSet *set)
{
  if (set == NULL)
    return;
  g_free (set->title);
  g_free (set->note);
  g_free (set->file_name);
  g_free (set->first_heading);
  g_ptr_array_unref (set->categories);
  g_clear_pointer (&set->long_categories, g_ptr_array_unref);
  g_ptr_array_unref (set->series);
  g_free (set);
}

/**
 * ps_series_set_copy: the same once more, nothing shared.
 *
 * Returns: (transfer full)
 */
PsSeriesSet *
ps_series_set_copy (const PsSeriesSet *set)
{
  PsSeriesSet *copy = ps_series_set_new (set->shape, set->kind, set->title, set->first_heading);

  copy->note = g_strdup (set->note);
  copy->file_name = g_strdup (set->file_name);
  copy->zero_based = set->zero_based;
  for (guint i = 0; i < set->categories->len; i++)
    ps_series_set_add_category (copy, set->categories->pdata[i],
                                set->long_categories != NULL ? set->long_categories->pdata[i] : NULL);
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = set->series->pdata[i];

      memcpy (ps_series_set_add (copy, series->role, series->label)->values, series->values,
              sizeof (gint64) * set->categories->len);
    }
  return copy;
}

/* From the first long one on, every category has one. */
static void
add_long_category (PsSeriesSet *set, const char *category, const char *long_category)
{
  if (set->long_categories == NULL && long_category == NULL)
    return;
  if (set->long_categories == NULL)
    {
      set->long_categories = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < set->categories->len; i++)
        g_ptr_array_add (set->long_categories, g_strdup (set->categories->pdata[i]));
    }
  g_ptr_array_add (set->long_categories, g_strdup (long_category != NULL ? long_category : category));
}

/**
 * ps_series_set_add_category: one more place on the axis; before any series.
 * @long_category: (nullable): what is announced; NULL: as `category`
 */
void
ps_series_set_add_category (PsSeriesSet *set, const char *category, const char *long_category)
{
  g_assert (set->series->len == 0);

  add_long_category (set, category, long_category);
  g_ptr_array_add (set->categories, g_strdup (category));
}

/**
 * ps_series_set_add_months: the twelve months of a year; before any series.
 */
void
ps_series_set_add_months (PsSeriesSet *set, int year)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *announced = g_strdup_printf ("%s %d", ps_format_month_long (month), year);

      ps_series_set_add_category (set, ps_format_month (month), announced);
    }
}

/**
 * ps_series_set_add: a series of which nothing is known yet, a value for each category that there is.
 * @label: translated
 *
 * Returns: (transfer none)
 */
PsSeries *
ps_series_set_add (PsSeriesSet *set, PsSeriesRole role, const char *label)
{
  PsSeries *series = g_new0 (PsSeries, 1);

  series->label = g_strdup (label);
  series->role = role;
  series->values = g_new (gint64, MAX (set->categories->len, 1));
  for (guint i = 0; i < MAX (set->categories->len, 1); i++)
    series->values[i] = PS_NO_NUMBER;
  g_ptr_array_add (set->series, series);
  return series;
}

/**
 * ps_series_set_long_category: a category as it is announced.
 */
const char *
ps_series_set_long_category (const PsSeriesSet *set, guint place)
{
  const GPtrArray *categories = set->long_categories != NULL ? set->long_categories : set->categories;

  g_assert (place < categories->len);
  return categories->pdata[place];
}

/**
 * ps_series_set_find: the first series of a role; NULL where there is none.
 */
const PsSeries *
ps_series_set_find (const PsSeriesSet *set, PsSeriesRole role)
{
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = set->series->pdata[i];

      if (series->role == role)
        return series;
    }
  return NULL;
}

/**
 * ps_series_set_is_empty: whether there is no value at all; a 0 is one.
 */
gboolean
ps_series_set_is_empty (const PsSeriesSet *set)
{
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = set->series->pdata[i];

      for (guint j = 0; j < set->categories->len; j++)
        if (series->values[j] != PS_NO_NUMBER)
          return FALSE;
    }
  return TRUE;
}
