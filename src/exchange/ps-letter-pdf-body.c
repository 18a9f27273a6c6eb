/* ps-letter-pdf-body.c: the text of a letter: paragraphs, the figures among them, the signature
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf-private.h"

#include <string.h>

/* Text between empty lines, or PS_LETTER_TABLE_MARK by itself. */
static void
end_paragraph (GPtrArray *paragraphs, GString *lines)
{
  g_autofree char *text = g_strndup (lines->str, lines->len);

  g_string_truncate (lines, 0);
  g_strchomp (text);
  if (*text != '\0')
    g_ptr_array_add (paragraphs, g_steal_pointer (&text));
}

static GPtrArray *
cut (const char *body)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (body != NULL ? body : "", "\n", -1);
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *bare = g_strstrip (g_strdup (lines[i]));

      if (*bare == '\0' || g_str_equal (bare, PS_LETTER_TABLE_MARK))
        end_paragraph (paragraphs, open);
      else
        g_string_append_printf (open, "%s%s", open->len > 0 ? "\n" : "", lines[i]);
      if (g_str_equal (bare, PS_LETTER_TABLE_MARK))
        g_ptr_array_add (paragraphs, g_strdup (PS_LETTER_TABLE_MARK));
    }
  end_paragraph (paragraphs, open);
  return paragraphs;
}

static gboolean
is_figures (const char *paragraph)
{
  return g_str_equal (paragraph, PS_LETTER_TABLE_MARK);
}

static gboolean
has_figures (GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (is_figures (g_ptr_array_index (paragraphs, i)))
      return TRUE;
  return FALSE;
}

/* Whether it begins with the signer's name on a line of its own. */
static gboolean
names_signer (const char *text, const char *signer)
{
  gsize length = signer != NULL ? strlen (signer) : 0;

  return length > 0 && g_str_has_prefix (text, signer) && strchr ("\n\r ,", text[length]) != NULL;
}

/* A template that names the signer below its closing words is signed there: takes the name off the last paragraph, or all of that. */
static char *
take_signer (GPtrArray *paragraphs, const char *signer)
{
  char *last = paragraphs->len > 0 ? g_ptr_array_index (paragraphs, paragraphs->len - 1) : NULL;

  if (last == NULL || is_figures (last))
    return g_strdup (signer);
  if (names_signer (last, signer))
    return g_ptr_array_steal_index (paragraphs, paragraphs->len - 1);
  for (char *line = strchr (last, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    if (names_signer (line + 1, signer))
      {
        *line = '\0';
        return g_strdup (line + 1);
      }
  return g_strdup (signer);
}

/* The last words before the signature; NULL: the figures stand there. */
static char *
take_closing (GPtrArray *paragraphs)
{
  if (paragraphs->len == 0 || is_figures (g_ptr_array_index (paragraphs, paragraphs->len - 1)))
    return NULL;
  return g_ptr_array_steal_index (paragraphs, paragraphs->len - 1);
}

/**
 * ps_letter_pdf_body: figures that the text does not ask for stand at its end, before the words that close it.
 */
void
ps_letter_pdf_body (PsPdf *pdf, const PsLetterPaper *paper)
{
  g_autoptr (GPtrArray) paragraphs = cut (paper->letter->body);
  g_autofree char *signer = take_signer (paragraphs, paper->signer);
  g_autofree char *closing = take_closing (paragraphs);
  gboolean asked = has_figures (paragraphs);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (paragraphs, i);

      if (is_figures (paragraph))
        ps_letter_pdf_figures (pdf, paper->figures, paper->letter->kind);
      else
        ps_pdf_paragraph (pdf, paragraph);
    }
  if (!asked)
    ps_letter_pdf_figures (pdf, paper->figures, paper->letter->kind);
  ps_pdf_signature (pdf, closing, signer);
}
