/* ps-apply.h: something saved without a dialog: the window says so, with a button that takes it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-session.h"

G_BEGIN_DECLS

/* Takes `change`. `done` (translated) is said when it was written; a refusal is said in a dialog over the window of `from`. `from`
 * may be gone by then. */
void ps_apply_and_tell (GtkWidget *from, PsSession *session, PsChange *change, const char *done);
/* The same for what is more than rows: `write` runs on a worker with `data`, which is taken. */
void ps_write_and_tell (GtkWidget *from, PsSession *session, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                        const char *done);
/* Why something was not done, in a dialog that must be answered: such a sentence may be too long for a toast. */
void ps_tell_refused   (GtkWidget *from, PsSession *session, const GError *error);

G_END_DECLS
