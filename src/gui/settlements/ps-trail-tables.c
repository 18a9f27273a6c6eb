/* ps-trail-tables.c: the trail of one settlement as tables, and its facts and digests as a card
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-trail-tables"

#include "ps-trail-data.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "core/ps-format.h"
#include "gui/history/ps-history-read.h"
#include "gui/ps-table.h"
#include "ps-settlement-cards.h"
#include "ps-settlement-stand.h"

/* Records */

enum
{
  RECORD_DAY,
  RECORD_TIME,
  RECORD_ACTOR,
  RECORD_WHAT,
  RECORD_REASON,
  RECORD_NUMBER,
  RECORD_HASH,
  N_RECORD_COLUMNS
};

PsTable *
ps_trail_records_new (const char *name)
{
  const PsColumn columns[N_RECORD_COLUMNS] = {
    [RECORD_DAY] = { "day", _("Day"), PS_COLUMN_DATE, 8, FALSE, FALSE, 0 },
    [RECORD_TIME] = { "time", _("Time"), PS_COLUMN_TEXT, 5, FALSE, FALSE, 0 },
    [RECORD_ACTOR] = { "actor", _("Who"), PS_COLUMN_TEXT, 14, FALSE, FALSE, 0 },
    [RECORD_WHAT] = { "what", _("What"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 20 },
    [RECORD_REASON] = { "reason", _("Reason"), PS_COLUMN_TEXT, 30, FALSE, FALSE, 0 },
    [RECORD_NUMBER] = { "record", _("Record"), PS_COLUMN_COUNT, 4, FALSE, FALSE, 0 },
    [RECORD_HASH] = { "hash", _("Hash"), PS_COLUMN_TEXT, 20, FALSE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_RECORD_COLUMNS, name));

  ps_table_set_natural (table, TRUE);
  return table;
}

GPtrArray *
ps_trail_records_rows (GPtrArray *records)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, i);
      PsTableRow *row = ps_table_row_new (N_RECORD_COLUMNS, (guint64) record->id, NULL, NULL);
      g_autofree char *time = ps_history_time (record->made_at);

      ps_table_row_set_number (row, RECORD_DAY, ps_history_day (record->made_at));
      ps_table_row_set_text (row, RECORD_TIME, time);
      ps_table_row_set_text (row, RECORD_ACTOR, record->actor);
      ps_table_row_set_text (row, RECORD_WHAT, record->what);
      ps_table_row_set_text (row, RECORD_REASON, record->reason);
      ps_table_row_set_number (row, RECORD_NUMBER, record->id);
      ps_table_row_set_text (row, RECORD_HASH, record->hash);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Warnings and their answers */

PsTable *
ps_trail_warnings_new (void)
{
  const PsColumn columns[] = {
    { "warning", _("Warning"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 24 },
    { "answer", _("Answer"), PS_COLUMN_TEXT, 50, FALSE, TRUE, 0 },
    { "amount", _("Amount"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Warnings and answers")));

  ps_table_set_natural (table, TRUE);
  return table;
}

GPtrArray *
ps_trail_warnings_rows (const PsStored *stored)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; stored->warnings != NULL && i < stored->warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (stored->warnings, i);
      PsTableRow *row = ps_table_row_new (3, i, NULL, NULL);

      ps_table_row_set_text (row, 0, warning->text);
      ps_table_row_set_text (row, 1, warning->answer);
      ps_table_row_set_number (row, 2, warning->amount_cents);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* All of the year */

enum
{
  OTHER_NUMBER,
  OTHER_STATE,
  OTHER_MOMENT,
  OTHER_REASON,
  OTHER_BALANCE,
  OTHER_BEFORE,
  OTHER_AMOUNT,
  N_OTHER_COLUMNS
};

PsTable *
ps_trail_others_new (void)
{
  const PsColumn columns[N_OTHER_COLUMNS] = {
    [OTHER_NUMBER] = { "number", _("Number"), PS_COLUMN_COUNT, 4, FALSE, FALSE, 0 },
    [OTHER_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 12, FALSE, TRUE, 0 },
    [OTHER_MOMENT] = { "moment", _("When and by whom"), PS_COLUMN_TEXT, 28, FALSE, FALSE, 0 },
    [OTHER_REASON] = { "reason", _("Reason"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 14 },
    [OTHER_BALANCE] = { "balance", _("Balance"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [OTHER_BEFORE] = { "before", _("Settled before"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [OTHER_AMOUNT] = { "amount", _("Amount"), PS_COLUMN_MONEY, 6, FALSE, TRUE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_OTHER_COLUMNS, _("Settlements of this year")));

  ps_table_set_natural (table, TRUE);
  return table;
}

static const char *
last_actor (const PsStored *stored)
{
  switch ((int) stored->state)
    {
    case PS_SETTLEMENT_PROPOSED:
      return stored->proposed_by;
    case PS_SETTLEMENT_FINAL:
      return stored->final_by;
    case PS_SETTLEMENT_WITHDRAWN:
      return stored->withdrawn_by;
    case PS_SETTLEMENT_DRAFT:
    default:
      return stored->made_by;
    }
}

GPtrArray *
ps_trail_others_rows (GPtrArray *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);
      PsTableRow *row = ps_table_row_new (N_OTHER_COLUMNS, (guint64) stored->id, NULL, NULL);
      g_autofree char *moment = ps_stored_moment (last_actor (stored), ps_stored_last_moment (stored));

      ps_table_row_set_number (row, OTHER_NUMBER, stored->id);
      ps_table_row_set_text (row, OTHER_STATE, ps_settlement_state_label (stored->state));
      ps_table_row_set_text (row, OTHER_MOMENT, moment);
      ps_table_row_set_text (row, OTHER_REASON, stored->withdrawn_reason != NULL ? stored->withdrawn_reason : stored->reason);
      ps_table_row_set_number (row, OTHER_BALANCE, stored->balance_cents);
      ps_table_row_set_number (row, OTHER_BEFORE, stored->settled_before_cents);
      ps_table_row_set_number (row, OTHER_AMOUNT, stored->amount_cents);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Facts */

typedef struct
{
  GtkGrid *grid;
  int row;
} Facts;

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_fact (Facts *facts, const char *name, const char *value)
{
  GtkWidget *label = make_label (value, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (facts->grid, make_label (name, "secondary"), 0, facts->row, 1, 1);
  gtk_grid_attach (facts->grid, label, 1, facts->row, 1, 1);
  facts->row++;
}

static void
add_money (Facts *facts, const char *name, gint64 cents)
{
  g_autofree char *money = ps_format_money (cents);

  add_fact (facts, name, money);
}

static void
add_agreement (Facts *facts, const PsTrailData *data)
{
  g_autofree char *schemes =
      data->paper != NULL ? ps_scheme_names (data->paper->dossier->region, data->paper->dossier->settlement) : NULL;
  g_autofree char *agreed = data->paper != NULL && data->paper->dossier->facts.agreed_on != PS_DATE_OPEN
                                ? ps_format_date (data->paper->dossier->facts.agreed_on)
                                : NULL;
  g_autofree char *text = NULL;

  if (data->stored->version_number == 0)
    text = g_strdup (_("None"));
  else if (agreed != NULL)
    text = g_strdup_printf (_("Version %d, agreed on %s"), data->stored->version_number, agreed);
  else
    text = g_strdup_printf (_("Version %d"), data->stored->version_number);
  add_fact (facts, _("Performance agreement"), text);
  add_fact (facts, _("Scheme"), schemes != NULL ? schemes : _("None"));
}

static void
add_counts (Facts *facts, const PsStored *stored)
{
  g_autofree char *lines = ps_format_count (stored->n_lines);
  g_autofree char *care = ps_format_count (stored->n_care);
  g_autofree char *counts = g_strdup_printf (_("%s declaration lines, %s care periods"), lines, care);

  add_fact (facts, _("Computed from"), counts);
  add_fact (facts, _("Program"), stored->program_version);
}

static void
add_statement (Facts *facts, const PsTrailData *data)
{
  PsDate today = ps_history_day (g_get_real_time ());
  g_autofree char *sentence =
      data->paper != NULL ? ps_statement_sentence (data->paper->statement, &data->paper->limits, data->stored->gross_cents, today)
                          : NULL;

  if (sentence != NULL)
    add_fact (facts, _("Production statement"), sentence);
}

static void
add_digests (Facts *facts, const PsTrailData *data)
{
  const char *const names[PS_N_DOCUMENTS] = { NULL, _("SHA-256 of the inputs"), _("SHA-256 of the production"),
                                              _("SHA-256 of the results") };

  for (guint i = PS_DOCUMENT_INPUTS; i < PS_N_DOCUMENTS; i++)
    add_fact (facts, names[i], data->stored->digests[i] != NULL ? data->stored->digests[i] : "–");
  if (data->stored->circumstances != NULL)
    add_fact (facts, _("SHA-256 of the circumstances"), data->stored->circumstances);
  if (data->paper != NULL && data->paper->trail_hash != NULL)
    add_fact (facts, _("Hash of its last record"), data->paper->trail_hash);
}

GtkWidget *
ps_trail_facts_new (const PsTrailData *data)
{
  const PsStored *stored = data->stored;
  Facts facts = { .grid = GTK_GRID (gtk_grid_new ()) };
  g_autofree char *through = ps_format_date (stored->through);

  gtk_grid_set_column_spacing (facts.grid, 12);
  gtk_grid_set_row_spacing (facts.grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (facts.grid), "card-text");
  add_fact (&facts, _("Through"), through);
  add_money (&facts, _("Gross"), stored->gross_cents);
  add_money (&facts, _("Payable"), stored->payable_cents);
  add_money (&facts, _("Paid"), stored->paid_cents);
  add_money (&facts, _("Balance"), stored->balance_cents);
  add_money (&facts, _("Settled before"), stored->settled_before_cents);
  add_money (&facts, _("Amount"), stored->amount_cents);
  if (stored->reason != NULL)
    add_fact (&facts, _("Reason"), stored->reason);
  add_agreement (&facts, data);
  add_counts (&facts, stored);
  add_statement (&facts, data);
  add_digests (&facts, data);
  return GTK_WIDGET (facts.grid);
}
