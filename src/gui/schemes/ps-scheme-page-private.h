/* ps-scheme-page-private.h: what the parts of the scheme page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-chart-view.h"
#include "gui/ps-unsaved.h"
#include "gui/ps-value-entry.h"
#include "ps-amount-card.h"
#include "ps-scheme-page.h"
#include "ps-scheme-touch.h"
#include "ps-scheme-used.h"
#include "ps-steps-editor.h"

G_BEGIN_DECLS

struct _PsSchemePage
{
  AdwBin parent_instance;

  PsSession     *session;
  gint64         id;               /* 0: not saved yet */
  guint          place;            /* in the region; PS_NONE: not in it */
  PsScheme      *base;             /* as it was saved, or the preset or copy that it began as */
  char          *base_notes;       /* "" : none */
  gboolean       base_is_news;     /* a copy: there is something to save though nothing was typed */
  PsScheme      *draft;            /* as it stands on the page, as far as it is numbers */
  gboolean       numbers;          /* it is */
  gboolean       right;            /* and nothing is wrong with it */
  gboolean       filling;          /* the program sets the values, not the user */
  gboolean       writing;
  guint          touch_timeout;
  guint          asked;            /* how often the effects were asked for: only the last answer counts */
  GArray        *effects;          /* PsSchemeEffect; NULL: being computed, or not a saved scheme */

  /* Told when saving ended */
  PsUnsavedDone  done;
  gpointer       done_data;
  gboolean       asking;           /* to save, as soon as the effects are there */

  PsValueEntry  *name_entry;
  PsStepsEditor *bands;
  PsStepsEditor *norm_steps;
  PsChartView   *chart;
  PsAmountCard  *amount;
  PsSchemeTouch *touch;
  PsSchemeUsed  *used;
  GtkTextBuffer *notes;

  /* Template widgets */
  GtkLabel      *name;
  GtkLabel      *facts;
  GtkLabel      *problem;
  GtkWidget     *menu_button;
  GtkBox        *cards;
  GtkBox        *left;
  GtkBox        *second;
  GtkBox        *name_box;
  GtkWidget     *kind_box;
  GtkToggleButton *per_band;
  GtkToggleButton *whole;
  GtkWidget     *kind_note;
  GtkTextView   *notes_view;
};

/* ps-scheme-page.c */
void     _ps_scheme_page_begin       (PsSchemePage *self, const PsScheme *base, const char *notes);     /* shows it as what there is */

/* ps-scheme-page-show.c: what stands on the page, and all that follows from it */
gboolean _ps_scheme_page_is_changed  (PsSchemePage *self);
gboolean _ps_scheme_page_can_save    (PsSchemePage *self);
char    *_ps_scheme_page_get_notes   (PsSchemePage *self);                /* owned by the caller; "": none */
void     _ps_scheme_page_refresh     (PsSchemePage *self);
void     _ps_scheme_page_show_heading (PsSchemePage *self);
void     _ps_scheme_page_update_actions (PsSchemePage *self);

/* ps-scheme-page-touch.c: whom it touches, computed beside the page */
void     _ps_scheme_page_touch_soon  (PsSchemePage *self);
void     _ps_scheme_page_touch_now   (PsSchemePage *self);

/* ps-scheme-page-save.c */
void     _ps_scheme_page_save        (PsSchemePage *self);                /* asks before a scheme in use is changed */
void     _ps_scheme_page_effects_known (PsSchemePage *self);
void     _ps_scheme_page_effects_failed (PsSchemePage *self);
void     _ps_scheme_page_make_copy   (PsSchemePage *self);
void     _ps_scheme_page_delete      (PsSchemePage *self);

G_END_DECLS
