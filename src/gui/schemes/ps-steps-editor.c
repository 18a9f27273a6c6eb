/* ps-steps-editor.c: the payment bands or the norm-duration steps of a scheme as a table to type in
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   from | to | paid | what it works as, or what is wrong with it | remove
 */
#define G_LOG_DOMAIN "peilstok-steps-editor"

#include "ps-steps-editor.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-value-entry.h"

#define MOST_BORDER_BP 1000000 /* 10.000 % of the ceiling */
#define MOST_MONTHS 600
#define NEXT_BAND_BP 500 /* a new band starts so much after the last */
#define NEXT_MONTHS 3

enum
{
  FROM,
  TO,
  PAID,
  MEANING,
  REMOVE
};

typedef struct
{
  GtkWidget *from; /* an entry, or the label "0 %" */
  GtkWidget *to;   /* NULL: norm-duration steps have none */
  GtkWidget *paid;
  GtkWidget *meaning;
  GtkWidget *remove;
} Row;

struct _PsStepsEditor
{
  GtkWidget parent;

  gboolean norm;
  gboolean editable;
  gboolean filling; /* the program sets the values, not the user */
  GArray *rows;     /* Row */

  GtkWidget *add;
  GtkGrid *grid;
  GtkWidget *headings[REMOVE];
  GtkWidget *note;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsStepsEditor, ps_steps_editor, GTK_TYPE_WIDGET)

static Row *
row_at (PsStepsEditor *self, guint place)
{
  return &g_array_index (self->rows, Row, place);
}

static void
tell (PsStepsEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_label (const char *text, double xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* Which entry it is, for who cannot see where it stands. */
static char *
entry_name (PsStepsEditor *self, gboolean paid, guint place)
{
  if (self->norm)
    return paid ? g_strdup_printf (_("Paid in step %u"), place + 1)
                : g_strdup_printf (_("Months past the norm of step %u"), place + 1);
  return paid ? g_strdup_printf (_("Paid in band %u"), place + 1) : g_strdup_printf (_("Start of band %u"), place + 1);
}

static GtkWidget *
make_entry (PsStepsEditor *self, gboolean paid, guint place, gint64 value)
{
  g_autofree char *name = entry_name (self, paid, place);
  gboolean months = self->norm && !paid;
  GtkWidget *entry = ps_value_entry_new (months ? PS_ENTRY_COUNT : PS_ENTRY_PERCENT, name, TRUE);

  ps_value_entry_set_suffix (PS_VALUE_ENTRY (entry), months ? _("months") : "%");
  ps_value_entry_set_required (PS_VALUE_ENTRY (entry), TRUE);
  ps_value_entry_set_range (PS_VALUE_ENTRY (entry), 0, paid ? PS_FULL_BP : months ? MOST_MONTHS : MOST_BORDER_BP);
  ps_value_entry_set_number (PS_VALUE_ENTRY (entry), value);
  gtk_editable_set_width_chars (GTK_EDITABLE (gtk_widget_get_first_child (entry)), months ? 9 : 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (gtk_widget_get_first_child (entry)), months ? 9 : 7);
  gtk_widget_set_sensitive (entry, self->editable);
  g_signal_connect_object (entry, "value-changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  return entry;
}

/* Rows are found by what is in them: places change. */
static guint
find_row (PsStepsEditor *self, GtkWidget *remove)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->remove == remove)
      return i;
  return PS_NONE;
}

static void
on_remove_clicked_cb (GtkWidget *button, gpointer user_data)
{
  PsStepsEditor *self = PS_STEPS_EDITOR (user_data);
  guint place = find_row (self, button);

  g_return_if_fail (place != PS_NONE);
  ps_steps_editor_remove (self, place);
}

static char *
remove_name (PsStepsEditor *self, guint place)
{
  return self->norm ? g_strdup_printf (_("Remove step %u"), place + 1) : g_strdup_printf (_("Remove band %u"), place + 1);
}

static GtkWidget *
make_remove (PsStepsEditor *self, guint place)
{
  g_autofree char *name = remove_name (self, place);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, self->editable);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);
  return button;
}

static void
attach (PsStepsEditor *self, GtkWidget *widget, int column, guint place)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, widget, column, (int) place + 1, 1, 1);
}

/* The first band always starts at 0 %, and goes only as the last that is left. */
static void
append_row (PsStepsEditor *self, const PsStep *step, guint place)
{
  gboolean fixed = !self->norm && place == 0 && step->from == 0;
  g_autofree char *nothing = ps_format_percent (0);
  Row row = { .paid = make_entry (self, TRUE, place, step->paid_bp), .meaning = make_label ("", 0, "secondary") };

  row.from = fixed ? make_label (nothing, 1, NULL) : make_entry (self, FALSE, place, step->from);
  row.remove = make_remove (self, place);
  gtk_label_set_wrap (GTK_LABEL (row.meaning), TRUE);
  gtk_widget_set_hexpand (row.meaning, TRUE);
  attach (self, row.from, FROM, place);
  if (!self->norm)
    {
      row.to = make_label ("", 1, "secondary");
      attach (self, row.to, TO, place);
    }
  attach (self, row.paid, PAID, place);
  attach (self, row.meaning, MEANING, place);
  attach (self, row.remove, REMOVE, place);
  g_array_append_val (self->rows, row);
}

/* Headings where there are rows; what there is to know of the table where there are none, or few. */
static void
show_which (PsStepsEditor *self)
{
  guint n_rows = self->rows->len;
  const char *note = NULL;

  for (int i = 0; i < REMOVE; i++)
    if (self->headings[i] != NULL)
      gtk_widget_set_visible (self->headings[i], n_rows > 0);
  if (!self->norm && n_rows > 0)
    gtk_widget_set_visible (row_at (self, 0)->remove, n_rows == 1 || PS_IS_VALUE_ENTRY (row_at (self, 0)->from));
  if (n_rows == 0)
    note = self->norm ? _("Care that goes on after its norm duration is paid in full.")
                      : _("All that is produced is paid in full.");
  else if (!self->norm)
    /* xgettext:no-c-format */
    note = _("The first band always starts at 0 % of the ceiling; each ends where the next begins.");
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

void
ps_steps_editor_set_steps (PsStepsEditor *self, const GArray *steps)
{
  g_return_if_fail (PS_IS_STEPS_EDITOR (self));

  self->filling = TRUE;
  for (; self->rows->len > 0; g_array_set_size (self->rows, self->rows->len - 1))
    gtk_grid_remove_row (self->grid, (int) self->rows->len);
  for (guint i = 0; i < steps->len; i++)
    append_row (self, &g_array_index (steps, PsStep, i), i);
  show_which (self);
  self->filling = FALSE;
}

/* As far as it is a number. */
static PsStep
read_row (PsStepsEditor *self, guint place, gboolean *numbers)
{
  Row *row = row_at (self, place);
  gint64 from = PS_IS_VALUE_ENTRY (row->from) ? ps_value_entry_get_number (PS_VALUE_ENTRY (row->from)) : 0;
  gint64 paid = ps_value_entry_get_number (PS_VALUE_ENTRY (row->paid));

  *numbers = from >= 0 && from <= MOST_BORDER_BP && paid >= 0 && paid <= PS_FULL_BP;
  return (PsStep){ *numbers ? (int) from : 0, *numbers ? (int) paid : 0 };
}

gboolean
ps_steps_editor_get_steps (PsStepsEditor *self, GArray *steps)
{
  gboolean all = TRUE;

  g_return_val_if_fail (PS_IS_STEPS_EDITOR (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean numbers;
      PsStep step = read_row (self, i, &numbers);

      all = all && numbers;
      g_array_append_val (steps, step);
    }
  return all;
}

/* Explaining */

static const char *
own_problem (GtkWidget *entry)
{
  return PS_IS_VALUE_ENTRY (entry) ? ps_value_entry_get_problem (PS_VALUE_ENTRY (entry)) : NULL;
}

static const char *
find_problem (PsStepsEditor *self, guint place, GPtrArray *problems)
{
  Row *row = row_at (self, place);
  const char *own = own_problem (row->from) != NULL ? own_problem (row->from) : own_problem (row->paid);

  for (guint i = 0; own == NULL && problems != NULL && i < problems->len; i++)
    {
      const PsSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (problem->norm == self->norm && problem->step == place)
        own = problem->why;
    }
  return own;
}

static char *
meaning_of (PsStepsEditor *self, const PsScheme *scheme, guint place)
{
  if (scheme == NULL)
    return g_strdup ("");
  return self->norm ? ps_scheme_norm_word (scheme, place) : ps_scheme_band_word (scheme, place);
}

static void
explain_to (PsStepsEditor *self, const PsScheme *scheme, guint place)
{
  g_autofree char *to = NULL;

  if (place + 1 == self->rows->len)
    to = g_strdup (_("no end"));
  else if (scheme != NULL)
    to = ps_format_percent (g_array_index (scheme->bands, PsStep, place + 1).from);
  gtk_label_set_text (GTK_LABEL (row_at (self, place)->to), to != NULL ? to : "–");
}

void
ps_steps_editor_explain (PsStepsEditor *self, const PsScheme *scheme, GPtrArray *problems)
{
  g_return_if_fail (PS_IS_STEPS_EDITOR (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *label = row_at (self, i)->meaning;
      const char *problem = find_problem (self, i, problems);
      g_autofree char *meaning = meaning_of (self, scheme, i);

      gtk_label_set_text (GTK_LABEL (label), problem != NULL ? problem : meaning);
      gtk_widget_remove_css_class (label, problem != NULL ? "secondary" : "error");
      gtk_widget_add_css_class (label, problem != NULL ? "error" : "secondary");
      if (!self->norm)
        explain_to (self, scheme, i);
    }
}

void
ps_steps_editor_set_editable (PsStepsEditor *self, gboolean editable)
{
  g_return_if_fail (PS_IS_STEPS_EDITOR (self));

  self->editable = editable;
  gtk_widget_set_visible (self->add, editable);
  gtk_widget_set_sensitive (self->add, editable);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);

      if (PS_IS_VALUE_ENTRY (row->from))
        gtk_widget_set_sensitive (row->from, editable);
      gtk_widget_set_sensitive (row->paid, editable);
      gtk_widget_set_sensitive (row->remove, editable);
    }
}

/* Adding and removing */

/* What follows from the last step: a little later, and the same share; the first of all is the usual beginning. */
static PsStep
next_step (PsStepsEditor *self, const GArray *steps)
{
  const PsStep *last = steps->len > 0 ? &g_array_index (steps, PsStep, steps->len - 1) : NULL;

  if (self->norm)
    return last != NULL ? (PsStep){ MIN (last->from + NEXT_MONTHS, MOST_MONTHS), last->paid_bp } : (PsStep){ 0, 8500 };
  if (last == NULL)
    return (PsStep){ 0, PS_FULL_BP };
  return (PsStep){ MIN (MAX (last->from + NEXT_BAND_BP, PS_FULL_BP), MOST_BORDER_BP), last->paid_bp };
}

void
ps_steps_editor_add (PsStepsEditor *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (PsStep));
  PsStep step;
  Row *row;

  g_return_if_fail (PS_IS_STEPS_EDITOR (self));

  ps_steps_editor_get_steps (self, steps);
  step = next_step (self, steps);
  g_array_append_val (steps, step);
  append_row (self, &step, steps->len - 1);
  show_which (self);
  row = row_at (self, self->rows->len - 1);
  gtk_widget_grab_focus (PS_IS_VALUE_ENTRY (row->from) ? row->from : row->paid);
  tell (self);
}

/* Those after it are called otherwise from now on. */
static void
rename_entry (PsStepsEditor *self, GtkWidget *entry, gboolean paid, guint place)
{
  g_autofree char *name = entry_name (self, paid, place);

  if (PS_IS_VALUE_ENTRY (entry))
    ps_value_entry_set_name (PS_VALUE_ENTRY (entry), name);
}

static void
rename_rows (PsStepsEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);
      g_autofree char *remove = remove_name (self, i);

      rename_entry (self, row->from, FALSE, i);
      rename_entry (self, row->paid, TRUE, i);
      gtk_widget_set_tooltip_text (row->remove, remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
    }
}

void
ps_steps_editor_remove (PsStepsEditor *self, guint step)
{
  g_return_if_fail (PS_IS_STEPS_EDITOR (self));
  g_return_if_fail (step < self->rows->len);

  gtk_widget_grab_focus (self->add);
  gtk_grid_remove_row (self->grid, (int) step + 1);
  g_array_remove_index (self->rows, step);
  rename_rows (self);
  show_which (self);
  tell (self);
}

/* Making and unmaking */

static void
on_add_clicked_cb (GtkWidget *button, gpointer user_data)
{
  ps_steps_editor_add (PS_STEPS_EDITOR (user_data));
}

static void
ps_steps_editor_dispose (GObject *object)
{
  PsStepsEditor *self = PS_STEPS_EDITOR (object);
  GtkWidget *child;

  g_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_steps_editor_parent_class)->dispose (object);
}

static void
ps_steps_editor_finalize (GObject *object)
{
  g_array_unref (PS_STEPS_EDITOR (object)->rows);
  G_OBJECT_CLASS (ps_steps_editor_parent_class)->finalize (object);
}

static void
ps_steps_editor_class_init (PsStepsEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_steps_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_steps_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_STEPS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
ps_steps_editor_init (PsStepsEditor *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->editable = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
}

static void
make_heading (PsStepsEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (self->norm ? _("After the norm duration") : _("Bands over the budget"), 0, "card-title");

  self->add = gtk_button_new_with_mnemonic (self->norm ? _("Add _Step") : _("Add _Band"));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->add, 12);
  gtk_widget_set_margin_top (self->add, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked_cb), self, 0);
}

static void
make_grid (PsStepsEditor *self)
{
  const char *const titles[REMOVE] = {
    self->norm ? _("Months past") : C_("band", "From"),
    self->norm ? NULL : C_("band", "To"),
    _("Paid"),
    self->norm ? _("Means") : _("Works as"),
  };

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "steps");
  for (int i = 0; i < REMOVE; i++)
    if (titles[i] != NULL)
      {
        self->headings[i] = make_label (titles[i], i == MEANING ? 0 : 1, "step-heading");
        gtk_grid_attach (self->grid, self->headings[i], i, 0, 1, 1);
      }
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

static void
make_note (PsStepsEditor *self)
{
  self->note = make_label ("", 0, "card-note");
  gtk_widget_add_css_class (self->note, "secondary");
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

/**
 * ps_steps_editor_new: an empty table, with a button to add to it.
 */
GtkWidget *
ps_steps_editor_new (gboolean norm)
{
  PsStepsEditor *self = g_object_new (PS_TYPE_STEPS_EDITOR, NULL);

  self->norm = norm;
  make_heading (self);
  make_grid (self);
  make_note (self);
  show_which (self);
  return GTK_WIDGET (self);
}

/* For tests */

GtkWidget *
ps_steps_editor_get_from (PsStepsEditor *self, guint step)
{
  GtkWidget *from = step < self->rows->len ? row_at (self, step)->from : NULL;

  return PS_IS_VALUE_ENTRY (from) ? from : NULL;
}

GtkWidget *
ps_steps_editor_get_paid (PsStepsEditor *self, guint step)
{
  return step < self->rows->len ? row_at (self, step)->paid : NULL;
}

const char *
ps_steps_editor_get_meaning (PsStepsEditor *self, guint step)
{
  return step < self->rows->len ? gtk_label_get_text (GTK_LABEL (row_at (self, step)->meaning)) : NULL;
}
