/* ps-measurements-reasons.c: why a measured value is right after all, and which measurement is spoken of (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-peil-private.h"

char *
ps_measurement_thing (PsRowWords *words, const PsRecord *peildatum, const PsRecord *measurement)
{
  g_autofree char *day = ps_date_to_iso (ps_record_get_date (peildatum, "day"));

  return g_strdup_printf ("measurement:%s:%s:%s:%s", day,
                          ps_row_words_reference (words, "provider", ps_record_get_number (measurement, "provider_id")),
                          ps_row_words_reference (words, "product", ps_record_get_number (measurement, "product_id")),
                          ps_row_words_reference (words, "municipality", ps_record_get_number (measurement, "municipality_id")));
}

static char *
quoted (PsMeasure measure, gint64 value)
{
  g_autofree char *text = ps_measure_format (measure, value);

  return *text != '\0' ? g_strdup_printf (_("“%s”"), text) : g_strdup (_("empty"));
}

/* Which cell it is, what it is now and by whom. */
void
ps_measurement_set_conflict (PsRowWords *words, const PsRecord *present, PsMeasure measure, gint64 shown, GError **error)
{
  gint64 id = ps_record_get_id (present);
  g_autofree char *title = ps_row_words_title (words, present);
  g_autofree char *then = quoted (measure, shown);
  g_autofree char *now = quoted (measure, ps_record_get_number (present, ps_measure_column (measure)));
  g_autofree char *by = id > 0 ? ps_row_words_by_whom (words, "measurement", id, 0) : g_strdup ("");

  /* Translators: which measurement, which of its values, what was shown, what it is now, ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s was changed in the meantime: %s was %s when it was shown, and is %s now%s. Nothing was changed; look at it "
                  "again."),
               title, ps_measure_label (measure), then, now, by);
}

static PsRecord *
find_reason (GPtrArray *reasons, PsMeasure measure)
{
  for (guint i = 0; i < reasons->len; i++)
    if (strcmp (ps_record_get_text (reasons->pdata[i], "field"), ps_measure_column (measure)) == 0)
      return reasons->pdata[i];
  return NULL;
}

static void
add_reason (PsChange *change, const PsRecord *known, gint64 measurement_id, PsMeasure measure, gint64 value, const char *reason,
            const char *actor)
{
  g_autoptr (PsRecord) given = known != NULL ? ps_record_copy (known) : ps_record_new ("measurement_reason");

  ps_record_set_number (given, "measurement_id", measurement_id);
  ps_record_set_text (given, "field", ps_measure_column (measure));
  ps_record_set_number (given, "value", value);
  ps_record_set_text (given, "reason", reason);
  ps_record_set_text (given, "given_by", actor);
  ps_record_set_number (given, "given_at", g_get_real_time ());
  if (known != NULL)
    ps_change_update (change, known, given);
  else
    ps_change_insert (change, given);
}

static gboolean
check_value (PsStore *store, const PsRecord *measurement, PsMeasure measure, gint64 value, GError **error)
{
  g_autoptr (PsRowWords) words = NULL;

  if (ps_record_get_number (measurement, ps_measure_column (measure)) == value && value != PS_NO_NUMBER)
    return TRUE;
  words = ps_row_words_new (store);
  ps_measurement_set_conflict (words, measurement, measure, value, error);
  return FALSE;
}

static char *
quoted_reason (const char *reason)
{
  return reason != NULL ? g_strdup_printf (_("“%s”"), reason) : g_strdup (_("empty"));
}

/* A reason of another value is none of this one: it was not shown. Somebody else's is not overwritten unseen. */
static gboolean
check_reason (PsStore *store, const PsRecord *measurement, PsMeasure measure, const PsRecord *known, gint64 value,
              const char *shown, GError **error)
{
  gboolean holds = known != NULL && ps_record_get_number (known, "value") == value;
  const char *present = holds ? ps_record_get_text (known, "reason") : NULL;
  g_autoptr (PsRowWords) words = NULL;
  g_autofree char *title = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *by = NULL;

  if (g_strcmp0 (present, shown) == 0)
    return TRUE;
  words = ps_row_words_new (store);
  title = ps_row_words_title (words, measurement);
  then = quoted_reason (shown);
  now = quoted_reason (present);
  by = known != NULL ? ps_row_words_by_whom (words, "measurement_reason", ps_record_get_id (known), 0) : g_strdup ("");
  /* Translators: which measurement, which of its values, what was shown as its reason, what it is now, ", by anna on 22-11-2026 04:12" or
   * nothing */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("%s was changed in the meantime: the reason for %s was %s when it was shown, and is %s now%s. Nothing was changed; "
         "look at it again."),
      title, ps_measure_label (measure), then, now, by);
  return FALSE;
}

static void
change_reason (PsChange *change, const PsRecord *known, gint64 measurement_id, PsMeasure measure, gint64 value,
               const char *reason, const char *actor)
{
  g_autofree char *given = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  ps_change_set_reason (change, given);
  if (*given != '\0')
    add_reason (change, known, measurement_id, measure, value, given, actor);
  else if (known != NULL)
    ps_change_delete (change, known);
}

gboolean
ps_measurements_explain (PsStore *store, const char *actor, gint64 measurement_id, PsMeasure measure, gint64 value,
                         const char *before_reason, const char *reason, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) measurement = ps_desk_read (store, "measurement", measurement_id, error);
  g_autoptr (PsRecord) peildatum = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (PsChange) change = NULL;
  g_autoptr (PsRowWords) words = NULL;
  g_autofree char *thing = NULL;
  const PsRecord *known;

  if (measurement == NULL || !check_value (store, measurement, measure, value, error)
      || (peildatum = ps_desk_read (store, "peildatum", ps_record_get_number (measurement, "peildatum_id"), error)) == NULL
      || (reasons = ps_store_load_records (store, "measurement_reason", "measurement_id", measurement_id, error)) == NULL)
    return FALSE;
  known = find_reason (reasons, measure);
  if (!check_reason (store, measurement, measure, known, value, before_reason, error))
    return FALSE;
  words = ps_row_words_new (store);
  thing = ps_measurement_thing (words, peildatum, measurement);
  change = ps_change_new ("explain", thing);
  ps_change_expect (change, measurement);
  change_reason (change, known, measurement_id, measure, value, reason, actor);
  return ps_change_apply (store, change, actor, record, error);
}
