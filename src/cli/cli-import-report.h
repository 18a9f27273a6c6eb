/* cli-import-report.h: what became of imported files, for people and for programs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-common.h"
#include "exchange/ps-import.h"

G_BEGIN_DECLS

void        ps_cli_import_report_problems (const PsImportReport *report);      /* on standard error */
PsCliStatus ps_cli_import_report_text     (const PsImportReport *report);
PsCliStatus ps_cli_import_report_json     (const PsImportReport *report);

G_END_DECLS
