/* ps-line-block.c: declaration lines as compact copies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-line-block.h"

#include <string.h>

#include "ps-varint.h"

/* The first byte of a line: unit in four bits, status in two, and whether it has a tariff. */
#define UNIT_MASK 0x0f
#define STATUS_SHIFT 4
#define STATUS_MASK 0x03
#define HAS_TARIFF 0x40

/* The most that a line takes: its first byte and eight numbers. */
#define MAX_LINE_SIZE (1 + 8 * PS_VARINT_MAX)

void
ps_line_encoder_init (PsLineEncoder *encoder)
{
  memset (encoder, 0, sizeof *encoder);
  encoder->data = g_byte_array_new ();
  encoder->last_day = G_MININT32;
}

void
ps_line_encoder_clear (PsLineEncoder *encoder)
{
  g_clear_pointer (&encoder->data, g_byte_array_unref);
}

/* Nearly every amount is volume × tariff: then the difference, all that is kept, is 0. It wraps, and reading wraps it back. */
static guint64
expected_amount (gint64 volume_milli, gint64 tariff_e4)
{
  PsWide product = (PsWide) volume_milli * tariff_e4;
  PsWide half = product < 0 ? -50000 : 50000;

  /* A division of 64 bits is a good deal quicker than one of 128. */
  if (product > G_MININT64 / 2 && product < G_MAXINT64 / 2)
    return (guint64) ((gint64) (product + half) / 100000);
  return (guint64) ((product + half) / 100000);
}

static guint8 *
write_line (guint8 *out, const PsStoredLine *line, const PsStoredLine *last)
{
  gboolean has_tariff = line->tariff_e4 != PS_NO_NUMBER;
  gint64 tariff = has_tariff ? line->tariff_e4 : 0;

  *out++ = line->unit | line->status << STATUS_SHIFT | (has_tariff ? HAS_TARIFF : 0);
  out = ps_varint_write (out, ps_fold (line->id - last->id));
  out = ps_varint_write (out, ps_fold (line->assignment_id - last->assignment_id));
  out = ps_varint_write (out, ps_fold (line->product_id - last->product_id));
  out = ps_varint_write (out, ps_fold ((gint64) line->from - last->from));
  out = ps_varint_write (out, ps_fold ((gint64) line->to - line->from));
  out = ps_varint_write (out, ps_fold (line->volume_milli));
  if (has_tariff)
    out = ps_varint_write (out, ps_fold (tariff));
  return ps_varint_write (out, ps_fold ((gint64) ((guint64) line->amount_cents - expected_amount (line->volume_milli, tariff))));
}

void
ps_line_encoder_add (PsLineEncoder *encoder, const PsStoredLine *line)
{
  guint8 buffer[MAX_LINE_SIZE];
  guint8 *end;

  g_assert (line->unit <= UNIT_MASK && line->status <= STATUS_MASK);
  end = write_line (buffer, line, &encoder->last);
  g_byte_array_append (encoder->data, buffer, end - buffer);
  encoder->last = *line;
  encoder->last_day = MAX (encoder->last_day, line->to);
  encoder->n_lines++;
}

static void
read_line (PsVarintReader *reader, PsStoredLine *line)
{
  guint8 head = reader->at < reader->end ? *reader->at++ : 0;
  gboolean has_tariff = (head & HAS_TARIFF) != 0;
  gint64 tariff;

  line->unit = head & UNIT_MASK;
  line->status = head >> STATUS_SHIFT & STATUS_MASK;
  line->id = ps_add_wrapping (line->id, ps_varint_read_signed (reader));
  line->assignment_id = ps_add_wrapping (line->assignment_id, ps_varint_read_signed (reader));
  line->product_id = ps_add_wrapping (line->product_id, ps_varint_read_signed (reader));
  line->from = (PsDate) ps_add_wrapping (line->from, ps_varint_read_signed (reader));
  line->to = (PsDate) ps_add_wrapping (line->from, ps_varint_read_signed (reader));
  line->volume_milli = ps_varint_read_signed (reader);
  tariff = has_tariff ? ps_varint_read_signed (reader) : 0;
  line->tariff_e4 = has_tariff ? tariff : PS_NO_NUMBER;
  line->amount_cents = (gint64) ((guint64) ps_varint_read_signed (reader) + expected_amount (line->volume_milli, tariff));
}

gboolean
ps_line_block_read (const guint8 *data, gsize size, guint n_lines, PsStoredLineFunc func, gpointer user_data)
{
  PsVarintReader reader = { data, data + size, FALSE };
  PsStoredLine line = { 0 };

  for (guint i = 0; i < n_lines; i++)
    {
      read_line (&reader, &line);
      if (reader.broken)
        return FALSE;
      func (&line, user_data);
    }
  return reader.at == reader.end;
}
