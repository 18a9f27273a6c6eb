/* ps-letters-templates.c: the texts that letters are drafted with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-letters-private.h"

/**
 * ps_letter_template_free: template_ may be %NULL.
 */
void
ps_letter_template_free (PsLetterTemplate *template_)
{
  if (template_ == NULL)
    return;
  g_free (template_->name);
  g_free (template_->subject);
  g_free (template_->body);
  g_free (template_);
}

static PsLetterTemplate *
standard_template (PsLetterKind kind)
{
  PsLetterTemplate *text = g_new0 (PsLetterTemplate, 1);

  text->kind = kind;
  text->name = g_strdup (C_("template of a letter", "Standard text"));
  text->subject = g_strdup (ps_letter_standard_subject (kind));
  text->body = g_strdup (ps_letter_standard_body (kind));
  return text;
}

static PsLetterTemplate *
read_template (const PsRecord *row)
{
  PsLetterTemplate *text = g_new0 (PsLetterTemplate, 1);

  text->id = ps_record_get_id (row);
  text->kind = (PsLetterKind) ps_record_get_number (row, "kind");
  text->name = g_strdup (ps_record_get_text (row, "name"));
  text->subject = g_strdup (ps_record_get_text (row, "subject"));
  text->body = g_strdup (ps_record_get_text (row, "body"));
  return text;
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const PsLetterTemplate *left = *(PsLetterTemplate *const *) a, *right = *(PsLetterTemplate *const *) b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  return g_utf8_collate (left->name, right->name);
}

/**
 * ps_letters_templates:
 *
 * Returns: (transfer full): PsLetterTemplate by kind and name; of a kind of which the region has none the standard text, with
 * id 0
 */
GPtrArray *
ps_letters_templates (PsStore *store, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "letter_template", NULL, 0, error);
  GPtrArray *templates;
  gboolean has[PS_N_LETTER_KINDS] = { FALSE };

  if (rows == NULL)
    return NULL;
  templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_letter_template_free);
  for (guint i = 0; i < rows->len; i++)
    {
      PsLetterTemplate *text = read_template (g_ptr_array_index (rows, i));

      if (text->kind > PS_LETTER_NONE && text->kind < PS_N_LETTER_KINDS)
        has[text->kind] = TRUE;
      g_ptr_array_add (templates, text);
    }
  for (int kind = PS_LETTER_NOTICE; kind < PS_N_LETTER_KINDS; kind++)
    if (!has[kind])
      g_ptr_array_add (templates, standard_template ((PsLetterKind) kind));
  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

PsLetterTemplate *
ps_letter_template_choose (PsStore *store, PsLetterKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) templates = ps_letters_templates (store, error);

  if (templates == NULL)
    return NULL;
  for (guint i = 0; i < templates->len; i++)
    {
      const PsLetterTemplate *text = g_ptr_array_index (templates, i);

      if (text->kind == kind && (id == 0 || text->id == id))
        return g_ptr_array_steal_index (templates, i);
    }
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("The template that was chosen is not there any more. Nothing was changed; choose again."));
  return NULL;
}

static PsRecord *
make_row (const PsLetterTemplate *text)
{
  PsRecord *row = text->id != 0 ? ps_record_new_for ("letter_template", text->id) : ps_record_new ("letter_template");

  ps_record_set_number (row, "kind", text->kind);
  ps_record_set_text (row, "name", text->name);
  ps_record_set_text (row, "subject", text->subject);
  ps_record_set_text (row, "body", text->body);
  return row;
}

static gboolean
check_template (const PsLetterTemplate *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text->name != NULL ? text->name : ""));

  if (text->kind <= PS_LETTER_NONE || text->kind >= PS_N_LETTER_KINDS)
    return ps_letter_refuse (error, _("The template does not say for which kind of letter it is."));
  if (*name == '\0')
    return ps_letter_refuse (error, _("The template has no name."));
  return ps_letter_check_texts (text->subject != NULL ? text->subject : "", text->body != NULL ? text->body : "", error);
}

/**
 * ps_letters_save_template:
 * @before: (nullable): as shown; %NULL or with id 0: a new one
 * @after: (nullable): %NULL: it is deleted
 * @record: (out) (optional): 0: nothing differed
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE where a field is unknown, the name is taken, or a letter was drafted with the one
 * to delete; PS_STORE_ERROR_CONFLICT where it is not what was shown any more
 */
gboolean
ps_letters_save_template (PsStore *store, const char *actor, const PsLetterTemplate *before, const PsLetterTemplate *after,
                          gint64 *record, GError **error)
{
  gboolean is_new = before == NULL || before->id == 0;
  const PsLetterTemplate *named = after != NULL ? after : before;
  g_autofree char *thing = NULL;
  g_autoptr (PsChange) change = NULL;
  g_autoptr (PsRecord) was = is_new ? NULL : make_row (before);
  g_autoptr (PsRecord) is = NULL;

  g_return_val_if_fail (after != NULL || !is_new, FALSE);
  if (after != NULL && !check_template (after, error))
    return FALSE;
  thing = g_strdup_printf ("letter-template:%s", named->name);
  change = ps_change_new (is_new ? "create" : after != NULL ? "edit" : "delete", thing);
  if (after != NULL)
    {
      PsLetterTemplate wanted = *after;

      wanted.id = is_new ? 0 : before->id;
      is = make_row (&wanted);
    }
  if (is_new)
    ps_change_insert (change, is);
  else if (is != NULL)
    ps_change_update (change, was, is);
  else
    ps_change_delete (change, was);
  return ps_change_apply (store, change, actor, record, error);
}
