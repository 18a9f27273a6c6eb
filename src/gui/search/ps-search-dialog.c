/* ps-search-dialog.c: finding anything of the region by a part of its name or number
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The focus is in the entry; Down goes into the list, where the arrows are the list's own, and typing goes on in the entry. Enter opens
 * the selected one from either.
 */
#define G_LOG_DOMAIN "peilstok-search"

#include "ps-search-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "ps-search-collect.h"

#define MOST_OF_A_KIND 8
#define DIALOG_WIDTH 560
#define DIALOG_HEIGHT 520

struct _PsSearchDialog
{
  AdwWindow parent_instance;

  PsSession *session;
  PsSearchIndex *index; /* NULL: not there yet */
  GtkEditable *entry;
  GtkListBox *list;
  GtkLabel *status;
  GtkStack *stack; /* list, status */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsSearchDialog, ps_search_dialog, ADW_TYPE_WINDOW)

static const PsSearchItem *
item_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

/* Showing */

static GtkWidget *
make_row (const PsSearchItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label", item->title, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (box), title);
  if (item->detail != NULL)
    {
      GtkWidget *detail = g_object_new (GTK_TYPE_LABEL, "label", item->detail, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (detail, "secondary");
      gtk_widget_add_css_class (detail, "numeric");
      gtk_box_append (GTK_BOX (box), detail);
    }
  name = g_strdup_printf ("%s: %s %s", ps_search_kind_title (item->kind), item->title, item->detail != NULL ? item->detail : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "item", (gpointer) item);
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (item->kind));
  return row;
}

/* Kept with the row: rows are still asked for headers when their items are gone with the dialog. */
static PsFoundKind
kind_of (GtkListBoxRow *row)
{
  return (PsFoundKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
}

static void
show_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *header = NULL;

  if (before == NULL || kind_of (before) != kind_of (row))
    {
      header = g_object_new (GTK_TYPE_LABEL, "label", ps_search_kind_title (kind_of (row)), "xalign", 0.0, NULL);
      gtk_widget_add_css_class (header, "search-kind");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
clear_list (PsSearchDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_status (PsSearchDialog *self, const char *text)
{
  gtk_label_set_label (self->status, text);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_found (PsSearchDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) found = NULL;

  clear_list (self);
  if (self->index == NULL)
    return;
  found = ps_search_index_find (self->index, text, MOST_OF_A_KIND);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (found, i)));
  if (found->len == 0)
    {
      show_status (self,
                   text[0] == '\0' ? _("Type a part of a name, a code or a number.") : _("Nothing has that in its name."));
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* Collecting */

static void
on_collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsSearchDialog) self = PS_SEARCH_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSearchIndex) index = ps_search_collect_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (index == NULL)
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      show_status (self, text);
      return;
    }
  clear_list (self);
  g_clear_pointer (&self->index, ps_search_index_free);
  self->index = g_steal_pointer (&index);
  show_found (self);
}

static void
collect (PsSearchDialog *self)
{
  if (ps_session_get_settled (self->session) != NULL)
    ps_search_collect_async (self->session, on_collected_cb, g_object_ref (self));
}

/* Choosing */

/* The item is the index's, which the dialog keeps until it is disposed of. */
static void
choose (PsSearchDialog *self, GtkListBoxRow *row)
{
  const PsSearchItem *item = item_of (row);
  g_autoptr (PsSearchDialog) kept = g_object_ref (self);
  g_autoptr (PsSearchIndex) index = g_steal_pointer (&self->index);

  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PsSearchDialog *self)
{
  choose (self, row);
}

static void
on_entry_activated_cb (GtkSearchEntry *entry, PsSearchDialog *self)
{
  /* Also where the focus is in the list: what is typed there goes to the entry, and so does Enter. The list has followed every key. */
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, row);
}

static gboolean
on_entry_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  /* The first one is selected already: Down means the one after it. */
  row = gtk_list_box_get_row_at_index (self->list,
                                       MIN (gtk_list_box_row_get_index (row) + 1, (int) ps_search_dialog_count (self) - 1));
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* Up from the first one leads back to the entry. */
static gboolean
on_list_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || row == NULL || gtk_list_box_row_get_index (row) > 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GDK_EVENT_STOP;
}

/* The dialog */

static void
ps_search_dialog_dispose (GObject *object)
{
  PsSearchDialog *self = PS_SEARCH_DIALOG (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_search_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->index, ps_search_index_free);
}

static void
ps_search_dialog_class_init (PsSearchDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_search_dialog_dispose;
  signals[CHOSEN] =
      g_signal_new ("chosen", PS_TYPE_SEARCH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_entry (PsSearchDialog *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "placeholder-text", _("Provider, product, contract, settlement, scheme …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), GTK_WIDGET (self));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_found), self);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activated_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_css_class (entry, "search-entry");
  return entry;
}

static GtkWidget *
make_list (PsSearchDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, show_header_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static GtkWidget *
make_stack (PsSearchDialog *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->status = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "secondary");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static void
ps_search_dialog_init (PsSearchDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_entry (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-dialog");
}

GtkWidget *
ps_search_dialog_new (PsSession *session, GtkWindow *parent)
{
  PsSearchDialog *self =
      g_object_new (PS_TYPE_SEARCH_DIALOG, "title", _("Search"), "modal", TRUE, "transient-for", parent, "destroy-with-parent",
                    TRUE, "default-width", DIALOG_WIDTH, "default-height", DIALOG_HEIGHT, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "settled", G_CALLBACK (collect), self);
  show_found (self);
  show_status (self, _("Type a part of a name, a code or a number."));
  collect (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

void
ps_search_dialog_type (PsSearchDialog *self, const char *text)
{
  g_return_if_fail (PS_IS_SEARCH_DIALOG (self));

  gtk_editable_set_text (self->entry, text);
}

guint
ps_search_dialog_count (PsSearchDialog *self)
{
  guint n = 0;

  g_return_val_if_fail (PS_IS_SEARCH_DIALOG (self), 0);

  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}

gboolean
ps_search_dialog_is_ready (PsSearchDialog *self)
{
  g_return_val_if_fail (PS_IS_SEARCH_DIALOG (self), FALSE);

  return self->index != NULL;
}

void
ps_search_dialog_choose (PsSearchDialog *self, guint position)
{
  GtkListBoxRow *row;

  g_return_if_fail (PS_IS_SEARCH_DIALOG (self));

  row = gtk_list_box_get_row_at_index (self->list, (int) position);
  if (row != NULL)
    choose (self, row);
}
