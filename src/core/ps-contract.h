/* ps-contract.h: a contract: how long it runs, and what must be decided when (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

/* The numbers are stored: never change one. */
typedef enum { PS_OPTION_OPEN = 0, PS_OPTION_USED, PS_OPTION_NOT_USED } PsOptionDecision;

typedef struct
{
  gint64           id;
  int              sequence;      /* from 1 */
  int              months;
  PsDate           decide_by;     /* PS_DATE_OPEN: the notice period before the end decides */
  PsOptionDecision decision;
  PsDate           decided_on;
} PsContractOption;

typedef struct { gint64 id; guint product; PsDate from; PsDate to; } PsContractProduct;   /* place; PS_DATE_OPEN: as the contract */
typedef struct { gint64 id; char *label; char *uri; } PsContractDocument;

typedef struct
{
  gint64  id;
  guint   provider;               /* its place */
  char   *number;
  PsDate  start;
  PsDate  end;                    /* without options; PS_DATE_OPEN: no end */
  int     notice_months;          /* -1: none */
  char   *notes;                  /* may be NULL */
  GArray *options;                /* PsContractOption by sequence */
  GArray *products;               /* PsContractProduct by product */
  GPtrArray *documents;           /* PsContractDocument */
} PsContract;

PsContract *ps_contract_new      (void);
void        ps_contract_free     (PsContract *contract);

PsDate      ps_contract_end_now  (const PsContract *contract);         /* with the options that were used; PS_DATE_OPEN: none */
PsDate      ps_contract_end_most (const PsContract *contract);         /* with the open ones too, up to one that is not used */
/* Its own day, else the notice period before the end. */
PsDate      ps_contract_decide_by (const PsContract *contract, const PsContractOption *option);
gboolean    ps_contract_has_group (const PsRegion *region, const PsContract *contract, guint group, PsDate from, PsDate to);

typedef enum
{
  PS_CONTRACT_FUTURE,             /* not begun */
  PS_CONTRACT_RUNS,
  PS_CONTRACT_DECIDE,             /* an option is to be decided on within a year: `when` */
  PS_CONTRACT_DECIDE_LATE,        /* … and that day has passed */
  PS_CONTRACT_ENDS,               /* ends within the notice period, or a year where there is none, and no option is left */
  PS_CONTRACT_ENDED,
} PsContractStanding;

/* Where the contract stands on `today`, and the day that matters next (PS_DATE_OPEN: none). */
PsContractStanding ps_contract_standing (const PsContract *contract, PsDate today, PsDate *when);
const char        *ps_contract_standing_label (PsContractStanding standing);   /* translated */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsContract, ps_contract_free)

G_END_DECLS
