/* ps-contract-products.c: the products of a contract: in a table, chosen in a dialog, each with days of its own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-products"

#include "ps-contract-products.h"

#include <glib/gi18n-lib.h>

#include "ps-contract-save.h"
#include "ps-product-checks.h"

/* The table */

enum
{
  GROUP,
  PRODUCT,
  NAME,
  FUNDING,
  FROM,
  TO,
  N_COLUMNS
};

static char *
count_products (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u product", "%u products", n_rows), n_rows);
}

PsTable *
ps_contract_products_table_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 10, FALSE, TRUE },
    [NAME] = { "name", _("Name"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 16 },
    [FUNDING] = { "funding", _("Funding"), PS_COLUMN_TEXT, 16, FALSE, FALSE },
    [FROM] = { "from", _("From"), PS_COLUMN_DATE, 11, FALSE, FALSE },
    [TO] = { "to", _("To"), PS_COLUMN_DATE, 11, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Products contracted")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_products);
  ps_table_set_export_name (table, _("contracted-products"));
  ps_table_set_empty (table, _("No products yet"), _("Choose Products to say what this contract is about."));
  return table;
}

static void
set_day (PsTableRow *row, guint column, PsDate day)
{
  ps_table_row_set_number (row, column, day != PS_DATE_OPEN ? day : PS_NO_NUMBER);
  if (day == PS_DATE_OPEN)
    ps_table_row_set_text (row, column, _("as contract"));
}

GPtrArray *
ps_contract_products_table_rows (const PsContract *contract, const PsRegion *region)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < contract->products->len; i++)
    {
      const PsContractProduct *contracted = &g_array_index (contract->products, PsContractProduct, i);
      const PsProduct *product = ps_region_product (region, contracted->product);
      PsTableRow *row = ps_table_row_new (N_COLUMNS, i, NULL, NULL);

      ps_table_row_set_text (row, GROUP, ps_region_group (region, product->group)->code);
      ps_table_row_set_text (row, PRODUCT, product->code);
      ps_table_row_set_text (row, NAME, product->name);
      ps_table_row_set_text (row, FUNDING, ps_words_label (PS_WORDS_FUNDING, product->funding));
      set_day (row, FROM, contracted->from);
      set_day (row, TO, contracted->to);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Which products */

typedef struct
{
  PsShownContract *shown;
  PsForm *form;            /* borrowed from the dialog */
  PsProductChecks *checks; /* borrowed from the form */
  guint place;             /* of the one whose days are edited */
} ProductsForm;

static void
products_form_free (gpointer data)
{
  ps_shown_contract_unref (((ProductsForm *) data)->shown);
  g_free (data);
}

static ProductsForm *
products_form_new (PsShownContract *shown, guint place)
{
  ProductsForm *self = g_new0 (ProductsForm, 1);

  self->shown = ps_shown_contract_ref (shown);
  self->place = place;
  return self;
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  guint left = ((const PsContractProduct *) a)->product, right = ((const PsContractProduct *) b)->product;

  return (left > right) - (left < right);
}

/* Those that stay keep their days; new ones get those of the form. */
static gpointer
take_chosen (PsForm *form, gpointer user_data)
{
  ProductsForm *self = user_data;
  const PsContract *before = ps_shown_contract_get (self->shown);
  const PsRegion *region = ps_shown_contract_get_region (self->shown);
  PsContract *after = ps_contract_copy (before);
  g_autofree gboolean *is_there = g_new0 (gboolean, region->products->len + 1);

  g_array_set_size (after->products, 0);
  for (guint i = 0; i < before->products->len; i++)
    {
      const PsContractProduct *product = &g_array_index (before->products, PsContractProduct, i);

      is_there[product->product] = TRUE;
      if (ps_product_checks_get (self->checks, product->product))
        g_array_append_vals (after->products, product, 1);
    }
  for (guint i = 0; i < region->products->len; i++)
    {
      PsContractProduct added = { 0, i, ps_form_get_date (form, "from"), ps_form_get_date (form, "to") };

      if (!is_there[i] && ps_product_checks_get (self->checks, i))
        g_array_append_val (after->products, added);
    }
  g_array_sort (after->products, compare_products);
  return ps_contract_save_new (self->shown, after);
}

static void
check_days (PsForm *form)
{
  PsDate from = ps_form_get_date (form, "from");
  PsDate to = ps_form_get_date (form, "to");
  gboolean is_wrong = from != PS_DATE_OPEN && to != PS_DATE_OPEN && to < from;

  ps_form_set_problem (form, "to", is_wrong ? _("It cannot end before it starts.") : NULL);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  static gboolean is_checking;

  if (is_checking)
    return;
  is_checking = TRUE;
  check_days (form);
  is_checking = FALSE;
}

static PsForm *
make_form (const char *from_hint, gboolean is_choice)
{
  const PsFormField fields[] = {
    { "chosen", _("Products chosen"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "from", _("From"), PS_FORM_DATE, FALSE, from_hint, NULL },
    { "to", _("To"), PS_FORM_DATE, FALSE, _("Empty: as long as the contract."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_set_visible (form, "chosen", is_choice);
  ps_form_set_editable (form, "chosen", FALSE);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), NULL);
  return form;
}

/* The codes that are chosen: what the dialog tells from what was chosen before. Owned by the caller. */
static char *
list_chosen (PsProductChecks *checks, const PsRegion *region)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < region->products->len; i++)
    if (ps_product_checks_get (checks, i))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", ps_region_product (region, i)->code);
  return g_string_free (codes, FALSE);
}

static void
on_chosen_cb (PsProductChecks *checks, gpointer user_data)
{
  ProductsForm *self = user_data;
  g_autofree char *chosen = list_chosen (checks, ps_shown_contract_get_region (self->shown));

  ps_value_entry_type (PS_VALUE_ENTRY (ps_form_get_widget (self->form, "chosen")), chosen);
}

PsFormDialog *
ps_contract_products_choose (GtkWidget *from, PsSession *session, PsShownContract *shown)
{
  ProductsForm *self = products_form_new (shown, 0);
  const PsContract *contract = ps_shown_contract_get (shown);
  PsForm *form = make_form (_("Of the products that are added now. Empty: as the contract."), TRUE);
  g_autofree char *chosen = NULL;
  PsFormDialog *dialog;

  self->form = form;
  ps_form_set_date (form, "from", PS_DATE_OPEN);
  ps_form_set_date (form, "to", PS_DATE_OPEN);
  self->checks = PS_PRODUCT_CHECKS (ps_product_checks_new (ps_shown_contract_get_region (shown)));
  for (guint i = 0; i < contract->products->len; i++)
    ps_product_checks_set (self->checks, g_array_index (contract->products, PsContractProduct, i).product, TRUE);
  chosen = list_chosen (self->checks, ps_shown_contract_get_region (shown));
  ps_form_set_text (form, "chosen", chosen);
  g_signal_connect (self->checks, "changed", G_CALLBACK (on_chosen_cb), self);
  ps_form_append (form, GTK_WIDGET (self->checks));
  dialog = ps_form_dialog_new (from, session, _("Products Contracted"), _("_Save"), form);
  ps_form_dialog_set_done (dialog, _("Products of the contract changed"));
  ps_form_dialog_set_write (dialog, take_chosen, ps_contract_save_write, ps_contract_save_free, NULL, self, products_form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* The days of one */

static gpointer
take_days (PsForm *form, gpointer user_data)
{
  ProductsForm *self = user_data;
  PsContract *after = ps_contract_copy (ps_shown_contract_get (self->shown));
  PsContractProduct *product = &g_array_index (after->products, PsContractProduct, self->place);

  product->from = ps_form_get_date (form, "from");
  product->to = ps_form_get_date (form, "to");
  return ps_contract_save_new (self->shown, after);
}

PsFormDialog *
ps_contract_product_edit (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place)
{
  ProductsForm *self = products_form_new (shown, place);
  const PsContractProduct *contracted = &g_array_index (ps_shown_contract_get (shown)->products, PsContractProduct, place);
  const PsProduct *product = ps_region_product (ps_shown_contract_get_region (shown), contracted->product);
  g_autofree char *title = g_strdup_printf (_("Product %s"), product->code);
  PsForm *form = make_form (_("Empty: as the contract."), FALSE);
  PsFormDialog *dialog;

  ps_form_set_date (form, "from", contracted->from);
  ps_form_set_date (form, "to", contracted->to);
  dialog = ps_form_dialog_new (from, session, title, _("_Save"), form);
  ps_form_dialog_set_done (dialog, _("Product of the contract changed"));
  ps_form_dialog_set_write (dialog, take_days, ps_contract_save_write, ps_contract_save_free, NULL, self, products_form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
