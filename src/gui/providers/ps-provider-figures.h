/* ps-provider-figures.h: what the window says of a provider's year: amounts, and where it stands
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-corridor.h"
#include "core/ps-bandwidth.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef enum
{
  PS_STANDING_NOTHING,             /* neither agreed nor produced */
  PS_STANDING_NO_AGREEMENT,
  PS_STANDING_LUMP_SUM,            /* only lump sums: no bandwidth applies */
  PS_STANDING_UNDER,
  PS_STANDING_WITHIN,
  PS_STANDING_OVER,
} PsStanding;

typedef struct
{
  guint               provider;
  const PsSettlement *settlement;  /* borrowed from the session's figures; NULL: none */
  PsStanding          standing;    /* of the scope that is furthest off (domain.md §7: per scope) */
  PsCorridor          corridor;    /* that scope's */
  const PsScope      *scope;       /* borrowed as the settlement; NULL: none */
  const char         *scope_label; /* borrowed; NULL: that of `scope` */
  gboolean            is_forecast; /* it is where the year will end by its forecast, of a year that is not complete */
  guint               n_scopes;
  guint               n_standing;  /* how many of them stand like that one */
  gint64              agreed_cents;      /* PS_NO_NUMBER in all of these: there is none. The ceilings of its scopes */
  gint64              realised_cents;    /* what those scopes realised, trajects as they run (domain.md §7): to the last complete day */
  gint64              forecast_cents;    /* of those scopes; not known before ps_provider_figures_forecast(), as the next one */
  gint64              share_bp;          /* forecast of agreed */
  gint64              payable_cents;
  gint64              balance_cents;
  gint64              disputed_cents;
} PsProviderFigures;

void        ps_provider_figures_fill (PsProviderFigures *figures, PsSession *session, guint provider);
/* Where it stands by the forecast of the whole year, instead of by what was realised so far, with the amounts of its scopes; borrows
 * from `bandwidth`. */
void        ps_provider_figures_forecast (PsProviderFigures *figures, const PsBandwidth *bandwidth);
char       *ps_provider_kind_text    (const PsProvider *provider);                     /* "micro, not contracted" */
GPtrArray  *ps_providers_to_choose   (const PsRegion *region);                         /* const PsProvider *, by name: those that go on by themselves */
char       *ps_provider_choice_text  (const PsProvider *provider);                     /* "De Wissel (94000001)": to choose */
const char *ps_standing_label        (PsStanding standing);                            /* translated, short */
const char *ps_standing_icon         (PsStanding standing);
const char *ps_standing_css_class    (PsStanding standing);
/* "€ 208.899,40 above the ceiling"; of several scopes which, and how many: "AMB1, Beesel: € 500,40 above its ceiling (2 of 6 over)" */
char       *ps_provider_standing_text (const PsProviderFigures *figures, const PsRegion *region);

G_END_DECLS
