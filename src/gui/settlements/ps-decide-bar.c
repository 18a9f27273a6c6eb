/* ps-decide-bar.c: what can be decided of the declaration lines that are selected in a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-decide-bar"

#include "ps-decide-bar.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-decide-dialog.h"

#define WORDS_WIDTH 22 /* in characters: beside the buttons as soon as there is room for so much */

struct _PsDecideBar
{
  GtkWidget parent;

  PsSession *session;
  PsTable *table;                   /* weak */
  const PsSettlementDetail *detail; /* borrowed; NULL: nothing can be decided */
  GArray *kept;                     /* gint64: the lines that were selected before other rows are shown; NULL: none */
  gboolean kept_are_gone;           /* none of those is among the rows: a decision took them out, undone it brings them back */
  gboolean had_focus;               /* the table or the bar, before other rows are shown */
  GSimpleActionGroup *actions;
  GMenu *menu;

  GtkWidget *box; /* GtkFlowBox: the words and the buttons, side by side where there is room */
  GtkWidget *buttons;
  GtkLabel *what;
  GtkWidget *at_price;
};

G_DEFINE_FINAL_TYPE (PsDecideBar, ps_decide_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *action;
  PsDecision decision;
  const char *label;
  const char *effect;
} decisions[] = {
  { "accept", PS_DECISION_ACCEPT, N_("_Accept…"), N_("Count the selected lines as produced, for their declared amounts") },
  { "at-price", PS_DECISION_ACCEPT_AT_PRICE, N_("At the Right _Price…"),
    N_("Count the selected lines as produced at the lower of their own tariff and the valid one") },
  { "dispute", PS_DECISION_DISPUTE, N_("_Dispute…"), N_("Do not count the selected lines as produced") },
  { "take-back", PS_DECISION_NONE, N_("_Take Back…"), N_("Let the rules say of the selected lines what they count for") },
};

/* What is selected */

typedef struct
{
  guint n;
  guint n_acceptable; /* in dispute, or accepted for less than they were declared for */
  guint n_disputable; /* not in dispute */
  guint n_cheaper;    /* for which the right price is another than the declared amount */
  guint n_decided;
  gint64 amount_cents;
  gint64 price_cents;
} Selection;

static const PsSourceDetail *
source_of (PsDecideBar *self, PsTableRow *row)
{
  guint64 place = ps_table_row_get_id (row);
  const PsSourceDetail *source = place < self->detail->sources->len ? g_ptr_array_index (self->detail->sources, place) : NULL;

  return source != NULL && source->source.kind == PS_SOURCE_LINE ? source : NULL;
}

static void
add_line (Selection *selection, const PsSourceDetail *source)
{
  PsOverflow overflow = { FALSE };

  selection->n++;
  selection->amount_cents = ps_add (selection->amount_cents, source->amount_cents, &overflow);
  if (source->decision != PS_DECISION_NONE)
    selection->n_decided++;
  if (source->source.dispute == PS_DISPUTE_NONE)
    selection->n_disputable++;
  if (source->source.dispute != PS_DISPUTE_NONE || source->decision == PS_DECISION_ACCEPT_AT_PRICE)
    selection->n_acceptable++;
  if (source->source.price_cents == PS_NO_NUMBER)
    return;
  if (source->source.price_cents != source->amount_cents)
    selection->n_cheaper++;
  selection->price_cents = ps_add (selection->price_cents, source->source.price_cents, &overflow);
}

/* The lines among what is selected; `ids` (optional) gets theirs. */
static Selection
collect (PsDecideBar *self, GArray *ids)
{
  g_autoptr (GPtrArray) rows = self->table != NULL && self->detail != NULL ? ps_table_get_selected (self->table) : NULL;
  Selection selection = { 0 };

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PsSourceDetail *source = source_of (self, g_ptr_array_index (rows, i));

      if (source == NULL)
        continue;
      add_line (&selection, source);
      if (ids != NULL)
        g_array_append_val (ids, source->source.id);
    }
  return selection;
}

/* Showing */

static char *
describe (const Selection *selection)
{
  g_autofree char *count = ps_format_count (selection->n);
  g_autofree char *amount = ps_format_money (selection->amount_cents);

  if (selection->n == 0)
    return g_strdup (_("Select lines to decide on them (Ctrl+click, or right-click for a menu)"));
  /* Translators: a count of lines, and their amount */
  return g_strdup_printf (ngettext ("%s line selected, %s", "%s lines selected, %s", selection->n), count, amount);
}

static void
label_price (PsDecideBar *self, const Selection *selection)
{
  g_autofree char *price = ps_format_money (selection->price_cents);
  /* Translators: an amount: accept the line at that price */
  g_autofree char *label =
      selection->n_cheaper > 0 ? g_strdup_printf (_("At %s…"), price) : g_strdup (_("At the Right Price…"));

  gtk_button_set_label (GTK_BUTTON (self->at_price), label);
}

static void
enable (PsDecideBar *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (PsDecideBar *self)
{
  Selection selection = collect (self, NULL);
  gboolean writable = self->session != NULL && !ps_session_is_read_only (self->session);
  g_autofree char *text = describe (&selection);

  gtk_label_set_text (self->what, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what), text);
  label_price (self, &selection);
  enable (self, "accept", writable && selection.n_acceptable > 0);
  enable (self, "at-price", writable && selection.n_cheaper > 0);
  enable (self, "dispute", writable && selection.n_disputable > 0);
  enable (self, "take-back", writable && selection.n_decided > 0);
}

/* Deciding */

static void
decide_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PsDecideBar *self = PS_DECIDE_BAR (user_data);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const PsSettlement *settlement = self->detail != NULL ? self->detail->settlement : NULL;
  guint i = 0;

  collect (self, ids);
  while (!g_str_equal (decisions[i].action, g_action_get_name (G_ACTION (action))))
    i++;
  if (ids->len == 0 || settlement == NULL)
    g_array_unref (ids);
  else
    ps_decide_dialog_present (GTK_WIDGET (self), self->session,
                              ps_region_provider (ps_settlement_detail_region (self->detail), settlement->provider)->agb,
                              settlement->through, ids, decisions[i].decision);
}

static void
on_selection_changed_cb (PsTable *table, PsDecideBar *self)
{
  update (self);
}

/* Making and unmaking */

static void
ps_decide_bar_dispose (GObject *object)
{
  PsDecideBar *self = PS_DECIDE_BAR (object);

  self->detail = NULL;
  g_clear_weak_pointer (&self->table);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_decide_bar_parent_class)->dispose (object);
}

static void
ps_decide_bar_class_init (PsDecideBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_decide_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_button (PsDecideBar *self, guint i)
{
  g_autofree char *action = g_strdup_printf ("decide.%s", decisions[i].action);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ (decisions[i].label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, _ (decisions[i].effect));
  gtk_box_append (GTK_BOX (self->buttons), button);
  if (decisions[i].decision == PS_DECISION_ACCEPT_AT_PRICE)
    self->at_price = button;
}

static void
add_part (PsDecideBar *self, GtkWidget *part, const char *name)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), part);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (self->box), child);
}

static void
ps_decide_bar_init (PsDecideBar *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      const GActionEntry entry = { decisions[i].action, decide_activated, NULL, NULL, NULL };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "decide", G_ACTION_GROUP (self->actions));
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Decisions"), -1);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "decide-bar");
  self->what =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", WORDS_WIDTH, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->what), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->what), "numeric");
  add_part (self, GTK_WIDGET (self->what), _("What is selected"));
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    add_button (self, i);
  add_part (self, self->buttons, _("Decide on the selected lines"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Decide on the selected lines"), -1);
}

static void
make_menu (PsDecideBar *self)
{
  self->menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *action = g_strdup_printf ("decide.%s", decisions[i].action);

      g_menu_append (self->menu, _ (decisions[i].label), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self->table), "decide", G_ACTION_GROUP (self->actions));
}

/**
 * ps_decide_bar_new:
 * @table: not owned
 *
 * Returns: (transfer floating): a bar that is hidden until ps_decide_bar_show()
 */
GtkWidget *
ps_decide_bar_new (PsSession *session, PsTable *table)
{
  PsDecideBar *self;

  g_return_val_if_fail (PS_IS_SESSION (session) && PS_IS_TABLE (table), NULL);

  self = g_object_new (PS_TYPE_DECIDE_BAR, "visible", FALSE, NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->table, table);
  g_signal_connect_object (table, "selection-changed", G_CALLBACK (on_selection_changed_cb), self, 0);
  g_signal_connect_object (table, "shown-changed", G_CALLBACK (on_selection_changed_cb), self, 0);
  make_menu (self);
  update (self);
  return GTK_WIDGET (self);
}

static gboolean
has_focus (PsDecideBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
             || (self->table != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table))));
}

/* Places of sources change with the figures: what is selected is known by its lines. Those that a decision took out of the table are
 * remembered until something else is selected. */
static void
keep_selection (PsDecideBar *self)
{
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->detail == NULL)
    return;
  self->had_focus = has_focus (self);
  collect (self, now);
  if (now->len == 0 && self->kept_are_gone)
    return;
  g_clear_pointer (&self->kept, g_array_unref);
  self->kept = g_steal_pointer (&now);
}

static void
select_kept (PsDecideBar *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    g_hash_table_add (kept, &g_array_index (self->kept, gint64, i));
  for (guint i = 0; i < self->detail->sources->len; i++)
    {
      const PsSourceDetail *source = g_ptr_array_index (self->detail->sources, i);
      guint64 place = i;

      if (source->source.kind == PS_SOURCE_LINE && g_hash_table_contains (kept, &source->source.id))
        g_array_append_val (places, place);
    }
  ps_table_select_ids (self->table, places);
}

/* A button that can no longer be pressed lost the focus to whatever comes first in the window: the table is what was worked in. */
static void
return_focus (PsDecideBar *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);

  self->kept_are_gone = self->kept != NULL && self->kept->len > 0 && selected->len == 0;
  if (self->had_focus && !has_focus (self) && gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    ps_table_focus_rows (self->table);
}

static gboolean
has_lines (const PsSettlementDetail *detail)
{
  for (guint i = 0; i < detail->sources->len; i++)
    if (((const PsSourceDetail *) g_ptr_array_index (detail->sources, i))->source.kind == PS_SOURCE_LINE)
      return TRUE;
  return FALSE;
}

void
ps_decide_bar_show (PsDecideBar *self, const PsSettlementDetail *detail)
{
  gboolean any = detail != NULL && detail->stored == NULL && has_lines (detail);

  g_return_if_fail (PS_IS_DECIDE_BAR (self));

  keep_selection (self);
  self->detail = any ? detail : NULL;
  if (self->table != NULL)
    ps_table_set_row_menu (self->table, any ? G_MENU_MODEL (self->menu) : NULL);
  if (any && self->table != NULL)
    select_kept (self);
  /* Other rows are about to be shown: hidden meanwhile, it would lose the focus. */
  if (detail != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), any);
  update (self);
  if (any && self->table != NULL)
    return_focus (self);
}
