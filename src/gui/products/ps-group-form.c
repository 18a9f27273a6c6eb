/* ps-group-form.c: a segment or a product group, in a dialog: adding, renaming, moving, deleting
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-group-form"

#include "ps-group-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-apply.h"
#include "ps-product-facts.h"
#include "ps-product-record.h"

/* What a dialog is about; owned by its form. */
typedef struct
{
  PsSession *session;
  GtkWidget *from;  /* weak */
  gboolean group;   /* FALSE: a segment */
  PsRecord *before; /* NULL: a new one */
  gboolean checking;
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  g_clear_weak_pointer (&about->from);
  g_object_unref (about->session);
  ps_record_free (about->before);
  g_free (about);
}

static const PsRegion *
region_of (const About *about)
{
  const PsSettledYear *settled = ps_session_get_settled (about->session);

  return settled != NULL ? settled->region : NULL;
}

/* Whether another segment, or another group, has this code. */
static gboolean
is_taken (const About *about, const PsRegion *region, const char *code)
{
  gint64 own = about->before != NULL ? ps_record_get_id (about->before) : 0;
  guint place;

  if (about->group)
    {
      place = ps_region_find_group (region, code);
      return place != PS_NONE && ps_region_group (region, place)->id != own;
    }
  for (place = 0; place < region->segments->len; place++)
    if (g_str_equal (ps_region_segment (region, place)->code, code) && ps_region_segment (region, place)->id != own)
      return TRUE;
  return FALSE;
}

static void
on_form_changed_cb (PsForm *form, About *about)
{
  const PsRegion *region = region_of (about);

  if (about->checking || region == NULL)
    return;
  about->checking = TRUE;
  ps_form_set_problem (form, "code",
                       !is_taken (about, region, ps_form_get_text (form, "code")) ? NULL
                       : about->group                                             ? _("There is a group with this code.")
                                                                                  : _("There is a segment with this code."));
  about->checking = FALSE;
}

static char *
thing_of (const About *about, const char *code)
{
  return g_strdup_printf ("%s:%s", about->group ? "group" : "segment", code);
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  const About *about = user_data;
  const char *table = about->group ? "product_group" : "segment";
  g_autoptr (PsRecord) after = about->before != NULL ? ps_record_copy (about->before) : ps_record_new (table);
  g_autofree char *thing = thing_of (about, ps_form_get_text (form, "code"));
  PsChange *change = ps_change_new (about->before != NULL ? "edit" : "create", thing);

  ps_form_store_record (form, after);
  if (about->before != NULL)
    ps_change_update (change, about->before, after);
  else
    ps_change_insert (change, after);
  return change;
}

/* What nothing belongs to any more can go; undoing brings it back. */
static gboolean
is_used (const About *about, const PsRegion *region)
{
  gint64 id = ps_record_get_id (about->before);

  for (guint i = 0; about->group && i < region->products->len; i++)
    if (ps_region_group (region, ps_region_product (region, i)->group)->id == id)
      return TRUE;
  for (guint i = 0; !about->group && i < region->groups->len; i++)
    if (ps_region_segment (region, ps_region_group (region, i)->segment)->id == id)
      return TRUE;
  return FALSE;
}

static void
on_delete_clicked_cb (GtkButton *button, About *about)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (button));
  g_autofree char *thing = thing_of (about, ps_record_get_text (about->before, "code"));
  PsChange *change = ps_change_new ("delete", thing);
  g_autoptr (PsSession) session = g_object_ref (about->session);
  GtkWidget *from = about->from;
  const char *done = about->group ? _("Group deleted") : _("Segment deleted");

  ps_change_delete (change, about->before);
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (from != NULL)
    ps_apply_and_tell (from, session, change, done);
  else
    ps_change_free (change);
}

static void
add_delete_button (PsForm *form, About *about)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (about->group ? _("_Delete this Group") : _("_Delete this Segment"));
  gboolean used = is_used (about, region_of (about));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button, !used);
  if (used)
    gtk_widget_set_tooltip_text (button, about->group ? _("It has products: move those to another group first")
                                                      : _("It has groups: move those to another segment first"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_clicked_cb), about);
  ps_form_append (form, button);
}

static PsForm *
make_form (About *about)
{
  const PsFormField fields[] = {
    { "code", _("Code"), PS_FORM_TEXT, TRUE, about->group ? _("As in agreements: AMB1") : NULL, ps_check_code },
    { "name", _("Name"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "segment_id", _("Segment"), PS_FORM_CHOICE, TRUE, NULL, NULL },
  };
  const PsRegion *region = region_of (about);
  PsForm *form = PS_FORM (ps_form_new (fields, about->group ? 3 : 2));

  for (guint i = 0; about->group && i < region->segments->len; i++)
    {
      g_autofree char *label = ps_segment_text (ps_region_segment (region, i));

      ps_form_add_choice (form, "segment_id", ps_region_segment (region, i)->id, label);
    }
  if (about->group && region->segments->len > 0)
    ps_form_set_number (form, "segment_id", ps_region_segment (region, 0)->id);
  if (about->before != NULL)
    {
      ps_form_load_record (form, about->before);
      add_delete_button (form, about);
    }
  g_object_set_data_full (G_OBJECT (form), "about", about, about_free);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), about);
  return form;
}

static void
present (About *about, const char *title, const char *done)
{
  PsForm *form = make_form (about);
  PsFormDialog *dialog =
      ps_form_dialog_new (about->from, about->session, title, about->before != NULL ? _("_Save") : _("_Add"), form);

  ps_form_dialog_set_done (dialog, done);
  ps_form_dialog_set_make (dialog, make_change, NULL, about, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static About *
about_new (GtkWidget *from, PsSession *session, gboolean group)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->group = group;
  g_set_weak_pointer (&about->from, from);
  return about;
}

void
ps_segment_form_open (GtkWidget *from, PsSession *session, gint64 segment_id)
{
  PsSettledYear *settled = ps_session_get_settled (session);
  guint place = settled != NULL ? ps_product_find_segment (settled->region, segment_id) : PS_NONE;
  g_autofree char *title = NULL;
  About *about;

  if (ps_session_is_read_only (session) || settled == NULL || (segment_id != 0 && place == PS_NONE))
    return;
  about = about_new (from, session, FALSE);
  about->before = segment_id != 0 ? ps_segment_record (settled->region, place) : NULL;
  title = segment_id == 0 ? g_strdup (_("New Segment"))
                          : g_strdup_printf (_("Segment %s"), ps_record_get_text (about->before, "code"));
  present (about, title, segment_id == 0 ? _("Segment added") : _("Segment changed"));
}

void
ps_group_form_open (GtkWidget *from, PsSession *session, gint64 group_id)
{
  PsSettledYear *settled = ps_session_get_settled (session);
  guint place = settled != NULL ? ps_product_find_group (settled->region, group_id) : PS_NONE;
  g_autofree char *title = NULL;
  About *about;

  if (ps_session_is_read_only (session) || settled == NULL || (group_id != 0 && place == PS_NONE))
    return;
  about = about_new (from, session, TRUE);
  about->before = group_id != 0 ? ps_product_group_record (settled->region, place) : NULL;
  title = group_id == 0 ? g_strdup (_("New Product Group"))
                        : g_strdup_printf (_("Product Group %s"), ps_record_get_text (about->before, "code"));
  present (about, title, group_id == 0 ? _("Group added") : _("Group changed"));
}
