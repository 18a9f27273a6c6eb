/* ps-peil-refusals.c: what was typed and not saved, with both values, until it is chosen what becomes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-refusals"

#include "ps-peil-refusals.h"

#include <glib/gi18n-lib.h>

/* Of a block, as many cells are named. */
#define MAX_NAMED 3
#define MAX_SHOWN 4

struct _PsPeilRefusals
{
  GtkWidget parent;

  GtkBox *list;
};

enum
{
  KEEP,
  PUT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsPeilRefusals, ps_peil_refusals, GTK_TYPE_WIDGET)

/* Words */

static char *
format_value (PsMeasure measure, gint64 value)
{
  return value == PS_NO_NUMBER ? g_strdup (C_("value", "nothing")) : ps_measure_format (measure, value);
}

static char *
describe_cell (PsPeilBook *book, const PsPeilEdit *edit, const PsCellChange *cell, guint row)
{
  g_autofree char *name = ps_peil_book_name_cell (book, row, cell->measure);
  g_autofree char *mine = format_value (cell->measure, cell->after);
  g_autofree char *there = format_value (cell->measure, ps_peil_book_stored (book, row, cell->measure));

  if (edit->state == PS_EDIT_FAILED)
    /* Translators: which cell, the value that was typed, the value that is in the file */
    return g_strdup_printf (_("%s: %s was typed, %s is stored."), name, mine, there);
  if (!edit->known)
    /* Translators: which cell, the value that was typed */
    return g_strdup_printf (_("%s: %s was typed; somebody else changed it meanwhile."), name, mine);
  /* Translators: which cell, the value that was typed, the value that somebody else gave */
  return g_strdup_printf (_("%s: %s was typed, somebody else made it %s meanwhile."), name, mine, there);
}

/* Cells of a block that nobody else changed are not in question. */
static gboolean
is_in_question (PsPeilBook *book, const PsPeilEdit *edit, const PsCellChange *cell, guint row)
{
  return edit->state == PS_EDIT_FAILED || !edit->known || ps_peil_book_stored (book, row, cell->measure) != cell->before;
}

/* Takes the text. A label of its own a line: GTK measures wrapped lines better than broken ones. */
static void
add_line (GtkBox *lines, char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (lines, label);
  g_free (text);
}

static GtkWidget *
describe (PsPeilBook *book, const PsPeilEdit *edit)
{
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  guint n = 0;

  for (guint i = 0; i < edit->cells->len; i++)
    {
      const PsCellChange *cell = &g_array_index (edit->cells, PsCellChange, i);
      PsPeilKeys keys = { cell->provider_id, cell->product_id, cell->municipality_id };
      guint row;

      if (ps_peil_book_find (book, &keys, &row) && is_in_question (book, edit, cell, row) && n++ < MAX_NAMED)
        add_line (lines, describe_cell (book, edit, cell, row));
    }
  if (n > MAX_NAMED)
    add_line (lines, g_strdup_printf (ngettext ("And %u more value.", "And %u more values.", n - MAX_NAMED), n - MAX_NAMED));
  /* Nothing of it is different any more: it can be saved as it is. */
  if (edit->state == PS_EDIT_FAILED || n == 0)
    add_line (lines, g_strdup (edit->why));
  gtk_widget_set_hexpand (GTK_WIDGET (lines), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (lines), GTK_ALIGN_CENTER);
  return GTK_WIDGET (lines);
}

/* One refusal */

typedef struct
{
  PsPeilRefusals *refusals; /* borrowed: it has the button */
  PsPeilEdit *edit;         /* borrowed: shown anew before it is gone */
  guint signal;
} Doing;

static void
doing_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_clicked_cb (GtkButton *button, gpointer user_data)
{
  const Doing *doing = user_data;

  /* Once: the edit may be gone after it. */
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (button)), FALSE);
  g_signal_emit (doing->refusals, signals[doing->signal], 0, doing->edit);
}

static GtkWidget *
make_button (PsPeilRefusals *self, PsPeilEdit *edit, const char *label, guint signal)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Doing *doing = g_new (Doing, 1);

  *doing = (Doing){ self, edit, signal };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, edit->known);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked_cb), doing, doing_free, 0);
  return button;
}

static GtkWidget *
make_refusal (PsPeilRefusals *self, PsPeilBook *book, PsPeilEdit *edit)
{
  gboolean conflict = edit->state == PS_EDIT_CONFLICT;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), describe (book, edit));
  gtk_box_append (GTK_BOX (box), make_button (self, edit, conflict ? _("Keep Mine") : _("Try Again"), KEEP));
  gtk_box_append (GTK_BOX (box), make_button (self, edit, conflict ? _("Take Theirs") : _("Put Back"), PUT_BACK));
  return box;
}

void
ps_peil_refusals_show (PsPeilRefusals *self, PsPeilBook *book)
{
  g_autoptr (GPtrArray) refusals = ps_peil_book_refusals (book);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < refusals->len && i < MAX_SHOWN; i++)
    gtk_box_append (self->list, make_refusal (self, book, g_ptr_array_index (refusals, i)));
  if (refusals->len > MAX_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("And %u more that is not saved.", "And %u more that are not saved.", refusals->len - MAX_SHOWN),
          refusals->len - MAX_SHOWN);

      gtk_box_append (self->list, g_object_new (GTK_TYPE_LABEL, "label", more, "xalign", 0.0, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), refusals->len > 0);
}

/* Making and unmaking */

static void
ps_peil_refusals_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_peil_refusals_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, PS_TYPE_PEIL_REFUSALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ps_peil_refusals_class_init (PsPeilRefusalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_peil_refusals_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[KEEP] = new_signal ("keep");
  signals[PUT_BACK] = new_signal ("put-back");
}

static void
ps_peil_refusals_init (PsPeilRefusals *self)
{
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not saved"), -1);
}

GtkWidget *
ps_peil_refusals_new (void)
{
  return g_object_new (PS_TYPE_PEIL_REFUSALS, "visible", FALSE, NULL);
}
