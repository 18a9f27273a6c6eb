/* ps-spinner.c: a spinner that is seen while something is waited for
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-spinner"

#include "ps-spinner.h"

void
ps_spinner_show (GtkSpinner *spinner, gboolean waiting)
{
  gtk_widget_set_visible (GTK_WIDGET (spinner), waiting);
  gtk_spinner_set_spinning (spinner, waiting);
}
