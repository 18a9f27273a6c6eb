/* ps-form-field.c: one field of a form, whatever kind of value it holds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-form"

#include "ps-form-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-drop-down.h"
#include "ps-entry-note.h"

#define CHOICES_TO_SEARCH_IN 12 /* more than fit in sight are easier typed than scrolled to */
#define LONG_TEXT_HEIGHT 72

static const PsEntryKind value_kinds[] = {
  [PS_FORM_TEXT] = PS_ENTRY_TEXT,       [PS_FORM_MONEY] = PS_ENTRY_MONEY, [PS_FORM_TARIFF] = PS_ENTRY_TARIFF,
  [PS_FORM_PERCENT] = PS_ENTRY_PERCENT, [PS_FORM_COUNT] = PS_ENTRY_COUNT, [PS_FORM_VOLUME] = PS_ENTRY_VOLUME,
};

gboolean
_ps_field_is_text (PsField *field)
{
  return field->kind == PS_FORM_TEXT || field->kind == PS_FORM_LONG_TEXT;
}

static void
tell (PsField *field)
{
  if (!field->filling)
    field->changed (field->form);
}

/* Of kinds whose entry cannot tell by itself. NULL: right */
static const char *
find_problem (PsField *field)
{
  if (field->problem != NULL || !field->required)
    return field->problem;
  if (field->kind == PS_FORM_CHOICE && field->number == PS_NO_NUMBER)
    return _("Choose one.");
  if (field->kind == PS_FORM_LONG_TEXT && _ps_field_get_text (field)[0] == '\0')
    return _("This is needed.");
  return NULL;
}

/* What a long text is asked for, such as a warning to answer, stays in sight beside what is wrong. */
static void
show_note (PsField *field)
{
  const char *problem = field->touched || field->problem != NULL ? find_problem (field) : NULL;
  g_autofree char *both = problem != NULL && field->hint != NULL && field->kind == PS_FORM_LONG_TEXT
                              ? g_strdup_printf ("%s\n%s", problem, field->hint)
                              : NULL;

  if (field->note != NULL)
    _ps_entry_note_show (field->note, field->widget, both != NULL ? both : problem, field->hint);
}

static void
on_touched (PsField *field)
{
  if (field->filling)
    return;
  field->touched = TRUE;
  g_clear_pointer (&field->problem, g_free);
  show_note (field);
  tell (field);
}

/* Making */

/* The cell: the entry with a note below it. */
static void
put_with_note (PsField *field, GtkWidget *shown)
{
  field->cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (field->cell), shown);
  field->note = _ps_entry_note_new (field->widget);
  gtk_box_append (GTK_BOX (field->cell), field->note);
}

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsField *field)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (field->filling)
    return;
  field->number = selected < field->values->len ? g_array_index (field->values, gint64, selected) : PS_NO_NUMBER;
  on_touched (field);
}

static void
make_choice (PsField *field, const char *name)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  field->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  field->widget = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), g_steal_pointer (&text));
  ps_drop_down_set_name (GTK_DROP_DOWN (field->widget), name);
  g_signal_connect (field->widget, "notify::selected", G_CALLBACK (on_selected_cb), field);
  put_with_note (field, field->widget);
}

static void
make_long_text (PsField *field)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  field->widget = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (field->widget), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (field->widget), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), field->widget);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LONG_TEXT_HEIGHT);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "long-text");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), "changed", G_CALLBACK (on_touched), field);
  put_with_note (field, scrolled);
}

static void
make_switch (PsField *field)
{
  field->widget = gtk_switch_new ();
  field->base_number = 0;
  gtk_widget_set_halign (field->widget, GTK_ALIGN_START);
  gtk_widget_set_valign (field->widget, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (field->widget, "notify::active", G_CALLBACK (on_touched), field);
  put_with_note (field, field->widget);
}

static void
make_date (PsField *field, const char *name)
{
  field->cell = field->widget = ps_date_entry_new_for_form (name);
  ps_date_entry_set_optional (PS_DATE_ENTRY (field->widget), !field->required);
  ps_date_entry_set_hint (PS_DATE_ENTRY (field->widget), field->hint);
  g_signal_connect_swapped (field->widget, "value-changed", G_CALLBACK (tell), field);
}

static void
make_value (PsField *field, const char *name, PsTextCheck check)
{
  field->cell = field->widget = ps_value_entry_new (value_kinds[field->kind], name, FALSE);
  ps_value_entry_set_required (PS_VALUE_ENTRY (field->widget), field->required);
  ps_value_entry_set_hint (PS_VALUE_ENTRY (field->widget), field->hint);
  if (check != NULL)
    ps_value_entry_set_check (PS_VALUE_ENTRY (field->widget), check);
  g_signal_connect_swapped (field->widget, "value-changed", G_CALLBACK (tell), field);
}

static void
make_widget (PsField *field, const char *name, PsTextCheck check)
{
  switch (field->kind)
    {
    case PS_FORM_CHOICE:
      make_choice (field, name);
      break;
    case PS_FORM_LONG_TEXT:
      make_long_text (field);
      break;
    case PS_FORM_SWITCH:
      make_switch (field);
      break;
    case PS_FORM_DATE:
      make_date (field, name);
      break;
    case PS_FORM_TEXT:
    case PS_FORM_MONEY:
    case PS_FORM_TARIFF:
    case PS_FORM_PERCENT:
    case PS_FORM_COUNT:
    case PS_FORM_VOLUME:
    default:
      make_value (field, name, check);
    }
}

/* The title without the underscore before its mnemonic. */
static char *
plain_title (const char *title)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = title; *c != '\0'; c++)
    if (*c != '_' || c[1] == '_')
      g_string_append_c (plain, *(*c == '_' ? c++ : c));
  return g_string_free (plain, FALSE);
}

/* Makes it with its label; its widgets are the form's. `changed` is told of what the user does. */
PsField *
_ps_field_new (const PsFormField *info, void (*changed) (gpointer form), gpointer form)
{
  PsField *field = g_new0 (PsField, 1);
  g_autofree char *name = plain_title (info->title);

  field->id = g_strdup (info->id);
  field->kind = info->kind;
  field->required = info->required;
  field->hint = g_strdup (info->hint);
  field->number = field->base_number = PS_NO_NUMBER;
  field->base_text = g_strdup ("");
  field->changed = changed;
  field->form = form;
  make_widget (field, name, info->check);
  field->label = gtk_label_new_with_mnemonic (info->title);
  gtk_label_set_mnemonic_widget (GTK_LABEL (field->label), field->widget);
  /* A name or a label, not both: they would be read one after the other ("Year Year"). GTK sets the label with the mnemonic. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (field->widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  show_note (field);
  return field;
}

/* Its widgets may outlive it by a moment: they do not tell it anything any more. */
void
_ps_field_free (PsField *field)
{
  if (field->kind == PS_FORM_LONG_TEXT)
    g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), field);
  g_signal_handlers_disconnect_by_data (field->widget, field);
  g_clear_pointer (&field->values, g_array_unref);
  g_free (field->base_text);
  g_free (field->problem);
  g_free (field->hint);
  g_free (field->id);
  g_free (field);
}

/* Values */

/* Of a long text: kept with its buffer until it is asked for again. */
static const char *
get_long_text (PsField *field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget));
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  g_object_set_data_full (G_OBJECT (field->widget), "ps-text", text, g_free);
  return text;
}

const char *
_ps_field_get_text (PsField *field)
{
  g_return_val_if_fail (_ps_field_is_text (field), "");

  return field->kind == PS_FORM_LONG_TEXT ? get_long_text (field) : ps_value_entry_get_text (PS_VALUE_ENTRY (field->widget));
}

gint64
_ps_field_get_number (PsField *field)
{
  g_return_val_if_fail (!_ps_field_is_text (field) && field->kind != PS_FORM_DATE, PS_NO_NUMBER);

  if (field->kind == PS_FORM_CHOICE)
    return field->number;
  if (field->kind == PS_FORM_SWITCH)
    return gtk_switch_get_active (GTK_SWITCH (field->widget)) ? 1 : 0;
  return ps_value_entry_get_number (PS_VALUE_ENTRY (field->widget));
}

PsDate
_ps_field_get_date (PsField *field)
{
  g_return_val_if_fail (field->kind == PS_FORM_DATE, PS_DATE_OPEN);

  return ps_date_entry_get_date (PS_DATE_ENTRY (field->widget));
}

static void
take_as_base (PsField *field)
{
  field->touched = FALSE;
  g_clear_pointer (&field->problem, g_free);
  show_note (field);
}

static void
put_long_text (PsField *field, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}

void
_ps_field_set_text (PsField *field, const char *text)
{
  g_return_if_fail (_ps_field_is_text (field));

  field->filling = TRUE;
  g_free (field->base_text);
  field->base_text = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (field->kind == PS_FORM_LONG_TEXT)
    put_long_text (field, field->base_text);
  else
    ps_value_entry_set_text (PS_VALUE_ENTRY (field->widget), text);
  field->filling = FALSE;
  take_as_base (field);
}

/* None of them where there is no such choice (yet). */
static void
select_choice (PsField *field)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < field->values->len && selected == GTK_INVALID_LIST_POSITION; i++)
    if (g_array_index (field->values, gint64, i) == field->number)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field->widget), selected);
}

void
_ps_field_set_number (PsField *field, gint64 number)
{
  g_return_if_fail (!_ps_field_is_text (field) && field->kind != PS_FORM_DATE);

  field->filling = TRUE;
  field->base_number = field->number = number;
  if (field->kind == PS_FORM_CHOICE)
    select_choice (field);
  else if (field->kind == PS_FORM_SWITCH)
    {
      field->base_number = number == 1;
      gtk_switch_set_active (GTK_SWITCH (field->widget), number == 1);
    }
  else
    ps_value_entry_set_number (PS_VALUE_ENTRY (field->widget), number);
  field->filling = FALSE;
  take_as_base (field);
}

void
_ps_field_set_date (PsField *field, PsDate date)
{
  g_return_if_fail (field->kind == PS_FORM_DATE);

  ps_date_entry_set_date (PS_DATE_ENTRY (field->widget), date);
}

void
_ps_field_add_choice (PsField *field, gint64 value, const char *label)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (field->widget));

  g_return_if_fail (field->kind == PS_FORM_CHOICE);

  field->filling = TRUE;
  g_array_append_val (field->values, value);
  gtk_string_list_append (GTK_STRING_LIST (model), label);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (field->widget), field->values->len > CHOICES_TO_SEARCH_IN);
  select_choice (field);
  field->filling = FALSE;
  show_note (field);
}

/* What is chosen stays so, and is shown when its choice is added again. */
void
_ps_field_clear_choices (PsField *field)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (field->widget));

  g_return_if_fail (field->kind == PS_FORM_CHOICE);

  field->filling = TRUE;
  g_array_set_size (field->values, 0);
  gtk_string_list_splice (GTK_STRING_LIST (model), 0, g_list_model_get_n_items (model), NULL);
  field->filling = FALSE;
}

/* Rightness */

void
_ps_field_set_problem (PsField *field, const char *problem)
{
  if (PS_IS_VALUE_ENTRY (field->widget))
    ps_value_entry_set_problem (PS_VALUE_ENTRY (field->widget), problem);
  else if (PS_IS_DATE_ENTRY (field->widget))
    ps_date_entry_set_problem (PS_DATE_ENTRY (field->widget), problem);
  else if (g_strcmp0 (problem, field->problem) != 0)
    {
      g_free (field->problem);
      field->problem = g_strdup (problem);
      show_note (field);
      tell (field);
    }
}

gboolean
_ps_field_is_valid (PsField *field)
{
  if (PS_IS_VALUE_ENTRY (field->widget))
    return ps_value_entry_is_valid (PS_VALUE_ENTRY (field->widget));
  if (PS_IS_DATE_ENTRY (field->widget))
    return ps_date_entry_is_valid (PS_DATE_ENTRY (field->widget));
  return find_problem (field) == NULL;
}

/* What keeps it from being right, whether it is shown or not; NULL: nothing. */
const char *
_ps_field_get_problem (PsField *field)
{
  if (PS_IS_VALUE_ENTRY (field->widget))
    return ps_value_entry_get_problem (PS_VALUE_ENTRY (field->widget));
  if (PS_IS_DATE_ENTRY (field->widget))
    return ps_date_entry_get_problem (PS_DATE_ENTRY (field->widget));
  return find_problem (field);
}

gboolean
_ps_field_is_changed (PsField *field)
{
  if (PS_IS_VALUE_ENTRY (field->widget))
    return ps_value_entry_is_changed (PS_VALUE_ENTRY (field->widget));
  if (PS_IS_DATE_ENTRY (field->widget))
    return ps_date_entry_is_changed (PS_DATE_ENTRY (field->widget));
  if (field->kind == PS_FORM_LONG_TEXT)
    return strcmp (get_long_text (field), field->base_text) != 0;
  return _ps_field_get_number (field) != field->base_number;
}
