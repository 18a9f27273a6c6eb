/* ps-varint.h: whole numbers in as few bytes as they need
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Seven bits a byte, the lowest first, the top bit says that more follow. Signed numbers are folded first (0, -1, 1, -2 …), so
 * that small ones of either sign stay small. Reading checks the end: a damaged block gives an error, not a crash.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline guint64
ps_fold (gint64 number)
{
  return ((guint64) number << 1) ^ (guint64) (number >> 63);
}

static inline gint64
ps_unfold (guint64 number)
{
  return (gint64) (number >> 1) ^ -(gint64) (number & 1);
}

/* A sum that wraps: what a damaged block adds up to is of no use, but must not be undefined either. */
static inline gint64
ps_add_wrapping (gint64 a, gint64 b)
{
  return (gint64) ((guint64) a + (guint64) b);
}

#define PS_VARINT_MAX 10    /* bytes that the largest number takes */

/* Writes to @out, which has room for PS_VARINT_MAX bytes; returns where the next one goes. */
static inline guint8 *
ps_varint_write (guint8 *out, guint64 number)
{
  while (number >= 0x80)
    {
      *out++ = (guint8) (number | 0x80);
      number >>= 7;
    }
  *out++ = (guint8) number;
  return out;
}

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      broken;     /* the data ended in the middle of something, or is no number */
} PsVarintReader;

static inline guint64
ps_varint_read (PsVarintReader *reader)
{
  guint64 number = 0;

  for (int shift = 0; shift < 64 && reader->at < reader->end; shift += 7)
    {
      guint8 byte = *reader->at++;

      number |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return number;
    }
  reader->broken = TRUE;
  return 0;
}

static inline gint64
ps_varint_read_signed (PsVarintReader *reader)
{
  return ps_unfold (ps_varint_read (reader));
}

G_END_DECLS
