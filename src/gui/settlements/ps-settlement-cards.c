/* ps-settlement-cards.c: what must be looked at, and the order in which a settlement is computed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-cards"

#include "ps-settlement-cards.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "card-heading");
  return label;
}

/* Signals */

static GtkWidget *
make_signal (const PsRegion *region, const PsSignal *signal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *text = ps_signal_text (region, signal);
  GtkWidget *label = make_text (text, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "signal-icon");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "signal");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * ps_signals_card_new:
 *
 * Returns: (transfer floating): what somebody must look at; empty but for its title where there is nothing
 */
GtkWidget *
ps_signals_card_new (const PsRegion *region, const PsSettlement *settlement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card-text");
  gtk_box_append (GTK_BOX (box), make_heading (_("Signals")));
  for (guint i = 0; i < settlement->signals->len; i++)
    gtk_box_append (GTK_BOX (box), make_signal (region, &g_array_index (settlement->signals, PsSignal, i)));
  return box;
}

/* The order of the steps (domain.md §6) */

/**
 * ps_scheme_names:
 *
 * Returns: (transfer full) (nullable): the schemes of the settlement's scopes, each once; NULL where there is none
 */
char *
ps_scheme_names (const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      guint scheme = g_array_index (settlement->scopes, PsScope, i).scheme;

      if (scheme != PS_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (scheme)))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ps_region_scheme (region, scheme)->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

typedef struct
{
  GtkGrid *grid;
  int n;
} Steps;

static void
add_step (Steps *steps, const char *name, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%d", steps->n + 1);
  GtkWidget *what = make_text (text, "secondary");

  gtk_widget_set_hexpand (what, TRUE);
  gtk_grid_attach (steps->grid, make_text (number, "secondary"), 0, steps->n, 1, 1);
  gtk_grid_attach (steps->grid, make_text (name, "step-name"), 1, steps->n, 1, 1);
  gtk_grid_attach (steps->grid, what, 2, steps->n, 1, 1);
  steps->n++;
}

static void
add_deduction_steps (Steps *steps, const PsRegion *region, const PsSettlement *settlement)
{
  g_autofree char *norm = ps_format_money (-settlement->totals.norm_deduction_cents);
  g_autofree char *bands = ps_format_money (-settlement->totals.band_deduction_cents);
  g_autofree char *exempt = ps_format_money (settlement->totals.exempt_cents);
  g_autofree char *duration = g_strdup_printf (_("Care past its norm duration is paid at the share of its step: %s."), norm);
  g_autofree char *scopes =
      g_strdup_printf (ngettext ("%u scope within which money may be exchanged.",
                                 "%u scopes, within each of which money may be exchanged.", settlement->scopes->len),
                       settlement->scopes->len);
  g_autofree char *schemes = ps_scheme_names (region, settlement);
  g_autofree char *taken =
      schemes != NULL ? g_strdup_printf (_("%s: %s."), schemes, bands) : g_strdup (_("No scheme with bands."));
  g_autofree char *spared = g_strdup_printf (_("%s of exempt products is never reduced."), exempt);

  add_step (steps, _("Norm duration"), duration);
  add_step (steps, _("Scopes"), scopes);
  add_step (steps, _("Bands"), taken);
  add_step (steps, _("Exemptions"), spared);
}

static const char *
division_text (const PsSettlement *settlement)
{
  if (settlement->agreement == NULL)
    return _("Nothing to divide: there is no agreement.");
  if (settlement->agreement->key == PS_KEY_OVERRUN)
    return _("The deduction falls first on the lines that are over their own ceiling.");
  return _("The deduction is divided over the lines by what they produced.");
}

/**
 * ps_steps_card_new:
 *
 * Returns: (transfer floating): the steps from messages to balance, in the order in which they are taken
 */
GtkWidget *
ps_steps_card_new (const PsRegion *region, const PsSettlement *settlement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = gtk_grid_new ();
  Steps steps = { .grid = GTK_GRID (grid) };
  g_autofree char *disputed = ps_format_money (settlement->totals.disputed_cents);
  g_autofree char *paid = ps_format_money (settlement->totals.paid_cents);
  g_autofree char *approve = g_strdup_printf (_("Lines in dispute are kept, but do not count: %s."), disputed);
  g_autofree char *advances = g_strdup_printf (_("%s was paid: lines granted, instalments and advances."), paid);

  gtk_widget_add_css_class (box, "card-text");
  gtk_grid_set_column_spacing (steps.grid, 9);
  gtk_grid_set_row_spacing (steps.grid, 3);
  gtk_box_append (GTK_BOX (box), make_heading (_("How it is computed, step by step")));
  add_step (&steps, _("Approve"), approve);
  add_step (&steps, _("Price"), _("Each line at its tariff, trajectories at their price, places by the day or the peildatum."));
  add_deduction_steps (&steps, region, settlement);
  add_step (&steps, _("Division"), division_text (settlement));
  add_step (&steps, _("Paid and advances"), advances);
  add_step (&steps, _("Settled before"), _("No settlement of this year was made final before."));
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}
