/* ps-decide-look.c: what a decision on lines would change in the settlement, beside the window, and as a small table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-decide-dialog"

#include "ps-decide-look.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* On a worker */

typedef struct
{
  PsSettledRef *figures;
  char *agb;
  PsDate through;
  GArray *line_ids;
  PsDecision decision;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_array_unref (job->line_ids);
  g_free (job->agb);
  g_free (job);
}

void
ps_decide_look_free (PsDecideLook *look)
{
  g_clear_pointer (&look->possible, g_array_unref);
  g_free (look->why_not);
  g_free (look);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  const PsRegion *region = ps_settled_ref_get (job->figures)->region;
  PsDecide decide = { (const gint64 *) (gpointer) job->line_ids->data, job->line_ids->len, job->decision, NULL };
  g_auto (PsDecidePreview) preview = { NULL };
  PsDecideLook *look;

  if (!ps_decisions_preview (store, region, ps_region_find_provider (region, job->agb), ps_date_year (job->through), job->through,
                             &decide, &preview, error))
    return NULL;
  look = g_new0 (PsDecideLook, 1);
  look->before = preview.before->totals;
  look->after = preview.after->totals;
  look->n_effective = preview.n_effective;
  look->n_impossible = preview.n_impossible;
  look->amount_cents = preview.amount_cents;
  look->produced_cents = preview.produced_cents;
  look->possible = g_steal_pointer (&preview.possible);
  look->why_not = g_steal_pointer (&preview.why_not);
  return look;
}

/* On the main thread */

void
ps_decide_look_load_async (PsSession *session, const char *agb, PsDate through, const GArray *line_ids, PsDecision decision,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->agb = g_strdup (agb);
  job->through = through;
  job->line_ids = g_array_copy ((GArray *) line_ids);
  job->decision = decision;
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_decide_look_free, callback, user_data);
}

PsDecideLook *
ps_decide_look_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* The small table */

enum
{
  NAME,
  NOW,
  THEN,
  DIFFERENCE,
  N_COLUMNS
};

static GtkWidget *
add_cell (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == NAME ? 0 : 1);
  gtk_widget_set_hexpand (label, column == NAME);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

static void
add_figure (GtkGrid *grid, int row, const char *name, gint64 now, gint64 then, const char *css_class)
{
  PsOverflow overflow = { FALSE };
  g_autofree char *before = ps_format_money (now);
  g_autofree char *after = ps_format_money (then);
  g_autofree char *difference = ps_format_money (ps_subtract (then, now, &overflow));

  add_cell (grid, NAME, row, name, css_class);
  add_cell (grid, NOW, row, before, css_class);
  add_cell (grid, THEN, row, after, css_class);
  add_cell (grid, DIFFERENCE, row, then == now ? "–" : difference, css_class);
}

static gint64
deductions_of (const PsSettlementLine *totals)
{
  PsOverflow overflow = { FALSE };

  return -ps_add (totals->norm_deduction_cents, totals->band_deduction_cents, &overflow);
}

static GtkWidget *
make_figures (const PsDecideLook *look)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  const PsSettlementLine *now = &look->before, *then = &look->after;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 3);
  add_cell (grid, NAME, 0, _("The settlement"), "step-heading");
  add_cell (grid, NOW, 0, _("Now"), "step-heading");
  add_cell (grid, THEN, 0, _("After this"), "step-heading");
  add_cell (grid, DIFFERENCE, 0, _("Difference"), "step-heading");
  add_figure (grid, 1, _("Gross production"), now->gross_cents, then->gross_cents, NULL);
  add_figure (grid, 2, _("Deductions"), deductions_of (now), deductions_of (then), NULL);
  add_figure (grid, 3, _("Payable"), now->payable_cents, then->payable_cents, NULL);
  add_figure (grid, 4, _("Paid"), now->paid_cents, then->paid_cents, NULL);
  add_figure (grid, 5, _("Balance"), now->balance_cents, then->balance_cents, "total");
  add_figure (grid, 6, _("In dispute"), now->disputed_cents, then->disputed_cents, "secondary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What it would change"), -1);
  return GTK_WIDGET (grid);
}

/* Sentences */

static char *
lines_sentence (const PsDecideLook *look)
{
  g_autofree char *count = ps_format_count (look->possible->len);
  g_autofree char *declared = ps_format_money (look->amount_cents);
  g_autofree char *produced = ps_format_money (look->produced_cents);

  if (look->possible->len == 0)
    return NULL;
  /* Translators: a count of lines, the amount that they were declared for, what they produce when this is saved */
  return g_strdup_printf (
      ngettext ("%s line, declared for %s, will produce %s.", "%s lines, declared for %s, will produce %s.", look->possible->len),
      count, declared, produced);
}

static char *
balance_sentence (const PsDecideLook *look)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (look->after.balance_cents, look->before.balance_cents, &overflow);
  g_autofree char *balance = ps_format_money (look->after.balance_cents);
  g_autofree char *by = ps_format_money (ABS (difference));

  if (look->n_effective == 0)
    return g_strdup (_("These lines count like that already: no figure changes."));
  if (difference == 0)
    return g_strdup_printf (_("The balance stays %s."), balance);
  /* Translators: an amount, and a difference */
  return g_strdup_printf (difference > 0 ? _("The balance becomes %s, %s more for the provider.")
                                         : _("The balance becomes %s, %s less for the provider."),
                          balance, by);
}

static char *
left_out_sentence (const PsDecideLook *look)
{
  g_autofree char *count = ps_format_count (look->n_impossible);

  if (look->why_not == NULL)
    return NULL;
  if (look->n_impossible == 1)
    return g_strdup_printf (_("One line is left out. %s"), look->why_not);
  /* Translators: a count of lines, and why the first of them */
  return g_strdup_printf (_("%s lines are left out. The first: %s"), count, look->why_not);
}

static void
add_sentence (GtkBox *box, char *sentence, const char *css_class)
{
  GtkWidget *label;

  if (sentence == NULL)
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", sentence, "wrap", TRUE, "xalign", 0.0, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  g_free (sentence);
}

GtkWidget *
ps_decide_look_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "look");
  ps_decide_look_show (box, NULL);
  return box;
}

void
ps_decide_look_show (GtkWidget *box, const PsDecideLook *look)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  if (look == NULL)
    {
      add_sentence (GTK_BOX (box), g_strdup (_("Computing what it would change…")), "secondary");
      return;
    }
  add_sentence (GTK_BOX (box), left_out_sentence (look), "problem");
  add_sentence (GTK_BOX (box), lines_sentence (look), NULL);
  if (look->possible->len == 0)
    return;
  add_sentence (GTK_BOX (box), balance_sentence (look), NULL);
  gtk_box_append (GTK_BOX (box), make_figures (look));
}
