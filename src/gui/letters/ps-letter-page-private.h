/* ps-letter-page-private.h: what the parts of a letter's page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-letter-page.c      reading, making
 * …-show.c              what is shown of it
 * …-look.c              its pages, made beside the window as it is typed
 * …-save.c              a draft's text; what is not saved
 * …-actions.c           what it can be told to do
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-unsaved.h"
#include "ps-letter-course.h"
#include "ps-letter-editor.h"
#include "ps-letter-look.h"
#include "ps-letter-page.h"
#include "ps-letter-preview.h"
#include "ps-shown-letter.h"

G_BEGIN_DECLS

#define PS_TYPE_LETTER_PAGE (ps_letter_page_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterPage, ps_letter_page, PS, LETTER_PAGE, AdwBin)

struct _PsLetterPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 id;
  PsShownLetter *shown;    /* NULL: not read yet. Of a draft that is typed in: as it was when the typing began */
  PsLetterLook *look;      /* of the pages that are shown; NULL: none */
  guint asked;             /* how often the letter was asked for: only the last answer counts */
  guint look_wait;         /* source: until nobody typed for a moment; 0: none */
  guint fold_wait;         /* source: until it has its size; 0: none */
  gboolean looking;        /* a worker makes pages */
  gboolean look_outdated;  /* … of what is not typed any more */
  gboolean values_known;   /* the menu of fields tells what they stand for */
  gboolean writing;
  char *written_subject;   /* what is being written */
  char *written_body;
  gboolean send_then;      /* after saving, it is to be sent */
  PsUnsavedDone done;      /* to be told when saving ended; NULL: nobody */
  gpointer done_data;

  PsLetterEditor *editor;
  PsLetterCourse *course;
  PsLetterPreview *preview;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkSpinner *spinner;
  GtkWidget *save;
  GtkWidget *record;
  GtkButton *next;
  GtkWidget *content;
  GtkWidget *switcher;
  GtkToggleButton *left_button;
  GtkToggleButton *right_button;
  AdwLeaflet *leaflet;
  AdwBin *left;
  AdwBin *right;
};

const PsLetter *_ps_letter_page_get           (PsLetterPage *self);       /* NULL: not read yet */
gboolean        _ps_letter_page_is_draft      (PsLetterPage *self);
gboolean        _ps_letter_page_can_change    (PsLetterPage *self);       /* the region is not read-only, and the letter was read */
void            _ps_letter_page_reload        (PsLetterPage *self);

void            _ps_letter_page_show          (PsLetterPage *self);       /* all of `shown` */
void            _ps_letter_page_show_pane     (PsLetterPage *self, gboolean right);
void            _ps_letter_page_update_fold   (PsLetterPage *self);

void            _ps_letter_page_look          (PsLetterPage *self, gboolean at_once);
void            _ps_letter_page_on_typed_cb   (PsLetterPage *self);

gboolean        _ps_letter_page_is_changed    (PsLetterPage *self);
void            _ps_letter_page_save          (PsLetterPage *self);
void            _ps_letter_page_unsaved_init  (PsUnsavedInterface *iface);

void            _ps_letter_page_install_actions (GtkWidgetClass *class);
void            _ps_letter_page_update_actions  (PsLetterPage *self);
void            _ps_letter_page_send            (PsLetterPage *self);

G_END_DECLS
