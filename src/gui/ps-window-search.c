/* ps-window-search.c: Ctrl+K: finding anything, and opening it on its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-search"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-year-wait.h"
#include "agreements/ps-agreement-page.h"
#include "contracts/ps-contract-page.h"
#include "letters/ps-letter-page.h"
#include "municipalities/ps-municipality-page.h"
#include "peildata/ps-peil-entry-page.h"
#include "products/ps-group-choice.h"
#include "products/ps-product-page.h"
#include "providers/ps-provider-page.h"
#include "schemes/ps-scheme-page.h"
#include "search/ps-search-dialog.h"
#include "settlements/ps-settlement-page.h"

/* What was chosen: the dialog's own is gone when it is opened. */
static PsSearchItem *
item_copy (const PsSearchItem *item)
{
  PsSearchItem *copy = g_new0 (PsSearchItem, 1);

  *copy = (PsSearchItem){ item->kind, item->id, g_strdup (item->code), g_strdup (item->title), NULL };
  return copy;
}

static void
item_free (gpointer data)
{
  PsSearchItem *item = data;

  g_free (item->code);
  g_free (item->title);
  g_free (item);
}

static guint
find_scheme (const PsRegion *region, const char *name)
{
  for (guint i = 0; i < region->schemes->len; i++)
    if (g_strcmp0 (ps_region_scheme (region, i)->name, name) == 0)
      return i;
  return PS_NONE;
}

/* On the page of its list, so that the way back leads there. NULL: it is not there any more. */
static GtkWidget *
make_page (PsWindow *self, const PsSearchItem *item, const char **section)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint provider = ps_region_find_provider (region, item->code);
  guint scheme = find_scheme (region, item->code);

  switch (item->kind)
    {
    case PS_FOUND_PROVIDER:
      *section = "providers";
      return provider != PS_NONE ? ps_provider_page_new (self->session, provider) : NULL;
    case PS_FOUND_AGREEMENT:
      *section = "agreements";
      return provider != PS_NONE ? ps_agreement_page_new (self->session, provider) : NULL;
    case PS_FOUND_CONTRACT:
      *section = "contracts";
      return provider != PS_NONE ? ps_contract_page_new (self->session, provider, item->id, item->title) : NULL;
    case PS_FOUND_PRODUCT:
      *section = "products";
      return ps_region_find_product (region, item->code) != PS_NONE ? ps_product_page_new (self->session, item->id) : NULL;
    case PS_FOUND_SCHEME:
      *section = "schemes";
      return scheme != PS_NONE ? ps_scheme_page_new (self->session, scheme) : NULL;
    case PS_FOUND_MUNICIPALITY:
      *section = "agreements";
      return ps_region_find_municipality (region, item->code) != PS_NONE ? ps_municipality_page_new (self->session, item->code)
                                                                         : NULL;
    case PS_FOUND_PAGE:
    case PS_FOUND_SETTLEMENT:
    case PS_FOUND_LETTER:
    case PS_FOUND_PEILDATUM:
    case PS_FOUND_GROUP:
    case PS_FOUND_SEGMENT:
    case PS_N_FOUND:
    default:
      return NULL;
    }
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* On the tab that the choice is on. */
static void
show_tab_of (GtkWidget *widget)
{
  GtkWidget *stack = gtk_widget_get_ancestor (widget, GTK_TYPE_STACK);

  while (stack != NULL && gtk_widget_get_parent (widget) != stack)
    widget = gtk_widget_get_parent (widget);
  if (stack != NULL)
    gtk_stack_set_visible_child (GTK_STACK (stack), widget);
}

/* A segment or a group has no page of its own: its products are shown. */
static void
open_products_of (PsWindow *self, const PsSearchItem *item)
{
  gboolean is_group = item->kind == PS_FOUND_GROUP;
  GtkWidget *page, *choice, *filter;

  _ps_window_show_section (self, "products");
  page = ps_window_get_page (self);
  filter = find_type (page, GTK_TYPE_SEARCH_ENTRY);
  if (filter != NULL)
    gtk_editable_set_text (GTK_EDITABLE (filter), "");
  choice = find_type (page, PS_TYPE_GROUP_CHOICE);
  if (choice == NULL)
    return;
  show_tab_of (choice);
  ps_group_choice_set (PS_GROUP_CHOICE (choice), is_group ? 0 : item->id, is_group ? item->id : 0);
}

/* NULL: its provider is not there any more. */
static GtkWidget *
make_page_of_year (PsWindow *self, const PsSearchItem *item, const char **section)
{
  const char *agb = strchr (item->code, ':') + 1;
  guint provider;

  if (item->kind == PS_FOUND_LETTER)
    {
      *section = "letters";
      return ps_letter_page_new (self->session, item->id);
    }
  if (item->kind == PS_FOUND_PEILDATUM)
    {
      *section = "peildata";
      return ps_peil_entry_page_new (self->session, item->id);
    }
  *section = "settlements";
  provider = ps_region_find_provider (ps_session_get_settled (self->session)->region, agb);
  return provider != PS_NONE ? ps_settlement_page_new_stored (self->session, provider, item->id) : NULL;
}

static void
on_year_there_cb (gpointer owner, gpointer data)
{
  PsWindow *self = PS_WINDOW (owner);
  const PsSearchItem *item = data;
  const char *section = NULL;
  GtkWidget *page = make_page_of_year (self, item, &section);

  if (page == NULL)
    {
      _ps_window_tell (self, _("It is not there any more."));
      return;
    }
  _ps_window_show_section (self, section);
  _ps_window_push_page (self, page, item->title);
}

/* Settlements, letters and peildata, of whatever year: the window's follows. */
static void
open_of_year (PsWindow *self, const PsSearchItem *item)
{
  ps_year_wait (self->session, (int) g_ascii_strtoll (item->code, NULL, 10), self, on_year_there_cb, item_copy (item), item_free);
}

static void
open_page (PsWindow *self, const PsSearchItem *item)
{
  const char *section = NULL;
  GtkWidget *page = make_page (self, item, &section);

  if (page == NULL)
    {
      _ps_window_tell (self, _("It is not there any more."));
      return;
    }
  _ps_window_show_section (self, section);
  _ps_window_push_page (self, page, item->title);
}

static void
go_to_item (PsWindow *self, gpointer data)
{
  const PsSearchItem *item = data;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  if (item->kind == PS_FOUND_PAGE)
    _ps_window_show_section (self, item->code);
  else if (item->kind == PS_FOUND_SETTLEMENT || item->kind == PS_FOUND_LETTER || item->kind == PS_FOUND_PEILDATUM)
    open_of_year (self, item);
  else if (item->kind == PS_FOUND_GROUP || item->kind == PS_FOUND_SEGMENT)
    open_products_of (self, item);
  else
    open_page (self, item);
}

static void
on_chosen_cb (PsSearchDialog *dialog, const PsSearchItem *item, gpointer user_data)
{
  _ps_window_leave (PS_WINDOW (user_data), TRUE, go_to_item, NULL, item_copy (item), item_free);
}

void
_ps_window_search (PsWindow *self)
{
  GtkWidget *dialog = ps_search_dialog_new (self->session, GTK_WINDOW (self));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
