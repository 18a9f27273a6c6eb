/* ps-source-facts.c: the source that is chosen: how it came to its figures, and what was decided of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-source-facts"

#include "ps-source-facts.h"

#include <glib/gi18n-lib.h>

#include "core/ps-dispute-words.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-settlement-stand.h"
#include "store/ps-decisions.h"

#define MOST_HEIGHT 132

struct _PsSourceFacts
{
  GtkWidget parent;

  PsSession *session;
  guint asked; /* only the last answer counts */

  GtkWidget *scrolled;
  GtkWidget *box; /* in it */
  GtkLabel *title;
  GtkLabel *explanation;
  GtkLabel *decisions;
};

G_DEFINE_FINAL_TYPE (PsSourceFacts, ps_source_facts, GTK_TYPE_WIDGET)

/* What was decided, on a worker */

static gpointer
read_decisions (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_decisions_of (store, *(const gint64 *) data, error);
}

typedef struct
{
  PsSourceFacts *facts;
  guint asked;
} Asking;

static char *
describe (GPtrArray *decisions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const PsDecided *decided = g_ptr_array_index (decisions, i);
      g_autofree char *moment = ps_stored_moment (decided->by, decided->at);

      /* Translators: when and by whom, what was decided, why */
      g_string_append_printf (text, _("%s: %s. Reason: %s"), moment, ps_decision_label (decided->decision), decided->reason);
      if (i + 1 < decisions->len)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
on_decisions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSourceFacts) self = asking->facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = ps_session_run_finish (PS_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (self->session == NULL || asking->asked != self->asked)
    return;
  if (decisions != NULL)
    text = describe (decisions);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
  gtk_label_set_text (self->decisions, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), text != NULL && *text != '\0');
}

static void
ask (PsSourceFacts *self, gint64 line_id)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), self->asked };
  ps_session_run_async (self->session, read_decisions, g_memdup2 (&line_id, sizeof line_id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, on_decisions_read_cb, asking);
}

/* Making and unmaking */

static void
ps_source_facts_dispose (GObject *object)
{
  PsSourceFacts *self = PS_SOURCE_FACTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_source_facts_parent_class)->dispose (object);
}

/* As high as its words at this width: a scrolled window only knows how high they are on one line. */
static void
ps_source_facts_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  PsSourceFacts *self = PS_SOURCE_FACTS (widget);
  int height;

  gtk_widget_measure (self->scrolled, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (self->box, orientation, for_size, NULL, &height, NULL, NULL);
  *minimum = *natural = MAX (*minimum, MIN (height, MOST_HEIGHT));
}

static GtkSizeRequestMode
ps_source_facts_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_source_facts_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (PS_SOURCE_FACTS (widget)->scrolled, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
ps_source_facts_class_init (PsSourceFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_source_facts_dispose;
  widget_class->measure = ps_source_facts_measure;
  widget_class->get_request_mode = ps_source_facts_get_request_mode;
  widget_class->size_allocate = ps_source_facts_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ps_source_facts_init (PsSourceFacts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = box;
  self->title = add_label (box, "heading");
  self->explanation = add_label (box, NULL);
  self->decisions = add_label (box, "secondary");
  gtk_widget_add_css_class (box, "source-facts");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The selected source"), -1);
}

GtkWidget *
ps_source_facts_new (PsSession *session)
{
  PsSourceFacts *self = g_object_new (PS_TYPE_SOURCE_FACTS, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ps_source_facts_show (PsSourceFacts *self, const PsSourceDetail *source, gboolean decisions)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PS_IS_SOURCE_FACTS (self));

  self->asked++;
  gtk_widget_set_visible (GTK_WIDGET (self), source != NULL);
  if (source == NULL)
    return;
  title = source->reference != NULL
              /* Translators: a kind of source, such as declaration line, and its reference */
              ? g_strdup_printf (_("%s %s"), ps_source_kind_label (source->source.kind), source->reference)
              : g_strdup (ps_source_kind_label (source->source.kind));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->explanation, source->explanation != NULL ? source->explanation : _("Its row says it all."));
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), FALSE);
  if (decisions && source->source.kind == PS_SOURCE_LINE && source->source.id != 0)
    ask (self, source->source.id);
}
