/* ps-course-tables.c: the tables of one provider's bandwidth: its scopes, its peildata, its letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-course-tables"

#include "ps-course-tables.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-bandwidth-words.h"

/* What a row draws. */
typedef struct
{
  PsCorridor corridor;
  PsBandLook look;
} Drawn;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
no_count (guint n_shown, guint n_rows)
{
  return g_strdup (_("Total"));
}

/* Scopes */

enum
{
  SCOPE_NAME,
  SCOPE_CORRIDOR,
  SCOPE_CEILING,
  SCOPE_REALISED,
  SCOPE_FORECAST,
  SCOPE_METHOD,
  SCOPE_SHARE,
  SCOPE_STATE,
  SCOPE_AT_STAKE,
  N_SCOPE
};

static void
draw_scope (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  const Drawn *drawn = ps_table_row_get_data (row);
  PsChartStyle style;

  if (column == SCOPE_STATE)
    {
      ps_band_look_draw (cr, drawn->look, ps_table_row_get_text (row, column), width, height, widget);
      return;
    }
  style = ps_band_chart_style ();
  ps_corridor_draw (cr, &drawn->corridor, width, height, &style);
}

PsTable *
ps_scopes_table_new (void)
{
  const PsColumn columns[N_SCOPE] = {
    [SCOPE_NAME] = { "scope", _("Scope"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 12 },
    [SCOPE_CORRIDOR] = { "corridor", _("Bandwidth"), PS_COLUMN_DRAWING, 8, FALSE, FALSE },
    [SCOPE_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [SCOPE_REALISED] = { "realised", _("Realised"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [SCOPE_FORECAST] = { "forecast", _("Forecast"), PS_COLUMN_MONEY, 8, TRUE, TRUE },
    [SCOPE_METHOD] = { "method", _("Method"), PS_COLUMN_TEXT, 11, FALSE, FALSE },
    [SCOPE_SHARE] = { "share", _("Of ceiling"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [SCOPE_STATE] = { "state", _("State"), PS_COLUMN_DRAWING, 24, FALSE, FALSE },
    [SCOPE_AT_STAKE] = { "at-stake", _("At stake"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
  };
  static const guint drops[] = { SCOPE_METHOD, SCOPE_AT_STAKE, SCOPE_REALISED, SCOPE_CEILING, SCOPE_SHARE, SCOPE_CORRIDOR };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_SCOPE, _("Bandwidth by scope")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_draw (table, draw_scope, NULL);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_count (table, no_count);
  ps_table_set_export_name (table, _("scopes"));
  ps_table_set_empty (table, _("No bandwidth"), _("There is no agreement with a ceiling this year."));
  return table;
}

static PsTableRow *
make_scope_row (const PsBandwidth *bandwidth, guint place)
{
  const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, place);
  Drawn *drawn = g_new0 (Drawn, 1);
  PsTableRow *row = ps_table_row_new (N_SCOPE, place, drawn, g_free);
  g_autofree char *state = ps_bandwidth_state_text (scope);
  g_autofree char *said = NULL;

  ps_band_corridor (&drawn->corridor, bandwidth, scope);
  drawn->look = ps_band_look (scope);
  said = ps_corridor_describe (&drawn->corridor);
  ps_table_row_set_text (row, SCOPE_NAME, scope->label);
  ps_table_row_set_text (row, SCOPE_CORRIDOR, said);
  ps_table_row_set_number (row, SCOPE_CORRIDOR, ps_band_share_bp (scope->forecast_cents, scope->ceiling_cents));
  ps_table_row_set_number (row, SCOPE_CEILING, scope->ceiling_cents);
  ps_table_row_set_number (row, SCOPE_REALISED, scope->realised_cents);
  ps_table_row_set_number (row, SCOPE_FORECAST, scope->forecast_cents);
  ps_table_row_set_text (row, SCOPE_METHOD, ps_forecast_method_label (scope->method));
  ps_table_row_set_number (row, SCOPE_SHARE, ps_band_share_bp (scope->forecast_cents, scope->ceiling_cents));
  ps_table_row_set_number (row, SCOPE_STATE, drawn->look);
  ps_table_row_set_text (row, SCOPE_STATE, state);
  ps_table_row_set_number (row, SCOPE_AT_STAKE, scope->at_stake_cents);
  return row;
}

GPtrArray *
ps_scopes_table_rows (const PsBandwidth *bandwidth)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; bandwidth != NULL && i < bandwidth->scopes->len; i++)
    g_ptr_array_add (rows, make_scope_row (bandwidth, i));
  return rows;
}

/* Peildata */

enum
{
  POINT_DAY,
  POINT_LABEL,
  POINT_THROUGH,
  POINT_REALISED,
  POINT_FORECAST,
  POINT_SHARE,
  POINT_STATE,
  POINT_KNOWN,
  POINT_LETTER,
  POINT_CLIENTS,
  POINT_PLACES,
  POINT_ENTERED,
  POINT_WAITING,
  N_POINT
};

static void
draw_point (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  const Drawn *drawn = ps_table_row_get_data (row);

  ps_band_look_draw (cr, drawn->look, ps_table_row_get_text (row, column), width, height, widget);
}

PsTable *
ps_course_table_new (gboolean measured)
{
  const PsColumn columns[N_POINT] = {
    [POINT_DAY] = { "day", _("Peildatum"), PS_COLUMN_DATE, 9, FALSE, TRUE },
    [POINT_LABEL] = { "label", _("Label"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [POINT_THROUGH] = { "through", _("Data through"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [POINT_REALISED] = { "realised", _("Realised"), PS_COLUMN_MONEY, 8, FALSE, FALSE },
    [POINT_FORECAST] = { "forecast", _("Forecast"), PS_COLUMN_MONEY, 8, FALSE, TRUE },
    [POINT_SHARE] = { "share", _("Of ceiling"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [POINT_STATE] = { "state", _("State"), PS_COLUMN_DRAWING, 22, FALSE, FALSE },
    [POINT_KNOWN] = { "known", _("Known"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 5 },
    [POINT_LETTER] = { "letter", _("Letter"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    [POINT_CLIENTS] = { "clients", _("Clients"), PS_COLUMN_COUNT, 5, FALSE, FALSE },
    [POINT_PLACES] = { "places", _("Places"), PS_COLUMN_VOLUME, 5, FALSE, FALSE },
    [POINT_ENTERED] = { "entered", _("Entered"), PS_COLUMN_MONEY, 8, FALSE, FALSE },
    [POINT_WAITING] = { "waiting", _("Waiting"), PS_COLUMN_COUNT, 4, FALSE, FALSE },
  };
  static const guint drops[] = { POINT_LABEL,  POINT_THROUGH, POINT_SHARE, POINT_REALISED,
                                 POINT_LETTER, POINT_ENTERED, POINT_PLACES };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_POINT, _("Course over the peildata")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_draw (table, draw_point, NULL);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  for (guint column = POINT_CLIENTS; column < N_POINT; column++)
    ps_table_set_column_visible (table, column, measured);
  ps_table_set_export_name (table, _("peildata"));
  ps_table_set_empty (table, _("No peildata this year"), _("Set them on the page Peildata."));
  return table;
}

static void
set_standing (PsTableRow *row, const PsCoursePoint *point, Drawn *drawn)
{
  const PsBandwidth *standing = point->standing;
  g_autofree char *state = NULL;

  ps_table_row_set_text (row, POINT_KNOWN,
                         standing == NULL ? "–"
                         : point->kept    ? C_("standing", "kept")
                                          : C_("standing", "now"));
  if (standing == NULL)
    {
      ps_table_row_set_text (row, POINT_STATE, point->closed ? _("Nothing was kept") : C_("standing", "Not known yet"));
      return;
    }
  state = ps_band_state_text (standing);
  drawn->look = ps_band_look (ps_bandwidth_get_heaviest (standing));
  ps_table_row_set_number (row, POINT_REALISED, standing->realised_cents);
  ps_table_row_set_number (row, POINT_FORECAST, standing->forecast_cents);
  ps_table_row_set_number (row, POINT_SHARE, ps_band_share_bp (standing->forecast_cents, standing->ceiling_cents));
  ps_table_row_set_number (row, POINT_STATE, drawn->look);
  ps_table_row_set_text (row, POINT_STATE, state);
}

static PsTableRow *
make_point_row (const PsBandwidthCourse *course, const PsCoursePoint *point)
{
  const PsLetter *letter = ps_bandwidth_course_letter (course, point->id);
  Drawn *drawn = g_new0 (Drawn, 1);
  PsTableRow *row = ps_table_row_new (N_POINT, (guint64) point->id, drawn, g_free);

  ps_table_row_set_number (row, POINT_DAY, point->day);
  ps_table_row_set_text (row, POINT_LABEL, point->label);
  ps_table_row_set_number (row, POINT_THROUGH, point->data_through != PS_DATE_OPEN ? point->data_through : PS_NO_NUMBER);
  ps_table_row_set_text (row, POINT_LETTER, letter != NULL ? letter->number_text : "–");
  ps_table_row_set_number (row, POINT_CLIENTS, point->measured[PS_MEASURE_CLIENTS]);
  ps_table_row_set_number (row, POINT_PLACES, point->measured[PS_MEASURE_PLACES]);
  ps_table_row_set_number (row, POINT_ENTERED, point->measured[PS_MEASURE_REALISED]);
  ps_table_row_set_number (row, POINT_WAITING, point->measured[PS_MEASURE_WAITING]);
  set_standing (row, point, drawn);
  return row;
}

GPtrArray *
ps_course_table_rows (const PsBandwidthCourse *course)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < course->points->len; i++)
    g_ptr_array_add (rows, make_point_row (course, g_ptr_array_index (course->points, i)));
  return rows;
}

/* Letters */

enum
{
  LETTER_NUMBER,
  LETTER_KIND,
  LETTER_STATE,
  LETTER_PEILDATUM,
  LETTER_SENT,
  LETTER_WAITS,
  N_LETTER
};

PsTable *
ps_course_letters_new (void)
{
  const PsColumn columns[N_LETTER] = {
    [LETTER_NUMBER] = { "number", _("Letter"), PS_COLUMN_TEXT, 13, FALSE, TRUE },
    [LETTER_KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 18, FALSE, FALSE },
    [LETTER_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 11, FALSE, FALSE },
    [LETTER_PEILDATUM] = { "peildatum", _("Peildatum"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [LETTER_SENT] = { "sent", _("Sent on"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [LETTER_WAITS] = { "waits", _("What is next"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 18 },
  };
  static const guint drops[] = { LETTER_SENT, LETTER_PEILDATUM };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_LETTER, _("Letters of the year")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_export_name (table, _("letters"));
  ps_table_set_empty (table, _("No letters this year"), NULL);
  return table;
}

static PsTableRow *
make_letter_row (const PsLetter *letter, PsDate today)
{
  PsTableRow *row = ps_table_row_new (N_LETTER, (guint64) letter->id, NULL, NULL);
  g_autofree char *waits = NULL;
  PsLetterFacts facts;

  ps_letter_facts (letter, &facts);
  waits = ps_letter_waits_text (&facts, today);
  ps_table_row_set_text (row, LETTER_NUMBER, letter->number_text);
  ps_table_row_set_text (row, LETTER_KIND, ps_letter_kind_label (letter->kind));
  ps_table_row_set_text (row, LETTER_STATE, ps_letter_state_label (letter->state));
  ps_table_row_set_number (row, LETTER_PEILDATUM, letter->peildatum);
  ps_table_row_set_number (row, LETTER_SENT, letter->sent_on != PS_DATE_OPEN ? letter->sent_on : PS_NO_NUMBER);
  ps_table_row_set_text (row, LETTER_WAITS, waits);
  return row;
}

GPtrArray *
ps_course_letters_rows (const PsBandwidthCourse *course, PsDate today)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < course->now->letters->len; i++)
    g_ptr_array_add (rows, make_letter_row (g_ptr_array_index (course->now->letters, i), today));
  return rows;
}
