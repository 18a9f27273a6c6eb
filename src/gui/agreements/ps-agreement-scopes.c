/* ps-agreement-scopes.c: the incentive scheme of each scope of an agreement (domain.md §5: the same within a scope)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-scopes"

#include "ps-agreement-scopes.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"

struct _PsAgreementScopes
{
  GtkWidget parent;

  const PsAgreementSheet *sheet; /* borrowed */
  gboolean editable;
  gboolean showing;
  GtkWidget *child;
  GtkWidget *popover; /* with one drop-down for each scope; NULL: not of segments or groups */
  GtkWidget *box;
  char *shape; /* what the widgets were made for: made again only when it is another */
};

static guint given_signal;

G_DEFINE_FINAL_TYPE (PsAgreementScopes, ps_agreement_scopes, GTK_TYPE_WIDGET)

static const PsAgreementLine *
line_at (const PsAgreementSheet *sheet, guint i)
{
  return &g_array_index (sheet->terms->lines, PsAgreementLine, i);
}

static int
compare_scopes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsAgreementSheet *sheet = user_data;
  guint left = ps_region_group (sheet->region, ((const PsAgreementLine *) a)->group)->segment;
  guint right = ps_region_group (sheet->region, ((const PsAgreementLine *) b)->group)->segment;

  return (left > right) - (left < right);
}

/* The first line of each scope: lump sums stand apart (domain.md §5). GArray of PsAgreementLine, owned by the caller. */
static GArray *
find_scopes (const PsAgreementSheet *sheet)
{
  GArray *scopes = g_array_new (FALSE, FALSE, sizeof (PsAgreementLine));

  for (guint i = 0; i < sheet->terms->lines->len; i++)
    {
      const PsAgreementLine *line = line_at (sheet, i);
      gboolean known = line->lump_sum;

      for (guint j = 0; j < scopes->len && !known; j++)
        known = ps_agreement_sheet_same_scope (sheet, &g_array_index (scopes, PsAgreementLine, j), line);
      if (!known)
        g_array_append_val (scopes, *line);
    }
  if (sheet->terms->exchange == PS_EXCHANGE_SEGMENT)
    g_array_sort_with_data (scopes, compare_scopes, (gpointer) sheet);
  return scopes;
}

static char *
scope_title (const PsAgreementSheet *sheet, const PsAgreementLine *line)
{
  const PsProductGroup *group = ps_region_group (sheet->region, line->group);

  switch (sheet->terms->exchange)
    {
    case PS_EXCHANGE_SEGMENT:
      return g_strdup_printf (_("Segment %s"), ps_region_segment (sheet->region, group->segment)->code);
    case PS_EXCHANGE_GROUP:
      return g_strdup_printf (_("Group %s"), group->code);
    case PS_EXCHANGE_PROVIDER:
    case PS_EXCHANGE_LINE:
    default:
      return g_strdup (_("Incentive scheme"));
    }
}

/* Choosing */

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsAgreementScopes *self)
{
  const PsAgreementLine *of = g_object_get_data (G_OBJECT (drop_down), "scope");
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autoptr (GArray) lines = NULL;

  if (self->showing || self->sheet == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  lines = g_array_new (FALSE, FALSE, sizeof (PsAgreementLine));
  for (guint i = 0; i < self->sheet->terms->lines->len; i++)
    {
      PsAgreementLine line = *line_at (self->sheet, i);

      if (line.lump_sum || !ps_agreement_sheet_same_scope (self->sheet, of, &line))
        continue;
      line.scheme = selected == 0 ? PS_NONE : selected - 1;
      g_array_append_val (lines, line);
    }
  g_signal_emit (self, given_signal, 0, lines);
}

static GtkWidget *
make_drop_down (PsAgreementScopes *self, const PsAgreementLine *scope, const char *title)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (names, C_("scheme", "None"));
  for (guint i = 0; i < self->sheet->region->schemes->len; i++)
    gtk_string_list_append (names, ps_region_scheme (self->sheet->region, i)->name);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  ps_drop_down_set_name (GTK_DROP_DOWN (drop_down), title);
  g_object_set_data_full (G_OBJECT (drop_down), "scope", g_memdup2 (scope, sizeof *scope), g_free);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, 0);
  return drop_down;
}

/* Building: a drop-down, a button with several, or words */

static void
set_child (PsAgreementScopes *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
build_words (PsAgreementScopes *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, "secondary");
  set_child (self, label);
}

static void
add_scope_row (PsAgreementScopes *self, const PsAgreementLine *scope, int row)
{
  g_autofree char *title = scope_title (self->sheet, scope);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *drop_down = make_drop_down (self, scope, title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self->box), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->box), drop_down, 1, row, 1, 1);
}

static void
build_button (PsAgreementScopes *self, const GArray *scopes)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->popover = gtk_popover_new ();
  self->box = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->box), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->box), 12);
  for (guint i = 0; i < scopes->len; i++)
    add_scope_row (self, &g_array_index (scopes, PsAgreementLine, i), (int) i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  set_child (self, button);
}

static void
build (PsAgreementScopes *self, const GArray *scopes)
{
  self->popover = self->box = NULL;
  if (self->sheet->terms->exchange == PS_EXCHANGE_LINE)
    build_words (self, _("By the line: in a cell’s menu"));
  else if (scopes->len == 0)
    build_words (self, _("Once there are lines"));
  else if (self->sheet->terms->exchange == PS_EXCHANGE_PROVIDER)
    set_child (self, make_drop_down (self, &g_array_index (scopes, PsAgreementLine, 0), _("Incentive scheme")));
  else
    build_button (self, scopes);
}

/* Two sheets of the same shape need the same widgets: with what is chosen in one of them the popover stays open. */
static char *
shape_of (const PsAgreementSheet *sheet, const GArray *scopes)
{
  GString *shape = g_string_new (NULL);

  g_string_append_printf (shape, "%d", sheet->terms->exchange);
  for (guint i = 0; i < scopes->len && sheet->terms->exchange != PS_EXCHANGE_LINE; i++)
    g_string_append_printf (shape, ";%u", g_array_index (scopes, PsAgreementLine, i).group);
  for (guint i = 0; i < sheet->region->schemes->len; i++)
    g_string_append_printf (shape, ";%s", ps_region_scheme (sheet->region, i)->name);
  return g_string_free (shape, FALSE);
}

/* Showing */

/* PS_NONE may be the scheme of all; GTK_INVALID_LIST_POSITION: they differ. */
static guint
selection_of (PsAgreementScopes *self, const PsAgreementLine *scope)
{
  for (guint i = 0; i < self->sheet->terms->lines->len; i++)
    {
      const PsAgreementLine *line = line_at (self->sheet, i);

      if (!line->lump_sum && ps_agreement_sheet_same_scope (self->sheet, line, scope) && line->scheme != scope->scheme)
        return GTK_INVALID_LIST_POSITION;
    }
  return scope->scheme == PS_NONE ? 0 : scope->scheme + 1;
}

static void
show_choice (PsAgreementScopes *self, GtkWidget *drop_down, const PsAgreementLine *scope)
{
  g_object_set_data_full (G_OBJECT (drop_down), "scope", g_memdup2 (scope, sizeof *scope), g_free);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selection_of (self, scope));
  gtk_widget_set_sensitive (drop_down, self->editable);
}

static void
show_button (PsAgreementScopes *self, const GArray *scopes)
{
  gboolean same = TRUE;
  guint scheme = g_array_index (scopes, PsAgreementLine, 0).scheme;
  g_autofree char *label = NULL, *said = NULL;

  for (guint i = 0; i < scopes->len; i++)
    {
      const PsAgreementLine *scope = &g_array_index (scopes, PsAgreementLine, i);

      show_choice (self, gtk_grid_get_child_at (GTK_GRID (self->box), 1, (int) i), scope);
      same &= scope->scheme == scheme;
    }
  if (same)
    label = g_strdup (scheme == PS_NONE ? C_("scheme", "None") : ps_region_scheme (self->sheet->region, scheme)->name);
  else
    label = g_strdup_printf (ngettext ("%u scope", "%u scopes", scopes->len), scopes->len);
  said = g_strdup_printf (_("Incentive scheme: %s"), label);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->child), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
ps_agreement_scopes_show (PsAgreementScopes *self, const PsAgreementSheet *sheet, gboolean editable)
{
  g_autoptr (GArray) scopes = NULL;
  g_autofree char *shape = NULL;

  g_return_if_fail (PS_IS_AGREEMENT_SCOPES (self));

  self->sheet = sheet;
  self->editable = editable;
  if (sheet == NULL)
    return;
  self->showing = TRUE;
  scopes = find_scopes (sheet);
  shape = shape_of (sheet, scopes);
  if (g_strcmp0 (shape, self->shape) != 0)
    build (self, scopes);
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
  if (self->popover != NULL)
    show_button (self, scopes);
  else if (GTK_IS_DROP_DOWN (self->child))
    show_choice (self, self->child, &g_array_index (scopes, PsAgreementLine, 0));
  self->showing = FALSE;
}

/* Making and unmaking */

static void
ps_agreement_scopes_dispose (GObject *object)
{
  PsAgreementScopes *self = PS_AGREEMENT_SCOPES (object);

  self->sheet = NULL;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_agreement_scopes_parent_class)->dispose (object);
}

static void
ps_agreement_scopes_finalize (GObject *object)
{
  g_free (PS_AGREEMENT_SCOPES (object)->shape);
  G_OBJECT_CLASS (ps_agreement_scopes_parent_class)->finalize (object);
}

static void
ps_agreement_scopes_class_init (PsAgreementScopesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_agreement_scopes_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_agreement_scopes_finalize;
  given_signal = g_signal_new ("scheme-given", PS_TYPE_AGREEMENT_SCOPES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ps_agreement_scopes_init (PsAgreementScopes *self)
{
}

GtkWidget *
ps_agreement_scopes_new (void)
{
  return g_object_new (PS_TYPE_AGREEMENT_SCOPES, NULL);
}
