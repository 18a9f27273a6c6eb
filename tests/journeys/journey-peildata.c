/* journey-peildata.c: a peildatum is filled, closed and corrected with the keyboard alone, and read back from the file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#include "store/ps-history.h"
#include "store/ps-peildata.h"

#define FIRST_ROWS 4

static void
press_all (Journey *journey, const char *const *keys)
{
  for (const char *const *key = keys; *key != NULL; key++)
    journey_press (journey, *key);
}

#define PRESS(journey, ...) press_all (journey, (const char *const[]){ __VA_ARGS__, NULL })

static PsPeilSheet *
read_sheet (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) states = NULL;
  PsPeilSheet *sheet;

  g_assert_no_error (error);
  states = ps_peildata_list (store, 2025, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = ps_peil_sheet_load (store, ((PsPeildatumState *) g_ptr_array_index (states, 0))->id, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->rows->len, >=, FIRST_ROWS);
  return sheet;
}

static gboolean
has_clients (const char *path, const gint64 *clients)
{
  g_autoptr (PsPeilSheet) sheet = read_sheet (path);

  for (guint i = 0; i < FIRST_ROWS; i++)
    if (g_array_index (sheet->rows, PsPeilRow, i).entered[PS_MEASURE_CLIENTS] != clients[i])
      return FALSE;
  return TRUE;
}

/* The program writes on its own time. */
static void
expect_clients (const char *path, const gint64 *clients)
{
  for (int i = 0; i < 100 && !has_clients (path, clients); i++)
    g_usleep (100000);
  g_assert_true (has_clients (path, clients));
}

static gboolean
has_reason (const char *path, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, &error);
  const PsHistoryQuery query = { .text = reason };
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  records = ps_history_load (store, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (((PsHistoryRecord *) g_ptr_array_index (records, i))->reason, reason) == 0)
      return TRUE;
  return FALSE;
}

/* The first of the year is selected; Enter opens it, and the first cell has the focus. */
static void
open_page (Journey *journey)
{
  journey_go_to_section (journey, "Peildata");
  journey_expect (journey, "Peildata 2025");
  journey_press (journey, "Return");
  journey_expect (journey, "Peildatum 22-02-2025");
  journey_expect (journey, "rows filled");
}

/* Two cells are typed, and copied as a block to the two below them. */
static void
fill (Journey *journey)
{
  PRESS (journey, "4", "1", "Return", "4", "2", "Return");
  journey_expect (journey, "Saved at");
  PRESS (journey, "Up", "Up", "shift+Down", "ctrl+c", "Down", "ctrl+v");
}

static void
test_fill_close_correct (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });
  g_autoptr (PsPeilSheet) closed = NULL;

  open_page (journey);
  fill (journey);
  expect_clients (region->region, (const gint64[]){ 41, 42, 41, 42 });
  journey_press (journey, "alt+c");
  journey_expect (journey, "Close the Peildatum?");
  /* Rows are left that nobody filled: Enter cancels. */
  journey_press (journey, "Return");
  journey_expect_gone (journey, "Close the Peildatum?");
  journey_press (journey, "alt+c");
  journey_expect (journey, "Close the Peildatum?");
  journey_press (journey, "alt+l");
  journey_expect (journey, "a correction needs a reason");
  closed = read_sheet (region->region);
  g_assert_nonnull (closed->closed_by);
  /* In the cell that was pasted last. */
  PRESS (journey, "5", "Return");
  journey_expect (journey, "Correct a Closed Peildatum?");
  PRESS (journey, "l", "a", "t", "e", "Return");
  journey_expect (journey, "being corrected");
  journey_expect (journey, "Saved at");
  expect_clients (region->region, (const gint64[]){ 41, 42, 5, 42 });
  g_assert_true (has_reason (region->region, "late"));
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/peildata/fill-close-correct", JourneyRegion, NULL, journey_region_set_up, test_fill_close_correct,
              journey_region_tear_down);
  return g_test_run ();
}
