/* ps-change-rules.c: what the field asks of a row that a person changes
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Values are looked at only where they are new: what came from a file stays as it is until somebody changes it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "core/ps-format.h"
#include "ps-change-private.h"

static gboolean
is_new_value (const PsRowChange *row, guint field)
{
  if (row->before == NULL)
    return TRUE;
  return ps_record_number_at (row->before, field) != ps_record_number_at (row->after, field)
         || g_strcmp0 (ps_record_text_at (row->before, field), ps_record_text_at (row->after, field)) != 0;
}

static gboolean
is_empty (const PsRecord *record, guint field)
{
  if (ps_record_is_text (record, field))
    return ps_record_text_at (record, field) == NULL || *ps_record_text_at (record, field) == '\0';
  return ps_record_is_null_at (record, field);
}

/* Nothing that is needed is left out; a new row gets the file's own value where there is one. */
static gboolean
check_present (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (row->after);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PsFieldInfo *field = &info->fields[i];
      gboolean needed = field->need == PS_FIELD_REQUIRED
                        || (field->need == PS_FIELD_HAS_DEFAULT && row->before != NULL && field->is != PS_FIELD_IS_TEXT);

      if (needed && is_empty (row->after, i) && is_new_value (row, i))
        {
          g_autofree char *title = ps_row_words_title (applying->words, row->after);

          /* Translators: which thing, which field of it */
          ps_change_refuse (error, _("%s: %s is missing."), title, _ (field->label));
          return FALSE;
        }
    }
  return TRUE;
}

static const struct
{
  const char *table;
  const char *column;
  gboolean (*check) (const char *text, char **why);
} text_checks[] = {
  { "provider", "agb", ps_check_agb },        { "provider", "kvk", ps_check_kvk },
  { "provider", "email", ps_check_email },    { "provider_agb", "agb", ps_check_agb },
  { "municipality", "code", ps_check_cbs },   { "segment", "code", ps_check_code },
  { "product_group", "code", ps_check_code }, { "product", "code", ps_check_code },
  { "scheme", "name", ps_check_code },        { "contract_document", "uri", ps_check_uri },
  { "contract", "number", ps_check_code },    { "municipality", "name", ps_check_text },
  { "segment", "name", ps_check_text },       { "product_group", "name", ps_check_text },
  { "product", "name", ps_check_text },       { "provider", "name", ps_check_text },
  { "provider", "place", ps_check_text },
};

static gboolean
check_texts (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (row->after);

  for (guint i = 0; i < G_N_ELEMENTS (text_checks); i++)
    {
      guint field;
      g_autofree char *why = NULL;

      if (strcmp (text_checks[i].table, info->table) != 0)
        continue;
      field = (guint) (ps_fields_find (info, text_checks[i].column) - info->fields);
      if (is_empty (row->after, field) || !is_new_value (row, field)
          || text_checks[i].check (ps_record_text_at (row->after, field), &why))
        continue;
      /* Translators: a field and what is wrong with it */
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s “%s”: %s Nothing was changed."),
                   _ (info->fields[field].label), ps_record_text_at (row->after, field), why);
      return FALSE;
    }
  return TRUE;
}

/* Where a number may lie: as in files, so that what is kept here can be brought elsewhere. */
#define MOST G_GINT64_CONSTANT (1000000000000)

static const struct
{
  const char *table;
  const char *column;
  gint64 least, most;
} ranges[] = {
  { "region", "under_bp", 0, PS_FULL_BP },
  { "region", "over_bp", 0, 10 * PS_FULL_BP },
  { "region", "notice_bp", 0, PS_FULL_BP },
  { "region", "answer_days", 1, 366 },
  { "product", "norm_months", 0, 1200 },
  { "product", "norm_hours_milli", 0, MOST },
  { "contract", "notice_months", 0, 1200 },
  { "contract_option", "months", 1, 1200 },
  { "index_round", "wage_share_bp", 0, PS_FULL_BP },
  { "tariff", "tariff_e4", 0, MOST },
  { "scheme_step", "from_value", 0, 100 * PS_FULL_BP },
  { "scheme_step", "paid_bp", 0, PS_FULL_BP },
  { "agreement", "year", 2000, 2100 },
  { "agreement_version", "under_bp", 0, PS_FULL_BP },
  { "agreement_version", "over_bp", 0, 10 * PS_FULL_BP },
  { "agreement_line", "ceiling_cents", 0, MOST },
  { "agreement_line", "places_milli", 0, MOST },
  { "forecast_choice", "forecast_cents", 0, MOST },
  { "measurement", "clients", 0, MOST },
  { "measurement", "places_milli", 0, MOST },
  { "measurement", "realised_cents", -MOST, MOST },
  { "measurement", "waiting", 0, MOST },
  { "measurement", "waiting_days", 0, MOST },
};

static gboolean
refuse_value (PsApplying *applying, const PsRowChange *row, guint field, GError **error)
{
  g_autofree char *title = ps_row_words_title (applying->words, row->after);
  g_autofree char *value = ps_row_words_value (applying->words, row->after, field);

  /* Translators: which thing, which field of it, the value */
  ps_change_refuse (error, _("%s: %s cannot be %s."), title, _ (ps_record_get_info (row->after)->fields[field].label), value);
  return FALSE;
}

static gboolean
check_ranges (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (row->after);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      guint field;
      gint64 number;

      if (strcmp (ranges[i].table, info->table) != 0)
        continue;
      field = (guint) (ps_fields_find (info, ranges[i].column) - info->fields);
      number = ps_record_number_at (row->after, field);
      if (number != PS_NO_NUMBER && is_new_value (row, field) && (number < ranges[i].least || number > ranges[i].most))
        return refuse_value (applying, row, field, error);
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].is == PS_FIELD_IS_DATE && is_new_value (row, i) && ps_record_number_at (row->after, i) != PS_NO_NUMBER
        && (ps_record_number_at (row->after, i) < PS_DATE_MIN || ps_record_number_at (row->after, i) > PS_DATE_MAX))
      return refuse_value (applying, row, i, error);
  return TRUE;
}

/* Periods that do not end before they start. */
static const struct
{
  const char *table;
  const char *from;
  const char *to;
} periods[] = {
  { "tariff", "valid_from", "valid_to" },
  { "provider_agb", "valid_from", "valid_to" },
  { "contract_product", "valid_from", "valid_to" },
  { "contract", "starts_on", "ends_on" },
};

static gboolean
check_periods (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsRecord *after = row->after;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *to = NULL;
      gint64 from;

      if (strcmp (periods[i].table, ps_record_get_table (after)) != 0)
        continue;
      from = ps_record_get_number (after, periods[i].from);
      if (from == PS_NO_NUMBER || from <= ps_record_get_date (after, periods[i].to))
        continue;
      title = ps_row_words_title (applying->words, after);
      to = ps_format_date (ps_record_get_date (after, periods[i].to));
      /* Translators: which thing, a date */
      ps_change_refuse (error, _("%s would end on %s, before it starts."), title, to);
      return FALSE;
    }
  return TRUE;
}

/* domain.md §4: a traject must have a norm duration, and what is paid by volume a unit. */
static gboolean
check_product (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsRecord *after = row->after;
  gint64 funding = ps_record_get_number (after, "funding");
  const char *code = ps_record_get_text (after, "code");

  if (funding == PS_FUNDING_TRAJECT && ps_record_get_number (after, "norm_months") < 1)
    ps_change_refuse (error, _("Product %s is paid as a trajectory, and so needs a norm duration of a month or more."), code);
  else if (funding == PS_FUNDING_PXQ && ps_record_get_number (after, "unit") == PS_UNIT_NONE)
    ps_change_refuse (error, _("Product %s is paid by volume, and so needs a unit."), code);
  else
    return TRUE;
  return FALSE;
}

/* There is one, always: thresholds and the letterhead are in it. */
static gboolean
check_region (const PsRowChange *row, GError **error)
{
  if (row->before != NULL && row->after != NULL)
    return TRUE;
  ps_change_refuse (error, _("The region itself cannot be added or deleted."));
  return FALSE;
}

gboolean
ps_change_check_row (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const char *table = ps_row_change_table (row);

  if (strcmp (table, "region") == 0 && !check_region (row, error))
    return FALSE;
  if (!ps_agreement_rules_check (applying, row, error))
    return FALSE;
  if (row->after == NULL)
    return TRUE;
  if (!check_present (applying, row, error) || !check_texts (applying, row, error) || !check_ranges (applying, row, error)
      || !check_periods (applying, row, error) || !ps_ended_rules_check (applying, row, error)
      || !ps_settled_rules_check (applying, row, error))
    return FALSE;
  return strcmp (table, "product") != 0 || check_product (applying, row, error);
}
