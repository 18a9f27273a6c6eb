/* ps-writer-scopes.c: the incentive schemes of an agreement of a file, within each scope of exchange
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-writer-agreements.h"

static gboolean
same_scope (const PsPendingAgreement *agreement, const PsPendingLine *a, const PsPendingLine *b)
{
  switch (agreement->exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return TRUE;
    case PS_EXCHANGE_SEGMENT:
      return a->segment_id == b->segment_id;
    case PS_EXCHANGE_GROUP:
      return a->group_id == b->group_id;
    case PS_EXCHANGE_LINE:
    default:
      return FALSE;
    }
}

/* The line that decides on the scheme of this one's scope: one that is not in the file, else the first of the file. */
static const PsPendingLine *
deciding_line (const PsPendingAgreement *agreement, const PsPendingLine *line)
{
  const PsPendingLine *first = NULL;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsPendingLine *other = g_ptr_array_index (agreement->lines, i);

      if (other->lump_sum || other->refused || (other != line && !same_scope (agreement, line, other)))
        continue;
      if (!other->in_file)
        return other;
      if (first == NULL)
        first = other;
    }
  return first;
}

/* Of a line that is not taken the region keeps what it has, and that counts for the others. */
static void
leave_out (PsPendingLine *line)
{
  line->in_file = FALSE;
  line->refused = line->id == 0;
  line->scheme_id = line->present_scheme_id;
  line->lump_sum = line->present_lump_sum;
}

static void
refuse_line (PsWriter *writer, PsPendingLine *line, const char *column, const char *value, const char *reason)
{
  ps_writer_refuse (writer, line->origin, column, value, reason);
  leave_out (line);
}

static gboolean
has_other_scheme (const PsPendingAgreement *agreement, const PsPendingLine *line)
{
  return !line->lump_sum && !line->refused && deciding_line (agreement, line)->scheme_id != line->scheme_id;
}

/* Lines that keep what they have in the region: a file that widens the exchange may bring them into one scope. */
static gboolean
present_lines_differ (const PsPendingAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (!line->in_file && has_other_scheme (agreement, line))
        return TRUE;
    }
  return FALSE;
}

/* No row of the file can be taken without what all of them say of the exchange; nor one of an earlier file, as long as those of the
 * last file stand. */
static void
refuse_exchange (PsWriter *writer, PsPendingAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (line->in_file && line->origin.file != agreement->origin.file)
        leave_out (line);
      else if (line->in_file)
        refuse_line (writer, line, "uitruil", ps_words_csv (PS_WORDS_EXCHANGE, agreement->exchange),
                     _("lines of this agreement that are in the region already, and would then exchange money, have different "
                        "incentive schemes"));
    }
}

static gboolean
refuse_differing_lines (PsWriter *writer, PsPendingAgreement *agreement)
{
  gboolean any = FALSE;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (!line->in_file || !has_other_scheme (agreement, line))
        continue;
      refuse_line (writer, line, "regeling", line->scheme,
                   _("lines between which money may be exchanged have the same incentive scheme"));
      any = TRUE;
    }
  return any;
}

/* Within a scope one scheme; lump sums are in none (domain.md §5). What is refused leaves what the region has, which may differ
 * from other lines in turn. */
void
ps_writer_refuse_other_schemes (PsWriter *writer, PsPendingAgreement *agreement)
{
  do
    if (present_lines_differ (agreement))
      refuse_exchange (writer, agreement);
  while (refuse_differing_lines (writer, agreement));
}
