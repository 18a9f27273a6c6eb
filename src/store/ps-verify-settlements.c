/* ps-verify-settlements.c: is every kept settlement what its documents say, and do they still come to it?
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The documents prove themselves by their digests, which are in the trail; they say what the rows must be; and what they were computed
 * from is settled once more (domain.md §6).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-verify-private.h"

/* What documents say and rows are, of one settlement. */
typedef struct
{
  PsChecking *checking;
  gint64 id;
  const char *where;
  PsDossier *dossier;
  GPtrArray *rows; /* PsRecord: as they should be */
} Proof;

static char *
value_of (const PsRecord *row, guint field)
{
  if (ps_record_is_null_at (row, field))
    return g_strdup ("empty");
  if (ps_record_is_text (row, field))
    return g_strdup_printf ("“%s”", ps_record_text_at (row, field));
  return g_strdup_printf ("%" G_GINT64_FORMAT, ps_record_number_at (row, field));
}

/* Every column that differs, with both values. */
static void
compare_rows (Proof *proof, const char *where, const PsRecord *said, const PsRecord *present)
{
  const PsTableInfo *info = ps_record_get_info (said);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *says = value_of (said, i);
      g_autofree char *is = value_of (present, i);

      if (strcmp (says, is) != 0)
        ps_checking_found (proof->checking, where, "%s is %s, and its document says %s", info->fields[i].column, is, says);
    }
}

/* A scope by its number, as rows that are not written yet have it. */
static void
number_scope (PsRecord *row, GPtrArray *scopes)
{
  gint64 id = ps_record_has_column (row, "scope_id") ? ps_record_get_number (row, "scope_id") : PS_NO_NUMBER;

  for (guint i = 0; id != PS_NO_NUMBER && i < scopes->len; i++)
    if (ps_record_get_id (g_ptr_array_index (scopes, i)) == id)
      {
        ps_record_set_number (row, "scope_id", -(gint64) i - 1);
        return;
      }
}

static GPtrArray *
rows_of_table (GPtrArray *rows, const char *table)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (ps_record_get_table (g_ptr_array_index (rows, i)), table) == 0)
      g_ptr_array_add (found, g_ptr_array_index (rows, i));
  return found;
}

static void
compare_tables (Proof *proof, const char *table, GPtrArray *said, GPtrArray *present)
{
  for (guint i = 0; i < MAX (said->len, present->len); i++)
    {
      const PsRecord *is = i < present->len ? g_ptr_array_index (present, i) : NULL;
      g_autofree char *where =
          is != NULL ? g_strdup_printf ("%s %" G_GINT64_FORMAT " of %s", table, ps_record_get_id (is), proof->where) : NULL;

      if (is == NULL)
        ps_checking_found (proof->checking, proof->where, "row %u of %s is missing", i + 1, table);
      else if (i >= said->len)
        ps_checking_found (proof->checking, where, "is not in its document");
      else
        compare_rows (proof, where, g_ptr_array_index (said, i), is);
    }
}

static gboolean
check_rows (Proof *proof, GError **error)
{
  static const char *const tables[] = { "settlement_scope", "settlement_band", "settlement_line", "settlement_signal" };
  g_autoptr (GPtrArray) scopes =
      ps_store_load_records (proof->checking->store, "settlement_scope", "settlement_id", proof->id, error);

  if (scopes == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) said = rows_of_table (proof->rows, tables[i]);
      g_autoptr (GPtrArray) present =
          ps_store_load_records (proof->checking->store, tables[i], "settlement_id", proof->id, error);

      if (present == NULL)
        return FALSE;
      for (guint j = 0; j < present->len; j++)
        number_scope (g_ptr_array_index (present, j), scopes);
      compare_tables (proof, tables[i], said, present);
    }
  return TRUE;
}

/* The settlement's own row: its totals, year, version and counts. */
static gboolean
check_totals (Proof *proof, GError **error)
{
  g_autoptr (PsRecord) present = ps_rows_read (proof->checking->rows, "settlement", proof->id, error);
  g_autoptr (PsRecord) said = NULL;

  if (present == NULL)
    return FALSE;
  said = ps_record_copy (present);
  ps_settlement_rows_fill (said, proof->dossier);
  compare_rows (proof, proof->where, said, present);
  return TRUE;
}

/* Sums of a column over lines of the document; a sum that does not fit is none. */
static gboolean
adds_up (GPtrArray *rows, const char *table, const char *column, const char *less, gint64 scope, gint64 sum)
{
  PsOverflow overflow = { FALSE };
  gint64 total = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PsRecord *row = g_ptr_array_index (rows, i);
      gint64 value;

      if (strcmp (ps_record_get_table (row), table) != 0 || (scope != 0 && ps_record_get_number (row, "scope_id") != scope))
        continue;
      value = ps_record_get_number (row, column);
      if (value != PS_NO_NUMBER)
        total = ps_add (total, value, &overflow);
      if (less != NULL)
        total = ps_subtract (total, ps_record_get_number (row, less), &overflow);
    }
  return !overflow.overflowed && total == sum;
}

static void
check_scope_sums (Proof *proof, const PsRecord *scope, gint64 number)
{
  const char *name = ps_record_get_text (scope, "name");

  if (!adds_up (proof->rows, "settlement_line", "ceiling_cents", NULL, number, ps_record_get_number (scope, "ceiling_cents")))
    ps_checking_found (proof->checking, proof->where, "the ceilings of the lines of scope “%s” are not its ceiling", name);
  if (!adds_up (proof->rows, "settlement_line", "net_cents", "outside_cents", number, ps_record_get_number (scope, "net_cents")))
    ps_checking_found (proof->checking, proof->where, "what the lines of scope “%s” count is not what it counts", name);
  if (!adds_up (proof->rows, "settlement_line", "band_deduction_cents", NULL, number,
                ps_record_get_number (scope, "deduction_cents")))
    ps_checking_found (proof->checking, proof->where, "the deductions of the lines of scope “%s” are not its deduction", name);
  if (!adds_up (proof->rows, "settlement_band", "deduction_cents", NULL, number,
                ps_record_get_number (scope, "bands_deduction_cents")))
    ps_checking_found (proof->checking, proof->where, "the deductions of the bands of scope “%s” are not their sum", name);
}

/* The sum of the parts is the whole. */
static void
check_sums (Proof *proof)
{
  static const char *const columns[] = { "gross_cents",   "payable_cents",  "paid_cents",
                                         "carried_cents", "disputed_cents", "balance_cents" };
  g_autoptr (PsRecord) totals = ps_record_new ("settlement");
  g_autoptr (GPtrArray) scopes = rows_of_table (proof->rows, "settlement_scope");

  ps_settlement_rows_fill (totals, proof->dossier);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!adds_up (proof->rows, "settlement_line", columns[i], NULL, 0, ps_record_get_number (totals, columns[i])))
      ps_checking_found (proof->checking, proof->where, "%s of its lines is not its total", columns[i]);
  for (guint i = 0; i < scopes->len; i++)
    check_scope_sums (proof, g_ptr_array_index (scopes, i), -(gint64) i - 1);
}

static char *
list_differences (const PsComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const PsLineDifference *line = g_ptr_array_index (comparison->lines, i);

      if (!ps_line_difference_is_same (line))
        g_string_append_printf (text, "%s%s %s (balance %" G_GINT64_FORMAT ", was %" G_GINT64_FORMAT ")",
                                text->len > 0 ? ", " : "", line->group, line->municipality, line->new_line.balance_cents,
                                line->old_line.balance_cents);
    }
  if (text->len == 0)
    g_string_append (text, "scopes or totals");
  return g_string_free (text, FALSE);
}

/* A finding of a kind of its own: not the file is wrong, but the program, or it is too old. */
static void
blame_program (Proof *proof, const char *what, const char *why)
{
  const char *check = *proof->checking->check;

  *proof->checking->check = "program";
  ps_checking_found (proof->checking, proof->where, "%s: %s", what, why);
  *proof->checking->check = check;
}

/* Where another version of the program kept it and this one comes to something else it is the program that is wrong. */
static void
check_again (Proof *proof)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsDossier) again = ps_dossier_again (proof->dossier, &failure);
  g_autoptr (PsComparison) comparison = again != NULL ? ps_dossier_compare (proof->dossier, again) : NULL;
  const char *version = proof->dossier->facts.program_version;
  g_autofree char *differences = NULL;

  if (comparison != NULL && comparison->same_figures)
    return;
  differences = comparison != NULL ? list_differences (comparison) : g_strdup (failure->message);
  if (strcmp (version, PS_VERSION) != 0)
    {
      g_autofree char *what =
          g_strdup_printf ("version %s of the program computes otherwise than version %s, which kept it", PS_VERSION, version);

      blame_program (proof, what, differences);
    }
  else
    ps_checking_found (proof->checking, proof->where, "what it was computed from does not come to it: %s", differences);
}

/* ?1 the settlement, ?2 and ?3 the AGB code and the name in its document: whether its records name that code; whether its provider has it, or
 * had it by the trail; whether it has that name, or got another after the document was kept. */
#define SELECT_PROVIDER                                                                                                          \
  "SELECT EXISTS (SELECT 1 FROM audit_record WHERE thing = printf ('settlement:%s:%d:%d', ?2, s.year, s.id)),"                   \
  " p.agb = ?2 OR EXISTS (SELECT 1 FROM audit_change c WHERE c.table_name = 'provider' AND c.row_id = p.id"                      \
  "  AND ?2 IN (json_extract (iif (json_valid (c.before_state), c.before_state, '{}'), '$.agb'),"                                \
  "             json_extract (iif (json_valid (c.after_state), c.after_state, '{}'), '$.agb'))),"                                \
  " p.name = ?3 OR EXISTS (SELECT 1 FROM audit_change c WHERE c.table_name = 'provider' AND c.row_id = p.id AND c.record_id >"   \
  "  (SELECT max (k.record_id) FROM settlement_document d JOIN audit_change k ON k.table_name = 'settlement_document'"           \
  "   AND k.row_id = d.id WHERE d.settlement_id = s.id AND d.kind < 4)), p.agb, p.name"                                          \
  " FROM settlement s JOIN provider p ON p.id = s.provider_id WHERE s.id = ?1"

/* It is of the provider that its document names: a later code or name of that one is in the trail. */
static gboolean
check_provider (Proof *proof, GError **error)
{
  const PsProvider *provider = ps_region_provider (proof->dossier->region, proof->dossier->production->provider);
  PsStatement *select = ps_rows_statement (proof->checking->rows, SELECT_PROVIDER, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, proof->id);
  ps_sql_bind_text (select, 2, provider->agb);
  ps_sql_bind_text (select, 3, provider->name != NULL ? provider->name : "");
  if (!ps_sql_step_row (proof->checking->store, select, &row, error))
    return FALSE;
  if (!row || sqlite3_column_int (select, 0) == 0)
    ps_checking_found (proof->checking, proof->where, "is of another provider than %s, which its document names", provider->agb);
  if (row && sqlite3_column_int (select, 1) == 0)
    ps_checking_found (proof->checking, proof->where, "is of provider %s now, and its document says %s",
                       (const char *) sqlite3_column_text (select, 3), provider->agb);
  if (row && sqlite3_column_int (select, 2) == 0)
    ps_checking_found (proof->checking, proof->where, "its provider is called “%s” now, and its document says “%s”",
                       (const char *) sqlite3_column_text (select, 4), provider->name);
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
check_dossier (Proof *proof, GError **error)
{
  proof->rows = ps_settlement_rows_make (proof->dossier, proof->id);
  check_sums (proof);
  check_again (proof);
  return check_rows (proof, error) && check_totals (proof, error) && check_provider (proof, error);
}

/* The texts, each proved by its digests. `n`: so many are what they were. */
static gboolean
read_texts (Proof *proof, char *texts[PS_N_DOCUMENTS], guint *n, GError **error)
{
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    {
      const char *wrong;

      if (!ps_document_read (proof->checking->store, proof->checking->rows, proof->id, (PsDocumentKind) kind, &texts[kind],
                             &wrong, error))
        return FALSE;
      if (wrong == NULL)
        (*n)++;
      else
        ps_checking_found (proof->checking, proof->where, "its document “%s” %s", ps_document_name ((PsDocumentKind) kind),
                           wrong);
    }
  return TRUE;
}

static gboolean
check_texts (Proof *proof, char *texts[PS_N_DOCUMENTS], GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  if (!read_texts (proof, texts, &n, error))
    return FALSE;
  if (n < PS_N_DOCUMENTS - 1)
    return TRUE;
  proof->dossier = ps_dossier_read ((const char *const *) texts, &failure);
  if (proof->dossier != NULL)
    return check_dossier (proof, error);
  if (g_error_matches (failure, PS_DOSSIER_ERROR, PS_DOSSIER_ERROR_NEWER))
    blame_program (proof, "a newer version kept it", failure->message);
  else
    ps_checking_found (proof->checking, proof->where, "its documents cannot be read: %s", failure->message);
  return TRUE;
}

static gboolean
check_settlement (PsChecking *checking, gint64 id, GError **error)
{
  g_autofree char *where = g_strdup_printf ("settlement %" G_GINT64_FORMAT, id);
  char *texts[PS_N_DOCUMENTS] = { NULL };
  Proof proof = { checking, id, where, NULL, NULL };
  gboolean ok = check_texts (&proof, texts, error);

  for (int kind = 0; kind < PS_N_DOCUMENTS; kind++)
    g_free (texts[kind]);
  g_clear_pointer (&proof.dossier, ps_dossier_free);
  g_clear_pointer (&proof.rows, g_ptr_array_unref);
  return ok;
}

gboolean
ps_verify_settlements (PsChecking *checking, GError **error)
{
  return ps_checking_each (checking, "SELECT id FROM settlement ORDER BY id", check_settlement, error)
         && ps_verify_life (checking, error);
}
