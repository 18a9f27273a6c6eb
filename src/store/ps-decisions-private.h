/* ps-decisions-private.h: decisions on declaration lines being taken, looked at beforehand, and taken back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-change-private.h"
#include "ps-decisions.h"
#include "ps-id-places.h"

G_BEGIN_DECLS

/* A line that is decided of, as the file has it. */
typedef struct
{
  PsLine line; /* but for its places */
  gint64 provider_id;
  gint64 product_id;
  char *agb;
  char *reference;
  PsDecision holds;
} PsDecidedLine;

/* Reads lines one after the other. */
typedef struct
{
  PsStore *store;
  PsStatement *select;
} PsDecidedReader;

gboolean ps_decided_reader_init (PsDecidedReader *reader, PsStore *store, GError **error);
void ps_decided_reader_clear (PsDecidedReader *reader);
/* FALSE with PS_STORE_ERROR_CONFLICT where there is no such line. */
gboolean ps_decided_reader_read (PsDecidedReader *reader, gint64 line_id, PsDecidedLine *line, GError **error);
void ps_decided_line_clear (PsDecidedLine *line);

/* What can be decided of lines of one provider. */
typedef struct
{
  const PsRegion *region;
  PsIdPlaces products;
  guint provider; /* place */
  const PsDecide *decide;
} PsDecidedRules;

void ps_decided_rules_init (PsDecidedRules *rules, const PsRegion *region, guint provider, const PsDecide *decide);
void ps_decided_rules_clear (PsDecidedRules *rules);
/* Why the decision cannot be taken of the line, in a translated sentence; NULL: it can. */
char *ps_decided_rules_refuse (const PsDecidedRules *rules, const PsDecidedLine *line);

/* Rows of new decisions, to be written together. */
typedef struct
{
  GPtrArray *rows; /* PsRowChange */
  gint64 next_id;
  gint64 now;
  const char *actor;
} PsDecidedRows;

gboolean ps_decided_rows_init (PsDecidedRows *rows, PsStore *store, const char *actor, GError **error);
void ps_decided_rows_clear (PsDecidedRows *rows);
void ps_decided_rows_add (PsDecidedRows *rows, gint64 line_id, gint64 provider_id, PsDecision decision, const char *reason);

/* ps-decisions-undo.c: whether a record is one of decisions, which are taken back by others: the rows stay. */
gboolean ps_decisions_are (const char *thing);
/* What held of each line before that record holds again; PS_STORE_ERROR_CONFLICT where one was decided of since. */
gboolean ps_decisions_undo (PsApplying *applying, gint64 record, const char *actor, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsDecidedReader, ps_decided_reader_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsDecidedLine, ps_decided_line_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsDecidedRules, ps_decided_rules_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsDecidedRows, ps_decided_rows_clear)

G_END_DECLS
