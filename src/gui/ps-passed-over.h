/* ps-passed-over.h: what a step for many left out, one by one with the reason
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Collects, then shows itself in a dialog over `parent`; the reasons are sentences, and are read whole. */
typedef struct _PsPassedOver PsPassedOver;

PsPassedOver *ps_passed_over_new     (void);
void          ps_passed_over_free    (PsPassedOver *list);
void          ps_passed_over_add     (PsPassedOver *list, const char *whom, const char *why);
/* heading: what was done, "12 letters drafted". Takes the list. */
void          ps_passed_over_present (PsPassedOver *list, GtkWindow *parent, const char *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPassedOver, ps_passed_over_free)

G_END_DECLS
