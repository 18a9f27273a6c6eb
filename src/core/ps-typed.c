/* ps-typed.c: numbers as people type them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  TYPED_MONEY,
  TYPED_TARIFF,
  TYPED_PERCENT,
  TYPED_COUNT,
  TYPED_VOLUME
} Kind;

static const int decimals_of[] = {
  [TYPED_MONEY] = 2, [TYPED_TARIFF] = 4, [TYPED_PERCENT] = 2, [TYPED_COUNT] = 0, [TYPED_VOLUME] = 3
};

/* The hyphen, the real minus, and the dashes that word processors make of them. */
static const gunichar minus_signs[] = { '-', 0x2212, 0x2010, 0x2011, 0x2012, 0x2013 };

static const char *const euro_words[] = { "€", "eur", "euro" };

/**
 * ps_typed_is_blank: whether `c` is a blank of any kind: a space that does not break, one of no width, a byte-order mark.
 */
gboolean
ps_typed_is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

/**
 * ps_typed_only_blanks: whether `text` says nothing: it is NULL, or has nothing but blanks in it. It is no reason then, where somebody
 * must give one.
 */
gboolean
ps_typed_only_blanks (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!ps_typed_is_blank (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Removes blanks at both ends; `text` is changed and is not the start any more. */
static char *
strip (char *text)
{
  char *end;

  while (*text != '\0' && ps_typed_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text && ps_typed_is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';
  return text;
}

static gboolean
take_minus (char **text)
{
  gunichar first = g_utf8_get_char (*text);

  for (guint i = 0; i < G_N_ELEMENTS (minus_signs); i++)
    if (first == minus_signs[i])
      {
        *text = strip (g_utf8_next_char (*text));
        return TRUE;
      }
  return FALSE;
}

/* A word is not part of a longer one: "eur" is not taken from "euro". */
static gboolean
take_word_before (char **text, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*text, word, length) != 0 || g_ascii_isalpha ((*text)[length]))
    return FALSE;
  *text = strip (*text + length);
  return TRUE;
}

static gboolean
take_word_after (char **text, const char *word)
{
  gsize length = strlen (*text), word_length = strlen (word);
  char *start = *text + length - word_length;

  if (length < word_length || g_ascii_strcasecmp (start, word) != 0 || (start > *text && g_ascii_isalpha (start[-1])))
    return FALSE;
  *start = '\0';
  *text = strip (*text);
  return TRUE;
}

/* "12,-" and "12,--": whole euros */
static void
take_whole_euros (char *text)
{
  char *comma = strrchr (text, ',');

  if (comma != NULL && comma > text && (g_str_equal (comma, ",-") || g_str_equal (comma, ",--") || g_str_equal (comma, ",–")))
    *comma = '\0';
}

/* The euro sign before or after, and before or after the minus. Returns whether there was a minus. */
static gboolean
take_money_signs (char **text)
{
  gboolean negative = take_minus (text), euro = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (euro_words) && !euro; i++)
    euro = take_word_before (text, euro_words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (euro_words) && !euro; i++)
    euro = take_word_after (text, euro_words[i]);
  if (euro && !negative)
    negative = take_minus (text);
  take_whole_euros (*text);
  return negative;
}

/* Leaves the digits with their separators; a minus becomes the one of ps_number_parse(). NULL where there are only blanks. */
static char *
bare_number (const char *typed, Kind kind)
{
  g_autofree char *copy = g_utf8_make_valid (typed, -1);
  char *text = strip (copy);
  gboolean negative;

  if (*text == '\0')
    return NULL;
  if (kind == TYPED_MONEY || kind == TYPED_TARIFF)
    negative = take_money_signs (&text);
  else
    negative = take_minus (&text);
  if (kind == TYPED_PERCENT)
    take_word_after (&text, "%");
  return g_strconcat (negative ? "-" : "", text, NULL);
}

static gboolean
reads_well (const char *number, Kind kind)
{
  gint64 value;

  return ps_number_parse (number, decimals_of[kind], PS_DECIMAL_COMMA, &value) == PS_NUMBER_OK;
}

/* The number with its points and commas changed places, where that is plainly what was meant: 12.5 and 1,234.50. A point before
 * three decimals says nothing. NULL: nobody knows. */
static char *
swap_signs (const char *number, Kind kind)
{
  const char *point = strrchr (number, '.');
  g_autofree char *swapped = g_strdup (number);

  if (point == NULL || strchr (point, ',') != NULL || (strlen (point + 1) == 3 && strchr (number, ',') == NULL))
    return NULL;
  for (char *c = swapped; *c != '\0'; c++)
    *c = *c == '.' ? ',' : *c == ',' ? '.' : *c;
  return reads_well (swapped, kind) ? g_steal_pointer (&swapped) : NULL;
}

static char *
say_malformed (const char *number, Kind kind)
{
  g_autofree char *meant = swap_signs (number, kind);

  if (meant != NULL)
    return g_strdup_printf (_("Decimals come after a comma: write %s."), meant);
  switch (kind)
    {
    case TYPED_MONEY:
      return g_strdup (_("This is not an amount: write it as 1234,50 or 1.234,50."));
    case TYPED_TARIFF:
      return g_strdup (_("This is not a tariff: write it as 93,42 or 1.593,4275."));
    case TYPED_PERCENT:
      return g_strdup (_("This is not a percentage: write it as 103 or 4,96."));
    case TYPED_COUNT:
      return g_strdup (_("This is not a whole number: write it as 1250 or 1.250."));
    case TYPED_VOLUME:
    default:
      return g_strdup (_("This is not a number: write it as 12,5 or 1.250."));
    }
}

static const char *
say_too_precise (Kind kind)
{
  switch (kind)
    {
    case TYPED_MONEY:
      return _("An amount has at most two decimals; thousands are separated by points.");
    case TYPED_TARIFF:
      return _("A tariff has at most four decimals.");
    case TYPED_PERCENT:
      return _("A percentage has at most two decimals.");
    case TYPED_COUNT:
      return _("This is a whole number: it has no decimals.");
    case TYPED_VOLUME:
    default:
      return _("A number has at most three decimals here.");
    }
}

static char *
say_wrong (PsNumberStatus status, const char *number, Kind kind)
{
  if (status == PS_NUMBER_TOO_PRECISE)
    return g_strdup (say_too_precise (kind));
  if (status == PS_NUMBER_TOO_LARGE)
    return g_strdup (_("This number is too large."));
  return say_malformed (number, kind);
}

static PsTyped
read_number (const char *text, Kind kind, gint64 *value, char **why)
{
  g_autofree char *number = bare_number (text, kind);
  PsNumberStatus status;

  *value = PS_NO_NUMBER;
  if (why != NULL)
    *why = NULL;
  if (number == NULL)
    return PS_TYPED_EMPTY;

  /* A second minus: bare_number() took one. */
  status = g_str_has_prefix (number, "--") ? PS_NUMBER_MALFORMED
                                           : ps_number_parse (number, decimals_of[kind], PS_DECIMAL_COMMA, value);
  if (status == PS_NUMBER_OK)
    return PS_TYPED_OK;
  *value = PS_NO_NUMBER;
  if (why != NULL)
    *why = say_wrong (status, number, kind);
  return PS_TYPED_WRONG;
}

/**
 * ps_typed_money: reads an amount: 1234,5 · 1.234,50 · € 1.234,50 · € -12,00 · 12,-
 * @cents: becomes the amount, or PS_NO_NUMBER
 * @why: (out) (optional) (transfer full) (nullable): what is wrong, in a translated sentence that says how to write it
 */
PsTyped
ps_typed_money (const char *text, gint64 *cents, char **why)
{
  return read_number (text, TYPED_MONEY, cents, why);
}

/**
 * ps_typed_tariff: reads a tariff as ps_typed_money() reads an amount, with at most four decimals, into ten-thousandths of a euro.
 */
PsTyped
ps_typed_tariff (const char *text, gint64 *tariff_e4, char **why)
{
  return read_number (text, TYPED_TARIFF, tariff_e4, why);
}

/**
 * ps_typed_percent: reads a percentage, with its sign or without, into basis points: 103 · 103 % · 4,96%
 */
PsTyped
ps_typed_percent (const char *text, gint64 *share_bp, char **why)
{
  return read_number (text, TYPED_PERCENT, share_bp, why);
}

/**
 * ps_typed_count: reads a whole number.
 */
PsTyped
ps_typed_count (const char *text, gint64 *count, char **why)
{
  return read_number (text, TYPED_COUNT, count, why);
}

/**
 * ps_typed_volume: reads hours, days or places with at most three decimals, into thousandths.
 */
PsTyped
ps_typed_volume (const char *text, gint64 *volume_milli, char **why)
{
  return read_number (text, TYPED_VOLUME, volume_milli, why);
}

/* `digits` of the whole part with points between thousands. */
static void
append_thousands (GString *text, const char *digits, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
}

/* Zeros at the end are left out down to `least` decimals. */
static char *
write_number (gint64 value, Kind kind, gsize least)
{
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;
  gsize decimals = decimals_of[kind];
  g_autofree char *digits = NULL;
  gsize whole, length;
  GString *text;

  if (value == PS_NO_NUMBER)
    return g_strdup ("");
  digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  length = strlen (digits);
  whole = length - decimals;
  while (length > whole + least && digits[length - 1] == '0')
    digits[--length] = '\0';

  text = g_string_new (value < 0 ? "-" : NULL);
  append_thousands (text, digits, whole);
  if (length > whole)
    g_string_append_printf (text, ",%s", digits + whole);
  return g_string_free (text, FALSE);
}

/**
 * ps_typed_write_money: 1.234,50
 */
char *
ps_typed_write_money (gint64 cents)
{
  return write_number (cents, TYPED_MONEY, 2);
}

/**
 * ps_typed_write_tariff: 93,42; four decimals only where they are needed.
 */
char *
ps_typed_write_tariff (gint64 tariff_e4)
{
  return write_number (tariff_e4, TYPED_TARIFF, 2);
}

/**
 * ps_typed_write_percent: 4,96
 */
char *
ps_typed_write_percent (gint64 share_bp)
{
  return write_number (share_bp, TYPED_PERCENT, 0);
}

/**
 * ps_typed_write_count: 1.250
 */
char *
ps_typed_write_count (gint64 count)
{
  return write_number (count, TYPED_COUNT, 0);
}

/**
 * ps_typed_write_volume: 12,5
 */
char *
ps_typed_write_volume (gint64 volume_milli)
{
  return write_number (volume_milli, TYPED_VOLUME, 0);
}
