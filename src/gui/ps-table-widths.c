/* ps-table-widths.c: how wide the columns of a table are
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * GtkColumnView could find out by itself, but only from the cells that it happens to have, and the totals below must stand under
 * the same columns. So each column gets the width of its widest content, found without formatting every number.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <string.h>

#include "core/ps-region.h"
#include "ps-table-private.h"

#define MARGIN 6           /* for a text that is a little wider than the longest one */
#define INDICATOR 15       /* the arrow that tells the order, and its gap */
#define LEAST_EXPANDING 24 /* characters: a longer text is cut off where there is no room */

static int
text_width (PsTable *self, const char *text, gboolean bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
number_width (PsTable *self, guint column, gint64 number, gboolean bold)
{
  g_autofree char *text = ps_table_format (self, column, number);

  return text_width (self, text, bold);
}

/* The extremes are the widest: digits are all of one width. */
static int
widest_number (PsTable *self, guint column)
{
  gint64 least = PS_NO_NUMBER, most = PS_NO_NUMBER;
  gboolean bold = self->columns[column].bold;
  int width;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 number = ps_table_row_get_number (g_ptr_array_index (self->rows, i), column);

      if (number == PS_NO_NUMBER)
        continue;
      least = least == PS_NO_NUMBER ? number : MIN (least, number);
      most = most == PS_NO_NUMBER ? number : MAX (most, number);
    }
  width = MAX (number_width (self, column, least, bold), number_width (self, column, most, bold));
  if (self->columns[column].total)
    width = MAX (width, number_width (self, column, ps_table_sum (self->rows, column), TRUE));
  if (self->total_row != NULL)
    width = MAX (width, number_width (self, column, ps_table_row_get_number (self->total_row, column), TRUE));
  return width;
}

/* The longest is the widest, near enough: only that one is laid out. */
static int
widest_text (PsTable *self, guint column)
{
  const char *longest = NULL;
  gsize length = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = ps_table_row_get_text (g_ptr_array_index (self->rows, i), column);
      gsize size = text != NULL ? strlen (text) : 0;

      if (size > length)
        {
          longest = text;
          length = size;
        }
    }
  return longest != NULL ? text_width (self, longest, self->columns[column].bold) + MARGIN : 0;
}

static int
title_width (PsTable *self, guint column)
{
  GtkWidget *title = ps_table_strip_get_child (self->header, column);
  int natural;

  /* What is hidden has no width; whether it could be shown is what is asked. */
  gtk_widget_set_visible (title, TRUE);
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_visible (title, !self->hidden[column]);
  return self->columns[column].cut_title ? 0 : natural + INDICATOR;
}

static int
natural_width (PsTable *self, guint column, int character)
{
  const PsColumn *about = &self->columns[column];
  int least = about->least > 0 ? about->least : LEAST_EXPANDING;
  int width = (about->width > 0 ? about->width : least) * character;

  if (about->kind == PS_COLUMN_TEXT)
    width = MIN (width, widest_text (self, column));
  else if (ps_column_is_number (about))
    width = MAX (about->width * character, widest_number (self, column));
  return MAX (width + PS_TABLE_PADDING, title_width (self, column));
}

/* Codes and numbers are as common in these columns as words: the wider of a letter and a digit. */
static int
character_width (PsTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (MAX (letter, digit));
}

/* Of a text that can go on on a next line, where there is no room: enough for its longest words. */
int
_ps_table_narrow_width (PsTable *self, guint column)
{
  int width = self->columns[column].least * character_width (self) + PS_TABLE_PADDING;

  return MAX (width, title_width (self, column));
}

/* Finds the columns' widths anew: after other rows, or another font. */
void
ps_table_update_widths (PsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  int character = character_width (self);

  for (guint i = 0; i < self->n_columns; i++)
    self->natural[i] = self->unwanted[i] ? 0 : natural_width (self, i, character);
  _ps_table_fit (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column == NULL) /* being taken apart */
        continue;
      gtk_column_view_column_set_visible (column, !self->hidden[i]);
      gtk_column_view_column_set_fixed_width (column, self->hidden[i] ? -1 : self->natural[i]);
    }
}

static gboolean
takes_what_is_left (PsTable *self, guint column)
{
  return self->columns[column].width == 0 && !self->hidden[column];
}

/* Divides `total` over the columns as GtkColumnView does: what is left goes to those that take it, odd pixels to the first. */
void
ps_table_share_widths (PsTable *self, int total, int *widths)
{
  int left = total;
  int n_expanding = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = self->natural[i];
      left -= widths[i];
      n_expanding += takes_what_is_left (self, i);
    }
  for (guint i = 0; left > 0 && n_expanding > 0 && i < self->n_columns; i++)
    if (takes_what_is_left (self, i))
      {
        int share = (left + n_expanding - 1) / n_expanding;

        widths[i] += share;
        left -= share;
        n_expanding--;
      }
}
