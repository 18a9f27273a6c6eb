/* ps-chart-labels.h: where labels fit without covering something
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct { double x, y, width, height; } PsBox;

/* What is in the way of labels: lines of the drawing, and boxes of marks and of labels that have their place. */
typedef struct
{
  PsBox   inside;           /* a label lies within it */
  GArray *lines;
  GArray *boxes;
} PsLabelRoom;

#define PS_N_AROUND 8

void     ps_label_room_init     (PsLabelRoom *room, const PsBox *inside);
void     ps_label_room_clear    (PsLabelRoom *room);
void     ps_label_room_add_line (PsLabelRoom *room, double x1, double y1, double x2, double y2);
void     ps_label_room_add_box  (PsLabelRoom *room, const PsBox *box);
double   ps_label_room_cost     (const PsLabelRoom *room, const PsBox *box);
gboolean ps_label_room_place    (PsLabelRoom *room, const PsBox *candidates, gsize n_candidates,
                                 double most_cost, PsBox *chosen);
void     ps_boxes_around        (double x, double y, double gap, double width, double height, PsBox boxes[PS_N_AROUND]);
gboolean ps_boxes_overlap       (const PsBox *a, const PsBox *b);

/* A label in a column: wants its middle at `wanted`, gets its top at `top`. */
typedef struct { double wanted, height, top; } PsStacked;

void     ps_stack_labels        (PsStacked *labels, gsize n_labels, double top, double bottom);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsLabelRoom, ps_label_room_clear)

G_END_DECLS
