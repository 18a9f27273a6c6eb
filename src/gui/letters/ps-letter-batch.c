/* ps-letter-batch.c: several letters looked at, one after the other, and sent at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-batch"

#include "ps-letter-batch-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-error-text.h"
#include "ps-letter-look.h"

#define WIDTH 900
#define HEIGHT 600
#define FORM_WIDTH 340

G_DEFINE_FINAL_TYPE (PsLetterBatch, ps_letter_batch, ADW_TYPE_WINDOW)

/* Only once it is known what they are: somebody may change one before they are sent. */
static void
update_send (PsLetterBatch *self)
{
  gtk_widget_set_sensitive (self->send, self->letters != NULL && ps_form_is_valid (self->form));
}

/* Which one is shown */

static gint64
shown_id (PsLetterBatch *self)
{
  return g_array_index (self->ids, gint64, self->place);
}

static void
tell_outcome (PsLetterBatch *self, const PsLetter *letter)
{
  g_autofree char *due = ps_format_date (letter->due_on);
  g_autofree char *count = ps_format_count (self->ids->len);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s letter gets its number now. The answer is due by %s. From then on number, figures, text and pages are "
                "frozen.",
                "%s letters get their numbers now, in this order. The answers are due by %s. From then on numbers, "
                "figures, texts and pages are frozen.",
                self->ids->len),
      count, due);

  gtk_label_set_text (self->outcome, text);
}

/* As in the register: whose it is, is known too where it cannot be printed. NULL: not read yet. */
static const PsLetter *
find_letter (PsLetterBatch *self, gint64 id)
{
  for (guint i = 0; self->letters != NULL && i < self->letters->len; i++)
    if (((const PsLetter *) g_ptr_array_index (self->letters, i))->id == id)
      return g_ptr_array_index (self->letters, i);
  return NULL;
}

static void
tell_which (PsLetterBatch *self)
{
  const PsLetter *letter = find_letter (self, shown_id (self));
  g_autofree char *place = ps_format_count (self->place + 1);
  g_autofree char *count = ps_format_count (self->ids->len);
  /* Translators: "3 of 200: De Zilverberk, Forecast above" */
  g_autofree char *text = letter != NULL ? g_strdup_printf (_("%s of %s: %s, %s"), place, count, letter->provider,
                                                            ps_letter_kind_label (letter->kind))
                                         : g_strdup_printf (_("%s of %s"), place, count);

  gtk_label_set_text (self->which, text);
}

typedef struct
{
  PsLetterBatch *dialog;
  guint asked;
} Asking;

static void
show_look (PsLetterBatch *self, const PsLetterLook *look)
{
  if (look->pages == NULL)
    {
      ps_letter_preview_set_problem (self->preview, look->problem);
      return;
    }
  ps_letter_preview_set_pages (self->preview, look->pages, look->text);
  tell_outcome (self, look->paper->letter);
}

static void
on_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsLetterBatch) self = asking->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterLook) look = ps_letter_look_finish (PS_SESSION (source), result, &error);

  if (self->form == NULL || asking->asked != self->asked)
    return;
  if (look != NULL)
    show_look (self, look);
  else
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_letter_preview_set_problem (self->preview, text);
    }
}

static void
look (PsLetterBatch *self)
{
  PsDate day = ps_form_get_date (self->form, "day");
  Asking *asking;

  if (day == PS_DATE_OPEN)
    return;
  self->looked = day;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_letter_look_async (self->session, shown_id (self), day, NULL, NULL, FALSE, on_look_cb, asking);
}

void
_ps_letter_batch_show (PsLetterBatch *self, guint place)
{
  self->place = MIN (place, self->ids->len - 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.previous", self->place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.next", self->place + 1 < self->ids->len);
  tell_which (self);
  look (self);
}

static void on_form_changed_cb (PsLetterBatch *self);

static gpointer
read_letters (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const PsLetterQuery query = { 0, NULL, 0 };

  return ps_letters_list (store, &query, error);
}

static void
on_letters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsLetterBatch) self = user_data;
  g_autoptr (GPtrArray) letters = ps_session_run_finish (PS_SESSION (source), result, NULL);

  if (self->form == NULL)
    return;
  self->letters = g_steal_pointer (&letters);
  tell_which (self);
  on_form_changed_cb (self);
}

static void
on_previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterBatch *self = PS_LETTER_BATCH (widget);

  _ps_letter_batch_show (self, self->place > 0 ? self->place - 1 : 0);
}

static void
on_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterBatch *self = PS_LETTER_BATCH (widget);

  _ps_letter_batch_show (self, self->place + 1);
}

/* Sending */

/* That a day is to come is said once, of all; else the first that cannot be sent on it is named. NULL: they can. */
static char *
find_why_not (PsLetterBatch *self, PsDate day)
{
  PsDate today = ps_letter_today ();

  if (day > today)
    return g_strdup (_("That day is still to come."));
  for (guint i = 0; i < self->ids->len; i++)
    {
      const PsLetter *letter = find_letter (self, g_array_index (self->ids, gint64, i));
      g_autofree char *why = NULL;
      PsLetterFacts facts;

      if (letter == NULL)
        continue;
      ps_letter_facts (letter, &facts);
      if (!ps_letter_allows (&facts, PS_LETTER_EVENT_SENT, day, today, &why))
        return g_strdup_printf ("%s: %s", letter->provider, why);
    }
  return NULL;
}

static void
on_form_changed_cb (PsLetterBatch *self)
{
  PsDate day = ps_form_get_date (self->form, "day");
  g_autofree char *why_not = day != PS_DATE_OPEN ? find_why_not (self, day) : NULL;

  ps_form_set_problem (self->form, "day", why_not);
  update_send (self);
}

static void
on_day_changed_cb (PsLetterBatch *self)
{
  PsDate day = ps_form_get_date (self->form, "day");

  if (ps_form_is_valid (self->form) && day != self->looked)
    look (self);
}

/* The last event of each as it was listed; of one that is gone none. */
static GArray *
list_last_events (PsLetterBatch *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->ids->len; i++)
    {
      const PsLetter *letter = find_letter (self, g_array_index (self->ids, gint64, i));
      gint64 event = letter != NULL ? letter->last_event : 0;

      g_array_append_val (events, event);
    }
  return events;
}

void
_ps_letter_batch_send (PsLetterBatch *self)
{
  g_autoptr (GArray) last_events = NULL;

  if (self->from == NULL || self->letters == NULL || !ps_form_is_valid (self->form))
    return;
  last_events = list_last_events (self);
  _ps_letter_batch_take (self->from, self->session, self->ids, last_events, ps_form_get_date (self->form, "day"),
                         (PsLetterMeans) ps_form_get_number (self->form, "means"));
  gtk_window_close (GTK_WINDOW (self));
}

/* The dialog */

static void
ps_letter_batch_dispose (GObject *object)
{
  PsLetterBatch *self = PS_LETTER_BATCH (object);

  self->asked++;
  self->form = NULL;
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->letters, g_ptr_array_unref);
  G_OBJECT_CLASS (ps_letter_batch_parent_class)->dispose (object);
}

static void
ps_letter_batch_class_init (PsLetterBatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_letter_batch_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Return, GDK_CONTROL_MASK, "default.activate", NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "batch.previous", NULL, on_previous_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "batch.next", NULL, on_next_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Page_Up, GDK_CONTROL_MASK, "batch.previous", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Page_Down, GDK_CONTROL_MASK, "batch.next", NULL);
}

static void
ps_letter_batch_init (PsLetterBatch *self)
{
}

static GtkWidget *
make_header (PsLetterBatch *self)
{
  GtkWidget *header = g_object_new (GTK_TYPE_HEADER_BAR, "show-title-buttons", FALSE, NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->send = gtk_button_new_with_mnemonic (_("_Send"));
  gtk_widget_add_css_class (self->send, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (_ps_letter_batch_send), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->send);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->send);
  return header;
}

static GtkWidget *
make_form (PsLetterBatch *self)
{
  const PsFormField fields[] = {
    { "day", _("Sent on"), PS_FORM_DATE, TRUE, _("The day that the term for the answer begins with; it does not count itself."),
      NULL },
    { "means", _("Sent"), PS_FORM_CHOICE, TRUE, NULL, NULL },
  };

  self->form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  for (int means = PS_LETTER_BY_POST; means < PS_N_LETTER_MEANS; means++)
    ps_form_add_choice (self->form, "means", means, ps_letter_means_label ((PsLetterMeans) means));
  ps_form_set_number (self->form, "means", PS_LETTER_BY_POST);
  ps_form_set_date (self->form, "day", ps_letter_today ());
  self->outcome = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "width-chars", 30, "max-width-chars", 40, NULL);
  ps_form_append (self->form, GTK_WIDGET (self->outcome));
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed_cb), self);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_day_changed_cb), self);
  gtk_widget_set_size_request (GTK_WIDGET (self->form), FORM_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->form), GTK_ALIGN_START);
  return GTK_WIDGET (self->form);
}

static GtkWidget *
make_turner (const char *icon, const char *name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_pages (PsLetterBatch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->previous =
      make_turner ("go-previous-symbolic", _("Previous letter"), _("Previous letter (Ctrl+Page Up)"), "batch.previous");
  self->next = make_turner ("go-next-symbolic", _("Next letter"), _("Next letter (Ctrl+Page Down)"), "batch.next");
  self->which = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  self->preview = PS_LETTER_PREVIEW (ps_letter_preview_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->which), "heading");
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->which));
  gtk_box_append (GTK_BOX (bar), self->previous);
  gtk_box_append (GTK_BOX (bar), self->next);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
build (PsLetterBatch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (body), make_form (self));
  gtk_box_append (GTK_BOX (body), make_pages (self));
  gtk_widget_add_css_class (body, "page");
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
}

void
ps_letter_batch_send_present (GtkWidget *parent, PsSession *session, const GArray *ids)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  PsLetterBatch *self;

  g_return_if_fail (PS_IS_SESSION (session) && ids->len > 0);

  self = g_object_new (PS_TYPE_LETTER_BATCH, "modal", TRUE, "title", _("Send Letters"), "default-width", WIDTH, "default-height",
                       HEIGHT, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_set_weak_pointer (&self->from, parent);
  self->session = g_object_ref (session);
  self->ids = g_array_copy ((GArray *) ids);
  build (self);
  on_form_changed_cb (self);
  _ps_letter_batch_show (self, 0);
  ps_session_run_async (session, read_letters, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_letters_cb,
                        g_object_ref (self));
  gtk_widget_grab_focus (ps_form_get_widget (self->form, "day"));
  gtk_window_present (GTK_WINDOW (self));
}
