/* ps-letter-preview.c: the pages of a letter as they would print
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-preview"

#include "ps-letter-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/ps-look.h"
#include "ps-letter-sheet.h"
#include "ps-pane-layout.h"

#define PAPER_WIDTH 794 /* of A4 at 96 to the inch: no page is shown larger than it is */

struct _PsLetterPreview
{
  GtkWidget parent;

  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *pages;
  GtkLabel *problem;
  GtkLabel *note;
  char *text;
};

G_DEFINE_FINAL_TYPE (PsLetterPreview, ps_letter_preview, GTK_TYPE_WIDGET)

static void
remove_pages (PsLetterPreview *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_box_remove (GTK_BOX (self->pages), page);
}

guint
ps_letter_preview_get_n_pages (PsLetterPreview *self)
{
  guint n = 0;

  g_return_val_if_fail (PS_IS_LETTER_PREVIEW (self), 0);

  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    n++;
  return n;
}

const char *
ps_letter_preview_get_text (PsLetterPreview *self)
{
  g_return_val_if_fail (PS_IS_LETTER_PREVIEW (self), NULL);

  return self->text != NULL ? self->text : "";
}

const char *
ps_letter_preview_get_problem (PsLetterPreview *self)
{
  g_return_val_if_fail (PS_IS_LETTER_PREVIEW (self), NULL);

  return gtk_label_get_label (self->problem);
}

/* The reader stays where he was, as the text grows beside it. */
static void
put_pages (PsLetterPreview *self, GPtrArray *pages)
{
  GtkAdjustment *scrolling = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gboolean keep = ps_letter_preview_get_n_pages (self) == pages->len;
  double value = gtk_adjustment_get_value (scrolling);

  remove_pages (self);
  for (guint i = 0; i < pages->len; i++)
    gtk_box_append (GTK_BOX (self->pages), ps_letter_sheet_new (g_ptr_array_index (pages, i)));
  gtk_adjustment_set_value (scrolling, keep ? value : 0);
}

void
ps_letter_preview_set_pages (PsLetterPreview *self, GPtrArray *pages, const char *text)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PS_IS_LETTER_PREVIEW (self));
  g_return_if_fail (pages != NULL);

  put_pages (self, pages);
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_label (self->problem, "");
  /* Translators: what a screen reader says of the pages */
  name = g_strdup_printf (ngettext ("The letter, %u page", "The letter, %u pages", pages->len), pages->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
}

void
ps_letter_preview_set_problem (PsLetterPreview *self, const char *problem)
{
  g_return_if_fail (PS_IS_LETTER_PREVIEW (self));
  g_return_if_fail (problem != NULL);

  remove_pages (self);
  g_clear_pointer (&self->text, g_free);
  gtk_label_set_label (self->problem, problem);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

void
ps_letter_preview_set_note (PsLetterPreview *self, const char *note)
{
  g_return_if_fail (PS_IS_LETTER_PREVIEW (self));
  g_return_if_fail (note != NULL);

  remove_pages (self);
  g_clear_pointer (&self->text, g_free);
  gtk_label_set_label (self->problem, "");
  gtk_label_set_label (self->note, note);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "note");
}

/* Making and unmaking */

static GtkWidget *
make_pages (PsLetterPreview *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->pages = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "focusable", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_add_css_class (self->pages, "letter-pages");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAPER_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PAPER_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->pages);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  /* The pages take the focus, and scroll with its keys. */
  gtk_widget_set_focusable (self->scrolled, FALSE);
  return self->scrolled;
}

static GtkWidget *
make_problem (PsLetterPreview *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 12, "valign", GTK_ALIGN_START, "halign", GTK_ALIGN_CENTER,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "peilstok-problem-symbolic", "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->problem = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "selectable", TRUE, "max-width-chars", 52, NULL);
  gtk_box_append (GTK_BOX (words), g_object_new (GTK_TYPE_LABEL, "label", _("It cannot be printed like this"), "xalign", 0.0,
                                                 "wrap", TRUE, "css-classes", (const char *[]){ "heading", NULL }, NULL));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "problem");
  gtk_widget_add_css_class (box, "letter-problem");
  return box;
}

static void
ps_letter_preview_dispose (GObject *object)
{
  g_clear_pointer (&PS_LETTER_PREVIEW (object)->stack, gtk_widget_unparent);
  g_clear_pointer (&PS_LETTER_PREVIEW (object)->text, g_free);
  G_OBJECT_CLASS (ps_letter_preview_parent_class)->dispose (object);
}

static void
ps_letter_preview_class_init (PsLetterPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_letter_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PS_TYPE_PANE_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "letterpreview");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  ps_look_load ("/org/peilstok/Peilstok/ui/ps-letter.css");
}

static void
ps_letter_preview_init (PsLetterPreview *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), make_pages (self), "pages");
  gtk_stack_add_named (GTK_STACK (self->stack), make_problem (self), "problem");
  self->note = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "valign", GTK_ALIGN_START, "max-width-chars", 52,
                             "css-classes", (const char *[]){ "secondary", NULL }, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->note), "note");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("As it prints"), -1);
}

GtkWidget *
ps_letter_preview_new (void)
{
  return g_object_new (PS_TYPE_LETTER_PREVIEW, NULL);
}
