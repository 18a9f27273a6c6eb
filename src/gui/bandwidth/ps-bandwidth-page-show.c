/* ps-bandwidth-page-show.c: the year's bandwidths on the page: its peildata, how many stand where, the rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-page"

#include "ps-bandwidth-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* The one that was chosen stays chosen as long as it is there. */
void
_ps_bandwidth_page_list_peildata (PsBandwidthPage *self)
{
  ps_peildatum_list_fill (self->peildata, ps_session_get_settled (self->session)->region, self->year);
  if (!self->chosen || !ps_peildatum_list_has (self->peildata, self->peildatum_id))
    {
      self->chosen = FALSE;
      self->peildatum_id = ps_bandwidth_default_peildatum (self->session);
    }
  ps_peildatum_list_show (self->peildata, self->peildatum_id);
}

/* Figures on top */

static void
on_clicked_cb (GtkButton *button, PsBandwidthPage *self)
{
  gtk_drop_down_set_selected (self->which, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "which")));
}

static GtkWidget *
make_words (const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "fact-words");
  return label;
}

static GtkWidget *
make_figure (const char *words, const char *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new (figure);

  gtk_widget_add_css_class (above, "numeric");
  gtk_widget_add_css_class (above, "fact-figure");
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), make_words (words));
  return box;
}

/* How many; a click shows them. */
static void
add_count (PsBandwidthPage *self, PsWhichBands which, const char *words, guint n)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *figure = ps_format_count (n);
  /* Translators: what a screen reader says of a figure: "Over: 12. Show these" */
  g_autofree char *name = g_strdup_printf (_("%s: %s. Show these"), words, figure);

  gtk_button_set_child (GTK_BUTTON (button), make_figure (words, figure));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _("Show these providers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "which", GUINT_TO_POINTER (which));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_box_append (self->counts, button);
}

static void
add_sum (PsBandwidthPage *self, const char *words, gint64 cents)
{
  g_autofree char *figure = cents != PS_NO_NUMBER ? ps_format_money (cents) : g_strdup ("–");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *amount = gtk_label_new (figure);

  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_add_css_class (amount, "heading");
  gtk_box_append (GTK_BOX (box), make_words (words));
  gtk_box_append (GTK_BOX (box), amount);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (self->sums, box);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_facts (PsBandwidthPage *self)
{
  PsBandwidthSums sums;

  ps_bandwidth_sum (self->shown, &sums);
  clear (self->counts);
  clear (self->sums);
  add_count (self, PS_WHICH_BAND_OVER, C_("bandwidth", "Over"), sums.n[PS_WHICH_BAND_OVER]);
  add_count (self, PS_WHICH_BAND_UNDER, C_("bandwidth", "Under"), sums.n[PS_WHICH_BAND_UNDER]);
  add_count (self, PS_WHICH_BAND_WITHIN, C_("bandwidth", "Within"), sums.n[PS_WHICH_BAND_WITHIN]);
  add_count (self, PS_WHICH_BAND_NOTICE, C_("bandwidth", "Notice"), sums.n[PS_WHICH_BAND_NOTICE]);
  add_count (self, PS_WHICH_BAND_FULL, C_("bandwidth", "Full"), sums.n[PS_WHICH_BAND_FULL]);
  add_count (self, PS_WHICH_BAND_NEEDS_LETTER, _("Letter needed"), sums.n[PS_WHICH_BAND_NEEDS_LETTER]);
  add_sum (self, _("Ceiling"), sums.ceiling_cents);
  add_sum (self, _("Realised"), sums.realised_cents);
  add_sum (self, _("Forecast"), sums.forecast_cents);
  add_sum (self, _("At stake"), sums.at_stake_cents);
  gtk_widget_set_visible (self->facts, TRUE);
}

/* "Peildatum 19-07-2024, closed · realised through 31-05-2024 · changes since 19-04-2024" */
static char *
describe (const PsBandwidthYear *year)
{
  g_autofree char *day = ps_format_date (year->day);
  g_autofree char *through = ps_format_date (year->through);
  g_autofree char *before = ps_format_date (year->before_day);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, year->peildatum_id != 0 ? _("Peildatum %s") : _("On %s"), day);
  if (year->closed)
    g_string_append_printf (text, " · %s", C_("peildatum", "closed"));
  g_string_append (text, " · ");
  if (year->through >= ps_date_year_start (year->year))
    g_string_append_printf (text, _("realised through %s"), through);
  else
    g_string_append (text, _("no data of this year yet"));
  if (year->before_day != PS_DATE_OPEN)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("changes since %s"), before);
    }
  return g_string_free (text, FALSE);
}

static void
show_heading (PsBandwidthPage *self)
{
  g_autofree char *title = g_strdup_printf (_("Bandwidth %d"), self->year);

  gtk_label_set_text (self->heading, title);
}

void
_ps_bandwidth_page_show (PsBandwidthPage *self)
{
  const PsBandwidthYear *year = self->shown->year;
  g_autoptr (GPtrArray) rows = ps_bandwidth_table_rows (self->shown);
  g_autofree char *state = describe (year);
  g_autofree char *day = ps_date_to_iso (year->day);
  g_autofree char *export_name = g_strdup_printf (_("bandwidth %s"), day);

  show_heading (self);
  gtk_label_set_text (self->state, state);
  show_facts (self);
  ps_table_set_export_name (self->table, export_name);
  if (rows->len == 0)
    ps_table_set_empty (
        self->table, _("No Bandwidths"),
        _("No provider has an agreement with a ceiling in this year. Draw up agreements, or choose another year."));
  else
    ps_table_set_empty (self->table, _("No such provider"), _("Change the filter to see the others."));
  ps_table_set_rows (self->table, rows);
  _ps_bandwidth_page_update_actions (self);
}

void
_ps_bandwidth_page_show_none (PsBandwidthPage *self, const char *empty, const char *why)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  show_heading (self);
  gtk_label_set_text (self->state, "");
  gtk_widget_set_visible (self->facts, FALSE);
  ps_table_set_empty (self->table, empty, why);
  ps_table_set_rows (self->table, rows);
  _ps_bandwidth_page_update_actions (self);
}
