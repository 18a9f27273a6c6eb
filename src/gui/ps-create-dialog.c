/* ps-create-dialog.c: a name and a place for a new region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-create-dialog"

#include "ps-create-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent;
  PsCreateFunc create;
  gpointer user_data;
  GtkEditable *entry;
  char *name;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_object_unref (creation->parent);
  g_free (creation->name);
  g_free (creation);
}

/* The region's name as a file name: what a file system or a sync program may stumble over is left out. */
static char *
suggest_file_name (const char *name)
{
  g_autofree char *plain = g_strdup (name);

  g_strdelimit (plain, "/\\:*?\"<>|", '-');
  return g_strconcat (plain, ".peilstok", NULL);
}

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Creation *creation = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL && !gtk_widget_in_destruction (GTK_WIDGET (creation->parent)))
        creation->create (path, creation->name, creation->user_data);
    }
  g_object_unref (dialog);
}

static void
ask_place (Creation *creation)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Where to Keep the Region"), creation->parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), _("_Cancel"));
  g_autofree char *file_name = suggest_file_name (creation->name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  g_object_set_data_full (G_OBJECT (dialog), "creation", creation, creation_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen_cb), creation);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_named_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Creation *creation = g_object_steal_data (G_OBJECT (dialog), "creation");

  if (g_strcmp0 (response, "next") != 0)
    {
      creation_free (creation);
      return;
    }
  creation->name = g_strstrip (g_strdup (gtk_editable_get_text (creation->entry)));
  ask_place (creation);
}

static void
on_name_changed_cb (GtkEditable *entry, gpointer user_data)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (user_data), "next", name[0] != '\0');
}

void
ps_create_dialog_present (GtkWindow *parent, PsCreateFunc create, gpointer user_data)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("New Region"),
                                                  _("A region is one file with its providers, agreements and declarations. It "
                                                     "starts empty: import the region’s CSV files into it.")));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Creation *creation = g_new0 (Creation, 1);

  creation->parent = g_object_ref (parent);
  creation->create = create;
  creation->user_data = user_data;
  creation->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name of the region"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Region"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "next", _("Choose a _Place…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "next", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "next");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "next", FALSE);
  g_object_set_data (G_OBJECT (dialog), "creation", creation);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed_cb), dialog, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (on_named_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
