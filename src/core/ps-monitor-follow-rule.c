/* ps-monitor-follow-rule.c: what followed after an assignment ended (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-follow.h"

#define EXTENSION_MONTHS 1
#define RECIDIVE_MONTHS 6

static gboolean
ends_for_good (const PsCareSpan *span, const PsCareSpan *last)
{
  return span->end > last->end || (span->end == last->end && last->reason == PS_REASON_PAUSED);
}

/**
 * ps_ended_care_end: the stop of an assignment's last care. A temporary stop (reason 20) is no end: then it ends with the assignment itself.
 * @spans: of one assignment
 */
PsDate
ps_ended_care_end (const PsCareSpan *spans, guint n, PsDate known_through)
{
  const PsCareSpan *last = NULL;
  PsDate end;

  for (guint i = 0; i < n; i++)
    if (last == NULL || ends_for_good (&spans[i], last))
      last = &spans[i];
  if (last == NULL)
    return PS_DATE_OPEN;
  end = last->reason == PS_REASON_PAUSED ? last->assignment_end : last->end;
  return end <= known_through ? end : PS_DATE_OPEN;
}

/* An aspecific assignment is for any product of its group. */
static gboolean
is_same_product (const PsEndedCare *ended, const PsLaterCare *later)
{
  if (ended->product == PS_NONE || later->product == PS_NONE)
    return ended->group == later->group;
  return ended->product == later->product;
}

PsFollow
ps_ended_care_follow (const PsEndedCare *ended, const PsLaterCare *later, PsDate known_through)
{
  if (later->end <= ended->end || later->start > known_through)
    return PS_N_FOLLOWS;
  if (later->start <= ps_date_add_months (ended->end, EXTENSION_MONTHS))
    {
      if (later->provider != ended->provider)
        return PS_FOLLOW_OTHER_PROVIDER;
      return is_same_product (ended, later) ? PS_FOLLOW_EXTENSION : PS_FOLLOW_OTHER_PRODUCT;
    }
  return later->start <= ps_date_add_months (ended->end, RECIDIVE_MONTHS) ? PS_FOLLOW_RECIDIVE : PS_N_FOLLOWS;
}

static int
compare_ended (gconstpointer a, gconstpointer b)
{
  const PsEndedCare *x = a, *y = b;

  return (x->client > y->client) - (x->client < y->client);
}

static PsEndedCare *
nth (GArray *ended, guint place)
{
  return &g_array_index (ended, PsEndedCare, place);
}

/* From the client to its first place + 1. The keys are those of the array. */
static GHashTable *
index_clients (GArray *ended)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ended->len; i++)
    if (i == 0 || nth (ended, i)->client != nth (ended, i - 1)->client)
      g_hash_table_insert (index, &nth (ended, i)->client, GUINT_TO_POINTER (i + 1));
  return index;
}

/* All that ended of the client; each keeps the first of the list that holds. */
static void
hold_against (GArray *ended, guint place, const PsLaterCare *later, PsDate known_through)
{
  for (; place < ended->len && nth (ended, place)->client == later->client; place++)
    {
      PsFollow follow = ps_ended_care_follow (nth (ended, place), later, known_through);

      nth (ended, place)->follow = MIN (nth (ended, place)->follow, follow);
    }
}

/**
 * ps_follow_up_classify: says of each assignment that ended what followed, as far as it is known on a day: the first class that any later care
 * of the client gives. In time that grows with the two lists together: the later care is not sorted.
 */
void
ps_follow_up_classify (GArray *ended, const GArray *later, PsDate known_through)
{
  g_autoptr (GHashTable) index = NULL;

  g_array_sort (ended, compare_ended);
  for (guint i = 0; i < ended->len; i++)
    nth (ended, i)->follow =
        ps_date_add_months (nth (ended, i)->end, RECIDIVE_MONTHS) <= known_through ? PS_FOLLOW_LEFT : PS_FOLLOW_NOT_YET;
  index = index_clients (ended);
  for (guint i = 0; i < later->len; i++)
    {
      const PsLaterCare *care = &g_array_index (later, PsLaterCare, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, &care->client));

      if (place != 0)
        hold_against (ended, place - 1, care, known_through);
    }
}
