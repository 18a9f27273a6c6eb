/* ps-agreement-page-save.c: what was given on the agreement's page, saved as one change; what was refused, said
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-page"

#include "ps-agreement-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "store/ps-desk.h"

void
_ps_agreement_page_forget_trouble (PsAgreementPage *self)
{
  g_clear_pointer (&self->trouble, g_free);
  g_array_set_size (self->refused, 0);
}

/* Saving */

typedef struct
{
  PsAgreementPage *page;
  GArray *given; /* PsRefused: what to offer again after a conflict; NULL: nothing */
  char *what;    /* "AMB1, Venlo"; NULL: several, or none */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_clear_pointer (&saving->given, g_array_unref);
  g_free (saving->what);
  g_free (saving);
}

static void
show_refusal (PsAgreementPage *self, Saving *saving, const GError *error)
{
  gboolean ours =
      error->domain == PS_STORE_ERROR && (error->code == PS_STORE_ERROR_CONFLICT || error->code == PS_STORE_ERROR_RULE);
  g_autofree char *text = ours ? g_strdup (error->message) : ps_error_text (error, ps_session_get_path (self->session));

  g_free (self->trouble);
  if (saving->what != NULL)
    self->trouble = g_strdup_printf (_("%s was not saved. %s"), saving->what, text);
  else
    self->trouble = g_strdup_printf (_("Not saved. %s"), text);
  if (saving->given != NULL && g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
    g_array_append_vals (self->refused, saving->given->data, saving->given->len);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  PsAgreementPage *self = saving->page;
  g_autoptr (GError) error = NULL;
  gboolean saved = ps_session_write_finish (PS_SESSION (source), result, NULL, &error);

  self->n_writing--;
  if (self->grid != NULL)
    {
      if (!saved && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self, saving, error);
      _ps_agreement_page_show_status (self);
      _ps_agreement_page_load (self);
    }
  saving_free (saving);
}

static Saving *
begin_saving (PsAgreementPage *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (self);
  self->n_writing++;
  _ps_agreement_page_forget_trouble (self);
  return saving;
}

PsAgreementEdits *
_ps_agreement_page_new_edits (PsAgreementPage *self)
{
  g_autofree char *thing = ps_agreement_thing (self->data->region, self->data->provider, self->data->year);

  return ps_agreement_edits_new (thing, _ps_agreement_page_get_version (self)->terms->version_id);
}

/* Takes the edits. */
void
_ps_agreement_page_save_edits (PsAgreementPage *self, PsAgreementEdits *edits, GArray *given, char *what)
{
  Saving *saving;

  if (ps_agreement_edits_count (edits) == 0)
    {
      ps_agreement_edits_free (edits);
      g_clear_pointer (&given, g_array_unref);
      g_free (what);
      return;
    }
  saving = begin_saving (self);
  saving->given = given;
  saving->what = what;
  ps_session_write_async (self->session, ps_agreement_edits_write, edits, (GDestroyNotify) ps_agreement_edits_free, on_saved_cb,
                          saving);
  _ps_agreement_page_show_sheet (self);
}

/* One line from what it is to what it becomes, in the sheet and in the edits; NULL: no line. */
void
_ps_agreement_page_change_line (PsAgreementPage *self, PsAgreementEdits *edits, guint group, guint municipality,
                                const PsAgreementLine *after)
{
  const PsAgreementLine *there = ps_agreement_find_line (self->sheet->terms, group, municipality);
  PsAgreementLine before = there != NULL ? *there : (PsAgreementLine){ 0 };

  if (there == NULL && after == NULL)
    return;
  ps_agreement_edits_add (edits, self->data->region, there != NULL ? &before : NULL, after);
  if (after != NULL)
    ps_agreement_sheet_put (self->sheet, after);
  else
    ps_agreement_sheet_remove (self->sheet, group, municipality);
}

/* Terms */

static gboolean
is_blocked (PsAgreementPage *self, const PsAgreement *terms, char **why)
{
  g_autoptr (GPtrArray) problems = ps_agreement_check (self->data->region, terms, self->data->contracts);

  for (guint i = 0; i < problems->len; i++)
    {
      const PsAgreementProblem *problem = g_ptr_array_index (problems, i);

      if (problem->blocks)
        {
          *why = ps_agreement_problem_text (self->data->region, problem);
          return TRUE;
        }
    }
  return FALSE;
}

/* Another scope that would put lines with different schemes together is refused, in words; the old one stays. */
static gboolean
refuse_scope (PsAgreementPage *self, const PsAgreement *after)
{
  g_autofree char *why = NULL, *before = NULL;

  if (after->exchange == self->sheet->terms->exchange || after->lines->len == 0 || is_blocked (self, self->sheet->terms, &before)
      || !is_blocked (self, after, &why))
    return FALSE;
  _ps_agreement_page_forget_trouble (self);
  self->trouble =
      g_strdup_printf (_("The scope of exchange stays as it was. %s Give these lines one incentive scheme first."), why);
  gtk_stack_set_visible_child_name (self->tabs, "grid");
  _ps_agreement_page_show_sheet (self);
  return TRUE;
}

static void
take_terms (PsAgreement *into, const PsAgreement *from)
{
  into->exchange = from->exchange;
  into->key = from->key;
  into->measuring = from->measuring;
  into->under_bp = from->under_bp;
  into->over_bp = from->over_bp;
}

static PsRecord *
record_of (PsAgreementPage *self, const PsAgreement *terms)
{
  PsAgreementVersion version = *_ps_agreement_page_get_version (self);
  g_autoptr (PsAgreement) copy = ps_agreement_copy (version.terms);

  take_terms (copy, terms);
  version.terms = copy;
  return ps_desk_version_record (copy->id, &version);
}

/* Another scope, key, bandwidth or way of measuring places. */
void
_ps_agreement_page_save_terms (PsAgreementPage *self, const PsAgreement *after)
{
  g_autofree char *thing = NULL;
  g_autoptr (PsRecord) before_record = NULL;
  g_autoptr (PsRecord) after_record = NULL;
  g_autoptr (PsChange) change = NULL;

  if (!_ps_agreement_page_is_editable (self) || refuse_scope (self, after))
    return;
  thing = ps_agreement_thing (self->data->region, self->data->provider, self->data->year);
  before_record = record_of (self, self->sheet->terms);
  after_record = record_of (self, after);
  change = ps_change_new ("edit", thing);
  ps_change_update (change, before_record, after_record);
  if (ps_change_is_empty (change))
    return;
  take_terms (self->sheet->terms, after);
  ps_session_apply_async (self->session, g_steal_pointer (&change), on_saved_cb, begin_saving (self));
  _ps_agreement_page_show_sheet (self);
}
