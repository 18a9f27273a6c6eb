/* test-letters-course.c: what happens to a letter after it was sent; lists, templates, what is not undone (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"
#include "store/ps-history.h"
#include "undo-test.h"

static PsDate
day (const char *text)
{
  return change_test_day (text);
}

/* Steps */

static void
test_life (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);

  letter_test_take (test, id, PS_LETTER_EVENT_REMINDED, "12-08-2024", NULL);
  letter_test_take (test, id, PS_LETTER_EVENT_ANSWERED, "14-08-2024", "We grew.");
  letter_test_take (test, id, PS_LETTER_EVENT_TALKED, "20-08-2024", "With the director.");
  letter_test_take (test, id, PS_LETTER_EVENT_MEASURES, "20-08-2024", "A stop.");
  letter_test_take (test, id, PS_LETTER_EVENT_DECIDED, "28-08-2024", "No more.");
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=3 number=1 sent_on=2024-07-26 due_on=2024-08-09 reminded_on=2024-08-12 answered_on=2024-08-14"
                   " answer=We grew. measures=A stop. talk_by=2024-08-28 talked_on=2024-08-20 talk=With the director."
                   " decide_by=2024-09-03 decided_on=2024-08-28 decision=No more.");
  letter_test_take (test, id, PS_LETTER_EVENT_CLOSED, "29-08-2024", NULL);
  letter_test_take (test, id, PS_LETTER_EVENT_NOTE, "30-08-2024", "They rang.");
  g_assert_cmpstr (letter_test_events (test, id), ==,
                   "drafted 2024-07-22 tester\nsent 2024-07-26 tester: By post\nreminded 2024-08-12 tester\n"
                   "answered 2024-08-14 tester: We grew.\ntalked 2024-08-20 tester: With the director.\n"
                   "measures 2024-08-20 tester: A stop.\ndecided 2024-08-28 tester: No more.\nclosed 2024-08-29 tester\n"
                   "note 2024-08-30 tester: They rang.");
  g_assert_cmpstr (
      store_test_text (test, "SELECT group_concat (action || ' ' || thing, ', ') FROM (SELECT action, thing FROM audit_record"
                             " WHERE thing LIKE 'letter%' ORDER BY id)"),
      ==,
      "drafted letter:draft:1, sent letter:BB-2024-0001, reminded letter:BB-2024-0001, answered letter:BB-2024-0001,"
      " talked letter:BB-2024-0001, measures letter:BB-2024-0001, decided letter:BB-2024-0001, closed letter:BB-2024-0001,"
      " note letter:BB-2024-0001");
  store_test_assert_sound (test);
}

static void
test_steps_refused (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 sent = letter_test_send (test, LINDE), draft = letter_test_draft (test, BEUK);
  const PsLetterStep steps[] = {
    { .event = PS_LETTER_EVENT_ANSWERED, .day = day ("14-08-2024"), .text = " \n" },
    { .event = PS_LETTER_EVENT_MEASURES, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_TALKED, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_DECIDED, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_NOTE, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_WITHDRAWN, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_CLOSED, .day = day ("14-08-2024") },
    { .event = PS_LETTER_EVENT_ANSWERED, .day = day ("25-07-2024"), .text = "x" },
    { .event = PS_LETTER_EVENT_ANSWERED, .day = day ("01-10-2024"), .text = "x" },
    { .event = PS_LETTER_EVENT_DUE_MOVED, .day = day ("01-08-2024"), .which = PS_LETTER_WAITS_ANSWER, .to = day ("16-08-2024") },
    { .event = PS_LETTER_EVENT_CORRECTED, .field = "answer", .text = "x", .reason = "y" },
    { .event = PS_LETTER_EVENT_CORRECTED, .field = "sent_on", .day = day ("14-08-2024"), .reason = "y" },
  };
  static const char *const words[] = {
    "what was answered", "which measures", "what was said", "what was decided",  "empty", "reason", "reason", "26-07-2024",
    "still to come",     "reason",         "not noted yet", "what is corrected",
  };
  const PsLetterStep answer = { .event = PS_LETTER_EVENT_ANSWERED, .day = day ("14-08-2024"), .text = "x" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    letter_test_assert_refused (test, sent, &steps[i], PS_STORE_ERROR_RULE, words[i]);
  letter_test_assert_refused (test, draft, &answer, PS_STORE_ERROR_RULE, "not sent");
}

/* A letter that was withdrawn makes room for another of the same peildatum; its number stays its own. */
static void
test_withdraw (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 first = letter_test_send (test, LINDE), second, draft;
  g_autoptr (PsLetter) letter = NULL;

  letter_test_take (test, first, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "A slip.");
  second = letter_test_send (test, LINDE);
  g_assert_cmpint (first, !=, second);
  letter = letter_test_find (test, second);
  g_assert_cmpstr (letter->number_text, ==, "BB-2024-0002");
  draft = letter_test_draft (test, BEUK);
  letter_test_take (test, draft, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "Not needed.");
  g_assert_cmpstr (letter_test_course (test, draft), ==, "state=5 ended_on=2024-07-30 end_reason=Not needed.");
  letter_test_take (test, draft, PS_LETTER_EVENT_NOTE, "31-07-2024", "Really not.");
  g_assert_cmpint (letter_test_draft (test, BEUK), !=, draft);
  store_test_assert_sound (test);
}

static void
move (StoreTest *test, gint64 id, PsLetterWaits which, const char *on, const char *to)
{
  PsLetterStep step = {
    .event = PS_LETTER_EVENT_DUE_MOVED, .day = day (on), .which = which, .to = day (to), .reason = "They asked."
  };
  g_autoptr (GError) error = NULL;

  letter_test_try (test, "tester", id, &step, &error);
  g_assert_no_error (error);
}

/* What follows from a day that is moved goes along, but for what was moved itself. */
static void
test_due_moved (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  PsLetterStep step = { .event = PS_LETTER_EVENT_DUE_MOVED,
                        .day = day ("14-08-2024"),
                        .which = PS_LETTER_WAITS_ANSWER,
                        .to = day ("20-08-2024"),
                        .reason = "late" };

  move (test, id, PS_LETTER_WAITS_ANSWER, "01-08-2024", "16-08-2024");
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=2 number=1 sent_on=2024-07-26 due_on=2024-08-16 talk_by=2024-08-30 decide_by=2024-09-13");
  move (test, id, PS_LETTER_WAITS_TALK, "01-08-2024", "06-09-2024");
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=2 number=1 sent_on=2024-07-26 due_on=2024-08-16 talk_by=2024-09-06 decide_by=2024-09-20");
  /* the talk was moved by hand: the answer does not move it back */
  letter_test_take (test, id, PS_LETTER_EVENT_ANSWERED, "14-08-2024", "x");
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=3 number=1 sent_on=2024-07-26 due_on=2024-08-16 answered_on=2024-08-14 answer=x talk_by=2024-09-06"
                   " decide_by=2024-09-20");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "done already");
  step.which = PS_LETTER_WAITS_DECISION;
  step.to = day ("13-08-2024");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "before the day on which it was moved");
  step.to = day ("20-09-2024");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "due already");
  step.to = PS_DATE_OPEN;
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "missing");
  step.which = PS_LETTER_WAITS_NOT;
  step.to = day ("30-09-2024");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "which day");
  move (test, id, PS_LETTER_WAITS_DECISION, "15-08-2024", "27-09-2024");
  letter_test_take (test, id, PS_LETTER_EVENT_TALKED, "02-09-2024", "y");
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=3 number=1 sent_on=2024-07-26 due_on=2024-08-16 answered_on=2024-08-14 answer=x talk_by=2024-09-06"
                   " talked_on=2024-09-02 talk=y decide_by=2024-09-27");
  g_assert_nonnull (strstr (letter_test_events (test, id),
                            "due-moved 2024-08-01 tester: Answer: was 09-08-2024, is 16-08-2024. Reason: They asked."));
  store_test_assert_sound (test);
}

/* What was noted wrongly is in the event still. */
static void
test_corrected (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  PsLetterStep step = {
    .event = PS_LETTER_EVENT_CORRECTED, .field = "answered_on", .day = day ("13-08-2024"), .reason = "misread"
  };
  g_autoptr (GError) error = NULL;

  letter_test_take (test, id, PS_LETTER_EVENT_ANSWERED, "14-08-2024", "We grew.");
  g_assert_true (letter_test_try (test, "anna", id, &step, &error));
  step.field = "answer";
  step.text = "We grew a lot.";
  g_assert_true (letter_test_try (test, "anna", id, &step, &error));
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=3 number=1 sent_on=2024-07-26 due_on=2024-08-09 answered_on=2024-08-13 answer=We grew a lot."
                   " talk_by=2024-08-27 decide_by=2024-09-10");
  g_assert_nonnull (strstr (letter_test_events (test, id),
                            "corrected 2024-09-30 anna: Answered on: was 14-08-2024, is 13-08-2024. Reason: misread\n"
                            "corrected 2024-09-30 anna: Answer: was “We grew.”, is “We grew a lot.”. Reason: misread"));
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "noted already");
  step.field = "answered_on";
  step.day = day ("25-07-2024");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "26-07-2024");
  step.day = PS_DATE_OPEN;
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "missing");
  step.day = day ("14-08-2024");
  step.reason = NULL;
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "reason");
  letter_test_take (test, id, PS_LETTER_EVENT_DECIDED, "20-08-2024", "z");
  step.reason = "later";
  step.day = day ("21-08-2024");
  letter_test_assert_refused (test, id, &step, PS_STORE_ERROR_RULE, "21-08-2024");
  store_test_assert_sound (test);
}

/* A step is asked of the letter that was shown. */
static void
test_conflict (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  PsLetterStep step = { .event = PS_LETTER_EVENT_ANSWERED, .day = day ("14-08-2024"), .text = "x", .today = day ("30-09-2024") };
  g_autoptr (GError) error = NULL;

  /* a note is nothing that another step stands on */
  letter_test_take (test, id, PS_LETTER_EVENT_NOTE, "12-08-2024", "They rang.");
  g_assert_true (ps_letters_take (test->store, "anna", shown, &step, NULL, &error));
  step.event = PS_LETTER_EVENT_CLOSED;
  g_assert_false (ps_letters_take (test->store, "bert", shown, &step, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Answered|anna");
  store_test_assert_sound (test);
}

/* What people read of it in the history, from its first day on. */
static void
test_history (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 draft = letter_test_draft (test, BEUK);
  PsHistoryQuery query = { .thing = "letter:BB-2024-0001" }, of_draft = { .thing = "letter:draft:1" };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) records_of_draft = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const whats[] = { "Letter BB-2024-0001 answered", "Letter BB-2024-0001 sent", "Draft letter 2 drafted" };

  g_assert_cmpint (draft, ==, 1);
  letter_test_take (test, letter_test_send (test, LINDE), PS_LETTER_EVENT_ANSWERED, "14-08-2024", "x");
  records = ps_history_load (test->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (whats));
  for (guint i = 0; i < records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, i);

      g_assert_cmpstr (record->what, ==, whats[i]);
      g_assert_false (record->can_undo);
    }
  records_of_draft = ps_history_load (test->store, &of_draft, &error);
  g_assert_cmpuint (records_of_draft->len, ==, 1);
}

/* The list */

static void
test_list (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 linde = letter_test_send (test, LINDE), eik = letter_test_send (test, EIK), beuk = letter_test_draft (test, BEUK);
  gint64 expected[] = { 0, 0, 0, 0 };
  PsLetterQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_linde = NULL;
  g_autoptr (GPtrArray) of_2023 = NULL;
  g_autoptr (GPtrArray) of_october = NULL;

  letter_test_take (test, beuk, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "x");
  expected[0] = letter_test_draft (test, BEUK);
  expected[1] = eik;
  expected[2] = linde;
  expected[3] = beuk;
  all = ps_letters_list (test->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const PsLetter *letter = g_ptr_array_index (all, i);

      g_assert_cmpint (letter->id, ==, expected[i]);
      g_assert_null (letter->figures);
      g_assert_null (letter->events);
      g_assert_cmpstr (letter->peildatum_label, ==, "July");
    }
  g_assert_cmpint (((PsLetter *) all->pdata[2])->deviation_cents, ==, 383553);
  g_assert_cmpint (((PsLetter *) all->pdata[2])->at_stake_cents, ==, 383553);
  g_assert_cmpint (((PsLetter *) all->pdata[0])->deviation_cents, ==, -1916447);
  query.agb = LINDE;
  query.year = 2024;
  of_linde = ps_letters_list (test->store, &query, &error);
  g_assert_cmpuint (of_linde->len, ==, 1);
  query = (PsLetterQuery){ .year = 2023 };
  of_2023 = ps_letters_list (test->store, &query, &error);
  g_assert_cmpuint (of_2023->len, ==, 0);
  query = (PsLetterQuery){ .peildatum_id = store_test_int (test, "SELECT id FROM peildatum WHERE label = 'October'") };
  of_october = ps_letters_list (test->store, &query, &error);
  g_assert_cmpuint (of_october->len, ==, 0);
}

/* Templates */

static PsLetterTemplate
template_of (PsLetterKind kind, const char *name, const char *subject, const char *body)
{
  return (PsLetterTemplate){ 0, kind, (char *) name, (char *) subject, (char *) body };
}

static void
test_templates (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  PsLetterTemplate ours = template_of (PS_LETTER_OVER, "Ours", "Over {jaar}", "Dear {aanbieder},\n\n{cijfers}");
  PsLetterTemplate wrong = template_of (PS_LETTER_OVER, "Wrong", "Over {jaar}", "Dear {nobody},");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const PsLetterTemplate *saved;
  gint64 record = 0, id;
  const char *empty;

  before = ps_letters_templates (test->store, &error);
  g_assert_cmpuint (before->len, ==, 4);
  g_assert_cmpint (((PsLetterTemplate *) before->pdata[1])->id, ==, 0);
  empty = change_test_content (test);
  g_assert_true (ps_letters_save_template (test->store, "tester", NULL, &ours, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, empty);
  after = ps_letters_templates (test->store, &error);
  g_assert_cmpuint (after->len, ==, 4);
  saved = g_ptr_array_index (after, 1);
  g_assert_cmpstr (saved->name, ==, "Ours");
  g_assert_false (ps_letters_save_template (test->store, "tester", NULL, &wrong, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "{nobody}");
  g_assert_false (ps_letters_save_template (test->store, "tester", NULL, &ours, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "already");
  wrong.body = (char *) "Dear {aanbieder}";
  wrong.name = (char *) " ";
  g_assert_false (ps_letters_save_template (test->store, "tester", saved, &wrong, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "name");
  /* drafts begin with it; it stays as long as one of them does */
  id = letter_test_draft (test, LINDE);
  g_assert_cmpstr (store_test_text (test, "SELECT body FROM letter"), ==, "Dear {aanbieder},\n\n{cijfers}");
  g_assert_false (ps_letters_save_template (test->store, "tester", saved, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "used|Letter");
  ours.body = (char *) "Other";
  g_assert_true (ps_letters_save_template (test->store, "tester", saved, &ours, &record, &error));
  g_assert_no_error (error);
  g_assert_false (ps_letters_save_template (test->store, "bert", saved, &ours, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Ours");
  /* a letter keeps its own text */
  g_assert_cmpstr (store_test_text (test, "SELECT body FROM letter"), ==, "Dear {aanbieder},\n\n{cijfers}");
  g_assert_cmpint (id, >, 0);
  store_test_assert_sound (test);
}

static void
test_template_delete (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  PsLetterTemplate ours = template_of (PS_LETTER_UNDER, "Ours", "Under", "Dear {aanbieder}");
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record;

  g_assert_true (ps_letters_save_template (test->store, "tester", NULL, &ours, &record, &error));
  before = change_test_content (test);
  templates = ps_letters_templates (test->store, &error);
  g_assert_true (ps_letters_save_template (test->store, "tester", templates->pdata[2], NULL, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter_template"), ==, 0);
  change_test_assert_undoes (test, record, before);
  store_test_assert_sound (test);
}

/* What is never done */

static void
test_not_undone (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);

  undo_test_assert_refused (test, undo_test_last_record (test), PS_STORE_ERROR_RULE, "letter|withdraw");
  letter_test_take (test, id, PS_LETTER_EVENT_ANSWERED, "14-08-2024", "x");
  undo_test_assert_refused (test, undo_test_last_record (test), PS_STORE_ERROR_RULE, "letter|correct");
  letter_test_draft (test, BEUK);
  undo_test_assert_refused (test, undo_test_last_record (test), PS_STORE_ERROR_RULE, "letter");
}

/* Nothing that a letter needs is deleted. */
static void
test_needed (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;

  letter_test_send (test, LINDE);
  g_assert_cmpint (change_test_delete (test, "provider", "agb = '" LINDE "'", &error), ==, 0);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "used|Letter");
  g_assert_cmpint (change_test_delete (test, "peildatum", "label = 'July'", &error), ==, 0);
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-course/life", test_life);
  g_test_add_func ("/letters-course/steps-refused", test_steps_refused);
  g_test_add_func ("/letters-course/withdraw", test_withdraw);
  g_test_add_func ("/letters-course/due-moved", test_due_moved);
  g_test_add_func ("/letters-course/corrected", test_corrected);
  g_test_add_func ("/letters-course/conflict", test_conflict);
  g_test_add_func ("/letters-course/history", test_history);
  g_test_add_func ("/letters-course/list", test_list);
  g_test_add_func ("/letters-course/templates", test_templates);
  g_test_add_func ("/letters-course/template-delete", test_template_delete);
  g_test_add_func ("/letters-course/not-undone", test_not_undone);
  g_test_add_func ("/letters-course/needed", test_needed);
  return g_test_run ();
}
