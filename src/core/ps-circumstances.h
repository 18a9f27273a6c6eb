/* ps-circumstances.h: what a statement prints beside its dossier, as it was when it became final (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * None of it changes a figure. It is kept as a fourth document, written as those of the dossier are (ps-dossier-text.h), so that a
 * statement printed again years later is the same paper, whatever became of names, addresses and the production statement.
 */
#pragma once

#include "ps-dossier-text.h"
#include "ps-statement.h"

G_BEGIN_DECLS

typedef struct
{
  char *region;     /* name */
  char *letterhead; /* several lines; NULL: none, as kvk and address */
  char *agb;        /* of the provider, with the next three */
  char *provider;   /* name */
  char *kvk;
  char *address;
  int year;
  PsDate through;
  PsStatementLimits limits;
  PsProductionStatement *statement; /* NULL: none; of one that is read back id and place are 0 */
} PsCircumstances;

void ps_circumstances_free (PsCircumstances *circumstances);
/* PS_DOCUMENT_CIRCUMSTANCES: the same content gives the same text. */
char *ps_circumstances_write (const PsCircumstances *circumstances);
/* NULL with PS_DOSSIER_ERROR that names document and line. */
PsCircumstances *ps_circumstances_read (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCircumstances, ps_circumstances_free)

G_END_DECLS
