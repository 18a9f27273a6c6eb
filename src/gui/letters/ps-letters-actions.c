/* ps-letters-actions.c: what the register can be told to do, with the letters that are selected too
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letters-page"

#include "ps-letters-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "ps-holidays-dialog.h"
#include "ps-letter-batch.h"
#include "ps-letter-drafts.h"
#include "ps-letter-files.h"
#include "ps-templates-page.h"

static GArray *
selected_ids (PsLettersPage *self, gboolean drafts_only)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < selected->len; i++)
    {
      PsTableRow *row = g_ptr_array_index (selected, i);
      gint64 id = (gint64) ps_table_row_get_id (row);

      if (!drafts_only || ((const PsLettersRow *) ps_table_row_get_data (row))->state == PS_LETTER_DRAFT)
        g_array_append_val (ids, id);
    }
  return ids;
}

void
_ps_letters_page_update_actions (PsLettersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->session != NULL && !ps_session_is_read_only (self->session);
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GArray) drafts = NULL;

  if (self->table == NULL)
    return;
  selected = selected_ids (self, FALSE);
  drafts = selected_ids (self, TRUE);
  gtk_widget_action_set_enabled (widget, "letters.send", writable && drafts->len > 0);
  gtk_widget_action_set_enabled (widget, "letters.write", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "letters.print", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "letters.draft", writable);
}

static void
on_send_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLettersPage *self = PS_LETTERS_PAGE (widget);
  g_autoptr (GArray) ids = selected_ids (self, TRUE);

  if (ids->len > 0 && !ps_session_is_read_only (self->session))
    ps_letter_batch_send_present (widget, self->session, ids);
}

static void
on_write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLettersPage *self = PS_LETTERS_PAGE (widget);
  g_autoptr (GArray) ids = selected_ids (self, FALSE);

  if (ids->len > 0)
    ps_letter_batch_write_present (widget, self->session, ids);
}

static void
on_print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLettersPage *self = PS_LETTERS_PAGE (widget);
  g_autoptr (GArray) ids = selected_ids (self, FALSE);
  g_autofree char *what = g_strdup_printf (ngettext ("%u letter", "%u letters", ids->len), ids->len);

  if (ids->len > 0)
    ps_letter_files_print (widget, self->session, ids, what);
}

static void
on_draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLettersPage *self = PS_LETTERS_PAGE (widget);

  if (!ps_session_is_read_only (self->session))
    ps_letter_drafts_present (widget, self->session, 0, NULL);
}

static void
on_templates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_navigator_push (widget, ps_templates_page_new (PS_LETTERS_PAGE (widget)->session), _("Templates of letters"));
}

static void
on_holidays_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLettersPage *self = PS_LETTERS_PAGE (widget);

  ps_holidays_dialog_present (widget, self->session, ps_session_get_year (self->session));
}

void
_ps_letters_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "letters.send", NULL, on_send_cb);
  gtk_widget_class_install_action (class, "letters.write", NULL, on_write_cb);
  gtk_widget_class_install_action (class, "letters.print", NULL, on_print_cb);
  gtk_widget_class_install_action (class, "letters.draft", NULL, on_draft_cb);
  gtk_widget_class_install_action (class, "letters.templates", NULL, on_templates_cb);
  gtk_widget_class_install_action (class, "letters.holidays", NULL, on_holidays_cb);
}
