/* ps-letters-page.c: the register of letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled" ──▶ letters of all years, read beside the window ──▶ rows of the year, what is due, what can be done
 */
#define G_LOG_DOMAIN "peilstok-letters-page"

#include "ps-letters-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-tell-error.h"
#include "ps-letter-look.h"
#include "ps-letter-page.h"
#include "ps-letter-preview.h"

G_DEFINE_FINAL_TYPE (PsLettersPage, ps_letters_page, ADW_TYPE_BIN)

/* Which are shown */

static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  PsLettersPage *self = PS_LETTERS_PAGE (user_data);
  const PsLettersRow *about = ps_table_row_get_data (row);
  guint kind = gtk_drop_down_get_selected (self->kind), peildatum = gtk_drop_down_get_selected (self->peildatum);

  if (kind != 0 && kind != GTK_INVALID_LIST_POSITION && about->kind != (PsLetterKind) kind)
    return FALSE;
  if (peildatum != 0 && peildatum <= self->peildata->len
      && about->peildatum != g_array_index (self->peildata, PsDate, peildatum - 1))
    return FALSE;
  return _ps_letters_row_is (about, (PsWhichLetters) gtk_drop_down_get_selected (self->which), self->today);
}

static void
filter_again (PsLettersPage *self)
{
  if (self->table != NULL)
    ps_table_set_match (self->table, matches, self);
}

/* Showing */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const PsDate *) a - *(const PsDate *) b;
}

static GArray *
collect_peildata (GPtrArray *rows)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (PsDate));

  for (guint i = 0; i < rows->len; i++)
    {
      PsDate day = ((const PsLettersRow *) ps_table_row_get_data (g_ptr_array_index (rows, i)))->peildatum;
      gboolean there = FALSE;

      for (guint j = 0; j < days->len && !there; j++)
        there = g_array_index (days, PsDate, j) == day;
      if (!there)
        g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  return days;
}

static gboolean
equal_days (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (PsDate)) == 0);
}

/* The peildata that there are letters of; what was chosen stays where it is still one. */
static void
show_peildata (PsLettersPage *self, GPtrArray *rows)
{
  g_autoptr (GArray) days = collect_peildata (rows);
  guint place = gtk_drop_down_get_selected (self->peildatum), selected = 0;
  PsDate chosen = place > 0 && place <= self->peildata->len ? g_array_index (self->peildata, PsDate, place - 1) : PS_DATE_OPEN;

  if (equal_days (days, self->peildata))
    return;
  gtk_string_list_splice (self->peildatum_names, 1, self->peildata->len, NULL);
  g_array_set_size (self->peildata, 0);
  for (guint i = 0; i < days->len; i++)
    {
      PsDate day = g_array_index (days, PsDate, i);
      g_autofree char *text = ps_format_date (day);

      g_array_append_val (self->peildata, day);
      gtk_string_list_append (self->peildatum_names, text);
      if (day == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->peildatum, selected);
}

static void
show_empty (PsLettersPage *self, guint n_rows)
{
  if (n_rows == 0)
    ps_table_set_empty (self->table, _("No letters of this year yet"),
                        _("Draft for a Peildatum shows who is outside the bandwidth, and drafts their letters."));
  else
    ps_table_set_empty (self->table, _("No such letter"), _("Change the filter to see the others."));
}

static void
show_letters (PsLettersPage *self)
{
  int year = ps_session_get_year (self->session);
  g_autofree char *title = g_strdup_printf (_("Bandwidth letters %d"), year);
  g_autofree char *export_name = g_strdup_printf (_("letters %d"), year);
  g_autoptr (GPtrArray) rows = NULL;

  self->today = ps_letter_today ();
  rows = ps_letters_table_rows (self->letters, year, self->today);
  gtk_label_set_label (self->heading, title);
  ps_table_set_export_name (self->table, export_name);
  show_empty (self, rows->len);
  show_peildata (self, rows);
  ps_table_set_rows (self->table, rows);
  _ps_letters_page_show_due (self, rows);
  _ps_letters_page_update_actions (self);
}

/* Reading them */

static gpointer
read_letters (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const PsLetterQuery query = { 0, NULL, 0 };

  return ps_letters_list (store, &query, error);
}

typedef struct
{
  PsLettersPage *page;
  guint asked;
} Request;

static void
on_letters_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (PsLettersPage) self = request->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || request->asked != self->asked)
    return;
  if (letters != NULL)
    {
      g_clear_pointer (&self->letters, g_ptr_array_unref);
      self->letters = g_steal_pointer (&letters);
      show_letters (self);
    }
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

static void
ask_for_letters (PsLettersPage *self)
{
  Request *request;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  request = g_new0 (Request, 1);
  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_session_run_async (self->session, read_letters, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_letters_read_cb, request);
}

/* What the user does */

/* The second click of two comes while the page that the first one opened is just being shown. */
static gboolean
is_left (PsLettersPage *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return GTK_IS_STACK (parent) && gtk_stack_get_visible_child (GTK_STACK (parent)) != GTK_WIDGET (self);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsLettersPage *self)
{
  const PsLettersRow *about = ps_table_row_get_data (row);

  if (is_left (self))
    return;
  ps_navigator_push (GTK_WIDGET (self), ps_letter_page_new (self->session, (gint64) ps_table_row_get_id (row)), about->name);
}

static void
on_filter_changed_cb (GtkEditable *filter, PsLettersPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (filter));
}

static void
on_settled_cb (PsSession *session, PsLettersPage *self)
{
  ask_for_letters (self);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_LETTERS_PAGE (widget)->filter));
}

/* Midnight makes letters overdue. */
static void
on_map_cb (PsLettersPage *self)
{
  if (self->letters != NULL && self->today != ps_letter_today ())
    show_letters (self);
}

/* Making and unmaking */

static gboolean
ps_letters_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return ps_page_focus_first (widget, direction, GTK_WIDGET (PS_LETTERS_PAGE (widget)->filter))
         || GTK_WIDGET_CLASS (ps_letters_page_parent_class)->focus (widget, direction);
}

static void
ps_letters_page_dispose (GObject *object)
{
  PsLettersPage *self = PS_LETTERS_PAGE (object);

  if (self->table != NULL)
    ps_table_set_match (self->table, NULL, NULL);
  self->table = NULL;
  g_clear_pointer (&self->letters, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_LETTERS_PAGE);
  G_OBJECT_CLASS (ps_letters_page_parent_class)->dispose (object);
}

static void
ps_letters_page_finalize (GObject *object)
{
  g_array_unref (PS_LETTERS_PAGE (object)->peildata);
  G_OBJECT_CLASS (ps_letters_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsLettersPage, heading);
  gtk_widget_class_bind_template_child (class, PsLettersPage, due);
  gtk_widget_class_bind_template_child (class, PsLettersPage, bar);
  gtk_widget_class_bind_template_child (class, PsLettersPage, card);
  gtk_widget_class_bind_template_child (class, PsLettersPage, filter);
  gtk_widget_class_bind_template_child (class, PsLettersPage, which);
  gtk_widget_class_bind_template_child (class, PsLettersPage, kind);
  gtk_widget_class_bind_template_child (class, PsLettersPage, peildatum);
  gtk_widget_class_bind_template_child (class, PsLettersPage, kinds);
  gtk_widget_class_bind_template_child (class, PsLettersPage, peildatum_names);
  gtk_widget_class_bind_template_child (class, PsLettersPage, row_menu);
}

static void
ps_letters_page_class_init (PsLettersPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_letters_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_letters_page_finalize;
  widget_class->focus = ps_letters_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-letters-page.ui");
  bind_children (widget_class);
  /* It has the style of all of the letters' pages. */
  g_type_class_unref (g_type_class_ref (PS_TYPE_LETTER_PREVIEW));
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  _ps_letters_page_install_actions (widget_class);
}

static void
name_filters (PsLettersPage *self)
{
  for (int kind = PS_LETTER_NOTICE; kind < PS_N_LETTER_KINDS; kind++)
    gtk_string_list_append (self->kinds, ps_letter_kind_label ((PsLetterKind) kind));
  ps_drop_down_set_name (self->which, _("Which letters"));
  ps_drop_down_set_name (self->kind, _("Kind of letter"));
  ps_drop_down_set_name (self->peildatum, _("Peildatum"));
}

static void
ps_letters_page_init (PsLettersPage *self)
{
  GtkWidget *menu;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->peildata = g_array_new (FALSE, FALSE, sizeof (PsDate));
  name_filters (self);
  self->table = ps_letters_table_new ();
  ps_table_set_empty (self->table, _("Reading the letters…"), NULL);
  ps_table_set_row_menu (self->table, self->row_menu);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  menu = ps_table_get_menu (self->table);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_box_append (self->bar, menu);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (_ps_letters_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (filter_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (filter_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->peildatum, "notify::selected", G_CALLBACK (filter_again), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
}

GtkWidget *
ps_letters_page_new (PsSession *session)
{
  PsLettersPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_LETTERS_PAGE, NULL);
  self->session = g_object_ref (session);
  _ps_letters_page_update_actions (self);
  filter_again (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  ask_for_letters (self);
  return GTK_WIDGET (self);
}
