/* ps-generate-messages.c: writes the messages that were made of one provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#include <string.h>

#define MAX_MONTHS 120

/* A client is a pseudonym (domain.md §10): never nine digits, and a different one for each number. */
static void
write_client (PsGenerateFile *file, guint32 client)
{
  static const char digits[] = "0123456789abcdef";
  guint32 mixed = (client + 1) * 2654435761u;
  char text[] = "jn-00000000";

  for (int i = 0; i < 8; i++)
    text[3 + i] = digits[(mixed >> (28 - 4 * i)) & 15];
  ps_generate_file_text (file, text);
}

static void
write_grant (PsGenerateFile *file, const PsMadeGrant *grant)
{
  if (grant->volume_milli != PS_NO_NUMBER)
    {
      ps_generate_file_decimal (file, grant->volume_milli, 3, 0);
      ps_generate_file_text (file, ps_words_csv (PS_WORDS_UNIT, (int) grant->unit));
      ps_generate_file_text (file, ps_words_csv (PS_WORDS_FREQUENCY, (int) grant->frequency));
    }
  else
    ps_generate_file_empty (file, 3);
  if (grant->budget != PS_NO_NUMBER)
    ps_generate_file_number (file, grant->budget);
  else
    ps_generate_file_empty (file, 1);
}

static void
write_assignment (PsGenerateMaker *maker, const PsMadeAssignment *assignment)
{
  static const int referrers[] = { 1, 4, -1, 5, 2, 3, 6, 8 };
  static const int weights[] = { 560, 190, 70, 50, 100, 15, 10, 5 };
  const PsGenerateCatalogue *catalogue = maker->catalogue;
  PsGenerateFile *file = maker->files.assignments;
  PsMadeGrant grant;

  ps_generate_grant (maker, assignment, &grant);
  ps_generate_file_number (file, (gint64) assignment->number);
  write_client (file, assignment->client);
  ps_generate_file_text (file, maker->profile->agb);
  ps_generate_file_text (file, ps_generate_catalogue_municipality (catalogue, assignment->municipality)->code);
  if (assignment->product == PS_NONE)
    {
      ps_generate_file_empty (file, 1);
      ps_generate_file_text (file, ps_generate_catalogue_group (catalogue, assignment->group)->code);
    }
  else
    {
      ps_generate_file_text (file, ps_generate_catalogue_product (catalogue, assignment->product)->code);
      ps_generate_file_empty (file, 1);
    }
  ps_generate_file_date (file, assignment->start);
  ps_generate_file_date (file, assignment->end);
  write_grant (file, &grant);
  ps_generate_file_text (
      file, ps_words_csv (PS_WORDS_REFERRER, referrers[ps_random_weighted (&maker->random, weights, G_N_ELEMENTS (weights))]));
  ps_generate_file_end_row (file);
}

/* Most messages are sent within the five working days that are the norm (domain.md §8). */
static void
write_sent (PsGenerateMaker *maker, PsDate day)
{
  PsDate sent = day;

  if (day != PS_DATE_OPEN)
    sent += ps_random_chance (&maker->random, 820) ? ps_random_between (&maker->random, 1, 6)
                                                   : ps_random_between (&maker->random, 8, 35);
  if (sent > maker->catalogue->period.known_through)
    sent = PS_DATE_OPEN;
  ps_generate_file_date (maker->files.care, sent);
}

static void
write_care (PsGenerateMaker *maker, const PsMadeCare *care)
{
  const PsMadeAssignment *assignment = &g_array_index (maker->assignments, PsMadeAssignment, care->assignment);
  PsGenerateFile *file = maker->files.care;

  ps_generate_file_text (file, ps_generate_catalogue_municipality (maker->catalogue, assignment->municipality)->code);
  ps_generate_file_number (file, (gint64) assignment->number);
  ps_generate_file_date (file, care->start);
  ps_generate_file_date (file, care->stop);
  ps_generate_file_text (file, care->stop == PS_DATE_OPEN ? "" : ps_words_csv (PS_WORDS_END_REASON, care->reason));
  write_sent (maker, care->start);
  write_sent (maker, care->stop);
  ps_generate_file_end_row (file);
}

/* "R" and a number: unique for the provider, as the key wants it. */
static void
write_reference (PsGenerateFile *file, guint number)
{
  char text[] = "R00000000";

  for (int i = 8; i > 0; i--, number /= 10)
    text[i] = (char) ('0' + number % 10);
  ps_generate_file_text (file, text);
}

static void
write_line (PsGenerateMaker *maker, const PsMadeLine *line, guint number, const char *declaration)
{
  const PsMadeAssignment *assignment = &g_array_index (maker->assignments, PsMadeAssignment, line->assignment);
  PsGenerateFile *file = maker->files.declarations;

  write_reference (file, number);
  ps_generate_file_text (file, ps_generate_catalogue_municipality (maker->catalogue, assignment->municipality)->code);
  ps_generate_file_number (file, (gint64) assignment->number);
  ps_generate_file_text (file, ps_generate_catalogue_product (maker->catalogue, line->product)->code);
  ps_generate_file_date (file, line->from);
  ps_generate_file_date (file, line->to);
  ps_generate_file_decimal (file, line->volume_milli, 3, 0);
  if (line->unit != PS_UNIT_NONE)
    ps_generate_file_text (file, ps_words_csv (PS_WORDS_UNIT, (int) line->unit));
  else
    ps_generate_file_empty (file, 1);
  if (line->tariff_e4 != PS_NO_NUMBER)
    ps_generate_file_decimal (file, line->tariff_e4, 4, 2);
  else
    ps_generate_file_empty (file, 1);
  ps_generate_file_decimal (file, line->amount_cents, 2, 2);
  ps_generate_file_text (file, ps_words_csv (PS_WORDS_LINE_STATUS, (int) line->status));
  ps_generate_file_text (file, declaration);
  ps_generate_file_end_row (file);
}

static guint
month_of (const PsGenerateMaker *maker, PsDate day)
{
  int year, month;

  ps_date_to_ymd (day, &year, &month, NULL);
  return (guint) ((year - maker->catalogue->period.first_year) * 12 + month - 1);
}

/* A provider declares month by month, so the file holds its lines in that order. */
static void
write_lines (PsGenerateMaker *maker)
{
  guint starts[MAX_MONTHS + 1] = { 0 };
  g_autofree guint *order = g_new (guint, maker->lines->len);
  guint n_months = (guint) maker->catalogue->period.n_years * 12;
  guint number = 0;

  g_assert (n_months <= MAX_MONTHS);
  for (guint i = 0; i < maker->lines->len; i++)
    starts[month_of (maker, g_array_index (maker->lines, PsMadeLine, i).from) + 1]++;
  for (guint month = 0; month < n_months; month++)
    starts[month + 1] += starts[month];
  for (guint i = 0; i < maker->lines->len; i++)
    order[starts[month_of (maker, g_array_index (maker->lines, PsMadeLine, i).from)]++] = i;

  for (guint i = 0; i < maker->lines->len; i++)
    {
      const PsMadeLine *line = &g_array_index (maker->lines, PsMadeLine, order[i]);
      guint month = month_of (maker, line->from);
      char declaration[16];

      g_snprintf (declaration, sizeof declaration, "D%04u%02u", (guint) maker->catalogue->period.first_year + month / 12,
                  month % 12 + 1);
      write_line (maker, line, ++number, declaration);
    }
}

void
ps_generate_messages (PsGenerateMaker *maker)
{
  for (guint i = 0; i < maker->assignments->len; i++)
    write_assignment (maker, &g_array_index (maker->assignments, PsMadeAssignment, i));
  for (guint i = 0; i < maker->care->len; i++)
    write_care (maker, &g_array_index (maker->care, PsMadeCare, i));
  write_lines (maker);
}
