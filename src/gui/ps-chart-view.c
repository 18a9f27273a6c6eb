/* ps-chart-view.c: a chart on a page: values on hover and by keyboard, its figures as a table, copy and export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-chart-view"

#include "ps-chart-view.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-export.h"
#include "ps-chart-canvas.h"
#include "ps-chart-heading.h"
#include "ps-menu-later.h"
#include "ps-navigator.h"
#include "ps-table.h"

#define EXPORT_WIDTH 720 /* in units: three quarters of a page */

struct _PsChartView
{
  GtkWidget parent;

  /* Owned */
  const PsChartKind *kind; /* static; NULL: no chart yet */
  gpointer chart;
  GDestroyNotify free_chart;
  char *subject;
  char *file_name; /* NULL: the kind's */
  GSimpleActionGroup *actions;
  GtkFileChooserNative *chooser; /* while it is open */
  PsChartFormat format;          /* that it saves in */

  /* Children */
  PsChartHeading *heading;
  GtkWidget *menu;
  GtkStack *stack;
  PsChartCanvas *canvas;
  GtkWidget *table; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (PsChartView, ps_chart_view, GTK_TYPE_WIDGET)

/* The figures as a table */

static PsColumnKind
column_kind_of (const PsChartTable *table, guint column)
{
  static const PsColumnKind kinds[PS_N_VALUES] = {
    [PS_VALUE_TEXT] = PS_COLUMN_TEXT,     [PS_VALUE_MONEY] = PS_COLUMN_MONEY,   [PS_VALUE_COUNT] = PS_COLUMN_COUNT,
    [PS_VALUE_PLACES] = PS_COLUMN_VOLUME, [PS_VALUE_SHARE] = PS_COLUMN_PERCENT, [PS_VALUE_DAYS] = PS_COLUMN_COUNT,
    [PS_VALUE_DATE] = PS_COLUMN_DATE,
  };

  return kinds[ps_chart_table_column_kind (table, column)];
}

static PsTableRow *
make_row (const PsChartTable *table, const PsColumn *columns, guint row)
{
  PsTableRow *made = ps_table_row_new (table->n_columns, row, NULL, NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      gint64 value = ps_chart_table_amount (table, row, i);

      if (columns[i].kind != PS_COLUMN_TEXT && value != PS_NO_NUMBER)
        ps_table_row_set_number (made, i, value);
      /* Written as in the chart; a month without a figure is a dash, not nothing. */
      if (columns[i].kind != PS_COLUMN_MONEY || value == PS_NO_NUMBER)
        ps_table_row_set_text (made, i, ps_chart_table_text (table, row, i));
    }
  return made;
}

static GtkWidget *
make_table (PsChartView *self)
{
  g_autoptr (PsChartTable) figures = self->kind->table (self->chart);
  g_autofree PsColumn *columns = g_new0 (PsColumn, figures->n_columns);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GStrv ids = g_new0 (char *, figures->n_columns + 1);
  GtkWidget *table;

  for (guint i = 0; i < figures->n_columns; i++)
    {
      ids[i] = g_strdup_printf ("column-%u", i);
      columns[i].id = ids[i];
      columns[i].title = g_ptr_array_index (figures->headings, i);
      columns[i].kind = column_kind_of (figures, i);
      columns[i].width = columns[i].kind == PS_COLUMN_MONEY ? 12 : columns[i].kind != PS_COLUMN_TEXT ? 8 : 0;
    }
  for (guint i = 0; i < ps_chart_table_n_rows (figures); i++)
    g_ptr_array_add (rows, make_row (figures, columns, i));
  table = ps_table_new (columns, figures->n_columns, ps_chart_heading_get_title (self->heading));
  ps_table_set_natural (PS_TABLE (table), TRUE);
  ps_table_set_export_name (PS_TABLE (table), self->file_name != NULL ? self->file_name : self->kind->file_name);
  ps_table_set_rows (PS_TABLE (table), rows);
  g_strfreev (ids);
  return table;
}

static void
drop_table (PsChartView *self)
{
  if (self->table != NULL)
    gtk_stack_remove (self->stack, self->table);
  self->table = NULL;
}

static void
show_table (PsChartView *self, gboolean shown)
{
  if (shown && self->kind != NULL && self->table == NULL)
    {
      self->table = make_table (self);
      gtk_stack_add_child (self->stack, self->table);
    }
  gtk_stack_set_visible_child (self->stack, shown && self->table != NULL ? self->table : GTK_WIDGET (self->canvas));
}

/* Export */

/* Pictures leave the program on white, with their title and whom they are about, whatever the window looks like. */
static GBytes *
export_as (PsChartView *self, PsChartFormat format, GError **error)
{
  PsChartExport export = {
    .kind = self->kind, .chart = self->chart, .subject = self->subject, .width = EXPORT_WIDTH, .look = PS_LOOK_LIGHT
  };

  return ps_chart_export (&export, format, error);
}

static const char *
get_file_name (PsChartView *self)
{
  return self->file_name != NULL ? self->file_name : self->kind->file_name;
}

static gboolean
parse_format (const char *word, PsChartFormat *format)
{
  for (guint i = PS_CHART_PNG; i <= PS_CHART_CSV; i++)
    if (g_strcmp0 (ps_chart_format_suffix ((PsChartFormat) i), word) == 0)
      {
        *format = (PsChartFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsChartView) self = PS_CHART_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup_printf (_("%s was saved."), name);
  else
    text = g_strdup_printf (_("%s could not be saved: %s"), name, error->message);
  ps_navigator_tell_made (GTK_WIDGET (self), text, error == NULL ? G_FILE (source) : NULL);
}

static void
on_chooser_response_cb (GtkNativeDialog *dialog, int response, PsChartView *self)
{
  if (response == GTK_RESPONSE_ACCEPT && self->kind != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = export_as (self, self->format, &error);

      if (bytes == NULL)
        ps_navigator_tell (GTK_WIDGET (self), error->message);
      else
        g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, on_saved_cb,
                                             g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PsChartView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (self->kind == NULL || self->chooser != NULL || !parse_format (g_variant_get_string (parameter, NULL), &self->format))
    return;
  name = g_strdup_printf ("%s%s%s.%s", self->subject != NULL ? self->subject : "", self->subject != NULL ? ", " : "",
                          get_file_name (self), ps_chart_format_suffix (self->format));
  g_strdelimit (name, "/\\:", '-');
  self->chooser = gtk_file_chooser_native_new (_("Export Chart"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PsChartView *self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  if (self->kind == NULL)
    return;
  bytes = export_as (self, PS_CHART_PNG, &error);
  texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;
  if (texture == NULL)
    {
      ps_navigator_tell (GTK_WIDGET (self), error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  ps_navigator_tell (GTK_WIDGET (self), _("The chart was copied."));
}

static void
table_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
  show_table (PS_CHART_VIEW (user_data), g_variant_get_boolean (value));
}

static const GActionEntry entries[] = {
  { "table", NULL, NULL, "false", table_changed },
  { "copy", copy_activated, NULL, NULL, NULL },
  { "export", export_activated, "s", NULL, NULL },
};

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenu) take = g_menu_new ();

  g_menu_append (show, _("Show as _Table"), "chart.table");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  g_menu_append (take, _("_Copy Image"), "chart.copy");
  g_menu_append (take, _("Export as P_NG…"), "chart.export::png");
  g_menu_append (take, _("Export as _SVG…"), "chart.export::svg");
  g_menu_append (take, _("Export as _PDF…"), "chart.export::pdf");
  g_menu_append (take, _("Export Figures as CS_V…"), "chart.export::csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take));
  return G_MENU_MODEL (menu);
}

/* Making and unmaking */

static void
clear_chart (PsChartView *self)
{
  if (self->free_chart != NULL && self->chart != NULL)
    self->free_chart (self->chart);
  self->kind = NULL;
  self->chart = NULL;
  self->free_chart = NULL;
}

static gboolean
ps_chart_view_grab_focus (GtkWidget *widget)
{
  /* GTK asks on the way back out of it as well. */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (gtk_stack_get_visible_child (PS_CHART_VIEW (widget)->stack));
}

static void
ps_chart_view_dispose (GObject *object)
{
  PsChartView *self = PS_CHART_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->chooser);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  clear_chart (self);
  G_OBJECT_CLASS (ps_chart_view_parent_class)->dispose (object);
}

static void
ps_chart_view_finalize (GObject *object)
{
  PsChartView *self = PS_CHART_VIEW (object);

  g_free (self->subject);
  g_free (self->file_name);
  g_object_unref (self->actions);
  G_OBJECT_CLASS (ps_chart_view_parent_class)->finalize (object);
}

static void
ps_chart_view_class_init (PsChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_chart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_chart_view_finalize;
  widget_class->grab_focus = ps_chart_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  /* The table brings the style sheet that both use. */
  g_type_ensure (PS_TYPE_TABLE);
  g_type_class_unref (g_type_class_ref (PS_TYPE_TABLE));
}

static void
add_header (PsChartView *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autoptr (GMenuModel) menu = make_menu ();

  self->heading = PS_CHART_HEADING (ps_chart_heading_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->heading), GTK_ALIGN_CENTER);
  self->menu = ps_menu_later_new ("view-more-symbolic", menu);
  gtk_widget_set_tooltip_text (self->menu, _("Table, copy, export"));
  /* Until it has a chart, whose title it is named by. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Table, copy, export"), -1);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (header, "chart-header");
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (header), self->menu);
  gtk_widget_set_parent (header, GTK_WIDGET (self));
}

static void
ps_chart_view_init (PsChartView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (self->actions));
  add_header (self);
  self->canvas = PS_CHART_CANVAS (ps_chart_canvas_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->canvas));
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
ps_chart_view_new (void)
{
  return g_object_new (PS_TYPE_CHART_VIEW, NULL);
}

/**
 * ps_chart_view_set_chart:
 * @kind: static
 * @chart: (transfer full): the data of a chart of that kind
 * @free_chart: (nullable): frees @chart
 *
 * Shows another chart; a table stays a table.
 */
void
ps_chart_view_set_chart (PsChartView *self, const PsChartKind *kind, gpointer chart, GDestroyNotify free_chart)
{
  GAction *table;
  g_autofree char *title = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GVariant) as_table = NULL;

  g_return_if_fail (PS_IS_CHART_VIEW (self));
  g_return_if_fail (kind != NULL && chart != NULL);

  title = kind->title (chart);
  said = g_strdup_printf (_("Table, copy, export: %s"), title);
  ps_chart_heading_set_title (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  ps_chart_canvas_set_chart (self->canvas, kind, chart);
  drop_table (self);
  clear_chart (self);
  self->kind = kind;
  self->chart = chart;
  self->free_chart = free_chart;
  table = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "table");
  as_table = g_action_get_state (table);
  show_table (self, g_variant_get_boolean (as_table));
}

void
ps_chart_view_set_subject (PsChartView *self, const char *subject)
{
  g_return_if_fail (PS_IS_CHART_VIEW (self));

  g_free (self->subject);
  self->subject = g_strdup (subject);
}

void
ps_chart_view_set_note (PsChartView *self, const char *note)
{
  g_return_if_fail (PS_IS_CHART_VIEW (self));

  ps_chart_heading_set_note (self->heading, note);
}

void
ps_chart_view_set_most_height (PsChartView *self, int height)
{
  g_return_if_fail (PS_IS_CHART_VIEW (self));

  ps_chart_canvas_set_most_height (self->canvas, height);
}

void
ps_chart_view_set_file_name (PsChartView *self, const char *name)
{
  g_return_if_fail (PS_IS_CHART_VIEW (self));

  g_free (self->file_name);
  self->file_name = g_strdup (name);
}

guint
ps_chart_view_get_n_spots (PsChartView *self)
{
  g_return_val_if_fail (PS_IS_CHART_VIEW (self), 0);
  return ps_chart_canvas_get_n_spots (self->canvas);
}

const char *
ps_chart_view_get_said (PsChartView *self)
{
  g_return_val_if_fail (PS_IS_CHART_VIEW (self), NULL);
  return ps_chart_canvas_get_said (self->canvas);
}
