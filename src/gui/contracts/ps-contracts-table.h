/* ps-contracts-table.h: contracts in a list: of all providers, or of one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* The data of a row. */
typedef struct
{
  PsShownContract   *shown;
  PsContractStanding standing;
  PsDate             end;          /* with the options that were used; PS_DATE_OPEN: none */
} PsContractRow;

/* Sorted by the day on which something must be decided. `of_all`: with the provider's name. */
PsTable   *ps_contracts_table_new  (gboolean of_all);
/* contracts: PsShownContract; a row's id is the contract's id in the region file. of_all: as the table was made. */
GPtrArray *ps_contracts_table_rows (GPtrArray *contracts, PsDate today, gboolean of_all);

G_END_DECLS
