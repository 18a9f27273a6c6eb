/* ps-statement-book-steps.c: the first tab of a statement's book: whose it is, and what it comes to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-book-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-format.h"

/* The steps in the order of domain.md §6: each from the tab that it comes from, so that a reader can follow it with the mouse. */
typedef struct
{
  const PsStatementBook *book;
  PsSheet *sheet;
  guint first_step;  /* row of the gross production */
  guint payable_row; /* 0: not there yet, as the next */
  guint balance_row;
} Steps;

/* ---- whose it is */

static void
add_fact (Steps *steps, const char *label, const char *value)
{
  ps_sheet_add_text (steps->sheet, label);
  ps_sheet_add_text (steps->sheet, value);
  ps_sheet_add_text (steps->sheet, NULL);
}

static void
take_fact (Steps *steps, const char *label, char *value)
{
  add_fact (steps, label, value);
  g_free (value);
}

static char *
number_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
add_facts (Steps *steps)
{
  const PsStored *stored = steps->book->paper->stored;
  g_autofree char *number = number_text (stored->id);

  if (steps->book->paper->region != NULL && steps->book->paper->region[0] != '\0')
    add_fact (steps, _("Region"), steps->book->paper->region);
  add_fact (steps, _("Provider"), stored->provider);
  add_fact (steps, _("AGB"), stored->agb);
  take_fact (steps, _("Year"), g_strdup_printf ("%d", stored->year));
  take_fact (steps, _("Through"), ps_format_date (stored->through));
  take_fact (steps, _("Settlement"), g_strdup_printf ("%s, %s", number, ps_settlement_state_label (stored->state)));
  if (stored->replaces != 0)
    take_fact (steps, _("Corrects settlement"), number_text (stored->replaces));
  /* Of another one it is a remark, which is not the provider's. */
  if (stored->replaces != 0 && stored->reason != NULL)
    add_fact (steps, _("Reason"), stored->reason);
  if (stored->version_number != 0)
    take_fact (steps, _("Agreement version"), g_strdup_printf ("%d", stored->version_number));
}

/* ---- what it comes to */

static void
begin_step (Steps *steps, const char *label)
{
  ps_sheet_add_text (steps->sheet, label);
}

/* From a cell of another tab, with its sign turned where it is taken off. */
static void
add_amount_of (Steps *steps, gint64 cents, gboolean turned, const char *cell)
{
  if (steps->book->formulas)
    ps_sheet_add_formula (steps->sheet, cents, turned ? "=-%s" : "=%s", cell);
  else
    ps_sheet_add_number (steps->sheet, cents);
}

static void
add_total_of (Steps *steps, gint64 cents, gboolean turned, PsLinesColumn column)
{
  g_autofree char *cell = ps_statement_lines_total (steps->book, column);

  add_amount_of (steps, cents, turned, cell);
}

/* The row of a scope's band on its tab, or (`band` the number of its bands) of what cannot be borne. */
static guint
row_of_band (const PsSettlement *settlement, guint scope, guint band)
{
  guint row = 2;

  for (guint i = 0; i < scope; i++)
    {
      const PsScope *before = &g_array_index (settlement->scopes, PsScope, i);

      row += before->bands->len + (before->deduction_cents != before->bands_deduction_cents ? 1 : 0);
    }
  return row + band;
}

static void
add_band_amount (Steps *steps, const PsFigure *figure)
{
  const PsScope *scope = &g_array_index (steps->book->settlement->scopes, PsScope, figure->scope);
  guint band = figure->kind == PS_FIGURE_CAP ? scope->bands->len : figure->band;
  g_autofree char *cell = g_strdup_printf ("{%d}$%c$%u", PS_STATEMENT_TAB_BANDS, 'A' + PS_BANDS_DEDUCTION,
                                           row_of_band (steps->book->settlement, figure->scope, band));

  add_amount_of (steps, figure->amount_cents, TRUE, cell);
}

static void
add_balance_amount (Steps *steps, gint64 cents)
{
  guint row = ps_sheet_get_next_row (steps->sheet);

  steps->balance_row = row;
  if (steps->book->formulas)
    ps_sheet_add_formula (steps->sheet, cents, "=ROUND(B%u+B%u,2)", steps->payable_row, row - 1);
  else
    ps_sheet_add_number (steps->sheet, cents);
}

static void
add_figure_amount (Steps *steps, const PsFigure *figure)
{
  switch (figure->kind)
    {
    case PS_FIGURE_GROSS:
      add_total_of (steps, figure->amount_cents, FALSE, PS_LINES_GROSS);
      break;
    case PS_FIGURE_NORM_DURATION:
      add_total_of (steps, figure->amount_cents, TRUE, PS_LINES_NORM);
      break;
    case PS_FIGURE_BAND:
    case PS_FIGURE_CAP:
      add_band_amount (steps, figure);
      break;
    case PS_FIGURE_PAYABLE:
      steps->payable_row = ps_sheet_get_next_row (steps->sheet);
      add_total_of (steps, figure->amount_cents, FALSE, PS_LINES_PAYABLE);
      break;
    case PS_FIGURE_PAID:
      add_total_of (steps, figure->amount_cents, TRUE, PS_LINES_PAID);
      break;
    case PS_FIGURE_BALANCE:
    default:
      add_balance_amount (steps, figure->amount_cents);
      break;
    }
}

static void
add_figures (Steps *steps)
{
  g_autoptr (GArray) figures = ps_explain_figures (steps->book->paper->dossier);

  steps->first_step = ps_sheet_get_next_row (steps->sheet);
  for (guint i = 0; i < figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (figures, PsFigure, i);

      if (figure->kind == PS_FIGURE_PAYABLE || figure->kind == PS_FIGURE_BALANCE)
        ps_sheet_mark_total (steps->sheet);
      begin_step (steps, figure->label);
      add_figure_amount (steps, figure);
      ps_sheet_add_text (steps->sheet, figure->sentence);
    }
}

/* ---- what was settled before (domain.md §6) */

static void
add_earlier (Steps *steps, const PsStored *earlier)
{
  g_autofree char *number = number_text (earlier->id);
  g_autofree char *label = g_strdup_printf (_("Settled before, settlement %s"), number);

  begin_step (steps, label);
  ps_sheet_add_number (steps->sheet, -earlier->amount_cents);
  ps_sheet_add_text (steps->sheet, earlier->replaces != 0 ? earlier->reason : NULL);
}

static void
add_amount (Steps *steps)
{
  const PsPaper *paper = steps->book->paper;
  guint row;

  for (guint i = 0; i < paper->earlier->len; i++)
    add_earlier (steps, g_ptr_array_index (paper->earlier, i));
  row = ps_sheet_get_next_row (steps->sheet);
  ps_sheet_mark_total (steps->sheet);
  begin_step (steps, paper->stored->amount_cents < 0 ? _("Amount, to reclaim") : _("Amount, to pay"));
  if (steps->book->formulas)
    ps_sheet_add_formula (steps->sheet, paper->stored->amount_cents, "=ROUND(SUM(B%u:B%u),2)", steps->balance_row, row - 1);
  else
    ps_sheet_add_number (steps->sheet, paper->stored->amount_cents);
  ps_sheet_add_text (steps->sheet,
                     paper->earlier->len > 0 ? _("The balance less what was settled before.") : _("The balance."));
}

/* ---- what does not count in it, and whether it adds up */

static void
add_beside (Steps *steps)
{
  const PsSettlementLine *totals = &steps->book->settlement->totals;

  begin_step (steps, _("In dispute"));
  add_total_of (steps, totals->disputed_cents, FALSE, PS_LINES_DISPUTED);
  ps_sheet_add_text (steps->sheet, _("Declared, and not produced."));
  begin_step (steps, _("Carried"));
  add_total_of (steps, totals->carried_cents, FALSE, PS_LINES_CARRIED);
  ps_sheet_add_text (steps->sheet, _("Instalments of trajectories that run on: not in the balance."));
}

/* Zero, whatever a reader changes on the other tabs, as long as the steps belong together. */
static void
add_check (Steps *steps)
{
  if (!steps->book->formulas)
    return;
  begin_step (steps, _("Check"));
  ps_sheet_add_formula (steps->sheet, 0, "=ROUND(SUM(B%u:B%u)-B%u,2)", steps->first_step, steps->payable_row - 1,
                        steps->payable_row);
  ps_sheet_add_text (steps->sheet, _("The steps together less what is payable: must be nothing."));
}

PsSheet *
ps_statement_sheet_steps (const PsStatementBook *book)
{
  Steps steps = { book, ps_sheet_new (_("What it comes to")), 0, 0, 0 };

  ps_sheet_add_column (steps.sheet, _("Step"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (steps.sheet, _("Amount"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (steps.sheet, _("How it came about"), PS_SHEET_TEXT, FALSE);
  add_facts (&steps);
  add_figures (&steps);
  add_amount (&steps);
  add_beside (&steps);
  add_check (&steps);
  return steps.sheet;
}
