/* ps-words.h: the closed lists of the field and how files write them (domain.md §2, §12)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers are stored in the region file: never change one, only add. */
typedef enum { PS_FUNDING_PXQ = 1, PS_FUNDING_TRAJECT, PS_FUNDING_PLEK, PS_FUNDING_TAAKGERICHT } PsFunding;
typedef enum { PS_EXEMPT_NO = 0, PS_EXEMPT_YES, PS_EXEMPT_OUTSIDE } PsExempt;
typedef enum { PS_KIND_REGULAR = 1, PS_KIND_MICRO, PS_KIND_SYSTEM } PsProviderKind;
typedef enum { PS_EXCHANGE_PROVIDER = 1, PS_EXCHANGE_SEGMENT, PS_EXCHANGE_GROUP, PS_EXCHANGE_LINE } PsExchange;
typedef enum { PS_KEY_REALISATION = 1, PS_KEY_OVERRUN } PsDivisionKey;
typedef enum { PS_PLACES_DAILY = 1, PS_PLACES_ON_PEILDATA, PS_PLACES_MEASURED } PsPlaceMeasuring;
typedef enum { PS_STATUS_GRANTED = 1, PS_STATUS_SUBMITTED, PS_STATUS_REFUSED } PsLineStatus;
typedef enum { PS_STEP_BUDGET = 1, PS_STEP_WHOLE, PS_STEP_NORM_DURATION } PsStepKind;
typedef enum
{
  PS_UNIT_NONE = 0, PS_UNIT_MINUTE, PS_UNIT_HOUR, PS_UNIT_DAYPART, PS_UNIT_DAY, PS_UNIT_ETMAAL,
  PS_UNIT_PIECE, PS_UNIT_TRAJECT, PS_UNIT_PLACE_YEAR, PS_UNIT_EURO
} PsUnit;
typedef enum
{
  PS_FREQUENCY_NONE = 0, PS_FREQUENCY_DAY = 1, PS_FREQUENCY_WEEK = 2, PS_FREQUENCY_MONTH = 4, PS_FREQUENCY_TOTAL = 6
} PsFrequency;

/* End reasons, iJw JZ588 */
#define PS_REASON_NONE 0
#define PS_REASON_PAUSED 20
#define PS_REASON_ACCORDING_TO_PLAN 31

typedef enum
{
  PS_WORDS_FUNDING, PS_WORDS_EXEMPT, PS_WORDS_PROVIDER_KIND, PS_WORDS_EXCHANGE, PS_WORDS_DIVISION_KEY,
  PS_WORDS_PLACE_MEASURING, PS_WORDS_LINE_STATUS, PS_WORDS_STEP_KIND, PS_WORDS_UNIT, PS_WORDS_FREQUENCY,
  PS_WORDS_END_REASON, PS_WORDS_REFERRER, PS_WORDS_YES_NO,
  PS_N_WORDS
} PsWords;

gboolean    ps_words_parse  (PsWords list, const char *text, int *value);
const char *ps_words_csv    (PsWords list, int value);
const char *ps_words_label  (PsWords list, int value);
char       *ps_words_choice (PsWords list);

G_END_DECLS
