/* ps-letter-text-private.h: what the files of a letter's text share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-letter-fields.c knows the fields and their values, ps-letter-text.c finds them in a text, ps-letter-standard.c has the texts that a
 * region begins with.
 */
#pragma once

#include "ps-letter-text.h"

G_BEGIN_DECLS

#define PS_LETTER_TABLE "cijfers"    /* the field that becomes PS_LETTER_TABLE_MARK */

/* FALSE: there is no such field. @value: (out) (optional) (transfer full): NULL: it is empty. `values` NULL: not asked for. */
gboolean    ps_letter_field_value   (const char *name, const PsLetterValues *values, char **value);
const char *ps_letter_field_meaning (const char *name);      /* translated; of a field that there is */

G_END_DECLS
