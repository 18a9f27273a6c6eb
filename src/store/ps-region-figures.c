/* ps-region-figures.c: a region's year as it is shown
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-region-figures"

#include "ps-region-figures.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* All providers together; PS_NO_NUMBER: too large. */
void
ps_region_paid_sum (const PsSettledYear *settled, PsRegionPaid *paid)
{
  PsOverflow overflow = { FALSE };

  *paid = (PsRegionPaid){ 0, 0 };
  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      paid->paid_cents = ps_add (paid->paid_cents, settlement->totals.paid_cents, &overflow);
      paid->payable_cents = ps_add (paid->payable_cents, settlement->totals.payable_cents, &overflow);
    }
  if (overflow.overflowed)
    *paid = (PsRegionPaid){ PS_NO_NUMBER, PS_NO_NUMBER };
}

/* In basis points; PS_NO_NUMBER: of nothing, or not known. */
static gint64
share (gint64 part, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 share_bp;

  if (whole == 0 || whole == PS_NO_NUMBER || part == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  share_bp = ps_round_div ((PsWide) part * PS_FULL_BP, whole, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : share_bp;
}

/* "42,0 % of agreed"; NULL: of nothing. */
static char *
of_agreed (const PsRegionYear *year, gint64 part)
{
  g_autofree char *ratio = ps_format_ratio (part, year->agreed_cents);

  return share (part, year->agreed_cents) != PS_NO_NUMBER ? g_strdup_printf (_("%s of agreed"), ratio) : NULL;
}

/* "42,0 % of agreed; 2023: € 16,9 mln": what there is of the two. */
static char *
note_of (const PsRegionYear *year, gint64 part, int last_year, gint64 last_cents)
{
  g_autofree char *agreed = of_agreed (year, part);
  g_autofree char *last = ps_format_money_short (last_cents);

  if (last_cents == PS_NO_NUMBER)
    return g_steal_pointer (&agreed);
  if (agreed == NULL)
    /* Translators: last year's figure below this year's: "2023: € 16,9 mln" */
    return g_strdup_printf (_("%d: %s"), last_year, last);
  /* Translators: "42,0 % of agreed; 2023: € 16,9 mln" */
  return g_strdup_printf (_("%s; %d: %s"), agreed, last_year, last);
}

/* Last year to the end of the last month that is complete this year. */
static gint64
last_realised (const PsRegionYear *year)
{
  guint n = G_N_ELEMENTS (year->month_cents);

  while (n > 0 && year->month_cents[n - 1] == PS_NO_NUMBER)
    n--;
  return n > 0 ? year->last_month_cents[n - 1] : PS_NO_NUMBER;
}

/* Of a year of which nothing is known, there is nothing to say of the year before to the same day either. */
static gboolean
is_known (const PsYearFigures *figures)
{
  return figures->through >= ps_date_year_start (figures->year);
}

static gboolean
is_waiting_known (const PsYearFigures *figures)
{
  return figures->waiting_on >= ps_date_year_start (figures->year);
}

static PsTile *
make_agreed (const PsRegionYear *year)
{
  g_autofree char *count = ps_format_count (year->n_agreed);
  g_autofree char *note = g_strdup_printf (ngettext ("%s provider", "%s providers", year->n_agreed), count);

  return ps_tile_new ("agreed", _("Agreed"), PS_VALUE_MONEY, year->agreed_cents, PS_NO_NUMBER, note);
}

static PsTile *
make_realised (const PsYearFigures *figures, const PsRegionYear *year)
{
  gboolean any = is_known (figures);
  gint64 last = any ? last_realised (year) : PS_NO_NUMBER;
  g_autofree char *day = ps_format_date (figures->through);
  g_autofree char *label = any ? g_strdup_printf (_("Realised through %s"), day) : g_strdup (_("Realised"));
  g_autofree char *note =
      any ? note_of (year, year->realised_cents, figures->year - 1, last) : g_strdup (_("nothing declared yet"));

  return ps_tile_new ("realised", label, PS_VALUE_MONEY, any ? year->realised_cents : PS_NO_NUMBER, last, note);
}

static PsTile *
make_forecast (const PsYearFigures *figures, const PsRegionYear *year)
{
  gint64 last = year->last_month_cents[11];
  g_autofree char *note = note_of (year, year->forecast_cents, figures->year - 1, last);

  return ps_tile_new ("forecast", _("Forecast"), PS_VALUE_MONEY, year->forecast_cents, last, note);
}

static PsTile *
make_paid (const PsRegionPaid *paid)
{
  g_autofree char *ratio = ps_format_ratio (paid->paid_cents, paid->payable_cents);
  g_autofree char *note =
      share (paid->paid_cents, paid->payable_cents) != PS_NO_NUMBER ? g_strdup_printf (_("%s of payable"), ratio) : NULL;

  return ps_tile_new ("paid", _("Paid"), PS_VALUE_MONEY, paid->paid_cents, PS_NO_NUMBER, note);
}

static PsTile *
make_clients (const PsYearFigures *figures, const PsRegionYear *year)
{
  gboolean known = is_known (figures);

  return ps_tile_new ("clients", _("Clients"), PS_VALUE_COUNT, known ? year->n_clients : PS_NO_NUMBER,
                      known ? year->n_last_clients : PS_NO_NUMBER, NULL);
}

/**
 * ps_region_figures_waiting_label: what the figure of who waits is called: with its day, where that is not the one to which all else is
 * known. Starts of care are known sooner than what is declared.
 *
 * Returns: (transfer full)
 */
char *
ps_region_figures_waiting_label (const PsYearFigures *figures)
{
  g_autofree char *day = ps_format_date (figures->waiting_on);

  if (!is_waiting_known (figures) || figures->waiting_on == figures->through)
    return g_strdup (_("Waiting"));
  /* Translators: clients who wait for care on a day */
  return g_strdup_printf (_("Waiting on %s"), day);
}

static PsTile *
make_waiting (const PsYearFigures *figures, const PsRegionYear *year)
{
  g_autofree char *label = ps_region_figures_waiting_label (figures);
  g_autofree char *over = ps_format_count (year->n_waiting_over), *last = ps_format_count (year->n_last_waiting);
  /* Translators: clients who have been waiting longer than the Treeknorm allows; the year before with its number */
  g_autofree char *note = g_strdup_printf (
      ngettext ("%s over the norm; %d: %s", "%s over the norm; %d: %s", year->n_waiting_over), over, figures->year - 1, last);

  if (!is_waiting_known (figures))
    return ps_tile_new ("waiting", label, PS_VALUE_COUNT, PS_NO_NUMBER, PS_NO_NUMBER, NULL);
  return ps_tile_new ("waiting", label, PS_VALUE_COUNT, year->n_waiting, year->n_last_waiting, note);
}

GPtrArray *
ps_region_figures_tiles (const PsYearFigures *figures, const PsRegionYear *year, const PsRegionPaid *paid)
{
  GPtrArray *tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_tile_free);
  gint64 nga_bp = share (year->nga_cents, year->cost_cents), last_nga_bp = share (year->last_nga_cents, year->last_cost_cents);
  gint64 used_bp = share (year->declared_cents, year->assigned_cents);
  gint64 last_used_bp = share (year->last_declared_cents, year->last_assigned_cents);

  g_ptr_array_add (tiles, make_agreed (year));
  g_ptr_array_add (tiles, make_realised (figures, year));
  g_ptr_array_add (tiles, make_forecast (figures, year));
  g_ptr_array_add (tiles, make_paid (paid));
  g_ptr_array_add (tiles, ps_tile_new ("nga", _("Share of NGA"), PS_VALUE_SHARE, nga_bp, last_nga_bp, NULL));
  g_ptr_array_add (tiles, ps_tile_new ("utilisation", _("Utilisation"), PS_VALUE_SHARE, used_bp, last_used_bp, NULL));
  g_ptr_array_add (tiles, make_clients (figures, year));
  g_ptr_array_add (tiles, make_waiting (figures, year));
  return tiles;
}

/**
 * ps_region_figures_months:
 *
 * Returns: (transfer full): lines over the months; NULL with PS_CORE_ERROR_OVERFLOW
 */
PsSeriesSet *
ps_region_figures_months (const PsYearFigures *figures, const PsRegionYear *year, GError **error)
{
  PsYearCourse course = { figures->year,        year->agreed_cents, year->lower_cents,     year->upper_cents,
                          year->forecast_cents, year->month_cents,  year->last_month_cents };
  PsYearMonths months;

  return ps_year_months_make (&course, &months, error) ? ps_year_months_series (&months) : NULL;
}
