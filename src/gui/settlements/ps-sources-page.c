/* ps-sources-page.c: what a figure of a settlement is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-sources-page"

#include "ps-sources-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-settlement-life.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-spinner.h"
#include "ps-client-days-table.h"
#include "ps-decide-bar.h"
#include "ps-line-figures.h"
#include "ps-settlement-detail.h"
#include "ps-source-facts.h"
#include "ps-sources-sums.h"
#include "ps-sources-table.h"

struct _PsSourcesPage
{
  AdwBin parent;

  PsSession *session;
  char *agb;   /* places change when the file is read again: codes do not */
  char *group; /* NULL: every one */
  char *municipality;
  PsDate through;   /* PS_DATE_OPEN: the end of the year */
  gint64 stored_id; /* of the frozen settlement that it is about; 0: live */
  guint asked;
  PsSettlementDetail *detail;
  PsTable *table;
  PsTable *days; /* client-days, of places */
  GtkWidget *table_menu;
  GtkWidget *days_menu;
  PsDecideBar *decide;
  PsSourceFacts *chosen;

  /* Template widgets */
  GtkBox *bar;
  GtkLabel *title;
  GtkLabel *facts;
  GtkSpinner *spinner;
  GtkWidget *sums;
  GtkImage *sums_icon;
  GtkLabel *sums_text;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkWidget *tabs;
  GtkStack *stack;
  AdwBin *decide_bin;
  AdwBin *line_bin;
  AdwBin *card;
  AdwBin *days_card;
  GtkLabel *days_note;
  AdwBin *chosen_bin;
};

G_DEFINE_FINAL_TYPE (PsSourcesPage, ps_sources_page, ADW_TYPE_BIN)

static PsSourcesWhich
get_which (PsSourcesPage *self)
{
  return (PsSourcesWhich) gtk_drop_down_get_selected (self->which);
}

static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  return ps_sources_table_is (row, get_which (user_data));
}

/* Showing */

static void
show_heading (PsSourcesPage *self)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  const PsSettlement *settlement = self->detail->settlement;
  guint municipality = self->municipality != NULL ? ps_region_find_municipality (region, self->municipality) : PS_NONE;
  const PsStored *stored = self->detail->stored;
  const char *name = ps_region_provider (region, settlement->provider)->name;
  g_autofree char *day = ps_format_date (settlement->through);
  g_autofree char *facts = stored == NULL ? g_strdup_printf (_("%s · settlement %d · through %s"), name, settlement->year, day)
                                          /* Translators: a provider, a year, a date, a state such as "final" */
                                          : g_strdup_printf (_("%s · settlement %d · through %s · %s, as it is kept"), name,
                                                             settlement->year, day, ps_settlement_state_label (stored->state));
  g_autofree char *title = municipality == PS_NONE ? g_strdup (_("What the settlement is made of"))
                                                   : g_strdup_printf (_("What %s, %s is made of"), self->group,
                                                                      ps_region_municipality (region, municipality)->name);
  g_autofree char *export_name = g_strdup_printf (_("sources %d %s"), settlement->year, self->agb);
  g_autofree char *days_name = g_strdup_printf (_("client-days %d %s"), settlement->year, self->agb);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
  ps_table_set_export_name (self->table, export_name);
  ps_table_set_export_name (self->days, days_name);
}

/* The line that they are the sources of, step by step; of all lines the settlement's page has it. */
static void
show_line (PsSourcesPage *self)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  GArray *lines = self->detail->settlement->lines;
  guint group = self->group != NULL ? ps_region_find_group (region, self->group) : PS_NONE;
  guint municipality = self->municipality != NULL ? ps_region_find_municipality (region, self->municipality) : PS_NONE;
  GtkWidget *button = NULL;

  for (guint i = 0; i < lines->len && button == NULL; i++)
    {
      const PsSettlementLine *line = &g_array_index (lines, PsSettlementLine, i);

      if (line->group == group && line->municipality == municipality)
        button = ps_line_figures_button_new (self->detail->dossier, i);
    }
  adw_bin_set_child (self->line_bin, button);
  gtk_widget_set_visible (GTK_WIDGET (self->line_bin), button != NULL);
}

static void
show_sums (PsSourcesPage *self)
{
  gboolean equal;
  g_autofree char *text = ps_sources_sums_text (self->detail, self->group, self->municipality, &equal);

  gtk_label_set_text (self->sums_text, text);
  gtk_image_set_from_icon_name (self->sums_icon, equal ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (self->sums, TRUE);
}

/* Of a line with places that are measured daily, the days that it counted. */
static void
show_days (PsSourcesPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  gint64 n_days = 0;

  if (self->group == NULL || self->municipality == NULL)
    return;
  rows = ps_client_days_table_rows (self->detail, self->group, self->municipality, &n_days);
  count = ps_format_count (n_days);
  /* Translators: a count of days */
  text = g_strdup_printf (_("A client counts once a day, however many periods overlap: %s client-days together."), count);
  ps_table_set_rows (self->days, rows);
  gtk_label_set_text (self->days_note, text);
  gtk_widget_set_visible (self->tabs, rows->len > 0);
  if (rows->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "sources");
}

static void
show_chosen (PsSourcesPage *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  guint64 place = selected->len == 1 ? ps_table_row_get_id (g_ptr_array_index (selected, 0)) : G_MAXUINT64;
  gboolean there = self->detail != NULL && place < self->detail->sources->len;

  if (self->chosen != NULL)
    ps_source_facts_show (self->chosen, there ? g_ptr_array_index (self->detail->sources, place) : NULL, self->stored_id == 0);
}

static void
show_rows (PsSourcesPage *self)
{
  g_autoptr (GPtrArray) rows = ps_sources_table_rows (self->detail);

  ps_sources_table_show (self->table, rows, get_which (self), self->group == NULL || self->municipality == NULL);
}

/* The bar is told before its table gets other rows, and after it. */
static void
show_detail (PsSourcesPage *self, PsSettlementDetail *detail)
{
  ps_decide_bar_show (self->decide, NULL);
  ps_settlement_detail_free (self->detail);
  self->detail = detail;
  show_heading (self);
  show_line (self);
  show_sums (self);
  show_rows (self);
  ps_decide_bar_show (self->decide, detail);
  show_days (self);
  show_chosen (self);
}

/* Asking */

typedef struct
{
  PsSourcesPage *page;
  guint asked;
} Asking;

static void
on_detail_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSourcesPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettlementDetail) detail = ps_settlement_detail_load_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (detail == NULL)
    {
      g_autofree char *text = NULL;

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          ps_page_set_gone (GTK_WIDGET (self), TRUE);
          return;
        }
      text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
      ps_navigator_tell (GTK_WIDGET (self), text);
      return;
    }
  show_detail (self, g_steal_pointer (&detail));
}

static gboolean
make_question (PsSourcesPage *self, PsSettlementQuestion *question)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  *question = (PsSettlementQuestion){
    .agb = self->agb,
    .stored_id = self->stored_id,
    .wanted = PS_SOURCES_ALL,
    .group = self->group,
    .municipality = self->municipality,
  };
  if (settled == NULL)
    return FALSE;
  question->through = self->through == PS_DATE_OPEN || ps_date_year (self->through) != settled->year
                          ? ps_date_year_end (settled->year)
                          : self->through;
  return self->stored_id != 0 || ps_region_find_provider (settled->region, self->agb) != PS_NONE;
}

static void
ask (PsSourcesPage *self)
{
  PsSettlementQuestion question;
  Asking *asking;
  gboolean there = make_question (self, &question);

  ps_page_set_gone (GTK_WIDGET (self), !there);
  if (!there)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_spinner_show (self->spinner, TRUE);
  ps_settlement_detail_load_async (self->session, &question, on_detail_loaded_cb, asking);
}

/* Callbacks */

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    ask (PS_SOURCES_PAGE (user_data));
}

static void
on_filter_changed_cb (GtkSearchEntry *entry, PsSourcesPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (self->filter));
  ps_table_set_filter (self->days, gtk_editable_get_text (self->filter));
}

static void
on_which_changed_cb (PsSourcesPage *self)
{
  if (self->session == NULL)
    return;
  ps_table_set_match (self->table, row_matches, self);
  if (self->detail != NULL)
    show_rows (self);
}

/* Each table has a menu of its own; which sources are shown says nothing of days. */
static void
on_tab_changed_cb (PsSourcesPage *self)
{
  gboolean days = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "days") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->which), !days);
  gtk_widget_set_visible (self->table_menu, !days);
  gtk_widget_set_visible (self->days_menu, days);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_SOURCES_PAGE (widget)->filter));
}

/* Making and unmaking */

static gboolean
ps_sources_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSourcesPage *self = PS_SOURCES_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_sources_page_parent_class)->focus (widget, direction);
}

static void
ps_sources_page_dispose (GObject *object)
{
  PsSourcesPage *self = PS_SOURCES_PAGE (object);

  g_clear_object (&self->session);
  self->chosen = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SOURCES_PAGE);
  G_OBJECT_CLASS (ps_sources_page_parent_class)->dispose (object);
}

static void
ps_sources_page_finalize (GObject *object)
{
  PsSourcesPage *self = PS_SOURCES_PAGE (object);

  ps_settlement_detail_free (self->detail);
  g_free (self->agb);
  g_free (self->group);
  g_free (self->municipality);
  G_OBJECT_CLASS (ps_sources_page_parent_class)->finalize (object);
}

static void
ps_sources_page_class_init (PsSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_sources_page_dispose;
  object_class->finalize = ps_sources_page_finalize;
  widget_class->focus = ps_sources_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, sums);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, sums_icon);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, sums_text);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, decide_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, line_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, days_card);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, days_note);
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, chosen_bin);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_sources_page_init (PsSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which sources"));
  self->table = ps_sources_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  self->days = ps_client_days_table_new ();
  self->table_menu = ps_table_get_menu (self->table);
  self->days_menu = ps_table_get_menu (self->days);
  gtk_box_append (self->bar, self->table_menu);
  gtk_box_append (self->bar, self->days_menu);
  on_tab_changed_cb (self);
  adw_bin_set_child (self->days_card, GTK_WIDGET (self->days));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_sources_page_new (PsSession *session, guint provider, guint group, guint municipality, PsDate through, gint64 stored_id)
{
  PsSourcesPage *self;
  const PsRegion *region;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  region = ps_session_get_settled (session)->region;
  self = g_object_new (PS_TYPE_SOURCES_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (ps_region_provider (region, provider)->agb);
  self->group = group != PS_NONE ? g_strdup (ps_region_group (region, group)->code) : NULL;
  self->municipality = municipality != PS_NONE ? g_strdup (ps_region_municipality (region, municipality)->code) : NULL;
  self->through = through;
  self->stored_id = stored_id;
  self->decide = PS_DECIDE_BAR (ps_decide_bar_new (session, self->table));
  adw_bin_set_child (self->decide_bin, GTK_WIDGET (self->decide));
  g_object_bind_property (self->decide, "visible", self->decide_bin, "visible", G_BINDING_SYNC_CREATE);
  self->chosen = PS_SOURCE_FACTS (ps_source_facts_new (session));
  adw_bin_set_child (self->chosen_bin, GTK_WIDGET (self->chosen));
  g_object_bind_property (self->chosen, "visible", self->chosen_bin, "visible", G_BINDING_SYNC_CREATE);
  ask (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}
