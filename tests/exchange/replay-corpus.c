/* replay-corpus.c: the fuzzer's entry over the files of a folder, and over what damage makes of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib.h>
#include <string.h>

#include "fuzz-csv-reader.h"

static const char *folder;

static void
test_as_they_are (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      LLVMFuzzerTestOneInput ((const guint8 *) bytes, length);
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

/* Bytes that mean something to a CSV reader. */
static void
damage (char *bytes, gsize length, GRand *chance)
{
  static const char sharp[] = "\";,\t\r\n\0\xEF\xBB\xBF\xC3\x81'=0 ";

  for (gint n = g_rand_int_range (chance, 1, 6); n > 0 && length > 0; n--)
    bytes[g_rand_int_range (chance, 0, (gint32) length)] = sharp[g_rand_int_range (chance, 0, sizeof sharp - 1)];
}

static void
replay_damaged (const char *bytes, gsize length, GRand *chance)
{
  g_autofree char *copy = g_malloc (length + 1);

  for (gsize cut = 0; cut < length; cut += 1 + length / 200)
    LLVMFuzzerTestOneInput ((const guint8 *) bytes, cut);
  for (guint i = 0; i < 200; i++)
    {
      memcpy (copy, bytes, length);
      damage (copy, length, chance);
      LLVMFuzzerTestOneInput ((const guint8 *) copy, length);
    }
}

static void
test_damaged (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (323);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      replay_damaged (bytes, length, chance);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_getenv ("PEILSTOK_CORPUS");
  g_assert_nonnull (folder);
  g_test_add_func ("/csv-corpus/as-they-are", test_as_they_are);
  g_test_add_func ("/csv-corpus/damaged", test_damaged);
  return g_test_run ();
}
