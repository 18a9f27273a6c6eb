/* ps-peil-entry-save.c: what is given on the page of a peildatum, saved cell by cell in the order in which it was typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * given ──▶ (closed: a reason is asked once) ──▶ ps_session_write_small_async() ──▶ "Saved at 14:32:08"
 *                                                        └ refused ──▶ both values, until one is chosen
 * The page never waits, and goes on from what it shows.
 */
#define G_LOG_DOMAIN "peilstok-peil-entry-page"

#include "ps-peil-entry-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-peil-reason.h"

/* Writing */

typedef struct
{
  gint64 peildatum_id;
  GArray *cells; /* PsCellChange */
  char *reason;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_array_unref (writing->cells);
  g_free (writing->reason);
  g_free (writing);
}

static gboolean
write_cells (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Writing *writing = data;

  return ps_measurements_save (store, actor, writing->peildatum_id, (const PsCellChange *) (gpointer) writing->cells->data,
                               writing->cells->len, writing->reason, record, error);
}

typedef struct
{
  PsPeilEntryPage *page;
  PsPeilEdit *edit;  /* of its book, which keeps it while it is being written */
  GtkWidget *window; /* weak: the page may be left */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->window);
  g_object_unref (saving->page);
  g_free (saving);
}

/* After the page was left there is nothing to choose in: what was not saved is said where it cannot be missed. */
static void
tell_left (Saving *saving, PsSession *session, const GError *error)
{
  PsPeilBook *book = saving->page->book;
  g_autoptr (GError) whole = NULL;
  const PsCellChange *cell = &g_array_index (saving->edit->cells, PsCellChange, 0);
  PsPeilKeys keys = { cell->provider_id, cell->product_id, cell->municipality_id };
  guint row;

  if (saving->window == NULL || gtk_widget_in_destruction (saving->window))
    return;
  if (ps_peil_book_find (book, &keys, &row))
    {
      g_autofree char *name = ps_peil_book_name_cell (book, row, cell->measure);
      g_autofree char *value = ps_measure_format (cell->measure, cell->after);
      g_autofree char *why = ps_error_text (error, ps_session_get_path (session));

      /* Translators: which cell, the value that was typed, and why it was not saved */
      whole = g_error_new (PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s: %s was typed, but not saved. %s"), name, value, why);
    }
  ps_tell_refused (saving->window, session, whole != NULL ? whole : error);
}

static void
take_refusal (PsPeilEntryPage *self, PsPeilEdit *edit, const GError *error)
{
  gboolean conflict = g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_autofree char *why = ps_error_text (error, ps_session_get_path (self->session));

  ps_peil_book_refused (self->book, edit, conflict, why);
  /* What stands in the way is read, also what another rule saw (closed meanwhile). */
  if (conflict || g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE))
    _ps_peil_entry_load (self, TRUE);
  ps_peil_refusals_show (self->refusals, self->book);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  PsPeilEntryPage *self = saving->page;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean saved = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  self->n_writing--;
  if (saved)
    {
      self->saved_at = g_get_real_time () / G_USEC_PER_SEC;
      ps_peil_book_done (self->book, saving->edit);
      /* Nobody else wrote in between: the sheet has it all. */
      if (record != 0 && record == self->known + 1)
        self->known = record;
    }
  else if (self->grid == NULL)
    tell_left (saving, PS_SESSION (source), error);
  else
    take_refusal (self, saving->edit, error);
  if (self->grid != NULL)
    _ps_peil_entry_show_saved (self);
  saving_free (saving);
}

static void
write_edit (PsPeilEntryPage *self, PsPeilEdit *edit)
{
  Writing *writing = g_new0 (Writing, 1);
  Saving *saving = g_new0 (Saving, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  writing->peildatum_id = self->peildatum_id;
  writing->cells = g_array_copy (edit->cells);
  writing->reason = g_strdup (self->reason);
  saving->page = g_object_ref (self);
  saving->edit = edit;
  if (root != NULL)
    g_set_weak_pointer (&saving->window, GTK_WIDGET (root));
  self->n_writing++;
  ps_session_write_small_async (self->session, write_cells, writing, writing_free, on_saved_cb, saving);
}

/* The reason of corrections */

/* Marks and counts after values changed: once for all that was given before the next frame. */
static gboolean
on_changed_idle_cb (gpointer user_data)
{
  PsPeilEntryPage *self = user_data;

  self->rematching = 0;
  if (self->grid == NULL || _ps_peil_entry_get_sheet (self) == NULL)
    return G_SOURCE_REMOVE;
  _ps_peil_entry_show_counts (self);
  ps_peil_marks_show (self->marks, self->book, _ps_peil_entry_is_editable (self));
  ps_peil_refusals_show (self->refusals, self->book);
  _ps_peil_entry_show_saved (self);
  return G_SOURCE_REMOVE;
}

static void
show_changed (PsPeilEntryPage *self)
{
  _ps_peil_entry_show_saved (self);
  if (self->rematching == 0)
    self->rematching = g_idle_add (on_changed_idle_cb, self);
}

static void
forget_held (PsPeilEntryPage *self)
{
  g_autoptr (GPtrArray) held = ps_peil_book_list (self->book, PS_EDIT_HELD);

  for (guint i = 0; i < held->len; i++)
    {
      PsPeilEdit *edit = g_ptr_array_index (held, i);

      /* Never written: nobody's value stands in its way. */
      ps_peil_book_refused (self->book, edit, FALSE, "");
      ps_peil_book_put_back (self->book, edit, TRUE);
    }
  ps_peil_grid_refresh (self->grid);
}

static guint
count_cells (const GPtrArray *edits)
{
  guint n = 0;

  for (guint i = 0; i < edits->len; i++)
    n += ((const PsPeilEdit *) g_ptr_array_index (edits, i))->cells->len;
  return n;
}

/* (transfer full): which cell, and what is in it again */
static char *
describe_put_back (PsPeilEntryPage *self, const PsCellChange *cell)
{
  const PsPeilKeys keys = { cell->provider_id, cell->product_id, cell->municipality_id };
  g_autofree char *typed = cell->after != PS_NO_NUMBER ? ps_measure_format (cell->measure, cell->after) : g_strdup (_("empty"));
  g_autofree char *before =
      cell->before != PS_NO_NUMBER ? ps_measure_format (cell->measure, cell->before) : g_strdup (_("empty"));
  g_autofree char *name = NULL;
  guint row;

  if (!ps_peil_book_find (self->book, &keys, &row))
    return NULL;
  name = ps_peil_book_name_cell (self->book, row, cell->measure);
  /* Translators: which cell, the value that is in it again, and the one that was typed */
  return g_strdup_printf (_("%s: %s again; %s was not stored."), name, before, typed);
}

/* No reason was given: what was typed is gone from the grid, which must not go unnoticed. */
static void
put_back_held (PsPeilEntryPage *self)
{
  g_autoptr (GPtrArray) held = ps_peil_book_list (self->book, PS_EDIT_HELD);
  guint n = count_cells (held);
  g_autofree char *text = NULL;

  if (n == 1)
    text = describe_put_back (self, &g_array_index (((PsPeilEdit *) g_ptr_array_index (held, 0))->cells, PsCellChange, 0));
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%u value was put back as it was; nothing was stored.",
                                      "%u values were put back as they were; nothing was stored.", n),
                            n);
  forget_held (self);
  if (text != NULL)
    ps_navigator_tell (GTK_WIDGET (self), text);
}

static void
on_reasoned (const char *reason, gpointer user_data)
{
  PsPeilEntryPage *self = user_data;
  g_autoptr (GPtrArray) held = NULL;

  self->asking = FALSE;
  if (self->grid == NULL)
    return;
  if (reason == NULL)
    put_back_held (self);
  else
    {
      g_free (self->reason);
      self->reason = g_strdup (reason);
      held = ps_peil_book_list (self->book, PS_EDIT_HELD);
      for (guint i = 0; i < held->len; i++)
        {
          ps_peil_book_begin (self->book, g_ptr_array_index (held, i));
          write_edit (self, g_ptr_array_index (held, i));
        }
    }
  _ps_peil_entry_show_sheet (self);
}

static void
ask_reason (PsPeilEntryPage *self)
{
  const PsPeilSheet *sheet = _ps_peil_entry_get_sheet (self);
  g_autofree char *body = NULL;

  if (self->asking)
    return;
  self->asking = TRUE;
  /* Translators: a login name */
  body = g_strdup_printf (_("%s closed it. The reason is kept with each value that you change while you are here."),
                          sheet->closed_by);
  ps_peil_reason_ask (GTK_WIDGET (self), _("Correct a Closed Peildatum?"), body, _("C_orrect"), on_reasoned, self);
}

/* Giving */

static gboolean
is_held (PsPeilEntryPage *self)
{
  return _ps_peil_entry_is_closed (self) && self->reason == NULL;
}

static void
take_edit (PsPeilEntryPage *self, PsPeilEdit *edit)
{
  if (edit != NULL && edit->state == PS_EDIT_HELD)
    ask_reason (self);
  else if (edit != NULL)
    write_edit (self, edit);
  show_changed (self);
}

/* The grid first: it adds up what changes. */
void
_ps_peil_entry_give (PsPeilEntryPage *self, const GArray *given)
{
  if (!_ps_peil_entry_is_editable (self) || given->len == 0)
    return;
  for (guint i = 0; i < given->len; i++)
    {
      const PsPeilGiven *one = &g_array_index (given, PsPeilGiven, i);

      ps_peil_grid_put (self->grid, one->row, one->measure, one->value);
    }
  take_edit (self, ps_peil_book_give (self->book, given, is_held (self)));
}

static void
on_cells_given_cb (PsPeilGrid *grid, GArray *given, PsPeilEntryPage *self)
{
  _ps_peil_entry_give (self, given);
}

/* What was refused */

static void
on_keep_cb (PsPeilRefusals *refusals, PsPeilEdit *edit, PsPeilEntryPage *self)
{
  take_edit (self, ps_peil_book_keep (self->book, edit, is_held (self)));
  ps_peil_grid_refresh (self->grid);
}

static void
on_put_back_cb (PsPeilRefusals *refusals, PsPeilEdit *edit, PsPeilEntryPage *self)
{
  take_edit (self, ps_peil_book_put_back (self->book, edit, is_held (self)));
  ps_peil_grid_refresh (self->grid);
}

void
_ps_peil_entry_connect_saving (PsPeilEntryPage *self)
{
  g_signal_connect_object (self->grid, "cells-given", G_CALLBACK (on_cells_given_cb), self, 0);
  g_signal_connect_object (self->refusals, "keep", G_CALLBACK (on_keep_cb), self, 0);
  g_signal_connect_object (self->refusals, "put-back", G_CALLBACK (on_put_back_cb), self, 0);
}

/* Leaving: what is being written will be; what is typed, waits, or was refused is not. */

static guint
count_lost (PsPeilEntryPage *self)
{
  g_autoptr (GPtrArray) refusals = ps_peil_book_refusals (self->book);

  return refusals->len + ps_peil_book_count (self->book, PS_EDIT_HELD);
}

static gboolean
has_unsaved (PsUnsaved *unsaved)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (unsaved);

  return self->grid != NULL && (ps_grid_is_typing (PS_GRID (self->grid)) || count_lost (self) > 0);
}

static char *
describe (PsUnsaved *unsaved)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (unsaved);
  const char *problem = ps_grid_get_problem (PS_GRID (self->grid));
  guint n = count_lost (self);

  if (n > 0)
    return g_strdup_printf (ngettext ("%u change that was typed and not stored", "%u changes that were typed and not stored", n),
                            n);
  if (problem != NULL)
    return g_strdup_printf (_("what is typed in the grid and not understood (%s)"), problem);
  return g_strdup (_("what is typed in the grid"));
}

static gboolean
can_save (PsUnsaved *unsaved)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (unsaved);

  return count_lost (self) == 0 && ps_grid_get_problem (PS_GRID (self->grid)) == NULL;
}

static void
save (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (unsaved);

  done (unsaved, ps_grid_finish (PS_GRID (self->grid)) && count_lost (self) == 0, user_data);
}

static void
discard (PsUnsaved *unsaved)
{
  PsPeilEntryPage *self = PS_PEIL_ENTRY_PAGE (unsaved);
  g_autoptr (GPtrArray) refusals = ps_peil_book_refusals (self->book);

  ps_grid_forget (PS_GRID (self->grid));
  forget_held (self);
  /* Nothing of it is written: of a block that was refused, neither what nobody else changed. */
  for (guint i = 0; i < refusals->len; i++)
    {
      PsPeilEdit *edit = g_ptr_array_index (refusals, i);

      edit->state = PS_EDIT_FAILED;
      ps_peil_book_put_back (self->book, edit, TRUE);
    }
  ps_peil_grid_refresh (self->grid);
  show_changed (self);
}

void
_ps_peil_entry_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = has_unsaved;
  iface->describe = describe;
  iface->can_save = can_save;
  iface->save = save;
  iface->discard = discard;
}
