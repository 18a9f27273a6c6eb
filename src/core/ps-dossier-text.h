/* ps-dossier-text.h: a dossier as three documents in plain text, and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * UTF-8, a record a line, its fields parted by tabs (tab, newline and backslash in a value as \t \n \\), the first field its kind, the
 * first line the document's kind and format number. Days yyyy-mm-dd, amounts in cents, tariffs in ten-thousandths, volumes in thousandths,
 * shares in basis points; things by their codes and keys, never by a number of the file. Rows in one order that depends on their content
 * only, so that the same content is the same text, and the same SHA-256. An auditor can read them, and check them with sha256sum.
 */
#pragma once

#include "ps-dossier.h"

G_BEGIN_DECLS

#define PS_DOSSIER_ERROR (ps_dossier_error_quark ())
GQuark ps_dossier_error_quark (void);
typedef enum { PS_DOSSIER_ERROR_MALFORMED, PS_DOSSIER_ERROR_NEWER } PsDossierError;

typedef enum
{
  PS_DOCUMENT_INPUTS = 1,          /* provider, agreement, scheme and bands, products, tariffs, peildata */
  PS_DOCUMENT_PRODUCTION,          /* assignments, care, lines with their decisions, advances, measurements */
  PS_DOCUMENT_RESULTS,             /* lines, scopes, bands, signals, totals, and what each source came to */
  PS_N_DOCUMENTS,                  /* a dossier is so many, from 1 on */
  PS_DOCUMENT_CIRCUMSTANCES = PS_N_DOCUMENTS   /* beside them, of a final one (ps-circumstances.h) */
} PsDocumentKind;

const char *ps_document_name (PsDocumentKind kind);          /* "inputs" …: untranslated, for file names */

char       *ps_dossier_write (const PsDossier *dossier, PsDocumentKind kind);
/* `texts`: by kind, [0] unused. NULL with PS_DOSSIER_ERROR that names document and line; of a newer format: says so. */
PsDossier  *ps_dossier_read  (const char *const texts[PS_N_DOCUMENTS], GError **error);

G_END_DECLS
