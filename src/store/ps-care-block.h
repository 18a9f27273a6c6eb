/* ps-care-block.h: a provider's assignments and their care as one compact copy, for settling fast
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-production.h"

G_BEGIN_DECLS

/* As PsAssignment and PsCare, with the ids of the region file instead of places. */
typedef struct
{
  gint64 id;
  gint64 municipality_id;
  gint64 product_id;       /* 0: aspecific, then group_id counts */
  gint64 group_id;
  guint  client;           /* from 1, in the order in which they come: the first one of a client says its key */
  PsDate start;
  PsDate end;
  guint  n_care;
  guint64 client_key;
  gint64 volume_milli;     /* PS_NO_NUMBER: not given, as the next one */
  gint64 budget_cents;
  guint8 unit;             /* below 16, as the next one */
  guint8 frequency;
  guint8 referrer;
} PsStoredAssignment;

/* The key of a client with whatever provider of the region: never 0. */
guint64 ps_client_key (const char *pseudonym);

/* What care_block.clients has of each client's key, little-endian: enough to say where somebody is not, without reading any care. */
#define PS_CARE_KEY_SIZE 4
static inline guint32
ps_care_key_part (guint64 key)
{
  return (guint32) key;
}

typedef struct
{
  GByteArray        *data;
  guint              n_assignments;
  guint              n_clients;
  PsStoredAssignment last;
  PsDate             last_care;
} PsCareEncoder;

void ps_care_encoder_init           (PsCareEncoder *encoder);
void ps_care_encoder_clear          (PsCareEncoder *encoder);

/* An assignment, followed by its `n_care` care periods by start. */
void ps_care_encoder_add_assignment (PsCareEncoder *encoder, const PsStoredAssignment *assignment);
void ps_care_encoder_add_care       (PsCareEncoder *encoder, const PsCare *care);

typedef struct
{
  void (*assignment) (const PsStoredAssignment *assignment, gpointer user_data);
  void (*care)       (const PsCare *care, gpointer user_data);
} PsCareFuncs;

/* FALSE: these are not @n_assignments assignments. */
gboolean ps_care_block_read (const guint8 *data, gsize size, guint n_assignments, const PsCareFuncs *funcs, gpointer user_data);

G_END_DECLS
