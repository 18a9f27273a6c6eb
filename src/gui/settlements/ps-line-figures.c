/* ps-line-figures.c: a line of a settlement step by step: how many, how much, which share, what was paid
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-line-figures"

#include "ps-line-figures.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-format.h"
#include "ps-explain-card.h"

static gboolean
is_sum (const PsFigure *figure)
{
  return figure->kind == PS_FIGURE_PAYABLE || figure->kind == PS_FIGURE_BALANCE;
}

static void
add_figure (GtkGrid *grid, const PsFigure *figure, int row)
{
  g_autofree char *amount = ps_format_money (figure->amount_cents);
  GtkWidget *text = ps_explain_label_new (figure->sentence != NULL ? figure->sentence : "", 0, "secondary");

  gtk_label_set_width_chars (GTK_LABEL (text), 50);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 50);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (grid, ps_explain_label_new (figure->label, 0, "step-name"), 0, row, 1, 1);
  gtk_grid_attach (grid, text, 1, row, 1, 1);
  gtk_grid_attach (grid, ps_explain_label_new (amount, 1, is_sum (figure) ? "step-name" : NULL), 2, row, 1, 1);
}

/**
 * ps_line_figures_button_new:
 *
 * Returns: (transfer floating): a button; what it opens has no place on a page that a long table fills
 */
GtkWidget *
ps_line_figures_button_new (const PsDossier *dossier, guint line)
{
  g_autoptr (GArray) figures = ps_explain_line (dossier, line);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "card-text");
  for (guint i = 0; i < figures->len; i++)
    add_figure (GTK_GRID (grid), &g_array_index (figures, PsFigure, i), (int) i);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Step by _Step"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _("From gross to balance, step by step"));
  return button;
}
