/* ps-dossier-write.c: a dossier as documents: the production and the results
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

/* The settlement that a document is of: the same in all three. */
void
ps_dossier_write_head (PsTextWriter *self, PsRecord record, const PsDossier *dossier)
{
  ps_text_section (self, record);
  ps_text_record (self, record);
  ps_text_string (self, ps_region_provider (dossier->region, dossier->settlement->provider)->agb);
  ps_text_number (self, dossier->settlement->year);
  ps_text_date (self, dossier->settlement->through);
  ps_text_record_end (self);
}

static void
write_municipality (PsTextWriter *self, const PsDossier *dossier, guint place)
{
  ps_text_string (self, place != PS_NONE ? ps_region_municipality (dossier->region, place)->code : NULL);
}

static void
write_group (PsTextWriter *self, const PsDossier *dossier, guint place)
{
  ps_text_string (self, place != PS_NONE ? ps_region_group (dossier->region, place)->code : NULL);
}

static void
write_product (PsTextWriter *self, const PsDossier *dossier, guint place)
{
  ps_text_string (self, place != PS_NONE ? ps_region_product (dossier->region, place)->code : NULL);
}

/* The production */

/* An assignment's key: municipality and number. */
static void
write_assignment_key (PsTextWriter *self, const PsDossier *dossier, guint place)
{
  write_municipality (self, dossier, g_array_index (dossier->production->assignments, PsAssignment, place).municipality);
  ps_text_string (self, g_ptr_array_index (dossier->keys->assignments, place));
}

static void
write_assignments (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *assignments = dossier->production->assignments;

  ps_text_section (self, PS_RECORD_ASSIGNMENT);
  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);

      ps_text_record (self, PS_RECORD_ASSIGNMENT);
      write_assignment_key (self, dossier, i);
      ps_text_string (self, g_ptr_array_index (dossier->keys->clients, assignment->client));
      write_product (self, dossier, assignment->product);
      write_group (self, dossier, assignment->group);
      ps_text_date (self, assignment->start);
      ps_text_date (self, assignment->end);
      ps_text_record_end (self);
    }
}

static void
write_care (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *assignments = dossier->production->assignments;

  ps_text_section (self, PS_RECORD_CARE);
  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);

      for (guint k = 0; k < assignment->n_care; k++)
        {
          const PsCare *care = &g_array_index (dossier->production->care, PsCare, assignment->first_care + k);

          ps_text_record (self, PS_RECORD_CARE);
          write_assignment_key (self, dossier, i);
          ps_text_date (self, care->start);
          ps_text_date (self, care->stop);
          ps_text_number (self, care->reason == PS_REASON_NONE ? PS_NO_NUMBER : care->reason);
          ps_text_record_end (self);
        }
    }
}

static void
write_lines (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *lines = dossier->production->lines;

  ps_text_section (self, PS_RECORD_LINE);
  for (guint i = 0; i < lines->len; i++)
    {
      const PsLine *line = &g_array_index (lines, PsLine, i);

      ps_text_record (self, PS_RECORD_LINE);
      ps_text_string (self, g_ptr_array_index (dossier->keys->references, i));
      ps_text_string (self, g_ptr_array_index (dossier->keys->declarations, i));
      write_assignment_key (self, dossier, line->assignment);
      write_product (self, dossier, line->product);
      ps_text_date (self, line->from);
      ps_text_date (self, line->to);
      ps_text_number (self, line->volume_milli);
      ps_text_word (self, PS_WORDS_UNIT, line->unit);
      ps_text_number (self, line->tariff_e4);
      ps_text_number (self, line->amount_cents);
      ps_text_word (self, PS_WORDS_LINE_STATUS, line->status);
      ps_text_string (self, ps_decision_word (line->decision));
      ps_text_record_end (self);
    }
}

static void
write_others (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *advances = dossier->production->advances, *measurements = dossier->production->measurements;

  ps_text_section (self, PS_RECORD_ADVANCE);
  for (guint i = 0; i < advances->len; i++)
    {
      const PsAdvance *advance = &g_array_index (advances, PsAdvance, i);

      ps_text_record (self, PS_RECORD_ADVANCE);
      write_product (self, dossier, advance->product);
      write_municipality (self, dossier, advance->municipality);
      ps_text_date (self, advance->month);
      ps_text_number (self, advance->amount_cents);
      ps_text_record_end (self);
    }

  ps_text_section (self, PS_RECORD_MEASUREMENT);
  for (guint i = 0; i < measurements->len; i++)
    {
      const PsMeasurement *measurement = &g_array_index (measurements, PsMeasurement, i);

      ps_text_record (self, PS_RECORD_MEASUREMENT);
      ps_text_date (self, ps_region_peildatum (dossier->region, measurement->peildatum)->date);
      write_product (self, dossier, measurement->product);
      write_municipality (self, dossier, measurement->municipality);
      ps_text_number (self, measurement->places_milli);
      ps_text_record_end (self);
    }
}

void
ps_dossier_write_production (PsTextWriter *self, const PsDossier *dossier)
{
  ps_dossier_write_head (self, PS_RECORD_PRODUCTION_OF, dossier);
  write_assignments (self, dossier);
  write_care (self, dossier);
  write_lines (self, dossier);
  write_others (self, dossier);
}

/* The results */

static void
write_scopes (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *scopes = dossier->settlement->scopes;

  ps_text_section (self, PS_RECORD_SCOPE);
  for (guint i = 0; i < scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (scopes, PsScope, i);

      ps_text_record (self, PS_RECORD_SCOPE);
      ps_text_number (self, i + 1);
      ps_text_string (self, scope->name);
      ps_text_word (self, PS_WORDS_EXCHANGE, scope->exchange);
      ps_text_string (self, scope->scheme != PS_NONE ? ps_region_scheme (dossier->region, scope->scheme)->name : NULL);
      ps_text_number (self, scope->ceiling_cents);
      ps_text_number (self, scope->net_cents);
      ps_text_number (self, scope->bands_deduction_cents);
      ps_text_number (self, scope->deduction_cents);
      ps_text_record_end (self);
    }
}

static void
write_bands (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *scopes = dossier->settlement->scopes;

  ps_text_section (self, PS_RECORD_BAND);
  for (guint i = 0; i < scopes->len; i++)
    {
      const GArray *bands = g_array_index (scopes, PsScope, i).bands;

      for (guint k = 0; k < bands->len; k++)
        {
          const PsBand *band = &g_array_index (bands, PsBand, k);

          ps_text_record (self, PS_RECORD_BAND);
          ps_text_number (self, i + 1);
          ps_text_number (self, k + 1);
          ps_text_number (self, band->from_bp);
          ps_text_number (self, band->paid_bp);
          ps_text_number (self, band->border_cents);
          ps_text_number (self, band->amount_cents);
          ps_text_number (self, band->deduction_cents);
          ps_text_record_end (self);
        }
    }
}

static void
write_figures (PsTextWriter *self, const PsSettlementLine *line)
{
  ps_text_number (self, line->gross_cents);
  ps_text_number (self, line->norm_deduction_cents);
  ps_text_number (self, line->net_cents);
  ps_text_number (self, line->exempt_cents);
  ps_text_number (self, line->outside_cents);
  ps_text_number (self, line->ceiling_cents);
  ps_text_number (self, line->band_deduction_cents);
  ps_text_number (self, line->payable_cents);
  ps_text_number (self, line->paid_cents);
  ps_text_number (self, line->balance_cents);
  ps_text_number (self, line->carried_cents);
  ps_text_number (self, line->disputed_cents);
  ps_text_number (self, line->produced_cents);
  ps_text_record_end (self);
}

static void
write_results (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *lines = dossier->settlement->lines;

  ps_text_section (self, PS_RECORD_RESULT);
  for (guint i = 0; i < lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (lines, PsSettlementLine, i);

      ps_text_record (self, PS_RECORD_RESULT);
      write_group (self, dossier, line->group);
      write_municipality (self, dossier, line->municipality);
      ps_text_number (self, line->scope != PS_NONE ? (gint64) line->scope + 1 : PS_NO_NUMBER);
      ps_text_word (self, PS_WORDS_YES_NO, line->agreed);
      ps_text_word (self, PS_WORDS_YES_NO, line->lump_sum);
      write_figures (self, line);
    }
  ps_text_section (self, PS_RECORD_TOTAL);
  ps_text_record (self, PS_RECORD_TOTAL);
  write_figures (self, &dossier->settlement->totals);
}

/* The reference of a line, or the number of an assignment; a source's or a signal's municipality is that assignment's. */
static void
write_thing (PsTextWriter *self, const PsDossier *dossier, PsSourceKind kind, gint64 id)
{
  PsSource about = { .kind = kind, .id = id };
  guint line = ps_dossier_line_of (dossier, &about), assignment = ps_dossier_assignment_of (dossier, &about);

  ps_text_string (self, line != PS_NONE ? g_ptr_array_index (dossier->keys->references, line) : NULL);
  ps_text_string (self,
                  line == PS_NONE && assignment != PS_NONE ? g_ptr_array_index (dossier->keys->assignments, assignment) : NULL);
}

static void
write_signals (PsTextWriter *self, const PsDossier *dossier)
{
  const GArray *all = dossier->settlement->signals;

  ps_text_section (self, PS_RECORD_SIGNAL);
  for (guint i = 0; i < all->len; i++)
    {
      const PsSignal *it = &g_array_index (all, PsSignal, i);

      ps_text_record (self, PS_RECORD_SIGNAL);
      ps_text_string (self, ps_signal_word (it->kind));
      write_group (self, dossier, it->group);
      write_municipality (self, dossier, it->municipality);
      write_product (self, dossier, it->product);
      write_thing (self, dossier, ps_signal_is_of_line (it->kind) ? PS_SOURCE_LINE : PS_SOURCE_TRAJECT, it->id);
      ps_text_number (self, it->count);
      ps_text_record_end (self);
    }
}

static void
write_source (PsTextWriter *self, const PsDossier *dossier, const PsSource *it)
{
  const gint64 numbers[] = { it->gross_cents,    it->norm_deduction_cents,
                             it->exempt_cents,   it->outside_cents,
                             it->paid_cents,     it->carried_cents,
                             it->disputed_cents, it->tariff_e4,
                             it->quantity,       it->norm_days,
                             it->months_over,    it->share_bp };

  ps_text_record (self, PS_RECORD_SOURCE);
  ps_text_string (self, ps_source_word (it->kind));
  write_group (self, dossier, it->group);
  write_municipality (self, dossier, it->municipality);
  write_product (self, dossier, it->product);
  write_thing (self, dossier, it->kind, it->id);
  ps_text_date (self, it->from);
  ps_text_date (self, it->to);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ps_text_number (self, numbers[i]);
  ps_text_date (self, it->path_from);
  ps_text_number (self, it->price_cents);
  ps_text_number (self, it->reason == PS_REASON_NONE ? PS_NO_NUMBER : it->reason);
  ps_text_string (self, ps_dispute_word (it->dispute));
  ps_text_string (self, ps_dispute_word (it->found));
  ps_text_record_end (self);
}

void
ps_dossier_write_results (PsTextWriter *self, const PsDossier *dossier)
{
  ps_dossier_write_head (self, PS_RECORD_RESULTS_OF, dossier);
  ps_text_section (self, PS_RECORD_PROGRAM);
  ps_text_record (self, PS_RECORD_PROGRAM);
  ps_text_string (self, dossier->facts.program_version);
  ps_text_record_end (self);

  write_scopes (self, dossier);
  write_bands (self, dossier);
  write_results (self, dossier);
  write_signals (self, dossier);
  ps_text_section (self, PS_RECORD_SOURCE);
  for (guint i = 0; i < dossier->sources->len; i++)
    write_source (self, dossier, &g_array_index (dossier->sources, PsSource, i));
}
