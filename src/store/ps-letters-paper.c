/* ps-letters-paper.c: what the pages of a letter are made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters-private.h"

/**
 * ps_letter_paper_free: paper may be %NULL.
 */
void
ps_letter_paper_free (PsLetterPaper *paper)
{
  if (paper == NULL)
    return;
  ps_letter_free (paper->letter);
  ps_letter_figures_free (paper->figures);
  g_free (paper->region);
  g_free (paper->letterhead);
  g_free (paper->addressee);
  g_free (paper->signer);
  g_free (paper);
}

static const char *
given (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * ps_letter_paper_words:
 *
 * Returns: (transfer full): the same for the same words
 */
char *
ps_letter_paper_words (const PsLetterPaper *paper)
{
  const PsLetter *letter = paper->letter;

  return g_strjoin ("\n\f\n", given (paper->region), given (paper->letterhead), given (paper->addressee),
                    given (letter->number_text), given (letter->subject), given (letter->body), given (paper->signer), NULL);
}

/* A letter is signed by a name: of the one who works here the system knows it, of another only how he logs in. */
static char *
name_of_signer (const char *actor)
{
  const char *name = g_get_real_name ();

  if (g_strcmp0 (actor, g_get_user_name ()) == 0 && *name != '\0' && g_strcmp0 (name, "Unknown") != 0
      && g_utf8_validate (name, -1, NULL))
    return g_strdup (name);
  return g_strdup (actor);
}

static void
append_line (GString *lines, const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (given (line)));

  if (*stripped != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", stripped);
}

/* Name, contact and address, as they are now; without an address the place. */
static char *
make_addressee (const PsRecord *provider)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *contact = g_strstrip (g_strdup (given (ps_record_get_text (provider, "contact"))));
  const char *address = given (ps_record_get_text (provider, "address"));

  append_line (lines, ps_record_get_text (provider, "name"));
  if (*contact != '\0')
    {
      /* Translators: to whose attention a letter is: a person, or "the management" */
      g_autofree char *attention = g_strdup_printf (_("Attn. %s"), contact);

      append_line (lines, attention);
    }
  append_line (lines, *address != '\0' ? address : ps_record_get_text (provider, "place"));
  return g_string_free (lines, FALSE);
}

/* Rows that a letter names; and what it is filled with. */
typedef struct
{
  PsRecord *region;
  PsRecord *provider;
  PsLetterValues values;
} Saying;

static void
saying_clear (Saying *saying)
{
  g_clear_pointer (&saying->region, ps_record_free);
  g_clear_pointer (&saying->provider, ps_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saying, saying_clear)

static gboolean
saying_read (Saying *saying, PsRows *rows, const PsLetter *letter, GError **error)
{
  saying->region = ps_rows_read (rows, "region", 1, error);
  saying->provider = saying->region != NULL ? ps_rows_read (rows, "provider", letter->provider_id, error) : NULL;
  return saying->provider != NULL;
}

static void
saying_fill (Saying *saying, const PsLetterPaper *paper)
{
  const PsLetter *letter = paper->letter;

  saying->values = (PsLetterValues){ .figures = paper->figures,
                                     .kind = letter->kind,
                                     .provider = ps_record_get_text (saying->provider, "name"),
                                     .agb = ps_record_get_text (saying->provider, "agb"),
                                     .contact = ps_record_get_text (saying->provider, "contact"),
                                     .address = ps_record_get_text (saying->provider, "address"),
                                     .region = paper->region,
                                     .signer = paper->signer,
                                     .number = letter->number_text,
                                     .date = letter->sent_on,
                                     .due_on = letter->due_on,
                                     .talk_by = letter->talk_by,
                                     .decide_by = letter->decide_by };
}

/* In the place of the texts with fields. */
static gboolean
fill_texts (PsLetter *letter, const PsLetterValues *values, GError **error)
{
  g_autoptr (GPtrArray) faults = ps_letter_subject_check (letter->subject, values);
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (faults->len > 0)
    {
      const PsLetterFault *fault = g_ptr_array_index (faults, 0);

      g_set_error (error, PS_LETTER_ERROR, (int) fault->kind, _("Subject: %s"), fault->text);
      return FALSE;
    }
  subject = ps_letter_text_fill (letter->subject, values, error);
  body = subject != NULL ? ps_letter_text_fill (letter->body, values, error) : NULL;
  if (body == NULL)
    return FALSE;
  g_free (letter->subject);
  g_free (letter->body);
  letter->subject = g_steal_pointer (&subject);
  letter->body = g_steal_pointer (&body);
  return TRUE;
}

static gboolean
find_figures (PsLetterNow *now, PsLetterPaper *paper, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const PsBandwidthYear *year;
  const PsProviderBandwidth *found = ps_letter_now_find (now, paper->letter, &year, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (found != NULL)
    paper->figures = ps_letter_figures_new (year->region, found->now, paper->letter->peildatum_label);
  else
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE,
                 _("%s has no performance agreement with a ceiling for that year any more: there is nothing to write about."),
                 paper->letter->provider);
  return found != NULL;
}

PsLetterPaper *
ps_letter_now_paper (PsLetterNow *now, PsLetter *letter, const char *actor, PsDate day, GError **error)
{
  g_autoptr (PsLetterPaper) paper = g_new0 (PsLetterPaper, 1);
  g_auto (Saying) saying = { NULL };

  paper->letter = letter;
  paper->draft = TRUE;
  if (!find_figures (now, paper, error) || !saying_read (&saying, now->rows, letter, error)
      || !ps_letter_now_set_days (now, letter, day, error))
    return NULL;
  paper->region = g_strdup (given (ps_record_get_text (saying.region, "name")));
  paper->letterhead = g_strdup (given (ps_record_get_text (saying.region, "letterhead")));
  paper->signer = name_of_signer (actor);
  paper->addressee = make_addressee (saying.provider);
  saying_fill (&saying, paper);
  return fill_texts (letter, &saying.values, error) ? g_steal_pointer (&paper) : NULL;
}

/* As it was: all of it is frozen with the letter. */
static PsLetterPaper *
make_sent (PsLetter *letter)
{
  PsLetterPaper *paper = g_new0 (PsLetterPaper, 1);

  paper->letter = letter;
  paper->figures = g_steal_pointer (&letter->figures);
  paper->region = g_strdup (given (paper->figures->sender));
  paper->letterhead = g_strdup (given (paper->figures->letterhead));
  paper->signer = g_strdup (paper->figures->signer != NULL ? paper->figures->signer : letter->sent_by);
  paper->addressee = g_strdup (letter->addressee);
  return paper;
}

static void
replace_text (char **text, const char *by)
{
  if (by == NULL)
    return;
  g_free (*text);
  *text = g_strdup (by);
}

static PsLetterPaper *
make_paper (PsStore *store, gint64 id, const char *actor, PsDate day, const char *subject, const char *body, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  PsLetter *letter = ps_letters_find (store, id, error);
  g_auto (PsLetterNow) now = { NULL };

  if (letter == NULL)
    return NULL;
  if (letter->number != 0)
    return make_sent (letter);
  replace_text (&letter->subject, subject);
  replace_text (&letter->body, body);
  ps_letter_now_init (&now, store, rows, day);
  return ps_letter_now_paper (&now, letter, actor, day, error);
}

/**
 * ps_letters_paper: a draft as it would be sent on `day` by `actor`, with today's figures; a sent one as it was.
 * @subject, @body: (nullable): instead of the draft's own
 *
 * Returns: (transfer full): %NULL with PS_LETTER_ERROR where a field is unknown or empty, PS_STORE_ERROR_RULE where the
 * provider has no agreement of the year any more, or another PsStoreError
 */
PsLetterPaper *
ps_letters_paper (PsStore *store, gint64 id, const char *actor, PsDate day, const char *subject, const char *body, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsLetterPaper *paper;

  /* All of it as it is at one moment. */
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  paper = make_paper (store, id, actor, day, subject, body, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return paper;
}
