/* ps-contracts-page.c: the contracts of all providers, by the day on which something must be decided
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contracts-page"

#include "ps-contracts-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-tell-error.h"
#include "ps-contract-form.h"
#include "ps-contract-page.h"
#include "ps-contract-words.h"
#include "ps-contracts-table.h"

struct _PsContractsPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;
  GPtrArray *contracts; /* PsShownContract; NULL: not read yet */
  guint asked;          /* how often they were asked for: only the last answer counts */

  /* Template widgets */
  GtkEditable *filter;
  GtkDropDown *choice;
  GtkStringList *choices;
  GtkLabel *summary;
  GtkBox *bar;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsContractsPage, ps_contracts_page, ADW_TYPE_BIN)

/* The drop-down's choices, in its order. */
typedef enum
{
  ALL,
  NOT_ENDED,
  TO_DECIDE,
  ENDS_IN_YEAR,
  RUNS_IN_YEAR,
  ENDED
} Choice;

static gboolean
must_be_decided (const PsContractRow *row)
{
  return row->standing == PS_CONTRACT_DECIDE || row->standing == PS_CONTRACT_DECIDE_LATE;
}

static gboolean
matches (PsTableRow *table_row, gpointer user_data)
{
  PsContractsPage *self = PS_CONTRACTS_PAGE (user_data);
  const PsContractRow *row = ps_table_row_get_data (table_row);
  int year = ps_session_get_year (self->session);

  switch ((Choice) gtk_drop_down_get_selected (self->choice))
    {
    case NOT_ENDED:
      return row->standing != PS_CONTRACT_ENDED;
    case TO_DECIDE:
      return must_be_decided (row);
    case ENDS_IN_YEAR:
      return row->end >= ps_date_year_start (year) && row->end <= ps_date_year_end (year);
    case RUNS_IN_YEAR:
      return ps_shown_contract_get (row->shown)->start <= ps_date_year_end (year) && row->end >= ps_date_year_start (year);
    case ENDED:
      return row->standing == PS_CONTRACT_ENDED;
    case ALL:
    default:
      return TRUE;
    }
}

/* The two choices that are about the year of the header bar name it. */
static void
name_year (PsContractsPage *self)
{
  int year = ps_session_get_year (self->session);
  g_autofree char *ends = g_strdup_printf (_("Ends in %d"), year);
  g_autofree char *runs = g_strdup_printf (_("Runs in %d"), year);
  const char *const names[] = { ends, runs, NULL };
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (g_strcmp0 (gtk_string_list_get_string (self->choices, ENDS_IN_YEAR), ends) == 0)
    return;
  gtk_string_list_splice (self->choices, ENDS_IN_YEAR, 2, names);
  gtk_drop_down_set_selected (self->choice, selected);
}

/* "3 must be decided, 5 end in 2026": what needs attention, above the list. */
static void
show_summary (PsContractsPage *self, GPtrArray *rows)
{
  int year = ps_session_get_year (self->session);
  guint n_decide = 0, n_end = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PsContractRow *row = ps_table_row_get_data (g_ptr_array_index (rows, i));

      n_decide += must_be_decided (row);
      n_end += row->end >= ps_date_year_start (year) && row->end <= ps_date_year_end (year);
    }
  g_autofree char *decide =
      n_decide == 0 ? g_strdup (_("Nothing must be decided"))
                    : g_strdup_printf (ngettext ("%u must be decided on", "%u must be decided on", n_decide), n_decide);
  g_autofree char *end = g_strdup_printf (ngettext ("%u ends in %d", "%u end in %d", n_end), n_end, year);
  g_autofree char *text = g_strdup_printf ("%s · %s", decide, end);

  gtk_label_set_label (self->summary, rows->len > 0 ? text : "");
}

static void
show_contracts (PsContractsPage *self)
{
  g_autoptr (GPtrArray) rows = ps_contracts_table_rows (self->contracts, ps_contract_today (), TRUE);

  if (rows->len == 0)
    ps_table_set_empty (
        self->table, _("No contracts yet"),
        _("Choose New Contract to enter the first one: its provider, number and term, then its options and products."));
  else
    ps_table_set_empty (self->table, _("No such contract"), _("Change the filter to see the others."));
  name_year (self);
  show_summary (self, rows);
  ps_table_set_rows (self->table, rows);
}

/* Reading them */

typedef struct
{
  PsContractsPage *page;
  guint asked;
} Request;

static gboolean
can_add (PsContractsPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  gboolean has_providers = settled != NULL && settled->region->providers->len > 0;

  return has_providers && self->contracts != NULL && !ps_session_is_read_only (self->session);
}

static void
update_actions (PsContractsPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", can_add (self));
}

static void
on_contracts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (PsContractsPage) self = request->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contracts = ps_shown_contracts_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || request->asked != self->asked)
    return;
  if (contracts != NULL)
    {
      g_clear_pointer (&self->contracts, g_ptr_array_unref);
      self->contracts = g_steal_pointer (&contracts);
      update_actions (self);
      show_contracts (self);
    }
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
ask_for_contracts (PsContractsPage *self)
{
  Request *request;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  request = g_new0 (Request, 1);
  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_shown_contracts_async (self->session, PS_NONE, on_contracts_read_cb, request);
}

/* What the user does */

static void
on_row_activated_cb (PsTable *table, PsTableRow *table_row, gpointer user_data)
{
  PsContractsPage *self = PS_CONTRACTS_PAGE (user_data);
  const PsContractRow *row = ps_table_row_get_data (table_row);
  const PsContract *contract = ps_shown_contract_get (row->shown);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint provider = ps_region_find_provider (region, ps_shown_contract_get_provider (row->shown)->agb);
  g_autofree char *title = g_strdup_printf (_("Contract %s"), contract->number);

  if (provider != PS_NONE)
    ps_navigator_push (GTK_WIDGET (self), ps_contract_page_new (self->session, provider, contract->id, contract->number), title);
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractsPage *self = PS_CONTRACTS_PAGE (widget);

  if (can_add (self))
    ps_contract_form_add (widget, self->session, 0, self->contracts);
}

static void
on_filter_changed_cb (GtkEditable *filter, gpointer user_data)
{
  ps_table_set_filter (PS_CONTRACTS_PAGE (user_data)->table, gtk_editable_get_text (filter));
}

static void
on_choice_selected_cb (GtkDropDown *choice, GParamSpec *pspec, gpointer user_data)
{
  ps_table_set_match (PS_CONTRACTS_PAGE (user_data)->table, matches, user_data);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  ask_for_contracts (PS_CONTRACTS_PAGE (user_data));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_CONTRACTS_PAGE (widget)->filter));
}

/* Making it */

static void
ps_contracts_page_dispose (GObject *object)
{
  PsContractsPage *self = PS_CONTRACTS_PAGE (object);

  if (self->table != NULL)
    {
      ps_table_set_match (self->table, NULL, NULL);
      self->table = NULL;
    }
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_CONTRACTS_PAGE);
  G_OBJECT_CLASS (ps_contracts_page_parent_class)->dispose (object);
}

static void
ps_contracts_page_class_init (PsContractsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_contracts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-contracts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsContractsPage, card);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
}

static void
ps_contracts_page_init (PsContractsPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->choice, _("Which contracts"));
  self->table = ps_contracts_table_new (TRUE);
  ps_table_set_empty (self->table, _("Reading the contracts…"), NULL);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  menu = ps_table_get_menu (self->table);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_box_append (self->bar, menu);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_choice_selected_cb), self, 0);
}

GtkWidget *
ps_contracts_page_new (PsSession *session)
{
  PsContractsPage *self = g_object_new (PS_TYPE_CONTRACTS_PAGE, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  ask_for_contracts (self);
  return GTK_WIDGET (self);
}
