/* ps-reader.h: rows out of the region file, as the kinds of files have them: the counterpart of ps-writer.h
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Streamed: memory does not grow with the region. All kinds that are read between ps_reader_new() and ps_reader_free() are of one moment.
 */
#pragma once

#include "ps-writer.h"

G_BEGIN_DECLS

typedef struct _PsReader PsReader;

/* year 0: all. Else what belongs to that year: agreements by their year, declarations by the first day of their period, advances by
 * their month, peildata and measurements by their day; tariffs, assignments and care that have a day in it; the rest whole. */
PsReader *ps_reader_new  (PsStore *store, int year, GError **error);
void      ps_reader_free (PsReader *reader);

/* Rows in the order of their keys; texts are valid until the next. FALSE from the function stops without an error of the reader's. */
typedef gboolean (*PsReadFunc) (gconstpointer row, gpointer user_data);    /* row: the kind's struct of ps-writer.h */
gboolean  ps_reader_municipalities (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_providers      (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_products       (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_tariffs        (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_schemes        (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_agreements     (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);   /* versions that count */
gboolean  ps_reader_assignments    (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_care           (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_lines          (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_advances       (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_peildata       (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);
gboolean  ps_reader_measurements   (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsReader, ps_reader_free)

G_END_DECLS
