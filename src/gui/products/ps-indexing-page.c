/* ps-indexing-page.c: a round of indexing: its rates, a preview of every tariff, applying it; the rounds so far
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-free-elsewhere.h"
#include "gui/ps-tell-error.h"
#include "gui/ps-unsaved.h"
#include "ps-indexing-rounds.h"

#define TYPING_PAUSE 120 /* milliseconds: no preview of every key */

static void ps_indexing_page_unsaved_init (PsUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsIndexingPage, ps_indexing_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, ps_indexing_page_unsaved_init))

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

const PsTariff *
_ps_indexing_tariff (const PsIndexingPreview *preview, const PsIndexedTariff *indexed)
{
  return ps_region_tariff (ps_settled_ref_get (preview->figures)->region, indexed->tariff);
}

/* What is said of the whole round */

guint
_ps_indexing_page_count (PsIndexingPage *self)
{
  guint n = 0;

  for (guint i = 0; self->preview != NULL && i < self->preview->tariffs->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (self->preview->tariffs, PsIndexedTariff, i);

      n += indexed->outcome == PS_INDEXED
           && !g_hash_table_contains (self->left_out, &_ps_indexing_tariff (self->preview, indexed)->id);
    }
  return n;
}

static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, " · ");
  if (n > 0)
    g_string_append (text, part);
  g_free (part);
}

static char *
totals_text (PsIndexingPage *self)
{
  const PsIndexingPreview *preview = self->preview;
  guint n = _ps_indexing_page_count (self);
  guint n_left = preview->n_indexed - n;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u tariff is indexed", "%u tariffs are indexed", n), n);
  add_part (text, n_left, g_strdup_printf (ngettext ("%u left out", "%u left out", n_left), n_left));
  add_part (text, preview->n_ended, g_strdup_printf (ngettext ("%u ended", "%u ended", preview->n_ended), preview->n_ended));
  add_part (text, preview->n_later,
            g_strdup_printf (ngettext ("%u starts later", "%u start later", preview->n_later), preview->n_later));
  add_part (text, preview->n_product_ended,
            g_strdup_printf (ngettext ("%u of an ended product", "%u of ended products", preview->n_product_ended),
                             preview->n_product_ended));
  if (n > 0 && ps_indexing_rates_sources (self->rates)[0] == '\0')
    add_part (text, 1, g_strdup (_("name the sources before it can be applied")));
  return g_string_free (text, FALSE);
}

void
_ps_indexing_page_show_totals (PsIndexingPage *self)
{
  g_autofree char *totals = self->preview != NULL ? totals_text (self) : NULL;
  gboolean can = self->preview != NULL && !self->waiting && !self->preview->overflowed && ps_indexing_rates_is_valid (self->rates)
                 && !ps_session_is_read_only (self->session) && _ps_indexing_page_count (self) > 0;

  if (self->preview != NULL && self->preview->overflowed)
    gtk_label_set_text (self->totals, _("With this index a tariff becomes larger than can be kept."));
  else
    gtk_label_set_text (self->totals, totals != NULL ? totals : _("Nothing to index yet"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indexing.apply", can);
}

/* "0,9 × 5,24 % + 0,1 × 2,41 % = 4,957 %, rounded 4,96 %" */
static void
show_sum (PsIndexingPage *self)
{
  PsIndexing indexing;
  g_autofree char *why = NULL;
  g_autofree char *sum = NULL;

  if (ps_indexing_rates_get (self->rates, &indexing, &why))
    sum = ps_indexing_explain (&indexing);
  gtk_label_set_text (self->sum, sum != NULL ? sum : why != NULL ? why : _("Fill in the rates to see the index."));
}

/* The preview, on a worker */

typedef struct
{
  PsIndexingPage *self;
  guint asked;
} Asking;

static void
show_preview (PsIndexingPage *self, PsIndexingPreview *preview)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  PsIndexingPreview *before = g_steal_pointer (&self->preview);

  self->preview = preview;
  ps_table_set_rows (self->table, preview != NULL ? preview->rows : none);
  ps_free_elsewhere (before, (GDestroyNotify) ps_indexing_preview_free);
  _ps_indexing_page_show_totals (self);
}

static void
on_previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsIndexingPage) self = asking->self;
  g_autoptr (GError) error = NULL;
  PsIndexingPreview *preview = ps_indexing_preview_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    {
      ps_indexing_preview_free (preview);
      return;
    }
  self->waiting = FALSE;
  show_preview (self, preview);
  if (error != NULL)
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static gboolean
copy_id (gpointer key, gpointer value, gpointer copy)
{
  g_hash_table_add (copy, g_memdup2 (key, sizeof (gint64)));
  return FALSE;
}

static PsIndexingScope
scope_of (PsIndexingPage *self)
{
  PsIndexingScope scope = { .whose = (PsIndexingWhose) gtk_drop_down_get_selected (self->whose) };
  guint product = gtk_drop_down_get_selected (self->product);

  ps_group_choice_get (self->group, &scope.segment_id, &scope.group_id);
  if (product < self->products->len)
    scope.product_id = g_array_index (self->products, gint64, product);
  return scope;
}

void
_ps_indexing_page_preview (PsIndexingPage *self)
{
  PsIndexingScope scope = scope_of (self);
  PsDate starts_on = ps_indexing_rates_start (self->rates);
  GHashTable *left_out;
  PsIndexing indexing;
  Asking *asking;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->asked++;
  self->waiting = FALSE;
  if (ps_session_get_settled (self->session) == NULL)
    return;
  if (!ps_indexing_rates_get (self->rates, &indexing, NULL) || starts_on == PS_DATE_OPEN)
    {
      show_preview (self, NULL);
      return;
    }
  left_out = new_ids ();
  g_hash_table_find (self->left_out, (GHRFunc) copy_id, left_out);
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), self->asked };
  self->waiting = TRUE;
  ps_indexing_preview_async (self->session, &indexing, starts_on, &scope, left_out, on_previewed_cb, asking);
}

static gboolean
on_pause_over_cb (gpointer user_data)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (user_data);

  self->pause = 0;
  _ps_indexing_page_preview (self);
  return G_SOURCE_REMOVE;
}

static void
on_rates_changed_cb (PsIndexingPage *self)
{
  if (self->table == NULL)
    return;
  show_sum (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (TYPING_PAUSE, on_pause_over_cb, self);
  _ps_indexing_page_show_totals (self);
}

static void
on_scope_changed_cb (PsIndexingPage *self)
{
  if (self->table != NULL && !self->filling)
    _ps_indexing_page_preview (self);
}

/* The region */

static void
fill_products (PsIndexingPage *self, const PsRegion *region)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gint64 before = scope_of (self).product_id;
  gint64 any = 0;
  guint selected = 0;

  g_array_set_size (self->products, 0);
  g_array_append_val (self->products, any);
  gtk_string_list_append (labels, _("All products"));
  for (guint i = 0; i < region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (region, i);

      if (product->id == before)
        selected = self->products->len;
      g_array_append_val (self->products, product->id);
      gtk_string_list_append (labels, product->code);
    }
  gtk_drop_down_set_model (self->product, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->product, selected);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  self->filling = TRUE;
  ps_group_choice_fill (self->group, settled->region);
  fill_products (self, settled->region);
  self->filling = FALSE;
  _ps_indexing_page_preview (self);
}

static void
on_filter_changed_cb (GtkEditable *filter, PsIndexingPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (filter));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (widget);

  gtk_stack_set_visible_child_name (self->tabs, "tariffs");
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

/* Leaving the page */

static gboolean
has_unsaved (PsUnsaved *unsaved)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (unsaved);

  return !self->done && (ps_indexing_rates_is_changed (self->rates) || g_hash_table_size (self->left_out) > 0);
}

static char *
describe_unsaved (PsUnsaved *unsaved)
{
  return g_strdup_printf (_("the indexing of %d, which is not applied yet"),
                          ps_indexing_rates_year (PS_INDEXING_PAGE (unsaved)->rates));
}

static gboolean
can_save_unsaved (PsUnsaved *unsaved)
{
  return FALSE;
}

static void
save_unsaved (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  done (unsaved, FALSE, user_data);
}

static void
discard_unsaved (PsUnsaved *unsaved)
{
  PS_INDEXING_PAGE (unsaved)->done = TRUE;
}

static void
ps_indexing_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = has_unsaved;
  iface->describe = describe_unsaved;
  iface->can_save = can_save_unsaved;
  iface->save = save_unsaved;
  iface->discard = discard_unsaved;
}

/* Making and unmaking */

static void
ps_indexing_page_dispose (GObject *object)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->table = NULL;
  g_clear_pointer (&self->preview, ps_indexing_preview_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_INDEXING_PAGE);
  G_OBJECT_CLASS (ps_indexing_page_parent_class)->dispose (object);
}

static void
ps_indexing_page_finalize (GObject *object)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (object);

  g_hash_table_unref (self->left_out);
  g_array_unref (self->products);
  G_OBJECT_CLASS (ps_indexing_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, sum);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, totals);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, rates_card);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, group);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, product);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, whose);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, tariffs_card);
  gtk_widget_class_bind_template_child (widget_class, PsIndexingPage, rounds_card);
}

static void
ps_indexing_page_class_init (PsIndexingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_indexing_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_indexing_page_finalize;
  g_type_ensure (PS_TYPE_GROUP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-indexing-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "indexing.apply", NULL, _ps_indexing_page_on_apply_cb);
  gtk_widget_class_install_action (widget_class, "indexing.leave-shown", NULL, _ps_indexing_page_on_leave_cb);
  gtk_widget_class_install_action (widget_class, "indexing.take-shown", NULL, _ps_indexing_page_on_take_cb);
}

static void
add_table (PsIndexingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->table = ps_indexing_table_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (_ps_indexing_page_on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  adw_bin_set_child (self->tariffs_card, GTK_WIDGET (self->table));
  gtk_box_append (self->bar, ps_table_get_menu (self->table));
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (_ps_indexing_page_on_row_activated_cb), self, 0);
}

static void
ps_indexing_page_init (PsIndexingPage *self)
{
  self->left_out = new_ids ();
  self->products = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->product, _("Product"));
  ps_drop_down_set_name (self->whose, _("Whose tariffs"));
  add_table (self);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->group, "changed", G_CALLBACK (on_scope_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->product, "notify::selected", G_CALLBACK (on_scope_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->whose, "notify::selected", G_CALLBACK (on_scope_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ps_indexing_page_new: for the year after the one that is looked at.
 */
GtkWidget *
ps_indexing_page_new (PsSession *session)
{
  PsIndexingPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_INDEXING_PAGE, NULL);
  self->session = g_object_ref (session);
  self->rates = PS_INDEXING_RATES (ps_indexing_rates_new (ps_session_get_year (session) + 1));
  adw_bin_set_child (self->rates_card, GTK_WIDGET (self->rates));
  adw_bin_set_child (self->rounds_card, ps_indexing_rounds_new (session));
  g_signal_connect_object (self->rates, "changed", G_CALLBACK (on_rates_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  show_sum (self);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}

PsIndexingRates *
ps_indexing_page_get_rates (PsIndexingPage *self)
{
  return self->rates;
}
