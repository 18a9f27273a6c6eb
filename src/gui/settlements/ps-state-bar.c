/* ps-state-bar.c: how far a settlement is: draft, proposed, final, by whom and when, and what belongs to it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   ✓ Draft         ›  ✓ Proposed  ›  ○ Final
 *     computed …         on, by          by someone other than …
 *   production statement                              [Production Statement…]
 *   what it corrects · what was settled before and what is paid now
 *   what changed since                                             [Compare]
 */
#define G_LOG_DOMAIN "peilstok-state-bar"

#include "ps-state-bar.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/history/ps-history-read.h"
#include "ps-life-preview.h"
#include "ps-state-mark.h"

#define N_STEPS 3

typedef struct
{
  GtkWidget *icon;
  GtkLabel *label;
} Step;

typedef struct
{
  GtkWidget *row;
  GtkLabel *label;
} Fact;

struct _PsStateBar
{
  GtkWidget parent;

  GtkWidget *box;
  Step steps[N_STEPS];
  Fact statement;
  Fact correction;
  Fact amount;
  Fact withdrawn;
  Fact since;
};

G_DEFINE_FINAL_TYPE (PsStateBar, ps_state_bar, GTK_TYPE_WIDGET)

typedef enum
{
  NOT_YET,
  DONE,
  ENDED,
  OPEN, /* where it is, and nothing is kept of it */
} Standing;

static void
set_step (Step *step, Standing standing, const char *word, const char *details)
{
  static const char *const icons[] = { "radio-symbolic", "object-select-symbolic", "process-stop-symbolic", "radio-symbolic" };
  g_autofree char *escaped = g_markup_escape_text (details, -1);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>%s%s", word, escaped[0] != '\0' ? "\n" : "", escaped);

  gtk_image_set_from_icon_name (GTK_IMAGE (step->icon), icons[standing]);
  gtk_widget_remove_css_class (step->icon, "state-done");
  if (standing == DONE)
    gtk_widget_add_css_class (step->icon, "state-done");
  if (standing == NOT_YET)
    gtk_widget_add_css_class (GTK_WIDGET (step->label), "secondary");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (step->label), "secondary");
  gtk_label_set_markup (step->label, markup);
}

static void
set_fact (Fact *fact, const char *text)
{
  gtk_label_set_text (fact->label, text != NULL ? text : "");
  gtk_widget_set_visible (fact->row, text != NULL);
}

/* The steps */

/* A draft is renewed by what is computed now: its own moment is told beside it. The word is that of the lists. */
static void
show_live_steps (PsStateBar *self, const PsStored *draft, int year, PsDate through)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *day = ps_format_date (through);
  g_autofree char *text =
      through == ps_date_year_end (year)
          ? g_strdup_printf (_("computed at %s, from the data as it is"), time)
          : g_strdup_printf (_("computed at %s, through %s. Interim: ceilings are those of the whole year."), time, day);
  g_autofree char *moment = draft != NULL ? ps_stored_moment (draft->made_by, draft->made_at) : NULL;
  /* Translators: the day, the time and the person of the draft that is stored; when what is shown was computed */
  g_autofree char *both = draft != NULL ? g_strdup_printf (_("stored %s; shown as %s"), moment, text) : NULL;
  g_autofree char *word = ps_state_mark_text (draft != NULL ? PS_SETTLEMENT_DRAFT : 0, FALSE);

  set_step (&self->steps[0], draft != NULL ? DONE : OPEN, word, both != NULL ? both : text);
  set_step (&self->steps[1], NOT_YET, ps_settlement_state_label (PS_SETTLEMENT_PROPOSED), "");
  set_step (&self->steps[2], NOT_YET, ps_settlement_state_label (PS_SETTLEMENT_FINAL), "");
}

static void
show_proposed (PsStateBar *self, const PsStored *shown)
{
  g_autofree char *moment =
      shown->proposed_by != NULL ? ps_stored_moment (shown->proposed_by, shown->proposed_at) : g_strdup ("");

  set_step (&self->steps[1], shown->proposed_by != NULL ? DONE : NOT_YET, ps_settlement_state_label (PS_SETTLEMENT_PROPOSED),
            moment);
}

/* Four eyes (domain.md §6). */
static void
show_final (PsStateBar *self, const PsStored *shown)
{
  g_autofree char *text = NULL;

  if (shown->state == PS_SETTLEMENT_WITHDRAWN)
    {
      text = ps_stored_moment (shown->withdrawn_by, shown->withdrawn_at);
      set_step (&self->steps[2], ENDED, ps_settlement_state_label (PS_SETTLEMENT_WITHDRAWN), text);
      return;
    }
  if (shown->state == PS_SETTLEMENT_FINAL)
    text = ps_stored_moment (shown->final_by, shown->final_at);
  else
    text = shown->proposed_by != NULL
               /* Translators: two login names */
               ? g_strdup_printf (_("by someone other than %s; you are %s"), shown->proposed_by, g_get_user_name ())
               : g_strdup ("");
  set_step (&self->steps[2], shown->state == PS_SETTLEMENT_FINAL ? DONE : NOT_YET,
            ps_settlement_state_label (PS_SETTLEMENT_FINAL), text);
}

static void
show_stored_steps (PsStateBar *self, const PsStored *shown)
{
  g_autofree char *moment = ps_stored_moment (shown->made_by, shown->made_at);
  g_autofree char *made = g_strdup_printf (_("computed %s"), moment);

  set_step (&self->steps[0], DONE, ps_settlement_state_label (PS_SETTLEMENT_DRAFT), made);
  show_proposed (self, shown);
  show_final (self, shown);
}

/* What belongs to it */

static const PsLifeWarning *
find_warning (const PsStored *shown, PsLifeWarningKind kind)
{
  for (guint i = 0; shown != NULL && i < shown->warnings->len; i++)
    if (((PsLifeWarning *) g_ptr_array_index (shown->warnings, i))->kind == kind)
      return g_ptr_array_index (shown->warnings, i);
  return NULL;
}

/* Of a final one what was missing was answered: that holds, and what came in since is told beside it. */
static void
show_statement (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown)
{
  const PsLifeWarning *warning = find_warning (shown, PS_WARNING_STATEMENT);
  gint64 own = shown != NULL && shown->through == ps_date_year_end (shown->year) ? shown->gross_cents : stand->own_cents;
  PsDate today = ps_history_day (g_get_real_time ());
  g_autofree char *sentence = ps_statement_sentence (stand->statement, &stand->limits, own, today);
  gboolean came_in = ps_statement_state (stand->statement, &stand->limits, own, today) == PS_STATEMENT_COMPLETE;
  g_autofree char *answered = NULL;
  g_autofree char *text = NULL;

  if (warning != NULL && warning->answer != NULL)
    /* Translators: what was said when it was made final, and its answer */
    answered = g_strdup_printf (_("When it was made final: %s Answer: %s"), warning->text, warning->answer);
  if (answered != NULL && came_in)
    text = g_strdup_printf ("%s\n%s", answered, sentence);
  set_fact (&self->statement, text != NULL ? text : answered != NULL ? answered : sentence);
}

static void
show_correction (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown)
{
  const PsStored *replaced = shown != NULL && shown->replaces != 0 ? ps_settlement_stand_find (stand, shown->replaces) : NULL;
  g_autofree char *moment = NULL, *balance = NULL, *text = NULL;

  if (replaced != NULL)
    {
      moment = ps_stored_moment (replaced->final_by, replaced->final_at);
      balance = ps_format_money (replaced->balance_cents);
      text = g_strdup_printf (_("Corrects the one made final %s, with a balance of %s. Reason: %s"), moment, balance,
                              shown->reason != NULL ? shown->reason : "–");
    }
  else if (shown != NULL && shown->reason != NULL)
    text = g_strdup_printf (_("Remark: %s"), shown->reason);
  set_fact (&self->correction, text);
}

/* Balance, what was settled before, and the rest: only where they differ is there something to say. */
static void
show_amount (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown, gint64 balance_cents)
{
  gint64 before = shown != NULL ? shown->settled_before_cents : 0, amount = shown != NULL ? shown->amount_cents : balance_cents;
  g_autofree char *balance = ps_format_money (balance_cents);
  g_autofree char *earlier = NULL, *words = NULL, *text = NULL;

  if (shown == NULL
      && (stand->last_final == NULL
          || !ps_life_preview_amount (stand->list, stand->last_final->agb, stand->last_final->year, balance_cents, &before,
                                      &amount, NULL)))
    {
      set_fact (&self->amount, NULL);
      return;
    }
  earlier = ps_format_money (before);
  words = ps_life_amount_words (amount);
  text = before == 0 && (shown == NULL || shown->replaces == 0)
             ? g_strdup_printf (_("Balance %s. %s"), balance, words)
             : g_strdup_printf (_("Balance %s, settled before %s. %s"), balance, earlier, words);
  set_fact (&self->amount, text);
}

static void
show_since (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown)
{
  g_autofree char *since = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (stand->counts != NULL && (shown == NULL || shown->id == stand->counts->id))
    since = ps_settlement_stand_since (stand);
  if (since != NULL && shown == NULL)
    {
      name = ps_stored_name (stand->counts);
      /* Translators: "Draft 22-11-2026", and "Since then: the balance is € 12,00 higher." */
      text = g_strdup_printf (_("%s is stored. %s"), name, since);
    }
  set_fact (&self->since, text != NULL ? text : since);
}

void
ps_state_bar_show (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown, int year, PsDate through,
                   gint64 balance_cents)
{
  const PsStored *draft = stand->counts != NULL && stand->counts->state == PS_SETTLEMENT_DRAFT ? stand->counts : NULL;
  g_autofree char *withdrawn = NULL;

  g_return_if_fail (PS_IS_STATE_BAR (self));

  if (shown != NULL)
    show_stored_steps (self, shown);
  else
    show_live_steps (self, draft, year, through);
  if (shown != NULL && shown->state == PS_SETTLEMENT_WITHDRAWN)
    withdrawn = g_strdup_printf (_("Withdrawn: %s"), shown->withdrawn_reason);
  show_statement (self, stand, shown);
  show_correction (self, stand, shown != NULL ? shown : draft);
  show_amount (self, stand, shown, balance_cents);
  set_fact (&self->withdrawn, withdrawn);
  show_since (self, stand, shown);
}

/* Making and unmaking */

static GtkLabel *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                NULL);
  gtk_widget_add_css_class (label, "numeric");
  return GTK_LABEL (label);
}

static GtkWidget *
make_step (Step *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  step->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START,
                             "margin-top", 2, NULL);
  step->label = make_label ();
  gtk_widget_set_valign (GTK_WIDGET (step->label), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), step->icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (step->label));
  return box;
}

static GtkWidget *
make_steps (PsStateBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_STEPS; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "valign", GTK_ALIGN_START,
                                                     "margin-top", 2, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_box_append (GTK_BOX (box), make_step (&self->steps[i]));
    }
  return box;
}

/* A line below the steps; with a button where there is an action. */
static void
add_fact (PsStateBar *self, Fact *fact, const char *button, const char *action)
{
  fact->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  fact->label = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (fact->label), action == NULL ? "secondary" : "state-fact");
  gtk_widget_set_hexpand (GTK_WIDGET (fact->label), TRUE);
  gtk_box_append (GTK_BOX (fact->row), GTK_WIDGET (fact->label));
  if (action != NULL)
    {
      GtkWidget *widget = gtk_button_new_with_mnemonic (button);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
      gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (widget, "state-button");
      gtk_box_append (GTK_BOX (fact->row), widget);
    }
  gtk_widget_set_visible (fact->row, FALSE);
  gtk_box_append (GTK_BOX (self->box), fact->row);
}

static void
ps_state_bar_dispose (GObject *object)
{
  g_clear_pointer (&PS_STATE_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_state_bar_parent_class)->dispose (object);
}

static void
ps_state_bar_class_init (PsStateBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_state_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ps_state_bar_init (PsStateBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
  gtk_widget_add_css_class (GTK_WIDGET (self), "settlement-state");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("State of the settlement"), -1);
  gtk_box_append (GTK_BOX (self->box), make_steps (self));
  add_fact (self, &self->statement, _("Production Statem_ent…"), "settlement.statement");
  add_fact (self, &self->withdrawn, NULL, NULL);
  add_fact (self, &self->correction, NULL, NULL);
  add_fact (self, &self->amount, NULL, NULL);
  add_fact (self, &self->since, _("_Compare"), "settlement.compare");
}

GtkWidget *
ps_state_bar_new (void)
{
  return g_object_new (PS_TYPE_STATE_BAR, NULL);
}
