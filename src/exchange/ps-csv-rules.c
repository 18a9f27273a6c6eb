/* ps-csv-rules.c: what the values of one row must keep to together
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only what a row says by itself; what needs the rest of the region is the writer's. Values are added to the problems by the caller.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-convert.h"

#include <glib/gi18n-lib.h>

static void
check_dates (PsDate from, PsDate to, const char *column, guint place, PsCsvProblems *problems)
{
  if (to < from)
    ps_csv_problems_add (problems, place, column, NULL, "%s", _("ends before it starts"));
}

/* domain.md §4: a traject must have a norm duration; files-and-cli.md: pxq has a unit. */
static void
check_product (const PsProductRow *row, guint place, PsCsvProblems *problems)
{
  if (row->funding == PS_FUNDING_TRAJECT && row->norm_months < 1)
    ps_csv_problems_add (problems, place, "normduur_maanden", NULL, "%s",
                         _("a trajectory needs a norm duration of at least one month"));
  if (row->funding == PS_FUNDING_PXQ && row->unit == PS_UNIT_NONE)
    ps_csv_problems_add (problems, place, "eenheid", NULL, "%s", _("a product paid by P×Q needs a unit"));
}

/* A step on the duration starts after whole months; the column was read with two decimals because other steps are percentages. */
static void
check_scheme (PsSchemeRow *row, guint place, PsCsvProblems *problems)
{
  if (row->kind != PS_STEP_NORM_DURATION)
    return;
  if (row->from % 100 != 0)
    ps_csv_problems_add (problems, place, "vanaf", NULL, "%s", _("must be whole months"));
  else if (row->from > 1200 * 100)
    ps_csv_problems_add (problems, place, "vanaf", NULL, "%s", _("is more than 1200 months"));
  row->from /= 100;
}

static void
check_assignment (const PsAssignmentRow *row, guint place, PsCsvProblems *problems)
{
  if (row->product == NULL && row->group == NULL)
    ps_csv_problems_add (problems, place, "product", NULL, "%s", _("either “product” or “productgroep” must be given"));
  if (row->product != NULL && row->group != NULL)
    ps_csv_problems_add (problems, place, "productgroep", NULL, "%s",
                         _("only one of “product” and “productgroep” may be given"));
  check_dates (row->start, row->end, "einddatum", place, problems);
}

/* A reason belongs to a stop (the 307): without one, the date is missing and the care would run on. */
static void
check_care (const PsCareRow *row, guint place, PsCsvProblems *problems)
{
  if (row->stop == PS_DATE_OPEN && row->reason != PS_REASON_NONE)
    ps_csv_problems_add (problems, place, "reden_beeindiging", NULL, "%s", _("there is a reason for ending, but no end date"));
  check_dates (row->start, row->stop, "stopdatum", place, problems);
}

/**
 * ps_csv_check_row: the rules that join values of one row.
 * @place: of the row in its batch
 */
void
ps_csv_check_row (PsCsvKind kind, PsAnyRow *row, guint place, PsCsvProblems *problems)
{
  switch (kind)
    {
    case PS_CSV_PRODUCTS:
      check_product (&row->product, place, problems);
      break;
    case PS_CSV_TARIFFS:
      check_dates (row->tariff.from, row->tariff.to, "geldig_tot", place, problems);
      break;
    case PS_CSV_SCHEMES:
      check_scheme (&row->scheme, place, problems);
      break;
    case PS_CSV_ASSIGNMENTS:
      check_assignment (&row->assignment, place, problems);
      break;
    case PS_CSV_CARE:
      check_care (&row->care, place, problems);
      break;
    case PS_CSV_DECLARATIONS:
      check_dates (row->line.from, row->line.to, "periode_tot", place, problems);
      break;
    case PS_CSV_PEILDATA:
      if (row->peildatum.label == NULL)
        row->peildatum.label = "";
      break;
    case PS_CSV_MUNICIPALITIES:
    case PS_CSV_PROVIDERS:
    case PS_CSV_AGREEMENTS:
    case PS_CSV_ADVANCES:
    case PS_CSV_MEASUREMENTS:
    case PS_N_CSV_KINDS:
    default:
      break;
    }
}
