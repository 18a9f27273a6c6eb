/* ps-compare-figures.c: some providers' figures and charts, held beside each other
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Nothing is computed here but shares: figures are those of the providers' list and of the monitor's topics, found by their ids.
 */
#define G_LOG_DOMAIN "peilstok-compare-figures"

#include "ps-compare-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/bandwidth/ps-bandwidth-words.h"
#include "ps-compare-page.h"

#define MONTHS 12
#define MOST_PRODUCTS 10

G_STATIC_ASSERT (G_N_ELEMENTS (((PsComparedFigure *) NULL)->values) == PS_COMPARE_MOST);

/* Figures */

static void
figure_free (gpointer data)
{
  PsComparedFigure *figure = data;

  g_free (figure->id);
  g_free (figure->label);
  g_free (figure);
}

static PsComparedFigure *
add_figure (GPtrArray *figures, const char *id, const char *label, PsValueKind kind)
{
  PsComparedFigure *figure = g_new0 (PsComparedFigure, 1);

  figure->id = g_strdup (id);
  figure->label = g_strdup (label);
  figure->kind = kind;
  for (guint i = 0; i < PS_COMPARE_MOST; i++)
    figure->values[i] = PS_NO_NUMBER;
  g_ptr_array_add (figures, figure);
  return figure;
}

static const PsCompared *
compared_of (const PsCompareData *data, guint place)
{
  return g_ptr_array_index (data->providers, place);
}

static gint64
difference (gint64 amount, gint64 from)
{
  PsOverflow overflow = { FALSE };
  gint64 found;

  if (amount == PS_NO_NUMBER || from == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  found = ps_subtract (amount, from, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : found;
}

enum
{
  AGREED,
  REALISED,
  FORECAST,
  DEVIATION,
  SHARE,
  PAYABLE,
  BALANCE,
  DISPUTED,
  N_AMOUNTS
};

static gint64
amount_of (const PsProviderFigures *figures, int amount)
{
  switch (amount)
    {
    case AGREED:
      return figures->agreed_cents;
    case REALISED:
      return figures->realised_cents;
    case FORECAST:
      return figures->forecast_cents;
    case DEVIATION:
      return difference (figures->forecast_cents, figures->agreed_cents);
    case SHARE:
      return figures->share_bp;
    case PAYABLE:
      return figures->payable_cents;
    case BALANCE:
      return figures->balance_cents;
    case DISPUTED:
    default:
      return figures->disputed_cents;
    }
}

static void
add_amounts (const PsCompareData *data, GPtrArray *figures)
{
  const struct
  {
    const char *id;
    const char *label;
  } amounts[N_AMOUNTS] = {
    [AGREED] = { "agreed", _("Agreed") },           [REALISED] = { "realised", _("Realised") },
    [FORECAST] = { "forecast", _("Forecast") },     [DEVIATION] = { "deviation", _("Forecast less agreed") },
    [SHARE] = { "share", _("Forecast of agreed") }, [PAYABLE] = { "payable", _("Payable") },
    [BALANCE] = { "balance", _("Balance") },        [DISPUTED] = { "disputed", _("Disputed") },
  };

  for (int amount = 0; amount < N_AMOUNTS; amount++)
    {
      PsValueKind kind = amount == SHARE ? PS_VALUE_SHARE : PS_VALUE_MONEY;
      PsComparedFigure *figure = add_figure (figures, amounts[amount].id, amounts[amount].label, kind);

      for (guint i = 0; i < data->providers->len; i++)
        figure->values[i] = amount_of (&compared_of (data, i)->figures, amount);
    }
}

static const PsTopicFigures *
topic_of (const PsCompared *compared, PsTopic topic)
{
  return compared->shown != NULL ? ps_monitor_get (ps_monitor_shown_get (compared->shown)->monitor, topic) : NULL;
}

static const PsTile *
find_tile (const PsTopicFigures *figures, const char *id)
{
  for (guint i = 0; figures != NULL && i < figures->tiles->len; i++)
    if (strcmp (((PsTile *) g_ptr_array_index (figures->tiles, i))->id, id) == 0)
      return g_ptr_array_index (figures->tiles, i);
  return NULL;
}

/* Tiles of the monitor, where they say what they are also by themselves. */
static const struct
{
  PsTopic topic;
  const char *id;
  const char *label; /* NULL: the tile's own */
} tiles[] = {
  { PS_TOPIC_CLIENTS, "clients", NULL },
  { PS_TOPIC_CLIENTS, "in-care", NULL },
  { PS_TOPIC_CLIENTS, "inflow", NULL },
  { PS_TOPIC_CLIENTS, "outflow", NULL },
  { PS_TOPIC_PLACES, "places", NULL },
  { PS_TOPIC_PLACES, "agreed", NULL },
  { PS_TOPIC_DURATION, "average", NULL },
  { PS_TOPIC_DURATION, "longer", NULL },
  { PS_TOPIC_UTILISATION, "utilisation", NULL },
  { PS_TOPIC_FOLLOW_UP, "extension", N_("Extension, of assignments that ended") },
  { PS_TOPIC_FOLLOW_UP, "recidive", N_("Recidive, of assignments that ended") },
  { PS_TOPIC_WAITING, "waiting", NULL },
  { PS_TOPIC_WAITING, "over", N_("Waiting longer than the Treeknorm") },
};

static void
add_tile (const PsCompareData *data, GPtrArray *figures, guint place)
{
  PsComparedFigure *figure = NULL;

  for (guint i = 0; i < data->providers->len; i++)
    {
      const PsTile *tile = find_tile (topic_of (compared_of (data, i), tiles[place].topic), tiles[place].id);
      g_autofree char *id = g_strdup_printf ("%s-%s", ps_topic_code (tiles[place].topic), tiles[place].id);

      if (tile == NULL)
        continue;
      if (figure == NULL)
        figure = add_figure (figures, id, tiles[place].label != NULL ? _ (tiles[place].label) : tile->label, tile->kind);
      figure->values[i] = tile->value;
    }
}

/* Who has no places has 0 of them: where nobody has any they are no figure. */
static gboolean
is_known (const PsComparedFigure *figure)
{
  for (guint i = 0; i < PS_COMPARE_MOST; i++)
    if (figure->values[i] != PS_NO_NUMBER && (figure->kind != PS_VALUE_PLACES || figure->values[i] != 0))
      return TRUE;
  return FALSE;
}

GPtrArray *
ps_compare_data_figures (const PsCompareData *data)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  add_amounts (data, figures);
  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    add_tile (data, figures, i);
  for (guint i = figures->len; i-- > 0;)
    if (!is_known (g_ptr_array_index (figures, i)))
      g_ptr_array_remove_index (figures, i);
  return figures;
}

/* Charts: the same months or products for all, and one axis */

static gboolean
has_any (const PsSeries *series, guint n)
{
  for (guint i = 0; i < n; i++)
    if (series->values[i] != PS_NO_NUMBER && series->values[i] != 0)
      return TRUE;
  return FALSE;
}

/* Zeros only are nothing: a provider without places has none in any month. NULL: so have all. Takes the set. */
static PsSeriesSet *
unless_empty (PsSeriesSet *set)
{
  for (guint i = 0; i < set->series->len; i++)
    if (has_any (g_ptr_array_index (set->series, i), set->categories->len))
      return set;
  ps_series_set_free (set);
  return NULL;
}

static PsSeriesSet *
make_months (const PsCompareData *data, PsValueKind kind, const char *title, const char *file_name)
{
  PsSeriesSet *set = ps_series_set_new (PS_SHAPE_LINES, kind, title, _("Month"));

  set->file_name = g_strdup (file_name);
  set->zero_based = TRUE;
  ps_series_set_add_months (set, data->year);
  return set;
}

PsSeriesSet *
ps_compare_data_realised (const PsCompareData *data)
{
  PsSeriesSet *set = make_months (data, PS_VALUE_SHARE, _("Realised so far, of the ceiling"), "compare-realised");

  for (guint i = 0; i < data->providers->len; i++)
    {
      const PsCompared *compared = compared_of (data, i);
      PsSeries *series = ps_series_set_add (set, PS_ROLE_VALUE, compared->name);

      for (guint month = 0; compared->year != NULL && compared->year->bandwidth != NULL && month < MONTHS; month++)
        if (compared->year->realised_cents[month] != PS_NO_NUMBER)
          series->values[month] =
              ps_band_share_bp (compared->year->realised_cents[month], compared->year->bandwidth->ceiling_cents);
    }
  return unless_empty (set);
}

static const PsSeriesSet *
find_chart (const PsTopicFigures *figures, const char *file_name)
{
  for (guint i = 0; figures != NULL && i < figures->series->len; i++)
    if (g_strcmp0 (((PsSeriesSet *) g_ptr_array_index (figures->series, i))->file_name, file_name) == 0)
      return g_ptr_array_index (figures->series, i);
  return NULL;
}

/* What is measured in a chart of a topic, month by month. Who has none at all has no line, but keeps its colour. */
static void
add_months_of (PsSeriesSet *set, const PsCompared *compared, PsTopic topic, const char *file_name)
{
  const PsSeriesSet *chart = find_chart (topic_of (compared, topic), file_name);
  const PsSeries *measured = chart != NULL ? ps_series_set_find (chart, PS_ROLE_VALUE) : NULL;
  PsSeries *series = ps_series_set_add (set, PS_ROLE_VALUE, compared->name);

  if (measured == NULL || !has_any (measured, chart->categories->len))
    return;
  for (guint month = 0; month < MIN (MONTHS, chart->categories->len); month++)
    series->values[month] = measured->values[month];
}

static PsSeriesSet *
compare_months (const PsCompareData *data, PsTopic topic, const char *chart, PsValueKind kind, const char *title,
                const char *file_name)
{
  PsSeriesSet *set = make_months (data, kind, title, file_name);

  for (guint i = 0; i < data->providers->len; i++)
    add_months_of (set, compared_of (data, i), topic, chart);
  return unless_empty (set);
}

PsSeriesSet *
ps_compare_data_clients (const PsCompareData *data)
{
  return compare_months (data, PS_TOPIC_CLIENTS, "clients-in-care", PS_VALUE_COUNT, _("Clients in care per month"),
                         "compare-clients");
}

PsSeriesSet *
ps_compare_data_places (const PsCompareData *data)
{
  return compare_months (data, PS_TOPIC_PLACES, "places", PS_VALUE_PLACES, _("Places per month"), "compare-places");
}

/* Products that can be held beside each other */

static const PsFigureTable *
durations_of (const PsCompared *compared)
{
  const PsTopicFigures *figures = topic_of (compared, PS_TOPIC_DURATION);

  for (guint i = 0; figures != NULL && i < figures->tables->len; i++)
    if (strcmp (((PsFigureTable *) g_ptr_array_index (figures->tables, i))->id, "duration-by-product") == 0)
      return g_ptr_array_index (figures->tables, i);
  return NULL;
}

static guint
find_column (const PsFigureTable *table, const char *id)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (strcmp (((PsFigureColumn *) g_ptr_array_index (table->columns, i))->id, id) == 0)
      return i;
  return PS_NONE;
}

static const PsFigureRow *
find_product (const PsFigureTable *table, guint product)
{
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    if (((PsFigureRow *) g_ptr_array_index (table->rows, i))->product == product)
      return g_ptr_array_index (table->rows, i);
  return NULL;
}

static gint64
duration_of (const PsCompared *compared, guint product, const char *column)
{
  const PsFigureTable *table = durations_of (compared);
  const PsFigureRow *row = find_product (table, product);
  guint place = row != NULL ? find_column (table, column) : PS_NONE;

  return place != PS_NONE ? row->numbers[place] : PS_NO_NUMBER;
}

typedef struct
{
  guint product;
  guint n_providers;
  gint64 n_ended;
} Common;

static Common
count_product (const PsCompareData *data, guint product)
{
  Common common = { product, 0, 0 };

  for (guint i = 0; i < data->providers->len; i++)
    {
      gint64 ended = duration_of (compared_of (data, i), product, "ended");

      if (ended == PS_NO_NUMBER || ended == 0 || duration_of (compared_of (data, i), product, "average") == PS_NO_NUMBER)
        continue;
      common.n_providers++;
      common.n_ended += ended;
    }
  return common;
}

/* Those of which most care ended first. */
static int
compare_common (gconstpointer a, gconstpointer b)
{
  const Common *left = a, *right = b;

  if (left->n_ended != right->n_ended)
    return left->n_ended < right->n_ended ? 1 : -1;
  return left->product < right->product ? -1 : 1;
}

static GArray *
find_common (const PsCompareData *data, const PsRegion *region)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Common));

  for (guint product = 0; product < region->products->len; product++)
    {
      Common common = count_product (data, product);

      if (common.n_providers > 1)
        g_array_append_val (found, common);
    }
  g_array_sort (found, compare_common);
  if (found->len > MOST_PRODUCTS)
    g_array_set_size (found, MOST_PRODUCTS);
  return found;
}

static void
add_products (PsSeriesSet *set, const PsRegion *region, const GArray *common)
{
  for (guint i = 0; i < common->len; i++)
    {
      const PsProduct *product = ps_region_product (region, g_array_index (common, Common, i).product);
      g_autofree char *label = g_strdup_printf ("%s %s", product->code, product->name);

      ps_series_set_add_category (set, label, NULL);
    }
}

PsSeriesSet *
ps_compare_data_durations (const PsCompareData *data)
{
  const PsRegion *region = ps_settled_ref_get (data->settled)->region;
  g_autoptr (GArray) common = find_common (data, region);
  PsSeriesSet *set = ps_series_set_new (PS_SHAPE_ROWS, PS_VALUE_DAYS, _("Average duration per product, in days"), _("Product"));

  set->file_name = g_strdup ("compare-duration");
  set->note = g_strdup (_("of products that at least two of them have"));
  add_products (set, region, common);
  for (guint i = 0; i < data->providers->len; i++)
    {
      PsSeries *series = ps_series_set_add (set, PS_ROLE_VALUE, compared_of (data, i)->name);

      for (guint k = 0; k < common->len; k++)
        series->values[k] = duration_of (compared_of (data, i), g_array_index (common, Common, k).product, "average");
    }
  return unless_empty (set);
}
