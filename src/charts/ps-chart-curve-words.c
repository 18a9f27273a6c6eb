/* ps-chart-curve-words.c: a payment curve in words: spots, table, description
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-curve-words.h"
#include "ps-chart-curve-labels.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

#define LEAST_STRIP 1.0

/* What stands at a place of the curve. The cents are PS_NO_NUMBER where there is no ceiling, or they are too large. */
typedef struct
{
  gint64 produced_bp;
  gint64 paid_bp;
  gint64 produced_cents;
  gint64 paid_cents;
} PsStand;

char *
ps_curve_words_title (gconstpointer chart)
{
  const PsCurveChart *curve = chart;

  return g_strdup (curve->title != NULL ? curve->title : _("Payment curve"));
}

static void
try_amount (const PsCurveChart *chart, PsStand *stand, gint64 produced_cents)
{
  PsOverflow overflow = { FALSE };
  g_autoptr (PsSchemeTrial) trial = ps_scheme_try (chart->scheme, chart->ceiling_cents, produced_cents, &overflow);

  if (overflow.overflowed)
    return;
  stand->produced_cents = produced_cents;
  stand->paid_cents = trial->paid_cents;
}

/* At a corner of the curve; `after`: as soon as one cent more is produced, beyond a cliff. */
static PsStand
stand_at_corner (const PsCurveChart *chart, const PsCurvePoint *corner, gboolean after)
{
  PsStand stand = { corner->produced_bp, corner->paid_bp, PS_NO_NUMBER, PS_NO_NUMBER };
  PsOverflow overflow = { FALSE };
  gint64 cents;

  if (chart->ceiling_cents == PS_NO_NUMBER || chart->ceiling_cents <= 0)
    return stand;
  cents = ps_round_div ((PsWide) chart->ceiling_cents * corner->produced_bp, PS_FULL_BP, &overflow);
  cents = ps_add (cents, after ? 1 : 0, &overflow);
  if (!overflow.overflowed)
    try_amount (chart, &stand, cents);
  return stand;
}

static PsStand
stand_at_point (const PsCurveLayout *layout)
{
  PsStand stand = { layout->point_produced_bp, layout->point_paid_bp, PS_NO_NUMBER, PS_NO_NUMBER };

  try_amount (layout->chart, &stand, layout->chart->produced_cents);
  return stand;
}

/* "105,0 % (€ 1.852.851,76)", or the share alone. */
static char *
with_amount (gint64 share_bp, gint64 cents)
{
  g_autofree char *share = ps_format_ratio (share_bp, PS_FULL_BP);
  g_autofree char *amount = NULL;

  if (cents == PS_NO_NUMBER)
    return g_steal_pointer (&share);
  amount = ps_format_money (cents);
  return g_strdup_printf ("%s (%s)", share, amount);
}

static gint64
deducted_cents (const PsStand *stand)
{
  return stand->produced_cents == PS_NO_NUMBER ? PS_NO_NUMBER : stand->produced_cents - stand->paid_cents;
}

static void
add_stand (GString *text, const PsStand *stand)
{
  g_autofree char *paid = with_amount (stand->paid_bp, stand->paid_cents);
  g_autofree char *deducted = with_amount (stand->produced_bp - stand->paid_bp, deducted_cents (stand));

  /* Translators: a share of the ceiling, and its amount where that is known */
  g_string_append_printf (text, _("Paid %s"), paid);
  if (stand->produced_bp == stand->paid_bp)
    return;
  g_string_append_c (text, '\n');
  /* Translators: a share of the ceiling, and its amount where that is known */
  g_string_append_printf (text, _("Deducted %s"), deducted);
}

/* What holds from a border on. */
static char *
band_text (const PsScheme *scheme, guint band)
{
  g_autofree char *word = ps_scheme_band_word (scheme, band);
  int paid_bp = g_array_index (scheme->bands, PsStep, band).paid_bp;
  g_autofree char *paid = ps_format_percent (paid_bp);

  if (paid_bp == PS_FULL_BP)
    return g_steal_pointer (&word);
  /* Translators: what a payment band is ("donut hole"), and the share that it pays */
  return g_strdup_printf (_("%s, %s paid"), word, paid);
}

static guint
find_band (const PsScheme *scheme, gint64 border_bp)
{
  for (guint i = 0; i < scheme->bands->len; i++)
    if (g_array_index (scheme->bands, PsStep, i).from == border_bp)
      return i;
  return PS_NONE;
}

static PsChartSpot *
spot_at (double x, double y, const char *title, const char *value)
{
  const PsBox nowhere = { x, y, 0, 0 };
  PsChartSpot *spot = ps_chart_spot_new (&nowhere, x, y, title, value);

  spot->ringed = TRUE;
  return spot;
}

/* A border, with its cliff where it has one. */
static PsChartSpot *
corner_spot (const PsCurveLayout *layout, guint corner)
{
  const PsCurveChart *chart = layout->chart;
  const PsCurvePoint *at = &g_array_index (layout->corners, PsCurvePoint, corner);
  gint64 drop = ps_curve_layout_drop (layout, corner);
  guint band = find_band (chart->scheme, at->produced_bp);
  PsStand stand = stand_at_corner (chart, at, FALSE);
  g_autofree char *title = with_amount (stand.produced_bp, stand.produced_cents);
  g_autofree char *whole_title = g_strdup_printf (_("%s produced"), title);
  g_autofree char *cliff = ps_curve_cliff_text (drop, at->produced_bp);
  g_autofree char *from_here = band != PS_NONE ? band_text (chart->scheme, band) : NULL;
  g_autoptr (GString) value = g_string_new (NULL);

  add_stand (value, &stand);
  if (drop != 0)
    /* Translators: "falls by 5,0 % of the ceiling at 105 %" */
    g_string_append_printf (value, _("\nThe payment %s"), cliff);
  if (from_here != NULL)
    /* Translators: "donut hole, 0 % paid" */
    g_string_append_printf (value, _("\nFrom here on %s"), from_here);
  return spot_at (ps_curve_layout_x (layout, at->produced_bp), ps_curve_layout_y (layout, at->paid_bp), whole_title, value->str);
}

static PsChartSpot *
point_spot (const PsCurveLayout *layout)
{
  PsStand stand = stand_at_point (layout);
  g_autofree char *share = with_amount (stand.produced_bp, stand.produced_cents);
  g_autofree char *title = g_strdup_printf (_("The point: %s produced"), share);
  g_autoptr (GString) value = g_string_new (NULL);
  double y, x = ps_curve_layout_point (layout, &y);

  add_stand (value, &stand);
  return spot_at (x, y, title, value->str);
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const PsChartSpot *const *first = a;
  const PsChartSpot *const *second = b;

  return (*first)->at_x < (*second)->at_x ? -1 : (*first)->at_x > (*second)->at_x;
}

/* Two in the same place are one: it tells both. */
static void
merge_spots (GPtrArray *spots)
{
  for (guint i = spots->len; i-- > 1;)
    {
      PsChartSpot *before = g_ptr_array_index (spots, i - 1);
      const PsChartSpot *spot = g_ptr_array_index (spots, i);
      char *value;

      if (spot->at_x - before->at_x >= LEAST_STRIP)
        continue;
      value = g_strdup_printf ("%s\n%s\n%s", before->value, spot->title, spot->value);
      g_free (before->value);
      before->value = value;
      g_ptr_array_remove_index (spots, i);
    }
}

/* A strip each, from halfway the one before to halfway the next. */
static void
give_strips (GPtrArray *spots, const PsBox *plot)
{
  double left = plot->x;

  for (guint i = 0; i < spots->len; i++)
    {
      PsChartSpot *spot = g_ptr_array_index (spots, i);
      double right = plot->x + plot->width;

      if (i + 1 < spots->len)
        right = (spot->at_x + ((PsChartSpot *) g_ptr_array_index (spots, i + 1))->at_x) / 2;
      spot->area = (PsBox){ left, plot->y, right - left, plot->height };
      left = right;
    }
}

/* The ends of what is drawn are no corners of the scheme; where it has none, the ceiling is. */
static gboolean
is_spot (const PsCurveLayout *layout, guint corner)
{
  const PsCurvePoint *at = &g_array_index (layout->corners, PsCurvePoint, corner);

  if (corner > 0 && ps_curve_layout_drop (layout, corner - 1) != 0)
    return FALSE;
  return at->produced_bp > 0 && find_band (layout->chart->scheme, at->produced_bp) != PS_NONE;
}

/**
 * ps_curve_words_spots: the borders and the point, from left to right; of a curve with neither, its end.
 *
 * Returns: (transfer full): PsChartSpots
 */
GPtrArray *
ps_curve_words_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) layout = { 0 };

  ps_pen_init (&pen, NULL, style);
  ps_curve_layout_init (&layout, &pen, chart, width, height);
  for (guint i = 0; i < layout.corners->len; i++)
    if (is_spot (&layout, i))
      g_ptr_array_add (spots, corner_spot (&layout, i));
  if (layout.point != PS_POINT_NONE)
    g_ptr_array_add (spots, point_spot (&layout));
  if (spots->len == 0)
    g_ptr_array_add (spots, corner_spot (&layout, layout.corners->len - 1));
  g_ptr_array_sort (spots, compare_spots);
  merge_spots (spots);
  give_strips (spots, &layout.plot);
  return spots;
}

static void
add_share (PsChartTable *table, gint64 share_bp)
{
  g_autofree char *text = ps_format_ratio (share_bp, PS_FULL_BP);

  ps_chart_table_add_text (table, text);
}

static void
add_row (PsChartTable *table, const char *name, const PsStand *stand)
{
  ps_chart_table_add_text (table, name);
  add_share (table, stand->produced_bp);
  add_share (table, stand->paid_bp);
  add_share (table, stand->produced_bp - stand->paid_bp);
  if (table->n_columns == 4)
    return;
  ps_chart_table_add_amount (table, stand->produced_cents);
  ps_chart_table_add_amount (table, stand->paid_cents);
  ps_chart_table_add_amount (table, deducted_cents (stand));
}

static void
add_corner_row (PsChartTable *table, const PsCurveLayout *layout, guint corner)
{
  const PsCurvePoint *at = &g_array_index (layout->corners, PsCurvePoint, corner);
  gboolean after = corner > 0 && ps_curve_layout_drop (layout, corner - 1) != 0;
  PsStand stand = stand_at_corner (layout->chart, at, after);
  g_autofree char *border = ps_format_percent (at->produced_bp);
  /* Translators: a share of the ceiling; what is paid at it, and what as soon as there is any more */
  g_autofree char *name = g_strdup_printf (after ? _("just over %s") : _("at %s"), border);

  add_row (table, name, &stand);
}

/**
 * ps_curve_words_table: a row a corner (two at a cliff), and one for the point; shares of the ceiling, and amounts where there
 * is one.
 */
PsChartTable *
ps_curve_words_table (gconstpointer chart)
{
  const PsCurveChart *curve = chart;
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) layout = { 0 };
  PsChartTable *table;

  if (curve->ceiling_cents == PS_NO_NUMBER)
    table = ps_chart_table_new (_("Production"), _("Produced, of the ceiling"), _("Paid, of the ceiling"),
                                _("Deducted, of the ceiling"), NULL);
  else
    table = ps_chart_table_new (_("Production"), _("Produced, of the ceiling"), _("Paid, of the ceiling"),
                                _("Deducted, of the ceiling"), _("Produced"), _("Paid"), _("Deducted"), NULL);
  ps_pen_init (&pen, NULL, &style);
  ps_curve_layout_init (&layout, &pen, curve, 600, 400);
  for (guint i = 0; i < layout.corners->len; i++)
    add_corner_row (table, &layout, i);
  if (layout.point != PS_POINT_NONE)
    {
      PsStand stand = stand_at_point (&layout);
      add_row (table, _("the point"), &stand);
    }
  return table;
}

/* "From 100 % of the ceiling on donut hole, 0 % paid; from 103 % on …", and each cliff. */
static void
describe_bands (GString *text, const PsCurveLayout *layout)
{
  const PsScheme *scheme = layout->chart->scheme;

  if (scheme->bands->len == 0)
    g_string_append (text, _("Everything is paid in full"));
  for (guint i = 0; i < scheme->bands->len; i++)
    {
      g_autofree char *border = ps_format_percent (g_array_index (scheme->bands, PsStep, i).from);
      g_autofree char *band = band_text (scheme, i);

      /* Translators: a share of the ceiling, and what holds from there on */
      g_string_append_printf (text, i == 0 ? _("From %s of the ceiling on: %s") : _("; from %s on: %s"), border, band);
    }
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);
      gint64 drop = ps_curve_layout_drop (layout, i);
      g_autofree char *cliff = ps_curve_cliff_text (drop, corner->produced_bp);

      if (drop != 0)
        /* Translators: "falls by 5,0 % of the ceiling at 105 %" */
        g_string_append_printf (text, _("; the payment %s"), cliff);
    }
}

static void
describe_point (GString *text, const PsCurveLayout *layout)
{
  PsStand stand = stand_at_point (layout);
  g_autofree char *produced = with_amount (stand.produced_bp, stand.produced_cents);
  g_autofree char *paid = with_amount (stand.paid_bp, stand.paid_cents);
  g_autofree char *deducted = ps_format_money (layout->point_deduction_cents);

  /* Translators: shares of the ceiling, each with its amount; then an amount */
  g_string_append_printf (text, _("; of %s produced %s is paid and %s deducted"), produced, paid, deducted);
}

/**
 * ps_curve_words_describe: what the picture shows, in one sentence, for who cannot see it.
 */
char *
ps_curve_words_describe (gconstpointer chart)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  GString *text = g_string_new (NULL);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) layout = { 0 };

  ps_pen_init (&pen, NULL, &style);
  ps_curve_layout_init (&layout, &pen, chart, 600, 400);
  describe_bands (text, &layout);
  if (layout.point != PS_POINT_NONE)
    describe_point (text, &layout);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
