/* ps-peil-choice.h: a button with a list of which several can be ticked: none ticked is all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_PEIL_CHOICE (ps_peil_choice_get_type ())
G_DECLARE_FINAL_TYPE (PsPeilChoice, ps_peil_choice, PS, PEIL_CHOICE, GtkWidget)

/* Signal: "changed". title: "Municipality", translated. */
GtkWidget *ps_peil_choice_new   (const char *title);
void       ps_peil_choice_begin (PsPeilChoice *self);                                  /* filling it again: what is ticked stays so */
void       ps_peil_choice_add   (PsPeilChoice *self, gint64 id, const char *label);
void       ps_peil_choice_end   (PsPeilChoice *self);
gboolean   ps_peil_choice_has   (PsPeilChoice *self, gint64 id);                       /* ticked, or none is */
void       ps_peil_choice_tick  (PsPeilChoice *self, gint64 id, gboolean ticked);      /* as if clicked */
void       ps_peil_choice_clear (PsPeilChoice *self);

G_END_DECLS
