/* ps-checks.h: are these the codes and addresses that they should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * TRUE: right. FALSE: *why (may be NULL; translated, owned by the caller) says what is wrong. An empty text is right: whether it
 * may be left out is the form's business.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ps_check_agb   (const char *text, char **why);     /* eight digits; there is no check digit */
gboolean ps_check_kvk   (const char *text, char **why);     /* eight digits */
gboolean ps_check_cbs   (const char *text, char **why);     /* a municipality: four digits */
gboolean ps_check_code  (const char *text, char **why);     /* of a product, group or segment */
gboolean ps_check_email (const char *text, char **why);
gboolean ps_check_text  (const char *text, char **why);     /* a name: at most 500 characters, no control characters but line ends and tabs */
gboolean ps_check_uri   (const char *text, char **why);     /* a link to a document: https, http or file, or an absolute path */

G_END_DECLS
