/* ps-tariff-form-private.h: what the dialogs about a tariff share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-tariff-form.h"

G_BEGIN_DECLS

/* What a dialog is about; owned by its form. Ids: places change when the file is read again. */
typedef struct
{
  PsSession *session;
  gint64 product_id;  /* 0: is chosen */
  gint64 provider_id; /* 0: the region's, or chosen */
  gboolean choose_product;
  gboolean choose_provider;
  PsRecord *before; /* the tariff that is changed; NULL: a new one */
  GtkLabel *effect; /* borrowed from the form */
  GtkWidget *from;  /* weak: what the dialog was opened from */
  gboolean checking;
} PsTariffAbout;

PsTariffAbout  *_ps_tariff_about_new    (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id);
void            _ps_tariff_about_free   (gpointer about);
const PsRegion *_ps_tariff_about_region (const PsTariffAbout *about);     /* NULL: none is open */

/* Places of the product and the provider (PS_NONE: the region's); FALSE: one is not chosen, or not there any more. */
gboolean        _ps_tariff_about_find   (const PsTariffAbout *about, PsForm *form, guint *product, guint *provider);

/* The form takes `about`. */
PsForm         *_ps_tariff_form_new     (PsTariffAbout *about);
void            _ps_tariff_form_check   (PsForm *form, PsTariffAbout *about);
char           *_ps_tariff_name         (const PsRegion *region, guint product, guint provider);   /* owned by the caller */

G_END_DECLS
