/* unsaved-page.h: a page with something unsaved, that counts what becomes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-unsaved.h"

G_BEGIN_DECLS

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, AdwBin)

struct _TestPage
{
  AdwBin   parent_instance;
  gboolean unsaved;
  guint    n_saved;
  guint    n_discarded;
};

G_END_DECLS
