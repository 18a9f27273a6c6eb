/* ps-agreements-page.c: the performance agreements of the year: every provider in a row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreements-page"

#include "ps-agreements-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-tell-error.h"
#include "ps-agreement-all.h"
#include "ps-agreement-new.h"
#include "ps-agreement-page.h"
#include "ps-agreements-list.h"

/* In the order of the template's list */
typedef enum
{
  WHICH_ALL,
  WHICH_WITHOUT,
  WHICH_DRAFT,
  WHICH_AGREED,
  WHICH_PROBLEMS
} Which;

struct _PsAgreementsPage
{
  AdwBin parent;

  PsSession *session;
  PsTable *table;
  GArray *schemes;   /* gint64: ids, as in the drop-down after "all" */
  GPtrArray *having; /* char *: AGB codes of providers that have one */
  guint n_without;   /* contracted providers that have none */
  guint asked;
  gboolean showing;

  /* Template widgets */
  GtkBox *bar;
  AdwBin *card;
  GtkLabel *heading;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkDropDown *scheme;
};

G_DEFINE_FINAL_TYPE (PsAgreementsPage, ps_agreements_page, ADW_TYPE_BIN)

/* Filters */

static gboolean
has_scheme (const PsAgreementsRow *row, gint64 id)
{
  for (guint i = 0; i < row->schemes->len; i++)
    if (g_array_index (row->schemes, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
row_matches (PsTableRow *table_row, gpointer user_data)
{
  PsAgreementsPage *self = user_data;
  const PsAgreementsRow *row = ps_table_row_get_data (table_row);
  guint scheme = gtk_drop_down_get_selected (self->scheme);

  if (scheme > 0 && scheme <= self->schemes->len && !has_scheme (row, g_array_index (self->schemes, gint64, scheme - 1)))
    return FALSE;
  switch ((Which) gtk_drop_down_get_selected (self->which))
    {
    case WHICH_WITHOUT:
      return !row->there;
    case WHICH_DRAFT:
      return row->draft;
    case WHICH_AGREED:
      return row->agreed;
    case WHICH_PROBLEMS:
      return row->n_problems > 0;
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

static void
on_which_changed_cb (PsAgreementsPage *self)
{
  if (self->table != NULL && !self->showing)
    ps_table_set_match (self->table, row_matches, self);
}

/* The chosen one stays chosen. */
static void
fill_schemes (PsAgreementsPage *self, const PsRegion *region)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->scheme), again = 0;
  gint64 chosen =
      selected > 0 && selected <= self->schemes->len ? g_array_index (self->schemes, gint64, selected - 1) : PS_NO_NUMBER;

  g_array_set_size (self->schemes, 0);
  gtk_string_list_append (list, _("All schemes"));
  for (guint i = 0; i < region->schemes->len; i++)
    {
      const PsScheme *scheme = ps_region_scheme (region, i);

      gtk_string_list_append (list, scheme->name);
      g_array_append_val (self->schemes, scheme->id);
      if (scheme->id == chosen)
        again = i + 1;
    }
  gtk_drop_down_set_model (self->scheme, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->scheme, again);
}

/* Showing */

static void
count_rows (PsAgreementsPage *self, const PsAgreementsList *list)
{
  guint n_agreed = 0, n_drafts = 0;
  g_autofree char *state = NULL, *agreed = NULL, *drafts = NULL, *without = NULL;

  g_clear_pointer (&self->having, g_ptr_array_unref);
  self->having = g_ptr_array_new_with_free_func (g_free);
  self->n_without = 0;
  for (guint i = 0; i < list->rows->len; i++)
    {
      const PsAgreementsRow *row = ps_table_row_get_data (g_ptr_array_index (list->rows, i));

      n_agreed += row->agreed;
      n_drafts += row->draft;
      self->n_without += !row->there && row->expected;
      if (row->there)
        g_ptr_array_add (self->having, g_strdup (row->agb));
    }
  agreed = g_strdup_printf (ngettext ("%u agreed", "%u agreed", n_agreed), n_agreed);
  drafts = g_strdup_printf (ngettext ("%u draft", "%u drafts", n_drafts), n_drafts);
  without = g_strdup_printf (ngettext ("%u contracted provider without", "%u contracted providers without", self->n_without),
                             self->n_without);
  state = g_strdup_printf ("%s · %s · %s", agreed, drafts, without);
  gtk_label_set_label (self->state, state);
}

static void
update_actions (PsAgreementsPage *self)
{
  gboolean writable = !ps_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.new", writable && self->having != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.new-all", writable && self->having != NULL);
}

static void
show_list (PsAgreementsPage *self, PsAgreementsList *list)
{
  g_autofree char *title = g_strdup_printf (_("Agreements %d"), list->year);
  g_autofree char *name = g_strdup_printf (_("agreements %d"), list->year);

  gtk_label_set_label (self->heading, title);
  self->showing = TRUE;
  fill_schemes (self, ps_session_get_settled (self->session)->region);
  self->showing = FALSE;
  count_rows (self, list);
  ps_table_set_export_name (self->table, name);
  if (list->rows->len == 0)
    ps_table_set_empty (self->table, _("No Providers"),
                        _("Add providers, or import them, before agreements are made with them."));
  else
    ps_table_set_empty (self->table, _("Nothing Found"), _("No agreement is like that: choose another filter."));
  ps_table_set_rows (self->table, list->rows);
  ps_table_set_match (self->table, row_matches, self);
  update_actions (self);
}

typedef struct
{
  PsAgreementsPage *page;
  guint asked;
} Asking;

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsAgreementsPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsAgreementsList) list = ps_agreements_list_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    return;
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (list != NULL)
    show_list (self, list);
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (user_data);
  Asking *asking;

  if (ps_session_get_settled (session) == NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->asked = ++self->asked;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  ps_agreements_list_async (session, on_list_cb, asking);
}

/* What the user does */

static void
open_agreement (PsAgreementsPage *self, const char *agb, int year)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, agb) : PS_NONE;
  g_autofree char *title = NULL;

  if (provider == PS_NONE)
    return;
  title = g_strdup_printf (_("%s, agreement %d"), ps_region_provider (settled->region, provider)->name, year);
  ps_navigator_push (GTK_WIDGET (self), ps_agreement_page_new (self->session, provider), title);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsAgreementsPage *self)
{
  open_agreement (self, ((const PsAgreementsRow *) ps_table_row_get_data (row))->agb, ps_session_get_year (self->session));
}

static void
on_filter_changed_cb (GtkSearchEntry *entry, PsAgreementsPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (self->filter));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_AGREEMENTS_PAGE (widget)->filter));
}

static void
on_made (const char *agb, int year, gpointer user_data)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (user_data);

  if (self->table == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ps_session_set_year (self->session, year);
  open_agreement (self, agb, year);
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (widget);

  gtk_window_present (GTK_WINDOW (ps_agreement_new_dialog (widget, self->session, NULL, self->having, on_made, self)));
}

static void
on_all_made (int year, gpointer user_data)
{
  ps_session_set_year (PS_AGREEMENTS_PAGE (user_data)->session, year);
}

/* Where everyone has one, it is the next year that is prepared. */
static void
on_new_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (widget);
  int year = ps_session_get_year (self->session) + (self->n_without == 0);

  gtk_window_present (GTK_WINDOW (ps_agreement_all_new (widget, self->session, year, on_all_made, self)));
}

/* Making and unmaking */

static gboolean
ps_agreements_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_agreements_page_parent_class)->focus (widget, direction);
}

static void
ps_agreements_page_dispose (GObject *object)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (object);

  self->table = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_AGREEMENTS_PAGE);
  G_OBJECT_CLASS (ps_agreements_page_parent_class)->dispose (object);
}

static void
ps_agreements_page_finalize (GObject *object)
{
  PsAgreementsPage *self = PS_AGREEMENTS_PAGE (object);

  g_array_unref (self->schemes);
  g_clear_pointer (&self->having, g_ptr_array_unref);
  G_OBJECT_CLASS (ps_agreements_page_parent_class)->finalize (object);
}

static void
ps_agreements_page_class_init (PsAgreementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_agreements_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_agreements_page_finalize;
  widget_class->focus = ps_agreements_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-agreements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, state);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementsPage, scheme);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "agreements.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "agreements.new-all", NULL, on_new_all_cb);
}

static void
ps_agreements_page_init (PsAgreementsPage *self)
{
  self->schemes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which agreements"));
  ps_drop_down_set_name (self->scheme, _("Incentive scheme"));
  self->table = ps_agreements_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheme, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_agreements_page_new (PsSession *session)
{
  PsAgreementsPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_AGREEMENTS_PAGE, NULL);
  self->session = g_object_ref (session);
  update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
