/* ps-care-block.c: a provider's assignments and their care as one compact copy
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-care-block.h"

#include <string.h>

#include "ps-varint.h"

#define MAX_ASSIGNMENT_SIZE (8 * PS_VARINT_MAX)
#define MAX_CARE_SIZE (3 * PS_VARINT_MAX)

void
ps_care_encoder_init (PsCareEncoder *encoder)
{
  memset (encoder, 0, sizeof *encoder);
  encoder->data = g_byte_array_new ();
}

void
ps_care_encoder_clear (PsCareEncoder *encoder)
{
  g_clear_pointer (&encoder->data, g_byte_array_unref);
}

/* An end as days after the start; 0 where it is open. */
static guint64
length_of (PsDate start, PsDate end)
{
  return end == PS_DATE_OPEN ? 0 : ps_fold ((gint64) end - start) + 1;
}

static PsDate
end_of (PsDate start, guint64 length)
{
  return length == 0 ? PS_DATE_OPEN : (PsDate) ps_add_wrapping (start, ps_unfold (length - 1));
}

void
ps_care_encoder_add_assignment (PsCareEncoder *encoder, const PsStoredAssignment *assignment)
{
  guint8 buffer[MAX_ASSIGNMENT_SIZE];
  guint8 *out = buffer;

  out = ps_varint_write (out, ps_fold (assignment->id - encoder->last.id));
  out = ps_varint_write (out, (guint64) assignment->municipality_id);
  out = ps_varint_write (out, (guint64) assignment->product_id);
  if (assignment->product_id == 0)
    out = ps_varint_write (out, (guint64) assignment->group_id);
  out = ps_varint_write (out, assignment->client);
  out = ps_varint_write (out, ps_fold ((gint64) assignment->start - encoder->last.start));
  out = ps_varint_write (out, length_of (assignment->start, assignment->end));
  out = ps_varint_write (out, assignment->n_care);
  g_byte_array_append (encoder->data, buffer, out - buffer);
  encoder->last = *assignment;
  encoder->last_care = assignment->start;
  encoder->n_assignments++;
}

void
ps_care_encoder_add_care (PsCareEncoder *encoder, const PsCare *care)
{
  guint8 buffer[MAX_CARE_SIZE];
  guint8 *out = buffer;

  out = ps_varint_write (out, ps_fold ((gint64) care->start - encoder->last_care));
  out = ps_varint_write (out, length_of (care->start, care->stop));
  out = ps_varint_write (out, care->reason);
  g_byte_array_append (encoder->data, buffer, out - buffer);
  encoder->last_care = care->start;
}

static void
read_assignment (PsVarintReader *reader, PsStoredAssignment *assignment)
{
  assignment->id = ps_add_wrapping (assignment->id, ps_varint_read_signed (reader));
  assignment->municipality_id = (gint64) ps_varint_read (reader);
  assignment->product_id = (gint64) ps_varint_read (reader);
  assignment->group_id = assignment->product_id == 0 ? (gint64) ps_varint_read (reader) : 0;
  assignment->client = (guint) ps_varint_read (reader);
  assignment->start = (PsDate) ps_add_wrapping (assignment->start, ps_varint_read_signed (reader));
  assignment->end = end_of (assignment->start, ps_varint_read (reader));
  assignment->n_care = (guint) ps_varint_read (reader);
}

static gboolean
read_care (PsVarintReader *reader, const PsStoredAssignment *assignment, const PsCareFuncs *funcs, gpointer user_data)
{
  PsCare care = { .start = assignment->start };

  for (guint i = 0; i < assignment->n_care; i++)
    {
      care.start = (PsDate) ps_add_wrapping (care.start, ps_varint_read_signed (reader));
      care.stop = end_of (care.start, ps_varint_read (reader));
      care.reason = (guint8) ps_varint_read (reader);
      if (reader->broken)
        return FALSE;
      funcs->care (&care, user_data);
    }
  return TRUE;
}

gboolean
ps_care_block_read (const guint8 *data, gsize size, guint n_assignments, const PsCareFuncs *funcs, gpointer user_data)
{
  PsVarintReader reader = { data, data + size, FALSE };
  PsStoredAssignment assignment = { 0 };

  for (guint i = 0; i < n_assignments; i++)
    {
      read_assignment (&reader, &assignment);
      if (reader.broken)
        return FALSE;
      funcs->assignment (&assignment, user_data);
      if (!read_care (&reader, &assignment, funcs, user_data))
        return FALSE;
    }
  return reader.at == reader.end;
}
