/* peil-entry-test.h: the page that fills a peildatum, and the file behind it, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "desk-test.h"

#include "gui/peildata/ps-peil-grid.h"
#include "gui/peildata/ps-peil-refusals.h"
#include "store/ps-peildata.h"

G_BEGIN_DECLS

/* Of the test region, by provider's name: each has one client in care on the day. */
enum
{
  ANKER_45L11_VENRAY,
  VER_WEG_54L02_VENLO,
  WISSEL_45L11_VENLO,
  WISSEL_54L02_VENRAY,
  N_ROWS
};

typedef struct
{
  DeskFixture desk;
  gint64 id;
  PsPeilGrid *grid; /* of the page */
} EntryFixture;

PsStore          *entry_open_store     (EntryFixture *fixture, PsStoreMode mode);
PsPeilSheet      *entry_read_sheet     (EntryFixture *fixture);
gint64            entry_read_value     (EntryFixture *fixture, guint row, PsMeasure measure);
void              entry_add_peildatum  (EntryFixture *fixture);
void              entry_reload         (EntryFixture *fixture);
void              entry_set_up         (EntryFixture *fixture, gconstpointer data);
void              entry_tear_down      (EntryFixture *fixture, gconstpointer data);
void              entry_type           (EntryFixture *fixture, guint row, PsMeasure measure, const char *text);
void              entry_wait_value     (EntryFixture *fixture, guint row, PsMeasure measure, gint64 value);
gint64            entry_shown_value    (EntryFixture *fixture, guint row, PsMeasure measure);
void              entry_wait_shown     (EntryFixture *fixture, guint row, PsMeasure measure, gint64 value);
void              entry_wait_n_shown   (EntryFixture *fixture, guint n);
GtkToggleButton  *entry_find_toggle    (GtkWidget *root, const char *label);
PsPeilRefusals   *entry_find_refusals  (EntryFixture *fixture);
GtkWidget        *entry_find_button    (GtkWidget *root, const char *label);
void              entry_click          (EntryFixture *fixture, const char *label);
void              entry_type_reason    (const char *reason);

G_END_DECLS
