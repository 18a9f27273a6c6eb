/* ps-provider-page.c: one provider: charts, agreement, production, contracts, tariffs, details
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "ps-provider-figures.h"
#include "ps-provider-tables.h"

G_DEFINE_FINAL_TYPE (PsProviderPage, ps_provider_page, ADW_TYPE_BIN)

/* "ended on 31-12-2025", "goes on as Zorggroep De Wissel since 01-01-2026" */
static void
append_end (GString *facts, const PsRegion *region, const PsProvider *provider)
{
  g_autofree char *day = ps_format_date (provider->ended_on);

  if (provider->merged_into != PS_NONE)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("ended on %s, goes on as %s"), day,
                              ps_region_provider (region, provider->merged_into)->name);
    }
  else if (provider->ended_on != PS_DATE_OPEN)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("ended on %s"), day);
    }
}

/* "AGB 94061275 · KvK 41098316 · regular · Venlo" */
static char *
facts_of (const PsRegion *region, const PsProvider *provider)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *kind = ps_provider_kind_text (provider);

  g_string_append_printf (facts, _("AGB %s"), provider->agb);
  if (provider->kvk != NULL)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("KvK %s"), provider->kvk);
    }
  g_string_append_printf (facts, " · %s", kind);
  if (provider->place != NULL)
    g_string_append_printf (facts, " · %s", provider->place);
  append_end (facts, region, provider);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* By what was realised so far until the forecast is there (ps-provider-page-band.c). */
void
_ps_provider_page_show_pill (PsProviderPage *self, const PsProviderFigures *figures)
{
  static const char *const classes[] = { "standing-none", "standing-off", "standing-within" };
  g_autofree char *standing = ps_provider_standing_text (figures, ps_session_get_settled (self->session)->region);

  gtk_label_set_label (self->pill_label, standing);
  gtk_image_set_from_icon_name (self->pill_icon, ps_standing_icon (figures->standing));
  gtk_widget_set_tooltip_text (self->pill, ps_standing_label (figures->standing));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_add_css_class (self->pill, ps_standing_css_class (figures->standing));
}

static void
show_heading (PsProviderPage *self, const PsRegion *region, const PsProvider *provider, const PsProviderFigures *figures)
{
  g_autofree char *facts = facts_of (region, provider);

  gtk_label_set_label (self->name, provider->name);
  gtk_label_set_label (self->facts, facts);
  _ps_provider_page_show_pill (self, figures);
}

static void
show_terms (PsProviderPage *self, const PsRegion *region, const PsAgreement *agreement)
{
  g_autofree char *terms = agreement != NULL ? ps_agreement_terms (region, agreement) : g_strdup (_("No agreement this year."));
  g_autofree char *title = g_strdup_printf (_("Agreement %d"), ps_session_get_year (self->session));
  g_autofree char *used = g_strdup_printf (
      "%s\n%s", terms,
      _("Net is as it would be settled now: a trajectory counts when it ends. Realised, above, counts it as it runs."));

  gtk_label_set_label (self->used_title, title);
  gtk_label_set_label (self->terms, used);
  gtk_label_set_label (self->agreement_terms, terms);
}

static void
show_used (PsProviderPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GPtrArray) used = ps_used_table_rows (region, settlement);

  ps_table_set_rows (self->used, used);
}

/* What the file says beside the figures */

void
_ps_provider_page_show_facts (PsProviderPage *self)
{
  g_clear_pointer (&self->about, ps_provider_facts_unref);
  self->about = ps_provider_facts_ref (self->load->facts);
  _ps_provider_page_fill_tabs (self, 1u << PS_PROVIDER_TAB_CONTRACTS | 1u << PS_PROVIDER_TAB_DETAILS);
  _ps_provider_page_update_actions (self);
}

/* The charts and the bandwidth come from two workers at the same time: shown together they are laid out and painted once. Open
 * peildata take longer to work out, and are not waited for. */
void
_ps_provider_page_show_arrived (PsProviderPage *self)
{
  gboolean load = self->load_arrived, course = self->course_arrived;

  if (self->load_awaited || (self->course_awaited && !self->course_wanted))
    return;
  if (self->provider == PS_NONE || ps_session_get_settled (self->session) == NULL)
    return;
  self->load_arrived = self->course_arrived = FALSE;
  if (load)
    _ps_provider_page_show_load (self);
  if (course)
    _ps_provider_page_show_band (self);
  if (load || course)
    {
      _ps_provider_page_show_realised (self);
      _ps_provider_page_show_curve (self);
    }
}

static void
show_figures (PsProviderPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  const PsProvider *provider = ps_region_provider (region, self->provider);
  const PsSettlement *settlement = ps_session_get_settlement (self->session, self->provider);
  const PsAgreement *agreement = ps_region_find_agreement (region, self->provider, ps_session_get_year (self->session));
  PsProviderFigures figures;

  ps_provider_figures_fill (&figures, self->session, self->provider);
  show_heading (self, region, provider, &figures);
  _ps_provider_page_show_waterfall (self);
  show_terms (self, region, agreement);
  show_used (self, region, settlement);
  _ps_provider_page_fill_tabs (self, 1u << PS_PROVIDER_TAB_AGREEMENT | 1u << PS_PROVIDER_TAB_PRODUCTION
                                         | 1u << PS_PROVIDER_TAB_TARIFFS);
  ps_chart_view_set_note (self->realised, _("trajectories as they run"));
  ps_chart_view_set_subject (self->realised, provider->name);
  _ps_provider_page_update_actions (self);
  _ps_provider_page_ask_charts (self);
  _ps_provider_page_ask_band (self);
  _ps_provider_page_ask_care (self);
}

static guint
find_place (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);

  if (ps_session_get_settled (session) == NULL)
    return;
  self->provider = find_place (ps_session_get_settled (session)->region, self->id);
  ps_page_set_gone (GTK_WIDGET (self), self->provider == PS_NONE);
  if (self->provider != PS_NONE)
    show_figures (self);
}

/* When it is opened, the focus is on its first tab. */
static gboolean
ps_provider_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (ps_page_focus_first (widget, direction, gtk_widget_get_first_child (PS_PROVIDER_PAGE (widget)->switcher)))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_provider_page_parent_class)->focus (widget, direction);
}

static void
ps_provider_page_dispose (GObject *object)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (object);

  self->realised = NULL;
  _ps_provider_page_stop_band (self);
  _ps_provider_page_stop_care (self);
  _ps_provider_page_forget_care (self);
  g_clear_pointer (&self->load, ps_provider_load_free);
  g_clear_pointer (&self->course, ps_bandwidth_course_free);
  g_clear_pointer (&self->about, ps_provider_facts_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PROVIDER_PAGE);
  G_OBJECT_CLASS (ps_provider_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsProviderPage, name);
  gtk_widget_class_bind_template_child (class, PsProviderPage, facts);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill_icon);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill_label);
  gtk_widget_class_bind_template_child (class, PsProviderPage, switcher);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tabs);
  gtk_widget_class_bind_template_child (class, PsProviderPage, cards);
  gtk_widget_class_bind_template_child (class, PsProviderPage, realised_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, places_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, waterfall_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, curve_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, clients_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, duration_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, produced_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, years_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_box);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_note);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, points_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, letters_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, used_box);
  gtk_widget_class_bind_template_child (class, PsProviderPage, used_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, used_title);
  gtk_widget_class_bind_template_child (class, PsProviderPage, terms);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_terms);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, production_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, production_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, contracts_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, contracts_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_hint);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, details_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, care_topic);
  gtk_widget_class_bind_template_child (class, PsProviderPage, care_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, care_problem);
  gtk_widget_class_bind_template_child (class, PsProviderPage, care_card);
}

static void
ps_provider_page_class_init (PsProviderPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_provider_page_dispose;
  widget_class->focus = ps_provider_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-provider-page.ui");
  bind_children (widget_class);
  _ps_provider_page_install_actions (widget_class);
  _ps_provider_page_install_band (widget_class);
}

static void
ps_provider_page_init (PsProviderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Seven tabs as wide as the widest do not fit a small window. */
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (self->switcher)), FALSE);
  _ps_provider_page_make_charts (self);
  self->used = ps_used_table_new ();
  adw_bin_set_child (self->used_card, GTK_WIDGET (self->used));
  _ps_provider_page_make_tabs (self);
  _ps_provider_page_make_band (self);
  _ps_provider_page_make_care (self);
}

GtkWidget *
ps_provider_page_new (PsSession *session, guint provider)
{
  PsProviderPage *self = g_object_new (PS_TYPE_PROVIDER_PAGE, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  self->session = g_object_ref (session);
  self->provider = provider;
  self->id = ps_region_provider (ps_session_get_settled (session)->region, provider)->id;
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  show_figures (self);
  return GTK_WIDGET (self);
}
