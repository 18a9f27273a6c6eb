/* ps-peil-book.c: the sheet of a peildatum with what was given on it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-book"

#include "ps-peil-book.h"

#include <glib/gi18n-lib.h>

struct _PsPeilBook
{
  PsPeilSheet *sheet; /* NULL: not read yet */
  gint64 *stored;     /* row × measure: in the file, or on its way into it */
  guint8 *marked;     /* row × measure */
  guint8 *filled;     /* row: PsFilled */
  GHashTable *places; /* PsPeilKeys of its own → row */
  PsPeilKeys *keys;   /* by row */
  GPtrArray *edits;   /* PsPeilEdit in their order */
  GArray *added;      /* PsPeilKeys: rows that were added here */
  guint n_filled, n_partly, n_marked;
};

static guint
hash_keys (gconstpointer pointer)
{
  const PsPeilKeys *keys = pointer;
  guint64 mixed = (guint64) keys->provider_id * 1000003u + (guint64) keys->product_id;

  mixed = mixed * 1000003u + (guint64) keys->municipality_id;
  return (guint) (mixed ^ (mixed >> 32));
}

static gboolean
same_keys (gconstpointer a, gconstpointer b)
{
  const PsPeilKeys *one = a, *other = b;

  return one->provider_id == other->provider_id && one->product_id == other->product_id
         && one->municipality_id == other->municipality_id;
}

static void
edit_free (gpointer data)
{
  PsPeilEdit *edit = data;

  g_array_unref (edit->cells);
  g_free (edit->why);
  g_free (edit);
}

PsPeilBook *
ps_peil_book_new (void)
{
  PsPeilBook *book = g_new0 (PsPeilBook, 1);

  book->edits = g_ptr_array_new_with_free_func (edit_free);
  book->added = g_array_new (FALSE, FALSE, sizeof (PsPeilKeys));
  book->places = g_hash_table_new (hash_keys, same_keys);
  return book;
}

static void
forget_rows (PsPeilBook *book)
{
  g_hash_table_remove_all (book->places);
  g_clear_pointer (&book->keys, g_free);
  g_clear_pointer (&book->stored, g_free);
  g_clear_pointer (&book->marked, g_free);
  g_clear_pointer (&book->filled, g_free);
  book->n_filled = book->n_partly = book->n_marked = 0;
}

void
ps_peil_book_free (PsPeilBook *book)
{
  if (book == NULL)
    return;
  forget_rows (book);
  g_clear_pointer (&book->sheet, ps_peil_sheet_free);
  g_hash_table_unref (book->places);
  g_ptr_array_unref (book->edits);
  g_array_unref (book->added);
  g_free (book);
}

PsPeilSheet *
ps_peil_book_get_sheet (PsPeilBook *book)
{
  return book->sheet;
}

/* Rows */

static PsPeilRow *
row_at (PsPeilBook *book, guint row)
{
  return &g_array_index (book->sheet->rows, PsPeilRow, row);
}

static gint64 *
stored_at (PsPeilBook *book, guint row, PsMeasure measure)
{
  return &book->stored[(gsize) row * PS_N_MEASURES + (gsize) measure];
}

gint64
ps_peil_book_stored (PsPeilBook *book, guint row, PsMeasure measure)
{
  return *stored_at (book, row, measure);
}

gboolean
ps_peil_book_find (PsPeilBook *book, const PsPeilKeys *keys, guint *row)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (book->places, keys, NULL, &place))
    return FALSE;
  *row = GPOINTER_TO_UINT (place);
  return TRUE;
}

void
ps_peil_book_keys (PsPeilBook *book, guint row, PsPeilKeys *keys)
{
  *keys = book->keys[row];
}

gboolean
ps_peil_book_by_place (PsPeilBook *book, guint row)
{
  return ps_region_product (book->sheet->region, row_at (book, row)->product)->funding == PS_FUNDING_PLEK;
}

gboolean
ps_peil_book_has_offer (PsPeilBook *book, guint row, PsMeasure measure)
{
  const PsPeilRow *there = row_at (book, row);

  /* Places are asked for only where they are paid for. */
  if (measure == PS_MEASURE_PLACES && !ps_peil_book_by_place (book, row))
    return FALSE;
  return there->entered[measure] == PS_NO_NUMBER && there->computed[measure] != PS_NO_NUMBER;
}

PsFilled
ps_peil_book_filled (PsPeilBook *book, guint row)
{
  return (PsFilled) book->filled[row];
}

gboolean
ps_peil_book_is_marked (PsPeilBook *book, guint row, PsMeasure measure)
{
  return book->marked[(gsize) row * PS_N_MEASURES + (gsize) measure] != PS_DEVIATION_NONE;
}

static void
count_row (PsPeilBook *book, guint row, int sign)
{
  book->n_filled += (guint) (sign * (book->filled[row] == PS_FILLED));
  book->n_partly += (guint) (sign * (book->filled[row] == PS_FILLED_PARTLY));
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    book->n_marked += (guint) (sign * ps_peil_book_is_marked (book, row, measure));
}

static void
look_at_row (PsPeilBook *book, guint row)
{
  const PsPeilRow *there = row_at (book, row);

  book->filled[row] = (guint8) ps_measured_filled (there->entered, ps_peil_book_by_place (book, row));
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    book->marked[(gsize) row * PS_N_MEASURES + (gsize) measure] =
        (guint8) ps_peil_row_deviation (book->sheet, there, measure, NULL);
  count_row (book, row, 1);
}

void
ps_peil_book_look (PsPeilBook *book, guint row)
{
  count_row (book, row, -1);
  look_at_row (book, row);
}

guint
ps_peil_book_get_n_filled (PsPeilBook *book)
{
  return book->n_filled;
}

guint
ps_peil_book_get_n_partly (PsPeilBook *book)
{
  return book->n_partly;
}

guint
ps_peil_book_get_n_marked (PsPeilBook *book)
{
  return book->n_marked;
}

char *
ps_peil_book_name_cell (PsPeilBook *book, guint row, PsMeasure measure)
{
  const PsPeilRow *there = row_at (book, row);
  const PsRegion *region = book->sheet->region;

  /* Translators: a provider, a product code, a municipality, and what was measured: "De Zilverberk, 45L01, Venlo, clients" */
  return g_strdup_printf (_("%s, %s, %s, %s"), ps_region_provider (region, there->provider)->name,
                          ps_region_product (region, there->product)->code,
                          ps_region_municipality (region, there->municipality)->name, ps_measure_label (measure));
}

/* Reading again */

static void
add_keys (GArray *list, const PsCellChange *cell)
{
  PsPeilKeys keys = { cell->provider_id, cell->product_id, cell->municipality_id };

  g_array_append_val (list, keys);
}

/* What is done by now is in the sheet that is asked for. */
GArray *
ps_peil_book_ask (PsPeilBook *book)
{
  GArray *keys = g_array_copy (book->added);

  for (guint i = book->edits->len; i > 0; i--)
    {
      PsPeilEdit *edit = g_ptr_array_index (book->edits, i - 1);

      if (edit->state == PS_EDIT_DONE)
        g_ptr_array_remove_index (book->edits, i - 1);
      else
        for (guint c = 0; c < edit->cells->len; c++)
          add_keys (keys, &g_array_index (edit->cells, PsCellChange, c));
    }
  return keys;
}

static void
make_rows (PsPeilBook *book)
{
  guint n = book->sheet->rows->len;

  book->keys = g_new (PsPeilKeys, n);
  book->stored = g_new (gint64, (gsize) n * PS_N_MEASURES);
  book->marked = g_new0 (guint8, (gsize) n * PS_N_MEASURES);
  book->filled = g_new0 (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      const PsPeilRow *row = row_at (book, i);

      book->keys[i] = (PsPeilKeys){ ps_region_provider (book->sheet->region, row->provider)->id,
                                    ps_region_product (book->sheet->region, row->product)->id,
                                    ps_region_municipality (book->sheet->region, row->municipality)->id };
      g_hash_table_insert (book->places, &book->keys[i], GUINT_TO_POINTER (i));
      for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
        *stored_at (book, i, measure) = row->entered[measure];
    }
}

static gboolean
find_cell (PsPeilBook *book, const PsCellChange *cell, guint *row)
{
  PsPeilKeys keys = { cell->provider_id, cell->product_id, cell->municipality_id };

  return ps_peil_book_find (book, &keys, row);
}

/* On its way, or written after the reading began: it counts as stored. What waits or was refused is shown, and no more. */
static void
show_edit_again (PsPeilBook *book, const PsPeilEdit *edit)
{
  gboolean counts = edit->state == PS_EDIT_WRITING || edit->state == PS_EDIT_DONE;
  guint row;

  for (guint i = 0; i < edit->cells->len; i++)
    {
      const PsCellChange *cell = &g_array_index (edit->cells, PsCellChange, i);

      if (!find_cell (book, cell, &row))
        continue;
      row_at (book, row)->entered[cell->measure] = cell->after;
      if (counts)
        *stored_at (book, row, cell->measure) = cell->after;
    }
}

PsPeilSheet *
ps_peil_book_take (PsPeilBook *book, PsPeilSheet *sheet)
{
  PsPeilSheet *before = book->sheet;

  forget_rows (book);
  book->sheet = sheet;
  make_rows (book);
  for (guint i = 0; i < book->edits->len; i++)
    {
      PsPeilEdit *edit = g_ptr_array_index (book->edits, i);

      show_edit_again (book, edit);
      edit->known = TRUE;
    }
  for (guint i = 0; i < sheet->rows->len; i++)
    look_at_row (book, i);
  return before;
}

void
ps_peil_book_add_row (PsPeilBook *book, const PsPeilKeys *keys)
{
  g_array_append_val (book->added, *keys);
}

/* Giving */

static PsPeilEdit *
add_edit (PsPeilBook *book, GArray *cells, gboolean held)
{
  PsPeilEdit *edit;

  if (cells->len == 0)
    {
      g_array_unref (cells);
      return NULL;
    }
  edit = g_new0 (PsPeilEdit, 1);
  edit->state = held ? PS_EDIT_HELD : PS_EDIT_WRITING;
  edit->cells = cells;
  g_ptr_array_add (book->edits, edit);
  return edit;
}

static gboolean
same_cell (const PsCellChange *a, const PsCellChange *b)
{
  return a->provider_id == b->provider_id && a->product_id == b->product_id && a->municipality_id == b->municipality_id
         && a->measure == b->measure;
}

static gboolean
has_cell (const PsPeilEdit *edit, const PsCellChange *cell)
{
  for (guint i = 0; i < edit->cells->len; i++)
    if (same_cell (&g_array_index (edit->cells, PsCellChange, i), cell))
      return TRUE;
  return FALSE;
}

static gboolean
is_refused (const PsPeilEdit *edit)
{
  return edit->state == PS_EDIT_CONFLICT || edit->state == PS_EDIT_FAILED;
}

/* Of a cell that waits or was refused, a later value is all that matters. */
static void
forget_older (PsPeilBook *book, const PsPeilEdit *later)
{
  for (guint i = book->edits->len; i > 0; i--)
    {
      PsPeilEdit *edit = g_ptr_array_index (book->edits, i - 1);

      if (edit == later || !(is_refused (edit) || edit->state == PS_EDIT_HELD))
        continue;
      for (guint c = edit->cells->len; c > 0; c--)
        if (has_cell (later, &g_array_index (edit->cells, PsCellChange, c - 1)))
          g_array_remove_index (edit->cells, c - 1);
      if (edit->cells->len == 0)
        g_ptr_array_remove_index (book->edits, i - 1);
    }
}

static void
put_stored (PsPeilBook *book, const PsPeilEdit *edit, gboolean after)
{
  guint row;

  for (guint i = 0; i < edit->cells->len; i++)
    {
      const PsCellChange *cell = &g_array_index (edit->cells, PsCellChange, i);

      if (find_cell (book, cell, &row))
        *stored_at (book, row, cell->measure) = after ? cell->after : cell->before;
    }
}

static void
drop_reason (PsPeilRow *row, PsMeasure measure)
{
  for (guint i = row->reasons != NULL ? row->reasons->len : 0; i > 0; i--)
    if (g_array_index (row->reasons, PsMeasureReason, i - 1).measure == measure)
      g_array_remove_index (row->reasons, i - 1);
}

/* Returns whether it is another value than the stored one. */
static gboolean
give_cell (PsPeilBook *book, guint place, PsMeasure measure, gint64 value, GArray *cells)
{
  PsPeilRow *row = row_at (book, place);
  const PsPeilKeys *keys = &book->keys[place];
  PsCellChange cell = {
    keys->provider_id, keys->product_id, keys->municipality_id, measure, ps_peil_book_stored (book, place, measure), value
  };

  row->entered[measure] = value;
  if (cell.before != cell.after)
    {
      drop_reason (row, measure);
      g_array_append_val (cells, cell);
    }
  ps_peil_book_look (book, place);
  return cell.before != cell.after;
}

/* A cell that is made again what the file says needs no writing, but what was refused of it is settled. */
static void
forget_given (PsPeilBook *book, const GArray *given)
{
  PsPeilEdit all = { PS_EDIT_DONE, g_array_new (FALSE, FALSE, sizeof (PsCellChange)), NULL, FALSE };

  for (guint i = 0; i < given->len; i++)
    {
      const PsPeilGiven *one = &g_array_index (given, PsPeilGiven, i);
      const PsPeilKeys *keys = &book->keys[one->row];
      PsCellChange cell = { keys->provider_id, keys->product_id, keys->municipality_id, one->measure, 0, 0 };

      g_array_append_val (all.cells, cell);
    }
  forget_older (book, &all);
  g_array_unref (all.cells);
}

/**
 * ps_peil_book_give:
 * @given: of PsPeilGiven
 * @held: it must wait before it is written: ps_peil_book_begin()
 *
 * Each cell is held against what is in the file, or on its way: a value that somebody else gave meanwhile is not written over.
 */
PsPeilEdit *
ps_peil_book_give (PsPeilBook *book, const GArray *given, gboolean held)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PsCellChange));
  PsPeilEdit *edit;

  forget_given (book, given);
  for (guint i = 0; i < given->len; i++)
    {
      const PsPeilGiven *one = &g_array_index (given, PsPeilGiven, i);

      give_cell (book, one->row, one->measure, one->value, cells);
    }
  edit = add_edit (book, cells, held);
  if (edit != NULL && !held)
    put_stored (book, edit, TRUE);
  return edit;
}

void
ps_peil_book_begin (PsPeilBook *book, PsPeilEdit *edit)
{
  edit->state = PS_EDIT_WRITING;
  put_stored (book, edit, TRUE);
}

void
ps_peil_book_done (PsPeilBook *book, PsPeilEdit *edit)
{
  edit->state = PS_EDIT_DONE;
}

/* Cells that a later edit changes again are that one's to tell of. */
static void
leave_to_later (PsPeilBook *book, PsPeilEdit *edit)
{
  guint place = 0;

  g_ptr_array_find (book->edits, edit, &place);
  for (guint i = place + 1; i < book->edits->len; i++)
    for (guint c = edit->cells->len; c > 0; c--)
      if (has_cell (g_ptr_array_index (book->edits, i), &g_array_index (edit->cells, PsCellChange, c - 1)))
        g_array_remove_index (edit->cells, c - 1);
}

void
ps_peil_book_refused (PsPeilBook *book, PsPeilEdit *edit, gboolean conflict, const char *why)
{
  leave_to_later (book, edit);
  edit->state = conflict ? PS_EDIT_CONFLICT : PS_EDIT_FAILED;
  edit->known = !conflict;
  g_free (edit->why);
  edit->why = g_strdup (why);
  put_stored (book, edit, FALSE);
  if (edit->cells->len == 0)
    g_ptr_array_remove (book->edits, edit);
}

/* Choosing */

/* What is in the file now stands in the way of it. */
static gboolean
is_theirs (PsPeilBook *book, const PsPeilEdit *edit, const PsCellChange *cell, guint row)
{
  return edit->state != PS_EDIT_CONFLICT || ps_peil_book_stored (book, row, cell->measure) != cell->before;
}

static PsPeilEdit *
give_again (PsPeilBook *book, PsPeilEdit *edit, gboolean mine, gboolean held)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));
  guint row;

  for (guint i = 0; i < edit->cells->len; i++)
    {
      const PsCellChange *cell = &g_array_index (edit->cells, PsCellChange, i);
      PsPeilGiven one = { 0, cell->measure, cell->after };

      if (!find_cell (book, cell, &row))
        continue;
      one.row = row;
      if (!mine && is_theirs (book, edit, cell, row))
        one.value = ps_peil_book_stored (book, row, cell->measure);
      g_array_append_val (given, one);
    }
  g_ptr_array_remove (book->edits, edit);
  return ps_peil_book_give (book, given, held);
}

PsPeilEdit *
ps_peil_book_keep (PsPeilBook *book, PsPeilEdit *edit, gboolean held)
{
  return give_again (book, edit, TRUE, held);
}

PsPeilEdit *
ps_peil_book_put_back (PsPeilBook *book, PsPeilEdit *edit, gboolean held)
{
  return give_again (book, edit, FALSE, held);
}

/* Lists */

GPtrArray *
ps_peil_book_list (PsPeilBook *book, PsPeilEditState state)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < book->edits->len; i++)
    if (((PsPeilEdit *) g_ptr_array_index (book->edits, i))->state == state)
      g_ptr_array_add (list, g_ptr_array_index (book->edits, i));
  return list;
}

guint
ps_peil_book_count (PsPeilBook *book, PsPeilEditState state)
{
  guint n = 0;

  for (guint i = 0; i < book->edits->len; i++)
    n += ((PsPeilEdit *) g_ptr_array_index (book->edits, i))->state == state;
  return n;
}

GPtrArray *
ps_peil_book_refusals (PsPeilBook *book)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < book->edits->len; i++)
    if (is_refused (g_ptr_array_index (book->edits, i)))
      g_ptr_array_add (list, g_ptr_array_index (book->edits, i));
  return list;
}
