/* ps-products-page.c: all products of the region, their groups and segments
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products-page"

#include "ps-products-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "ps-group-form.h"
#include "ps-groups-table.h"
#include "ps-indexing-page.h"
#include "ps-product-form.h"
#include "ps-group-choice.h"
#include "ps-product-page.h"
#include "ps-products-table.h"

struct _PsProductsPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *products;
  PsTable *groups;

  /* Template widgets */
  GtkStack *tabs;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkDropDown *funding;
  PsGroupChoice *group;
  GtkBox *products_bar;
  AdwBin *products_card;
  GtkBox *groups_bar;
  GtkWidget *groups_hint;
  AdwBin *groups_card;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (PsProductsPage, ps_products_page, ADW_TYPE_BIN)

/* The drop-down's choices, in its order. */
typedef enum
{
  WHICH_ALL,
  WHICH_ACTIVE,
  WHICH_WITHOUT_TARIFF,
  WHICH_TO_LOOK_AT,
  WHICH_OWN,
  WHICH_ENDED
} Which;

static gboolean
is_wanted (const PsProductsRow *data, Which which)
{
  const PsProductFacts *facts = &data->facts;

  switch (which)
    {
    case WHICH_ACTIVE:
      return !facts->ended;
    case WHICH_WITHOUT_TARIFF:
      return facts->missing;
    case WHICH_TO_LOOK_AT:
      return !facts->ended && (facts->missing || facts->gap_from != PS_DATE_OPEN || facts->last_day != PS_DATE_OPEN);
    case WHICH_OWN:
      return facts->n_own > 0;
    case WHICH_ENDED:
      return facts->ended;
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  PsProductsPage *self = PS_PRODUCTS_PAGE (user_data);
  const PsProductsRow *data = ps_table_row_get_data (row);
  guint funding = gtk_drop_down_get_selected (self->funding);

  if (funding != 0 && funding != GTK_INVALID_LIST_POSITION && data->funding != (PsFunding) funding)
    return FALSE;
  return ps_group_choice_has (self->group, data->segment, data->group)
         && is_wanted (data, (Which) gtk_drop_down_get_selected (self->which));
}

static void
show_day (PsProductsPage *self, PsDate day)
{
  g_autofree char *date = ps_format_date (day);
  /* Translators: a date */
  g_autofree char *text = g_strdup_printf (_("Tariffs as valid on %s"), date);

  gtk_label_set_text (self->day, text);
}

static void
update_actions (PsProductsPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  gboolean can = !ps_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "products.new-segment", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "products.new-group", can && region->segments->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "products.index", region->tariffs->len > 0);
  gtk_widget_set_visible (self->groups_hint, can);
}

static void
show_figures (PsProductsPage *self)
{
  PsDate day = ps_product_day (self->session);
  const PsRegion *region;
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  region = ps_session_get_settled (self->session)->region;
  products = ps_products_table_rows (region, day);
  groups = ps_groups_table_rows (region);
  ps_group_choice_fill (self->group, region);
  ps_products_table_set_rows (self->products, products);
  ps_table_set_rows (self->groups, groups);
  show_day (self, day);
  update_actions (self);
}

/* Callbacks */

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  show_figures (PS_PRODUCTS_PAGE (user_data));
}

static void
on_filter_changed_cb (GtkEditable *filter, PsProductsPage *self)
{
  ps_table_set_filter (self->products, gtk_editable_get_text (filter));
}

static void
on_choice_changed_cb (PsProductsPage *self)
{
  if (self->products != NULL)
    ps_table_set_match (self->products, matches, self);
}

static void
on_product_activated_cb (PsTable *table, PsTableRow *row, PsProductsPage *self)
{
  GtkWidget *page = ps_product_page_new (self->session, (gint64) ps_table_row_get_id (row));

  ps_navigator_push (GTK_WIDGET (self), page, ps_table_row_get_text (row, 0));
}

static void
on_group_activated_cb (PsTable *table, PsTableRow *row, PsProductsPage *self)
{
  gint64 id = (gint64) ps_table_row_get_id (row);

  if (id < 0)
    ps_segment_form_open (GTK_WIDGET (self), self->session, -id);
  else
    ps_group_form_open (GTK_WIDGET (self), self->session, id);
}

/* Actions */

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_product_form_open (widget, PS_PRODUCTS_PAGE (widget)->session, 0);
}

static void
on_new_segment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_segment_form_open (widget, PS_PRODUCTS_PAGE (widget)->session, 0);
}

static void
on_new_group_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_group_form_open (widget, PS_PRODUCTS_PAGE (widget)->session, 0);
}

static void
on_index_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_navigator_push (widget, ps_indexing_page_new (PS_PRODUCTS_PAGE (widget)->session), _("Index Tariffs"));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProductsPage *self = PS_PRODUCTS_PAGE (widget);

  gtk_stack_set_visible_child_name (self->tabs, "products");
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

/* Making and unmaking */

static void
ps_products_page_dispose (GObject *object)
{
  PsProductsPage *self = PS_PRODUCTS_PAGE (object);

  if (self->products != NULL)
    ps_table_set_match (self->products, NULL, NULL);
  self->products = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PRODUCTS_PAGE);
  G_OBJECT_CLASS (ps_products_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, funding);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, group);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, products_bar);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, products_card);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, groups_bar);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, groups_hint);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, groups_card);
  gtk_widget_class_bind_template_child (widget_class, PsProductsPage, day);
}

static void
ps_products_page_class_init (PsProductsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_products_page_dispose;
  g_type_ensure (PS_TYPE_GROUP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-products-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "products.index", NULL, on_index_cb);
  gtk_widget_class_install_action (widget_class, "products.new-segment", NULL, on_new_segment_cb);
  gtk_widget_class_install_action (widget_class, "products.new-group", NULL, on_new_group_cb);
}

static void
add_tables (PsProductsPage *self)
{
  self->products = ps_products_table_new ();
  self->groups = ps_groups_table_new ();
  adw_bin_set_child (self->products_card, GTK_WIDGET (self->products));
  adw_bin_set_child (self->groups_card, GTK_WIDGET (self->groups));
  gtk_box_append (self->products_bar, ps_table_get_menu (self->products));
  gtk_box_append (self->groups_bar, ps_table_get_menu (self->groups));
  gtk_widget_set_valign (gtk_widget_get_last_child (GTK_WIDGET (self->groups_bar)), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->products, "row-activated", G_CALLBACK (on_product_activated_cb), self, 0);
  g_signal_connect_object (self->groups, "row-activated", G_CALLBACK (on_group_activated_cb), self, 0);
}

static void
ps_products_page_init (PsProductsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which products"));
  ps_drop_down_set_name (self->funding, _("Funding"));
  add_tables (self);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->funding, "notify::selected", G_CALLBACK (on_choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group, "changed", G_CALLBACK (on_choice_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ps_products_page_new:
 * @session: whose region it shows, and follows
 */
GtkWidget *
ps_products_page_new (PsSession *session)
{
  PsProductsPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_PRODUCTS_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_choice_changed_cb (self);
  show_figures (self);
  return GTK_WIDGET (self);
}
