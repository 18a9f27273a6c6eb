/* ps-gzip.c: texts, compressed and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-gzip.h"

#include <gio/gio.h>

GBytes *
ps_gzip_compress (const char *text, gsize size, int level)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, level);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gboolean ok = g_output_stream_write_all (stream, text, size, NULL, NULL, NULL) && g_output_stream_close (stream, NULL, NULL);

  g_assert (ok); /* in memory nothing can fail */
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

char *
ps_gzip_decompress (gconstpointer data, gsize n_bytes, gsize *size)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) compressed = g_memory_input_stream_new_from_data (data, (gssize) n_bytes, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (compressed, G_CONVERTER (decompressor));
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (text, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, NULL) < 0)
    return NULL;
  if (size != NULL)
    *size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (text));
  if (!g_output_stream_write_all (text, "", 1, NULL, NULL, NULL) || !g_output_stream_close (text, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (text));
}
