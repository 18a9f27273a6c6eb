/* ps-agreement-edits.c: lines of a draft as they were shown and as they were given, saved as one change
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A line that was just made has no id on the page yet, when it is changed again at once: so the worker looks the lines up by their
 * product group and municipality. What they are held against is what was shown, not what is found.
 */
#define G_LOG_DOMAIN "peilstok-agreement-edits"

#include "ps-agreement-edits.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

struct _PsAgreementEdits
{
  char *thing;
  gint64 version_id;
  GArray *edits; /* PsLineEdit */
};

PsAgreementEdits *
ps_agreement_edits_new (const char *thing, gint64 version_id)
{
  PsAgreementEdits *self = g_new0 (PsAgreementEdits, 1);

  self->thing = g_strdup (thing);
  self->version_id = version_id;
  self->edits = g_array_new (FALSE, TRUE, sizeof (PsLineEdit));
  return self;
}

void
ps_agreement_edits_free (PsAgreementEdits *self)
{
  g_free (self->thing);
  g_array_unref (self->edits);
  g_free (self);
}

static PsLineValues
values_of (const PsRegion *region, const PsAgreementLine *line)
{
  PsLineValues values = { .there = line != NULL, .places_milli = PS_NO_NUMBER, .scheme_id = PS_NO_NUMBER };

  if (line == NULL)
    return values;
  values.ceiling_cents = line->ceiling_cents;
  values.places_milli = line->places_milli;
  values.scheme_id = line->scheme != PS_NONE ? ps_region_scheme (region, line->scheme)->id : PS_NO_NUMBER;
  values.lump_sum = line->lump_sum;
  return values;
}

void
ps_agreement_edits_add (PsAgreementEdits *self, const PsRegion *region, const PsAgreementLine *before,
                        const PsAgreementLine *after)
{
  const PsAgreementLine *either = before != NULL ? before : after;
  PsLineEdit edit = { 0 };

  g_return_if_fail (either != NULL);

  edit.group_id = ps_region_group (region, either->group)->id;
  edit.municipality_id = ps_region_municipality (region, either->municipality)->id;
  edit.before = values_of (region, before);
  edit.after = values_of (region, after);
  g_array_append_val (self->edits, edit);
}

guint
ps_agreement_edits_count (const PsAgreementEdits *self)
{
  return self->edits->len;
}

/* On the worker */

static const PsRecord *
find_row (GPtrArray *rows, const PsLineEdit *edit)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRecord *row = g_ptr_array_index (rows, i);

      if (ps_record_get_number (row, "group_id") == edit->group_id
          && ps_record_get_number (row, "municipality_id") == edit->municipality_id)
        return row;
    }
  return NULL;
}

static PsRecord *
record_of (const PsAgreementEdits *self, const PsLineEdit *edit, const PsLineValues *values, gint64 id)
{
  PsRecord *record = id != 0 ? ps_record_new_for ("agreement_line", id) : ps_record_new ("agreement_line");

  ps_record_set_number (record, "version_id", self->version_id);
  ps_record_set_number (record, "group_id", edit->group_id);
  ps_record_set_number (record, "municipality_id", edit->municipality_id);
  ps_record_set_number (record, "lump_sum", values->lump_sum);
  ps_record_set_number (record, "ceiling_cents", values->ceiling_cents);
  ps_record_set_number (record, "places_milli", values->places_milli);
  ps_record_set_number (record, "scheme_id", values->scheme_id);
  return record;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT, why);
  return FALSE;
}

/* Somebody made the line, or took it away, since it was shown. */
static gboolean
check_there (const PsLineEdit *edit, const PsRecord *row, GError **error)
{
  g_autofree char *why = NULL;

  if (edit->before.there && row == NULL)
    return refuse (error, _("This line was removed since it was shown here."));
  if (!edit->before.there && row != NULL)
    {
      char *money = ps_format_money (ps_record_get_number (row, "ceiling_cents"));

      why = g_strdup_printf (_("This cell was empty when it was shown here; it has a line of %s by now."), money);
      g_free (money);
      return refuse (error, why);
    }
  return TRUE;
}

static gboolean
add_to_change (const PsAgreementEdits *self, PsChange *change, const PsLineEdit *edit, GPtrArray *rows, GError **error)
{
  const PsRecord *row = find_row (rows, edit);
  gint64 id = row != NULL ? ps_record_get_id (row) : 0;
  g_autoptr (PsRecord) before = record_of (self, edit, &edit->before, id);
  g_autoptr (PsRecord) after = record_of (self, edit, &edit->after, id);

  if (!check_there (edit, row, error))
    return FALSE;
  if (edit->before.there && edit->after.there)
    ps_change_update (change, before, after);
  else if (edit->before.there)
    ps_change_delete (change, before);
  else if (edit->after.there)
    ps_change_insert (change, after);
  return TRUE;
}

gboolean
ps_agreement_edits_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record,
                          GError **error)
{
  const PsAgreementEdits *self = data;
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "agreement_line", "version_id", self->version_id, error);
  g_autoptr (PsChange) change = ps_change_new ("edit", self->thing);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < self->edits->len; i++)
    if (!add_to_change (self, change, &g_array_index (self->edits, PsLineEdit, i), rows, error))
      return FALSE;
  return ps_change_apply (store, change, actor, record, error);
}
