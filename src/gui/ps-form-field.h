/* ps-form-field.h: one field of a form, whatever kind of value it holds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-form.h"

G_BEGIN_DECLS

typedef struct _PsField PsField;

struct _PsField
{
  char       *id;
  PsFormKind  kind;
  gboolean    required;
  GtkWidget  *label;       /* borrowed from the grid, as are the next three */
  GtkWidget  *widget;      /* the entry itself */
  GtkWidget  *cell;        /* what is in the grid: the entry, or a box around it */
  GtkWidget  *note;        /* of kinds whose entry has no line below of its own */
  char       *hint;
  char       *problem;     /* that the page found, of those kinds */

  /* A choice: the values of its items */
  GArray     *values;      /* gint64 */
  gint64      number;      /* chosen: PS_NO_NUMBER: none */

  gint64      base_number; /* as it was set */
  char       *base_text;
  gboolean    touched;
  gboolean    filling;     /* the program sets the value, not the user */

  void      (*changed) (gpointer form);
  gpointer    form;
};

PsField    *_ps_field_new         (const PsFormField *info, void (*changed) (gpointer form), gpointer form);
void        _ps_field_free        (PsField *field);
const char *_ps_field_get_text    (PsField *field);
gint64      _ps_field_get_number  (PsField *field);
PsDate      _ps_field_get_date    (PsField *field);
void        _ps_field_set_text    (PsField *field, const char *text);
void        _ps_field_set_number  (PsField *field, gint64 number);
void        _ps_field_set_date    (PsField *field, PsDate date);
void        _ps_field_add_choice  (PsField *field, gint64 value, const char *label);
void        _ps_field_clear_choices (PsField *field);
void        _ps_field_set_problem (PsField *field, const char *problem);
const char *_ps_field_get_problem (PsField *field);
gboolean    _ps_field_is_valid    (PsField *field);
gboolean    _ps_field_is_changed  (PsField *field);
gboolean    _ps_field_is_text     (PsField *field);

G_END_DECLS
