/* ps-measured-words.c: the columns of a measurement, what they are called and how their values are written and typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-measured.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-typed.h"

/* As in files: what is entered can be brought elsewhere. */
#define MOST_COUNT G_GINT64_CONSTANT (1000000000)
#define MOST G_GINT64_CONSTANT (1000000000000)

static const struct
{
  const char *column;
  const char *label; /* NC_("measurement", …) */
} measures[PS_N_MEASURES] = {
  [PS_MEASURE_CLIENTS] = { "clients", NC_("measurement", "Clients") },
  [PS_MEASURE_PLACES] = { "places_milli", NC_("measurement", "Places") },
  [PS_MEASURE_REALISED] = { "realised_cents", NC_("measurement", "Realised") },
  [PS_MEASURE_WAITING] = { "waiting", NC_("measurement", "Waiting") },
  [PS_MEASURE_WAITING_DAYS] = { "waiting_days", NC_("measurement", "Waiting days") },
};

const char *
ps_measure_label (PsMeasure measure)
{
  g_return_val_if_fail ((guint) measure < PS_N_MEASURES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "measurement", measures[measure].label);
}

const char *
ps_measure_column (PsMeasure measure)
{
  g_return_val_if_fail ((guint) measure < PS_N_MEASURES, "");
  return measures[measure].column;
}

char *
ps_measure_format (PsMeasure measure, gint64 value)
{
  if (value == PS_NO_NUMBER)
    return g_strdup ("");
  if (measure == PS_MEASURE_REALISED)
    return ps_format_money (value);
  return measure == PS_MEASURE_PLACES ? ps_format_decimal (value, 3, 2) : ps_format_count (value);
}

static PsTyped
read_typed (PsMeasure measure, const char *text, gint64 *value, char **why)
{
  if (measure == PS_MEASURE_REALISED)
    return ps_typed_money (text, value, why);
  return measure == PS_MEASURE_PLACES ? ps_typed_volume (text, value, why) : ps_typed_count (text, value, why);
}

/* What the region file and other programs take. */
static gboolean
is_in_range (PsMeasure measure, gint64 value, char **why)
{
  gint64 most = measure == PS_MEASURE_PLACES || measure == PS_MEASURE_REALISED ? MOST : MOST_COUNT;

  if (value < 0 && measure != PS_MEASURE_REALISED)
    {
      if (why != NULL)
        *why = g_strdup (_("This cannot be below zero."));
      return FALSE;
    }
  if (value >= -most && value <= most)
    return TRUE;
  if (why != NULL)
    *why = g_strdup (_("This number is too large."));
  return FALSE;
}

gboolean
ps_measure_parse (PsMeasure measure, const char *text, gint64 *value, char **why)
{
  g_return_val_if_fail ((guint) measure < PS_N_MEASURES, FALSE);
  switch (read_typed (measure, text, value, why))
    {
    case PS_TYPED_EMPTY:
      *value = PS_NO_NUMBER;
      return TRUE;
    case PS_TYPED_OK:
      if (is_in_range (measure, *value, why))
        return TRUE;
      break;
    case PS_TYPED_WRONG:
    default:
      break;
    }
  *value = PS_NO_NUMBER;
  return FALSE;
}

/* Clients are asked for, and places where the product is paid by them; the rest is filled in where it is known. */
PsFilled
ps_measured_filled (const gint64 values[PS_N_MEASURES], gboolean by_place)
{
  gboolean any = FALSE;

  for (int i = 0; i < PS_N_MEASURES; i++)
    any = any || values[i] != PS_NO_NUMBER;
  if (!any)
    return PS_FILLED_NOT;
  if (values[PS_MEASURE_CLIENTS] == PS_NO_NUMBER || (by_place && values[PS_MEASURE_PLACES] == PS_NO_NUMBER))
    return PS_FILLED_PARTLY;
  return PS_FILLED;
}
