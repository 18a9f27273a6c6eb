/* ps-providers-page.c: all providers of the region with their year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-providers-page"

#include "ps-providers-page.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-spark.h"
#include "gui/bandwidth/ps-bandwidth-words.h"
#include "gui/overview/ps-overview-follow.h"
#include "gui/ps-corridor-title.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-table.h"
#include "ps-compare-page.h"
#include "ps-provider-figures.h"
#include "ps-provider-form.h"
#include "ps-provider-page.h"

struct _PsProvidersPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;
  PsOverviewFollow *follow;

  /* Template widgets */
  GtkWidget *heading;
  GtkEditable *filter;
  GtkDropDown *standing;
  GtkBox *bar;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsProvidersPage, ps_providers_page, ADW_TYPE_BIN)

enum
{
  NAME,
  AGB,
  KIND,
  AGREED,
  REALISED,
  FORECAST,
  SHARE,
  CORRIDOR,
  MONTHS,
  PAYABLE,
  BALANCE,
  DISPUTED,
  N_COLUMNS
};

/* The drop-down's choices, in its order. */
typedef enum
{
  ALL,
  OVER,
  UNDER,
  WITHIN,
  NO_AGREEMENT,
  RECLAIM,
  PAY_OUT,
  WITH_DISPUTES,
  NOT_CONTRACTED,
  WITH_FIGURES,
  ENDED,
  NOT_ENDED
} Choice;

typedef struct
{
  PsProviderFigures figures;
  gint64 months[12]; /* what its care cost; PS_NO_NUMBER: not known */
  gint64 last_months[12];
  gboolean contracted;
  gboolean has_ended;
} RowData;

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [NAME] = { "name", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 18 },
    [AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [AGREED] = { "agreed", _("Agreed"), PS_COLUMN_MONEY, 9, TRUE, FALSE },
    [REALISED] = { "realised", _("Realised"), PS_COLUMN_MONEY, 9, TRUE, FALSE },
    [FORECAST] = { "forecast", _("Forecast"), PS_COLUMN_MONEY, 9, TRUE, TRUE },
    [SHARE] = { "share", _("Of agreed"), PS_COLUMN_PERCENT, 5, FALSE, FALSE },
    [CORRIDOR] = { "corridor", _("Bandwidth"), PS_COLUMN_DRAWING, 7, FALSE, FALSE },
    [MONTHS] = { "months", _("Per month"), PS_COLUMN_DRAWING, 7, FALSE, FALSE },
    [PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 9, TRUE, FALSE },
    [BALANCE] = { "balance", _("Balance"), PS_COLUMN_MONEY, 9, TRUE, FALSE },
    [DISPUTED] = { "disputed", _("Disputed"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
  };

  /* The least important first: who, what was agreed and where it will end stay. */
  static const guint drops[] = { AGB, DISPUTED, PAYABLE, KIND, MONTHS, BALANCE, REALISED };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Providers")));

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  return table;
}

/* "regular", "ended, regular": its first word is what a narrow column shows. */
static char *
kind_of (const PsProvider *provider)
{
  g_autofree char *kind = ps_provider_kind_text (provider);

  if (provider->ended_on == PS_DATE_OPEN)
    return g_steal_pointer (&kind);
  return g_strdup_printf (provider->merged_into != PS_NONE ? _("merged, %s") : _("ended, %s"), kind);
}

/* Before the forecasts are there nothing is said of where it will end. */
static void
forget_standing (PsProviderFigures *figures, PsSession *session)
{
  if (figures->standing == PS_STANDING_NO_AGREEMENT || figures->settlement == NULL)
    return;
  figures->standing = PS_STANDING_NOTHING;
  figures->corridor = (PsCorridor){ .ceiling_cents = PS_NO_NUMBER, .amount_cents = PS_NO_NUMBER };
  /* Of a year that is over the settlement's trajects count as they ended: not what is meant here. */
  if (ps_session_is_year_complete (session))
    figures->realised_cents = PS_NO_NUMBER;
}

static const PsProviderYear *
find_year (const PsOverviewData *data, const PsProvider *provider)
{
  guint place = data != NULL ? ps_region_find_provider (data->figures->region, provider->agb) : PS_NONE;

  return place != PS_NONE ? ps_year_figures_find (data->figures, place) : NULL;
}

static void
fill_months (RowData *data, const PsProviderYear *year)
{
  for (guint i = 0; i < G_N_ELEMENTS (data->months); i++)
    {
      data->months[i] = year != NULL ? year->facts->month_cents[i] : PS_NO_NUMBER;
      data->last_months[i] = year != NULL ? year->last->month_cents[i] : PS_NO_NUMBER;
    }
}

static RowData *
make_data (PsSession *session, const PsOverviewData *overview, guint place)
{
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (session)->region, place);
  const PsProviderYear *year = find_year (overview, provider);
  RowData *data = g_new0 (RowData, 1);

  ps_provider_figures_fill (&data->figures, session, place);
  if (overview == NULL)
    forget_standing (&data->figures, session);
  else if (year != NULL && year->bandwidth != NULL)
    ps_provider_figures_forecast (&data->figures, year->bandwidth);
  fill_months (data, year);
  data->contracted = provider->contracted;
  data->has_ended = provider->ended_on != PS_DATE_OPEN;
  return data;
}

static PsSpark
spark_of (const RowData *data)
{
  PsSpark spark = { PS_VALUE_MONEY, data->months, data->last_months, G_N_ELEMENTS (data->months), PS_NO_NUMBER };

  return spark;
}

/* Sorted by what all months together cost. */
static void
set_months (PsTableRow *row, const PsProviderYear *year)
{
  PsSpark spark = spark_of (ps_table_row_get_data (row));
  g_autofree char *said = year != NULL ? ps_spark_describe (&spark) : NULL;

  ps_table_row_set_number (row, MONTHS, year != NULL ? year->facts->cost_cents : PS_NO_NUMBER);
  ps_table_row_set_text (row, MONTHS, said);
}

static PsTableRow *
make_row (PsSession *session, const PsOverviewData *overview, guint place)
{
  const PsRegion *region = ps_session_get_settled (session)->region;
  const PsProvider *provider = ps_region_provider (region, place);
  RowData *data = make_data (session, overview, place);
  const PsProviderFigures *figures = &data->figures;
  PsTableRow *row = ps_table_row_new (N_COLUMNS, place, data, g_free);
  g_autofree char *kind = kind_of (provider);
  g_autofree char *standing = overview != NULL ? ps_provider_standing_text (figures, region) : g_strdup (_("being worked out"));

  ps_table_row_set_text (row, NAME, provider->name);
  ps_table_row_set_text (row, AGB, provider->agb);
  ps_table_row_set_text (row, KIND, kind);
  ps_table_row_set_number (row, AGREED, figures->agreed_cents);
  ps_table_row_set_number (row, REALISED, figures->realised_cents);
  ps_table_row_set_number (row, FORECAST, figures->forecast_cents);
  ps_table_row_set_number (row, SHARE, figures->share_bp);
  ps_table_row_set_number (row, CORRIDOR, figures->share_bp);
  ps_table_row_set_text (row, CORRIDOR, standing);
  set_months (row, find_year (overview, provider));
  ps_table_row_set_number (row, PAYABLE, figures->payable_cents);
  ps_table_row_set_number (row, BALANCE, figures->balance_cents);
  ps_table_row_set_number (row, DISPUTED, figures->disputed_cents);
  return row;
}

static GPtrArray *
make_rows (PsSession *session, const PsOverviewData *overview)
{
  const PsRegion *region = ps_session_get_settled (session)->region;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint place = 0; place < region->providers->len; place++)
    g_ptr_array_add (rows, make_row (session, overview, place));
  return rows;
}

static void
show_bandwidth (PsProvidersPage *self, const GPtrArray *rows)
{
  PsCorridorRange range = { 0 };

  for (guint i = 0; i < rows->len; i++)
    ps_corridor_range_add (&range, &((const RowData *) ps_table_row_get_data (g_ptr_array_index (rows, i)))->figures.corridor);
  ps_corridor_range_show (&range, self->table, CORRIDOR, _("Of several scopes it is the one that is furthest off."));
}

/* overview NULL: the forecasts are not there (yet). */
static void
show_figures (PsProvidersPage *self, const PsOverviewData *overview)
{
  g_autoptr (GPtrArray) rows = make_rows (self->session, overview);

  if (rows->len == 0)
    ps_table_set_empty (self->table, _("No providers yet"),
                        _("Choose New Provider to add the first one, or import the region’s files."));
  else
    ps_table_set_empty (self->table, _("No such provider"), _("Change the filter to see the others."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", !ps_session_is_read_only (self->session));
  /* The title first: columns find their widths once more for it, and those that have no room then would come and go. */
  show_bandwidth (self, rows);
  ps_table_set_rows (self->table, rows);
}

/* At once with what is known, then with the forecasts. */
static void
show (PsOverviewData *data, const GError *error, gpointer user_data)
{
  PsProvidersPage *self = PS_PROVIDERS_PAGE (user_data);

  if (error == NULL)
    show_figures (self, data);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      ps_navigator_tell (GTK_WIDGET (self), text);
    }
}

static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  PsProvidersPage *self = PS_PROVIDERS_PAGE (user_data);
  const RowData *data = ps_table_row_get_data (row);
  const PsProviderFigures *figures = &data->figures;

  switch ((Choice) gtk_drop_down_get_selected (self->standing))
    {
    case OVER:
      return figures->standing == PS_STANDING_OVER;
    case UNDER:
      return figures->standing == PS_STANDING_UNDER;
    case WITHIN:
      return figures->standing == PS_STANDING_WITHIN;
    case NO_AGREEMENT:
      return figures->standing == PS_STANDING_NO_AGREEMENT;
    case RECLAIM:
      return figures->balance_cents != PS_NO_NUMBER && figures->balance_cents < 0;
    case PAY_OUT:
      return figures->balance_cents != PS_NO_NUMBER && figures->balance_cents > 0;
    case WITH_DISPUTES:
      return figures->disputed_cents != PS_NO_NUMBER && figures->disputed_cents != 0;
    case NOT_CONTRACTED:
      return !data->contracted;
    case WITH_FIGURES:
      return figures->settlement != NULL;
    case ENDED:
      return data->has_ended;
    case NOT_ENDED:
      return !data->has_ended;
    case ALL:
    default:
      return TRUE;
    }
}

static void
draw (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  const RowData *data = ps_table_row_get_data (row);
  PsChartStyle style = ps_band_chart_style ();
  PsSpark spark = spark_of (data);

  if (column == CORRIDOR)
    ps_corridor_draw (cr, &data->figures.corridor, width, height, &style);
  else
    ps_spark_draw (cr, &spark, width, height, &style);
}

static char *
count_providers (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u provider", "%u of %u providers", n_rows), n_shown, n_rows);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsProvidersPage *self = PS_PROVIDERS_PAGE (user_data);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint place = (guint) ps_table_row_get_id (row);

  ps_navigator_push (GTK_WIDGET (self), ps_provider_page_new (self->session, place), ps_region_provider (region, place)->name);
}

static void
on_selection_changed_cb (PsTable *table, PsProvidersPage *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.compare", selected->len >= 2 && selected->len <= PS_COMPARE_MOST);
}

static void
on_filter_changed_cb (GtkEditable *filter, gpointer user_data)
{
  ps_table_set_filter (PS_PROVIDERS_PAGE (user_data)->table, gtk_editable_get_text (filter));
}

static void
on_standing_selected_cb (GtkDropDown *standing, GParamSpec *pspec, gpointer user_data)
{
  ps_table_set_match (PS_PROVIDERS_PAGE (user_data)->table, matches, user_data);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_PROVIDERS_PAGE (widget)->filter));
}

static void
on_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProvidersPage *self = PS_PROVIDERS_PAGE (widget);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < selected->len; i++)
    {
      guint place = (guint) ps_table_row_get_id (g_ptr_array_index (selected, i));

      g_array_append_val (ids, ps_region_provider (region, place)->id);
    }
  if (ids->len >= 2 && ids->len <= PS_COMPARE_MOST)
    ps_navigator_push (widget, ps_compare_page_new (self->session, ids), _("Compare Providers"));
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSession *session = PS_PROVIDERS_PAGE (widget)->session;

  if (ps_session_get_settled (session) != NULL && !ps_session_is_read_only (session))
    ps_provider_form_add (widget, session);
}

static gboolean
ps_providers_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return ps_page_focus_first (widget, direction, GTK_WIDGET (PS_PROVIDERS_PAGE (widget)->filter))
         || GTK_WIDGET_CLASS (ps_providers_page_parent_class)->focus (widget, direction);
}

static void
ps_providers_page_dispose (GObject *object)
{
  PsProvidersPage *self = PS_PROVIDERS_PAGE (object);

  g_clear_pointer (&self->follow, ps_overview_follow_free);
  if (self->table != NULL)
    {
      ps_table_set_match (self->table, NULL, NULL);
      self->table = NULL;
    }
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PROVIDERS_PAGE);
  G_OBJECT_CLASS (ps_providers_page_parent_class)->dispose (object);
}

static void
ps_providers_page_class_init (PsProvidersPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_providers_page_dispose;
  widget_class->focus = ps_providers_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-providers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsProvidersPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsProvidersPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsProvidersPage, standing);
  gtk_widget_class_bind_template_child (widget_class, PsProvidersPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsProvidersPage, card);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, on_compare_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "page.compare", NULL);
}

static void
ps_providers_page_init (PsProvidersPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->standing, _("Which providers"));
  self->table = make_table ();
  ps_table_set_draw (self->table, draw, NULL);
  ps_table_set_count (self->table, count_providers);
  ps_table_set_export_name (self->table, _("providers"));
  g_menu_append (menu, _("_Compare"), "page.compare");
  ps_table_set_row_menu (self->table, G_MENU_MODEL (menu));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.compare", FALSE);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (on_selection_changed_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->standing, "notify::selected", G_CALLBACK (on_standing_selected_cb), self, 0);
}

/**
 * ps_providers_page_new:
 * @session: whose figures it shows, and follows
 */
GtkWidget *
ps_providers_page_new (PsSession *session)
{
  PsProvidersPage *self = g_object_new (PS_TYPE_PROVIDERS_PAGE, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->follow = ps_overview_follow_new (session, FALSE, show, self);
  ps_overview_follow_show_progress (self->follow, GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->bar))),
                                    GTK_WIDGET (self->bar));
  ps_overview_follow_start (self->follow);
  return GTK_WIDGET (self);
}
