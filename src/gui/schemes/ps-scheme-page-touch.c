/* ps-scheme-page-touch.c: whom the scheme touches, computed beside the page a moment after the last key
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-scheme-page"

#include "ps-scheme-page-private.h"

#include "gui/ps-error-text.h"
#include "ps-scheme-effect.h"

#define MOMENT_MS 150

typedef struct
{
  PsSchemePage *page;
  guint asked;
} Asking;

static void
take_effects (PsSchemePage *self, GArray *effects)
{
  g_clear_pointer (&self->effects, g_array_unref);
  self->effects = effects;
  ps_scheme_touch_set_effects (self->touch, effects);
  _ps_scheme_page_effects_known (self);
}

static void
on_settled_anew_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSchemePage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) effects = ps_scheme_effect_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    return;
  if (effects != NULL)
    take_effects (self, g_steal_pointer (&effects));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_scheme_touch_set_problem (self->touch, text);
      _ps_scheme_page_effects_failed (self);
    }
}

static void
ask (PsSchemePage *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), self->asked };
  g_clear_pointer (&self->effects, g_array_unref);
  ps_scheme_touch_set_effects (self->touch, NULL);
  ps_scheme_effect_async (self->session, self->place, self->draft, on_settled_anew_cb, asking);
}

/* Only for a scheme that the figures were made with, and while the steps on the page are right. */
void
_ps_scheme_page_touch_now (PsSchemePage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsScheme *saved;

  g_clear_handle_id (&self->touch_timeout, g_source_remove);
  self->asked++;
  if (settled == NULL || self->place == PS_NONE || !self->right)
    return;
  saved = ps_region_scheme (settled->region, self->place);
  if (ps_scheme_effect_is_quick (saved, self->draft))
    take_effects (self, ps_scheme_effect_of_bands (settled, self->place, self->draft));
  else
    ask (self);
}

static gboolean
on_moment_passed_cb (gpointer user_data)
{
  PsSchemePage *self = user_data;

  self->touch_timeout = 0;
  _ps_scheme_page_touch_now (self);
  return G_SOURCE_REMOVE;
}

void
_ps_scheme_page_touch_soon (PsSchemePage *self)
{
  g_clear_handle_id (&self->touch_timeout, g_source_remove);
  if (self->place != PS_NONE)
    self->touch_timeout = g_timeout_add (MOMENT_MS, on_moment_passed_cb, self);
}
