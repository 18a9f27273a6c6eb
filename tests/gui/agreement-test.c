/* agreement-test.c: an agreement's page, as the tests of it drive it, and what is in the file behind it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "agreement-test.h"

#include <stdlib.h>

#include "gui/agreements/ps-agreement-page.h"
#include "store/ps-desk.h"

/* What is in the file, by another connection than the window's */

GPtrArray *
agreement_load_versions (DeskFixture *fixture, const char *agb, int year, PsRegion **region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  GPtrArray *versions;

  g_assert_no_error (error);
  *region = ps_store_load_region (store, &error);
  g_assert_no_error (error);
  versions = ps_desk_load_versions (store, *region, ps_region_find_provider (*region, agb), year, &error);
  g_assert_no_error (error);
  return versions;
}

/* The ceiling of a line in the newest version; PS_NO_NUMBER: there is no such line. */
gint64
agreement_stored_ceiling (DeskFixture *fixture, const char *agb, int year, const char *group, const char *municipality)
{
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GPtrArray) versions = agreement_load_versions (fixture, agb, year, &region);
  const PsAgreementVersion *version = g_ptr_array_index (versions, versions->len - 1);
  const PsAgreementLine *line = ps_agreement_find_line (version->terms, ps_region_find_group (region, group),
                                                        ps_region_find_municipality (region, municipality));

  return line != NULL ? line->ceiling_cents : PS_NO_NUMBER;
}

guint
agreement_count_versions (DeskFixture *fixture, const char *agb, int year)
{
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GPtrArray) versions = agreement_load_versions (fixture, agb, year, &region);

  return versions->len;
}

/* The page */

const PsRegion *
agreement_region (DeskFixture *fixture)
{
  return ps_session_get_settled (ps_window_get_session (fixture->window))->region;
}

PsAgreementGrid *
agreement_grid (DeskFixture *fixture)
{
  GtkWidget *grid = gui_find_type (desk_page (fixture), PS_TYPE_AGREEMENT_GRID);

  g_assert_nonnull (grid);
  return PS_AGREEMENT_GRID (grid);
}

void
agreement_open (DeskFixture *fixture, const char *name)
{
  desk_show (fixture, "agreements");
  desk_open_row (desk_table (fixture, "Agreements"), name);
  desk_wait_page (fixture, PS_TYPE_AGREEMENT_PAGE);
}

void
agreement_go_to (DeskFixture *fixture, const char *group, const char *municipality)
{
  const PsRegion *region = agreement_region (fixture);

  g_assert_true (ps_agreement_grid_focus_cell (agreement_grid (fixture), ps_region_find_group (region, group),
                                               ps_region_find_municipality (region, municipality)));
}

char *
agreement_said (DeskFixture *fixture, const char *group, const char *municipality)
{
  const PsRegion *region = agreement_region (fixture);

  return ps_agreement_grid_describe (agreement_grid (fixture), ps_region_find_group (region, group),
                                     ps_region_find_municipality (region, municipality));
}

void
agreement_assert_said (DeskFixture *fixture, const char *group, const char *municipality, const char *expected)
{
  g_autofree char *said = agreement_said (fixture, group, municipality);

  g_assert_cmpstr (said, ==, expected);
}

void
agreement_give (DeskFixture *fixture, const char *group, const char *municipality, const char *text)
{
  agreement_go_to (fixture, group, municipality);
  ps_grid_type (PS_GRID (agreement_grid (fixture)), text);
  g_assert_true (ps_grid_finish (PS_GRID (agreement_grid (fixture))));
}

typedef struct
{
  DeskFixture *fixture;
  const char *group;
  const char *municipality;
  const char *said;
} Awaited;

static gboolean
says (gpointer user_data)
{
  const Awaited *awaited = user_data;
  g_autofree char *said = agreement_said (awaited->fixture, awaited->group, awaited->municipality);

  return g_str_equal (said, awaited->said);
}

void
agreement_wait_said (DeskFixture *fixture, const char *group, const char *municipality, const char *expected)
{
  Awaited awaited = { fixture, group, municipality, expected };

  g_test_message ("waiting for: %s", expected);
  gui_wait_until (says, &awaited);
}

void
agreement_amend (DeskFixture *fixture, const char *reason)
{
  PsFormDialog *dialog = desk_open (fixture, "agreement.amend", NULL);

  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "reason", reason);
  desk_save (dialog);
  desk_wait_text (fixture, "Version 2: Draft");
}

PsSession *
agreement_session (DeskFixture *fixture)
{
  return ps_window_get_session (fixture->window);
}

static gboolean
year_is (gpointer user_data)
{
  const Awaited *awaited = user_data;

  return ps_session_get_year (agreement_session (awaited->fixture)) == atoi (awaited->said);
}

void
agreement_wait_year (DeskFixture *fixture, const char *year)
{
  Awaited awaited = { fixture, NULL, NULL, year };

  gui_wait_until (year_is, &awaited);
}
