/* ps-care-block.c: a provider's assignments and their care as one compact copy
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-care-block.h"

#include <string.h>

#include "ps-key-set.h"
#include "ps-varint.h"

#define KEY_SIZE sizeof (guint64)
#define MAX_ASSIGNMENT_SIZE (11 * PS_VARINT_MAX + KEY_SIZE)
#define MAX_CARE_SIZE (5 * PS_VARINT_MAX)
/* Another one makes other keys of the same pseudonyms: never change it. */
#define KEY_SEED G_GUINT64_CONSTANT (0x5065696c73746f6b)

/* In one number: what is given at all, the small codes, and the referrer above them. */
#define HAS_VOLUME (1u << 0)
#define HAS_BUDGET (1u << 1)
#define UNIT_SHIFT 2
#define FREQUENCY_SHIFT 6
#define REFERRER_SHIFT 10

guint64
ps_client_key (const char *pseudonym)
{
  return MAX (ps_hash_text (KEY_SEED, pseudonym), 1);
}

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

/* The first assignment of a client says who it is; the others that it is the same one. */
static guint8 *
write_client (PsCareEncoder *encoder, const PsStoredAssignment *assignment, guint8 *out)
{
  guint64 key = GUINT64_TO_LE (assignment->client_key);

  g_assert (assignment->client >= 1 && assignment->client <= encoder->n_clients + 1);
  out = ps_varint_write (out, assignment->client);
  if (assignment->client <= encoder->n_clients)
    return out;
  encoder->n_clients++;
  memcpy (out, &key, KEY_SIZE);
  return out + KEY_SIZE;
}

static guint8 *
write_granted (const PsStoredAssignment *assignment, guint8 *out)
{
  guint64 what = (guint64) (assignment->unit & 15) << UNIT_SHIFT | (guint64) (assignment->frequency & 15) << FREQUENCY_SHIFT
                 | (guint64) assignment->referrer << REFERRER_SHIFT;

  if (assignment->volume_milli != PS_NO_NUMBER)
    what |= HAS_VOLUME;
  if (assignment->budget_cents != PS_NO_NUMBER)
    what |= HAS_BUDGET;
  out = ps_varint_write (out, what);
  if (what & HAS_VOLUME)
    out = ps_varint_write (out, ps_fold (assignment->volume_milli));
  if (what & HAS_BUDGET)
    out = ps_varint_write (out, ps_fold (assignment->budget_cents));
  return out;
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
  out = write_client (encoder, assignment, out);
  out = ps_varint_write (out, ps_fold ((gint64) assignment->start - encoder->last.start));
  out = ps_varint_write (out, length_of (assignment->start, assignment->end));
  out = ps_varint_write (out, assignment->n_care);
  out = write_granted (assignment, out);
  g_byte_array_append (encoder->data, buffer, out - buffer);
  encoder->last = *assignment;
  encoder->last_care = assignment->start;
  encoder->n_assignments++;
}

/* A stop is reported after it, a start that did not stop after that. */
static PsDate
reported_from (const PsCare *care)
{
  return care->stop != PS_DATE_OPEN ? care->stop : care->start;
}

void
ps_care_encoder_add_care (PsCareEncoder *encoder, const PsCare *care)
{
  guint8 buffer[MAX_CARE_SIZE];
  guint8 *out = buffer;

  out = ps_varint_write (out, ps_fold ((gint64) care->start - encoder->last_care));
  out = ps_varint_write (out, length_of (care->start, care->stop));
  out = ps_varint_write (out, care->reason);
  out = ps_varint_write (out, length_of (care->start, care->sent_305));
  out = ps_varint_write (out, length_of (reported_from (care), care->sent_307));
  g_byte_array_append (encoder->data, buffer, out - buffer);
  encoder->last_care = care->start;
}

typedef struct
{
  PsVarintReader reader;
  GArray *keys; /* guint64, by a client's number less one */
  PsStoredAssignment assignment;
} Reading;

static void
read_client (Reading *self)
{
  PsVarintReader *reader = &self->reader;
  guint64 client = ps_varint_read (reader), key;

  if (client == (guint64) self->keys->len + 1 && (gsize) (reader->end - reader->at) >= KEY_SIZE)
    {
      memcpy (&key, reader->at, KEY_SIZE);
      reader->at += KEY_SIZE;
      key = GUINT64_FROM_LE (key);
      g_array_append_val (self->keys, key);
    }
  if (client == 0 || client > self->keys->len)
    {
      reader->broken = TRUE;
      return;
    }
  self->assignment.client = (guint) client;
  self->assignment.client_key = g_array_index (self->keys, guint64, client - 1);
}

static void
read_granted (PsVarintReader *reader, PsStoredAssignment *assignment)
{
  guint64 what = ps_varint_read (reader);

  assignment->unit = what >> UNIT_SHIFT & 15;
  assignment->frequency = what >> FREQUENCY_SHIFT & 15;
  assignment->referrer = (guint8) (what >> REFERRER_SHIFT);
  assignment->volume_milli = what & HAS_VOLUME ? ps_varint_read_signed (reader) : PS_NO_NUMBER;
  assignment->budget_cents = what & HAS_BUDGET ? ps_varint_read_signed (reader) : PS_NO_NUMBER;
}

static void
read_assignment (Reading *self)
{
  PsVarintReader *reader = &self->reader;
  PsStoredAssignment *assignment = &self->assignment;

  assignment->id = ps_add_wrapping (assignment->id, ps_varint_read_signed (reader));
  assignment->municipality_id = (gint64) ps_varint_read (reader);
  assignment->product_id = (gint64) ps_varint_read (reader);
  assignment->group_id = assignment->product_id == 0 ? (gint64) ps_varint_read (reader) : 0;
  read_client (self);
  assignment->start = (PsDate) ps_add_wrapping (assignment->start, ps_varint_read_signed (reader));
  assignment->end = end_of (assignment->start, ps_varint_read (reader));
  assignment->n_care = (guint) ps_varint_read (reader);
  read_granted (reader, assignment);
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
      care.sent_305 = end_of (care.start, ps_varint_read (reader));
      care.sent_307 = end_of (reported_from (&care), ps_varint_read (reader));
      if (reader->broken)
        return FALSE;
      funcs->care (&care, user_data);
    }
  return TRUE;
}

gboolean
ps_care_block_read (const guint8 *data, gsize size, guint n_assignments, const PsCareFuncs *funcs, gpointer user_data)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  Reading self = { .reader = { data, data + size, FALSE }, .keys = keys };

  for (guint i = 0; i < n_assignments; i++)
    {
      read_assignment (&self);
      if (self.reader.broken)
        return FALSE;
      funcs->assignment (&self.assignment, user_data);
      if (!read_care (&self.reader, &self.assignment, funcs, user_data))
        return FALSE;
    }
  return self.reader.at == self.reader.end;
}
