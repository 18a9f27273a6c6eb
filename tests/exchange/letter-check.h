/* letter-check.h: letters in a region in a temporary folder (the fixture minimal), for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "import-check.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

/* The fixture at its third peildatum, 19-07-2024, on the data through 31-05-2024. By hand (domain.md §7), 152 of 366 days:
 *
 *   41410001 AMB1, ceiling € 7.000. P×Q: 1.800 + 1.800 × 90 % (six months in its path) + 1.440 − 90 + 120 = € 4.890. Trajects by accrual:
 *   1.431,50 × 117 / 182 days = € 920,25 and, ended on 31-05, 1.431,50 × 92 / 184 = € 715,75. Realised € 6.526,00; linear
 *   6.526,00 × 366 / 152 = € 15.713,92. At stake under donut-staffel: 100 to 103 % 0 is paid (€ 210,00), to 110 % 70 %
 *   (30 % of 490,00 = € 147,00), above it nothing (15.713,92 − 7.700,00 = € 8.013,92): € 8.370,92.
 *   41410001 AMBV, ceiling € 15.000: (92 + 152) client-days × 7.500 / 366 = € 5.000,00; linear € 12.039,47, below 95 %.
 *   41410002, ceiling € 1.000: € 1.241,97; linear € 2.990,53; klif pays 95 % of all of it: € 149,53 at stake.
 *   41410004, ceiling € 15.000: on three peildata 1, 2 and 2 clients: 5 / 3 × 7.500 × 152 / 366 = € 5.191,26; linear € 12.500,01. */
#define LETTER_DAY ps_date_from_ymd (2024, 7, 19)
#define LETTER_DRAFTED ps_date_from_ymd (2024, 7, 22)
#define LETTER_SENT ps_date_from_ymd (2024, 7, 26)
#define LETTER_TODAY ps_date_from_ymd (2024, 9, 2)

Check           *letter_check_new   (void);
gint64           letter_peildatum   (Check *check);
PsBandwidthYear *letter_year        (Check *check);
/* Drafts for all three that need one, by anna; PsLetter by provider. */
GPtrArray       *letter_draft_all   (Check *check);
/* Sent by bram on LETTER_SENT. */
void             letter_send        (Check *check, gint64 id);
/* Closes the peildatum of that day ("2024-05-19"), by anna. */
void             letter_close       (Check *check, const char *day);
void             letter_step        (Check *check, gint64 id, PsLetterEventKind event, PsDate day, const char *text);

G_END_DECLS
