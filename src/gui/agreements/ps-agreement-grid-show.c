/* ps-agreement-grid-show.c: the cells of the grid, and what they say
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

PsGridCell *
_ps_agreement_grid_cell_at (PsAgreementGrid *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->grid.n_columns + column);
}

/* Making the cells */

static gint64
group_id (const PsAgreementSheet *sheet, guint row)
{
  return ps_region_group (sheet->region, ps_agreement_sheet_group (sheet, row))->id;
}

static gint64
municipality_id (const PsAgreementSheet *sheet, guint column)
{
  return ps_region_municipality (sheet->region, ps_agreement_sheet_municipality (sheet, column))->id;
}

/* Whether the widgets are those of the sheet's rows and columns. */
gboolean
_ps_agreement_grid_is_built (PsAgreementGrid *self)
{
  guint n_rows = self->sheet != NULL ? self->sheet->rows->len : 0;
  guint n_columns = self->sheet != NULL ? self->sheet->columns->len : 0;

  if (self->corner == NULL || n_rows != self->grid.n_rows || n_columns != self->grid.n_columns)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (group_id (self->sheet, i) != g_array_index (self->row_ids, gint64, i))
      return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (municipality_id (self->sheet, i) != g_array_index (self->column_ids, gint64, i))
      return FALSE;
  return TRUE;
}

static GtkWidget *
add_cell (PsAgreementGrid *self, GPtrArray *array, PsGridCellKind kind)
{
  GtkWidget *cell = ps_grid_cell_new (kind);

  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->grid.editor);
  if (array != NULL)
    g_ptr_array_add (array, cell);
  return cell;
}

static void
drop_cells (GPtrArray *array)
{
  for (guint i = 0; i < array->len; i++)
    gtk_widget_unparent (g_ptr_array_index (array, i));
  g_ptr_array_set_size (array, 0);
}

static void
fit_cells (PsAgreementGrid *self, GPtrArray *array, guint n, PsGridCellKind kind)
{
  if (array->len != n)
    drop_cells (array);
  while (array->len < n)
    add_cell (self, array, kind);
}

static void
remember_ids (PsAgreementGrid *self)
{
  g_array_set_size (self->row_ids, self->grid.n_rows);
  g_array_set_size (self->column_ids, self->grid.n_columns);
  for (guint i = 0; i < self->grid.n_rows; i++)
    g_array_index (self->row_ids, gint64, i) = group_id (self->sheet, i);
  for (guint i = 0; i < self->grid.n_columns; i++)
    g_array_index (self->column_ids, gint64, i) = municipality_id (self->sheet, i);
}

/* Of the cells, counted from one, with the headings before and above them. */
static void
say_places (PsAgreementGrid *self)
{
  PsGrid *grid = PS_GRID (self);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_accessible_update_relation (g_ptr_array_index (self->cells, i), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                    (int) (i / grid->n_columns) + 2, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                    (int) (i % grid->n_columns) + 2, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) grid->n_rows + 2,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) grid->n_columns + 2, -1);
}

void
_ps_agreement_grid_build (PsAgreementGrid *self)
{
  self->grid.n_rows = self->sheet != NULL ? self->sheet->rows->len : 0;
  self->grid.n_columns = self->sheet != NULL ? self->sheet->columns->len : 0;
  if (self->corner == NULL)
    {
      self->corner = add_cell (self, NULL, PS_GRID_CELL_ROW);
      self->corner_total = add_cell (self, NULL, PS_GRID_CELL_COLUMN);
      self->total_head = add_cell (self, NULL, PS_GRID_CELL_ROW);
      self->grand = add_cell (self, NULL, PS_GRID_CELL_TOTAL);
      gtk_widget_add_css_class (self->total_head, "last-row");
      gtk_widget_add_css_class (self->grand, "last-row");
    }
  drop_cells (self->cells);
  fit_cells (self, self->cells, self->grid.n_rows * self->grid.n_columns, PS_GRID_CELL_VALUE);
  fit_cells (self, self->row_heads, self->grid.n_rows, PS_GRID_CELL_ROW);
  fit_cells (self, self->row_totals, self->grid.n_rows, PS_GRID_CELL_TOTAL);
  fit_cells (self, self->column_heads, self->grid.n_columns, PS_GRID_CELL_COLUMN);
  fit_cells (self, self->column_totals, self->grid.n_columns, PS_GRID_CELL_TOTAL);
  for (guint i = 0; i < self->grid.n_columns; i++)
    gtk_widget_add_css_class (g_ptr_array_index (self->column_totals, i), "last-row");
  say_places (self);
  remember_ids (self);
  g_free (self->widths);
  self->widths = g_new0 (int, self->grid.n_columns + 1);
}

/* What they say */

static char *
format_places (gint64 places_milli)
{
  g_autofree char *number = ps_format_volume (places_milli);

  /* Translators: a number of places, short: "12,5 pl." */
  return places_milli == PS_NO_NUMBER ? NULL : g_strdup_printf (_("%s pl."), number);
}

static void
format_number (PsAgreementGrid *self, gint64 cents, gint64 places_milli, char **text, char **second)
{
  *second = NULL;
  if (self->show == PS_AGREEMENT_SHOW_PLACES)
    *text = places_milli != PS_NO_NUMBER ? ps_format_volume (places_milli) : g_strdup ("");
  else
    *text = cents != PS_NO_NUMBER ? ps_format_amount (cents) : g_strdup ("");
  if (self->show == PS_AGREEMENT_SHOW_BOTH)
    *second = format_places (places_milli);
}

/* "AMB1, Venlo: € 12.000,00, 5 places, lump sum" */
char *
ps_agreement_grid_describe (PsAgreementGrid *self, guint group, guint municipality)
{
  const PsAgreementSheet *sheet = self->sheet;
  const PsAgreementLine *line = ps_agreement_find_line (sheet->terms, group, municipality);
  g_autofree char *money = line != NULL ? ps_format_money (line->ceiling_cents) : g_strdup (_("no line"));
  GString *said = g_string_new (NULL);

  /* Translators: a cell of the grid: product group, municipality: what it has */
  g_string_append_printf (said, _("%s, %s: %s"), ps_region_group (sheet->region, group)->code,
                          ps_region_municipality (sheet->region, municipality)->name, money);
  if (line != NULL && line->places_milli != PS_NO_NUMBER)
    {
      g_autofree char *places = ps_format_volume (line->places_milli);

      g_string_append_printf (said, _(", places %s"), places);
    }
  if (line != NULL && line->lump_sum)
    g_string_append (said, _(", lump sum"));
  if (line != NULL && line->scheme != PS_NONE && sheet->terms->exchange == PS_EXCHANGE_LINE)
    g_string_append_printf (said, _(", scheme %s"), ps_region_scheme (sheet->region, line->scheme)->name);
  return g_string_free (said, FALSE);
}

static void
show_cell (PsAgreementGrid *self, guint row, guint column)
{
  const PsAgreementLine *line = ps_agreement_sheet_line (self->sheet, row, column);
  PsGridCell *cell = _ps_agreement_grid_cell_at (self, row, column);
  gint64 cents = line != NULL ? line->ceiling_cents : PS_NO_NUMBER;
  gint64 places = line != NULL ? line->places_milli : PS_NO_NUMBER;
  g_autofree char *said = ps_agreement_grid_describe (self, ps_agreement_sheet_group (self->sheet, row),
                                                      ps_agreement_sheet_municipality (self->sheet, column));
  g_autofree char *text = NULL, *second = NULL;

  format_number (self, cents, places, &text, &second);
  if (line != NULL && line->lump_sum)
    {
      g_autofree char *marked = g_strconcat ("† ", text, NULL);

      ps_grid_cell_set_text (cell, marked, second, said);
    }
  else
    ps_grid_cell_set_text (cell, text, second, said);
  ps_grid_cell_set_class (cell, "no-line", line == NULL);
  ps_grid_cell_set_class (cell, "grid-zero", line != NULL && cents == 0);
  ps_grid_cell_set_class (cell, "fixed", !self->grid.editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !self->grid.editable, -1);
}

static void
show_total (PsAgreementGrid *self, GtkWidget *cell, guint row, guint column)
{
  PsSheetSum sum = ps_agreement_sheet_sum (self->sheet, row, column);
  g_autofree char *text = NULL, *second = NULL, *said = NULL;
  const char *of = row != PS_NONE ? ps_region_group (self->sheet->region, ps_agreement_sheet_group (self->sheet, row))->code
                   : column != PS_NONE
                       ? ps_region_municipality (self->sheet->region, ps_agreement_sheet_municipality (self->sheet, column))->name
                       : NULL;

  format_number (self, sum.cents, sum.places_milli, &text, &second);
  if (of != NULL)
    said = g_strdup_printf (_("Total of %s: %s"), of, text);
  else
    said = g_strdup_printf (_("Total: %s"), text);
  ps_grid_cell_set_text (PS_GRID_CELL (cell), text, second, said);
}

static void
show_heads (PsAgreementGrid *self)
{
  for (guint i = 0; i < self->grid.n_rows; i++)
    {
      const PsProductGroup *group = ps_region_group (self->sheet->region, ps_agreement_sheet_group (self->sheet, i));
      GtkWidget *head = g_ptr_array_index (self->row_heads, i);

      ps_grid_cell_set_text (PS_GRID_CELL (head), group->code, group->name, NULL);
      gtk_widget_set_tooltip_text (head, group->name);
    }
  for (guint i = 0; i < self->grid.n_columns; i++)
    {
      const char *name = ps_region_municipality (self->sheet->region, ps_agreement_sheet_municipality (self->sheet, i))->name;

      ps_grid_cell_set_text (g_ptr_array_index (self->column_heads, i), name, NULL, NULL);
      gtk_widget_set_tooltip_text (g_ptr_array_index (self->column_heads, i), name);
    }
  ps_grid_cell_set_text (PS_GRID_CELL (self->corner), self->show == PS_AGREEMENT_SHOW_PLACES ? _("Places") : _("Ceiling in €"),
                         NULL, NULL);
  ps_grid_cell_set_text (PS_GRID_CELL (self->corner_total), _("Total"), NULL, NULL);
  ps_grid_cell_set_text (PS_GRID_CELL (self->total_head), _("Total"), NULL, NULL);
}

void
_ps_agreement_grid_show_texts (PsAgreementGrid *self)
{
  show_heads (self);
  for (guint row = 0; row < self->grid.n_rows; row++)
    for (guint column = 0; column < self->grid.n_columns; column++)
      show_cell (self, row, column);
  for (guint row = 0; row < self->grid.n_rows; row++)
    show_total (self, g_ptr_array_index (self->row_totals, row), row, PS_NONE);
  for (guint column = 0; column < self->grid.n_columns; column++)
    show_total (self, g_ptr_array_index (self->column_totals, column), PS_NONE, column);
  show_total (self, self->grand, PS_NONE, PS_NONE);
  _ps_agreement_grid_measure_parts (self);
}

void
_ps_agreement_grid_show_selection (PsAgreementGrid *self)
{
  for (guint row = 0; row < self->grid.n_rows; row++)
    for (guint column = 0; column < self->grid.n_columns; column++)
      _ps_grid_select_cell (PS_GRID (self), _ps_agreement_grid_cell_at (self, row, column), row, column);
}
