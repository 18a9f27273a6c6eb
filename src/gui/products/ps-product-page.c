/* ps-product-page.c: one product: what it is, and its tariffs in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-product-page"

#include "ps-product-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-gone.h"
#include "gui/history/ps-history-page.h"
#include "ps-product-facts.h"
#include "ps-product-form.h"
#include "ps-product-tariffs.h"
#include "ps-tariff-form.h"
#include "store/ps-desk.h"

struct _PsProductPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 product_id; /* places change when the file is read again: this does not */
  guint product;
  gboolean deletable; /* nothing was ever done with it: known a moment after the page opened */
  PsChartView *chart;
  PsTable *tariffs;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkBox *bar;
  GtkWidget *hint; /* what opening a row does */
  AdwBin *chart_card;
  AdwBin *tariffs_card;
};

G_DEFINE_FINAL_TYPE (PsProductPage, ps_product_page, ADW_TYPE_BIN)

typedef enum
{
  WHICH_ALL,
  WHICH_VALID,
  WHICH_FUTURE,
  WHICH_REGION,
  WHICH_OWN,
  WHICH_GAPS
} Which;

static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  PsProductPage *self = PS_PRODUCT_PAGE (user_data);
  const PsProductTariffsRow *data = ps_table_row_get_data (row);
  PsDate today = ps_product_today ();

  switch ((Which) gtk_drop_down_get_selected (self->which))
    {
    case WHICH_VALID:
      return data->from <= today && data->to >= today;
    case WHICH_FUTURE:
      return data->from > today;
    case WHICH_REGION:
      return data->provider_id == 0;
    case WHICH_OWN:
      return data->provider_id != 0;
    case WHICH_GAPS:
      return data->tariff_id == 0;
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

/* Showing */

/* What is missing; else what is valid. */
static void
show_pill (PsProductPage *self, const PsRegion *region)
{
  PsProductFacts facts;
  g_autofree char *missing = NULL;
  g_autofree char *tariff = NULL;
  const char *text;

  ps_product_facts_fill (&facts, region, self->product, ps_product_day (self->session));
  missing = ps_product_missing_text (&facts);
  tariff = facts.tariff_e4 != PS_NO_NUMBER ? ps_format_tariff (facts.tariff_e4) : NULL;
  text = facts.ended ? _("ended") : missing[0] != '\0' ? missing : tariff;
  gtk_widget_set_visible (self->pill, text != NULL);
  gtk_label_set_text (self->pill_label, text != NULL ? text : "");
  gtk_image_set_from_icon_name (self->pill_icon, missing[0] != '\0' ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_remove_css_class (self->pill, "standing-off");
  gtk_widget_remove_css_class (self->pill, "standing-none");
  gtk_widget_add_css_class (self->pill, missing[0] != '\0' ? "standing-off" : "standing-none");
}

static void
show_heading (PsProductPage *self, const PsRegion *region)
{
  const PsProduct *product = ps_region_product (region, self->product);
  g_autofree char *name = g_strdup_printf ("%s %s", product->code, product->name);
  g_autofree char *facts = ps_product_facts_text (region, product);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->facts, facts);
  show_pill (self, region);
}

static void
update_actions (PsProductPage *self, const PsRegion *region)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PsProduct *product = ps_region_product (region, self->product);
  gboolean can = !ps_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (widget, "page.new", can && ps_product_needs_tariff (product));
  gtk_widget_action_set_enabled (widget, "product.edit", can);
  gtk_widget_action_set_enabled (widget, "product.end", can);
  gtk_widget_action_set_enabled (widget, "product.continue", can && product->ended_on != PS_DATE_OPEN);
  gtk_widget_action_set_enabled (widget, "product.delete", can && self->deletable);
  gtk_widget_set_visible (self->hint, can);
}

/* Whether it may be deleted */

static gpointer
read_deletable (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  PsProductUse use = { 0 };
  gboolean *deletable = NULL;

  if (!ps_desk_product_use (store, *(const gint64 *) data, &use, error))
    return NULL;
  deletable = g_new (gboolean, 1);
  *deletable = use.contracts + use.assignments + use.lines + use.advances + use.measurements == 0;
  return deletable;
}

static void
on_deletable_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsProductPage) self = user_data;
  g_autofree gboolean *deletable = ps_session_run_finish (PS_SESSION (source), result, NULL);

  if (deletable == NULL || self->session == NULL || ps_session_get_settled (self->session) == NULL || self->product == PS_NONE)
    return;
  self->deletable = *deletable;
  update_actions (self, ps_session_get_settled (self->session)->region);
}

static void
show_product (PsProductPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  const PsProduct *product = ps_region_product (region, self->product);
  PsDate today = ps_product_today ();
  g_autoptr (GPtrArray) rows = ps_product_tariffs_rows (region, self->product, today);
  g_autofree char *subject = g_strdup_printf ("%s %s", product->code, product->name);
  g_autofree char *export_name = g_strdup_printf (_("tariffs %s"), product->code);

  show_heading (self, region);
  ps_table_set_export_name (self->tariffs, export_name);
  ps_product_tariffs_set_rows (self->tariffs, rows);
  ps_chart_view_set_chart (self->chart, &ps_chart_tariffs_kind, ps_product_tariffs_chart (region, self->product, today),
                           (GDestroyNotify) ps_tariffs_chart_free);
  ps_chart_view_set_subject (self->chart, subject);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_card), rows->len > 0);
  update_actions (self, region);
  ps_session_run_async (self->session, read_deletable, g_memdup2 (&self->product_id, sizeof (gint64)), g_free, g_free,
                        on_deletable_read_cb, g_object_ref (self));
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsProductPage *self = PS_PRODUCT_PAGE (user_data);

  if (ps_session_get_settled (session) == NULL)
    return;
  self->product = ps_product_find (ps_session_get_settled (session)->region, self->product_id);
  ps_page_set_gone (GTK_WIDGET (self), self->product == PS_NONE);
  if (self->product != PS_NONE)
    show_product (self);
}

/* Callbacks */

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsProductPage *self)
{
  const PsProductTariffsRow *data = ps_table_row_get_data (row);

  if (data->tariff_id != 0)
    ps_tariff_form_edit (GTK_WIDGET (self), self->session, data->tariff_id);
  else
    ps_tariff_form_open_from (GTK_WIDGET (self), self->session, self->product_id, data->provider_id, data->from, data->to);
}

static void
on_filter_changed_cb (GtkEditable *filter, PsProductPage *self)
{
  ps_table_set_filter (self->tariffs, gtk_editable_get_text (filter));
}

static void
on_which_changed_cb (PsProductPage *self)
{
  if (self->tariffs != NULL)
    ps_table_set_match (self->tariffs, matches, self);
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_tariff_form_open (widget, PS_PRODUCT_PAGE (widget)->session, PS_PRODUCT_PAGE (widget)->product_id, 0);
}

static void
on_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_product_form_open (widget, PS_PRODUCT_PAGE (widget)->session, PS_PRODUCT_PAGE (widget)->product_id);
}

static void
on_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_product_end (widget, PS_PRODUCT_PAGE (widget)->session, PS_PRODUCT_PAGE (widget)->product_id);
}

static void
on_continue_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_product_continue (widget, PS_PRODUCT_PAGE (widget)->session, PS_PRODUCT_PAGE (widget)->product_id);
}

static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_product_delete (widget, PS_PRODUCT_PAGE (widget)->session, PS_PRODUCT_PAGE (widget)->product_id);
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProductPage *self = PS_PRODUCT_PAGE (widget);
  const PsProduct *product = ps_region_product (ps_session_get_settled (self->session)->region, self->product);
  g_autofree char *thing = g_strdup_printf ("product:%s", product->code);
  /* Translators: a product */
  g_autofree char *title = g_strdup_printf (_("History of %s"), product->code);

  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, product->code), title);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_PRODUCT_PAGE (widget)->filter));
}

/* Making and unmaking */

static void
ps_product_page_dispose (GObject *object)
{
  PsProductPage *self = PS_PRODUCT_PAGE (object);

  if (self->tariffs != NULL)
    ps_table_set_match (self->tariffs, NULL, NULL);
  self->tariffs = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PRODUCT_PAGE);
  G_OBJECT_CLASS (ps_product_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, name);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, pill);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, pill_icon);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, pill_label);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, hint);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, PsProductPage, tariffs_card);
}

static void
ps_product_page_class_init (PsProductPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_product_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-product-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "product.edit", NULL, on_edit_cb);
  gtk_widget_class_install_action (widget_class, "product.end", NULL, on_end_cb);
  gtk_widget_class_install_action (widget_class, "product.continue", NULL, on_continue_cb);
  gtk_widget_class_install_action (widget_class, "product.delete", NULL, on_delete_cb);
  gtk_widget_class_install_action (widget_class, "product.history", NULL, on_history_cb);
}

static void
ps_product_page_init (PsProductPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which tariffs"));
  self->chart = PS_CHART_VIEW (ps_chart_view_new ());
  self->tariffs = ps_product_tariffs_table_new ();
  ps_table_set_natural (self->tariffs, TRUE);
  adw_bin_set_child (self->chart_card, GTK_WIDGET (self->chart));
  adw_bin_set_child (self->tariffs_card, GTK_WIDGET (self->tariffs));
  gtk_box_append (self->bar, ps_table_get_menu (self->tariffs));
  g_signal_connect_object (self->tariffs, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ps_product_page_new:
 * @product_id: of the region file
 */
GtkWidget *
ps_product_page_new (PsSession *session, gint64 product_id)
{
  PsProductPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  self = g_object_new (PS_TYPE_PRODUCT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->product_id = product_id;
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
