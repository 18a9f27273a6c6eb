/* ps-line-block.h: declaration lines as compact copies, for settling fast
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A block holds what a settlement needs of the lines of one provider and year; instalments of trajects are in blocks of
 * their own, for later years need them as well (domain.md §6). A line is the difference from the line before it, about 14
 * bytes.
 */
#pragma once

#include "core/ps-production.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 assignment_id;
  gint64 product_id;
  gint64 volume_milli;
  gint64 tariff_e4;        /* PS_NO_NUMBER: not given */
  gint64 amount_cents;
  PsDate from;
  PsDate to;
  guint8 unit;
  guint8 status;
} PsStoredLine;

typedef struct
{
  GByteArray  *data;
  guint        n_lines;
  PsDate       last_day;   /* the last `to` */
  PsStoredLine last;       /* what the next one is a difference from */
} PsLineEncoder;

void     ps_line_encoder_init  (PsLineEncoder *encoder);
void     ps_line_encoder_clear (PsLineEncoder *encoder);
void     ps_line_encoder_add   (PsLineEncoder *encoder, const PsStoredLine *line);

typedef void (*PsStoredLineFunc) (const PsStoredLine *line, gpointer user_data);

/* Calls @func for each of the block's lines, in their order. FALSE: these are not @n_lines lines. */
gboolean ps_line_block_read    (const guint8 *data, gsize size, guint n_lines, PsStoredLineFunc func, gpointer user_data);

G_END_DECLS
