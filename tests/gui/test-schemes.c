/* test-schemes.c: the scheme pages: what is typed is drawn, tried, warned for and saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "page-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"
#include "gui/ps-unsaved.h"
#include "gui/ps-value-entry.h"
#include "gui/schemes/ps-amount-card.h"
#include "gui/schemes/ps-scheme-effect.h"
#include "gui/schemes/ps-scheme-page.h"
#include "gui/schemes/ps-scheme-used.h"
#include "gui/schemes/ps-scheme-words.h"
#include "gui/schemes/ps-schemes-page.h"
#include "gui/schemes/ps-steps-editor.h"
#include "store/ps-desk.h"

#define NBSP "\302\240"

typedef PageFixture Fixture;

static PsStepsEditor *
find_editor (GtkWidget *root, gboolean norm)
{
  GtkWidget *editor = gui_find_type (root, PS_TYPE_STEPS_EDITOR);

  if (!norm)
    return PS_STEPS_EDITOR (editor);
  for (GtkWidget *other = root; other != NULL; other = NULL)
    {
      GtkWidget *cards = gtk_widget_get_parent (gtk_widget_get_parent (editor));

      for (GtkWidget *child = gtk_widget_get_first_child (cards); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          GtkWidget *found = gui_find_type (child, PS_TYPE_STEPS_EDITOR);

          if (found != NULL && found != editor)
            return PS_STEPS_EDITOR (found);
        }
    }
  g_assert_not_reached ();
}

static void
type (GtkWidget *entry, const char *text)
{
  g_assert_nonnull (entry);
  ps_value_entry_type (PS_VALUE_ENTRY (entry), text);
}

static GtkWidget *
name_entry (GtkWidget *page)
{
  return gui_find_type (page, PS_TYPE_VALUE_ENTRY);
}

static gboolean
is_enabled (GtkWidget *page, const char *label)
{
  if (GTK_IS_BUTTON (page) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (page)), label) == 0)
    return gtk_widget_is_sensitive (page);
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_enabled (child, label))
      return TRUE;
  return FALSE;
}

static guint
find_scheme (Fixture *fixture, const char *name)
{
  const PsSettledYear *settled = ps_session_get_settled (fixture->session);

  for (guint i = 0; settled != NULL && i < settled->region->schemes->len; i++)
    if (g_str_equal (ps_region_scheme (settled->region, i)->name, name))
      return i;
  return PS_NONE;
}

/* The first scheme of the region that stands in an agreement of the year. */
static guint
used_scheme (Fixture *fixture)
{
  const PsSettledYear *settled = ps_session_get_settled (fixture->session);

  for (guint i = 0; i < settled->region->schemes->len; i++)
    {
      g_autoptr (GArray) effects = ps_scheme_effect_of_bands (settled, i, NULL);

      if (effects->len > 0)
        return i;
    }
  g_assert_not_reached ();
}

typedef struct
{
  Fixture *fixture;
  GtkWidget *page;
  const char *name;
} Waiting;

static gboolean
is_there (gpointer user_data)
{
  const Waiting *waiting = user_data;

  return find_scheme (waiting->fixture, waiting->name) != PS_NONE && !ps_session_is_writing (waiting->fixture->session)
         && waiting->fixture->navigator->told != NULL;
}

static gboolean
is_gone (gpointer user_data)
{
  const Waiting *waiting = user_data;

  return find_scheme (waiting->fixture, waiting->name) == PS_NONE && !ps_session_is_writing (waiting->fixture->session);
}

static gboolean
use_is_known (gpointer user_data)
{
  const Waiting *waiting = user_data;

  return ps_scheme_used_is_known (PS_SCHEME_USED (gui_find_type (waiting->page, PS_TYPE_SCHEME_USED)));
}

static gboolean
is_warned (gpointer user_data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        {
          *(AdwMessageDialog **) user_data = ADW_MESSAGE_DIALOG (window);
          return TRUE;
        }
    }
  return FALSE;
}

/* Tests */

/* Every scheme of the region is in the list, and a row opens it. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_schemes_page_new (fixture->session);
  const PsSettledYear *settled = ps_session_get_settled (fixture->session);
  PsTable *table;

  page_show (fixture, page);
  gui_assert_names (page);
  table = PS_TABLE (gui_find_table (page, "Incentive schemes"));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, settled->region->schemes->len);
  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 0));
  g_assert_true (PS_IS_SCHEME_PAGE (fixture->navigator->pushed));
  ps_table_set_filter (table, "no scheme is called like that");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (PsScheme) donut = ps_scheme_new_preset (PS_PRESET_DONUT_HOLE);
  g_autoptr (PsScheme) cliff = ps_scheme_new_preset (PS_PRESET_CLIFF);
  g_autofree char *bands = ps_scheme_bands_text (donut), *kind = ps_scheme_kind_text (donut),
                  *whole = ps_scheme_kind_text (cliff);
  g_autofree char *middle = ps_scheme_band_range (donut->bands, 1), *last = ps_scheme_band_range (donut->bands, 2), *norm = NULL,
                  *only = NULL;
  const PsStep steps[] = { { 0, 8500 }, { 3, 7000 } };

  g_assert_cmpstr (bands, ==, "100" NBSP "% · 0" NBSP "% from 100" NBSP "% · 100" NBSP "% from 103" NBSP "%");
  g_assert_cmpstr (kind, ==, "per band");
  g_assert_cmpstr (whole, ==, "whole (cliff)");
  g_assert_cmpstr (middle, ==, "100 – 103" NBSP "%");
  g_assert_cmpstr (last, ==, "above 103" NBSP "%");
  g_array_set_size (donut->bands, 1);
  g_array_append_vals (donut->norm_steps, steps, 2);
  norm = ps_scheme_norm_text (donut);
  only = ps_scheme_kind_text (donut);
  g_assert_cmpstr (norm, ==, "85" NBSP "% after the norm · 70" NBSP "% from 3 months later");
  g_assert_cmpstr (only, ==, "only norm duration");
}

/* A preset is not saved yet, but nothing was typed either: leaving it asks nothing. What is typed is drawn and tried at once. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_scheme_page_new_preset (fixture->session, PS_PRESET_DONUT_HOLE);
  PsStepsEditor *bands;
  PsAmountCard *card;

  page_show (fixture, page);
  gui_assert_names (page);
  bands = find_editor (page, FALSE);
  card = PS_AMOUNT_CARD (gui_find_type (page, PS_TYPE_AMOUNT_CARD));
  g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (page)));
  type (ps_amount_card_get_entry (card, FALSE), "1764000");
  type (ps_amount_card_get_entry (card, TRUE), "1.972.899,40");
  type (ps_steps_editor_get_paid (bands, 2), "70");
  ps_steps_editor_add (bands);
  type (ps_steps_editor_get_from (bands, 3), "108");
  type (ps_steps_editor_get_paid (bands, 3), "40");
  g_assert_cmpstr (ps_steps_editor_get_meaning (bands, 1), ==, "donut hole");
  g_assert_cmpstr (ps_steps_editor_get_meaning (bands, 3), ==, "graduated discount");
  g_assert_true (ps_unsaved_has_unsaved (PS_UNSAVED (page)));
  g_assert_true (gui_has_text (page, "€" NBSP "1,852,851.76"));
  g_assert_true (
      gui_has_text (page, "Of every euro produced 93.9" NBSP "% is paid. The next €" NBSP "1,000.00 brings €" NBSP "400.00."));
  g_assert_cmpuint (ps_chart_view_get_n_spots (PS_CHART_VIEW (gui_find_type (page, PS_TYPE_CHART_VIEW))), ==, 4);
}

/* What is wrong is said beside the step, and cannot be saved. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_scheme_page_new_preset (fixture->session, PS_PRESET_DONUT_HOLE);
  PsStepsEditor *bands;

  page_show (fixture, page);
  bands = find_editor (page, FALSE);
  g_assert_false (is_enabled (page, "_Save"));
  type (name_entry (page), "Donuthole 3 %");
  g_assert_true (is_enabled (page, "_Save"));
  type (ps_steps_editor_get_from (bands, 2), "90");
  g_assert_nonnull (strstr (ps_steps_editor_get_meaning (bands, 2), "after the one before"));
  g_assert_false (is_enabled (page, "_Save"));
  type (ps_steps_editor_get_from (bands, 2), "103");
  type (ps_steps_editor_get_paid (bands, 2), "130");
  g_assert_false (is_enabled (page, "_Save"));
  g_assert_cmpstr (ps_steps_editor_get_meaning (bands, 2), !=, "paid in full");
  type (ps_steps_editor_get_paid (bands, 2), "half");
  g_assert_false (is_enabled (page, "_Save"));
  ps_steps_editor_remove (bands, 2);
  g_assert_true (is_enabled (page, "_Save"));
  g_assert_cmpstr (ps_steps_editor_get_meaning (bands, 1), ==, "hard ceiling");
  type (name_entry (page), ps_region_scheme (ps_session_get_settled (fixture->session)->region, 0)->name);
  g_assert_false (is_enabled (page, "_Save"));
}

/* A cliff is said to be one. */
static void
test_cliff (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_scheme_page_new_preset (fixture->session, PS_PRESET_CLIFF);
  PsAmountCard *card;

  page_show (fixture, page);
  card = PS_AMOUNT_CARD (gui_find_type (page, PS_TYPE_AMOUNT_CARD));
  type (ps_amount_card_get_entry (card, FALSE), "100000");
  type (ps_amount_card_get_entry (card, TRUE), "105000");
  g_assert_true (gui_has_text (page, "one euro more over a border"));
  g_assert_true (gui_has_text (page, "it falls off the cliff"));
}

static void
save (Fixture *fixture, GtkWidget *page, const char *name)
{
  Waiting waiting = { fixture, page, name };

  g_clear_pointer (&fixture->navigator->told, g_free);
  gtk_widget_activate_action (page, "scheme.save", NULL);
  gui_wait_until (is_there, &waiting);
}

/* Saved, read back from the file, renamed, and deleted again: nothing uses it. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_scheme_page_new_preset (fixture->session, PS_PRESET_DISCOUNT);
  PsStepsEditor *norm;
  const PsScheme *saved;
  Waiting waiting = { fixture, page, "Staffel 2" };

  page_show (fixture, page);
  norm = find_editor (page, TRUE);
  ps_steps_editor_add (norm);
  type (name_entry (page), "Staffel 1");
  save (fixture, page, "Staffel 1");
  saved = ps_region_scheme (ps_session_get_settled (fixture->session)->region, find_scheme (fixture, "Staffel 1"));
  g_assert_cmpuint (saved->bands->len, ==, 4);
  g_assert_cmpuint (saved->norm_steps->len, ==, 1);
  g_assert_cmpint (g_array_index (saved->norm_steps, PsStep, 0).paid_bp, ==, 8500);
  g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (page)));
  g_assert_cmpint (fixture->navigator->record, >, 0);

  type (name_entry (page), "Staffel 2");
  save (fixture, page, "Staffel 2");
  g_assert_cmpuint (find_scheme (fixture, "Staffel 1"), ==, PS_NONE);
  gui_wait_until (use_is_known, &waiting);
  gtk_widget_activate_action (page, "scheme.delete", NULL);
  gui_wait_until (is_gone, &waiting);
}

/* One in use is not changed without a warning that says what it makes; a copy is offered, and leaves it as it was. */
static void
test_warning (Fixture *fixture, gconstpointer data)
{
  guint place = used_scheme (fixture);
  const PsScheme *scheme = ps_region_scheme (ps_session_get_settled (fixture->session)->region, place);
  g_autoptr (PsScheme) before = ps_scheme_copy (scheme);
  g_autofree char *copy = g_strdup_printf ("%s (copy)", scheme->name);
  GtkWidget *page = ps_scheme_page_new (fixture->session, place);
  AdwMessageDialog *dialog = NULL;
  Waiting waiting = { fixture, page, copy };

  page_show (fixture, page);
  gui_assert_names (page);
  gui_wait_until (use_is_known, &waiting);
  type (ps_steps_editor_get_paid (find_editor (page, FALSE), 0), "50");
  gtk_widget_activate_action (page, "scheme.save", NULL);
  gui_wait_until (is_warned, &dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), " of 2024"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "€"));
  adw_message_dialog_response (dialog, "copy");
  gui_wait_until (is_there, &waiting);
  scheme = ps_region_scheme (ps_session_get_settled (fixture->session)->region, find_scheme (fixture, before->name));
  g_assert_true (ps_scheme_equal (scheme, before));
  scheme = ps_region_scheme (ps_session_get_settled (fixture->session)->region, find_scheme (fixture, copy));
  g_assert_cmpint (g_array_index (scheme->bands, PsStep, 0).paid_bp, ==, 5000);
}

/* What the page says that a change would make is what a settlement makes of it. */
static void
test_effect (Fixture *fixture, gconstpointer data)
{
  guint place = used_scheme (fixture);
  const PsSettledYear *settled = ps_session_get_settled (fixture->session);
  g_autoptr (PsScheme) nothing = ps_scheme_copy (ps_region_scheme (settled->region, place));
  g_autoptr (GArray) same = ps_scheme_effect_of_bands (settled, place, nothing);
  g_autoptr (GArray) changed = NULL;
  const PsStep norm = { 0, 5000 };
  gint64 saved, sum, sum_of_same;

  ps_scheme_effect_sum (same, &saved, &sum_of_same);
  g_assert_cmpint (saved, ==, sum_of_same);
  g_assert_true (ps_scheme_effect_is_quick (ps_region_scheme (settled->region, place), nothing));
  for (guint i = 0; i < nothing->bands->len; i++)
    g_array_index (nothing->bands, PsStep, i).paid_bp = 0;
  changed = ps_scheme_effect_of_bands (settled, place, nothing);
  ps_scheme_effect_sum (changed, &saved, &sum);
  g_assert_cmpint (saved, ==, sum_of_same);
  g_assert_cmpint (sum, >, saved);
  g_array_append_val (nothing->norm_steps, norm);
  g_assert_false (ps_scheme_effect_is_quick (ps_region_scheme (settled->region, place), nothing));
}

typedef struct
{
  gboolean done;
  GArray *effects;
} Answer;

static void
on_effects_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->effects = ps_scheme_effect_finish (PS_SESSION (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gboolean
is_answered (gpointer user_data)
{
  return ((Answer *) user_data)->done;
}

/* Settled anew on a worker, a change of the bands alone gives what the figures already say. */
static void
test_effect_anew (Fixture *fixture, gconstpointer data)
{
  guint place = used_scheme (fixture);
  const PsSettledYear *settled = ps_session_get_settled (fixture->session);
  g_autoptr (PsScheme) changed = ps_scheme_copy (ps_region_scheme (settled->region, place));
  g_autoptr (GArray) quick = NULL;
  Answer answer = { FALSE, NULL };

  g_array_index (changed->bands, PsStep, 0).paid_bp = 7500;
  quick = ps_scheme_effect_of_bands (settled, place, changed);
  ps_scheme_effect_async (fixture->session, place, changed, on_effects_cb, &answer);
  gui_wait_until (is_answered, &answer);
  g_assert_cmpuint (answer.effects->len, ==, quick->len);
  for (guint i = 0; i < quick->len; i++)
    {
      const PsSchemeEffect *first = &g_array_index (quick, PsSchemeEffect, i);
      const PsSchemeEffect *second = &g_array_index (answer.effects, PsSchemeEffect, i);

      g_assert_cmpint (first->changed_cents, ==, second->changed_cents);
      g_assert_cmpint (first->saved_cents, ==, second->saved_cents);
    }
  g_array_unref (answer.effects);
}

/* Discard brings back what was saved, whatever was typed. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  guint place = used_scheme (fixture);
  GtkWidget *page = ps_scheme_page_new (fixture->session, place);
  const char *name = ps_region_scheme (ps_session_get_settled (fixture->session)->region, place)->name;
  Waiting waiting = { fixture, page, name };
  g_autofree char *lost = NULL;

  page_show (fixture, page);
  gui_wait_until (use_is_known, &waiting);
  type (name_entry (page), "Otherwise");
  type (ps_steps_editor_get_paid (find_editor (page, FALSE), 0), "ten");
  g_assert_true (ps_unsaved_has_unsaved (PS_UNSAVED (page)));
  g_assert_false (ps_unsaved_can_save (PS_UNSAVED (page)));
  lost = ps_unsaved_describe (PS_UNSAVED (page));
  g_assert_nonnull (strstr (lost, name));
  gtk_widget_activate_action (page, "scheme.discard", NULL);
  g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (page)));
  g_assert_cmpstr (ps_value_entry_get_text (PS_VALUE_ENTRY (name_entry (page))), ==, name);
}

/* As if a newer program had made the file: SQLite keeps user_version at byte 60. */
static void
make_newer (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  content[62] = 1;
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Everything is to be seen, nothing to be changed. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  PsSession *session;

  ps_session_close (fixture->session);
  g_object_unref (fixture->session);
  gui_settle_down ();
  make_newer (fixture->path);
  session = fixture->session = gui_open_session (fixture->path);
  g_assert_true (ps_session_is_read_only (session));
  page = ps_scheme_page_new (session, used_scheme (fixture));
  page_show (fixture, page);
  g_assert_false (gtk_widget_is_sensitive (name_entry (page)));
  g_assert_false (gtk_widget_is_sensitive (ps_steps_editor_get_paid (find_editor (page, FALSE), 0)));
  g_assert_false (is_enabled (page, "_Save"));
  g_assert_false (is_enabled (page, "Add _Band"));
  g_assert_true (
      gtk_widget_is_sensitive (ps_amount_card_get_entry (PS_AMOUNT_CARD (gui_find_type (page, PS_TYPE_AMOUNT_CARD)), FALSE)));
}

#define ADD(name, function) g_test_add ("/gui/schemes/" name, Fixture, NULL, page_set_up, function, page_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add_func ("/gui/schemes/words", test_words);
  ADD ("list", test_list);
  ADD ("live", test_live);
  ADD ("problems", test_problems);
  ADD ("cliff", test_cliff);
  ADD ("save", test_save);
  ADD ("warning", test_warning);
  ADD ("effect", test_effect);
  ADD ("effect-anew", test_effect_anew);
  ADD ("discard", test_discard);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
