/* ps-import-summary.c: an import in the words of the audit trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

#include <json-glib/json-glib.h>

static void
add_count (JsonBuilder *builder, const char *name, guint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) count);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_file (JsonBuilder *builder, const PsImportSource *source, const PsImportFile *file)
{
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  json_builder_begin_object (builder);
  add_text (builder, "file", shown);
  add_text (builder, "kind", ps_csv_kind_word ((PsCsvKind) file->kind));
  add_text (builder, "sha256", source->digest);
  add_count (builder, "bytes", source->identity.size);
  add_count (builder, "rows", file->rows);
  add_count (builder, "added", file->added);
  add_count (builder, "updated", file->updated);
  add_count (builder, "unchanged", file->unchanged);
  add_count (builder, "refused", file->refused);
  json_builder_end_object (builder);
}

/**
 * ps_import_summary: the files with their digests and counts as JSON, for the audit record; owned by the caller.
 */
char *
ps_import_summary (const PsImportRun *run)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < run->n_sources; i++)
    add_file (builder, &run->sources[i], ps_import_report_file (run->report, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
