/* letters.c: how long it takes to draft, preview, send and write the letters of a peildatum
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: letters YYYY-MM-DD FOLDER REGION
 *
 * Prints a line a figure: its name, a tab, seconds ("letters": how many). Changes the file; the letters go to FOLDER, and the evidence of one.
 */
#include <stdio.h>

#include "figures.h"
#include "exchange/ps-letter-pdf.h"

static gint64
find_peildatum (PsStore *store, PsDate day)
{
  GError *error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (store, &error);

  figures_check (region != NULL, error);
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->date == day)
      return ps_region_peildatum (region, i)->id;
  figures_check (FALSE, NULL);
  return 0;
}

static void
time_drafting (PsStore *store, PsDate day)
{
  PsLetterDraftJob job = { .peildatum_id = find_peildatum (store, day), .today = day };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PsLetterReport) report = ps_letters_draft (store, "benchmark", &job, NULL, NULL, NULL, &error);

  figures_check (report != NULL, error);
  figures_print ("draft them", g_get_monotonic_time () - start);
}

static GArray *
list_ids (PsStore *store)
{
  PsLetterQuery query = { 0 };
  GError *error = NULL;
  g_autoptr (GPtrArray) letters = ps_letters_list (store, &query, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  figures_check (letters != NULL, error);
  for (guint i = 0; i < letters->len; i++)
    g_array_append_val (ids, ((const PsLetter *) g_ptr_array_index (letters, i))->id);
  printf ("letters\t%u\n", letters->len);
  return ids;
}

/* What one waits for between two keys while a letter is typed. */
static void
time_preview (PsStore *store, PsDate day, gint64 id)
{
  GError *error = NULL;
  g_autoptr (PsLetterPaper) paper = ps_letters_paper (store, id, "benchmark", day, NULL, NULL, &error);
  g_autoptr (GPtrArray) pages = NULL;
  gint64 start = g_get_monotonic_time ();

  figures_check (paper != NULL, error);
  pages = ps_letter_render_pages (paper, &error);
  figures_check (pages != NULL, error);
  figures_print ("lay out the pages of one", g_get_monotonic_time () - start);
}

static void
time_writing (PsStore *store, PsDate day, const GArray *ids, const char *folder, const char *name)
{
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();

  figures_check (
      ps_letters_write_folder (store, (const gint64 *) ids->data, ids->len, "benchmark", day, folder, NULL, NULL, NULL, &error),
      error);
  figures_print (name, g_get_monotonic_time () - start);
}

static void
time_sending (PsStore *store, PsDate day, const GArray *ids)
{
  PsLetterSendJob job = {
    .ids = (const gint64 *) ids->data, .n_ids = ids->len, .sent_on = day, .means = PS_LETTER_BY_POST, .today = day
  };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PsLetterReport) report =
      ps_letters_send (store, "benchmark", &job, ps_letter_render_pdf, NULL, NULL, NULL, NULL, &error);

  figures_check (report != NULL && report->done->len == ids->len, error);
  figures_print ("send them, with their pages", g_get_monotonic_time () - start);
}

static void
time_evidence (PsStore *store, gint64 id, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "evidence.pdf", NULL);
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();

  figures_check (ps_letter_write_evidence (store, id, path, &error), error);
  figures_print ("the evidence of one", g_get_monotonic_time () - start);
}

int
main (int argc, char *argv[])
{
  g_autoptr (PsStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;
  PsDate day;

  if (argc != 4 || !ps_date_parse (argv[1], &day))
    return 2;
  store = ps_store_open (argv[3], PS_STORE_WRITE, &error);
  figures_check (store != NULL, error);
  time_drafting (store, day);
  ids = list_ids (store);
  figures_check (ids->len > 0, NULL);
  time_preview (store, day, g_array_index (ids, gint64, 0));
  time_writing (store, day, ids, argv[2], "write the drafts as PDF");
  time_sending (store, day, ids);
  time_writing (store, day, ids, argv[2], "write the sent ones as PDF");
  time_evidence (store, g_array_index (ids, gint64, 0), argv[2]);
  return 0;
}
