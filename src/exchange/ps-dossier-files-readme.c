/* ps-dossier-files-readme.c: what is in a dossier's folder, and how to check it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-dossier-files-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

static void
append_file (GString *text, const char *name, const char *what)
{
  g_string_append_printf (text, "%s\n    %s\n", name, what);
}

static void
append_files (GString *text, const PsStored *stored)
{
  append_file (text, "statement.pdf", _("The statement: what it comes to, step by step, as it goes to the provider."));
  append_file (
      text, "lines.xlsx",
      _("The same as a spreadsheet. Totals and differences are formulas: change nothing, and recalculating gives the same."));
  append_file (text, "lines.csv", _("Its lines: product group and municipality, with their total."));
  append_file (text, "sources.csv",
               _("All that the lines are made of: declaration lines, trajectories, places and advances, and why "
                  "each counts as it does, with the same totals."));
  append_file (text, "trail.csv",
               _("Who did what, when, from what to what: to the settlement, its production statement, its agreement, "
                  "and what was decided of its declaration lines. Moments are in UTC."));
  append_file (
      text, "comparison.csv",
      _("Computed again on the day that this folder was made. “again”: its own inputs, by this version of the program. “now”: "
         "against the region as it was that day, with what was changed since. Amounts are in cents."));
  append_file (text, "inputs.txt",
               _("Frozen: provider, agreement, scheme, products, tariffs and peildata that it was computed with."));
  append_file (text, "production.txt", _("Frozen: assignments, care, declaration lines, decisions, advances and measurements."));
  append_file (text, "results.txt", _("Frozen: every figure, and what each source came to."));
  if (stored->circumstances != NULL)
    append_file (text, "circumstances.txt",
                 _("Frozen: what else the statement prints: names and addresses, and the provider's production statement."));
  append_file (text, "SHA256SUMS", _("The SHA-256 of every file here."));
}

static void
append_digest (GString *text, const char *digest, PsDocumentKind kind)
{
  g_string_append_printf (text, "%s  %s.txt\n", digest, ps_document_name (kind));
}

static void
append_checks (GString *text, const PsPaper *paper)
{
  g_string_append_printf (text, "\n%s\n\n    sha256sum -c SHA256SUMS\n\n",
                          _("To check that no file here was changed since, run this in the folder:"));
  g_string_append_printf (text, "%s\n\n",
                          _("The frozen files are plain text: a record a line, its fields separated by tabs. Their SHA-256 is "
                             "kept with the settlement in the region file and printed on the statement; it must be:"));
  for (PsDocumentKind kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    append_digest (text, paper->stored->digests[kind], kind);
  if (paper->stored->circumstances != NULL)
    append_digest (text, paper->stored->circumstances, PS_DOCUMENT_CIRCUMSTANCES);
  if (paper->trail_hash != NULL)
    g_string_append_printf (text, "\n%s\n\n%s\n", _("The hash of the last record of the settlement in the region's trail is:"),
                            paper->trail_hash);
}

static char *
title_of (const PsPaper *paper)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, paper->stored->id);

  return g_strdup_printf (_("Dossier of settlement %s: %s (%s), %d"), number, paper->stored->provider, paper->stored->agb,
                          paper->stored->year);
}

char *
ps_dossier_readme (const PsPaper *paper)
{
  const PsStored *stored = paper->stored;
  GString *text = g_string_new (NULL);
  g_autofree char *title = title_of (paper);
  g_autofree char *amount = ps_format_money (stored->amount_cents);
  g_autofree char *through = ps_format_date (stored->through);

  g_string_append_printf (text, "%s\n", title);
  g_string_append_printf (text, _("State: %s. Through %s. Amount: %s."), ps_settlement_state_label (stored->state), through,
                          amount);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _("Computed with Peilstok %s."), stored->program_version);
  g_string_append (text, "\n\n");
  append_files (text, stored);
  append_checks (text, paper);
  return g_string_free (text, FALSE);
}
