/* ps-peildatum-list.c: a drop-down with today and the year's peildata, the latest first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peildatum-list"

#include "ps-peildatum-list.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "ps-bandwidth-data.h"

struct _PsPeildatumList
{
  GtkDropDown *drop_down; /* borrowed */
  GArray *ids;            /* gint64, as they are listed */
  gboolean filling;       /* not the user's choice */
  PsPeildatumChosen chosen;
  gpointer user_data;
};

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsPeildatumList *list)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!list->filling && selected < list->ids->len)
    list->chosen (g_array_index (list->ids, gint64, selected), list->user_data);
}

PsPeildatumList *
ps_peildatum_list_new (GtkDropDown *drop_down, PsPeildatumChosen chosen, gpointer user_data)
{
  PsPeildatumList *list = g_new0 (PsPeildatumList, 1);

  list->drop_down = drop_down;
  list->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->chosen = chosen;
  list->user_data = user_data;
  ps_drop_down_set_name (drop_down, _("Peildatum"));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), list);
  return list;
}

void
ps_peildatum_list_free (PsPeildatumList *list)
{
  g_signal_handlers_disconnect_by_data (list->drop_down, list);
  g_array_unref (list->ids);
  g_free (list);
}

static void
add (PsPeildatumList *list, GtkStringList *texts, gint64 id, const char *text)
{
  g_array_append_val (list->ids, id);
  gtk_string_list_append (texts, text);
}

void
ps_peildatum_list_fill (PsPeildatumList *list, const PsRegion *region, int year)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

  g_array_set_size (list->ids, 0);
  add (list, texts, 0, _("Today"));
  for (guint i = region->peildata->len; i > 0; i--)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i - 1);
      g_autofree char *text = ps_bandwidth_peildatum_text (peildatum);

      if (ps_date_year (peildatum->date) == year)
        add (list, texts, peildatum->id, text);
    }
  list->filling = TRUE;
  gtk_drop_down_set_model (list->drop_down, G_LIST_MODEL (texts));
  list->filling = FALSE;
}

static guint
find (PsPeildatumList *list, gint64 id)
{
  for (guint i = 0; i < list->ids->len; i++)
    if (g_array_index (list->ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

gboolean
ps_peildatum_list_has (PsPeildatumList *list, gint64 peildatum_id)
{
  return find (list, peildatum_id) != GTK_INVALID_LIST_POSITION;
}

void
ps_peildatum_list_show (PsPeildatumList *list, gint64 peildatum_id)
{
  list->filling = TRUE;
  gtk_drop_down_set_selected (list->drop_down, find (list, peildatum_id));
  list->filling = FALSE;
}
