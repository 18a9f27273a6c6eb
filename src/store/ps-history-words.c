/* ps-history-words.c: records of the trail in sentences
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-alert.h"
#include "core/ps-format.h"
#include "ps-history-private.h"
#include "ps-undo-private.h"

/* Translators: in all of these %s is a code, a name or a number that tells which one; the result starts a sentence. */
static const struct
{
  const char *kind;
  const char *one;
  const char *two; /* with a second part */
} things[] = {
  { "provider", N_("Provider %s"), NULL },
  { "product", N_("Product %s"), NULL },
  { "segment", N_("Segment %s"), NULL },
  { "group", N_("Product group %s"), NULL },
  { "municipality", N_("Municipality %s"), NULL },
  /* Translators: a product, and a provider */
  { "tariff", N_("Tariff of %s"), N_("Tariff of %s for %s") },
  /* Translators: of a provider, its number */
  { "contract", N_("Contracts of %s"), N_("Contract of %s, %s") },
  /* Translators: of a provider, of a year */
  { "agreement", N_("Performance agreements of %s"), N_("Performance agreement of %s for %s") },
  { "scheme", N_("Incentive scheme %s"), NULL },
  { "index", N_("Indexing of %s"), NULL },
  /* Translators: of a provider, of a year */
  { "settlement", N_("Settlements of %s"), N_("Settlement of %s for %s") },
  { "lines", N_("Declaration lines of %s"), NULL },
  /* Translators: of a provider, of a year */
  { "statement", N_("Production statements of %s"), N_("Production statement of %s for %s") },
  { "limits", N_("Limits for production statements of %s"), NULL },
  { "letter", N_("Letter %s"), NULL },
  { "letter-template", N_("Template of letters %s"), NULL },
  /* Translators: of a year */
  { "holidays", N_("Holidays of %s"), NULL },
  { "peildata", N_("Peildata of %s"), NULL },
  { "peildatum", N_("Peildatum %s"), NULL },
  /* Translators: of a peildatum; provider, product and municipality */
  { "measurement", N_("Measurements of %s"), N_("Measurement of %s: %s") },
  /* Translators: of a peildatum; provider and scope */
  { "forecast", N_("Forecasts of %s"), N_("Forecast of %s: %s") },
  /* Translators: what it is of: "Forecast over the bandwidth, 2024, 41410001" */
  { "alert", N_("Signal “%s”"), NULL },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* Things of a day begin with it: "peildatum:2024-07-19", "measurement:2024-07-19:41410001:45L11:0983", with the day as people write it and
 * commas between the rest. */
static char *
with_day (const char *thing)
{
  static const char *const of_a_day[] = { "peildatum", "measurement", "forecast", NULL };
  g_auto (GStrv) parts = g_strsplit (thing, ":", -1);
  g_autofree char *text = NULL;
  GString *name;
  PsDate day;

  if (g_strv_length (parts) < 2 || !g_strv_contains (of_a_day, parts[0]) || !ps_date_parse (parts[1], &day))
    return g_strdup (thing);
  text = ps_format_date (day);
  name = g_string_new (parts[0]);
  g_string_append_printf (name, ":%s", text);
  /* A scope without a name is the whole provider. */
  for (guint i = 2; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (name, "%s%s", i == 2 ? ":" : ", ", parts[i]);
  return g_string_free (name, FALSE);
}

/* A letter that was not sent has no number of its own yet. */
#define DRAFT_LETTER "letter:draft:"
/* What follows is the key of a signal. */
#define SIGNAL "alert:"

static char *
in_words (const char *thing)
{
  g_autofree char *key = g_str_has_prefix (thing, SIGNAL) ? ps_alert_key_text (thing + strlen (SIGNAL)) : NULL;

  return key != NULL ? g_strconcat (SIGNAL, key, NULL) : with_day (thing);
}

static char *
name_of_thing (const char *named)
{
  g_autofree char *thing = in_words (named);
  g_auto (GStrv) parts = g_strsplit (thing, ":", 2);
  const char *second = parts[0] != NULL && parts[1] != NULL ? strchr (parts[1], ':') : NULL;

  if (g_str_has_prefix (thing, DRAFT_LETTER))
    return g_strdup_printf (_("Draft letter %s"), thing + strlen (DRAFT_LETTER));
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && i < G_N_ELEMENTS (things); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *rest = NULL;
      const char *last = NULL;

      if (strcmp (things[i].kind, parts[0]) != 0)
        continue;
      if (things[i].two == NULL || second == NULL)
        return g_strdup_printf (_ (things[i].one), parts[1]);
      first = g_strndup (parts[1], (gsize) (second - parts[1]));
      if (strcmp (things[i].kind, "settlement") == 0)
        last = strrchr (second + 1, ':'); /* its number tells nothing */
      rest = last != NULL ? g_strndup (second + 1, (gsize) (last - second - 1)) : g_strdup (second + 1);
      return g_strdup_printf (_ (things[i].two), first, rest);
    }
  return strcmp (thing, "region") == 0 ? g_strdup (_("Region")) : g_strdup (thing);
}

/* Translators: in all of these %s is a thing with its name, such as "Tariff of 45L11" */
static const struct
{
  const char *action;
  const char *sentence;
} actions[] = {
  { "create", N_("%s added") },
  { "edit", N_("%s changed") },
  { "end", N_("%s ended") },
  { "delete", N_("%s deleted") },
  { "index", N_("%s: tariffs indexed") },
  { "amend", N_("%s: amendment drafted") },
  { "agree", N_("%s agreed") },
  { "discard", N_("%s: draft discarded") },
  { "merge", N_("%s merged into another") },
  { "decide", N_("%s: option decided") },
  { "store", N_("%s computed and kept as a draft") },
  { "renew", N_("%s computed anew") },
  { "correct", N_("%s: correction drafted") },
  { "propose", N_("%s proposed") },
  { "final", N_("%s made final") },
  { "withdraw", N_("%s withdrawn") },
  { "accept", N_("%s accepted") },
  { "dispute", N_("%s disputed") },
  { "undecide", N_("%s: decision taken back") },
  /* of letters: ps_letter_event_code() */
  { "drafted", N_("%s drafted") },
  { "edited", N_("%s: text edited") },
  { "sent", N_("%s sent") },
  { "reminded", N_("%s: reminded") },
  { "answered", N_("%s answered") },
  { "measures", N_("%s: measures agreed") },
  { "talked", N_("%s: talk held") },
  { "decided", N_("%s: decision taken") },
  { "closed", N_("%s closed") },
  { "withdrawn", N_("%s withdrawn") },
  { "due-moved", N_("%s: term moved") },
  { "corrected", N_("%s: corrected") },
  { "note", N_("%s: note added") },
  { "choose", N_("%s chosen") },
  { "unchoose", N_("%s: as proposed again") },
  { "copy", N_("%s copied from the year before") },
  { "measure", N_("%s: values entered") },
  { "explain", N_("%s: reason of a value") },
  { "close", N_("%s closed") },
  { "reopen", N_("%s opened again") },
  { "snooze", N_("%s put aside") },
  { "wake", N_("%s brought back") },
};

static char *
describe_change (const char *action, const char *thing)
{
  g_autofree char *name = name_of_thing (thing);

  if (strcmp (action, "import") == 0)
    return g_strdup (_("Files imported"));
  if (strcmp (action, "create") == 0 && strcmp (thing, "region") == 0)
    return g_strdup (_("Region created"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].action, action) == 0)
      return g_strdup_printf (_ (actions[i].sentence), name);
  return g_strdup_printf ("%s: %s", name, action);
}

#pragma GCC diagnostic pop

char *
ps_history_describe (const char *action, const char *base_action, const char *thing)
{
  g_autofree char *what = describe_change (base_action != NULL ? base_action : action, thing);

  if (strcmp (action, "undo") == 0)
    /* Translators: what was undone: "Tariff of 45L11 changed" */
    return g_strdup_printf (_("Undone: %s"), what);
  if (strcmp (action, "redo") == 0)
    /* Translators: what was redone: "Tariff of 45L11 changed" */
    return g_strdup_printf (_("Redone: %s"), what);
  return g_steal_pointer (&what);
}

char *
ps_history_describe_base (PsStore *store, gint64 record)
{
  PsUndoRecord loaded;
  char *what;

  if (!ps_undo_record_load (store, record, &loaded, NULL))
    return NULL;
  what = ps_history_describe (loaded.action, NULL, loaded.thing);
  ps_undo_record_clear (&loaded);
  return what;
}
