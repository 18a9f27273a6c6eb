/* test-agreements.c: performance agreements kept in the window: made, agreed, amended, compared, discarded
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "agreement-test.h"

#include "gui/agreements/ps-agreement-all.h"
#include "gui/agreements/ps-agreement-chooser.h"
#include "gui/agreements/ps-agreement-compare-page.h"
#include "gui/agreements/ps-agreement-making.h"
#include "gui/agreements/ps-agreement-page.h"
#include "gui/agreements/ps-agreement-tables.h"
#include "gui/agreements/ps-agreement-terms.h"
#include "gui/agreements/ps-agreements-list.h"
#include "store/ps-desk.h"

/* The list */

static void
test_list (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  PsTableRow *row;
  GtkWidget *which;

  desk_show (fixture, "agreements");
  table = desk_table (fixture, "Agreements");
  desk_wait_row (table, "Zorggroep De Wissel", TRUE);
  row = desk_row (table, "Zorggroep De Wissel");
  g_assert_cmpint (ps_table_row_get_number (row, PS_AGREEMENTS_CEILING), ==, 1000000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_AGREEMENTS_LINES), ==, 2);
  g_assert_cmpint (ps_table_row_get_number (row, PS_AGREEMENTS_LAST), ==, PS_NO_NUMBER);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_AGREEMENTS_STATE), ==, "Agreed");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_AGREEMENTS_SCHEME), ==, "Donut");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_AGREEMENTS_WARNINGS), ==, "2 warnings");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "Stille Zorg"), PS_AGREEMENTS_STATE), ==, "None yet");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "Ver Weg Zorg"), PS_AGREEMENTS_STATE), ==, "None: not contracted");
  g_assert_cmpint (ps_table_get_total (table, PS_AGREEMENTS_CEILING), ==, 2000000);
  g_assert_true (gui_has_text (desk_page (fixture), "2 agreed"));
  gui_assert_names (desk_page (fixture));

  which = gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN);
  static const guint shown[] = { 4, 2, 0, 2, 2 }; /* all, without, drafts, agreed, warnings */
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (which), i);
      g_assert_cmpuint (ps_table_get_n_shown (table), ==, shown[i]);
    }
}

static gboolean
is_in_grid (gpointer fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (agreement_grid (fixture))) != NULL;
}

/* Who opens one is in its grid, though it is read from the file first; also when it was opened with the mouse, and again. */
static void
test_opens_in_grid (DeskFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      agreement_open (fixture, "Zorggroep De Wissel");
      gui_wait_until (is_in_grid, fixture);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
      gui_settle_down ();
    }
}

/* New */

static void
test_new_empty (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  agreement_open (fixture, "Stille Zorg");
  desk_wait_text (fixture, "No Agreement with Stille Zorg for 2024");
  gui_assert_names (desk_page (fixture));
  dialog = desk_open (fixture, "agreement.new", NULL);
  desk_choose (dialog, "source", PS_MAKING_EMPTY);
  desk_save (dialog);
  desk_wait_text (fixture, "Draft");
  g_assert_cmpuint (agreement_count_versions (fixture, STIL, 2024), ==, 1);

  /* All municipalities are there to be filled; a group is added. */
  ps_agreement_chooser_choose (
      PS_AGREEMENT_CHOOSER (gui_find_type (desk_page (fixture), PS_TYPE_AGREEMENT_CHOOSER)),
      ps_region_group (agreement_region (fixture), ps_region_find_group (agreement_region (fixture), "GGZ"))->id);
  agreement_give (fixture, "GGZ", "0983", "€ 1.234,5");
  agreement_assert_said (fixture, "GGZ", "0983", "GGZ, Venlo: €\302\2401,234.50");
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, STIL, 2024, "GGZ", "0983"), ==, 123450);
  gui_assert_names (desk_page (fixture));

  /* Undone: the cell, then the agreement. */
  desk_undo (fixture);
  agreement_wait_said (fixture, "GGZ", "0983", "GGZ, Venlo: no line");
  desk_undo (fixture);
  desk_wait_text (fixture, "No Agreement with Stille Zorg");
  g_assert_cmpuint (agreement_count_versions (fixture, STIL, 2024), ==, 0);
}

/* 8.000,00 and 2.000,00 raised by 4,96 % to a euro: 8.397 and 2.099. */
static void
test_new_from_last (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const PsAgreement *terms;

  desk_show (fixture, "agreements");
  desk_wait_row (desk_table (fixture, "Agreements"), "Stille Zorg", TRUE);
  dialog = desk_open (fixture, "agreements.new", NULL);
  desk_choose (dialog, "provider", 0);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_choose (dialog, "year", 2025);
  desk_choose (dialog, "source", PS_MAKING_LAST);
  /* The share that it becomes, in place of what is added: it would double the agreement. */
  desk_type (dialog, "index", "103");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "index", "4,96");
  desk_choose (dialog, "rounding", 100);
  desk_wait_dialog_text (dialog, "2 lines: €\302\24010,000.00 becomes €\302\24010,496.00");
  desk_save (dialog);
  desk_wait_page (fixture, PS_TYPE_AGREEMENT_PAGE);
  agreement_wait_year (fixture, "2025");
  desk_wait_text (fixture, "Agreement 2025");
  desk_wait_text (fixture, "last year €\302\24010,000.00 (+5");
  versions = agreement_load_versions (fixture, WISSEL, 2025, &region);
  g_assert_cmpuint (versions->len, ==, 1);
  terms = ((const PsAgreementVersion *) g_ptr_array_index (versions, 0))->terms;
  g_assert_cmpuint (terms->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (terms->lines, PsAgreementLine, 0).ceiling_cents, ==, 839700);
  g_assert_cmpint (g_array_index (terms->lines, PsAgreementLine, 1).ceiling_cents, ==, 209900);
  g_assert_cmpint (terms->exchange, ==, PS_EXCHANGE_PROVIDER);
}

/* Produced in 2024: AMB1 Venlo 8.800,00, GGZ Venray 2.500,00 (the disputed line is not). */
static void
test_new_from_production (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  desk_show (fixture, "agreements");
  desk_wait_row (desk_table (fixture, "Agreements"), "Stille Zorg", TRUE);
  dialog = desk_open (fixture, "agreements.new", NULL);
  desk_choose (dialog, "year", 2025);
  desk_choose (dialog, "provider", 0);
  desk_choose (dialog, "source", PS_MAKING_PRODUCTION);
  desk_choose (dialog, "rounding", 1);
  desk_save (dialog);
  agreement_wait_year (fixture, "2025");
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2025, "AMB1", "0983"), ==, 880000);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2025, "GGZ", "0984"), ==, 250000);
}

static GtkWidget *
find_all_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_AGREEMENT_ALL (list->data))
      return list->data;
  return NULL;
}

static gboolean
has_no_all_dialog (gpointer user_data)
{
  return find_all_dialog () == NULL;
}

/* Two of the three contracted providers had an agreement; taken back as one. */
static void
test_new_for_all (DeskFixture *fixture, gconstpointer data)
{
  PsForm *form;

  desk_show (fixture, "agreements");
  desk_wait_row (desk_table (fixture, "Agreements"), "Stille Zorg", TRUE);
  desk_do (fixture, "agreements.new-all");
  g_assert_nonnull (find_all_dialog ());
  gui_assert_names (find_all_dialog ());
  form = ps_agreement_all_get_form (PS_AGREEMENT_ALL (find_all_dialog ()));
  ps_form_set_number (form, "year", 2025);
  ps_form_set_number (form, "source", PS_MAKING_LAST);
  ps_agreement_all_start (PS_AGREEMENT_ALL (find_all_dialog ()));
  gui_wait_until (has_no_all_dialog, NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "2 drafts were made. 1 provider had nothing"));
  agreement_wait_year (fixture, "2025");
  desk_wait_text (fixture, "2 drafts");
  g_assert_cmpuint (agreement_count_versions (fixture, WISSEL, 2025), ==, 1);
  g_assert_cmpuint (agreement_count_versions (fixture, ANKER, 2025), ==, 1);
  g_assert_cmpuint (agreement_count_versions (fixture, STIL, 2025), ==, 0);
  desk_undo (fixture);
  g_assert_cmpuint (agreement_count_versions (fixture, WISSEL, 2025), ==, 0);
  g_assert_cmpuint (agreement_count_versions (fixture, ANKER, 2025), ==, 0);
}

/* The life of an agreement */

static void
test_agree (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;

  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Meer vraag");
  agreement_give (fixture, "AMB1", "0983", "10000");
  desk_wait_written (fixture);
  dialog = desk_open (fixture, "agreement.agree", NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "No contract has a product of group AMB1"));
  desk_type (dialog, "agreed_on", "1 juni 2024");
  desk_save (dialog);
  desk_wait_text (fixture, "Amended, agreed on 01-06-2024");
  g_assert_false (desk_is_on (fixture, "agreement.agree"));
  g_assert_true (desk_is_on (fixture, "agreement.amend"));

  desk_do (fixture, "agreement.compare");
  desk_wait_page (fixture, PS_TYPE_AGREEMENT_COMPARE_PAGE);
  table = desk_table (fixture, "Differences");
  desk_wait_row (table, "AMB1, Venlo", TRUE);
  g_assert_cmpint (ps_table_row_get_number (desk_row (table, "AMB1, Venlo"), PS_DIFFERENCE_CHANGE), ==, 200000);
  g_assert_cmpint (ps_table_get_total (table, PS_DIFFERENCE_CHANGE), ==, 200000);
  g_assert_true (gui_has_text (desk_page (fixture), "€\302\2402,000.00 more"));
  gui_assert_names (desk_page (fixture));
}

/* Without lines it is not agreed. */
static void
test_blocked (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  agreement_open (fixture, "Stille Zorg");
  dialog = desk_open (fixture, "agreement.new", NULL);
  desk_choose (dialog, "source", PS_MAKING_EMPTY);
  desk_save (dialog);
  dialog = desk_open (fixture, "agreement.agree", NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "The agreement has no lines."));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "1 thing must be solved"));
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_close (dialog);
}

static void
test_discard (DeskFixture *fixture, gconstpointer data)
{
  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Toch niet");
  desk_do (fixture, "agreement.discard");
  desk_wait_written (fixture);
  desk_wait_no_text (fixture, "Version 2: Draft");
  g_assert_cmpuint (agreement_count_versions (fixture, WISSEL, 2024), ==, 1);
  desk_undo (fixture);
  desk_wait_text (fixture, "Version 2: Draft");
  g_assert_cmpuint (agreement_count_versions (fixture, WISSEL, 2024), ==, 2);
}

/* By another connection than the window's: the ceiling of AMB1, Venlo in the draft. */
static void
give_elsewhere (DeskFixture *fixture, gint64 ceiling_cents)
{
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GPtrArray) versions = agreement_load_versions (fixture, WISSEL, 2024, &region);
  const PsAgreementVersion *draft = g_ptr_array_index (versions, versions->len - 1);
  g_autoptr (PsAgreement) after = ps_agreement_copy (draft->terms);
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, NULL);

  for (guint i = 0; i < after->lines->len; i++)
    {
      PsAgreementLine *line = &g_array_index (after->lines, PsAgreementLine, i);

      if (g_str_equal (ps_region_group (region, line->group)->code, "AMB1")
          && g_str_equal (ps_region_municipality (region, line->municipality)->code, "0983"))
        line->ceiling_cents = ceiling_cents;
    }
  g_assert_true (ps_desk_save_draft (store, "anna", region, draft, after, NULL, NULL));
}

/* What was changed elsewhere since it was shown is neither agreed nor thrown away; the page then shows it. */
static void
test_unseen (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Meer vraag");
  dialog = desk_open (fixture, "agreement.agree", NULL);
  give_elsewhere (fixture, 1111100);
  desk_save_refused (dialog, "11,111.00");
  desk_close (dialog);
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\24011,111.00");
  give_elsewhere (fixture, 2222200);
  desk_do (fixture, "agreement.discard");
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\24022,222.00");
  g_assert_cmpuint (agreement_count_versions (fixture, WISSEL, 2024), ==, 2);
  dialog = desk_open (fixture, "agreement.agree", NULL);
  desk_save (dialog);
  desk_wait_text (fixture, "Amended, agreed on");
}

/* Het Anker has single lines as scopes: two with different schemes cannot become one scope. */
static void
test_mixed_schemes (DeskFixture *fixture, gconstpointer data)
{
  const PsScheme *donut;
  GtkWidget *exchange;

  agreement_open (fixture, "Praktijk Het Anker");
  agreement_amend (fixture, "Uitruil");
  donut = ps_region_scheme (agreement_region (fixture), 0);
  agreement_give (fixture, "AMB1", "0984", "10000");
  ps_agreement_chooser_choose (
      PS_AGREEMENT_CHOOSER (gui_find_type (desk_page (fixture), PS_TYPE_AGREEMENT_CHOOSER)),
      ps_region_group (agreement_region (fixture), ps_region_find_group (agreement_region (fixture), "GGZ"))->id);
  agreement_give (fixture, "GGZ", "0984", "5000");
  agreement_go_to (fixture, "GGZ", "0984");
  gtk_widget_activate_action (desk_page (fixture), "agreement.cell-scheme", "x", donut->id);
  agreement_assert_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2405,000.00, scheme Donut");
  desk_wait_written (fixture);

  exchange = gui_find_type (gui_find_type (desk_page (fixture), PS_TYPE_AGREEMENT_TERMS), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (exchange), 0);
  g_assert_true (gui_has_text (desk_page (fixture), "The scope of exchange stays as it was."));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (exchange)), ==, PS_EXCHANGE_LINE - PS_EXCHANGE_PROVIDER);

  /* With product groups as scopes it does fit. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (exchange), PS_EXCHANGE_GROUP - PS_EXCHANGE_PROVIDER);
  desk_wait_written (fixture);
  g_assert_false (gui_has_text (desk_page (fixture), "stays as it was"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (exchange)), ==, PS_EXCHANGE_GROUP - PS_EXCHANGE_PROVIDER);
}

#define ADD(name) g_test_add ("/agreements/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (list);
  ADD (opens_in_grid);
  ADD (new_empty);
  ADD (new_from_last);
  ADD (new_from_production);
  ADD (new_for_all);
  ADD (agree);
  ADD (blocked);
  ADD (discard);
  ADD (unseen);
  ADD (mixed_schemes);
  return g_test_run ();
}
