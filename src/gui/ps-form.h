/* ps-form.h: a form: labelled fields, checked as they are typed, and whether there is something to save
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-date-entry.h"
#include "ps-value-entry.h"
#include "store/ps-record.h"

G_BEGIN_DECLS

typedef enum
{
  PS_FORM_TEXT, PS_FORM_LONG_TEXT, PS_FORM_MONEY, PS_FORM_TARIFF, PS_FORM_PERCENT, PS_FORM_COUNT, PS_FORM_VOLUME, PS_FORM_DATE,
  PS_FORM_CHOICE,        /* a drop-down: its value is a number */
  PS_FORM_SWITCH,        /* 0 or 1 */
} PsFormKind;

typedef struct
{
  const char *id;        /* stable; the column, where the form is about a row */
  const char *title;     /* translated */
  PsFormKind  kind;
  gboolean    required;
  const char *hint;      /* below it, translated; NULL: none */
  PsTextCheck check;     /* of a text; NULL: none */
} PsFormField;

#define PS_TYPE_FORM (ps_form_get_type ())
G_DECLARE_FINAL_TYPE (PsForm, ps_form, PS, FORM, GtkWidget)

/* Signal: "changed" when a value, or whether the form can be saved, changed. */
GtkWidget  *ps_form_new          (const PsFormField *fields, guint n_fields);
void        ps_form_add_choice   (PsForm *self, const char *id, gint64 value, const char *label);     /* PS_NO_NUMBER: "none" */
void        ps_form_clear_choices (PsForm *self, const char *id);
void        ps_form_set_text     (PsForm *self, const char *id, const char *text);
void        ps_form_set_number   (PsForm *self, const char *id, gint64 number);
void        ps_form_set_date     (PsForm *self, const char *id, PsDate date);
const char *ps_form_get_text     (PsForm *self, const char *id);      /* trimmed; never NULL */
gint64      ps_form_get_number   (PsForm *self, const char *id);      /* PS_NO_NUMBER: empty */
PsDate      ps_form_get_date     (PsForm *self, const char *id);      /* PS_DATE_OPEN: empty */
void        ps_form_set_visible  (PsForm *self, const char *id, gboolean visible);    /* a hidden field is always right */
void        ps_form_set_editable (PsForm *self, const char *id, gboolean editable);
void        ps_form_set_problem  (PsForm *self, const char *id, const char *problem); /* found by the page; NULL: none. Keeps the form from being saved */
void        ps_form_set_pending  (PsForm *self, const char *pending);    /* what it waits for, which keeps it from being saved; NULL: nothing */
GtkWidget  *ps_form_get_widget   (PsForm *self, const char *id);      /* the entry itself, for range and number checks */
void        ps_form_append       (PsForm *self, GtkWidget *child);    /* something of the page's own below the fields */
gboolean    ps_form_is_valid     (PsForm *self);
char       *ps_form_get_problem  (PsForm *self);                      /* the first: "AGB code: This is needed."; NULL: none; owned by the caller */
gboolean    ps_form_is_changed   (PsForm *self);

/* Fields whose id is a column of the record: from it, as the values there are; and into it. */
void        ps_form_load_record  (PsForm *self, const PsRecord *record);
void        ps_form_store_record (PsForm *self, PsRecord *record);

G_END_DECLS
