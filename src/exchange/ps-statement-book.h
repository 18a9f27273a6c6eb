/* ps-statement-book.h: a settlement's lines as a spreadsheet and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* XLSX: a sheet of what it comes to (steps), one of the lines, of bands, of municipalities, of all sources (declaration lines, trajectories, places,
 * advances) each with why. Typed cells; net, payable, balance, all totals, and amounts on the first sheet that come from another are formulas
 * with their values, so that a recalculation gives the same. */
gboolean ps_statement_write_xlsx    (const PsPaper *paper, const char *path, GError **error);
/* CSV as files-and-cli.md writes it for spreadsheets: the lines with a total, and the sources. */
gboolean ps_statement_write_csv     (const PsPaper *paper, GOutputStream *output, GError **error);
gboolean ps_statement_write_sources (const PsPaper *paper, GOutputStream *output, GError **error);

G_END_DECLS
