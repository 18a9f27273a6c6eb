/* ps-chart-years.h: a provider's settlements over the years: gross, payable and what was settled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart.h"

G_BEGIN_DECLS

typedef struct
{
  int      year;
  gint64   ceiling_cents;          /* PS_NO_NUMBER: nothing agreed */
  gint64   gross_cents;
  gint64   payable_cents;
  gint64   balance_cents;
  gboolean final;                  /* else as computed now: drawn open, and said */
} PsYearBar;

typedef struct { GArray *years; } PsYearsChart;    /* PsYearBar, ascending */

extern const PsChartKind ps_chart_years_kind;
PsYearsChart *ps_years_chart_new  (void);
void          ps_years_chart_free (PsYearsChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsYearsChart, ps_years_chart_free)

G_END_DECLS
