/* ps-welcome-page.c: the start page: open, make, or look around
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-welcome-page"

#include "ps-welcome-page.h"

#include <glib/gi18n-lib.h>

#include "ps-error-text.h"
#include "ps-recent.h"

struct _PsWelcomePage
{
  AdwBin parent_instance;

  GCancellable *cancellable;

  /* Template widgets */
  GtkWidget *problem;
  GtkLabel *problem_heading;
  GtkLabel *problem_text;
  GtkWidget *recent_group;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (PsWelcomePage, ps_welcome_page, ADW_TYPE_BIN)

static void
on_forget_clicked_cb (GtkButton *button, gpointer user_data)
{
  PsWelcomePage *self = PS_WELCOME_PAGE (user_data);

  ps_recent_remove (g_object_get_data (G_OBJECT (button), "path"));
  ps_welcome_page_refresh (self);
}

static void
add_forget_button (PsWelcomePage *self, AdwActionRow *row, const PsRecent *recent, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_("Take “%s” off this list"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (recent->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_forget_clicked_cb), self, 0);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_recent_row (PsWelcomePage *self, const PsRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *base = g_path_get_basename (recent->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *parent = g_path_get_dirname (recent->path);
  g_autofree char *folder = g_filename_display_name (parent);
  g_autofree char *lost = g_strdup_printf (_("%s: not found"), folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), recent->found ? folder : lost);
  if (recent->found)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", recent->path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  else
    {
      gtk_widget_add_css_class (row, "lost");
      add_forget_button (self, ADW_ACTION_ROW (row), recent, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  recent->found ? folder : lost, -1);
  return row;
}

static void
on_recent_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsWelcomePage) self = PS_WELCOME_PAGE (user_data);
  g_autoptr (GPtrArray) list = ps_recent_list_finish (result, NULL);
  GtkWidget *child;

  if (list == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, child);
  for (guint i = 0; i < list->len; i++)
    gtk_list_box_append (self->recent, make_recent_row (self, g_ptr_array_index (list, i)));
  gtk_widget_set_visible (self->recent_group, list->len > 0);
}

void
ps_welcome_page_refresh (PsWelcomePage *self)
{
  g_return_if_fail (PS_IS_WELCOME_PAGE (self));

  ps_recent_list_async (self->cancellable, on_recent_listed_cb, g_object_ref (self));
}

void
ps_welcome_page_say (PsWelcomePage *self, const GError *error, const char *path)
{
  g_return_if_fail (PS_IS_WELCOME_PAGE (self));

  gtk_widget_set_visible (self->problem, error != NULL);
  if (error == NULL)
    return;
  g_autofree char *text = ps_error_text (error, path);
  gtk_label_set_label (self->problem_heading, ps_error_heading (error));
  gtk_label_set_label (self->problem_text, text);
}

static void
ps_welcome_page_dispose (GObject *object)
{
  PsWelcomePage *self = PS_WELCOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (ps_welcome_page_parent_class)->dispose (object);
}

static void
ps_welcome_page_finalize (GObject *object)
{
  g_object_unref (PS_WELCOME_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ps_welcome_page_parent_class)->finalize (object);
}

static void
ps_welcome_page_class_init (PsWelcomePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_welcome_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_welcome_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsWelcomePage, problem);
  gtk_widget_class_bind_template_child (widget_class, PsWelcomePage, problem_heading);
  gtk_widget_class_bind_template_child (widget_class, PsWelcomePage, problem_text);
  gtk_widget_class_bind_template_child (widget_class, PsWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, PsWelcomePage, recent);
}

static void
ps_welcome_page_init (PsWelcomePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ps_welcome_page_new (void)
{
  return g_object_new (PS_TYPE_WELCOME_PAGE, NULL);
}
