/* ps-letter.c: what letters, their states and steps are called
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-letter.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *label; /* NC_("bandwidth letter", …) */
} kinds[PS_N_LETTER_KINDS] = {
  [PS_LETTER_NONE] = { "none", NC_("bandwidth letter", "No letter") },
  [PS_LETTER_NOTICE] = { "notice", NC_("bandwidth letter", "Notice share spent") },
  [PS_LETTER_OVER] = { "over", NC_("bandwidth letter", "Forecast above") },
  [PS_LETTER_UNDER] = { "under", NC_("bandwidth letter", "Forecast below") },
  [PS_LETTER_REACHED] = { "reached", NC_("bandwidth letter", "Ceiling reached") },
};

static const struct
{
  const char *code;
  const char *label;
} states[PS_N_LETTER_STATES] = {
  [PS_LETTER_DRAFT] = { "draft", NC_("letter", "Draft") },
  [PS_LETTER_SENT] = { "sent", NC_("letter", "Sent") },
  [PS_LETTER_ANSWERED] = { "answered", NC_("letter", "Answered") },
  [PS_LETTER_CLOSED] = { "closed", NC_("letter", "Closed") },
  [PS_LETTER_WITHDRAWN] = { "withdrawn", NC_("letter", "Withdrawn") },
};

static const struct
{
  const char *code;
  const char *label;
} means_of_sending[PS_N_LETTER_MEANS] = {
  [PS_LETTER_BY_POST] = { "post", NC_("sending a letter", "By post") },
  [PS_LETTER_BY_REGISTERED_POST] = { "registered", NC_("sending a letter", "By registered post") },
  [PS_LETTER_BY_EMAIL] = { "email", NC_("sending a letter", "By e-mail") },
  [PS_LETTER_BY_PORTAL] = { "portal", NC_("sending a letter", "By a portal") },
};

static const struct
{
  const char *code;
  const char *label;
} events[PS_N_LETTER_EVENTS] = {
  [PS_LETTER_EVENT_DRAFTED] = { "drafted", NC_("course of a letter", "Drafted") },
  [PS_LETTER_EVENT_EDITED] = { "edited", NC_("course of a letter", "Text edited") },
  [PS_LETTER_EVENT_SENT] = { "sent", NC_("course of a letter", "Sent") },
  [PS_LETTER_EVENT_REMINDED] = { "reminded", NC_("course of a letter", "Reminded") },
  [PS_LETTER_EVENT_ANSWERED] = { "answered", NC_("course of a letter", "Answered") },
  [PS_LETTER_EVENT_MEASURES] = { "measures", NC_("course of a letter", "Measures agreed") },
  [PS_LETTER_EVENT_TALKED] = { "talked", NC_("course of a letter", "Talk held") },
  [PS_LETTER_EVENT_DECIDED] = { "decided", NC_("course of a letter", "Decided") },
  [PS_LETTER_EVENT_CLOSED] = { "closed", NC_("course of a letter", "Closed") },
  [PS_LETTER_EVENT_WITHDRAWN] = { "withdrawn", NC_("course of a letter", "Withdrawn") },
  [PS_LETTER_EVENT_DUE_MOVED] = { "due-moved", NC_("course of a letter", "Term moved") },
  [PS_LETTER_EVENT_CORRECTED] = { "corrected", NC_("course of a letter", "Corrected") },
  [PS_LETTER_EVENT_NOTE] = { "note", NC_("course of a letter", "Note") },
};

/**
 * ps_letter_kind_label: translated, short: of a table.
 */
const char *
ps_letter_kind_label (PsLetterKind kind)
{
  g_assert (kind >= PS_LETTER_NONE && kind < PS_N_LETTER_KINDS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "bandwidth letter", kinds[kind].label);
}

/**
 * ps_letter_kind_code: as other programs know it.
 */
const char *
ps_letter_kind_code (PsLetterKind kind)
{
  g_assert (kind >= PS_LETTER_NONE && kind < PS_N_LETTER_KINDS);
  return kinds[kind].code;
}

/**
 * ps_letter_kind_parse: a kind by its code; PS_LETTER_NONE is none.
 */
gboolean
ps_letter_kind_parse (const char *code, PsLetterKind *kind)
{
  for (int i = PS_LETTER_NOTICE; i < PS_N_LETTER_KINDS; i++)
    if (g_strcmp0 (kinds[i].code, code) == 0)
      {
        *kind = (PsLetterKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ps_letter_state_label: translated.
 */
const char *
ps_letter_state_label (PsLetterState state)
{
  g_assert (state >= PS_LETTER_DRAFT && state < PS_N_LETTER_STATES);
  return g_dpgettext2 (GETTEXT_PACKAGE, "letter", states[state].label);
}

/**
 * ps_letter_state_code: as other programs know it.
 */
const char *
ps_letter_state_code (PsLetterState state)
{
  g_assert (state >= PS_LETTER_DRAFT && state < PS_N_LETTER_STATES);
  return states[state].code;
}

/**
 * ps_letter_means_label: translated.
 */
const char *
ps_letter_means_label (PsLetterMeans means)
{
  g_assert (means >= PS_LETTER_BY_POST && means < PS_N_LETTER_MEANS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "sending a letter", means_of_sending[means].label);
}

/**
 * ps_letter_means_code: as other programs know it.
 */
const char *
ps_letter_means_code (PsLetterMeans means)
{
  g_assert (means >= PS_LETTER_BY_POST && means < PS_N_LETTER_MEANS);
  return means_of_sending[means].code;
}

/**
 * ps_letter_event_label: translated.
 */
const char *
ps_letter_event_label (PsLetterEventKind kind)
{
  g_assert (kind >= PS_LETTER_EVENT_DRAFTED && kind < PS_N_LETTER_EVENTS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "course of a letter", events[kind].label);
}

/**
 * ps_letter_event_code: as other programs know it.
 */
const char *
ps_letter_event_code (PsLetterEventKind kind)
{
  g_assert (kind >= PS_LETTER_EVENT_DRAFTED && kind < PS_N_LETTER_EVENTS);
  return events[kind].code;
}

/**
 * ps_letter_weight: which of two kinds a letter is of: the heavier one (domain.md §7: reached, over, notice, under).
 */
int
ps_letter_weight (PsLetterKind kind)
{
  switch (kind)
    {
    case PS_LETTER_REACHED:
      return 4;
    case PS_LETTER_OVER:
      return 3;
    case PS_LETTER_NOTICE:
      return 2;
    case PS_LETTER_UNDER:
      return 1;
    case PS_LETTER_NONE:
    case PS_N_LETTER_KINDS:
    default:
      return 0;
    }
}

/**
 * ps_letter_number_text:
 * @number: 0: it has none, being a draft
 *
 * Returns: (transfer full): "BB-2026-0007", or the translated word for a draft
 */
char *
ps_letter_number_text (int year, int number)
{
  if (number == 0)
    /* Translators: in the place of a letter's number */
    return g_strdup (C_("letter", "draft"));
  return g_strdup_printf ("BB-%d-%04d", year, number);
}
