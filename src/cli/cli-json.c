/* cli-json.c: JSON on standard output
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-json.h"

void
ps_cli_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, valid);
}

void
ps_cli_json_add_number (JsonBuilder *builder, const char *name, guint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) number);
}

/* Prints what was built, always as UTF-8. */
PsCliStatus
ps_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ps_cli_progress_end ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);

  /* json_generator_to_stream() writes once, and takes it for all when the stream took only a part of it. */
  text = json_generator_to_data (generator, &length);
  if (g_output_stream_write_all (output, text, length, NULL, NULL, &error)
      && g_output_stream_write_all (output, "\n", 1, NULL, NULL, &error))
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}
