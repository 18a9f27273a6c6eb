/* ps-life-job.h: a step of settlements' life as work for the writing worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* A PsLifeJob with strings of its own, and what came of it. */
typedef struct
{
  PsLifeJob        job;
  char           **agbs;           /* NULL: all */
  char            *reason;
  char            *answer;
  GPtrArray       *answers;        /* PsLifeWarning, owned; NULL: none */
  PsProgressRelay *relay;          /* a share; NULL: nobody looks */
  PsLifeReport    *report;         /* NULL until it was taken */
} PsLifeTask;

PsLifeTask *ps_life_task_new   (PsLifeStep step, int year, PsDate through, const char *const *agbs);
void        ps_life_task_free  (gpointer task);
void        ps_life_task_set_reason (PsLifeTask *task, const char *reason);      /* "": none */
void        ps_life_task_set_answer (PsLifeTask *task, const char *answer);

/* A PsSessionWrite. */
gboolean    ps_life_task_write (PsStore *store, const char *actor, gpointer task, GCancellable *cancellable, gint64 *record, GError **error);

G_END_DECLS
