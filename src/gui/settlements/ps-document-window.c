/* ps-document-window.c: a document of a stored settlement, to read as the plain text that it is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-document-window"

#include "ps-document-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"

#define WIDTH 820
#define HEIGHT 560
#define MOST_LINES 5000 /* that a text view shows at once; all of it is in the dossier */

typedef struct
{
  GtkWidget *from; /* weak */
  gint64 id;
  PsDocumentKind kind;
} Opening;

typedef struct
{
  gint64 id;
  PsDocumentKind kind;
} Job;

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  return ps_settlements_document (store, job->id, job->kind, error);
}

static const char *
title_of (PsDocumentKind kind)
{
  switch (kind)
    {
    case PS_DOCUMENT_INPUTS:
      return _("Inputs");
    case PS_DOCUMENT_PRODUCTION:
      return _("Production");
    case PS_DOCUMENT_RESULTS:
    case PS_N_DOCUMENTS:
    default:
      return _("Results");
    }
}

/* Cuts the text after the most lines that are shown. Returns whether it did. */
static gboolean
cut (char *text)
{
  char *end = text;

  for (guint i = 0; i < MOST_LINES && end != NULL; i++)
    {
      end = strchr (end, '\n');
      end = end != NULL ? end + 1 : NULL;
    }
  if (end == NULL || *end == '\0')
    return FALSE;
  *end = '\0';
  return TRUE;
}

static GtkWidget *
make_view (const char *text, const char *title)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (view, "editable", FALSE, "monospace", TRUE, "left-margin", 12, "right-margin", 12, "top-margin", 9, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  /* The text takes the focus, and scrolls with its keys. */
  gtk_widget_set_focusable (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
make_content (char *text, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean shortened = cut (text);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (shortened)
    {
      g_autofree char *count = ps_format_count (MOST_LINES);
      g_autofree char *note = g_strdup_printf (_("The first %s lines. The dossier has all of it."), count);
      GtkWidget *label = gtk_label_new (note);

      gtk_widget_add_css_class (label, "notice");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), make_view (text, title));
  return box;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static void
show_text (GtkWidget *from, char *text, PsDocumentKind kind)
{
  GtkWidget *window = adw_window_new ();
  GtkRoot *root = gtk_widget_get_root (from);

  gtk_window_set_title (GTK_WINDOW (window), title_of (kind));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  adw_window_set_content (ADW_WINDOW (window), make_content (text, title_of (kind)));
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (opening->from != NULL && gtk_widget_get_root (opening->from) != NULL)
    {
      if (text != NULL)
        show_text (opening->from, text, opening->kind);
      else
        ps_tell_refused (opening->from, PS_SESSION (source), error);
    }
  g_clear_weak_pointer (&opening->from);
  g_free (opening);
}

void
ps_document_window_present (GtkWidget *from, PsSession *session, gint64 id, PsDocumentKind kind)
{
  Opening *opening = g_new0 (Opening, 1);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PS_IS_SESSION (session));
  g_return_if_fail (kind >= PS_DOCUMENT_INPUTS && kind < PS_N_DOCUMENTS);

  g_set_weak_pointer (&opening->from, from);
  opening->id = job->id = id;
  opening->kind = job->kind = kind;
  ps_session_run_async (session, work, job, g_free, g_free, on_read_cb, opening);
}
