/* ps-letter-text.h: the text of a letter: a template with fields, checked and filled (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A field is its Dutch name between braces, {aanbieder}; a brace itself is written twice. An empty line begins a paragraph; {cijfers}
 * alone on its line stands for the table of figures. A line that begins with {?regeling} is left out where that field is empty (a
 * provider without a scheme, without a contact); nothing on it is printed or asked for then. A letter is never printed with a field that
 * is unknown or empty. In what is filled PS_LETTER_TABLE_MARK alone on its line is where the table stands: no text and no value can have it,
 * so that nothing that is filled in is ever taken for it.
 */
#pragma once

#include <glib.h>

#include "ps-bandwidth.h"

G_BEGIN_DECLS

#define PS_LETTER_TABLE_MARK "\xef\xbf\xbc"     /* U+FFFC, object replacement character; left out of what people typed */

#define PS_LETTER_ERROR (ps_letter_error_quark ())
GQuark ps_letter_error_quark (void);
typedef enum
{
  PS_LETTER_ERROR_UNKNOWN_FIELD, PS_LETTER_ERROR_EMPTY_FIELD, PS_LETTER_ERROR_BRACE, PS_LETTER_ERROR_EMPTY_TEXT,
  PS_LETTER_ERROR_PLACE                 /* {cijfers} that is not alone on its line, or {?field} not at the beginning of it */
} PsLetterError;

/* The figures of a letter: those of every scope at its peildatum, as they are printed. Frozen with it. */
typedef struct
{
  char             *name;               /* PsScope.name */
  char             *label;              /* as of ps_scope_label(), in the language of the letter */
  gint64            ceiling_cents;
  gint64            lower_cents;
  gint64            upper_cents;
  gint64            realised_cents;
  gint64            forecast_cents;
  PsForecastMethod  method;
  char             *reason;             /* of a manual or chosen one; may be NULL */
  PsBandwidthPosition position;
  gboolean          notice;
  gboolean          reached;
  char             *scheme;             /* NULL: none */
  gint64            at_stake_cents;
} PsLetterScope;

typedef struct
{
  int      year;
  PsDate   peildatum;
  char    *peildatum_label;
  PsDate   through;
  int      under_bp, over_bp, notice_bp;
  GArray  *scopes;                      /* PsLetterScope */
  guint    heaviest;                    /* the scope that decides its kind */
  gint64   ceiling_cents, realised_cents, forecast_cents, at_stake_cents;    /* of all scopes */
  char    *sender;                      /* what else is printed of the region: its name, its letterhead (lines), who signs; NULL: not frozen */
  char    *letterhead;
  char    *signer;
} PsLetterFigures;

PsLetterFigures *ps_letter_figures_new  (const PsRegion *region, const PsBandwidth *bandwidth, const char *peildatum_label);
void             ps_letter_figures_free (PsLetterFigures *figures);
/* What is frozen with them when the letter is sent; NULL: nothing. */
void             ps_letter_figures_set_sender (PsLetterFigures *figures, const char *sender, const char *letterhead, const char *signer);
/* What it tells of each scope that is told once a year, to the end of `told`: PsScopeTold. */
void             ps_letter_figures_add_told (const PsLetterFigures *figures, GArray *told);
/* Plain text, a record a line, always the same for the same figures; and back (NULL and an error: not such a text). */
char            *ps_letter_figures_to_text   (const PsLetterFigures *figures);
PsLetterFigures *ps_letter_figures_from_text (const char *text, GError **error);

/* What fields are filled from. */
typedef struct
{
  const PsLetterFigures *figures;
  PsLetterKind kind;
  const char  *provider;                /* name, and the next three of it; may be NULL but the first two */
  const char  *agb;
  const char  *contact;
  const char  *address;                 /* lines */
  const char  *region;                  /* name */
  const char  *signer;                  /* who sends it */
  const char  *number;                  /* "BB-2026-0007"; of a draft the word for it */
  PsDate       date;                    /* of the letter */
  PsDate       due_on;
  PsDate       talk_by;
  PsDate       decide_by;
} PsLetterValues;

typedef struct { const char *name; const char *meaning; } PsLetterField;     /* name without braces; meaning untranslated: N_() */
const PsLetterField *ps_letter_fields (guint *n_fields);

/* One fault of a template: where, and what. GPtrArray of PsLetterFault in the order of the text; empty: none. */
typedef struct { PsLetterError kind; guint line; gsize offset; gsize length; char *field; char *text; } PsLetterFault;   /* offset, length: bytes; text: translated */
void         ps_letter_fault_free (PsLetterFault *fault);
/* `values` NULL: only whether every field exists; with values also whether anything is left of it when it is filled. */
GPtrArray   *ps_letter_text_check (const char *text, const PsLetterValues *values);
/* The same of a subject: one line, without the table of figures. */
GPtrArray   *ps_letter_subject_check (const char *subject, const PsLetterValues *values);
/* Every field filled; {cijfers} is PS_LETTER_TABLE_MARK, for whoever lays out the page. NULL and PS_LETTER_ERROR with the first fault. */
char        *ps_letter_text_fill  (const char *text, const PsLetterValues *values, GError **error);
/* A filled text for who reads it without its pages: in words that the table stands there. */
char        *ps_letter_text_readable (const char *filled);

/* The texts that a region begins with (translated). */
const char  *ps_letter_standard_subject (PsLetterKind kind);
const char  *ps_letter_standard_body    (PsLetterKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetterFigures, ps_letter_figures_free)

G_END_DECLS
