/* ps-agreement-rules.c: what of a performance agreement may change in its life: drafted, agreed, amended (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * An agreement is of one provider and year; a version of one agreement, with one number. A draft may become anything but that. What was
 * agreed stays as it is: it counts until another takes its place, and not again.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "core/ps-typed.h"
#include "ps-change-private.h"

static gboolean
is_draft (const PsRecord *version)
{
  return ps_record_get_number (version, "state") == PS_VERSION_DRAFT;
}

static gboolean
differs (const PsRowChange *row, const char *column)
{
  return ps_record_get_number (row->before, column) != ps_record_get_number (row->after, column);
}

/* Only a merger of providers moves one. */
static gboolean
check_agreement (PsApplying *applying, const PsRowChange *row, GError **error)
{
  g_autofree char *name = NULL;

  if (row->before == NULL || row->after == NULL
      || (!differs (row, "year") && (applying->merging || !differs (row, "provider_id"))))
    return TRUE;
  name = ps_row_words_name (applying->words, row->before);
  ps_change_refuse (error, _("Performance agreement %s stays of its provider and its year."), name);
  return FALSE;
}

static gboolean
refuse_agreed (PsApplying *applying, const PsRecord *version, GError **error)
{
  g_autofree char *name = ps_row_words_name (applying->words, version);

  ps_change_refuse (error, _("Performance agreement %s was agreed, and can only be changed by an amendment."), name);
  return FALSE;
}

/* Of a version that was agreed only that it counts may change: another takes its place. */
static gboolean
check_agreed (PsApplying *applying, const PsRowChange *row, GError **error)
{
  g_autoptr (PsRecord) before = ps_record_copy (row->before);
  g_autofree char *name = NULL;

  if (row->after == NULL)
    return refuse_agreed (applying, row->before, error);
  ps_record_set_number (before, "is_current", ps_record_get_number (row->after, "is_current"));
  if (!ps_record_equal (before, row->after))
    return refuse_agreed (applying, row->before, error);
  if (ps_record_get_number (row->after, "is_current") == 0)
    return TRUE;
  name = ps_row_words_name (applying->words, row->before);
  ps_change_refuse (error, _("Performance agreement %s was replaced by a later version, and does not count again."), name);
  return FALSE;
}

/* Whether another version of the agreement was agreed before. */
static gboolean
find_agreed (PsApplying *applying, const PsRecord *version, gboolean *found, GError **error)
{
  PsStatement *select = ps_rows_statement (
      applying->rows, "SELECT 1 FROM agreement_version WHERE agreement_id = ? AND id <> ? AND state > 1", error);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, ps_record_get_number (version, "agreement_id"));
  sqlite3_bind_int64 (select, 2, ps_record_get_id (version));
  if (!ps_sql_step_row (applying->store, select, found, error))
    return FALSE;
  sqlite3_reset (select);
  return TRUE;
}

/* What is missing for a draft to be agreed; NULL: nothing. The first is agreed, later ones amend it, each with its reason. */
static const char *
find_missing (const PsRecord *agreed, gboolean amends)
{
  if (ps_record_get_date (agreed, "agreed_on") == PS_DATE_OPEN)
    return _("the day on which it was agreed is missing.");
  if (ps_record_get_number (agreed, "is_current") != 1)
    return _("what is agreed counts from then on.");
  if (ps_record_get_number (agreed, "state") != (amends ? PS_VERSION_AMENDED : PS_VERSION_AGREED))
    return amends ? _("there was one already, which this one amends.") : _("it is the first, and amends none.");
  return amends && ps_typed_only_blanks (ps_record_get_text (agreed, "reason")) ? _("an amendment needs a reason.") : NULL;
}

static gboolean
check_agreeing (PsApplying *applying, const PsRowChange *row, GError **error)
{
  g_autofree char *name = NULL;
  const char *missing;
  gboolean amends;

  if (!find_agreed (applying, row->after, &amends, error))
    return FALSE;
  missing = find_missing (row->after, amends);
  if (missing == NULL)
    return TRUE;
  name = ps_row_words_name (applying->words, row->before);
  /* Translators: which one, and why not */
  ps_change_refuse (error, _("Performance agreement %s cannot be agreed so: %s"), name, missing);
  return FALSE;
}

static gboolean
check_draft (PsApplying *applying, const PsRowChange *row, GError **error)
{
  g_autofree char *name = NULL;

  if (row->after == NULL)
    return TRUE;
  if (!differs (row, "agreement_id") && !differs (row, "number"))
    return is_draft (row->after) || check_agreeing (applying, row, error);
  name = ps_row_words_name (applying->words, row->before);
  ps_change_refuse (error, _("Performance agreement %s: a version stays of its agreement, and keeps its number."), name);
  return FALSE;
}

static gboolean
check_version (PsApplying *applying, const PsRowChange *row, GError **error)
{
  if (row->before != NULL)
    return is_draft (row->before) ? check_draft (applying, row, error) : check_agreed (applying, row, error);
  if (is_draft (row->after) && ps_record_get_number (row->after, "is_current") == 0)
    return TRUE;
  ps_change_refuse (error, _("A version of a performance agreement starts as a draft."));
  return FALSE;
}

/* The version of a line as it was before this change; one that this change adds is a draft (check_version). */
static gboolean
check_draft_of (PsApplying *applying, gint64 version_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) version = ps_rows_read (applying->rows, "agreement_version", version_id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return version == NULL || is_draft (version) || refuse_agreed (applying, version, error);
}

static gboolean
check_line (PsApplying *applying, const PsRowChange *row, GError **error)
{
  return (row->before == NULL || check_draft_of (applying, ps_record_get_number (row->before, "version_id"), error))
         && (row->after == NULL || check_draft_of (applying, ps_record_get_number (row->after, "version_id"), error));
}

gboolean
ps_agreement_rules_check (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const char *table = ps_row_change_table (row);

  if (strcmp (table, "agreement") == 0)
    return check_agreement (applying, row, error);
  if (strcmp (table, "agreement_version") == 0)
    return check_version (applying, row, error);
  return strcmp (table, "agreement_line") != 0 || check_line (applying, row, error);
}
