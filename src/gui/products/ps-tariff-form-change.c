/* ps-tariff-form-change.c: a tariff that there is, changed or deleted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-tariff-form"

#include "ps-tariff-form-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "gui/ps-apply.h"
#include "ps-product-facts.h"

/* "tariff:45L11", or "tariff:45L11:94000001" */
static char *
thing_of (const PsRegion *region, guint product, guint provider)
{
  const char *code = ps_region_product (region, product)->code;

  return provider == PS_NONE ? g_strdup_printf ("tariff:%s", code)
                             : g_strdup_printf ("tariff:%s:%s", code, ps_region_provider (region, provider)->agb);
}

static PsChange *
make_changed (PsForm *form, gpointer user_data)
{
  const PsTariffAbout *about = user_data;
  g_autoptr (PsRecord) after = ps_record_copy (about->before);
  g_autofree char *thing = NULL;
  PsChange *change;
  guint product, provider;

  if (!_ps_tariff_about_find (about, form, &product, &provider))
    return NULL;
  thing = thing_of (_ps_tariff_about_region (about), product, provider);
  ps_record_set_date (after, "valid_from", ps_form_get_date (form, "valid_from"));
  ps_record_set_date (after, "valid_to", ps_form_get_date (form, "valid_to"));
  ps_record_set_number (after, "tariff_e4", ps_form_get_number (form, "tariff_e4"));
  change = ps_change_new ("edit", thing);
  ps_change_set_reason (change, ps_form_get_text (form, "reason"));
  ps_change_update (change, about->before, after);
  return change;
}

static PsChange *
make_deleted (const PsTariffAbout *about, guint product, guint provider)
{
  g_autofree char *thing = thing_of (_ps_tariff_about_region (about), product, provider);
  PsChange *change = ps_change_new ("delete", thing);

  ps_change_delete (change, about->before);
  return change;
}

static void
on_delete_confirmed_cb (gpointer user_data)
{
  PsTariffAbout *about = user_data;
  const PsRegion *region = _ps_tariff_about_region (about);
  guint product = region != NULL ? ps_product_find (region, about->product_id) : PS_NONE;
  guint provider = region != NULL ? ps_product_find_provider (region, about->provider_id) : PS_NONE;

  if (product != PS_NONE && about->from != NULL)
    ps_apply_and_tell (about->from, about->session, make_deleted (about, product, provider), _("Tariff deleted"));
}

/* What holds on its days when it is gone. */
static char *
loss_text (const PsTariffAbout *about, guint provider)
{
  g_autofree char *tariff = ps_format_tariff (ps_record_get_number (about->before, "tariff_e4"));
  g_autofree char *from = ps_format_date (ps_record_get_date (about->before, "valid_from"));
  PsDate last = ps_record_get_date (about->before, "valid_to");
  g_autofree char *to = ps_format_date (last);
  g_autofree char *which = last == PS_DATE_OPEN ? g_strdup_printf (_("The tariff of %s from %s on."), tariff, from)
                                                : g_strdup_printf (_("The tariff of %s from %s to %s."), tariff, from, to);
  const char *then = provider == PS_NONE ? _("On those days there is no tariff then: the one before it is not lengthened.")
                                         : _("On those days the region’s tariff holds then.");

  return g_strdup_printf ("%s %s", which, then);
}

static void
ask_to_delete (PsTariffAbout *about)
{
  const PsRegion *region = _ps_tariff_about_region (about);
  guint product = ps_product_find (region, about->product_id);
  guint provider = ps_product_find_provider (region, about->provider_id);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *loss = NULL;

  if (product == PS_NONE)
    return;
  name = _ps_tariff_name (region, product, provider);
  heading = g_strdup_printf (_("Delete this Tariff of %s?"), name);
  loss = loss_text (about, provider);
  /* The question outlives this function and may outlive the form: `from` owns what it is about until the next one. */
  g_object_set_data_full (G_OBJECT (about->from), "deleted-tariff", about, _ps_tariff_about_free);
  ps_confirm (about->from, heading, loss, _("_Delete"), TRUE, G_CALLBACK (on_delete_confirmed_cb), about);
}

static void
on_delete_clicked_cb (GtkButton *button, PsTariffAbout *about)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (button));
  gint64 tariff_id = ps_record_get_id (about->before);
  GtkWidget *from = about->from;
  g_autoptr (PsSession) session = g_object_ref (about->session);

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (from != NULL)
    ps_tariff_form_delete (from, session, tariff_id);
}

static GtkWidget *
make_delete_button (PsTariffAbout *about)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Delete this Tariff…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_clicked_cb), about);
  return button;
}

static void
open_changed (PsTariffAbout *about)
{
  const PsRegion *region = _ps_tariff_about_region (about);
  guint product = ps_product_find (region, about->product_id);
  guint provider = ps_product_find_provider (region, about->provider_id);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  PsForm *form;
  PsFormDialog *dialog;

  if (product == PS_NONE || about->from == NULL)
    {
      _ps_tariff_about_free (about);
      return;
    }
  name = _ps_tariff_name (region, product, provider);
  title = g_strdup_printf (_("Tariff of %s"), name);
  form = _ps_tariff_form_new (about);
  ps_form_load_record (form, about->before);
  ps_form_append (form, make_delete_button (about));
  dialog = ps_form_dialog_new (about->from, about->session, title, _("_Save"), form);
  ps_form_dialog_set_done (dialog, _("Tariff changed"));
  ps_form_dialog_set_make (dialog, make_changed, NULL, about, NULL);
  _ps_tariff_form_check (form, about);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Reading the row as it is, on a worker: the region in memory does not have all of it. */

typedef struct
{
  GtkWidget *from;
  void (*go_on) (PsTariffAbout *about);
} Reading;

static gpointer
read_tariff (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_store_load_record (store, "tariff", *(const gint64 *) data, error);
}

static void
on_tariff_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (GtkWidget) from = reading->from;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRecord) record = ps_session_run_finish (PS_SESSION (source), result, &error);
  gint64 provider_id;
  PsTariffAbout *about;

  if (error != NULL && gtk_widget_get_root (from) != NULL)
    ps_tell_refused (from, PS_SESSION (source), error);
  else if (record == NULL && error == NULL)
    ps_navigator_tell (from, _("That tariff is not there any more."));
  if (record == NULL || gtk_widget_get_root (from) == NULL || ps_session_get_settled (PS_SESSION (source)) == NULL)
    return;
  provider_id = ps_record_get_number (record, "provider_id");
  about = _ps_tariff_about_new (from, PS_SESSION (source), ps_record_get_number (record, "product_id"),
                                provider_id == PS_NO_NUMBER ? 0 : provider_id);
  about->choose_provider = FALSE;
  about->before = g_steal_pointer (&record);
  reading->go_on (about);
}

static void
read_and (GtkWidget *from, PsSession *session, gint64 tariff_id, void (*go_on) (PsTariffAbout *about))
{
  Reading *reading;

  if (ps_session_is_read_only (session) || ps_session_get_settled (session) == NULL)
    return;
  reading = g_new (Reading, 1);
  *reading = (Reading){ g_object_ref (from), go_on };
  ps_session_run_async (session, read_tariff, g_memdup2 (&tariff_id, sizeof tariff_id), g_free, (GDestroyNotify) ps_record_free,
                        on_tariff_read_cb, reading);
}

/**
 * ps_tariff_form_edit: changes one that there is; others on its days refuse that, in words.
 */
void
ps_tariff_form_edit (GtkWidget *from, PsSession *session, gint64 tariff_id)
{
  read_and (from, session, tariff_id, open_changed);
}

/**
 * ps_tariff_form_delete: asks, and says what holds on its days then.
 */
void
ps_tariff_form_delete (GtkWidget *from, PsSession *session, gint64 tariff_id)
{
  read_and (from, session, tariff_id, ask_to_delete);
}
