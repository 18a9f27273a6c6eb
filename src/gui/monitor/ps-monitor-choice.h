/* ps-monitor-choice.h: a drop-down of things of the region, the first of which is all of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_MONITOR_CHOICE (ps_monitor_choice_get_type ())
G_DECLARE_FINAL_TYPE (PsMonitorChoice, ps_monitor_choice, PS, MONITOR_CHOICE, AdwBin)

/* Signal: "changed": by the user only. name: "Municipality", all: "All municipalities", translated. */
GtkWidget  *ps_monitor_choice_new       (const char *name, const char *all);
/* In this order: first begin, then each, then end: what was chosen stays so as long as it is there, else all are. Many can be searched in. */
void        ps_monitor_choice_begin     (PsMonitorChoice *self);
void        ps_monitor_choice_add       (PsMonitorChoice *self, const char *code, const char *label, const char *said);
void        ps_monitor_choice_end       (PsMonitorChoice *self);
const char *ps_monitor_choice_get       (PsMonitorChoice *self);                    /* NULL: all */
const char *ps_monitor_choice_get_said  (PsMonitorChoice *self);                    /* in a sentence: "Venlo"; NULL: all */
gboolean    ps_monitor_choice_choose    (PsMonitorChoice *self, const char *code);  /* NULL: all; FALSE: there is none; not told by "changed" */

G_END_DECLS
