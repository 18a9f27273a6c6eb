/* ps-what-if-ceilings.c: a ceiling for each line, to be typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-what-if"

#include "ps-what-if-ceilings.h"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "core/ps-format.h"
#include "gui/ps-value-entry.h"

#define MOST_CENTS G_GINT64_CONSTANT (100000000000000) /* a thousand milliard: no sum with it overflows */

typedef struct
{
  char *key;  /* "AMB1/0983": places change, codes do not */
  char *name; /* "AMB1, Venlo" */
  guint group;
  guint municipality;
  gint64 ceiling_cents; /* without typing: scaled; PS_NO_NUMBER: not agreed */
  PsValueEntry *entry;
} Line;

struct _PsWhatIfCeilings
{
  GtkWidget parent;

  GtkWidget *box;
  GtkGrid *grid;
  GtkLabel *note;    /* what is wrong with what is typed above it */
  GArray *lines;     /* Line */
  GHashTable *typed; /* key to gint64 */
  gboolean showing;
  gboolean is_wrong; /* one of them is */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsWhatIfCeilings, ps_what_if_ceilings, GTK_TYPE_WIDGET)

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->key);
  g_free (line->name);
}

/* Which lines */

static gboolean
has_line (PsWhatIfCeilings *self, guint group, guint municipality)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->group == group && line->municipality == municipality)
        return TRUE;
    }
  return FALSE;
}

static void
add_line (PsWhatIfCeilings *self, const PsRegion *region, guint group, guint municipality, gint64 ceiling_cents)
{
  Line line = { .group = group, .municipality = municipality, .ceiling_cents = ceiling_cents };

  if (has_line (self, group, municipality))
    return;
  line.key =
      g_strdup_printf ("%s/%s", ps_region_group (region, group)->code, ps_region_municipality (region, municipality)->code);
  line.name =
      g_strdup_printf ("%s, %s", ps_region_group (region, group)->code, ps_region_municipality (region, municipality)->name);
  g_array_append_val (self->lines, line);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  return (first->municipality > second->municipality) - (first->municipality < second->municipality);
}

static void
collect_lines (PsWhatIfCeilings *self, const PsWhatIfBase *base, int share_bp)
{
  const PsRegion *region = ps_what_if_base_get_region (base);
  const PsAgreement *real = ps_what_if_base_get_agreement (base);
  const PsSettlement *settlement = ps_what_if_base_get_settlement (base);
  g_autoptr (PsAgreement) scaled = NULL;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  what_if.ceilings_bp = share_bp;
  scaled = real != NULL ? ps_what_if_agreement (real, real->provider, real->year, &what_if) : NULL;
  g_array_set_size (self->lines, 0);
  for (guint i = 0; scaled != NULL && i < scaled->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (scaled->lines, PsAgreementLine, i);

      add_line (self, region, line->group, line->municipality, line->ceiling_cents);
    }
  for (guint i = 0; settlement != NULL && i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      add_line (self, region, line->group, line->municipality, PS_NO_NUMBER);
    }
  g_array_sort (self->lines, compare_lines);
}

/* Showing */

static void
on_given_cb (PsValueEntry *entry, PsWhatIfCeilings *self)
{
  const char *key = g_object_get_data (G_OBJECT (entry), "key");
  gint64 number = ps_value_entry_get_number (entry);

  if (self->showing)
    return;
  if (number == PS_NO_NUMBER)
    g_hash_table_remove (self->typed, key);
  else
    g_hash_table_insert (self->typed, g_strdup (key), g_memdup2 (&number, sizeof number));
  g_signal_emit (self, signals[CHANGED], 0);
}

char *
ps_what_if_ceilings_get_problem (PsWhatIfCeilings *self)
{
  g_return_val_if_fail (PS_IS_WHAT_IF_CEILINGS (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->entry != NULL && !ps_value_entry_is_valid (line->entry))
        return g_strdup_printf ("%s: %s", line->name, ps_value_entry_get_problem (line->entry));
    }
  return NULL;
}

static void
show_note (PsWhatIfCeilings *self)
{
  g_autofree char *problem = ps_what_if_ceilings_get_problem (self);

  self->is_wrong = problem != NULL;
  gtk_label_set_text (self->note, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), problem != NULL);
}

static void
on_typed_cb (PsValueEntry *entry, PsWhatIfCeilings *self)
{
  gboolean was_wrong = self->is_wrong;

  if (self->showing)
    return;
  show_note (self);
  if (self->is_wrong || was_wrong)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_label (PsWhatIfCeilings *self, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 2 ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static PsValueEntry *
make_entry (PsWhatIfCeilings *self, const Line *line)
{
  g_autofree char *name = g_strdup_printf (_("Ceiling of %s"), line->name);
  PsValueEntry *entry = PS_VALUE_ENTRY (ps_value_entry_new (PS_ENTRY_MONEY, name, TRUE));
  const gint64 *typed = g_hash_table_lookup (self->typed, line->key);

  ps_value_entry_set_range (entry, 0, MOST_CENTS);
  ps_value_entry_set_number (entry, typed != NULL ? *typed : line->ceiling_cents);
  g_object_set_data_full (G_OBJECT (entry), "key", g_strdup (line->key), g_free);
  g_signal_connect (entry, "value-given", G_CALLBACK (on_given_cb), self);
  g_signal_connect (entry, "value-changed", G_CALLBACK (on_typed_cb), self);
  return entry;
}

static void
add_row (PsWhatIfCeilings *self, const PsRegion *region, const PsAgreement *real, Line *line, int row)
{
  const char *group = ps_region_group (region, line->group)->code;
  const char *municipality = ps_region_municipality (region, line->municipality)->name;
  const PsAgreementLine *agreed = real != NULL ? ps_agreement_find_line (real, line->group, line->municipality) : NULL;
  g_autofree char *ceiling = agreed != NULL ? ps_format_money (agreed->ceiling_cents) : g_strdup (_("not agreed"));

  add_label (self, 0, row, group, NULL);
  add_label (self, 1, row, municipality, NULL);
  add_label (self, 2, row, ceiling, NULL);
  line->entry = make_entry (self, line);
  gtk_grid_attach (self->grid, GTK_WIDGET (line->entry), 3, row, 1, 1);
}

void
ps_what_if_ceilings_show (PsWhatIfCeilings *self, const PsWhatIfBase *base, int share_bp)
{
  const PsRegion *region = ps_what_if_base_get_region (base);
  const PsAgreement *real = ps_what_if_base_get_agreement (base);
  GtkWidget *child;

  g_return_if_fail (PS_IS_WHAT_IF_CEILINGS (self));

  self->showing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  collect_lines (self, base, share_bp);
  add_label (self, 0, 0, _("Group"), "step-heading");
  add_label (self, 1, 0, _("Municipality"), "step-heading");
  add_label (self, 2, 0, _("As it is"), "step-heading");
  add_label (self, 3, 0, _("What if"), "step-heading");
  for (guint i = 0; i < self->lines->len; i++)
    add_row (self, region, real, &g_array_index (self->lines, Line, i), (int) i + 1);
  self->showing = FALSE;
  show_note (self);
}

GArray *
ps_what_if_ceilings_get (PsWhatIfCeilings *self)
{
  GArray *ceilings;

  g_return_val_if_fail (PS_IS_WHAT_IF_CEILINGS (self), NULL);

  if (g_hash_table_size (self->typed) == 0)
    return NULL;
  ceilings = g_array_new (FALSE, FALSE, sizeof (PsWhatIfCeiling));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const gint64 *typed = g_hash_table_lookup (self->typed, line->key);
      PsWhatIfCeiling ceiling = { line->group, line->municipality, typed != NULL ? *typed : line->ceiling_cents };

      if (ceiling.ceiling_cents != PS_NO_NUMBER)
        g_array_append_val (ceilings, ceiling);
    }
  return ceilings;
}

void
ps_what_if_ceilings_reset (PsWhatIfCeilings *self)
{
  g_return_if_fail (PS_IS_WHAT_IF_CEILINGS (self));

  g_hash_table_remove_all (self->typed);
}

/* Making and unmaking */

static void
ps_what_if_ceilings_dispose (GObject *object)
{
  PsWhatIfCeilings *self = PS_WHAT_IF_CEILINGS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->typed, g_hash_table_unref);
  G_OBJECT_CLASS (ps_what_if_ceilings_parent_class)->dispose (object);
}

static void
ps_what_if_ceilings_class_init (PsWhatIfCeilingsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_what_if_ceilings_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_WHAT_IF_CEILINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_what_if_ceilings_init (PsWhatIfCeilings *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "steps");
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "problem");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ceilings per line"), -1);
}

GtkWidget *
ps_what_if_ceilings_new (void)
{
  return g_object_new (PS_TYPE_WHAT_IF_CEILINGS, NULL);
}
