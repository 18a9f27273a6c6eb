/* ps-date-entry.h: an entry for a day: takes what people type, shown as dd-mm-jjjj, with a calendar beside it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-date.h"

G_BEGIN_DECLS

#define PS_TYPE_DATE_ENTRY (ps_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (PsDateEntry, ps_date_entry, PS, DATE_ENTRY, GtkWidget)

/* Signals: "date-changed" when the user gave another valid day (Enter, leaving the entry, or the calendar); "value-changed" with every
 * key and every choice in the calendar. */
GtkWidget  *ps_date_entry_new         (const char *accessible_name);             /* in a bar of tools: there is always a day that counts */
GtkWidget  *ps_date_entry_new_for_form (const char *accessible_name);            /* with a line below it, and empty at first */
void        ps_date_entry_set_optional (PsDateEntry *self, gboolean optional);   /* empty is right, and means PS_DATE_OPEN */
void        ps_date_entry_set_range   (PsDateEntry *self, PsDate first, PsDate last);
void        ps_date_entry_set_date    (PsDateEntry *self, PsDate date);
PsDate      ps_date_entry_get_date    (PsDateEntry *self);
gboolean    ps_date_entry_is_valid    (PsDateEntry *self);                       /* what is typed now is a day within the range */
gboolean    ps_date_entry_is_changed  (PsDateEntry *self);                       /* from what was set */
const char *ps_date_entry_get_problem (PsDateEntry *self);                       /* NULL: none */
void        ps_date_entry_set_problem (PsDateEntry *self, const char *problem);
void        ps_date_entry_set_hint    (PsDateEntry *self, const char *hint);
void        ps_date_entry_set_text    (PsDateEntry *self, const char *text);     /* as if typed, for tests */

G_END_DECLS
