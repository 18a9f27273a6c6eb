/* test-letter-templates.c: the texts that letters are drafted with: typed beside their pages, saved, made, renamed, deleted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include <sqlite3.h>
#include <string.h>

#include "gui/letters/ps-templates-page-private.h"
#include "letters-test.h"

typedef struct
{
  DeskFixture desk;
  gint64 peildatum;
  PsTemplatesPage *page;
} TextsFixture;

static PsSession *
session_of (TextsFixture *fixture)
{
  return ps_window_get_session (fixture->desk.window);
}

static gboolean
is_read (gpointer user_data)
{
  const TextsFixture *fixture = user_data;

  return fixture->page->shown != NULL && !fixture->page->looking;
}

/* From the register, as its menu does. */
static void
open_page (TextsFixture *fixture)
{
  desk_show (&fixture->desk, "letters");
  desk_do (&fixture->desk, "letters.templates");
  desk_wait_page (&fixture->desk, PS_TYPE_TEMPLATES_PAGE);
  fixture->page = PS_TEMPLATES_PAGE (desk_page (&fixture->desk));
  gui_wait_until (is_read, fixture);
  gui_settle_down ();
}

static void
set_up (TextsFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  fixture->peildatum = letters_add_peildatum (fixture->desk.path, ps_date_from_ymd (2024, 7, 19), ps_date_from_ymd (2024, 6, 30));
  ps_session_reload (session_of (fixture));
  desk_wait_written (&fixture->desk);
  open_page (fixture);
}

static void
set_up_bare (TextsFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  open_page (fixture);
}

static void
tear_down (TextsFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, data);
}

/* What is kept, of a kind by that name; NULL: none. */
static PsLetterTemplate *
stored (TextsFixture *fixture, PsLetterKind kind, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->desk.path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) templates = ps_letters_templates (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < templates->len; i++)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (templates, i);

      if (template_->id != 0 && template_->kind == kind && g_str_equal (template_->name, name))
        return g_ptr_array_steal_index (templates, i);
    }
  return NULL;
}

/* Somebody else, in another program. `body` NULL: deletes it. */
static void
save_elsewhere (TextsFixture *fixture, const PsLetterTemplate *before, const char *name, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->desk.path, PS_STORE_WRITE, &error);
  PsLetterTemplate after = { 0, PS_LETTER_OVER, (char *) name, (char *) "About {jaar}", (char *) body };

  g_assert_no_error (error);
  g_assert_true (ps_letters_save_template (store, LETTERS_CLERK, before, body != NULL ? &after : NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What is seen */

static const char *
chosen_text (TextsFixture *fixture)
{
  return gtk_string_list_get_string (fixture->page->names, gtk_drop_down_get_selected (fixture->page->choice));
}

typedef struct
{
  TextsFixture *fixture;
  const char *text;
} Seen;

static gboolean
shows_choice (gpointer user_data)
{
  const Seen *seen = user_data;

  return g_strcmp0 (chosen_text (seen->fixture), seen->text) == 0 && !seen->fixture->page->writing
         && !_ps_templates_page_is_changed (seen->fixture->page);
}

static void
wait_choice (TextsFixture *fixture, const char *text)
{
  Seen seen = { fixture, text };

  g_test_message ("waiting for the template: %s", text);
  gui_wait_until (shows_choice, &seen);
}

static gboolean
preview_says (gpointer user_data)
{
  const Seen *seen = user_data;
  PsLetterPreview *preview = seen->fixture->page->preview;

  return strstr (ps_letter_preview_get_text (preview), seen->text) != NULL
         || strstr (ps_letter_preview_get_problem (preview), seen->text) != NULL;
}

static void
wait_preview (TextsFixture *fixture, const char *text)
{
  Seen seen = { fixture, text };

  g_test_message ("waiting for pages with: %s", text);
  gui_wait_until (preview_says, &seen);
}

static void
assert_typed (TextsFixture *fixture, const char *subject)
{
  g_autofree char *typed = ps_letter_editor_get_subject (fixture->page->editor);

  g_assert_cmpstr (typed, ==, subject);
}

static void
type (TextsFixture *fixture, const char *subject, const char *body)
{
  ps_letter_editor_type (fixture->page->editor, subject, body);
  gui_settle_down ();
}

static void
save (TextsFixture *fixture, const char *then)
{
  desk_do (&fixture->desk, "templates.save");
  wait_choice (fixture, then);
}

/* Tests */

static void
test_standard (TextsFixture *fixture, gconstpointer data)
{
  assert_typed (fixture, ps_letter_standard_subject (PS_LETTER_OVER));
  g_assert_cmpstr (chosen_text (fixture), ==, "Forecast above · Standard text");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->names)), ==, 4);
  desk_wait_text (&fixture->desk, "The standard text of the program");
  wait_preview (fixture, "Zorggroep De Wissel\nVenlo");
  g_assert_null (strstr (ps_letter_preview_get_text (fixture->page->preview), "{plafond}"));
  g_assert_false (desk_is_on (&fixture->desk, "templates.save"));
  g_assert_false (desk_is_on (&fixture->desk, "templates.revert"));
  g_assert_true (desk_is_on (&fixture->desk, "templates.new"));
  g_assert_false (desk_is_on (&fixture->desk, "templates.rename"));
  g_assert_false (desk_is_on (&fixture->desk, "templates.delete"));
  gui_assert_names (desk_page (&fixture->desk));
}

/* Of each kind that there is; of each provider with an agreement. */
static void
test_choose (TextsFixture *fixture, gconstpointer data)
{
  _ps_templates_page_choose (fixture->page, PS_LETTER_REACHED, "Standard text");
  wait_choice (fixture, "Ceiling reached · Standard text");
  assert_typed (fixture, ps_letter_standard_subject (PS_LETTER_REACHED));
  wait_preview (fixture, "Zorggroep De Wissel\nVenlo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->providers)), ==, 2);
  gtk_drop_down_set_selected (fixture->page->provider, 1);
  wait_preview (fixture, "Praktijk Het Anker\nVenray");
}

static GtkTextBuffer *
buffer_of (TextsFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gui_find_type (desk_page (&fixture->desk), GTK_TYPE_TEXT_VIEW)));
}

/* The standard text, changed, is the region's own from then on. */
static void
test_adapt (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) own = NULL;

  type (fixture, "Our text of {jaar}", NULL);
  wait_preview (fixture, "Our text of 2024");
  g_assert_true (desk_is_on (&fixture->desk, "templates.save"));
  save (fixture, "Forecast above · Own text");
  desk_wait_text (&fixture->desk, "A text of this region.");
  own = stored (fixture, PS_LETTER_OVER, "Own text");
  g_assert_nonnull (own);
  g_assert_cmpstr (own->subject, ==, "Our text of {jaar}");
  g_assert_cmpstr (own->body, ==, ps_letter_standard_body (PS_LETTER_OVER));
  g_assert_true (desk_is_on (&fixture->desk, "templates.delete"));
  /* And again, in its place; what is typed can be taken back word by word after it is saved, too. */
  type (fixture, "Our second text of {jaar}", "You have {plafond}.");
  save (fixture, "Forecast above · Own text");
  gui_wait_until (is_read, fixture);
  g_assert_true (gtk_text_buffer_get_can_undo (buffer_of (fixture)));
  ps_letter_template_free (own);
  own = stored (fixture, PS_LETTER_OVER, "Own text");
  g_assert_cmpstr (own->subject, ==, "Our second text of {jaar}");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->names)), ==, 4);
}

static void
test_faults (TextsFixture *fixture, gconstpointer data)
{
  type (fixture, NULL, "Dear {contactpersoon},\n\n{aanbider} has {plafond}.");
  wait_preview (fixture, "{aanbider}");
  g_assert_true (gui_has_text (desk_page (&fixture->desk), "Line 3: "));
  g_assert_cmpuint (ps_letter_preview_get_n_pages (fixture->page->preview), ==, 0);
  desk_do (&fixture->desk, "templates.save");
  gui_wait_question ();
  people_wait_text ("{aanbider}");
  gui_answer (NULL, "close");
  g_assert_true (_ps_templates_page_is_changed (fixture->page));
  g_assert_null (stored (fixture, PS_LETTER_OVER, "Own text"));
  gui_assert_names (desk_page (&fixture->desk));
}

static void
test_new (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) made = NULL;
  PsFormDialog *dialog = desk_open (&fixture->desk, "templates.new", NULL);

  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_choose (dialog, "kind", PS_LETTER_NOTICE);
  desk_type (dialog, "name", "For small providers");
  desk_save (dialog);
  wait_choice (fixture, "Notice share spent · For small providers");
  made = stored (fixture, PS_LETTER_NOTICE, "For small providers");
  g_assert_nonnull (made);
  g_assert_cmpstr (made->subject, ==, ps_letter_standard_subject (PS_LETTER_NOTICE));
}

/* What is typed and not saved is what the new one says; what it was typed in stays as it was. */
static void
test_new_of_typed (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) made = NULL;
  PsFormDialog *dialog;

  type (fixture, "Typed just now", NULL);
  dialog = desk_open (&fixture->desk, "templates.new", NULL);
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "Kind of letter"));
  desk_type (dialog, "name", "Another");
  desk_save (dialog);
  wait_choice (fixture, "Forecast above · Another");
  made = stored (fixture, PS_LETTER_OVER, "Another");
  g_assert_cmpstr (made->subject, ==, "Typed just now");
}

/* A name that is taken: told in the dialog, and what was typed is not lost. */
static void
test_name_taken (TextsFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  save_elsewhere (fixture, NULL, "Taken", "Their {plafond}.");
  save_elsewhere (fixture, NULL, "Other", "Other {plafond}.");
  ps_session_reload (session_of (fixture));
  wait_choice (fixture, "Forecast above · Other");
  type (fixture, "Typed just now", NULL);
  dialog = desk_open (&fixture->desk, "templates.new", NULL);
  desk_type (dialog, "name", "Taken");
  desk_save_refused (dialog, "Taken");
  desk_close (dialog);
  ps_session_reload (session_of (fixture));
  desk_wait_written (&fixture->desk);
  assert_typed (fixture, "Typed just now");
}

static void
test_rename (TextsFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  g_autoptr (PsLetterTemplate) renamed = NULL;

  type (fixture, "Ours", NULL);
  save (fixture, "Forecast above · Own text");
  dialog = desk_open (&fixture->desk, "templates.rename", NULL);
  desk_type (dialog, "name", "Of the region");
  desk_save (dialog);
  wait_choice (fixture, "Forecast above · Of the region");
  renamed = stored (fixture, PS_LETTER_OVER, "Of the region");
  g_assert_cmpstr (renamed->subject, ==, "Ours");
  g_assert_null (stored (fixture, PS_LETTER_OVER, "Own text"));
}

/* Asked first; the standard text is there again. */
static void
test_delete (TextsFixture *fixture, gconstpointer data)
{
  type (fixture, "Ours", NULL);
  save (fixture, "Forecast above · Own text");
  desk_do (&fixture->desk, "templates.delete");
  people_wait_text ("Delete “Forecast above · Own text”?");
  gui_answer (NULL, "cancel");
  g_assert_nonnull (stored (fixture, PS_LETTER_OVER, "Own text"));
  desk_do (&fixture->desk, "templates.delete");
  gui_answer (NULL, "go-on");
  wait_choice (fixture, "Forecast above · Standard text");
  people_wait_text ("Template deleted");
  g_assert_null (stored (fixture, PS_LETTER_OVER, "Own text"));
  assert_typed (fixture, ps_letter_standard_subject (PS_LETTER_OVER));
  /* Taken back, it is there again. */
  desk_undo (&fixture->desk);
  wait_choice (fixture, "Forecast above · Own text");
  assert_typed (fixture, "Ours");
}

/* A letter was drafted with it: it stays, and why is told. */
static void
test_delete_used (TextsFixture *fixture, gconstpointer data)
{
  _ps_templates_page_choose (fixture->page, PS_LETTER_UNDER, "Standard text");
  wait_choice (fixture, "Forecast below · Standard text");
  type (fixture, "Used", NULL);
  save (fixture, "Forecast below · Own text");
  letters_draft (fixture->desk.path, fixture->peildatum);
  ps_session_reload (session_of (fixture));
  desk_wait_written (&fixture->desk);
  desk_do (&fixture->desk, "templates.delete");
  gui_answer (NULL, "go-on");
  people_wait_text ("Not Saved");
  people_wait_text ("cannot be deleted, for it is used");
  gui_answer (NULL, "close");
  g_assert_nonnull (stored (fixture, PS_LETTER_UNDER, "Own text"));
  g_assert_cmpstr (chosen_text (fixture), ==, "Forecast below · Own text");
}

static void
test_undo (TextsFixture *fixture, gconstpointer data)
{
  type (fixture, "Ours", NULL);
  save (fixture, "Forecast above · Own text");
  type (fixture, "Ours again", NULL);
  save (fixture, "Forecast above · Own text");
  desk_undo (&fixture->desk);
  wait_choice (fixture, "Forecast above · Own text");
  desk_wait_written (&fixture->desk);
  wait_preview (fixture, "Ours\n");
  assert_typed (fixture, "Ours");
  desk_undo (&fixture->desk);
  wait_choice (fixture, "Forecast above · Standard text");
  assert_typed (fixture, ps_letter_standard_subject (PS_LETTER_OVER));
}

/* Another one chosen while something is typed: stayed, discarded, saved. */
static void
test_unsaved (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) own = NULL;

  type (fixture, "Typed", NULL);
  _ps_templates_page_choose (fixture->page, PS_LETTER_UNDER, "Standard text");
  people_wait_text ("the text of the template “Forecast above · Standard text”");
  gui_answer (NULL, "stay");
  g_assert_cmpstr (chosen_text (fixture), ==, "Forecast above · Standard text");
  assert_typed (fixture, "Typed");
  _ps_templates_page_choose (fixture->page, PS_LETTER_UNDER, "Standard text");
  gui_answer (NULL, "discard");
  wait_choice (fixture, "Forecast below · Standard text");
  assert_typed (fixture, ps_letter_standard_subject (PS_LETTER_UNDER));
  type (fixture, "Typed below", NULL);
  _ps_templates_page_choose (fixture->page, PS_LETTER_REACHED, "Standard text");
  gui_answer (NULL, "save");
  wait_choice (fixture, "Ceiling reached · Standard text");
  own = stored (fixture, PS_LETTER_UNDER, "Own text");
  g_assert_cmpstr (own->subject, ==, "Typed below");
}

/* The window asks before it leaves the page. */
static void
test_leave (TextsFixture *fixture, gconstpointer data)
{
  type (fixture, "Typed", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.page", "s", "letters");
  people_wait_text ("the text of the template “Forecast above · Standard text”");
  gui_answer (NULL, "save");
  people_wait_text ("Template saved");
  g_assert_nonnull (stored (fixture, PS_LETTER_OVER, "Own text"));
}

/* Somebody else was first */

static void
set_up_conflict (TextsFixture *fixture)
{
  g_autoptr (PsLetterTemplate) before = NULL;

  type (fixture, "Ours", NULL);
  save (fixture, "Forecast above · Own text");
  type (fixture, "Mine", NULL);
  before = stored (fixture, PS_LETTER_OVER, "Own text");
  save_elsewhere (fixture, before, "Own text", "Theirs {plafond}.");
  ps_session_reload (session_of (fixture));
  desk_wait_written (&fixture->desk);
  assert_typed (fixture, "Mine");
  desk_do (&fixture->desk, "templates.save");
  people_wait_text ("Somebody else changed this template");
}

static void
test_conflict_mine (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) after = NULL;

  set_up_conflict (fixture);
  gui_answer (NULL, "stay");
  assert_typed (fixture, "Mine");
  desk_do (&fixture->desk, "templates.save");
  gui_answer (NULL, "mine");
  wait_choice (fixture, "Forecast above · Own text");
  after = stored (fixture, PS_LETTER_OVER, "Own text");
  g_assert_cmpstr (after->subject, ==, "Mine");
}

static void
test_conflict_theirs (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) after = NULL;

  set_up_conflict (fixture);
  gui_answer (NULL, "theirs");
  wait_choice (fixture, "Forecast above · Own text");
  wait_preview (fixture, "Theirs €");
  assert_typed (fixture, "About {jaar}");
  after = stored (fixture, PS_LETTER_OVER, "Own text");
  g_assert_cmpstr (after->body, ==, "Theirs {plafond}.");
}

/* It is gone: saved, it is there again. */
static void
test_conflict_gone (TextsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetterTemplate) before = NULL;
  g_autoptr (PsLetterTemplate) after = NULL;

  type (fixture, "Ours", NULL);
  save (fixture, "Forecast above · Own text");
  type (fixture, "Mine", NULL);
  before = stored (fixture, PS_LETTER_OVER, "Own text");
  save_elsewhere (fixture, before, NULL, NULL);
  ps_session_reload (session_of (fixture));
  desk_wait_written (&fixture->desk);
  assert_typed (fixture, "Mine");
  desk_do (&fixture->desk, "templates.save");
  gui_answer (NULL, "mine");
  wait_choice (fixture, "Forecast above · Own text");
  after = stored (fixture, PS_LETTER_OVER, "Own text");
  g_assert_cmpstr (after->subject, ==, "Mine");
}

/* Not everywhere, and not always */

static void
test_read_only (TextsFixture *fixture, gconstpointer data)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->desk.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  ps_window_open_region (fixture->desk.window, fixture->desk.path);
  desk_wait_written (&fixture->desk);
  open_page (fixture);
  g_assert_true (ps_session_is_read_only (session_of (fixture)));
  wait_preview (fixture, "Zorggroep De Wissel\nVenlo");
  g_assert_false (desk_is_on (&fixture->desk, "templates.new"));
  g_assert_false (desk_is_on (&fixture->desk, "templates.save"));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (gui_find_type (desk_page (&fixture->desk), GTK_TYPE_TEXT_VIEW))));
}

/* A year without peildata: the text can be written, and its fields are checked. */
static void
test_no_peildata (TextsFixture *fixture, gconstpointer data)
{
  desk_wait_text (&fixture->desk, "this year has none yet");
  g_assert_cmpuint (ps_letter_preview_get_n_pages (fixture->page->preview), ==, 0);
  type (fixture, NULL, "{aanbider} has {plafond}.");
  g_assert_true (ps_letter_editor_has_faults (fixture->page->editor));
  type (fixture, NULL, "{aanbieder} has {plafond}.");
  g_assert_false (ps_letter_editor_has_faults (fixture->page->editor));
  save (fixture, "Forecast above · Own text");
  g_assert_nonnull (stored (fixture, PS_LETTER_OVER, "Own text"));
}

/* One at a time where there is no room for both. */
static gboolean
is_folded (gpointer user_data)
{
  const TextsFixture *fixture = user_data;

  return adw_leaflet_get_folded (fixture->page->leaflet) && gtk_widget_get_visible (fixture->page->switcher);
}

static void
test_narrow (TextsFixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->desk.window), 900, 600);
  gui_wait_until (is_folded, fixture);
  g_signal_emit_by_name (fixture->page->right_button, "clicked");
  gui_settle_down ();
  g_assert_true (adw_leaflet_get_visible_child (fixture->page->leaflet) == GTK_WIDGET (fixture->page->right));
}

#define ADD(path, function) g_test_add ("/gui/letter-templates/" path, TextsFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("standard", test_standard);
  ADD ("choose", test_choose);
  ADD ("adapt", test_adapt);
  ADD ("faults", test_faults);
  ADD ("new", test_new);
  ADD ("new-of-typed", test_new_of_typed);
  ADD ("name-taken", test_name_taken);
  ADD ("rename", test_rename);
  ADD ("delete", test_delete);
  ADD ("delete-used", test_delete_used);
  ADD ("undo", test_undo);
  ADD ("unsaved", test_unsaved);
  ADD ("leave", test_leave);
  ADD ("conflict-mine", test_conflict_mine);
  ADD ("conflict-theirs", test_conflict_theirs);
  ADD ("conflict-gone", test_conflict_gone);
  ADD ("read-only", test_read_only);
  ADD ("narrow", test_narrow);
  g_test_add ("/gui/letter-templates/no-peildata", TextsFixture, NULL, set_up_bare, test_no_peildata, tear_down);
  return g_test_run ();
}
