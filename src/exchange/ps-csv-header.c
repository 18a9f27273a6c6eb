/* ps-csv-header.c: which kind of file a header belongs to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-header.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Which columns of a kind a header has */
typedef struct
{
  guint32 known; /* a bit for each column of the file that the kind knows */
  guint n_known, n_required, n_missing;
} Likeness;

static int
find_name (const PsCsvHeader *header, const char *name)
{
  for (guint i = 0; header->names[i] != NULL; i++)
    if (strcmp (header->names[i], name) == 0)
      return (int) i;
  return -1;
}

static gboolean
has_either (const PsCsvHeader *header, const PsCsvKindInfo *info)
{
  return info->either[0] == NULL || find_name (header, info->either[0]) >= 0 || find_name (header, info->either[1]) >= 0;
}

static Likeness
compare_kind (const PsCsvHeader *header, PsCsvKind kind)
{
  const PsCsvKindInfo *info = ps_csv_kind_info (kind);
  Likeness likeness = { 0 };

  for (guint i = 0; i < info->n_columns; i++)
    {
      int place = find_name (header, info->columns[i].name);

      if (place >= 0 && place < 32)
        likeness.known |= 1u << place;
      likeness.n_known += place >= 0;
      likeness.n_required += info->columns[i].required;
      likeness.n_missing += info->columns[i].required && place < 0;
    }
  likeness.n_required += info->either[0] != NULL;
  likeness.n_missing += !has_either (header, info);
  return likeness;
}

/* An incomplete kind that knows all that a complete one knows, and more: a products file without its funding is not one of
 * municipalities, though it has their columns. */
static gboolean
is_rather (const Likeness *incomplete, const Likeness *complete)
{
  return incomplete->n_known > complete->n_known && (complete->known & ~incomplete->known) == 0
         && 2 * incomplete->n_missing < incomplete->n_required;
}

static int
find_nearest (const Likeness likenesses[PS_N_CSV_KINDS])
{
  int nearest = -1;

  for (int i = 0; i < PS_N_CSV_KINDS; i++)
    {
      const Likeness *best = nearest >= 0 ? &likenesses[nearest] : NULL;
      const Likeness *here = &likenesses[i];

      if (here->n_known == 0)
        continue;
      if (best == NULL || here->n_known > best->n_known || (here->n_known == best->n_known && here->n_missing < best->n_missing))
        nearest = i;
    }
  return nearest;
}

static int
find_complete (const Likeness likenesses[PS_N_CSV_KINDS], int *other)
{
  int found = -1;

  *other = -1;
  for (int i = 0; i < PS_N_CSV_KINDS; i++)
    {
      if (likenesses[i].n_missing > 0)
        continue;
      if (found < 0 || likenesses[i].n_known > likenesses[found].n_known)
        {
          found = i;
          *other = -1;
        }
      else if (likenesses[i].n_known == likenesses[found].n_known)
        *other = i;
    }
  return found;
}

/* The kind whose required columns are all there and which knows most of the columns; -1 with a problem when there is none. */
static int
recognise (const PsCsvHeader *header, PsCsvProblems *problems)
{
  Likeness likenesses[PS_N_CSV_KINDS];
  int nearest, complete, other;

  for (int i = 0; i < PS_N_CSV_KINDS; i++)
    likenesses[i] = compare_kind (header, (PsCsvKind) i);
  nearest = find_nearest (likenesses);
  complete = find_complete (likenesses, &other);

  if (complete >= 0 && other >= 0)
    {
      ps_csv_problems_add (problems, 0, NULL, NULL, _("the columns fit two kinds of file, “%s” and “%s”: name the kind"),
                           ps_csv_kind_word ((PsCsvKind) complete), ps_csv_kind_word ((PsCsvKind) other));
      return -1;
    }
  if (complete >= 0 && (nearest == complete || !is_rather (&likenesses[nearest], &likenesses[complete])))
    return complete;
  if (nearest < 0)
    ps_csv_problems_add (problems, 0, NULL, NULL, "%s",
                         _("no column is known: this is not one of the files that can be imported"));
  return nearest;
}

static void
report_missing (const PsCsvHeader *header, PsCsvKind kind, PsCsvProblems *problems)
{
  const PsCsvKindInfo *info = ps_csv_kind_info (kind);

  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].required && find_name (header, info->columns[i].name) < 0)
      ps_csv_problems_add (problems, 0, info->columns[i].name, NULL, _("this column is missing in a file of %s"),
                           ps_csv_kind_label (kind));
  if (!has_either (header, info))
    ps_csv_problems_add (problems, 0, info->either[0], NULL, _("this column, or “%s”, is missing in a file of %s"),
                         info->either[1], ps_csv_kind_label (kind));
}

static void
report_twice (const PsCsvHeader *header, PsCsvProblems *problems)
{
  for (int i = 0; header->names[i] != NULL; i++)
    if (*header->names[i] != '\0' && find_name (header, header->names[i]) < i)
      ps_csv_problems_add (problems, 0, header->names[i], NULL, "%s", _("this column is there twice"));
}

/* domain.md §10: a file with citizen service numbers is refused. */
static void
report_bsn (const PsCsvHeader *header, PsCsvProblems *problems)
{
  static const char *const names[] = { "bsn", "burgerservicenummer" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int place = find_name (header, names[i]);

      if (place >= 0)
        ps_csv_problems_add (
            problems, 0, header->names[place], NULL, "%s",
            _("citizen service numbers are not taken in: replace them by pseudonyms and leave this column out"));
    }
}

static void
place_columns (PsCsvHeader *header, const char *const *names)
{
  const PsCsvKindInfo *info = ps_csv_kind_info ((PsCsvKind) header->kind);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < info->n_columns; i++)
    header->places[i] = find_name (header, info->columns[i].name);
  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && strcmp (header->names[i], PS_CSV_REASON_COLUMN) != 0
        && ps_csv_kind_find_column ((PsCsvKind) header->kind, header->names[i]) < 0)
      g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", names[i]);
  header->passed_over = unknown->len > 0 ? g_string_free (g_steal_pointer (&unknown), FALSE) : NULL;
}

static GStrv
lower_names (const char *const *names)
{
  GStrv lower = g_new0 (char *, g_strv_length ((GStrv) names) + 1);

  for (guint i = 0; names[i] != NULL; i++)
    lower[i] = g_strstrip (g_utf8_strdown (names[i], -1));
  return lower;
}

/**
 * ps_csv_header_read: recognises the kind and finds its columns.
 * @names: as the file has them
 * @wanted_kind: PsCsvKind when the user named it; -1: recognise it
 * @problems: every reason to refuse the file (row 0; their columns are borrowed from the header)
 *
 * Returns: whether the file can be read
 */
gboolean
ps_csv_header_read (PsCsvHeader *header, const char *const *names, int wanted_kind, PsCsvProblems *problems)
{
  *header = (PsCsvHeader){ .names = lower_names (names) };
  header->client = find_name (header, "client");
  report_twice (header, problems);
  report_bsn (header, problems);
  header->kind = wanted_kind >= 0 ? wanted_kind : recognise (header, problems);
  if (header->kind < 0)
    return FALSE;

  report_missing (header, (PsCsvKind) header->kind, problems);
  place_columns (header, names);
  return problems->array->len == 0;
}

void
ps_csv_header_clear (PsCsvHeader *header)
{
  g_clear_pointer (&header->names, g_strfreev);
  g_clear_pointer (&header->passed_over, g_free);
}
