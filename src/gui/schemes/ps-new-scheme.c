/* ps-new-scheme.c: the usual schemes to begin with, each with its small curve
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-schemes"

#include "ps-new-scheme.h"

#include <glib/gi18n-lib.h>

#include "ps-scheme-words.h"

typedef struct
{
  PsPresetChosen chosen;
  gpointer user_data;
  PsSchemePreset preset;
  GtkWidget *popover; /* borrowed: the button is in it */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_clicked_cb (GtkButton *button, gpointer user_data)
{
  const Choice *choice = user_data;

  gtk_popover_popdown (GTK_POPOVER (choice->popover));
  choice->chosen (choice->preset, choice->user_data);
}

static GtkWidget *
make_words (const char *title, const char *steps)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (title), *bands = gtk_label_new (steps);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (bands), 0);
  gtk_widget_add_css_class (bands, "secondary");
  gtk_widget_add_css_class (bands, "numeric");
  gtk_widget_add_css_class (bands, "plain-weight");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), bands);
  return box;
}

static GtkWidget *
make_button (const Choice *choice)
{
  g_autoptr (PsScheme) scheme = ps_scheme_new_preset (choice->preset);
  g_autofree char *steps = ps_scheme_bands_text (scheme);
  const char *title = ps_scheme_preset_label (choice->preset);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, steps);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), ps_scheme_sketch_new (scheme, 96, 40));
  gtk_box_append (GTK_BOX (box), make_words (title, steps));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked_cb), g_memdup2 (choice, sizeof *choice), choice_free, 0);
  return button;
}

/**
 * ps_new_scheme_popover: for a menu button; `chosen` is called with the preset that was taken.
 */
GtkWidget *
ps_new_scheme_popover (PsPresetChosen chosen, gpointer user_data)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = gtk_label_new (_("Begin with:"));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "card-title");
  gtk_box_append (GTK_BOX (box), hint);
  for (int preset = 0; preset < PS_N_PRESETS; preset++)
    {
      const Choice choice = { chosen, user_data, (PsSchemePreset) preset, popover };

      gtk_box_append (GTK_BOX (box), make_button (&choice));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Schemes to begin with"), -1);
  return popover;
}
