/* ps-contract-words.h: a contract's term, options and standing in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-contract.h"

G_BEGIN_DECLS

PsDate      ps_contract_today         (void);

/* Owned by the caller. */
char       *ps_contract_term_text     (const PsContract *contract);   /* "01-01-2024 to 31-12-2027" */
char       *ps_contract_options_text  (const PsContract *contract);   /* "1 of 2 used"; "–" */
char       *ps_contract_notice_text   (const PsContract *contract);   /* "6 months"; "–" */
char       *ps_contract_standing_text (const PsContract *contract, PsDate today);   /* a sentence, with the day that matters */
char       *ps_option_text            (const PsContractOption *option);             /* "12 months, used, decided on 01-06-2026" */

/* The end that the contract has once option `place` was used, and those before it that are still open. */
PsDate      ps_option_end             (const PsContract *contract, guint place);
/* The day by which option `place` must be decided on; PS_DATE_OPEN: none. */
PsDate      ps_option_decide_by       (const PsContract *contract, guint place);

const char *ps_contract_standing_icon (PsContractStanding standing);
const char *ps_contract_standing_css_class (PsContractStanding standing);

G_END_DECLS
