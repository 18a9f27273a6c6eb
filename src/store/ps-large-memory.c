/* ps-large-memory.c: tables of many megabytes that are read all over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-large-memory.h"

#include <malloc.h>
#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)

/* A piece that starts at a large page: more is taken, and what lies before and after it given back. */
static guint8 *
map_aligned (gsize n_bytes)
{
  guint8 *taken = mmap (NULL, n_bytes + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gsize before;

  if (taken == MAP_FAILED)
    g_error ("failed to allocate %" G_GSIZE_FORMAT " bytes", n_bytes);
  before = (LARGE_PAGE - (gsize) taken % LARGE_PAGE) % LARGE_PAGE;
  if (before > 0)
    munmap (taken, before);
  munmap (taken + before + n_bytes, LARGE_PAGE - before);
  return taken + before;
}

static gsize
whole_pages (gsize n_bytes)
{
  return (n_bytes + 4095) / 4096 * 4096;
}

gpointer
ps_large_alloc0 (gsize n_bytes)
{
  guint8 *memory;

  if (n_bytes < LARGE_PAGE)
    return g_aligned_alloc0 (1, n_bytes, 64);
  memory = map_aligned (whole_pages (n_bytes));
  /* Only advice: without large pages it works as well. */
  madvise (memory, n_bytes, MADV_HUGEPAGE);
  return memory;
}

void
ps_large_free (gpointer memory, gsize n_bytes)
{
  if (n_bytes < LARGE_PAGE)
    g_aligned_free (memory);
  else if (memory != NULL)
    munmap (memory, whole_pages (n_bytes));
}

void
ps_memory_trim (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
