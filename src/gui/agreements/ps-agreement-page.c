/* ps-agreement-page.c: the performance agreement of a provider and the year: its sheet, its versions
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The file ──▶ PsAgreementData (all versions) ──▶ PsAgreementSheet (the one shown) ──▶ grid, terms, lines, check
 *    ▲                                                 │ what is given
 *    └──────────── one change a cell or block ◀────────┘
 * The sheet shows at once what was given; when the last change under way is written, all is read again.
 */
#define G_LOG_DOMAIN "peilstok-agreement-page"

#include "ps-agreement-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-tell-error.h"
#include "gui/ps-unsaved.h"
#include "ps-agreement-tables.h"

static void ps_agreement_page_unsaved_init (PsUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsAgreementPage, ps_agreement_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, ps_agreement_page_unsaved_init))

/* The chosen version; where none was chosen, or it is gone, the draft, else the one in force. */
const PsAgreementVersion *
_ps_agreement_page_get_version (PsAgreementPage *self)
{
  const PsAgreementVersion *version;

  if (self->data == NULL || self->data->versions->len == 0)
    return NULL;
  version = self->number != 0 ? ps_agreement_data_find (self->data, self->number) : NULL;
  if (version == NULL)
    version = ps_agreement_data_draft (self->data);
  if (version == NULL)
    version = ps_agreement_data_current (self->data);
  return version != NULL ? version : g_ptr_array_index (self->data->versions, self->data->versions->len - 1);
}

gboolean
_ps_agreement_page_is_editable (PsAgreementPage *self)
{
  const PsAgreementVersion *version = _ps_agreement_page_get_version (self);

  return version != NULL && version->state == PS_VERSION_DRAFT && !ps_session_is_read_only (self->session);
}

/* Reading */

typedef struct
{
  PsAgreementPage *page;
  guint asked;
} Asking;

/* What is shown keeps to the old data until the new is: the focus and what is typed stay where they are. */
static void
take_data (PsAgreementPage *self, PsAgreementData *data)
{
  PsAgreementData *old = self->data;

  if (old != NULL && old->year != data->year)
    self->number = 0;
  self->data = data;
  _ps_agreement_page_show_data (self);
  g_clear_pointer (&old, ps_agreement_data_free);
}

static void
drop_data (PsAgreementPage *self)
{
  ps_agreement_grid_set_sheet (self->grid, NULL, FALSE);
  ps_agreement_terms_show (self->terms, NULL, FALSE);
  g_clear_pointer (&self->sheet, ps_agreement_sheet_free);
  g_clear_pointer (&self->data, ps_agreement_data_free);
}

static void
on_data_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsAgreementPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  PsAgreementData *data = ps_agreement_data_finish (PS_SESSION (source), result, &error);

  if (data == NULL)
    {
      if (self->grid != NULL)
        ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
      return;
    }
  /* What was given meanwhile is not in this answer: another one comes when it is written. */
  if (self->grid == NULL || asking->asked != self->asked || self->n_writing > 0)
    {
      ps_agreement_data_free (data);
      return;
    }
  take_data (self, data);
}

void
_ps_agreement_page_load (PsAgreementPage *self)
{
  PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
  Asking *asking;

  if (settled == NULL || self->n_writing > 0)
    return;
  ps_page_set_gone (GTK_WIDGET (self), provider == PS_NONE);
  if (provider == PS_NONE)
    return;
  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->asked = ++self->asked;
  ps_agreement_data_async (self->session, provider, on_data_cb, asking);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (user_data);

  if (self->data != NULL && self->data->year != ps_session_get_year (session))
    gtk_stack_set_visible_child_name (self->parts, "wait");
  _ps_agreement_page_load (self);
}

/* What is typed and wrong is all that is ever unsaved: the rest is saved as it is given. */

static gboolean
has_unsaved (PsUnsaved *unsaved)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (unsaved);

  return self->grid != NULL && ps_grid_is_typing (PS_GRID (self->grid));
}

static char *
describe (PsUnsaved *unsaved)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (unsaved);
  const char *problem = ps_grid_get_problem (PS_GRID (self->grid));

  if (problem != NULL)
    return g_strdup_printf (_("what is typed in the grid and not understood (%s)"), problem);
  return g_strdup (_("what is typed in the grid"));
}

static gboolean
can_save (PsUnsaved *unsaved)
{
  return ps_grid_get_problem (PS_GRID (PS_AGREEMENT_PAGE (unsaved)->grid)) == NULL;
}

static void
save (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  done (unsaved, ps_grid_finish (PS_GRID (PS_AGREEMENT_PAGE (unsaved)->grid)), user_data);
}

static void
discard (PsUnsaved *unsaved)
{
  ps_grid_forget (PS_GRID (PS_AGREEMENT_PAGE (unsaved)->grid));
}

static void
ps_agreement_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = has_unsaved;
  iface->describe = describe;
  iface->can_save = can_save;
  iface->save = save;
  iface->discard = discard;
}

/* Controls of the page itself */

static void
on_version_cb (PsAgreementPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->version);

  if (self->showing || self->data == NULL || selected >= self->data->versions->len)
    return;
  if (!ps_grid_finish (PS_GRID (self->grid)))
    ps_grid_forget (PS_GRID (self->grid));
  /* The newest is on top. */
  self->number =
      ((const PsAgreementVersion *) g_ptr_array_index (self->data->versions, self->data->versions->len - 1 - selected))->number;
  _ps_agreement_page_forget_trouble (self);
  _ps_agreement_page_show_data (self);
}

static void
on_show_cb (PsAgreementPage *self)
{
  ps_agreement_grid_set_show (self->grid, (PsAgreementShow) gtk_drop_down_get_selected (self->show));
}

static void
on_cell_wanted_cb (PsAgreementChecks *checks, guint group, guint municipality, PsAgreementPage *self)
{
  if (municipality == PS_NONE && self->sheet != NULL && self->sheet->columns->len > 0)
    for (guint i = 0; i < self->sheet->terms->lines->len && municipality == PS_NONE; i++)
      if (g_array_index (self->sheet->terms->lines, PsAgreementLine, i).group == group)
        municipality = g_array_index (self->sheet->terms->lines, PsAgreementLine, i).municipality;
  gtk_stack_set_visible_child_name (self->tabs, "grid");
  ps_agreement_grid_focus_cell (self->grid, group, municipality);
}

static void
on_line_activated_cb (PsTable *table, PsTableRow *row, PsAgreementPage *self)
{
  guint place = (guint) ps_table_row_get_id (row);

  if (self->sheet != NULL && place < self->sheet->terms->lines->len)
    {
      const PsAgreementLine *line = &g_array_index (self->sheet->terms->lines, PsAgreementLine, place);

      on_cell_wanted_cb (NULL, line->group, line->municipality, self);
    }
}

/* What belongs to the grid is only there with the grid. */
static void
on_tab_cb (PsAgreementPage *self)
{
  gboolean grid = g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), "grid") == 0;
  gboolean lines = g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), "lines") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->show), grid);
  gtk_widget_set_visible (GTK_WIDGET (self->add_group), grid && _ps_agreement_page_is_editable (self));
  gtk_widget_set_visible (GTK_WIDGET (self->add_municipality), grid && _ps_agreement_page_is_editable (self));
  gtk_widget_set_visible (self->lines_menu, lines);
}

/* Making and unmaking */

static void
ps_agreement_page_dispose (GObject *object)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (object);

  if (self->grid != NULL)
    drop_data (self);
  self->grid = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_AGREEMENT_PAGE);
  G_OBJECT_CLASS (ps_agreement_page_parent_class)->dispose (object);
}

static void
ps_agreement_page_finalize (GObject *object)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (object);

  g_array_unref (self->added_groups);
  g_array_unref (self->added_municipalities);
  g_array_unref (self->refused);
  g_clear_object (&self->lump_sum);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->trouble);
  g_free (self->agb);
  G_OBJECT_CLASS (ps_agreement_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsAgreementPage, parts);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, spinner);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, nothing);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, new_button);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, title);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, facts);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, pill);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, pill_icon);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, pill_label);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, version);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, agree_button);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, amend_button);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, terms_card);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, tools);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, tabs);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, grid_parts);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, scroller);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, empty);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, status_icon);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, status);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, again_button);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, keys);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, lines_card);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, check_page);
  gtk_widget_class_bind_template_child (class, PsAgreementPage, check_scroller);
}

/* It comes in at the grid. */
static gboolean
ps_agreement_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *grid = GTK_WIDGET (PS_AGREEMENT_PAGE (widget)->grid);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL && gtk_widget_get_mapped (grid)
      && gtk_widget_child_focus (grid, direction))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_agreement_page_parent_class)->focus (widget, direction);
}

static void
ps_agreement_page_class_init (PsAgreementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_agreement_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_agreement_page_finalize;
  widget_class->focus = ps_agreement_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-agreement-page.ui");
  bind_children (widget_class);
  _ps_agreement_page_edit_class (widget_class);
  _ps_agreement_page_action_class (widget_class);
}

/* What scrolls inside of a status page takes the focus, but has no name of its own. */
static void
name_status_page (AdwStatusPage *page, const char *name)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (GTK_WIDGET (page));

  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_tools (PsAgreementPage *self)
{
  const char *const shows[] = { _("Ceilings"), _("Places"), _("Ceilings and places"), NULL };

  self->show = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (shows));
  ps_drop_down_set_name (self->show, _("What the grid shows"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->show), _("What the grid shows"));
  self->add_group = PS_AGREEMENT_CHOOSER (ps_agreement_chooser_new (_("Add Group"), _("Add a product group as a row")));
  self->add_municipality =
      PS_AGREEMENT_CHOOSER (ps_agreement_chooser_new (_("Add Municipality"), _("Add a municipality as a column")));
  gtk_box_append (self->tools, GTK_WIDGET (self->show));
  gtk_box_append (self->tools, GTK_WIDGET (self->add_group));
  gtk_box_append (self->tools, GTK_WIDGET (self->add_municipality));
  self->lines_menu = ps_table_get_menu (self->lines);
  gtk_box_append (self->tools, self->lines_menu);
}

static void
add_parts (PsAgreementPage *self)
{
  self->terms = PS_AGREEMENT_TERMS (ps_agreement_terms_new ());
  self->grid = PS_AGREEMENT_GRID (ps_agreement_grid_new (_("Ceilings by product group and municipality")));
  self->lines = ps_agreed_table_new ();
  self->checks = PS_AGREEMENT_CHECKS (ps_agreement_checks_new (TRUE));
  adw_bin_set_child (self->terms_card, GTK_WIDGET (self->terms));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->grid));
  adw_bin_set_child (self->lines_card, GTK_WIDGET (self->lines));
  gtk_scrolled_window_set_child (self->check_scroller, GTK_WIDGET (self->checks));
  add_tools (self);
}

static void
ps_agreement_page_init (PsAgreementPage *self)
{
  self->added_groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->added_municipalities = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refused = g_array_new (FALSE, FALSE, sizeof (PsRefused));
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->version, _("Version"));
  gtk_spinner_start (self->spinner);
  name_status_page (self->nothing, _("No agreement"));
  name_status_page (self->empty, _("Nothing agreed yet"));
  add_parts (self);
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->check_scroller), FALSE);
  _ps_agreement_page_connect_edits (self);
  g_signal_connect_object (self->version, "notify::selected", G_CALLBACK (on_version_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notify::selected", G_CALLBACK (on_show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (on_tab_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "cell-wanted", G_CALLBACK (on_cell_wanted_cb), self, 0);
  g_signal_connect_object (self->lines, "row-activated", G_CALLBACK (on_line_activated_cb), self, 0);
  g_signal_connect_object (self->grid, "status-changed", G_CALLBACK (_ps_agreement_page_show_status), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_agreement_page_new (PsSession *session, guint provider)
{
  PsAgreementPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  self = g_object_new (PS_TYPE_AGREEMENT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (ps_region_provider (ps_session_get_settled (session)->region, provider)->agb);
  _ps_agreement_page_update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  _ps_agreement_page_load (self);
  return GTK_WIDGET (self);
}
