/* ps-reader-master.c: municipalities, providers, products, tariffs, schemes and agreements as files have them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-reader-private.h"

static void
fill_municipality (PsStatement *statement, gpointer data)
{
  PsMunicipalityRow *row = data;

  row->code = ps_reader_text (statement, 0);
  row->name = ps_reader_text (statement, 1);
}

gboolean
ps_reader_municipalities (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsMunicipalityRow row = { 0 };

  return ps_reader_each (reader, "SELECT code, name FROM municipality ORDER BY code", fill_municipality, &row, func, user_data,
                         error);
}

static void
fill_provider (PsStatement *statement, gpointer data)
{
  PsProviderRow *row = data;

  row->agb = ps_reader_text (statement, 0);
  row->name = ps_reader_text (statement, 1);
  row->kvk = ps_reader_text (statement, 2);
  row->kind = sqlite3_column_int (statement, 3);
  row->contracted = sqlite3_column_int (statement, 4);
  row->email = ps_reader_text (statement, 5);
  row->place = ps_reader_text (statement, 6);
}

gboolean
ps_reader_providers (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsProviderRow row = { 0 };

  return ps_reader_each (reader, "SELECT agb, name, kvk, kind, contracted, email, place FROM provider ORDER BY agb",
                         fill_provider, &row, func, user_data, error);
}

static void
fill_product (PsStatement *statement, gpointer data)
{
  PsProductRow *row = data;

  row->code = ps_reader_text (statement, 0);
  row->name = ps_reader_text (statement, 1);
  row->segment = ps_reader_text (statement, 2);
  row->group = ps_reader_text (statement, 3);
  row->funding = (PsFunding) sqlite3_column_int (statement, 4);
  row->unit = (PsUnit) sqlite3_column_int (statement, 5);
  row->norm_months = ps_reader_small (statement, 6);
  row->norm_hours_milli = ps_sql_column_number (statement, 7);
  row->exempt = (PsExempt) sqlite3_column_int (statement, 8);
}

gboolean
ps_reader_products (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsProductRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT p.code, p.name, s.code, g.code, p.funding, p.unit, p.norm_months, p.norm_hours_milli, p.exempt"
                         " FROM product p JOIN product_group g ON g.id = p.group_id JOIN segment s ON s.id = g.segment_id"
                         " ORDER BY p.code",
                         fill_product, &row, func, user_data, error);
}

static void
fill_tariff (PsStatement *statement, gpointer data)
{
  PsTariffRow *row = data;

  row->product = ps_reader_text (statement, 0);
  row->agb = ps_reader_text (statement, 1);
  row->from = sqlite3_column_int (statement, 2);
  row->to = ps_sql_column_date (statement, 3);
  row->tariff_e4 = sqlite3_column_int64 (statement, 4);
}

/* The region's, which has no provider, before those of providers. */
gboolean
ps_reader_tariffs (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsTariffRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT p.code, v.agb, t.valid_from, t.valid_to, t.tariff_e4"
                         " FROM tariff t JOIN product p ON p.id = t.product_id LEFT JOIN provider v ON v.id = t.provider_id"
                         " WHERE ?1 = 0 OR (t.valid_from <= ?3 AND ifnull (t.valid_to, ?3) >= ?2)"
                         " ORDER BY p.code, v.agb, t.valid_from",
                         fill_tariff, &row, func, user_data, error);
}

static void
fill_scheme (PsStatement *statement, gpointer data)
{
  PsSchemeRow *row = data;

  row->scheme = ps_reader_text (statement, 0);
  row->kind = (PsStepKind) sqlite3_column_int (statement, 1);
  row->from = sqlite3_column_int (statement, 2);
  row->paid_bp = sqlite3_column_int (statement, 3);
}

gboolean
ps_reader_schemes (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsSchemeRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT s.name, t.kind, t.from_value, t.paid_bp FROM scheme s JOIN scheme_step t ON t.scheme_id = s.id"
                         " ORDER BY s.name, t.kind, t.from_value",
                         fill_scheme, &row, func, user_data, error);
}

static void
fill_agreement (PsStatement *statement, gpointer data)
{
  PsAgreementRow *row = data;

  row->agb = ps_reader_text (statement, 0);
  row->year = sqlite3_column_int (statement, 1);
  row->group = ps_reader_text (statement, 2);
  row->municipality = ps_reader_text (statement, 3);
  row->lump_sum = sqlite3_column_int (statement, 4) != 0;
  row->ceiling_cents = sqlite3_column_int64 (statement, 5);
  row->places_milli = ps_sql_column_number (statement, 6);
  row->exchange = (PsExchange) sqlite3_column_int (statement, 7);
  row->scheme = ps_reader_text (statement, 8);
  row->key = (PsDivisionKey) sqlite3_column_int (statement, 9);
  row->under_bp = ps_reader_small (statement, 10);
  row->over_bp = ps_reader_small (statement, 11);
  row->measuring = (PsPlaceMeasuring) sqlite3_column_int (statement, 12);
}

/* What settlements use: no drafts, no versions that were amended. */
gboolean
ps_reader_agreements (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error)
{
  PsAgreementRow row = { 0 };

  return ps_reader_each (reader,
                         "SELECT p.agb, a.year, g.code, m.code, l.lump_sum, l.ceiling_cents, l.places_milli, v.exchange, s.name,"
                         " v.division_key, v.under_bp, v.over_bp, v.measuring"
                         " FROM agreement a JOIN provider p ON p.id = a.provider_id"
                         " JOIN agreement_version v ON v.agreement_id = a.id AND v.is_current = 1"
                         " JOIN agreement_line l ON l.version_id = v.id JOIN product_group g ON g.id = l.group_id"
                         " JOIN municipality m ON m.id = l.municipality_id LEFT JOIN scheme s ON s.id = l.scheme_id"
                         " WHERE ?1 IN (0, a.year) ORDER BY p.agb, a.year, g.code, m.code",
                         fill_agreement, &row, func, user_data, error);
}
