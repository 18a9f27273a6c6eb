/* ps-peil-grid-columns.c: the columns of the grid: which there is room for, and how wide they are
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include "core/ps-format.h"

#define LEAST_PROVIDER 110 /* pixels, where there is no room */
#define MOST_PROVIDER 230
#define MOST_MUNICIPALITY 130
#define LEAST_MUNICIPALITY 84
#define LEAST_MOVING 80

/* What is shown where there is no room for all, from the most to the least. */
typedef enum
{
  LEVEL_ALL,
  LEVEL_NO_WAITING,
  LEVEL_NO_DIFFERENCE,
  LEVEL_ENTERED
} Level;

guint
_ps_peil_column (PsMeasure measure, PsPeilFace face)
{
  return PS_PEIL_N_KEYS + (guint) measure * PS_PEIL_N_FACES + (guint) face;
}

PsMeasure
_ps_peil_column_measure (guint column)
{
  return (PsMeasure) ((column - PS_PEIL_N_KEYS) / PS_PEIL_N_FACES);
}

PsPeilFace
_ps_peil_column_face (guint column)
{
  return (PsPeilFace) ((column - PS_PEIL_N_KEYS) % PS_PEIL_N_FACES);
}

/* The columns under a heading; the last one is of both measures of waiting. */
void
_ps_peil_group_span (guint group, guint *first, guint *last)
{
  PsMeasure until = group == PS_PEIL_N_GROUPS - 1 ? PS_MEASURE_WAITING_DAYS : (PsMeasure) group;

  *first = _ps_peil_column ((PsMeasure) group, PS_PEIL_ENTERED);
  *last = _ps_peil_column (until, PS_PEIL_DIFFERENCE);
}

/* Wishes */

static int
wish_of (PsPeilGrid *self, const char *text)
{
  ps_grid_cell_set_text (PS_GRID_CELL (self->ruler), text, NULL, "");
  return ps_grid_cell_get_wish (PS_GRID_CELL (self->ruler));
}

static void
widen_to (PsPeilGrid *self, guint column, const char *text)
{
  self->wishes[column] = MAX (self->wishes[column], wish_of (self, text));
}

static void
widen_to_value (PsPeilGrid *self, guint column, gint64 value)
{
  PsMeasure measure = _ps_peil_column_measure (column);
  g_autofree char *text = NULL, *marked = NULL;

  if (value == PS_NO_NUMBER)
    return;
  text = _ps_peil_column_face (column) == PS_PEIL_DIFFERENCE ? _ps_peil_format_difference (measure, value)
                                                             : ps_measure_format (measure, value);
  marked = g_strconcat ("◆ ", text, NULL);
  widen_to (self, column, _ps_peil_column_face (column) == PS_PEIL_ENTERED ? marked : text);
}

static gint64
value_at (const PsPeilRow *row, PsMeasure measure, PsPeilFace face)
{
  gint64 entered = row->entered[measure], computed = row->computed[measure], difference;

  if (face != PS_PEIL_DIFFERENCE)
    return face == PS_PEIL_ENTERED ? entered : computed;
  if (entered == PS_NO_NUMBER || computed == PS_NO_NUMBER || __builtin_sub_overflow (entered, computed, &difference))
    return PS_NO_NUMBER;
  return difference;
}

/* Places may have a third decimal. */
static gboolean
is_precise (PsMeasure measure, gint64 value)
{
  return measure == PS_MEASURE_PLACES && value % 10 != 0;
}

/* Digits are all as wide: the largest and the smallest number are the longest. */
static void
measure_values (PsPeilGrid *self, guint column)
{
  static const gint64 usual[PS_N_MEASURES] = { 100, 99990, 10000000, 99, 99 };
  PsMeasure measure = _ps_peil_column_measure (column);
  PsPeilFace face = _ps_peil_column_face (column);
  gint64 least = 0, most = face == PS_PEIL_DIFFERENCE ? usual[measure] / 10 : usual[measure], precise = PS_NO_NUMBER;

  for (guint i = 0; self->sheet != NULL && i < self->sheet->rows->len; i++)
    {
      gint64 value = value_at (&g_array_index (self->sheet->rows, PsPeilRow, i), measure, face);

      if (value == PS_NO_NUMBER)
        continue;
      least = MIN (least, value);
      most = MAX (most, value);
      if (is_precise (measure, value) && (precise == PS_NO_NUMBER || ABS (value) > ABS (precise)))
        precise = value;
    }
  self->least[column] = least;
  self->most[column] = most;
  widen_to_value (self, column, most);
  widen_to_value (self, column, least);
  widen_to_value (self, column, precise);
}

static const char *
longer (const char *a, const char *b)
{
  return a == NULL || g_utf8_strlen (b, -1) > g_utf8_strlen (a, -1) ? b : a;
}

static void
measure_keys (PsPeilGrid *self)
{
  const char *texts[PS_PEIL_N_KEYS] = { NULL };

  for (guint i = 0; self->sheet != NULL && i < self->sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (self->sheet->rows, PsPeilRow, i);

      texts[PS_PEIL_PROVIDER] = longer (texts[PS_PEIL_PROVIDER], ps_region_provider (self->sheet->region, row->provider)->name);
      texts[PS_PEIL_PRODUCT] = longer (texts[PS_PEIL_PRODUCT], ps_region_product (self->sheet->region, row->product)->code);
      texts[PS_PEIL_MUNICIPALITY] =
          longer (texts[PS_PEIL_MUNICIPALITY], ps_region_municipality (self->sheet->region, row->municipality)->name);
    }
  for (guint i = 0; i < PS_PEIL_N_KEYS; i++)
    if (texts[i] != NULL)
      widen_to (self, i, texts[i]);
  self->wishes[PS_PEIL_PROVIDER] = CLAMP (self->wishes[PS_PEIL_PROVIDER], LEAST_PROVIDER, MOST_PROVIDER);
  self->wishes[PS_PEIL_MUNICIPALITY] = MIN (self->wishes[PS_PEIL_MUNICIPALITY], MOST_MUNICIPALITY);
}

static int
height_of (GtkWidget *cell)
{
  int natural;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_heights (PsPeilGrid *self)
{
  ps_grid_cell_set_text (PS_GRID_CELL (self->ruler), "◆ 0", NULL, "");
  self->grid.row_height = MAX (height_of (self->ruler), height_of (self->totals[PS_PEIL_PROVIDER]));
  self->group_height = height_of (self->groups[0]);
  self->grid.head_height = self->group_height;
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    self->grid.head_height = MAX (self->grid.head_height, self->group_height + height_of (self->heads[i]));
}

/* How wide each column would be, over all rows of the sheet: a filter does not move them. */
void
_ps_peil_measure_columns (PsPeilGrid *self)
{
  self->grid.measure_wanted = FALSE;
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      self->wishes[i] = ps_grid_cell_get_wish (PS_GRID_CELL (self->heads[i]));
      if (i >= PS_PEIL_N_KEYS)
        measure_values (self, i);
    }
  measure_keys (self);
  measure_heights (self);
}

static void
widen_column (PsPeilGrid *self, guint column, gint64 value)
{
  int was = self->wishes[column];

  if (value == PS_NO_NUMBER
      || (value >= self->least[column] && value <= self->most[column] && !is_precise (_ps_peil_column_measure (column), value)))
    return;
  self->least[column] = MIN (self->least[column], value);
  self->most[column] = MAX (self->most[column], value);
  widen_to_value (self, column, value);
  if (self->wishes[column] > was)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A value that is typed may need more room. */
void
_ps_peil_widen (PsPeilGrid *self, PsMeasure measure, const PsPeilRow *row)
{
  for (PsPeilFace face = PS_PEIL_ENTERED; face <= PS_PEIL_DIFFERENCE; face++)
    widen_column (self, _ps_peil_column (measure, face), value_at (row, measure, face));
}

/* Fitting */

static gboolean
is_in_level (guint column, Level level)
{
  PsMeasure measure;
  PsPeilFace face;

  if (column < PS_PEIL_N_KEYS)
    return TRUE;
  measure = _ps_peil_column_measure (column);
  face = _ps_peil_column_face (column);
  if (face == PS_PEIL_ENTERED || level == LEVEL_ALL)
    return TRUE;
  if (level == LEVEL_ENTERED || measure >= PS_MEASURE_WAITING)
    return FALSE;
  return level == LEVEL_NO_WAITING || face == PS_PEIL_COMPUTED;
}

/* A total may be wider than what it adds up. */
static int
wish_at (PsPeilGrid *self, guint column)
{
  int total = column >= PS_PEIL_N_KEYS ? ps_grid_cell_get_wish (PS_GRID_CELL (self->totals[column])) : 0;

  return MAX (self->wishes[column], total);
}

/* Names can be cut off: all of them are in the tooltip. */
static int
least_at (PsPeilGrid *self, guint column)
{
  if (column == PS_PEIL_PROVIDER)
    return MIN (self->wishes[column], LEAST_PROVIDER);
  return column == PS_PEIL_MUNICIPALITY ? MIN (self->wishes[column], LEAST_MUNICIPALITY) : wish_at (self, column);
}

static int
wish_of_level (PsPeilGrid *self, Level level)
{
  int width = 0;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    if (is_in_level (i, level))
      width += least_at (self, i);
  return width;
}

static Level
choose_level (PsPeilGrid *self, int width)
{
  Level level = LEVEL_ALL;

  if (self->show == PS_PEIL_SHOW_ALL)
    return LEVEL_ALL;
  if (self->show == PS_PEIL_SHOW_ENTERED)
    return LEVEL_ENTERED;
  while (level < LEVEL_ENTERED && wish_of_level (self, level) > width)
    level++;
  return level;
}

/* A heading over several columns is read whole: the first of them grows. */
static void
make_room_for_groups (PsPeilGrid *self)
{
  for (guint group = 0; group < PS_PEIL_N_GROUPS; group++)
    {
      int wish = ps_grid_cell_get_wish (PS_GRID_CELL (self->groups[group])), width = 0;
      guint first, last;

      _ps_peil_group_span (group, &first, &last);
      for (guint i = first; i <= last; i++)
        width += self->widths[i];
      self->widths[first] += MAX (0, wish - width);
    }
}

static int
sum_widths (PsPeilGrid *self)
{
  int width = 0;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    width += self->widths[i];
  return width;
}

/* What is left goes to names that are cut off, then to all alike. */
static int
give_room (PsPeilGrid *self, guint column, int room)
{
  int wanted = CLAMP (self->wishes[column] - self->widths[column], 0, room);

  self->widths[column] += wanted;
  return room - wanted;
}

static void
share_room (PsPeilGrid *self, int width)
{
  int room = MAX (0, width - sum_widths (self)), n = 0;

  room = give_room (self, PS_PEIL_MUNICIPALITY, room);
  room = give_room (self, PS_PEIL_PROVIDER, room);
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    n += self->widths[i] > 0;
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    if (self->widths[i] > 0)
      {
        int part = room / n--;

        self->widths[i] += part;
        room -= part;
      }
}

void
_ps_peil_fit_columns (PsPeilGrid *self, int width)
{
  Level level = choose_level (self, width);
  int x = 0;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    self->widths[i] = is_in_level (i, level) ? least_at (self, i) : 0;
  make_room_for_groups (self);
  share_room (self, width);
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      if (i == PS_PEIL_N_KEYS)
        {
          self->grid.left_width = x;
          x = 0;
        }
      self->lefts[i] = x;
      x += self->widths[i];
    }
  self->moving_width = x;
}

int
_ps_peil_least_width (PsPeilGrid *self)
{
  return LEAST_PROVIDER + self->wishes[PS_PEIL_PRODUCT] + LEAST_MUNICIPALITY + LEAST_MOVING;
}

static void
set_show (PsPeilGrid *self, PsPeilShow show)
{
  if (self->show == show)
    return;
  self->show = show;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ps_peil_grid_set_computed (PsPeilGrid *self, gboolean shown)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  set_show (self, shown ? PS_PEIL_SHOW_ALL : PS_PEIL_SHOW_ENTERED);
}

void
ps_peil_grid_fit_computed (PsPeilGrid *self)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  set_show (self, PS_PEIL_SHOW_FITTING);
}
