/* ps-tell-error.c: says on a page that reading something for it failed, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-tell-error"

#include "ps-tell-error.h"

#include "ps-error-text.h"
#include "ps-navigator.h"

/**
 * ps_tell_error:
 * @from: the page, or something on it
 * @session: (not nullable): whose region was read
 * @error: why it failed
 */
void
ps_tell_error (GtkWidget *from, PsSession *session, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = ps_error_text (error, ps_session_get_path (session));
  ps_navigator_tell (from, text);
}
