/* ps-indexing-rates.c: the rates of an indexing round, as they are filled in
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *                         wages (OVA)   prices (PPC)
 *   2026, provisional     [         ]   [          ]
 *   2025, definitive      [         ]   [          ]   not in the first year after a purchase (domain.md §11)
 *   2025, provisional     [         ]   [          ]
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-rates.h"

#include <glib/gi18n-lib.h>

#define YOUTH_CARE_WAGES_BP 9000 /* domain.md §11 */
#define RATE_MOST_BP PS_FULL_BP
#define N_ROWS 3

struct _PsIndexingRates
{
  AdwBin parent_instance;

  PsForm *form;
  PsValueEntry *entries[PS_N_RATES];
  GtkLabel *titles[N_ROWS];
  int year; /* the last one that was understood */
  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsIndexingRates, ps_indexing_rates, ADW_TYPE_BIN)

static gboolean
has_catch_up (PsIndexingRates *self)
{
  return ps_form_get_number (self->form, "first_year") != 1;
}

static gboolean
is_needed (PsIndexingRates *self, guint rate)
{
  return rate <= PS_RATE_PRICE_PROVISIONAL || has_catch_up (self);
}

/* A year is not an amount: no sign between its thousands. */
static gboolean
check_year (const char *text, char **why)
{
  gint64 year;

  if (text[0] == '\0' || g_ascii_string_to_signed (text, 10, 1901, 2199, &year, NULL))
    return TRUE;
  if (why != NULL)
    *why = g_strdup (_("A year is four digits: 2026."));
  return FALSE;
}

int
ps_indexing_rates_year (PsIndexingRates *self)
{
  gint64 year = 0;

  return g_ascii_string_to_signed (ps_form_get_text (self->form, "year"), 10, 1901, 2199, &year, NULL) ? (int) year : 0;
}

/* What the rows of the grid are about. */
static void
show_titles (PsIndexingRates *self)
{
  g_autofree char *provisional = g_strdup_printf (_("%d, provisional"), self->year);
  g_autofree char *definitive = g_strdup_printf (_("%d, definitive"), self->year - 1);
  g_autofree char *earlier = g_strdup_printf (_("%d, as it was provisionally"), self->year - 1);
  const char *const texts[N_ROWS] = { provisional, definitive, earlier };

  for (guint row = 0; row < N_ROWS; row++)
    {
      gtk_label_set_text (self->titles[row], texts[row]);
      for (guint column = 0; column < 2; column++)
        {
          /* Translators: "OVA" or "PPC", and what it is of: "2026, provisional" */
          g_autofree char *name = g_strdup_printf (_("%s %s"), column == 0 ? _("OVA") : _("PPC"), texts[row]);

          ps_value_entry_set_name (PS_VALUE_ENTRY (self->entries[2 * row + column]), name);
        }
    }
}

/* A year that is typed takes the first day with it, as long as that is the first of January. */
static void
follow_year (PsIndexingRates *self)
{
  int year = ps_indexing_rates_year (self);

  if (year == 0 || year == self->year)
    return;
  if (ps_form_get_date (self->form, "starts_on") == ps_date_year_start (self->year))
    ps_form_set_date (self->form, "starts_on", ps_date_year_start (year));
  self->year = year;
  show_titles (self);
}

static void
show_catch_up (PsIndexingRates *self)
{
  gboolean shown = has_catch_up (self);

  for (guint row = 1; row < N_ROWS; row++)
    gtk_widget_set_visible (GTK_WIDGET (self->titles[row]), shown);
  for (guint rate = PS_RATE_WAGE_DEFINITIVE; rate < PS_N_RATES; rate++)
    gtk_widget_set_visible (GTK_WIDGET (self->entries[rate]), shown);
}

static void
on_changed_cb (PsIndexingRates *self)
{
  if (self->updating)
    return;
  self->updating = TRUE;
  follow_year (self);
  show_catch_up (self);
  self->updating = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Making */

static GtkWidget *
make_heading (const char *text, const char *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_row (PsIndexingRates *self, GtkGrid *grid, guint row)
{
  self->titles[row] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->titles[row], 1);
  gtk_widget_set_valign (GTK_WIDGET (self->titles[row]), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->titles[row]), "form-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->titles[row]), "numeric");
  gtk_grid_attach (grid, GTK_WIDGET (self->titles[row]), 0, (int) row + 1, 1, 1);
  for (guint column = 0; column < 2; column++)
    {
      GtkWidget *entry = ps_value_entry_new (PS_ENTRY_PERCENT, column == 0 ? _("OVA") : _("PPC"), FALSE);

      self->entries[2 * row + column] = PS_VALUE_ENTRY (entry);
      ps_value_entry_set_required (PS_VALUE_ENTRY (entry), TRUE);
      ps_value_entry_set_range (PS_VALUE_ENTRY (entry), -RATE_MOST_BP + 1, RATE_MOST_BP);
      g_signal_connect_object (entry, "value-changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (grid, entry, (int) column + 1, (int) row + 1, 1, 1);
    }
}

static GtkWidget *
make_grid (PsIndexingRates *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "form");
  gtk_widget_set_halign (GTK_WIDGET (grid), GTK_ALIGN_START);
  gtk_grid_attach (grid, make_heading (_("OVA (wages)"), _("Government contribution to the development of labour costs")), 1, 0,
                   1, 1);
  gtk_grid_attach (grid, make_heading (_("PPC (prices)"), _("Price index of private consumption")), 2, 0, 1, 1);
  for (guint row = 0; row < N_ROWS; row++)
    add_row (self, grid, row);
  return GTK_WIDGET (grid);
}

static PsForm *
make_form (void)
{
  const PsFormField fields[] = {
    { "year", _("Year"), PS_FORM_TEXT, TRUE, _("Of the new tariffs."), check_year },
    { "starts_on", _("First day"), PS_FORM_DATE, TRUE, _("The present tariffs end on the day before."), NULL },
    { "first_year", _("First year after a purchase"), PS_FORM_SWITCH, FALSE, _("Without a catch-up of the year before."),
      NULL },
    { "wage_share", _("Share of wages"), PS_FORM_PERCENT, TRUE, _("Youth care: 90 %. The rest follows the prices."), NULL },
    { "decimals", _("New tariffs in"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "sources", _("Sources"), PS_FORM_LONG_TEXT, TRUE,
      _("Where these rates come from: a letter and its date, a page. Kept with the round."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, "wage_share")), 0, PS_FULL_BP);
  gtk_widget_set_halign (ps_form_get_widget (form, "year"), GTK_ALIGN_START);
  gtk_widget_set_halign (ps_form_get_widget (form, "decimals"), GTK_ALIGN_START);
  ps_form_add_choice (form, "decimals", 2, _("Whole cents"));
  ps_form_add_choice (form, "decimals", 4, _("Ten-thousandths of a euro"));
  return form;
}

static void
ps_indexing_rates_class_init (PsIndexingRatesClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_INDEXING_RATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_indexing_rates_init (PsIndexingRates *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->form = make_form ();
  gtk_box_append (GTK_BOX (box), make_grid (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scrolled, FALSE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * ps_indexing_rates_new:
 * @year: that is proposed
 */
GtkWidget *
ps_indexing_rates_new (int year)
{
  PsIndexingRates *self = g_object_new (PS_TYPE_INDEXING_RATES, NULL);
  g_autofree char *text = g_strdup_printf ("%d", year);

  self->year = year;
  ps_form_set_text (self->form, "year", text);
  ps_form_set_date (self->form, "starts_on", ps_date_year_start (year));
  ps_form_set_number (self->form, "wage_share", YOUTH_CARE_WAGES_BP);
  ps_form_set_number (self->form, "decimals", 2);
  show_titles (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* What is filled in */

PsDate
ps_indexing_rates_start (PsIndexingRates *self)
{
  return ps_form_get_date (self->form, "starts_on");
}

const char *
ps_indexing_rates_sources (PsIndexingRates *self)
{
  return ps_form_get_text (self->form, "sources");
}

static int
as_rate (gint64 rate_bp)
{
  return rate_bp == PS_NO_NUMBER || rate_bp < -RATE_MOST_BP || rate_bp > RATE_MOST_BP ? PS_NO_RATE : (int) rate_bp;
}

static int
rate_of (PsIndexingRates *self, guint rate)
{
  return is_needed (self, rate) ? as_rate (ps_value_entry_get_number (self->entries[rate])) : PS_NO_RATE;
}

gboolean
ps_indexing_rates_get (PsIndexingRates *self, PsIndexing *indexing, char **why)
{
  int share = as_rate (ps_form_get_number (self->form, "wage_share"));

  if (why != NULL)
    *why = NULL;
  *indexing = (PsIndexing){
    .wage = { rate_of (self, PS_RATE_WAGE_PROVISIONAL), rate_of (self, PS_RATE_WAGE_DEFINITIVE),
              rate_of (self, PS_RATE_WAGE_EARLIER) },
    .price = { rate_of (self, PS_RATE_PRICE_PROVISIONAL), rate_of (self, PS_RATE_PRICE_DEFINITIVE),
               rate_of (self, PS_RATE_PRICE_EARLIER) },
    .wage_share_bp = share,
    .decimals = ps_form_get_number (self->form, "decimals") == 4 ? 4 : 2,
  };
  for (guint rate = 0; rate < PS_N_RATES; rate++)
    if (is_needed (self, rate) && rate_of (self, rate) == PS_NO_RATE)
      return FALSE;
  return share != PS_NO_RATE && ps_indexing_check (indexing, why);
}

gboolean
ps_indexing_rates_is_valid (PsIndexingRates *self)
{
  PsIndexing indexing;

  return ps_form_is_valid (self->form) && ps_indexing_rates_get (self, &indexing, NULL);
}

gboolean
ps_indexing_rates_is_changed (PsIndexingRates *self)
{
  for (guint rate = 0; rate < PS_N_RATES; rate++)
    if (is_needed (self, rate) && ps_value_entry_is_changed (self->entries[rate]))
      return TRUE;
  return ps_form_is_changed (self->form);
}

void
ps_indexing_rates_keep (PsIndexingRates *self)
{
  static const char *const numbers[] = { "first_year", "wage_share", "decimals" };
  static const char *const texts[] = { "year", "sources" };

  self->updating = TRUE;
  for (guint rate = 0; rate < PS_N_RATES; rate++)
    ps_value_entry_set_number (self->entries[rate], ps_value_entry_get_number (self->entries[rate]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ps_form_set_number (self->form, numbers[i], ps_form_get_number (self->form, numbers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup (ps_form_get_text (self->form, texts[i]));

      ps_form_set_text (self->form, texts[i], text);
    }
  ps_form_set_date (self->form, "starts_on", ps_indexing_rates_start (self));
  self->updating = FALSE;
}

PsForm *
ps_indexing_rates_get_form (PsIndexingRates *self)
{
  return self->form;
}

PsValueEntry *
ps_indexing_rates_get_entry (PsIndexingRates *self, PsIndexingRate rate)
{
  return self->entries[rate];
}
