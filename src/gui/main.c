/* main.c: peilstok, the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ps-application.h"

/* PEILSTOK_LOCALEDIR: translations from another place, such as the folder that it was built in. */
static void
prepare_language (void)
{
  const char *folder = g_getenv ("PEILSTOK_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : PS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Tables and charts are drawn in two dimensions, and the charts by cairo anyway: with it the window is there in half the time, in
 * half the memory (docs/performance.md). Who has chosen a renderer keeps it. */
static void
prepare_renderer (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;

  prepare_renderer ();
  prepare_language ();
  ps_application_prepare (argc, argv);
  g_set_application_name ("Peilstok");
  application = ps_application_new ();
  return g_application_run (application, argc, argv);
}
