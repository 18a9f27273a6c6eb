/* ps-scheme-touch.c: the card with the providers that a scheme touches this year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-scheme-touch"

#include "ps-scheme-touch.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "gui/ps-table.h"
#include "gui/providers/ps-provider-page.h"
#include "ps-scheme-effect.h"
#include "ps-scheme-words.h"

#define MOST_NATURAL 12 /* more rows scroll in the card */
#define SCROLLED_HEIGHT 320

struct _PsSchemeTouch
{
  GtkWidget parent;

  PsSession *session;
  GtkWidget *heading;
  PsTable *table;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (PsSchemeTouch, ps_scheme_touch, GTK_TYPE_WIDGET)

enum
{
  PROVIDER,
  SHARE,
  SAVED,
  CHANGED,
  DIFFERENCE,
  N_COLUMNS
};

static gint64
share_of (const PsSchemeEffect *effect)
{
  PsOverflow overflow = { FALSE };
  gint64 share;

  if (effect->ceiling_cents <= 0)
    return PS_NO_NUMBER;
  share = ps_round_div ((PsWide) effect->net_cents * PS_FULL_BP, effect->ceiling_cents, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : share;
}

static PsTableRow *
make_row (const PsRegion *region, const PsSchemeEffect *effect)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, effect->provider, NULL, NULL);
  g_autofree char *share = ps_format_ratio (effect->net_cents, effect->ceiling_cents);

  ps_table_row_set_text (row, PROVIDER, ps_region_provider (region, effect->provider)->name);
  ps_table_row_set_number (row, SHARE, share_of (effect));
  ps_table_row_set_text (row, SHARE, share);
  ps_table_row_set_number (row, SAVED, -effect->saved_cents);
  ps_table_row_set_number (row, CHANGED, -effect->changed_cents);
  ps_table_row_set_number (row, DIFFERENCE, effect->saved_cents - effect->changed_cents);
  return row;
}

/* "35 others, from which nothing is deducted" */
static char *
make_note (guint n_shown, guint n_others)
{
  if (n_shown == 0 && n_others == 0)
    return g_strdup (_("No provider uses it this year."));
  if (n_others == 0)
    return NULL;
  if (n_shown == 0)
    return g_strdup_printf (ngettext ("%u provider uses it; nothing is deducted from it.",
                                      "%u providers use it; nothing is deducted from any of them.", n_others),
                            n_others);
  return g_strdup_printf (
      ngettext ("%u other, from which nothing is deducted.", "%u others, from which nothing is deducted.", n_others), n_others);
}

static void
show_note (PsSchemeTouch *self, const char *text)
{
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

void
ps_scheme_touch_set_effects (PsSchemeTouch *self, const GArray *effects)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *note = NULL;
  const PsSettledYear *settled;

  g_return_if_fail (PS_IS_SCHEME_TOUCH (self));

  settled = ps_session_get_settled (self->session);
  if (effects == NULL || settled == NULL)
    {
      show_note (self, _("Settling with these steps…"));
      return;
    }
  for (guint i = 0; i < effects->len; i++)
    {
      const PsSchemeEffect *effect = &g_array_index (effects, PsSchemeEffect, i);

      if (effect->saved_cents != 0 || effect->changed_cents != 0)
        g_ptr_array_add (rows, make_row (settled->region, effect));
    }
  note = make_note (rows->len, effects->len - rows->len);
  ps_table_set_natural (self->table, rows->len <= MOST_NATURAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, rows->len <= MOST_NATURAL ? -1 : SCROLLED_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
  ps_table_set_rows (self->table, rows);
  show_note (self, note);
}

void
ps_scheme_touch_set_problem (PsSchemeTouch *self, const char *problem)
{
  g_return_if_fail (PS_IS_SCHEME_TOUCH (self));

  show_note (self, problem);
}

static char *
count_providers (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u provider", "%u providers", n_shown), n_shown);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsSchemeTouch *self = PS_SCHEME_TOUCH (user_data);
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = (guint) ps_table_row_get_id (row);

  if (settled != NULL && provider < settled->region->providers->len)
    ps_navigator_push (GTK_WIDGET (self), ps_provider_page_new (self->session, provider), ps_table_row_get_text (row, PROVIDER));
}

static PsTable *
make_table (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 10 },
    [SHARE] = { "share", _("Realised"), PS_COLUMN_PERCENT, 5, FALSE, FALSE, 0 },
    [SAVED] = { "saved", C_("deduction", "As saved"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [CHANGED] = { "changed", C_("deduction", "As here"), PS_COLUMN_MONEY, 6, TRUE, TRUE, 0 },
    [DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Whom this scheme touches")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_providers);
  ps_table_set_sort (table, "changed", FALSE);
  ps_table_set_export_name (table, _("scheme providers"));
  return table;
}

static void
ps_scheme_touch_dispose (GObject *object)
{
  PsSchemeTouch *self = PS_SCHEME_TOUCH (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_scheme_touch_parent_class)->dispose (object);
}

static void
ps_scheme_touch_class_init (PsSchemeTouchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_scheme_touch_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
ps_scheme_touch_init (PsSchemeTouch *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
  self->heading = gtk_label_new (_("Whom this scheme touches"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "card-title");
  self->table = make_table ();
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "card-note");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "secondary");
  gtk_box_append (GTK_BOX (bar), self->heading);
  gtk_box_append (GTK_BOX (bar), ps_scheme_card_menu (self->table));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

GtkWidget *
ps_scheme_touch_new (PsSession *session)
{
  PsSchemeTouch *self = g_object_new (PS_TYPE_SCHEME_TOUCH, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
