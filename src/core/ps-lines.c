/* ps-lines.c: declaration lines and advances: what they produce, what was paid (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-acceptance.h"
#include "ps-settling.h"

/* One line on its way through the rules. */
typedef struct
{
  const PsLine *line;
  const PsAssignment *assignment;
  const PsProduct *product;
  PsAcceptance acceptance;
  PsSettlementLine *target;
  PsSource *source; /* NULL: not wanted */
} LineCase;

static gboolean
is_in_year (const PsSettling *self, PsDate day)
{
  return day >= self->start && day <= self->through;
}

/* The last step with vanaf ≤ over; NULL: before the first. */
static const PsStep *
find_norm_step (const PsScheme *scheme, int over)
{
  const PsStep *found = NULL;

  for (guint i = 0; i < scheme->norm_steps->len; i++)
    {
      const PsStep *step = &g_array_index (scheme->norm_steps, PsStep, i);

      if (step->from > over)
        break;
      found = step;
    }
  return found;
}

/* The scheme whose norm-duration steps hold for a line, or NULL: covered lines of P×Q products with a norm that are not exempt. */
static const PsScheme *
norm_scheme (const PsSettling *self, const LineCase *line_case)
{
  const PsScope *scope;
  const PsScheme *scheme;

  if (line_case->target->scope == PS_NONE || line_case->product->norm_months < 0 || line_case->product->exempt != PS_EXEMPT_NO)
    return NULL;
  scope = &g_array_index (self->scopes, PsScope, line_case->target->scope);
  if (scope->scheme == PS_NONE)
    return NULL;
  scheme = ps_region_scheme (self->region, scope->scheme);
  return scheme->norm_steps->len > 0 ? scheme : NULL;
}

/* Norm-duration steps (domain.md §5): the path that the line's care belongs to decides how far past the norm it is. */
static void
deduct_past_norm (PsSettling *self, LineCase *line_case, const PsScheme *scheme)
{
  const PsLine *line = line_case->line;
  const PsStep *step;
  PsDate path_start;
  gint64 deduction;
  int over;

  if (self->paths == NULL)
    self->paths = ps_paths_new (self->production);
  if (!ps_paths_find_start (self->paths, line_case->assignment->client, line_case->product->group, line->from, line->to,
                            &path_start))
    {
      ps_settling_signal (self, PS_SIGNAL_NO_PATH, line_case->target->group, line_case->target->municipality, line->product,
                          line->id, 1);
      return;
    }

  if (line_case->source != NULL)
    line_case->source->path_from = path_start;
  over = ps_date_months_elapsed (path_start, MAX (line->from, path_start)) - line_case->product->norm_months;
  step = find_norm_step (scheme, over);
  if (step == NULL)
    return;
  deduction = ps_share_of (line_case->acceptance.produced_cents, PS_FULL_BP - step->paid_bp, &self->overflow);
  ps_settling_add (self, &line_case->target->norm_deduction_cents, deduction);
  if (line_case->source != NULL)
    {
      line_case->source->norm_deduction_cents = deduction;
      line_case->source->months_over = over;
      line_case->source->share_bp = step->paid_bp;
    }
}

static void
produce_line (PsSettling *self, LineCase *line_case)
{
  const PsScheme *scheme;

  ps_settling_produce (self, line_case->target, line_case->source, line_case->line->product,
                       line_case->acceptance.produced_cents);
  scheme = norm_scheme (self, line_case);
  if (scheme != NULL)
    deduct_past_norm (self, line_case, scheme);
}

static void
pay_line (PsSettling *self, LineCase *line_case)
{
  ps_settling_add (self, &line_case->target->paid_cents, line_case->line->amount_cents);
  if (line_case->source != NULL)
    line_case->source->paid_cents = line_case->line->amount_cents;
}

static void
carry_line (PsSettling *self, LineCase *line_case)
{
  ps_settling_add (self, &line_case->target->carried_cents, line_case->line->amount_cents);
  if (line_case->source != NULL)
    line_case->source->carried_cents = line_case->line->amount_cents;
}

/* What an instalment is up to `through`: paid in the year in which its traject ended, or its own where that is later; until then
 * carried (domain.md §6). */
typedef enum
{
  PAID_IN_OWN_YEAR,
  PAID_NOW,
  PAID_IN_ANOTHER_YEAR,
  CARRIED
} Payment;

static Payment
payment_of (const PsSettling *self, const PsLine *line, const PsProduct *product, PsDispute found)
{
  const PsTraject *traject = &self->trajects[line->assignment];

  if (product->funding != PS_FUNDING_TRAJECT || found == PS_DISPUTE_PRODUCT_MISMATCH)
    return PAID_IN_OWN_YEAR;
  if (!traject->ended)
    return CARRIED;
  return MAX (traject->end, line->from) >= self->start ? PAID_NOW : PAID_IN_ANOTHER_YEAR;
}

/* Whether any figure of this year has to do with the line, so that none is opened for nothing. */
static gboolean
concerns_year (const PsSettling *self, const PsLine *line, Payment payment)
{
  return is_in_year (self, line->from) || (line->status == PS_STATUS_GRANTED && (payment == PAID_NOW || payment == CARRIED));
}

/* What accepting a P×Q line at the right price would produce; shown only, so one that does not fit is no error. */
static gint64
right_price (const PsSettling *self, const LineCase *line_case)
{
  gint64 valid_e4 = line_case->acceptance.valid_e4;
  PsOverflow overflow = { FALSE };
  gint64 right;

  if (valid_e4 == PS_NO_NUMBER)
    valid_e4 = ps_price_list_on (&self->prices[line_case->line->product], line_case->line->from, NULL);
  right = ps_acceptance_offer (line_case->line, line_case->product, valid_e4, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : right;
}

static void
open_line (PsSettling *self, LineCase *line_case)
{
  line_case->target = ps_settling_line (self, line_case->product->group, line_case->assignment->municipality);
  line_case->source = ps_settling_source (self, PS_SOURCE_LINE, line_case->target->group, line_case->target->municipality,
                                          line_case->line->product, line_case->line->id);
  if (line_case->source != NULL)
    {
      line_case->source->dispute = line_case->acceptance.dispute;
      line_case->source->found = line_case->acceptance.found;
      line_case->source->price_cents = right_price (self, line_case);
      line_case->source->from = line_case->line->from;
      line_case->source->to = line_case->line->to;
      line_case->source->tariff_e4 = line_case->acceptance.valid_e4;
    }
}

static void
count_in_year (PsSettling *self, LineCase *line_case)
{
  if (line_case->acceptance.dispute == PS_DISPUTE_NONE)
    {
      if (line_case->product->funding == PS_FUNDING_PXQ)
        produce_line (self, line_case);
      return;
    }
  ps_settling_add (self, &line_case->target->disputed_cents, line_case->line->amount_cents);
  if (line_case->line->decision == PS_DECISION_NONE)
    ps_settling_undecided (self, line_case->line, line_case->acceptance.dispute);
  if (line_case->source != NULL)
    line_case->source->disputed_cents = line_case->line->amount_cents;
}

static void
settle_line (PsSettling *self, const PsLine *line)
{
  LineCase line_case = { .line = line };
  gboolean in_year = is_in_year (self, line->from);
  Payment payment;

  if (line->status == PS_STATUS_REFUSED || line->from > self->through)
    return;

  line_case.assignment = &g_array_index (self->production->assignments, PsAssignment, line->assignment);
  line_case.product = ps_region_product (self->region, line->product);
  line_case.acceptance =
      ps_acceptance_of (line, line_case.assignment, line_case.product, &self->prices[line->product], &self->overflow);
  payment = payment_of (self, line, line_case.product, line_case.acceptance.found);
  if (!concerns_year (self, line, payment))
    return;

  open_line (self, &line_case);
  if (in_year)
    count_in_year (self, &line_case);
  if (line->status == PS_STATUS_GRANTED)
    {
      if (payment == PAID_NOW || (payment == PAID_IN_OWN_YEAR && in_year))
        pay_line (self, &line_case);
      else if (payment == CARRIED)
        carry_line (self, &line_case);
    }
}

/* An advance counts when the first day of its month is not after `through` (domain.md §3). */
static void
settle_advance (PsSettling *self, const PsAdvance *advance)
{
  PsSettlementLine *line;
  PsSource *source;

  if (!is_in_year (self, advance->month))
    return;
  line = ps_settling_line (self, ps_region_product (self->region, advance->product)->group, advance->municipality);
  ps_settling_add (self, &line->paid_cents, advance->amount_cents);
  source = ps_settling_source (self, PS_SOURCE_ADVANCE, line->group, line->municipality, advance->product, advance->id);
  if (source != NULL)
    {
      source->from = advance->month;
      source->to = ps_date_add_months (advance->month, 1) - 1;
      source->paid_cents = advance->amount_cents;
    }
}

/**
 * ps_lines_settle: all declaration lines and advances of the year up to `through`, and the instalments of earlier years. The
 * trajects must have been settled.
 */
void
ps_lines_settle (PsSettling *self)
{
  for (guint i = 0; i < self->production->lines->len; i++)
    settle_line (self, &g_array_index (self->production->lines, PsLine, i));
  for (guint i = 0; i < self->production->advances->len; i++)
    settle_advance (self, &g_array_index (self->production->advances, PsAdvance, i));
}
