/* ps-desk-merge.c: a provider that goes on in another
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What began before the day stays with the one that delivered it, and keeps its tariffs: a settlement of before does not change by it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-desk-private.h"
#include "ps-line-block.h"

typedef struct
{
  gint64 from_id;
  gint64 into_id;
  PsDate day;
} Merge;

/* What moves: ?1 the provider that ends, ?2 the first day of the other, ?3 the first year that begins on or after it, ?4 the other. Places
 * of care and lines are their assignment's. */
#define MOVING_ASSIGNMENTS "SELECT id FROM assignment WHERE provider_id = ?1 AND starts_on >= ?2"
#define MOVING_CARE "SELECT id FROM care_period WHERE assignment_id IN (" MOVING_ASSIGNMENTS ")"
#define MOVING_ADVANCES "SELECT id FROM advance WHERE provider_id = ?1 AND month >= ?2"
#define MOVING_MEASUREMENTS                                                                                                      \
  "SELECT id FROM measurement WHERE provider_id = ?1 AND peildatum_id IN (SELECT id FROM peildatum WHERE day >= ?2)"

/* Its own tariffs that count on the day or later, where the other has none of its own at that time. */
#define COPIED_TARIFFS                                                                                                           \
  "SELECT id FROM tariff WHERE provider_id = ?1 AND ifnull (valid_to, 2147483647) >= ?2"                                         \
  " AND NOT EXISTS (SELECT 1 FROM tariff o WHERE o.provider_id = ?4 AND o.product_id = tariff.product_id"                        \
  " AND o.valid_from <= ifnull (tariff.valid_to, 2147483647)"                                                                    \
  " AND ifnull (o.valid_to, 2147483647) >= max (tariff.valid_from, ?2))"

/* An agreement of a year of which the other has one as well stays where it is. */
#define LATER_AGREEMENTS " FROM agreement WHERE provider_id = ?1 AND year >= ?3"
#define OTHER_HAS_ONE " (SELECT 1 FROM agreement o WHERE o.provider_id = ?4 AND o.year = agreement.year)"
#define MOVING_AGREEMENTS "SELECT id" LATER_AGREEMENTS " AND NOT EXISTS" OTHER_HAS_ONE
#define STAYING_AGREEMENTS "SELECT id" LATER_AGREEMENTS " AND EXISTS" OTHER_HAS_ONE
#define FIRST_STAYING_YEAR "SELECT min (year)" LATER_AGREEMENTS " AND EXISTS" OTHER_HAS_ONE

/* An agreement of a year counts from its 1 January on. */
static int
first_year (PsDate day)
{
  int year = ps_date_year (day);

  return ps_date_year_start (year) == day ? year : year + 1;
}

static PsStatement *
select_moving (PsStore *store, const char *sql, const Merge *merge, GError **error)
{
  PsStatement *select = ps_desk_select (store, sql, merge->from_id, error);
  int n = select != NULL ? sqlite3_bind_parameter_count (select) : 0;

  if (n >= 2)
    sqlite3_bind_int (select, 2, merge->day);
  if (n >= 3)
    sqlite3_bind_int (select, 3, first_year (merge->day));
  if (n >= 4)
    sqlite3_bind_int64 (select, 4, merge->into_id);
  return select;
}

static gboolean
get_number (PsStore *store, const char *sql, const Merge *merge, gint64 *number, GError **error)
{
  g_autoptr (PsStatement) select = select_moving (store, sql, merge, error);
  gboolean row;

  if (select == NULL || !ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *number = row ? sqlite3_column_int64 (select, 0) : 0;
  return TRUE;
}

static gboolean
count_moving (PsStore *store, const char *sql, const Merge *merge, gint64 *count, GError **error)
{
  g_autofree char *counting = g_strdup_printf ("SELECT count (*) FROM (%s)", sql);

  return get_number (store, counting, merge, count, error);
}

/* The ids that `sql` gives. NULL: an error. */
static GArray *
find_ids (PsStore *store, const char *sql, const Merge *merge, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PsStatement) select = select_moving (store, sql, merge, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (select, 0) : 0;

      if (!row)
        return g_steal_pointer (&ids);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* Lines that move: those of assignments that do */

typedef struct
{
  PsBits assignments;
  GArray *ids;
} MovingLines;

static void
take_line (const PsStoredLine *line, gpointer user_data)
{
  MovingLines *lines = user_data;

  if (ps_bits_has (&lines->assignments, line->assignment_id))
    g_array_append_val (lines->ids, line->id);
}

/* From the blocks of the provider: there is no index to find lines by their provider or assignment. */
static gboolean
read_blocks (PsStore *store, const Merge *merge, MovingLines *lines, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_desk_select (store, "SELECT n_lines, data FROM line_block WHERE provider_id = ?", merge->from_id, error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (ps_line_block_read (sqlite3_column_blob (select, 1), sqlite3_column_bytes (select, 1), sqlite3_column_int (select, 0),
                              take_line, lines))
        continue;
      ps_sql_set_error (NULL, SQLITE_CORRUPT, store->path, error);
      return FALSE;
    }
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The ids of the lines of these assignments, in order. NULL: an error. */
static GArray *
find_lines (PsStore *store, const Merge *merge, const GArray *assignments, GError **error)
{
  MovingLines lines = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gboolean ok;

  for (guint i = 0; i < assignments->len; i++)
    ps_bits_add (&lines.assignments, g_array_index (assignments, gint64, i));
  ok = assignments->len == 0 || read_blocks (store, merge, &lines, error);
  ps_bits_clear (&lines.assignments);
  g_array_sort (lines.ids, compare_ids);
  if (!ok)
    g_clear_pointer (&lines.ids, g_array_unref);
  return lines.ids;
}

/* Whether it can be done at all */

static gboolean
check_merge (const PsRecord *from, const PsRecord *into, PsDate day, GError **error)
{
  if (ps_record_get_id (from) == ps_record_get_id (into))
    ps_change_refuse (error, _("A provider cannot go on in itself."));
  else if (ps_record_get_number (from, "merged_into") != PS_NO_NUMBER)
    ps_change_refuse (error, _("Provider %s goes on in another one already."), ps_record_get_text (from, "agb"));
  else if (ps_record_get_number (into, "merged_into") != PS_NO_NUMBER)
    ps_change_refuse (error, _("Provider %s goes on in another one itself: choose that one."), ps_record_get_text (into, "agb"));
  else if (ps_record_get_date (from, "ended_on") < day - 1)
    ps_change_refuse (error, _("Provider %s ended before that day."), ps_record_get_text (from, "agb"));
  else if (ps_record_get_date (into, "ended_on") < day)
    ps_change_refuse (error, _("Provider %s has ended by that day."), ps_record_get_text (into, "agb"));
  else
    return TRUE;
  return FALSE;
}

/* What was proposed or settled for good stands on what would move (domain.md §8). */
static gboolean
check_settled (PsStore *store, const PsRecord *provider, PsDate day, GError **error)
{
  const char *agb = ps_record_get_text (provider, "agb");
  PsLastSettled settled;

  if (!ps_settled_find_from (store, ps_record_get_id (provider), ps_date_year (day), &settled, error))
    return FALSE;
  if (settled.year == 0)
    return TRUE;
  if (settled.is_final)
    /* Translators: an AGB code and a year */
    ps_change_refuse (error, _("The settlement of provider %s for %d is final: merge from a day in a later year."), agb,
                      settled.year);
  else
    /* Translators: an AGB code and a year */
    ps_change_refuse (
        error, _("The settlement of provider %s for %d is proposed: withdraw it first, or merge from a day in a later year."),
        agb, settled.year);
  return FALSE;
}

static gboolean
read_two (PsStore *store, const Merge *merge, PsRecord **from, PsRecord **into, GError **error)
{
  *from = ps_desk_read (store, "provider", merge->from_id, error);
  if (*from == NULL)
    return FALSE;
  *into = ps_desk_read (store, "provider", merge->into_id, error);
  return *into != NULL && check_merge (*from, *into, merge->day, error) && check_settled (store, *from, merge->day, error)
         && check_settled (store, *into, merge->day, error);
}

static gboolean
count_lines (PsStore *store, const Merge *merge, PsMergeCounts *counts, GError **error)
{
  g_autoptr (GArray) assignments = find_ids (store, MOVING_ASSIGNMENTS, merge, error);
  g_autoptr (GArray) lines = NULL;

  if (assignments == NULL || (lines = find_lines (store, merge, assignments, error)) == NULL)
    return FALSE;
  counts->assignments = assignments->len;
  counts->lines = lines->len;
  return TRUE;
}

gboolean
ps_desk_merge_preview (PsStore *store, gint64 from_id, gint64 into_id, PsDate day, PsMergeCounts *counts, GError **error)
{
  Merge merge = { from_id, into_id, day };
  g_autoptr (PsRecord) from = NULL;
  g_autoptr (PsRecord) into = NULL;
  gint64 year = 0;

  *counts = (PsMergeCounts){ 0 };
  if (!read_two (store, &merge, &from, &into, error) || !count_lines (store, &merge, counts, error)
      || !count_moving (store, MOVING_CARE, &merge, &counts->care, error)
      || !count_moving (store, MOVING_ADVANCES, &merge, &counts->advances, error)
      || !count_moving (store, MOVING_MEASUREMENTS, &merge, &counts->measurements, error)
      || !count_moving (store, COPIED_TARIFFS, &merge, &counts->tariffs, error)
      || !count_moving (store, MOVING_AGREEMENTS, &merge, &counts->agreements, error)
      || !count_moving (store, STAYING_AGREEMENTS, &merge, &counts->staying_agreements, error)
      || !get_number (store, FIRST_STAYING_YEAR, &merge, &year, error))
    return FALSE;
  counts->staying_year = (int) year;
  return TRUE;
}

/* Messages: very many rows, perhaps */

static gboolean
refuse_clash (PsApplying *applying, const char *table, gint64 id, GError **error)
{
  g_autoptr (PsRecord) record = ps_rows_read (applying->rows, table, id, error);
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;
  title = ps_row_words_title (applying->words, record);
  /* Translators: which thing that both of two providers have */
  ps_change_refuse (error, _("Both providers have the same: %s. Remove one of the two first."), title);
  return FALSE;
}

/* A moving row of which both have one with the same key: ?1 the row, ?2 the other provider. */
#define SAME_LINE                                                                                                                \
  "SELECT 1 FROM declaration_line m CROSS JOIN declaration_line o ON o.reference = m.reference AND o.provider_id = ?2"           \
  " WHERE m.id = ?1"
#define SAME_ADVANCE                                                                                                             \
  "SELECT 1 FROM advance m CROSS JOIN advance o ON o.provider_id = ?2 AND o.month = m.month AND o.product_id = m.product_id"     \
  " AND o.municipality_id = m.municipality_id WHERE m.id = ?1"
#define SAME_MEASUREMENT                                                                                                         \
  "SELECT 1 FROM measurement m CROSS JOIN measurement o ON o.provider_id = ?2 AND o.peildatum_id = m.peildatum_id"               \
  " AND o.product_id = m.product_id AND o.municipality_id = m.municipality_id WHERE m.id = ?1"

static gboolean
check_clashes (PsApplying *applying, const Merge *merge, const char *table, const char *same, const GArray *ids, GError **error)
{
  PsStatement *select = ps_rows_statement (applying->rows, same, error);

  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean row;

      sqlite3_bind_int64 (select, 1, g_array_index (ids, gint64, i));
      sqlite3_bind_int64 (select, 2, merge->into_id);
      if (!ps_sql_step_row (applying->store, select, &row, error))
        return FALSE;
      sqlite3_reset (select);
      if (row)
        return refuse_clash (applying, table, g_array_index (ids, gint64, i), error);
    }
  return TRUE;
}

/* Only the provider is in the trail: there may be very many of them. */
static gboolean
move_rows (PsApplying *applying, const Merge *merge, const char *table, const GArray *ids, GError **error)
{
  g_autofree char *before = g_strdup_printf ("{\"provider_id\":%" G_GINT64_FORMAT "}", merge->from_id);
  g_autofree char *after = g_strdup_printf ("{\"provider_id\":%" G_GINT64_FORMAT "}", merge->into_id);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET provider_id = ?1 WHERE id = ?2", table);
  PsStatement *update = ps_rows_statement (applying->rows, sql, error);

  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      sqlite3_bind_int64 (update, 1, merge->into_id);
      sqlite3_bind_int64 (update, 2, id);
      if (!ps_sql_run (applying->store, update, error) || !ps_trail_add (&applying->trail, table, id, before, after, error))
        return FALSE;
    }
  return TRUE;
}

/* What is moved by its own day, not by its assignment's. */
static gboolean
move_dated (PsApplying *applying, const Merge *merge, const char *table, const char *sql, const char *same, GError **error)
{
  g_autoptr (GArray) ids = find_ids (applying->store, sql, merge, error);

  return ids != NULL && check_clashes (applying, merge, table, same, ids, error)
         && move_rows (applying, merge, table, ids, error);
}

/* The copies of both are made anew where anything in them moves. */
static void
touch_both (PsBits *bits, const Merge *merge)
{
  ps_bits_add (bits, merge->from_id);
  ps_bits_add (bits, merge->into_id);
}

static gboolean
move_messages (PsApplying *applying, gpointer user_data, GError **error)
{
  const Merge *merge = user_data;
  g_autoptr (GArray) assignments = find_ids (applying->store, MOVING_ASSIGNMENTS, merge, error);
  g_autoptr (GArray) lines = NULL;

  if (assignments == NULL || (lines = find_lines (applying->store, merge, assignments, error)) == NULL)
    return FALSE;
  if (assignments->len > 0)
    touch_both (&applying->care, merge);
  if (lines->len > 0)
    touch_both (&applying->lines, merge);
  return check_clashes (applying, merge, "declaration_line", SAME_LINE, lines, error)
         && move_rows (applying, merge, "declaration_line", lines, error)
         && move_rows (applying, merge, "assignment", assignments, error)
         && move_dated (applying, merge, "advance", MOVING_ADVANCES, SAME_ADVANCE, error)
         && move_dated (applying, merge, "measurement", MOVING_MEASUREMENTS, SAME_MEASUREMENT, error);
}

/* Tariffs, agreements and codes: few, and with rules of their own */

typedef void (*AddFunc) (PsChange *change, const Merge *merge, const PsRecord *record);

static gboolean
add_each (PsStore *store, PsChange *change, const Merge *merge, const char *table, const char *sql, AddFunc add, GError **error)
{
  g_autoptr (GArray) ids = find_ids (store, sql, merge, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PsRecord) record = ps_desk_read (store, table, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      add (change, merge, record);
    }
  return ids != NULL;
}

/* The one that ends keeps its own, for care that runs on under its assignments. */
static void
add_tariff_copy (PsChange *change, const Merge *merge, const PsRecord *tariff)
{
  g_autoptr (PsRecord) copy = ps_record_new ("tariff");

  ps_record_set_number (copy, "product_id", ps_record_get_number (tariff, "product_id"));
  ps_record_set_number (copy, "provider_id", merge->into_id);
  ps_record_set_date (copy, "valid_from", MAX (merge->day, ps_record_get_date (tariff, "valid_from")));
  ps_record_set_date (copy, "valid_to", ps_record_get_date (tariff, "valid_to"));
  ps_record_set_number (copy, "tariff_e4", ps_record_get_number (tariff, "tariff_e4"));
  ps_change_insert (change, copy);
}

static void
add_agreement_move (PsChange *change, const Merge *merge, const PsRecord *before)
{
  g_autoptr (PsRecord) after = ps_record_copy (before);

  ps_record_set_number (after, "provider_id", merge->into_id);
  ps_change_update (change, before, after);
}

/* A code that counts as the other provider's. */
static void
add_agb (PsChange *change, const Merge *merge, const char *agb, PsDate from, PsDate to)
{
  g_autoptr (PsRecord) record = ps_record_new ("provider_agb");

  ps_record_set_number (record, "provider_id", merge->into_id);
  ps_record_set_text (record, "agb", agb);
  ps_record_set_date (record, "valid_from", from);
  ps_record_set_date (record, "valid_to", to);
  ps_change_insert (change, record);
}

/* The codes that it has beside its own: those that go on after the day are the other's from then on. */
static gboolean
add_other_agbs (PsStore *store, PsChange *change, const Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) records = ps_store_load_records (store, "provider_agb", "provider_id", merge->from_id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const PsRecord *before = g_ptr_array_index (records, i);
      gint64 number = ps_record_get_number (before, "valid_from");
      PsDate from = number != PS_NO_NUMBER ? (PsDate) number : PS_DATE_MIN;
      g_autoptr (PsRecord) after = NULL;

      if (ps_record_get_date (before, "valid_to") < merge->day)
        continue;
      add_agb (change, merge, ps_record_get_text (before, "agb"), MAX (merge->day, from),
               ps_record_get_date (before, "valid_to"));
      after = ps_record_copy (before);
      ps_record_set_date (after, "valid_to", merge->day - 1);
      if (from >= merge->day)
        ps_change_delete (change, before);
      else
        ps_change_update (change, before, after);
    }
  return TRUE;
}

gboolean
ps_desk_merge_providers (PsStore *store, const char *actor, gint64 from_id, gint64 into_id, PsDate day, const char *reason,
                         gint64 *record, GError **error)
{
  Merge merge = { from_id, into_id, day };
  g_autoptr (PsRecord) from = NULL;
  g_autoptr (PsRecord) into = NULL;
  g_autoptr (PsRecord) after = NULL;
  g_autoptr (PsChange) change = NULL;

  if (!read_two (store, &merge, &from, &into, error))
    return FALSE;
  change = ps_desk_change_new ("merge", "provider:%s", ps_record_get_text (from, "agb"));
  ps_change_set_reason (change, reason);
  after = ps_record_copy (from);
  ps_record_set_date (after, "ended_on", day - 1);
  ps_record_set_number (after, "merged_into", into_id);
  ps_change_update (change, from, after);
  add_agb (change, &merge, ps_record_get_text (from, "agb"), day, PS_DATE_OPEN);
  return add_other_agbs (store, change, &merge, error)
         && add_each (store, change, &merge, "tariff", COPIED_TARIFFS, add_tariff_copy, error)
         && add_each (store, change, &merge, "agreement", MOVING_AGREEMENTS, add_agreement_move, error)
         && ps_change_apply_more (store, change, actor, move_messages, &merge, record, error);
}
