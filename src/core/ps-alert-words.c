/* ps-alert-words.c: what alerts are called (in the window: signals)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-alert.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

static const struct
{
  const char *code;
  const char *label;
} kinds[PS_N_ALERTS] = {
  [PS_ALERT_OVER] = { "over", NC_("signal", "Over the bandwidth") },
  [PS_ALERT_REACHED] = { "reached", NC_("signal", "Ceiling reached") },
  [PS_ALERT_LETTER_OVERDUE] = { "letter-overdue", NC_("signal", "Letter overdue") },
  [PS_ALERT_LETTER_DRAFT] = { "letter-draft", NC_("signal", "Letters to send") },
  [PS_ALERT_SETTLEMENT] = { "settlement", NC_("signal", "Settlement to review") },
  [PS_ALERT_STATEMENT] = { "statement", NC_("signal", "Production statement overdue") },
  [PS_ALERT_TARIFF] = { "tariff", NC_("signal", "Tariff missing") },
  [PS_ALERT_DISPUTED] = { "disputed", NC_("signal", "Lines in dispute") },
  [PS_ALERT_CONTRACT] = { "contract", NC_("signal", "Contract runs out") },
  [PS_ALERT_PEILDATUM] = { "peildatum", NC_("signal", "Peildatum not closed") },
  [PS_ALERT_UNDER] = { "under", NC_("signal", "Under the bandwidth") },
  [PS_ALERT_NO_AGREEMENT] = { "no-agreement", NC_("signal", "No performance agreement") },
};

static const struct
{
  const char *code;
  const char *label;
} urgencies[PS_N_URGENCIES] = {
  [PS_URGENT] = { "urgent", NC_("signal", "Urgent") },
  [PS_HIGH] = { "high", NC_("signal", "High") },
  [PS_MEDIUM] = { "medium", NC_("signal", "Medium") },
};

/**
 * ps_alert_kind_label: translated, of all of a kind, whether their year runs or is known to its end: "Over the bandwidth".
 */
const char *
ps_alert_kind_label (PsAlertKind kind)
{
  g_assert (kind < PS_N_ALERTS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "signal", kinds[kind].label);
}

/**
 * ps_alert_label: translated: "Forecast over the bandwidth", and of a year that is known to its end "Realised over the bandwidth".
 */
const char *
ps_alert_label (const PsAlert *alert)
{
  if (alert->kind == PS_ALERT_OVER)
    return alert->realised ? C_("signal", "Realised over the bandwidth") : C_("signal", "Forecast over the bandwidth");
  if (alert->kind == PS_ALERT_UNDER)
    return alert->realised ? C_("signal", "Realised under the bandwidth") : C_("signal", "Forecast under the bandwidth");
  return ps_alert_kind_label (alert->kind);
}

/**
 * ps_alert_code: "over": what keys of alerts begin with, JSON and CSV.
 */
const char *
ps_alert_code (PsAlertKind kind)
{
  g_assert (kind < PS_N_ALERTS);
  return kinds[kind].code;
}

/**
 * ps_urgency_label: translated: "Urgent".
 */
const char *
ps_urgency_label (PsUrgency urgency)
{
  g_assert (urgency < PS_N_URGENCIES);
  return g_dpgettext2 (GETTEXT_PACKAGE, "signal", urgencies[urgency].label);
}

/**
 * ps_urgency_code: "urgent".
 */
const char *
ps_urgency_code (PsUrgency urgency)
{
  g_assert (urgency < PS_N_URGENCIES);
  return urgencies[urgency].code;
}

static const char *
label_of_code (const char *code)
{
  for (guint i = 0; i < PS_N_ALERTS; i++)
    if (strcmp (kinds[i].code, code) == 0)
      return ps_alert_kind_label ((PsAlertKind) i);
  return code;
}

/**
 * ps_alert_key_text: what a key is of, in words, for who reads the trail: "Over the bandwidth, 2024, 41410001, AMB1".
 *
 * Returns: (transfer full)
 */
char *
ps_alert_key_text (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", -1);
  GString *text = g_string_new (parts[0] != NULL ? label_of_code (parts[0]) : "");

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *day = NULL;
      PsDate date;

      if (ps_date_parse (parts[i], &date))
        day = ps_format_date (date);
      /* A scope without a name is the whole provider. */
      if (*parts[i] != '\0')
        g_string_append_printf (text, ", %s", day != NULL ? day : parts[i]);
    }
  return g_string_free (text, FALSE);
}
