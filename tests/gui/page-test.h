/* page-test.h: a page by itself in a window, with what a window is to its pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui-test.h"

G_BEGIN_DECLS

/* Keeps the last page that was pushed and the last thing that was said with an Undo beside it; to be told anything else is a failure. */
#define TEST_TYPE_NAVIGATOR (test_navigator_get_type ())
G_DECLARE_FINAL_TYPE (TestNavigator, test_navigator, TEST, NAVIGATOR, AdwBin)

struct _TestNavigator
{
  AdwBin     parent;

  GtkWidget *pushed;
  char      *title;                /* of the page that was pushed */
  char      *told;
  gint64     record;               /* that Undo would take back */
};

typedef struct
{
  char          *folder;
  char          *path;
  PsSession     *session;
  GtkWidget     *window;
  TestNavigator *navigator;
} PageFixture;

void page_set_up    (PageFixture *fixture, gconstpointer data);
void page_tear_down (PageFixture *fixture, gconstpointer data);
void page_show      (PageFixture *fixture, GtkWidget *page);

G_END_DECLS
