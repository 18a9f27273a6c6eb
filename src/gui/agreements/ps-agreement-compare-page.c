/* ps-agreement-compare-page.c: what changed between two versions of an agreement
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-compare-page"

#include "ps-agreement-compare-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-tell-error.h"
#include "ps-agreement-data.h"
#include "ps-agreement-tables.h"

struct _PsAgreementComparePage
{
  AdwBin parent;

  PsSession *session;
  char *agb;
  PsAgreementData *data;
  guint asked;
  gboolean showing;
  PsTable *table;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkBox *bar;
  GtkDropDown *before;
  GtkDropDown *after;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsAgreementComparePage, ps_agreement_compare_page, ADW_TYPE_BIN)

static const PsAgreementVersion *
chosen (PsAgreementComparePage *self, GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected < self->data->versions->len ? g_ptr_array_index (self->data->versions, selected) : NULL;
}

/* "€ 1.000,00 → € 1.200,00: € 200,00 more" */
static char *
facts_of (const PsAgreement *before, const PsAgreement *after)
{
  PsOverflow overflow = { FALSE };
  gint64 from = ps_agreement_total (before, &overflow), to = ps_agreement_total (after, &overflow);
  gint64 change = ps_subtract (to, from, &overflow);
  g_autofree char *from_text = ps_format_money (from);
  g_autofree char *to_text = ps_format_money (to);
  g_autofree char *change_text = ps_format_money (change < 0 ? -change : change);

  if (overflow.overflowed)
    return g_strdup ("");
  if (change == 0)
    return g_strdup_printf (_("Total ceiling %s in both"), from_text);
  if (change > 0)
    return g_strdup_printf (_("Total ceiling from %s to %s: %s more"), from_text, to_text, change_text);
  return g_strdup_printf (_("Total ceiling from %s to %s: %s less"), from_text, to_text, change_text);
}

static void
show_difference (PsAgreementComparePage *self)
{
  const PsAgreementVersion *before, *after;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *facts = NULL, *name = NULL;

  if (self->data == NULL || self->showing)
    return;
  before = chosen (self, self->before);
  after = chosen (self, self->after);
  if (before == NULL || after == NULL)
    return;
  differences = ps_agreement_compare (self->data->region, before->terms, after->terms);
  rows = ps_difference_table_rows (self->data->region, differences);
  facts = facts_of (before->terms, after->terms);
  name = g_strdup_printf (_("agreement %d %s, version %d to %d"), self->data->year,
                          ps_region_provider (self->data->region, self->data->provider)->name, before->number, after->number);
  gtk_label_set_label (self->facts, facts);
  ps_table_set_export_name (self->table, name);
  ps_table_set_rows (self->table, rows);
}

static void
fill (PsAgreementComparePage *self, GtkDropDown *drop_down, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->data->versions->len; i++)
    {
      g_autofree char *text = ps_agreement_version_text (g_ptr_array_index (self->data->versions, i));

      gtk_string_list_append (list, text);
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
show_data (PsAgreementComparePage *self, PsAgreementData *data)
{
  guint n = data->versions->len;
  gboolean same = self->data != NULL && self->data->versions->len == n;
  guint before = same ? gtk_drop_down_get_selected (self->before) : n > 1 ? n - 2 : 0;
  guint after = same ? gtk_drop_down_get_selected (self->after) : n > 0 ? n - 1 : 0;
  g_autofree char *title =
      g_strdup_printf (_("%s, versions of %d compared"), ps_region_provider (data->region, data->provider)->name, data->year);

  g_clear_pointer (&self->data, ps_agreement_data_free);
  self->data = data;
  gtk_label_set_label (self->title, title);
  self->showing = TRUE;
  fill (self, self->before, before);
  fill (self, self->after, after);
  self->showing = FALSE;
  show_difference (self);
}

typedef struct
{
  PsAgreementComparePage *page;
  guint asked;
} Asking;

static void
on_data_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsAgreementComparePage) self = asking->page;
  g_autoptr (GError) error = NULL;
  PsAgreementData *data = ps_agreement_data_finish (PS_SESSION (source), result, &error);

  if (data != NULL && self->table != NULL && asking->asked == self->asked)
    show_data (self, data);
  else if (data != NULL)
    ps_agreement_data_free (data);
  else if (self->table != NULL)
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsAgreementComparePage *self = PS_AGREEMENT_COMPARE_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
  Asking *asking;

  if (settled == NULL)
    return;
  ps_page_set_gone (GTK_WIDGET (self), provider == PS_NONE);
  if (provider == PS_NONE)
    return;
  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->asked = ++self->asked;
  ps_agreement_data_async (session, provider, on_data_cb, asking);
}

static void
ps_agreement_compare_page_dispose (GObject *object)
{
  PsAgreementComparePage *self = PS_AGREEMENT_COMPARE_PAGE (object);

  self->table = NULL;
  g_clear_pointer (&self->data, ps_agreement_data_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_AGREEMENT_COMPARE_PAGE);
  G_OBJECT_CLASS (ps_agreement_compare_page_parent_class)->dispose (object);
}

static void
ps_agreement_compare_page_finalize (GObject *object)
{
  g_free (PS_AGREEMENT_COMPARE_PAGE (object)->agb);
  G_OBJECT_CLASS (ps_agreement_compare_page_parent_class)->finalize (object);
}

static void
ps_agreement_compare_page_class_init (PsAgreementComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_agreement_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_agreement_compare_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-agreement-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, title);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, before);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, after);
  gtk_widget_class_bind_template_child (widget_class, PsAgreementComparePage, card);
}

static void
ps_agreement_compare_page_init (PsAgreementComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->before, _("From version"));
  ps_drop_down_set_name (self->after, _("To version"));
  self->table = ps_difference_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->before, "notify::selected", G_CALLBACK (show_difference), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "notify::selected", G_CALLBACK (show_difference), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_agreement_compare_page_new (PsSession *session, const char *agb)
{
  PsAgreementComparePage *self = g_object_new (PS_TYPE_AGREEMENT_COMPARE_PAGE, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->agb = g_strdup (agb);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
