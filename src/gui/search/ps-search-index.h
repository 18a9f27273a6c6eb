/* ps-search-index.h: everything of a region that has a name or a number, to be found by a part of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Plain data: made on any thread, asked on any other.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which they are shown where they fit equally well. */
typedef enum
{
  PS_FOUND_PAGE,
  PS_FOUND_PROVIDER,
  PS_FOUND_AGREEMENT,
  PS_FOUND_SETTLEMENT,
  PS_FOUND_LETTER,
  PS_FOUND_PEILDATUM,
  PS_FOUND_CONTRACT,
  PS_FOUND_PRODUCT,
  PS_FOUND_SCHEME,
  PS_FOUND_GROUP,
  PS_FOUND_SEGMENT,
  PS_FOUND_MUNICIPALITY,
  PS_N_FOUND,
} PsFoundKind;

typedef struct
{
  PsFoundKind kind;
  gint64      id;          /* of the region file; 0: it has none */
  char       *code;        /* by which the thing is found again: an AGB or product code, a name, a page, "YEAR:AGB" of a settlement,
                            * "YEAR:" and what it is known by of a letter and a peildatum; may be NULL */
  char       *title;
  char       *detail;      /* what else is shown of it; may be NULL */
} PsSearchItem;

typedef struct _PsSearchIndex PsSearchIndex;

PsSearchIndex *ps_search_index_new  (void);
void           ps_search_index_free (PsSearchIndex *index);

/* `keys`: what it can be found by beside its title and code, NULL-terminated; NULL among them ends it. All texts are copied. */
void           ps_search_index_add  (PsSearchIndex *index, PsFoundKind kind, gint64 id, const char *code, const char *title,
                                     const char *detail, const char *const *keys);
guint          ps_search_index_size (const PsSearchIndex *index);

/* What has every word of `text` in it: at most `most` of a kind, the best first; kinds by their best. GPtrArray of PsSearchItem,
 * borrowed from the index. Empty for a text of blanks. Case and accents do not matter. */
GPtrArray     *ps_search_index_find (const PsSearchIndex *index, const char *text, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSearchIndex, ps_search_index_free)

G_END_DECLS
