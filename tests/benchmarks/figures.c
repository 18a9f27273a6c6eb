/* figures.c: what the programs of the benchmarks print: a line a figure, its name, a tab, seconds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>

void
figures_print (const char *name, gint64 microseconds)
{
  printf ("%s\t%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT "\n", name, microseconds / G_USEC_PER_SEC,
          microseconds % G_USEC_PER_SEC);
  fflush (stdout);
}

void
figures_print_of (const char *page, const char *what, gint64 microseconds)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", page, what);

  figures_print (name, microseconds);
}

void
figures_check (gboolean ok, const GError *error)
{
  if (ok)
    return;
  g_printerr ("%s\n", error != NULL ? error->message : "failed");
  exit (1);
}

int
figures_compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}
