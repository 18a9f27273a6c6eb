/* ps-reader-messages.c: assignments, care, declarations, advances and measurements as files have them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * CROSS JOIN keeps the message as the outer loop: each of its references is then one search in a small table, and the rows are sorted
 * in pieces on the disk.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-reader-private.h"

static void
fill_assignment (PsStatement *statement, gpointer data)
{
  PsAssignmentRow *row = data;

  row->municipality = ps_reader_text (statement, 0);
  row->number = ps_reader_text (statement, 1);
  row->client = ps_reader_text (statement, 2);
  row->agb = ps_reader_text (statement, 3);
  row->product = ps_reader_text (statement, 4);
  row->group = ps_reader_text (statement, 5);
  row->start = sqlite3_column_int (statement, 6);
  row->end = ps_sql_column_date (statement, 7);
  row->volume_milli = ps_sql_column_number (statement, 8);
  row->unit = (PsUnit) sqlite3_column_int (statement, 9);
  row->frequency = (PsFrequency) sqlite3_column_int (statement, 10);
  row->budget_cents = ps_sql_column_number (statement, 11);
  row->referrer = sqlite3_column_int (statement, 12);
}

gboolean
ps_reader_assignments (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsAssignmentRow row = { 0 };

  return ps_reader_each (
      reader,
      "SELECT m.code, a.number, a.client, v.agb, p.code, g.code, a.starts_on, a.ends_on, a.volume_milli, a.unit,"
      " a.frequency, a.budget_cents, a.referrer"
      " FROM assignment a CROSS JOIN municipality m ON m.id = a.municipality_id"
      " CROSS JOIN provider v ON v.id = a.provider_id LEFT JOIN product p ON p.id = a.product_id"
      " LEFT JOIN product_group g ON g.id = a.group_id"
      " WHERE ?1 = 0 OR (a.starts_on <= ?3 AND ifnull (a.ends_on, ?3) >= ?2)"
      " ORDER BY m.code, a.number",
      fill_assignment, &row, func, user_data, error);
}

static void
fill_care (PsStatement *statement, gpointer data)
{
  PsCareRow *row = data;

  row->municipality = ps_reader_text (statement, 0);
  row->number = ps_reader_text (statement, 1);
  row->start = sqlite3_column_int (statement, 2);
  row->stop = ps_sql_column_date (statement, 3);
  row->reason = sqlite3_column_int (statement, 4);
  row->sent_305 = ps_sql_column_date (statement, 5);
  row->sent_307 = ps_sql_column_date (statement, 6);
}

/* An open period ends with its assignment (domain.md §4). */
gboolean
ps_reader_care (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsCareRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT m.code, a.number, c.starts_on, c.stops_on, c.reason, c.sent_305_on, c.sent_307_on"
                         " FROM care_period c CROSS JOIN assignment a ON a.id = c.assignment_id"
                         " CROSS JOIN municipality m ON m.id = a.municipality_id"
                         " WHERE ?1 = 0 OR (c.starts_on <= ?3 AND coalesce (c.stops_on, a.ends_on, ?3) >= ?2)"
                         " ORDER BY m.code, a.number, c.starts_on",
                         fill_care, &row, func, user_data, error);
}

static void
fill_line (PsStatement *statement, gpointer data)
{
  PsLineRow *row = data;

  row->reference = ps_reader_text (statement, 0);
  row->municipality = ps_reader_text (statement, 1);
  row->number = ps_reader_text (statement, 2);
  row->product = ps_reader_text (statement, 3);
  row->from = sqlite3_column_int (statement, 4);
  row->to = sqlite3_column_int (statement, 5);
  row->volume_milli = sqlite3_column_int64 (statement, 6);
  row->unit = (PsUnit) sqlite3_column_int (statement, 7);
  row->tariff_e4 = ps_sql_column_number (statement, 8);
  row->amount_cents = sqlite3_column_int64 (statement, 9);
  row->status = (PsLineStatus) sqlite3_column_int (statement, 10);
  row->declaration_number = ps_reader_text (statement, 11);
}

gboolean
ps_reader_lines (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsLineRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT l.reference, m.code, a.number, p.code, l.period_from, l.period_to, l.volume_milli, l.unit,"
                         " l.tariff_e4, l.amount_cents, l.status, l.declaration_number"
                         " FROM declaration_line l CROSS JOIN assignment a ON a.id = l.assignment_id"
                         " CROSS JOIN municipality m ON m.id = a.municipality_id CROSS JOIN product p ON p.id = l.product_id"
                         " CROSS JOIN provider v ON v.id = l.provider_id"
                         " WHERE ?1 = 0 OR l.period_from BETWEEN ?2 AND ?3 ORDER BY v.agb, l.reference",
                         fill_line, &row, func, user_data, error);
}

static void
fill_advance (PsStatement *statement, gpointer data)
{
  PsAdvanceRow *row = data;

  row->agb = ps_reader_text (statement, 0);
  row->product = ps_reader_text (statement, 1);
  row->municipality = ps_reader_text (statement, 2);
  row->month = sqlite3_column_int (statement, 3);
  row->amount_cents = sqlite3_column_int64 (statement, 4);
}

gboolean
ps_reader_advances (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsAdvanceRow row = { 0 };

  return ps_reader_each (
      reader,
      "SELECT v.agb, p.code, m.code, a.month, a.amount_cents"
      " FROM advance a CROSS JOIN provider v ON v.id = a.provider_id CROSS JOIN product p ON p.id = a.product_id"
      " CROSS JOIN municipality m ON m.id = a.municipality_id"
      " WHERE ?1 = 0 OR a.month BETWEEN ?2 AND ?3 ORDER BY v.agb, p.code, m.code, a.month",
      fill_advance, &row, func, user_data, error);
}

static void
fill_peildatum (PsStatement *statement, gpointer data)
{
  PsPeildatumRow *row = data;

  row->date = sqlite3_column_int (statement, 0);
  row->label = ps_reader_text (statement, 1);
  row->data_through = ps_sql_column_date (statement, 2);
}

gboolean
ps_reader_peildata (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsPeildatumRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT day, label, data_through FROM peildatum WHERE ?1 = 0 OR day BETWEEN ?2 AND ?3 ORDER BY day",
                         fill_peildatum, &row, func, user_data, error);
}

static void
fill_measurement (PsStatement *statement, gpointer data)
{
  PsMeasurementRow *row = data;

  row->date = sqlite3_column_int (statement, 0);
  row->agb = ps_reader_text (statement, 1);
  row->product = ps_reader_text (statement, 2);
  row->municipality = ps_reader_text (statement, 3);
  row->clients = ps_sql_column_number (statement, 4);
  row->places_milli = ps_sql_column_number (statement, 5);
  row->realised_cents = ps_sql_column_number (statement, 6);
  row->waiting = ps_sql_column_number (statement, 7);
  row->waiting_days = ps_sql_column_number (statement, 8);
}

gboolean
ps_reader_measurements (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsMeasurementRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT d.day, v.agb, p.code, m.code, e.clients, e.places_milli, e.realised_cents, e.waiting,"
                         " e.waiting_days FROM measurement e CROSS JOIN peildatum d ON d.id = e.peildatum_id"
                         " CROSS JOIN provider v ON v.id = e.provider_id CROSS JOIN product p ON p.id = e.product_id"
                         " CROSS JOIN municipality m ON m.id = e.municipality_id"
                         " WHERE ?1 = 0 OR d.day BETWEEN ?2 AND ?3 ORDER BY d.day, v.agb, p.code, m.code",
                         fill_measurement, &row, func, user_data, error);
}
