/* grid-test.c: grids to type into, as their tests press keys; and a plain one, of whole numbers
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "grid-test.h"

#include <stdlib.h>

#include "gui-test.h"
#include "gui/ps-grid-private.h"

#define HEAD 20
#define LEFT 40
#define ROW 20
#define COLUMN 60

/* Pressing */

/* As a key controller of `widget` hears it; FALSE: it is none of its keys. */
static gboolean
press_on (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint signal = g_signal_lookup ("key-pressed", GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && g_signal_handler_find (controller, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL) != 0)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}

GtkWidget *
grid_editor (PsGrid *grid)
{
  return gui_find_type (GTK_WIDGET (grid), GTK_TYPE_TEXT);
}

gboolean
grid_press (PsGrid *grid, guint key, GdkModifierType state)
{
  return press_on (ps_grid_is_typing (grid) ? grid_editor (grid) : GTK_WIDGET (grid), key, state);
}

void
grid_type_over (PsGrid *grid, const char *text)
{
  g_assert_true (ps_grid_is_typing (grid));
  gtk_editable_set_text (GTK_EDITABLE (grid_editor (grid)), text);
}

/* The plain grid */

typedef struct
{
  gint64 id;
  gint64 values[PLAIN_N_COLUMNS];
  GtkWidget *cells[PLAIN_N_COLUMNS];
} Row;

struct _PlainGrid
{
  PsGrid grid;

  GArray *rows;
  guint n_given;
};

G_DEFINE_FINAL_TYPE (PlainGrid, plain_grid, PS_TYPE_GRID)

static Row *
row_at (PsGrid *grid, guint row)
{
  return &g_array_index (PLAIN_GRID (grid)->rows, Row, row);
}

static PsGridKeys
get_keys (PsGrid *grid, guint row, guint column)
{
  return (PsGridKeys){ { row_at (grid, row)->id, 0, 0 } };
}

static gboolean
is_open (PsGrid *grid, guint row, guint column)
{
  return row_at (grid, row)->id != 1 || column != 1;
}

static gint64
get_value (PsGrid *grid, guint row, guint column)
{
  return row_at (grid, row)->values[column];
}

static char *
write_value (PsGrid *grid, guint column, gint64 value)
{
  return g_strdup_printf ("%d", (int) value);
}

static gboolean
understand (PsGrid *grid, guint row, guint column, const char *text, gint64 *value, char **why)
{
  char *end;

  *value = *text == '\0' ? PS_NO_NUMBER : strtoll (text, &end, 10);
  if (*text == '\0' || (*end == '\0' && *value != 13 && is_open (grid, row, column)))
    return TRUE;
  *why = g_strdup ("no");
  return FALSE;
}

static char *
name_cell (PsGrid *grid, guint row, guint column)
{
  return g_strdup_printf ("r%d%c", (int) row_at (grid, row)->id, 'A' + (int) column);
}

static const char *
advise_room (PsGrid *grid)
{
  return "Make room.";
}

static void
give (PsGrid *grid, const GArray *values)
{
  PLAIN_GRID (grid)->n_given++;
  for (guint i = 0; i < values->len; i++)
    {
      const PsGridValue *one = &g_array_index (values, PsGridValue, i);

      row_at (grid, one->row)->values[one->column] = one->value;
    }
}

static PsGridSpan
get_span (PsGrid *grid, guint column)
{
  return (PsGridSpan){ (int) column * COLUMN, COLUMN, COLUMN };
}

static GtkWidget *
get_cell (PsGrid *grid, guint row, guint column)
{
  return row_at (grid, row)->cells[column];
}

static void
show_selection (PsGrid *grid)
{
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < PLAIN_N_COLUMNS; column++)
      _ps_grid_select_cell (grid, PS_GRID_CELL (get_cell (grid, row, column)), row, column);
}

static void
measure_parts (PsGrid *grid)
{
  grid->left_width = LEFT;
  grid->head_height = HEAD;
  grid->row_height = ROW;
}

static void
plain_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  _ps_grid_prepare (PS_GRID (widget));
  *minimum = *natural = 80;
}

static void
plain_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsGrid *grid = PS_GRID (widget);
  GdkRectangle area;

  _ps_grid_allocate (grid, width - LEFT, height, PLAIN_N_COLUMNS * COLUMN, COLUMN);
  for (guint row = 0; row < PLAIN_GRID (grid)->rows->len; row++)
    for (guint column = 0; column < PLAIN_N_COLUMNS; column++)
      {
        int y;
        gboolean in_view = _ps_grid_row_in_view (grid, row, &y);

        _ps_grid_place (get_cell (grid, row, column), _ps_grid_left_of (grid, column), y, COLUMN, ROW,
                        in_view || row == grid->row);
      }
  _ps_grid_place_editor (grid, &area);
}

static void
plain_grid_finalize (GObject *object)
{
  g_array_unref (PLAIN_GRID (object)->rows);
  G_OBJECT_CLASS (plain_grid_parent_class)->finalize (object);
}

static void
plain_grid_class_init (PlainGridClass *klass)
{
  PsGridClass *grid_class = PS_GRID_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plain_grid_finalize;
  GTK_WIDGET_CLASS (klass)->measure = plain_grid_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plain_grid_size_allocate;
  grid_class->get_keys = get_keys;
  grid_class->is_open = is_open;
  grid_class->get_value = get_value;
  grid_class->write = write_value;
  grid_class->understand = understand;
  grid_class->name_cell = name_cell;
  grid_class->describe_cell = name_cell;
  grid_class->advise_room = advise_room;
  grid_class->give = give;
  grid_class->get_span = get_span;
  grid_class->get_cell = get_cell;
  grid_class->show_selection = show_selection;
  grid_class->measure_parts = measure_parts;
}

static void
plain_grid_init (PlainGrid *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
}

PlainGrid *
plain_grid_new (guint n_rows)
{
  PlainGrid *self = g_object_new (PLAIN_TYPE_GRID, NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      Row row = { i, { PS_NO_NUMBER, PS_NO_NUMBER, PS_NO_NUMBER }, { NULL } };

      for (guint column = 0; column < PLAIN_N_COLUMNS; column++)
        {
          row.cells[column] = ps_grid_cell_new (PS_GRID_CELL_VALUE);
          gtk_widget_insert_before (row.cells[column], GTK_WIDGET (self), self->grid.editor);
        }
      g_array_append_val (self->rows, row);
    }
  self->grid.n_columns = PLAIN_N_COLUMNS;
  plain_grid_show (self, n_rows, TRUE);
  return self;
}

void
plain_grid_show (PlainGrid *self, guint n_rows, gboolean editable)
{
  self->grid.n_rows = n_rows;
  self->grid.editable = editable;
  _ps_grid_check_editor (PS_GRID (self));
}

gint64
plain_grid_get (PlainGrid *self, gint64 id, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (PS_GRID (self), i)->id == id)
      return row_at (PS_GRID (self), i)->values[column];
  return PS_NO_NUMBER;
}

void
plain_grid_swap (PlainGrid *self, guint a, guint b)
{
  Row held = *row_at (PS_GRID (self), a);

  *row_at (PS_GRID (self), a) = *row_at (PS_GRID (self), b);
  *row_at (PS_GRID (self), b) = held;
}

guint
plain_grid_count (PlainGrid *self)
{
  return self->n_given;
}

char *
plain_grid_say_values (PlainGrid *self)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < 3 * PLAIN_N_COLUMNS; i++)
    {
      gint64 value = get_value (PS_GRID (self), i / PLAIN_N_COLUMNS, i % PLAIN_N_COLUMNS);

      if (i > 0)
        g_string_append_c (said, i % PLAIN_N_COLUMNS == 0 ? '|' : ' ');
      if (value == PS_NO_NUMBER)
        g_string_append_c (said, '-');
      else
        g_string_append_printf (said, "%d", (int) value);
    }
  return g_string_free (said, FALSE);
}
