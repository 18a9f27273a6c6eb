/* ps-date-entry.h: an entry for a day: read strictly, shown as dd-mm-jjjj, with a calendar beside it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-date.h"

G_BEGIN_DECLS

#define PS_TYPE_DATE_ENTRY (ps_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (PsDateEntry, ps_date_entry, PS, DATE_ENTRY, GtkWidget)

/* Signal: "date-changed" when the user gave another valid day (Enter, leaving the entry, or the calendar). */
GtkWidget *ps_date_entry_new       (const char *accessible_name);
void       ps_date_entry_set_range (PsDateEntry *self, PsDate first, PsDate last);
void       ps_date_entry_set_date  (PsDateEntry *self, PsDate date);
PsDate     ps_date_entry_get_date  (PsDateEntry *self);
gboolean   ps_date_entry_is_valid  (PsDateEntry *self);                 /* what is typed now is a day within the range */
void       ps_date_entry_set_text  (PsDateEntry *self, const char *text);   /* as if typed, for tests */

G_END_DECLS
