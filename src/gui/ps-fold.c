/* ps-fold.c: text as somebody who looks for it takes it: without case and accents
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-fold"

#include "ps-fold.h"

#include <string.h>

/* A letter that is not ASCII, taken apart: what remains without its accents, in lower case. */
static void
append_bare (GString *bare, gunichar letter)
{
  gunichar parts[18]; /* the longest decomposition there is */
  gsize n = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (parts[i]))
      g_string_append_unichar (bare, g_unichar_tolower (parts[i]));
}

/* Text without case and accents: "Façade" and "FACADE" are one to somebody who looks for them. Done for every row of a list that
 * is filtered, so without the copies that normalising and folding by GLib would make. */
char *
ps_fold (const char *text)
{
  GString *bare = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if ((guchar) *c < 0x80)
      g_string_append_c (bare, g_ascii_tolower (*c));
    else
      append_bare (bare, g_utf8_get_char (c));
  return g_string_free (bare, FALSE);
}
