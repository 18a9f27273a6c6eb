/* ps-what-if-controls.c: what is asked: another scheme, other ceilings, another scope of exchange, key or measuring
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-what-if"

#include "ps-what-if-controls.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-titled-field.h"
#include "gui/ps-value-entry.h"
#include "ps-what-if-ceilings.h"

#define MOST_BP (100 * PS_FULL_BP)
#define N_FIXED_SCHEMES 2 /* as it is, none */

struct _PsWhatIfControls
{
  GtkWidget parent;

  PsWhatIfBase *base; /* borrowed; NULL: none yet */
  gboolean showing;   /* the controls are being set: that is nothing that was asked */
  gboolean has_lines; /* the lines were shown with what was settled */
  gboolean is_wrong;  /* the share is not understood */

  GtkWidget *box;
  GtkWidget *fields; /* GtkFlowBox */
  GtkDropDown *scheme;
  GtkDropDown *exchange;
  GtkDropDown *key;
  GtkDropDown *measuring;
  PsValueEntry *share;
  PsWhatIfCeilings *ceilings;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsWhatIfControls, ps_what_if_controls, GTK_TYPE_WIDGET)

/* What is asked */

static int
get_share (PsWhatIfControls *self)
{
  gint64 share = ps_value_entry_get_number (self->share);

  return share == PS_NO_NUMBER ? PS_FULL_BP : (int) share;
}

static guint
get_scheme (PsWhatIfControls *self)
{
  guint selected = gtk_drop_down_get_selected (self->scheme);

  if (selected == 1)
    return PS_WHAT_IF_NO_SCHEME;
  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? PS_WHAT_IF_SAME : selected - N_FIXED_SCHEMES;
}

void
ps_what_if_controls_get (PsWhatIfControls *self, PsWhatIf *what_if)
{
  g_return_if_fail (PS_IS_WHAT_IF_CONTROLS (self));

  ps_what_if_init (what_if);
  what_if->scheme = get_scheme (self);
  what_if->exchange = (PsExchange) gtk_drop_down_get_selected (self->exchange);
  what_if->key = (PsDivisionKey) gtk_drop_down_get_selected (self->key);
  what_if->measuring = (PsPlaceMeasuring) gtk_drop_down_get_selected (self->measuring);
  what_if->ceilings_bp = get_share (self);
  what_if->ceilings = ps_what_if_ceilings_get (self->ceilings);
}

static void
on_changed_cb (PsWhatIfControls *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_share_given_cb (PsWhatIfControls *self)
{
  if (self->showing || !ps_value_entry_is_valid (self->share))
    return;
  if (self->base != NULL)
    ps_what_if_ceilings_show (self->ceilings, self->base, get_share (self));
  on_changed_cb (self);
}

/* What is typed is right or wrong with a key already; the value itself is given later. */
static void
on_share_typed_cb (PsWhatIfControls *self)
{
  gboolean is_wrong = !ps_value_entry_is_valid (self->share);

  /* What is wrong may be something else with each key. */
  if (!is_wrong && !self->is_wrong)
    return;
  self->is_wrong = is_wrong;
  on_changed_cb (self);
}

char *
ps_what_if_controls_get_problem (PsWhatIfControls *self)
{
  g_return_val_if_fail (PS_IS_WHAT_IF_CONTROLS (self), NULL);

  if (!ps_value_entry_is_valid (self->share))
    return g_strdup_printf ("%s: %s", _("Ceilings"), ps_value_entry_get_problem (self->share));
  return ps_what_if_ceilings_get_problem (self->ceilings);
}

/* Showing */

static char *
selected_text (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

/* The scheme that was asked stays where there is still one of that name. */
static void
show_schemes (PsWhatIfControls *self, const PsRegion *region)
{
  guint selected = gtk_drop_down_get_selected (self->scheme);
  g_autofree char *asked =
      selected != GTK_INVALID_LIST_POSITION && selected >= N_FIXED_SCHEMES ? selected_text (self->scheme) : NULL;
  GtkStringList *list = gtk_string_list_new (NULL);

  if (selected == GTK_INVALID_LIST_POSITION || selected >= N_FIXED_SCHEMES)
    selected = 0;
  gtk_string_list_append (list, C_("what if", "As it is"));
  gtk_string_list_append (list, C_("what if", "No scheme"));
  for (guint i = 0; i < region->schemes->len; i++)
    {
      const char *name = ps_region_scheme (region, i)->name;

      gtk_string_list_append (list, name);
      if (g_strcmp0 (name, asked) == 0)
        selected = i + N_FIXED_SCHEMES;
    }
  gtk_drop_down_set_model (self->scheme, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->scheme, selected);
  g_object_unref (list);
}

/**
 * ps_what_if_controls_set_base:
 *
 * May be told again when it knows more: lines that were produced beside the agreement are those of what was settled.
 */
void
ps_what_if_controls_set_base (PsWhatIfControls *self, PsWhatIfBase *base)
{
  gboolean settled;

  g_return_if_fail (PS_IS_WHAT_IF_CONTROLS (self));

  settled = base != NULL && ps_what_if_base_get_settlement (base) != NULL;
  if (base == self->base && settled == self->has_lines)
    return;
  self->base = base;
  self->has_lines = settled;
  if (base == NULL)
    return;
  self->showing = TRUE;
  show_schemes (self, ps_what_if_base_get_region (base));
  gtk_widget_set_sensitive (GTK_WIDGET (self->share), ps_what_if_base_get_agreement (base) != NULL);
  ps_what_if_ceilings_show (self->ceilings, base, get_share (self));
  self->showing = FALSE;
}

void
ps_what_if_controls_reset (PsWhatIfControls *self)
{
  g_return_if_fail (PS_IS_WHAT_IF_CONTROLS (self));

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->scheme, 0);
  gtk_drop_down_set_selected (self->exchange, 0);
  gtk_drop_down_set_selected (self->key, 0);
  gtk_drop_down_set_selected (self->measuring, 0);
  ps_value_entry_set_number (self->share, PS_FULL_BP);
  self->is_wrong = FALSE;
  ps_what_if_ceilings_reset (self->ceilings);
  if (self->base != NULL)
    ps_what_if_ceilings_show (self->ceilings, self->base, PS_FULL_BP);
  self->showing = FALSE;
  on_changed_cb (self);
}

/* Making */

static GtkDropDown *
add_drop_down (PsWhatIfControls *self, const char *title, GtkStringList *list)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);

  ps_drop_down_set_name (GTK_DROP_DOWN (drop_down), title);
  ps_titled_field_add (GTK_FLOW_BOX (self->fields), title, drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

/* "As it is", then the words in the order of their numbers, which begin with 1. */
static GtkDropDown *
add_choice (PsWhatIfControls *self, const char *title, PsWords words, int last)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_("what if", "As it is"));
  for (int i = 1; i <= last; i++)
    gtk_string_list_append (list, ps_words_label (words, i));
  return add_drop_down (self, title, list);
}

static void
add_share (PsWhatIfControls *self)
{
  self->share = PS_VALUE_ENTRY (ps_value_entry_new (PS_ENTRY_PERCENT, _("Ceilings, as a percentage of those agreed"), FALSE));
  ps_value_entry_set_range (self->share, 0, MOST_BP);
  ps_value_entry_set_hint (self->share, _("percent of those agreed"));
  ps_value_entry_set_number (self->share, PS_FULL_BP);
  ps_titled_field_add (GTK_FLOW_BOX (self->fields), _("Ceilings"), GTK_WIDGET (self->share));
  g_signal_connect_object (self->share, "value-changed", G_CALLBACK (on_share_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->share, "value-given", G_CALLBACK (on_share_given_cb), self, G_CONNECT_SWAPPED);
}

static void
add_ceilings (PsWhatIfControls *self)
{
  GtkWidget *expander = gtk_expander_new (_("Ceilings per line"));

  self->ceilings = PS_WHAT_IF_CEILINGS (ps_what_if_ceilings_new ());
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (self->ceilings));
  gtk_box_append (GTK_BOX (self->box), expander);
  g_signal_connect_object (self->ceilings, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
ps_what_if_controls_dispose (GObject *object)
{
  PsWhatIfControls *self = PS_WHAT_IF_CONTROLS (object);

  self->base = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_what_if_controls_parent_class)->dispose (object);
}

static gboolean
ps_what_if_controls_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PS_WHAT_IF_CONTROLS (widget)->scheme));
}

static void
ps_what_if_controls_class_init (PsWhatIfControlsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_what_if_controls_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = ps_what_if_controls_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_WHAT_IF_CONTROLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_what_if_controls_init (PsWhatIfControls *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->fields = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->fields), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->fields), 3);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->fields), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->fields), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What if"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What if"), -1);
  gtk_widget_add_css_class (self->box, "what-if");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->fields);
  self->scheme = add_drop_down (self, _("Incentive scheme"), gtk_string_list_new (NULL));
  add_share (self);
  self->exchange = add_choice (self, _("Scope of exchange"), PS_WORDS_EXCHANGE, PS_EXCHANGE_LINE);
  self->key = add_choice (self, _("Deduction divided by"), PS_WORDS_DIVISION_KEY, PS_KEY_OVERRUN);
  self->measuring = add_choice (self, _("Places measured"), PS_WORDS_PLACE_MEASURING, PS_PLACES_MEASURED);
  add_ceilings (self);
}

GtkWidget *
ps_what_if_controls_new (void)
{
  return g_object_new (PS_TYPE_WHAT_IF_CONTROLS, NULL);
}
