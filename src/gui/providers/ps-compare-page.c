/* ps-compare-page.c: two to four providers side by side
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * year's figures (shared with the overview) ──▶ money ──▶ care, counted for all of them in one go ──▶ all of it
 *
 * Who is compared is kept by id: one that is not there for a moment is back as soon as it is.
 */
#define G_LOG_DOMAIN "peilstok-compare-page"

#include "ps-compare-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/monitor/ps-monitor-choice.h"
#include "gui/monitor/ps-topic-view.h"
#include "gui/monitor/ps-working-bar.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-gone.h"
#include "ps-compare-data.h"
#include "ps-compare-head.h"
#include "ps-provider-page.h"

#define COLUMN_WIDTH 380
#define SPACING 12
#define WIDTH 11 /* of a provider's figures, in characters */

typedef enum
{
  REALISED,
  CLIENTS,
  PLACES,
  DURATIONS,
  N_CHARTS
} Chart;

struct _PsComparePage
{
  AdwBin parent_instance;

  PsSession *session;
  GArray *ids;         /* gint64, of all that are compared */
  PsCompareData *data; /* NULL: nothing yet */
  PsTable *table;
  GtkWidget *menu; /* the table's */
  char *columns;   /* whose columns the table has */
  PsMonitorChoice *add;
  PsChartView *charts[N_CHARTS];

  /* Template widgets */
  GtkLabel *facts;
  AdwBin *add_place;
  PsWorkingBar *working;
  GtkBox *heads;
  GtkWidget *figures_card;
  GtkBox *figures_bar;
  GtkWidget *cards;
};

G_DEFINE_FINAL_TYPE (PsComparePage, ps_compare_page, ADW_TYPE_BIN)

typedef struct
{
  PsComparePage *page;
  guint question;
} Asking;

static const PsRegion *
get_region (PsComparePage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  return settled != NULL ? settled->region : NULL;
}

static guint
find_id (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

/* guint: places of those that are in the region now. */
static GArray *
list_places (PsComparePage *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->ids->len; i++)
    {
      guint place = find_id (get_region (self), g_array_index (self->ids, gint64, i));

      if (place != PS_NONE)
        g_array_append_val (places, place);
    }
  return places;
}

/* Showing */

static void
show_heads (PsComparePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, child);
  for (guint i = 0; i < self->data->providers->len; i++)
    {
      const PsCompared *compared = g_ptr_array_index (self->data->providers, i);
      const PsRegion *region = ps_settled_ref_get (self->data->settled)->region;
      g_autofree char *kind = ps_provider_kind_text (ps_region_provider (region, compared->figures.provider));

      gtk_box_append (self->heads, ps_compare_head_new (compared, kind, self->data->providers->len > 2));
    }
}

static PsColumnKind
column_kind (PsValueKind kind)
{
  switch (kind)
    {
    case PS_VALUE_MONEY:
      return PS_COLUMN_MONEY;
    case PS_VALUE_SHARE:
      return PS_COLUMN_PERCENT;
    case PS_VALUE_PLACES:
      return PS_COLUMN_VOLUME;
    case PS_VALUE_COUNT:
    case PS_VALUE_DAYS:
    case PS_VALUE_DATE:
    case PS_VALUE_TEXT:
    case PS_N_VALUES:
    default:
      return PS_COLUMN_COUNT;
    }
}

static PsTableRow *
make_row (const PsCompareData *data, const PsComparedFigure *figure, guint place)
{
  PsTableRow *row = ps_table_row_new (data->providers->len + 1, place, NULL, NULL);

  ps_table_row_set_kind (row, column_kind (figure->kind));
  ps_table_row_set_text (row, 0, figure->label);
  for (guint i = 0; i < data->providers->len; i++)
    {
      g_autofree char *text = ps_value_format (figure->kind, figure->values[i]);

      ps_table_row_set_number (row, i + 1, figure->values[i]);
      ps_table_row_set_text (row, i + 1, text);
    }
  return row;
}

/* Whom the table has columns of, in their order. */
static char *
describe_columns (const PsCompareData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->providers->len; i++)
    {
      const PsCompared *compared = g_ptr_array_index (data->providers, i);

      g_string_append_printf (text, "%s\n%s\n", compared->agb, compared->name);
    }
  return g_string_free (text, FALSE);
}

static void
make_table (PsComparePage *self)
{
  PsColumn columns[PS_COMPARE_MOST + 1] = { { "figure", _("Figure"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 17 } };
  guint n = self->data->providers->len;

  for (guint i = 0; i < n; i++)
    {
      const PsCompared *compared = g_ptr_array_index (self->data->providers, i);

      columns[i + 1] = (PsColumn){ compared->agb, compared->name, PS_COLUMN_MONEY, WIDTH, FALSE, FALSE, 0, TRUE };
    }
  if (self->table != NULL)
    {
      gtk_box_remove (self->figures_bar, self->menu);
      gtk_box_remove (GTK_BOX (self->figures_card), GTK_WIDGET (self->table));
    }
  self->table = PS_TABLE (ps_table_new (columns, n + 1, _("Figures")));
  ps_table_set_natural (self->table, TRUE);
  ps_table_set_footer (self->table, FALSE);
  ps_table_set_export_name (self->table, _("providers compared"));
  gtk_box_append (GTK_BOX (self->figures_card), GTK_WIDGET (self->table));
  self->menu = ps_table_get_menu (self->table);
  gtk_box_append (self->figures_bar, self->menu);
}

/* A table of the same providers stays, with its selection. */
static void
show_figures (PsComparePage *self)
{
  g_autoptr (GPtrArray) figures = ps_compare_data_figures (self->data);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = describe_columns (self->data);

  if (g_strcmp0 (columns, self->columns) != 0)
    {
      make_table (self);
      g_free (self->columns);
      self->columns = g_steal_pointer (&columns);
    }
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (rows, make_row (self->data, g_ptr_array_index (figures, i), i));
  ps_table_set_rows (self->table, rows);
  gtk_widget_set_visible (self->figures_card, figures->len > 0);
}

/* "Zorggroep De Wissel, Stichting Het Anker" */
static char *
describe_whom (const PsCompareData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->providers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((PsCompared *) g_ptr_array_index (data->providers, i))->name);
  return g_string_free (text, FALSE);
}

static void
show_chart (PsComparePage *self, Chart chart, PsSeriesSet *set)
{
  g_autoptr (PsSeriesSet) shown = set;
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (self->charts[chart]));
  g_autofree char *whom = describe_whom (self->data);

  gtk_widget_set_visible (card, shown != NULL);
  if (shown != NULL)
    ps_topic_view_show_series (self->charts[chart], shown, whom);
}

static void
show_facts (PsComparePage *self)
{
  PsDate through = self->data->overview->figures->through;
  g_autofree char *day = ps_format_date (through);
  g_autofree char *text = NULL;

  if (through < ps_date_year_start (self->data->year))
    text = g_strdup_printf (_("%d: nothing declared yet"), self->data->year);
  else
    /* Translators: a year, and the day to which its declarations are complete */
    text = g_strdup_printf (_("%d, realised through %s"), self->data->year, day);
  gtk_label_set_text (self->facts, text);
}

static void
show (PsComparePage *self)
{
  show_facts (self);
  show_heads (self);
  show_figures (self);
  show_chart (self, REALISED, ps_compare_data_realised (self->data));
  show_chart (self, CLIENTS, ps_compare_data_clients (self->data));
  show_chart (self, PLACES, ps_compare_data_places (self->data));
  show_chart (self, DURATIONS, ps_compare_data_durations (self->data));
  gtk_widget_set_visible (self->cards, TRUE);
}

static void
show_error (PsComparePage *self, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_navigator_tell (GTK_WIDGET (self), text);
}

/* Asking */

static gboolean
is_answer (PsComparePage *self, guint question)
{
  return self->session != NULL && ps_working_bar_end (self->working, question);
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsComparePage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counted = ps_compare_count_finish (PS_SESSION (source), result, &error);

  if (!is_answer (self, asking->question))
    return;
  if (counted == NULL)
    {
      show_error (self, error);
      return;
    }
  ps_compare_data_take (self->data, counted);
  show (self);
}

static Asking *
asking_new (PsComparePage *self, const char *what)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ps_working_bar_begin (self->working, what) };
  return asking;
}

static void
count (PsComparePage *self)
{
  g_autoptr (GPtrArray) agbs = g_ptr_array_new ();
  Asking *asking = asking_new (self, _("Counting…"));

  for (guint i = 0; i < self->data->providers->len; i++)
    g_ptr_array_add (agbs, ((PsCompared *) g_ptr_array_index (self->data->providers, i))->agb);
  g_ptr_array_add (agbs, NULL);
  ps_compare_count_async (self->session, (const char *const *) agbs->pdata, ps_working_bar_get_cancellable (self->working),
                          ps_working_bar_get_relay (self->working), on_counted_cb, asking);
}

/* What is shown stays until all of the new is there, but for whom it is about. */
static void
on_year_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsComparePage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsOverviewData) overview = ps_overview_data_finish (PS_SESSION (source), result, &error);
  g_autoptr (GArray) places = NULL;

  if (!is_answer (self, asking->question))
    return;
  if (overview == NULL)
    {
      show_error (self, error);
      return;
    }
  places = list_places (self);
  g_clear_pointer (&self->data, ps_compare_data_free);
  self->data = ps_compare_data_new (self->session, overview, places);
  show_heads (self);
  count (self);
}

static void
ask (PsComparePage *self)
{
  Asking *asking = asking_new (self, _("Working out the forecasts…"));

  ps_overview_data_async (self->session, FALSE, ps_working_bar_get_cancellable (self->working),
                          ps_working_bar_get_relay (self->working), on_year_cb, asking);
}

/* Who can be added */

static gboolean
is_compared (PsComparePage *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
fill_add (PsComparePage *self, guint n_compared)
{
  g_autoptr (GPtrArray) providers = ps_providers_to_choose (get_region (self));

  ps_monitor_choice_begin (self->add);
  for (guint i = 0; i < providers->len; i++)
    {
      const PsProvider *provider = g_ptr_array_index (providers, i);
      g_autofree char *label = ps_provider_choice_text (provider);

      if (!is_compared (self, provider->id))
        ps_monitor_choice_add (self->add, provider->agb, label, provider->name);
    }
  ps_monitor_choice_end (self->add);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n_compared < PS_COMPARE_MOST);
}

/* The region was read again, or others are compared. */
static void
refresh (PsComparePage *self)
{
  g_autoptr (GArray) places = NULL;

  if (get_region (self) == NULL)
    return;
  places = list_places (self);
  ps_page_set_gone (GTK_WIDGET (self), places->len == 0);
  fill_add (self, places->len);
  if (places->len > 0)
    ask (self);
}

static void
on_settled_cb (PsSession *session, PsComparePage *self)
{
  refresh (self);
}

/* One more; of those that are not there any more nobody is kept then. */
static void
on_add_cb (PsMonitorChoice *add, PsComparePage *self)
{
  const PsRegion *region = get_region (self);
  const char *agb = ps_monitor_choice_get (add);
  guint place = agb != NULL && region != NULL ? ps_region_find_provider (region, agb) : PS_NONE;

  if (place == PS_NONE)
    return;
  ps_monitor_choice_choose (add, NULL);
  for (guint i = self->ids->len; i-- > 0;)
    if (find_id (region, g_array_index (self->ids, gint64, i)) == PS_NONE)
      g_array_remove_index (self->ids, i);
  if (self->ids->len < PS_COMPARE_MOST)
    g_array_append_val (self->ids, ps_region_provider (region, place)->id);
  refresh (self);
}

/* What is there stays. */
static void
on_cancelled_cb (PsWorkingBar *working, PsComparePage *self)
{
  gtk_label_set_text (self->facts, _("Cancelled. Read the region again (F5) to compare after all."));
}

/* Actions */

static void
on_remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsComparePage *self = PS_COMPARE_PAGE (widget);
  const PsRegion *region = get_region (self);
  guint place = region != NULL ? ps_region_find_provider (region, g_variant_get_string (parameter, NULL)) : PS_NONE;

  if (place == PS_NONE || self->ids->len <= 2)
    return;
  for (guint i = self->ids->len; i-- > 0;)
    if (g_array_index (self->ids, gint64, i) == ps_region_provider (region, place)->id)
      g_array_remove_index (self->ids, i);
  refresh (self);
}

static void
on_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsComparePage *self = PS_COMPARE_PAGE (widget);
  const PsRegion *region = get_region (self);
  guint place = region != NULL ? ps_region_find_provider (region, g_variant_get_string (parameter, NULL)) : PS_NONE;

  if (place != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, place), ps_region_provider (region, place)->name);
}

/* Making and unmaking */

static void
ps_compare_page_dispose (GObject *object)
{
  PsComparePage *self = PS_COMPARE_PAGE (object);

  if (self->working != NULL)
    ps_working_bar_stop (self->working);
  g_clear_pointer (&self->data, ps_compare_data_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->columns, g_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (ps_compare_page_parent_class)->dispose (object);
}

static void
ps_compare_page_class_init (PsComparePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_compare_page_dispose;
  g_type_ensure (PS_TYPE_WORKING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, add_place);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, working);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, heads);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, figures_card);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, figures_bar);
  gtk_widget_class_bind_template_child (widget_class, PsComparePage, cards);
  gtk_widget_class_install_action (widget_class, "compare.open", "s", on_open_cb);
  gtk_widget_class_install_action (widget_class, "compare.remove", "s", on_remove_cb);
}

static void
add_chart (PsComparePage *self, Chart chart)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = ps_chart_view_new ();

  gtk_widget_add_css_class (card, "figures");
  gtk_box_append (GTK_BOX (card), view);
  gtk_box_append (GTK_BOX (self->cards), card);
  self->charts[chart] = PS_CHART_VIEW (view);
}

static void
ps_compare_page_init (PsComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  gtk_widget_set_visible (self->cards, FALSE);
  for (int chart = 0; chart < N_CHARTS; chart++)
    add_chart (self, (Chart) chart);
  self->add = PS_MONITOR_CHOICE (ps_monitor_choice_new (_("Provider to add"), _("Add a provider")));
  adw_bin_set_child (self->add_place, GTK_WIDGET (self->add));
  g_signal_connect_object (self->working, "cancelled", G_CALLBACK (on_cancelled_cb), self, 0);
  g_signal_connect_object (self->add, "changed", G_CALLBACK (on_add_cb), self, 0);
}

/**
 * ps_compare_page_new:
 * @session: whose figures it shows, and follows
 * @ids: (element-type gint64): of two to PS_COMPARE_MOST providers; copied
 */
GtkWidget *
ps_compare_page_new (PsSession *session, const GArray *ids)
{
  PsComparePage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ids->len >= 2 && ids->len <= PS_COMPARE_MOST, NULL);

  self = g_object_new (PS_TYPE_COMPARE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);
  g_array_append_vals (self->ids, ids->data, ids->len);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}
