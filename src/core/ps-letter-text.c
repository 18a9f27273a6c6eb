/* ps-letter-text.c: the text of a letter: its fields found, checked and filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-letter-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ps - letter - error - quark, ps_letter_error)

/* A text is taken apart into these. */
typedef enum
{
  TOKEN_PLAIN,     /* as it stands; ends with the line */
  TOKEN_BRACE,     /* one that was written twice */
  TOKEN_FIELD,     /* {name} */
  TOKEN_CONDITION, /* {?name} */
  TOKEN_ALONE      /* a brace that is none of these */
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *start;
  gsize length;      /* bytes */
  guint line;        /* from 1 */
  char *name;        /* of a field or condition */
  gboolean at_start; /* of the line, but for conditions */
} Token;

typedef struct
{
  const char *text;
  const char *at;
  guint line;
  gboolean at_start;
  Token token;
} Scanner;

static void
scanner_clear (Scanner *self)
{
  g_clear_pointer (&self->token.name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scanner, scanner_clear)

static void
take (Scanner *self, TokenKind kind, gsize length)
{
  g_clear_pointer (&self->token.name, g_free);
  self->token = (Token){ kind, self->at, length, self->line, NULL, self->at_start };
  self->at += length;
}

static void
take_plain (Scanner *self)
{
  gsize length = strcspn (self->at, "{}\n");
  gboolean ends = self->at[length] == '\n';

  take (self, TOKEN_PLAIN, length + (ends ? 1 : 0));
  self->at_start = ends;
  self->line += ends ? 1 : 0;
}

static void
take_field (Scanner *self)
{
  gboolean condition = self->at[1] == '?';
  const char *name = self->at + (condition ? 2 : 1);
  gsize length = strcspn (name, "{}\n");

  if (name[length] != '}')
    {
      take (self, TOKEN_ALONE, 1);
      self->at_start = FALSE;
      return;
    }
  take (self, condition ? TOKEN_CONDITION : TOKEN_FIELD, (gsize) (name - self->at) + length + 1);
  self->token.name = g_strndup (name, length);
  self->at_start = self->at_start && condition;
}

/* FALSE: at the end of the text. */
static gboolean
next_token (Scanner *self)
{
  if (*self->at == '\0')
    return FALSE;
  if (*self->at != '{' && *self->at != '}')
    take_plain (self);
  else if (self->at[1] == self->at[0])
    {
      take (self, TOKEN_BRACE, 2);
      self->at_start = FALSE;
    }
  else if (*self->at == '{')
    take_field (self);
  else
    {
      take (self, TOKEN_ALONE, 1);
      self->at_start = FALSE;
    }
  return TRUE;
}

static Scanner
scan (const char *text)
{
  return (Scanner){ .text = text, .at = text, .line = 1, .at_start = TRUE };
}

static gboolean
ends_line (const Token *token)
{
  return token->kind == TOKEN_PLAIN && token->start[token->length - 1] == '\n';
}

/* The bytes of blanks up to the end of the line; -1: something stands there. */
static gssize
blanks_to_end (const char *at)
{
  gsize length = strspn (at, " \t");

  return at[length] == '\0' || at[length] == '\n' ? (gssize) length : -1;
}

/* Filling */

static gboolean
is_table (const Token *token)
{
  return token->kind == TOKEN_FIELD && strcmp (token->name, PS_LETTER_TABLE) == 0;
}

/* What people typed, here or in a provider's name, never stands for the table. */
static void
append_typed (GString *line, const char *typed, gsize length)
{
  g_autofree char *text = g_strndup (typed, length);
  g_auto (GStrv) parts = g_strsplit (text, PS_LETTER_TABLE_MARK, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append (line, parts[i]);
}

static void
append_token (GString *line, const Token *token, const char *value)
{
  if (is_table (token))
    g_string_append (line, PS_LETTER_TABLE_MARK);
  else if (token->kind == TOKEN_FIELD)
    append_typed (line, value != NULL ? value : "", value != NULL ? strlen (value) : 0);
  else
    append_typed (line, token->start, token->kind == TOKEN_BRACE ? 1 : token->length);
}

/* The lines as they are printed: char *, NULL: left out. Of a text without faults. */
static GPtrArray *
fill_lines (const char *text, const PsLetterValues *values)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (Scanner) scanner = scan (text);
  GString *line = g_string_new (NULL);
  gboolean left_out = FALSE;

  while (next_token (&scanner))
    {
      const Token *token = &scanner.token;
      g_autofree char *value = NULL;
      gboolean known = token->name == NULL || ps_letter_field_value (token->name, values, &value);

      g_assert (known);
      if (token->kind == TOKEN_CONDITION)
        left_out = left_out || value == NULL;
      else
        append_token (line, token, value);
      if (is_table (token))
        scanner.at += blanks_to_end (scanner.at);
      if (!ends_line (token))
        continue;
      g_ptr_array_add (lines, left_out ? NULL : g_strdup (line->str));
      g_string_truncate (line, 0);
      left_out = FALSE;
    }
  g_ptr_array_add (lines, left_out ? NULL : g_strdup (line->str));
  g_string_free (line, TRUE);
  return lines;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\n")] == '\0';
}

/* A paragraph that is left out takes one of the empty lines around it along. */
static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);
  gboolean blank_before = TRUE, was_left_out = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (line == NULL)
        {
          was_left_out = was_left_out || blank_before;
          continue;
        }
      if (was_left_out && is_blank (line))
        {
          was_left_out = FALSE;
          continue;
        }
      was_left_out = FALSE;
      blank_before = is_blank (line);
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/* Of a text without faults. */
static char *
fill (const char *text, const PsLetterValues *values)
{
  g_autoptr (GPtrArray) lines = fill_lines (text, values);

  return join_lines (lines);
}

/* Faults */

/**
 * ps_letter_fault_free: fault may be %NULL.
 */
void
ps_letter_fault_free (PsLetterFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->field);
  g_free (fault->text);
  g_free (fault);
}

static char *
describe (PsLetterError kind, const char *field, gboolean condition)
{
  switch (kind)
    {
    case PS_LETTER_ERROR_UNKNOWN_FIELD:
      /* Translators: what is written between braces */
      return g_strdup_printf (_("There is no field {%s}."), field);
    case PS_LETTER_ERROR_EMPTY_FIELD:
      /* Translators: the name of a field, and what it stands for */
      return g_strdup_printf (_("The field {%s} is empty: %s."), field, ps_letter_field_meaning (field));
    case PS_LETTER_ERROR_PLACE:
      return condition ? g_strdup_printf (_("{?%s} has to stand at the beginning of a line."), field)
                       : g_strdup (_("{cijfers} stands for the table of figures: in the text, and alone on its line."));
    case PS_LETTER_ERROR_EMPTY_TEXT:
    case PS_LETTER_ERROR_BRACE:
    default:
      return g_strdup (_("This brace stands alone: a field is written as {aanbieder}, a brace itself twice."));
    }
}

static void
add_fault (GPtrArray *faults, const Scanner *scanner, PsLetterError kind)
{
  const Token *token = &scanner->token;
  PsLetterFault *fault = g_new0 (PsLetterFault, 1);

  fault->kind = kind;
  fault->line = token->line;
  fault->offset = (gsize) (token->start - scanner->text);
  fault->length = token->length;
  fault->field = g_strdup (token->name);
  fault->text = describe (kind, token->name, token->kind == TOKEN_CONDITION);
  g_ptr_array_add (faults, fault);
}

static GPtrArray *
faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ps_letter_fault_free);
}

/* *left_out: (inout): nothing of this line is printed. */
static void
check_condition (GPtrArray *faults, const Scanner *scanner, const PsLetterValues *values, gboolean *left_out)
{
  g_autofree char *value = NULL;

  if (!ps_letter_field_value (scanner->token.name, values, &value))
    add_fault (faults, scanner, PS_LETTER_ERROR_UNKNOWN_FIELD);
  else if (!scanner->token.at_start)
    add_fault (faults, scanner, PS_LETTER_ERROR_PLACE);
  else if (values != NULL && value == NULL)
    *left_out = TRUE;
}

static void
check_field (GPtrArray *faults, const Scanner *scanner, const PsLetterValues *values, gboolean left_out)
{
  g_autofree char *value = NULL;
  gboolean is_table = strcmp (scanner->token.name, PS_LETTER_TABLE) == 0;

  if (!ps_letter_field_value (scanner->token.name, values, &value))
    add_fault (faults, scanner, PS_LETTER_ERROR_UNKNOWN_FIELD);
  else if (is_table && (!scanner->token.at_start || blanks_to_end (scanner->at) < 0))
    add_fault (faults, scanner, PS_LETTER_ERROR_PLACE);
  else if (values != NULL && value == NULL && !left_out)
    add_fault (faults, scanner, PS_LETTER_ERROR_EMPTY_FIELD);
}

static void
check_token (GPtrArray *faults, const Scanner *scanner, const PsLetterValues *values, gboolean *left_out)
{
  switch (scanner->token.kind)
    {
    case TOKEN_FIELD:
      check_field (faults, scanner, values, *left_out);
      break;
    case TOKEN_CONDITION:
      check_condition (faults, scanner, values, left_out);
      break;
    case TOKEN_ALONE:
      add_fault (faults, scanner, PS_LETTER_ERROR_BRACE);
      break;
    case TOKEN_PLAIN:
    case TOKEN_BRACE:
    default:
      break;
    }
  if (ends_line (&scanner->token))
    *left_out = FALSE;
}

/* Of all of it. */
static void
add_empty_fault (GPtrArray *faults, const char *sentence)
{
  PsLetterFault *fault = g_new0 (PsLetterFault, 1);

  fault->kind = PS_LETTER_ERROR_EMPTY_TEXT;
  fault->line = 1;
  fault->text = g_strdup (sentence);
  g_ptr_array_add (faults, fault);
}

/* A text of blanks is none. */
static void
check_empty (GPtrArray *faults, const char *text)
{
  if (is_blank (text))
    add_empty_fault (faults, _("The text is empty."));
}

/* Nor is one of which all lines are left out. */
static void
check_filled (GPtrArray *faults, const char *text, const PsLetterValues *values)
{
  g_autofree char *filled = faults->len == 0 && values != NULL ? fill (text, values) : NULL;

  if (filled != NULL && is_blank (filled))
    add_empty_fault (faults, _("Nothing of the text would be printed: all of its lines are left out."));
}

/**
 * ps_letter_text_check:
 * @values: (nullable): %NULL: only whether every field exists
 *
 * Returns: (transfer full): GPtrArray of PsLetterFault in the order of the text; empty: none
 */
GPtrArray *
ps_letter_text_check (const char *text, const PsLetterValues *values)
{
  GPtrArray *faults = faults_new ();
  g_auto (Scanner) scanner = scan (text);
  gboolean left_out = FALSE;

  check_empty (faults, text);
  while (next_token (&scanner))
    check_token (faults, &scanner, values, &left_out);
  check_filled (faults, text, values);
  return faults;
}

/* All of it from its second line on. */
static void
add_lines_fault (GPtrArray *faults, const char *subject)
{
  const char *second = strchr (subject, '\n') + 1;
  PsLetterFault *fault = g_new0 (PsLetterFault, 1);

  fault->kind = PS_LETTER_ERROR_PLACE;
  fault->line = 2;
  fault->offset = (gsize) (second - subject);
  fault->length = strlen (second);
  fault->text = g_strdup (_("A subject is one line."));
  g_ptr_array_add (faults, fault);
}

/**
 * ps_letter_subject_check: a subject is one line, and has no table.
 *
 * Returns: (transfer full): as of ps_letter_text_check()
 */
GPtrArray *
ps_letter_subject_check (const char *subject, const PsLetterValues *values)
{
  GPtrArray *faults = faults_new ();
  g_auto (Scanner) scanner = scan (subject);
  gboolean left_out = FALSE;

  check_empty (faults, subject);
  while (next_token (&scanner))
    if (scanner.token.kind == TOKEN_FIELD && strcmp (scanner.token.name, PS_LETTER_TABLE) == 0)
      add_fault (faults, &scanner, PS_LETTER_ERROR_PLACE);
    else
      check_token (faults, &scanner, values, &left_out);
  if (faults->len == 0 && strchr (subject, '\n') != NULL)
    add_lines_fault (faults, subject);
  check_filled (faults, subject, values);
  return faults;
}

/* Of the first fault, with its line. */
static void
set_error (GPtrArray *faults, GError **error)
{
  const PsLetterFault *fault = g_ptr_array_index (faults, 0);
  g_autofree char *line = g_strdup_printf ("%u", fault->line);

  /* Translators: the number of a line of a letter, and what is wrong in it: a sentence */
  g_set_error (error, PS_LETTER_ERROR, (int) fault->kind, _("Line %s of the text: %s"), line, fault->text);
}

/**
 * ps_letter_text_fill:
 *
 * Returns: (transfer full): the text with every field filled, {cijfers} with PS_LETTER_TABLE_MARK; %NULL with PS_LETTER_ERROR of
 * the first fault
 */
char *
ps_letter_text_fill (const char *text, const PsLetterValues *values, GError **error)
{
  g_autoptr (GPtrArray) faults = ps_letter_text_check (text, values);

  if (faults->len == 0)
    return fill (text, values);
  set_error (faults, error);
  return NULL;
}

/**
 * ps_letter_text_readable: a filled text for who reads it without its pages.
 *
 * Returns: (transfer full): with words where the table stands
 */
char *
ps_letter_text_readable (const char *filled)
{
  g_auto (GStrv) parts = g_strsplit (filled, PS_LETTER_TABLE_MARK, -1);

  /* Translators: in the text of a letter, in the place of the table */
  return g_strjoinv (_("(the table of figures)"), parts);
}
