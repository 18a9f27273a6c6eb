/* test-letter.c: what may happen to a letter, and what is due when (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-letter.h"

#include <string.h>

static PsDate
day (const char *iso)
{
  PsDate date = PS_DATE_OPEN;

  if (iso != NULL)
    g_assert_true (ps_date_parse (iso, &date));
  return date;
}

/* Peildatum 19-07-2024, sent on 26-07, due on 09-08; answered, talked and decided as told. */
static PsLetterFacts
facts_of (PsLetterState state, const char *answered, const char *talked, const char *decided)
{
  PsLetterFacts facts = { .state = state,
                          .peildatum = day ("2024-07-19"),
                          .drafted_on = PS_DATE_OPEN,
                          .sent_on = PS_DATE_OPEN,
                          .due_on = PS_DATE_OPEN,
                          .reminded_on = PS_DATE_OPEN,
                          .answered_on = day (answered),
                          .talk_by = PS_DATE_OPEN,
                          .talked_on = day (talked),
                          .decide_by = PS_DATE_OPEN,
                          .decided_on = day (decided) };

  if (state == PS_LETTER_DRAFT)
    return facts;
  facts.sent_on = day ("2024-07-26");
  facts.due_on = day ("2024-08-09");
  facts.talk_by = ps_letter_talk_by (&facts);
  facts.decide_by = ps_letter_decide_by (&facts);
  return facts;
}

typedef struct
{
  PsLetterState state;
  const char *answered, *talked, *decided;
  PsLetterEventKind event;
  const char *day;
  gboolean allowed;
  const char *says;
} AllowCase;

#define TODAY "2024-09-30"

static const AllowCase cases[] = {
  /* a draft: edited, sent, withdrawn; nothing else */
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_DRAFTED, "2024-07-19", TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_DRAFTED, "2024-07-18", FALSE, "19-07-2024" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_EDITED, "2024-07-22", TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, "2024-07-19", TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, "2024-07-18", FALSE, "19-07-2024" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, TODAY, TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, "2024-10-01", FALSE, "still to come" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, NULL, FALSE, "missing" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_WITHDRAWN, "2024-07-22", TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_NOTE, "2024-07-22", TRUE, NULL },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_REMINDED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_ANSWERED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_MEASURES, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_TALKED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_DECIDED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_CLOSED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_DUE_MOVED, "2024-08-12", FALSE, "not sent" },
  { PS_LETTER_DRAFT, NULL, NULL, NULL, PS_LETTER_EVENT_CORRECTED, "2024-08-12", FALSE, "not sent" },

  /* a sent one */
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_EDITED, "2024-08-12", FALSE, "stays as it is" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, "2024-08-12", FALSE, "already" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_REMINDED, "2024-08-12", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_ANSWERED, "2024-07-26", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_ANSWERED, "2024-07-25", FALSE, "26-07-2024" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_ANSWERED, "2024-10-01", FALSE, "01-10-2024" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_MEASURES, "2024-08-12", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_TALKED, "2024-08-12", TRUE, NULL },
  { PS_LETTER_SENT, NULL, "2024-08-12", NULL, PS_LETTER_EVENT_TALKED, "2024-08-20", FALSE, "correct" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_DECIDED, "2024-08-12", TRUE, NULL },
  { PS_LETTER_SENT, NULL, "2024-08-12", NULL, PS_LETTER_EVENT_DECIDED, "2024-08-11", FALSE, "12-08-2024" },
  { PS_LETTER_SENT, NULL, NULL, "2024-08-20", PS_LETTER_EVENT_TALKED, "2024-08-19", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, "2024-08-20", PS_LETTER_EVENT_TALKED, "2024-08-21", FALSE, "20-08-2024" },
  { PS_LETTER_SENT, NULL, NULL, "2024-08-20", PS_LETTER_EVENT_DECIDED, "2024-08-21", FALSE, "already" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_CLOSED, "2024-08-12", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, "2024-08-20", PS_LETTER_EVENT_CLOSED, "2024-08-19", FALSE, "20-08-2024" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_WITHDRAWN, "2024-07-26", TRUE, NULL },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_WITHDRAWN, "2024-07-25", FALSE, "26-07-2024" },
  { PS_LETTER_SENT, NULL, NULL, NULL, PS_LETTER_EVENT_DUE_MOVED, "2024-08-01", TRUE, NULL },

  /* an answered one */
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_ANSWERED, "2024-08-12", FALSE, "correct" },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_REMINDED, "2024-08-12", FALSE, "answered already" },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_TALKED, "2024-08-12", TRUE, NULL },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_DECIDED, "2024-08-07", FALSE, "08-08-2024" },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_DECIDED, "2024-08-08", TRUE, NULL },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_CORRECTED, TODAY, TRUE, NULL },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_CLOSED, "2024-08-07", FALSE, "08-08-2024" },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_NOTE, "2024-07-25", FALSE, "26-07-2024" },

  /* ended: notes, and nothing else */
  { PS_LETTER_CLOSED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_NOTE, TODAY, TRUE, NULL },
  { PS_LETTER_CLOSED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_NOTE, "2024-10-01", FALSE, "still to come" },
  { PS_LETTER_CLOSED, "2024-08-08", NULL, NULL, PS_LETTER_EVENT_TALKED, TODAY, FALSE, "closed" },
  { PS_LETTER_CLOSED, NULL, NULL, NULL, PS_LETTER_EVENT_ANSWERED, TODAY, FALSE, "closed" },
  { PS_LETTER_CLOSED, NULL, NULL, NULL, PS_LETTER_EVENT_CLOSED, TODAY, FALSE, "closed" },
  { PS_LETTER_CLOSED, NULL, NULL, NULL, PS_LETTER_EVENT_WITHDRAWN, TODAY, FALSE, "closed" },
  { PS_LETTER_CLOSED, NULL, NULL, NULL, PS_LETTER_EVENT_CORRECTED, TODAY, FALSE, "closed" },
  { PS_LETTER_CLOSED, NULL, NULL, NULL, PS_LETTER_EVENT_EDITED, TODAY, FALSE, "stays as it is" },
  { PS_LETTER_WITHDRAWN, NULL, NULL, NULL, PS_LETTER_EVENT_NOTE, TODAY, TRUE, NULL },
  { PS_LETTER_WITHDRAWN, NULL, NULL, NULL, PS_LETTER_EVENT_SENT, TODAY, FALSE, "withdrawn" },
  { PS_LETTER_WITHDRAWN, NULL, NULL, NULL, PS_LETTER_EVENT_MEASURES, TODAY, FALSE, "withdrawn" },
  { PS_LETTER_WITHDRAWN, NULL, NULL, NULL, PS_LETTER_EVENT_WITHDRAWN, TODAY, FALSE, "withdrawn" },
};

static void
test_allows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AllowCase *it = &cases[i];
      PsLetterFacts facts = facts_of (it->state, it->answered, it->talked, it->decided);
      g_autofree char *why = NULL;
      gboolean allowed = ps_letter_allows (&facts, it->event, day (it->day), day (TODAY), &why);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, why != NULL ? why : "allowed");
      g_assert_cmpint (allowed, ==, it->allowed);
      g_assert_cmpint (why == NULL, ==, allowed);
      g_assert_cmpint (ps_letter_allows (&facts, it->event, day (it->day), day (TODAY), NULL), ==, allowed);
      if (it->says != NULL)
        g_assert_nonnull (strstr (why, it->says));
    }
}

/* Not sent before it was drafted, and not ended before the last reminder. */
static void
test_allows_order (void)
{
  PsLetterFacts draft = facts_of (PS_LETTER_DRAFT, NULL, NULL, NULL), sent = facts_of (PS_LETTER_SENT, NULL, NULL, NULL);
  const PsLetterEventKind ends[] = { PS_LETTER_EVENT_CLOSED, PS_LETTER_EVENT_WITHDRAWN };

  draft.drafted_on = day ("2024-07-24");
  for (int event = PS_LETTER_EVENT_SENT; event <= PS_LETTER_EVENT_WITHDRAWN;
       event += PS_LETTER_EVENT_WITHDRAWN - PS_LETTER_EVENT_SENT)
    {
      g_autofree char *why = NULL;

      g_assert_false (ps_letter_allows (&draft, (PsLetterEventKind) event, day ("2024-07-23"), day (TODAY), &why));
      g_assert_cmpstr (why, ==, "That is before the letter was drafted, on 24-07-2024.");
      g_assert_true (ps_letter_allows (&draft, (PsLetterEventKind) event, day ("2024-07-24"), day (TODAY), NULL));
    }
  sent.reminded_on = day ("2024-08-12");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *why = NULL;

      g_assert_false (ps_letter_allows (&sent, ends[i], day ("2024-08-11"), day (TODAY), &why));
      g_assert_cmpstr (why, ==, "That is before what was noted last, on 12-08-2024.");
      g_assert_true (ps_letter_allows (&sent, ends[i], day ("2024-08-12"), day (TODAY), NULL));
    }
}

static const struct
{
  const char *answered, *talked, *decided;
  gboolean agree;
  const char *says;
} noted[] = {
  { NULL, NULL, NULL, TRUE, NULL },
  { "2024-07-26", "2024-07-26", "2024-07-26", TRUE, NULL },
  { "2024-08-08", "2024-08-12", "2024-08-20", TRUE, NULL },
  /* a talk before the answer is one */
  { "2024-08-13", "2024-08-12", "2024-08-20", TRUE, NULL },
  { "2024-07-25", NULL, NULL, FALSE, "26-07-2024" },
  { NULL, "2024-10-01", NULL, FALSE, "still to come" },
  { NULL, "2024-08-21", "2024-08-20", FALSE, "21-08-2024" },
  { "2024-08-21", NULL, "2024-08-20", FALSE, "21-08-2024" },
};

static void
test_days_agree (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (noted); i++)
    {
      PsLetterFacts facts = facts_of (PS_LETTER_ANSWERED, noted[i].answered, noted[i].talked, noted[i].decided);
      g_autofree char *why = NULL;

      g_assert_cmpint (ps_letter_days_agree (&facts, day (TODAY), &why), ==, noted[i].agree);
      g_assert_cmpint (ps_letter_days_agree (&facts, day (TODAY), NULL), ==, noted[i].agree);
      g_assert_cmpint (why == NULL, ==, noted[i].agree);
      if (noted[i].says != NULL)
        g_assert_nonnull (strstr (why, noted[i].says));
    }
}

static const struct
{
  PsLetterState state;
  const char *answered, *talked, *decided;
  const char *today;
  PsLetterWaits waits;
  const char *by;
  gboolean overdue;
  const char *text;
} waiting[] = {
  { PS_LETTER_DRAFT, NULL, NULL, NULL, TODAY, PS_LETTER_WAITS_SENDING, NULL, FALSE, "To be sent" },
  { PS_LETTER_SENT, NULL, NULL, NULL, "2024-08-09", PS_LETTER_WAITS_ANSWER, "2024-08-09", FALSE, "Answer by 09-08-2024" },
  { PS_LETTER_SENT, NULL, NULL, NULL, "2024-08-10", PS_LETTER_WAITS_ANSWER, "2024-08-09", TRUE,
    "Answer overdue since 09-08-2024" },
  /* two weeks after the answer */
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, "2024-08-22", PS_LETTER_WAITS_TALK, "2024-08-22", FALSE, "Talk by 22-08-2024" },
  { PS_LETTER_ANSWERED, "2024-08-08", NULL, NULL, "2024-08-23", PS_LETTER_WAITS_TALK, "2024-08-22", TRUE,
    "Talk overdue since 22-08-2024" },
  /* two weeks after the talk */
  { PS_LETTER_ANSWERED, "2024-08-08", "2024-08-15", NULL, "2024-08-29", PS_LETTER_WAITS_DECISION, "2024-08-29", FALSE,
    "Decision by 29-08-2024" },
  { PS_LETTER_SENT, NULL, "2024-08-15", NULL, "2024-08-30", PS_LETTER_WAITS_DECISION, "2024-08-29", TRUE,
    "Decision overdue since 29-08-2024" },
  { PS_LETTER_ANSWERED, "2024-08-08", "2024-08-15", "2024-08-20", TODAY, PS_LETTER_WAITS_CLOSING, NULL, FALSE, "To be closed" },
  { PS_LETTER_CLOSED, "2024-08-08", NULL, NULL, TODAY, PS_LETTER_WAITS_NOT, NULL, FALSE, "Closed" },
  { PS_LETTER_WITHDRAWN, NULL, NULL, NULL, TODAY, PS_LETTER_WAITS_NOT, NULL, FALSE, "Withdrawn" },
};

static void
test_waits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (waiting); i++)
    {
      PsLetterFacts facts = facts_of (waiting[i].state, waiting[i].answered, waiting[i].talked, waiting[i].decided);
      g_autofree char *text = ps_letter_waits_text (&facts, day (waiting[i].today));
      PsDate by = 0;

      g_assert_cmpstr (text, ==, waiting[i].text);
      g_assert_cmpint (ps_letter_waits (&facts, &by), ==, waiting[i].waits);
      g_assert_cmpint (ps_letter_waits (&facts, NULL), ==, waiting[i].waits);
      g_assert_cmpint (by, ==, day (waiting[i].by));
      g_assert_cmpint (ps_letter_is_overdue (&facts, day (waiting[i].today)), ==, waiting[i].overdue);
    }
}

/* Before there is an answer the two weeks run from the day by which it is due; before a talk from the day of that. */
static void
test_days_that_follow (void)
{
  PsLetterFacts facts = facts_of (PS_LETTER_SENT, NULL, NULL, NULL);

  g_assert_cmpint (facts.talk_by, ==, day ("2024-08-23"));
  g_assert_cmpint (facts.decide_by, ==, day ("2024-09-06"));
  facts.talk_by = PS_DATE_OPEN;
  g_assert_cmpint (ps_letter_decide_by (&facts), ==, day ("2024-09-06"));
  facts.talk_by = day ("2024-08-30");
  g_assert_cmpint (ps_letter_decide_by (&facts), ==, day ("2024-09-13"));
  facts = facts_of (PS_LETTER_DRAFT, NULL, NULL, NULL);
  g_assert_cmpint (ps_letter_talk_by (&facts), ==, PS_DATE_OPEN);
  g_assert_cmpint (ps_letter_decide_by (&facts), ==, PS_DATE_OPEN);
}

static void
test_words (void)
{
  PsLetterKind kind = PS_LETTER_NONE;
  g_autofree char *number = ps_letter_number_text (2026, 7);
  g_autofree char *large = ps_letter_number_text (2026, 12345);
  g_autofree char *none = ps_letter_number_text (2026, 0);

  g_assert_cmpstr (number, ==, "BB-2026-0007");
  g_assert_cmpstr (large, ==, "BB-2026-12345");
  g_assert_cmpstr (none, ==, "draft");
  for (int i = PS_LETTER_NOTICE; i < PS_N_LETTER_KINDS; i++)
    {
      g_assert_true (ps_letter_kind_parse (ps_letter_kind_code ((PsLetterKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ps_letter_kind_parse ("none", &kind));
  g_assert_false (ps_letter_kind_parse (NULL, &kind));
  g_assert_cmpstr (ps_letter_kind_code (PS_LETTER_NONE), ==, "none");
  g_assert_cmpstr (ps_letter_kind_label (PS_LETTER_REACHED), ==, "Ceiling reached");
  g_assert_cmpint (ps_letter_weight (PS_LETTER_REACHED), >, ps_letter_weight (PS_LETTER_OVER));
  g_assert_cmpint (ps_letter_weight (PS_LETTER_OVER), >, ps_letter_weight (PS_LETTER_NOTICE));
  g_assert_cmpint (ps_letter_weight (PS_LETTER_NOTICE), >, ps_letter_weight (PS_LETTER_UNDER));
  g_assert_cmpint (ps_letter_weight (PS_LETTER_UNDER), >, ps_letter_weight (PS_LETTER_NONE));
}

/* Every state, means and event has a word and a code of its own. */
static void
test_all_differ (void)
{
  for (int a = 1; a < PS_N_LETTER_EVENTS; a++)
    for (int b = 1; b < a; b++)
      {
        g_assert_cmpstr (ps_letter_event_label ((PsLetterEventKind) a), !=, ps_letter_event_label ((PsLetterEventKind) b));
        g_assert_cmpstr (ps_letter_event_code ((PsLetterEventKind) a), !=, ps_letter_event_code ((PsLetterEventKind) b));
        if (a < PS_N_LETTER_STATES)
          {
            g_assert_cmpstr (ps_letter_state_label ((PsLetterState) a), !=, ps_letter_state_label ((PsLetterState) b));
            g_assert_cmpstr (ps_letter_state_code ((PsLetterState) a), !=, ps_letter_state_code ((PsLetterState) b));
          }
        if (a < PS_N_LETTER_MEANS)
          {
            g_assert_cmpstr (ps_letter_means_label ((PsLetterMeans) a), !=, ps_letter_means_label ((PsLetterMeans) b));
            g_assert_cmpstr (ps_letter_means_code ((PsLetterMeans) a), !=, ps_letter_means_code ((PsLetterMeans) b));
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/allows", test_allows);
  g_test_add_func ("/letter/allows-order", test_allows_order);
  g_test_add_func ("/letter/days-agree", test_days_agree);
  g_test_add_func ("/letter/waits", test_waits);
  g_test_add_func ("/letter/days-that-follow", test_days_that_follow);
  g_test_add_func ("/letter/words", test_words);
  g_test_add_func ("/letter/all-differ", test_all_differ);
  return g_test_run ();
}
