/* ps-scheme-page-show.c: what stands on the scheme page, and all that follows from it with every key
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-scheme-page"

#include "ps-scheme-page-private.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-curve.h"
#include "ps-scheme-words.h"

/* What stands on the page */

char *
_ps_scheme_page_get_notes (PsSchemePage *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->notes, &start, &end);
  text = gtk_text_buffer_get_text (self->notes, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

gboolean
_ps_scheme_page_is_changed (PsSchemePage *self)
{
  g_autofree char *notes = _ps_scheme_page_get_notes (self);
  const char *name = self->base->name != NULL ? self->base->name : "";

  return self->base_is_news || !self->numbers || !ps_scheme_equal (self->base, self->draft)
         || g_strcmp0 (name, ps_value_entry_get_text (self->name_entry)) != 0 || g_strcmp0 (self->base_notes, notes) != 0;
}

static void
read_draft (PsSchemePage *self)
{
  gboolean bands, norm_steps;

  self->draft->whole = gtk_toggle_button_get_active (self->whole);
  g_array_set_size (self->draft->bands, 0);
  g_array_set_size (self->draft->norm_steps, 0);
  bands = ps_steps_editor_get_steps (self->bands, self->draft->bands);
  norm_steps = ps_steps_editor_get_steps (self->norm_steps, self->draft->norm_steps);
  self->numbers = bands && norm_steps;
}

/* Two schemes of one name could not be told apart in an agreement. */
static gboolean
name_is_taken (PsSchemePage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const char *name = ps_value_entry_get_text (self->name_entry);

  for (guint i = 0; settled != NULL && i < settled->region->schemes->len; i++)
    {
      const PsScheme *scheme = ps_region_scheme (settled->region, i);

      if (scheme->id != self->id && g_str_equal (scheme->name, name))
        return TRUE;
    }
  return FALSE;
}

gboolean
_ps_scheme_page_can_save (PsSchemePage *self)
{
  return self->right && !self->writing && !ps_session_is_read_only (self->session) && ps_value_entry_is_valid (self->name_entry)
         && !name_is_taken (self) && (self->id == 0 || _ps_scheme_page_is_changed (self));
}

/* Showing */

/* "per band · used in agreements: 38 of 2024 · last changed on 11-12-2023 by jansen" */
void
_ps_scheme_page_show_heading (PsSchemePage *self)
{
  const char *name = ps_value_entry_get_text (self->name_entry);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *kind = ps_scheme_kind_text (self->draft);
  g_autofree char *per_year = self->id != 0 ? ps_scheme_used_per_year (self->used) : NULL;

  g_string_append (facts, kind);
  if (self->id == 0)
    g_string_append_printf (facts, " · %s", _("not saved yet"));
  if (per_year != NULL)
    {
      g_string_append (facts, " · ");
      /* Translators: agreements per year: "38 of 2024, 35 of 2023" */
      g_string_append_printf (facts, _("in agreements: %s"), per_year);
    }
  if (self->id != 0 && ps_scheme_used_get_last (self->used) != NULL)
    g_string_append_printf (facts, " · %s", ps_scheme_used_get_last (self->used));
  gtk_label_set_text (self->name, name[0] != '\0' ? name : _("New scheme"));
  gtk_label_set_text (self->facts, facts->str);
}

/* What belongs to no step: those are told beside it. */
static void
show_problem (PsSchemePage *self, GPtrArray *problems)
{
  const char *text = NULL;

  for (guint i = 0; problems != NULL && i < problems->len && text == NULL; i++)
    {
      const PsSchemeProblem *problem = g_ptr_array_index (problems, i);
      const GArray *steps = problem->norm ? self->draft->norm_steps : self->draft->bands;

      if (problem->step >= steps->len)
        text = problem->why;
    }
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
show_curve (PsSchemePage *self)
{
  ps_chart_view_set_chart (
      self->chart, &ps_chart_curve_kind,
      ps_curve_chart_new (self->draft, ps_amount_card_get_ceiling (self->amount), ps_amount_card_get_production (self->amount)),
      (GDestroyNotify) ps_curve_chart_free);
  ps_chart_view_set_subject (self->chart, ps_value_entry_get_text (self->name_entry));
}

static void
show_name_problem (PsSchemePage *self)
{
  if (name_is_taken (self))
    ps_value_entry_set_problem (self->name_entry, _("There is a scheme of this name already."));
  else
    ps_value_entry_set_problem (self->name_entry, NULL);
}

void
_ps_scheme_page_update_actions (PsSchemePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean read_only = ps_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (widget, "scheme.save", _ps_scheme_page_can_save (self));
  gtk_widget_action_set_enabled (widget, "scheme.discard", !self->writing && _ps_scheme_page_is_changed (self));
  gtk_widget_action_set_enabled (widget, "scheme.copy", !read_only && self->right && !self->writing && self->id != 0);
  gtk_widget_action_set_enabled (widget, "scheme.delete",
                                 !read_only && !self->writing && self->id != 0 && self->place != PS_NONE
                                     && ps_scheme_used_is_known (self->used));
  gtk_widget_action_set_enabled (widget, "scheme.history", self->id != 0);
}

/* What was typed, and all that follows from it. While something is wrong the curve keeps to what was right last. */
void
_ps_scheme_page_refresh (PsSchemePage *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (self->filling || self->session == NULL)
    return;
  read_draft (self);
  if (self->numbers)
    problems = ps_scheme_check (self->draft);
  self->right = self->numbers && problems->len == 0;
  ps_steps_editor_explain (self->bands, self->numbers ? self->draft : NULL, problems);
  ps_steps_editor_explain (self->norm_steps, self->numbers ? self->draft : NULL, problems);
  gtk_widget_set_visible (self->kind_note, self->draft->whole && self->draft->bands->len > 0);
  show_problem (self, problems);
  _ps_scheme_page_show_heading (self);
  show_name_problem (self);
  ps_chart_view_set_note (self->chart, self->right ? NULL : _("as it was before what is wrong now"));
  if (self->right)
    {
      ps_amount_card_set_scheme (self->amount, self->draft);
      show_curve (self);
      _ps_scheme_page_touch_soon (self);
    }
  _ps_scheme_page_update_actions (self);
}
