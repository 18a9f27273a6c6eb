/* ps-comparison-page.c: a stored settlement against the region as it is, or a correction against what it replaces: old, new, difference, why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-comparison-page"

#include "ps-comparison-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-comparison-tables.h"
#include "ps-settlement-stand.h"
#include "ps-sources-page.h"

/* What the worker reads. */
typedef struct
{
  gint64 before_id, after_id; /* after 0: the region as it is */
  PsStored *before;
  PsStored *after;     /* NULL: the region as it is */
  PsComparison *again; /* the frozen inputs settled again: NULL between two stored ones */
  PsComparison *compared;
} Compared;

struct _PsComparisonPage
{
  AdwBin parent;

  PsSession *session;
  gint64 before_id, after_id;
  guint asked;
  Compared *data; /* NULL until it is there */
  PsTable *lines;
  PsTable *scopes;
  PsTable *causes;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkSpinner *spinner;
  GtkWidget *outcome;
  GtkImage *sentence_icon;
  GtkLabel *sentence;
  GtkWidget *proof_row;
  GtkImage *proof_icon;
  GtkLabel *proof;
  GtkWidget *content;
  GtkWidget *causes_box;
  GtkBox *causes_bar;
  AdwBin *causes_card;
  GtkBox *lines_bar;
  GtkCheckButton *only_different;
  AdwBin *lines_card;
  GtkWidget *scopes_box;
  GtkBox *scopes_bar;
  AdwBin *scopes_card;
};

G_DEFINE_FINAL_TYPE (PsComparisonPage, ps_comparison_page, ADW_TYPE_BIN)

static void
compared_free (gpointer data)
{
  Compared *compared = data;

  if (compared == NULL)
    return;
  ps_stored_free (compared->before);
  ps_stored_free (compared->after);
  g_clear_pointer (&compared->again, ps_comparison_free);
  g_clear_pointer (&compared->compared, ps_comparison_free);
  g_free (compared);
}

/* On the worker */

static gboolean
read_both (PsStore *store, Compared *job, GError **error)
{
  job->before = ps_settlements_find (store, job->before_id, error);
  if (job->before == NULL)
    return FALSE;
  if (job->after_id == 0)
    return ps_settlements_recompute (store, job->before_id, &job->again, &job->compared, error);
  job->after = ps_settlements_find (store, job->after_id, error);
  if (job->after == NULL)
    return FALSE;
  job->compared = ps_settlements_compare (store, job->before_id, job->after_id, error);
  return job->compared != NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Compared *job = data;
  Compared *read = g_new0 (Compared, 1);

  read->before_id = job->before_id;
  read->after_id = job->after_id;
  if (read_both (store, read, error))
    return read;
  compared_free (read);
  return NULL;
}

/* Showing */

static const PsRegion *
region_of (PsComparisonPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  return settled != NULL ? settled->region : NULL;
}

static void
show_heading (PsComparisonPage *self)
{
  const PsStored *before = self->data->before;
  g_autofree char *title = g_strdup_printf (_("%s, settlement %d compared"), before->provider, before->year);
  g_autofree char *old = ps_stored_name (before);
  g_autofree char *new = self->data->after != NULL ? ps_stored_name (self->data->after) : g_strdup (_("the data as it is"));
  g_autofree char *facts = NULL;

  /* Translators: both are "Final 22-11-2026"; the second may be "the data as it is" */
  facts = g_strdup_printf (_("Then: %s. Now: %s."), old, new);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
}

static void
show_icon (GtkImage *icon, gboolean good)
{
  gtk_image_set_from_icon_name (icon, good ? "object-select-symbolic" : "peilstok-problem-symbolic");
}

/* That the region goes on is no fault. */
static void
show_difference_icon (GtkImage *icon, gboolean same)
{
  gtk_image_set_from_icon_name (icon, same ? "object-select-symbolic" : "dialog-information-symbolic");
}

static void
show_outcome (PsComparisonPage *self)
{
  const Compared *data = self->data;
  g_autofree char *sentence = ps_comparison_sentence (data->compared);
  g_autofree char *other = NULL;
  g_autofree char *proof = NULL;

  gtk_label_set_text (self->sentence, sentence);
  show_difference_icon (self->sentence_icon, data->compared->same_figures);
  gtk_widget_set_visible (self->proof_row, data->again != NULL);
  if (data->again == NULL)
    return;
  show_icon (self->proof_icon, data->again->same_figures);
  if (data->again->same_figures)
    proof = g_strdup (_("Proof: settled again from its own documents, the frozen figures are what their inputs come to."));
  else
    {
      other = ps_comparison_sentence (data->again);
      proof =
          g_strdup_printf (_("The frozen figures are not what this version of the program makes of their inputs: %s"), other);
    }
  gtk_label_set_text (self->proof, proof);
}

static void
show_lines (PsComparisonPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->data == NULL)
    return;
  rows = ps_comparison_lines_rows (self->data->compared, region_of (self), gtk_check_button_get_active (self->only_different));
  ps_table_set_rows (self->lines, rows);
}

static void
show_tables (PsComparisonPage *self)
{
  g_autoptr (GPtrArray) causes = ps_comparison_causes_rows (self->data->compared, region_of (self));
  g_autoptr (GPtrArray) scopes = ps_comparison_scopes_rows (self->data->compared, region_of (self));
  g_autofree char *name = g_strdup_printf (_("comparison %d %s"), self->data->before->year, self->data->before->agb);

  ps_table_set_export_name (self->lines, name);
  ps_table_set_export_name (self->causes, name);
  ps_table_set_export_name (self->scopes, name);
  ps_table_set_rows (self->causes, causes);
  ps_table_set_rows (self->scopes, scopes);
  gtk_widget_set_visible (self->causes_box, causes->len > 0);
  gtk_widget_set_visible (self->scopes_box, scopes->len > 0);
  show_lines (self);
}

static void
show_data (PsComparisonPage *self)
{
  show_heading (self);
  show_outcome (self);
  gtk_check_button_set_active (self->only_different, !self->data->compared->same_figures);
  show_tables (self);
  gtk_widget_set_visible (self->outcome, TRUE);
  gtk_widget_set_visible (self->content, TRUE);
}

/* Asking */

typedef struct
{
  PsComparisonPage *page;
  guint asked;
} Asking;

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsComparisonPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  Compared *data = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    {
      compared_free (data);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (data != NULL)
    {
      compared_free (self->data);
      self->data = data;
      show_data (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      gtk_label_set_text (self->sentence, text);
      show_icon (self->sentence_icon, FALSE);
      gtk_widget_set_visible (self->proof_row, FALSE);
      gtk_widget_set_visible (self->outcome, TRUE);
    }
}

static void
ask (PsComparisonPage *self)
{
  Asking *asking = g_new (Asking, 1);
  Compared *job = g_new0 (Compared, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  job->before_id = self->before_id;
  job->after_id = self->after_id;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  ps_session_run_async (self->session, work, job, compared_free, compared_free, on_compared_cb, asking);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    ask (PS_COMPARISON_PAGE (user_data));
}

/* Opening */

/* What it is made of now; of another year than the one that is looked at, what it was made of then. */
static void
open_place (PsComparisonPage *self, const char *group, const char *municipality)
{
  const PsRegion *region = region_of (self);
  guint provider = region != NULL ? ps_region_find_provider (region, self->data->before->agb) : PS_NONE;
  guint group_place = group != NULL && region != NULL ? ps_region_find_group (region, group) : PS_NONE;
  guint municipality_place =
      municipality != NULL && region != NULL ? ps_region_find_municipality (region, municipality) : PS_NONE;
  gboolean other_year = ps_session_get_year (self->session) != self->data->before->year;
  g_autofree char *title = NULL;

  if (provider == PS_NONE || group_place == PS_NONE || municipality_place == PS_NONE)
    return;
  title = g_strdup_printf ("%s, %s", group, ps_region_municipality (region, municipality_place)->name);
  ps_navigator_push (GTK_WIDGET (self),
                     ps_sources_page_new (self->session, provider, group_place, municipality_place, self->data->before->through,
                                          self->after_id != 0 ? self->after_id
                                          : other_year        ? self->before_id
                                                              : 0),
                     title);
}

static void
on_line_activated_cb (PsTable *table, PsTableRow *row, PsComparisonPage *self)
{
  const PsLineDifference *line;

  if (self->data == NULL || ps_table_row_get_id (row) >= self->data->compared->lines->len)
    return;
  line = g_ptr_array_index (self->data->compared->lines, ps_table_row_get_id (row));
  open_place (self, line->group, line->municipality);
}

static void
on_cause_activated_cb (PsTable *table, PsTableRow *row, PsComparisonPage *self)
{
  const PsCause *cause;

  if (self->data == NULL || ps_table_row_get_id (row) >= self->data->compared->causes->len)
    return;
  cause = g_ptr_array_index (self->data->compared->causes, ps_table_row_get_id (row));
  open_place (self, cause->group, cause->municipality);
}

/* Making and unmaking */

static void
ps_comparison_page_dispose (GObject *object)
{
  PsComparisonPage *self = PS_COMPARISON_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_COMPARISON_PAGE);
  G_OBJECT_CLASS (ps_comparison_page_parent_class)->dispose (object);
}

static void
ps_comparison_page_finalize (GObject *object)
{
  compared_free (PS_COMPARISON_PAGE (object)->data);
  G_OBJECT_CLASS (ps_comparison_page_parent_class)->finalize (object);
}

static void
ps_comparison_page_class_init (PsComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_comparison_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_comparison_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, sentence_icon);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, proof_row);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, proof);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, causes_box);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, causes_bar);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, causes_card);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, lines_bar);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, only_different);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, lines_card);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, scopes_box);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, scopes_bar);
  gtk_widget_class_bind_template_child (widget_class, PsComparisonPage, scopes_card);
}

static void
add_table (PsTable *table, AdwBin *card, GtkBox *bar)
{
  GtkWidget *menu = ps_table_get_menu (table);

  adw_bin_set_child (card, GTK_WIDGET (table));
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
}

static void
ps_comparison_page_init (PsComparisonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = ps_comparison_lines_new ();
  self->scopes = ps_comparison_scopes_new ();
  self->causes = ps_comparison_causes_new ();
  add_table (self->lines, self->lines_card, self->lines_bar);
  add_table (self->scopes, self->scopes_card, self->scopes_bar);
  add_table (self->causes, self->causes_card, self->causes_bar);
  g_signal_connect_object (self->lines, "row-activated", G_CALLBACK (on_line_activated_cb), self, 0);
  g_signal_connect_object (self->causes, "row-activated", G_CALLBACK (on_cause_activated_cb), self, 0);
  g_signal_connect_object (self->only_different, "toggled", G_CALLBACK (show_lines), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_comparison_page_new (PsSession *session, gint64 before, gint64 after)
{
  PsComparisonPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (before > 0, NULL);

  self = g_object_new (PS_TYPE_COMPARISON_PAGE, NULL);
  self->session = g_object_ref (session);
  self->before_id = before;
  self->after_id = after;
  ask (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}
