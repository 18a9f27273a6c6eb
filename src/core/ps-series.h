/* ps-series.h: what a chart draws: some series over the same categories (months, products, municipalities)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Plain figures with their words; how they are drawn is up to charts/ps-chart-series.h.
 */
#pragma once

#include "ps-value.h"

G_BEGIN_DECLS

typedef enum
{
  PS_SHAPE_BARS,                   /* upright; series of the role VALUE beside each other */
  PS_SHAPE_STACK,                  /* upright; parts on top of each other (negative ones below 0) */
  PS_SHAPE_LINES,
  PS_SHAPE_ROWS,                   /* lying bars, a category a row: long names; parts are stacked along the row */
  PS_SHAPE_SPREAD,                 /* a distribution: the categories are classes, bars touch, AGREED is an upright mark at the end of a class: up to it the norm goes */
  PS_N_SHAPES
} PsShape;

typedef enum
{
  PS_ROLE_VALUE,                   /* what was measured: blue; a second one of BARS is orange, a third dim */
  PS_ROLE_PART,                    /* of a whole that the parts make together: told apart by colour, pattern and label */
  PS_ROLE_LAST,                    /* last year: thin, grey */
  PS_ROLE_AGREED,                  /* agreed, a norm or a ceiling: a black rule */
  PS_ROLE_LOWER,                   /* the corridor, between a lower and an upper series */
  PS_ROLE_UPPER,
  PS_ROLE_FORECAST,                /* dashed, open points; begins where VALUE ends */
  PS_ROLE_LINE,                    /* a line over the bars (clients in care over inflow and outflow) */
  PS_N_ROLES
} PsSeriesRole;

typedef struct
{
  char        *label;              /* translated: "2023", "agreed places" */
  PsSeriesRole role;
  gint64      *values;             /* one a category; PS_NO_NUMBER: not known, nothing is drawn */
} PsSeries;

typedef struct
{
  PsShape      shape;
  PsValueKind  kind;               /* of all its values */
  char        *title;              /* translated: what it shows */
  char        *note;               /* a few words more; NULL: none */
  char        *file_name;          /* for an export, without an extension: "places" */
  char        *first_heading;      /* translated: of the categories, in its table: "Month" */
  GPtrArray   *categories;         /* char *, translated: "jan", "45L11 Ambulante hulp" */
  GPtrArray   *long_categories;    /* char *: what is announced: "January 2024"; NULL: as the categories */
  GPtrArray   *series;             /* PsSeries */
  gboolean     zero_based;         /* the axis begins at 0 (bars always do); else where the values are, and the chart says so */
} PsSeriesSet;

PsSeriesSet *ps_series_set_new      (PsShape shape, PsValueKind kind, const char *title, const char *first_heading);
void         ps_series_set_free     (PsSeriesSet *set);
PsSeriesSet *ps_series_set_copy     (const PsSeriesSet *set);
void         ps_series_set_add_category (PsSeriesSet *set, const char *category, const char *long_category);   /* long: NULL as the other */
/* The twelve months: "jan", announced as "January 2024". */
void         ps_series_set_add_months (PsSeriesSet *set, int year);
/* A new series of PS_NO_NUMBER, as many as there are categories then (add those first). Borrowed. */
PsSeries    *ps_series_set_add      (PsSeriesSet *set, PsSeriesRole role, const char *label);
const char  *ps_series_set_long_category (const PsSeriesSet *set, guint place);
const PsSeries *ps_series_set_find  (const PsSeriesSet *set, PsSeriesRole role);    /* the first of that role; NULL: none */
gboolean     ps_series_set_is_empty (const PsSeriesSet *set);      /* no value at all */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSeriesSet, ps_series_set_free)

G_END_DECLS
