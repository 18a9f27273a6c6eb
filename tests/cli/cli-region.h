/* cli-region.h: a region file of its own for a test of the command line, and what such tests ask of what is printed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-run.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;                    /* temporary */
  char *database;                  /* region.peilstok in it */
} CliRegion;

/* For g_test_add (). `data` names the fixture to import; NULL: none, so that the region is empty. */
void      cli_region_set_up      (CliRegion *region, gconstpointer data);
void      cli_region_set_up_demo (CliRegion *region, gconstpointer data);    /* the demo region; `data` is not read */
void      cli_region_tear_down   (CliRegion *region, gconstpointer data);

JsonNode *cli_parse_json         (const char *text);                         /* (transfer full): it must be JSON */

/* They are all there, one behind the other. `parts` ends with NULL. */
void      cli_assert_order       (const char *text, const char *const *parts);

/* It ended with this status, printed nothing, and its complaint has this in it. */
void      cli_assert_refused     (const CliRun *run, int status, const char *complaint);

G_END_DECLS
