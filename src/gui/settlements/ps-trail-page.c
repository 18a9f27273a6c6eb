/* ps-trail-page.c: for auditors: the whole trail of one settlement on one page, and its dossier
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-trail-page"

#include "ps-trail-page.h"

#include <glib/gi18n-lib.h>

#include "gui/history/ps-history-verify.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-table.h"
#include "ps-comparison-page.h"
#include "ps-document-window.h"
#include "ps-settlement-output.h"
#include "ps-settlement-page.h"
#include "ps-settlement-stand.h"
#include "ps-trail-data.h"

struct _PsTrailPage
{
  AdwBin parent;

  PsSession *session;
  gint64 id;
  guint asked;
  PsTrailData *data; /* NULL until it is there */
  PsTable *records;
  PsTable *warnings;
  PsTable *others;
  PsTable *around;
  PsHistoryVerify *verify; /* made with the session */

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkSpinner *spinner;
  GtkWidget *content;
  GtkImage *documents_icon;
  GtkLabel *documents_text;
  GtkWidget *figures_row;
  GtkImage *figures_icon;
  GtkLabel *figures_text;
  GtkWidget *region_row;
  GtkImage *region_icon;
  GtkLabel *region_text;
  AdwBin *verify_bin;
  AdwBin *facts_card;
  GtkBox *records_bar;
  AdwBin *records_card;
  GtkWidget *warnings_box;
  GtkBox *warnings_bar;
  AdwBin *warnings_card;
  GtkBox *others_bar;
  AdwBin *others_card;
  GtkWidget *around_box;
  GtkBox *around_bar;
  AdwBin *around_card;
};

G_DEFINE_FINAL_TYPE (PsTrailPage, ps_trail_page, ADW_TYPE_BIN)

/* Showing */

static void
show_heading (PsTrailPage *self)
{
  const PsStored *stored = self->data->stored;
  g_autofree char *title = g_strdup_printf (_("%s, trail of settlement %d"), stored->provider, stored->year);
  g_autofree char *name = ps_stored_name (stored);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, stored->id);
  g_autofree char *facts = g_strdup_printf (_("AGB %s · number %s · %s"), stored->agb, number, name);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
}

static void
show_finding (GtkImage *icon, GtkLabel *label, gboolean good, const char *text)
{
  gtk_image_set_from_icon_name (icon, good ? "object-select-symbolic" : "peilstok-problem-symbolic");
  gtk_label_set_text (label, text);
}

/* The proof: the documents are what was stored, their figures what their inputs come to, and what the region gives now. */
static void
show_proof (PsTrailPage *self)
{
  const PsTrailData *data = self->data;
  gboolean proved = data->again != NULL && data->now != NULL;

  if (data->damage != NULL)
    show_finding (self->documents_icon, self->documents_text, FALSE, data->damage->message);
  else
    show_finding (self->documents_icon, self->documents_text, TRUE,
                  _("Its documents are what was stored: their SHA-256 are those of the settlement."));
  gtk_widget_set_visible (self->figures_row, proved);
  gtk_widget_set_visible (self->region_row, proved);
  if (!proved)
    return;
  g_autofree char *again = ps_comparison_sentence (data->again);
  g_autofree char *now = ps_comparison_sentence (data->now);
  g_autofree char *figures =
      data->again->same_figures
          ? g_strdup (_("Settled again from its own documents: the frozen figures are what their inputs come to."))
          : g_strdup_printf (_("Settled again from its own documents, this version of the program differs: %s"), again);
  g_autofree char *region = g_strdup_printf (_("Against the region as it is: %s"), now);

  show_finding (self->figures_icon, self->figures_text, data->again->same_figures, figures);
  show_finding (self->region_icon, self->region_text, data->now->same_figures, region);
  /* That the region goes on is no fault. */
  if (!data->now->same_figures)
    gtk_image_set_from_icon_name (self->region_icon, "dialog-information-symbolic");
}

static void
show_table (PsTable *table, GPtrArray *rows, GtkWidget *box, const char *export_name)
{
  ps_table_set_export_name (table, export_name);
  ps_table_set_rows (table, rows);
  if (box != NULL)
    gtk_widget_set_visible (box, rows->len > 0);
}

static void
show_tables (PsTrailPage *self)
{
  g_autoptr (GPtrArray) records = ps_trail_records_rows (self->data->records);
  g_autoptr (GPtrArray) warnings = ps_trail_warnings_rows (self->data->stored);
  g_autoptr (GPtrArray) others = ps_trail_others_rows (self->data->list);
  g_autoptr (GPtrArray) around = ps_trail_records_rows (self->data->around);
  g_autofree char *name = g_strdup_printf (_("trail %d %s"), self->data->stored->year, self->data->stored->agb);

  show_table (self->records, records, NULL, name);
  show_table (self->warnings, warnings, self->warnings_box, name);
  show_table (self->others, others, NULL, name);
  show_table (self->around, around, self->around_box, name);
}

static void
show_data (PsTrailPage *self)
{
  show_heading (self);
  show_proof (self);
  adw_bin_set_child (self->facts_card, ps_trail_facts_new (self->data));
  show_tables (self);
  gtk_widget_set_visible (self->content, TRUE);
}

static void
update_actions (PsTrailPage *self)
{
  gboolean whole = self->data != NULL && self->data->damage == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trail.dossier", whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trail.compare", whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trail.document", self->data != NULL);
}

/* Asking */

typedef struct
{
  PsTrailPage *page;
  guint asked;
} Asking;

static void
on_data_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsTrailPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsTrailData) data = ps_trail_data_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (data != NULL)
    {
      ps_trail_data_free (self->data);
      self->data = g_steal_pointer (&data);
      show_data (self);
      update_actions (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      gtk_label_set_text (self->facts, text);
      ps_navigator_tell (GTK_WIDGET (self), text);
    }
}

static void
ask (PsTrailPage *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  ps_trail_data_async (self->session, self->id, on_data_cb, asking);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    ask (PS_TRAIL_PAGE (user_data));
}

/* Opening */

/* The page of a settlement is of the year that is looked at. */
static void
on_other_activated_cb (PsTable *table, PsTableRow *row, PsTrailPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->data->stored->agb) : PS_NONE;
  gint64 id = (gint64) ps_table_row_get_id (row);

  if (provider != PS_NONE && settled->year == self->data->stored->year)
    ps_navigator_push (GTK_WIDGET (self), ps_settlement_page_new_stored (self->session, provider, id),
                       self->data->stored->provider);
  else if (id != self->id)
    ps_navigator_push (GTK_WIDGET (self), ps_trail_page_new (self->session, id), _("Trail"));
}

static void
on_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTrailPage *self = PS_TRAIL_PAGE (widget);

  ps_settlement_output_dossier (widget, self->session, self->id);
}

static void
on_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTrailPage *self = PS_TRAIL_PAGE (widget);

  ps_navigator_push (widget, ps_comparison_page_new (self->session, self->id, 0), _("Comparison"));
}

static void
on_verify_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTrailPage *self = PS_TRAIL_PAGE (widget);

  if (!ps_history_verify_runs (self->verify))
    ps_history_verify_start (self->verify);
}

static void
on_document_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTrailPage *self = PS_TRAIL_PAGE (widget);

  ps_document_window_present (widget, self->session, self->id, (PsDocumentKind) g_variant_get_int32 (parameter));
}

/* Making and unmaking */

static void
ps_trail_page_dispose (GObject *object)
{
  PsTrailPage *self = PS_TRAIL_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_TRAIL_PAGE);
  G_OBJECT_CLASS (ps_trail_page_parent_class)->dispose (object);
}

static void
ps_trail_page_finalize (GObject *object)
{
  ps_trail_data_free (PS_TRAIL_PAGE (object)->data);
  G_OBJECT_CLASS (ps_trail_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, documents_icon);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, documents_text);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, figures_row);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, figures_icon);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, figures_text);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, region_row);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, region_icon);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, region_text);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, verify_bin);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, facts_card);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, records_bar);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, records_card);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, warnings_bar);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, warnings_card);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, others_bar);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, others_card);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, around_box);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, around_bar);
  gtk_widget_class_bind_template_child (widget_class, PsTrailPage, around_card);
}

static void
ps_trail_page_class_init (PsTrailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_trail_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_trail_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-trail-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "trail.dossier", NULL, on_dossier_cb);
  gtk_widget_class_install_action (widget_class, "trail.compare", NULL, on_compare_cb);
  gtk_widget_class_install_action (widget_class, "trail.verify", NULL, on_verify_cb);
  gtk_widget_class_install_action (widget_class, "trail.document", "i", on_document_cb);
}

static void
add_table (PsTable *table, AdwBin *card, GtkBox *bar)
{
  GtkWidget *menu = ps_table_get_menu (table);

  adw_bin_set_child (card, GTK_WIDGET (table));
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
}

static void
ps_trail_page_init (PsTrailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = ps_trail_records_new (_("What was done"));
  self->warnings = ps_trail_warnings_new ();
  self->others = ps_trail_others_new ();
  self->around = ps_trail_records_new (_("What it rests on"));
  add_table (self->records, self->records_card, self->records_bar);
  add_table (self->warnings, self->warnings_card, self->warnings_bar);
  add_table (self->others, self->others_card, self->others_bar);
  add_table (self->around, self->around_card, self->around_bar);
  g_signal_connect_object (self->others, "row-activated", G_CALLBACK (on_other_activated_cb), self, 0);
  update_actions (self);
}

GtkWidget *
ps_trail_page_new (PsSession *session, gint64 id)
{
  PsTrailPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (id > 0, NULL);

  self = g_object_new (PS_TYPE_TRAIL_PAGE, NULL);
  self->session = g_object_ref (session);
  self->id = id;
  self->verify = PS_HISTORY_VERIFY (ps_history_verify_new (session));
  adw_bin_set_child (self->verify_bin, GTK_WIDGET (self->verify));
  ask (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}
