/* ps-words.c: the closed lists of the field and how files write them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-words.h"

#include <glib/gi18n-lib.h>

/* The first word of a value is the one that exports write; the others are read as well. */
typedef struct
{
  int value;
  const char *word;
  const char *label;
} PsWord;

static const PsWord funding[] = { { PS_FUNDING_PXQ, "pxq", N_("P×Q") },
                                  { PS_FUNDING_TRAJECT, "traject", N_("trajectory") },
                                  { PS_FUNDING_PLEK, "plek", N_("places") },
                                  { PS_FUNDING_TAAKGERICHT, "taakgericht", N_("lump sum") },
                                  { 0 } };
static const PsWord exempt[] = { { PS_EXEMPT_NO, "nee", N_("no") },
                                 { PS_EXEMPT_YES, "ja", N_("exempt") },
                                 { PS_EXEMPT_OUTSIDE, "buiten", N_("outside the ceiling") },
                                 { 0 } };
static const PsWord provider_kind[] = { { PS_KIND_REGULAR, "regulier", N_("regular") },
                                        { PS_KIND_MICRO, "micro", N_("micro") },
                                        { PS_KIND_SYSTEM, "systeem", N_("system") },
                                        { 0 } };
static const PsWord exchange[] = { { PS_EXCHANGE_PROVIDER, "aanbieder", N_("whole provider") },
                                   { PS_EXCHANGE_SEGMENT, "segment", N_("segment") },
                                   { PS_EXCHANGE_GROUP, "productgroep", N_("product group") },
                                   { PS_EXCHANGE_LINE, "regel", N_("line") },
                                   { 0 } };
static const PsWord division_key[] = { { PS_KEY_REALISATION, "realisatie", N_("production") },
                                       { PS_KEY_OVERRUN, "overschrijding", N_("overrun") },
                                       { 0 } };
static const PsWord place_measuring[] = { { PS_PLACES_DAILY, "dagelijks", N_("daily") },
                                          { PS_PLACES_ON_PEILDATA, "peildata", N_("on peildata") },
                                          { PS_PLACES_MEASURED, "peiling", N_("as measured") },
                                          { 0 } };
static const PsWord line_status[] = { { PS_STATUS_GRANTED, "toegekend", N_("granted") },
                                      { PS_STATUS_SUBMITTED, "ingediend", N_("submitted") },
                                      { PS_STATUS_REFUSED, "afgewezen", N_("refused") },
                                      { 0 } };
static const PsWord step_kind[] = { { PS_STEP_BUDGET, "budget", N_("part by part") },
                                    { PS_STEP_WHOLE, "geheel", N_("whole amount") },
                                    { PS_STEP_NORM_DURATION, "normduur", N_("norm duration") },
                                    { 0 } };
/* iJw WJ756 (domain.md §12): 82 and 84 are both pieces, counted by result or by effort. */
static const PsWord unit[] = { { PS_UNIT_MINUTE, "minuut", N_("minute") },
                               { PS_UNIT_MINUTE, "01", NULL },
                               { PS_UNIT_HOUR, "uur", N_("hour") },
                               { PS_UNIT_HOUR, "04", NULL },
                               { PS_UNIT_DAYPART, "dagdeel", N_("day part") },
                               { PS_UNIT_DAYPART, "16", NULL },
                               { PS_UNIT_DAY, "dag", N_("day") },
                               { PS_UNIT_ETMAAL, "etmaal", N_("24 hours") },
                               { PS_UNIT_ETMAAL, "14", NULL },
                               { PS_UNIT_PIECE, "stuk", N_("piece") },
                               { PS_UNIT_PIECE, "82", NULL },
                               { PS_UNIT_PIECE, "84", NULL },
                               { PS_UNIT_PIECE, "stuks", NULL },
                               { PS_UNIT_TRAJECT, "traject", N_("trajectory") },
                               { PS_UNIT_PLACE_YEAR, "plekjaar", N_("place for a year") },
                               { PS_UNIT_EURO, "euro", N_("euro") },
                               { PS_UNIT_EURO, "83", NULL },
                               { PS_UNIT_EURO, "euro's", NULL },
                               { 0 } };
/* iJw WMO757 */
static const PsWord frequency[] = {
  { PS_FREQUENCY_DAY, "dag", N_("a day") },       { PS_FREQUENCY_DAY, "1", NULL },   { PS_FREQUENCY_DAY, "per dag", NULL },
  { PS_FREQUENCY_WEEK, "week", N_("a week") },    { PS_FREQUENCY_WEEK, "2", NULL },  { PS_FREQUENCY_WEEK, "per week", NULL },
  { PS_FREQUENCY_MONTH, "maand", N_("a month") }, { PS_FREQUENCY_MONTH, "4", NULL }, { PS_FREQUENCY_MONTH, "per maand", NULL },
  { PS_FREQUENCY_TOTAL, "totaal", N_("in all") }, { PS_FREQUENCY_TOTAL, "6", NULL }, { 0 }
};
/* iJw JZ588: as code only */
static const PsWord end_reason[] = { { 2, "02", N_("died") },
                                     { 20, "20", N_("temporarily stopped") },
                                     { 31, "31", N_("according to plan") },
                                     { 32, "32", N_("early, by the client") },
                                     { 33, "33", N_("early, by the provider") },
                                     { 34, "34", N_("early, by agreement") },
                                     { 35, "35", N_("external cause") },
                                     { 36, "36", N_("by the municipality") },
                                     { 37, "37", N_("change request") },
                                     { 38, "38", N_("went to another provider") },
                                     { 39, "39", N_("went to another domain") },
                                     { 0 } };
/* iJw COD327 */
static const PsWord referrer[] = { { 1, "gemeente", N_("municipality") },
                                   { 1, "01", NULL },
                                   { 2, "huisarts", N_("GP") },
                                   { 2, "02", NULL },
                                   { 3, "jeugdarts", N_("youth doctor") },
                                   { 3, "03", NULL },
                                   { 4, "GI", N_("certified institution") },
                                   { 4, "04", NULL },
                                   { 5, "medisch specialist", N_("specialist") },
                                   { 5, "05", NULL },
                                   { 5, "specialist", NULL },
                                   { 6, "zelf", N_("no referrer") },
                                   { 6, "06", NULL },
                                   { 6, "geen", NULL },
                                   { 8, "rechter", N_("judge") },
                                   { 8, "08", NULL },
                                   { -1, "onbekend", N_("unknown") },
                                   { 0 } };
static const PsWord yes_no[] = { { 1, "ja", N_("yes") }, { 0, "nee", N_("no") }, { 0 } };

static const PsWord *const lists[PS_N_WORDS] = {
  [PS_WORDS_FUNDING] = funding,
  [PS_WORDS_EXEMPT] = exempt,
  [PS_WORDS_PROVIDER_KIND] = provider_kind,
  [PS_WORDS_EXCHANGE] = exchange,
  [PS_WORDS_DIVISION_KEY] = division_key,
  [PS_WORDS_PLACE_MEASURING] = place_measuring,
  [PS_WORDS_LINE_STATUS] = line_status,
  [PS_WORDS_STEP_KIND] = step_kind,
  [PS_WORDS_UNIT] = unit,
  [PS_WORDS_FREQUENCY] = frequency,
  [PS_WORDS_END_REASON] = end_reason,
  [PS_WORDS_REFERRER] = referrer,
  [PS_WORDS_YES_NO] = yes_no,
};

static const PsWord *
find_value (PsWords list, int value)
{
  g_assert ((int) list >= 0 && list < PS_N_WORDS);
  for (const PsWord *word = lists[list]; word->word != NULL; word++)
    if (word->value == value && word->label != NULL)
      return word;
  return NULL;
}

/**
 * ps_words_parse: reads a word (or iJw code) of a list; upper or lower case does not matter.
 */
gboolean
ps_words_parse (PsWords list, const char *text, int *value)
{
  g_assert ((int) list >= 0 && list < PS_N_WORDS);
  for (const PsWord *word = lists[list]; word->word != NULL; word++)
    if (g_ascii_strcasecmp (word->word, text) == 0)
      {
        *value = word->value;
        return TRUE;
      }
  return FALSE;
}

/**
 * ps_words_csv: the word that files use for `value`; "" for a value that is not in the list (nothing given).
 */
const char *
ps_words_csv (PsWords list, int value)
{
  const PsWord *word = find_value (list, value);

  return word != NULL ? word->word : "";
}

/**
 * ps_words_label: how people call `value`, translated; "" for a value that is not in the list.
 */
const char *
ps_words_label (PsWords list, int value)
{
  const PsWord *word = find_value (list, value);

  return word != NULL ? g_dgettext (GETTEXT_PACKAGE, word->label) : "";
}

/**
 * ps_words_choice: the words of a list as they may be written, separated by commas, for messages.
 */
char *
ps_words_choice (PsWords list)
{
  GString *text = g_string_new (NULL);

  g_assert ((int) list >= 0 && list < PS_N_WORDS);
  for (const PsWord *word = lists[list]; word->word != NULL; word++)
    if (word->label != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word->word);
  return g_string_free (text, FALSE);
}
