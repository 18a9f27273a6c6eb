/* ps-peil-book.h: the sheet of a peildatum with what was given on it: what is shown, what is in the file, what is under way or was refused
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * given ──▶ held (a reason is asked) ──▶ being written ──▶ done
 *                                              └ refused: in conflict │ failed ──▶ given again, or put back
 * A sheet that is read again takes over what it cannot know of yet, by the keys of its rows: nothing that was typed is lost.
 */
#pragma once

#include "ps-peil-grid.h"

G_BEGIN_DECLS

typedef struct { gint64 provider_id; gint64 product_id; gint64 municipality_id; } PsPeilKeys;

typedef enum { PS_EDIT_HELD, PS_EDIT_WRITING, PS_EDIT_DONE, PS_EDIT_CONFLICT, PS_EDIT_FAILED } PsPeilEditState;

/* What was given at once: a cell, or a block. */
typedef struct
{
  PsPeilEditState state;
  GArray         *cells;           /* PsCellChange */
  char           *why;             /* it was refused: a sentence */
  gboolean        known;           /* … and the sheet has what stands in the way of it: it can be chosen */
} PsPeilEdit;

typedef struct _PsPeilBook PsPeilBook;

PsPeilBook  *ps_peil_book_new       (void);
void         ps_peil_book_free      (PsPeilBook *book);
PsPeilSheet *ps_peil_book_get_sheet (PsPeilBook *book);                    /* borrowed; NULL: not read yet */

/* Before the file is read again: which rows must be in the sheet although nothing is stored of them. PsPeilKeys; the caller's. */
GArray      *ps_peil_book_ask       (PsPeilBook *book);
/* On a worker: puts those in that are not there, in their order. */
void         ps_peil_sheet_add_rows (PsPeilSheet *sheet, const GArray *keys);
/* Takes the sheet; returns the one before (NULL: none), to be freed when nothing shows it any more. */
PsPeilSheet *ps_peil_book_take      (PsPeilBook *book, PsPeilSheet *sheet);
void         ps_peil_book_add_row   (PsPeilBook *book, const PsPeilKeys *keys);       /* from the next sheet on */

/* PsPeilGiven: shown at once. Borrowed; NULL: all of it is so already. */
PsPeilEdit  *ps_peil_book_give      (PsPeilBook *book, const GArray *given, gboolean held);
void         ps_peil_book_begin     (PsPeilBook *book, PsPeilEdit *edit);             /* a held one is written now */
void         ps_peil_book_done      (PsPeilBook *book, PsPeilEdit *edit);
void         ps_peil_book_refused   (PsPeilBook *book, PsPeilEdit *edit, gboolean conflict, const char *why);
/* Both forget the edit. Mine, over what is there now: an edit to write (NULL: it is so already). Theirs: what is in the file is shown; of a
 * block, what nobody else changed is an edit to write again. A failed one that is put back is shown as it was. */
PsPeilEdit  *ps_peil_book_keep      (PsPeilBook *book, PsPeilEdit *edit, gboolean held);
PsPeilEdit  *ps_peil_book_put_back  (PsPeilBook *book, PsPeilEdit *edit, gboolean held);
GPtrArray   *ps_peil_book_list      (PsPeilBook *book, PsPeilEditState state);        /* borrowed PsPeilEdit in their order; the array is the caller's */
guint        ps_peil_book_count     (PsPeilBook *book, PsPeilEditState state);
GPtrArray   *ps_peil_book_refusals  (PsPeilBook *book);                               /* in conflict or failed, likewise */

/* Rows of the sheet */
gboolean     ps_peil_book_find      (PsPeilBook *book, const PsPeilKeys *keys, guint *row);
void         ps_peil_book_keys      (PsPeilBook *book, guint row, PsPeilKeys *keys);
gint64       ps_peil_book_stored    (PsPeilBook *book, guint row, PsMeasure measure); /* in the file, or on its way into it */
gboolean     ps_peil_book_by_place  (PsPeilBook *book, guint row);
gboolean     ps_peil_book_has_offer (PsPeilBook *book, guint row, PsMeasure measure); /* empty although the messages give a value for it */
PsFilled     ps_peil_book_filled    (PsPeilBook *book, guint row);
gboolean     ps_peil_book_is_marked (PsPeilBook *book, guint row, PsMeasure measure);
void         ps_peil_book_look      (PsPeilBook *book, guint row);                    /* its values changed: marks and counts again */
guint        ps_peil_book_get_n_filled (PsPeilBook *book);
guint        ps_peil_book_get_n_partly (PsPeilBook *book);
guint        ps_peil_book_get_n_marked (PsPeilBook *book);
char        *ps_peil_book_name_cell (PsPeilBook *book, guint row, PsMeasure measure); /* "De Zilverberk, 45L01, Venlo, clients" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPeilBook, ps_peil_book_free)

G_END_DECLS
