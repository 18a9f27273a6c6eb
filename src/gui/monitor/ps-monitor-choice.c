/* ps-monitor-choice.c: a drop-down of things of the region, the first of which is all of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-monitor-choice"

#include "ps-monitor-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/ps-drop-down.h"

#define CHOICES_TO_SEARCH_IN 12 /* more than fit in sight are easier typed than scrolled to */
#define MOST_CHARS 15           /* of what is chosen; the list shows all of it */

struct _PsMonitorChoice
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  char *name;
  char *all;
  GPtrArray *codes; /* of the items after the first; as the next two */
  GPtrArray *labels;
  GPtrArray *said;
  char *chosen; /* NULL: all */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsMonitorChoice, ps_monitor_choice, ADW_TYPE_BIN)

/* The button is no wider than it must be; the list has room. */

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Keeps the list's own factory: that one ticks what is chosen. */
static void
set_factory (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) full = g_object_ref (gtk_drop_down_get_factory (drop_down));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, full);
  gtk_drop_down_set_factory (drop_down, factory);
}

/* All of it where the button has no room. */
static void
show_tooltip (PsMonitorChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const char *chosen = selected < self->labels->len ? g_ptr_array_index (self->labels, selected) : self->all;
  /* Translators: what is chosen from, and what is: "Municipality: Venlo" */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), self->name, chosen);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), text);
}

/* Choosing */

static guint
find (PsMonitorChoice *self, const char *code)
{
  for (guint i = 0; code != NULL && i < self->codes->len; i++)
    if (strcmp (g_ptr_array_index (self->codes, i), code) == 0)
      return i + 1;
  return 0;
}

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsMonitorChoice *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || selected > self->codes->len)
    return;
  show_tooltip (self);
  g_free (self->chosen);
  self->chosen = selected > 0 ? g_strdup (g_ptr_array_index (self->codes, selected - 1)) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
ps_monitor_choice_get (PsMonitorChoice *self)
{
  return self->chosen;
}

const char *
ps_monitor_choice_get_said (PsMonitorChoice *self)
{
  guint place = find (self, self->chosen);

  return place > 0 ? g_ptr_array_index (self->said, place - 1) : NULL;
}

gboolean
ps_monitor_choice_choose (PsMonitorChoice *self, const char *code)
{
  guint place = find (self, code);
  g_autofree char *chosen = g_strdup (code);

  if (code != NULL && place == 0)
    return FALSE;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop_down, place);
  self->filling = FALSE;
  show_tooltip (self);
  g_free (self->chosen);
  self->chosen = g_steal_pointer (&chosen);
  return TRUE;
}

/* Filling */

void
ps_monitor_choice_begin (PsMonitorChoice *self)
{
  self->filling = TRUE;
  g_ptr_array_set_size (self->codes, 0);
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->said, 0);
  g_ptr_array_add (self->labels, g_strdup (self->all));
}

void
ps_monitor_choice_add (PsMonitorChoice *self, const char *code, const char *label, const char *said)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->labels, g_strdup (label));
  g_ptr_array_add (self->said, g_strdup (said));
}

static gboolean
lists (GListModel *model, GPtrArray *labels)
{
  if (g_list_model_get_n_items (model) != labels->len)
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (labels, i)) != 0)
      return FALSE;
  return TRUE;
}

/* A list that is the same is not made anew: it may be open. */
void
ps_monitor_choice_end (PsMonitorChoice *self)
{
  GListModel *model = gtk_drop_down_get_model (self->drop_down);

  if (!lists (model, self->labels))
    {
      g_autofree const char **labels = g_new0 (const char *, self->labels->len + 1);

      for (guint i = 0; i < self->labels->len; i++)
        labels[i] = g_ptr_array_index (self->labels, i);
      gtk_string_list_splice (GTK_STRING_LIST (model), 0, g_list_model_get_n_items (model), labels);
    }
  gtk_drop_down_set_enable_search (self->drop_down, self->codes->len > CHOICES_TO_SEARCH_IN);
  if (!ps_monitor_choice_choose (self, self->chosen))
    ps_monitor_choice_choose (self, NULL);
  self->filling = FALSE;
}

/* Making and unmaking */

static void
ps_monitor_choice_finalize (GObject *object)
{
  PsMonitorChoice *self = PS_MONITOR_CHOICE (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->said);
  g_free (self->chosen);
  g_free (self->all);
  g_free (self->name);
  G_OBJECT_CLASS (ps_monitor_choice_parent_class)->finalize (object);
}

static void
ps_monitor_choice_class_init (PsMonitorChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ps_monitor_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_MONITOR_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_monitor_choice_init (PsMonitorChoice *self)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), expression);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->said = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  set_factory (self->drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), drop_down);
}

GtkWidget *
ps_monitor_choice_new (const char *name, const char *all)
{
  PsMonitorChoice *self = g_object_new (PS_TYPE_MONITOR_CHOICE, NULL);

  self->name = g_strdup (name);
  self->all = g_strdup (all);
  ps_monitor_choice_begin (self);
  ps_monitor_choice_end (self);
  ps_drop_down_set_name (self->drop_down, name);
  return GTK_WIDGET (self);
}
