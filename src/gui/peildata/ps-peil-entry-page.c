/* ps-peil-entry-page.c: one peildatum, to be filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The file ──▶ PsPeilLoaded ──▶ PsPeilBook (the sheet, and what was given on it) ──▶ grid, marks, refusals
 *    ▲                               │ what is given
 *    └──── one change a cell or block ┘
 * The page shows at once what was given. The file is read again where somebody or something else wrote to it: the page knows of its own.
 */
#define G_LOG_DOMAIN "peilstok-peil-entry-page"

#include "ps-peil-entry-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-look.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-tell-error.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (PsPeilEntryPage, ps_peil_entry_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, _ps_peil_entry_unsaved_init))

PsPeilSheet *
_ps_peil_entry_get_sheet (PsPeilEntryPage *self)
{
  return ps_peil_book_get_sheet (self->book);
}

gboolean
_ps_peil_entry_is_closed (PsPeilEntryPage *self)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);

  return sheet != NULL && sheet->closed_by != NULL;
}

/* A closed one too: it asks for a reason with the first value that is given. */
gboolean
_ps_peil_entry_is_editable (PsPeilEntryPage *self)
{
  return _ps_peil_entry_get_sheet (self) != NULL && !ps_session_is_read_only (self->session);
}

/* Showing what changed */

static guint
find_in (const PsPeilSheet *sheet, const PsPeilKeys *keys, GHashTable *places)
{
  gpointer place;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, keys->provider_id,
                                          keys->product_id, keys->municipality_id);

  return g_hash_table_lookup_extended (places, key, NULL, &place) ? GPOINTER_TO_UINT (place) : PS_NONE;
}

static GHashTable *
index_rows (const PsPeilSheet *sheet)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (sheet->rows, PsPeilRow, i);

      g_hash_table_insert (places,
                           g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                            ps_region_provider (sheet->region, row->provider)->id,
                                            ps_region_product (sheet->region, row->product)->id,
                                            ps_region_municipality (sheet->region, row->municipality)->id),
                           GUINT_TO_POINTER (i));
    }
  return places;
}

/* The first value that an undo made another one. */
static gboolean
find_changed (PsPeilEntryPage *self, const PsPeilSheet *before, guint *place, PsMeasure *measure)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);
  g_autoptr (GHashTable) places = index_rows (before);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (sheet->rows, PsPeilRow, i);
      PsPeilKeys keys;
      guint there;

      ps_peil_book_keys (self->book, i, &keys);
      there = find_in (before, &keys, places);
      for (PsMeasure m = 0; m < PS_N_MEASURES; m++)
        {
          gint64 old = there != PS_NONE ? g_array_index (before->rows, PsPeilRow, there).entered[m] : PS_NO_NUMBER;

          if (row->entered[m] == old)
            continue;
          *place = i;
          *measure = m;
          return TRUE;
        }
    }
  return FALSE;
}

static void
show_wanted (PsPeilEntryPage *self, const PsPeilSheet *before, gboolean undone)
{
  PsMeasure measure = PS_MEASURE_CLIENTS;
  guint row;

  if (self->has_wanted && ps_peil_book_find (self->book, &self->wanted, &row))
    {
      self->has_wanted = FALSE;
      _ps_peil_entry_focus_cell (self, row, PS_MEASURE_CLIENTS);
    }
  else if (undone && before != NULL && !ps_grid_is_typing (PS_GRID (self->grid)) && find_changed (self, before, &row, &measure))
    _ps_peil_entry_focus_cell (self, row, measure);
}

void
_ps_peil_entry_want (PsPeilEntryPage *self, const PsPeilKeys *keys)
{
  self->wanted = *keys;
  self->has_wanted = TRUE;
}

/* Reading */

typedef struct
{
  PsPeilEntryPage *page;
  guint asked;
} Asking;

/* Who opened the page wants to type. Not at once: the stack gives the focus to the first thing on what it shows. */
static gboolean
focus_first (gpointer user_data)
{
  PsPeilEntryPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *pages = gtk_widget_get_parent (GTK_WIDGET (self));

  self->focusing = 0;
  if (self->grid == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || ps_peil_grid_get_n_shown (self->grid) == 0)
    return G_SOURCE_REMOVE;
  /* On the page that was left, while that fades out, or on the header bar, where GTK puts it then; but not in the sidebar or a dialog. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, pages) || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL)
    ps_peil_grid_focus_cell (self->grid, ps_peil_grid_get_shown (self->grid, 0), PS_MEASURE_CLIENTS);
  return G_SOURCE_REMOVE;
}

static void
take_loaded (PsPeilEntryPage *self, PsPeilLoaded *loaded)
{
  PsPeilSheet *before;

  self->known = loaded->newest;
  if (loaded->sheet == NULL)
    return;
  before = ps_peil_book_take (self->book, g_steal_pointer (&loaded->sheet));
  /* A reason is for what was closed when it was asked. */
  if (!_ps_peil_entry_is_closed (self))
    g_clear_pointer (&self->reason, g_free);
  _ps_peil_entry_show_sheet (self);
  if (before == NULL)
    self->focusing = g_idle_add (focus_first, self);
  show_wanted (self, before, loaded->undone);
  g_clear_pointer (&before, ps_peil_sheet_free);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsPeilEntryPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsPeilLoaded) loaded = ps_peil_load_finish (PS_SESSION (source), result, &error);

  self->reading = FALSE;
  if (self->grid == NULL || asking->asked != self->asked)
    return;
  if (loaded != NULL)
    take_loaded (self, loaded);
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
  if (self->read_again)
    {
      self->read_again = FALSE;
      _ps_peil_entry_load (self, self->force);
    }
}

/* Where something is new in the file, or `force`. What is asked while it is read, is read after it. */
void
_ps_peil_entry_load (PsPeilEntryPage *self, gboolean force)
{
  Asking *asking;

  self->force = force || (self->read_again && self->force);
  if (ps_session_get_settled (self->session) == NULL)
    return;
  if (self->reading)
    {
      self->read_again = TRUE;
      return;
    }
  self->reading = TRUE;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_peil_load_async (self->session, self->peildatum_id, self->force ? 0 : self->known, ps_peil_book_ask (self->book), NULL, NULL,
                      on_loaded_cb, asking);
  self->force = FALSE;
}

/* FALSE: it was deleted, here or by somebody else. */
static gboolean
is_there (PsPeilEntryPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;

  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->id == self->peildatum_id)
      return TRUE;
  return FALSE;
}

static void
on_settled_cb (PsSession *session, PsPeilEntryPage *self)
{
  gboolean there = ps_session_get_settled (session) != NULL && is_there (self);

  ps_page_set_gone (GTK_WIDGET (self), !there);
  if (there)
    _ps_peil_entry_load (self, FALSE);
}

static void
on_status_cb (PsPeilEntryPage *self)
{
  _ps_peil_entry_show_status (self);
  _ps_peil_entry_update_actions (self);
}

/* Making and unmaking */

static gboolean
ps_peil_entry_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->grid))
         || GTK_WIDGET_CLASS (ps_peil_entry_page_parent_class)->focus (widget, direction);
}

static void
ps_peil_entry_page_dispose (GObject *object)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (object);

  if (self->grid != NULL)
    {
      ps_peil_grid_set_match (self->grid, NULL, NULL);
      ps_peil_grid_set_sheet (self->grid, NULL, FALSE);
    }
  self->grid = NULL;
  g_clear_handle_id (&self->rematching, g_source_remove);
  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PEIL_ENTRY_PAGE);
  G_OBJECT_CLASS (ps_peil_entry_page_parent_class)->dispose (object);
}

static void
ps_peil_entry_page_finalize (GObject *object)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (object);

  ps_peil_book_free (self->book);
  g_clear_pointer (&self->provider_words, g_ptr_array_unref);
  g_clear_pointer (&self->product_words, g_ptr_array_unref);
  g_strfreev (self->words);
  g_free (self->reason);
  G_OBJECT_CLASS (ps_peil_entry_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, parts);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, title_button);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, title);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, facts);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, closed);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, filled);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, share);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, bar);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, close_button);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, reopen_button);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, filters);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, search);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, show_all);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, show_empty);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, show_marked);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, saved);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, refusals_place);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, scroller);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, grid_parts);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, nothing);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, marks_place);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, status_icon);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, status);
  gtk_widget_class_bind_template_child (class, PsPeilEntryPage, cell_menu);
}

static void
ps_peil_entry_page_class_init (PsPeilEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_peil_entry_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_peil_entry_page_finalize;
  widget_class->focus = ps_peil_entry_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-peil-entry-page.ui");
  bind_children (widget_class);
  ps_look_load ("/org/peilstok/Peilstok/ui/ps-peildata.css");
  _ps_peil_entry_action_class (widget_class);
}

static void
ps_peil_entry_page_init (PsPeilEntryPage *self)
{
  GtkWidget *scrolled;

  self->book = ps_peil_book_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What scrolls inside of a status page takes the focus, but has no name of its own. */
  scrolled = gtk_widget_get_first_child (GTK_WIDGET (self->nothing));
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Nothing shown"), -1);
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), FALSE);
  self->grid = PS_PEIL_GRID (ps_peil_grid_new (_("Measurements by provider, product and municipality")));
  self->marks = PS_PEIL_MARKS (ps_peil_marks_new ());
  self->refusals = PS_PEIL_REFUSALS (ps_peil_refusals_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->grid));
  adw_bin_set_child (self->marks_place, GTK_WIDGET (self->marks));
  adw_bin_set_child (self->refusals_place, GTK_WIDGET (self->refusals));
  g_object_bind_property (self->marks, "visible", self->marks_place, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->refusals, "visible", self->refusals_place, "visible", G_BINDING_SYNC_CREATE);
  ps_grid_set_menu (PS_GRID (self->grid), self->cell_menu);
  _ps_peil_entry_connect_filters (self);
  _ps_peil_entry_connect_saving (self);
  _ps_peil_entry_connect_marks (self);
  g_signal_connect_object (self->grid, "status-changed", G_CALLBACK (on_status_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ps_peil_entry_page_new:
 * @peildatum_id: of which it shows the measurements; the page goes back by itself when that is not there any more
 */
GtkWidget *
ps_peil_entry_page_new (PsSession *session, gint64 peildatum_id)
{
  PsPeilEntryPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_PEIL_ENTRY_PAGE, NULL);
  self->session = g_object_ref (session);
  self->peildatum_id = peildatum_id;
  _ps_peil_entry_update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  _ps_peil_entry_load (self, TRUE);
  return GTK_WIDGET (self);
}
