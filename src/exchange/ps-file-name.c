/* ps-file-name.c: names of files made of names of people's things
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-file-name.h"

#include <string.h>

#define MOST_OF_NAME 100 /* bytes of one name in a file's name: 255 is the most of all of it */

/* What one of the file systems in use forbids, or a shell trips over. */
static gboolean
is_unsafe (gunichar letter)
{
  return g_unichar_iscntrl (letter) || (letter < 0x80 && strchr ("/\\:*?\"<>|%$`~", (int) letter) != NULL) || letter == 0x2028
         || letter == 0x2029 || g_unichar_type (letter) == G_UNICODE_FORMAT;
}

/**
 * ps_file_name_safe: runs of what is unsafe become one blank; a long name is cut between letters.
 *
 * Returns: (transfer full): in UTF-8
 */
char *
ps_file_name_safe (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  GString *safe = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean blank = g_unichar_isspace (letter) || is_unsafe (letter);

      if (safe->len + 4 > MOST_OF_NAME)
        break;
      if (!blank)
        g_string_append_unichar (safe, letter);
      else if (safe->len > 0 && safe->str[safe->len - 1] != ' ')
        g_string_append_c (safe, ' ');
    }
  g_strstrip (safe->str);
  return g_string_free (safe, FALSE);
}
