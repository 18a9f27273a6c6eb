/* ps-csv-encoding.h: what the bytes of a line are
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PS_CSV_UTF8,
  PS_CSV_WINDOWS_1252,
} PsCsvEncoding;

typedef enum
{
  PS_BYTES_PLAIN = 0,
  PS_BYTES_HIGH = 1 << 0,          /* 0x80 and above */
  PS_BYTES_CONTROL = 1 << 1,       /* below a space, or 0x7F */
  PS_BYTES_NUL = 1 << 2,
} PsBytes;

PsBytes  ps_bytes_examine          (const char *bytes, gsize length);
gboolean ps_bytes_is_windows_1252  (const char *bytes, gsize length);
gsize    ps_bytes_from_windows_1252 (const char *bytes, gsize length, char *utf8);
char    *ps_bytes_to_shown_text    (const char *bytes, gsize length, PsCsvEncoding encoding);

G_END_DECLS
