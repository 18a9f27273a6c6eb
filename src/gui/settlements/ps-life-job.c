/* ps-life-job.c: a step of settlements' life as work for the writing worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-life-job"

#include "ps-life-job.h"

PsLifeTask *
ps_life_task_new (PsLifeStep step, int year, PsDate through, const char *const *agbs)
{
  PsLifeTask *task = g_new0 (PsLifeTask, 1);

  task->agbs = g_strdupv ((char **) agbs);
  task->job.step = step;
  task->job.year = year;
  task->job.through = through;
  task->job.shown_cents = PS_NO_NUMBER;
  return task;
}

void
ps_life_task_free (gpointer data)
{
  PsLifeTask *task = data;

  g_strfreev (task->agbs);
  g_free (task->reason);
  g_free (task->answer);
  g_clear_pointer (&task->answers, g_ptr_array_unref);
  g_clear_pointer (&task->relay, ps_progress_relay_unref);
  g_clear_pointer (&task->report, ps_life_report_free);
  g_free (task);
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;
}

void
ps_life_task_set_reason (PsLifeTask *task, const char *reason)
{
  set_text (&task->reason, reason);
}

void
ps_life_task_set_answer (PsLifeTask *task, const char *answer)
{
  set_text (&task->answer, answer);
}

gboolean
ps_life_task_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  PsLifeTask *task = data;

  task->job.agbs = (const char *const *) task->agbs;
  task->job.reason = task->reason;
  task->job.answer = task->answer;
  task->job.answers = task->answers;
  task->report = ps_settlements_take (store, actor, &task->job, cancellable,
                                      task->relay != NULL ? ps_progress_relay_report : NULL, task->relay, error);
  if (task->report == NULL)
    return FALSE;
  *record = task->report->record;
  return TRUE;
}
