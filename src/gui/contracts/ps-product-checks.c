/* ps-product-checks.c: products to choose from, by group or one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-product-checks"

#include "ps-product-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_HEIGHT 260

typedef struct
{
  GtkWidget *check;
  guint group;
} Product;

typedef struct
{
  GtkWidget *check; /* NULL: no products */
} Group;

struct _PsProductChecks
{
  GtkWidget parent;

  GtkWidget *box;
  GtkWidget *filter;
  GtkWidget *list;
  GArray *products; /* Product, by place */
  GArray *groups;   /* Group, by place */
  gboolean is_setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsProductChecks, ps_product_checks, GTK_TYPE_WIDGET)

static GtkCheckButton *
product_check (PsProductChecks *self, guint product)
{
  return GTK_CHECK_BUTTON (g_array_index (self->products, Product, product).check);
}

/* A group is checked when all of its products are, and in between when some are. */
static void
show_group (PsProductChecks *self, guint group)
{
  GtkWidget *check = g_array_index (self->groups, Group, group).check;
  guint n = 0, n_chosen = 0;

  if (check == NULL)
    return;
  for (guint i = 0; i < self->products->len; i++)
    if (g_array_index (self->products, Product, i).group == group)
      {
        n++;
        n_chosen += gtk_check_button_get_active (product_check (self, i));
      }
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), n_chosen > 0 && n_chosen < n);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n > 0 && n_chosen == n);
}

void
ps_product_checks_set (PsProductChecks *self, guint product, gboolean chosen)
{
  g_return_if_fail (PS_IS_PRODUCT_CHECKS (self));
  g_return_if_fail (product < self->products->len);

  self->is_setting = TRUE;
  gtk_check_button_set_active (product_check (self, product), chosen);
  show_group (self, g_array_index (self->products, Product, product).group);
  self->is_setting = FALSE;
}

gboolean
ps_product_checks_get (PsProductChecks *self, guint product)
{
  g_return_val_if_fail (PS_IS_PRODUCT_CHECKS (self), FALSE);
  g_return_val_if_fail (product < self->products->len, FALSE);

  return gtk_check_button_get_active (product_check (self, product));
}

guint
ps_product_checks_count (PsProductChecks *self)
{
  guint n = 0;

  g_return_val_if_fail (PS_IS_PRODUCT_CHECKS (self), 0);

  for (guint i = 0; i < self->products->len; i++)
    n += ps_product_checks_get (self, i);
  return n;
}

void
ps_product_checks_set_group (PsProductChecks *self, guint group, gboolean chosen)
{
  g_return_if_fail (PS_IS_PRODUCT_CHECKS (self));

  self->is_setting = TRUE;
  for (guint i = 0; i < self->products->len; i++)
    if (g_array_index (self->products, Product, i).group == group)
      gtk_check_button_set_active (product_check (self, i), chosen);
  show_group (self, group);
  self->is_setting = FALSE;
}

static void
on_product_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  PsProductChecks *self = PS_PRODUCT_CHECKS (user_data);
  guint product = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "place"));

  if (self->is_setting)
    return;
  self->is_setting = TRUE;
  show_group (self, g_array_index (self->products, Product, product).group);
  self->is_setting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_group_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  PsProductChecks *self = PS_PRODUCT_CHECKS (user_data);

  if (self->is_setting)
    return;
  ps_product_checks_set_group (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "place")),
                               gtk_check_button_get_active (check));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Every word that is typed must occur, without regard to case; a group stays while one of its products does. */
static gboolean
contains (GtkWidget *check, char **words)
{
  g_autofree char *text = g_utf8_casefold (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
on_filter_changed_cb (GtkEditable *filter, gpointer user_data)
{
  PsProductChecks *self = PS_PRODUCT_CHECKS (user_data);
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (filter), -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  g_autofree gboolean *some = g_new0 (gboolean, self->groups->len + 1);

  for (guint i = 0; i < self->products->len; i++)
    {
      Product *product = &g_array_index (self->products, Product, i);
      GtkWidget *group = g_array_index (self->groups, Group, product->group).check;
      gboolean shown = contains (product->check, words) || contains (group, words);

      gtk_widget_set_visible (product->check, shown);
      some[product->group] |= shown;
    }
  for (guint i = 0; i < self->groups->len; i++)
    if (g_array_index (self->groups, Group, i).check != NULL)
      gtk_widget_set_visible (g_array_index (self->groups, Group, i).check, some[i]);
}

/* Making it */

static GtkWidget *
make_check (const char *code, const char *name, guint place)
{
  g_autofree char *text = name != NULL && name[0] != '\0' ? g_strdup_printf ("%s  %s", code, name) : g_strdup (code);
  GtkWidget *check = gtk_check_button_new_with_label (text);

  g_object_set_data (G_OBJECT (check), "place", GUINT_TO_POINTER (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return check;
}

static void
add_group (PsProductChecks *self, const PsRegion *region, guint place)
{
  const PsProductGroup *group = ps_region_group (region, place);
  GtkWidget *check = NULL;

  for (guint i = 0; i < region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (region, i);
      Product *entry = &g_array_index (self->products, Product, i);

      if (product->group != place)
        continue;
      if (check == NULL)
        {
          check = make_check (group->code, group->name, place);
          gtk_widget_add_css_class (check, "heading");
          g_signal_connect_object (check, "toggled", G_CALLBACK (on_group_toggled_cb), self, 0);
          gtk_box_append (GTK_BOX (self->list), check);
        }
      entry->group = place;
      entry->check = make_check (product->code, product->name, i);
      gtk_widget_set_margin_start (entry->check, 24);
      g_signal_connect_object (entry->check, "toggled", G_CALLBACK (on_product_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->list), entry->check);
    }
  g_array_index (self->groups, Group, place).check = check;
}

static void
ps_product_checks_dispose (GObject *object)
{
  PsProductChecks *self = PS_PRODUCT_CHECKS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_product_checks_parent_class)->dispose (object);
}

static void
ps_product_checks_finalize (GObject *object)
{
  PsProductChecks *self = PS_PRODUCT_CHECKS (object);

  g_array_unref (self->products);
  g_array_unref (self->groups);
  G_OBJECT_CLASS (ps_product_checks_parent_class)->finalize (object);
}

static void
ps_product_checks_class_init (PsProductChecksClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_product_checks_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_product_checks_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_PRODUCT_CHECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_product_checks_init (PsProductChecks *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->products = g_array_new (FALSE, TRUE, sizeof (Product));
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->filter = gtk_search_entry_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter products"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Products contracted"), -1);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->filter);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ps_product_checks_new (const PsRegion *region)
{
  PsProductChecks *self = g_object_new (PS_TYPE_PRODUCT_CHECKS, NULL);

  g_return_val_if_fail (region != NULL, NULL);

  g_array_set_size (self->products, region->products->len);
  g_array_set_size (self->groups, region->groups->len);
  for (guint i = 0; i < region->groups->len; i++)
    add_group (self, region, i);
  return GTK_WIDGET (self);
}
