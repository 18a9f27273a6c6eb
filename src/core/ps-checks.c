/* ps-checks.c: are these the codes and addresses that they should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-checks.h"

#include "ps-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_EMAIL_LENGTH 254 /* RFC 5321 */

/* As in files, which must be able to bring what is typed here elsewhere. */
#define MAX_CODE_LENGTH 64
#define MAX_TEXT_LENGTH 500

static gboolean
refuse (char **why, const char *reason)
{
  if (why != NULL)
    *why = g_strdup (reason);
  return FALSE;
}

static gboolean
approve (char **why)
{
  if (why != NULL)
    *why = NULL;
  return TRUE;
}

static gboolean
is_digits (const char *text, gsize n)
{
  return strlen (text) == n && strspn (text, "0123456789") == n;
}

/**
 * ps_check_agb: whether `text` is an AGB code: eight digits. There is no check digit. An empty text is right.
 * @why: (out) (optional) (transfer full) (nullable): what is wrong, translated
 */
gboolean
ps_check_agb (const char *text, char **why)
{
  return *text == '\0' || is_digits (text, 8) ? approve (why)
                                              : refuse (why, _("An AGB code has eight digits, zeros in front included."));
}

/**
 * ps_check_kvk: whether `text` is a KvK number: eight digits. An empty text is right.
 */
gboolean
ps_check_kvk (const char *text, char **why)
{
  return *text == '\0' || is_digits (text, 8) ? approve (why)
                                              : refuse (why, _("A KvK number has eight digits, zeros in front included."));
}

/**
 * ps_check_cbs: whether `text` is a municipality's CBS code: four digits. An empty text is right.
 */
gboolean
ps_check_cbs (const char *text, char **why)
{
  return *text == '\0' || is_digits (text, 4) ? approve (why)
                                              : refuse (why, _("A CBS code has four digits, zeros in front included."));
}

/* Control characters, line ends among them, and what is not text at all. */
static gboolean
has_control (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
has_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (ps_typed_is_blank (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * ps_check_code: whether `text` can be the code of a product, group or segment: files must be able to name it (files-and-cli.md).
 * An empty text is right.
 */
gboolean
ps_check_code (const char *text, char **why)
{
  if (*text == '\0')
    return approve (why);
  if (has_control (text))
    return refuse (why, _("A code has no line ends, tabs or other control characters."));
  if (strchr (text, ';') != NULL)
    return refuse (why, _("A code has no semicolon."));
  if (g_utf8_strlen (text, -1) > MAX_CODE_LENGTH)
    return refuse (why, _("A code has at most 64 characters."));
  if (ps_typed_is_blank (g_utf8_get_char (text)) || ps_typed_is_blank (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    return refuse (why, _("A code neither begins nor ends with a blank."));
  return approve (why);
}

/**
 * ps_check_text: whether `text` can be the name of something: files must be able to hold it (files-and-cli.md). An empty text is right.
 */
gboolean
ps_check_text (const char *text, char **why)
{
  g_auto (GStrv) parts = NULL;

  if (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) > MAX_TEXT_LENGTH)
    return refuse (why, _("This text has more than 500 characters."));
  parts = g_strsplit_set (text, "\n\r\t", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (has_control (parts[i]))
      return refuse (why, _("This text has control characters in it."));
  return approve (why);
}

/* Labels between points: none of them empty, at least two. */
static gboolean
is_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    if (*labels[i] == '\0' || *labels[i] == '-' || g_str_has_suffix (labels[i], "-"))
      return FALSE;
  return g_strv_length (labels) >= 2 && strpbrk (domain, ",;:<>()[]\"\\/") == NULL;
}

static gboolean
is_mailbox (const char *text)
{
  const char *at = strchr (text, '@');
  g_autofree char *local = NULL;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || strlen (text) > MAX_EMAIL_LENGTH)
    return FALSE;
  local = g_strndup (text, at - text);
  if (strpbrk (local, ",;:<>()[]\"\\") != NULL || *local == '.' || g_str_has_suffix (local, ".") || strstr (local, "..") != NULL)
    return FALSE;
  return is_domain (at + 1);
}

/**
 * ps_check_email: whether `text` looks like one e-mail address; whether it exists only a letter can tell. An empty text is right.
 */
gboolean
ps_check_email (const char *text, char **why)
{
  if (*text == '\0')
    return approve (why);
  if (has_control (text) || has_blank (text) || !is_mailbox (text))
    return refuse (why, _("This is not an e-mail address: write it as contact@provider.nl."));
  return approve (why);
}

static gboolean
is_link (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme, *host;

  if (uri == NULL || has_blank (text))
    return FALSE;
  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  if (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"))
    return host != NULL && *host != '\0';
  return g_str_equal (scheme, "file") && g_str_has_prefix (g_uri_get_path (uri), "/");
}

/**
 * ps_check_uri: whether `text` can be a link to a document: an https, http or file address, or an absolute path; nothing that would
 * run something. An empty text is right.
 */
gboolean
ps_check_uri (const char *text, char **why)
{
  if (*text == '\0')
    return approve (why);
  if (has_control (text) || (!g_path_is_absolute (text) && !is_link (text)))
    return refuse (why, _("This is not a link: write it as https://…, or give the full path of the file."));
  return approve (why);
}
