/* ps-letters-take.c: a step in the course of a letter that was drafted or sent
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-letters-private.h"

/* The day that the event has: a correction happens today, whatever day it is about. */
static PsDate
day_of (const PsLetterStep *step)
{
  return step->event == PS_LETTER_EVENT_CORRECTED ? step->today : step->day;
}

static gboolean
take (PsLetterWriter *writer, const PsLetter *shown, const PsLetterStep *step, GError **error)
{
  g_autoptr (PsRecord) was = ps_letter_read_shown (writer, shown, error);
  g_autoptr (PsRecord) is = NULL;
  g_autofree char *note = NULL;
  PsLetterHappening happening = { step->event, day_of (step), NULL, NULL };

  if (was == NULL || !ps_letter_check_allowed (shown, step->event, happening.day, step->today, error))
    return FALSE;
  is = ps_record_copy (was);
  return ps_letter_follow (writer->store, shown, step, is, &happening, &note, error)
         && ps_letter_write (writer, was, is, &happening, error);
}

/**
 * ps_letters_take:
 * @before: the letter as it was shown
 * @record: (out) (optional): the trail's record of the step
 *
 * Drafting, editing and sending have functions of their own.
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT where the letter is not what was shown any more, PS_STORE_ERROR_RULE where the
 * step does not follow, or another PsStoreError: nothing was changed then
 */
gboolean
ps_letters_take (PsStore *store, const char *actor, const PsLetter *before, const PsLetterStep *step, gint64 *record,
                 GError **error)
{
  g_auto (PsLetterWriter) writer = { NULL };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  g_return_val_if_fail (step->event > PS_LETTER_EVENT_SENT && step->event < PS_N_LETTER_EVENTS, FALSE);
  if (record != NULL)
    *record = 0;
  if (!ps_letter_writer_begin (&writer, store, actor, error) || !take (&writer, before, step, error)
      || !ps_letter_writer_commit (&writer, error))
    return FALSE;
  if (record != NULL)
    *record = writer.record;
  return TRUE;
}
