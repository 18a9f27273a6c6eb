/* ps-statement-book-sources.c: all that a settlement's lines were made of, a row each, with why it counts as it does
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-book-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-dispute-words.h"
#include "core/ps-explain.h"

static void
add_columns (PsSheet *sheet)
{
  ps_sheet_add_column (sheet, _("Kind"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Product group"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Code"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Municipality"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Product"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Reference"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Declaration"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Assignment"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Client"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("From"), PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, _("To"), PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, _("Status"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Volume"), PS_SHEET_VOLUME, FALSE);
  ps_sheet_add_column (sheet, _("Unit"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Tariff"), PS_SHEET_TARIFF, FALSE);
  ps_sheet_add_column (sheet, _("Valid tariff"), PS_SHEET_TARIFF, FALSE);
  ps_sheet_add_column (sheet, _("Declared"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Gross"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Norm duration deduction"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Exempt"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Outside the ceiling"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Paid"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("In dispute"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Carried"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Produced beside a lump sum"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Why"), PS_SHEET_TEXT, FALSE);
}

static const char *
text_at (GPtrArray *texts, guint place)
{
  return place != PS_NONE ? g_ptr_array_index (texts, place) : NULL;
}

static void
add_place (PsSheet *sheet, const PsRegion *region, const PsSource *source)
{
  const PsMunicipality *municipality = ps_region_municipality (region, source->municipality);

  ps_sheet_add_text (sheet, ps_source_kind_label (source->kind));
  ps_sheet_add_text (sheet, ps_region_group (region, source->group)->code);
  ps_sheet_add_text (sheet, municipality->code);
  ps_sheet_add_text (sheet, municipality->name);
  ps_sheet_add_text (sheet, source->product != PS_NONE ? ps_region_product (region, source->product)->code : NULL);
}

static void
add_keys (PsSheet *sheet, const PsDossier *dossier, guint line, guint assignment)
{
  const PsMessageKeys *keys = dossier->keys;
  guint client =
      assignment != PS_NONE ? g_array_index (dossier->production->assignments, PsAssignment, assignment).client : PS_NONE;

  ps_sheet_add_text (sheet, text_at (keys->references, line));
  ps_sheet_add_text (sheet, text_at (keys->declarations, line));
  ps_sheet_add_text (sheet, text_at (keys->assignments, assignment));
  ps_sheet_add_text (sheet, text_at (keys->clients, client));
}

/* What was declared: of a line what it says, of days and peildata how many. */
static void
add_declared (PsSheet *sheet, const PsDossier *dossier, const PsSource *source, guint place)
{
  const PsLine *line = place != PS_NONE ? &g_array_index (dossier->production->lines, PsLine, place) : NULL;
  gint64 volume = PS_NO_NUMBER;

  if (line != NULL)
    volume = line->volume_milli;
  else if (source->kind == PS_SOURCE_PEILDATUM)
    volume = source->quantity;
  else if (source->kind == PS_SOURCE_CARE_DAYS || source->kind == PS_SOURCE_TRAJECT)
    volume = source->quantity * 1000;
  ps_sheet_add_text (sheet, line != NULL ? ps_words_label (PS_WORDS_LINE_STATUS, line->status) : NULL);
  ps_sheet_add_number (sheet, volume);
  if (line != NULL)
    ps_sheet_add_text (sheet, line->unit != PS_UNIT_NONE ? ps_words_label (PS_WORDS_UNIT, line->unit) : NULL);
  else
    ps_sheet_add_text (sheet, source->kind == PS_SOURCE_PEILDATUM ? _("places") : volume != PS_NO_NUMBER ? _("days") : NULL);
  ps_sheet_add_number (sheet, line != NULL ? line->tariff_e4 : PS_NO_NUMBER);
  ps_sheet_add_number (sheet, source->tariff_e4);
  ps_sheet_add_number (sheet, line != NULL ? line->amount_cents : PS_NO_NUMBER);
}

/* Whether a lump sum is paid instead of what this produced. */
static gboolean
is_beside_lump_sum (const PsDossier *dossier, const PsSource *source)
{
  const GArray *lines = dossier->settlement->lines;

  for (guint i = 0; i < lines->len && source->kind != PS_SOURCE_LUMP_SUM; i++)
    {
      const PsSettlementLine *line = &g_array_index (lines, PsSettlementLine, i);

      if (line->group == source->group && line->municipality == source->municipality)
        return line->lump_sum;
    }
  return FALSE;
}

/* What only explains the places above it has no amounts: a zero would be read as a figure. Each column adds up to that of the lines. */
static void
add_amounts (PsSheet *sheet, const PsDossier *dossier, const PsSource *source)
{
  gboolean explains = source->kind == PS_SOURCE_CARE_DAYS || source->kind == PS_SOURCE_PEILDATUM;
  gboolean beside = !explains && is_beside_lump_sum (dossier, source);
  const gint64 produced[] = { source->gross_cents, source->norm_deduction_cents, source->exempt_cents, source->outside_cents };
  const gint64 declared[] = { source->paid_cents, source->disputed_cents, source->carried_cents };

  for (guint i = 0; i < G_N_ELEMENTS (produced); i++)
    ps_sheet_add_number (sheet, explains || beside ? PS_NO_NUMBER : produced[i]);
  for (guint i = 0; i < G_N_ELEMENTS (declared); i++)
    ps_sheet_add_number (sheet, explains ? PS_NO_NUMBER : declared[i]);
  ps_sheet_add_number (sheet, beside ? source->gross_cents : PS_NO_NUMBER);
}

static char *
explain (const PsDossier *dossier, const PsSource *source)
{
  if (source->dispute != PS_DISPUTE_NONE)
    return ps_dossier_dispute_sentence (dossier, source);
  return ps_explain_source (dossier, source);
}

static void
add_source (PsSheet *sheet, const PsDossier *dossier, const PsSource *source)
{
  guint line = ps_dossier_line_of (dossier, source);
  guint assignment = ps_dossier_assignment_of (dossier, source);
  g_autofree char *why = explain (dossier, source);

  add_place (sheet, dossier->region, source);
  add_keys (sheet, dossier, line, assignment);
  ps_sheet_add_number (sheet, source->from);
  ps_sheet_add_number (sheet, source->to);
  add_declared (sheet, dossier, source, line);
  add_amounts (sheet, dossier, source);
  ps_sheet_add_text (sheet, why);
}

/* ---- the order in which people look for them */

static const char *
key_of (const PsDossier *dossier, const PsSource *source)
{
  guint line = ps_dossier_line_of (dossier, source);
  const char *key = line != PS_NONE ? text_at (dossier->keys->references, line)
                                    : text_at (dossier->keys->assignments, ps_dossier_assignment_of (dossier, source));

  return key != NULL ? key : "";
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Days and peildata stand below the places that they explain: of one product, in the order of the kinds. */
static gboolean
is_of_places (PsSourceKind kind)
{
  return kind == PS_SOURCE_PLACES || kind == PS_SOURCE_CARE_DAYS || kind == PS_SOURCE_PEILDATUM;
}

static PsSourceKind
kind_in_order (PsSourceKind kind)
{
  return is_of_places (kind) ? PS_SOURCE_PLACES : kind;
}

static int
compare_sources (gconstpointer a, gconstpointer b, gpointer data)
{
  const PsDossier *dossier = data;
  const PsSource *first = *(const PsSource *const *) a, *second = *(const PsSource *const *) b;
  const gint64 pairs[][2] = { { first->group, second->group },
                              { first->municipality, second->municipality },
                              { kind_in_order (first->kind), kind_in_order (second->kind) },
                              { first->product, second->product },
                              { first->kind, second->kind },
                              { first->from, second->from } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] != pairs[i][1])
      return compare_numbers (pairs[i][0], pairs[i][1]);
  return g_strcmp0 (key_of (dossier, first), key_of (dossier, second));
}

PsSheet *
ps_statement_sheet_sources (const PsPaper *paper)
{
  const PsDossier *dossier = paper->dossier;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  PsSheet *sheet = ps_sheet_new (_("Sources"));

  for (guint i = 0; i < dossier->sources->len; i++)
    g_ptr_array_add (sources, &g_array_index (dossier->sources, PsSource, i));
  g_ptr_array_sort_with_data (sources, compare_sources, (gpointer) dossier);
  add_columns (sheet);
  for (guint i = 0; i < sources->len; i++)
    add_source (sheet, dossier, g_ptr_array_index (sources, i));
  return sheet;
}
