/* ps-settlements-page.c: the settlements of the year, every provider in a row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlements-page"

#include "ps-settlements-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "ps-settlement-page.h"
#include "ps-settlements-table.h"

/* In the order of the template's list */
typedef enum
{
  WHICH_ALL,
  WHICH_TO_PAY,
  WHICH_TO_RECLAIM,
  WHICH_DISPUTED,
  WHICH_SIGNALS
} Which;

struct _PsSettlementsPage
{
  AdwBin parent;

  PsSession *session;
  PsDateEntry *through;
  PsTable *table;
  int year;    /* that the entry is set to */
  guint asked; /* how often an interim settlement was asked for: only the last answer counts */

  /* Template widgets */
  GtkBox *bar;
  GtkBox *tools;
  AdwBin *card;
  GtkLabel *heading;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkLabel *through_label;
};

G_DEFINE_FINAL_TYPE (PsSettlementsPage, ps_settlements_page, ADW_TYPE_BIN)

static gboolean
is_interim (PsSettlementsPage *self)
{
  return ps_date_entry_get_date (self->through) != ps_date_year_end (self->year);
}

static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  PsSettlementsPage *self = user_data;

  switch ((Which) gtk_drop_down_get_selected (self->which))
    {
    case WHICH_TO_PAY:
      return ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE) > 0;
    case WHICH_TO_RECLAIM:
      return ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE) < 0;
    case WHICH_DISPUTED:
      return ps_table_row_get_number (row, PS_SETTLEMENTS_DISPUTED) != 0;
    case WHICH_SIGNALS:
      return ps_table_row_get_number (row, PS_SETTLEMENTS_SIGNALS) > 0;
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

static void
show_waiting (PsSettlementsPage *self, gboolean waiting)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  if (waiting)
    gtk_spinner_start (self->spinner);
  else
    gtk_spinner_stop (self->spinner);
}

static void
show_settled (PsSettlementsPage *self, const PsSettledYear *settled)
{
  g_autoptr (GPtrArray) rows = ps_settlements_table_rows (settled);
  g_autofree char *day = ps_format_date (settled->through);
  g_autofree char *iso = ps_date_to_iso (settled->through);
  g_autofree char *export_name = g_strdup_printf (_("settlements %s"), iso);
  g_autofree char *state =
      settled->through == ps_date_year_end (settled->year)
          ? g_strdup_printf (_("Drafts, computed now from the data as it is, through %s"), day)
          : g_strdup_printf (_("Interim drafts through %s, computed now; ceilings are those of the whole year"), day);

  gtk_label_set_text (self->state, state);
  ps_table_set_export_name (self->table, export_name);
  ps_table_set_rows (self->table, rows);
}

/* An interim settlement, on a worker */

typedef struct
{
  int year;
  PsDate through;
} Interim;

typedef struct
{
  PsSettlementsPage *page;
  guint asked;
} Asking;

static gpointer
settle_interim (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Interim *interim = data;
  PsSettleYearOptions options = { .year = interim->year, .through = interim->through };

  return ps_settle_year (store, &options, cancellable, NULL, NULL, error);
}

static void
on_interim_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementsPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    return;
  show_waiting (self, FALSE);
  if (settled != NULL)
    show_settled (self, settled);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_navigator_tell (GTK_WIDGET (self), text);
    }
}

static void
ask_for_interim (PsSettlementsPage *self)
{
  Interim *interim = g_new (Interim, 1);
  Asking *asking = g_new (Asking, 1);

  *interim = (Interim){ self->year, ps_date_entry_get_date (self->through) };
  *asking = (Asking){ g_object_ref (self), self->asked };
  show_waiting (self, TRUE);
  ps_session_run_async (self->session, settle_interim, interim, g_free, (GDestroyNotify) ps_settled_year_free,
                        on_interim_settled_cb, asking);
}

static void
show_figures (PsSettlementsPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  if (settled == NULL)
    return;
  self->asked++;
  if (is_interim (self))
    {
      ask_for_interim (self);
      return;
    }
  show_waiting (self, FALSE);
  show_settled (self, settled);
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
  show_figures (self);
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
on_row_activated_cb (PsTable *table, PsTableRow *row, PsSettlementsPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, ps_table_row_get_data (row)) : PS_NONE;
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
ps_settlements_page_class_init (PsSettlementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_settlements_page_dispose;
  widget_class->focus = ps_settlements_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-settlements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, state);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementsPage, through_label);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_settlements_page_init (PsSettlementsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which settlements"));
  self->through = PS_DATE_ENTRY (ps_date_entry_new (_("Settle through")));
  gtk_box_append (self->tools, GTK_WIDGET (self->through));
  gtk_label_set_mnemonic_widget (self->through_label, GTK_WIDGET (self->through));
  /* Its name says more than the label; both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->through), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  self->table = ps_settlements_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->through, "date-changed", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
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
