/* ps-desk-versions.c: the life of a performance agreement: drafted, agreed, amended (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-desk-private.h"

/* An agreement with its versions, as rows. */
typedef struct
{
  PsRecord *agreement;
  char *agb;
  GPtrArray *versions; /* PsRecord by id */
} Life;

static void
life_clear (Life *life)
{
  g_clear_pointer (&life->agreement, ps_record_free);
  g_clear_pointer (&life->agb, g_free);
  g_clear_pointer (&life->versions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Life, life_clear)

static gboolean
load_life (PsStore *store, gint64 agreement_id, Life *life, GError **error)
{
  g_autoptr (PsRecord) provider = NULL;

  life->agreement = ps_desk_read (store, "agreement", agreement_id, error);
  if (life->agreement == NULL)
    return FALSE;
  provider = ps_desk_read (store, "provider", ps_record_get_number (life->agreement, "provider_id"), error);
  if (provider == NULL)
    return FALSE;
  life->agb = g_strdup (ps_record_get_text (provider, "agb"));
  life->versions = ps_store_load_records (store, "agreement_version", "agreement_id", agreement_id, error);
  return life->versions != NULL;
}

static PsChange *
change_of_life (const char *action, const Life *life)
{
  return ps_desk_change_new (action, "agreement:%s:%d", life->agb, (int) ps_record_get_number (life->agreement, "year"));
}

/* The one that counts, or the draft; NULL: there is none. */
static const PsRecord *
find_version (const Life *life, gboolean draft)
{
  for (guint i = 0; i < life->versions->len; i++)
    {
      const PsRecord *version = g_ptr_array_index (life->versions, i);

      if (draft ? ps_record_get_number (version, "state") == PS_VERSION_DRAFT : ps_record_get_number (version, "is_current") == 1)
        return version;
    }
  return NULL;
}

static void
insert_lines (PsChange *change, const PsRegion *region, gint64 version_id, const PsAgreement *terms)
{
  for (guint i = 0; i < terms->lines->len; i++)
    {
      g_autoptr (PsRecord) line = ps_desk_line_record (region, version_id, &g_array_index (terms->lines, PsAgreementLine, i));

      ps_change_insert (change, line);
    }
}

gboolean
ps_desk_new_agreement (PsStore *store, const char *actor, const PsRegion *region, const PsAgreement *terms, const char *reason,
                       gint64 *record, GError **error)
{
  const PsProvider *provider = ps_region_provider (region, terms->provider);
  PsChange *change = ps_desk_change_new ("create", "agreement:%s:%d", provider->agb, terms->year);
  PsAgreementVersion version = {
    .number = 1, .state = PS_VERSION_DRAFT, .agreed_on = PS_DATE_OPEN, .terms = (PsAgreement *) terms
  };
  g_autoptr (PsRecord) agreement = ps_record_new ("agreement");
  g_autoptr (PsRecord) draft = NULL;

  ps_record_set_number (agreement, "provider_id", provider->id);
  ps_record_set_number (agreement, "year", terms->year);
  draft = ps_desk_version_record (ps_change_insert (change, agreement), &version);
  insert_lines (change, region, ps_change_insert (change, draft), terms);
  return ps_desk_apply (store, change, actor, reason, record, error);
}

static GPtrArray *
line_records (const PsRegion *region, gint64 version_id, const PsAgreement *terms)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);

  for (guint i = 0; i < terms->lines->len; i++)
    g_ptr_array_add (records, ps_desk_line_record (region, version_id, &g_array_index (terms->lines, PsAgreementLine, i)));
  return records;
}

static gboolean
is_same_cell (const PsRecord *a, const PsRecord *b)
{
  return ps_record_get_number (a, "group_id") == ps_record_get_number (b, "group_id")
         && ps_record_get_number (a, "municipality_id") == ps_record_get_number (b, "municipality_id");
}

/* The lines of a version as they were shown, each with the id of the row of its cell now: what was just given has none yet. */
static GPtrArray *
shown_lines (PsStore *store, const PsRegion *region, const PsAgreementVersion *shown, GError **error)
{
  g_autoptr (GPtrArray) present = ps_store_load_records (store, "agreement_line", "version_id", shown->id, error);
  GPtrArray *lines;

  if (present == NULL)
    return NULL;
  lines = line_records (region, shown->id, shown->terms);
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < present->len; j++)
      if (is_same_cell (lines->pdata[i], present->pdata[j]))
        ps_record_set_id (lines->pdata[i], ps_record_get_id (present->pdata[j]));
  return lines;
}

/* The version must be what was shown, to its last line. The row itself is changed, or expected, by who calls. */
static void
expect_lines (PsChange *change, gint64 version_id, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    ps_change_expect (change, lines->pdata[i]);
  ps_change_expect_all (change, "agreement_line", "version_id", version_id);
}

static gint64
next_number (const Life *life)
{
  gint64 highest = 0;

  for (guint i = 0; i < life->versions->len; i++)
    highest = MAX (highest, ps_record_get_number (life->versions->pdata[i], "number"));
  return highest + 1;
}

gboolean
ps_desk_amend_agreement (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown,
                         const char *reason, gint64 *record, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autoptr (PsRecord) current = ps_desk_version_record (shown->terms->id, shown);
  g_autoptr (GPtrArray) lines = shown_lines (store, region, shown, error);
  g_autoptr (PsRecord) draft = NULL;
  PsChange *change;

  if (lines == NULL || !load_life (store, shown->terms->id, &life, error))
    return FALSE;
  if (find_version (&life, FALSE) == NULL || find_version (&life, TRUE) != NULL)
    {
      ps_change_refuse (error, _("There is a draft of this performance agreement already: go on with that one, or discard it."));
      return FALSE;
    }
  change = change_of_life ("amend", &life);
  ps_change_expect (change, current);
  expect_lines (change, shown->id, lines);
  draft = ps_record_copy (current);
  ps_record_set_number (draft, "number", next_number (&life));
  ps_record_set_number (draft, "state", PS_VERSION_DRAFT);
  ps_record_set_number (draft, "is_current", 0);
  ps_record_set_date (draft, "agreed_on", PS_DATE_OPEN);
  ps_record_set_text (draft, "reason", reason);
  insert_lines (change, region, ps_change_insert (change, draft), shown->terms);
  return ps_desk_apply (store, change, actor, reason, record, error);
}

/* The agreement of the draft that is to be agreed or discarded. */
static gboolean
load_life_of_draft (PsStore *store, const PsAgreementVersion *shown, Life *life, GError **error)
{
  const PsRecord *draft;

  if (!load_life (store, shown->terms->id, life, error))
    return FALSE;
  draft = find_version (life, TRUE);
  if (draft != NULL && ps_record_get_id (draft) == shown->id)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("This version is not a draft any more. Nothing was changed; look at it again."));
  return FALSE;
}

/* Nothing of it blocks: it has lines, and one scheme within each scope. */
static gboolean
check_draft (PsStore *store, const PsRegion *region, const PsAgreement *terms, GError **error)
{
  g_autoptr (GPtrArray) contracts = ps_desk_load_contracts (store, region, terms->provider, error);
  g_autoptr (GPtrArray) problems = NULL;

  if (contracts == NULL)
    return FALSE;
  problems = ps_agreement_check (region, terms, contracts);
  for (guint i = 0; i < problems->len; i++)
    {
      const PsAgreementProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->blocks)
        continue;
      ps_change_refuse (error, "%s", problem->why);
      return FALSE;
    }
  return TRUE;
}

static void
replace_current (PsChange *change, const PsRecord *current)
{
  g_autoptr (PsRecord) replaced = ps_record_copy (current);

  ps_record_set_number (replaced, "is_current", 0);
  ps_change_update (change, current, replaced);
}

gboolean
ps_desk_agree (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown, PsDate agreed_on,
               gint64 *record, GError **error)
{
  g_auto (Life) life = { NULL };
  g_autoptr (PsRecord) draft = ps_desk_version_record (shown->terms->id, shown);
  g_autoptr (PsRecord) agreed = ps_record_copy (draft);
  g_autoptr (GPtrArray) lines = shown_lines (store, region, shown, error);
  const PsRecord *current;
  PsChange *change;

  if (lines == NULL || !load_life_of_draft (store, shown, &life, error) || !check_draft (store, region, shown->terms, error))
    return FALSE;
  current = find_version (&life, FALSE);
  ps_record_set_number (agreed, "state", current != NULL ? PS_VERSION_AMENDED : PS_VERSION_AGREED);
  ps_record_set_number (agreed, "is_current", 1);
  ps_record_set_date (agreed, "agreed_on", agreed_on);
  change = change_of_life ("agree", &life);
  if (current != NULL)
    replace_current (change, current);
  ps_change_update (change, draft, agreed);
  expect_lines (change, shown->id, lines);
  return ps_desk_apply (store, change, actor, shown->reason, record, error);
}

/* The only version takes the agreement with it. */
gboolean
ps_desk_discard_draft (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown, gint64 *record,
                       GError **error)
{
  g_auto (Life) life = { NULL };
  g_autoptr (PsRecord) draft = ps_desk_version_record (shown->terms->id, shown);
  g_autoptr (GPtrArray) lines = shown_lines (store, region, shown, error);
  PsChange *change;

  if (lines == NULL || !load_life_of_draft (store, shown, &life, error))
    return FALSE;
  change = change_of_life ("discard", &life);
  if (life.versions->len == 1)
    ps_change_delete (change, life.agreement);
  ps_change_delete (change, draft);
  for (guint i = 0; i < lines->len; i++)
    ps_change_delete (change, lines->pdata[i]);
  return ps_desk_apply (store, change, actor, NULL, record, error);
}

gboolean
ps_desk_save_draft (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *before,
                    const PsAgreement *after, gint64 *record, GError **error)
{
  const PsProvider *provider = ps_region_provider (region, before->terms->provider);
  PsChange *change = ps_desk_change_new ("edit", "agreement:%s:%d", provider->agb, before->terms->year);
  PsAgreementVersion version = *before;
  g_autoptr (PsRecord) old_row = ps_desk_version_record (before->terms->id, before);
  g_autoptr (GPtrArray) old_lines = line_records (region, before->id, before->terms);
  g_autoptr (GPtrArray) new_lines = line_records (region, before->id, after);
  g_autoptr (PsRecord) new_row = NULL;

  version.terms = (PsAgreement *) after;
  new_row = ps_desk_version_record (before->terms->id, &version);
  ps_change_update (change, old_row, new_row);
  ps_desk_change_parts (change, old_lines, new_lines);
  return ps_desk_apply (store, change, actor, NULL, record, error);
}
