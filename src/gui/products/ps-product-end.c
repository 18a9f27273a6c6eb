/* ps-product-end.c: ending a product, letting it go on, and deleting one that was never used
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-product-end"

#include "ps-product-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-apply.h"
#include "ps-product-facts.h"
#include "ps-product-record.h"
#include "store/ps-change.h"

static const PsRegion *
region_of (PsSession *session)
{
  PsSettledYear *settled = ps_session_get_settled (session);

  return settled != NULL ? settled->region : NULL;
}

/* PS_NONE: not there, or nothing may be changed. */
static guint
find_changeable (PsSession *session, gint64 product_id)
{
  const PsRegion *region = region_of (session);

  return region == NULL || ps_session_is_read_only (session) ? PS_NONE : ps_product_find (region, product_id);
}

static PsChange *
make_ended (const PsRecord *before, const char *action, PsDate ended_on, const char *reason)
{
  g_autoptr (PsRecord) after = ps_record_copy (before);
  g_autofree char *thing = g_strdup_printf ("product:%s", ps_record_get_text (before, "code"));
  PsChange *change = ps_change_new (action, thing);

  ps_record_set_date (after, "ended_on", ended_on);
  ps_change_set_reason (change, reason);
  ps_change_update (change, before, after);
  return change;
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  return make_ended (user_data, "end", ps_form_get_date (form, "ended_on"), ps_form_get_text (form, "reason"));
}

/**
 * ps_product_end: asks for its last day; today is proposed.
 */
void
ps_product_end (GtkWidget *from, PsSession *session, gint64 product_id)
{
  const PsFormField fields[] = {
    { "ended_on", _("Last day"), PS_FORM_DATE, TRUE,
      _("Care after this day is not contracted any more. Tariffs and agreements stay."), NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, FALSE, _("Kept in the history."), NULL },
  };
  guint place = find_changeable (session, product_id);
  g_autofree char *title = NULL;
  PsRecord *before;
  PsForm *form;
  PsFormDialog *dialog;

  if (place == PS_NONE)
    return;
  before = ps_product_record (region_of (session), place);
  title = g_strdup_printf (_("End %s"), ps_record_get_text (before, "code"));
  form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  ps_form_set_date (form, "ended_on",
                    ps_record_get_date (before, "ended_on") != PS_DATE_OPEN ? ps_record_get_date (before, "ended_on")
                                                                            : ps_product_today ());
  dialog = ps_form_dialog_new (from, session, title, _("_End"), form);
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_done (dialog, _("Product ended"));
  ps_form_dialog_set_make (dialog, make_change, NULL, before, (GDestroyNotify) ps_record_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ps_product_continue: takes its last day away.
 */
void
ps_product_continue (GtkWidget *from, PsSession *session, gint64 product_id)
{
  guint place = find_changeable (session, product_id);
  g_autoptr (PsRecord) before = NULL;

  if (place == PS_NONE)
    return;
  before = ps_product_record (region_of (session), place);
  ps_apply_and_tell (from, session, make_ended (before, "edit", PS_DATE_OPEN, NULL), _("The product goes on"));
}

/* Deleting: with its tariffs, as one change */

typedef struct
{
  GtkWidget *from; /* weak */
  PsSession *session;
  gint64 product_id;
} Deleting;

static void
deleting_free (gpointer data)
{
  Deleting *deleting = data;

  g_clear_weak_pointer (&deleting->from);
  g_object_unref (deleting->session);
  g_free (deleting);
}

static gboolean
write_deleted (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  gint64 id = *(const gint64 *) data;
  g_autoptr (PsRecord) product = ps_store_load_record (store, "product", id, error);
  g_autoptr (GPtrArray) tariffs = product != NULL ? ps_store_load_records (store, "tariff", "product_id", id, error) : NULL;
  g_autoptr (PsChange) change = NULL;
  g_autofree char *thing = NULL;

  if (tariffs == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT, _("The product is not there any more."));
      return FALSE;
    }
  thing = g_strdup_printf ("product:%s", ps_record_get_text (product, "code"));
  change = ps_change_new ("delete", thing);
  for (guint i = 0; i < tariffs->len; i++)
    ps_change_delete (change, g_ptr_array_index (tariffs, i));
  ps_change_delete (change, product);
  return ps_change_apply (store, change, actor, record, error);
}

static void
on_delete_confirmed_cb (gpointer user_data)
{
  Deleting *deleting = user_data;

  if (deleting->from != NULL)
    ps_write_and_tell (deleting->from, deleting->session, write_deleted, g_memdup2 (&deleting->product_id, sizeof (gint64)),
                       g_free, _("Product deleted"));
}

/**
 * ps_product_delete: asks, and says how many tariffs go with it. The store refuses one that is used.
 */
void
ps_product_delete (GtkWidget *from, PsSession *session, gint64 product_id)
{
  guint place = find_changeable (session, product_id);
  const PsRegion *region = region_of (session);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  Deleting *deleting;
  guint n;

  if (place == PS_NONE)
    return;
  n = region->tariff_starts[place + 1] - region->tariff_starts[place];
  heading = g_strdup_printf (_("Delete %s?"), ps_region_product (region, place)->code);
  body = n == 0 ? g_strdup (_("Nothing was ever assigned, declared or contracted with it."))
                : g_strdup_printf (
                    ngettext ("Nothing was ever assigned, declared or contracted with it. Its tariff is deleted too.",
                              "Nothing was ever assigned, declared or contracted with it. Its %u tariffs are deleted too.", n),
                    n);
  deleting = g_new0 (Deleting, 1);
  g_set_weak_pointer (&deleting->from, from);
  deleting->session = g_object_ref (session);
  deleting->product_id = product_id;
  g_object_set_data_full (G_OBJECT (from), "deleted-product", deleting, deleting_free);
  ps_confirm (from, heading, body, _("_Delete"), TRUE, G_CALLBACK (on_delete_confirmed_cb), deleting);
}
