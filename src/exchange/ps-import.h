/* ps-import.h: canonical CSV files into a region: what the window and the command line both do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-writer.h"

G_BEGIN_DECLS

#define PS_IMPORT_ERROR (ps_import_error_quark ())
GQuark ps_import_error_quark (void);

typedef enum
{
  PS_IMPORT_ERROR_FILE,            /* a file cannot be read: gone, no permission, a folder, or it changed while it was read */
  PS_IMPORT_ERROR_OUTPUT,          /* the rejects file cannot be written */
} PsImportError;

/* In the order in which their references need them. */
typedef enum
{
  PS_CSV_MUNICIPALITIES, PS_CSV_PROVIDERS, PS_CSV_PRODUCTS, PS_CSV_TARIFFS, PS_CSV_SCHEMES, PS_CSV_AGREEMENTS,
  PS_CSV_ASSIGNMENTS, PS_CSV_CARE, PS_CSV_DECLARATIONS, PS_CSV_ADVANCES, PS_CSV_PEILDATA, PS_CSV_MEASUREMENTS,
  PS_N_CSV_KINDS
} PsCsvKind;

const char *ps_csv_kind_word  (PsCsvKind kind);            /* the command line's word: "declarations" */
const char *ps_csv_kind_label (PsCsvKind kind);            /* translated: "declaratieregels" */
gboolean    ps_csv_kind_parse (const char *word, PsCsvKind *kind);

typedef struct
{
  const char *const *paths;        /* NULL-terminated */
  int         kind;                /* PsCsvKind; -1: recognise each file */
  PsDecimal   decimal;
  gboolean    skip;                /* take the good rows, write the others to FILE.rejected.csv */
  const char *actor;               /* who imports: the login name */
  gboolean    dry_run;             /* store nothing, and write no files: what would become of it, marks and all */
} PsImportOptions;

typedef struct
{
  char    *path;
  int      kind;                   /* -1: not recognised */
  guint64  rows, added, updated, unchanged, refused;
  char    *passed_over;            /* names of unknown columns, comma-separated; NULL: none */
  char    *rejects_path;           /* NULL: none written */
} PsImportFile;

typedef struct { guint file; guint64 line; char *column; char *value; char *reason; } PsImportProblem;   /* line 0: the file as a whole */

/* An imported measurement that is out of line with what the messages say or the peildatum before (core/ps-measured.h); it is taken all the same.
 * row: "19-07-2024, 41410001, 45L11, 0983"; value and text: translated, as they are shown. */
typedef struct { guint file; guint64 line; char *column; char *row; char *value; char *text; } PsImportMark;

typedef struct
{
  gboolean   stored;               /* FALSE: refused, or a dry run, and the region is as it was */
  gboolean   dry_run;              /* it was asked for */
  gboolean   storable;             /* nothing forbids it: stored, or it would have been but for the dry run */
  GPtrArray *files;                /* PsImportFile in the order named */
  GPtrArray *problems;             /* PsImportProblem by file and line, the first 1.000 */
  guint64    n_problems;
  GPtrArray *marks;                /* PsImportMark by file and line, the first 1.000; of what was stored, or would have been */
  guint64    n_marks;
} PsImportReport;

#define PS_IMPORT_MAX_PROBLEMS 1000
#define PS_IMPORT_MAX_MARKS 1000

/* NULL with an error when a file or the database cannot be used, or it was cancelled (G_IO_ERROR_CANCELLED): nothing was changed. */
PsImportReport *ps_import             (PsStore *store, const PsImportOptions *options, GCancellable *cancellable,
                                       PsProgressFunc progress, gpointer progress_data, GError **error);
char           *ps_import_problem_text (const PsImportReport *report, const PsImportProblem *problem);   /* "file.csv, line 3, column x: …" */
char           *ps_import_mark_text   (const PsImportReport *report, const PsImportMark *mark);   /* "file.csv, line 3, column x, “12”: …" */
void            ps_import_report_free (PsImportReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsImportReport, ps_import_report_free)

G_END_DECLS
