/* people-test.h: a settlement's page in a window, while other people take its settlement from state to state
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "desk-test.h"

#include "gui/settlements/ps-settlement-page.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

#define PEOPLE_AGB "94000001"
#define PEOPLE_YEAR 2024
#define PEOPLE_BALANCE (-180000) /* of the test region: 11.300,00 produced, 600,00 deducted, 12.500,00 paid */

/* Somebody else takes the step with the provider's year, in another program; the window reads the region again. Returns its id. */
gint64     people_take        (DeskFixture *fixture, const char *actor, PsLifeStep step, const char *agb, const char *reason);
/* A late declaration line of the provider: € 400,00 of AMB1 in Venlo, granted and paid. */
void       people_declare     (DeskFixture *fixture, const char *reference);
PsStored  *people_find        (DeskFixture *fixture, gint64 id);
GPtrArray *people_list        (DeskFixture *fixture, const char *agb);     /* all that is stored of the provider's year */

/* The page of the provider's settlement, waited for until it says so. */
void       people_open_page   (DeskFixture *fixture, const char *agb, const char *text);
/* Pushes a page in the window. */
void       people_push        (DeskFixture *fixture, GtkWidget *page);
void       people_wait_text   (const char *text);                          /* in any of the windows */
GtkWidget *people_find_button (GtkWidget *root, const char *label);        /* without its mnemonic; NULL: none */

G_END_DECLS
