/* ps-municipality-page.c: one municipality: what was agreed and produced there in the year, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-municipality-page"

#include "ps-municipality-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-table.h"
#include "gui/settlements/ps-sources-page.h"

enum
{
  COLUMN_PROVIDER,
  COLUMN_AGB,
  COLUMN_GROUP,
  COLUMN_CEILING,
  COLUMN_NET,
  COLUMN_PAYABLE,
  COLUMN_BALANCE,
  N_COLUMNS
};

struct _PsMunicipalityPage
{
  AdwBin parent_instance;

  PsSession *session;
  char *code;
  PsTable *table;

  /* Template widgets */
  GtkBox *bar;
  GtkLabel *heading;
  GtkEditable *filter;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsMunicipalityPage, ps_municipality_page, ADW_TYPE_BIN)

/* A row is known by its provider and its line, in the figures that it was made of. */
static guint64
make_id (guint provider, guint line)
{
  return (guint64) provider << 32 | line;
}

static PsTableRow *
make_row (const PsRegion *region, guint place, const PsSettlementLine *line, guint index)
{
  const PsProvider *provider = ps_region_provider (region, place);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, make_id (place, index), NULL, NULL);

  ps_table_row_set_text (row, COLUMN_PROVIDER, provider->name);
  ps_table_row_set_text (row, COLUMN_AGB, provider->agb);
  ps_table_row_set_text (row, COLUMN_GROUP, ps_region_group (region, line->group)->code);
  ps_table_row_set_number (row, COLUMN_CEILING, line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
  ps_table_row_set_number (row, COLUMN_NET, line->net_cents);
  ps_table_row_set_number (row, COLUMN_PAYABLE, line->payable_cents);
  ps_table_row_set_number (row, COLUMN_BALANCE, line->balance_cents);
  return row;
}

static void
add_rows (GPtrArray *rows, const PsRegion *region, const PsSettlement *settlement, guint municipality)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (line->municipality == municipality)
        g_ptr_array_add (rows, make_row (region, settlement->provider, line, i));
    }
}

static void
show_heading (PsMunicipalityPage *self, const PsRegion *region, guint municipality)
{
  g_autofree char *heading =
      g_strdup_printf (C_("page of a municipality", "%s %d"), ps_region_municipality (region, municipality)->name,
                       ps_session_get_year (self->session));

  gtk_label_set_label (self->heading, heading);
}

static void
show_figures (PsMunicipalityPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint municipality = settled != NULL ? ps_region_find_municipality (settled->region, self->code) : PS_NONE;

  for (guint i = 0; municipality != PS_NONE && i < settled->settlements->len; i++)
    add_rows (rows, settled->region, g_ptr_array_index (settled->settlements, i), municipality);
  if (municipality != PS_NONE)
    show_heading (self, settled->region, municipality);
  ps_table_set_rows (self->table, rows);
}

/* What a figure is made of. */
static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsMunicipalityPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint provider = (guint) (ps_table_row_get_id (row) >> 32), place = (guint) ps_table_row_get_id (row);
  const PsSettlement *settlement = ps_session_get_settlement (self->session, provider);
  const PsSettlementLine *line;
  g_autofree char *title = NULL;

  if (settlement == NULL || place >= settlement->lines->len)
    return;
  line = &g_array_index (settlement->lines, PsSettlementLine, place);
  title = g_strdup_printf ("%s, %s", ps_region_group (region, line->group)->code,
                           ps_region_municipality (region, line->municipality)->name);
  ps_navigator_push (GTK_WIDGET (self),
                     ps_sources_page_new (self->session, provider, line->group, line->municipality, PS_DATE_OPEN, 0), title);
}

static void
on_filter_changed_cb (GtkEditable *filter, PsMunicipalityPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (filter));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_MUNICIPALITY_PAGE (widget)->filter));
}

static gboolean
ps_municipality_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsMunicipalityPage *self = PS_MUNICIPALITY_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_municipality_page_parent_class)->focus (widget, direction);
}

static void
ps_municipality_page_dispose (GObject *object)
{
  PsMunicipalityPage *self = PS_MUNICIPALITY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_MUNICIPALITY_PAGE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (ps_municipality_page_parent_class)->dispose (object);
}

static void
ps_municipality_page_class_init (PsMunicipalityPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_municipality_page_dispose;
  widget_class->focus = ps_municipality_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-municipality-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsMunicipalityPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsMunicipalityPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsMunicipalityPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsMunicipalityPage, card);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static char *
count_lines (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u line", "%u lines", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u line", "%u of %u lines", n_rows), n_shown, n_rows);
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [COLUMN_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
    [COLUMN_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 9, FALSE, FALSE, 0 },
    [COLUMN_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 10, FALSE, FALSE, 0 },
    [COLUMN_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 14, TRUE, FALSE, 0 },
    [COLUMN_NET] = { "net", _("Net"), PS_COLUMN_MONEY, 14, TRUE, FALSE, 0 },
    [COLUMN_PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 14, TRUE, FALSE, 0 },
    [COLUMN_BALANCE] = { "balance", _("Balance"), PS_COLUMN_MONEY, 14, TRUE, TRUE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Lines of the municipality")));

  ps_table_set_count (table, count_lines);
  ps_table_set_export_name (table, _("municipality"));
  ps_table_set_empty (table, _("Nothing this year"), _("Nothing was agreed or declared in this municipality this year."));
  return table;
}

static void
ps_municipality_page_init (PsMunicipalityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = make_table ();
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
}

GtkWidget *
ps_municipality_page_new (PsSession *session, const char *code)
{
  PsMunicipalityPage *self = g_object_new (PS_TYPE_MUNICIPALITY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->code = g_strdup (code);
  g_signal_connect_object (session, "settled", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  show_figures (self);
  return GTK_WIDGET (self);
}
