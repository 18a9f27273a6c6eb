/* ps-alerts-snooze.c: putting an alert aside for a while, with a reason, and bringing it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A snooze is a row by the alert's key, changed like any other row: with a record in the trail ("alert:KEY"), refused where somebody else
 * put the same alert aside meanwhile, and undone by undo. Put aside again, or brought back, the row is changed: who did what stays in the
 * trail.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-alerts-private.h"
#include "ps-desk-private.h"

#define MOST_MONTHS 12

/* ---- reading */

static void
take_snooze (PsAlert *alert, PsStatement *row, PsDate today)
{
  PsSnooze snooze;

  alert->snooze_id = sqlite3_column_int64 (row, 0);
  alert->snoozed_until = sqlite3_column_int (row, 2);
  alert->snooze_reason = ps_sql_column_text (row, 3);
  alert->snoozed_urgency = (PsUrgency) sqlite3_column_int (row, 4);
  alert->snoozed_cents = ps_sql_column_number (row, 5);
  alert->snoozed_things = ps_sql_column_number (row, 6);
  alert->snoozed_by = ps_sql_column_text (row, 7);
  alert->snoozed_at = sqlite3_column_int64 (row, 8);
  snooze = (PsSnooze){ alert->snoozed_until, alert->snoozed_urgency, alert->snoozed_cents, alert->snoozed_things };
  alert->snoozed = ps_snooze_holds (&snooze, alert, today);
}

#define SELECT_SNOOZES                                                                                                           \
  "SELECT id, alert_key, until_day, reason, urgency, at_stake_cents, n_things, snoozed_by, snoozed_at FROM alert_snooze"

gboolean
ps_alerts_read_snoozes (PsAlertsMaking *making, GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PsStatement) select = ps_sql_prepare (making->store, SELECT_SNOOZES, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < making->alerts->len; i++)
    {
      PsAlert *alert = g_ptr_array_index (making->alerts, i);

      g_hash_table_insert (by_key, alert->key, alert);
    }
  while (ps_sql_step_row (making->store, select, &row, error))
    {
      PsAlert *alert = row ? g_hash_table_lookup (by_key, sqlite3_column_text (select, 1)) : NULL;

      if (!row)
        return TRUE;
      if (alert != NULL)
        take_snooze (alert, select, making->today);
    }
  return FALSE;
}

/* ---- writing */

static PsRecord *
shown_record (const PsAlert *alert)
{
  PsRecord *record = ps_record_new_for ("alert_snooze", alert->snooze_id);

  ps_record_set_text (record, "alert_key", alert->key);
  ps_record_set_date (record, "until_day", alert->snoozed_until);
  ps_record_set_text (record, "reason", alert->snooze_reason);
  ps_record_set_number (record, "urgency", (gint64) alert->snoozed_urgency);
  ps_record_set_number (record, "at_stake_cents", alert->snoozed_cents);
  ps_record_set_number (record, "n_things", alert->snoozed_things);
  ps_record_set_text (record, "snoozed_by", alert->snoozed_by);
  ps_record_set_number (record, "snoozed_at", alert->snoozed_at);
  return record;
}

static PsChange *
snooze_change (const PsAlert *alert, const char *action)
{
  g_autofree char *thing = g_strdup_printf ("alert:%s", alert->key);

  return ps_change_new (action, thing);
}

static gboolean
check_until (PsDate until, PsDate today, GError **error)
{
  PsDate last = ps_date_add_months (today, MOST_MONTHS);
  g_autofree char *day = ps_format_date (until), *last_day = ps_format_date (last);

  if (until <= today)
    /* Translators: a date */
    ps_change_refuse (error, _("A signal is put aside until a day that is still to come: %s is not."), day);
  else if (until > last)
    /* Translators: two dates */
    ps_change_refuse (error, _("A signal is put aside for a year at most, so until %s, and not until %s."), last_day, day);
  else
    return TRUE;
  return FALSE;
}

/* Somebody put it aside since it was shown as never put aside. */
static gboolean
check_is_new (PsStore *store, const PsAlert *alert, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, SELECT_SNOOZES " WHERE alert_key = ?1", error);
  g_autofree char *by = NULL;
  g_autofree char *until = NULL;
  gboolean row;

  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, alert->key);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  by = ps_sql_column_text (select, 7);
  until = ps_format_date (sqlite3_column_int (select, 2));
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               /* Translators: a person, a date */
               _("%s put this signal aside until %s in the meantime. Nothing was changed; look at it again."), by, until);
  return FALSE;
}

/**
 * ps_alerts_snooze:
 * @alert: as it was shown, of ps_alerts_load()
 * @until: the last day that it is put aside
 * @record: (out) (optional): of the trail
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE (no reason, a day that cannot be), or PS_STORE_ERROR_CONFLICT: somebody else put it aside,
 *   or brought it back, since it was shown
 */
gboolean
ps_alerts_snooze (PsStore *store, const char *actor, const PsAlert *alert, PsDate until, const char *reason, PsDate today,
                  gint64 *record, GError **error)
{
  g_autoptr (PsChange) change = snooze_change (alert, "snooze");
  g_autofree char *why = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  g_autoptr (PsRecord) shown = alert->snooze_id != 0 ? shown_record (alert) : NULL;
  g_autoptr (PsRecord) wanted = shown != NULL ? ps_record_copy (shown) : ps_record_new ("alert_snooze");

  if (why == NULL || *why == '\0')
    {
      ps_change_refuse (error, _("Say why the signal is put aside: whoever looks next wants to know."));
      return FALSE;
    }
  if (!check_until (until, today, error))
    return FALSE;
  ps_record_set_text (wanted, "alert_key", alert->key);
  ps_record_set_date (wanted, "until_day", until);
  ps_record_set_text (wanted, "reason", why);
  ps_record_set_number (wanted, "urgency", (gint64) alert->urgency);
  ps_record_set_number (wanted, "at_stake_cents", alert->at_stake_cents);
  ps_record_set_number (wanted, "n_things", alert->n_things);
  ps_record_set_text (wanted, "snoozed_by", actor);
  ps_record_set_number (wanted, "snoozed_at", g_get_real_time ());
  if (shown != NULL)
    ps_change_update (change, shown, wanted);
  else if (check_is_new (store, alert, error))
    ps_change_insert (change, wanted);
  else
    return FALSE;
  return ps_desk_apply (store, g_steal_pointer (&change), actor, NULL, record, error);
}

/**
 * ps_alerts_wake: it was put aside until yesterday.
 * @alert: as it was shown, put aside
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE: it is not put aside, or PS_STORE_ERROR_CONFLICT
 */
gboolean
ps_alerts_wake (PsStore *store, const char *actor, const PsAlert *alert, PsDate today, gint64 *record, GError **error)
{
  g_autoptr (PsChange) change = snooze_change (alert, "wake");
  g_autoptr (PsRecord) shown = NULL;
  g_autoptr (PsRecord) wanted = NULL;

  if (alert->snooze_id == 0 || alert->snoozed_until < today)
    {
      ps_change_refuse (error, _("This signal is not put aside."));
      return FALSE;
    }
  shown = shown_record (alert);
  wanted = ps_record_copy (shown);
  ps_record_set_date (wanted, "until_day", today - 1);
  ps_change_update (change, shown, wanted);
  return ps_desk_apply (store, g_steal_pointer (&change), actor, NULL, record, error);
}
