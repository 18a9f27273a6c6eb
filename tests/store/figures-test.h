/* figures-test.h: a region whose years' figures are kept, and those figures in words, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "change-test.h"
#include "store/ps-year-figures.h"

G_BEGIN_DECLS

#define FIGURES_TODAY "20-06-2024"

/* Four providers, three with an agreement of 2024 and one of them of 2023 too; lines from 2023 to May 2024, one of them in dispute (A90); places,
 * a traject, care, somebody who waits; two peildata and a measurement. */
StoreTest     *figures_test_region   (void);
/* An import, none of whose rows is refused. */
void           figures_test_run      (StoreTest *test, const char *rows);
/* A line of so many hours a month, from January on. */
void           figures_test_declare  (GString *rows, int year, int n_months, const char *assignment, const char *name, int hours);
/* Plain SQL on a connection of its own, as another program has one. */
void           figures_test_by_other (StoreTest *test, const char *sql);

PsYearFigures *figures_test_load     (StoreTest *test, int year, const char *today, const char *agb, gboolean keep);
char          *figures_test_tell     (const PsYearFigures *figures);      /* all of it in words */
/* 2024 in words, kept; how many providers had to be computed (NULL: never mind). */
char          *figures_test_look     (StoreTest *test, guint *n_computed);
/* What is kept of 2024 is what a file with nothing kept comes to; and it is kept. */
void           figures_test_assert_right (StoreTest *test);

G_END_DECLS
