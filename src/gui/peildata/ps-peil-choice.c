/* ps-peil-choice.c: a button with a list of which several can be ticked: none ticked is all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-choice"

#include "ps-peil-choice.h"

#include <glib/gi18n-lib.h>

#define MAX_CHARS 24
#define MAX_HEIGHT 360

struct _PsPeilChoice
{
  GtkWidget parent;

  GtkWidget *button;
  GtkLabel *label;
  GtkBox *list;
  GtkWidget *all;
  char *title;
  GHashTable *ticked; /* gint64 of its own */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsPeilChoice, ps_peil_choice, GTK_TYPE_WIDGET)

static gint64
id_of (GtkWidget *check)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (check), "peilstok-id");
}

/* "Municipality: Bergen (L.), Venlo" */
static void
show_label (PsPeilChoice *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", gtk_check_button_get_label (GTK_CHECK_BUTTON (child)));
  if (text->len == 0)
    g_string_append (text, C_("choice", "all"));
  /* Translators: what is chosen from, and what is: "Municipality: Venlo" */
  label = g_strdup_printf (_("%s: %s"), self->title, text->str);
  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (self->all, g_hash_table_size (self->ticked) > 0);
}

static void
on_toggled_cb (GtkCheckButton *check, PsPeilChoice *self)
{
  gint64 id = id_of (GTK_WIDGET (check));

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ticked, &id);
  show_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
find_check (PsPeilChoice *self, gint64 id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (id_of (child) == id)
      return child;
  return NULL;
}

void
ps_peil_choice_begin (PsPeilChoice *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
}

void
ps_peil_choice_add (PsPeilChoice *self, gint64 id, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "peilstok-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->ticked, &id));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_box_append (self->list, check);
}

/* What is not there any more cannot be ticked. */
static gboolean
is_gone (gpointer key, gpointer value, gpointer self)
{
  return find_check (self, *(gint64 *) key) == NULL;
}

void
ps_peil_choice_end (PsPeilChoice *self)
{
  g_hash_table_foreach_remove (self->ticked, is_gone, self);
  self->filling = FALSE;
  show_label (self);
}

gboolean
ps_peil_choice_has (PsPeilChoice *self, gint64 id)
{
  return g_hash_table_size (self->ticked) == 0 || g_hash_table_contains (self->ticked, &id);
}

void
ps_peil_choice_tick (PsPeilChoice *self, gint64 id, gboolean ticked)
{
  GtkWidget *check = find_check (self, id);

  if (check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
}

void
ps_peil_choice_clear (PsPeilChoice *self)
{
  if (g_hash_table_size (self->ticked) == 0)
    return;
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), FALSE);
  g_hash_table_remove_all (self->ticked);
  self->filling = FALSE;
  show_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Making and unmaking */

static void
ps_peil_choice_dispose (GObject *object)
{
  PsPeilChoice *self = PS_PEIL_CHOICE (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (ps_peil_choice_parent_class)->dispose (object);
}

static void
ps_peil_choice_class_init (PsPeilChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_peil_choice_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_PEIL_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_popover (PsPeilChoice *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->all = gtk_button_new_with_label (_("Show All"));
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (ps_peil_choice_clear), self);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                MAX_HEIGHT, "focusable", FALSE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
ps_peil_choice_init (PsPeilChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", MAX_CHARS, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ps_peil_choice_new (const char *title)
{
  PsPeilChoice *self = g_object_new (PS_TYPE_PEIL_CHOICE, NULL);

  self->title = g_strdup (title);
  show_label (self);
  return GTK_WIDGET (self);
}
