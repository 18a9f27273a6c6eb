/* ps-settlements-page.c: the settlements of the year, every provider in a row
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled", another day ──▶ what is stored and what the region gives, read beside the window ──▶ rows, facts, what can be done
 */
#define G_LOG_DOMAIN "peilstok-settlements-page"

#include "ps-settlements-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-spinner.h"
#include "gui/ps-tell-error.h"
#include "ps-settlement-page.h"

G_DEFINE_FINAL_TYPE (PsSettlementsPage, ps_settlements_page, ADW_TYPE_BIN)

static gboolean
is_interim (PsSettlementsPage *self)
{
  return ps_date_entry_get_date (self->through) != ps_date_year_end (self->year);
}

/* Which are shown */

/* What is to be settled: the amount that is stored, else the balance. */
static gint64
amount_of (PsTableRow *row)
{
  gint64 stored = ps_table_row_get_number (row, PS_SETTLEMENTS_STORED);
  gint64 balance = ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE);

  return stored != PS_NO_NUMBER ? stored : balance != PS_NO_NUMBER ? balance : 0;
}

static gboolean
has_number (PsTableRow *row, PsSettlementsColumn column)
{
  gint64 number = ps_table_row_get_number (row, column);

  return number != PS_NO_NUMBER && number != 0;
}

static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  PsSettlementsPage *self = user_data;
  const PsSettlementsRow *about = ps_table_row_get_data (row);
  PsWhichSettlements which = (PsWhichSettlements) gtk_drop_down_get_selected (self->which);

  switch (which)
    {
    case PS_WHICH_NOT_STORED:
    case PS_WHICH_DRAFT:
    case PS_WHICH_PROPOSED:
    case PS_WHICH_FINAL:
      return about->state == (int) which - PS_WHICH_NOT_STORED;
    case PS_WHICH_CHANGED:
      return about->changed;
    case PS_WHICH_NO_STATEMENT:
      return about->statement != PS_STATEMENT_COMPLETE;
    case PS_WHICH_TO_PAY:
      return amount_of (row) > 0;
    case PS_WHICH_TO_RECLAIM:
      return amount_of (row) < 0;
    case PS_WHICH_DISPUTED:
      return has_number (row, PS_SETTLEMENTS_DISPUTED);
    case PS_WHICH_SIGNALS:
      return has_number (row, PS_SETTLEMENTS_SIGNALS);
    case PS_WHICH_ALL:
    default:
      return TRUE;
    }
}

/* Showing */

static void
show_data (PsSettlementsPage *self)
{
  g_autoptr (GPtrArray) rows = ps_settlements_table_rows (self->data);
  g_autofree char *day = ps_format_date (self->data->through);
  g_autofree char *iso = ps_date_to_iso (self->data->through);
  g_autofree char *export_name = g_strdup_printf (_("settlements %s"), iso);
  g_autofree char *state = g_strdup_printf (
      is_interim (self) ? _("Interim, through %s; ceilings are those of the whole year") : _("Through %s"), day);

  gtk_label_set_text (self->state, state);
  ps_table_set_export_name (self->table, export_name);
  ps_table_set_rows (self->table, rows);
  _ps_settlements_page_show_facts (self);
  _ps_settlements_page_update_actions (self);
}

/* Asking */

typedef struct
{
  PsSettlementsPage *page;
  guint asked;
} Asking;

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementsPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettlementsData) data = ps_settlements_data_load_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (data != NULL)
    {
      ps_settlements_data_free (self->data);
      self->data = g_steal_pointer (&data);
      show_data (self);
    }
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
ask_for_data (PsSettlementsPage *self)
{
  Asking *asking;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_spinner_show (self->spinner, TRUE);
  ps_settlements_data_load_async (self->session, ps_date_entry_get_date (self->through), on_loaded_cb, asking);
}

/* Callbacks */

static void
show_year (PsSettlementsPage *self)
{
  g_autofree char *title = g_strdup_printf (_("Settlements %d"), self->year);

  gtk_label_set_text (self->heading, title);
  ps_date_entry_set_range (self->through, ps_date_year_start (self->year), ps_date_year_end (self->year));
  ps_date_entry_set_date (self->through, ps_date_year_end (self->year));
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  if (settled->year != self->year)
    {
      self->year = settled->year;
      show_year (self);
    }
  ask_for_data (self);
}

static void
on_filter_changed_cb (GtkSearchEntry *entry, PsSettlementsPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (self->filter));
}

static void
on_which_changed_cb (PsSettlementsPage *self)
{
  if (self->table != NULL)
    ps_table_set_match (self->table, row_matches, self);
}

static void
on_figures_toggled_cb (PsSettlementsPage *self)
{
  if (self->table != NULL)
    ps_settlements_table_show_figures (self->table, gtk_toggle_button_get_active (self->figures));
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsSettlementsPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsSettlementsRow *about = ps_table_row_get_data (row);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, about->agb) : PS_NONE;
  PsDate through = is_interim (self) ? ps_date_entry_get_date (self->through) : PS_DATE_OPEN;
  g_autofree char *title = NULL;

  if (provider == PS_NONE)
    return;
  title = g_strdup_printf (_("%s, settlement %d"), ps_region_provider (settled->region, provider)->name, settled->year);
  ps_navigator_push (GTK_WIDGET (self), ps_settlement_page_new (self->session, provider, through), title);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_SETTLEMENTS_PAGE (widget)->filter));
}

/* Making and unmaking */

static gboolean
ps_settlements_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_settlements_page_parent_class)->focus (widget, direction);
}

static void
ps_settlements_page_dispose (GObject *object)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (object);

  self->table = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SETTLEMENTS_PAGE);
  G_OBJECT_CLASS (ps_settlements_page_parent_class)->dispose (object);
}

static void
ps_settlements_page_finalize (GObject *object)
{
  ps_settlements_data_free (PS_SETTLEMENTS_PAGE (object)->data);
  G_OBJECT_CLASS (ps_settlements_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, state);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, next);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, through_label);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, row_menu);
}

static void
ps_settlements_page_class_init (PsSettlementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_settlements_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_settlements_page_finalize;
  widget_class->focus = ps_settlements_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-settlements-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  _ps_settlements_page_install_actions (widget_class);
}

static void
make_through (PsSettlementsPage *self)
{
  self->through = PS_DATE_ENTRY (ps_date_entry_new (_("Settle through")));
  gtk_box_append (self->tools, GTK_WIDGET (self->through));
  gtk_label_set_mnemonic_widget (self->through_label, GTK_WIDGET (self->through));
  /* Its name says more than the label; both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->through), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
ps_settlements_page_init (PsSettlementsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which settlements"));
  make_through (self);
  self->table = ps_settlements_table_new ();
  ps_table_set_row_menu (self->table, self->row_menu);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->tools, ps_table_get_menu (self->table));
  g_signal_connect_object (self->through, "date-changed", G_CALLBACK (ask_for_data), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "toggled", G_CALLBACK (on_figures_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (_ps_settlements_page_update_actions), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ps_settlements_page_new (PsSession *session)
{
  PsSettlementsPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_SETTLEMENTS_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
