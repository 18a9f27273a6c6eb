/* letter-builder.c: what a letter prints, made by hand, without a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "letter-builder.h"

#define CEILING 176400000

static void
clear_scope (gpointer data)
{
  PsLetterScope *scope = data;

  g_free (scope->label);
  g_free (scope->scheme);
}

static PsLetterFigures *
make_figures (void)
{
  PsLetterFigures *figures = g_new0 (PsLetterFigures, 1);

  figures->year = 2024;
  figures->peildatum = ps_date_from_ymd (2024, 7, 19);
  figures->through = ps_date_from_ymd (2024, 5, 31);
  figures->under_bp = figures->over_bp = 500;
  figures->notice_bp = 7000;
  figures->scopes = g_array_new (FALSE, TRUE, sizeof (PsLetterScope));
  g_array_set_clear_func (figures->scopes, clear_scope);
  return figures;
}

static PsLetter *
make_letter (void)
{
  PsLetter *letter = g_new0 (PsLetter, 1);

  letter->id = 7;
  letter->agb = g_strdup ("41410001");
  letter->provider = g_strdup ("Maasduin Jeugdhulp");
  letter->peildatum = ps_date_from_ymd (2024, 7, 19);
  letter->kind = PS_LETTER_OVER;
  letter->state = PS_LETTER_SENT;
  letter->year = 2024;
  letter->number = 23;
  letter->number_text = g_strdup ("BB-2024-0023");
  letter->subject = g_strdup ("the bandwidth of 2024");
  letter->body = g_strdup ("Dear board,\n\nBefore the figures.\n\n" PS_LETTER_TABLE_MARK
                           "\n\nAfter the figures.\nA line of its own.\n\nKind regards,");
  letter->sent_on = ps_date_from_ymd (2024, 7, 26);
  letter->due_on = ps_date_from_ymd (2024, 8, 9);
  letter->reminded_on = letter->answered_on = letter->talk_by = letter->talked_on = PS_DATE_OPEN;
  letter->decide_by = letter->decided_on = letter->ended_on = PS_DATE_OPEN;
  return letter;
}

PsLetterPaper *
test_letter_new (void)
{
  PsLetterPaper *paper = g_new0 (PsLetterPaper, 1);

  paper->letter = make_letter ();
  paper->figures = make_figures ();
  paper->region = g_strdup ("Region of rivers");
  paper->letterhead = g_strdup ("Region of rivers\nContracts\nPostbus 12\n5900 AA Venlo");
  paper->addressee = g_strdup ("Maasduin Jeugdhulp\nFor the board\nPostbus 1204\n5900 BB Blerick");
  paper->signer = g_strdup ("A. Signer");
  return paper;
}

void
test_letter_free (PsLetterPaper *paper)
{
  PsLetter *letter = paper->letter;

  g_free (letter->agb);
  g_free (letter->provider);
  g_free (letter->number_text);
  g_free (letter->subject);
  g_free (letter->body);
  g_free (letter);
  g_array_unref (paper->figures->scopes);
  g_free (paper->figures);
  g_free (paper->region);
  g_free (paper->letterhead);
  g_free (paper->addressee);
  g_free (paper->signer);
  g_free (paper);
}

void
test_letter_set (char **string, const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

void
test_letter_add_scope (PsLetterPaper *paper, const char *label, gint64 forecast_cents)
{
  PsLetterFigures *figures = paper->figures;
  PsLetterScope scope = { .label = g_strdup (label),
                          .ceiling_cents = CEILING,
                          .lower_cents = 167580000,
                          .upper_cents = 185220000,
                          .realised_cents = 81934620,
                          .forecast_cents = forecast_cents,
                          .method = PS_FORECAST_LINEAR,
                          .position = forecast_cents > 185220000 ? PS_POSITION_OVER : PS_POSITION_IN,
                          .scheme = g_strdup ("Donut hole 3 %"),
                          .at_stake_cents = 12004764 };

  g_array_append_val (figures->scopes, scope);
  figures->ceiling_cents += scope.ceiling_cents;
  figures->realised_cents += scope.realised_cents;
  figures->forecast_cents += scope.forecast_cents;
  figures->at_stake_cents += scope.at_stake_cents;
}
