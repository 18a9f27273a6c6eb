/* test-letter-filled.c: what is left of a letter's text when it is filled: never the table where none was asked for, never nothing (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-letter-text.h"

#include <string.h>

/* Without scopes every field of them is empty. */
static PsLetterFigures *
make_figures (void)
{
  PsLetterFigures *figures = g_new0 (PsLetterFigures, 1);

  figures->year = 2024;
  figures->heaviest = PS_NONE;
  figures->scopes = g_array_new (FALSE, TRUE, sizeof (PsLetterScope));
  return figures;
}

static void
assert_empty (GPtrArray *faults)
{
  const PsLetterFault *fault;

  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (fault->kind, ==, PS_LETTER_ERROR_EMPTY_TEXT);
  g_assert_cmpuint (fault->line, ==, 1);
  g_assert_cmpuint (fault->offset + fault->length, ==, 0);
}

/* A value is never taken for the table. */
static void
test_odd_values (void)
{
  g_autoptr (PsLetterFigures) figures = make_figures ();
  PsLetterValues values = { .figures = figures, .provider = "Maasduin Jeugdhulp" };
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  g_autofree char *read = NULL;

  values.provider = "{cijfers}";
  values.address = "a\n" PS_LETTER_TABLE_MARK "\nb";
  name = ps_letter_text_fill ("Dear\n{aanbieder}\n{cijfers}", &values, NULL);
  address = ps_letter_text_fill ("{adres}", &values, NULL);
  g_assert_cmpstr (name, ==, "Dear\n{cijfers}\n" PS_LETTER_TABLE_MARK);
  g_assert_cmpstr (address, ==, "a\n\nb");
  read = ps_letter_text_readable (name);
  g_assert_cmpstr (read, ==, "Dear\n{cijfers}\n(the table of figures)");
}

/* Where nothing is left of it, there is no letter. */
static void
test_blank (void)
{
  static const char *const texts[] = { "{?reden}Over {reden}", "{?reden}a\n{?regeling}b\n \n", PS_LETTER_TABLE_MARK };
  g_autoptr (PsLetterFigures) figures = make_figures ();
  PsLetterValues values = { .figures = figures, .provider = "Maasduin Jeugdhulp" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) faults = ps_letter_text_check (texts[i], &values);
      g_autoptr (GPtrArray) of_subject = ps_letter_subject_check (texts[0], &values);
      g_autoptr (GPtrArray) as_template = ps_letter_text_check (texts[i], NULL);
      g_autoptr (GError) error = NULL;

      assert_empty (faults);
      assert_empty (of_subject);
      g_assert_cmpuint (as_template->len, ==, 0);
      g_assert_null (ps_letter_text_fill (texts[i], &values, &error));
      g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_TEXT);
      g_assert_nonnull (strstr (error->message, "left out"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-filled/odd-values", test_odd_values);
  g_test_add_func ("/letter-filled/blank", test_blank);
  return g_test_run ();
}
