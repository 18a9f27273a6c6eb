/* ps-typed.h: numbers and days as people type them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Files are read strictly (ps-number.h, ps-date.h); people type `1234,5`, `€ 1.234,50`, `103 %` or `1 juli 2024`. Whatever is
 * understood is one exact value or nothing: nothing is rounded away and nothing is guessed (domain.md §3). Numbers are read the
 * Dutch way, whatever the language of the screen: a comma before the decimals, points between thousands.
 */
#pragma once

#include "ps-date.h"
#include "ps-number.h"

G_BEGIN_DECLS

typedef enum
{
  PS_TYPED_OK,
  PS_TYPED_EMPTY,      /* only blanks */
  PS_TYPED_WRONG,      /* *why says what is wrong and how to write it: translated, owned by the caller */
} PsTyped;

/* `why` may be NULL. On anything but PS_TYPED_OK the value is PS_NO_NUMBER or PS_DATE_OPEN. */
PsTyped ps_typed_money   (const char *text, gint64 *cents, char **why);
PsTyped ps_typed_tariff  (const char *text, gint64 *tariff_e4, char **why);
PsTyped ps_typed_percent (const char *text, gint64 *share_bp, char **why);      /* 103, 103 %, 4,96% */
PsTyped ps_typed_count   (const char *text, gint64 *count, char **why);
PsTyped ps_typed_volume  (const char *text, gint64 *volume_milli, char **why);
PsTyped ps_typed_date    (const char *text, PsDate *date, char **why);          /* 1-7-2024, 1 juli 2024, 2024-07-01, 01072024 */

/* Blanks of all kinds, those that do not break or show among them. */
gboolean ps_typed_is_blank    (gunichar c);
gboolean ps_typed_only_blanks (const char *text);     /* NULL: none at all */

/* A number as it can be typed again: 1.234,50, whatever the language of the screen, for an entry that somebody goes on typing in; ""
 * for PS_NO_NUMBER. Money has two decimals, a tariff two to four, the others as many as they need; no euro sign, no percent sign. */
char   *ps_typed_write_money   (gint64 cents);
char   *ps_typed_write_tariff  (gint64 tariff_e4);
char   *ps_typed_write_percent (gint64 share_bp);
char   *ps_typed_write_count   (gint64 count);
char   *ps_typed_write_volume  (gint64 volume_milli);

G_END_DECLS
