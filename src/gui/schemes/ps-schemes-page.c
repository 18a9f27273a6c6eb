/* ps-schemes-page.c: all incentive schemes of the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-schemes-page"

#include "ps-schemes-page.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-curve-small.h"
#include "gui/ps-look.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-table.h"
#include "ps-new-scheme.h"
#include "ps-scheme-page.h"
#include "ps-scheme-words.h"

struct _PsSchemesPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;

  /* Template widgets */
  GtkBox *bar;
  GtkEditable *filter;
  GtkMenuButton *new_button;
  AdwBin *card;
};

G_DEFINE_FINAL_TYPE (PsSchemesPage, ps_schemes_page, ADW_TYPE_BIN)

enum
{
  NAME,
  KIND,
  CURVE,
  BANDS,
  NORM,
  USED,
  N_COLUMNS
};

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [NAME] = { "name", _("Scheme"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 14 },
    [KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 14, FALSE, FALSE, 0 },
    [CURVE] = { "curve", _("Curve"), PS_COLUMN_DRAWING, 9, FALSE, FALSE, 0 },
    [BANDS] = { "bands", _("Paid, over the budget"), PS_COLUMN_TEXT, 40, FALSE, FALSE, 0 },
    [NORM] = { "norm", _("Paid, after the norm duration"), PS_COLUMN_TEXT, 26, FALSE, FALSE, 0 },
    [USED] = { "used", _("Agreements"), PS_COLUMN_COUNT, 6, FALSE, FALSE, 0 },
  };

  return PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Incentive schemes")));
}

static gboolean
uses (const PsAgreement *agreement, guint scheme)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    if (g_array_index (agreement->lines, PsAgreementLine, i).scheme == scheme)
      return TRUE;
  return FALSE;
}

/* In how many agreements of the year a scheme stands. */
static guint
count_use (const PsSettledYear *settled, guint scheme)
{
  guint n_agreements = 0;

  for (guint i = 0; i < settled->region->agreements->len; i++)
    {
      const PsAgreement *agreement = &g_array_index (settled->region->agreements, PsAgreement, i);

      n_agreements += agreement->year == settled->year && uses (agreement, scheme);
    }
  return n_agreements;
}

/* Where on the list a curve stands: by what is paid at half as much again as the ceiling. */
static gint64
curve_number (const PsScheme *scheme)
{
  g_autoptr (GArray) curve = ps_scheme_curve (scheme, PS_FULL_BP, PS_FULL_BP * 3 / 2);

  return g_array_index (curve, PsCurvePoint, curve->len - 1).paid_bp;
}

static PsTableRow *
make_row (const PsSettledYear *settled, guint place)
{
  const PsScheme *scheme = ps_region_scheme (settled->region, place);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) scheme->id, ps_scheme_copy (scheme), (GDestroyNotify) ps_scheme_free);
  g_autofree char *kind = ps_scheme_kind_text (scheme);
  g_autofree char *bands = ps_scheme_bands_text (scheme);
  g_autofree char *norm = ps_scheme_norm_text (scheme);

  ps_table_row_set_text (row, NAME, scheme->name);
  ps_table_row_set_text (row, KIND, kind);
  ps_table_row_set_number (row, CURVE, curve_number (scheme));
  ps_table_row_set_text (row, CURVE, bands[0] != '\0' ? bands : kind);
  ps_table_row_set_text (row, BANDS, bands);
  ps_table_row_set_text (row, NORM, norm);
  ps_table_row_set_number (row, USED, count_use (settled, place));
  return row;
}

static void
show_schemes (PsSchemesPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  g_autoptr (GPtrArray) rows = NULL;

  if (settled == NULL)
    return;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < settled->region->schemes->len; i++)
    g_ptr_array_add (rows, make_row (settled, i));
  ps_table_set_rows (self->table, rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->new_button), !ps_session_is_read_only (self->session));
}

static void
draw_curve (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  PsChartStyle style = ps_look_chart_style ();

  ps_curve_draw_small (cr, ps_table_row_get_data (row), width, height, &style);
}

static char *
count_schemes (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u scheme", "%u schemes", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u scheme", "%u of %u schemes", n_rows), n_shown, n_rows);
}

/* Callbacks */

/* Places change when the file is read again: it is found by its id. */
static void
on_row_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsSchemesPage *self = PS_SCHEMES_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  for (guint i = 0; settled != NULL && i < settled->region->schemes->len; i++)
    if ((guint64) ps_region_scheme (settled->region, i)->id == ps_table_row_get_id (row))
      {
        ps_navigator_push (GTK_WIDGET (self), ps_scheme_page_new (self->session, i), ps_table_row_get_text (row, NAME));
        return;
      }
}

static void
on_preset_chosen_cb (PsSchemePreset preset, gpointer user_data)
{
  PsSchemesPage *self = PS_SCHEMES_PAGE (user_data);

  ps_navigator_push (GTK_WIDGET (self), ps_scheme_page_new_preset (self->session, preset), _("New scheme"));
}

static void
on_filter_changed_cb (GtkEditable *filter, gpointer user_data)
{
  ps_table_set_filter (PS_SCHEMES_PAGE (user_data)->table, gtk_editable_get_text (filter));
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  show_schemes (PS_SCHEMES_PAGE (user_data));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_SCHEMES_PAGE (widget)->filter));
}

static gboolean
ps_schemes_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSchemesPage *self = PS_SCHEMES_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_schemes_page_parent_class)->focus (widget, direction);
}

/* Making and unmaking */

static void
ps_schemes_page_dispose (GObject *object)
{
  PsSchemesPage *self = PS_SCHEMES_PAGE (object);

  self->table = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SCHEMES_PAGE);
  G_OBJECT_CLASS (ps_schemes_page_parent_class)->dispose (object);
}

static void
ps_schemes_page_class_init (PsSchemesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_schemes_page_dispose;
  widget_class->focus = ps_schemes_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-schemes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsSchemesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsSchemesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsSchemesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, PsSchemesPage, card);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_schemes_page_init (PsSchemesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = make_table ();
  ps_table_set_draw (self->table, draw_curve, NULL);
  ps_table_set_count (self->table, count_schemes);
  ps_table_set_export_name (self->table, _("schemes"));
  ps_table_set_empty (
      self->table, _("No Schemes"),
      _("Make one with New Scheme: full payment, a donut hole, a graduated discount, a hard ceiling or a cliff."));
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  gtk_menu_button_set_popover (self->new_button, ps_new_scheme_popover (on_preset_chosen_cb, self));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
}

/**
 * ps_schemes_page_new: follows the session.
 */
GtkWidget *
ps_schemes_page_new (PsSession *session)
{
  PsSchemesPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_SCHEMES_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  show_schemes (self);
  return GTK_WIDGET (self);
}
