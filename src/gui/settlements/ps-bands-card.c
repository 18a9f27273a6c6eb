/* ps-bands-card.c: what each payment band took, scope by scope, each with the sentence that explains it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bands-card"

#include "ps-bands-card.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/ps-table.h"

typedef struct
{
  GtkGrid *grid;
  int row;
  const PsRegion *region;
} Card;

static GtkWidget *
add_label (Card *card, const char *text, int column, int span, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  if (span > 2)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else if (column == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_grid_attach (card->grid, label, column, card->row, span, 1);
  return label;
}

static void
add_line (Card *card)
{
  gtk_grid_attach (card->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, card->row++, 4, 1);
}

static void
add_headers (Card *card)
{
  add_label (card, _("Band"), 0, 1, "band-header");
  add_label (card, _("Paid"), 1, 1, "band-header");
  add_label (card, _("Production in band"), 2, 1, "band-header");
  add_label (card, _("Deduction"), 3, 1, "band-header");
  card->row++;
}

static void
add_sentence (Card *card, const char *text)
{
  add_label (card, text, 0, 4, "band-sentence");
  card->row++;
}

static void
add_band (Card *card, const PsScope *scope, guint place)
{
  const PsBand *band = &g_array_index (scope->bands, PsBand, place);
  g_autofree char *label = ps_band_label (card->region, scope, place);
  g_autofree char *paid = ps_format_percent (band->paid_bp);
  g_autofree char *amount = ps_format_money (band->amount_cents);
  g_autofree char *deduction = ps_format_money (-band->deduction_cents);
  g_autofree char *sentence = ps_band_sentence (card->region, scope, place);

  add_line (card);
  add_label (card, label, 0, 1, "band-name");
  add_label (card, paid, 1, 1, NULL);
  add_label (card, amount, 2, 1, NULL);
  add_label (card, deduction, 3, 1, "band-name");
  card->row++;
  add_sentence (card, sentence);
}

/* The bands are shown uncapped, the cap as a line of its own (domain.md §5). */
static void
add_cap (Card *card, const PsScope *scope)
{
  g_autofree char *back = ps_format_money (scope->bands_deduction_cents - scope->deduction_cents);

  if (scope->bands_deduction_cents == scope->deduction_cents)
    return;
  add_line (card);
  add_label (card, _("Cannot be borne"), 0, 3, "band-name");
  add_label (card, back, 3, 1, "band-name");
  card->row++;
  add_sentence (card, _("Exempt products are never reduced: the other lines cannot bear more than this."));
}

static void
add_total (Card *card, const PsScope *scope)
{
  g_autofree char *net = ps_format_money (scope->net_cents);
  g_autofree char *deduction = ps_format_money (-scope->deduction_cents);

  add_line (card);
  add_label (card, _("Together"), 0, 2, "band-name");
  add_label (card, net, 2, 1, "band-name");
  add_label (card, deduction, 3, 1, "band-name");
  card->row++;
}

/* "Ceiling € 8.700,00, production € 3.326,39 (38,2 %)." */
static char *
describe_scope (const PsScope *scope)
{
  g_autofree char *ceiling = ps_format_money (scope->ceiling_cents);
  g_autofree char *net = ps_format_money (scope->net_cents);
  g_autofree char *share = ps_format_ratio (scope->net_cents, scope->ceiling_cents);

  return g_strdup_printf (_("Ceiling %s, production %s (%s)."), ceiling, net, share);
}

static Card
make_card (const PsRegion *region, const char *name)
{
  Card card = { .grid = GTK_GRID (gtk_grid_new ()), .region = region };

  gtk_grid_set_column_spacing (card.grid, 12);
  gtk_widget_add_css_class (GTK_WIDGET (card.grid), "bands");
  gtk_widget_set_valign (GTK_WIDGET (card.grid), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card.grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return card;
}

static void
add_bands (Card *card, const PsScope *scope)
{
  add_headers (card);
  for (guint i = 0; i < scope->bands->len; i++)
    add_band (card, scope, i);
  add_cap (card, scope);
  add_total (card, scope);
}

static GtkWidget *
make_only_scope (const PsRegion *region, const PsScope *scope)
{
  Card card = make_card (region, _("Payment bands"));

  if (scope->bands->len > 0)
    {
      add_bands (&card, scope);
      return GTK_WIDGET (card.grid);
    }
  g_autofree char *about = describe_scope (scope);
  g_autofree char *sentence = g_strdup_printf ("%s %s", about, _("No payment bands: everything is paid."));

  add_sentence (&card, sentence);
  return GTK_WIDGET (card.grid);
}

static GtkWidget *
make_no_scope (const PsRegion *region, const PsSettlement *settlement)
{
  Card card = make_card (region, _("Payment bands"));

  add_sentence (&card, settlement->agreement == NULL ? _("There is no performance agreement: everything is paid in full.")
                                                     : _("The agreement has no line that payment bands could apply to."));
  return GTK_WIDGET (card.grid);
}

/* Several scopes */

enum
{
  SCOPE,
  CEILING,
  PRODUCTION,
  SHARE,
  DEDUCTION,
  N_COLUMNS
};

static char *
count_scopes (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u scope", "%u scopes", n_rows), n_rows);
}

static PsTableRow *
make_scope_row (const PsRegion *region, const PsScope *scope, guint place)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, place, NULL, NULL);
  g_autofree char *label = ps_scope_label (region, scope);
  g_autofree char *share = ps_format_ratio (scope->net_cents, scope->ceiling_cents);
  PsOverflow overflow = { FALSE };

  ps_table_row_set_text (row, SCOPE, label);
  ps_table_row_set_number (row, CEILING, scope->ceiling_cents);
  ps_table_row_set_number (row, PRODUCTION, scope->net_cents);
  if (scope->ceiling_cents > 0)
    ps_table_row_set_number (row, SHARE, ps_round_div ((PsWide) scope->net_cents * PS_FULL_BP, scope->ceiling_cents, &overflow));
  ps_table_row_set_text (row, SHARE, share);
  ps_table_row_set_number (row, DEDUCTION, -scope->deduction_cents);
  return row;
}

static GtkWidget *
make_scopes (const PsRegion *region, const PsSettlement *settlement)
{
  const PsColumn columns[N_COLUMNS] = {
    [SCOPE] = { "scope", _("Scope"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
    [CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [PRODUCTION] = { "production", _("Production"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [SHARE] = { "share", _("Share"), PS_COLUMN_PERCENT, 6, FALSE, FALSE, 0 },
    [DEDUCTION] = { "deduction", _("Deduction"), PS_COLUMN_MONEY, 6, TRUE, TRUE, 0 },
  };
  GtkWidget *table = ps_table_new (columns, N_COLUMNS, _("Scopes of exchange"));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < settlement->scopes->len; i++)
    g_ptr_array_add (rows, make_scope_row (region, &g_array_index (settlement->scopes, PsScope, i), i));
  ps_table_set_natural (PS_TABLE (table), TRUE);
  ps_table_set_count (PS_TABLE (table), count_scopes);
  ps_table_set_rows (PS_TABLE (table), rows);
  return table;
}

/**
 * ps_bands_card_new:
 *
 * Returns: (transfer floating): what the payment bands took
 */
GtkWidget *
ps_bands_card_new (const PsRegion *region, const PsSettlement *settlement)
{
  if (settlement->scopes->len == 0)
    return make_no_scope (region, settlement);
  if (settlement->scopes->len == 1)
    return make_only_scope (region, &g_array_index (settlement->scopes, PsScope, 0));
  return make_scopes (region, settlement);
}

/**
 * ps_bands_cards_more:
 *
 * Returns: (transfer full): floating widgets, one for each scope that its bands took something from, where there are several scopes
 */
GPtrArray *
ps_bands_cards_more (const PsRegion *region, const PsSettlement *settlement)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; settlement->scopes->len > 1 && i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);
      g_autofree char *label = ps_scope_label (region, scope);
      g_autofree char *about = describe_scope (scope);
      Card card;

      if (scope->bands_deduction_cents == 0)
        continue;
      card = make_card (region, label);
      add_label (&card, label, 0, 4, "band-scope");
      card.row++;
      add_sentence (&card, about);
      add_bands (&card, scope);
      g_ptr_array_add (cards, card.grid);
    }
  return cards;
}
