/* ps-contract-page.c: one contract: its term, options, products and documents
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-page"

#include "ps-contract-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-tell-error.h"
#include "ps-contract-lists.h"
#include "ps-contract-products.h"
#include "ps-contract-words.h"

#define COLUMN_WIDTH 400
#define SPACING 12

G_DEFINE_FINAL_TYPE (PsContractPage, ps_contract_page, ADW_TYPE_BIN)

/* Showing it */

static void
show_pill (PsContractPage *self, const PsContract *contract)
{
  static const char *const classes[] = { "standing-none", "standing-off", "standing-within" };
  PsDate when = PS_DATE_OPEN, today = ps_contract_today ();
  PsContractStanding standing = ps_contract_standing (contract, today, &when);
  g_autofree char *text = ps_contract_standing_text (contract, today);

  gtk_label_set_label (self->pill_label, text);
  gtk_image_set_from_icon_name (self->pill_icon, ps_contract_standing_icon (standing));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_add_css_class (self->pill, ps_contract_standing_css_class (standing));
  gtk_widget_set_visible (self->pill, TRUE);
}

static void
show_heading (PsContractPage *self, const PsContract *contract, const PsProvider *provider)
{
  g_autofree char *title = g_strdup_printf (_("Contract %s"), contract->number);
  g_autofree char *term = ps_contract_term_text (contract);
  g_autofree char *notice = ps_contract_notice_text (contract);
  g_autofree char *facts = g_strdup_printf (
      contract->notice_months >= 0 ? _("%s · %s · notice %s") : _("%s · %s · no notice period"), provider->name, term, notice);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  show_pill (self, contract);
}

static void
show_notes (PsContractPage *self, const PsContract *contract)
{
  gboolean has_notes = contract->notes != NULL && contract->notes[0] != '\0';

  gtk_label_set_label (self->notes, has_notes ? contract->notes : _("No notes. Choose Edit to write what others must know."));
  gtk_label_set_selectable (self->notes, has_notes);
  if (has_notes)
    gtk_widget_remove_css_class (GTK_WIDGET (self->notes), "secondary");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->notes), "secondary");
}

static void
show_contract (PsContractPage *self)
{
  const PsContract *contract = ps_shown_contract_get (self->shown);
  gboolean is_writable = !ps_session_is_read_only (self->session);
  g_autoptr (GPtrArray) rows = ps_contract_products_table_rows (contract, ps_shown_contract_get_region (self->shown));
  g_autofree char *most = ps_format_date (ps_contract_end_most (contract));
  g_autofree char *note = contract->options->len > 0 ? g_strdup_printf (_("With every option that is left it runs to %s."), most)
                                                     : g_strdup (_("There are no options to extend it."));

  show_heading (self, contract, ps_shown_contract_get_provider (self->shown));
  ps_contract_bar_show (self->bar, contract, ps_contract_today ());
  gtk_label_set_label (self->term_note, note);
  ps_contract_list_options (self->options, contract, is_writable);
  ps_contract_list_documents (self->documents, contract, is_writable);
  show_notes (self, contract);
  ps_table_set_rows (self->products, rows);
  gtk_widget_set_visible (self->content, TRUE);
  _ps_contract_page_update_actions (self);
}

static PsShownContract *
find_shown (PsContractPage *self)
{
  if (self->id != 0)
    return ps_shown_contracts_find (self->contracts, self->id);
  for (guint i = 0; i < self->contracts->len; i++)
    if (g_strcmp0 (ps_shown_contract_get (g_ptr_array_index (self->contracts, i))->number, self->number) == 0)
      return g_ptr_array_index (self->contracts, i);
  return NULL;
}

static void
take_contracts (PsContractPage *self, GPtrArray *contracts)
{
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  self->contracts = contracts;
  self->shown = find_shown (self);
  if (self->shown == NULL)
    {
      _ps_contract_page_update_actions (self);
      ps_page_set_gone (GTK_WIDGET (self), TRUE);
      return;
    }
  self->id = ps_shown_contract_get (self->shown)->id;
  ps_page_set_gone (GTK_WIDGET (self), FALSE);
  show_contract (self);
}

/* Reading it */

typedef struct
{
  PsContractPage *page;
  guint asked;
} Request;

static void
on_contracts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (PsContractPage) self = request->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contracts = ps_shown_contracts_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || request->asked != self->asked)
    return;
  if (contracts != NULL)
    take_contracts (self, g_steal_pointer (&contracts));
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
ask_for_contracts (PsContractPage *self)
{
  guint provider = _ps_contract_page_find_provider (self);
  Request *request;

  if (provider == PS_NONE)
    {
      ps_page_set_gone (GTK_WIDGET (self), TRUE);
      return;
    }
  request = g_new0 (Request, 1);
  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_shown_contracts_async (self->session, provider, on_contracts_read_cb, request);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    ask_for_contracts (PS_CONTRACT_PAGE (user_data));
}

/* Making it */

static gboolean
ps_contract_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (ps_page_focus_first (widget, direction, PS_CONTRACT_PAGE (widget)->edit))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_contract_page_parent_class)->focus (widget, direction);
}

static void
ps_contract_page_dispose (GObject *object)
{
  PsContractPage *self = PS_CONTRACT_PAGE (object);

  self->shown = NULL;
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_CONTRACT_PAGE);
  G_OBJECT_CLASS (ps_contract_page_parent_class)->dispose (object);
}

static void
ps_contract_page_finalize (GObject *object)
{
  g_free (PS_CONTRACT_PAGE (object)->number);
  G_OBJECT_CLASS (ps_contract_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsContractPage, title);
  gtk_widget_class_bind_template_child (class, PsContractPage, facts);
  gtk_widget_class_bind_template_child (class, PsContractPage, pill);
  gtk_widget_class_bind_template_child (class, PsContractPage, pill_icon);
  gtk_widget_class_bind_template_child (class, PsContractPage, pill_label);
  gtk_widget_class_bind_template_child (class, PsContractPage, edit);
  gtk_widget_class_bind_template_child (class, PsContractPage, content);
  gtk_widget_class_bind_template_child (class, PsContractPage, bar_card);
  gtk_widget_class_bind_template_child (class, PsContractPage, term_note);
  gtk_widget_class_bind_template_child (class, PsContractPage, cards);
  gtk_widget_class_bind_template_child (class, PsContractPage, options);
  gtk_widget_class_bind_template_child (class, PsContractPage, documents);
  gtk_widget_class_bind_template_child (class, PsContractPage, notes);
  gtk_widget_class_bind_template_child (class, PsContractPage, products_bar);
  gtk_widget_class_bind_template_child (class, PsContractPage, products_card);
}

static void
ps_contract_page_class_init (PsContractPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_contract_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_contract_page_finalize;
  widget_class->focus = ps_contract_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-contract-page.ui");
  bind_children (widget_class);
  _ps_contract_page_install_actions (widget_class);
}

static void
ps_contract_page_init (PsContractPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  self->bar = PS_CONTRACT_BAR (ps_contract_bar_new ());
  adw_bin_set_child (self->bar_card, GTK_WIDGET (self->bar));
  self->products = ps_contract_products_table_new ();
  adw_bin_set_child (self->products_card, GTK_WIDGET (self->products));
  menu = ps_table_get_menu (self->products);
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (self->products_bar, menu);
  g_signal_connect_object (self->products, "row-activated", G_CALLBACK (_ps_contract_page_on_product_activated_cb), self, 0);
}

GtkWidget *
ps_contract_page_new (PsSession *session, guint provider, gint64 id, const char *number)
{
  PsContractPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  self = g_object_new (PS_TYPE_CONTRACT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->provider_id = ps_region_provider (ps_session_get_settled (session)->region, provider)->id;
  self->id = id;
  self->number = g_strdup (number);
  _ps_contract_page_update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  ask_for_contracts (self);
  return GTK_WIDGET (self);
}
