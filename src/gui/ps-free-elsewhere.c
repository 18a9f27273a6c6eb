/* ps-free-elsewhere.c: what takes long to free is freed beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A nation's settled year is millions of small pieces: to give them back takes longer than a frame.
 */
#define G_LOG_DOMAIN "peilstok-free"

#include "ps-free-elsewhere.h"

typedef struct
{
  gpointer data;
  GDestroyNotify free_data;
} Freeing;

static gpointer
free_in_thread (gpointer user_data)
{
  g_autofree Freeing *freeing = user_data;

  freeing->free_data (freeing->data);
  return NULL;
}

/**
 * ps_free_elsewhere:
 * @data: (transfer full) (nullable): nobody else knows of it
 * @free_data: of plain structs: it must hold on any thread
 *
 * From the main loop on a thread of its own; from a worker, and when the program ends, here and now; so, too, where there is no thread to be had.
 */
void
ps_free_elsewhere (gpointer data, GDestroyNotify free_data)
{
  Freeing *freeing;
  GThread *thread = NULL;

  if (data == NULL)
    return;
  freeing = g_new (Freeing, 1);
  *freeing = (Freeing){ data, free_data };
  if (g_main_context_is_owner (g_main_context_default ()))
    thread = g_thread_try_new ("peilstok-free", free_in_thread, freeing, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    free_in_thread (freeing);
}
