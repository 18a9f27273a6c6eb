/* ps-settlements-actions.c: steps for all settlements of the year or for those selected, statements, payment lists
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlements-page"

#include "ps-settlements-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "ps-life-dialogs.h"
#include "ps-settlement-output.h"
#include "ps-statements-page.h"

static const struct
{
  PsLifeStep step;
  const char *all;      /* action for the whole year */
  const char *selected; /* for the rows that are selected */
  const char *next;     /* the button, where it is what the year waits for */
} steps[] = {
  { PS_STEP_STORE, "year.store", "year.store-selected", N_("_Store All as Drafts…") },
  { PS_STEP_PROPOSE, "year.propose", "year.propose-selected", N_("_Propose All…") },
  { PS_STEP_MAKE_FINAL, "year.make-final", "year.make-selected-final", N_("Make All _Final…") },
  { PS_STEP_WITHDRAW, "year.withdraw", "year.withdraw-selected", NULL },
};

/* What can be done */

static guint
count_allowed (PsSettlementsPage *self, PsLifeStep step)
{
  guint n = 0;

  for (guint i = 0; self->data != NULL && i < self->data->providers->len; i++)
    n += (((const PsProviderYear *) g_ptr_array_index (self->data->providers, i))->allowed >> step) & 1;
  return n;
}

static gboolean
any_selected_allows (GPtrArray *selected, PsLifeStep step)
{
  for (guint i = 0; i < selected->len; i++)
    if ((((const PsSettlementsRow *) ps_table_row_get_data (g_ptr_array_index (selected, i)))->allowed >> step) & 1)
      return TRUE;
  return FALSE;
}

/* The next sensible step of the year: whatever is not stored is stored first, then proposed, then made final by somebody else. */
static int
find_next (PsSettlementsPage *self)
{
  PsYearStanding standing;

  if (self->data == NULL || ps_session_is_read_only (self->session))
    return -1;
  ps_settlements_data_sum (self->data, &standing);
  if (standing.n[PS_NOT_STORED] > 0 && count_allowed (self, PS_STEP_STORE) > 0)
    return PS_STEP_STORE;
  if (standing.n[PS_SETTLEMENT_DRAFT] > 0 && count_allowed (self, PS_STEP_PROPOSE) > 0)
    return PS_STEP_PROPOSE;
  return count_allowed (self, PS_STEP_MAKE_FINAL) > 0 ? PS_STEP_MAKE_FINAL : -1;
}

static void
update_next (PsSettlementsPage *self)
{
  int step = find_next (self);

  gtk_widget_set_visible (GTK_WIDGET (self->next), step >= 0);
  for (guint i = 0; step >= 0 && i < G_N_ELEMENTS (steps); i++)
    if ((int) steps[i].step == step)
      {
        gtk_button_set_label (self->next, _ (steps[i].next));
        gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), steps[i].all);
      }
}

void
_ps_settlements_page_update_actions (PsSettlementsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) selected = NULL;
  gboolean writable;

  if (self->table == NULL)
    return;
  selected = ps_table_get_selected (self->table);
  writable = self->data != NULL && !ps_session_is_read_only (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_action_set_enabled (widget, steps[i].all, writable && count_allowed (self, steps[i].step) > 0);
      gtk_widget_action_set_enabled (widget, steps[i].selected, writable && any_selected_allows (selected, steps[i].step));
    }
  gtk_widget_action_set_enabled (widget, "year.save-all", self->data != NULL && self->data->stored->len > 0);
  gtk_widget_action_set_enabled (widget, "year.payments", self->data != NULL && self->data->stored->len > 0);
  update_next (self);
}

/* Doing it. A key may ask for what is off: nothing is changed then. */

static gboolean
can_change (PsSettlementsPage *self)
{
  return self->data != NULL && !ps_session_is_read_only (self->session);
}

static void
on_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);

  for (guint i = 0; can_change (self) && i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].all, name))
      ps_life_dialog_present_many (widget, self->session, steps[i].step, self->data->year, NULL);
}

static void
on_selected_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  g_autoptr (GPtrArray) agbs = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    {
      const PsSettlementsRow *about = ps_table_row_get_data (g_ptr_array_index (selected, i));

      g_ptr_array_add (agbs, about->agb);
    }
  g_ptr_array_add (agbs, NULL);
  for (guint i = 0; can_change (self) && selected->len > 0 && i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].selected, name))
      ps_life_dialog_present_many (widget, self->session, steps[i].step, self->data->year, (const char *const *) agbs->pdata);
}

static void
on_statements_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);
  g_autofree char *title = g_strdup_printf (_("Production statements %d"), self->year);

  if (ps_session_get_settled (self->session) != NULL)
    ps_navigator_push (widget, ps_statements_page_new (self->session), title);
}

static void
on_save_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  PsStatementFiles files = g_str_equal (kind, "pdf")    ? PS_STATEMENTS_PDF
                           : g_str_equal (kind, "xlsx") ? PS_STATEMENTS_XLSX
                                                        : PS_STATEMENTS_CSV;

  ps_settlement_output_save_all (widget, self->session, self->year, files);
}

static void
on_payments_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementsPage *self = PS_SETTLEMENTS_PAGE (widget);

  ps_settlement_output_payments (widget, self->session, self->year,
                                 g_str_equal (g_variant_get_string (parameter, NULL), "proposed"));
}

void
_ps_settlements_page_install_actions (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_install_action (class, steps[i].all, NULL, on_step_cb);
      gtk_widget_class_install_action (class, steps[i].selected, NULL, on_selected_step_cb);
    }
  gtk_widget_class_install_action (class, "year.statements", NULL, on_statements_cb);
  gtk_widget_class_install_action (class, "year.save-all", "s", on_save_all_cb);
  gtk_widget_class_install_action (class, "year.payments", "s", on_payments_cb);
}
