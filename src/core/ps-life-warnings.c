/* ps-life-warnings.c: what must be answered before a settlement is final (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settlement-life.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

/* A sentence names so many places at most: the rest is counted. */
#define MOST_NAMED 5

void
ps_life_warning_free (PsLifeWarning *warning)
{
  if (warning == NULL)
    return;
  g_free (warning->text);
  g_free (warning->answer);
  g_free (warning);
}

/**
 * ps_life_warning_code: the kind as the file and other programs know it.
 */
const char *
ps_life_warning_code (PsLifeWarningKind kind)
{
  static const char *const codes[PS_N_WARNINGS] = {
    [PS_WARNING_STATEMENT] = "statement",       [PS_WARNING_DISPUTED] = "disputed", [PS_WARNING_NOT_AGREED] = "not_agreed",
    [PS_WARNING_NOT_MEASURED] = "not_measured", [PS_WARNING_CHANGED] = "changed",
  };

  g_assert ((int) kind >= 0 && kind < PS_N_WARNINGS);
  return codes[kind];
}

/* Takes the text. */
static void
add_warning (GPtrArray *warnings, PsLifeWarningKind kind, gint64 amount_cents, guint count, char *text)
{
  PsLifeWarning *warning = g_new0 (PsLifeWarning, 1);

  warning->kind = kind;
  warning->amount_cents = amount_cents;
  warning->count = count;
  warning->text = text;
  g_ptr_array_add (warnings, warning);
}

/* The statement is not complete; one that is not due yet is missing all the same. */
static void
warn_statement (GPtrArray *warnings, const PsDossier *dossier, const PsProductionStatement *statement,
                const PsStatementLimits *limits, PsDate today)
{
  gint64 own_cents = dossier->settlement->totals.gross_cents;
  PsStatementState state = ps_statement_state (statement, limits, own_cents, today);

  if (state == PS_STATEMENT_COMPLETE)
    return;
  add_warning (warnings, PS_WARNING_STATEMENT,
               state == PS_STATEMENT_UNEXPLAINED ? ps_statement_difference (statement, own_cents) : PS_NO_NUMBER, 1,
               ps_statement_sentence (statement, limits, own_cents, today));
}

/* The lines in dispute that this year's figures have to do with. */
typedef struct
{
  guint n;
  gint64 disputed_cents;
  gint64 paid_cents; /* of P×Q lines: what would be produced if they were accepted */
} Disputed;

static Disputed
sum_disputed (const PsDossier *dossier)
{
  PsDate start = ps_date_year_start (dossier->settlement->year);
  PsOverflow overflow = { FALSE }; /* the sums of all of them fitted, these are parts of the same lines */
  Disputed sum = { 0 };

  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);

      if (source->kind != PS_SOURCE_LINE || source->dispute == PS_DISPUTE_NONE || source->from < start)
        continue;
      sum.n++;
      sum.disputed_cents = ps_add (sum.disputed_cents, source->disputed_cents, &overflow);
      if (ps_region_product (dossier->region, source->product)->funding == PS_FUNDING_PXQ)
        sum.paid_cents = ps_add (sum.paid_cents, source->paid_cents, &overflow);
    }
  return sum;
}

static char *
disputed_text (const Disputed *sum)
{
  g_autofree char *disputed = ps_format_money (sum->disputed_cents), *paid = ps_format_money (sum->paid_cents);
  g_autofree char *count = ps_format_count (sum->n);

  if (sum->paid_cents == 0)
    return g_strdup_printf (ngettext ("%s declaration line is in dispute: %s that does not count as produced.",
                                      "%s declaration lines are in dispute: %s that does not count as produced.", sum->n),
                            count, disputed);
  return g_strdup_printf (ngettext ("%s declaration line is in dispute: %s that does not count as produced. %s was paid for it, "
                                    "and comes back.",
                                    "%s declaration lines are in dispute: %s that does not count as produced. %s was paid for "
                                    "them, and comes back.",
                                    sum->n),
                          count, disputed, paid);
}

static void
warn_disputed (GPtrArray *warnings, const PsDossier *dossier)
{
  Disputed sum = sum_disputed (dossier);

  if (sum.n > 0)
    add_warning (warnings, PS_WARNING_DISPUTED, sum.disputed_cents, sum.n, disputed_text (&sum));
}

/* "A; B; C; D; E; and 3 more" */
static char *
list_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (names->len, MOST_NAMED);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > shown)
    {
      g_autofree char *count = ps_format_count (names->len - shown);

      g_string_append (text, "; ");
      g_string_append_printf (text, _("and %s more"), count);
    }
  return g_string_free (text, FALSE);
}

/* Production in no scope that is not agreed: nobody covers it, or it lies beside the lines of an agreement by line. */
static gboolean
is_beside (const PsSettlementLine *line)
{
  return line->scope == PS_NONE && !line->agreed && !line->lump_sum && line->gross_cents != 0;
}

static char *
line_name (const PsRegion *region, const PsSettlementLine *line)
{
  return g_strdup_printf ("%s, %s", ps_region_group (region, line->group)->code,
                          ps_region_municipality (region, line->municipality)->name);
}

static char *
not_agreed_text (const PsSettlement *settlement, gint64 amount_cents, const char *names)
{
  g_autofree char *amount = ps_format_money (amount_cents);

  if (settlement->agreement == NULL)
    return g_strdup_printf (_("There is no agreement for %d: the production of %s is paid in full, without deductions (%s)."),
                            settlement->year, amount, names);
  if (settlement->agreement->exchange == PS_EXCHANGE_LINE)
    return g_strdup_printf (
        _("%s was produced beside the lines of the agreement, and is paid in full, without deductions (%s)."), amount, names);
  return g_strdup_printf (_("No agreement covers the production of %s: it is paid in full, without deductions (%s)."), amount,
                          names);
}

static void
warn_not_agreed (GPtrArray *warnings, const PsDossier *dossier)
{
  const PsSettlement *settlement = dossier->settlement;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  PsOverflow overflow = { FALSE };
  gint64 amount = 0;

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (!is_beside (line))
        continue;
      amount = ps_add (amount, line->gross_cents, &overflow);
      g_ptr_array_add (names, line_name (dossier->region, line));
    }
  if (names->len == 0)
    return;
  list = list_names (names);
  if (overflow.overflowed)
    amount = PS_NO_NUMBER;
  add_warning (warnings, PS_WARNING_NOT_AGREED, amount, names->len, not_agreed_text (settlement, amount, list));
}

static gboolean
says_not_measured (const PsSignal *signal)
{
  return signal->kind == PS_SIGNAL_NOT_MEASURED || signal->kind == PS_SIGNAL_BEFORE_FIRST_PEILDATUM
         || signal->kind == PS_SIGNAL_PLACE_WITHOUT_TARIFF || signal->kind == PS_SIGNAL_TRAJECT_WITHOUT_TARIFF;
}

static void
warn_not_measured (GPtrArray *warnings, const PsDossier *dossier)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < dossier->settlement->signals->len; i++)
    {
      const PsSignal *signal = &g_array_index (dossier->settlement->signals, PsSignal, i);

      if (says_not_measured (signal))
        g_ptr_array_add (texts, ps_signal_text (dossier->region, signal));
    }
  if (texts->len == 0)
    return;
  list = list_names (texts);
  add_warning (warnings, PS_WARNING_NOT_MEASURED, PS_NO_NUMBER, texts->len,
               /* Translators: what was not measured or has no tariff, parted by semicolons */
               g_strdup_printf (_("Care that counts as nothing: %s."), list));
}

static guint
count_changed (const PsComparison *change)
{
  guint n = 0;

  for (guint i = 0; i < change->lines->len; i++)
    n += !ps_line_difference_is_same (g_ptr_array_index (change->lines, i));
  return n;
}

/* The sum is the same, what it is made of is not: another municipality would pay it. */
static char *
redivided_text (guint n_changed, guint n_lines, const char *balance)
{
  g_autofree char *changed = ps_format_count (n_changed), *lines = ps_format_count (n_lines);

  if (n_changed == 0)
    return g_strdup_printf (_("The data has changed since: the balance of %s and every line are the same, but the deductions "
                               "of its bands would be others now."),
                            balance);
  /* Translators: how many lines differ, how many there are, an amount */
  return g_strdup_printf (
      ngettext ("The data has changed since: %s of %s line differs now. The balance of %s is the same, but it "
                "would be made up otherwise.",
                "The data has changed since: %s of %s lines differ now. The balance of %s is the same, but it "
                "would be divided otherwise over lines and municipalities.",
                n_lines),
      changed, lines, balance);
}

static char *
changed_text (gint64 then_cents, gint64 now_cents, gint64 change_cents)
{
  g_autofree char *then = ps_format_money (then_cents), *now = ps_format_money (now_cents);
  g_autofree char *change = ps_format_money (change_cents);

  return g_strdup_printf (_("The data has changed since: it would give a balance of %s now, instead of %s (difference %s)."),
                          now, then, change);
}

static void
warn_changed (GPtrArray *warnings, const PsComparison *change)
{
  gint64 then_cents, now_cents, change_cents;
  PsOverflow overflow = { FALSE };
  guint n_changed;
  g_autofree char *balance = NULL;

  if (change == NULL || change->same_figures)
    return;
  n_changed = count_changed (change);
  then_cents = change->old_totals.balance_cents;
  now_cents = change->new_totals.balance_cents;
  change_cents = ps_subtract (now_cents, then_cents, &overflow);
  if (overflow.overflowed)
    change_cents = PS_NO_NUMBER;
  balance = ps_format_money (now_cents);
  add_warning (warnings, PS_WARNING_CHANGED, change_cents, MAX (n_changed, 1),
               now_cents == then_cents ? redivided_text (n_changed, change->lines->len, balance)
                                       : changed_text (then_cents, now_cents, change_cents));
}

/**
 * ps_life_warnings: what must be answered, with a reason, before a settlement is final.
 * @statement: (nullable): the provider's production statement of the year
 * @change: (nullable): of the dossier with the region as it is; %NULL: not looked at
 *
 * Returns: (transfer full) (element-type PsLifeWarning): in the order of the kinds, none answered
 */
GPtrArray *
ps_life_warnings (const PsDossier *dossier, const PsProductionStatement *statement, const PsStatementLimits *limits,
                  const PsComparison *change, PsDate today)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_life_warning_free);

  warn_statement (warnings, dossier, statement, limits, today);
  warn_disputed (warnings, dossier);
  warn_not_agreed (warnings, dossier);
  warn_not_measured (warnings, dossier);
  warn_changed (warnings, change);
  return warnings;
}
