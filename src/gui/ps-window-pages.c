/* ps-window-pages.c: the pages and the way back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-pages"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-sections.h"
#include "ps-table.h"
#include "ps-unsaved.h"
#include "contracts/ps-contracts-page.h"
#include "products/ps-products-page.h"
#include "agreements/ps-agreements-page.h"
#include "bandwidth/ps-bandwidth-page.h"
#include "history/ps-history-page.h"
#include "letters/ps-letters-page.h"
#include "monitor/ps-monitor-page.h"
#include "overview/ps-overview-page.h"
#include "peildata/ps-peildata-page.h"
#include "providers/ps-providers-page.h"
#include "schemes/ps-schemes-page.h"
#include "settlements/ps-settlements-page.h"

#define FOCUS_LOOK_MS 50
#define FOCUS_LOOKS 40

/* The sidebar, from top to bottom; Alt+1, Alt+2 … follow it (ps-actions.c). */
static const PsSection sections[] = {
  { "overview", N_("Overview"), "peilstok-overview-symbolic", ps_overview_page_new },
  { "providers", N_("Providers"), "peilstok-providers-symbolic", ps_providers_page_new },
  { "agreements", N_("Agreements"), "peilstok-agreements-symbolic", ps_agreements_page_new },
  { "contracts", N_("Contracts"), "peilstok-contracts-symbolic", ps_contracts_page_new },
  { "products", N_("Products"), "peilstok-products-symbolic", ps_products_page_new },
  { "schemes", N_("Schemes"), "peilstok-schemes-symbolic", ps_schemes_page_new },
  { "peildata", N_("Peildata"), "peilstok-peildata-symbolic", ps_peildata_page_new },
  { "bandwidth", N_("Bandwidth"), "peilstok-bandwidth-symbolic", ps_bandwidth_page_new },
  { "letters", N_("Letters"), "peilstok-letters-symbolic", ps_letters_page_new },
  { "settlements", N_("Settlements"), "peilstok-settlements-symbolic", ps_settlements_page_new },
  { "monitor", N_("Monitor"), "peilstok-monitor-symbolic", ps_monitor_page_new },
  { "history", N_("History"), "peilstok-history-symbolic", ps_history_page_new },
};

const PsSection *
_ps_window_list_sections (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

static guint
find_section (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      return i;
  return 0;
}

static GtkWidget *
make_row (const PsSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", section->icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (section->title)));
  gtk_box_append (GTK_BOX (box), _ps_window_count_new (row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, section->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (section->title), -1);
  return row;
}

void
_ps_window_fill_sidebar (PsWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->sidebar, make_row (&sections[i]));
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

/* Where it was on the page before it went to a toast. */
static void
keep_focus_before (PsWindow *self)
{
  Place *place = self->history->len > 0 ? last_place (self) : NULL;

  if (place != NULL && self->focus_before != NULL && gtk_widget_is_ancestor (self->focus_before, place->page))
    g_set_weak_pointer (&place->focus, self->focus_before);
}

/* To where it was, else to the first thing on the page. */
static void
restore_focus (PsWindow *self)
{
  Place *place = last_place (self);

  if (place->focus == NULL || !gtk_widget_get_mapped (place->focus) || !gtk_widget_grab_focus (place->focus))
    gtk_widget_child_focus (place->page, GTK_DIR_TAB_FORWARD);
}

/* A toast stands over the page, not in it. */
static gboolean
is_in_toast (PsWindow *self, GtkWidget *widget)
{
  return gtk_widget_is_ancestor (widget, GTK_WIDGET (self->toasts))
         && !gtk_widget_is_ancestor (widget, adw_toast_overlay_get_child (self->toasts));
}

static gboolean
return_focus (gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  self->returning_focus = 0;
  if (self->history->len > 0)
    restore_focus (self);
  return G_SOURCE_REMOVE;
}

/* GTK gives the focus of a button that went away to what it finds next, and that may be the "Undo" of a toast: Enter would take back
 * what was just done. Not from within: it is just being given. */
static void
on_focus_moved_cb (GtkWindow *window, GParamSpec *pspec, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (window);
  GtkWidget *focus = gtk_window_get_focus (window);
  gboolean was_lost = self->focus_before == NULL || !gtk_widget_get_mapped (self->focus_before);

  if (self->toasts == NULL || focus == NULL)
    return;
  if (was_lost && (self->toast_has_focus || is_in_toast (self, focus)))
    {
      self->toast_has_focus = FALSE;
      if (self->returning_focus == 0)
        self->returning_focus = g_idle_add (return_focus, self);
      return;
    }
  if (!self->toast_has_focus && is_in_toast (self, focus))
    keep_focus_before (self);
  self->toast_has_focus = is_in_toast (self, focus);
  g_set_weak_pointer (&self->focus_before, focus);
}

void
_ps_window_watch_focus (PsWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_moved_cb), NULL);
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
select_in_sidebar (PsWindow *self, const char *name)
{
  GtkListBoxRow *row;

  self->choosing_section = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (strcmp (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0 && gtk_list_box_get_selected_row (self->sidebar) != row)
      gtk_list_box_select_row (self->sidebar, row);
  self->choosing_section = FALSE;
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

/* name: NULL: the one that was shown before the region was opened again; at first the first: what needs attention is what a day begins
 * with. */
void
_ps_window_show_section (PsWindow *self, const char *name)
{
  guint section = find_section (name != NULL ? name : self->section);
  gboolean in_sidebar = has_focus (self, GTK_WIDGET (self->sidebar));
  GtkWidget *page;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  page = get_section_page (self, section);
  while (self->history->len > 1)
    remove_last (self);
  g_ptr_array_set_size (self->history, 0);
  add_place (self, page);
  self->section = sections[section].name;
  select_in_sidebar (self, sections[section].name);
  if (adw_flap_get_folded (self->flap) && name != NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  show_last (self, GTK_STACK_TRANSITION_TYPE_NONE);
  if (!in_sidebar)
    restore_focus (self);
}

/* The page of the sidebar that the way to the shown one begins with. */
static const char *
get_shown_section (PsWindow *self)
{
  Place *first = self->history->len > 0 ? g_ptr_array_index (self->history, 0) : NULL;

  return first != NULL ? gtk_stack_page_get_name (gtk_stack_get_page (self->pages, first->page)) : NULL;
}

static void
go_to_section (PsWindow *self, gpointer name)
{
  _ps_window_show_section (self, name);
}

static void
stay_in_section (PsWindow *self, gpointer name)
{
  const char *shown = get_shown_section (self);

  if (shown != NULL)
    select_in_sidebar (self, shown);
}

/* As the user asks for it: what is not saved is asked about first. */
void
_ps_window_ask_section (PsWindow *self, const char *name)
{
  gboolean is_shown = self->history->len == 1 && g_strcmp0 (get_shown_section (self), name) == 0;

  if (!is_shown)
    _ps_window_leave (self, TRUE, go_to_section, stay_in_section, g_strdup (name), g_free);
}

/* The first page with something unsaved, beginning with the shown one. Borrowed. */
GtkWidget *
_ps_window_find_unsaved (PsWindow *self, gboolean all)
{
  for (guint i = self->history->len; i > 0 && (all || i == self->history->len); i--)
    {
      GtkWidget *page = ((Place *) g_ptr_array_index (self->history, i - 1))->page;

      if (PS_IS_UNSAVED (page) && ps_unsaved_has_unsaved (PS_UNSAVED (page)))
        return page;
    }
  return NULL;
}

/* GTK gives the focus of a page that is covered to the first thing in the window; who went elsewhere by themselves stays there. */
static gboolean
is_adrift (PsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages))
         || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL;
}

static gboolean
look_for_focus (gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);
  Place *place = last_place (self);

  if (place != NULL && !has_focus (self, place->page) && is_adrift (self))
    gtk_widget_child_focus (place->page, GTK_DIR_TAB_FORWARD);
  if (place != NULL && --self->n_focus_looks > 0)
    return G_SOURCE_CONTINUE;
  self->looking_for_focus = 0;
  return G_SOURCE_REMOVE;
}

/* A page that reads what it shows has nothing to focus yet when it is opened, or what goes away again: for a while it is looked after. */
static void
look_after_focus (PsWindow *self)
{
  self->n_focus_looks = FOCUS_LOOKS;
  if (self->looking_for_focus == 0)
    self->looking_for_focus = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FOCUS_LOOK_MS, look_for_focus, self, NULL);
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
  look_after_focus (self);
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

static void
go_back (PsWindow *self, gpointer data)
{
  _ps_window_go_back (self);
}

void
_ps_window_ask_back (PsWindow *self)
{
  if (self->history->len > 1)
    _ps_window_leave (self, FALSE, go_back, NULL, NULL, NULL);
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
