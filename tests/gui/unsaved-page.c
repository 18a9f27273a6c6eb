/* unsaved-page.c: a page with something unsaved, that counts what becomes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "unsaved-page.h"

static gboolean
test_page_has_unsaved (PsUnsaved *page)
{
  return TEST_PAGE (page)->unsaved;
}

static char *
test_page_describe (PsUnsaved *page)
{
  return g_strdup ("the changes of scheme Donut");
}

static void
test_page_save (PsUnsaved *page, PsUnsavedDone done, gpointer user_data)
{
  TEST_PAGE (page)->unsaved = FALSE;
  TEST_PAGE (page)->n_saved++;
  done (page, TRUE, user_data);
}

static void
test_page_discard (PsUnsaved *page)
{
  TEST_PAGE (page)->unsaved = FALSE;
  TEST_PAGE (page)->n_discarded++;
}

static void
test_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = test_page_has_unsaved;
  iface->describe = test_page_describe;
  iface->can_save = test_page_has_unsaved;
  iface->save = test_page_save;
  iface->discard = test_page_discard;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestPage, test_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, test_page_unsaved_init))

static void
test_page_class_init (TestPageClass *class)
{
}

static void
test_page_init (TestPage *self)
{
}
