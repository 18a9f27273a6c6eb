/* ps-form.c: a form: labelled fields, checked as they are typed, and whether there is something to save
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-form"

#include "ps-form.h"

#include "ps-form-field.h"

struct _PsForm
{
  GtkWidget parent;

  GtkWidget *scrolled;
  GtkWidget *content; /* the grid, and what the page added below it */
  GtkGrid *grid;      /* label │ entry */
  GPtrArray *fields;  /* PsField */
  char *pending;      /* what the page is still looking up; NULL: nothing */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsForm, ps_form, GTK_TYPE_WIDGET)

static PsField *
find_field (PsForm *self, const char *id)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->id, id))
        return field;
    }
  g_error ("the form has no field %s", id);
}

static void
on_field_changed (gpointer form)
{
  g_signal_emit (form, signals[CHANGED], 0);
}

/* The first of the fields that are there. */
static gboolean
ps_form_grab_focus (GtkWidget *widget)
{
  PsForm *self = PS_FORM (widget);

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (gtk_widget_get_visible (field->cell) && gtk_widget_is_sensitive (field->widget))
        return gtk_widget_grab_focus (field->widget);
    }
  return FALSE;
}

/* Out of the form too: on the way back GTK would ask the form to take the focus, and it gives it to its first field again. */
static gboolean
ps_form_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (PS_FORM (widget)->scrolled, direction);
}

static void
ps_form_dispose (GObject *object)
{
  PsForm *self = PS_FORM (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_free);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_form_parent_class)->dispose (object);
}

static void
ps_form_class_init (PsFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_form_dispose;
  widget_class->focus = ps_form_focus;
  widget_class->grab_focus = ps_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
ps_form_init (PsForm *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) _ps_field_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 2);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (self->content, "form");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  /* Its entries take the focus, and scroll it with them. */
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->content);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/* Beside the entry, at the height of its text and not of the line below it. */
static void
attach (PsForm *self, PsField *field, int row)
{
  gtk_widget_set_halign (field->label, GTK_ALIGN_END);
  gtk_widget_set_valign (field->label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (field->label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (field->label), 22);
  gtk_label_set_xalign (GTK_LABEL (field->label), 1);
  gtk_label_set_justify (GTK_LABEL (field->label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (field->label, "form-label");
  gtk_widget_set_hexpand (field->cell, TRUE);
  gtk_grid_attach (self->grid, field->label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, field->cell, 1, row, 1, 1);
}

/**
 * ps_form_new:
 * @fields: the fields from top to bottom; copied
 *
 * Returns: (transfer floating): a form with empty fields
 */
GtkWidget *
ps_form_new (const PsFormField *fields, guint n_fields)
{
  PsForm *self = g_object_new (PS_TYPE_FORM, NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      PsField *field = _ps_field_new (&fields[i], on_field_changed, self);

      g_ptr_array_add (self->fields, field);
      attach (self, field, i);
    }
  return GTK_WIDGET (self);
}

/* Choices are shown in the order in which they were added. */
void
ps_form_add_choice (PsForm *self, const char *id, gint64 value, const char *label)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_add_choice (find_field (self, id), value, label);
}

void
ps_form_clear_choices (PsForm *self, const char *id)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_clear_choices (find_field (self, id));
}

/* What is set is what changes are changes from. */
void
ps_form_set_text (PsForm *self, const char *id, const char *text)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_set_text (find_field (self, id), text);
  on_field_changed (self);
}

void
ps_form_set_number (PsForm *self, const char *id, gint64 number)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_set_number (find_field (self, id), number);
  on_field_changed (self);
}

void
ps_form_set_date (PsForm *self, const char *id, PsDate date)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_set_date (find_field (self, id), date);
  on_field_changed (self);
}

const char *
ps_form_get_text (PsForm *self, const char *id)
{
  g_return_val_if_fail (PS_IS_FORM (self), "");

  return _ps_field_get_text (find_field (self, id));
}

gint64
ps_form_get_number (PsForm *self, const char *id)
{
  g_return_val_if_fail (PS_IS_FORM (self), PS_NO_NUMBER);

  return _ps_field_get_number (find_field (self, id));
}

PsDate
ps_form_get_date (PsForm *self, const char *id)
{
  g_return_val_if_fail (PS_IS_FORM (self), PS_DATE_OPEN);

  return _ps_field_get_date (find_field (self, id));
}

void
ps_form_set_visible (PsForm *self, const char *id, gboolean visible)
{
  PsField *field;

  g_return_if_fail (PS_IS_FORM (self));

  field = find_field (self, id);
  gtk_widget_set_visible (field->label, visible);
  gtk_widget_set_visible (field->cell, visible);
  on_field_changed (self);
}

void
ps_form_set_editable (PsForm *self, const char *id, gboolean editable)
{
  g_return_if_fail (PS_IS_FORM (self));

  gtk_widget_set_sensitive (find_field (self, id)->widget, editable);
}

void
ps_form_set_problem (PsForm *self, const char *id, const char *problem)
{
  g_return_if_fail (PS_IS_FORM (self));

  _ps_field_set_problem (find_field (self, id), problem);
}

/* Unlike a problem it is nothing that the user has to do something about. */
void
ps_form_set_pending (PsForm *self, const char *pending)
{
  g_return_if_fail (PS_IS_FORM (self));

  g_free (self->pending);
  self->pending = g_strdup (pending);
  on_field_changed (self);
}

/* A PsValueEntry, a PsDateEntry, a GtkDropDown, a GtkSwitch or a GtkTextView. Borrowed. */
GtkWidget *
ps_form_get_widget (PsForm *self, const char *id)
{
  g_return_val_if_fail (PS_IS_FORM (self), NULL);

  return find_field (self, id)->widget;
}

void
ps_form_append (PsForm *self, GtkWidget *child)
{
  g_return_if_fail (PS_IS_FORM (self));

  gtk_box_append (GTK_BOX (self->content), child);
}

gboolean
ps_form_is_valid (PsForm *self)
{
  g_return_val_if_fail (PS_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (gtk_widget_get_visible (field->cell) && !_ps_field_is_valid (field))
        return FALSE;
    }
  return self->pending == NULL;
}

char *
ps_form_get_problem (PsForm *self)
{
  g_return_val_if_fail (PS_IS_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (gtk_widget_get_visible (field->cell) && !_ps_field_is_valid (field))
        return g_strdup_printf ("%s: %s", gtk_label_get_text (GTK_LABEL (field->label)), _ps_field_get_problem (field));
    }
  return g_strdup (self->pending);
}

gboolean
ps_form_is_changed (PsForm *self)
{
  g_return_val_if_fail (PS_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (gtk_widget_get_visible (field->cell) && _ps_field_is_changed (field))
        return TRUE;
    }
  return FALSE;
}

/* Records */

void
ps_form_load_record (PsForm *self, const PsRecord *record)
{
  g_return_if_fail (PS_IS_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (!ps_record_has_column (record, field->id))
        continue;
      if (_ps_field_is_text (field))
        _ps_field_set_text (field, ps_record_get_text (record, field->id));
      else if (field->kind == PS_FORM_DATE)
        _ps_field_set_date (field, ps_record_get_date (record, field->id));
      else
        _ps_field_set_number (field, ps_record_get_number (record, field->id));
    }
  on_field_changed (self);
}

/* Fields that are hidden leave their columns as they are. */
void
ps_form_store_record (PsForm *self, PsRecord *record)
{
  g_return_if_fail (PS_IS_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      PsField *field = g_ptr_array_index (self->fields, i);

      if (!ps_record_has_column (record, field->id) || !gtk_widget_get_visible (field->cell))
        continue;
      if (_ps_field_is_text (field))
        ps_record_set_text (record, field->id, _ps_field_get_text (field));
      else if (field->kind == PS_FORM_DATE)
        ps_record_set_date (record, field->id, _ps_field_get_date (field));
      else
        ps_record_set_number (record, field->id, _ps_field_get_number (field));
    }
}
