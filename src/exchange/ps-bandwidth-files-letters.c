/* ps-bandwidth-files-letters.c: the register of letters as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The names are a contract (docs/files-and-cli.md): add, never change.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-bandwidth-files.h"

#include "ps-csv-text.h"
#include "ps-history-csv.h"
#include "ps-json-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef enum
{
  IS_WHOLE, /* int */
  IS_CENTS, /* gint64; PS_NO_NUMBER: none */
  IS_TEXT,  /* may be NULL */
  IS_DAY,
  IS_MOMENT, /* 0: not */
  IS_KIND,
  IS_STATE,
  IS_MEANS
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind kind;
  gsize offset;
} Field;

#define FIELD(name, kind, member)                                                                                                \
  {                                                                                                                              \
    name, kind, offsetof (PsLetter, member)                                                                                      \
  }

/* The number stands before these, and what it waits for after them. */
static const Field fields[] = {
  FIELD ("year", IS_WHOLE, year),
  FIELD ("provider", IS_TEXT, agb),
  FIELD ("provider_name", IS_TEXT, provider),
  FIELD ("peildatum", IS_DAY, peildatum),
  FIELD ("label", IS_TEXT, peildatum_label),
  FIELD ("kind", IS_KIND, kind),
  FIELD ("state", IS_STATE, state),
  FIELD ("deviation_cents", IS_CENTS, deviation_cents),
  FIELD ("at_stake_cents", IS_CENTS, at_stake_cents),
  FIELD ("drafted_by", IS_TEXT, drafted_by),
  FIELD ("drafted_at", IS_MOMENT, drafted_at),
  FIELD ("sent_by", IS_TEXT, sent_by),
  FIELD ("sent_at", IS_MOMENT, sent_at),
  FIELD ("sent_on", IS_DAY, sent_on),
  FIELD ("means", IS_MEANS, means),
  FIELD ("due_on", IS_DAY, due_on),
  FIELD ("reminded_on", IS_DAY, reminded_on),
  FIELD ("answered_on", IS_DAY, answered_on),
  FIELD ("talk_by", IS_DAY, talk_by),
  FIELD ("talked_on", IS_DAY, talked_on),
  FIELD ("decide_by", IS_DAY, decide_by),
  FIELD ("decided_on", IS_DAY, decided_on),
  FIELD ("ended_on", IS_DAY, ended_on),
  FIELD ("answer", IS_TEXT, answer),
  FIELD ("measures", IS_TEXT, measures),
  FIELD ("talk", IS_TEXT, talk),
  FIELD ("decision", IS_TEXT, decision),
  FIELD ("end_reason", IS_TEXT, end_reason),
  FIELD ("pdf_sha256", IS_TEXT, pdf_digest),
};

static gint64
cents_of (const PsLetter *letter, const Field *field)
{
  return G_STRUCT_MEMBER (gint64, letter, field->offset);
}

static char *
day_text (PsDate day)
{
  return day != PS_DATE_OPEN ? ps_date_to_iso (day) : NULL;
}

static char *
number_text (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* NULL: nothing */
static char *
text_of (const PsLetter *letter, const Field *field)
{
  switch (field->kind)
    {
    case IS_WHOLE:
      return number_text (G_STRUCT_MEMBER (int, letter, field->offset));
    case IS_CENTS:
      return cents_of (letter, field) != PS_NO_NUMBER ? number_text (cents_of (letter, field)) : NULL;
    case IS_DAY:
      return day_text (G_STRUCT_MEMBER (PsDate, letter, field->offset));
    case IS_MOMENT:
      return cents_of (letter, field) != 0 ? ps_history_moment (cents_of (letter, field)) : NULL;
    case IS_KIND:
      return g_strdup (ps_letter_kind_code (letter->kind));
    case IS_STATE:
      return g_strdup (ps_letter_state_code (letter->state));
    case IS_MEANS:
      return letter->means != 0 ? g_strdup (ps_letter_means_code (letter->means)) : NULL;
    case IS_TEXT:
    default:
      return g_strdup (G_STRUCT_MEMBER (char *, letter, field->offset));
    }
}

/* NULL: it waits for nothing */
static const char *
waits_of (const PsLetter *letter, PsDate *by)
{
  static const char *const codes[] = {
    [PS_LETTER_WAITS_NOT] = NULL,    [PS_LETTER_WAITS_SENDING] = "sending",   [PS_LETTER_WAITS_ANSWER] = "answer",
    [PS_LETTER_WAITS_TALK] = "talk", [PS_LETTER_WAITS_DECISION] = "decision", [PS_LETTER_WAITS_CLOSING] = "closing",
  };
  PsLetterFacts facts;

  *by = PS_DATE_OPEN;
  ps_letter_facts (letter, &facts);
  return codes[ps_letter_waits (&facts, by)];
}

/* A draft has none. */
static const char *
number_of (const PsLetter *letter)
{
  return letter->number != 0 ? letter->number_text : NULL;
}

static void
add_field (PsJsonText *json, const PsLetter *letter, const Field *field)
{
  g_autofree char *text = text_of (letter, field);

  if (field->kind == IS_WHOLE)
    ps_json_text_number (json, field->name, G_STRUCT_MEMBER (int, letter, field->offset));
  else if (field->kind == IS_CENTS && text != NULL)
    ps_json_text_number (json, field->name, cents_of (letter, field));
  else
    ps_json_text_optional (json, field->name, text);
}

static void
add_letter (PsJsonText *json, const PsLetter *letter)
{
  PsDate by;
  const char *waits = waits_of (letter, &by);
  g_autofree char *day = day_text (by);

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_optional (json, "letter", number_of (letter));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (json, letter, &fields[i]);
  ps_json_text_optional (json, "waits_for", waits);
  ps_json_text_optional (json, "waits_by", day);
  ps_json_text_end (json, '}');
}

/**
 * ps_letters_to_json: PsLetter in their order, as docs/files-and-cli.md says.
 *
 * Returns: (transfer full)
 */
char *
ps_letters_to_json (GPtrArray *letters)
{
  GString *text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_begin (&json, "letters", '[');
  for (guint i = 0; i < letters->len; i++)
    add_letter (&json, g_ptr_array_index (letters, i));
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
append_value (GString *text, const char *value, const char *after)
{
  if (value != NULL)
    ps_csv_text_append (text, value);
  g_string_append (text, after);
}

static void
append_letter (GString *text, const PsLetter *letter)
{
  PsDate by;
  const char *waits = waits_of (letter, &by);
  g_autofree char *day = day_text (by);

  append_value (text, number_of (letter), ";");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = text_of (letter, &fields[i]);

      append_value (text, value, ";");
    }
  append_value (text, waits, ";");
  append_value (text, day, "\r\n");
}

/**
 * ps_letters_to_csv: a row a letter, with the names that the JSON has; `;`, CRLF, UTF-8 with a byte order mark.
 *
 * Returns: (transfer full)
 */
char *
ps_letters_to_csv (GPtrArray *letters)
{
  GString *text = g_string_new (BYTE_ORDER_MARK "letter;");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (text, "%s;", fields[i].name);
  g_string_append (text, "waits_for;waits_by\r\n");
  for (guint i = 0; i < letters->len; i++)
    append_letter (text, g_ptr_array_index (letters, i));
  return g_string_free (text, FALSE);
}
