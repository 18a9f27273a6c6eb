/* ps-letter-standard.c: the texts of letters that a region begins with (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Each says what was measured and until when, how the forecast was made, what was agreed, what is asked and by which day, and
 * when talk and decision follow. What a provider may not have (a part, a scheme, a reason) stands on a line that is left out
 * without it. Every paragraph is a string of its own: most of them are in all four.
 */
#include "ps-letter-text.h"

#include <glib/gi18n-lib.h>

/* Translators, of all paragraphs of letters: names between braces stay as they are. A line that begins with {?…} is left out
 * where that field is empty. The reader is a care provider, who is addressed formally, firmly and friendly. */

#define GREETING N_("Dear Sir or Madam,")
#define MEASURED                                                                                                                 \
  N_("For the reference date {peildatum} we compared what you delivered with our performance agreement for {jaar}. The data "   \
      "is complete up to and including {gegevens_tot}.")
#define PART                                                                                                                     \
  N_("{?onderdeel}What is written here is about {onderdeel}, a part of the agreement. The table shows how every part stands; "  \
      "this letter is about all of them.")
#define TABLE "{cijfers}"
#define METHOD N_("The forecast was made by the method “{methode}”. {methode_uitleg}")
#define REASON N_("{?reden}This forecast was chosen for a reason: {reden}")
#define AT_STAKE                                                                                                                 \
  N_("{?totaal_inhouding}If the year ends at this forecast, we deduct {totaal_inhouding} in all under the incentive schemes "   \
      "of "                                                                                                                      \
      "the agreement. That amount is fixed only when the year is settled.")
#define FIGURES N_("If you think that our figures are not right, tell us which ones and why, and send your own figures along.")
#define TALK                                                                                                                     \
  N_("We talk about your answer with you within two weeks after it, on {gesprek_voor} at the latest. Within two weeks after "   \
      "that talk you receive our decision in writing, on {besluit_voor} at the latest. Without an answer we decide by the "      \
      "figures in this letter.")
#define TOGETHER                                                                                                                 \
  N_("We would like to find a solution together with you. If you have any questions, please contact your contract manager.")
#define REGARDS N_("Kind regards,")

static const char *const notice[] = {
  GREETING,
  MEASURED,
  N_("Up to and including {gegevens_tot} you had realised {gerealiseerd}. That is {signaalgrens_pct} of the agreed ceiling or "
      "more: the share at which we "
      "send you this notice. For the whole year we expect {prognose}."),
  PART,
  TABLE,
  N_("The agreed ceiling is {plafond}, and {signaalgrens_pct} of it is {signaalgrens}. With the bandwidth that we agreed on, "
      "the "
      "year may end between {ondergrens} and {bovengrens}."),
  METHOD,
  REASON,
  AT_STAKE,
  N_("Please answer in writing by {antwoord_voor}. Tell us whether you expect to stay within the agreement for the rest of the "
      "year, and which measures you are taking for it."),
  FIGURES,
  TALK,
  TOGETHER,
  REGARDS,
  NULL
};

static const char *const over[] = {
  GREETING,
  MEASURED,
  N_("Up to and including {gegevens_tot} you had realised {gerealiseerd}. For the whole year we expect {prognose}. That is "
      "above the bandwidth that we "
      "agreed on."),
  PART,
  TABLE,
  N_("The agreed ceiling is {plafond}. With a bandwidth of {bandbreedte_boven_pct} above it the year may end at {bovengrens} at "
      "most. The forecast is {verschil} above the ceiling."),
  METHOD,
  REASON,
  AT_STAKE,
  N_("Please answer in writing by {antwoord_voor}. Tell us what causes the difference, which measures you are taking to end the "
      "year within the agreement, and from when they will help."),
  FIGURES,
  TALK,
  TOGETHER,
  REGARDS,
  NULL
};

static const char *const under[] = {
  GREETING,
  MEASURED,
  N_("Up to and including {gegevens_tot} you had realised {gerealiseerd}. For the whole year we expect {prognose}. That is "
      "below the bandwidth that we "
      "agreed on."),
  PART,
  TABLE,
  N_("The agreed ceiling is {plafond}. With a bandwidth of {bandbreedte_onder_pct} below it the year should end at {ondergrens} "
      "at least. The forecast is {verschil} below the ceiling."),
  METHOD,
  REASON,
  AT_STAKE,
  N_("Please answer in writing by {antwoord_voor}. Tell us what causes the difference, whether you still expect to deliver the "
      "agreed care this year, and which part of the ceiling others could use instead."),
  FIGURES,
  TALK,
  TOGETHER,
  REGARDS,
  NULL
};

static const char *const reached[] = {
  GREETING,
  MEASURED,
  N_("Up to and including {gegevens_tot} you had realised {gerealiseerd}. With that the agreed ceiling has been reached. For "
      "the whole year we expect "
      "{prognose}."),
  PART,
  TABLE,
  N_("The agreed ceiling is {plafond}. Now that it has been reached, no new clients are referred to you for "
      "the care that it is for; so it is with every part that the table shows as reached. For clients who are in care with you "
      "already, nothing changes by this letter."),
  METHOD,
  REASON,
  AT_STAKE,
  N_("Please answer in writing by {antwoord_voor}. Tell us how many clients are in care with you and how many are waiting, "
      "which "
      "care you still expect to deliver this year, and which measures you are taking."),
  FIGURES,
  TALK,
  TOGETHER,
  REGARDS,
  NULL
};

/**
 * ps_letter_standard_subject: translated; with fields.
 */
const char *
ps_letter_standard_subject (PsLetterKind kind)
{
  switch (kind)
    {
    case PS_LETTER_NOTICE:
      return _("Bandwidth letter: {signaalgrens_pct} of the ceiling for {jaar} spent");
    case PS_LETTER_OVER:
      return _("Bandwidth letter: forecast for {jaar} above the bandwidth");
    case PS_LETTER_UNDER:
      return _("Bandwidth letter: forecast for {jaar} below the bandwidth");
    case PS_LETTER_REACHED:
      return _("Bandwidth letter: ceiling for {jaar} reached");
    case PS_LETTER_NONE:
    case PS_N_LETTER_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static const char *const *
paragraphs_of (PsLetterKind kind)
{
  switch (kind)
    {
    case PS_LETTER_NOTICE:
      return notice;
    case PS_LETTER_OVER:
      return over;
    case PS_LETTER_UNDER:
      return under;
    case PS_LETTER_REACHED:
      return reached;
    case PS_LETTER_NONE:
    case PS_N_LETTER_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * ps_letter_standard_body: translated; with fields, paragraphs parted by an empty line. The signer is printed below it.
 */
const char *
ps_letter_standard_body (PsLetterKind kind)
{
  const char *const *paragraphs = paragraphs_of (kind);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n\n" : "", _ (paragraphs[i]));
  return g_intern_string (body->str);
}
