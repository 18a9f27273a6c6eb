/* ps-scheme-page.c: one incentive scheme: its steps as tables beside the curve that they draw
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * a key ──▶ the steps as they stand (draft) ──▶ checked ──▶ curve, amount tried, and a moment later whom it touches
 */
#define G_LOG_DOMAIN "peilstok-scheme-page"

#include "ps-scheme-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/history/ps-history-page.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-gone.h"

#define USUAL_CEILING 100000000 /* € 1.000.000: what is tried where no agreement gives something better */
#define USUAL_PRODUCTION 108000000

static void ps_scheme_page_unsaved_init (PsUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsSchemePage, ps_scheme_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, ps_scheme_page_unsaved_init))

/**
 * _ps_scheme_page_begin: shows a scheme as what there is: nothing is changed then.
 */
void
_ps_scheme_page_begin (PsSchemePage *self, const PsScheme *base, const char *notes)
{
  PsScheme *copy = ps_scheme_copy (base);

  ps_scheme_free (self->base);
  self->base = copy;
  g_free (self->base_notes);
  self->base_notes = g_strdup (notes != NULL ? notes : "");
  self->filling = TRUE;
  ps_value_entry_set_text (self->name_entry, copy->name != NULL ? copy->name : "");
  gtk_toggle_button_set_active (copy->whole ? self->whole : self->per_band, TRUE);
  ps_steps_editor_set_steps (self->bands, copy->bands);
  ps_steps_editor_set_steps (self->norm_steps, copy->norm_steps);
  gtk_text_buffer_set_text (self->notes, self->base_notes, -1);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->touch), self->place != PS_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->used), self->place != PS_NONE);
  _ps_scheme_page_refresh (self);
}

/* The scope of the year that its bands take most from; NULL: they take nothing. */
static const PsScope *
find_scope (const PsSettledYear *settled, guint scheme)
{
  const PsScope *best = NULL;

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      for (guint j = 0; j < settlement->scopes->len; j++)
        {
          const PsScope *scope = &g_array_index (settlement->scopes, PsScope, j);

          if (scope->scheme == scheme && scope->ceiling_cents > 0
              && scope->bands_deduction_cents > (best != NULL ? best->bands_deduction_cents : 0))
            best = scope;
        }
    }
  return best;
}

/* What is tried first: where the scheme works hardest this year, else round amounts. */
static void
choose_amounts (PsSchemePage *self)
{
  const PsScope *scope = self->place != PS_NONE ? find_scope (ps_session_get_settled (self->session), self->place) : NULL;

  if (scope != NULL)
    ps_amount_card_set_amounts (self->amount, scope->ceiling_cents, scope->net_cents);
  else
    ps_amount_card_set_amounts (self->amount, USUAL_CEILING, USUAL_PRODUCTION);
}

/* Following the session */

static guint
find_place (PsSchemePage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  for (guint i = 0; self->id != 0 && i < settled->region->schemes->len; i++)
    if (ps_region_scheme (settled->region, i)->id == self->id)
      return i;
  return PS_NONE;
}

/* What was typed stays; saving it refuses where somebody else changed the same. */
static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsSchemePage *self = PS_SCHEME_PAGE (user_data);
  gboolean changed = _ps_scheme_page_is_changed (self);
  gboolean was_there = self->place != PS_NONE;

  if (ps_session_get_settled (session) == NULL)
    return;
  self->place = find_place (self);
  if (self->writing)
    return;
  if (was_there && self->place == PS_NONE && !changed)
    {
      ps_page_set_gone (GTK_WIDGET (self), TRUE);
      return;
    }
  if (self->place != PS_NONE)
    {
      ps_page_set_gone (GTK_WIDGET (self), FALSE);
      const PsScheme *scheme = ps_region_scheme (ps_session_get_settled (session)->region, self->place);

      if (!changed)
        _ps_scheme_page_begin (self, scheme, self->base_notes);
      ps_scheme_used_ask (self->used, self->id, scheme->name);
    }
  _ps_scheme_page_refresh (self);
}

static void
on_use_known_cb (PsSchemeUsed *used, gpointer user_data)
{
  PsSchemePage *self = PS_SCHEME_PAGE (user_data);
  g_autofree char *notes = _ps_scheme_page_get_notes (self);

  if (g_strcmp0 (notes, self->base_notes) == 0 && self->id != 0)
    {
      g_free (self->base_notes);
      self->base_notes = g_strdup (ps_scheme_used_get_notes (used));
      self->filling = TRUE;
      gtk_text_buffer_set_text (self->notes, self->base_notes, -1);
      self->filling = FALSE;
    }
  _ps_scheme_page_show_heading (self);
  _ps_scheme_page_update_actions (self);
  _ps_scheme_page_effects_known (self);
}

/* Actions */

static void
on_save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSchemePage *self = PS_SCHEME_PAGE (widget);

  if (_ps_scheme_page_can_save (self))
    _ps_scheme_page_save (self);
}

static void
on_discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_unsaved_discard (PS_UNSAVED (widget));
}

static void
on_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_scheme_page_make_copy (PS_SCHEME_PAGE (widget));
}

static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_scheme_page_delete (PS_SCHEME_PAGE (widget));
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSchemePage *self = PS_SCHEME_PAGE (widget);
  g_autofree char *thing = g_strdup_printf ("scheme:%s", self->base->name);
  g_autofree char *title = g_strdup_printf (_("%s, history"), self->base->name);

  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, self->base->name), title);
}

/* PsUnsaved */

static gboolean
unsaved_has_unsaved (PsUnsaved *unsaved)
{
  PsSchemePage *self = PS_SCHEME_PAGE (unsaved);

  return !ps_session_is_read_only (self->session) && _ps_scheme_page_is_changed (self);
}

static char *
unsaved_describe (PsUnsaved *unsaved)
{
  PsSchemePage *self = PS_SCHEME_PAGE (unsaved);
  const char *name = self->id != 0 ? self->base->name : ps_value_entry_get_text (self->name_entry);

  if (name[0] == '\0')
    return g_strdup (_("the new scheme"));
  return g_strdup_printf (_("the changes of scheme “%s”"), name);
}

static gboolean
unsaved_can_save (PsUnsaved *unsaved)
{
  return _ps_scheme_page_can_save (PS_SCHEME_PAGE (unsaved));
}

static void
unsaved_save (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  PsSchemePage *self = PS_SCHEME_PAGE (unsaved);

  self->done = done;
  self->done_data = user_data;
  _ps_scheme_page_save (self);
}

static void
unsaved_discard (PsUnsaved *unsaved)
{
  PsSchemePage *self = PS_SCHEME_PAGE (unsaved);
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  self->base_is_news = FALSE;
  if (self->place != PS_NONE && settled != NULL)
    _ps_scheme_page_begin (self, ps_region_scheme (settled->region, self->place), ps_scheme_used_get_notes (self->used));
  else
    _ps_scheme_page_begin (self, self->base, self->base_notes);
}

static void
ps_scheme_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = unsaved_has_unsaved;
  iface->describe = unsaved_describe;
  iface->can_save = unsaved_can_save;
  iface->save = unsaved_save;
  iface->discard = unsaved_discard;
}

/* Making and unmaking */

static void
ps_scheme_page_dispose (GObject *object)
{
  PsSchemePage *self = PS_SCHEME_PAGE (object);

  g_clear_handle_id (&self->touch_timeout, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SCHEME_PAGE);
  G_OBJECT_CLASS (ps_scheme_page_parent_class)->dispose (object);
}

static void
ps_scheme_page_finalize (GObject *object)
{
  PsSchemePage *self = PS_SCHEME_PAGE (object);

  ps_scheme_free (self->base);
  ps_scheme_free (self->draft);
  g_free (self->base_notes);
  g_clear_pointer (&self->effects, g_array_unref);
  G_OBJECT_CLASS (ps_scheme_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "scheme.save", NULL, on_save_cb);
  gtk_widget_class_install_action (class, "scheme.discard", NULL, on_discard_cb);
  gtk_widget_class_install_action (class, "scheme.copy", NULL, on_copy_cb);
  gtk_widget_class_install_action (class, "scheme.delete", NULL, on_delete_cb);
  gtk_widget_class_install_action (class, "scheme.history", NULL, on_history_cb);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, GDK_CONTROL_MASK, "scheme.save", NULL);
}

static void
ps_scheme_page_class_init (PsSchemePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_scheme_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_scheme_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-scheme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, name);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, problem);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, cards);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, left);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, second);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, name_box);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, kind_box);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, per_band);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, whole);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, kind_note);
  gtk_widget_class_bind_template_child (widget_class, PsSchemePage, notes_view);
  install_actions (widget_class);
}

static void
ps_scheme_page_init (PsSchemePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->cards), ps_card_layout_new (400, 12));
  self->place = PS_NONE;
  self->draft = ps_scheme_new ();
  self->notes = gtk_text_view_get_buffer (self->notes_view);
}

static GtkWidget *
in_figures (GtkWidget *child)
{
  GtkWidget *card = adw_bin_new ();

  gtk_widget_add_css_class (card, "figures");
  adw_bin_set_child (ADW_BIN (card), child);
  return card;
}

/* In pairs, side by side where there is room: the bands and their curve, the norm duration and the amount, who and where. */
static void
make_parts (PsSchemePage *self)
{
  self->name_entry = PS_VALUE_ENTRY (ps_value_entry_new (PS_ENTRY_TEXT, _("Name of the scheme"), FALSE));
  self->bands = PS_STEPS_EDITOR (ps_steps_editor_new (FALSE));
  self->norm_steps = PS_STEPS_EDITOR (ps_steps_editor_new (TRUE));
  self->chart = PS_CHART_VIEW (ps_chart_view_new ());
  self->amount = PS_AMOUNT_CARD (ps_amount_card_new ());
  self->touch = PS_SCHEME_TOUCH (ps_scheme_touch_new (self->session));
  self->used = PS_SCHEME_USED (ps_scheme_used_new (self->session));
  ps_value_entry_set_required (self->name_entry, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name_entry), TRUE);
  gtk_box_append (self->name_box, GTK_WIDGET (self->name_entry));
  gtk_widget_set_vexpand (GTK_WIDGET (self->bands), TRUE);
  gtk_box_append (self->left, GTK_WIDGET (self->bands));
  gtk_box_prepend (self->second, GTK_WIDGET (self->norm_steps));
  gtk_box_insert_child_after (self->cards, in_figures (GTK_WIDGET (self->chart)), GTK_WIDGET (self->left));
  gtk_box_append (self->cards, GTK_WIDGET (self->amount));
  gtk_box_append (self->cards, GTK_WIDGET (self->touch));
  gtk_box_append (self->cards, GTK_WIDGET (self->used));
}

static void
connect_parts (PsSchemePage *self)
{
  g_signal_connect_object (self->name_entry, "value-changed", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bands, "changed", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->norm_steps, "changed", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->whole, "toggled", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->amount, "changed", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (_ps_scheme_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->used, "known", G_CALLBACK (on_use_known_cb), self, 0);
  g_signal_connect_object (self->session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  g_signal_connect_object (self->session, "notify::writing", G_CALLBACK (_ps_scheme_page_update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
set_editable (PsSchemePage *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_entry), editable);
  gtk_widget_set_sensitive (self->kind_box, editable);
  ps_steps_editor_set_editable (self->bands, editable);
  ps_steps_editor_set_editable (self->norm_steps, editable);
  gtk_text_view_set_editable (self->notes_view, editable);
}

static PsSchemePage *
new_page (PsSession *session, const PsScheme *base, guint place)
{
  PsSchemePage *self = g_object_new (PS_TYPE_SCHEME_PAGE, NULL);

  self->session = g_object_ref (session);
  self->place = place;
  self->id = place != PS_NONE ? base->id : 0;
  make_parts (self);
  choose_amounts (self);
  _ps_scheme_page_begin (self, base, "");
  set_editable (self, !ps_session_is_read_only (session));
  connect_parts (self);
  if (place != PS_NONE)
    ps_scheme_used_ask (self->used, base->id, base->name);
  return self;
}

GtkWidget *
ps_scheme_page_new (PsSession *session, guint scheme)
{
  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  return GTK_WIDGET (new_page (session, ps_region_scheme (ps_session_get_settled (session)->region, scheme), scheme));
}

GtkWidget *
ps_scheme_page_new_preset (PsSession *session, PsSchemePreset preset)
{
  g_autoptr (PsScheme) base = NULL;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  base = ps_scheme_new_preset (preset);
  return GTK_WIDGET (new_page (session, base, PS_NONE));
}
