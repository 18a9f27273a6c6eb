/* ps-agreement-checks.c: what is wrong with an agreement, with a way to each cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-checks"

#include "ps-agreement-checks.h"

#include <glib/gi18n-lib.h>

struct _PsAgreementChecks
{
  GtkWidget parent;

  gboolean with_links;
  GtkListBox *list;
};

static guint wanted_signal;

G_DEFINE_FINAL_TYPE (PsAgreementChecks, ps_agreement_checks, GTK_TYPE_WIDGET)

guint
ps_agreement_checks_count_blocking (GPtrArray *problems)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((const PsAgreementProblem *) g_ptr_array_index (problems, i))->blocks;
  return n;
}

char *
ps_agreement_problem_text (const PsRegion *region, const PsAgreementProblem *problem)
{
  if (problem->group == PS_NONE || problem->municipality == PS_NONE)
    return g_strdup (problem->why);
  return g_strdup_printf (_("%s, %s: %s"), ps_region_group (region, problem->group)->code,
                          ps_region_municipality (region, problem->municipality)->name, problem->why);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PsAgreementChecks *self)
{
  const PsAgreementProblem *problem = g_object_get_data (G_OBJECT (row), "problem");

  if (self->with_links && problem != NULL && problem->group != PS_NONE)
    g_signal_emit (self, wanted_signal, 0, problem->group, problem->municipality);
}

static GtkWidget *
make_row (PsAgreementChecks *self, const char *text, const char *icon, const char *word, gboolean link)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *said = word != NULL ? g_strdup_printf (_("%s: %s"), word, text) : g_strdup (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "check-row");
  gtk_box_append (GTK_BOX (box), image);
  if (word != NULL)
    {
      GtkWidget *kind = gtk_label_new (word);

      gtk_widget_add_css_class (kind, "heading");
      gtk_box_append (GTK_BOX (box), kind);
    }
  gtk_box_append (GTK_BOX (box), label);
  if (link)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), link);
  gtk_widget_set_tooltip_text (row, link ? _("Go to the cell") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static void
add_problem (PsAgreementChecks *self, const PsRegion *region, const PsAgreementProblem *problem)
{
  g_autofree char *text = ps_agreement_problem_text (region, problem);
  PsAgreementProblem *place = g_new0 (PsAgreementProblem, 1);
  GtkWidget *row;

  place->group = problem->group;
  place->municipality = problem->municipality;
  row = make_row (self, text, problem->blocks ? "dialog-error-symbolic" : "dialog-warning-symbolic",
                  problem->blocks ? C_("check", "To solve") : C_("check", "Warning"),
                  self->with_links && problem->group != PS_NONE);
  g_object_set_data_full (G_OBJECT (row), "problem", place, (GDestroyNotify) ps_agreement_problem_free);
  gtk_list_box_append (self->list, row);
}

void
ps_agreement_checks_show (PsAgreementChecks *self, const PsRegion *region, GPtrArray *problems)
{
  GtkListBoxRow *row;

  g_return_if_fail (PS_IS_AGREEMENT_CHECKS (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < problems->len; i++)
    if (((const PsAgreementProblem *) g_ptr_array_index (problems, i))->blocks)
      add_problem (self, region, g_ptr_array_index (problems, i));
  for (guint i = 0; i < problems->len; i++)
    if (!((const PsAgreementProblem *) g_ptr_array_index (problems, i))->blocks)
      add_problem (self, region, g_ptr_array_index (problems, i));
  if (problems->len == 0)
    gtk_list_box_append (self->list,
                         make_row (self, _("Nothing was found that is wrong or odd."), "object-select-symbolic", NULL, FALSE));
}

static void
ps_agreement_checks_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_agreement_checks_parent_class)->dispose (object);
}

static void
ps_agreement_checks_class_init (PsAgreementChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_agreement_checks_dispose;
  wanted_signal = g_signal_new ("cell-wanted", PS_TYPE_AGREEMENT_CHECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ps_agreement_checks_init (PsAgreementChecks *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "figures");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Check of the agreement"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}

GtkWidget *
ps_agreement_checks_new (gboolean with_links)
{
  PsAgreementChecks *self = g_object_new (PS_TYPE_AGREEMENT_CHECKS, NULL);

  self->with_links = with_links;
  return GTK_WIDGET (self);
}
