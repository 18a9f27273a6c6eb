/* ps-region-form.c: the form of the region itself: its name, its letterhead and its thresholds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-region-form"

#include "ps-region-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"

/* There is one row of it. */
#define REGION_ID 1

static PsForm *
make_form (const PsRecord *record)
{
  const PsFormField fields[] = {
    { "name", _("Name"), PS_FORM_TEXT, TRUE, NULL, ps_check_text },
    { "letterhead", _("Letterhead"), PS_FORM_LONG_TEXT, FALSE,
      _("The region's name and address as they stand on statements and letters, line by line."), NULL },
    { "under_bp", _("Bandwidth below"), PS_FORM_PERCENT, TRUE,
      _("A share of the ceiling, where an agreement names none of its own."), NULL },
    { "over_bp", _("Bandwidth above"), PS_FORM_PERCENT, TRUE,
      _("A share of the ceiling, where an agreement names none of its own."), NULL },
    { "notice_bp", _("Notice at"), PS_FORM_PERCENT, TRUE, _("The share of the ceiling from which a provider is told."), NULL },
    { "answer_days", _("Working days to answer"), PS_FORM_COUNT, TRUE, _("How long a provider has to answer a letter."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_load_record (form, record);
  return form;
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  const PsRecord *before = user_data;
  g_autoptr (PsRecord) after = ps_record_copy (before);
  PsChange *change = ps_change_new ("edit", "region");

  ps_form_store_record (form, after);
  ps_change_update (change, before, after);
  return change;
}

static gpointer
read_region (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PsRecord *record = ps_store_load_record (store, "region", REGION_ID, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED, _("The region file does not say which region it is of."));
  return record;
}

static void
on_region_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRecord) record = ps_session_run_finish (PS_SESSION (source), result, &error);
  PsFormDialog *dialog;

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (record == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ps_tell_refused (parent, PS_SESSION (source), error);
      return;
    }
  dialog = ps_form_dialog_new (parent, PS_SESSION (source), _("Region"), _("_Save"), make_form (record));
  ps_form_dialog_set_done (dialog, _("Region saved"));
  ps_form_dialog_set_make (dialog, make_change, NULL, g_steal_pointer (&record), (GDestroyNotify) ps_record_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ps_region_form_present (GtkWidget *parent, PsSession *session)
{
  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      return;
    }
  ps_session_run_async (session, read_region, NULL, NULL, (GDestroyNotify) ps_record_free, on_region_read_cb,
                        g_object_ref (parent));
}
