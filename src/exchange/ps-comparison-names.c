/* ps-comparison-names.c: the figures and causes of a comparison, as programs know them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-comparison-names.h"

#include <string.h>

static const struct
{
  const char *name;
  gsize offset;
} figures[PS_N_LINE_FIGURES] = {
  { "gross_cents", offsetof (PsSettlementLine, gross_cents) },
  { "norm_deduction_cents", offsetof (PsSettlementLine, norm_deduction_cents) },
  { "net_cents", offsetof (PsSettlementLine, net_cents) },
  { "exempt_cents", offsetof (PsSettlementLine, exempt_cents) },
  { "outside_cents", offsetof (PsSettlementLine, outside_cents) },
  { "ceiling_cents", offsetof (PsSettlementLine, ceiling_cents) },
  { "band_deduction_cents", offsetof (PsSettlementLine, band_deduction_cents) },
  { "payable_cents", offsetof (PsSettlementLine, payable_cents) },
  { "paid_cents", offsetof (PsSettlementLine, paid_cents) },
  { "balance_cents", offsetof (PsSettlementLine, balance_cents) },
  { "carried_cents", offsetof (PsSettlementLine, carried_cents) },
  { "disputed_cents", offsetof (PsSettlementLine, disputed_cents) },
  { "produced_cents", offsetof (PsSettlementLine, produced_cents) },
};

const char *
ps_line_figure_name (guint figure)
{
  g_assert (figure < PS_N_LINE_FIGURES);
  return figures[figure].name;
}

gint64
ps_line_figure (const PsSettlementLine *line, guint figure)
{
  gint64 cents;

  g_assert (figure < PS_N_LINE_FIGURES);
  if (figures[figure].offset == offsetof (PsSettlementLine, ceiling_cents) && !line->agreed)
    return PS_NO_NUMBER;
  memcpy (&cents, (const char *) line + figures[figure].offset, sizeof cents);
  return cents;
}

const char *
ps_cause_code (PsCauseKind kind)
{
  static const char *const codes[PS_N_CAUSES] = {
    [PS_CAUSE_LINE] = "declaration_line",
    [PS_CAUSE_DECISION] = "decision",
    [PS_CAUSE_ASSIGNMENT] = "assignment",
    [PS_CAUSE_CARE] = "care",
    [PS_CAUSE_ADVANCE] = "advance",
    [PS_CAUSE_MEASUREMENT] = "measurement",
    [PS_CAUSE_PEILDATUM] = "peildatum",
    [PS_CAUSE_TARIFF] = "tariff",
    [PS_CAUSE_PRODUCT] = "product",
    [PS_CAUSE_AGREEMENT] = "agreement",
    [PS_CAUSE_AGREEMENT_LINE] = "agreement_line",
    [PS_CAUSE_SCHEME] = "scheme",
    [PS_CAUSE_PROGRAM] = "program",
  };

  return kind < PS_N_CAUSES && codes[kind] != NULL ? codes[kind] : "";
}

const char *
ps_cause_change_code (PsCauseChange change)
{
  if (change == PS_CAUSE_ADDED)
    return "added";
  return change == PS_CAUSE_REMOVED ? "removed" : "changed";
}
