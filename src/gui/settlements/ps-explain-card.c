/* ps-explain-card.c: a settlement step by step, each with its amount and what it is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-explain-card"

#include "ps-explain-card.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-format.h"
#include "ps-settlement-cards.h"

typedef struct
{
  GtkListBox *list;
  const PsRegion *region;
  const PsSettlement *settlement;
  GtkSizeGroup *amounts;
  guint n;
} Steps;

GtkWidget *
ps_explain_label_new (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), xalign < 0.5f);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a screen reader says of a row, whose cells it would else read without a connection. */
static void
name_row (GtkWidget *row, const char *name, const char *amount, const char *sentence)
{
  g_autofree char *words = g_strjoin (". ", name, amount != NULL ? amount : sentence, amount != NULL ? sentence : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* `opens` FALSE: a sum of those above it. */
static void
add_row (Steps *steps, int step, const char *name, const char *sentence, gint64 cents, gboolean opens)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *amount = cents != PS_NO_NUMBER ? ps_format_money (cents) : NULL;
  GtkWidget *title = ps_explain_label_new (name, 0, "step-name");
  GtkWidget *text = ps_explain_label_new (sentence != NULL ? sentence : "", 0, "secondary");
  GtkWidget *money = ps_explain_label_new (amount != NULL ? amount : "", 1, opens ? NULL : "step-name");
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "opacity", opens ? 1.0 : 0.0, NULL);

  /* All as wide, whatever wraps. */
  gtk_label_set_width_chars (GTK_LABEL (title), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_size_group_add_widget (steps->amounts, money);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), money);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  gtk_widget_set_focusable (row, opens);
  gtk_widget_add_css_class (row, opens ? "explain-step" : "explain-sum");
  g_object_set_data (G_OBJECT (row), "step", GINT_TO_POINTER (step));
  name_row (row, name, amount, sentence);
  gtk_list_box_append (steps->list, row);
}

static void
add_step (Steps *steps, PsExplainStep step, const char *name, const char *sentence, gint64 cents)
{
  g_autofree char *numbered = NULL;

  /* Translators: the number and the name of a step */
  numbered = g_strdup_printf (_("%u. %s"), ++steps->n, name);
  add_row (steps, (int) step, numbered, sentence, cents, TRUE);
}

static void
add_sum (Steps *steps, const char *name, gint64 cents)
{
  add_row (steps, 0, name, NULL, cents, FALSE);
}

/* Several figures of one step stand below it. */
static void
add_part (Steps *steps, PsExplainStep step, const PsFigure *figure)
{
  add_row (steps, (int) step, figure->label, figure->sentence, figure->amount_cents, TRUE);
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

/* Of the first figure of a kind, from its sources; NULL: there is none. */
static const char *
find_sentence (GArray *figures, PsFigureKind kind)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, PsFigure, i).kind == kind)
      return g_array_index (figures, PsFigure, i).sentence;
  return NULL;
}

static void
add_production (Steps *steps, GArray *figures)
{
  const PsSettlementLine *totals = &steps->settlement->totals;
  g_autofree char *disputed = ps_format_money (totals->disputed_cents);
  const char *norm = find_sentence (figures, PS_FIGURE_NORM_DURATION);
  g_autofree char *approve = g_strdup_printf (_("Lines in dispute are kept, but do not count: %s."), disputed);

  add_step (steps, PS_EXPLAIN_APPROVE, _("Approve"), approve, PS_NO_NUMBER);
  add_step (steps, PS_EXPLAIN_PRICE, _("Price"), find_sentence (figures, PS_FIGURE_GROSS), totals->gross_cents);
  add_step (steps, PS_EXPLAIN_NORM_DURATION, _("Norm duration"),
            norm != NULL ? norm : _("No care lasted so long that it is paid at less."), -totals->norm_deduction_cents);
}

static void
add_scopes (Steps *steps)
{
  guint n = steps->settlement->scopes->len;
  g_autofree char *scopes = g_strdup_printf (
      ngettext ("%u scope within which money may be exchanged.", "%u scopes, within each of which money may be exchanged.", n),
      n);

  add_step (steps, PS_EXPLAIN_SCOPES, _("Scopes"), scopes, PS_NO_NUMBER);
}

/* Each band that deducts something with its sentence; what the lines cannot bear is given back under the exemptions. */
static void
add_bands (Steps *steps, GArray *figures)
{
  g_autofree char *schemes = ps_scheme_names (steps->region, steps->settlement);
  g_autofree char *scheme =
      schemes != NULL ? g_strdup_printf (_("Scheme %s."), schemes) : g_strdup (_("No scheme with bands."));
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += g_array_index (figures, PsFigure, i).kind == PS_FIGURE_BAND;
  add_step (steps, PS_EXPLAIN_BANDS, _("Bands"), scheme, n == 0 ? 0 : PS_NO_NUMBER);
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, PsFigure, i).kind == PS_FIGURE_BAND)
      add_part (steps, PS_EXPLAIN_BANDS, &g_array_index (figures, PsFigure, i));
}

static void
add_exemptions (Steps *steps, GArray *figures)
{
  g_autofree char *exempt = ps_format_money (steps->settlement->totals.exempt_cents);
  g_autofree char *spared = g_strdup_printf (_("%s of exempt products is never reduced."), exempt);

  add_step (steps, PS_EXPLAIN_EXEMPTIONS, _("Exemptions"), spared, PS_NO_NUMBER);
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, PsFigure, i).kind == PS_FIGURE_CAP)
      add_part (steps, PS_EXPLAIN_EXEMPTIONS, &g_array_index (figures, PsFigure, i));
}

static Steps
make_steps (const PsRegion *region, const PsSettlement *settlement)
{
  Steps steps = { .list = GTK_LIST_BOX (gtk_list_box_new ()),
                  .region = region,
                  .settlement = settlement,
                  .amounts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL) };

  gtk_list_box_set_selection_mode (steps.list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (steps.list), "explain-steps");
  gtk_accessible_update_property (GTK_ACCESSIBLE (steps.list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("From messages to balance, step by step"), -1);
  return steps;
}

/**
 * ps_explain_steps_new:
 *
 * Returns: (transfer floating): the steps from messages to what is paid, each with its amount and its sentence
 */
GtkWidget *
ps_explain_steps_new (const PsDossier *dossier, gint64 before_cents, gint64 amount_cents)
{
  const PsSettlement *settlement = dossier->settlement;
  Steps steps = make_steps (dossier->region, settlement);
  const PsSettlementLine *totals = &settlement->totals;
  g_autoptr (GArray) figures = ps_explain_figures (dossier);

  add_production (&steps, figures);
  add_scopes (&steps);
  add_bands (&steps, figures);
  add_exemptions (&steps, figures);
  add_step (&steps, PS_EXPLAIN_DIVISION, _("Division"), division_text (settlement), PS_NO_NUMBER);
  add_sum (&steps, _("Payable"), totals->payable_cents);
  add_step (&steps, PS_EXPLAIN_PAID, _("Paid and advances"), find_sentence (figures, PS_FIGURE_PAID), -totals->paid_cents);
  add_sum (&steps, _("Balance"), totals->balance_cents);
  add_step (&steps, PS_EXPLAIN_BEFORE, _("Settled before"),
            before_cents == 0 ? _("No amount of this year was settled before.")
                              : _("By earlier final settlements of this year."),
            before_cents == 0 ? 0 : -before_cents);
  add_sum (&steps, amount_cents < 0 ? _("To reclaim") : _("To pay out"), amount_cents);
  g_object_unref (steps.amounts);
  return GTK_WIDGET (steps.list);
}

PsExplainStep
ps_explain_steps_get (GtkListBoxRow *row)
{
  return (PsExplainStep) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "step"));
}
