/* ps-value-entry.h: an entry for an amount, a percentage, a number, a code or a text: takes what people type, shows what it understood
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * While it is typed in, the value is checked with every key; what is wrong is said in words in a label below (or, compact, as a tooltip and
 * description) and told to assistive technology. On leaving, a value that is understood is written as the program writes it; one that is
 * not stays as it was typed. Days have ps-date-entry.h, which behaves the same.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-date.h"
#include "core/ps-number.h"

G_BEGIN_DECLS

typedef enum
{
  PS_ENTRY_TEXT,
  PS_ENTRY_MONEY,        /* cents */
  PS_ENTRY_TARIFF,       /* ten-thousandths */
  PS_ENTRY_PERCENT,      /* basis points */
  PS_ENTRY_COUNT,
  PS_ENTRY_VOLUME,       /* thousandths */
} PsEntryKind;

#define PS_TYPE_VALUE_ENTRY (ps_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (PsValueEntry, ps_value_entry, PS, VALUE_ENTRY, GtkWidget)

/* FALSE with *why (translated, owned by the caller): the text is not right, e.g. ps_check_agb() of core/ps-checks.h. */
typedef gboolean (*PsTextCheck)   (const char *text, char **why);
typedef gboolean (*PsNumberCheck) (gint64 number, char **why, gpointer user_data);

/* Signals: "value-changed" with every key that changes the value or whether it is right; "value-given" when another right value was
 * given: by Enter, or by leaving the entry. Both also where it became empty. */
GtkWidget  *ps_value_entry_new         (PsEntryKind kind, const char *accessible_name, gboolean compact);
void        ps_value_entry_set_name    (PsValueEntry *self, const char *accessible_name);      /* another one than it was made with */
void        ps_value_entry_set_required (PsValueEntry *self, gboolean required);       /* empty is wrong */
void        ps_value_entry_set_check   (PsValueEntry *self, PsTextCheck check);
void        ps_value_entry_set_number_check (PsValueEntry *self, PsNumberCheck check, gpointer user_data);
void        ps_value_entry_set_range   (PsValueEntry *self, gint64 least, gint64 most);
void        ps_value_entry_set_text    (PsValueEntry *self, const char *text);         /* as the value there is: not a change */
void        ps_value_entry_set_number  (PsValueEntry *self, gint64 number);            /* PS_NO_NUMBER: empty */
const char *ps_value_entry_get_text    (PsValueEntry *self);                           /* trimmed; "" where it is empty */
gint64      ps_value_entry_get_number  (PsValueEntry *self);                           /* PS_NO_NUMBER: empty, or not understood */
gboolean    ps_value_entry_is_valid    (PsValueEntry *self);
gboolean    ps_value_entry_is_changed  (PsValueEntry *self);                           /* from what was set */
const char *ps_value_entry_get_problem (PsValueEntry *self);                           /* NULL: none */
void        ps_value_entry_set_problem (PsValueEntry *self, const char *problem);      /* one that the page found; until it is typed in again */
void        ps_value_entry_set_suffix  (PsValueEntry *self, const char *suffix);       /* shown in the entry when it is not typed in: "months" */
void        ps_value_entry_set_hint    (PsValueEntry *self, const char *hint);         /* below it while nothing else is said there */
void        ps_value_entry_type        (PsValueEntry *self, const char *text);         /* as if typed, for tests */

G_END_DECLS
