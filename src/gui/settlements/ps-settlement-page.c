/* ps-settlement-page.c: one provider's year from gross production to balance, as the region is or as it was stored
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled", a choice ──▶ PsSettlementStand: what is stored ──▶ PsSettlementDetail: live, or that one as it is frozen ──▶ the page
 */
#define G_LOG_DOMAIN "peilstok-settlement-page"

#include "ps-settlement-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-card-layout.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-spinner.h"
#include "gui/ps-tell-error.h"
#include "ps-disputed-table.h"
#include "ps-sources-page.h"

#define COLUMN_WIDTH 450 /* of a card beside another one */
#define SPACING 10

G_DEFINE_FINAL_TYPE (PsSettlementPage, ps_settlement_page, ADW_TYPE_BIN)

/* Its place in the session's region now; PS_NONE where it is gone. */
static guint
find_provider (PsSettlementPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  return settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
}

/* Asking */

typedef struct
{
  PsSettlementPage *page;
  guint asked;
} Asking;

static Asking *
asking_new (PsSettlementPage *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_spinner_show (self->spinner, TRUE);
  return asking;
}

/* FALSE: the page is gone, or something else was asked since. */
static gboolean
is_awaited (PsSettlementPage *self, const Asking *asking)
{
  return self->session != NULL && asking->asked == self->asked;
}

static void
on_detail_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettlementDetail) detail = ps_settlement_detail_load_finish (PS_SESSION (source), result, &error);

  if (!is_awaited (self, asking))
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (detail == NULL)
    {
      ps_tell_error (GTK_WIDGET (self), self->session, error);
      return;
    }
  ps_decide_bar_show (self->decide, NULL);
  ps_settlement_detail_free (self->detail);
  self->detail = g_steal_pointer (&detail);
  _ps_settlement_page_show_choices (self);
  _ps_settlement_page_show (self);
  _ps_settlement_page_update_actions (self);
}

/* What is proposed or final is shown as it is frozen; a draft is renewed anyhow, so the region as it is counts. */
static gint64
find_wanted (PsSettlementPage *self)
{
  const PsStored *counts = self->stand->counts;

  if (self->wanted != PS_SHOW_WHAT_COUNTS)
    return self->wanted;
  return counts != NULL && counts->state != PS_SETTLEMENT_DRAFT ? counts->id : 0;
}

static void
ask_for_detail (PsSettlementPage *self)
{
  PsSettlementQuestion question = { .agb = self->agb,
                                    .through = ps_date_entry_get_date (self->through),
                                    .stored_id = find_wanted (self),
                                    .wanted = PS_SOURCES_DISPUTED };

  ps_settlement_detail_load_async (self->session, &question, on_detail_loaded_cb, asking_new (self));
}

/* After a step was taken the page shows what it led to. */
static gboolean
has_moved (const PsSettlementStand *before, const PsSettlementStand *now)
{
  if (before == NULL)
    return FALSE;
  if (before->list->len != now->list->len || (before->counts == NULL) != (now->counts == NULL))
    return TRUE;
  return now->counts != NULL && (before->counts->id != now->counts->id || before->counts->state != now->counts->state);
}

static void
on_stand_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettlementStand) stand = ps_settlement_stand_finish (PS_SESSION (source), result, &error);

  if (!is_awaited (self, asking))
    return;
  if (stand == NULL)
    {
      ps_spinner_show (self->spinner, FALSE);
      ps_tell_error (GTK_WIDGET (self), self->session, error);
      return;
    }
  if (has_moved (self->stand, stand))
    self->wanted = PS_SHOW_WHAT_COUNTS;
  ps_settlement_stand_free (self->stand);
  self->stand = g_steal_pointer (&stand);
  ask_for_detail (self);
}

static void
ask_for_stand (PsSettlementPage *self)
{
  ps_settlement_stand_async (self->session, self->agb, on_stand_loaded_cb, asking_new (self));
}

/* Callbacks */

static void
show_year (PsSettlementPage *self, PsDate through)
{
  PsDate last = ps_date_year_end (self->year);

  self->filling = TRUE;
  ps_date_entry_set_range (self->through, ps_date_year_start (self->year), last);
  ps_date_entry_set_date (self->through, through == PS_DATE_OPEN ? last : through);
  self->filling = FALSE;
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  ps_page_set_gone (GTK_WIDGET (self), find_provider (self) == PS_NONE);
  if (find_provider (self) == PS_NONE)
    return;
  if (settled->year != self->year)
    {
      self->year = settled->year;
      self->wanted = PS_SHOW_WHAT_COUNTS;
      g_clear_pointer (&self->stand, ps_settlement_stand_free);
      show_year (self, PS_DATE_OPEN);
    }
  ask_for_stand (self);
}

static void
on_date_changed_cb (PsSettlementPage *self)
{
  if (!self->filling && self->stand != NULL && find_provider (self) != PS_NONE)
    ask_for_detail (self);
}

static void
on_which_changed_cb (PsSettlementPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->which);

  if (self->filling || self->stand == NULL || selected >= self->choices->len)
    return;
  self->wanted = g_array_index (self->choices, gint64, selected);
  ask_for_detail (self);
}

/* Opening */

/* Places are those of what is shown; the page that opens takes those of the session. */
void
_ps_settlement_page_open_sources (PsSettlementPage *self, guint group, guint municipality, const char *title)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsRegion *shown = ps_settlement_detail_region (self->detail);
  guint provider = find_provider (self);

  if (provider == PS_NONE)
    return;
  if (group != PS_NONE)
    group = ps_region_find_group (settled->region, ps_region_group (shown, group)->code);
  if (municipality != PS_NONE)
    municipality = ps_region_find_municipality (settled->region, ps_region_municipality (shown, municipality)->code);
  ps_navigator_push (GTK_WIDGET (self),
                     ps_sources_page_new (self->session, provider, group, municipality, self->detail->settlement->through,
                                          self->detail->stored != NULL ? self->detail->stored->id : 0),
                     title);
}

void
_ps_settlement_page_open_place (PsSettlementPage *self, guint group, guint municipality)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  g_autofree char *title =
      g_strdup_printf ("%s, %s", ps_region_group (region, group)->code, ps_region_municipality (region, municipality)->name);

  _ps_settlement_page_open_sources (self, group, municipality, title);
}

static void
on_source_activated_cb (PsTable *table, PsTableRow *row, PsSettlementPage *self)
{
  const PsSourceDetail *source;

  if (self->detail == NULL || ps_table_row_get_id (row) >= self->detail->sources->len)
    return;
  source = g_ptr_array_index (self->detail->sources, ps_table_row_get_id (row));
  _ps_settlement_page_open_place (self, source->source.group, source->source.municipality);
}

/* Making and unmaking */

static gboolean
ps_settlement_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);
  GtkWidget *first = gtk_widget_get_visible (self->content) ? GTK_WIDGET (self->waterfall) : GTK_WIDGET (self->more);

  return ps_page_focus_first (widget, direction, first)
         || GTK_WIDGET_CLASS (ps_settlement_page_parent_class)->focus (widget, direction);
}

static void
ps_settlement_page_dispose (GObject *object)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SETTLEMENT_PAGE);
  G_OBJECT_CLASS (ps_settlement_page_parent_class)->dispose (object);
}

static void
ps_settlement_page_finalize (GObject *object)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (object);

  ps_settlement_detail_free (self->detail);
  ps_settlement_stand_free (self->stand);
  g_array_unref (self->choices);
  g_free (self->agb);
  G_OBJECT_CLASS (ps_settlement_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, next);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, print);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, more);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, through_label);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, through_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, waterfall_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, bands_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_note);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, scopes_cards);
}

static void
bind_more_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_box);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_remark);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, decide_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_box);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_remark);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, signals_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, answers_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, steps_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, division_box);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, division_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, division_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, municipalities_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, municipalities_card);
}

static void
ps_settlement_page_class_init (PsSettlementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_settlement_page_dispose;
  object_class->finalize = ps_settlement_page_finalize;
  widget_class->focus = ps_settlement_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-settlement-page.ui");
  bind_children (widget_class);
  bind_more_children (widget_class);
  _ps_settlement_page_class_install_actions (widget_class);
}

static void
add_table (PsSettlementPage *self, PsTable *table, AdwBin *card, GtkBox *bar)
{
  GtkWidget *menu = ps_table_get_menu (table);

  adw_bin_set_child (card, GTK_WIDGET (table));
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
  g_signal_connect_object (table, "row-activated", G_CALLBACK (on_source_activated_cb), self, 0);
}

static void
add_through (PsSettlementPage *self)
{
  self->through = PS_DATE_ENTRY (ps_date_entry_new (_("Settle through")));
  adw_bin_set_child (self->through_bin, GTK_WIDGET (self->through));
  gtk_label_set_mnemonic_widget (self->through_label, GTK_WIDGET (self->through));
  /* Its name says more than the label; both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->through), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (self->through, "date-changed", G_CALLBACK (on_date_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
ps_settlement_page_init (PsSettlementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = PS_SHOW_WHAT_COUNTS;
  self->choices = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  gtk_widget_set_layout_manager (self->scopes_cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  ps_drop_down_set_name (self->which, _("Which settlement is shown"));
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (self->more), "map", G_CALLBACK (_ps_settlement_page_explain_menu), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  add_through (self);
  self->state = PS_STATE_BAR (ps_state_bar_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  adw_bin_set_child (self->state_bin, GTK_WIDGET (self->state));
  self->waterfall = PS_CHART_VIEW (ps_chart_view_new ());
  adw_bin_set_child (self->waterfall_card, GTK_WIDGET (self->waterfall));
  self->disputed = ps_disputed_table_new ();
  add_table (self, self->disputed, self->disputed_card, self->disputed_bar);
  self->carried = ps_carried_table_new ();
  add_table (self, self->carried, self->carried_card, self->carried_bar);
}

GtkWidget *
ps_settlement_page_new (PsSession *session, guint provider, PsDate through)
{
  PsSettlementPage *self;
  const PsSettledYear *settled;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  settled = ps_session_get_settled (session);
  g_return_val_if_fail (settled != NULL, NULL);

  self = g_object_new (PS_TYPE_SETTLEMENT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (ps_region_provider (settled->region, provider)->agb);
  self->year = settled->year;
  gtk_label_set_text (self->title, ps_region_provider (settled->region, provider)->name);
  gtk_widget_set_visible (self->content, FALSE);
  self->decide = PS_DECIDE_BAR (ps_decide_bar_new (session, self->disputed));
  adw_bin_set_child (self->decide_bin, GTK_WIDGET (self->decide));
  show_year (self, through);
  /* Asked for through another day: that is the region as it is. */
  if (through != PS_DATE_OPEN && through != ps_date_year_end (self->year))
    self->wanted = 0;
  _ps_settlement_page_update_actions (self);
  ask_for_stand (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * ps_settlement_page_new_stored:
 * @id: of a stored settlement of the provider and the session's year
 *
 * As ps_settlement_page_new(), showing that one first.
 */
GtkWidget *
ps_settlement_page_new_stored (PsSession *session, guint provider, gint64 id)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (ps_settlement_page_new (session, provider, PS_DATE_OPEN));

  self->wanted = id;
  return GTK_WIDGET (self);
}
