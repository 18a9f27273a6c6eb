/* ps-letter-drafts.c: drafting letters for several providers at once: at which peildatum, for whom, with which texts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-drafts"

#include "ps-letter-drafts-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-letter-look.h"

#define WIDTH 880
#define HEIGHT 560

G_DEFINE_FINAL_TYPE (PsLetterDrafts, ps_letter_drafts, ADW_TYPE_WINDOW)

/* What would be drafted */

static void
count_selected (PsLetterDrafts *self, guint n[PS_N_LETTER_KINDS], guint *n_told)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);

  *n_told = 0;
  for (guint i = 0; i < selected->len; i++)
    {
      const PsDraftRow *row = ps_table_row_get_data (g_ptr_array_index (selected, i));

      n[row->kind]++;
      *n_told += row->told_before;
    }
}

static char *
summarise (const guint n[PS_N_LETTER_KINDS], guint n_all, guint n_told)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u letter will be drafted", "%u letters will be drafted", n_all), n_all);
  for (guint kind = 1; kind < PS_N_LETTER_KINDS; kind++)
    if (n[kind] > 0)
      g_string_append_printf (text, " · %s: %u", ps_letter_kind_label ((PsLetterKind) kind), n[kind]);
  if (n_told > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u was told the same before", "%u were told the same before", n_told), n_told);
    }
  return g_string_free (text, FALSE);
}

static void
update (PsLetterDrafts *self)
{
  guint n[PS_N_LETTER_KINDS] = { 0 }, n_all = 0, n_told;
  gboolean ready = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
  g_autofree char *text = NULL;

  count_selected (self, n, &n_told);
  for (guint kind = 0; kind < PS_N_LETTER_KINDS; kind++)
    {
      n_all += n[kind];
      if (self->chosen[kind] != NULL)
        gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->chosen[kind])), n[kind] > 0);
    }
  text = summarise (n, n_all, n_told);
  gtk_label_set_text (self->summary, ready ? text : "");
  gtk_widget_set_sensitive (self->draft, ready && n_all > 0);
}

/* Who asks for one is chosen, but for whom was told the same before. */
static void
choose_rows (PsLetterDrafts *self, GPtrArray *rows)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < rows->len; i++)
    {
      const PsDraftRow *row = ps_table_row_get_data (g_ptr_array_index (rows, i));
      guint64 id = ps_table_row_get_id (g_ptr_array_index (rows, i));

      if (!row->told_before)
        g_array_append_val (ids, id);
    }
  ps_table_select_ids (self->table, ids);
}

/* Working it out */

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsLetterDrafts *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
}

static void
stop (PsLetterDrafts *self)
{
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->relay, ps_progress_relay_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

typedef struct
{
  PsLetterDrafts *dialog;
  GCancellable *asked; /* compared only */
} Asking;

static void
on_computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsLetterDrafts) self = asking->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthShown) shown = ps_bandwidth_data_finish (PS_SESSION (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (self->cancellable == NULL || asking->asked != self->cancellable)
    return;
  stop (self);
  if (shown == NULL)
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      gtk_label_set_text (self->failure, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      update (self);
      return;
    }
  rows = ps_letter_drafts_table_rows (shown, (const char *const *) self->agbs);
  ps_letter_drafts_table_set (self->table, rows);
  choose_rows (self, rows);
  gtk_stack_set_visible_child_name (self->stack, "table");
  update (self);
  ps_table_focus_rows (self->table);
}

static void
compute (PsLetterDrafts *self)
{
  Asking *asking = g_new (Asking, 1);
  PsBandwidthAsk ask = { .year = ps_session_get_year (self->session), .peildatum_id = self->peildatum_id, .no_before = TRUE };

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->relay = ps_progress_relay_new (show_progress, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_stack_set_visible_child_name (self->stack, "working");
  update (self);
  *asking = (Asking){ g_object_ref (self), self->cancellable };
  ask.cancellable = self->cancellable;
  ask.relay = self->relay;
  ps_bandwidth_data_async (self->session, &ask, on_computed_cb, asking);
}

static void
on_date_cb (PsLetterDrafts *self)
{
  guint chosen = gtk_drop_down_get_selected (self->date);

  if (chosen >= self->dates->len || g_array_index (self->dates, gint64, chosen) == self->peildatum_id)
    return;
  self->peildatum_id = g_array_index (self->dates, gint64, chosen);
  compute (self);
}

/* The texts: a choice where a kind has more than one */

static guint
count_templates (const GPtrArray *templates, guint kind)
{
  guint n = 0;

  for (guint i = 0; i < templates->len; i++)
    n += ((const PsLetterTemplate *) g_ptr_array_index (templates, i))->kind == kind;
  return n;
}

static void
add_choice (PsLetterDrafts *self, guint kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);
  /* Translators: which text is taken for letters of a kind ("Ceiling reached") */
  g_autofree char *title = g_strdup_printf (_("Text for “%s”"), ps_letter_kind_label ((PsLetterKind) kind));

  for (guint i = 0; i < self->templates->len; i++)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (self->templates, i);

      if (template_->kind == kind)
        gtk_string_list_append (names, template_->name);
    }
  self->chosen[kind] = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  ps_drop_down_set_name (self->chosen[kind], title);
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chosen[kind]));
  gtk_box_append (self->kinds, box);
}

static gint64
get_template (PsLetterDrafts *self, guint kind)
{
  guint chosen = self->chosen[kind] != NULL ? gtk_drop_down_get_selected (self->chosen[kind]) : 0;

  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (self->templates, i);

      if (template_->kind == kind && chosen-- == 0)
        return template_->id;
    }
  return 0;
}

static gpointer
read_templates (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_letters_templates (store, error);
}

static void
on_templates_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsLetterDrafts) self = user_data;

  self->templates = ps_session_run_finish (PS_SESSION (source), result, NULL);
  for (guint kind = 1; self->templates != NULL && self->table != NULL && kind < PS_N_LETTER_KINDS; kind++)
    if (count_templates (self->templates, kind) > 1)
      add_choice (self, kind);
  if (self->table != NULL)
    update (self);
}

/* Drafting */

void
_ps_letter_drafts_draft (PsLetterDrafts *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) agbs = NULL;
  gint64 template_ids[PS_N_LETTER_KINDS];

  if (selected->len == 0 || self->from == NULL)
    return;
  for (guint i = 0; i < selected->len; i++)
    g_strv_builder_add (builder, ((const PsDraftRow *) ps_table_row_get_data (g_ptr_array_index (selected, i)))->agb);
  for (guint kind = 0; kind < PS_N_LETTER_KINDS; kind++)
    template_ids[kind] = get_template (self, kind);
  agbs = g_strv_builder_end (builder);
  _ps_letter_drafts_write (self->from, self->session, self->peildatum_id, agbs, template_ids);
  gtk_window_close (GTK_WINDOW (self));
}

/* The dialog */

static void
ps_letter_drafts_dispose (GObject *object)
{
  PsLetterDrafts *self = PS_LETTER_DRAFTS (object);

  stop (self);
  self->table = NULL;
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->session);
  g_clear_pointer (&self->agbs, g_strfreev);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  G_OBJECT_CLASS (ps_letter_drafts_parent_class)->dispose (object);
}

static void
ps_letter_drafts_class_init (PsLetterDraftsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_letter_drafts_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Return, GDK_CONTROL_MASK, "default.activate", NULL);
}

static GtkWidget *
make_header (PsLetterDrafts *self)
{
  GtkWidget *header = g_object_new (GTK_TYPE_HEADER_BAR, "show-title-buttons", FALSE, NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->draft = gtk_button_new_with_mnemonic (_("_Draft"));
  gtk_widget_add_css_class (self->draft, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->draft, "clicked", G_CALLBACK (_ps_letter_drafts_draft), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->draft);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->draft);
  return header;
}

/* Nobody drafts for a day that has not come. */
static void
list_dates (PsLetterDrafts *self, GtkStringList *names)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  int year = ps_session_get_year (self->session);
  PsDate today = ps_letter_today ();

  for (guint i = region->peildata->len; i > 0; i--)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i - 1);
      g_autofree char *text = ps_bandwidth_peildatum_text (peildatum);

      if ((ps_date_year (peildatum->date) != year || peildatum->date > today) && peildatum->id != self->peildatum_id)
        continue;
      gtk_string_list_append (names, text);
      g_array_append_val (self->dates, peildatum->id);
    }
}

static GtkWidget *
make_date_row (PsLetterDrafts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);
  guint place = 0;

  list_dates (self, names);
  while (place + 1 < self->dates->len && g_array_index (self->dates, gint64, place) != self->peildatum_id)
    place++;
  self->date = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_drop_down_set_selected (self->date, place);
  ps_drop_down_set_name (self->date, _("Peildatum"));
  g_signal_connect_swapped (self->date, "notify::selected", G_CALLBACK (on_date_cb), self);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("At the peildatum")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  return box;
}

static GtkWidget *
make_working (PsLetterDrafts *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "valign", GTK_ALIGN_CENTER,
                                 "halign", GTK_ALIGN_CENTER, NULL);

  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (self->bar, 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Working out the forecasts…")));
  gtk_box_append (GTK_BOX (box), self->bar);
  return box;
}

static GtkWidget *
make_stack (PsLetterDrafts *self)
{
  GtkWidget *card = adw_bin_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->table = ps_letter_drafts_table_new ();
  self->failure = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "selectable", TRUE, NULL);
  g_signal_connect_swapped (self->table, "selection-changed", G_CALLBACK (update), self);
  gtk_stack_add_named (self->stack, make_working (self), "working");
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (card, "figures");
  gtk_stack_add_named (self->stack, card, "table");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failure), "failed");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                    _("Those who are selected get a letter: a click with Ctrl leaves one out or adds one, Ctrl+A selects "
                       "all."),
                    NULL);

  gtk_widget_add_css_class (hint, "secondary");
  return hint;
}

static GtkWidget *
make_body (PsLetterDrafts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->kinds = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), make_date_row (self));
  gtk_box_append (GTK_BOX (box), make_hint ());
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  return box;
}

static void
ps_letter_drafts_init (PsLetterDrafts *self)
{
  self->dates = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
build (PsLetterDrafts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = make_body (self);

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* The latest one of which the data is there, else that has been; 0: none has. */
static gint64
find_latest (PsSession *session)
{
  const PsRegion *region = ps_session_get_settled (session)->region;
  PsDate today = ps_letter_today ();
  gint64 id = ps_bandwidth_default_peildatum (session);

  for (guint i = region->peildata->len; id == 0 && i > 0; i--)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i - 1);

      if (ps_date_year (peildatum->date) == ps_session_get_year (session) && peildatum->date <= today)
        id = peildatum->id;
    }
  return id;
}

void
ps_letter_drafts_present (GtkWidget *parent, PsSession *session, gint64 peildatum_id, const char *const *agbs)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  PsLetterDrafts *self;

  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_get_settled (session) == NULL)
    return;
  if (peildatum_id == 0 && (peildatum_id = find_latest (session)) == 0)
    {
      ps_navigator_tell (
          parent, _("A letter belongs to a peildatum, and none of this year has been yet: they are on the page Peildata."));
      return;
    }
  self = g_object_new (PS_TYPE_LETTER_DRAFTS, "modal", TRUE, "title", _("Draft Letters"), "default-width", WIDTH,
                       "default-height", HEIGHT, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_set_weak_pointer (&self->from, parent);
  self->session = g_object_ref (session);
  self->agbs = g_strdupv ((char **) agbs);
  self->peildatum_id = peildatum_id;
  build (self);
  ps_session_run_async (session, read_templates, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_templates_cb,
                        g_object_ref (self));
  compute (self);
  gtk_window_present (GTK_WINDOW (self));
}
