/* ps-json-text.h: JSON written piece by piece
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * json-glib builds a node for every value before it writes the first one: for the settlements of a large region that takes as long
 * as settling it. This writes straight away, and a hundred thousand values in milliseconds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;                   /* the caller's; may be emptied between two calls */
  guint    depth;
  gboolean first;                  /* nothing stands in the innermost bracket yet */
} PsJsonText;

/* Names are ASCII without anything to escape; NULL within an array. Texts are UTF-8. */
void ps_json_text_begin   (PsJsonText *json, const char *name, char bracket);
void ps_json_text_end     (PsJsonText *json, char bracket);
void ps_json_text_number  (PsJsonText *json, const char *name, gint64 number);
void ps_json_text_string  (PsJsonText *json, const char *name, const char *string);
void ps_json_text_boolean (PsJsonText *json, const char *name, gboolean value);
void ps_json_text_null    (PsJsonText *json, const char *name);
/* null where there is none: NULL, 0. */
void ps_json_text_optional  (PsJsonText *json, const char *name, const char *string);
void ps_json_text_reference (PsJsonText *json, const char *name, gint64 id);

G_END_DECLS
