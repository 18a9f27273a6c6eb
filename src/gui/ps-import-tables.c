/* ps-import-tables.c: the report of an import as tables and a sentence
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-import-tables"

#include "ps-import-tables.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

enum
{
  FILE_NAME,
  FILE_KIND,
  FILE_ROWS,
  FILE_ADDED,
  FILE_UPDATED,
  FILE_UNCHANGED,
  FILE_REFUSED,
  FILE_PASSED_OVER,
  N_FILE_COLUMNS
};
enum
{
  PROBLEM_FILE,
  PROBLEM_LINE,
  PROBLEM_COLUMN,
  PROBLEM_VALUE,
  PROBLEM_REASON,
  N_PROBLEM_COLUMNS
};

enum
{
  MARK_FILE,
  MARK_LINE,
  MARK_ROW,
  MARK_COLUMN,
  MARK_VALUE,
  MARK_TEXT,
  N_MARK_COLUMNS
};

PsTable *
ps_import_files_table_new (void)
{
  const PsColumn columns[N_FILE_COLUMNS] = {
    { "file", _("File"), PS_COLUMN_TEXT, 0, FALSE, TRUE },
    { "kind", _("Kind"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
    { "rows", _("Rows"), PS_COLUMN_COUNT, 9, TRUE, FALSE },
    { "added", _("Added"), PS_COLUMN_COUNT, 9, TRUE, FALSE },
    { "updated", _("Updated"), PS_COLUMN_COUNT, 9, TRUE, FALSE },
    { "unchanged", _("Unchanged"), PS_COLUMN_COUNT, 10, TRUE, FALSE },
    { "refused", _("Refused"), PS_COLUMN_COUNT, 9, TRUE, FALSE },
    { "passed-over", _("Columns passed over"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_FILE_COLUMNS, _("Files")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_export_name (table, _("import"));
  return table;
}

static char *
display_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

GPtrArray *
ps_import_files_rows (const PsImportReport *report)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < report->files->len; i++)
    {
      const PsImportFile *file = g_ptr_array_index (report->files, i);
      PsTableRow *row = ps_table_row_new (N_FILE_COLUMNS, i, NULL, NULL);
      g_autofree char *name = display_name (file->path);

      ps_table_row_set_text (row, FILE_NAME, name);
      ps_table_row_set_text (row, FILE_KIND, file->kind >= 0 ? ps_csv_kind_label (file->kind) : _("not recognised"));
      ps_table_row_set_number (row, FILE_ROWS, file->rows);
      ps_table_row_set_number (row, FILE_ADDED, file->added);
      ps_table_row_set_number (row, FILE_UPDATED, file->updated);
      ps_table_row_set_number (row, FILE_UNCHANGED, file->unchanged);
      ps_table_row_set_number (row, FILE_REFUSED, file->refused);
      if (file->passed_over != NULL)
        ps_table_row_set_text (row, FILE_PASSED_OVER, file->passed_over);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

PsTable *
ps_import_problems_table_new (void)
{
  const PsColumn columns[N_PROBLEM_COLUMNS] = {
    { "file", _("File"), PS_COLUMN_TEXT, 18, FALSE, FALSE },     { "line", _("Line"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
    { "column", _("Column"), PS_COLUMN_TEXT, 16, FALSE, FALSE }, { "value", _("Value"), PS_COLUMN_TEXT, 16, FALSE, FALSE },
    { "reason", _("Reason"), PS_COLUMN_TEXT, 0, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_PROBLEM_COLUMNS, _("Problems")));

  ps_table_set_export_name (table, _("import problems"));
  return table;
}

GPtrArray *
ps_import_problems_rows (const PsImportReport *report)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const PsImportProblem *problem = g_ptr_array_index (report->problems, i);
      const PsImportFile *file = problem->file < report->files->len ? g_ptr_array_index (report->files, problem->file) : NULL;
      PsTableRow *row = ps_table_row_new (N_PROBLEM_COLUMNS, i, NULL, NULL);
      g_autofree char *name = file != NULL ? display_name (file->path) : g_strdup ("");

      ps_table_row_set_text (row, PROBLEM_FILE, name);
      ps_table_row_set_number (row, PROBLEM_LINE, problem->line > 0 ? (gint64) problem->line : PS_NO_NUMBER);
      ps_table_row_set_text (row, PROBLEM_COLUMN, problem->column != NULL ? problem->column : "");
      ps_table_row_set_text (row, PROBLEM_VALUE, problem->value != NULL ? problem->value : "");
      ps_table_row_set_text (row, PROBLEM_REASON, problem->reason != NULL ? problem->reason : "");
      g_ptr_array_add (rows, row);
    }
  return rows;
}

PsTable *
ps_import_marks_table_new (void)
{
  const PsColumn columns[N_MARK_COLUMNS] = {
    { "file", _("File"), PS_COLUMN_TEXT, 16, FALSE, FALSE },
    { "line", _("Line"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
    { "row", _("Measurement"), PS_COLUMN_TEXT, 32, FALSE, TRUE },
    { "column", _("Column"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    { "value", _("Value"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    { "why", _("Why it asks for a look"), PS_COLUMN_TEXT, 0, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_MARK_COLUMNS, _("Marked measurements")));

  ps_table_set_export_name (table, _("marked measurements"));
  return table;
}

GPtrArray *
ps_import_marks_rows (const PsImportReport *report)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < report->marks->len; i++)
    {
      const PsImportMark *mark = g_ptr_array_index (report->marks, i);
      const PsImportFile *file = mark->file < report->files->len ? g_ptr_array_index (report->files, mark->file) : NULL;
      PsTableRow *row = ps_table_row_new (N_MARK_COLUMNS, i, NULL, NULL);
      g_autofree char *name = file != NULL ? display_name (file->path) : g_strdup ("");

      ps_table_row_set_text (row, MARK_FILE, name);
      ps_table_row_set_number (row, MARK_LINE, (gint64) mark->line);
      ps_table_row_set_text (row, MARK_ROW, mark->row);
      ps_table_row_set_text (row, MARK_COLUMN, mark->column);
      ps_table_row_set_text (row, MARK_VALUE, mark->value);
      ps_table_row_set_text (row, MARK_TEXT, mark->text);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

typedef struct
{
  guint64 added, updated, unchanged, refused;
} Counts;

static Counts
count_all (const PsImportReport *report)
{
  Counts counts = { 0 };

  for (guint i = 0; i < report->files->len; i++)
    {
      const PsImportFile *file = g_ptr_array_index (report->files, i);

      counts.added += file->added;
      counts.updated += file->updated;
      counts.unchanged += file->unchanged;
      counts.refused += file->refused;
    }
  return counts;
}

/* Nothing forbids it, but some of it asks for a look. */
gboolean
ps_import_report_is_waiting (const PsImportReport *report)
{
  return report->dry_run && report->storable;
}

char *
ps_import_report_heading (const PsImportReport *report)
{
  Counts counts = count_all (report);

  if (ps_import_report_is_waiting (report))
    return g_strdup (_("Not imported yet"));
  if (!report->stored)
    return g_strdup (_("Not imported"));
  if (counts.refused > 0)
    return g_strdup (_("Imported, but for some rows"));
  return g_strdup (counts.added + counts.updated > 0 ? _("Imported") : _("Nothing new"));
}

/* Where the rejected rows went, a line a file. */
static void
append_rejects (GString *text, const PsImportReport *report)
{
  for (guint i = 0; i < report->files->len; i++)
    {
      const PsImportFile *file = g_ptr_array_index (report->files, i);
      g_autofree char *name = file->rejects_path != NULL ? g_filename_display_name (file->rejects_path) : NULL;

      if (name == NULL)
        continue;
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Written to %s"), name);
    }
}

static char *
describe_waiting (const PsImportReport *report)
{
  g_autofree char *marks = ps_format_count (report->n_marks);

  return g_strdup_printf (
      ngettext (
          "%s measurement asks for a look. The region is as it was; import it all the same, or mend the file and try again.",
          "%s measurements ask for a look. The region is as it was; import them all the same, or mend the file and try again.",
          report->n_marks),
      marks);
}

char *
ps_import_report_sentence (const PsImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Counts counts = count_all (report);
  g_autofree char *problems = ps_format_count (report->n_problems);
  g_autofree char *added = ps_format_count (counts.added);
  g_autofree char *updated = ps_format_count (counts.updated);
  g_autofree char *unchanged = ps_format_count (counts.unchanged);
  g_autofree char *refused = ps_format_count (counts.refused);

  if (ps_import_report_is_waiting (report))
    return describe_waiting (report);
  if (!report->stored)
    {
      g_string_append_printf (text,
                              ngettext ("There is %s problem. The region is as it was.",
                                        "There are %s problems. The region is as it was.", report->n_problems),
                              problems);
      if (report->n_problems > report->problems->len)
        {
          g_autofree char *shown = ps_format_count (report->problems->len);

          g_string_append_c (text, ' ');
          g_string_append_printf (text, _("The first %s are listed."), shown);
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append_printf (text, _("%s rows added, %s updated, %s were there already."), added, updated, unchanged);
  if (counts.refused > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%s row was refused.", "%s rows were refused.", counts.refused), refused);
      append_rejects (text, report);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
