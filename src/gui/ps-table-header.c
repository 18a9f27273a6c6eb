/* ps-table-header.c: the headers that sort a table, and the totals below it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-region.h"
#include "ps-table-private.h"

static float
alignment (const PsColumn *column)
{
  return ps_column_is_number (column) ? 1.0f : 0.0f;
}

static void
on_header_clicked_cb (GtkButton *button, PsTable *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));
  gboolean again = self->sort.column == column;

  ps_table_apply_sort (self, column, again && !self->sort.descending);
}

/* Parted at the space that makes the longer line shortest; a title of one word stays as it is. */
static char *
on_two_lines (const char *title)
{
  char *text = g_strdup (title);
  gsize length = strlen (text), longest = length;
  char *best = NULL;

  for (char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      gsize before = (gsize) (space - text), longer = MAX (before, length - before - 1);

      if (longer < longest)
        {
          longest = longer;
          best = space;
        }
    }
  if (best != NULL)
    *best = '\n';
  return text;
}

/* A button to assistive technology too: what GTK 4.8 makes of a column header has no name there and cannot be pressed. */
static GtkWidget *
make_header (PsTable *self, guint column)
{
  const PsColumn *about = &self->columns[column];
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *title = about->two_lines ? on_two_lines (about->title) : g_strdup (about->title);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *indicator = gtk_image_new ();

  if (about->cut_title)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, about->title);
    }
  gtk_label_set_justify (GTK_LABEL (label), ps_column_is_number (about) ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_halign (box, ps_column_is_number (about) ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  if (ps_column_is_number (about))
    gtk_box_prepend (GTK_BOX (box), indicator);
  else
    gtk_box_append (GTK_BOX (box), indicator);
  gtk_image_set_pixel_size (GTK_IMAGE (indicator), 12);
  gtk_widget_set_visible (indicator, FALSE);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, about->title, -1);
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (button), "indicator", indicator);
  g_object_set_data (G_OBJECT (button), "title", label);
  g_signal_connect (button, "clicked", G_CALLBACK (on_header_clicked_cb), self);
  return button;
}

void
ps_table_fill_header (PsTable *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  for (guint i = 0; i < self->n_columns; i++)
    ps_table_strip_set_child (self->header, i, make_header (self, i));
}

static void
update_one_header (PsTable *self, guint column)
{
  GtkWidget *button = ps_table_strip_get_child (self->header, column);
  GtkWidget *indicator = g_object_get_data (G_OBJECT (button), "indicator");
  gboolean sorted = self->sort.column == column;
  gboolean down = self->sort.descending;
  const char *said = !sorted ? _("Sorts by this column") : down ? _("Sorted, highest first") : _("Sorted, lowest first");

  gtk_widget_set_visible (indicator, sorted);
  if (sorted)
    gtk_image_set_from_icon_name (GTK_IMAGE (indicator), down ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_SORT,
                                  !sorted ? GTK_ACCESSIBLE_SORT_NONE
                                  : down  ? GTK_ACCESSIBLE_SORT_DESCENDING
                                          : GTK_ACCESSIBLE_SORT_ASCENDING,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

/* Shows which column the rows are sorted by. */
void
ps_table_update_header (PsTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    update_one_header (self, i);
  ps_table_strip_set_home (self->header, self->sort.column == PS_NONE ? 0 : self->sort.column);
}

/**
 * ps_table_show_title:
 * @title: (nullable): what stands above the column, of the rows that there are now; NULL: its own title
 * @tip: (nullable): how the column is read, a tooltip
 *
 * Copies, exports and screen readers keep to the column's own title.
 */
void
ps_table_show_title (PsTable *self, guint column, const char *title, const char *tip)
{
  GtkWidget *button;

  g_return_if_fail (PS_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  button = ps_table_strip_get_child (self->header, column);
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "title"), title != NULL ? title : self->columns[column].title);
  gtk_widget_set_tooltip_text (button, tip);
  ps_table_update_widths (self);
}

static GtkWidget *
make_total (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* The first cell says what is counted and reaches up to the first total. */
void
ps_table_update_span (PsTable *self)
{
  guint span = 1;

  while (span < self->n_columns && (self->hidden[span] || ps_table_strip_get_child (self->footer, span) == NULL))
    span++;
  ps_table_strip_set_span (self->footer, span);
}

void
ps_table_fill_footer (PsTable *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->footer), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Totals"), -1);
  for (guint i = 0; i < self->n_columns; i++)
    if (i == 0 || self->columns[i].total)
      /* What is counted are words, whatever the column says. */
      ps_table_strip_set_child (self->footer, i, make_total (i == 0 ? 0 : alignment (&self->columns[i])));
  ps_table_update_span (self);
}

static gint64
given_total (PsTable *self, guint column)
{
  return self->total_row != NULL ? ps_table_row_get_number (self->total_row, column) : PS_NO_NUMBER;
}

/**
 * ps_table_set_total_row:
 * @row: (transfer none) (nullable): what stands below the columns as long as all rows are shown: for figures whose total is not their
 *   sum (a client of two providers is one client). Of rows that are filtered the footer has the sums that make sense
 */
void
ps_table_set_total_row (PsTable *self, PsTableRow *row)
{
  g_return_if_fail (PS_IS_TABLE (self));
  g_return_if_fail (row == NULL || PS_IS_TABLE_ROW (row));

  g_set_object (&self->total_row, row);
  for (guint i = 1; i < self->n_columns; i++)
    if (given_total (self, i) != PS_NO_NUMBER && ps_table_strip_get_child (self->footer, i) == NULL)
      ps_table_strip_set_child (self->footer, i, make_total (alignment (&self->columns[i])));
  ps_table_update_span (self);
  ps_table_update_footer (self);
  ps_table_update_widths (self);
}

static gboolean
has_totals (PsTable *self)
{
  for (guint i = 1; i < self->n_columns; i++)
    if (self->columns[i].total || given_total (self, i) != PS_NO_NUMBER)
      return TRUE;
  return FALSE;
}

static char *
count_text (PsTable *self, guint n_shown)
{
  if (self->count != NULL)
    return self->count (n_shown, self->rows->len);
  if (!has_totals (self))
    return g_strdup_printf (ngettext ("%u row", "%u rows", n_shown), n_shown);
  if (n_shown == self->rows->len)
    return g_strdup_printf (ngettext ("Total of %u row", "Total of %u rows", n_shown), n_shown);
  return g_strdup_printf (ngettext ("Total of %u of %u row", "Total of %u of %u rows", self->rows->len), n_shown,
                          self->rows->len);
}

static void
set_total (PsTable *self, guint column)
{
  GtkWidget *label = ps_table_strip_get_child (self->footer, column);
  g_autofree char *text = ps_table_format (self, column, self->totals[column]);
  g_autofree char *said = g_strdup_printf (_("Total %s: %s"), self->columns[column].title, text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

/* Given, or the sum of what is shown. */
static gint64
find_total (PsTable *self, GPtrArray *shown, guint column)
{
  gint64 given = shown->len == self->rows->len ? given_total (self, column) : PS_NO_NUMBER;

  if (given != PS_NO_NUMBER)
    return given;
  return self->columns[column].total ? ps_table_sum (shown, column) : PS_NO_NUMBER;
}

void
ps_table_update_footer (PsTable *self)
{
  GPtrArray *shown = ps_table_model_get_rows (self->model);
  g_autofree char *count = count_text (self, shown->len);

  gtk_label_set_text (GTK_LABEL (ps_table_strip_get_child (self->footer, 0)), count);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->totals[i] = find_total (self, shown, i);
      if (i > 0 && ps_table_strip_get_child (self->footer, i) != NULL)
        set_total (self, i);
    }
}
