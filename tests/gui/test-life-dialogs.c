/* test-life-dialogs.c: each step of a settlement's life as it is asked: what it says, wants and writes, for one and for many
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "people-test.h"

#include "gui/settlements/ps-life-dialogs.h"

#define EURO "\342\202\254\302\240"
#define MINUS "\342\210\222"

static PsStored *
last_of (GPtrArray *list)
{
  g_assert_cmpuint (list->len, >, 0);
  return g_ptr_array_index (list, list->len - 1);
}

static void
assert_state (DeskFixture *fixture, const char *agb, PsSettlementState state)
{
  g_autoptr (GPtrArray) list = people_list (fixture, agb);

  g_assert_cmpint (last_of (list)->state, ==, state);
}

/* One */

static void
test_propose (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  PsFormDialog *dialog;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  dialog = desk_open (fixture, "settlement.next", NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Balance " EURO MINUS "1,800.00. " EURO "1,800.00 is reclaimed."));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "The figures are frozen as they are now."));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "It stays in this file: it is not printed on the statement."));
  desk_type (dialog, "reason", "First settlement");
  desk_save (dialog);
  desk_wait_text (fixture, "by someone other than");
  list = people_list (fixture, PEOPLE_AGB);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (last_of (list)->state, ==, PS_SETTLEMENT_PROPOSED);
  g_assert_cmpint (last_of (list)->amount_cents, ==, PEOPLE_BALANCE);
  g_assert_cmpstr (last_of (list)->proposed_by, ==, g_get_user_name ());
  g_assert_cmpstr (last_of (list)->reason, ==, "First settlement");
}

/* What corrects nothing asks nothing. */
static void
test_store (DeskFixture *fixture, gconstpointer data)
{
  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  desk_do (fixture, "settlement.store");
  people_wait_text ("Stored as a draft");
  assert_state (fixture, PEOPLE_AGB, PS_SETTLEMENT_DRAFT);
  desk_do (fixture, "settlement.store");
  people_wait_text ("It was stored like this already");
}

/* Each warning wants an answer. */
static void
test_make_final (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  g_autoptr (PsStored) stored = NULL;
  PsFormDialog *dialog;

  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  dialog = desk_open (fixture, "settlement.next", NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "This cannot be undone"));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "1 declaration line is in dispute"));
  /* What is to be answered stays in sight, whatever is wrong with the answer. */
  desk_type (dialog, "answer-0", " ");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "This is needed."));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "The production statement of 2024 is missing"));
  desk_type (dialog, "answer-0", "Comes in June");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "answer-1", "The provider agrees");
  desk_save (dialog);
  desk_wait_text (fixture, "Correct…");
  stored = people_find (fixture, id);
  g_assert_cmpint (stored->state, ==, PS_SETTLEMENT_FINAL);
  g_assert_cmpstr (stored->final_by, ==, g_get_user_name ());
  g_assert_cmpuint (stored->warnings->len, ==, 2);
  g_assert_cmpstr (((PsLifeWarning *) g_ptr_array_index (stored->warnings, 0))->answer, ==, "Comes in June");
  g_assert_cmpstr (((PsLifeWarning *) g_ptr_array_index (stored->warnings, 1))->answer, ==, "The provider agrees");
}

static void
test_withdraw (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  g_autoptr (PsStored) stored = NULL;
  PsFormDialog *dialog;

  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  dialog = desk_open (fixture, "settlement.withdraw", NULL);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "It is kept in the trail."));
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "statement"));
  /* As Ctrl+Enter does: it says why not, until that is right. */
  ps_form_dialog_save (dialog);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Reason: This is needed."));
  desk_type (dialog, "reason", "Wrong ceiling");
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "Reason: This is needed."));
  desk_save (dialog);
  desk_wait_text (fixture, "from the data as it is");
  stored = people_find (fixture, id);
  g_assert_cmpint (stored->state, ==, PS_SETTLEMENT_WITHDRAWN);
  g_assert_cmpstr (stored->withdrawn_reason, ==, "Wrong ceiling");
}

static void
test_correct (DeskFixture *fixture, gconstpointer data)
{
  gint64 first = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  g_autoptr (GPtrArray) list = NULL;
  PsFormDialog *dialog;

  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  people_declare (fixture, "LATE1");
  people_open_page (fixture, PEOPLE_AGB, "Since then");
  dialog = desk_open (fixture, "settlement.next", NULL);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "the balance was " EURO MINUS "1,800.00 and is now " EURO MINUS
                                                    "1,920.00, " EURO "120.00 lower."));
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "reason", "A declaration came late");
  desk_save (dialog);
  desk_wait_text (fixture, "Propose…");
  list = people_list (fixture, PEOPLE_AGB);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (last_of (list)->replaces, ==, first);
  g_assert_cmpint (last_of (list)->amount_cents, ==, -12000);
  g_assert_cmpstr (last_of (list)->reason, ==, "A declaration came late");
  /* Its reason goes with it. */
  dialog = desk_open (fixture, "settlement.next", NULL);
  g_assert_cmpstr (ps_form_get_text (ps_form_dialog_get_form (dialog), "reason"), ==, "A declaration came late");
  desk_save (dialog);
  assert_state (fixture, PEOPLE_AGB, PS_SETTLEMENT_PROPOSED);
}

/* A declaration comes in while the dialog is open: it is not proposed at another amount than was shown. */
static void
test_conflict (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  dialog = desk_open (fixture, "settlement.next", NULL);
  people_declare (fixture, "LATE1");
  desk_wait_dialog_text (dialog, "the balance that you saw was " EURO MINUS "1,800.00");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Balance " EURO MINUS "1,920.00."));
  desk_save (dialog);
  assert_state (fixture, PEOPLE_AGB, PS_SETTLEMENT_PROPOSED);
}

/* Somebody else was first: that is looked at before anything is done with it. */
static void
test_somebody_was_first (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);

  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  people_take (fixture, "anna", PS_STEP_WITHDRAW, PEOPLE_AGB, "Wrong");
  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  ps_life_dialog_present (desk_page (fixture), desk_session (fixture), PS_STEP_MAKE_FINAL, PEOPLE_AGB, PEOPLE_YEAR, id,
                          PS_NO_NUMBER);
  people_wait_text ("Another settlement of this provider and year was stored in the meantime.");
  g_assert_false (desk_has_dialog ());
}

/* Many */

/* NULL: no label has it. */
static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
test_propose_many (DeskFixture *fixture, gconstpointer data)
{
  people_take (fixture, "anna", PS_STEP_PROPOSE, "94000002", NULL);
  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_PROPOSE, PEOPLE_YEAR, NULL);
  people_wait_text ("Propose 2 Settlements?");
  people_wait_text ("1 is passed over: It is proposed already.");
  gui_assert_names (GTK_WIDGET (gui_find_question ()));
  gui_answer (NULL, "go-on");
  people_wait_text ("2 Settlements Proposed");
  people_wait_text ("1 was passed over.");
  gui_answer (NULL, "close");
  assert_state (fixture, "94000001", PS_SETTLEMENT_PROPOSED);
  assert_state (fixture, "94000003", PS_SETTLEMENT_PROPOSED);
}

/* One answer to all warnings; without it those with warnings are passed over. */
static void
test_make_final_many (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  people_take (fixture, "anna", PS_STEP_PROPOSE, "94000001", NULL);
  people_take (fixture, g_get_user_name (), PS_STEP_PROPOSE, "94000002", NULL);
  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_MAKE_FINAL, PEOPLE_YEAR, NULL);
  people_wait_text ("Make 1 Settlement Final?");
  people_wait_text ("Together " EURO "0.00 to pay out and " EURO "1,800.00 to reclaim.");
  people_wait_text ("1 of 1 settlement has warnings:\nProduction statement: 1 · Lines in dispute: 1");
  people_wait_text ("Without an answer 1 is passed over.");
  form = gui_find_type (GTK_WIDGET (gui_find_question ()), PS_TYPE_FORM);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ps_form_get_widget (PS_FORM (form), "text"))), "Discussed",
                            -1);
  gui_answer (NULL, "go-on");
  people_wait_text ("1 Settlement Made Final");
  assert_state (fixture, "94000001", PS_SETTLEMENT_FINAL);
  assert_state (fixture, "94000002", PS_SETTLEMENT_PROPOSED);
}

/* Why each was passed over is a sentence, and is read to its end. */
static void
test_passed_over (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  people_take (fixture, "anna", PS_STEP_PROPOSE, "94000001", NULL);
  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_MAKE_FINAL, PEOPLE_YEAR, NULL);
  people_wait_text ("Make 1 Settlement Final?");
  gui_answer (NULL, "go-on");
  people_wait_text ("0 Settlements Made Final");
  people_wait_text ("1 declaration line is in dispute");
  gui_assert_names (GTK_WIDGET (gui_find_question ()));
  label = find_label (GTK_WIDGET (gui_find_question ()), "1 declaration line is in dispute");
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  gui_answer (NULL, "close");
  assert_state (fixture, "94000001", PS_SETTLEMENT_PROPOSED);
}

static void
test_withdraw_some (DeskFixture *fixture, gconstpointer data)
{
  const char *agbs[] = { "94000001", "94000003", NULL };
  GtkWidget *form;

  people_take (fixture, "anna", PS_STEP_PROPOSE, "94000001", NULL);
  people_take (fixture, "anna", PS_STEP_STORE, "94000002", NULL);
  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_WITHDRAW, PEOPLE_YEAR, agbs);
  people_wait_text ("Withdraw 1 Settlement?");
  form = gui_find_type (GTK_WIDGET (gui_find_question ()), PS_TYPE_FORM);
  g_assert_false (adw_message_dialog_get_response_enabled (gui_find_question (), "go-on"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ps_form_get_widget (PS_FORM (form), "text"))), "Too early",
                            -1);
  gui_answer (NULL, "go-on");
  people_wait_text ("1 Settlement Withdrawn");
  assert_state (fixture, "94000001", PS_SETTLEMENT_WITHDRAWN);
  assert_state (fixture, "94000002", PS_SETTLEMENT_DRAFT);
}

static void
test_nothing_to_do (DeskFixture *fixture, gconstpointer data)
{
  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_MAKE_FINAL, PEOPLE_YEAR, NULL);
  people_wait_text ("Nothing to Do");
  gui_answer (NULL, "close");
}

static void
test_cancelled_question (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  ps_life_dialog_present_many (desk_page (fixture), desk_session (fixture), PS_STEP_STORE, PEOPLE_YEAR, NULL);
  people_wait_text ("Store 3 Settlements as Drafts?");
  gui_answer (NULL, "cancel");
  desk_wait_written (fixture);
  list = people_list (fixture, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

#define ADD(name) g_test_add ("/life-dialogs/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (propose);
  ADD (store);
  ADD (make_final);
  ADD (withdraw);
  ADD (correct);
  ADD (conflict);
  ADD (somebody_was_first);
  ADD (propose_many);
  ADD (make_final_many);
  ADD (passed_over);
  ADD (withdraw_some);
  ADD (nothing_to_do);
  ADD (cancelled_question);
  return g_test_run ();
}
