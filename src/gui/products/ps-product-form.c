/* ps-product-form.c: a new product, or a change of one, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-product-form"

#include "ps-product-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "core/ps-format.h"
#include "gui/ps-form-dialog.h"
#include "ps-product-facts.h"
#include "ps-product-record.h"
#include "store/ps-desk.h"

#define A_NEW_ONE 0       /* a choice of a group or segment: ids start at 1 */
#define WARNING_HEIGHT 76 /* its room is kept: it is not missed below the edge of the dialog */

/* What a dialog is about; owned by its form. */
typedef struct
{
  PsSession *session;
  PsRecord *before;  /* NULL: a new product */
  PsProductUse use;  /* known a moment after the dialog opened */
  GtkLabel *warning; /* borrowed from the form */
  gboolean checking;
} About;

static void
about_free (gpointer data)
{
  About *about = data;

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

static gboolean
is_new_group (PsForm *form)
{
  return ps_form_get_number (form, "group_id") == A_NEW_ONE;
}

static gboolean
is_new_segment (PsForm *form)
{
  return is_new_group (form) && ps_form_get_number (form, "new_group_segment") == A_NEW_ONE;
}

/* Checks that need more than one field, or the region */

static void
show_new_fields (PsForm *form)
{
  ps_form_set_visible (form, "new_group_code", is_new_group (form));
  ps_form_set_visible (form, "new_group_name", is_new_group (form));
  ps_form_set_visible (form, "new_group_segment", is_new_group (form));
  ps_form_set_visible (form, "new_segment_code", is_new_segment (form));
  ps_form_set_visible (form, "new_segment_name", is_new_segment (form));
}

static void
check_code (const About *about, PsForm *form, const PsRegion *region)
{
  guint place = ps_region_find_product (region, ps_form_get_text (form, "code"));
  gint64 own = about->before != NULL ? ps_record_get_id (about->before) : 0;
  gboolean taken = place != PS_NONE && ps_region_product (region, place)->id != own;
  g_autofree char *problem =
      taken ? g_strdup_printf (_("There is a product with this code: %s."), ps_region_product (region, place)->name) : NULL;

  ps_form_set_problem (form, "code", problem);
}

static gboolean
has_segment (const PsRegion *region, const char *code)
{
  for (guint i = 0; i < region->segments->len; i++)
    if (g_str_equal (ps_region_segment (region, i)->code, code))
      return TRUE;
  return FALSE;
}

static void
check_new_group (PsForm *form, const PsRegion *region)
{
  gboolean group = is_new_group (form) && ps_region_find_group (region, ps_form_get_text (form, "new_group_code")) != PS_NONE;
  gboolean segment = is_new_segment (form) && has_segment (region, ps_form_get_text (form, "new_segment_code"));

  ps_form_set_problem (form, "new_group_code", group ? _("There is a group with this code: choose it above.") : NULL);
  ps_form_set_problem (form, "new_segment_code", segment ? _("There is a segment with this code: choose it above.") : NULL);
}

/* domain.md §4: a traject has a norm duration; what is paid by the unit has a unit. */
static void
check_funding (PsForm *form)
{
  gint64 funding = ps_form_get_number (form, "funding");
  gboolean no_duration = funding == PS_FUNDING_TRAJECT && ps_form_get_number (form, "norm_months") < 1;
  gboolean no_unit = funding == PS_FUNDING_PXQ && ps_form_get_number (form, "unit") == PS_UNIT_NONE;

  ps_form_set_problem (form, "norm_months", no_duration ? _("A trajectory must have a norm duration.") : NULL);
  ps_form_set_problem (form, "unit", no_unit ? _("What is paid P×Q must have a unit.") : NULL);
}

static gboolean
differs (const About *about, PsForm *form, const char *column)
{
  return about->before != NULL && ps_form_get_number (form, column) != ps_record_get_number (about->before, column);
}

/* What a settlement is computed with changes for what was declared already. */
static char *
warning_text (const About *about)
{
  const PsProductUse *use = &about->use;
  g_autofree char *n_lines = ps_format_count (use->lines);
  g_autofree char *n_assignments = ps_format_count (use->assignments);
  g_autofree char *lines =
      g_strdup_printf (ngettext ("%s declaration line", "%s declaration lines", (gulong) use->lines), n_lines);
  g_autofree char *assignments =
      g_strdup_printf (ngettext ("%s assignment", "%s assignments", (gulong) use->assignments), n_assignments);

  /* Translators: "12 assignments" and "340 declaration lines" */
  return g_strdup_printf (_("This product has %s and %s. Another funding, unit or group changes what they produce in every "
                             "settlement that is not final."),
                          assignments, lines);
}

static void
show_warning (const About *about, PsForm *form)
{
  gboolean used = about->use.lines > 0 || about->use.assignments > 0;
  gboolean heavy = differs (about, form, "funding") || differs (about, form, "unit") || differs (about, form, "group_id");
  g_autofree char *text = used && heavy ? warning_text (about) : NULL;

  gtk_label_set_text (about->warning, text != NULL ? text : "");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (about->warning), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (about->warning), "problem");
}

static void
on_form_changed_cb (PsForm *form, About *about)
{
  const PsRegion *region = region_of (about);

  if (about->checking || region == NULL)
    return;
  about->checking = TRUE;
  show_new_fields (form);
  check_code (about, form, region);
  check_new_group (form, region);
  check_funding (form);
  show_warning (about, form);
  about->checking = FALSE;
}

/* Fields */

static PsForm *
make_fields (void)
{
  const PsFormField fields[] = {
    { "code", _("Code"), PS_FORM_TEXT, TRUE, _("As in contracts and declarations: 45L11"), ps_check_code },
    { "name", _("Name"), PS_FORM_TEXT, TRUE, NULL, NULL },
    { "group_id", _("Product group"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "new_group_code", _("Code of the new group"), PS_FORM_TEXT, TRUE, NULL, ps_check_code },
    { "new_group_name", _("Name of the new group"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "new_group_segment", _("Segment of the new group"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "new_segment_code", _("Code of the new segment"), PS_FORM_TEXT, TRUE, NULL, ps_check_code },
    { "new_segment_name", _("Name of the new segment"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "funding", _("Funding"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "unit", _("Unit"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "norm_months", _("Norm duration"), PS_FORM_COUNT, FALSE, _("Months that one client’s care normally takes."), NULL },
    { "norm_hours_milli", _("Norm volume"), PS_FORM_VOLUME, FALSE, _("Hours that one client’s care normally takes."), NULL },
    { "exempt", _("Exempt from deductions"), PS_FORM_CHOICE, TRUE, _("As crisis help: it is never reduced."), NULL },
  };

  return PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
}

static void
add_words (PsForm *form, const char *field, PsWords words, int first, int last)
{
  for (int value = first; value <= last; value++)
    {
      const char *label = ps_words_label (words, value);

      ps_form_add_choice (form, field, value, label != NULL && label[0] != '\0' ? label : _("None"));
    }
}

static void
add_choices (PsForm *form, const PsRegion *region)
{
  for (guint i = 0; i < region->groups->len; i++)
    {
      const PsProductGroup *group = ps_region_group (region, i);
      g_autofree char *name = ps_product_group_text (group);
      /* Translators: a product group, and the code of its segment */
      g_autofree char *label = g_strdup_printf (_("%s (segment %s)"), name, ps_region_segment (region, group->segment)->code);

      ps_form_add_choice (form, "group_id", group->id, label);
    }
  ps_form_add_choice (form, "group_id", A_NEW_ONE, _("A new group…"));
  for (guint i = 0; i < region->segments->len; i++)
    {
      g_autofree char *label = ps_segment_text (ps_region_segment (region, i));

      ps_form_add_choice (form, "new_group_segment", ps_region_segment (region, i)->id, label);
    }
  ps_form_add_choice (form, "new_group_segment", A_NEW_ONE, _("A new segment…"));
  add_words (form, "funding", PS_WORDS_FUNDING, PS_FUNDING_PXQ, PS_FUNDING_TAAKGERICHT);
  add_words (form, "unit", PS_WORDS_UNIT, PS_UNIT_NONE, PS_UNIT_EURO);
  add_words (form, "exempt", PS_WORDS_EXEMPT, PS_EXEMPT_NO, PS_EXEMPT_OUTSIDE);
}

static void
set_defaults (PsForm *form, const PsRegion *region)
{
  ps_form_set_number (form, "group_id", region->groups->len > 0 ? ps_region_group (region, 0)->id : A_NEW_ONE);
  ps_form_set_number (form, "new_group_segment", region->segments->len > 0 ? ps_region_segment (region, 0)->id : A_NEW_ONE);
  ps_form_set_number (form, "funding", PS_FUNDING_PXQ);
  ps_form_set_number (form, "unit", PS_UNIT_HOUR);
  ps_form_set_number (form, "exempt", PS_EXEMPT_NO);
}

static void
set_limits (PsForm *form)
{
  PsValueEntry *months = PS_VALUE_ENTRY (ps_form_get_widget (form, "norm_months"));
  PsValueEntry *hours = PS_VALUE_ENTRY (ps_form_get_widget (form, "norm_hours_milli"));

  ps_value_entry_set_range (months, 0, 1200);
  ps_value_entry_set_suffix (months, _("months"));
  ps_value_entry_set_range (hours, 0, G_GINT64_CONSTANT (1000000000));
  ps_value_entry_set_suffix (hours, _("hours"));
}

static PsForm *
make_form (About *about)
{
  const PsRegion *region = region_of (about);
  PsForm *form = make_fields ();

  add_choices (form, region);
  set_limits (form);
  set_defaults (form, region);
  if (about->before != NULL)
    ps_form_load_record (form, about->before);
  about->warning = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (about->warning, TRUE);
  gtk_label_set_xalign (about->warning, 0);
  gtk_widget_set_size_request (GTK_WIDGET (about->warning), -1, WARNING_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (about->warning), about->before != NULL);
  ps_form_append (form, GTK_WIDGET (about->warning));
  g_object_set_data_full (G_OBJECT (form), "about", about, about_free);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), about);
  on_form_changed_cb (form, about);
  return form;
}

/* What is saved: the product, and before it the group and the segment that it needs */

static gint64
insert_segment (PsChange *change, PsForm *form)
{
  g_autoptr (PsRecord) segment = ps_record_new ("segment");

  ps_record_set_text (segment, "code", ps_form_get_text (form, "new_segment_code"));
  ps_record_set_text (segment, "name", ps_form_get_text (form, "new_segment_name"));
  return ps_change_insert (change, segment);
}

static gint64
insert_group (PsChange *change, PsForm *form)
{
  g_autoptr (PsRecord) group = ps_record_new ("product_group");

  ps_record_set_text (group, "code", ps_form_get_text (form, "new_group_code"));
  ps_record_set_text (group, "name", ps_form_get_text (form, "new_group_name"));
  ps_record_set_number (group, "segment_id",
                        is_new_segment (form) ? insert_segment (change, form) : ps_form_get_number (form, "new_group_segment"));
  return ps_change_insert (change, group);
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  const About *about = user_data;
  g_autoptr (PsRecord) after = about->before != NULL ? ps_record_copy (about->before) : ps_record_new ("product");
  g_autofree char *thing = g_strdup_printf ("product:%s", ps_form_get_text (form, "code"));
  PsChange *change = ps_change_new (about->before != NULL ? "edit" : "create", thing);

  ps_form_store_record (form, after);
  if (is_new_group (form))
    ps_record_set_number (after, "group_id", insert_group (change, form));
  if (about->before != NULL)
    ps_change_update (change, about->before, after);
  else
    ps_change_insert (change, after);
  return change;
}

/* What there is of it already: a moment later */

static gpointer
read_use (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree PsProductUse *use = g_new0 (PsProductUse, 1);

  return ps_desk_product_use (store, *(const gint64 *) data, use, error) ? g_steal_pointer (&use) : NULL;
}

/* Without an answer there is no warning: saving itself is checked again by the store. */
static void
on_use_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsForm) form = user_data;
  g_autofree PsProductUse *use = ps_session_run_finish (PS_SESSION (source), result, NULL);
  About *about = g_object_get_data (G_OBJECT (form), "about");

  if (use == NULL || gtk_widget_get_root (GTK_WIDGET (form)) == NULL)
    return;
  about->use = *use;
  show_warning (about, form);
}

static void
ask_for_use (PsForm *form, const About *about)
{
  gint64 id = ps_record_get_id (about->before);

  ps_session_run_async (about->session, read_use, g_memdup2 (&id, sizeof id), g_free, g_free, on_use_read_cb,
                        g_object_ref (form));
}

/**
 * ps_product_form_open:
 * @product_id: of the region file; 0: a new one
 */
void
ps_product_form_open (GtkWidget *from, PsSession *session, gint64 product_id)
{
  PsSettledYear *settled = ps_session_get_settled (session);
  guint place = settled != NULL ? ps_product_find (settled->region, product_id) : PS_NONE;
  About *about;
  PsForm *form;
  PsFormDialog *dialog;
  g_autofree char *title = NULL;

  if (ps_session_is_read_only (session) || settled == NULL || (product_id != 0 && place == PS_NONE))
    return;
  about = g_new0 (About, 1);
  about->session = g_object_ref (session);
  about->before = product_id != 0 ? ps_product_record (settled->region, place) : NULL;
  form = make_form (about);
  title = product_id == 0 ? g_strdup (_("New Product"))
                          : g_strdup_printf (_("Product %s"), ps_record_get_text (about->before, "code"));
  dialog = ps_form_dialog_new (from, session, title, product_id == 0 ? _("_Add") : _("_Save"), form);
  ps_form_dialog_set_done (dialog, product_id == 0 ? _("Product added") : _("Product changed"));
  ps_form_dialog_set_make (dialog, make_change, NULL, about, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  if (product_id != 0)
    ask_for_use (form, about);
}
