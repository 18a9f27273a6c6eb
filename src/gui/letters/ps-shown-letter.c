/* ps-shown-letter.c: a letter as it is shown, kept by whatever acts on it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-shown-letter.h"

struct _PsShownLetter
{
  PsLetter *letter;
};

PsShownLetter *
ps_shown_letter_new (PsLetter *letter)
{
  PsShownLetter *shown = g_atomic_rc_box_new0 (PsShownLetter);

  g_return_val_if_fail (letter != NULL, NULL);

  shown->letter = letter;
  return shown;
}

PsShownLetter *
ps_shown_letter_ref (PsShownLetter *shown)
{
  return g_atomic_rc_box_acquire (shown);
}

static void
clear (gpointer data)
{
  ps_letter_free (((PsShownLetter *) data)->letter);
}

void
ps_shown_letter_unref (PsShownLetter *shown)
{
  g_atomic_rc_box_release_full (shown, clear);
}

const PsLetter *
ps_shown_letter_get (const PsShownLetter *shown)
{
  return shown->letter;
}
