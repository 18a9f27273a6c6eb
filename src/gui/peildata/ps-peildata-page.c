/* ps-peildata-page.c: the year's reference dates, each with how far it is filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peildata-page"

#include "ps-peildata-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/bandwidth/ps-bandwidth-page.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-progress-relay.h"
#include "gui/ps-spinner.h"
#include "gui/ps-tell-error.h"
#include "ps-peil-entry-page.h"
#include "ps-peil-export.h"
#include "ps-peil-form.h"
#include "ps-peildata-table.h"

struct _PsPeildataPage
{
  AdwBin parent;

  PsSession *session;
  PsTable *table;
  GPtrArray *states; /* PsPeildatumState; NULL: not read yet */
  int year;          /* of them */
  guint asked;
  gboolean outdated; /* read when it is looked at */

  /* Template widgets */
  GtkBox *bar;
  GtkLabel *heading;
  GtkLabel *remark;
  GtkSpinner *spinner;
  GtkStack *parts;
  AdwBin *card;
  AdwStatusPage *empty;
  GtkButton *copy_first;
  GtkButton *new_first;
  GtkWidget *copy_button;
  GtkWidget *new_button;
  GtkWidget *fill_button;
  GMenuModel *more;
};

G_DEFINE_FINAL_TYPE (PsPeildataPage, ps_peildata_page, ADW_TYPE_BIN)

/* Showing */

static const PsPeildatumState *
get_selected (PsPeildataPage *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);

  return selected->len == 1 ? ps_table_row_get_data (g_ptr_array_index (selected, 0)) : NULL;
}

static guint
count_of_year (PsPeildataPage *self, int year)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint n = 0;

  for (guint i = 0; settled != NULL && i < settled->region->peildata->len; i++)
    n += ps_date_year (ps_region_peildatum (settled->region, i)->date) == year;
  return n;
}

static void
update_actions (PsPeildataPage *self)
{
  gboolean writable = self->states != NULL && !ps_session_is_read_only (self->session);
  const PsPeildatumState *selected = self->states != NULL ? get_selected (self) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "peildata.new", writable);
  gtk_widget_action_set_enabled (widget, "peildata.copy", writable && count_of_year (self, self->year - 1) > 0);
  gtk_widget_action_set_enabled (widget, "peildata.fill", selected != NULL);
  gtk_widget_action_set_enabled (widget, "peildata.bandwidth", selected != NULL);
  gtk_widget_action_set_enabled (widget, "peildata.export", selected != NULL);
  gtk_widget_action_set_enabled (widget, "peildata.change", selected != NULL && writable);
  gtk_widget_action_set_enabled (widget, "peildata.delete", selected != NULL && writable && selected->closed_by == NULL);
}

/* What to do first. */
static void
show_empty (PsPeildataPage *self)
{
  gboolean can_copy = count_of_year (self, self->year - 1) > 0;
  g_autofree char *title = g_strdup_printf (_("No Peildata in %d"), self->year);
  g_autofree char *copy = g_strdup_printf (_("_Copy the Dates of %d"), self->year - 1);

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (
      self->empty, can_copy
                       ? _("Several times a year it is counted who is in care and what was spent. Begin with the dates of the "
                            "year before, and change what differs.")
                       : _("Several times a year it is counted who is in care and what was spent. Begin with the first day "
                            "on which that is done."));
  gtk_button_set_label (self->copy_first, copy);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_first), can_copy);
  gtk_widget_set_visible (GTK_WIDGET (self->new_first), !can_copy);
}

static char *
describe_year (PsPeildataPage *self)
{
  guint n_closed = 0, n_marked = 0;
  g_autofree char *closed = NULL, *marked = NULL, *dates = NULL;

  for (guint i = 0; i < self->states->len; i++)
    {
      const PsPeildatumState *state = g_ptr_array_index (self->states, i);

      n_closed += state->closed_by != NULL;
      n_marked += state->n_marked;
    }
  dates = g_strdup_printf (ngettext ("%u peildatum", "%u peildata", self->states->len), self->states->len);
  closed = g_strdup_printf (ngettext ("%u closed", "%u closed", n_closed), n_closed);
  if (n_marked == 0)
    return g_strdup_printf ("%s · %s", dates, closed);
  marked = g_strdup_printf (ngettext ("%u value asks for a look", "%u values ask for a look", n_marked), n_marked);
  return g_strdup_printf ("%s · %s · %s", dates, closed, marked);
}

/* The first that is open is what there is to do. */
static void
select_first (PsPeildataPage *self)
{
  for (guint i = 0; i < self->states->len && get_selected (self) == NULL; i++)
    {
      const PsPeildatumState *state = g_ptr_array_index (self->states, i);

      if (state->closed_by == NULL || i + 1 == self->states->len)
        ps_table_set_selected (self->table, (guint64) state->id);
    }
}

static void
show_states (PsPeildataPage *self)
{
  g_autoptr (GPtrArray) rows = ps_peildata_table_rows (self->states);
  g_autofree char *title = g_strdup_printf (_("Peildata %d"), self->year);
  g_autofree char *name = g_strdup_printf (_("peildata %d"), self->year);
  g_autofree char *remark = describe_year (self);
  gboolean any = self->states->len > 0;

  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), any);
  ps_table_set_export_name (self->table, name);
  ps_table_set_rows (self->table, rows);
  gtk_widget_set_visible (self->copy_button, any);
  gtk_widget_set_visible (self->new_button, any);
  gtk_widget_set_visible (self->fill_button, any);
  if (!any)
    show_empty (self);
  gtk_stack_set_visible_child_name (self->parts, any ? "dates" : "empty");
  select_first (self);
  update_actions (self);
}

/* Asking */

typedef struct
{
  PsPeildataPage *page;
  guint asked;
  int year;
} Asking;

static gpointer
read_states (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_peildata_list (store, GPOINTER_TO_INT (data), cancellable, NULL, NULL, error);
}

static void
on_states_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsPeildataPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (states != NULL)
    {
      gboolean first = self->states == NULL;

      g_clear_pointer (&self->states, g_ptr_array_unref);
      self->states = g_steal_pointer (&states);
      self->year = asking->year;
      show_states (self);
      if (first && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
        ps_table_focus_rows (self->table);
    }
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

/* Counting how far a year is filled reads all of its messages: not while somebody fills it on another page. */
static void
load (PsPeildataPage *self)
{
  Asking *asking;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  self->outdated = FALSE;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked, ps_session_get_year (self->session) };
  ps_spinner_show (self->spinner, TRUE);
  ps_session_run_async (self->session, read_states, GINT_TO_POINTER (asking->year), NULL, (GDestroyNotify) g_ptr_array_unref,
                        on_states_cb, asking);
}

static void
on_settled_cb (PsSession *session, PsPeildataPage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
ps_peildata_page_map (GtkWidget *widget)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);

  GTK_WIDGET_CLASS (ps_peildata_page_parent_class)->map (widget);
  if (self->outdated)
    load (self);
}

/* What the user does */

static void
open_entry (PsPeildataPage *self, const PsPeildatumState *state)
{
  g_autofree char *day = ps_format_date (state->day);
  g_autofree char *title = g_strdup_printf (_("Peildatum %s"), day);

  ps_navigator_push (GTK_WIDGET (self), ps_peil_entry_page_new (self->session, state->id), title);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsPeildataPage *self)
{
  open_entry (self, ps_table_row_get_data (row));
}

static void
on_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);
  const PsPeildatumState *state = get_selected (self);

  if (state == NULL)
    return;
  if (g_str_equal (name, "peildata.fill"))
    open_entry (self, state);
  else if (g_str_equal (name, "peildata.change"))
    ps_peil_form_present (widget, self->session, state);
  else if (g_str_equal (name, "peildata.export"))
    ps_peil_export (widget, self->session, state->day);
  else
    {
      g_autofree char *day = ps_format_date (state->day);
      g_autofree char *title = g_strdup_printf (_("Bandwidth on %s"), day);

      ps_navigator_push (widget, ps_bandwidth_page_new_at (self->session, state->id), title);
    }
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);

  if (self->states != NULL && !ps_session_is_read_only (self->session))
    ps_peil_form_present (widget, self->session, NULL);
}

static gboolean
write_copy (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  guint n_copied;

  return ps_peildata_copy_year (store, actor, GPOINTER_TO_INT (data), &n_copied, record, error);
}

static void
on_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);
  g_autofree char *done = g_strdup_printf (_("The dates of %d were copied"), self->year - 1);

  ps_write_and_tell (widget, self->session, write_copy, GINT_TO_POINTER (self->year), NULL, done);
}

static gboolean
write_delete (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  return ps_peildata_delete (store, actor, *(gint64 *) data, record, error);
}

/* It can be taken back, and the store refuses one that is not empty: it does not ask. */
static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);
  const PsPeildatumState *state = get_selected (self);

  if (state != NULL)
    ps_write_and_tell (widget, self->session, write_delete, g_memdup2 (&state->id, sizeof state->id), g_free,
                       _("Peildatum deleted"));
}

/* Making and unmaking */

static gboolean
ps_peildata_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (widget);

  return ps_page_focus_first (widget, direction, self->fill_button)
         || GTK_WIDGET_CLASS (ps_peildata_page_parent_class)->focus (widget, direction);
}

static void
ps_peildata_page_dispose (GObject *object)
{
  PsPeildataPage *self = PS_PEILDATA_PAGE (object);

  self->table = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PEILDATA_PAGE);
  G_OBJECT_CLASS (ps_peildata_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsPeildataPage, bar);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, heading);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, remark);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, spinner);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, parts);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, card);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, empty);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, copy_first);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, new_first);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, copy_button);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, new_button);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, fill_button);
  gtk_widget_class_bind_template_child (class, PsPeildataPage, more);
}

static void
ps_peildata_page_class_init (PsPeildataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_peildata_page_dispose;
  widget_class->focus = ps_peildata_page_focus;
  widget_class->map = ps_peildata_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-peildata-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "peildata.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "peildata.copy", NULL, on_copy_cb);
  gtk_widget_class_install_action (widget_class, "peildata.delete", NULL, on_delete_cb);
  for (const char *const *name =
           (const char *const[]){ "peildata.fill", "peildata.change", "peildata.export", "peildata.bandwidth", NULL };
       *name != NULL; name++)
    gtk_widget_class_install_action (widget_class, *name, NULL, on_selected_cb);
}

static void
ps_peildata_page_init (PsPeildataPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = ps_peildata_table_new ();
  ps_table_set_row_menu (self->table, self->more);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  menu = ps_table_get_menu (self->table);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_box_append (self->bar, menu);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_peildata_page_new (PsSession *session)
{
  PsPeildataPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_PEILDATA_PAGE, NULL);
  self->session = g_object_ref (session);
  update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  load (self);
  return GTK_WIDGET (self);
}
