/* ps-error-text.h: errors as sentences for people: what happened, where, what to do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char       *ps_error_text    (const GError *error, const char *path);
const char *ps_error_heading (const GError *error);

G_END_DECLS
