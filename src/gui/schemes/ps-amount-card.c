/* ps-amount-card.c: an amount tried on a scheme: band by band what goes in, what is paid and what is deducted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-amount-card"

#include "ps-amount-card.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-settlement.h"
#include "gui/ps-value-entry.h"
#include "ps-scheme-words.h"

#define MOST_CENTS G_GINT64_CONSTANT (100000000000000) /* a thousand milliard: no sum with it overflows */

struct _PsAmountCard
{
  GtkWidget parent;

  PsScheme *scheme; /* owned; NULL: none yet */
  PsValueEntry *ceiling;
  PsValueEntry *production;
  GtkGrid *grid;
  GtkLabel *sentence;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsAmountCard, ps_amount_card, GTK_TYPE_WIDGET)

static void
add_cell (PsAmountCard *self, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_money (PsAmountCard *self, int column, int row, gint64 cents, const char *css_class)
{
  g_autofree char *text = ps_format_money (cents);

  add_cell (self, column, row, text, css_class);
}

static void
add_headings (PsAmountCard *self)
{
  const char *const titles[] = { _("Band"), _("In it"), _("Paid"), _("To pay"), _("Deduction") };

  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    add_cell (self, i, 0, titles[i], "step-heading");
}

static void
add_band (PsAmountCard *self, const PsBand *band, guint place)
{
  g_autofree char *range = ps_scheme_band_range (self->scheme->bands, place);
  g_autofree char *paid = ps_format_percent (band->paid_bp);
  int row = (int) place + 1;

  add_cell (self, 0, row, range, NULL);
  add_money (self, 1, row, band->amount_cents, NULL);
  add_cell (self, 2, row, paid, NULL);
  add_money (self, 3, row, band->amount_cents - band->deduction_cents, NULL);
  add_money (self, 4, row, -band->deduction_cents, NULL);
}

static void
add_totals (PsAmountCard *self, const PsSchemeTrial *trial, gint64 production)
{
  int row = (int) trial->bands->len + 1;

  add_cell (self, 0, row, _("Together"), "total");
  add_money (self, 1, row, production, "total");
  add_cell (self, 2, row, "", "total");
  add_money (self, 3, row, trial->paid_cents, "total");
  add_money (self, 4, row, -trial->deduction_cents, "total");
}

/* "Of every euro produced 93,9 % is paid. The next € 1.000,00 brings € 400,00." */
static char *
make_sentence (const PsSchemeTrial *trial, gint64 production)
{
  g_autofree char *thousand = ps_format_money (100000);
  g_autofree char *next = ps_format_money (ABS (trial->next_paid_cents));
  g_autofree char *share = ps_format_ratio (trial->paid_cents, production);
  g_autofree char *of_every = NULL;

  if (production > 0)
    /* Translators: a percentage */
    of_every = g_strdup_printf (_("Of every euro produced %s is paid. "), share);
  if (trial->next_paid_cents < 0)
    /* Translators: two amounts */
    return g_strdup_printf (_("%sThe next %s costs %s: it falls off the cliff."), of_every != NULL ? of_every : "", thousand,
                            next);
  /* Translators: the sentence before it or nothing, and two amounts */
  return g_strdup_printf (_("%sThe next %s brings %s."), of_every != NULL ? of_every : "", thousand, next);
}

static void
clear_grid (PsAmountCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
show_trial (PsAmountCard *self)
{
  gint64 ceiling = ps_amount_card_get_ceiling (self), production = ps_amount_card_get_production (self);
  PsOverflow overflow = { FALSE };
  g_autoptr (PsSchemeTrial) trial = NULL;
  g_autofree char *sentence = NULL;

  clear_grid (self);
  if (self->scheme != NULL && ceiling != PS_NO_NUMBER && production != PS_NO_NUMBER)
    trial = ps_scheme_try (self->scheme, ceiling, production, &overflow);
  if (trial == NULL || overflow.overflowed)
    {
      gtk_label_set_text (self->sentence, _("Type a ceiling and a production."));
      return;
    }
  add_headings (self);
  for (guint i = 0; i < trial->bands->len; i++)
    add_band (self, &g_array_index (trial->bands, PsBand, i), i);
  add_totals (self, trial, production);
  sentence = make_sentence (trial, production);
  gtk_label_set_text (self->sentence, sentence);
}

void
ps_amount_card_set_scheme (PsAmountCard *self, const PsScheme *scheme)
{
  g_return_if_fail (PS_IS_AMOUNT_CARD (self));

  ps_scheme_free (self->scheme);
  self->scheme = ps_scheme_copy (scheme);
  show_trial (self);
}

/**
 * ps_amount_card_set_amounts: what is tried before anything was typed.
 */
void
ps_amount_card_set_amounts (PsAmountCard *self, gint64 ceiling_cents, gint64 produced_cents)
{
  g_return_if_fail (PS_IS_AMOUNT_CARD (self));

  ps_value_entry_set_number (self->ceiling, ceiling_cents);
  ps_value_entry_set_number (self->production, produced_cents);
  show_trial (self);
}

static gint64
read_entry (PsValueEntry *entry)
{
  return ps_value_entry_is_valid (entry) ? ps_value_entry_get_number (entry) : PS_NO_NUMBER;
}

gint64
ps_amount_card_get_ceiling (PsAmountCard *self)
{
  return read_entry (self->ceiling);
}

gint64
ps_amount_card_get_production (PsAmountCard *self)
{
  return read_entry (self->production);
}

GtkWidget *
ps_amount_card_get_entry (PsAmountCard *self, gboolean production)
{
  return GTK_WIDGET (production ? self->production : self->ceiling);
}

static void
on_typed_cb (PsValueEntry *entry, gpointer user_data)
{
  show_trial (PS_AMOUNT_CARD (user_data));
  g_signal_emit (user_data, signals[CHANGED], 0);
}

static PsValueEntry *
add_entry (PsAmountCard *self, GtkWidget *box, const char *title, gint64 least)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = ps_value_entry_new (PS_ENTRY_MONEY, title, TRUE);

  gtk_widget_add_css_class (label, "secondary");
  gtk_editable_set_width_chars (GTK_EDITABLE (gtk_widget_get_first_child (entry)), 13);
  ps_value_entry_set_required (PS_VALUE_ENTRY (entry), TRUE);
  ps_value_entry_set_range (PS_VALUE_ENTRY (entry), least, MOST_CENTS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_object (entry, "value-changed", G_CALLBACK (on_typed_cb), self, 0);
  return PS_VALUE_ENTRY (entry);
}

static void
ps_amount_card_dispose (GObject *object)
{
  PsAmountCard *self = PS_AMOUNT_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scheme, ps_scheme_free);
  G_OBJECT_CLASS (ps_amount_card_parent_class)->dispose (object);
}

static void
ps_amount_card_class_init (PsAmountCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_amount_card_dispose;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_AMOUNT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
ps_amount_card_init (PsAmountCard *self)
{
  GtkWidget *heading = gtk_label_new (_("Try an amount"));
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "card-title");
  gtk_widget_add_css_class (entries, "steps");
  self->ceiling = add_entry (self, entries, _("Ceiling"), 0);
  self->production = add_entry (self, entries, _("Production"), -MOST_CENTS);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "steps");
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "card-note");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "numeric");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_set_parent (entries, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->sentence), GTK_WIDGET (self));
}

GtkWidget *
ps_amount_card_new (void)
{
  return g_object_new (PS_TYPE_AMOUNT_CARD, NULL);
}
