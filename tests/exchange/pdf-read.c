/* pdf-read.c: what another program finds in a PDF: its text in order, its words with their places, its facts (poppler)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "pdf-read.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define LEFT 70.8
#define RIGHT (595.276 - 56.6)
#define BODY_TOP 70.8
#define BODY_BOTTOM (841.89 - 70.8)

static char *
write_down (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("peilstok-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

/* Runs PROGRAM [option] FILE [last] and returns what it says; a complaint fails the test. */
static char *
ask (const char *program, const char *option, GBytes *pdf, const char *last)
{
  g_autofree char *path = write_down (pdf);
  const char *arguments[5] = { program };
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  guint n = 1;
  int status;

  if (option != NULL)
    arguments[n++] = option;
  arguments[n++] = path;
  arguments[n++] = last;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return text;
}

char *
pdf_text (GBytes *pdf, const char *option)
{
  return ask ("pdftotext", option, pdf, "-");
}

char *
pdf_info (GBytes *pdf, const char *option)
{
  return ask ("pdfinfo", option, pdf, NULL);
}

static void
word_free (PdfWord *word)
{
  g_free (word->text);
  g_free (word);
}

static double
number_in (const char *row, const char *name)
{
  const char *found = strstr (row, name);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (name), NULL);
}

/* `<word xMin="70.9" yMin="…" xMax="…" yMax="…">Settlement</word>` */
static PdfWord *
read_word (const char *row, guint page)
{
  PdfWord *word = g_new0 (PdfWord, 1);
  const char *start = strchr (row, '>') + 1;

  word->page = page;
  word->left = number_in (row, "xMin=\"");
  word->top = number_in (row, "yMin=\"");
  word->right = number_in (row, "xMax=\"");
  word->bottom = number_in (row, "yMax=\"");
  word->text = g_strndup (start, (gsize) (strstr (start, "</word>") - start));
  return word;
}

GPtrArray *
pdf_words (GBytes *pdf)
{
  g_autofree char *text = ask ("pdftotext", "-bbox", pdf, "-");
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  guint n_pages = 0;

  for (char **row = rows; *row != NULL; row++)
    if (strstr (*row, "<page ") != NULL)
      n_pages++;
    else if (strstr (*row, "<word ") != NULL)
      g_ptr_array_add (words, read_word (*row, n_pages - 1));
  return words;
}

guint
pdf_count (const char *text, const char *wanted)
{
  guint n = 0;

  for (const char *at = strstr (text, wanted); at != NULL; at = strstr (at + strlen (wanted), wanted))
    n++;
  return n;
}

void
pdf_assert_order (const char *text, const char *first, ...)
{
  const char *at = text;
  va_list more;

  va_start (more, first);
  for (const char *wanted = first; wanted != NULL; wanted = va_arg (more, const char *))
    {
      const char *found = strstr (at, wanted);

      if (found == NULL)
        g_error ("“%s” is %s in: %s", wanted, strstr (text, wanted) != NULL ? "out of order" : "not", text);
      at = found + strlen (wanted);
    }
  va_end (more);
}

/* Header and footer are in the margins above and below, on every page. */
static void
assert_inside (const PdfWord *word)
{
  gboolean header = word->top > 30 && word->bottom<50, footer = word->top> 780 && word->bottom < 820;

  if (word->left < LEFT || word->right > RIGHT)
    g_error ("“%s” on page %u: from %.2f to %.2f", word->text, word->page + 1, word->left, word->right);
  if ((word->top < BODY_TOP && word->page > 0 && !header) || (word->bottom > BODY_BOTTOM + 1 && !footer))
    g_error ("“%s” on page %u: from %.2f down to %.2f", word->text, word->page + 1, word->top, word->bottom);
}

/* By more than a hair, both ways: letters of lines above each other may touch. */
static gboolean
overlap (const PdfWord *a, const PdfWord *b)
{
  double across = MIN (a->right, b->right) - MAX (a->left, b->left);
  double down = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);
  double lower = MIN (a->bottom - a->top, b->bottom - b->top);

  return a->page == b->page && across > 0.4 && down > lower * 0.45;
}

void
pdf_assert_tidy (GBytes *pdf)
{
  g_autoptr (GPtrArray) words = pdf_words (pdf);

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = g_ptr_array_index (words, i);

      assert_inside (word);
      for (guint j = i + 1; j < MIN (words->len, i + 300); j++)
        if (overlap (word, g_ptr_array_index (words, j)))
          g_error ("“%s” and “%s” on page %u are over each other", word->text, ((PdfWord *) g_ptr_array_index (words, j))->text,
                   word->page + 1);
    }
}
