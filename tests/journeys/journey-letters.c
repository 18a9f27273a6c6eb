/* journey-letters.c: letters drafted for a peildatum, one of them sent, found again, answered, its measures agreed, and closed; and one of
 * a colleague, that is overdue, found
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#include "exchange/ps-letter-pdf.h"

#define PROVIDER "Zorghuis Kastanjedael"
#define OTHER_AGB "41420139"
#define OTHER "Begeleid Groeien Geijsteren"

static gint64
find_peildatum (PsStore *store, PsDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->date == day)
      return ps_region_peildatum (region, i)->id;
  g_assert_not_reached ();
}

/* In May a colleague wrote to a provider, which did not answer. */
static void
write_in_may (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, &error);
  PsDate sent_on = ps_date_from_ymd (2024, 5, 27);
  PsLetterDraftJob drafting = { .agbs = (const char *const[]){ OTHER_AGB, NULL }, .today = sent_on };
  PsLetterSendJob sending = { .n_ids = 1, .sent_on = sent_on, .means = PS_LETTER_BY_EMAIL, .today = sent_on };
  g_autoptr (PsLetterReport) drafted = NULL;
  g_autoptr (PsLetterReport) sent = NULL;

  g_assert_no_error (error);
  drafting.peildatum_id = find_peildatum (store, ps_date_from_ymd (2024, 5, 19));
  drafted = ps_letters_draft (store, "colleague", &drafting, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafted->done->len, ==, 1);
  sending.ids = &((PsLetterOutcome *) g_ptr_array_index (drafted->done, 0))->id;
  sent = ps_letters_send (store, "colleague", &sending, ps_letter_render_pdf, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sent->done->len, ==, 1);
}

/* The demo region runs; its letters are those of the year before, of which all is known. */
static Journey *
open_register (JourneyRegion *region)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  journey_go_to_section (journey, "Letters");
  journey_press (journey, "alt+Page_Up");
  journey_expect (journey, "Bandwidth letters 2024");
  return journey;
}

static void
draft (Journey *journey)
{
  journey_expect (journey, "1 overdue");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Draft for a Peildatum");
  journey_expect (journey, "letters will be drafted");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Draft Draft");
  journey_expect (journey, "to send");
}

static void
open_draft (Journey *journey)
{
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter letters", "kastanjedael");
  journey_expect (journey, "1 of ");
  journey_open_row (journey, "Provider: " PROVIDER);
  journey_expect (journey, "Draft letter to " PROVIDER);
  journey_expect (journey, "To be sent");
}

static void
fill_and_save (Journey *journey, const char *day_label, const char *day, const char *text_label, const char *text,
               const char *button)
{
  journey_fill (journey, day_label, day);
  journey_type (journey, ATSPI_ROLE_TEXT, text_label, text);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, button);
  journey_expect (journey, text);
}

static void
send (Journey *journey, const char *today)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Send…");
  journey_expect (journey, "It becomes BB-2024-0002");
  journey_expect (journey, "The answer is due by ");
  /* It was drafted today: it cannot have been sent before. */
  journey_fill (journey, "Sent on", "26-07-2024");
  journey_expect (journey, "That is before the letter was drafted");
  journey_fill (journey, "Sent on", today);
  journey_expect (journey, "The answer is due by ");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Send Send");
  journey_expect (journey, "Letter BB-2024-0002");
  journey_expect (journey, "Answer by ");
}

static void
find_again (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Back");
  journey_expect (journey, "Bandwidth letters 2024");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter letters", "BB-2024-0002");
  journey_expect (journey, "1 of ");
  journey_open_row (journey, "Provider: " PROVIDER);
  journey_expect (journey, "Letter BB-2024-0002");
}

static void
answer_and_close (Journey *journey, const char *today)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Record Answer…");
  fill_and_save (journey, "Received on", today, "Answer", "More clients were referred.", "_Record Record");
  journey_click (journey, ATSPI_ROLE_INVALID, "Record what happened");
  journey_click (journey, ATSPI_ROLE_MENU_ITEM, "Measures Agreed…");
  fill_and_save (journey, "Agreed on", today, "Measures", "No new clients until October.", "_Record Record");
  journey_click (journey, ATSPI_ROLE_INVALID, "Record what happened");
  journey_click (journey, ATSPI_ROLE_MENU_ITEM, "Close…");
  fill_and_save (journey, "Closed on", today, "Remark", "The measures are enough.", "_Close Close");
  journey_expect (journey, "Closed");
}

/* In the register what is overdue is one click away. */
static void
find_overdue (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Back");
  journey_expect (journey, "Bandwidth letters 2024");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter letters", "");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "1 overdue");
  journey_expect (journey, "1 of ");
  journey_open_row (journey, "Provider: " OTHER);
  journey_expect (journey, "Letter BB-2024-0001");
  journey_expect (journey, "Answer overdue since 10-06-2024");
}

static void
test_letters (JourneyRegion *region, gconstpointer data)
{
  Journey *journey;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%d-%m-%Y");

  write_in_may (region->region);
  journey = open_register (region);
  draft (journey);
  open_draft (journey);
  send (journey, today);
  find_again (journey);
  answer_and_close (journey, today);
  find_overdue (journey);
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/letters/course", JourneyRegion, NULL, journey_region_set_up, test_letters, journey_region_tear_down);
  return g_test_run ();
}
