/* cli-import-report.c: what became of imported files, for people and for programs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-import-report.h"

#include <glib/gi18n-lib.h>

#include "cli-json.h"
#include "cli-table.h"
#include "core/ps-format.h"

static const PsImportFile *
file_at (const PsImportReport *report, guint i)
{
  return g_ptr_array_index (report->files, i);
}

static void
tell_refusal (const PsImportReport *report)
{
  if (report->dry_run && report->storable)
    ps_cli_complain (_("Nothing was imported, for this was a dry run: without it, it would have been."));
  else if (!report->stored)
    ps_cli_complain (_("Nothing was imported: the region is as it was."));
  for (guint i = 0; i < report->files->len; i++)
    if (file_at (report, i)->passed_over != NULL)
      {
        g_autofree char *sentence = g_strdup_printf (_("%s: unknown columns were passed over: %s"), file_at (report, i)->path,
                                                     file_at (report, i)->passed_over);

        ps_cli_complain (sentence);
      }
}

static void
tell_more (guint64 more)
{
  g_autofree char *count = ps_format_count ((gint64) more);

  if (more > 0)
    g_printerr (ngettext ("and %s more like these\n", "and %s more like these\n", (gulong) more), count);
}

/* Measurements that are out of line: they are taken, but somebody must look. */
static void
tell_marks (const PsImportReport *report)
{
  g_autofree char *count = ps_format_count ((gint64) report->n_marks);

  if (report->n_marks == 0)
    return;
  g_printerr (ngettext ("%s measured value asks for a look:\n", "%s measured values ask for a look:\n", (gulong) report->n_marks),
              count);
  for (guint i = 0; i < report->marks->len; i++)
    {
      g_autofree char *text = ps_import_mark_text (report, g_ptr_array_index (report->marks, i));

      g_printerr ("%s\n", text);
    }
  tell_more (report->n_marks - report->marks->len);
}

/* "FILE, line N, column: value: reason", one a line, and how many more there are. */
void
ps_cli_import_report_problems (const PsImportReport *report)
{
  ps_cli_progress_end ();
  for (guint i = 0; i < report->problems->len; i++)
    {
      g_autofree char *text = ps_import_problem_text (report, g_ptr_array_index (report->problems, i));

      g_printerr ("%s\n", text);
    }
  tell_more (report->n_problems - report->problems->len);
  tell_marks (report);
  tell_refusal (report);
}

static void
add_file (PsCliTable *table, const PsImportFile *file)
{
  const guint64 counts[] = { file->rows, file->added, file->updated, file->unchanged, file->refused };
  g_autofree char *name = g_filename_display_basename (file->path);

  ps_cli_table_add_cell (table, name);
  ps_cli_table_add_cell (table, file->kind >= 0 ? ps_csv_kind_label ((PsCsvKind) file->kind) : _("not recognised"));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    ps_cli_table_take_cell (table, ps_format_count ((gint64) counts[i]));
}

PsCliStatus
ps_cli_import_report_text (const PsImportReport *report)
{
  const char *const counts[] = { _("rows"), _("added"), _("updated"), _("unchanged"), _("refused") };
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  ps_cli_table_add_column (table, _("File"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Kind"), PS_CLI_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    ps_cli_table_add_column (table, counts[i], PS_CLI_RIGHT);
  for (guint i = 0; i < report->files->len; i++)
    add_file (table, file_at (report, i));
  ps_cli_table_write (table, text, 0);

  for (guint i = 0; i < report->files->len; i++)
    if (file_at (report, i)->rejects_path != NULL)
      g_string_append_printf (text, _("The refused rows are in “%s”, each with its reason.\n"),
                              file_at (report, i)->rejects_path);
  return ps_cli_print (text->str);
}

static void
build_file (JsonBuilder *builder, const PsImportFile *file)
{
  json_builder_begin_object (builder);
  ps_cli_json_add_text (builder, "file", file->path);
  ps_cli_json_add_text (builder, "kind", file->kind >= 0 ? ps_csv_kind_word ((PsCsvKind) file->kind) : NULL);
  ps_cli_json_add_number (builder, "rows", file->rows);
  ps_cli_json_add_number (builder, "added", file->added);
  ps_cli_json_add_number (builder, "updated", file->updated);
  ps_cli_json_add_number (builder, "unchanged", file->unchanged);
  ps_cli_json_add_number (builder, "refused", file->refused);
  ps_cli_json_add_text (builder, "passed_over", file->passed_over);
  ps_cli_json_add_text (builder, "rejects", file->rejects_path);
  json_builder_end_object (builder);
}

static void
build_problem (JsonBuilder *builder, const PsImportReport *report, const PsImportProblem *problem)
{
  json_builder_begin_object (builder);
  ps_cli_json_add_text (builder, "file", file_at (report, problem->file)->path);
  ps_cli_json_add_number (builder, "line", problem->line);
  ps_cli_json_add_text (builder, "column", problem->column);
  ps_cli_json_add_text (builder, "value", problem->value);
  ps_cli_json_add_text (builder, "reason", problem->reason);
  json_builder_end_object (builder);
}

static void
build_mark (JsonBuilder *builder, const PsImportReport *report, const PsImportMark *mark)
{
  json_builder_begin_object (builder);
  ps_cli_json_add_text (builder, "file", file_at (report, mark->file)->path);
  ps_cli_json_add_number (builder, "line", mark->line);
  ps_cli_json_add_text (builder, "column", mark->column);
  ps_cli_json_add_text (builder, "row", mark->row);
  ps_cli_json_add_text (builder, "value", mark->value);
  ps_cli_json_add_text (builder, "text", mark->text);
  json_builder_end_object (builder);
}

static void
build_marks (JsonBuilder *builder, const PsImportReport *report)
{
  ps_cli_json_add_number (builder, "mark_count", report->n_marks);
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->marks->len; i++)
    build_mark (builder, report, g_ptr_array_index (report->marks, i));
  json_builder_end_array (builder);
}

PsCliStatus
ps_cli_import_report_json (const PsImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "stored");
  json_builder_add_boolean_value (builder, report->stored);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, report->dry_run);
  json_builder_set_member_name (builder, "storable");
  json_builder_add_boolean_value (builder, report->storable);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->files->len; i++)
    build_file (builder, file_at (report, i));
  json_builder_end_array (builder);
  ps_cli_json_add_number (builder, "problem_count", report->n_problems);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->problems->len; i++)
    build_problem (builder, report, g_ptr_array_index (report->problems, i));
  json_builder_end_array (builder);
  build_marks (builder, report);
  json_builder_end_object (builder);
  return ps_cli_json_print (builder);
}
