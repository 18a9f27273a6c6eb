/* ps-provider-details.c: what is kept of a provider beside its figures: contact, notes, other codes, merged records
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-details"

#include "ps-provider-details.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-card-layout.h"

static GtkWidget *
make_text (const char *text, gboolean secondary)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (secondary)
    gtk_widget_add_css_class (label, "secondary");
  return label;
}

static GtkWidget *
make_card (const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (card, "figures");
  gtk_widget_add_css_class (card, "card-text");
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "card-heading");
  gtk_box_append (GTK_BOX (card), heading);
  return card;
}

static GtkWidget *
make_value (const char *value)
{
  GtkWidget *label = make_text (value != NULL && value[0] != '\0' ? value : _("not given"), value == NULL || value[0] == '\0');

  gtk_label_set_selectable (GTK_LABEL (label), value != NULL && value[0] != '\0');
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* Contact */

static GtkWidget *
make_contact (const PsRecord *record)
{
  const struct
  {
    const char *name, *column;
  } rows[] = { { _("Contact for letters"), "contact" },
               { _("Address"), "address" },
               { _("Place"), "place" },
               { _("Email address"), "email" } };
  GtkWidget *card = make_card (_("Contact"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *value = make_value (ps_record_get_text (record, rows[i].column));

      gtk_accessible_update_property (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_PROPERTY_LABEL, rows[i].name, -1);
      gtk_grid_attach (GTK_GRID (grid), make_text (rows[i].name, TRUE), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, (int) i, 1, 1);
    }
  gtk_box_append (GTK_BOX (card), grid);
  return card;
}

static GtkWidget *
make_notes (const PsRecord *record)
{
  const char *notes = ps_record_get_text (record, "notes");
  GtkWidget *card = make_card (_("Notes"));

  gtk_box_append (GTK_BOX (card), notes != NULL ? make_value (notes)
                                                : make_text (_("No notes. Choose Edit to write what others must know."), TRUE));
  return card;
}

/* Codes */

static char *
period_text (PsDate from, PsDate to)
{
  g_autofree char *first = ps_format_date (from);
  g_autofree char *last = ps_format_date (to);

  if (from == PS_DATE_OPEN || from < PS_DATE_MIN)
    return to == PS_DATE_OPEN ? g_strdup (_("always")) : g_strdup_printf (_("to %s"), last);
  return to == PS_DATE_OPEN ? g_strdup_printf (_("from %s"), first) : g_strdup_printf (_("from %s to %s"), first, last);
}

static GtkWidget *
make_codes (const PsProviderFacts *facts)
{
  GtkWidget *card = make_card (_("AGB codes"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), make_text (ps_record_get_text (facts->record, "agb"), FALSE), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_text (_("its own"), TRUE), 1, 0, 1, 1);
  for (guint i = 0; i < facts->agbs->len; i++)
    {
      const PsProviderAgb *agb = g_ptr_array_index (facts->agbs, i);
      g_autofree char *period = period_text (agb->from, agb->to);

      gtk_grid_attach (GTK_GRID (grid), make_text (agb->agb, FALSE), 0, (int) i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_text (period, TRUE), 1, (int) i + 1, 1, 1);
    }
  gtk_box_append (GTK_BOX (card), grid);
  return card;
}

/* Merged records */

static void
add_link (GtkWidget *card, const PsProvider *provider, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "provider.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", provider->agb);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), button);
}

static void
add_merged (GtkWidget *card, const PsRegion *region, guint provider)
{
  for (guint i = 0; i < region->providers->len; i++)
    {
      const PsProvider *other = ps_region_provider (region, i);
      g_autofree char *last = ps_format_date (other->ended_on);
      g_autofree char *text = NULL;

      if (other->merged_into != provider)
        continue;
      text = g_strdup_printf (_("%s (AGB %s), by itself until %s"), other->name, other->agb, last);
      add_link (card, other, text);
    }
}

static GtkWidget *
make_merged (const PsRegion *region, guint place)
{
  const PsProvider *provider = ps_region_provider (region, place);
  GtkWidget *card = make_card (_("Merged records"));
  GtkWidget *heading = gtk_widget_get_first_child (card);

  if (provider->merged_into != PS_NONE)
    {
      const PsProvider *into = ps_region_provider (region, provider->merged_into);
      g_autofree char *text = g_strdup_printf (_("Goes on as %s (AGB %s)"), into->name, into->agb);

      add_link (card, into, text);
    }
  add_merged (card, region, place);
  if (gtk_widget_get_next_sibling (heading) == NULL)
    gtk_box_append (GTK_BOX (card), make_text (_("None. After a takeover, choose Merge in the menu above."), TRUE));
  return card;
}

GtkWidget *
ps_provider_details_new (const PsProviderFacts *facts, const PsRegion *region, guint provider)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (cards, ps_card_layout_new (320, 12));
  gtk_widget_add_css_class (cards, "cards");
  gtk_box_append (GTK_BOX (cards), make_contact (facts->record));
  gtk_box_append (GTK_BOX (cards), make_notes (facts->record));
  gtk_box_append (GTK_BOX (cards), make_codes (facts));
  gtk_box_append (GTK_BOX (cards), make_merged (region, provider));
  return cards;
}
