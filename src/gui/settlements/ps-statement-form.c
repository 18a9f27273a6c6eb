/* ps-statement-form.c: the form of a provider's production statement
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * read what there is, and our own total ──▶ form, which says where the statement stands as it is typed ──▶ write
 */
#define G_LOG_DOMAIN "peilstok-statement-form"

#include "ps-statement-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "store/ps-statements.h"

/* What there is */

typedef struct
{
  char *agb;
  char *name;
  int year;
  PsProductionStatement *statement; /* NULL: nothing was entered */
  PsStatementLimits limits;
  gint64 own_cents; /* our total of the whole year */
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_free (facts->agb);
  g_free (facts->name);
  ps_statement_free (facts->statement);
  g_free (facts);
}

static gboolean
read_statement (PsStore *store, const PsSettledYear *settled, Facts *facts, GError **error)
{
  guint provider = ps_region_find_provider (settled->region, facts->agb);
  g_autoptr (GError) failure = NULL;

  facts->name = g_strdup (ps_region_provider (settled->region, provider)->name);
  if (settled->settlements->len > 0)
    facts->own_cents = ((const PsSettlement *) g_ptr_array_index (settled->settlements, 0))->totals.gross_cents;
  facts->statement = ps_statements_find (store, settled->region, provider, facts->year, &failure);
  if (failure == NULL)
    return ps_statements_limits (store, facts->year, &facts->limits, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
read_facts (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Facts *asked = data;
  Facts *facts = g_new0 (Facts, 1);
  PsSettleYearOptions options = { .year = asked->year, .through = PS_DATE_OPEN, .agb = asked->agb };
  g_autoptr (PsSettledYear) settled = ps_settle_year (store, &options, cancellable, NULL, NULL, error);

  facts->agb = g_strdup (asked->agb);
  facts->year = asked->year;
  if (settled != NULL && read_statement (store, settled, facts, error))
    return facts;
  facts_free (facts);
  return NULL;
}

/* The form */

static void
fill_statement (PsForm *form, const Facts *facts, PsProductionStatement *statement)
{
  const char *explanation = ps_form_get_text (form, "explanation");

  statement->id = facts->statement != NULL ? facts->statement->id : 0;
  statement->year = facts->year;
  statement->stated_cents = ps_form_get_number (form, "stated_cents");
  statement->received_on = ps_form_get_date (form, "received_on");
  statement->certified = (PsCertified) ps_form_get_number (form, "certified");
  statement->certified_on = statement->certified != PS_CERTIFIED_NOT ? ps_form_get_date (form, "certified_on") : PS_DATE_OPEN;
  statement->explanation = *explanation != '\0' ? g_strdup (explanation) : NULL;
}

typedef struct
{
  Facts *facts;
  PsForm *form;    /* weak */
  GtkLabel *stand; /* borrowed from the form */
  gboolean is_filling;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  if (editing->form != NULL)
    g_signal_handlers_disconnect_by_data (editing->form, editing);
  g_clear_weak_pointer (&editing->form);
  facts_free (editing->facts);
  g_free (editing);
}

static char *
describe_needs (const Facts *facts, const PsProductionStatement *statement)
{
  g_autofree char *own = ps_format_money (facts->own_cents);
  g_autofree char *limit = ps_format_money (facts->limits.auditor_cents);
  g_autofree char *due = ps_format_date (facts->limits.certified_due_on);

  if (ps_statement_needs (&facts->limits, statement->stated_cents, facts->own_cents) == PS_CERTIFIED_BY_AUDITOR)
    /* Translators: two amounts and a date */
    return g_strdup_printf (_("Our own total is %s. Above %s an auditor must certify, by %s."), own, limit, due);
  return g_strdup_printf (_("Our own total is %s. Up to %s the board's statement will do, by %s."), own, limit, due);
}

static char *
describe_difference (const Facts *facts, const PsProductionStatement *statement)
{
  gint64 difference = ps_statement_difference (statement, facts->own_cents);
  g_autofree char *amount = difference != PS_NO_NUMBER ? ps_format_money (difference) : NULL;

  if (difference == PS_NO_NUMBER)
    return g_strdup ("");
  /* Translators: an amount; starts with a blank */
  return difference == 0 ? g_strdup (_(" No difference.")) : g_strdup_printf (_(" Difference: %s."), amount);
}

/* Where it stands, as it is typed. */
static void
show_stand (Editing *editing)
{
  PsProductionStatement statement = { .stated_cents = PS_NO_NUMBER };
  g_autofree char *needs = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  fill_statement (editing->form, editing->facts, &statement);
  needs = describe_needs (editing->facts, &statement);
  difference = describe_difference (editing->facts, &statement);
  sentence = ps_statement_sentence (&statement, &editing->facts->limits, editing->facts->own_cents, ps_contract_today ());
  text = g_strdup_printf ("%s%s\n%s", needs, difference, sentence);
  gtk_label_set_text (editing->stand, text);
  g_free (statement.explanation);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  Editing *editing = user_data;

  if (editing->is_filling)
    return;
  editing->is_filling = TRUE;
  ps_form_set_visible (form, "certified_on", ps_form_get_number (form, "certified") != PS_CERTIFIED_NOT);
  show_stand (editing);
  editing->is_filling = FALSE;
}

static void
fill_form (PsForm *form, const Facts *facts)
{
  const PsProductionStatement *statement = facts->statement;

  ps_form_add_choice (form, "certified", PS_CERTIFIED_NOT, ps_certified_label (PS_CERTIFIED_NOT));
  ps_form_add_choice (form, "certified", PS_CERTIFIED_BY_BOARD, ps_certified_label (PS_CERTIFIED_BY_BOARD));
  ps_form_add_choice (form, "certified", PS_CERTIFIED_BY_AUDITOR, ps_certified_label (PS_CERTIFIED_BY_AUDITOR));
  ps_form_set_number (form, "stated_cents", statement != NULL ? statement->stated_cents : PS_NO_NUMBER);
  ps_form_set_date (form, "received_on", statement != NULL ? statement->received_on : PS_DATE_OPEN);
  ps_form_set_number (form, "certified", statement != NULL ? statement->certified : PS_CERTIFIED_NOT);
  ps_form_set_date (form, "certified_on", statement != NULL ? statement->certified_on : PS_DATE_OPEN);
  ps_form_set_text (form, "explanation", statement != NULL ? statement->explanation : NULL);
}

/* Above the fields: whose it is. Names are too long for a title. */
static void
put_provider (PsForm *form, const char *provider)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", provider, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  ps_form_append (form, label);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (label)), label, NULL);
}

static PsForm *
make_form (Editing *editing)
{
  const Facts *facts = editing->facts;
  g_autofree char *due = ps_format_date (facts->limits.due_on);
  /* Translators: a date */
  g_autofree char *hint = g_strdup_printf (_("Due on %s."), due);
  const PsFormField fields[] = {
    { "stated_cents", _("Stated amount"), PS_FORM_MONEY, FALSE, NULL, NULL },
    { "received_on", _("Received on"), PS_FORM_DATE, FALSE, hint, NULL },
    { "certified", _("Certified by"), PS_FORM_CHOICE, FALSE, NULL, NULL },
    { "certified_on", _("Received on"), PS_FORM_DATE, FALSE, _("The day on which the certificate was received."), NULL },
    { "explanation", _("Explanation"), PS_FORM_LONG_TEXT, FALSE, _("Of the difference with our own total."), NULL },
  };

  g_set_weak_pointer (&editing->form, PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields))));
  editing->stand = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (editing->stand), "numeric");
  put_provider (editing->form, facts->name);
  ps_form_append (editing->form, GTK_WIDGET (editing->stand));
  fill_form (editing->form, facts);
  on_form_changed_cb (editing->form, editing);
  g_signal_connect (editing->form, "changed", G_CALLBACK (on_form_changed_cb), editing);
  return editing->form;
}

/* Writing */

typedef struct
{
  char *agb;
  PsProductionStatement *before;
  PsProductionStatement *after;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->agb);
  ps_statement_free (saving->before);
  ps_statement_free (saving->after);
  g_free (saving);
}

static gpointer
take_statement (PsForm *form, gpointer user_data)
{
  const Editing *editing = user_data;
  Saving *saving = g_new0 (Saving, 1);

  saving->agb = g_strdup (editing->facts->agb);
  saving->before = ps_statement_copy (editing->facts->statement);
  saving->after = g_new0 (PsProductionStatement, 1);
  fill_statement (form, editing->facts, saving->after);
  return saving;
}

static gboolean
write_statement (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  Saving *saving = data;
  g_autoptr (PsRegion) region = ps_store_load_region (store, error);
  guint provider = region != NULL ? ps_region_find_provider (region, saving->agb) : PS_NONE;

  if (region == NULL)
    return FALSE;
  if (provider == PS_NONE)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                   _("The provider was changed in the meantime. Nothing was changed; look at it again."));
      return FALSE;
    }
  saving->after->provider = provider;
  if (saving->before != NULL)
    saving->before->provider = provider;
  return ps_statements_save (store, actor, region, saving->before, saving->after, record, error);
}

/* Presenting */

typedef struct
{
  GtkWidget *parent; /* weak */
  Facts asked;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_weak_pointer (&opening->parent);
  g_free (opening->asked.agb);
  g_free (opening);
}

static void
present (Opening *opening, PsSession *session, Facts *facts)
{
  Editing *editing = g_new0 (Editing, 1);
  /* Translators: a year */
  g_autofree char *title = g_strdup_printf (_("Production Statement %d"), facts->year);
  PsFormDialog *dialog;

  editing->facts = facts;
  dialog = ps_form_dialog_new (opening->parent, session, title, _("_Save"), make_form (editing));
  ps_form_dialog_set_done (dialog, _("Production statement saved"));
  ps_form_dialog_set_write (dialog, take_statement, write_statement, saving_free, NULL, editing, editing_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (opening->parent == NULL || gtk_widget_get_root (opening->parent) == NULL)
    g_clear_pointer (&facts, facts_free);
  else if (facts != NULL)
    present (opening, PS_SESSION (source), facts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_tell_refused (opening->parent, PS_SESSION (source), error);
  opening_free (opening);
}

void
ps_statement_form_present (GtkWidget *parent, PsSession *session, const char *agb, int year)
{
  Opening *opening;

  g_return_if_fail (PS_IS_SESSION (session) && agb != NULL);

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      return;
    }
  opening = g_new0 (Opening, 1);
  g_set_weak_pointer (&opening->parent, parent);
  opening->asked = (Facts){ .agb = g_strdup (agb), .year = year };
  ps_session_run_async (session, read_facts, &opening->asked, NULL, facts_free, on_facts_read_cb, opening);
}
