/* ps-actions.c: what the window can be told to do: keys, names and the shortcuts window from one table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-actions"

#include "ps-actions.h"

#include <glib/gi18n-lib.h>

#define FILE_GROUP N_("Region file")
#define PAGE_GROUP N_("Pages")
#define WINDOW_GROUP N_("Window")

/* Grouped: the shortcuts window follows this order. */
static const PsActionInfo actions[] = {
  { "win.open", "<Control>o", N_("Open a region"), FILE_GROUP },
  { "win.new", "<Control>n", N_("Make a new region"), FILE_GROUP },
  { "win.import", "<Control>i", N_("Import files"), FILE_GROUP },
  { "win.reload", "F5", N_("Read the region again"), FILE_GROUP },
  { "win.page::providers", "<Alt>1", N_("Providers"), PAGE_GROUP },
  { "win.page::settlements", "<Alt>2", N_("Settlements"), PAGE_GROUP },
  { "win.back", "<Alt>Left", N_("Back to the page before"), PAGE_GROUP },
  { "win.filter", "<Control>f", N_("Filter the list"), PAGE_GROUP },
  { "win.earlier-year", "<Alt>Page_Up", N_("A year earlier"), PAGE_GROUP },
  { "win.later-year", "<Alt>Page_Down", N_("A year later"), PAGE_GROUP },
  { "win.sidebar", "F9", N_("Show or hide the sidebar"), WINDOW_GROUP },
  { "win.menu", "F10", N_("Open the menu"), WINDOW_GROUP },
  { "win.shortcuts", "<Control>question", N_("Keyboard shortcuts"), WINDOW_GROUP },
  { "win.close", "<Control>w", N_("Close the window"), WINDOW_GROUP },
  { "app.quit", "<Control>q", N_("Quit"), WINDOW_GROUP },
  { "win.about", NULL, N_("About Peilstok"), WINDOW_GROUP },
};

const PsActionInfo *
ps_actions_list (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

void
ps_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].accel != NULL)
      {
        const char *const accels[] = { actions[i].accel, NULL };

        gtk_application_set_accels_for_action (application, actions[i].action, accels);
      }
}

/* GtkShortcutsSection, -Group and -Shortcut can only be built by GtkBuilder in GTK 4.8. */
static char *
shortcuts_xml (void)
{
  GString *xml =
      g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><property name=\"modal\">1</property>"
                    "<child><object class=\"GtkShortcutsSection\">");
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].accel == NULL)
        continue;
      if (g_strcmp0 (group, actions[i].group) != 0)
        {
          g_autofree char *title = g_markup_printf_escaped (
              "<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>", _ (actions[i].group));

          g_string_append_printf (xml, "%s%s", group != NULL ? "</object></child>" : "", title);
          group = actions[i].group;
        }
      g_autofree char *shortcut =
          g_markup_printf_escaped ("<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property>"
                                   "<property name=\"title\">%s</property></object></child>",
                                   actions[i].accel, _ (actions[i].title));
      g_string_append (xml, shortcut);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/**
 * ps_actions_shortcuts_window:
 *
 * Returns: (transfer none): a new window, to be presented
 */
GtkWidget *
ps_actions_shortcuts_window (void)
{
  g_autofree char *xml = shortcuts_xml ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
