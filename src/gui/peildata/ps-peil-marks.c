/* ps-peil-marks.c: the values of a peildatum that ask for a look, each with why and what can be done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-marks"

#include "ps-peil-marks.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* More than are looked at one after the other: the grid shows them all by its filter. */
#define MAX_SHOWN 25
#define MAX_HEIGHT 112

struct _PsPeilMarks
{
  GtkWidget parent;

  GtkWidget *expander;
  GtkLabel *title;
  GtkBox *list;
};

enum
{
  TAKE,
  EXPLAIN,
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsPeilMarks, ps_peil_marks, GTK_TYPE_WIDGET)

/* One value */

typedef struct
{
  PsPeilMarks *marks; /* borrowed: it has the button */
  guint row;
  PsMeasure measure;
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

  g_signal_emit (doing->marks, signals[doing->signal], 0, doing->row, (int) doing->measure);
}

static GtkWidget *
make_button (PsPeilMarks *self, const char *label, const char *name, guint row, PsMeasure measure, guint signal)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Doing *doing = g_new (Doing, 1);
  /* Translators: what a button does, and to which value: "Take 13,04: Groep Peelrand, 41L23, Venlo, places" */
  g_autofree char *whole = g_strdup_printf (_("%s: %s"), label, name);

  *doing = (Doing){ self, row, measure, signal };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked_cb), doing, doing_free, 0);
  return button;
}

/* Its name is a button that shows where it is. */
static GtkWidget *
make_name (PsPeilMarks *self, PsPeilBook *book, guint row, PsMeasure measure, const char *name)
{
  const PsPeilRow *there = &g_array_index (ps_peil_book_get_sheet (book)->rows, PsPeilRow, row);
  g_autofree char *value = ps_measure_format (measure, there->entered[measure]);
  /* Translators: what was measured, and the value: "Groep Peelrand, 41L23, Venlo, places: 17,10" */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, value);
  GtkWidget *button = make_button (self, text, _("show it"), row, measure, SHOWN);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                                   (const char *[]){ "numeric", NULL }, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _("Show where it is"));
  return button;
}

static GtkWidget *
make_mark (PsPeilMarks *self, PsPeilBook *book, guint row, PsMeasure measure, gboolean editable)
{
  const PsPeilSheet *sheet = ps_peil_book_get_sheet (book);
  const PsPeilRow *there = &g_array_index (sheet->rows, PsPeilRow, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = ps_peil_book_name_cell (book, row, measure);
  g_autofree char *why = NULL;
  GtkWidget *label, *icon;

  ps_peil_row_deviation (sheet, there, measure, &why);
  icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  label = g_object_new (GTK_TYPE_LABEL, "label", why, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_name (self, book, row, measure, name));
  gtk_box_append (GTK_BOX (box), label);
  if (editable && there->computed[measure] != PS_NO_NUMBER)
    {
      g_autofree char *value = ps_measure_format (measure, there->computed[measure]);
      /* Translators: the value that was computed */
      g_autofree char *take = g_strdup_printf (_("Take %s"), value);

      gtk_box_append (GTK_BOX (box), make_button (self, take, name, row, measure, TAKE));
    }
  if (editable)
    gtk_box_append (GTK_BOX (box), make_button (self, _("Right, Because…"), name, row, measure, EXPLAIN));
  gtk_widget_add_css_class (box, "mark-row");
  return box;
}

/* All */

static void
fill (PsPeilMarks *self, PsPeilBook *book, gboolean editable)
{
  const PsPeilSheet *sheet = ps_peil_book_get_sheet (book);
  guint n = 0, n_marked = ps_peil_book_get_n_marked (book);

  for (guint row = 0; row < sheet->rows->len && n < MAX_SHOWN; row++)
    for (PsMeasure measure = 0; measure < PS_N_MEASURES && n < MAX_SHOWN; measure++)
      if (ps_peil_book_is_marked (book, row, measure))
        {
          gtk_box_append (self->list, make_mark (self, book, row, measure, editable));
          n++;
        }
  if (n_marked > n)
    {
      g_autofree char *count = ps_format_count (n_marked - n);
      g_autofree char *more = g_strdup_printf (
          ngettext ("And %s more: “Marked” shows it in the grid.", "And %s more: “Marked” shows them in the grid.", n_marked - n),
          count);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", more, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (label, "secondary");
      gtk_widget_add_css_class (label, "mark-row");
      gtk_box_append (self->list, label);
    }
}

void
ps_peil_marks_show (PsPeilMarks *self, PsPeilBook *book, gboolean editable)
{
  guint n_marked = ps_peil_book_get_n_marked (book);
  g_autofree char *count = ps_format_count (n_marked);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%s marked value: stored, but it asks for a look", "%s marked values: stored, but they ask for a look", n_marked),
      count);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  gtk_widget_set_visible (GTK_WIDGET (self), n_marked > 0);
  gtk_label_set_label (self->title, title);
  if (n_marked > 0)
    fill (self, book, editable);
}

/* Making and unmaking */

static void
ps_peil_marks_dispose (GObject *object)
{
  PsPeilMarks *self = PS_PEIL_MARKS (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_peil_marks_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, PS_TYPE_PEIL_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
ps_peil_marks_class_init (PsPeilMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_peil_marks_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[TAKE] = new_signal ("take");
  signals[EXPLAIN] = new_signal ("explain");
  signals[SHOWN] = new_signal ("shown");
}

static void
ps_peil_marks_init (PsPeilMarks *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                MAX_HEIGHT, "focusable", FALSE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), GTK_WIDGET (self->title));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scrolled);
  gtk_widget_add_css_class (self->expander, "marks");
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
}

GtkWidget *
ps_peil_marks_new (void)
{
  return g_object_new (PS_TYPE_PEIL_MARKS, "visible", FALSE, NULL);
}
