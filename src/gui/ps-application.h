/* ps-application.h: the program: one instance, a window a region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_APPLICATION (ps_application_get_type ())
G_DECLARE_FINAL_TYPE (PsApplication, ps_application, PS, APPLICATION, AdwApplication)

GApplication *ps_application_new     (void);

/* Before anything of GTK: begins to read the region that this start will show. */
void          ps_application_prepare (int argc, char **argv);

G_END_DECLS
