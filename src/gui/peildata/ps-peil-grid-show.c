/* ps-peil-grid-show.c: what the cells of the grid say
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"

#define MARK "◆ "
#define MINUS "\342\210\222"
#define NOT_ASKED "–"

/* Words */

/* "+1", "−0,05", "€ +315,60" */
char *
_ps_peil_format_difference (PsMeasure measure, gint64 difference)
{
  g_autofree char *minus = NULL;
  g_auto (GStrv) parts = NULL;

  if (difference <= 0)
    return ps_measure_format (measure, difference);
  minus = ps_measure_format (measure, -difference);
  parts = g_strsplit (minus, MINUS, 2);
  return g_strjoinv ("+", parts);
}

/* The difference as it is read aloud: a sign is easily missed. */
static char *
say_difference (PsMeasure measure, gint64 difference)
{
  g_autofree char *size = NULL;

  if (difference == PS_NO_NUMBER)
    return g_strdup ("");
  if (difference == 0)
    return g_strdup (_("as computed"));
  size = ps_measure_format (measure, ABS (difference));
  return g_strdup_printf (difference > 0 ? _("%s above the computed value") : _("%s below the computed value"), size);
}

/* "De Zilverberk, 45L01, Venlo, clients" */
char *
_ps_peil_name_cell (PsPeilGrid *self, const PsPeilRow *row, PsMeasure measure)
{
  const PsRegion *region = self->sheet->region;
  g_autofree char *label = g_utf8_strdown (ps_measure_label (measure), -1);

  /* Translators: a cell of the sheet: provider, product, municipality, what is measured in small letters */
  return g_strdup_printf (_("%s, %s, %s, %s"), ps_region_provider (region, row->provider)->name,
                          ps_region_product (region, row->product)->code,
                          ps_region_municipality (region, row->municipality)->name, label);
}

char *
ps_peil_grid_describe (PsPeilGrid *self, guint row, PsMeasure measure)
{
  const PsPeilRow *one;
  g_autofree char *name = NULL, *entered = NULL, *computed = NULL;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self) && self->sheet != NULL && row < self->sheet->rows->len, NULL);

  one = &g_array_index (self->sheet->rows, PsPeilRow, row);
  name = _ps_peil_name_cell (self, one, measure);
  if (one->entered[measure] != PS_NO_NUMBER)
    entered = ps_measure_format (measure, one->entered[measure]);
  else if (measure == PS_MEASURE_PLACES && !_ps_peil_by_place (self->sheet, one))
    entered = g_strdup (_("not paid by the place"));
  else
    entered = g_strdup (_("empty"));
  if (one->computed[measure] == PS_NO_NUMBER)
    /* Translators: a cell of the sheet: its name, what is in it */
    return g_strdup_printf (_("%s: %s"), name, entered);
  computed = ps_measure_format (measure, one->computed[measure]);
  /* Translators: a cell of the sheet: its name, what is in it, what was computed from the messages */
  return g_strdup_printf (_("%s: %s; computed %s"), name, entered, computed);
}

/* Rows */

static gint64
find_difference (PsPeilGrid *self, guint position, PsMeasure measure)
{
  const PsPeilRow *row = _ps_peil_row (self, position);
  gint64 entered = row->entered[measure], difference;

  if (_ps_grid_is_edited (PS_GRID (self), position, measure) && self->grid.edit_understood)
    entered = self->grid.edit_value;
  if (entered == PS_NO_NUMBER || row->computed[measure] == PS_NO_NUMBER
      || __builtin_sub_overflow (entered, row->computed[measure], &difference))
    return PS_NO_NUMBER;
  return difference;
}

static void
show_keys (PsPeilGrid *self, PsPeilLine *line)
{
  const PsRegion *region = self->sheet->region;
  const PsPeilRow *row = _ps_peil_row (self, line->position);
  gboolean first = line->position == 0 || _ps_peil_row (self, line->position - 1)->provider != row->provider;
  PsGridCell *provider = PS_GRID_CELL (line->cells[PS_PEIL_PROVIDER]);

  ps_grid_cell_set_text (provider, ps_region_provider (region, row->provider)->name, NULL, NULL);
  ps_grid_cell_set_class (provider, "strong", first);
  ps_grid_cell_set_class (provider, "again", !first);
  ps_grid_cell_set_text (PS_GRID_CELL (line->cells[PS_PEIL_PRODUCT]), ps_region_product (region, row->product)->code, NULL, NULL);
  ps_grid_cell_set_text (PS_GRID_CELL (line->cells[PS_PEIL_MUNICIPALITY]),
                         ps_region_municipality (region, row->municipality)->name, NULL, NULL);
}

static gboolean
show_entered (PsPeilGrid *self, PsPeilLine *line, PsMeasure measure)
{
  const PsPeilRow *row = _ps_peil_row (self, line->position);
  PsGridCell *cell = PS_GRID_CELL (line->cells[_ps_peil_column (measure, PS_PEIL_ENTERED)]);
  gboolean open = _ps_peil_is_open (self, line->position, measure);
  g_autofree char *said = ps_peil_grid_describe (self, _ps_peil_place (self, line->position), measure);
  g_autofree char *why = NULL, *text = NULL, *marked = NULL;
  gboolean mark = ps_peil_row_deviation (self->sheet, row, measure, &why) != PS_DEVIATION_NONE;

  text = open ? ps_measure_format (measure, row->entered[measure]) : g_strdup (NOT_ASKED);
  marked = mark ? g_strconcat (MARK, text, NULL) : NULL;
  ps_grid_cell_set_text (cell, mark ? marked : text, NULL, said);
  ps_grid_cell_set_description (cell, mark && why != NULL ? why : "");
  ps_grid_cell_set_class (cell, "peil-mark", mark);
  ps_grid_cell_set_class (cell, "fixed", !self->grid.editable || !open);
  ps_grid_cell_set_class (cell, "peil-none", !open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !self->grid.editable || !open, -1);
  return mark;
}

static void
show_computed (PsPeilGrid *self, PsPeilLine *line, PsMeasure measure, gboolean marked)
{
  const PsPeilRow *row = _ps_peil_row (self, line->position);
  PsGridCell *computed = PS_GRID_CELL (line->cells[_ps_peil_column (measure, PS_PEIL_COMPUTED)]);
  PsGridCell *difference = PS_GRID_CELL (line->cells[_ps_peil_column (measure, PS_PEIL_DIFFERENCE)]);
  gint64 by = find_difference (self, line->position, measure);
  g_autofree char *value = ps_measure_format (measure, row->computed[measure]);
  g_autofree char *off = by != PS_NO_NUMBER ? _ps_peil_format_difference (measure, by) : g_strdup ("");
  g_autofree char *said = say_difference (measure, by);

  ps_grid_cell_set_text (computed, value, NULL, NULL);
  ps_grid_cell_set_text (difference, off, NULL, said);
  ps_grid_cell_set_class (difference, "peil-off", marked && by != 0);
}

static void
select_line (PsPeilGrid *self, PsPeilLine *line)
{
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    _ps_grid_select_cell (PS_GRID (self), PS_GRID_CELL (line->cells[_ps_peil_column (measure, PS_PEIL_ENTERED)]), line->position,
                          measure);
}

void
_ps_peil_show_line (PsPeilGrid *self, PsPeilLine *line)
{
  show_keys (self, line);
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    {
      gboolean marked = show_entered (self, line, measure);

      if (_ps_grid_is_edited (PS_GRID (self), line->position, measure))
        marked = self->mark != NULL;
      show_computed (self, line, measure, marked);
    }
  select_line (self, line);
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (line->cells[i]), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) line->position + 1,
                                    -1);
}

void
_ps_peil_show_row (PsPeilGrid *self, guint position)
{
  PsPeilLine *line = _ps_peil_find_line (self, position);

  if (line != NULL)
    _ps_peil_show_line (self, line);
}

static void
show_selection (PsGrid *grid)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  for (guint i = 0; i < self->lines->len; i++)
    select_line (self, g_ptr_array_index (self->lines, i));
}

/* Where the cursor is in the grid is said with its cell: the row numbers of a long sheet are not seen by everybody. */
void
_ps_peil_show_place (PsPeilGrid *self)
{
  PsGridCell *cell = _ps_peil_find_cursor (self);
  g_autofree char *row = NULL, *rows = NULL, *place = NULL, *said = NULL;

  if (cell == NULL)
    return;
  row = ps_format_count ((gint64) self->grid.row + 1);
  rows = ps_format_count (self->grid.n_rows);
  place = g_strdup_printf (_("row %s of %s"), row, rows);
  said = self->mark != NULL ? g_strconcat (self->mark, "; ", place, NULL) : g_strdup (place);
  ps_grid_cell_set_description (cell, said);
}

/* A place is said with the cell of the cursor alone; a mark's reason stays with its cell. */
static void
leave_cell (PsGrid *grid)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);
  PsGridCell *cell = _ps_peil_find_cursor (self);

  if (cell != NULL)
    ps_grid_cell_set_description (cell, self->mark != NULL ? self->mark : "");
}

static void
enter_cell (PsGrid *grid)
{
  _ps_peil_find_mark (PS_PEIL_GRID (grid));
  _ps_peil_show_place (PS_PEIL_GRID (grid));
}

void
_ps_peil_show_class (PsGridClass *grid_class)
{
  grid_class->show_selection = show_selection;
  grid_class->leave_cell = leave_cell;
  grid_class->enter_cell = enter_cell;
}

/* Headings */

static void
name_groups (PsPeilGrid *self)
{
  const char *words[PS_PEIL_N_GROUPS] = { ps_measure_label (PS_MEASURE_CLIENTS), ps_measure_label (PS_MEASURE_PLACES),
                                          ps_measure_label (PS_MEASURE_REALISED), ps_measure_label (PS_MEASURE_WAITING) };
  g_autofree char *realised = NULL, *day = NULL;

  if (self->sheet != NULL && self->sheet->data_through != PS_DATE_OPEN)
    {
      day = ps_format_date (self->sheet->data_through);
      /* Translators: heading of a column: "Realised", and the last day of which all is known */
      realised = g_strdup_printf (C_("column", "%s through %s"), words[PS_MEASURE_REALISED], day);
      words[PS_MEASURE_REALISED] = realised;
    }
  for (guint i = 0; i < PS_PEIL_N_GROUPS; i++)
    ps_grid_cell_set_text (PS_GRID_CELL (self->groups[i]), words[i], NULL, NULL);
}

static const char *
word_of (PsMeasure measure, PsPeilFace face)
{
  if (face == PS_PEIL_ENTERED && measure == PS_MEASURE_WAITING)
    /* Translators: under the heading Waiting: how many clients; a column of 40 pixels */
    return C_("column", "number");
  if (face == PS_PEIL_ENTERED && measure == PS_MEASURE_WAITING_DAYS)
    /* Translators: under the heading Waiting: the days that they have waited */
    return C_("column", "days");
  if (face == PS_PEIL_ENTERED)
    return C_("column", "entered");
  if (measure == PS_MEASURE_REALISED)
    return face == PS_PEIL_COMPUTED ? C_("column", "computed") : C_("column", "difference");
  /* Translators: short for computed and for difference, in a column of 40 pixels */
  return face == PS_PEIL_COMPUTED ? C_("column", "comp.") : C_("column", "diff.");
}

void
_ps_peil_show_heads (PsPeilGrid *self)
{
  const char *keys[PS_PEIL_N_KEYS] = { _("Provider"), _("Product"), _("Municipality") };
  const char *faces[PS_PEIL_N_FACES] = { C_("column", "entered"), C_("column", "computed"), C_("column", "difference") };

  name_groups (self);
  for (guint i = 0; i < PS_PEIL_N_KEYS; i++)
    ps_grid_cell_set_text (PS_GRID_CELL (self->heads[i]), keys[i], NULL, NULL);
  for (guint i = PS_PEIL_N_KEYS; i < PS_PEIL_N_COLUMNS; i++)
    {
      PsMeasure measure = _ps_peil_column_measure (i);
      PsPeilFace face = _ps_peil_column_face (i);
      g_autofree char *said = g_strdup_printf ("%s, %s", ps_measure_label (measure), faces[face]);

      ps_grid_cell_set_text (PS_GRID_CELL (self->heads[i]), word_of (measure, face), NULL, said);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->grid.n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, PS_PEIL_N_COLUMNS, -1);
}

void
_ps_peil_show_totals (PsPeilGrid *self)
{
  g_autofree char *count = ps_format_count (self->grid.n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row shown", "%s rows shown", self->grid.n_rows), count);

  ps_grid_cell_set_text (PS_GRID_CELL (self->totals[PS_PEIL_PROVIDER]), rows, NULL, NULL);
  for (guint i = PS_PEIL_N_KEYS; i < PS_PEIL_N_COLUMNS; i++)
    {
      PsMeasure measure = _ps_peil_column_measure (i);
      PsPeilFace face = _ps_peil_column_face (i);
      gint64 total = face == PS_PEIL_DIFFERENCE ? PS_NO_NUMBER : ps_peil_grid_get_total (self, measure, face == PS_PEIL_COMPUTED);
      g_autofree char *text = ps_measure_format (measure, total);
      g_autofree char *said = NULL;

      if (total != PS_NO_NUMBER)
        said = g_strdup_printf (face == PS_PEIL_COMPUTED ? _("Total of %s, computed: %s") : _("Total of %s: %s"),
                                ps_measure_label (measure), text);
      ps_grid_cell_set_text (PS_GRID_CELL (self->totals[i]), text, NULL, said);
    }
}

/* The tooltip: why a value is marked, and what is cut off */

static char *
find_tip (PsPeilGrid *self, guint position, guint column)
{
  const PsPeilRow *row = _ps_peil_row (self, position);
  g_autofree char *said = NULL, *why = NULL;
  PsMeasure measure;

  if (column == PS_PEIL_PROVIDER)
    return g_strdup (ps_region_provider (self->sheet->region, row->provider)->name);
  if (column == PS_PEIL_PRODUCT)
    return g_strdup (ps_region_product (self->sheet->region, row->product)->name);
  if (column == PS_PEIL_MUNICIPALITY)
    return g_strdup (ps_region_municipality (self->sheet->region, row->municipality)->name);
  measure = _ps_peil_column_measure (column);
  if (ps_peil_row_deviation (self->sheet, row, measure, &why) == PS_DEVIATION_NONE || why == NULL)
    return NULL;
  said = ps_peil_grid_describe (self, _ps_peil_place (self, position), measure);
  return g_strconcat (MARK, said, "\n", why, NULL);
}

static gboolean
on_query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);
  guint row = self->grid.row, column = _ps_peil_column ((PsMeasure) self->grid.column, PS_PEIL_ENTERED);
  g_autofree char *tip = NULL;
  GdkRectangle area;

  if (self->sheet == NULL || (keyboard && row >= self->grid.n_rows)
      || (!keyboard && !_ps_peil_find_at (self, x, y, &row, &column)))
    return FALSE;
  if (_ps_grid_is_edited (PS_GRID (self), row, _ps_peil_column_measure (MAX (column, PS_PEIL_N_KEYS)))
      && column >= PS_PEIL_N_KEYS)
    tip = g_strdup (self->grid.problem != NULL ? self->grid.problem : self->mark);
  else
    tip = find_tip (self, row, column);
  if (tip == NULL || !_ps_peil_get_area (self, row, column, &area))
    return FALSE;
  gtk_tooltip_set_text (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

void
_ps_peil_add_tooltip (PsPeilGrid *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}
