/* ps-row-words.c: rows of the region file and their values in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-row-words.h"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "core/ps-alert.h"
#include "core/ps-bandwidth.h"
#include "core/ps-measured.h"
#include "core/ps-format.h"
#include "core/ps-dossier-text.h"
#include "core/ps-settlement-life.h"

struct _PsRowWords
{
  PsStore *store;
  PsRows *rows;
  GHashTable *references; /* "table:id" → name */
};

PsRowWords *
ps_row_words_new (PsStore *store)
{
  PsRowWords *words = g_new0 (PsRowWords, 1);

  words->store = store;
  words->rows = ps_rows_new (store);
  words->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return words;
}

void
ps_row_words_free (PsRowWords *words)
{
  if (words == NULL)
    return;
  ps_rows_free (words->rows);
  g_hash_table_unref (words->references);
  g_free (words);
}

void
ps_row_words_forget (PsRowWords *words)
{
  g_hash_table_remove_all (words->references);
}

/* The columns that tell rows of a table apart, and one that is added where the row itself is spoken of. */
static const struct
{
  const char *table;
  const char *columns[4];
  const char *also;
} names[] = {
  { "region", { "name" }, NULL },
  { "municipality", { "code" }, "name" },
  { "segment", { "code" }, "name" },
  { "product_group", { "code" }, "name" },
  { "product", { "code" }, "name" },
  { "provider", { "agb" }, "name" },
  { "provider_agb", { "provider_id", "agb" }, NULL },
  { "contract", { "provider_id", "number" }, NULL },
  { "contract_option", { "contract_id", "sequence" }, NULL },
  { "contract_product", { "contract_id", "product_id" }, NULL },
  { "contract_document", { "contract_id", "label" }, NULL },
  { "index_round", { "year" }, NULL },
  { "tariff", { "product_id", "provider_id", "valid_from" }, NULL },
  { "scheme", { "name" }, NULL },
  { "scheme_step", { "scheme_id", "kind", "from_value" }, NULL },
  { "agreement", { "provider_id", "year" }, NULL },
  { "agreement_version", { "agreement_id", "number" }, NULL },
  { "agreement_line", { "version_id", "group_id", "municipality_id" }, NULL },
  { "assignment", { "municipality_id", "number" }, NULL },
  { "care_period", { "assignment_id", "starts_on" }, NULL },
  { "declaration_line", { "provider_id", "reference" }, NULL },
  { "advance", { "provider_id", "product_id", "municipality_id", "month" }, NULL },
  { "peildatum", { "day" }, NULL },
  { "measurement", { "peildatum_id", "provider_id", "product_id", "municipality_id" }, NULL },
  { "measurement_reason", { "measurement_id", "field" }, NULL },
  { "peildatum_standing", { "peildatum_id", "provider_id" }, "label" },
  { "forecast_choice", { "peildatum_id", "provider_id", "scope" }, NULL },
  { "holiday", { "day" }, "name" },
  { "letter_template", { "kind", "name" }, NULL },
  { "letter", { "provider_id", "peildatum_id" }, NULL },
  { "letter_event", { "letter_id", "kind" }, NULL },
  { "yearly_limit", { "limit_key", "year" }, NULL },
  { "line_decision", { "line_id" }, NULL },
  { "production_statement", { "provider_id", "year" }, NULL },
  { "settlement", { "provider_id", "year" }, NULL },
  { "settlement_scope", { "settlement_id", "sequence" }, "name" },
  { "settlement_band", { "scope_id", "sequence" }, NULL },
  { "settlement_line", { "settlement_id", "group_code", "municipality_code" }, NULL },
  { "settlement_signal", { "settlement_id", "sequence" }, "kind" },
  { "settlement_warning", { "settlement_id", "sequence" }, "kind" },
  { "settlement_document", { "settlement_id", "kind" }, NULL },
  { "alert_snooze", { "alert_key" }, NULL },
};

char *
ps_row_words_moment (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d-%m-%Y %H:%M") : g_strdup ("–");
}

static char *
month_in_words (PsDate date)
{
  int year, month, day;

  ps_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%s %d", ps_format_month (month), year);
}

static const char *
option_decision (gint64 decision)
{
  switch (decision)
    {
    case PS_OPTION_USED:
      return C_("option to extend", "used");
    case PS_OPTION_NOT_USED:
      return C_("option to extend", "not used");
    default:
      return C_("option to extend", "open");
    }
}

static const char *
line_decision (gint64 decision)
{
  switch (decision)
    {
    case PS_DECISION_ACCEPT:
      return C_("declaration line", "accepted");
    case PS_DECISION_ACCEPT_AT_PRICE:
      return C_("declaration line", "accepted at the right price");
    case PS_DECISION_DISPUTE:
      return C_("declaration line", "disputed");
    default:
      return C_("declaration line", "no decision any more");
    }
}

static const char *
document_kind (gint64 kind)
{
  switch (kind)
    {
    case PS_DOCUMENT_INPUTS:
      return C_("document of a settlement", "inputs");
    case PS_DOCUMENT_PRODUCTION:
      return C_("document of a settlement", "production");
    case PS_DOCUMENT_CIRCUMSTANCES:
      return C_("document of a settlement", "circumstances");
    default:
      return C_("document of a settlement", "results");
    }
}

/* What an altered trail may say is no word of any list. */
static gboolean
is_between (gint64 number, int first, int end)
{
  return number >= first && number < end;
}

static const char *
letter_word (const char *column, gint64 number)
{
  if (strcmp (column, "kind") == 0)
    return is_between (number, PS_LETTER_NONE, PS_N_LETTER_KINDS) ? ps_letter_kind_label ((PsLetterKind) number) : "";
  if (strcmp (column, "means") == 0)
    return is_between (number, PS_LETTER_BY_POST, PS_N_LETTER_MEANS) ? ps_letter_means_label ((PsLetterMeans) number) : "";
  return is_between (number, PS_LETTER_DRAFT, PS_N_LETTER_STATES) ? ps_letter_state_label ((PsLetterState) number) : "";
}

static const char *
event_word (gint64 number)
{
  return is_between (number, PS_LETTER_EVENT_DRAFTED, PS_N_LETTER_EVENTS) ? ps_letter_event_label ((PsLetterEventKind) number)
                                                                          : "";
}

static const char *
forecast_word (const char *column, gint64 number)
{
  if (strcmp (column, "method") == 0)
    return is_between (number, PS_FORECAST_CEILING, PS_N_FORECASTS) ? ps_forecast_method_label ((PsForecastMethod) number) : "";
  return is_between (number, PS_POSITION_UNDER, PS_POSITION_OVER + 1) ? ps_position_label ((PsBandwidthPosition) number) : "";
}

static const char *
urgency_word (gint64 number)
{
  return is_between (number, PS_URGENT, PS_N_URGENCIES) ? ps_urgency_label ((PsUrgency) number) : "";
}

/* Lists that are not of ps-words.h. */
static const char *
own_word (const char *table, const char *column, gint64 number)
{
  if (strcmp (table, "letter") == 0 || strcmp (table, "letter_template") == 0)
    return letter_word (column, number);
  if (strcmp (table, "letter_event") == 0)
    return event_word (number);
  if (strcmp (table, "peildatum_standing") == 0 || strcmp (table, "forecast_choice") == 0)
    return forecast_word (column, number);
  if (strcmp (table, "alert_snooze") == 0)
    return urgency_word (number);
  if (strcmp (table, "contract_option") == 0)
    return option_decision (number);
  if (strcmp (table, "line_decision") == 0)
    return line_decision (number);
  if (strcmp (table, "production_statement") == 0)
    return ps_certified_label ((PsCertified) number);
  if (strcmp (table, "settlement") == 0)
    return ps_settlement_state_label ((PsSettlementState) number);
  if (strcmp (table, "settlement_document") == 0)
    return document_kind (number);
  return ps_version_state_label ((PsVersionState) number);
}

/* A step of the norm duration starts so many months after it, others at a share of the ceiling (domain.md §5). */
static char *
step_from (const PsRecord *record, gint64 number)
{
  if (strcmp (ps_record_get_table (record), "scheme_step") == 0 && ps_record_get_number (record, "kind") == PS_STEP_NORM_DURATION)
    return g_strdup_printf (ngettext ("one month", "%d months", (gulong) number), (int) number);
  return ps_format_percent (number);
}

/* The measure that a reason is about; PS_N_MEASURES: none. */
static PsMeasure
measure_of_reason (const PsRecord *record)
{
  const char *column =
      strcmp (ps_record_get_table (record), "measurement_reason") == 0 ? ps_record_get_text (record, "field") : NULL;
  int i = 0;

  while (i < PS_N_MEASURES && g_strcmp0 (column, ps_measure_column ((PsMeasure) i)) != 0)
    i++;
  return (PsMeasure) i;
}

static char *
count_in_words (const PsRecord *record, gint64 number)
{
  PsMeasure measure = measure_of_reason (record);

  return measure != PS_N_MEASURES ? ps_measure_format (measure, number) : ps_format_count (number);
}

static char *
text_in_words (const PsRecord *record, guint field)
{
  const char *text = ps_record_text_at (record, field);
  PsMeasure measure = PS_N_MEASURES;

  if (strcmp (ps_record_get_info (record)->fields[field].column, "field") == 0)
    measure = measure_of_reason (record);
  if (measure != PS_N_MEASURES)
    return g_strdup (ps_measure_label (measure));
  if (strcmp (ps_record_get_info (record)->fields[field].column, "alert_key") == 0)
    return ps_alert_key_text (text);
  return *text != '\0' ? g_strdup (text) : NULL;
}

static char *
number_in_words (PsRowWords *words, const PsRecord *record, const PsFieldInfo *field, gint64 number)
{
  switch (field->is)
    {
    case PS_FIELD_IS_MONEY:
      return ps_format_money (number);
    case PS_FIELD_IS_TARIFF:
      return ps_format_tariff (number);
    case PS_FIELD_IS_PERCENT:
      return strcmp (field->column, "from_value") == 0 ? step_from (record, number) : ps_format_percent (number);
    case PS_FIELD_IS_VOLUME:
      return ps_format_volume (number);
    case PS_FIELD_IS_DATE:
      return ps_format_date ((PsDate) number);
    case PS_FIELD_IS_MONTH:
      return month_in_words ((PsDate) number);
    case PS_FIELD_IS_YEAR:
      return g_strdup_printf ("%d", (int) number);
    case PS_FIELD_IS_MOMENT:
      return ps_row_words_moment (number);
    case PS_FIELD_IS_YES_NO:
      return g_strdup (ps_words_label (PS_WORDS_YES_NO, number != 0));
    case PS_FIELD_IS_WORD:
      return g_strdup (field->words == PS_N_WORDS ? own_word (ps_record_get_table (record), field->column, number)
                                                  : ps_words_label (field->words, (int) number));
    case PS_FIELD_IS_REFERENCE:
      return g_strdup (ps_row_words_reference (words, field->refers_to, number));
    case PS_FIELD_IS_COUNT:
    case PS_FIELD_IS_TEXT:
    default:
      return count_in_words (record, number);
    }
}

char *
ps_row_words_value (PsRowWords *words, const PsRecord *record, guint field)
{
  char *value;

  if (ps_record_is_null_at (record, field))
    return NULL;
  if (ps_record_is_text (record, field))
    return text_in_words (record, field);
  value = number_in_words (words, record, &ps_record_get_info (record)->fields[field], ps_record_number_at (record, field));
  if (*value == '\0')
    g_clear_pointer (&value, g_free); /* a number that a list has no word for, such as no unit */
  return value;
}

/* One of the columns that tell rows apart: a tariff without a provider is the region's. */
static char *
part_of_name (PsRowWords *words, const PsRecord *record, const char *column)
{
  const PsTableInfo *info = ps_record_get_info (record);
  guint field = (guint) (ps_fields_find (info, column) - info->fields);
  g_autofree char *value = NULL;

  if (!ps_record_knows (record, field))
    return NULL;
  value = ps_row_words_value (words, record, field);
  if (value == NULL)
    return strcmp (column, "provider_id") == 0 ? g_strdup (C_("tariff", "region")) : NULL;
  if (strcmp (column, "valid_from") == 0 || strcmp (column, "starts_on") == 0)
    return g_strdup_printf (_("from %s"), value);
  if (strcmp (info->table, "agreement_version") == 0 && strcmp (column, "number") == 0)
    return g_strdup_printf (_("version %s"), value);
  if (strcmp (info->table, "contract_option") == 0 && strcmp (column, "sequence") == 0)
    return g_strdup_printf (_("option %s"), value);
  return g_steal_pointer (&value);
}

static char *
name_of (PsRowWords *words, const PsRecord *record, gboolean long_name)
{
  const char *table = ps_record_get_table (record);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; strcmp (names[i].table, table) == 0 && j < G_N_ELEMENTS (names[i].columns) + 1; j++)
      {
        const char *column = j < G_N_ELEMENTS (names[i].columns) ? names[i].columns[j] : long_name ? names[i].also : NULL;
        g_autofree char *part = column != NULL ? part_of_name (words, record, column) : NULL;

        if (part != NULL)
          g_string_append_printf (name, "%s%s", name->len == 0 ? "" : column == names[i].also ? " " : ", ", part);
      }
  if (name->len == 0)
    g_string_append_printf (name, "#%" G_GINT64_FORMAT, ps_record_get_id (record));
  return g_string_free (name, FALSE);
}

char *
ps_row_words_name (PsRowWords *words, const PsRecord *record)
{
  return name_of (words, record, TRUE);
}

char *
ps_row_words_title (PsRowWords *words, const PsRecord *record)
{
  g_autofree char *name = ps_row_words_name (words, record);

  /* Translators: a kind of thing and which one: "Tariff 45L11, region, from 01-01-2025" */
  return g_strdup_printf (C_("kind and name", "%s %s"), _ (ps_record_get_info (record)->label), name);
}

/* A row that is not there any more, as the trail last knew it. */
static PsRecord *
read_from_trail (PsRowWords *words, const char *table, gint64 id)
{
  PsStatement *select = ps_rows_statement (words->rows,
                                           "SELECT coalesce (before_state, after_state) FROM audit_change"
                                           " WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1",
                                           NULL);
  PsRecord *record = NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  if (ps_sql_step_row (words->store, select, &row, NULL) && row)
    record = ps_record_from_json (table, id, (const char *) sqlite3_column_text (select, 0), NULL);
  sqlite3_reset (select);
  return record;
}

const char *
ps_row_words_reference (PsRowWords *words, const char *table, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, table, id);
  char *name = g_hash_table_lookup (words->references, key);
  g_autoptr (PsRecord) record = NULL;

  if (name != NULL)
    return name;
  record = ps_rows_read (words->rows, table, id, NULL);
  if (record == NULL)
    record = read_from_trail (words, table, id);
  name = record != NULL ? name_of (words, record, FALSE) : g_strdup_printf ("#%" G_GINT64_FORMAT, id);
  g_hash_table_insert (words->references, g_steal_pointer (&key), name);
  return name;
}

/* What rows that are shown together call each other, when they are not in the file any more. */
void
ps_row_words_learn (PsRowWords *words, const PsRecord *record)
{
  char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, ps_record_get_table (record), ps_record_get_id (record));

  g_hash_table_insert (words->references, key, name_of (words, record, FALSE));
}

/* The last record after `since` that changed, or added, the row: 0: none. What an import added is found by its ranges. */
static gint64
find_last_record (PsRowWords *words, const char *table, gint64 id, gint64 since)
{
  PsStatement *select = ps_rows_statement (words->rows,
                                           "SELECT max (ifnull ((SELECT max (record_id) FROM audit_change WHERE table_name = ?1"
                                           " AND row_id = ?2), 0), ifnull ((SELECT max (run_id) FROM import_range"
                                           " WHERE table_name = ?1 AND ?2 BETWEEN first_row AND last_row), 0))",
                                           NULL);
  gint64 record = 0;
  gboolean row;

  if (select == NULL)
    return 0;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  if (ps_sql_step_row (words->store, select, &row, NULL) && row)
    record = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return record > since ? record : 0;
}

char *
ps_row_words_by_record (PsRowWords *words, gint64 record)
{
  PsStatement *select = ps_rows_statement (words->rows, "SELECT actor, made_at FROM audit_record WHERE id = ?", NULL);
  char *text = NULL;
  gboolean row;

  if (select == NULL)
    return g_strdup ("");
  sqlite3_bind_int64 (select, 1, record);
  if (ps_sql_step_row (words->store, select, &row, NULL) && row)
    {
      g_autofree char *moment = ps_row_words_moment (sqlite3_column_int64 (select, 1));

      /* Translators: follows on what was changed; the second is a date and time */
      text = g_strdup_printf (_(", by %s on %s"), (const char *) sqlite3_column_text (select, 0), moment);
    }
  sqlite3_reset (select);
  return text != NULL ? text : g_strdup ("");
}

char *
ps_row_words_by_whom (PsRowWords *words, const char *table, gint64 id, gint64 since)
{
  return ps_row_words_by_record (words, find_last_record (words, table, id, since));
}

/* Rows that a thing is made of, beside its own. */
static const struct
{
  const char *table;
  const char *part;
  const char *column;
} parts[] = {
  { "assignment", "care_period", "assignment_id" },
  { "declaration_line", "line_decision", "line_id" },
  { "scheme", "scheme_step", "scheme_id" },
};

static gint64
find_last_of_part (PsRowWords *words, const char *part, const char *column, gint64 id, gint64 since)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?", part, column);
  g_autoptr (PsStatement) select = ps_sql_prepare (words->store, sql, NULL);
  gint64 last = 0;
  gboolean row;

  if (select == NULL)
    return 0;
  sqlite3_bind_int64 (select, 1, id);
  while (ps_sql_step_row (words->store, select, &row, NULL) && row)
    last = MAX (last, find_last_record (words, part, sqlite3_column_int64 (select, 0), since));
  return last;
}

gint64
ps_row_words_last_of_whole (PsRowWords *words, const char *table, gint64 id, gint64 since)
{
  gint64 last = find_last_record (words, table, id, since);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].table, table) == 0)
      last = MAX (last, find_last_of_part (words, parts[i].part, parts[i].column, id, since));
  return last;
}
