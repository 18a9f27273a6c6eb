/* ps-bandwidth-table.c: every provider against its bandwidth, a row each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-table"

#include "ps-bandwidth-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"

/* Drawing */

static void
draw (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  const PsBandwidthRow *about = ps_table_row_get_data (row);
  PsChartStyle style;

  if (column == PS_BANDWIDTH_STATE)
    {
      ps_band_look_draw (cr, about->look, ps_table_row_get_text (row, column), width, height, widget);
      return;
    }
  style = ps_band_chart_style ();
  ps_corridor_draw (cr, &about->corridor, width, height, &style);
}

static char *
count_providers (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u provider", "%u of %u providers", n_rows), n_shown, n_rows);
}

/* The least important first: who, where it stands and what is to be done stay. */
static void
set_drops (PsTable *table)
{
  static const guint drops[] = { PS_BANDWIDTH_AGB,     PS_BANDWIDTH_METHOD,   PS_BANDWIDTH_CHANGE,  PS_BANDWIDTH_REALISED,
                                 PS_BANDWIDTH_CEILING, PS_BANDWIDTH_AT_STAKE, PS_BANDWIDTH_CORRIDOR };

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
}

PsTable *
ps_bandwidth_table_new (void)
{
  const PsColumn columns[PS_N_BANDWIDTH_COLUMNS] = {
    [PS_BANDWIDTH_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 15 },
    [PS_BANDWIDTH_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [PS_BANDWIDTH_CORRIDOR] = { "corridor", _("Bandwidth"), PS_COLUMN_DRAWING, 7, FALSE, FALSE },
    [PS_BANDWIDTH_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_BANDWIDTH_REALISED] = { "realised", _("Realised"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_BANDWIDTH_FORECAST] = { "forecast", _("Forecast"), PS_COLUMN_MONEY, 8, TRUE, TRUE },
    [PS_BANDWIDTH_METHOD] = { "method", _("Method"), PS_COLUMN_TEXT, 11, FALSE, FALSE },
    [PS_BANDWIDTH_SHARE] = { "share", _("Of ceiling"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [PS_BANDWIDTH_STATE] = { "state", _("State"), PS_COLUMN_DRAWING, 24, FALSE, FALSE },
    [PS_BANDWIDTH_CHANGE] = { "change", _("Since the last peildatum"), PS_COLUMN_TEXT, 22, FALSE, FALSE },
    [PS_BANDWIDTH_AT_STAKE] = { "at-stake", _("At stake"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
    [PS_BANDWIDTH_LETTER] = { "letter", _("Letter"), PS_COLUMN_TEXT, 11, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Bandwidth of providers")));

  ps_table_set_count (table, count_providers);
  ps_table_set_draw (table, draw, NULL);
  set_drops (table);
  ps_table_set_sort (table, "provider", FALSE);
  return table;
}

/* Rows */

static void
row_free (gpointer data)
{
  PsBandwidthRow *row = data;

  g_free (row->agb);
  g_free (row);
}

static guint
bit (gboolean holds, PsWhichBands which)
{
  return holds ? 1u << which : 0;
}

/* Each scope counts for itself: one over and one under makes it both. Within: all of them are. */
static guint
which_of (const PsProviderBandwidth *provider, const char *change)
{
  const GArray *scopes = provider->now->scopes;
  gboolean within = scopes->len > 0;
  guint which = 1u << PS_WHICH_BAND_ALL | bit (ps_bandwidths_needs_letter (provider, NULL), PS_WHICH_BAND_NEEDS_LETTER);

  for (guint i = 0; i < scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (scopes, PsBandwidthScope, i);

      within = within && scope->position == PS_POSITION_IN && !scope->reached;
      which |= bit (scope->position == PS_POSITION_OVER, PS_WHICH_BAND_OVER)
               | bit (scope->position == PS_POSITION_UNDER, PS_WHICH_BAND_UNDER)
               | bit (scope->notice && !scope->reached, PS_WHICH_BAND_NOTICE) | bit (scope->reached, PS_WHICH_BAND_FULL);
    }
  return which | bit (within, PS_WHICH_BAND_WITHIN) | bit (change != NULL, PS_WHICH_BAND_CHANGED);
}

/* Its number, that it is needed, or that it was told before. */
static char *
letter_text (const PsBandwidthShown *shown, const PsProviderBandwidth *provider)
{
  const PsLetter *letter = ps_bandwidth_shown_letter (shown, provider->letter_id);
  gboolean told_before = FALSE;
  gboolean needs = ps_bandwidths_needs_letter (provider, &told_before);
  g_autofree char *told_in = ps_letter_number_text (shown->year->year, provider->told_number);

  if (letter != NULL)
    return g_strdup (letter->number_text);
  if (needs)
    return g_strdup (C_("letter", "Needed"));
  if (told_before)
    /* Translators: the number of an earlier letter, that said the same already */
    return g_strdup_printf (_("told in %s"), told_in);
  return g_strdup ("–");
}

static void
set_words (PsTableRow *row, const PsBandwidthShown *shown, const PsProviderBandwidth *provider, const char *change)
{
  const PsBandwidth *now = provider->now;
  g_autofree char *state = ps_band_state_text (now);
  g_autofree char *methods = ps_band_methods_text (now);
  g_autofree char *letter = letter_text (shown, provider);

  ps_table_row_set_text (row, PS_BANDWIDTH_STATE, state);
  ps_table_row_set_text (row, PS_BANDWIDTH_METHOD, methods);
  ps_table_row_set_text (row, PS_BANDWIDTH_CHANGE, change);
  ps_table_row_set_text (row, PS_BANDWIDTH_LETTER, letter);
}

/* The drawing is of the scope that decides, and says so to those who do not see it. */
static void
set_drawing (PsTableRow *row, PsBandwidthRow *about, const PsBandwidth *now)
{
  const PsBandwidthScope *heaviest = ps_bandwidth_get_heaviest (now);
  g_autofree char *said = NULL;

  ps_band_corridor (&about->corridor, now, heaviest);
  said = ps_corridor_describe (&about->corridor);
  if (heaviest != NULL && now->scopes->len > 1)
    {
      g_autofree char *of_scope = g_strdup_printf ("%s: %s", heaviest->label, said);

      ps_table_row_set_text (row, PS_BANDWIDTH_CORRIDOR, of_scope);
    }
  else
    ps_table_row_set_text (row, PS_BANDWIDTH_CORRIDOR, said);
  ps_table_row_set_number (row, PS_BANDWIDTH_CORRIDOR,
                           heaviest != NULL ? ps_band_share_bp (heaviest->forecast_cents, heaviest->ceiling_cents)
                                            : PS_NO_NUMBER);
}

static PsTableRow *
make_row (const PsBandwidthShown *shown, const PsProviderBandwidth *provider)
{
  const PsBandwidth *now = provider->now;
  const PsProvider *whose = ps_region_provider (shown->year->region, now->provider);
  PsBandwidthRow *about = g_new0 (PsBandwidthRow, 1);
  PsTableRow *row = ps_table_row_new (PS_N_BANDWIDTH_COLUMNS, (guint64) whose->id, about, row_free);
  g_autofree char *change = ps_bandwidth_change_text (provider->before, now);

  about->agb = g_strdup (whose->agb);
  about->look = ps_band_look (ps_bandwidth_get_heaviest (now));
  about->which = which_of (provider, change);
  ps_table_row_set_text (row, PS_BANDWIDTH_PROVIDER, whose->name);
  ps_table_row_set_text (row, PS_BANDWIDTH_AGB, whose->agb);
  ps_table_row_set_number (row, PS_BANDWIDTH_CEILING, now->ceiling_cents);
  ps_table_row_set_number (row, PS_BANDWIDTH_REALISED, now->realised_cents);
  ps_table_row_set_number (row, PS_BANDWIDTH_FORECAST, now->forecast_cents);
  ps_table_row_set_number (row, PS_BANDWIDTH_SHARE, ps_band_share_bp (now->forecast_cents, now->ceiling_cents));
  ps_table_row_set_number (row, PS_BANDWIDTH_STATE, about->look);
  ps_table_row_set_number (row, PS_BANDWIDTH_AT_STAKE, now->at_stake_cents);
  set_drawing (row, about, now);
  set_words (row, shown, provider, change);
  return row;
}

GPtrArray *
ps_bandwidth_table_rows (const PsBandwidthShown *shown)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shown->year->providers->len; i++)
    g_ptr_array_add (rows, make_row (shown, g_ptr_array_index (shown->year->providers, i)));
  return rows;
}

/* Sums */

static void
add_provider (PsBandwidthSums *sums, const PsProviderBandwidth *provider, PsOverflow *overflow)
{
  g_autofree char *change = ps_bandwidth_change_text (provider->before, provider->now);
  guint which = which_of (provider, change);

  for (guint i = 0; i < PS_N_WHICH_BANDS; i++)
    sums->n[i] += (which >> i) & 1;
  sums->ceiling_cents = ps_add (sums->ceiling_cents, provider->now->ceiling_cents, overflow);
  sums->realised_cents = ps_add (sums->realised_cents, provider->now->realised_cents, overflow);
  sums->forecast_cents = ps_add (sums->forecast_cents, provider->now->forecast_cents, overflow);
  sums->at_stake_cents = ps_add (sums->at_stake_cents, provider->now->at_stake_cents, overflow);
}

/* A sum that does not fit is none: PS_NO_NUMBER. */
void
ps_bandwidth_sum (const PsBandwidthShown *shown, PsBandwidthSums *sums)
{
  PsOverflow overflow = { FALSE };

  *sums = (PsBandwidthSums){ 0 };
  for (guint i = 0; i < shown->year->providers->len; i++)
    add_provider (sums, g_ptr_array_index (shown->year->providers, i), &overflow);
  if (overflow.overflowed)
    sums->ceiling_cents = sums->realised_cents = sums->forecast_cents = sums->at_stake_cents = PS_NO_NUMBER;
}
