/* ps-settlement-page-actions.c: what can be done with a settlement: the next step of its life, and what comes out of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-page"

#include "ps-settlement-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "ps-comparison-page.h"
#include "ps-life-dialogs.h"
#include "ps-settlement-history-page.h"
#include "ps-settlement-output.h"
#include "ps-statement-form.h"
#include "ps-trail-page.h"
#include "ps-what-if-page.h"

const PsStored *
_ps_settlement_page_get_shown (PsSettlementPage *self)
{
  if (self->detail == NULL || self->detail->stored == NULL || self->stand == NULL)
    return NULL;
  return ps_settlement_stand_find (self->stand, self->detail->stored->id);
}

/* What comes out is what is stored: of the region as it is only where the draft has the same figures. */
static const PsStored *
find_output (PsSettlementPage *self)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);
  const PsStored *counts = self->stand != NULL ? self->stand->counts : NULL;
  g_autofree char *since = NULL;

  if (shown != NULL || self->detail == NULL || counts == NULL)
    return shown;
  since = ps_settlement_stand_since (self->stand);
  return since == NULL && counts->through == self->detail->settlement->through ? counts : NULL;
}

/* Which steps there are */

static PsSettlementState
state_of (PsSettlementPage *self)
{
  return self->stand != NULL && self->stand->counts != NULL ? self->stand->counts->state : 0;
}

/* Correcting begins with a draft, so that it can be looked at before it is proposed. */
static PsLifeStep
find_next (PsSettlementPage *self)
{
  switch ((int) state_of (self))
    {
    case PS_SETTLEMENT_PROPOSED:
      return PS_STEP_MAKE_FINAL;
    case PS_SETTLEMENT_FINAL:
      return PS_STEP_STORE;
    default:
      return PS_STEP_PROPOSE;
    }
}

static const char *
next_label (PsSettlementPage *self)
{
  switch ((int) state_of (self))
    {
    case PS_SETTLEMENT_PROPOSED:
      return _("Make _Final…");
    case PS_SETTLEMENT_FINAL:
      return _("_Correct…");
    default:
      return _("_Propose…");
    }
}

/* The day that a new draft or proposal would run to. */
static PsDate
live_through (PsSettlementPage *self)
{
  return self->detail != NULL && self->detail->stored == NULL ? self->detail->settlement->through : ps_date_year_end (self->year);
}

static gboolean
is_step_allowed (PsSettlementPage *self, PsLifeStep step, char **why)
{
  if (self->session != NULL && ps_session_is_read_only (self->session))
    {
      *why = g_strdup (_("The region is read-only."));
      return FALSE;
    }
  if (self->stand == NULL || self->detail == NULL)
    return FALSE;
  if (step != PS_STEP_WITHDRAW && step != PS_STEP_MAKE_FINAL && self->detail->stored == NULL
      && ps_settlement_is_empty (self->detail->settlement))
    {
      *why = g_strdup (_("There is nothing to settle."));
      return FALSE;
    }
  return ps_settlement_stand_allows (self->stand, step, self->year, live_through (self), why);
}

/* Correcting where nothing changed would change nothing. */
static gboolean
is_next_allowed (PsSettlementPage *self, char **why)
{
  g_autofree char *since = NULL;

  if (!is_step_allowed (self, find_next (self), why))
    return FALSE;
  if (state_of (self) != PS_SETTLEMENT_FINAL)
    return TRUE;
  since = ps_settlement_stand_since (self->stand);
  if (since == NULL)
    *why = g_strdup (_("There is nothing to correct: the region still gives the same figures."));
  return since != NULL;
}

static gboolean
is_output_possible (PsSettlementPage *self, char **why)
{
  if (find_output (self) != NULL)
    return TRUE;
  if (self->stand != NULL)
    *why = self->stand->counts != NULL && self->stand->counts->state == PS_SETTLEMENT_DRAFT
               ? g_strdup (_("The figures are not those of the draft any more: store it again first."))
               : g_strdup (_("Store it as a draft first."));
  return FALSE;
}

static gboolean
is_stored (PsSettlementPage *self, char **why)
{
  if (_ps_settlement_page_get_shown (self) != NULL || (self->stand != NULL && self->stand->counts != NULL))
    return TRUE;
  if (self->stand != NULL)
    *why = g_strdup (_("Nothing of this year is stored yet."));
  return FALSE;
}

static gboolean
is_correction (PsSettlementPage *self, char **why)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);

  if (shown != NULL && shown->replaces != 0)
    return TRUE;
  *why = g_strdup (_("What is shown corrects nothing."));
  return FALSE;
}

typedef gboolean (*Possible) (PsSettlementPage *self, char **why);

static gboolean
is_store_allowed (PsSettlementPage *self, char **why)
{
  /* After a final one that is the step of the button. */
  if (state_of (self) == PS_SETTLEMENT_FINAL)
    return is_next_allowed (self, why);
  return is_step_allowed (self, PS_STEP_STORE, why);
}

static gboolean
is_withdraw_allowed (PsSettlementPage *self, char **why)
{
  return is_step_allowed (self, PS_STEP_WITHDRAW, why);
}

static gboolean
is_there (PsSettlementPage *self, char **why)
{
  return self->detail != NULL;
}

static const struct
{
  const char *action;
  Possible possible;
} actions[] = {
  { "settlement.next", is_next_allowed },
  { "settlement.store", is_store_allowed },
  { "settlement.withdraw", is_withdraw_allowed },
  { "settlement.save-pdf", is_output_possible },
  { "settlement.save-xlsx", is_output_possible },
  { "settlement.save-csv", is_output_possible },
  { "settlement.print", is_output_possible },
  { "settlement.compare", is_stored },
  { "settlement.compare-replaced", is_correction },
  { "settlement.trail", is_stored },
  { "settlement.sources", is_there },
  { "settlement.what-if", is_there },
};

/* Why an action is off: on what would do it, for a pointer and for a screen reader. */
static void
explain (GtkWidget *widget, const char *why)
{
  gtk_widget_set_tooltip_text (widget, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : "", -1);
}

static void
explain_items (PsSettlementPage *self, GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  for (guint i = 0; action != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (action, actions[i].action))
      {
        g_autofree char *why = NULL;

        actions[i].possible (self, &why);
        explain (widget, why);
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    explain_items (self, child);
}

void
_ps_settlement_page_explain_menu (PsSettlementPage *self)
{
  explain_items (self, GTK_WIDGET (gtk_menu_button_get_popover (self->more)));
}

/* The suggested button is the next step of what counts; on an earlier one it would be about something else than what is shown. */
static gboolean
is_next_shown (PsSettlementPage *self)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);

  return shown == NULL || self->stand->counts == NULL || shown->id == self->stand->counts->id;
}

void
_ps_settlement_page_update_actions (PsSettlementPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *why = NULL;
      gboolean possible = actions[i].possible (self, &why);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action, possible);
      if (i == 0)
        explain (self->next, why);
      if (actions[i].possible == is_output_possible)
        explain (self->print, why != NULL ? why : _("Print the Statement"));
    }
  gtk_button_set_label (GTK_BUTTON (self->next), next_label (self));
  gtk_widget_set_visible (self->next, is_next_shown (self));
}

/* The steps */

static void
take (PsSettlementPage *self, PsLifeStep step)
{
  const PsStored *counts = self->stand->counts;
  gboolean live = self->detail->stored == NULL;

  ps_life_dialog_present_through (
      GTK_WIDGET (self), self->session, step, self->agb, self->year, live_through (self), counts != NULL ? counts->id : 0,
      live || step == PS_STEP_MAKE_FINAL || step == PS_STEP_WITHDRAW ? self->detail->settlement->totals.balance_cents
                                                                     : PS_NO_NUMBER);
}

static void
on_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (PS_SETTLEMENT_PAGE (widget), find_next (PS_SETTLEMENT_PAGE (widget)));
}

static void
on_store_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (PS_SETTLEMENT_PAGE (widget), PS_STEP_STORE);
}

static void
on_withdraw_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (PS_SETTLEMENT_PAGE (widget), PS_STEP_WITHDRAW);
}

/* What opens */

static void
on_sources_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_settlement_page_open_sources (PS_SETTLEMENT_PAGE (widget), PS_NONE, PS_NONE, _("All Sources"));
}

static void
on_statement_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  ps_statement_form_present (widget, self->session, self->agb, self->year);
}

/* The stored one that is shown, else the one that counts. */
static gint64
stored_id (PsSettlementPage *self)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);

  return shown != NULL ? shown->id : self->stand->counts->id;
}

static void
on_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  ps_navigator_push (widget, ps_comparison_page_new (self->session, stored_id (self), 0), _("Comparison"));
}

static void
on_compare_replaced_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);
  const PsStored *shown = _ps_settlement_page_get_shown (self);

  ps_navigator_push (widget, ps_comparison_page_new (self->session, shown->replaces, shown->id), _("Comparison"));
}

static void
on_trail_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  ps_navigator_push (widget, ps_trail_page_new (self->session, stored_id (self)), _("Trail"));
}

static void
on_what_if_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  ps_navigator_push (widget, ps_what_if_page_new (self->session, self->agb), _("What If"));
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  ps_navigator_push (widget, ps_settlement_history_page_new (self->session, self->agb), _("Settlement History"));
}

/* What comes out */

static void
on_save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);
  PsStatementFiles file = g_str_equal (name, "settlement.save-pdf")    ? PS_STATEMENTS_PDF
                          : g_str_equal (name, "settlement.save-xlsx") ? PS_STATEMENTS_XLSX
                                                                       : PS_STATEMENTS_CSV;
  const PsStored *output = find_output (self);

  if (output != NULL)
    ps_settlement_output_save (widget, self->session, output, file);
}

static void
on_print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);
  const PsStored *output = find_output (self);

  if (output != NULL)
    ps_settlement_output_print (widget, self->session, output);
}

void
_ps_settlement_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "settlement.next", NULL, on_next_cb);
  gtk_widget_class_install_action (widget_class, "settlement.store", NULL, on_store_cb);
  gtk_widget_class_install_action (widget_class, "settlement.withdraw", NULL, on_withdraw_cb);
  gtk_widget_class_install_action (widget_class, "settlement.sources", NULL, on_sources_cb);
  gtk_widget_class_install_action (widget_class, "settlement.statement", NULL, on_statement_cb);
  gtk_widget_class_install_action (widget_class, "settlement.compare", NULL, on_compare_cb);
  gtk_widget_class_install_action (widget_class, "settlement.compare-replaced", NULL, on_compare_replaced_cb);
  gtk_widget_class_install_action (widget_class, "settlement.trail", NULL, on_trail_cb);
  gtk_widget_class_install_action (widget_class, "settlement.what-if", NULL, on_what_if_cb);
  gtk_widget_class_install_action (widget_class, "settlement.history", NULL, on_history_cb);
  gtk_widget_class_install_action (widget_class, "settlement.save-pdf", NULL, on_save_cb);
  gtk_widget_class_install_action (widget_class, "settlement.save-xlsx", NULL, on_save_cb);
  gtk_widget_class_install_action (widget_class, "settlement.save-csv", NULL, on_save_cb);
  gtk_widget_class_install_action (widget_class, "settlement.print", NULL, on_print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "settlement.print", NULL);
}
