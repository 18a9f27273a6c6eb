/* ps-passed-over.c: what a step for many left out, one by one with the reason
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-passed-over"

#include "ps-passed-over.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

#define MOST_HEIGHT 300
#define WIDTH 520

struct _PsPassedOver
{
  GPtrArray *whom;
  GPtrArray *why;
};

PsPassedOver *
ps_passed_over_new (void)
{
  PsPassedOver *list = g_new0 (PsPassedOver, 1);

  list->whom = g_ptr_array_new_with_free_func (g_free);
  list->why = g_ptr_array_new_with_free_func (g_free);
  return list;
}

void
ps_passed_over_free (PsPassedOver *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->whom);
  g_ptr_array_unref (list->why);
  g_free (list);
}

void
ps_passed_over_add (PsPassedOver *list, const char *whom, const char *why)
{
  g_ptr_array_add (list->whom, g_strdup (whom));
  g_ptr_array_add (list->why, g_strdup (why));
}

static GtkWidget *
make_text (const char *text, gboolean bold)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "selectable", !bold, "width-chars", 40, NULL);

  gtk_widget_add_css_class (label, bold ? "heading" : "numeric");
  return label;
}

static GtkWidget *
make_item (const char *whom, const char *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_text (whom, TRUE));
  gtk_box_append (GTK_BOX (box), make_text (why, FALSE));
  return box;
}

static GtkWidget *
make_list (const PsPassedOver *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  for (guint i = 0; i < list->whom->len; i++)
    gtk_box_append (GTK_BOX (box), make_item (g_ptr_array_index (list->whom, i), g_ptr_array_index (list->why, i)));
  gtk_widget_add_css_class (box, "card-text");
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                MOST_HEIGHT, "min-content-width", WIDTH, "child", box, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Passed over"), -1);
  gtk_widget_add_css_class (scrolled, "figures");
  return scrolled;
}

void
ps_passed_over_present (PsPassedOver *list, GtkWindow *parent, const char *heading)
{
  g_autoptr (PsPassedOver) own = list;
  g_autofree char *count = ps_format_count (own->whom->len);
  g_autofree char *passed = g_strdup_printf (ngettext ("%s was passed over.", "%s were passed over.", own->whom->len), count);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, passed);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (own));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
