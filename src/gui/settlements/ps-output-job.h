/* ps-output-job.h: files written on a worker: how far it is, a way to cancel, and what is said when it is done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-dossier-files.h"
#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PsOutputJob PsOutputJob;

/* On the worker. `cancellable`: of the user, and of the session. */
typedef gboolean (*PsOutputWrite) (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error);
/* What is said when it was written; translated, owned by the caller. */
typedef char *(*PsOutputDone) (const PsOutputJob *job);

struct _PsOutputJob
{
  PsOutputWrite    write;
  PsOutputDone     done;
  GFile           *target;         /* file, or folder */
  gint64           id;             /* of a settlement; 0: of a year */
  int              year;
  GArray          *ids;            /* gint64, of letters; owned; NULL: none */
  int              month;          /* of a month's overview, as the next one */
  char            *agb;            /* owned; NULL: of the region */
  PsDate           day;            /* on which it is made */
  gboolean         proposed;       /* a payment list of what is proposed */
  PsStatementFiles files;

  PsProgressFunc   progress;       /* of the worker */
  gpointer         progress_data;
  guint            n_written;      /* what became of it */
  guint            n_all;
  char            *made;           /* a path, where that is not the target */
  gboolean         opens_folder;   /* several were made: the folder that they are in is opened, and not one of them */
  gboolean         nothing;        /* there was nothing to write, nor is to open */
};

/* `write` runs once; the job is freed after it. `title` and `note` are of the dialog that shows how far it is (ps-undo-progress.h). */
PsOutputJob *ps_output_job_new (PsOutputWrite write, PsOutputDone done, GFile *target);
void         ps_output_job_run (PsOutputJob *job, GtkWidget *parent, PsSession *session, const char *title, const char *note);

char        *ps_output_job_folder (const PsOutputJob *job);        /* names for people; owned by the caller */
char        *ps_output_job_name   (const PsOutputJob *job);

G_END_DECLS
