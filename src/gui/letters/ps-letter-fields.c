/* ps-letter-fields.c: the menu of fields that a letter's text may have
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-editor"

#include "ps-letter-fields.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-letter-text.h"
#include "ps-letter-look.h"

#define MENU_WIDTH 420
#define MENU_HEIGHT 380
#define FIGURES "cijfers" /* stands for the table: whoever lays out the page puts it there */

typedef struct
{
  GtkWidget *list; /* borrowed from the popover */
  GtkPopover *popover;
  PsLetterFieldChosen chosen;
  gpointer user_data;
} Menu;

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Menu *menu)
{
  const char *name = g_object_get_data (G_OBJECT (row), "field");

  gtk_popover_popdown (menu->popover);
  menu->chosen (name, menu->user_data);
}

/* Values are those of people: no markup. */
static GtkWidget *
make_row (const char *name, const char *meaning, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("{%s}", name);
  /* Translators: what a field means, and what stands for it in this letter */
  g_autofree char *subtitle = value != NULL ? g_strdup_printf (_("%s: %s"), _ (meaning), value) : g_strdup (_ (meaning));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "field", g_strdup (name), g_free);
  return row;
}

static void
fill (GtkListBox *list, GPtrArray *values)
{
  guint n_fields;
  const PsLetterField *fields = ps_letter_fields (&n_fields);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_append (list, make_row (FIGURES, N_("The table of figures, alone on its line"), NULL));
  for (guint i = 0; i < n_fields; i++)
    {
      const PsLetterFieldValue *value = values != NULL && i < values->len ? g_ptr_array_index (values, i) : NULL;

      gtk_list_box_append (list, make_row (fields[i].name, fields[i].meaning, value != NULL ? value->value : NULL));
    }
}

void
ps_letter_fields_button_set_values (GtkWidget *button, GPtrArray *values)
{
  Menu *menu = g_object_get_data (G_OBJECT (button), "peilstok-fields");

  g_return_if_fail (menu != NULL);

  fill (GTK_LIST_BOX (menu->list), values);
}

static GtkWidget *
make_popover (Menu *menu)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  menu->popover = GTK_POPOVER (popover);
  menu->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (menu->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fields"), -1);
  g_signal_connect (menu->list, "row-activated", G_CALLBACK (on_row_activated_cb), menu);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "width-request", MENU_WIDTH, "height-request", MENU_HEIGHT,
                "child", menu->list, "focusable", FALSE, NULL);
  gtk_popover_set_child (menu->popover, scrolled);
  gtk_widget_add_css_class (popover, "letter-fields");
  return popover;
}

GtkWidget *
ps_letter_fields_button_new (PsLetterFieldChosen chosen, gpointer user_data)
{
  GtkWidget *button = gtk_menu_button_new ();
  Menu *menu = g_new0 (Menu, 1);

  menu->chosen = chosen;
  menu->user_data = user_data;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Insert Field"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (menu));
  gtk_widget_set_tooltip_text (button, _("A field is filled when the letter is sent: the provider's name, an amount, a day"));
  g_object_set_data_full (G_OBJECT (button), "peilstok-fields", menu, g_free);
  fill (GTK_LIST_BOX (menu->list), NULL);
  return button;
}
