/* ps-sources-page.c: what a figure of a settlement is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-sources-page"

#include "ps-sources-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "ps-settlement-detail.h"
#include "ps-sources-sums.h"
#include "ps-sources-table.h"

/* In the order of the template's list */
typedef enum
{
  WHICH_ALL,
  WHICH_PRODUCED,
  WHICH_PAID,
  WHICH_NORM,
  WHICH_DISPUTED,
  WHICH_CARRIED
} Which;

struct _PsSourcesPage
{
  AdwBin parent;

  PsSession *session;
  char *agb;   /* places change when the file is read again: codes do not */
  char *group; /* NULL: every one */
  char *municipality;
  PsDate through; /* PS_DATE_OPEN: the end of the year */
  guint asked;
  PsSettlementDetail *detail;
  PsTable *table;

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
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsSourcesPage, ps_sources_page, ADW_TYPE_BIN)

static gboolean
is_given (PsTableRow *row, PsSourcesColumn column)
{
  gint64 number = ps_table_row_get_number (row, column);

  return number != PS_NO_NUMBER && number != 0;
}

static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  PsSourcesPage *self = user_data;

  switch ((Which) gtk_drop_down_get_selected (self->which))
    {
    case WHICH_PRODUCED:
      return is_given (row, PS_SOURCES_PRODUCED);
    case WHICH_PAID:
      return is_given (row, PS_SOURCES_PAID);
    case WHICH_NORM:
      return is_given (row, PS_SOURCES_NORM);
    case WHICH_DISPUTED:
      return is_given (row, PS_SOURCES_DISPUTED_AMOUNT);
    case WHICH_CARRIED:
      return is_given (row, PS_SOURCES_CARRIED);
    case WHICH_ALL:
    default:
      return TRUE;
    }
}

/* Showing */

static void
show_heading (PsSourcesPage *self)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  const PsSettlement *settlement = self->detail->settlement;
  guint municipality = self->municipality != NULL ? ps_region_find_municipality (region, self->municipality) : PS_NONE;
  g_autofree char *day = ps_format_date (settlement->through);
  g_autofree char *facts = g_strdup_printf (_("%s · settlement %d · through %s"),
                                            ps_region_provider (region, settlement->provider)->name, settlement->year, day);
  g_autofree char *title = municipality == PS_NONE ? g_strdup (_("What the settlement is made of"))
                                                   : g_strdup_printf (_("What %s, %s is made of"), self->group,
                                                                      ps_region_municipality (region, municipality)->name);
  g_autofree char *export_name = g_strdup_printf (_("sources %d %s"), settlement->year, self->agb);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
  ps_table_set_export_name (self->table, export_name);
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

static void
show_waiting (PsSourcesPage *self, gboolean waiting)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  if (waiting)
    gtk_spinner_start (self->spinner);
  else
    gtk_spinner_stop (self->spinner);
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
  g_autoptr (GPtrArray) rows = NULL;

  if (self->session == NULL || asking->asked != self->asked)
    return;
  show_waiting (self, FALSE);
  if (detail == NULL)
    {
      g_autofree char *text = NULL;

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
      ps_navigator_tell (GTK_WIDGET (self), text);
      return;
    }
  ps_settlement_detail_free (self->detail);
  self->detail = g_steal_pointer (&detail);
  rows = ps_sources_table_rows (self->detail);
  show_heading (self);
  show_sums (self);
  ps_sources_table_show (self->table, rows, self->group == NULL || self->municipality == NULL);
}

static gboolean
make_question (PsSourcesPage *self, PsSettlementQuestion *question)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  *question = (PsSettlementQuestion){ .wanted = PS_SOURCES_ALL, .group = PS_NONE, .municipality = PS_NONE };
  if (settled == NULL)
    return FALSE;
  question->provider = ps_region_find_provider (settled->region, self->agb);
  if (self->group != NULL)
    question->group = ps_region_find_group (settled->region, self->group);
  if (self->municipality != NULL)
    question->municipality = ps_region_find_municipality (settled->region, self->municipality);
  question->through = self->through == PS_DATE_OPEN || ps_date_year (self->through) != settled->year
                          ? ps_date_year_end (settled->year)
                          : self->through;
  return question->provider != PS_NONE;
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
  show_waiting (self, TRUE);
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
}

static void
on_which_changed_cb (PsSourcesPage *self)
{
  if (self->session != NULL)
    ps_table_set_match (self->table, row_matches, self);
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
  gtk_widget_class_bind_template_child (widget_class, PsSourcesPage, card);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_sources_page_init (PsSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->which, _("Which sources"));
  self->table = ps_sources_table_new ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_sources_page_new (PsSession *session, guint provider, guint group, guint municipality, PsDate through)
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
  ask (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}
