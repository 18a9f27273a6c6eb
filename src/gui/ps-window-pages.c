/* ps-window-pages.c: the pages and the way back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-pages"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-recent.h"
#include "ps-table.h"
#include "providers/ps-providers-page.h"
#include "settlements/ps-settlements-page.h"

static const struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (PsSession *session);
} sections[] = {
  { "providers", N_("Providers"), ps_providers_page_new },
  { "settlements", N_("Settlements"), ps_settlements_page_new },
};

static guint
find_section (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      return i;
  return 0;
}

/* A page in the history, and where the focus was on it when another one came over it. */
typedef struct
{
  GtkWidget *page;  /* borrowed from the stack */
  GtkWidget *focus; /* weak; NULL: nowhere, or gone */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_weak_pointer (&place->focus);
  g_free (place);
}

static Place *
last_place (PsWindow *self)
{
  return self->history->len > 0 ? g_ptr_array_index (self->history, self->history->len - 1) : NULL;
}

static void
add_place (PsWindow *self, GtkWidget *page)
{
  Place *place = g_new0 (Place, 1);

  place->page = page;
  g_ptr_array_add (self->history, place);
}

GPtrArray *
_ps_window_history_new (void)
{
  return g_ptr_array_new_with_free_func (place_free);
}

GtkWidget *
ps_window_get_page (PsWindow *self)
{
  g_return_val_if_fail (PS_IS_WINDOW (self), NULL);

  return self->history->len > 0 ? last_place (self)->page : NULL;
}

static gboolean
has_focus (PsWindow *self, GtkWidget *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static void
keep_focus (PsWindow *self)
{
  Place *place = last_place (self);

  if (place != NULL && has_focus (self, place->page))
    g_set_weak_pointer (&place->focus, gtk_window_get_focus (GTK_WINDOW (self)));
}

/* To where it was, else to the first thing on the page. */
static void
restore_focus (PsWindow *self)
{
  Place *place = last_place (self);

  if (place->focus == NULL || !gtk_widget_get_mapped (place->focus) || !gtk_widget_grab_focus (place->focus))
    gtk_widget_child_focus (place->page, GTK_DIR_TAB_FORWARD);
}

static void
name_page (GtkWidget *page, const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_last (PsWindow *self, GtkStackTransitionType transition)
{
  GtkWidget *page = ps_window_get_page (self);

  gtk_stack_set_visible_child_full (self->pages, gtk_stack_page_get_name (gtk_stack_get_page (self->pages, page)), transition);
  gtk_widget_set_visible (self->back_button, self->history->len > 1);
  _ps_window_update_actions (self);
}

static void
remove_last (PsWindow *self)
{
  GtkWidget *page = last_place (self)->page;

  g_ptr_array_set_size (self->history, self->history->len - 1);
  ps_table_retire_page (self->pages, page);
}

/* The one of the sidebar that is shown already needs no selection, and selecting it would come back here. */
static void
select_in_sidebar (PsWindow *self, guint section)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, section);

  if (gtk_list_box_get_selected_row (self->sidebar) != row)
    gtk_list_box_select_row (self->sidebar, row);
}

/* A page of the sidebar is made when it is first shown, and kept. */
static GtkWidget *
get_section_page (PsWindow *self, guint section)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, sections[section].name);

  if (page != NULL)
    return page;
  page = sections[section].make (self->session);
  name_page (page, _ (sections[section].title));
  gtk_stack_add_named (self->pages, page, sections[section].name);
  return page;
}

/* name: NULL: the one that was shown when the program ended. */
void
_ps_window_show_section (PsWindow *self, const char *name)
{
  g_autofree char *last = g_settings_get_string (ps_settings_get (), "last-page");
  guint section = find_section (name != NULL ? name : last);
  gboolean in_sidebar = has_focus (self, GTK_WIDGET (self->sidebar));
  GtkWidget *page;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  page = get_section_page (self, section);
  while (self->history->len > 1)
    remove_last (self);
  g_ptr_array_set_size (self->history, 0);
  add_place (self, page);
  select_in_sidebar (self, section);
  if (strcmp (last, sections[section].name) != 0)
    g_settings_set_string (ps_settings_get (), "last-page", sections[section].name);
  if (adw_flap_get_folded (self->flap) && name != NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  show_last (self, GTK_STACK_TRANSITION_TYPE_NONE);
  if (!in_sidebar)
    restore_focus (self);
}

void
_ps_window_push_page (PsWindow *self, GtkWidget *page, const char *title)
{
  static guint serial;
  g_autofree char *name = g_strdup_printf ("page-%u", ++serial);

  name_page (page, title);
  keep_focus (self);
  gtk_stack_add_named (self->pages, page, name);
  add_place (self, page);
  show_last (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  restore_focus (self);
}

void
_ps_window_go_back (PsWindow *self)
{
  GtkWidget *left;

  if (self->history->len < 2)
    return;
  left = ps_window_get_page (self);
  g_ptr_array_set_size (self->history, self->history->len - 1);
  show_last (self, GTK_STACK_TRANSITION_TYPE_NONE);
  ps_table_retire_page (self->pages, left);
  restore_focus (self);
}

/* Another region: its pages are made anew. */
void
_ps_window_drop_pages (PsWindow *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->history, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}
