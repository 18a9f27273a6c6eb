/* ps-forecast-scope.c: one scope of an agreement: what it was agreed on, where it stands, and how that is forecast
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-forecast-scope"

#include "ps-forecast-scope.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-bandwidth-words.h"
#include "ps-forecast-tables.h"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_title (const PsBandwidthScope *scope)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", scope->label, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "scope-title");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), ps_band_pill_new (scope));
  return box;
}

/* Figures */

static void
add_figure (GtkWidget *flow, const char *words, const char *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = g_object_new (GTK_TYPE_LABEL, "label", figure, "xalign", 0.0, NULL);
  GtkWidget *below = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, NULL);
  GtkWidget *child;

  gtk_widget_add_css_class (above, "numeric");
  gtk_widget_add_css_class (above, "heading");
  gtk_widget_add_css_class (below, "fact-words");
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), box);
  child = gtk_widget_get_last_child (flow);
  gtk_widget_set_focusable (child, FALSE);
}

static void
add_money (GtkWidget *flow, const char *words, gint64 cents)
{
  g_autofree char *money = ps_format_money (cents);

  add_figure (flow, words, money);
}

/* "€ 950,00 – € 1.050,00", "bandwidth −5 % to +5 %" */
static void
add_borders (GtkWidget *flow, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  g_autofree char *lower = ps_format_money (scope->lower_cents), *upper = ps_format_money (scope->upper_cents);
  g_autofree char *under = ps_format_percent (bandwidth->under_bp), *over = ps_format_percent (bandwidth->over_bp);
  g_autofree char *figure = g_strdup_printf ("%s – %s", lower, upper);
  g_autofree char *words = g_strdup_printf (_("Bandwidth, −%s to +%s"), under, over);

  add_figure (flow, words, figure);
}

static void
add_realised (GtkWidget *flow, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  g_autofree char *through = ps_format_date (bandwidth->through);
  g_autofree char *share = ps_format_ratio (scope->realised_cents, scope->ceiling_cents);
  g_autofree char *words = NULL;

  if (bandwidth->through < ps_date_year_start (bandwidth->year))
    words = g_strdup (_("Realised: no data yet"));
  else
    /* Translators: a day, and how much of the ceiling that is */
    words = g_strdup_printf (_("Realised through %s, %s"), through, share);
  add_money (flow, words, scope->realised_cents);
}

static void
add_notice (GtkWidget *flow, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  g_autofree char *share = ps_format_percent (bandwidth->notice_bp);
  g_autofree char *words = g_strdup_printf (scope->notice ? _("Notice at %s: reached") : _("Notice at %s"), share);

  add_money (flow, words, scope->notice_cents);
}

static GtkWidget *
make_figures (const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "max-children-per-line", 7,
                                  "min-children-per-line", 2, "column-spacing", 18, "row-spacing", 6, "focusable", FALSE, NULL);
  g_autofree char *share = ps_format_ratio (scope->forecast_cents, scope->ceiling_cents);
  /* Translators: a method of forecasting, and how much of the ceiling it comes to */
  g_autofree char *forecast = g_strdup_printf (_("Forecast, %s: %s"), ps_forecast_method_label (scope->method), share);

  gtk_widget_add_css_class (flow, "scope-figures");
  add_money (flow, _("Ceiling"), scope->ceiling_cents);
  add_borders (flow, bandwidth, scope);
  add_notice (flow, bandwidth, scope);
  add_realised (flow, bandwidth, scope);
  add_money (flow, forecast, scope->forecast_cents);
  add_money (flow, scope->deviation_cents < 0 ? _("Below the ceiling") : _("Above the ceiling"), ABS (scope->deviation_cents));
  add_money (flow, _("At stake"), scope->at_stake_cents);
  return flow;
}

/* Words */

/* Who chose it, when and why. */
static char *
choice_text (const PsForecastChoice *choice)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (choice->chosen_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) at = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;

  if (at != NULL)
    day = ps_format_date (
        ps_date_from_ymd (g_date_time_get_year (at), g_date_time_get_month (at), g_date_time_get_day_of_month (at)));
  if (choice->reason == NULL)
    /* Translators: a method of forecasting, who chose it, and the day */
    return g_strdup_printf (_("The forecast is %s, chosen by %s on %s."), ps_forecast_method_label (choice->method),
                            choice->chosen_by, day != NULL ? day : "–");
  /* Translators: a method of forecasting, who chose it, the day, and the reason */
  return g_strdup_printf (_("The forecast is %s, chosen by %s on %s. Reason: %s"), ps_forecast_method_label (choice->method),
                          choice->chosen_by, day != NULL ? day : "–", choice->reason);
}

/* What is proposed and why; before it what a person chose instead. */
static char *
why_text (const PsBandwidthScope *scope)
{
  g_autofree char *choice = scope->choice != NULL ? choice_text (scope->choice) : NULL;
  g_autofree char *proposed = NULL;

  if (scope->forecast == NULL)
    return g_steal_pointer (&choice);
  /* Translators: a method of forecasting, and a sentence that says why */
  proposed = g_strdup_printf (_("Proposed: %s. %s"), ps_forecast_method_label (scope->forecast->proposed),
                              scope->forecast->why != NULL ? scope->forecast->why : "");
  return choice != NULL ? g_strdup_printf ("%s\n%s", choice, proposed) : g_steal_pointer (&proposed);
}

/* What the scheme would deduct if the year ended so (domain.md §7). */
static char *
stake_text (const PsRegion *region, const PsBandwidthScope *scope)
{
  g_autofree char *money = ps_format_money (scope->at_stake_cents);
  g_autofree char *forecast = ps_format_money (scope->forecast_cents);

  if (scope->scheme == PS_NONE)
    return g_strdup (_("At stake: nothing. No payment scheme holds for this scope."));
  if (scope->at_stake_cents == 0)
    /* Translators: an amount, and the name of a payment scheme */
    return g_strdup_printf (_("At stake: nothing. If the year ends at %s, scheme “%s” deducts nothing."), forecast,
                            ps_region_scheme (region, scope->scheme)->name);
  /* Translators: an amount at stake, the forecast, and the name of a payment scheme */
  return g_strdup_printf (_("At stake: %s. If the year ends at %s, that is what scheme “%s” deducts."), money, forecast,
                          ps_region_scheme (region, scope->scheme)->name);
}

/* Buttons */

static GtkWidget *
make_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
make_buttons (const PsBandwidthScope *scope)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose =
      make_button (_("_Choose Forecast…"), "forecast.choose", _("Another method, or a forecast of your own with a reason"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (choose), "i", PS_FORECAST_CEILING);
  gtk_widget_add_css_class (box, "scope-buttons");
  gtk_box_append (GTK_BOX (box), choose);
  if (scope->choice != NULL)
    gtk_box_append (GTK_BOX (box), make_button (_("_Back to Proposed"), "forecast.propose", _("Take the choice back")));
  if (scope->scheme != PS_NONE)
    gtk_box_append (GTK_BOX (box), make_button (_("Payment _Scheme"), "forecast.scheme", _("The bands, and an amount to try")));
  return box;
}

static void
on_method_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (table), "forecast.choose", "i", (gint32) ps_table_row_get_id (row));
}

static void
add_tables (GtkWidget *card, const PsBandwidthScope *scope)
{
  PsTable *methods = ps_methods_table_new ();
  PsTable *errors = ps_errors_table_new ();
  g_autoptr (GPtrArray) method_rows = ps_methods_table_rows (scope);
  g_autoptr (GPtrArray) error_rows = ps_errors_table_rows (scope);

  ps_table_set_rows (methods, method_rows);
  ps_table_set_rows (errors, error_rows);
  g_signal_connect (methods, "row-activated", G_CALLBACK (on_method_activated_cb), NULL);
  gtk_box_append (GTK_BOX (card), make_label (_("What each method says"), "table-title"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (methods));
  gtk_box_append (GTK_BOX (card), make_label (_("How wrong each was on the same day of the years before"), "table-title"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (errors));
}

GtkWidget *
ps_forecast_scope_new (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, gboolean today)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *why = why_text (scope);
  g_autofree char *stake = stake_text (region, scope);

  gtk_widget_add_css_class (card, "figures");
  gtk_box_append (GTK_BOX (card), make_title (scope));
  gtk_box_append (GTK_BOX (card), make_figures (bandwidth, scope));
  gtk_box_append (GTK_BOX (card), make_label (why, "scope-text"));
  gtk_box_append (GTK_BOX (card), make_label (stake, "scope-text"));
  if (today)
    gtk_box_append (GTK_BOX (card),
                    make_label (_("A choice belongs to a peildatum: open one above to choose another forecast."), "scope-text"));
  gtk_box_append (GTK_BOX (card), make_buttons (scope));
  add_tables (card, scope);
  return card;
}
