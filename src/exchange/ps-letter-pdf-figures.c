/* ps-letter-pdf-figures.c: the figures of a letter as a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

#define ROOM 6.0 /* above the table, in points */

typedef struct
{
  PsPdf *pdf;
  const PsLetterFigures *figures;
  PsLetterKind kind;
} Table;

static const PsLetterScope *
scope_at (const PsLetterFigures *figures, guint i)
{
  return &g_array_index (figures->scopes, PsLetterScope, i);
}

/* What does not fit is not shown rather than wrong. */
static gint64
difference (gint64 a, gint64 b)
{
  PsOverflow overflow = { FALSE };
  gint64 cents = ps_subtract (a, b, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : cents;
}

static gboolean
has_data (const PsLetterFigures *figures)
{
  return figures->through >= ps_date_year_start (figures->year);
}

/* ---- one scope: below each other */

static void
add_amount (Table *table, const char *label, gint64 cents, gboolean total)
{
  g_autofree char *amount = ps_format_money (cents);

  ps_pdf_table_row (table->pdf, (const char *const[]){ label, amount }, total);
}

static void
add_ceiling (Table *table, const PsLetterScope *scope)
{
  g_autofree char *year = g_strdup_printf ("%d", table->figures->year);
  g_autofree char *label = g_strdup_printf (_("Agreed ceiling %s"), year);

  add_amount (table, label, scope->ceiling_cents, FALSE);
}

/* The border that the letter is about: the lower one where little is produced, else the upper one. */
static void
add_border (Table *table, const PsLetterScope *scope)
{
  gboolean under = table->kind == PS_LETTER_UNDER;
  int share = under ? PS_FULL_BP - table->figures->under_bp : PS_FULL_BP + table->figures->over_bp;
  g_autofree char *percent = ps_format_percent (share);
  g_autofree char *label =
      g_strdup_printf (under ? _("Lower border of the bandwidth (%s)") : _("Upper border of the bandwidth (%s)"), percent);

  add_amount (table, label, under ? scope->lower_cents : scope->upper_cents, FALSE);
}

static void
add_realised (Table *table, const PsLetterScope *scope)
{
  g_autofree char *year = g_strdup_printf ("%d", table->figures->year), *through = ps_format_date (table->figures->through);
  g_autofree char *ratio = ps_format_ratio (scope->realised_cents, scope->ceiling_cents);
  g_autofree char *label = NULL;

  if (!has_data (table->figures))
    label = g_strdup_printf (_("Realised in %s (no data yet)"), year);
  else if (scope->ceiling_cents == 0)
    label = g_strdup_printf (_("Realised through %s"), through);
  else
    /* Translators: a date; a percentage */
    label = g_strdup_printf (_("Realised through %s (%s of the ceiling)"), through, ratio);
  add_amount (table, label, scope->realised_cents, FALSE);
}

static void
add_forecast (Table *table, const PsLetterScope *scope)
{
  g_autofree char *year = g_strdup_printf ("%d", table->figures->year);
  g_autofree char *ratio = ps_format_ratio (scope->forecast_cents, scope->ceiling_cents);
  g_autofree char *label = NULL;

  if (scope->ceiling_cents == 0)
    /* Translators: a year; the method of the forecast */
    label = g_strdup_printf (_("Forecast %s (%s)"), year, ps_forecast_method_label (scope->method));
  else
    /* Translators: a year; the method of the forecast; a percentage */
    label = g_strdup_printf (_("Forecast %s (%s, %s of the ceiling)"), year, ps_forecast_method_label (scope->method), ratio);
  add_amount (table, label, scope->forecast_cents, FALSE);
}

static void
add_difference (Table *table, const PsLetterScope *scope)
{
  gint64 cents = difference (scope->forecast_cents, scope->ceiling_cents);

  if (cents == PS_NO_NUMBER || cents >= 0)
    add_amount (table, _("Forecast above the ceiling"), cents, TRUE);
  else
    add_amount (table, _("Forecast below the ceiling"), -cents, TRUE);
}

static void
add_stake (Table *table, const PsLetterScope *scope)
{
  g_autofree char *label = NULL;

  if (scope->at_stake_cents == 0)
    return;
  if (scope->scheme != NULL && *scope->scheme != '\0')
    /* Translators: the name of an incentive scheme */
    label = g_strdup_printf (_("Expected deduction under the scheme %s"), scope->scheme);
  else
    label = g_strdup (_("Expected deduction"));
  add_amount (table, label, scope->at_stake_cents, FALSE);
}

/* What is not the whole provider is named, for nothing else in the table does. */
static const char *
name_of (const PsLetterScope *scope)
{
  return g_strcmp0 (scope->label, _("Whole provider")) != 0 ? scope->label : NULL;
}

static void
write_single (Table *table)
{
  const PsPdfColumn columns[] = { { "", 1, PS_PDF_LEFT }, { "", 0, PS_PDF_RIGHT } };
  const PsLetterScope *scope = scope_at (table->figures, 0);

  ps_pdf_table_begin (table->pdf, columns, G_N_ELEMENTS (columns));
  add_ceiling (table, scope);
  ps_pdf_table_note (table->pdf, name_of (scope));
  add_border (table, scope);
  add_realised (table, scope);
  add_forecast (table, scope);
  add_difference (table, scope);
  add_stake (table, scope);
  ps_pdf_table_end (table->pdf);
}

/* ---- several scopes: a row each */

#define MOST_COLUMNS 7

static gboolean
any_stake (const PsLetterFigures *figures)
{
  for (guint i = 0; i < figures->scopes->len; i++)
    if (scope_at (figures, i)->at_stake_cents != 0)
      return TRUE;
  return FALSE;
}

/* What holds of a scope, and how its forecast was made. */
static char *
note_of (const Table *table, const PsLetterScope *scope)
{
  PsOverflow overflow = { FALSE };
  PsBandwidthScope facts = { .label = scope->label, .scheme = PS_NONE, .method = scope->method };
  g_autofree char *state = NULL;

  facts.ceiling_cents = scope->ceiling_cents;
  facts.realised_cents = scope->realised_cents;
  facts.forecast_cents = scope->forecast_cents;
  facts.lower_cents = scope->lower_cents;
  facts.upper_cents = scope->upper_cents;
  facts.notice_cents = ps_share_of (scope->ceiling_cents, table->figures->notice_bp, &overflow);
  facts.position = scope->position;
  facts.notice_bp = table->figures->notice_bp;
  facts.notice = scope->notice;
  facts.reached = scope->reached;
  facts.at_stake_cents = scope->at_stake_cents;
  state = ps_bandwidth_state_text (&facts);
  /* Translators: how a scope stands ("Over the bandwidth"); the method of its forecast ("linear") */
  return g_strdup_printf (_("%s; forecast: %s"), state, ps_forecast_method_label (scope->method));
}

static void
add_row (Table *table, const char *label, const gint64 amounts[4], gboolean total)
{
  gint64 above = difference (amounts[2], amounts[0]);
  g_autofree char *ceiling = ps_format_amount (amounts[0]), *realised = ps_format_amount (amounts[1]);
  g_autofree char *forecast = ps_format_amount (amounts[2]), *ratio = ps_format_ratio (amounts[2], amounts[0]);
  g_autofree char *deviation = ps_format_amount (above), *stake = ps_format_amount (amounts[3]);
  const char *const cells[MOST_COLUMNS] = { label, ceiling, realised, forecast, ratio, deviation, stake };

  ps_pdf_table_row (table->pdf, cells, total);
}

static void
add_scope (Table *table, const PsLetterScope *scope)
{
  const gint64 amounts[] = { scope->ceiling_cents, scope->realised_cents, scope->forecast_cents, scope->at_stake_cents };
  g_autofree char *note = note_of (table, scope);

  add_row (table, scope->label, amounts, FALSE);
  ps_pdf_table_note (table->pdf, note);
}

static void
add_totals (Table *table)
{
  const PsLetterFigures *figures = table->figures;
  const gint64 amounts[] = { figures->ceiling_cents, figures->realised_cents, figures->forecast_cents, figures->at_stake_cents };

  add_row (table, _("Total"), amounts, TRUE);
}

static void
begin_many (Table *table)
{
  g_autofree char *through = ps_format_date (table->figures->through);
  g_autofree char *year = g_strdup_printf ("%d", table->figures->year);
  g_autofree char *realised = has_data (table->figures) ? g_strdup_printf (_("Realised through %s"), through)
                                                        : g_strdup_printf (_("Realised in %s (no data yet)"), year);
  g_autofree char *forecast = g_strdup_printf (_("Forecast %s"), year);
  const PsPdfColumn columns[MOST_COLUMNS] = {
    { _("Scope"), 1, PS_PDF_LEFT },
    { _("Ceiling"), 0, PS_PDF_RIGHT },
    { realised, 0, PS_PDF_RIGHT },
    { forecast, 0, PS_PDF_RIGHT },
    { _("Share"), 0, PS_PDF_RIGHT },
    { _("Above or below (−)"), 0, PS_PDF_RIGHT },
    { _("Expected deduction"), 0, PS_PDF_RIGHT },
  };

  ps_pdf_table_begin (table->pdf, columns, any_stake (table->figures) ? MOST_COLUMNS : MOST_COLUMNS - 1);
}

static void
write_many (Table *table)
{
  g_autofree char *lower = ps_format_percent (PS_FULL_BP - table->figures->under_bp);
  g_autofree char *upper = ps_format_percent (PS_FULL_BP + table->figures->over_bp);
  g_autofree char *words = NULL;

  begin_many (table);
  for (guint i = 0; i < table->figures->scopes->len; i++)
    add_scope (table, scope_at (table->figures, i));
  add_totals (table);
  ps_pdf_table_end (table->pdf);
  /* Translators: below a table; two percentages: 95 %, 105 % */
  words = g_strdup_printf (_("Amounts in euro. The bandwidth goes from %s to %s of a ceiling; the share is the forecast's."),
                           lower, upper);
  ps_pdf_small (table->pdf, words);
}

void
ps_letter_pdf_figures (PsPdf *pdf, const PsLetterFigures *figures, PsLetterKind kind)
{
  Table table = { pdf, figures, kind };

  ps_pdf_room (pdf, ROOM);
  if (figures->scopes->len == 1)
    write_single (&table);
  else if (figures->scopes->len > 1)
    write_many (&table);
}
