/* ps-templates-page-private.h: what the parts of the page of templates share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-templates-page.c   reading, choosing, making
 * …-look.c              its text as a letter to a provider, made beside the window as it is typed
 * …-save.c              saving, a new one, another name, deleting; what is not saved
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-unsaved.h"
#include "ps-letter-editor.h"
#include "ps-letter-look.h"
#include "ps-letter-preview.h"
#include "ps-templates-page.h"

G_BEGIN_DECLS

#define PS_TYPE_TEMPLATES_PAGE (ps_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (PsTemplatesPage, ps_templates_page, PS, TEMPLATES_PAGE, AdwBin)

struct _PsTemplatesPage
{
  AdwBin parent_instance;

  PsSession *session;
  GPtrArray *templates;      /* PsLetterTemplate; NULL: not read yet */
  PsLetterTemplate *shown;   /* a copy, as it was when it came on the screen; NULL: none */
  PsLetterKind wanted_kind;  /* to be shown after the next reading */
  char *wanted_name;         /* NULL: the one that is shown */
  PsLetterKind next_kind;    /* to be shown once what is being written is there */
  char *next_name;           /* NULL: what was written */
  GPtrArray *agbs;           /* char *: providers in the drop-down */
  GHashTable *kinds;         /* of AGB codes: the kind of letter that each asks for; NULL: not known yet */
  gboolean provider_chosen;  /* by a person: it is left as it is */
  guint asked;
  guint look_wait;           /* source; 0: none */
  gboolean looking;
  gboolean look_outdated;
  gboolean choosing;         /* a drop-down is being set: nobody chose */
  gboolean writing;
  PsLetterKind written_kind; /* what is being written */
  char *written_name;        /* "": it is deleted */
  char *written_subject;
  char *written_body;
  guint fold_wait;           /* source: until it has its size; 0: none */
  PsUnsavedDone done;
  gpointer done_data;

  PsLetterEditor *editor;
  PsLetterPreview *preview;

  /* Template widgets */
  GtkDropDown *choice;
  GtkDropDown *provider;
  GtkStringList *names;
  GtkStringList *providers;
  GtkSpinner *spinner;
  GtkLabel *facts;
  GtkWidget *save;
  GtkWidget *switcher;
  GtkToggleButton *left_button;
  GtkToggleButton *right_button;
  AdwLeaflet *leaflet;
  AdwBin *left;
  AdwBin *right;
};

void     _ps_templates_page_reload     (PsTemplatesPage *self);
void     _ps_templates_page_show       (PsTemplatesPage *self, const PsLetterTemplate *template_);
char    *_ps_templates_page_label      (const PsLetterTemplate *template_);     /* "Forecast above · Standard text"; owned by the caller */
gboolean _ps_templates_page_is_changed (PsTemplatesPage *self);
void     _ps_templates_page_look       (PsTemplatesPage *self, gboolean at_once);
/* Whose figures fit a letter of that kind, unless a person chose somebody. */
void     _ps_templates_page_fit        (PsTemplatesPage *self);
void     _ps_templates_page_read_kinds (PsTemplatesPage *self);
void     _ps_templates_page_save       (PsTemplatesPage *self);
/* What is shown after that, where it is saved. */
void     _ps_templates_page_save_and_show (PsTemplatesPage *self, PsLetterKind kind, const char *name);
void     _ps_templates_page_update     (PsTemplatesPage *self);
void     _ps_templates_page_install_actions (GtkWidgetClass *class);
void     _ps_templates_page_unsaved_init (PsUnsavedInterface *iface);
/* For tests: as the drop-down and the dialogs do. */
void     _ps_templates_page_choose     (PsTemplatesPage *self, PsLetterKind kind, const char *name);
void     _ps_templates_page_create     (PsTemplatesPage *self, PsLetterKind kind, const char *name);
void     _ps_templates_page_rename     (PsTemplatesPage *self, const char *name);
void     _ps_templates_page_delete     (PsTemplatesPage *self);

G_END_DECLS
