/* ps-agreement-page-edit.c: what is given on the agreement's page: cells, lump sums, schemes, rows and columns
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-page"

#include "ps-agreement-page-private.h"

#include <glib/gi18n-lib.h>

/* Cells */

static char *
name_cell (PsAgreementPage *self, guint group, guint municipality)
{
  return g_strdup_printf ("%s, %s", ps_region_group (self->data->region, group)->code,
                          ps_region_municipality (self->data->region, municipality)->name);
}

static void
change_cell (PsAgreementPage *self, PsAgreementEdits *edits, const PsAgreementGiven *given, PsAgreementShow show)
{
  const PsAgreementLine *there = ps_agreement_find_line (self->sheet->terms, given->group, given->municipality);
  PsAgreementLine line = there != NULL ? *there : ps_agreement_sheet_new_line (self->sheet, given->group, given->municipality);

  if (show == PS_AGREEMENT_SHOW_PLACES)
    {
      if (there == NULL)
        return;
      line.places_milli = given->number;
      _ps_agreement_page_change_line (self, edits, given->group, given->municipality, &line);
    }
  else if (given->number == PS_NO_NUMBER)
    _ps_agreement_page_change_line (self, edits, given->group, given->municipality, NULL);
  else
    {
      line.ceiling_cents = given->number;
      _ps_agreement_page_change_line (self, edits, given->group, given->municipality, &line);
    }
}

static void
remember_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static void
give_cells (PsAgreementPage *self, const GArray *given, PsAgreementShow show)
{
  PsAgreementEdits *edits = _ps_agreement_page_new_edits (self);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (PsRefused));
  char *what = NULL;

  for (guint i = 0; i < given->len; i++)
    {
      const PsAgreementGiven *one = &g_array_index (given, PsAgreementGiven, i);
      PsRefused keep = { ps_region_group (self->data->region, one->group)->id,
                         ps_region_municipality (self->data->region, one->municipality)->id, one->number, show };

      g_array_append_val (kept, keep);
      change_cell (self, edits, one, show);
      /* A row or column stays when its last line goes: it can be typed into again. */
      remember_id (self->added_groups, keep.group_id);
      remember_id (self->added_municipalities, keep.municipality_id);
    }
  if (given->len == 1)
    what = name_cell (self, g_array_index (given, PsAgreementGiven, 0).group,
                      g_array_index (given, PsAgreementGiven, 0).municipality);
  _ps_agreement_page_save_edits (self, edits, kept, what);
}

static void
on_cells_given_cb (PsAgreementGrid *grid, GArray *given, PsAgreementPage *self)
{
  if (_ps_agreement_page_is_editable (self))
    give_cells (self, given, ps_agreement_grid_get_show (grid));
}

static guint
find_group (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->groups->len; i++)
    if (ps_region_group (region, i)->id == id)
      return i;
  return PS_NONE;
}

static guint
find_municipality (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->municipalities->len; i++)
    if (ps_region_municipality (region, i)->id == id)
      return i;
  return PS_NONE;
}

/* What was refused is given again, over what the other one gave. */
static void
on_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsAgreementGiven));
  PsAgreementShow show = PS_AGREEMENT_SHOW_CEILINGS;

  if (self->n_writing > 0 || !_ps_agreement_page_is_editable (self))
    return;
  for (guint i = 0; i < self->refused->len; i++)
    {
      const PsRefused *refused = &g_array_index (self->refused, PsRefused, i);
      PsAgreementGiven one = { find_group (self->data->region, refused->group_id),
                               find_municipality (self->data->region, refused->municipality_id), refused->number };

      show = refused->show;
      if (one.group != PS_NONE && one.municipality != PS_NONE)
        g_array_append_val (given, one);
    }
  give_cells (self, given, show);
}

/* Lump sums and schemes of the selected cells */

static gboolean
all_lump_sums (PsAgreementPage *self, const GArray *selected)
{
  gboolean any = FALSE;

  for (guint i = 0; i < selected->len; i++)
    {
      const PsAgreementGiven *cell = &g_array_index (selected, PsAgreementGiven, i);
      const PsAgreementLine *line = ps_agreement_find_line (self->sheet->terms, cell->group, cell->municipality);

      if (line != NULL && !line->lump_sum)
        return FALSE;
      any |= line != NULL;
    }
  return any;
}

/* A lump sum has no deductions, so no scheme; a line that becomes one of its scope again takes that scope's (domain.md §5). */
static void
on_lump_sum_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  g_autoptr (GArray) selected = ps_agreement_grid_get_selection (self->grid);
  PsAgreementEdits *edits = _ps_agreement_page_new_edits (self);
  gboolean lump_sum = !all_lump_sums (self, selected);

  for (guint i = 0; i < selected->len; i++)
    {
      const PsAgreementGiven *cell = &g_array_index (selected, PsAgreementGiven, i);
      const PsAgreementLine *there = ps_agreement_find_line (self->sheet->terms, cell->group, cell->municipality);
      PsAgreementLine line;

      if (there == NULL || there->lump_sum == lump_sum)
        continue;
      line = *there;
      line.lump_sum = lump_sum;
      line.scheme = lump_sum ? PS_NONE : ps_agreement_sheet_new_line (self->sheet, line.group, line.municipality).scheme;
      _ps_agreement_page_change_line (self, edits, line.group, line.municipality, &line);
    }
  _ps_agreement_page_save_edits (self, edits, NULL, NULL);
}

static void
put_scheme (PsAgreementPage *self, const GArray *lines)
{
  PsAgreementEdits *edits = _ps_agreement_page_new_edits (self);

  for (guint i = 0; i < lines->len; i++)
    {
      PsAgreementLine line = g_array_index (lines, PsAgreementLine, i);
      const PsAgreementLine *there = ps_agreement_find_line (self->sheet->terms, line.group, line.municipality);

      if (there != NULL && there->scheme != line.scheme)
        _ps_agreement_page_change_line (self, edits, line.group, line.municipality, &line);
    }
  _ps_agreement_page_save_edits (self, edits, NULL, NULL);
}

static void
on_scheme_given_cb (PsAgreementTerms *terms, GArray *lines, PsAgreementPage *self)
{
  if (_ps_agreement_page_is_editable (self))
    put_scheme (self, lines);
}

/* Of the selected cells, where each line is a scope of its own; the parameter is the scheme's id, 0: none. */
static void
on_cell_scheme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  g_autoptr (GArray) selected = ps_agreement_grid_get_selection (self->grid);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (PsAgreementLine));
  gint64 id = g_variant_get_int64 (parameter);
  guint scheme = PS_NONE;

  for (guint i = 0; i < self->data->region->schemes->len; i++)
    if (ps_region_scheme (self->data->region, i)->id == id)
      scheme = i;
  for (guint i = 0; i < selected->len; i++)
    {
      const PsAgreementGiven *cell = &g_array_index (selected, PsAgreementGiven, i);
      const PsAgreementLine *there = ps_agreement_find_line (self->sheet->terms, cell->group, cell->municipality);
      PsAgreementLine line;

      if (there == NULL || there->lump_sum)
        continue;
      line = *there;
      line.scheme = scheme;
      g_array_append_val (lines, line);
    }
  put_scheme (self, lines);
}

static void
on_lump_sum_chosen_cb (GSimpleAction *action, GVariant *parameter, PsAgreementPage *self)
{
  on_lump_sum_cb (GTK_WIDGET (self), NULL, NULL);
}

void
_ps_agreement_page_update_lump_sum (PsAgreementPage *self)
{
  g_autoptr (GArray) selected = ps_agreement_grid_get_selection (self->grid);

  g_simple_action_set_state (self->lump_sum, g_variant_new_boolean (all_lump_sums (self, selected)));
}

static void
on_clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_grid_clear (PS_GRID (PS_AGREEMENT_PAGE (widget)->grid));
}

/* The menu of a cell */

static GMenu *
make_scheme_menu (PsAgreementPage *self)
{
  GMenu *menu = g_menu_new ();
  GMenuItem *none = g_menu_item_new (C_("scheme", "None"), NULL);

  g_menu_item_set_action_and_target (none, "agreement.cell-scheme", "x", (gint64) 0);
  g_menu_append_item (menu, none);
  g_object_unref (none);
  for (guint i = 0; i < self->data->region->schemes->len; i++)
    {
      const PsScheme *scheme = ps_region_scheme (self->data->region, i);
      GMenuItem *item = g_menu_item_new (scheme->name, NULL);

      g_menu_item_set_action_and_target (item, "agreement.cell-scheme", "x", scheme->id);
      g_menu_append_item (menu, item);
      g_object_unref (item);
    }
  return menu;
}

void
_ps_agreement_page_update_menu (PsAgreementPage *self)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) schemes = NULL;

  if (!_ps_agreement_page_is_editable (self))
    {
      ps_grid_set_menu (PS_GRID (self->grid), NULL);
      return;
    }
  menu = g_menu_new ();
  g_menu_append (menu, _("_Lump Sum"), "cell.lump-sum");
  if (self->sheet->terms->exchange == PS_EXCHANGE_LINE)
    {
      schemes = make_scheme_menu (self);
      g_menu_append_submenu (menu, _("_Incentive Scheme"), G_MENU_MODEL (schemes));
    }
  g_menu_append (menu, _("_Clear"), "agreement.clear");
  ps_grid_set_menu (PS_GRID (self->grid), G_MENU_MODEL (menu));
}

static void
on_term_given_cb (PsAgreementTerms *widget, PsAgreement *after, PsAgreementPage *self)
{
  _ps_agreement_page_save_terms (self, after);
}

/* Rows and columns to be filled */

static void
add_to_sheet (PsAgreementPage *self)
{
  PsAgreementSheet *old = self->sheet;

  self->sheet = ps_agreement_sheet_new (self->data->region, old->terms, self->added_groups, self->added_municipalities);
  _ps_agreement_page_show_sheet (self);
  ps_agreement_sheet_free (old);
}

static void
on_group_chosen_cb (PsAgreementChooser *chooser, gint64 id, PsAgreementPage *self)
{
  guint municipality;

  remember_id (self->added_groups, id);
  add_to_sheet (self);
  if (self->sheet->columns->len == 0)
    return;
  municipality = ps_agreement_sheet_municipality (self->sheet, 0);
  ps_agreement_grid_focus_cell (self->grid, find_group (self->data->region, id), municipality);
}

static void
on_municipality_chosen_cb (PsAgreementChooser *chooser, gint64 id, PsAgreementPage *self)
{
  remember_id (self->added_municipalities, id);
  add_to_sheet (self);
  if (self->sheet->rows->len > 0)
    ps_agreement_grid_focus_cell (self->grid, ps_agreement_sheet_group (self->sheet, 0),
                                  find_municipality (self->data->region, id));
}

static void
add_cell_actions (PsAgreementPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->lump_sum = g_simple_action_new_stateful ("lump-sum", NULL, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->lump_sum, "activate", G_CALLBACK (on_lump_sum_chosen_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->lump_sum));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "cell", G_ACTION_GROUP (group));
}

void
_ps_agreement_page_connect_edits (PsAgreementPage *self)
{
  add_cell_actions (self);
  g_signal_connect_object (self->grid, "cells-given", G_CALLBACK (on_cells_given_cb), self, 0);
  g_signal_connect_object (self->terms, "term-given", G_CALLBACK (on_term_given_cb), self, 0);
  g_signal_connect_object (self->terms, "scheme-given", G_CALLBACK (on_scheme_given_cb), self, 0);
  g_signal_connect_object (self->add_group, "chosen", G_CALLBACK (on_group_chosen_cb), self, 0);
  g_signal_connect_object (self->add_municipality, "chosen", G_CALLBACK (on_municipality_chosen_cb), self, 0);
}

void
_ps_agreement_page_edit_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agreement.again", NULL, on_again_cb);
  gtk_widget_class_install_action (widget_class, "agreement.lump-sum", NULL, on_lump_sum_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "agreement.lump-sum", NULL);
  gtk_widget_class_install_action (widget_class, "agreement.cell-scheme", "x", on_cell_scheme_cb);
  gtk_widget_class_install_action (widget_class, "agreement.clear", NULL, on_clear_cb);
}
