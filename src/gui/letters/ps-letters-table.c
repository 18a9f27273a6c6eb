/* ps-letters-table.c: letters as rows: what each waits for, the most urgent first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letters-page"

#include "ps-letters-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-settlement-life.h"
#include "gui/settlements/ps-state-mark.h"

#define GROUP 1000000 /* days, and numbers of letters, are fewer */
#define WAITS_WIDTH 29

/* The order of what is urgent */
typedef enum
{
  OVERDUE,
  TO_SEND,
  WAITING,
  TO_CLOSE,
  CLOSED,
  WITHDRAWN
} Urgency;

static char *
count_letters (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u letter", "%u letters", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u letter", "%u of %u letters", n_rows), n_shown, n_rows);
}

/* Shape, word and colour, as of settlements: half full what is to be sent, full what is on its way, a tick what is closed, a triangle what
 * is overdue. */
static void
draw_waits (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  static const int marks[PS_N_LETTER_STATES] = {
    [PS_LETTER_DRAFT] = PS_SETTLEMENT_DRAFT,
    [PS_LETTER_SENT] = PS_SETTLEMENT_PROPOSED,
    [PS_LETTER_ANSWERED] = PS_SETTLEMENT_PROPOSED,
    [PS_LETTER_CLOSED] = PS_SETTLEMENT_FINAL,
    [PS_LETTER_WITHDRAWN] = 0,
  };
  const PsLettersRow *about = ps_table_row_get_data (row);

  ps_state_mark_draw (cr, marks[about->state], about->overdue, ps_table_row_get_text (row, column), width, height, widget);
}

PsTable *
ps_letters_table_new (void)
{
  static const guint drops[] = { PS_LETTERS_STATE, PS_LETTERS_SENT, PS_LETTERS_DUE,      PS_LETTERS_PEILDATUM,
                                 PS_LETTERS_STAKE, PS_LETTERS_KIND, PS_LETTERS_DEVIATION };
  const PsColumn columns[PS_N_LETTERS_COLUMNS] = {
    [PS_LETTERS_NUMBER] = { "number", _("Number"), PS_COLUMN_TEXT, 13, FALSE, TRUE },
    [PS_LETTERS_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 20 },
    [PS_LETTERS_WAITS] = { "waits", _("Waits for"), PS_COLUMN_DRAWING, WAITS_WIDTH, FALSE, FALSE },
    [PS_LETTERS_KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 18, FALSE, FALSE },
    [PS_LETTERS_PEILDATUM] = { "peildatum", _("Peildatum"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [PS_LETTERS_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [PS_LETTERS_SENT] = { "sent", C_("letter", "Sent"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [PS_LETTERS_DUE] = { "due", _("Answer due"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [PS_LETTERS_DEVIATION] = { "deviation", _("Against ceiling"), PS_COLUMN_MONEY, 8, FALSE, FALSE },
    [PS_LETTERS_STAKE] = { "stake", _("At stake"), PS_COLUMN_MONEY, 8, FALSE, FALSE },
    [PS_LETTERS_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Bandwidth letters")));

  ps_table_set_count (table, count_letters);
  ps_table_set_draw (table, draw_waits, NULL);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_column_visible (table, PS_LETTERS_AGB, FALSE);
  ps_table_set_sort (table, "waits", FALSE);
  return table;
}

/* Rows */

static void
row_free (gpointer data)
{
  g_free (((PsLettersRow *) data)->name);
  g_free (data);
}

static Urgency
urgency_of (PsLetterWaits waits, const PsLettersRow *about)
{
  if (about->overdue)
    return OVERDUE;
  switch (waits)
    {
    case PS_LETTER_WAITS_SENDING:
      return TO_SEND;
    case PS_LETTER_WAITS_CLOSING:
      return TO_CLOSE;
    case PS_LETTER_WAITS_NOT:
      return about->state == PS_LETTER_WITHDRAWN ? WITHDRAWN : CLOSED;
    case PS_LETTER_WAITS_ANSWER:
    case PS_LETTER_WAITS_TALK:
    case PS_LETTER_WAITS_DECISION:
    default:
      return WAITING;
    }
}

static gint64
date_number (PsDate date)
{
  return date != PS_DATE_OPEN ? date : PS_NO_NUMBER;
}

static void
set_dates (PsTableRow *row, const PsLetter *letter)
{
  ps_table_row_set_number (row, PS_LETTERS_PEILDATUM, date_number (letter->peildatum));
  ps_table_row_set_number (row, PS_LETTERS_SENT, date_number (letter->sent_on));
  ps_table_row_set_number (row, PS_LETTERS_DUE, date_number (letter->due_on));
  ps_table_row_set_number (row, PS_LETTERS_DEVIATION, letter->deviation_cents);
  ps_table_row_set_number (row, PS_LETTERS_STAKE, letter->at_stake_cents);
}

static PsTableRow *
make_row (const PsLetter *letter, PsDate today)
{
  PsLettersRow *about = g_new0 (PsLettersRow, 1);
  PsTableRow *row = ps_table_row_new (PS_N_LETTERS_COLUMNS, (guint64) letter->id, about, row_free);
  PsLetterFacts facts;
  PsLetterWaits waits;
  g_autofree char *text = NULL;

  ps_letter_facts (letter, &facts);
  waits = ps_letter_waits (&facts, &about->by);
  about->overdue = ps_letter_is_overdue (&facts, today);
  about->kind = letter->kind;
  about->state = letter->state;
  about->peildatum = letter->peildatum;
  /* Translators: a provider */
  about->name =
      letter->number != 0 ? g_strdup (letter->number_text) : g_strdup_printf (_("Draft letter to %s"), letter->provider);
  text = ps_letter_waits_text (&facts, today);
  ps_table_row_set_text (row, PS_LETTERS_NUMBER, letter->number_text);
  ps_table_row_set_text (row, PS_LETTERS_PROVIDER, letter->provider);
  ps_table_row_set_text (row, PS_LETTERS_AGB, letter->agb);
  ps_table_row_set_text (row, PS_LETTERS_KIND, ps_letter_kind_label (letter->kind));
  ps_table_row_set_text (row, PS_LETTERS_STATE, ps_letter_state_label (letter->state));
  ps_table_row_set_text (row, PS_LETTERS_WAITS, text);
  /* Within a group by day; what has none, the latest first. */
  ps_table_row_set_number (row, PS_LETTERS_WAITS,
                           (gint64) urgency_of (waits, about) * GROUP
                               + (about->by != PS_DATE_OPEN ? about->by : -letter->number));
  set_dates (row, letter);
  return row;
}

/* Rows that are as urgent stay in this order. */
static int
compare_providers (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (ps_table_row_get_text (*(PsTableRow *const *) a, PS_LETTERS_PROVIDER),
                         ps_table_row_get_text (*(PsTableRow *const *) b, PS_LETTERS_PROVIDER));
}

GPtrArray *
ps_letters_table_rows (GPtrArray *letters, int year, PsDate today)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < letters->len; i++)
    {
      const PsLetter *letter = g_ptr_array_index (letters, i);

      if (letter->year == year)
        g_ptr_array_add (rows, make_row (letter, today));
    }
  g_ptr_array_sort (rows, compare_providers);
  return rows;
}
