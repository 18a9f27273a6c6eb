/* test-letter-pdf.c: a bandwidth letter on paper: its figures, its order, and that everything fits
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "exchange/ps-letter-pdf.h"
#include "letter-builder.h"
#include "pdf-read.h"

typedef struct
{
  PsLetterPaper *paper;
  GBytes *pdf;
  char *text; /* as it lies on the pages */
} Letter;

static void
letter_clear (Letter *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->paper, test_letter_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letter, letter_clear)

static GBytes *
render (const PsLetterPaper *paper)
{
  GError *error = NULL;
  GBytes *pdf = ps_letter_render_pdf (paper, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
print (Letter *self)
{
  self->pdf = render (self->paper);
  self->text = pdf_text (self->pdf, "-layout");
  pdf_assert_tidy (self->pdf);
}

/* € 1.972.899,40 on € 1.764.000,00 is 111,84 %; € 208.899,40 above it; 105 % of it is € 1.852.200,00; 819.346,20 is 46,45 %. */
static Letter
make (void)
{
  Letter self = { .paper = test_letter_new () };

  test_letter_add_scope (self.paper, "Whole provider", 197289940);
  return self;
}

static void
test_order (void)
{
  static const char *const options[] = { "-layout", "-raw" };
  g_auto (Letter) self = make ();

  print (&self);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *text = pdf_text (self.pdf, options[i]);

      pdf_assert_order (
          text, "Maasduin Jeugdhulp", "For the board", "Postbus 1204", "5900 BB Blerick", "Subject: the bandwidth of 2024",
          "Dear board,", "Before the figures.", "Agreed ceiling 2024", "€ 1,764,000.00", "Upper border of the bandwidth (105 %)",
          "€ 1,852,200.00", "Realised through 31-05-2024 (46.4 % of the ceiling)", "€ 819,346.20",
          "Forecast 2024 (linear, 111.8 % of the ceiling)", "€ 1,972,899.40", "Forecast above the ceiling", "€ 208,899.40",
          "Expected deduction under the scheme Donut hole 3 %", "€ 120,047.64", "After the figures.", "A line of its own.",
          "Kind regards,", "A. Signer", "BB-2024-0023", "page 1 of 1", NULL);
      pdf_assert_order (text, "Region of rivers", "Postbus 12", "5900 AA Venlo", "Dear board", NULL);
      pdf_assert_order (text, "Venlo, 26-07-2024", "Reference BB-2024-0023", "Dear board", NULL);
    }
  /* The whole provider needs no name, and one page no header. */
  g_assert_null (strstr (self.text, "Whole provider"));
  g_assert_cmpuint (pdf_count (self.text, "A. Signer"), ==, 1);
}

/* In points from the top left: the window of an envelope shows what is between 50 and 90 mm down. */
static void
test_window (void)
{
  g_auto (Letter) self = make ();
  g_autoptr (GPtrArray) words = NULL;
  guint n = 0;

  test_letter_set (&self.paper->addressee, "Maasduin\nFor the board\nMs Ten Broeke\nBuilding C\nPostbus 1204\n5900XX Blerick");
  print (&self);
  words = pdf_words (self.pdf);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = g_ptr_array_index (words, i);

      if (!g_str_equal (word->text, "Maasduin") && !g_str_equal (word->text, "5900XX"))
        continue;
      g_assert_cmpfloat (word->left, <, 72);
      g_assert_cmpfloat (word->top, >, 141);
      g_assert_cmpfloat (word->bottom, <, 255);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_structure (void)
{
  g_auto (Letter) self = make ();
  g_autofree char *info = NULL, *structure = NULL;

  print (&self);
  info = pdf_info (self.pdf, NULL);
  structure = pdf_info (self.pdf, "-struct-text");
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (info, "Title:           BB-2024-0023: the bandwidth of 2024"));
  g_assert_nonnull (strstr (info, "Author:          Region of rivers"));
  pdf_assert_order (structure, "Document", "P (block)", "Region of rivers", "Venlo, 26-07-2024", "Maasduin Jeugdhulp",
                    "H1 (block)", "Subject:", "P (block)", "Dear board", "Table (block)", "TR", "TD", "Agreed ceiling 2024", "TD",
                    "€ 1,764,000.00", "P (block)", "Kind regards", "A. Signer", NULL);
}

static void
test_same_bytes (void)
{
  g_auto (Letter) first = make (), second = make ();

  print (&first);
  /* When it was drafted or recorded is not on it. */
  second.paper->letter->drafted_at = second.paper->letter->sent_at = G_GINT64_CONSTANT (1747051620) * G_USEC_PER_SEC;
  print (&second);
  g_assert_true (g_bytes_equal (first.pdf, second.pdf));
}

static void
test_pages (void)
{
  g_auto (Letter) self = make ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = ps_letter_render_pages (self.paper, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);
}

/* ---- what it is about */

static void
test_below (void)
{
  g_auto (Letter) self = { .paper = test_letter_new () };

  test_letter_add_scope (self.paper, "AMB1", 150000000);
  g_array_index (self.paper->figures->scopes, PsLetterScope, 0).at_stake_cents = 0;
  self.paper->letter->kind = PS_LETTER_UNDER;
  print (&self);
  pdf_assert_order (self.text, "Agreed ceiling 2024", "AMB1", "Lower border of the bandwidth (95 %)", "€ 1,675,800.00",
                    "Forecast 2024 (linear, 85.0 % of the ceiling)", "Forecast below the ceiling", "€ 264,000.00", NULL);
  g_assert_null (strstr (self.text, "Expected deduction"));
}

/* Nothing of the year is known yet, and nothing was agreed: no share of nothing. */
static void
test_nothing_known (void)
{
  g_auto (Letter) self = make ();
  PsLetterScope *scope = &g_array_index (self.paper->figures->scopes, PsLetterScope, 0);

  self.paper->figures->through = ps_date_from_ymd (2023, 12, 31);
  scope->realised_cents = scope->ceiling_cents = scope->forecast_cents = 0;
  scope->method = PS_FORECAST_CEILING;
  print (&self);
  pdf_assert_order (self.text, "Agreed ceiling 2024", "€ 0.00", "Realised in 2024 (no data yet)", "€ 0.00", "Forecast 2024 (",
                    "Forecast above the ceiling", "€ 0.00", NULL);
  g_assert_null (strstr (self.text, "of the ceiling)"));
}

static void
test_draft (void)
{
  g_auto (Letter) self = make ();
  g_auto (Letter) final = make ();
  g_autofree char *long_text = NULL;

  test_letter_set (&self.paper->letter->number_text, "Draft");
  self.paper->letter->number = 0;
  self.paper->letter->state = PS_LETTER_DRAFT;
  long_text = g_strnfill (2500, 'x');
  for (guint i = 20; i < 2500; i += 21)
    long_text[i] = ' ';
  test_letter_set (&self.paper->letter->body, long_text);
  print (&self);
  self.paper->draft = TRUE;
  g_clear_pointer (&final.paper, test_letter_free);
  final.paper = g_steal_pointer (&self.paper);
  print (&final);
  /* The mark is seen, not read; the foot of each page says it in words. */
  g_assert_false (g_bytes_equal (self.pdf, final.pdf));
  g_assert_cmpstr (self.text, ==, final.text);
  g_assert_nonnull (strstr (final.text, "Draft"));
}

/* ---- where the figures stand, and who signs */

static void
assert_body (const char *body, const char *signer, const char *const *order)
{
  g_auto (Letter) self = make ();
  const char *at;

  test_letter_set (&self.paper->letter->body, body);
  test_letter_set (&self.paper->signer, signer);
  print (&self);
  at = strstr (self.text, "Subject:");
  for (guint i = 0; order[i] != NULL; i++)
    {
      const char *found = strstr (at, order[i]);

      if (found == NULL)
        g_error ("“%s” is missing or out of order in: %s", order[i], self.text);
      at = found + strlen (order[i]);
    }
  g_assert_null (strstr (self.text, PS_LETTER_TABLE_MARK));
  g_assert_cmpuint (pdf_count (self.text, "Agreed ceiling"), ==, 1);
  g_assert_cmpuint (pdf_count (self.text, "A. Signer"), <=, 1);
}

static void
test_bodies (void)
{
  /* Nowhere asked for: at the end, but the closing words close. */
  assert_body ("One.\n\nTwo.\n\nRegards,", "A. Signer",
               (const char *const[]){ "One.", "Two.", "Agreed ceiling", "Regards,", "A. Signer", NULL });
  /* Within a paragraph, on a line of its own, with blanks and the line ends of another system. */
  assert_body ("One.\r\n " PS_LETTER_TABLE_MARK " \r\nTwo.\r\n\r\nRegards,", "A. Signer",
               (const char *const[]){ "One.", "Agreed ceiling", "Two.", "Regards,", "A. Signer", NULL });
  /* Words in braces are words. */
  assert_body ("One.\n\n{cijfers}\n\nRegards,", "A. Signer",
               (const char *const[]){ "One.", "{cijfers}", "Agreed ceiling", "Regards,", "A. Signer", NULL });
  /* A template that names the signer itself. */
  assert_body ("One.\n\n" PS_LETTER_TABLE_MARK "\n\nRegards,\nA. Signer\nmanager", "A. Signer",
               (const char *const[]){ "Agreed ceiling", "Regards,", "A. Signer", "manager", NULL });
  assert_body ("One.\n\n" PS_LETTER_TABLE_MARK "\n\nRegards,\n\nA. Signer", "A. Signer",
               (const char *const[]){ "Agreed ceiling", "Regards,", "A. Signer", NULL });
  /* Nobody, or nothing but figures. */
  assert_body ("One.\n\nRegards,", "", (const char *const[]){ "One.", "Agreed ceiling", "Regards,", NULL });
  assert_body (PS_LETTER_TABLE_MARK, "A. Signer", (const char *const[]){ "Agreed ceiling", "A. Signer", NULL });
  assert_body ("", "A. Signer", (const char *const[]){ "Agreed ceiling", "A. Signer", NULL });
}

/* However long the text is, the closing words are on the page of the name below them. */
static void
test_signature_is_whole (void)
{
  for (guint lines = 20; lines < 60; lines += 3)
    {
      g_auto (Letter) self = make ();
      g_autoptr (GString) body = g_string_new (NULL);
      g_auto (GStrv) pages = NULL;

      for (guint i = 0; i < lines; i++)
        g_string_append_printf (body, "Line %u of the text.\n%s", i, i % 4 == 3 ? "\n" : "");
      g_string_append (body, "\n\nWITH REGARDS,");
      test_letter_set (&self.paper->letter->body, body->str);
      print (&self);
      pages = g_strsplit (self.text, "\f", -1);
      for (guint page = 0; pages[page] != NULL; page++)
        g_assert_true ((strstr (pages[page], "WITH REGARDS,") != NULL) == (strstr (pages[page], "A. Signer") != NULL));
    }
}

/* ---- much of everything */

static void
test_many_scopes (void)
{
  g_auto (Letter) self = { .paper = test_letter_new () };
  g_autofree char *structure = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *label = g_strdup_printf ("GROUP%02u, a municipality with a very long name", i);

      test_letter_add_scope (self.paper, label, 197289940);
    }
  print (&self);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *label = g_strdup_printf ("GROUP%02u,", i);

      g_assert_cmpuint (pdf_count (self.text, label), ==, 1);
    }
  g_assert_cmpuint (pdf_count (self.text, "Over the bandwidth; forecast: linear"), ==, 40);
  /* 40 × € 1.764.000,00, 40 × € 819.346,20, 40 × € 1.972.899,40, 40 × € 208.899,40, 40 × € 120.047,64 */
  pdf_assert_order (self.text, "Total", "70,560,000.00", "32,773,848.00", "78,915,976.00", "111.8 %", "8,355,976.00",
                    "4,801,905.60", "After the figures.", NULL);
  structure = pdf_info (self.pdf, "-struct-text");
  g_assert_cmpuint (pdf_count (structure, "Table (block)"), ==, 1);
}

/* Names as no organisation has them: of 400 letters, and of one word that no line holds. */
static void
test_long_names (void)
{
  g_autofree char *word = g_strnfill (160, 'W');
  g_autofree char *letters = g_strnfill (400, 'a');
  g_auto (Letter) self = make ();
  g_autofree char *addressee = NULL, *letterhead = NULL, *subject = NULL, *signer = NULL;

  for (guint i = 12; i < 400; i += 13)
    letters[i] = ' ';
  addressee = g_strdup_printf ("%s\n%s\nBuilding\nStreet 1\nPostbus 2\n1234 AB Place", letters, word);
  letterhead = g_strdup_printf ("%s\n%s\n1234 AB %s", letters, word, word);
  subject = g_strdup_printf ("%s %s", letters, word);
  signer = g_strdup_printf ("%s\n%s", letters, word);
  test_letter_set (&self.paper->addressee, addressee);
  test_letter_set (&self.paper->letterhead, letterhead);
  test_letter_set (&self.paper->letter->subject, subject);
  test_letter_set (&self.paper->letter->provider, letters);
  test_letter_set (&self.paper->letter->body, letters);
  test_letter_set (&self.paper->signer, signer);
  test_letter_set (&g_array_index (self.paper->figures->scopes, PsLetterScope, 0).label, word);
  print (&self);
  g_assert_nonnull (strstr (self.text, "€ 1,972,899.40"));
  test_letter_add_scope (self.paper, letters, 197289940);
  test_letter_add_scope (self.paper, word, G_MAXINT64 / 4);
  g_clear_pointer (&self.text, g_free);
  g_clear_pointer (&self.pdf, g_bytes_unref);
  print (&self);
  g_assert_cmpuint (pdf_count (self.text, "1,972,899.40"), ==, 2);
}

/* From one paragraph's first line to the next one's, in points. */
static double
paragraph_gap (GBytes *pdf)
{
  g_autoptr (GPtrArray) words = pdf_words (pdf);
  double first = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = g_ptr_array_index (words, i);

      if (g_str_equal (word->text, "paragraph") && first > 0)
        return word->top - first;
      if (g_str_equal (word->text, "paragraph"))
        first = word->top;
    }
  g_assert_not_reached ();
}

static Letter
make_long (guint n_paragraphs)
{
  Letter self = make ();
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (
        body, "A paragraph that needs two lines of the page, for it says what it has to say in more words than one line of it "
              "can hold.\n\n");
  g_string_append (body, PS_LETTER_TABLE_MARK "\n\nKind regards,");
  test_letter_set (&self.paper->letter->body, body->str);
  print (&self);
  return self;
}

/* A page that would have little but the signature on it is saved, by less air; and screen and printer have the same pages. */
static void
test_page_saved (void)
{
  guint n_saved = 0;

  for (guint n = 5; n < 15; n++)
    {
      g_auto (Letter) self = make_long (n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pages = ps_letter_render_pages (self.paper, &error);
      guint n_pages = pdf_count (self.text, "\f");
      gboolean tight = paragraph_gap (self.pdf) < 31.5;

      g_assert_no_error (error);
      g_assert_cmpuint (pages->len, ==, n_pages);
      g_assert_false (tight && (n == 5 || n_pages > 1));
      n_saved += tight ? 1 : 0;
    }
  g_assert_cmpuint (n_saved, >, 0);
  g_assert_cmpuint (n_saved, <, 4);
}

static void
test_three_pages (void)
{
  g_auto (Letter) self = make ();
  g_autoptr (GString) body = g_string_new ("Dear board,\n\n");
  g_autofree char *info = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (
        body,
        "Paragraph %02u says the same as all the others do, in so many words that it needs more than one line "
        "of the page, which is what a paragraph is there for.%s",
        i, i == 20 ? "\n\n" PS_LETTER_TABLE_MARK "\n\n" : "\n\n");
  g_string_append (body, "Kind regards,");
  test_letter_set (&self.paper->letter->body, body->str);
  print (&self);
  info = pdf_info (self.pdf, NULL);
  g_assert_nonnull (strstr (info, "Pages:           3"));
  g_assert_cmpuint (pdf_count (self.text, "Region of rivers · Maasduin Jeugdhulp · 26-07-2024"), ==, 2);
  pdf_assert_order (self.text, "Paragraph 00", "page 1 of 3", "Paragraph 20", "Agreed ceiling", "Paragraph 21", "page 3 of 3",
                    NULL);
}

/* ---- its name, and its place */

static void
assert_name (const char *number_text, int number, const char *provider, const char *wanted)
{
  g_auto (Letter) self = { .paper = test_letter_new () };
  g_autofree char *name = NULL;

  test_letter_set (&self.paper->letter->number_text, number_text);
  self.paper->letter->number = number;
  test_letter_set (&self.paper->letter->provider, provider);
  name = ps_letter_file_name (self.paper->letter);
  g_assert_cmpstr (name, ==, wanted);
}

static void
test_file_name (void)
{
  assert_name ("BB-2024-0023", 23, "Maasduin Jeugdhulp", "BB-2024-0023 Maasduin Jeugdhulp");
  assert_name ("BB-2024-0023", 23, "A/B: \"C\" \n..\\D*", "BB-2024-0023 A B C .. D");
  assert_name ("Draft", 0, "Maasduin", "Draft 2024-07-19 Maasduin 41410001");
}

static void
assert_place (const char *letterhead, const char *wanted)
{
  g_auto (Letter) self = make ();

  test_letter_set (&self.paper->letterhead, letterhead);
  print (&self);
  g_assert_nonnull (strstr (self.text, wanted));
}

static void
test_place (void)
{
  assert_place ("Region\nStreet 1, 5911 XX Horst aan de Maas\nPostbus 2, 5900 AA Venlo", "Horst aan de Maas, 26-07-2024");
  assert_place ("Region\nPostbus 2 · 5900AA Venlo · 077 1234567", "Venlo, 26-07-2024");
  assert_place ("Region\nStreet 1", " 26-07-2024");
  assert_place ("", " 26-07-2024");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-pdf/order", test_order);
  g_test_add_func ("/letter-pdf/window", test_window);
  g_test_add_func ("/letter-pdf/structure", test_structure);
  g_test_add_func ("/letter-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/letter-pdf/pages", test_pages);
  g_test_add_func ("/letter-pdf/below", test_below);
  g_test_add_func ("/letter-pdf/nothing-known", test_nothing_known);
  g_test_add_func ("/letter-pdf/draft", test_draft);
  g_test_add_func ("/letter-pdf/bodies", test_bodies);
  g_test_add_func ("/letter-pdf/signature-is-whole", test_signature_is_whole);
  g_test_add_func ("/letter-pdf/many-scopes", test_many_scopes);
  g_test_add_func ("/letter-pdf/long-names", test_long_names);
  g_test_add_func ("/letter-pdf/page-saved", test_page_saved);
  g_test_add_func ("/letter-pdf/three-pages", test_three_pages);
  g_test_add_func ("/letter-pdf/file-name", test_file_name);
  g_test_add_func ("/letter-pdf/place", test_place);
  return g_test_run ();
}
