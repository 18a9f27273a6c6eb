/* ps-statements-page.c: production statements of the year: what was stated, what is missing, what differs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-statements-page"

#include "ps-statements-page.h"

#include <glib/gi18n-lib.h>

#include "gui/contracts/ps-contract-words.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-spinner.h"
#include "gui/ps-tell-error.h"
#include "ps-statement-form.h"
#include "ps-statement-limits.h"
#include "ps-statements-table.h"

/* In the order of the template's list */
typedef enum
{
  WHICH_ALL,
  WHICH_MISSING,
  WHICH_INCOMPLETE,
  WHICH_UNEXPLAINED,
  WHICH_COMPLETE
} Which;

struct _PsStatementsPage
{
  AdwBin parent;

  PsSession *session;
  PsTable *table;
  guint asked;
  PsStatementsYear *year; /* NULL until it is there */

  /* Template widgets */
  GtkBox *bar;
  GtkLabel *heading;
  GtkLabel *remark;
  GtkSpinner *spinner;
  GtkEditable *filter;
  GtkDropDown *which;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsStatementsPage, ps_statements_page, ADW_TYPE_BIN)

/* What is not due yet is missing too, for who chases them. */
static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  PsStatementsPage *self = user_data;
  PsStatementState state = ps_statements_table_state (row);

  switch ((Which) gtk_drop_down_get_selected (self->which))
    {
    case WHICH_MISSING:
      return state == PS_STATEMENT_MISSING || state == PS_STATEMENT_NOT_DUE;
    case WHICH_INCOMPLETE:
      return state == PS_STATEMENT_NOT_CERTIFIED || state == PS_STATEMENT_WRONG_CERTIFICATE || state == PS_STATEMENT_UNEXPLAINED;
    case WHICH_UNEXPLAINED:
      return state == PS_STATEMENT_UNEXPLAINED;
    case WHICH_COMPLETE:
      return state == PS_STATEMENT_COMPLETE;
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

/* Showing */

static void
show_year (PsStatementsPage *self)
{
  g_autoptr (GPtrArray) rows = ps_statements_table_rows (self->year, ps_contract_today ());
  g_autofree char *title = g_strdup_printf (_("Production Statements %d"), self->year->limits.year);
  g_autofree char *remark = ps_statements_table_remark (self->year, rows);
  g_autofree char *export_name = g_strdup_printf (_("production statements %d"), self->year->limits.year);

  gtk_label_set_text (self->heading, title);
  gtk_label_set_text (self->remark, remark);
  ps_table_set_export_name (self->table, export_name);
  ps_table_set_rows (self->table, rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statements.limits", !ps_session_is_read_only (self->session));
}

/* Asking */

typedef struct
{
  PsStatementsPage *page;
  guint asked;
} Asking;

static void
on_year_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsStatementsPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStatementsYear) year = ps_statements_year_load_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (year != NULL)
    {
      ps_statements_year_free (self->year);
      self->year = g_steal_pointer (&year);
      show_year (self);
    }
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
on_settled_cb (PsSession *session, PsStatementsPage *self)
{
  Asking *asking;

  if (ps_session_get_settled (session) == NULL)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_spinner_show (self->spinner, TRUE);
  ps_statements_year_load_async (session, on_year_loaded_cb, asking);
}

/* Callbacks */

static void
on_filter_changed_cb (GtkSearchEntry *entry, PsStatementsPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (self->filter));
}

static void
on_which_changed_cb (PsStatementsPage *self)
{
  if (self->session != NULL)
    ps_table_set_match (self->table, row_matches, self);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsStatementsPage *self)
{
  if (self->year != NULL)
    ps_statement_form_present (GTK_WIDGET (self), self->session, ps_table_row_get_text (row, PS_STATEMENTS_AGB),
                               self->year->limits.year);
}

static void
on_limits_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsStatementsPage *self = PS_STATEMENTS_PAGE (widget);

  if (self->year != NULL)
    ps_statement_limits_open (widget, self->session, &self->year->limits);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_STATEMENTS_PAGE (widget)->filter));
}

/* Making and unmaking */

static gboolean
ps_statements_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsStatementsPage *self = PS_STATEMENTS_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_statements_page_parent_class)->focus (widget, direction);
}

static void
ps_statements_page_dispose (GObject *object)
{
  PsStatementsPage *self = PS_STATEMENTS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->year, ps_statements_year_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_STATEMENTS_PAGE);
  G_OBJECT_CLASS (ps_statements_page_parent_class)->dispose (object);
}

static void
ps_statements_page_class_init (PsStatementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_statements_page_dispose;
  widget_class->focus = ps_statements_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-statements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, remark);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsStatementsPage, card);
  gtk_widget_class_install_action (widget_class, "statements.limits", NULL, on_limits_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_statements_page_init (PsStatementsPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which statements"));
  self->table = ps_statements_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  menu = ps_table_get_menu (self->table);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_box_append (self->bar, menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statements.limits", FALSE);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_statements_page_new (PsSession *session)
{
  PsStatementsPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_STATEMENTS_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
