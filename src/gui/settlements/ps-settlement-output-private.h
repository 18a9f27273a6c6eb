/* ps-settlement-output-private.h: the same into a file that was chosen already, for what asks and for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement-output.h"

G_BEGIN_DECLS

void _ps_settlement_output_save_to     (GtkWidget *parent, PsSession *session, const PsStored *stored, PsStatementFiles file, GFile *target);
void _ps_settlement_output_save_all_to (GtkWidget *parent, PsSession *session, int year, PsStatementFiles files, GFile *folder);
void _ps_settlement_output_payments_to (GtkWidget *parent, PsSession *session, int year, gboolean proposed, gboolean as_csv, GFile *target);
void _ps_settlement_output_dossier_to  (GtkWidget *parent, PsSession *session, gint64 id, GFile *folder);

/* Without asking: into a PDF of the printing itself. */
void _ps_settlement_output_print_to    (GtkWidget *parent, PsSession *session, const PsStored *stored, const char *path);

G_END_DECLS
