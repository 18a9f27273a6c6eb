/* ps-agreement-terms.c: what holds for the whole agreement: scope of exchange, schemes, division, bandwidth, places
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-terms"

#include "ps-agreement-terms.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-titled-field.h"
#include "gui/ps-value-entry.h"
#include "ps-agreement-scopes.h"

#define MOST_BELOW_BP PS_FULL_BP
#define MOST_ABOVE_BP (10 * PS_FULL_BP)

struct _PsAgreementTerms
{
  GtkWidget parent;

  const PsAgreementSheet *sheet; /* borrowed; NULL: none */
  gboolean editable;
  gboolean showing; /* the controls are being set: that is nothing that was given */

  GtkWidget *fields; /* GtkFlowBox */
  GtkDropDown *exchange;
  GtkDropDown *key;
  GtkDropDown *measuring;
  PsValueEntry *under;
  PsValueEntry *over;
  PsAgreementScopes *scopes;
};

enum
{
  TERM_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static guint scheme_signal;

G_DEFINE_FINAL_TYPE (PsAgreementTerms, ps_agreement_terms, GTK_TYPE_WIDGET)

/* What was chosen */

static void
give (PsAgreementTerms *self, PsAgreement *terms)
{
  g_signal_emit (self, signals[TERM_GIVEN], 0, terms);
  ps_agreement_free (terms);
}

static void
on_choice_cb (PsAgreementTerms *self)
{
  PsAgreement *terms;

  if (self->showing || self->sheet == NULL)
    return;
  terms = ps_agreement_copy (self->sheet->terms);
  terms->exchange = (PsExchange) (gtk_drop_down_get_selected (self->exchange) + PS_EXCHANGE_PROVIDER);
  terms->key = (PsDivisionKey) (gtk_drop_down_get_selected (self->key) + PS_KEY_REALISATION);
  terms->measuring = (PsPlaceMeasuring) (gtk_drop_down_get_selected (self->measuring) + PS_PLACES_DAILY);
  give (self, terms);
}

static int
bandwidth_of (PsValueEntry *entry)
{
  gint64 number = ps_value_entry_get_number (entry);

  return number == PS_NO_NUMBER ? -1 : (int) number;
}

static void
on_bandwidth_cb (PsAgreementTerms *self)
{
  PsAgreement *terms;

  if (self->showing || self->sheet == NULL || !ps_value_entry_is_valid (self->under) || !ps_value_entry_is_valid (self->over))
    return;
  terms = ps_agreement_copy (self->sheet->terms);
  terms->under_bp = bandwidth_of (self->under);
  terms->over_bp = bandwidth_of (self->over);
  give (self, terms);
}

static void
on_scheme_cb (PsAgreementScopes *scopes, GArray *lines, PsAgreementTerms *self)
{
  g_signal_emit (self, scheme_signal, 0, lines);
}

/* Showing */

static void
show_bandwidth (PsValueEntry *entry, int share_bp, int of_region_bp)
{
  g_autofree char *region = ps_format_percent (of_region_bp);
  g_autofree char *hint = g_strdup_printf (_("Empty: the region’s, %s"), region);

  ps_value_entry_set_number (entry, share_bp < 0 ? PS_NO_NUMBER : share_bp);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), hint);
}

void
ps_agreement_terms_show (PsAgreementTerms *self, const PsAgreementSheet *sheet, gboolean editable)
{
  g_return_if_fail (PS_IS_AGREEMENT_TERMS (self));

  self->sheet = sheet;
  self->editable = editable;
  ps_agreement_scopes_show (self->scopes, sheet, editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
  if (sheet == NULL)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->exchange, (guint) sheet->terms->exchange - PS_EXCHANGE_PROVIDER);
  gtk_drop_down_set_selected (self->key, (guint) sheet->terms->key - PS_KEY_REALISATION);
  gtk_drop_down_set_selected (self->measuring, (guint) sheet->terms->measuring - PS_PLACES_DAILY);
  show_bandwidth (self->under, sheet->terms->under_bp, sheet->region->under_bp);
  show_bandwidth (self->over, sheet->terms->over_bp, sheet->region->over_bp);
  gtk_widget_set_sensitive (GTK_WIDGET (self->exchange), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->key), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->measuring), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->under), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->over), editable);
  self->showing = FALSE;
}

/* Making */

static GtkDropDown *
add_choice (PsAgreementTerms *self, const char *title, PsWords words, int first, int last)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (int i = first; i <= last; i++)
    gtk_string_list_append (list, ps_words_label (words, i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  ps_drop_down_set_name (GTK_DROP_DOWN (drop_down), title);
  ps_titled_field_add (GTK_FLOW_BOX (self->fields), title, drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_choice_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

static PsValueEntry *
add_percent (PsAgreementTerms *self, const char *title, const char *said, int most_bp)
{
  GtkWidget *entry = ps_value_entry_new (PS_ENTRY_PERCENT, said, TRUE);

  ps_value_entry_set_range (PS_VALUE_ENTRY (entry), 0, most_bp);
  ps_value_entry_set_suffix (PS_VALUE_ENTRY (entry), "%");
  ps_titled_field_add (GTK_FLOW_BOX (self->fields), title, entry);
  g_signal_connect_object (entry, "value-given", G_CALLBACK (on_bandwidth_cb), self, G_CONNECT_SWAPPED);
  return PS_VALUE_ENTRY (entry);
}

static void
ps_agreement_terms_dispose (GObject *object)
{
  PsAgreementTerms *self = PS_AGREEMENT_TERMS (object);

  self->sheet = NULL;
  g_clear_pointer (&self->fields, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_agreement_terms_parent_class)->dispose (object);
}

static void
ps_agreement_terms_class_init (PsAgreementTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_agreement_terms_dispose;
  signals[TERM_GIVEN] = g_signal_new ("term-given", PS_TYPE_AGREEMENT_TERMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_POINTER);
  scheme_signal = g_signal_new ("scheme-given", PS_TYPE_AGREEMENT_TERMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "agreementterms");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ps_agreement_terms_init (PsAgreementTerms *self)
{
  self->fields = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->fields), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->fields), 3);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->fields), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->fields), 6);
  gtk_widget_add_css_class (self->fields, "agreement-terms");
  gtk_widget_set_parent (self->fields, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Terms"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Terms"), -1);
  self->exchange = add_choice (self, _("Scope of exchange"), PS_WORDS_EXCHANGE, PS_EXCHANGE_PROVIDER, PS_EXCHANGE_LINE);
  self->scopes = PS_AGREEMENT_SCOPES (ps_agreement_scopes_new ());
  ps_titled_field_add (GTK_FLOW_BOX (self->fields), _("Incentive scheme"), GTK_WIDGET (self->scopes));
  g_signal_connect_object (self->scopes, "scheme-given", G_CALLBACK (on_scheme_cb), self, 0);
  self->key = add_choice (self, _("Deduction divided by"), PS_WORDS_DIVISION_KEY, PS_KEY_REALISATION, PS_KEY_OVERRUN);
  self->measuring = add_choice (self, _("Places measured"), PS_WORDS_PLACE_MEASURING, PS_PLACES_DAILY, PS_PLACES_MEASURED);
  self->under = add_percent (self, _("Bandwidth below"), _("Bandwidth below the ceiling"), MOST_BELOW_BP);
  self->over = add_percent (self, _("Bandwidth above"), _("Bandwidth above the ceiling"), MOST_ABOVE_BP);
}

GtkWidget *
ps_agreement_terms_new (void)
{
  return g_object_new (PS_TYPE_AGREEMENT_TERMS, NULL);
}
