/* ps-tariff-form.c: a new tariff, or a change of one, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-tariff-form"

#include "ps-tariff-form-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-product-facts.h"
#include "ps-tariff-effect.h"
#include "store/ps-desk.h"

#define EFFECT_HEIGHT 84 /* of four lines: the dialog does not jump as one types */

void
_ps_tariff_about_free (gpointer data)
{
  PsTariffAbout *about = data;

  g_clear_weak_pointer (&about->from);
  g_object_unref (about->session);
  ps_record_free (about->before);
  g_free (about);
}

PsTariffAbout *
_ps_tariff_about_new (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id)
{
  PsTariffAbout *about = g_new0 (PsTariffAbout, 1);

  about->session = g_object_ref (session);
  about->product_id = product_id;
  about->provider_id = provider_id;
  about->choose_product = product_id == 0;
  about->choose_provider = provider_id == 0;
  g_set_weak_pointer (&about->from, from);
  return about;
}

const PsRegion *
_ps_tariff_about_region (const PsTariffAbout *about)
{
  const PsSettledYear *settled = ps_session_get_settled (about->session);

  return settled != NULL ? settled->region : NULL;
}

static gint64
product_of (const PsTariffAbout *about, PsForm *form)
{
  gint64 chosen = about->choose_product ? ps_form_get_number (form, "product_id") : about->product_id;

  return chosen == PS_NO_NUMBER ? 0 : chosen;
}

static gint64
provider_of (const PsTariffAbout *about, PsForm *form)
{
  gint64 chosen = about->choose_provider ? ps_form_get_number (form, "provider_id") : about->provider_id;

  return chosen == PS_NO_NUMBER ? 0 : chosen;
}

/* Places of both; FALSE: one is not chosen, or not there any more. */
gboolean
_ps_tariff_about_find (const PsTariffAbout *about, PsForm *form, guint *product, guint *provider)
{
  const PsRegion *region = _ps_tariff_about_region (about);
  gint64 provider_id = provider_of (about, form);

  if (region == NULL)
    return FALSE;
  *product = ps_product_find (region, product_of (about, form));
  *provider = provider_id == 0 ? PS_NONE : ps_product_find_provider (region, provider_id);
  return *product != PS_NONE && (provider_id == 0 || *provider != PS_NONE);
}

/* Says what would happen, with every key. */
void
_ps_tariff_form_check (PsForm *form, PsTariffAbout *about)
{
  g_auto (PsTariffEffect) effect = { 0 };
  guint product, provider;

  if (about->checking)
    return;
  about->checking = TRUE;
  if (_ps_tariff_about_find (about, form, &product, &provider))
    ps_tariff_effect_fill (&effect, _ps_tariff_about_region (about), product, provider,
                           about->before != NULL ? ps_record_get_id (about->before) : 0, ps_form_get_date (form, "valid_from"),
                           ps_form_get_date (form, "valid_to"), ps_form_get_number (form, "tariff_e4"), ps_product_today ());
  ps_form_set_problem (form, "valid_from", effect.refused_to ? NULL : effect.refused);
  ps_form_set_problem (form, "valid_to", effect.refused_to ? effect.refused : NULL);
  gtk_label_set_text (about->effect, effect.effect != NULL && effect.effect[0] != '\0'
                                         ? effect.effect
                                         : _("Here you see what it does to the other tariffs."));
  about->checking = FALSE;
}

/* Fields */

static int
compare_providers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsRegion *region = user_data;

  return g_utf8_collate (ps_region_provider (region, *(const guint *) a)->name,
                         ps_region_provider (region, *(const guint *) b)->name);
}

/* The region first, then the providers by name. */
static void
add_providers (PsForm *form, const PsRegion *region)
{
  g_autofree guint *places = g_new (guint, region->providers->len + 1);

  ps_form_add_choice (form, "provider_id", PS_NO_NUMBER, _("The region"));
  for (guint i = 0; i < region->providers->len; i++)
    places[i] = i;
  g_qsort_with_data (places, (int) region->providers->len, sizeof *places, compare_providers, (gpointer) region);
  for (guint i = 0; i < region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (region, places[i]);
      g_autofree char *label = g_strdup_printf ("%s (%s)", provider->name, provider->agb);

      if (provider->merged_into == PS_NONE)
        ps_form_add_choice (form, "provider_id", provider->id, label);
    }
}

static void
add_products (PsForm *form, const PsRegion *region)
{
  for (guint i = 0; i < region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (region, i);
      g_autofree char *label = g_strdup_printf ("%s %s", product->code, product->name);

      if (ps_product_needs_tariff (product))
        ps_form_add_choice (form, "product_id", product->id, label);
    }
}

static PsForm *
make_fields (void)
{
  const PsFormField fields[] = {
    { "product_id", _("Product"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "provider_id", _("Tariff of"), PS_FORM_CHOICE, FALSE, _("A provider’s own tariff holds instead of the region’s."), NULL },
    { "valid_from", _("First day"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "valid_to", _("Last day"), PS_FORM_DATE, FALSE, _("Empty: until further notice."), NULL },
    { "tariff_e4", _("Tariff"), PS_FORM_TARIFF, TRUE, _("At most four decimals."), NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, FALSE, _("Kept in the history."), NULL },
  };

  return PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
}

PsForm *
_ps_tariff_form_new (PsTariffAbout *about)
{
  PsForm *form = make_fields ();

  if (about->choose_product)
    add_products (form, _ps_tariff_about_region (about));
  ps_form_set_visible (form, "product_id", about->choose_product);
  if (about->choose_provider)
    add_providers (form, _ps_tariff_about_region (about));
  ps_form_set_visible (form, "provider_id", about->choose_provider);
  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, "tariff_e4")), 0, G_MAXINT64);
  about->effect = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (about->effect, TRUE);
  gtk_label_set_xalign (about->effect, 0);
  gtk_label_set_yalign (about->effect, 0);
  gtk_widget_set_size_request (GTK_WIDGET (about->effect), -1, EFFECT_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (about->effect), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (about->effect), "numeric");
  ps_form_append (form, GTK_WIDGET (about->effect));
  g_object_set_data_full (G_OBJECT (form), "about", about, _ps_tariff_about_free);
  g_signal_connect (form, "changed", G_CALLBACK (_ps_tariff_form_check), about);
  return form;
}

/* "45L11", or "45L11 of Zorggroep De Wissel" */
char *
_ps_tariff_name (const PsRegion *region, guint product, guint provider)
{
  if (provider == PS_NONE)
    return g_strdup (ps_region_product (region, product)->code);
  /* Translators: a product and a provider */
  return g_strdup_printf (_("%s of %s"), ps_region_product (region, product)->code, ps_region_provider (region, provider)->name);
}

/* A new one */

typedef struct
{
  PsSettledRef *figures; /* keeps the region that was shown */
  gint64 product_id;
  gint64 provider_id;
  PsDate from;
  PsDate to;
  gint64 tariff_e4;
  char *reason;
} NewTariff;

static void
new_tariff_free (gpointer data)
{
  NewTariff *tariff = data;

  ps_settled_ref_free (tariff->figures);
  g_free (tariff->reason);
  g_free (tariff);
}

static gpointer
take_new_tariff (PsForm *form, gpointer user_data)
{
  const PsTariffAbout *about = user_data;
  NewTariff *tariff = g_new0 (NewTariff, 1);
  const char *reason = ps_form_get_text (form, "reason");

  tariff->figures = ps_session_ref_settled (about->session);
  tariff->product_id = product_of (about, form);
  tariff->provider_id = provider_of (about, form);
  tariff->from = ps_form_get_date (form, "valid_from");
  tariff->to = ps_form_get_date (form, "valid_to");
  tariff->tariff_e4 = ps_form_get_number (form, "tariff_e4");
  tariff->reason = reason[0] != '\0' ? g_strdup (reason) : NULL;
  return tariff;
}

static gboolean
write_new_tariff (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const NewTariff *tariff = data;

  return ps_desk_set_tariff (store, actor, ps_settled_ref_get (tariff->figures)->region, tariff->product_id, tariff->provider_id,
                             tariff->from, tariff->to, tariff->tariff_e4, tariff->reason, record, error);
}

static PsForm *
open_new (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id, gboolean choose_provider)
{
  PsTariffAbout *about;
  PsForm *form;
  PsFormDialog *dialog;
  g_autofree char *title = NULL;
  guint product, provider;

  if (ps_session_is_read_only (session) || ps_session_get_settled (session) == NULL)
    return NULL;
  about = _ps_tariff_about_new (from, session, product_id, provider_id);
  about->choose_provider = choose_provider;
  product = ps_product_find (_ps_tariff_about_region (about), product_id);
  provider = ps_product_find_provider (_ps_tariff_about_region (about), provider_id);
  form = _ps_tariff_form_new (about);
  if (product != PS_NONE)
    {
      g_autofree char *name = _ps_tariff_name (_ps_tariff_about_region (about), product, provider);

      /* Translators: a product, or a product and a provider */
      title = g_strdup_printf (_("New Tariff for %s"), name);
    }
  dialog = ps_form_dialog_new (from, session, title != NULL ? title : _("New Tariff"), _("_Add"), form);
  ps_form_dialog_set_done (dialog, _("Tariff added"));
  ps_form_dialog_set_write (dialog, take_new_tariff, write_new_tariff, new_tariff_free, NULL, about, NULL);
  _ps_tariff_form_check (form, about);
  gtk_window_present (GTK_WINDOW (dialog));
  return form;
}

/**
 * ps_tariff_form_open:
 * @product_id: of the region file
 * @provider_id: 0: the user chooses, the region first
 */
void
ps_tariff_form_open (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id)
{
  open_new (from, session, product_id, provider_id, provider_id == 0);
}

/**
 * ps_tariff_form_open_for_provider: the user chooses the product.
 */
void
ps_tariff_form_open_for_provider (GtkWidget *from, PsSession *session, gint64 provider_id)
{
  open_new (from, session, 0, provider_id, FALSE);
}

/**
 * ps_tariff_form_open_from: for days that had no tariff; `to` PS_DATE_OPEN: no last day is proposed.
 */
void
ps_tariff_form_open_from (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id, PsDate first, PsDate last)
{
  PsForm *form = open_new (from, session, product_id, provider_id, FALSE);

  if (form == NULL)
    return;
  ps_form_set_date (form, "valid_from", first);
  ps_form_set_date (form, "valid_to", last);
  _ps_tariff_form_check (form, g_object_get_data (G_OBJECT (form), "about"));
}
