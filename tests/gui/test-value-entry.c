/* test-value-entry.c: what people type becomes one exact value, or is said to be wrong
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "core/ps-checks.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-value-entry.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *other; /* something else to go to */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->other = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (fixture->box), fixture->other);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
}

static PsValueEntry *
show_entry (Fixture *fixture, PsEntryKind kind, gboolean compact)
{
  GtkWidget *entry = ps_value_entry_new (kind, "Ceiling", compact);

  gtk_box_append (GTK_BOX (fixture->box), entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  return PS_VALUE_ENTRY (entry);
}

static GtkEditable *
editable_of (gpointer entry)
{
  return GTK_EDITABLE (gui_find_type (entry, GTK_TYPE_ENTRY));
}

static void
assert_invalid (gpointer entry, gboolean invalid)
{
  GtkWidget *inner = GTK_WIDGET (editable_of (entry));
  g_autofree char *wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_STATE_INVALID,
                                                            invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE);

  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (gtk_widget_has_css_class (inner, "error"), ==, invalid);
}

static void
test_reads (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PsEntryKind kind;
    const char *typed;
    gint64 number;
    const char *written;
  } cases[] = {
    { PS_ENTRY_MONEY, "1234,5", 123450, "1.234,50" }, { PS_ENTRY_MONEY, "€ 1.234,50", 123450, "1.234,50" },
    { PS_ENTRY_MONEY, "-12", -1200, "-12,00" },       { PS_ENTRY_TARIFF, "93,42", 934200, "93,42" },
    { PS_ENTRY_TARIFF, "1,5934", 15934, "1,5934" },   { PS_ENTRY_PERCENT, "103 %", 10300, "103" },
    { PS_ENTRY_PERCENT, "4,96", 496, "4,96" },        { PS_ENTRY_COUNT, "12", 12, "12" },
    { PS_ENTRY_VOLUME, "12,5", 12500, "12,5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsValueEntry *entry = show_entry (fixture, cases[i].kind, FALSE);

      ps_value_entry_type (entry, cases[i].typed);
      g_assert_true (ps_value_entry_is_valid (entry));
      g_assert_cmpint (ps_value_entry_get_number (entry), ==, cases[i].number);
      g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, cases[i].written);
      assert_invalid (entry, FALSE);
    }
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_MONEY, FALSE);

  ps_value_entry_set_number (entry, 100);
  ps_value_entry_type (entry, "12,345");
  g_assert_false (ps_value_entry_is_valid (entry));
  g_assert_cmpint (ps_value_entry_get_number (entry), ==, PS_NO_NUMBER);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "12,345");
  g_assert_nonnull (ps_value_entry_get_problem (entry));
  g_assert_true (gui_has_text (GTK_WIDGET (entry), ps_value_entry_get_problem (entry)));
  g_assert_true (ps_value_entry_is_changed (entry));
  assert_invalid (entry, TRUE);
  ps_value_entry_type (entry, "1");
  g_assert_true (ps_value_entry_is_valid (entry));
  g_assert_false (ps_value_entry_is_changed (entry));
  assert_invalid (entry, FALSE);
}

static gboolean
is_even (gint64 number, char **why, gpointer user_data)
{
  g_assert_true (user_data == (gpointer) "data");
  if (number % 2 != 0)
    *why = g_strdup ("Not even");
  return number % 2 == 0;
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *count = show_entry (fixture, PS_ENTRY_COUNT, FALSE);
  PsValueEntry *agb = show_entry (fixture, PS_ENTRY_TEXT, FALSE);

  ps_value_entry_set_range (count, 2, 10);
  ps_value_entry_set_number_check (count, is_even, (gpointer) "data");
  ps_value_entry_type (count, "12");
  g_assert_cmpstr (ps_value_entry_get_problem (count), ==, "This lies between 2 and 10.");
  ps_value_entry_type (count, "3");
  g_assert_cmpstr (ps_value_entry_get_problem (count), ==, "Not even");
  ps_value_entry_type (count, "10");
  g_assert_cmpstr (ps_value_entry_get_problem (count), ==, NULL);
  ps_value_entry_set_problem (count, "Taken already");
  g_assert_false (ps_value_entry_is_valid (count));
  g_assert_true (gui_has_text (GTK_WIDGET (count), "Taken already"));
  ps_value_entry_type (count, "8");
  g_assert_true (ps_value_entry_is_valid (count));

  ps_value_entry_set_check (agb, ps_check_agb);
  ps_value_entry_type (agb, "9400000");
  g_assert_false (ps_value_entry_is_valid (agb));
  ps_value_entry_type (agb, " 94000001 ");
  g_assert_true (ps_value_entry_is_valid (agb));
  g_assert_cmpstr (ps_value_entry_get_text (agb), ==, "94000001");
}

/* What is missing keeps a form from being saved at once, but is said only to who was there. */
static void
test_required (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_MONEY, FALSE);

  ps_value_entry_set_required (entry, TRUE);
  g_assert_false (ps_value_entry_is_valid (entry));
  assert_invalid (entry, FALSE);
  ps_value_entry_type (entry, "5");
  g_assert_true (ps_value_entry_is_valid (entry));
  ps_value_entry_type (entry, "");
  assert_invalid (entry, TRUE);
  g_assert_true (gui_has_text (GTK_WIDGET (entry), "This is needed."));
}

static void
count_cb (gpointer entry, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_MONEY, TRUE);
  guint changed = 0, given = 0;

  g_signal_connect (entry, "value-changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect (entry, "value-given", G_CALLBACK (count_cb), &given);
  ps_value_entry_set_number (entry, 500);
  g_assert_cmpuint (changed + given, ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (editable_of (entry), "6");
  g_assert_cmpuint (changed, >, 0);
  g_assert_cmpuint (given, ==, 0);
  gtk_widget_grab_focus (fixture->other);
  g_assert_cmpuint (given, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "6,00");
  /* The same amount again, and something that is none, are not given. */
  ps_value_entry_type (entry, "€ 6");
  ps_value_entry_type (entry, "zes");
  g_assert_cmpuint (given, ==, 1);
  ps_value_entry_type (entry, "");
  g_assert_cmpuint (given, ==, 2);
  g_assert_cmpint (ps_value_entry_get_number (entry), ==, PS_NO_NUMBER);
}

static void
test_understood (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_MONEY, FALSE);
  int height;

  ps_value_entry_set_hint (entry, "Without VAT");
  gui_settle_down ();
  height = gtk_widget_get_height (GTK_WIDGET (entry));
  g_assert_true (gui_has_text (GTK_WIDGET (entry), "Without VAT"));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (editable_of (entry), "1234,5");
  g_assert_true (gui_has_text (GTK_WIDGET (entry), "1,234.50"));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (entry)), ==, height);
  gtk_widget_grab_focus (fixture->other);
  g_assert_true (gui_has_text (GTK_WIDGET (entry), "Without VAT"));
}

static void
test_suffix (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_COUNT, FALSE);

  gtk_widget_grab_focus (fixture->other);
  ps_value_entry_set_suffix (entry, "months");
  ps_value_entry_set_number (entry, 6);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "6 months");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "6");
  gtk_editable_set_text (editable_of (entry), "7");
  gtk_widget_grab_focus (fixture->other);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "7 months");
  g_assert_cmpint (ps_value_entry_get_number (entry), ==, 7);
  g_assert_true (ps_value_entry_is_valid (entry));
}

/* Ctrl+Z takes back what was typed, not what the program wrote. */
static void
test_typing_undone (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_TEXT, FALSE);
  GtkWidget *text;

  ps_value_entry_set_text (entry, "Donut");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (ps_value_entry_get_text (entry), ==, "Donut");
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const char *const right[] = { "1-7-2024", "1/7/2024", "1 juli 2024", "2024-07-01", "01072024" };
  GtkWidget *entry = ps_date_entry_new_for_form ("From");
  PsDate day = ps_date_from_ymd (2024, 7, 1);

  gtk_box_append (GTK_BOX (fixture->box), entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (ps_date_entry_is_valid (PS_DATE_ENTRY (entry)));
  g_assert_cmpint (ps_date_entry_get_date (PS_DATE_ENTRY (entry)), ==, PS_DATE_OPEN);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      ps_date_entry_set_date (PS_DATE_ENTRY (entry), PS_DATE_OPEN);
      ps_date_entry_set_text (PS_DATE_ENTRY (entry), right[i]);
      g_assert_true (ps_date_entry_is_valid (PS_DATE_ENTRY (entry)));
      g_assert_true (ps_date_entry_is_changed (PS_DATE_ENTRY (entry)));
      g_assert_cmpint (ps_date_entry_get_date (PS_DATE_ENTRY (entry)), ==, day);
      g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "01-07-2024");
    }
  ps_date_entry_set_text (PS_DATE_ENTRY (entry), "31 juni 2024");
  assert_invalid (entry, TRUE);
  g_assert_true (gui_has_text (entry, ps_date_entry_get_problem (PS_DATE_ENTRY (entry))));
  g_assert_cmpstr (gtk_editable_get_text (editable_of (entry)), ==, "31 juni 2024");
  g_assert_cmpint (ps_date_entry_get_date (PS_DATE_ENTRY (entry)), ==, PS_DATE_OPEN);
  ps_date_entry_set_optional (PS_DATE_ENTRY (entry), TRUE);
  ps_date_entry_set_text (PS_DATE_ENTRY (entry), " ");
  g_assert_true (ps_date_entry_is_valid (PS_DATE_ENTRY (entry)));
  assert_invalid (entry, FALSE);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  show_entry (fixture, PS_ENTRY_MONEY, FALSE);
  show_entry (fixture, PS_ENTRY_TEXT, TRUE);
  gtk_box_append (GTK_BOX (fixture->box), ps_date_entry_new_for_form ("From"));
  gui_assert_names (fixture->box);
}

static void
assert_name (gpointer widget, const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  PsValueEntry *entry = show_entry (fixture, PS_ENTRY_PERCENT, FALSE);

  assert_name (editable_of (entry), "Ceiling");
  ps_value_entry_set_name (entry, "OVA 2026");
  assert_name (entry, "OVA 2026");
  assert_name (editable_of (entry), "OVA 2026");
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/value-entry/reads", Fixture, NULL, set_up, test_reads, tear_down);
  g_test_add ("/value-entry/wrong", Fixture, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/value-entry/checks", Fixture, NULL, set_up, test_checks, tear_down);
  g_test_add ("/value-entry/required", Fixture, NULL, set_up, test_required, tear_down);
  g_test_add ("/value-entry/signals", Fixture, NULL, set_up, test_signals, tear_down);
  g_test_add ("/value-entry/understood", Fixture, NULL, set_up, test_understood, tear_down);
  g_test_add ("/value-entry/suffix", Fixture, NULL, set_up, test_suffix, tear_down);
  g_test_add ("/value-entry/typing-undone", Fixture, NULL, set_up, test_typing_undone, tear_down);
  g_test_add ("/value-entry/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add ("/value-entry/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/value-entry/renamed", Fixture, NULL, set_up, test_renamed, tear_down);
  return g_test_run ();
}
