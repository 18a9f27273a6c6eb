/* ps-letter-changes.c: what changed in the figures of a letter, in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-send"

#include "ps-letter-changes.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

static void
add_line (GString *text, const char *what, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a figure of a letter, what was shown, and what it is now */
  g_string_append_printf (text, _("%s: was %s, is now %s"), what, before, after);
}

static void
add_money (GString *text, const char *what, gint64 before, gint64 after)
{
  g_autofree char *old = ps_format_money (before);
  g_autofree char *new = ps_format_money (after);

  add_line (text, what, old, new);
}

static void
add_day (GString *text, const char *what, PsDate before, PsDate after)
{
  g_autofree char *old = ps_format_date (before);
  g_autofree char *new = ps_format_date (after);

  add_line (text, what, old, new);
}

/* Totals hide what moves from one scope to another. */
static void
add_scopes (GString *text, const PsLetterFigures *before, const PsLetterFigures *after)
{
  for (guint i = 0; i < MIN (before->scopes->len, after->scopes->len); i++)
    {
      const PsLetterScope *old = &g_array_index (before->scopes, PsLetterScope, i);
      const PsLetterScope *new = &g_array_index (after->scopes, PsLetterScope, i);
      g_autofree char *name = g_strdup_printf (_("%s, forecast"), old->label);

      if (g_strcmp0 (old->label, new->label) == 0)
        add_money (text, name, old->forecast_cents, new->forecast_cents);
    }
}

char *
ps_letter_changes_text (const char *shown, const PsLetterFigures *now)
{
  g_autoptr (PsLetterFigures) before = ps_letter_figures_from_text (shown, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (before == NULL)
    return NULL;
  add_day (text, _("Complete through"), before->through, now->through);
  add_money (text, _("Ceiling"), before->ceiling_cents, now->ceiling_cents);
  add_money (text, _("Realised"), before->realised_cents, now->realised_cents);
  add_money (text, _("Forecast"), before->forecast_cents, now->forecast_cents);
  add_money (text, _("At stake"), before->at_stake_cents, now->at_stake_cents);
  if (text->len == 0)
    add_scopes (text, before, now);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
