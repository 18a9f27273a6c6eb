/* ps-indexing-apply.c: a round of indexing is asked about and written
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-apply.h"
#include "store/ps-desk.h"

typedef struct
{
  PsSettledRef *figures; /* the region that the places are of */
  PsIndexing indexing;
  int year;
  PsDate starts_on;
  GArray *expected; /* PsIndexedTariff: those of the preview that take part */
  char *sources;
} Round;

static void
round_free (gpointer data)
{
  Round *round = data;

  ps_settled_ref_free (round->figures);
  g_array_unref (round->expected);
  g_free (round->sources);
  g_free (round);
}

static gboolean
write_round (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Round *round = data;

  return ps_desk_index_tariffs (store, actor, ps_settled_ref_get (round->figures)->region, &round->indexing, round->year,
                                round->starts_on, round->expected, round->sources, record, error);
}

/* Takes over the share in the figures: what it is of was shown, and the preview is made anew after it. */
static Round *
make_round (PsIndexingPage *self)
{
  const PsIndexingPreview *preview = self->preview;
  const PsRegion *region = ps_settled_ref_get (preview->figures)->region;
  Round *round = g_new0 (Round, 1);

  round->indexing = preview->indexing;
  round->year = ps_indexing_rates_year (self->rates);
  round->starts_on = preview->starts_on;
  round->sources = g_strdup (ps_indexing_rates_sources (self->rates));
  round->expected = g_array_new (FALSE, FALSE, sizeof (PsIndexedTariff));
  for (guint i = 0; i < preview->tariffs->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (preview->tariffs, PsIndexedTariff, i);

      if (indexed->outcome == PS_INDEXED
          && !g_hash_table_contains (self->left_out, &ps_region_tariff (region, indexed->tariff)->id))
        g_array_append_val (round->expected, *indexed);
    }
  return round;
}

typedef struct
{
  PsIndexingPage *self;
  char *done;
} Writing;

/* Refused: what was typed is there still, and the preview is of the file as it is now. */
static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (PsIndexingPage) self = writing->self;
  g_autofree char *done = writing->done;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  if (ps_session_write_finish (PS_SESSION (source), result, &record, &error))
    {
      if (self->session != NULL)
        ps_indexing_rates_keep (self->rates);
      g_hash_table_remove_all (self->left_out);
      ps_navigator_tell_undoable (GTK_WIDGET (self), done, record);
    }
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ps_tell_refused (GTK_WIDGET (self), PS_SESSION (source), error);
  if (self->session != NULL)
    _ps_indexing_page_preview (self);
}

static void
on_confirmed_cb (gpointer user_data)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (user_data);
  guint n = self->session != NULL ? _ps_indexing_page_count (self) : 0;
  g_autofree char *share = NULL;
  Writing *writing;
  Round *round;

  if (n == 0)
    return;
  round = make_round (self);
  share = ps_format_percent (self->preview->index_bp);
  writing = g_new (Writing, 1);
  /* Translators: a number of tariffs and a percentage */
  *writing = (Writing){ g_object_ref (self),
                        g_strdup_printf (ngettext ("%u tariff indexed by %s", "%u tariffs indexed by %s", n), n, share) };
  round->figures = g_steal_pointer (&self->preview->figures);
  g_clear_pointer (&self->preview, ps_indexing_preview_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indexing.apply", FALSE);
  ps_session_write_async (self->session, write_round, round, round_free, on_written_cb, writing);
}

/* Says how many, and that it is one change. */
void
_ps_indexing_page_on_apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsIndexingPage *self = PS_INDEXING_PAGE (widget);
  guint n = _ps_indexing_page_count (self);
  g_autofree char *heading = NULL;
  g_autofree char *share = NULL;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;
  g_autofree char *body = NULL;

  if (n == 0)
    return;
  heading = g_strdup_printf (ngettext ("Index %u Tariff?", "Index %u Tariffs?", n), n);
  share = ps_format_percent (self->preview->index_bp);
  last = ps_format_date (self->preview->starts_on - 1);
  first = ps_format_date (self->preview->starts_on);
  /* Translators: two dates and a percentage */
  body =
      g_strdup_printf (_("Each of them ends on %s. Its new tariff starts on %s, with an index of %s. It is one change, and is "
                          "undone as one."),
                       last, first, share);
  ps_confirm (widget, heading, body, _("_Index"), FALSE, G_CALLBACK (on_confirmed_cb), self);
}
