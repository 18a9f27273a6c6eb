/* ps-pdf-flow.c: on which page each piece comes to be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

typedef struct
{
  GArray *placed;
  guint page;
  double y;
  gboolean empty;
} Flow;

static void
next_page (Flow *flow)
{
  flow->page++;
  flow->y = PS_PDF_TOP;
  flow->empty = TRUE;
}

static void
put (Flow *flow, const PsPdfPiece *piece)
{
  PsPdfPlaced placed = { *piece, flow->page, flow->y + (flow->empty ? 0 : piece->before) };

  g_array_append_val (flow->placed, placed);
  flow->y = placed.y + piece->height;
  flow->empty = FALSE;
}

/* The height of what stays with the piece at `first`, itself included. */
static double
chain_height (const GArray *pieces, guint first)
{
  double height = 0;

  for (guint i = first; i < pieces->len; i++)
    {
      const PsPdfPiece *piece = &g_array_index (pieces, PsPdfPiece, i);

      height += piece->before + piece->height;
      if (!piece->keep)
        break;
    }
  return height;
}

/* A chain that no page can hold begins where it is, and is cut where the page ends. The first page may be full of letterhead and address. */
static gboolean
must_turn (const Flow *flow, const GArray *pieces, guint at)
{
  const PsPdfPiece *piece = &g_array_index (pieces, PsPdfPiece, at);
  double chain = chain_height (pieces, at);

  if (flow->empty && flow->y <= PS_PDF_TOP)
    return FALSE;
  return flow->y + (chain > PS_PDF_BODY_HEIGHT ? piece->before + piece->height : chain) > PS_PDF_BOTTOM;
}

static void
repeat_heading (Flow *flow, const PsPdfBlock *block)
{
  const PsPdfRow *heading = block->table->heading;
  PsPdfPiece piece = { .block = block, .row = heading, .n = ps_pdf_row_n_lines (block->table, heading), .repeated = TRUE };

  piece.height = ps_pdf_row_height (block->table, heading, 0, piece.n);
  put (flow, &piece);
}

/* Whether the table of the piece has begun before it. */
static gboolean
goes_on (const GArray *pieces, guint at)
{
  return at > 0 && g_array_index (pieces, PsPdfPiece, at - 1).block == g_array_index (pieces, PsPdfPiece, at).block;
}

static void
place (Flow *flow, const GArray *pieces, guint at)
{
  const PsPdfPiece *piece = &g_array_index (pieces, PsPdfPiece, at);

  if (must_turn (flow, pieces, at))
    {
      next_page (flow);
      if (piece->row != NULL && goes_on (pieces, at) && ps_pdf_table_has_heading (piece->block->table))
        repeat_heading (flow, piece->block);
    }
  put (flow, piece);
}

static void
turn_at_break (Flow *flow, const PsPdfBlock *block)
{
  gboolean stays = block->room > 0 && flow->y + block->room <= PS_PDF_BOTTOM;

  if (!flow->empty && !stays)
    next_page (flow);
}

/**
 * ps_pdf_flow:
 * @first_top: where the text begins on the first page
 *
 * Returns: (transfer full): PsPdfPlaced, page by page from top to bottom; at least one page
 */
GArray *
ps_pdf_flow (PsPdfPress *press, GPtrArray *blocks, double first_top, guint *n_pages)
{
  g_autoptr (GArray) pieces = ps_pdf_cut (press, blocks);
  Flow flow = { g_array_new (FALSE, FALSE, sizeof (PsPdfPlaced)), 0, first_top, TRUE };

  for (guint i = 0; i < pieces->len; i++)
    {
      const PsPdfBlock *block = g_array_index (pieces, PsPdfPiece, i).block;

      if (block->kind == PS_PDF_BLOCK_BREAK)
        turn_at_break (&flow, block);
      else
        place (&flow, pieces, i);
    }
  /* A break at the very end asks for no page. */
  if (flow.empty && flow.page > 0)
    flow.page--;
  *n_pages = flow.page + 1;
  return flow.placed;
}
