/* ps-letters-page-private.h: what the parts of the register share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"
#include "ps-letters-page.h"
#include "ps-letters-table.h"

G_BEGIN_DECLS

#define PS_TYPE_LETTERS_PAGE (ps_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (PsLettersPage, ps_letters_page, PS, LETTERS_PAGE, AdwBin)

struct _PsLettersPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;
  GPtrArray *letters;      /* PsLetter of all years; NULL: not read yet */
  GArray *peildata;        /* PsDate: those of the drop-down, from its second item on */
  PsDate today;            /* that the rows were made for */
  guint asked;             /* how often they were asked for: only the last answer counts */

  /* Template widgets */
  GtkLabel *heading;
  GtkBox *due;
  GtkBox *bar;
  AdwBin *card;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkDropDown *kind;
  GtkDropDown *peildatum;
  GtkStringList *kinds;
  GtkStringList *peildatum_names;
  GMenuModel *row_menu;
};

/* In the order of the template's list */
typedef enum
{
  PS_WHICH_LETTERS_ALL,
  PS_WHICH_LETTERS_TO_SEND,
  PS_WHICH_LETTERS_OVERDUE,
  PS_WHICH_LETTERS_DUE_SOON,
  PS_WHICH_LETTERS_WAITING,
  PS_WHICH_LETTERS_ENDED
} PsWhichLetters;

gboolean _ps_letters_row_is             (const PsLettersRow *row, PsWhichLetters which, PsDate today);

/* ps-letters-due.c */
void     _ps_letters_page_show_due      (PsLettersPage *self, GPtrArray *rows);

/* ps-letters-actions.c */
void     _ps_letters_page_install_actions (GtkWidgetClass *class);
void     _ps_letters_page_update_actions  (PsLettersPage *self);

G_END_DECLS
