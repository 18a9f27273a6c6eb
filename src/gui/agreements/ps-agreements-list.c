/* ps-agreements-list.c: the agreements of the year, a row a provider: read on a worker, shown as a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row is about the version that counts; where there is none yet, about its draft.
 */
#define G_LOG_DOMAIN "peilstok-agreements-list"

#include "ps-agreements-list.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-agreement-checks.h"
#include "ps-agreement-data.h"
#include "ps-agreement-making.h"
#include "store/ps-desk.h"

/* What the worker finds; texts are made there too. */
typedef struct
{
  guint provider;
  PsAgreementsRow *row;
  char *state;
  char *scope;
  char *scheme;
  char *warnings;
  gint64 n_lines;
  gint64 cents;
  gint64 last_cents;
} Found;

typedef struct
{
  PsSettledRef *figures;
  GPtrArray *found; /* Found */
} Answer;

static void
row_free (gpointer data)
{
  PsAgreementsRow *row = data;

  if (row == NULL)
    return;
  g_clear_pointer (&row->schemes, g_array_unref);
  g_free (row->agb);
  g_free (row);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  row_free (found->row);
  g_free (found->state);
  g_free (found->scope);
  g_free (found->scheme);
  g_free (found->warnings);
  g_free (found);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->found, g_ptr_array_unref);
  g_clear_pointer (&answer->figures, ps_settled_ref_free);
  g_free (answer);
}

/* Words */

static char *
state_of (const PsRegion *region, const PsAgreementSummary *summary, guint provider, gboolean expected)
{
  g_autofree char *day = NULL, *state = NULL;

  if (summary == NULL)
    return g_strdup (!ps_region_provider (region, provider)->contracted ? _("None: not contracted")
                     : expected                                         ? C_("agreement", "None yet")
                                                                        : C_("agreement", "None"));
  if (summary->current_number == 0)
    return g_strdup (C_("agreement", "Draft"));
  day = ps_format_date (summary->agreed_on);
  if (summary->agreed_on == PS_DATE_OPEN)
    state = g_strdup (summary->current_state == PS_VERSION_AMENDED ? C_("agreement", "Amended") : C_("agreement", "Agreed"));
  else if (summary->current_state == PS_VERSION_AMENDED)
    state = g_strdup_printf (_("Amended, agreed on %s"), day);
  else
    state = g_strdup_printf (_("Agreed on %s"), day);
  if (summary->draft_number != 0)
    return g_strdup_printf (_("%s (version %d), and a draft"), state, summary->current_number);
  if (summary->current_number == 1)
    return g_steal_pointer (&state);
  return g_strdup_printf (_("%s (version %d)"), state, summary->current_number);
}

static void
add_scheme (GArray *schemes, gint64 id)
{
  for (guint i = 0; i < schemes->len; i++)
    if (g_array_index (schemes, gint64, i) == id)
      return;
  g_array_append_val (schemes, id);
}

static char *
schemes_of (const PsRegion *region, const PsAgreement *terms, GArray *schemes)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < terms->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (terms->lines, PsAgreementLine, i);
      guint before = schemes->len;

      if (line->scheme == PS_NONE)
        continue;
      add_scheme (schemes, ps_region_scheme (region, line->scheme)->id);
      if (schemes->len > before)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ps_region_scheme (region, line->scheme)->name);
    }
  return g_string_free (names, FALSE);
}

/* One problem in words, several counted. */
static char *
warnings_of (const PsRegion *region, GPtrArray *problems)
{
  guint n_blocking = ps_agreement_checks_count_blocking (problems);

  if (problems->len == 0)
    return g_strdup ("");
  if (problems->len == 1)
    return ps_agreement_problem_text (region, g_ptr_array_index (problems, 0));
  if (n_blocking > 0)
    return g_strdup_printf (ngettext ("%u to solve", "%u to solve", n_blocking), n_blocking);
  return g_strdup_printf (ngettext ("%u warning", "%u warnings", problems->len), problems->len);
}

/* On the worker */

static GPtrArray *
contracts_of (GPtrArray *contracts, guint provider)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < contracts->len; i++)
    if (((const PsContract *) g_ptr_array_index (contracts, i))->provider == provider)
      g_ptr_array_add (own, g_ptr_array_index (contracts, i));
  return own;
}

static void
describe_terms (Found *found, const PsRegion *region, const PsAgreement *terms, GPtrArray *contracts)
{
  g_autoptr (GPtrArray) own = contracts_of (contracts, found->provider);
  g_autoptr (GPtrArray) problems = ps_agreement_check (region, terms, own);

  found->scope = g_strdup (ps_words_label (PS_WORDS_EXCHANGE, terms->exchange));
  found->scheme = schemes_of (region, terms, found->row->schemes);
  found->warnings = warnings_of (region, problems);
  found->row->n_problems = problems->len;
}

/* The draft is not in the figures: only versions that count are. */
static gboolean
describe_draft (Found *found, PsStore *store, const PsRegion *region, int year, GPtrArray *contracts, GError **error)
{
  g_autoptr (GPtrArray) versions = ps_desk_load_versions (store, region, found->provider, year, error);

  if (versions == NULL)
    return FALSE;
  if (versions->len > 0)
    describe_terms (found, region, ((const PsAgreementVersion *) g_ptr_array_index (versions, versions->len - 1))->terms,
                    contracts);
  return TRUE;
}

static Found *
find_out (const PsSettledYear *settled, guint provider, const PsAgreementSummary *summary)
{
  const PsRegion *region = settled->region;
  const PsAgreement *last = ps_region_find_agreement (region, provider, settled->year - 1);
  PsOverflow overflow = { FALSE };
  Found *found = g_new0 (Found, 1);

  found->provider = provider;
  found->row = g_new0 (PsAgreementsRow, 1);
  found->row->agb = g_strdup (ps_region_provider (region, provider)->agb);
  found->row->expected = ps_making_expects (ps_region_provider (region, provider), settled->year);
  found->row->schemes = g_array_new (FALSE, FALSE, sizeof (gint64));
  found->row->there = summary != NULL;
  found->row->draft = summary != NULL && summary->draft_number != 0;
  found->row->agreed = summary != NULL && summary->current_number != 0;
  found->state = state_of (region, summary, provider, found->row->expected);
  found->n_lines = summary != NULL ? summary->n_lines : PS_NO_NUMBER;
  found->cents = summary == NULL ? PS_NO_NUMBER : summary->current_number != 0 ? summary->current_cents : summary->draft_cents;
  found->last_cents = last != NULL ? ps_agreement_total (last, &overflow) : PS_NO_NUMBER;
  return found;
}

/* Those that are gone, and have nothing, need no row. */
static gboolean
is_listed (const PsSettledYear *settled, guint provider, const PsAgreementSummary *summary)
{
  const PsProvider *of = ps_region_provider (settled->region, provider);

  return summary != NULL || (of->ended_on >= ps_date_year_start (settled->year) && of->merged_into == PS_NONE)
         || ps_region_find_agreement (settled->region, provider, settled->year - 1) != NULL;
}

static const PsAgreementSummary *
find_summary (GPtrArray *summaries, guint provider)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      const PsAgreementSummary *summary = g_ptr_array_index (summaries, i);

      if (summary->provider == provider)
        return summary;
    }
  return NULL;
}

static gboolean
add_provider (Answer *answer, PsStore *store, guint provider, GPtrArray *summaries, GPtrArray *contracts, GError **error)
{
  const PsSettledYear *settled = ps_settled_ref_get (answer->figures);
  const PsAgreementSummary *summary = find_summary (summaries, provider);
  const PsAgreement *current = ps_region_find_agreement (settled->region, provider, settled->year);
  Found *found;

  if (!is_listed (settled, provider, summary))
    return TRUE;
  found = find_out (settled, provider, summary);
  g_ptr_array_add (answer->found, found);
  if (current != NULL)
    describe_terms (found, settled->region, current, contracts);
  else if (summary != NULL)
    return describe_draft (found, store, settled->region, settled->year, contracts, error);
  return TRUE;
}

static gpointer
find_all (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  PsSettledRef **figures = data;
  const PsSettledYear *settled = ps_settled_ref_get (*figures);
  g_autoptr (GPtrArray) summaries = ps_desk_list_agreements (store, settled->region, settled->year, error);
  g_autoptr (GPtrArray) contracts = summaries != NULL ? ps_desk_load_contracts (store, settled->region, PS_NONE, error) : NULL;
  Answer *answer;

  if (contracts == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->figures = g_steal_pointer (figures);
  answer->found = g_ptr_array_new_with_free_func (found_free);
  for (guint i = 0; i < settled->region->providers->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_provider (answer, store, i, summaries, contracts, error))
      {
        answer_free (answer);
        return NULL;
      }
  return answer;
}

static void
question_free (gpointer data)
{
  PsSettledRef **figures = data;

  g_clear_pointer (figures, ps_settled_ref_free);
  g_free (figures);
}

void
ps_agreements_list_async (PsSession *session, GAsyncReadyCallback callback, gpointer user_data)
{
  PsSettledRef **figures = g_new0 (PsSettledRef *, 1);

  *figures = ps_session_ref_settled (session);
  ps_session_run_async (session, find_all, figures, question_free, answer_free, callback, user_data);
}

/* On the main thread */

static PsTableRow *
make_row (const PsRegion *region, Found *found)
{
  const PsProvider *provider = ps_region_provider (region, found->provider);
  PsTableRow *row = ps_table_row_new (PS_N_AGREEMENTS_COLUMNS, (guint64) provider->id, g_steal_pointer (&found->row), row_free);

  ps_table_row_set_text (row, PS_AGREEMENTS_PROVIDER, provider->name);
  ps_table_row_set_text (row, PS_AGREEMENTS_STATE, found->state);
  ps_table_row_set_number (row, PS_AGREEMENTS_LINES, found->n_lines);
  ps_table_row_set_number (row, PS_AGREEMENTS_CEILING, found->cents);
  ps_table_row_set_number (row, PS_AGREEMENTS_LAST, found->last_cents);
  ps_table_row_set_number (row, PS_AGREEMENTS_GROWTH, ps_agreement_growth_bp (found->last_cents, found->cents));
  ps_table_row_set_text (row, PS_AGREEMENTS_SCOPE, found->scope != NULL ? found->scope : "");
  ps_table_row_set_text (row, PS_AGREEMENTS_SCHEME, found->scheme != NULL ? found->scheme : "");
  ps_table_row_set_text (row, PS_AGREEMENTS_WARNINGS, found->warnings != NULL ? found->warnings : "");
  ps_table_row_set_text (row, PS_AGREEMENTS_AGB, provider->agb);
  return row;
}

PsAgreementsList *
ps_agreements_list_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  Answer *answer = ps_session_run_finish (session, result, error);
  PsAgreementsList *list;

  if (answer == NULL)
    return NULL;
  list = g_new0 (PsAgreementsList, 1);
  list->year = ps_settled_ref_get (answer->figures)->year;
  list->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < answer->found->len; i++)
    g_ptr_array_add (list->rows, make_row (ps_settled_ref_get (answer->figures)->region, g_ptr_array_index (answer->found, i)));
  answer_free (answer);
  return list;
}

void
ps_agreements_list_free (PsAgreementsList *list)
{
  g_ptr_array_unref (list->rows);
  g_free (list);
}

/* The table */

static char *
count_providers (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u provider", "%u of %u providers", n_rows), n_shown, n_rows);
}

PsTable *
ps_agreements_table_new (void)
{
  const PsColumn columns[PS_N_AGREEMENTS_COLUMNS] = {
    [PS_AGREEMENTS_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
    [PS_AGREEMENTS_STATE] = { "state", _("Agreement"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
    [PS_AGREEMENTS_LINES] = { "lines", _("Lines"), PS_COLUMN_COUNT, 2, TRUE, FALSE },
    [PS_AGREEMENTS_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 9, TRUE, TRUE },
    [PS_AGREEMENTS_LAST] = { "last", _("Last year"), PS_COLUMN_MONEY, 9, TRUE, FALSE },
    [PS_AGREEMENTS_GROWTH] = { "growth", _("Change"), PS_COLUMN_PERCENT, 4, FALSE, FALSE },
    [PS_AGREEMENTS_SCOPE] = { "scope", _("Scope"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    [PS_AGREEMENTS_SCHEME] = { "scheme", _("Scheme"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    [PS_AGREEMENTS_WARNINGS] = { "warnings", _("To look at"), PS_COLUMN_TEXT, 16, FALSE, FALSE },
    [PS_AGREEMENTS_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Agreements")));

  ps_table_set_count (table, count_providers);
  ps_table_set_sort (table, "provider", FALSE);
  return table;
}
