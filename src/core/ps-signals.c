/* ps-signals.c: disputes and signals in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settlement.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

/**
 * ps_dispute_code: the reason as other programs know it (domain.md §4); "" for none.
 */
const char *
ps_dispute_code (PsDispute dispute)
{
  static const char *const codes[PS_N_DISPUTES] = {
    [PS_DISPUTE_NONE] = "",
    [PS_DISPUTE_PRODUCT_MISMATCH] = "product_mismatch",
    [PS_DISPUTE_UNIT_MISMATCH] = "unit_mismatch",
    [PS_DISPUTE_TARIFF_MISSING] = "tariff_missing",
    [PS_DISPUTE_TARIFF_EXCEEDED] = "tariff_exceeded",
    [PS_DISPUTE_AMOUNT_MISMATCH] = "amount_mismatch",
    [PS_DISPUTE_OUTSIDE_ASSIGNMENT] = "outside_assignment",
    [PS_DISPUTE_BY_DECISION] = "by_decision",
  };

  g_assert ((int) dispute >= 0 && dispute < PS_N_DISPUTES);
  return codes[dispute];
}

/**
 * ps_dispute_label: the reason for people, translated; "" for none.
 */
const char *
ps_dispute_label (PsDispute dispute)
{
  switch (dispute)
    {
    case PS_DISPUTE_PRODUCT_MISMATCH:
      return _("The product is not the one that was assigned");
    case PS_DISPUTE_UNIT_MISMATCH:
      return _("The unit is not the product's");
    case PS_DISPUTE_TARIFF_MISSING:
      return _("There is no tariff on this day");
    case PS_DISPUTE_TARIFF_EXCEEDED:
      return _("The tariff is higher than the valid one");
    case PS_DISPUTE_AMOUNT_MISMATCH:
      return _("The amount is not volume × tariff");
    case PS_DISPUTE_OUTSIDE_ASSIGNMENT:
      return _("The period is outside the assignment");
    case PS_DISPUTE_BY_DECISION:
      return _("Disputed by a contract manager");
    case PS_DISPUTE_NONE:
    case PS_N_DISPUTES:
    default:
      return "";
    }
}

/* Where a signal is about, as "AMB1, Venlo, 45A04". */
static char *
describe_place (const PsRegion *region, const PsSignal *signal)
{
  GString *place = g_string_new (NULL);

  if (signal->group != PS_NONE)
    g_string_append (place, ps_region_group (region, signal->group)->code);
  if (signal->municipality != PS_NONE)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "",
                            ps_region_municipality (region, signal->municipality)->name);
  if (signal->product != PS_NONE)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", ps_region_product (region, signal->product)->code);
  return g_string_free (place, FALSE);
}

/* `format` is a translated text with one %s for the count. */
static char *
counted (const char *format, gint64 count)
{
  g_autofree char *number = ps_format_count (count);
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}

static char *
describe_kind (const PsSignal *signal)
{
  g_autofree char *amount = NULL;

  switch (signal->kind)
    {
    case PS_SIGNAL_NO_AGREEMENT:
      amount = ps_format_money (signal->count);
      return g_strdup_printf (_("no agreement covers %s of production; it is paid in full"), amount);
    case PS_SIGNAL_NOT_IN_AGREEMENT:
      return g_strdup (_("produced, but not in the agreement; its ceiling counts as 0"));
    case PS_SIGNAL_TRAJECT_WITHOUT_TARIFF:
      return counted (ngettext ("%s trajectory without a tariff on its first day; it produces nothing",
                                "%s trajectories without a tariff on their first day; they produce nothing",
                                (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_CARE_AFTER_TRAJECT:
      return counted (ngettext ("%s assignment has care after its trajectory ended; that is no second price",
                                "%s assignments have care after their trajectory ended; that is no second price",
                                (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_TRAJECT_AGAIN:
      return counted (ngettext ("%s new trajectory of the same client within the norm duration of the last one",
                                "%s new trajectories of the same client within the norm duration of the last one",
                                (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_PLACE_WITHOUT_TARIFF:
      return counted (ngettext ("%s day in care without a tariff; it is worth nothing",
                                "%s days in care without a tariff; they are worth nothing", (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_NOT_MEASURED:
      return counted (ngettext ("no places were entered for %s peildatum; it counts as 0",
                                "no places were entered for %s peildata; they count as 0", (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_BEFORE_FIRST_PEILDATUM:
      return g_strdup (_("there is no peildatum yet, so the places count as 0"));
    case PS_SIGNAL_NO_PATH:
      return counted (ngettext ("%s line has no care on its days, so its duration is not known; nothing is deducted",
                                "%s lines have no care on their days, so their duration is not known; nothing is deducted",
                                (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_CARE_STOPPED:
      return counted (ngettext ("%s line of a period in which the care had stopped already",
                                "%s lines of periods in which the care had stopped already", (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_CREDIT_WITHOUT_DEBIT:
      return counted (ngettext ("%s credit is larger than what it takes back", "%s credits are larger than what they take back",
                                (gulong) signal->count),
                      signal->count);
    case PS_SIGNAL_SAME_SERVICE_TWICE:
      return counted (ngettext ("%s service was declared more than once for the same days",
                                "%s services were declared more than once for the same days", (gulong) signal->count),
                      signal->count);
    case PS_N_SIGNALS:
    default:
      return g_strdup ("");
    }
}

/**
 * ps_signal_code: the signal as other programs know it.
 */
const char *
ps_signal_code (PsSignalKind kind)
{
  static const char *const codes[PS_N_SIGNALS] = {
    [PS_SIGNAL_NO_AGREEMENT] = "no_agreement",
    [PS_SIGNAL_NOT_IN_AGREEMENT] = "not_in_agreement",
    [PS_SIGNAL_TRAJECT_WITHOUT_TARIFF] = "traject_without_tariff",
    [PS_SIGNAL_CARE_AFTER_TRAJECT] = "care_after_traject",
    [PS_SIGNAL_TRAJECT_AGAIN] = "traject_again",
    [PS_SIGNAL_PLACE_WITHOUT_TARIFF] = "place_without_tariff",
    [PS_SIGNAL_NOT_MEASURED] = "not_measured",
    [PS_SIGNAL_BEFORE_FIRST_PEILDATUM] = "before_first_peildatum",
    [PS_SIGNAL_NO_PATH] = "no_path",
    [PS_SIGNAL_CARE_STOPPED] = "care_stopped",
    [PS_SIGNAL_CREDIT_WITHOUT_DEBIT] = "credit_without_debit",
    [PS_SIGNAL_SAME_SERVICE_TWICE] = "same_service_twice",
  };

  g_assert ((int) kind >= 0 && kind < PS_N_SIGNALS);
  return codes[kind];
}

/**
 * ps_signal_text: what somebody must look at, in a translated sentence that starts with where.
 */
char *
ps_signal_text (const PsRegion *region, const PsSignal *signal)
{
  g_autofree char *place = describe_place (region, signal);
  g_autofree char *what = describe_kind (signal);

  /* Translators: where (product group, municipality, product) and what */
  return *place != '\0' ? g_strdup_printf (C_("signal", "%s: %s"), place, what) : g_steal_pointer (&what);
}
