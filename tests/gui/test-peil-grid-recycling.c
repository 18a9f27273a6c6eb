/* test-peil-grid-recycling.c: the grid of measurements: widgets that pass from row to row, and what is typed that does not
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "peil-grid-test.h"

#define N_ROUNDS 150

/* What rows are, whatever their places: sheets are made from it again and again */

typedef struct
{
  gint64 provider;
  gint64 product;
  gint64 municipality;
} Keys;

static Keys
keys_of (const PsPeilSheet *sheet, guint row)
{
  const PsPeilRow *one = &g_array_index (sheet->rows, PsPeilRow, row);

  return (Keys){ ps_region_provider (sheet->region, one->provider)->id, ps_region_product (sheet->region, one->product)->id,
                 ps_region_municipality (sheet->region, one->municipality)->id };
}

static char *
name_value (const Keys *keys, PsMeasure measure)
{
  return g_strdup_printf ("%d %d %d %d", (int) keys->provider, (int) keys->product, (int) keys->municipality, (int) measure);
}

static void
remember (GHashTable *values, const Keys *keys, PsMeasure measure, gint64 value)
{
  g_hash_table_insert (values, name_value (keys, measure), g_memdup2 (&value, sizeof value));
}

static gint64
recall (GHashTable *values, const Keys *keys, PsMeasure measure)
{
  g_autofree char *name = name_value (keys, measure);
  const gint64 *value = g_hash_table_lookup (values, name);

  return value != NULL ? *value : PS_NO_NUMBER;
}

static void
shuffle (GArray *rows)
{
  for (guint i = rows->len; i > 1; i--)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) i);
      PsPeilRow held = g_array_index (rows, PsPeilRow, i - 1);

      g_array_index (rows, PsPeilRow, i - 1) = g_array_index (rows, PsPeilRow, other);
      g_array_index (rows, PsPeilRow, other) = held;
    }
}

/* Another sheet over another region: providers may have other places in it, some rows are not there, their order is any. */
static PsPeilSheet *
make_sheet (GHashTable *values)
{
  PsRegion *region = peil_test_region (41, 4, 3);
  PsPeilSheet *sheet;
  guint n_dropped = (guint) g_test_rand_int_range (0, 3);

  for (guint i = 0; i < n_dropped; i++)
    g_array_remove_index (region->providers, 0);
  sheet = peil_test_sheet (region);
  for (guint i = 0; i < region->providers->len * 12; i++)
    if (g_test_rand_int_range (0, 10) > 0)
      peil_test_add (sheet, i / 12, i / 3 % 4, i % 3);
  if (g_test_rand_int_range (0, 2) == 0)
    shuffle (sheet->rows);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      Keys keys = keys_of (sheet, i);

      for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
        g_array_index (sheet->rows, PsPeilRow, i).entered[measure] = recall (values, &keys, measure);
    }
  return sheet;
}

static void
assert_all (const PsPeilSheet *sheet, GHashTable *values)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      Keys keys = keys_of (sheet, i);

      for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
        g_assert_cmpint (g_array_index (sheet->rows, PsPeilRow, i).entered[measure], ==, recall (values, &keys, measure));
    }
}

/* Every cell in sight says what the row has whose place it stands at. */
static void
assert_shown (PeilFixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid));
  GHashTable *said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  graphene_rect_t bounds;
  double head = -1;
  guint n = 0;

  for (guint i = 0; i < ps_peil_grid_get_n_shown (fixture->grid); i++)
    for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
      g_hash_table_insert (said, ps_peil_grid_describe (fixture->grid, ps_peil_grid_get_shown (fixture->grid, i), measure),
                           GUINT_TO_POINTER (i));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer position;
      double top;

      if (!PS_IS_GRID_CELL (child) || !gtk_widget_get_focusable (child) || !gtk_widget_get_mapped (child))
        continue;
      g_assert_true (g_hash_table_lookup_extended (said, ps_grid_cell_get_said (PS_GRID_CELL (child)), NULL, &position));
      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->grid), &bounds));
      top = bounds.origin.y + gtk_adjustment_get_value (adjustment) - GPOINTER_TO_UINT (position) * (double) bounds.size.height;
      g_assert_true (head < 0 || ABS (top - head) < 1); /* all as far below the headings */
      head = top;
      n++;
    }
  g_assert_cmpuint (n, >=, ps_peil_grid_get_n_shown (fixture->grid) > 0 ? 1 : 0);
  g_hash_table_unref (said);
}

/* By brute force: something is typed, then everything moves, then it is given */

static gboolean
match_some (const PsPeilRow *row, guint place, gpointer user_data)
{
  guint remainder = GPOINTER_TO_UINT (user_data);

  return (row->provider * 7 + row->product * 3 + row->municipality) % 4 != remainder;
}

static void
set_other_sheet (PeilFixture *fixture, GHashTable *values)
{
  PsPeilSheet *old = fixture->sheet;

  fixture->sheet = make_sheet (values);
  if (g_test_rand_int_range (0, 2) == 0)
    {
      ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
      ps_peil_sheet_free (old);
      return;
    }
  ps_peil_sheet_free (old); /* it is not looked at any more */
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
}

static void
disturb (PeilFixture *fixture, GHashTable *values)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid));

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      gtk_adjustment_set_value (adjustment, g_test_rand_double_range (0, gtk_adjustment_get_upper (adjustment)));
      gtk_test_widget_wait_for_draw (fixture->window);
      break;
    case 1:
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 57);
      break;
    case 2:
      set_other_sheet (fixture, values);
      break;
    case 3:
      ps_peil_grid_set_match (fixture->grid, match_some, GUINT_TO_POINTER (g_test_rand_int_range (0, 4)));
      break;
    case 4:
      ps_peil_grid_set_match (fixture->grid, NULL, NULL);
      break;
    default:
      ps_peil_grid_refresh (fixture->grid);
      break;
    }
}

static gboolean
find_keys (const PsPeilSheet *sheet, const Keys *keys, guint *row)
{
  for (*row = 0; *row < sheet->rows->len; (*row)++)
    {
      Keys there = keys_of (sheet, *row);

      if (there.provider == keys->provider && there.product == keys->product && there.municipality == keys->municipality)
        return TRUE;
    }
  return FALSE;
}

/* What was typed is in the row that it was typed for, or was not kept at all. */
static void
assert_given (PeilFixture *fixture, GHashTable *values, const Keys *keys, PsMeasure measure, gint64 value, gboolean lost)
{
  guint row;

  if (!lost)
    {
      const PsPeilGiven *one = &g_array_index (fixture->given, PsPeilGiven, 0);

      g_assert_cmpuint (fixture->given->len, ==, 1);
      g_assert_true (find_keys (fixture->sheet, keys, &row));
      g_assert_cmpuint (one->row, ==, row);
      g_assert_cmpint (one->measure, ==, measure);
      g_assert_cmpint (one->value, ==, value);
      remember (values, keys, measure, value);
    }
  else
    g_assert_cmpuint (fixture->given->len, ==, 0);
  assert_all (fixture->sheet, values);
}

static void
test_brute_force (PeilFixture *fixture, gconstpointer data)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_lost = 0;

  set_other_sheet (fixture, values);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      guint shown = ps_peil_grid_get_n_shown (fixture->grid), row;
      guint place = ps_peil_grid_get_shown (fixture->grid, (guint) g_test_rand_int_range (0, (int) shown));
      Keys keys = keys_of (fixture->sheet, place);
      g_autofree char *text = g_strdup_printf ("%u", 1000 + i);
      guint n_disturbances = (guint) g_test_rand_int_range (1, 6);
      gboolean lost = FALSE;

      g_array_set_size (fixture->given, 0);
      peil_go_to (fixture, place, PS_MEASURE_CLIENTS);
      ps_grid_type (PS_GRID (fixture->grid), text);
      for (guint j = 0; j < n_disturbances && !lost; j++)
        {
          disturb (fixture, values);
          lost = !find_keys (fixture->sheet, &keys, &row);
          g_assert_true (ps_grid_is_typing (PS_GRID (fixture->grid)) == !lost);
        }
      g_assert_true (lost || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (peil_editor (fixture))), text));
      if (lost)
        g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), text));
      if (i % 2 == 0)
        g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
      else if (!lost)
        g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
      assert_given (fixture, values, &keys, PS_MEASURE_CLIENTS, 1000 + i, lost);
      gtk_test_widget_wait_for_draw (fixture->window);
      assert_shown (fixture);
      n_lost += lost;
    }
  g_assert_cmpuint (n_lost, >, 0);
  g_assert_cmpuint (n_lost, <, N_ROUNDS / 2);
  g_hash_table_unref (values);
}

/* 5.000 rows: only those in sight have widgets; the one with the focus keeps its own, in sight or not. */
static void
test_large (PeilFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid));
  guint in_view = (guint) (gtk_adjustment_get_page_size (adjustment) / gtk_adjustment_get_step_increment (adjustment));
  GtkWidget *cell;
  gint64 started;
  guint n;

  g_assert_cmpuint (ps_peil_grid_get_n_shown (fixture->grid), ==, 5000);
  peil_go_to (fixture, 2, PS_MEASURE_CLIENTS);
  cell = GTK_WIDGET (peil_focused_cell (fixture));
  n = peil_count_cells (fixture);
  g_assert_cmpuint (n, <=, (in_view + 12) * 18 + 50);
  for (guint i = 1; i <= 50; i++)
    {
      gtk_adjustment_set_value (adjustment, i * 97.0 * gtk_adjustment_get_step_increment (adjustment));
      g_assert_cmpuint (peil_count_cells (fixture), <=, n + 18);
      g_assert_true (cell == GTK_WIDGET (peil_focused_cell (fixture)));
      g_assert_cmpstr (peil_focused (fixture), ==, "Aanbieder 0, 45L00, Gemeente 2, clients: empty; computed 12");
    }
  gtk_test_widget_wait_for_draw (fixture->window);
  assert_shown (fixture);
  g_assert_true (peil_press (fixture, GDK_KEY_7, 0)); /* typed where the cursor is, which comes into sight again */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 100);
  g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_CLIENTS), ==, 7);
  g_assert_true (peil_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 4999, PS_MEASURE_WAITING_DAYS);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (peil_focused_cell (fixture))));
  started = g_get_monotonic_time ();
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  g_test_message ("5000 rows set in %d ms", (int) ((g_get_monotonic_time () - started) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - started, <, G_TIME_SPAN_SECOND / 2);
  peil_assert_cell (fixture, 4999, PS_MEASURE_WAITING_DAYS);
  gui_assert_names (fixture->window);
}

/* A whole column pasted at once. */
static void
test_large_paste (PeilFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 started;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%u\t\t%u,50\r\n", i + 1, 1000 + i);
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  started = g_get_monotonic_time ();
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), text->str));
  g_test_message ("10000 values pasted in %d ms", (int) ((g_get_monotonic_time () - started) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - started, <, G_TIME_SPAN_SECOND);
  g_assert_cmpuint (fixture->n_times, ==, 1);
  g_assert_cmpint (peil_entered (fixture, 4999, PS_MEASURE_REALISED), ==, 599950);
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_CLIENTS, FALSE), ==, 12502500);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/peil-grid-recycling/brute_force", PeilFixture, NULL, peil_set_up, test_brute_force, peil_tear_down);
  g_test_add ("/peil-grid-recycling/large", PeilFixture, NULL, peil_set_up_large, test_large, peil_tear_down);
  g_test_add ("/peil-grid-recycling/large_paste", PeilFixture, NULL, peil_set_up_large, test_large_paste, peil_tear_down);
  return g_test_run ();
}
