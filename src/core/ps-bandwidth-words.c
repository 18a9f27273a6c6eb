/* ps-bandwidth-words.c: where a scope stands in words, and what changed since the peildatum before (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bandwidth.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

const char *
ps_position_label (PsBandwidthPosition position)
{
  switch (position)
    {
    case PS_POSITION_UNDER:
      return _("under the bandwidth");
    case PS_POSITION_OVER:
      return _("over the bandwidth");
    case PS_POSITION_IN:
    default:
      return _("within the bandwidth");
    }
}

const char *
ps_position_code (PsBandwidthPosition position)
{
  switch (position)
    {
    case PS_POSITION_UNDER:
      return "under";
    case PS_POSITION_OVER:
      return "over";
    case PS_POSITION_IN:
    default:
      return "in";
    }
}

/* Phrases of one sentence: "Ceiling reached, over the bandwidth" */

static void
add_phrase (GString *text, const char *phrase)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, phrase);
}

static char *
as_sentence (GString *phrases)
{
  g_autofree char *text = g_string_free (phrases, FALSE);
  gunichar first = g_utf8_get_char (text);
  GString *sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_toupper (first));
  g_string_append (sentence, g_utf8_next_char (text));
  return g_string_free (sentence, FALSE);
}

static char *
notice_phrase (const PsBandwidthScope *scope)
{
  g_autofree char *share = ps_format_percent (scope->notice_bp);

  return g_strdup_printf (C_("bandwidth", "%s spent"), share);
}

/**
 * ps_bandwidth_state_text: all that holds of a scope: full or the notice share spent, and its place against the bandwidth.
 */
char *
ps_bandwidth_state_text (const PsBandwidthScope *scope)
{
  GString *text = g_string_new (NULL);

  if (scope->ceiling_cents == 0 && scope->realised_cents <= 0 && scope->position == PS_POSITION_IN)
    add_phrase (text, C_("bandwidth", "nothing agreed, nothing realised"));
  else if (scope->reached)
    add_phrase (text, C_("bandwidth", "ceiling reached"));
  if (text->len == 0 || scope->position != PS_POSITION_IN)
    add_phrase (text, ps_position_label (scope->position));
  if (scope->notice && !scope->reached)
    {
      g_autofree char *notice = notice_phrase (scope);

      add_phrase (text, notice);
    }
  return as_sentence (text);
}

/* What changed */

static void
add_spent_change (GString *text, const PsBandwidthScope *before, const PsBandwidthScope *now)
{
  g_autofree char *share = ps_format_percent (now->notice_bp), *below = NULL;
  g_autofree char *spent = notice_phrase (now);

  below = g_strdup_printf (C_("bandwidth", "below %s spent again"), share);
  if (now->reached && !before->reached)
    add_phrase (text, C_("bandwidth", "ceiling reached"));
  else if (before->reached && !now->reached)
    add_phrase (text, C_("bandwidth", "below its ceiling again"));
  else if (now->notice && !before->notice)
    add_phrase (text, spent);
  else if (before->notice && !now->notice)
    add_phrase (text, below);
}

static void
add_position_change (GString *text, const PsBandwidthScope *before, const PsBandwidthScope *now)
{
  if (now->position == before->position)
    return;
  if (now->position == PS_POSITION_OVER)
    add_phrase (text, C_("bandwidth", "now over the bandwidth"));
  else if (now->position == PS_POSITION_UNDER)
    add_phrase (text, C_("bandwidth", "now under the bandwidth"));
  else
    add_phrase (text, C_("bandwidth", "back within the bandwidth"));
}

static char *
scope_change (const PsBandwidthScope *before, const PsBandwidthScope *now)
{
  GString *text = g_string_new (NULL);

  add_spent_change (text, before, now);
  add_position_change (text, before, now);
  if (text->len > 0)
    return as_sentence (text);
  g_string_free (text, TRUE);
  return NULL;
}

/**
 * ps_bandwidth_change_text: what crossed a threshold since the peildatum before, of each scope that did. A scope that was not there
 * then has nothing to say.
 * @before: (nullable)
 *
 * Returns: (nullable): a translated sentence
 */
char *
ps_bandwidth_change_text (const PsBandwidth *before, const PsBandwidth *now)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; before != NULL && i < now->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (now->scopes, PsBandwidthScope, i);
      const PsBandwidthScope *then = ps_bandwidth_find (before, scope->name);
      g_autofree char *change = then != NULL ? scope_change (then, scope) : NULL;

      if (change == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      if (now->scopes->len > 1)
        g_string_append_printf (text, "%s: ", scope->label);
      g_string_append (text, change);
    }
  return g_string_free (text, text->len == 0);
}

/**
 * ps_bandwidth_choice_text: who chose the forecast of a scope, which and why.
 *
 * Returns: (nullable): a translated sentence; NULL where nobody did
 */
char *
ps_bandwidth_choice_text (const PsBandwidthScope *scope)
{
  const PsForecastChoice *choice = scope->choice;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (choice == NULL)
    return NULL;
  if (choice->chosen_by != NULL)
    g_ptr_array_add (sentences,
                     g_strdup_printf (_("%s chose “%s”."), choice->chosen_by, ps_forecast_method_label (choice->method)));
  if (scope->method != choice->method)
    g_ptr_array_add (sentences, g_strdup (_("That cannot be computed any more: what is proposed counts.")));
  if (choice->reason != NULL && *choice->reason != '\0')
    g_ptr_array_add (sentences, g_strdup_printf (_("Reason: %s"), choice->reason));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
