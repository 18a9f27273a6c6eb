/* ps-letter-figures.c: the figures of a letter, and their text: what is frozen with it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Fields are written and read as those of a settlement's documents (ps-dossier-text-private.h): an auditor can read them
 * without this program, and they depend on no language.
 */
#include "ps-letter-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-dossier-text-private.h"

#define HEAD "peilstok\tbandbreedtebrief\t1\n"
#define COLUMNS_DATE "#peildatum\tjaar\tpeildatum\tnaam\tgegevens_tot\tonder_bp\tboven_bp\tsignaal_bp\tzwaarste\n"
#define COLUMNS_SCOPE                                                                                                            \
  "#onderdeel\tcode\tnaam\tplafond_cent\tondergrens_cent\tbovengrens_cent\tgerealiseerd_cent\tprognose_cent\t"                   \
  "methode\treden\tstand\tsignaal\tbereikt\tregeling\tinhouding_cent\n"
#define COLUMNS_TOTAL "#totaal\tplafond_cent\tgerealiseerd_cent\tprognose_cent\tinhouding_cent\n"
#define COLUMNS_SENDER "#afzender\tregio\tbriefhoofd\tondertekenaar\n"
#define MOST_YEAR 9999

static void
clear_scope (gpointer data)
{
  PsLetterScope *scope = data;

  g_free (scope->name);
  g_free (scope->label);
  g_free (scope->reason);
  g_free (scope->scheme);
}

static PsLetterFigures *
figures_alloc (void)
{
  PsLetterFigures *figures = g_new0 (PsLetterFigures, 1);

  figures->peildatum = figures->through = PS_DATE_OPEN;
  figures->heaviest = PS_NONE;
  figures->scopes = g_array_new (FALSE, TRUE, sizeof (PsLetterScope));
  g_array_set_clear_func (figures->scopes, clear_scope);
  return figures;
}

/**
 * ps_letter_figures_free: figures may be %NULL.
 */
void
ps_letter_figures_free (PsLetterFigures *figures)
{
  if (figures == NULL)
    return;
  g_array_unref (figures->scopes);
  g_free (figures->peildatum_label);
  g_free (figures->sender);
  g_free (figures->letterhead);
  g_free (figures->signer);
  g_free (figures);
}

static void
add_scope (PsLetterFigures *figures, const PsRegion *region, const PsBandwidthScope *from)
{
  gboolean has_reason = from->choice != NULL && from->choice->reason != NULL && *from->choice->reason != '\0';
  PsLetterScope scope = { .name = g_strdup (from->name),
                          .label = g_strdup (from->label),
                          .ceiling_cents = from->ceiling_cents,
                          .lower_cents = from->lower_cents,
                          .upper_cents = from->upper_cents,
                          .realised_cents = from->realised_cents,
                          .forecast_cents = from->forecast_cents,
                          .method = from->method,
                          .reason = has_reason ? g_strdup (from->choice->reason) : NULL,
                          .position = from->position,
                          .notice = from->notice,
                          .reached = from->reached,
                          .at_stake_cents = from->at_stake_cents };

  if (from->scheme != PS_NONE)
    scope.scheme = g_strdup (ps_region_scheme (region, from->scheme)->name);
  g_array_append_val (figures->scopes, scope);
}

/**
 * ps_letter_figures_new: those of every scope of a provider at a peildatum, as they are printed.
 * @peildatum_label: (nullable): its name
 */
PsLetterFigures *
ps_letter_figures_new (const PsRegion *region, const PsBandwidth *bandwidth, const char *peildatum_label)
{
  PsLetterFigures *figures = figures_alloc ();

  figures->year = bandwidth->year;
  figures->peildatum = bandwidth->day;
  figures->peildatum_label = g_strdup (peildatum_label != NULL ? peildatum_label : "");
  figures->through = bandwidth->through;
  figures->under_bp = bandwidth->under_bp;
  figures->over_bp = bandwidth->over_bp;
  figures->notice_bp = bandwidth->notice_bp;
  figures->heaviest = bandwidth->heaviest;
  figures->ceiling_cents = bandwidth->ceiling_cents;
  figures->realised_cents = bandwidth->realised_cents;
  figures->forecast_cents = bandwidth->forecast_cents;
  figures->at_stake_cents = bandwidth->at_stake_cents;
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    add_scope (figures, region, &g_array_index (bandwidth->scopes, PsBandwidthScope, i));
  return figures;
}

/**
 * ps_letter_figures_set_sender: what is printed beside the figures, so that a letter that was sent can be shown as it was.
 * @sender: (nullable): the region's name; %NULL: nothing is frozen
 */
void
ps_letter_figures_set_sender (PsLetterFigures *figures, const char *sender, const char *letterhead, const char *signer)
{
  g_free (figures->sender);
  g_free (figures->letterhead);
  g_free (figures->signer);
  figures->sender = g_strdup (sender);
  figures->letterhead = sender != NULL ? g_strdup (letterhead != NULL ? letterhead : "") : NULL;
  figures->signer = sender != NULL ? g_strdup (signer != NULL ? signer : "") : NULL;
}

/**
 * ps_letter_figures_add_told: what a letter with these figures tells once a year: of each scope that has its notice, or is reached.
 * @told: GArray of PsScopeTold
 */
void
ps_letter_figures_add_told (const PsLetterFigures *figures, GArray *told)
{
  for (guint i = 0; i < figures->scopes->len; i++)
    {
      const PsLetterScope *scope = &g_array_index (figures->scopes, PsLetterScope, i);
      /* A ceiling of zero is reached from the start; nobody was told anything while nothing was realised. */
      gboolean empty = scope->ceiling_cents == 0 && scope->realised_cents <= 0;

      if ((scope->notice || scope->reached) && !empty)
        g_array_append_val (told, ((PsScopeTold){ g_strdup (scope->name), figures->peildatum, scope->notice, scope->reached }));
    }
}

/* Written */

static void
write_date (PsTextWriter *self, const PsLetterFigures *figures)
{
  g_string_append (self->text, COLUMNS_DATE "peildatum");
  ps_text_number (self, figures->year);
  ps_text_date (self, figures->peildatum);
  ps_text_string (self, figures->peildatum_label);
  ps_text_date (self, figures->through);
  ps_text_number (self, figures->under_bp);
  ps_text_number (self, figures->over_bp);
  ps_text_number (self, figures->notice_bp);
  ps_text_number (self, figures->heaviest != PS_NONE ? (gint64) figures->heaviest + 1 : PS_NO_NUMBER);
  ps_text_record_end (self);
}

static void
write_scope (PsTextWriter *self, const PsLetterScope *scope)
{
  g_string_append (self->text, "onderdeel");
  ps_text_string (self, scope->name);
  ps_text_string (self, scope->label);
  ps_text_number (self, scope->ceiling_cents);
  ps_text_number (self, scope->lower_cents);
  ps_text_number (self, scope->upper_cents);
  ps_text_number (self, scope->realised_cents);
  ps_text_number (self, scope->forecast_cents);
  ps_text_string (self, ps_forecast_method_code (scope->method));
  ps_text_string (self, scope->reason);
  ps_text_string (self, ps_position_code (scope->position));
  ps_text_word (self, PS_WORDS_YES_NO, scope->notice);
  ps_text_word (self, PS_WORDS_YES_NO, scope->reached);
  ps_text_string (self, scope->scheme);
  ps_text_number (self, scope->at_stake_cents);
  ps_text_record_end (self);
}

static void
write_totals (PsTextWriter *self, const PsLetterFigures *figures)
{
  g_string_append (self->text, COLUMNS_TOTAL "totaal");
  ps_text_number (self, figures->ceiling_cents);
  ps_text_number (self, figures->realised_cents);
  ps_text_number (self, figures->forecast_cents);
  ps_text_number (self, figures->at_stake_cents);
  ps_text_record_end (self);
}

static void
write_sender (PsTextWriter *self, const PsLetterFigures *figures)
{
  g_string_append (self->text, COLUMNS_SENDER "afzender");
  ps_text_string (self, figures->sender);
  ps_text_string (self, figures->letterhead);
  ps_text_string (self, figures->signer);
  ps_text_record_end (self);
}

/**
 * ps_letter_figures_to_text: plain text, a record a line: always the same for the same figures, in every language.
 */
char *
ps_letter_figures_to_text (const PsLetterFigures *figures)
{
  PsTextWriter self = { .text = g_string_new (HEAD) };

  write_date (&self, figures);
  g_string_append (self.text, COLUMNS_SCOPE);
  for (guint i = 0; i < figures->scopes->len; i++)
    write_scope (&self, &g_array_index (figures->scopes, PsLetterScope, i));
  write_totals (&self, figures);
  if (figures->sender != NULL)
    write_sender (&self, figures);
  g_string_append (self.text, "#einde\n");
  return g_string_free (self.text, FALSE);
}

/* Read */

static const char *
method_word (guint i)
{
  return ps_forecast_method_code ((PsForecastMethod) i);
}

static const char *
position_word (guint i)
{
  return ps_position_code ((PsBandwidthPosition) (i + PS_POSITION_UNDER));
}

static void
read_date (PsTextReader *self, PsLetterFigures *figures)
{
  gint64 heaviest;

  figures->year = (int) ps_reading_number (self, 1, MOST_YEAR);
  figures->peildatum = ps_reading_date (self);
  g_free (figures->peildatum_label);
  figures->peildatum_label = g_strdup (ps_reading_string (self));
  figures->through = ps_reading_open (self);
  figures->under_bp = (int) ps_reading_number (self, 0, PS_MOST_BP);
  figures->over_bp = (int) ps_reading_number (self, 0, PS_MOST_BP);
  figures->notice_bp = (int) ps_reading_number (self, 0, PS_MOST_BP);
  heaviest = ps_reading_optional (self, 1, G_MAXINT);
  figures->heaviest = heaviest != PS_NO_NUMBER ? (guint) heaviest - 1 : PS_NONE;
}

static void
read_scope (PsTextReader *self, PsLetterFigures *figures)
{
  PsLetterScope scope = { .name = g_strdup (ps_reading_string (self)) };

  scope.label = g_strdup (ps_reading_string (self));
  scope.ceiling_cents = ps_reading_amount (self);
  scope.lower_cents = ps_reading_amount (self);
  scope.upper_cents = ps_reading_amount (self);
  scope.realised_cents = ps_reading_amount (self);
  scope.forecast_cents = ps_reading_amount (self);
  scope.method = (PsForecastMethod) ps_reading_choice (self, method_word, PS_N_FORECASTS);
  scope.reason = ps_reading_copy (self);
  scope.position = (PsBandwidthPosition) (ps_reading_choice (self, position_word, PS_POSITION_OVER) + PS_POSITION_UNDER);
  scope.notice = ps_reading_word (self, PS_WORDS_YES_NO);
  scope.reached = ps_reading_word (self, PS_WORDS_YES_NO);
  scope.scheme = ps_reading_copy (self);
  scope.at_stake_cents = ps_reading_amount (self);
  g_array_append_val (figures->scopes, scope);
}

static void
read_totals (PsTextReader *self, PsLetterFigures *figures)
{
  figures->ceiling_cents = ps_reading_amount (self);
  figures->realised_cents = ps_reading_amount (self);
  figures->forecast_cents = ps_reading_amount (self);
  figures->at_stake_cents = ps_reading_amount (self);
}

static void
read_sender (PsTextReader *self, PsLetterFigures *figures)
{
  g_autofree char *sender = g_strdup (ps_reading_string (self));
  g_autofree char *letterhead = g_strdup (ps_reading_string (self));

  ps_letter_figures_set_sender (figures, sender, letterhead, ps_reading_string (self));
}

static const struct
{
  const char *name;
  void (*read) (PsTextReader *self, PsLetterFigures *figures);
} records[] = {
  { "peildatum", read_date },
  { "onderdeel", read_scope },
  { "totaal", read_totals },
  { "afzender", read_sender },
};

/* Headings are passed over: what comes out is compared with what came in. */
static void
read_line (PsTextReader *self, char *line, PsLetterFigures *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      gsize length = strlen (records[i].name);

      if (strncmp (line, records[i].name, length) != 0 || line[length] != '\t')
        continue;
      self->field = line + length + 1;
      records[i].read (self, figures);
    }
}

static gboolean
is_text_of (const PsLetterFigures *figures, const char *text)
{
  g_autofree char *again = NULL;

  if (figures->peildatum == PS_DATE_OPEN || (figures->heaviest != PS_NONE && figures->heaviest >= figures->scopes->len))
    return FALSE;
  again = ps_letter_figures_to_text (figures);
  return g_str_equal (again, text);
}

/**
 * ps_letter_figures_from_text: strict: it is what ps_letter_figures_to_text() writes, to the byte.
 *
 * Returns: (transfer full): %NULL with PS_DOSSIER_ERROR_MALFORMED where it is not
 */
PsLetterFigures *
ps_letter_figures_from_text (const char *text, GError **error)
{
  g_autoptr (PsLetterFigures) figures = figures_alloc ();
  PsTextReader self = { .kind = PS_DOCUMENT_CIRCUMSTANCES, .error = NULL }; /* what it would blame is not told */
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    for (guint i = 0; lines[i] != NULL && !self.failed; i++)
      read_line (&self, lines[i], figures);
  else
    self.failed = TRUE;
  if (!self.failed && is_text_of (figures, text))
    return g_steal_pointer (&figures);
  g_set_error_literal (error, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_MALFORMED, _("These are not the figures of a letter."));
  return NULL;
}
