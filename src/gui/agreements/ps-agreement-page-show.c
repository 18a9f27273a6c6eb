/* ps-agreement-page-show.c: a version on the agreement's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-page"

#include "ps-agreement-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-agreement-tables.h"

const PsAgreement *
_ps_agreement_page_get_last (PsAgreementPage *self)
{
  return ps_region_find_agreement (self->data->region, self->data->provider, self->data->year - 1);
}

/* The head */

/* "Agreement 2024 · AGB 41410001 · € 1.200.000,00 · last year € 1.100.000,00 (+9,1 %)" */
static char *
facts_of (PsAgreementPage *self)
{
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);
  const PsAgreement *last = _ps_agreement_page_get_last (self);
  PsOverflow overflow = { FALSE };
  gint64 total = ps_agreement_total (self->sheet->terms, &overflow);
  gint64 before = last != NULL ? ps_agreement_total (last, &overflow) : PS_NO_NUMBER;
  g_autofree char *money = ps_format_money (total);
  GString *facts = g_string_new (NULL);

  /* Translators: a year, an AGB code */
  g_string_append_printf (facts, _("Agreement %d · AGB %s"), self->data->year, provider->agb);
  if (overflow.overflowed)
    return g_string_free (facts, FALSE);
  g_string_append_printf (facts, " · %s", money);
  if (before != PS_NO_NUMBER)
    {
      g_autofree char *then = ps_format_money (before);
      gint64 growth = ps_agreement_growth_bp (before, total);
      g_autofree char *percent = growth != PS_NO_NUMBER ? ps_format_percent (growth) : NULL;

      g_string_append (facts, " · ");
      if (percent != NULL)
        /* Translators: last year's ceiling, and how much this year's differs: "+4,9 %" */
        g_string_append_printf (facts, _("last year %s (%s%s)"), then, growth > 0 ? "+" : "", percent);
      else
        g_string_append_printf (facts, _("last year %s"), then);
    }
  return g_string_free (facts, FALSE);
}

static void
show_pill (PsAgreementPage *self, const PsAgreementVersion *version)
{
  gboolean draft = version->state == PS_VERSION_DRAFT;
  g_autofree char *text = ps_agreement_state_text (version);
  const char *class = draft ? "standing-none" : version->current ? "standing-within" : "standing-none";

  gtk_label_set_label (self->pill_label, text);
  gtk_image_set_from_icon_name (self->pill_icon, draft ? "document-edit-symbolic" : "object-select-symbolic");
  gtk_widget_remove_css_class (self->pill, "standing-none");
  gtk_widget_remove_css_class (self->pill, "standing-within");
  gtk_widget_add_css_class (self->pill, class);
  gtk_widget_set_tooltip_text (self->pill, version->reason);
}

static void
show_versions (PsAgreementPage *self, const PsAgreementVersion *shown)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = self->data->versions->len; i > 0; i--)
    {
      const PsAgreementVersion *version = g_ptr_array_index (self->data->versions, i - 1);
      g_autofree char *text = ps_agreement_version_text (version);

      if (version == shown)
        selected = self->data->versions->len - i;
      gtk_string_list_append (list, text);
    }
  self->showing = TRUE;
  gtk_drop_down_set_model (self->version, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->version, selected);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->version), self->data->versions->len > 1);
}

static void
show_head (PsAgreementPage *self, const PsAgreementVersion *version)
{
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);

  gtk_label_set_label (self->title, provider->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), provider->name);
  show_pill (self, version);
  show_versions (self, version);
}

/* The choosers offer what the sheet has not. */

static void
fill_groups (PsAgreementPage *self)
{
  ps_agreement_chooser_clear (self->add_group);
  for (guint i = 0; i < self->data->region->groups->len; i++)
    if (ps_agreement_sheet_find_row (self->sheet, i) == PS_NONE)
      {
        const PsProductGroup *group = ps_region_group (self->data->region, i);
        g_autofree char *label =
            group->name != NULL ? g_strdup_printf ("%s  %s", group->code, group->name) : g_strdup (group->code);

        ps_agreement_chooser_add (self->add_group, group->id, label);
      }
}

static void
fill_municipalities (PsAgreementPage *self)
{
  ps_agreement_chooser_clear (self->add_municipality);
  for (guint i = 0; i < self->data->region->municipalities->len; i++)
    if (ps_agreement_sheet_find_column (self->sheet, i) == PS_NONE)
      {
        const PsMunicipality *municipality = ps_region_municipality (self->data->region, i);

        ps_agreement_chooser_add (self->add_municipality, municipality->id, municipality->name);
      }
}

/* The status below the grid */

static char *
describe_cell (PsAgreementPage *self)
{
  guint group, municipality;
  const PsAgreement *last = _ps_agreement_page_get_last (self);
  const PsAgreementLine *then;
  g_autofree char *now = NULL, *money = NULL;

  if (!ps_agreement_grid_get_cell (self->grid, &group, &municipality))
    return g_strdup ("");
  now = ps_agreement_grid_describe (self->grid, group, municipality);
  then = last != NULL ? ps_agreement_find_line (last, group, municipality) : NULL;
  if (then == NULL)
    return g_steal_pointer (&now);
  money = ps_format_money (then->ceiling_cents);
  return g_strdup_printf (_("%s · last year %s"), now, money);
}

void
_ps_agreement_page_show_status (PsAgreementPage *self)
{
  const char *problem;
  g_autofree char *text = NULL;

  if (self->grid == NULL || self->sheet == NULL || self->showing)
    return;
  _ps_agreement_page_update_lump_sum (self);
  problem = ps_grid_get_problem (PS_GRID (self->grid));
  if (problem == NULL)
    problem = self->trouble;
  text = problem != NULL ? g_strdup (problem) : describe_cell (self);
  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (self->status_icon, problem != NULL);
  gtk_widget_set_visible (self->again_button, self->trouble != NULL && self->refused->len > 0);
  gtk_widget_set_visible (self->keys, problem == NULL && _ps_agreement_page_is_editable (self));
}

/* The sheet */

static void
show_checks (PsAgreementPage *self)
{
  g_autofree char *title = NULL;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = ps_agreement_check (self->data->region, self->sheet->terms, self->data->contracts);
  ps_agreement_checks_show (self->checks, self->data->region, self->problems);
  if (self->problems->len > 0)
    title = g_strdup_printf (_("Check (%u)"), self->problems->len);
  else
    title = g_strdup (_("Check"));
  gtk_stack_page_set_title (self->check_page, title);
}

static void
show_lines (PsAgreementPage *self)
{
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);
  g_autoptr (GPtrArray) rows = ps_agreed_table_rows (self->data->region, self->sheet->terms, _ps_agreement_page_get_last (self));
  g_autofree char *name = g_strdup_printf (_("agreement %d %s"), self->data->year, provider->name);

  ps_table_set_export_name (self->lines, name);
  ps_table_set_rows (self->lines, rows);
}

void
_ps_agreement_page_show_sheet (PsAgreementPage *self)
{
  gboolean editable = _ps_agreement_page_is_editable (self);
  gboolean empty = self->sheet->rows->len == 0 || self->sheet->columns->len == 0;
  g_autofree char *facts = facts_of (self);

  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->facts), facts);
  ps_agreement_grid_set_sheet (self->grid, self->sheet, editable);
  ps_agreement_terms_show (self->terms, self->sheet, editable);
  adw_status_page_set_description (self->empty, editable ? _("Add product groups and municipalities, then give their ceilings.")
                                                         : _("This version has no lines."));
  gtk_stack_set_visible_child_name (self->grid_parts, empty ? "empty" : "grid");
  fill_groups (self);
  fill_municipalities (self);
  show_lines (self);
  show_checks (self);
  _ps_agreement_page_show_status (self);
  _ps_agreement_page_update_menu (self);
  _ps_agreement_page_update_actions (self);
}

/* A draft without lines starts with what is contracted, for all municipalities: ready to be typed into. */

static void
add_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static gboolean
is_contracted (PsAgreementPage *self, guint group)
{
  PsDate from = ps_date_year_start (self->data->year), to = ps_date_year_end (self->data->year);

  for (guint i = 0; i < self->data->contracts->len; i++)
    if (ps_contract_has_group (self->data->region, g_ptr_array_index (self->data->contracts, i), group, from, to))
      return TRUE;
  return FALSE;
}

static void
add_first_cells (PsAgreementPage *self, const PsAgreementVersion *version)
{
  if (version->state != PS_VERSION_DRAFT || version->terms->lines->len > 0)
    return;
  for (guint i = 0; i < self->data->region->groups->len; i++)
    if (is_contracted (self, i))
      add_id (self->added_groups, ps_region_group (self->data->region, i)->id);
  for (guint i = 0; i < self->data->region->municipalities->len; i++)
    add_id (self->added_municipalities, ps_region_municipality (self->data->region, i)->id);
}

static void
show_nothing (PsAgreementPage *self)
{
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);
  g_autofree char *name = g_markup_escape_text (provider->name, -1);
  g_autofree char *title = g_strdup_printf (_("No Agreement with %s for %d"), name, self->data->year);

  adw_status_page_set_title (self->nothing, title);
  ps_agreement_grid_set_sheet (self->grid, NULL, FALSE);
  ps_agreement_terms_show (self->terms, NULL, FALSE);
  g_clear_pointer (&self->sheet, ps_agreement_sheet_free);
  gtk_stack_set_visible_child_name (self->parts, "none");
  _ps_agreement_page_update_actions (self);
}

/* Who opened the page wants to be in the grid; while there was none, GTK gave the focus to what it found. */
static gboolean
is_adrift (PsAgreementPage *self, GtkWidget *focus)
{
  return focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
         || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL;
}

static void
focus_first (PsAgreementPage *self, gboolean waited)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->focus_grid || (waited && is_adrift (self, focus)))
    gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
  self->focus_grid = FALSE;
}

void
_ps_agreement_page_show_data (PsAgreementPage *self)
{
  const PsAgreementVersion *version = _ps_agreement_page_get_version (self);
  gboolean waited = g_strcmp0 (gtk_stack_get_visible_child_name (self->parts), "wait") == 0;
  gboolean editable = _ps_agreement_page_is_editable (self);
  PsAgreementSheet *old = self->sheet;

  if (version == NULL)
    {
      show_nothing (self);
      return;
    }
  add_first_cells (self, version);
  self->sheet = ps_agreement_sheet_new (self->data->region, version->terms, editable ? self->added_groups : NULL,
                                        editable ? self->added_municipalities : NULL);
  show_head (self, version);
  gtk_stack_set_visible_child_name (self->parts, "sheet");
  _ps_agreement_page_show_sheet (self);
  g_clear_pointer (&old, ps_agreement_sheet_free);
  g_object_notify (G_OBJECT (self->tabs), "visible-child");
  focus_first (self, waited);
}
