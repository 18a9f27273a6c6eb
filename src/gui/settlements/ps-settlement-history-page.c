/* ps-settlement-history-page.c: the settlements of a provider over the years, with a chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-history"

#include "ps-settlement-history-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-chart-view.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-spinner.h"
#include "gui/ps-year-wait.h"
#include "ps-history-years.h"
#include "ps-settlement-page.h"

struct _PsSettlementHistoryPage
{
  AdwBin parent;

  PsSession *session;
  char *agb;   /* places change when the file is read again: this does not */
  guint asked; /* how often the years were asked for: only the last answer counts */

  PsChartView *chart;
  PsTable *table;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *problem;
  GtkSpinner *spinner;
  GtkWidget *content;
  AdwBin *chart_card;
  GtkBox *table_bar;
  AdwBin *table_card;
};

G_DEFINE_FINAL_TYPE (PsSettlementHistoryPage, ps_settlement_history_page, ADW_TYPE_BIN)

/* Showing */

static void
show_years (PsSettlementHistoryPage *self, const PsHistoryYears *years)
{
  g_autoptr (GPtrArray) rows = ps_history_years_rows (years);

  gtk_widget_set_visible (GTK_WIDGET (self->chart_card), years->years->len > 0);
  ps_chart_view_set_subject (self->chart, years->provider);
  ps_chart_view_set_chart (self->chart, &ps_chart_years_kind, ps_history_years_chart (years),
                           (GDestroyNotify) ps_years_chart_free);
  ps_table_set_rows (self->table, rows);
}

/* Asking */

typedef struct
{
  PsSettlementHistoryPage *page;
  guint asked;
} Asking;

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementHistoryPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsHistoryYears) years = ps_history_years_load_finish (PS_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (self->session == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (years == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (self->content, years != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), years == NULL);
  if (years != NULL)
    {
      show_years (self, years);
      return;
    }
  text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
  gtk_label_set_text (self->problem, text);
}

static void
ask_for_years (PsSettlementHistoryPage *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_spinner_show (self->spinner, TRUE);
  ps_history_years_load_async (self->session, self->agb, on_loaded_cb, asking);
}

/* Opening a year: the window's year follows */

/* Somebody who went on to another page meanwhile stays there. */
static void
on_year_there_cb (gpointer owner, gpointer data)
{
  PsSettlementHistoryPage *self = PS_SETTLEMENT_HISTORY_PAGE (owner);
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = ps_region_find_provider (settled->region, self->agb);
  g_autofree char *title = NULL;

  if (provider == PS_NONE || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  title = g_strdup_printf (_("%s, settlement %d"), ps_region_provider (settled->region, provider)->name, settled->year);
  ps_navigator_push (GTK_WIDGET (self), ps_settlement_page_new (self->session, provider, PS_DATE_OPEN), title);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsSettlementHistoryPage *self)
{
  if (ps_session_get_settled (self->session) != NULL)
    ps_year_wait (self->session, (int) ps_table_row_get_id (row), self, on_year_there_cb, NULL, NULL);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsSettlementHistoryPage *self = PS_SETTLEMENT_HISTORY_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
  g_autofree char *title = NULL;

  if (settled == NULL)
    return;
  ps_page_set_gone (GTK_WIDGET (self), provider == PS_NONE);
  if (provider == PS_NONE)
    return;
  title = g_strdup_printf (_("%s, settlements over the years"), ps_region_provider (settled->region, provider)->name);
  gtk_label_set_text (self->title, title);
  ask_for_years (self);
}

/* Making and unmaking */

static gboolean
ps_settlement_history_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSettlementHistoryPage *self = PS_SETTLEMENT_HISTORY_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->table))
         || GTK_WIDGET_CLASS (ps_settlement_history_page_parent_class)->focus (widget, direction);
}

static void
ps_settlement_history_page_dispose (GObject *object)
{
  PsSettlementHistoryPage *self = PS_SETTLEMENT_HISTORY_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SETTLEMENT_HISTORY_PAGE);
  G_OBJECT_CLASS (ps_settlement_history_page_parent_class)->dispose (object);
}

static void
ps_settlement_history_page_finalize (GObject *object)
{
  g_free (PS_SETTLEMENT_HISTORY_PAGE (object)->agb);
  G_OBJECT_CLASS (ps_settlement_history_page_parent_class)->finalize (object);
}

static void
ps_settlement_history_page_class_init (PsSettlementHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_settlement_history_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_settlement_history_page_finalize;
  widget_class->focus = ps_settlement_history_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-settlement-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, table_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementHistoryPage, table_card);
}

static void
ps_settlement_history_page_init (PsSettlementHistoryPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chart = PS_CHART_VIEW (ps_chart_view_new ());
  self->table = ps_history_years_table ();
  adw_bin_set_child (self->chart_card, GTK_WIDGET (self->chart));
  adw_bin_set_child (self->table_card, GTK_WIDGET (self->table));
  menu = ps_table_get_menu (self->table);
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (self->table_bar, menu);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_settlement_history_page_new (PsSession *session, const char *agb)
{
  PsSettlementHistoryPage *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (agb != NULL, NULL);

  self = g_object_new (PS_TYPE_SETTLEMENT_HISTORY_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (agb);
  name = g_strdup_printf (_("settlements %s"), agb);
  ps_table_set_export_name (self->table, name);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
