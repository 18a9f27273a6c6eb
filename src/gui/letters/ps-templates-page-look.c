/* ps-templates-page-look.c: a template's text as a letter to a provider, made beside the window as it is typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-templates-page"

#include "ps-templates-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/bandwidth/ps-bandwidth-data.h"
#include "gui/ps-error-text.h"
#include "gui/ps-spinner.h"

#define TYPING_MS 250

static void start (PsTemplatesPage *self);

static void
show_look (PsTemplatesPage *self, const PsLetterLook *look)
{
  ps_letter_editor_set_faults (self->editor, look->subject_faults, look->body_faults);
  if (look->values != NULL)
    ps_letter_editor_set_values (self->editor, look->values);
  if (look->pages != NULL)
    ps_letter_preview_set_pages (self->preview, look->pages, look->text);
  else
    ps_letter_preview_set_problem (self->preview, look->problem);
}

static void
on_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsTemplatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterLook) look = ps_letter_look_finish (PS_SESSION (source), result, &error);

  self->looking = FALSE;
  if (self->session == NULL)
    return;
  ps_spinner_show (self->spinner, self->looking);
  if (self->look_outdated)
    start (self);
  else if (look != NULL)
    show_look (self, look);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_letter_preview_set_problem (self->preview, text);
    }
}

static const char *
chosen_agb (PsTemplatesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->provider);

  return chosen < self->agbs->len ? g_ptr_array_index (self->agbs, chosen) : NULL;
}

/* The latest peildatum of the year, else the last one that there is. */
static gint64
choose_peildatum (PsTemplatesPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  gint64 id = ps_bandwidth_default_peildatum (self->session);

  for (guint i = 0; id == 0 && i < region->peildata->len; i++)
    if (ps_date_year (ps_region_peildatum (region, i)->date) == ps_session_get_year (self->session))
      id = ps_region_peildatum (region, i)->id;
  return id;
}

/* Whose figures: a letter about a forecast above is shown for somebody whose forecast is above */

static void
on_kinds_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsTemplatesPage) self = user_data;
  g_autoptr (PsBandwidthShown) shown = ps_bandwidth_data_finish (PS_SESSION (source), result, NULL);

  if (self->session == NULL || shown == NULL)
    return;
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < shown->year->providers->len; i++)
    {
      const PsBandwidth *now = ((const PsProviderBandwidth *) g_ptr_array_index (shown->year->providers, i))->now;

      g_hash_table_insert (self->kinds, g_strdup (ps_region_provider (shown->year->region, now->provider)->agb),
                           GUINT_TO_POINTER (now->letter));
    }
  _ps_templates_page_fit (self);
  _ps_templates_page_look (self, TRUE);
}

void
_ps_templates_page_read_kinds (PsTemplatesPage *self)
{
  PsBandwidthAsk ask = { .year = ps_session_get_year (self->session), .no_before = TRUE };

  ask.peildatum_id = choose_peildatum (self);
  if (ask.peildatum_id != 0)
    ps_bandwidth_data_async (self->session, &ask, on_kinds_cb, g_object_ref (self));
}

void
_ps_templates_page_fit (PsTemplatesPage *self)
{
  for (guint i = 0; self->kinds != NULL && self->shown != NULL && !self->provider_chosen && i < self->agbs->len; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, g_ptr_array_index (self->agbs, i))) == self->shown->kind)
      {
        self->choosing = TRUE;
        gtk_drop_down_set_selected (self->provider, i);
        self->choosing = FALSE;
        return;
      }
}

/* Fields are known without a provider too; the pages are not. */
static void
show_none (PsTemplatesPage *self, const char *subject, const char *body)
{
  g_autoptr (GPtrArray) subject_faults = ps_letter_subject_check (subject, NULL);
  g_autoptr (GPtrArray) body_faults = ps_letter_text_check (body, NULL);

  ps_letter_editor_set_faults (self->editor, subject_faults, body_faults);
  ps_letter_preview_set_note (self->preview,
                              _("Pages are shown with the figures of a provider at a peildatum: this year has none yet."));
}

/* One at a time: what is asked meanwhile is made after it, once. */
static void
start (PsTemplatesPage *self)
{
  g_autofree char *subject = ps_letter_editor_get_subject (self->editor);
  g_autofree char *body = ps_letter_editor_get_body (self->editor);
  PsLetterSample sample = { .agb = chosen_agb (self), .subject = subject, .body = body };

  if (self->shown == NULL || ps_session_get_settled (self->session) == NULL)
    return;
  self->look_outdated = self->looking;
  if (self->looking)
    return;
  sample.kind = self->shown->kind;
  sample.peildatum_id = choose_peildatum (self);
  if (sample.agb == NULL || sample.peildatum_id == 0)
    {
      show_none (self, subject, body);
      return;
    }
  self->looking = TRUE;
  ps_spinner_show (self->spinner, self->looking);
  ps_letter_look_sample_async (self->session, &sample, ps_letter_today (), on_look_cb, g_object_ref (self));
}

static gboolean
on_typing_paused_cb (gpointer user_data)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (user_data);

  self->look_wait = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

void
_ps_templates_page_look (PsTemplatesPage *self, gboolean at_once)
{
  self->look_outdated = self->looking;
  g_clear_handle_id (&self->look_wait, g_source_remove);
  if (at_once)
    start (self);
  else
    self->look_wait = g_timeout_add (TYPING_MS, on_typing_paused_cb, self);
}
