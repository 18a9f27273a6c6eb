/* ps-peil-entry-filter.c: which rows of a peildatum are shown: looked for, of a municipality or segment, empty or marked
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-entry-page"

#include "ps-peil-entry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/ps-fold.h"

/* Matching */

static gboolean
has_words (PsPeilEntryPage *self, const PsPeilRow *row)
{
  const char *provider = g_ptr_array_index (self->provider_words, row->provider);
  const char *product = g_ptr_array_index (self->product_words, row->product);

  for (char **word = self->words; word != NULL && *word != NULL; word++)
    if (strstr (provider, *word) == NULL && strstr (product, *word) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_chosen (PsPeilEntryPage *self, const PsPeilRow *row)
{
  const PsRegion *region = _ps_peil_entry_get_sheet (self)->region;
  const PsProduct *product = ps_region_product (region, row->product);
  guint segment = ps_region_group (region, product->group)->segment;

  return ps_peil_choice_has (self->municipalities, ps_region_municipality (region, row->municipality)->id)
         && ps_peil_choice_has (self->segments, ps_region_segment (region, segment)->id);
}

static gboolean
has_mark (PsPeilEntryPage *self, guint place)
{
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    if (ps_peil_book_is_marked (self->book, place, measure))
      return TRUE;
  return FALSE;
}

/* Clients and places make it count as filled; what the messages give for the rest is still to be taken over or typed. */
static gboolean
is_done (PsPeilEntryPage *self, guint place)
{
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    if (ps_peil_book_has_offer (self->book, place, measure))
      return FALSE;
  return ps_peil_book_filled (self->book, place) == PS_FILLED;
}

static gboolean
matches (const PsPeilRow *row, guint place, gpointer user_data)
{
  PsPeilEntryPage *self = user_data;

  if (self->which == PS_PEIL_NOT_FILLED && is_done (self, place))
    return FALSE;
  if (self->which == PS_PEIL_MARKED && !has_mark (self, place))
    return FALSE;
  return is_chosen (self, row) && has_words (self, row);
}

static gboolean
filters_anything (PsPeilEntryPage *self)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);

  for (guint i = 0; i < sheet->rows->len; i++)
    if (!matches (&g_array_index (sheet->rows, PsPeilRow, i), i, self))
      return TRUE;
  return FALSE;
}

void
_ps_peil_entry_rematch (PsPeilEntryPage *self)
{
  if (self->grid == NULL || _ps_peil_entry_get_sheet (self) == NULL || self->filling)
    return;
  ps_peil_grid_set_match (self->grid, filters_anything (self) ? matches : NULL, self);
  _ps_peil_entry_show_counts (self);
}

/* What is typed in the grid and wrong stays in its row, which is shown in any case. */
void
_ps_peil_entry_forget_filters (PsPeilEntryPage *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->search, "");
  g_clear_pointer (&self->words, g_strfreev);
  ps_peil_choice_clear (self->municipalities);
  ps_peil_choice_clear (self->segments);
  gtk_toggle_button_set_active (self->show_all, TRUE);
  self->which = PS_PEIL_ALL;
  self->filling = FALSE;
  _ps_peil_entry_rematch (self);
}

void
_ps_peil_entry_focus_cell (PsPeilEntryPage *self, guint row, PsMeasure measure)
{
  if (ps_peil_grid_focus_cell (self->grid, row, measure))
    return;
  _ps_peil_entry_forget_filters (self);
  ps_peil_grid_focus_cell (self->grid, row, measure);
}

/* Choices */

static char *
join_folded (const char *a, const char *b)
{
  g_autofree char *both = g_strdup_printf ("%s %s", a, b);

  return ps_fold (both);
}

static void
fold_names (PsPeilEntryPage *self, const PsRegion *region)
{
  g_clear_pointer (&self->provider_words, g_ptr_array_unref);
  g_clear_pointer (&self->product_words, g_ptr_array_unref);
  self->provider_words = g_ptr_array_new_with_free_func (g_free);
  self->product_words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < region->providers->len; i++)
    g_ptr_array_add (self->provider_words,
                     join_folded (ps_region_provider (region, i)->agb, ps_region_provider (region, i)->name));
  for (guint i = 0; i < region->products->len; i++)
    g_ptr_array_add (self->product_words, join_folded (ps_region_product (region, i)->code, ps_region_product (region, i)->name));
}

/* Only what there is a row of. */
static void
fill_municipalities (PsPeilEntryPage *self, const PsPeilSheet *sheet)
{
  g_autofree gboolean *there = g_new0 (gboolean, sheet->region->municipalities->len + 1);

  for (guint i = 0; i < sheet->rows->len; i++)
    there[g_array_index (sheet->rows, PsPeilRow, i).municipality] = TRUE;
  ps_peil_choice_begin (self->municipalities);
  for (guint i = 0; i < sheet->region->municipalities->len; i++)
    if (there[i])
      ps_peil_choice_add (self->municipalities, ps_region_municipality (sheet->region, i)->id,
                          ps_region_municipality (sheet->region, i)->name);
  ps_peil_choice_end (self->municipalities);
}

static void
fill_segments (PsPeilEntryPage *self, const PsRegion *region)
{
  ps_peil_choice_begin (self->segments);
  for (guint i = 0; i < region->segments->len; i++)
    {
      const PsSegment *segment = ps_region_segment (region, i);
      g_autofree char *label =
          segment->name != NULL ? g_strdup_printf ("%s  %s", segment->code, segment->name) : g_strdup (segment->code);

      ps_peil_choice_add (self->segments, segment->id, label);
    }
  ps_peil_choice_end (self->segments);
}

void
_ps_peil_entry_fill_filters (PsPeilEntryPage *self)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);

  self->filling = TRUE;
  fold_names (self, sheet->region);
  fill_municipalities (self, sheet);
  fill_segments (self, sheet->region);
  self->filling = FALSE;
}

/* What the user does */

static void
on_search_cb (PsPeilEntryPage *self)
{
  g_autofree char *text = ps_fold (gtk_editable_get_text (self->search));

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit_set (g_strstrip (text), " \t", -1);
  _ps_peil_entry_rematch (self);
}

static void
on_which_cb (GtkToggleButton *button, PsPeilEntryPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->which = button == self->show_all ? PS_PEIL_ALL : button == self->show_empty ? PS_PEIL_NOT_FILLED : PS_PEIL_MARKED;
  _ps_peil_entry_rematch (self);
}

void
_ps_peil_entry_connect_filters (PsPeilEntryPage *self)
{
  self->municipalities = PS_PEIL_CHOICE (ps_peil_choice_new (_("Municipality")));
  self->segments = PS_PEIL_CHOICE (ps_peil_choice_new (_("Segment")));
  gtk_box_insert_child_after (self->filters, GTK_WIDGET (self->municipalities), GTK_WIDGET (self->search));
  gtk_box_insert_child_after (self->filters, GTK_WIDGET (self->segments), GTK_WIDGET (self->municipalities));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->municipalities, "changed", G_CALLBACK (_ps_peil_entry_rematch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->segments, "changed", G_CALLBACK (_ps_peil_entry_rematch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_all, "toggled", G_CALLBACK (on_which_cb), self, 0);
  g_signal_connect_object (self->show_empty, "toggled", G_CALLBACK (on_which_cb), self, 0);
  g_signal_connect_object (self->show_marked, "toggled", G_CALLBACK (on_which_cb), self, 0);
}
