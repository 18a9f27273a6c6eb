/* recalculate.h: books of sheets as another program computes them, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-sheet-private.h"

G_BEGIN_DECLS

typedef struct _Recalculated Recalculated;

/* Whether there is a spreadsheet program to do it. */
gboolean      recalculate_can    (void);

Recalculated *recalculated_new   (void);
void          recalculated_free  (Recalculated *books);
/* A book of these sheets (PsSheet; taken), to be compared later. */
void          recalculated_add   (Recalculated *books, GPtrArray *sheets);
/* Spoils every value that a formula came to, has LibreOffice compute all books in one go, and compares every number of every sheet and
 * every total with what it should be, exactly. Returns how many formulas were among them. */
guint         recalculated_check (Recalculated *books);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recalculated, recalculated_free)

G_END_DECLS
