/* ps-import-report.c: what became of the files of an import
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-report.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN 80 /* characters of a value */

G_DEFINE_QUARK (ps - import - error - quark, ps_import_error)

/* Problems of one file are met together, though files are read in another order than they were named in. */
typedef struct
{
  PsImportReport report;
  GArray *n_problems;
} Report;

static void
free_file (gpointer data)
{
  PsImportFile *file = data;

  g_free (file->path);
  g_free (file->passed_over);
  g_free (file->rejects_path);
  g_free (file);
}

static void
free_problem (gpointer data)
{
  PsImportProblem *problem = data;

  g_free (problem->column);
  g_free (problem->value);
  g_free (problem->reason);
  g_free (problem);
}

static void
free_mark (gpointer data)
{
  PsImportMark *mark = data;

  g_free (mark->column);
  g_free (mark->row);
  g_free (mark->value);
  g_free (mark->text);
  g_free (mark);
}

/**
 * ps_import_report_new: nothing read yet; freed with ps_import_report_free().
 */
PsImportReport *
ps_import_report_new (const char *const *paths)
{
  Report *self = g_new0 (Report, 1);

  self->report.files = g_ptr_array_new_with_free_func (free_file);
  self->report.problems = g_ptr_array_new_with_free_func (free_problem);
  self->report.marks = g_ptr_array_new_with_free_func (free_mark);
  self->n_problems = g_array_new (FALSE, TRUE, sizeof (guint64));
  for (guint i = 0; paths[i] != NULL; i++)
    {
      PsImportFile *file = g_new0 (PsImportFile, 1);

      file->path = g_strdup (paths[i]);
      file->kind = -1;
      g_ptr_array_add (self->report.files, file);
    }
  g_array_set_size (self->n_problems, self->report.files->len);
  return &self->report;
}

void
ps_import_report_free (PsImportReport *report)
{
  Report *self = (Report *) report;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->report.files);
  g_ptr_array_unref (self->report.problems);
  g_ptr_array_unref (self->report.marks);
  g_array_unref (self->n_problems);
  g_free (self);
}

/* On one line, and without what would drive a terminal. */
static char *
without_controls (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\t' || c == '\n' || c == '\r')
        c = ' ';
      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? 0xFFFD : c);
    }
  return g_string_free (shown, FALSE);
}

static char *
shorten (const char *value)
{
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (value == NULL)
    return NULL;
  if (g_utf8_strlen (value, -1) <= MOST_SHOWN)
    return without_controls (value);
  start = g_utf8_substring (value, 0, MOST_SHOWN - 1);
  cut = without_controls (start);
  return g_strconcat (cut, "…", NULL);
}

/**
 * ps_import_report_add: one problem; the first PS_IMPORT_MAX_PROBLEMS are kept, the rest counted.
 */
void
ps_import_report_add (PsImportReport *report, guint file, guint64 line, const char *column, const char *value, const char *reason)
{
  PsImportProblem *problem;

  report->n_problems++;
  g_array_index (((Report *) report)->n_problems, guint64, file)++;
  if (report->problems->len >= PS_IMPORT_MAX_PROBLEMS)
    return;
  problem = g_new0 (PsImportProblem, 1);
  *problem = (PsImportProblem){ file, line, g_strdup (column), shorten (value), g_strdup (reason) };
  g_ptr_array_add (report->problems, problem);
}

static gboolean
comes_before (const PsImportMark *a, const PsImportMark *b)
{
  return a->file != b->file ? a->file < b->file : a->line < b->line;
}

/**
 * ps_import_report_add_mark: one mark, in its place by file and line; the first PS_IMPORT_MAX_MARKS are kept, the rest counted.
 */
void
ps_import_report_add_mark (PsImportReport *report, PsImportMark *mark)
{
  GPtrArray *marks = report->marks;
  guint low = 0, high = marks->len;

  report->n_marks++;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (comes_before (mark, marks->pdata[middle]))
        high = middle;
      else
        low = middle + 1;
    }
  if (low >= PS_IMPORT_MAX_MARKS)
    {
      free_mark (mark);
      return;
    }
  g_ptr_array_insert (marks, (int) low, mark);
  if (marks->len > PS_IMPORT_MAX_MARKS)
    g_ptr_array_set_size (marks, PS_IMPORT_MAX_MARKS);
}

/**
 * ps_import_report_forget: what was said of the file that is being read, which is read again from its start.
 */
void
ps_import_report_forget (PsImportReport *report, guint file)
{
  guint64 *n = &g_array_index (((Report *) report)->n_problems, guint64, file);
  PsImportFile *counts = ps_import_report_file (report, file);

  report->n_problems -= *n;
  *n = 0;
  for (guint i = report->problems->len; i-- > 0;)
    if (((PsImportProblem *) g_ptr_array_index (report->problems, i))->file == file)
      g_ptr_array_remove_index (report->problems, i);
  counts->rows = counts->added = counts->updated = counts->unchanged = counts->refused = 0;
}

static gint
compare_problems (gconstpointer a, gconstpointer b)
{
  const PsImportProblem *first = *(PsImportProblem *const *) a;
  const PsImportProblem *second = *(PsImportProblem *const *) b;

  if (first->file != second->file)
    return first->file < second->file ? -1 : 1;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return 0;
}

/**
 * ps_import_report_sort: by file as they were named, then line. (g_ptr_array_sort() keeps the order of columns: it is stable.)
 */
void
ps_import_report_sort (PsImportReport *report)
{
  g_ptr_array_sort (report->problems, compare_problems);
}

static char *
told_text (const PsImportReport *report, guint at, guint64 line_number, const char *column, const char *value, const char *told)
{
  const PsImportFile *file = g_ptr_array_index (report->files, at);
  g_autofree char *base = g_filename_display_basename (file->path);
  g_autofree char *name = without_controls (base);
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, line_number);
  g_autoptr (GString) text = g_string_new (name);

  if (line_number > 0)
    g_string_append_printf (text, _(", line %s"), line);
  if (column != NULL)
    g_string_append_printf (text, _(", column %s"), column);
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, _(", “%s”"), value);
  g_string_append_printf (text, ": %s", told);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ps_import_problem_text: one line for people, translated: "file.csv, line 3, column agb, “4141”: must have 8 digits".
 */
char *
ps_import_problem_text (const PsImportReport *report, const PsImportProblem *problem)
{
  return told_text (report, problem->file, problem->line, problem->column, problem->value, problem->reason);
}

/**
 * ps_import_mark_text: one line for people, translated: "file.csv, line 3, column plekken, “17,04”: 31 % above the computed 13,04".
 */
char *
ps_import_mark_text (const PsImportReport *report, const PsImportMark *mark)
{
  return told_text (report, mark->file, mark->line, mark->column, mark->value, mark->text);
}
