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
  guint  client;
  PsDate start;
  PsDate end;
  guint  n_care;
} PsStoredAssignment;

typedef struct
{
  GByteArray        *data;
  guint              n_assignments;
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
