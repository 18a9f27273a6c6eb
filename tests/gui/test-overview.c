/* test-overview.c: the first page: what needs attention, the year's figures, and the way from each to the thing itself
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <sqlite3.h>
#include <string.h>

#include "gui/overview/ps-alerts-card.h"
#include "gui/overview/ps-alerts-page.h"
#include "gui/overview/ps-overview-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/ps-chart-view.h"

/* The region of gui-test.c: De Wissel realised € 11.300,00 of € 10.000,00, Het Anker € 8.000,00 of € 10.000,00; not contracted € 500,00. */

static PsSession *
session_of (DeskFixture *fixture)
{
  return ps_window_get_session (fixture->window);
}

static gboolean
has_data (gpointer session)
{
  return ps_overview_data_peek (session, TRUE) != NULL;
}

static void
wait_data (DeskFixture *fixture)
{
  gui_wait_until (has_data, session_of (fixture));
  gui_settle_down ();
}

static void
set_up (DeskFixture *fixture, gconstpointer data)
{
  desk_set_up (fixture, data);
  desk_show (fixture, "overview");
  wait_data (fixture);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_tile (DeskFixture *fixture, const char *id, const char *text)
{
  GtkWidget *tile = find_named (desk_page (fixture), id);

  g_test_message ("%s: %s", id, text);
  g_assert_nonnull (tile);
  g_assert_true (gui_has_text (tile, text));
}

/* Worked by hand from the region's files. */
static void
test_figures (DeskFixture *fixture, gconstpointer data)
{
  PsTable *deviations = desk_table (fixture, "Largest deviations");
  PsChartView *months = PS_CHART_VIEW (gui_find_type (desk_page (fixture), PS_TYPE_CHART_VIEW));

  g_assert_true (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
  assert_tile (fixture, "agreed", "20,000.00");
  assert_tile (fixture, "agreed", "2 providers");
  assert_tile (fixture, "realised", "19,300.00");
  assert_tile (fixture, "realised", "96.5");
  assert_tile (fixture, "forecast", "19,300.00");
  assert_tile (fixture, "paid", "22,000.00");
  /* € 500,00 of € 19.800,00 */
  assert_tile (fixture, "nga", "2.5");
  assert_tile (fixture, "clients", "4");
  g_assert_cmpuint (ps_table_get_n_shown (deviations), ==, 2);
  g_assert_cmpint (ps_table_row_get_number (desk_row (deviations, "Praktijk Het Anker"), 3), ==, -200000);
  g_assert_cmpint (ps_table_row_get_number (desk_row (deviations, "Zorggroep De Wissel"), 3), ==, 130000);
  g_assert_cmpint (ps_table_row_get_number (desk_row (deviations, "Zorggroep De Wissel"), 2), ==, 11300);
  g_assert_cmpuint (ps_chart_view_get_n_spots (months), >=, 12);
  gui_assert_names (desk_page (fixture));
}

static void
test_deviation_opens_provider (DeskFixture *fixture, gconstpointer data)
{
  desk_open_row (desk_table (fixture, "Largest deviations"), "Praktijk Het Anker");
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  desk_wait_text (fixture, "Praktijk Het Anker");
}

/* Signals */

static PsTable *
signals_of (DeskFixture *fixture)
{
  return desk_table (fixture, "Signals");
}

static GtkWidget *
card_of (DeskFixture *fixture)
{
  GtkWidget *card = gui_find_type (desk_page (fixture), PS_TYPE_ALERTS_CARD);

  g_assert_nonnull (card);
  return card;
}

static guint
count_open (DeskFixture *fixture)
{
  return ps_alerts_count (ps_overview_data_peek (session_of (fixture), TRUE), FALSE);
}

/* Most urgent first; at stake is what is over the ceiling, € 1.300,00, which is more than what the scheme would deduct of it. */
static void
test_signals (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = signals_of (fixture);
  PsTableRow *reached = desk_row (table, "Ceiling reached");
  gint64 urgency = 0;

  g_assert_nonnull (reached);
  g_assert_nonnull (strstr (ps_table_row_get_text (reached, PS_ALERTS_WHAT), "Zorggroep De Wissel"));
  g_assert_cmpint (ps_table_row_get_number (reached, PS_ALERTS_AT_STAKE), ==, 130000);
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    {
      g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (table, i), PS_ALERTS_URGENCY), >=, urgency);
      urgency = ps_table_row_get_number (ps_table_get_shown (table, i), PS_ALERTS_URGENCY);
    }
  g_assert_cmpint (urgency, >, PS_URGENT);
}

/* Who opens the window has the signals under the fingers. */
static void
test_focus (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  desk_show (fixture, "providers");
  desk_show (fixture, "overview");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (signals_of (fixture))));
}

static gboolean
shows_forecast (gpointer window)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (ps_window_get_page (window)), "PsForecastPage");
}

static void
test_signal_opens_thing (DeskFixture *fixture, gconstpointer data)
{
  desk_open_row (signals_of (fixture), "Ceiling reached");
  gui_wait_until (shows_forecast, fixture->window);
  desk_wait_text (fixture, "Zorggroep De Wissel");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_true (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
}

/* Each of them leads somewhere. */
static void
test_every_signal_opens (DeskFixture *fixture, gconstpointer data)
{
  guint n = ps_table_get_n_shown (signals_of (fixture));

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    {
      g_signal_emit_by_name (signals_of (fixture), "row-activated", ps_table_get_shown (signals_of (fixture), i));
      gui_settle_down ();
      g_assert_false (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
      g_assert_true (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
    }
}

static void
select_signal (DeskFixture *fixture, const char *kind)
{
  PsTableRow *row = desk_row (signals_of (fixture), kind);

  g_assert_nonnull (row);
  ps_table_set_selected (signals_of (fixture), ps_table_row_get_id (row));
  gui_settle_down ();
}

static PsFormDialog *
put_aside (DeskFixture *fixture, const char *kind)
{
  select_signal (fixture, kind);
  g_assert_true (gtk_widget_activate_action (card_of (fixture), "signal.aside", NULL));
  return desk_wait_dialog ();
}

static gboolean
has_fresh_data (gpointer fixture)
{
  PsOverviewData *data = ps_overview_data_peek (session_of (fixture), TRUE);

  return data != NULL && !ps_session_is_busy (session_of (fixture)) && !ps_session_is_writing (session_of (fixture));
}

static gboolean
none_aside (gpointer fixture)
{
  return has_fresh_data (fixture) && ps_alerts_count (ps_overview_data_peek (session_of (fixture), TRUE), TRUE) == 0;
}

static gboolean
one_aside (gpointer fixture)
{
  return has_fresh_data (fixture) && ps_alerts_count (ps_overview_data_peek (session_of (fixture), TRUE), TRUE) == 1;
}

/* It wants a reason and a day that is still to come; and comes back when that is undone. */
static void
test_put_aside (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = put_aside (fixture, "Ceiling reached");
  PsForm *form = ps_form_dialog_get_form (dialog);
  guint n = count_open (fixture);

  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "reason", "Wachtlijst wordt overlegd");
  g_assert_true (ps_form_is_valid (form));
  desk_type (dialog, "until", "01-01-2020");
  g_assert_false (ps_form_is_valid (form));
  ps_form_set_date (form, "until", ps_overview_data_peek (session_of (fixture), TRUE)->today + 7);
  desk_save (dialog);
  gui_wait_until (one_aside, fixture);
  gui_settle_down ();
  g_assert_cmpuint (count_open (fixture), ==, n - 1);
  g_assert_null (desk_row (signals_of (fixture), "Ceiling reached"));
  g_assert_true (gui_has_text (desk_page (fixture), "1 put aside"));

  desk_undo (fixture);
  gui_wait_until (none_aside, fixture);
  gui_settle_down ();
  g_assert_nonnull (desk_row (signals_of (fixture), "Ceiling reached"));
}

/* Several of a kind: on the card not one by one */

#define N_ALIKE 7

static PsOverviewData *
add_alike (DeskFixture *fixture)
{
  PsOverviewData *data = ps_overview_data_peek (session_of (fixture), TRUE);

  for (guint i = 0; i < N_ALIKE; i++)
    {
      PsAlert *alert = ps_alert_new (PS_ALERT_TARIFF, PS_URGENT, PS_TARGET_PRODUCT);

      alert->key = g_strdup_printf ("tariff:2024:X%u", i);
      alert->what = g_strdup_printf ("X%u: a line without a tariff", i);
      alert->at_stake_cents = (N_ALIKE - i) * 100;
      g_ptr_array_insert (data->alerts, (int) i, alert);
    }
  ps_alerts_card_set (PS_ALERTS_CARD (card_of (fixture)), data);
  gui_settle_down ();
  return data;
}

/* The row that stands for the rest of them; `n_before`: of them above it, which it does not stand for. */
static PsTableRow *
find_rest (DeskFixture *fixture, guint *n_before)
{
  PsTable *table = signals_of (fixture);

  *n_before = 0;
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    {
      PsTableRow *row = ps_table_get_shown (table, i);
      const PsAlertsRow *about = ps_table_row_get_data (row);

      if (about->kind == PS_ALERT_TARIFF && about->key == NULL)
        return row;
      *n_before += about->kind == PS_ALERT_TARIFF;
    }
  g_error ("no row stands for the rest");
}

/* How many, and what they are worth together; they are not put aside at once, and stay below when the others are sorted. */
static void
test_rest (DeskFixture *fixture, gconstpointer data)
{
  guint n_before, n_rest;
  PsTableRow *rest;
  g_autofree char *what = NULL;

  add_alike (fixture);
  rest = find_rest (fixture, &n_before);
  n_rest = N_ALIKE - n_before;
  what = g_strdup_printf ("and %u more", n_rest);
  g_assert_cmpuint (n_before, >=, 1);
  g_assert_cmpuint (n_before, <=, 3);
  g_assert_cmpstr (ps_table_row_get_text (rest, PS_ALERTS_WHAT), ==, what);
  g_assert_cmpint (ps_table_row_get_number (rest, PS_ALERTS_AT_STAKE), ==, n_rest * (n_rest + 1) / 2 * 100);
  ps_table_set_selected (signals_of (fixture), ps_table_row_get_id (rest));
  gui_settle_down ();
  gtk_widget_activate_action (card_of (fixture), "signal.aside", NULL);
  gui_settle_down ();
  g_assert_false (desk_has_dialog ());
  ps_table_set_sort (signals_of (fixture), "at-stake", TRUE);
  g_assert_true (ps_table_get_shown (signals_of (fixture), ps_table_get_n_shown (signals_of (fixture)) - 1) == rest);
  ps_table_set_sort (signals_of (fixture), "what", FALSE);
  g_assert_true (ps_table_get_shown (signals_of (fixture), ps_table_get_n_shown (signals_of (fixture)) - 1) == rest);
}

static char *
kind_shown (DeskFixture *fixture)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_widget_get_template_child (desk_page (fixture), PS_TYPE_ALERTS_PAGE, "kind_drop"));

  return g_strdup (gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down)));
}

/* It leads to all of its kind, which is seen there, and undone with a click. */
static void
test_rest_opens (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *kind = NULL, *every = NULL, *all = NULL;
  GtkWidget *button;
  guint n_before;

  add_alike (fixture);
  g_signal_emit_by_name (signals_of (fixture), "row-activated", find_rest (fixture, &n_before));
  desk_wait_page (fixture, PS_TYPE_ALERTS_PAGE);
  gui_settle_down ();
  gui_assert_names (desk_page (fixture));
  kind = kind_shown (fixture);
  button = GTK_WIDGET (gtk_widget_get_template_child (desk_page (fixture), PS_TYPE_ALERTS_PAGE, "every"));
  g_assert_cmpstr (kind, ==, "Tariff missing (7)");
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, N_ALIKE);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  gui_settle_down ();
  every = kind_shown (fixture);
  all = g_strdup_printf ("Every kind (%u)", count_open (fixture));
  g_assert_cmpstr (every, ==, all);
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, count_open (fixture));
  g_assert_false (gtk_widget_get_visible (button));
}

/* A kind is chosen by hand as well. */
static void
test_choose_kind (DeskFixture *fixture, gconstpointer data)
{
  GtkDropDown *drop_down;
  g_autofree char *kind = NULL;

  add_alike (fixture);
  gtk_widget_activate_action (card_of (fixture), "signal.all", NULL);
  desk_wait_page (fixture, PS_TYPE_ALERTS_PAGE);
  drop_down = GTK_DROP_DOWN (gtk_widget_get_template_child (desk_page (fixture), PS_TYPE_ALERTS_PAGE, "kind_drop"));
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, count_open (fixture));
  gtk_drop_down_set_selected (drop_down, 1);
  kind = kind_shown (fixture);
  g_assert_cmpstr (kind, ==, "Ceiling reached (1)");
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, 1);
}

static GtkDropDown *
which_of (DeskFixture *fixture)
{
  GtkWidget *page = desk_page (fixture);

  return GTK_DROP_DOWN (gtk_widget_get_template_child (page, PS_TYPE_ALERTS_PAGE, "which"));
}

/* Those that were put aside are on the page of all, with why, and come back from there. */
static void
test_all_signals (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = put_aside (fixture, "Ceiling reached");
  PsTableRow *row;

  desk_type (dialog, "reason", "Wachtlijst wordt overlegd");
  desk_save (dialog);
  gui_wait_until (one_aside, fixture);
  gtk_widget_activate_action (card_of (fixture), "signal.all", NULL);
  desk_wait_page (fixture, PS_TYPE_ALERTS_PAGE);
  gui_assert_names (desk_page (fixture));
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, count_open (fixture));
  g_assert_null (desk_row (signals_of (fixture), "Ceiling reached"));
  gtk_drop_down_set_selected (which_of (fixture), PS_WHICH_ALERTS_ASIDE);
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, 1);
  row = desk_row (signals_of (fixture), "Ceiling reached");
  g_assert_nonnull (strstr (ps_table_row_get_text (row, PS_ALERTS_ASIDE), "Wachtlijst wordt overlegd"));
  select_signal (fixture, "Ceiling reached");
  gtk_widget_activate_action (card_of (fixture), "signal.wake", NULL);
  gui_wait_until (none_aside, fixture);
  gui_settle_down ();
  g_assert_cmpuint (ps_table_get_n_shown (signals_of (fixture)), ==, 0);
  gtk_drop_down_set_selected (which_of (fixture), PS_WHICH_ALERTS_OPEN);
  g_assert_nonnull (desk_row (signals_of (fixture), "Ceiling reached"));
}

/* The sidebar */

static void
assert_count (DeskFixture *fixture, const char *section, guint n)
{
  GtkWidget *row = find_named (GTK_WIDGET (fixture->window), section);
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "count");
  g_autofree char *count = g_strdup_printf ("%u", n);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, count);
  g_assert_cmpint (gtk_widget_get_visible (label), ==, n > 0);
}

static void
test_sidebar (DeskFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_open (fixture), >, 2);
  assert_count (fixture, "overview", count_open (fixture));
  /* De Wissel at its ceiling, Het Anker under its bandwidth. */
  assert_count (fixture, "bandwidth", 2);
  assert_count (fixture, "history", 0);
}

/* What is shared */

typedef struct
{
  guint n;
  PsOverviewData *data[2];
  GError *error;
} Answers;

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GError) error = NULL;
  PsOverviewData *data = ps_overview_data_finish (PS_SESSION (source), result, &error);

  answers->data[answers->n++] = data;
  if (error != NULL && answers->error == NULL)
    answers->error = g_steal_pointer (&error);
}

static gboolean
has_two (gpointer answers)
{
  return ((Answers *) answers)->n == 2;
}

/* Two who ask at once get the same, worked out once; the next one finds it there. */
static void
test_shared (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsSession) session = gui_open_session (fixture->path);
  Answers answers = { 0 };

  g_assert_null (ps_overview_data_peek (session, FALSE));
  ps_overview_data_async (session, TRUE, NULL, NULL, on_answer_cb, &answers);
  ps_overview_data_async (session, FALSE, NULL, NULL, on_answer_cb, &answers);
  gui_wait_until (has_two, &answers);
  g_assert_no_error (answers.error);
  g_assert_nonnull (answers.data[0]);
  g_assert_true (answers.data[0] == answers.data[1]);
  g_assert_true (ps_overview_data_peek (session, TRUE) == answers.data[0]);
  g_assert_cmpint (answers.data[0]->figures->year, ==, 2024);
  ps_overview_data_unref (answers.data[0]);
  ps_overview_data_unref (answers.data[1]);
}

/* The one who does not want it any more does not take it from the other; when nobody does, all hear so, and it can be asked for again. */
static void
test_cancelled (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsSession) session = gui_open_session (fixture->path);
  g_autoptr (GCancellable) one = g_cancellable_new ();
  Answers answers = { 0 }, again = { 0 };

  ps_overview_data_async (session, TRUE, one, NULL, on_answer_cb, &answers);
  ps_overview_data_async (session, TRUE, NULL, NULL, on_answer_cb, &answers);
  g_cancellable_cancel (one);
  gui_wait_until (has_two, &answers);
  g_assert_error (answers.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true ((answers.data[0] != NULL) != (answers.data[1] != NULL));
  g_clear_error (&answers.error);
  ps_overview_data_unref (answers.data[0] != NULL ? answers.data[0] : answers.data[1]);

  ps_session_close (session);
  ps_overview_data_async (session, TRUE, NULL, NULL, on_answer_cb, &again);
  ps_overview_data_async (session, FALSE, NULL, NULL, on_answer_cb, &again);
  gui_wait_until (has_two, &again);
  g_assert_error (again.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (again.data[0]);
  g_clear_error (&again.error);
}

/* A file of a newer program may be looked at, and nothing in it put aside. */
static void
test_read_only (DeskFixture *fixture, gconstpointer data)
{
  sqlite3 *db = NULL;
  g_autoptr (PsSession) session = NULL;
  g_autoptr (GtkWidget) card = NULL;
  Answers answers = { .n = 1 };

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  session = gui_open_session (fixture->path);
  g_assert_true (ps_session_is_read_only (session));
  ps_overview_data_async (session, TRUE, NULL, NULL, on_answer_cb, &answers);
  gui_wait_until (has_two, &answers);
  g_assert_no_error (answers.error);
  card = g_object_ref_sink (ps_alerts_card_new (session, 8));
  ps_alerts_card_set (PS_ALERTS_CARD (card), answers.data[1]);
  g_assert_cmpuint (ps_table_get_n_shown (ps_alerts_card_get_table (PS_ALERTS_CARD (card))), >, 0);
  ps_table_set_selected (ps_alerts_card_get_table (PS_ALERTS_CARD (card)),
                         ps_table_row_get_id (ps_table_get_shown (ps_alerts_card_get_table (PS_ALERTS_CARD (card)), 0)));
  gtk_widget_activate_action (card, "signal.aside", NULL);
  gui_settle_down ();
  g_assert_false (desk_has_dialog ());
  ps_overview_data_unref (answers.data[1]);
}

#define TEST(path, function) g_test_add ("/overview/" path, DeskFixture, NULL, set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  TEST ("figures", test_figures);
  TEST ("deviation-opens-provider", test_deviation_opens_provider);
  TEST ("signals", test_signals);
  TEST ("focus", test_focus);
  TEST ("signal-opens-thing", test_signal_opens_thing);
  TEST ("every-signal-opens", test_every_signal_opens);
  TEST ("put-aside", test_put_aside);
  TEST ("rest", test_rest);
  TEST ("rest-opens", test_rest_opens);
  TEST ("choose-kind", test_choose_kind);
  TEST ("all-signals", test_all_signals);
  TEST ("sidebar", test_sidebar);
  TEST ("shared", test_shared);
  TEST ("cancelled", test_cancelled);
  TEST ("read-only", test_read_only);
  return g_test_run ();
}
