/* ps-settlement.h: what a provider's year comes to, from gross production to balance (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-production.h"

G_BEGIN_DECLS

#define PS_CORE_ERROR (ps_core_error_quark ())
GQuark ps_core_error_quark (void);
typedef enum { PS_CORE_ERROR_OVERFLOW } PsCoreError;
/* FALSE with PS_CORE_ERROR_OVERFLOW, in words, where an amount of a provider's year did not fit. */
gboolean ps_year_fits (const PsOverflow *overflow, const PsRegion *region, guint provider, int year, GError **error);

/* Why a declaration line is in dispute, in the order in which the reasons are tried (domain.md §4) */
typedef enum
{
  PS_DISPUTE_NONE = 0,
  PS_DISPUTE_PRODUCT_MISMATCH,
  PS_DISPUTE_UNIT_MISMATCH,
  PS_DISPUTE_TARIFF_MISSING,
  PS_DISPUTE_TARIFF_EXCEEDED,
  PS_DISPUTE_AMOUNT_MISMATCH,
  PS_DISPUTE_OUTSIDE_ASSIGNMENT,
  PS_DISPUTE_BY_DECISION,          /* a contract manager disputes it */
  PS_N_DISPUTES
} PsDispute;

/* One product group × municipality */
typedef struct
{
  guint    group;
  guint    municipality;
  guint    scope;                  /* place in PsSettlement.scopes; PS_NONE: in none (lump sum, or no agreement covers it) */
  gboolean agreed;                 /* the agreement has this line; else the ceiling is not agreed (and counts as 0) */
  gboolean lump_sum;
  gint64   gross_cents;
  gint64   norm_deduction_cents;
  gint64   net_cents;
  gint64   exempt_cents;
  gint64   outside_cents;
  gint64   ceiling_cents;
  gint64   band_deduction_cents;
  gint64   payable_cents;
  gint64   paid_cents;
  gint64   balance_cents;
  gint64   carried_cents;
  gint64   disputed_cents;
  gint64   produced_cents;         /* of a lump sum: what was produced beside it (domain.md §4); else the gross */
} PsSettlementLine;

typedef struct
{
  int    from_bp;
  int    paid_bp;
  gint64 border_cents;             /* round (ceiling × from_bp) */
  gint64 amount_cents;
  gint64 deduction_cents;
} PsBand;

typedef struct
{
  char      *name;                 /* empty: the whole provider; a segment; a group; or GROUP/MUNICIPALITY */
  PsExchange exchange;
  guint      scheme;               /* PS_NONE: none */
  gint64     ceiling_cents;        /* C */
  gint64     net_cents;            /* N */
  gint64     bands_deduction_cents;/* sum of the bands', before the cap */
  gint64     deduction_cents;      /* D, at most what the lines can bear */
  GArray    *bands;                /* PsBand */
} PsScope;

/* Things that somebody must look at; none changes a cent (domain.md §4 to §6) */
typedef enum
{
  PS_SIGNAL_NO_AGREEMENT,          /* production that no agreement covers, paid in full */
  PS_SIGNAL_NOT_IN_AGREEMENT,      /* taken in by the scope, but the agreement has no such line: its ceiling counts as 0 */
  PS_SIGNAL_TRAJECT_WITHOUT_TARIFF,
  PS_SIGNAL_CARE_AFTER_TRAJECT,    /* care on the assignment after its traject ended */
  PS_SIGNAL_TRAJECT_AGAIN,         /* a new traject within the norm duration of the last one */
  PS_SIGNAL_PLACE_WITHOUT_TARIFF,  /* days in care without a tariff */
  PS_SIGNAL_NOT_MEASURED,          /* no places entered for a peildatum */
  PS_SIGNAL_BEFORE_FIRST_PEILDATUM,
  PS_SIGNAL_NO_PATH,               /* a line with a norm duration but no care on its days */
  PS_SIGNAL_CARE_STOPPED,          /* warnings, only with PsSettleOptions.warnings: care stopped before the line's period */
  PS_SIGNAL_CREDIT_WITHOUT_DEBIT,
  PS_SIGNAL_SAME_SERVICE_TWICE,
  PS_N_SIGNALS
} PsSignalKind;

typedef struct
{
  PsSignalKind kind;
  guint        group;              /* PS_NONE where it says nothing, as the next two */
  guint        municipality;
  guint        product;
  gint64       id;                 /* of the line or assignment it is about, 0: none */
  gint64       count;              /* how many lines, assignments or days; amounts for NO_AGREEMENT in cents */
} PsSignal;

/* What a figure is made of: asked for by PsSettleOptions.sources, in no particular order. The sum of a column over the sources of
 * a product group × municipality is that column of its PsSettlementLine, except under a lump sum, where it is what was produced. */
typedef enum
{
  PS_SOURCE_LINE,                  /* a declaration line; id is PsLine.id */
  PS_SOURCE_TRAJECT,               /* a traject that was produced; id is PsAssignment.id */
  PS_SOURCE_PLACES,                /* the places of a product, rounded once; no id */
  PS_SOURCE_CARE_DAYS,             /* shown under PLACES: one client's days at one tariff; id is PsAssignment.id, gross is 0 */
  PS_SOURCE_PEILDATUM,             /* shown under PLACES: places on a peildatum at its tariff; gross is 0 */
  PS_SOURCE_ADVANCE,               /* id is PsAdvance.id */
  PS_SOURCE_LUMP_SUM,
} PsSourceKind;

typedef struct
{
  PsSourceKind kind;
  PsDispute    dispute;            /* lines: why not produced */
  PsDispute    found;              /* lines: what the rules found, whatever was decided */
  guint        group;
  guint        municipality;
  guint        product;            /* PS_NONE: of no product (lump sum) */
  gint64       id;
  PsDate       from;
  PsDate       to;
  gint64       gross_cents;
  gint64       norm_deduction_cents;
  gint64       exempt_cents;
  gint64       outside_cents;
  gint64       paid_cents;
  gint64       carried_cents;
  gint64       disputed_cents;
  gint64       tariff_e4;          /* the valid one; PS_NO_NUMBER: none */
  gint64       quantity;           /* trajects and care days: days; peildata: places in thousandths */
  int          norm_days;          /* trajects */
  int          months_over;        /* lines: months past the norm duration, when a step applied */
  int          share_bp;           /* lines: the share paid by the norm-duration step; trajects: PS_FULL_BP when paid in full */
  PsDate       path_from;          /* lines: start of the path that its duration is counted from; PS_DATE_OPEN: none was looked for or found */
  gint64       price_cents;        /* trajects: the full price; P×Q lines: its worth at the right price; PS_NO_NUMBER: none */
  int          reason;             /* trajects: why it ended (JZ588); PS_REASON_NONE: not given */
} PsSource;

/* Lines of the year in dispute that nobody decided on, of a product and for a reason: what waits for a person. */
typedef struct
{
  guint     product;
  PsDispute dispute;
  guint     n_lines;
  gint64    declared_cents;
  gint64    size_cents;            /* debits and credits added up by their size: no credit hides a debit */
  PsDate    first;                 /* the earliest day of them */
} PsDisputeSum;

typedef struct
{
  guint              provider;
  int                year;
  PsDate             through;
  const PsAgreement *agreement;    /* borrowed from the region; NULL: none */
  GArray            *lines;        /* PsSettlementLine by group, municipality: those that are listed (files-and-cli.md) */
  GArray            *scopes;       /* PsScope, in the order in which they are listed */
  GArray            *signals;      /* PsSignal */
  GArray            *undecided;    /* PsDisputeSum, in no particular order; NULL: none, or read back from a dossier */
  PsSettlementLine   totals;       /* ceiling: the agreed ones only */
} PsSettlement;

typedef struct
{
  int                year;
  PsDate             through;      /* a day of that year */
  gboolean           accrue;       /* trajects by accrual, as they run (domain.md §7); not for a settlement */
  PsDate             peildata_through; /* places measured on peildata: those of the year up to and including this day; 0: up to `through` */
  gboolean           warnings;     /* look for odd lines too: not needed for any figure, and slower */
  const PsAgreement *agreement;    /* NULL: the region's own for the year; another one answers "what if" */
  GArray            *sources;      /* PsSource is appended to it; NULL: not wanted */
} PsSettleOptions;

PsSettlement *ps_settle              (const PsRegion *region, const PsProduction *production,
                                      const PsSettleOptions *options, GError **error);
gboolean      ps_settlement_is_empty (const PsSettlement *settlement);
void          ps_settlement_free     (PsSettlement *settlement);
void          ps_settlement_line_add (PsSettlementLine *sum, const PsSettlementLine *line, PsOverflow *overflow);

const char   *ps_dispute_code        (PsDispute dispute);
const char   *ps_dispute_label       (PsDispute dispute);
const char   *ps_signal_code         (PsSignalKind kind);
char         *ps_signal_text         (const PsRegion *region, const PsSignal *signal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettlement, ps_settlement_free)

G_END_DECLS
