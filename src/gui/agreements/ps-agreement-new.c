/* ps-agreement-new.c: asking how a new agreement starts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-new"

#include "ps-agreement-new.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/providers/ps-provider-figures.h"
#include "ps-agreement-making.h"

/* Beyond these it is a slip: "103 %" for three per cent would double an agreement. */
#define MOST_INDEX_BP 2500
#define LEAST_INDEX_BP (-2500)

/* The fields */

static void
show_needed (PsForm *form)
{
  gboolean indexed = ps_form_get_number (form, "source") != PS_MAKING_EMPTY;

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "indexed")) == indexed + 1)
    return;
  g_object_set_data (G_OBJECT (form), "indexed", GINT_TO_POINTER (indexed + 1));
  ps_form_set_visible (form, "index", indexed);
  ps_form_set_visible (form, "rounding", indexed);
}

static int
this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

/* From the header's year to the one after this: next year's agreements are made before it begins. */
static void
add_years (PsForm *form, int year, int proposed, PsSession *session)
{
  int header = ps_session_get_year (session);
  int first = year != 0 ? year : header;
  int last = year != 0 ? year : MAX (header, this_year ()) + 1;

  for (int i = first; i <= last; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i);

      ps_form_add_choice (form, "year", i, label);
    }
  ps_form_set_number (form, "year", year != 0 ? year : proposed);
  ps_form_set_editable (form, "year", year == 0);
}

PsForm *
ps_agreement_new_form (const PsFormField *first, guint n_first, int year, int proposed, PsSession *session)
{
  const PsFormField common[] = {
    { "year", _("Year"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "source", _("Start from"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "index", _("Index"), PS_FORM_PERCENT, FALSE, _("Empty: amounts stay as they are. 4,96 raises them by 4,96 %."), NULL },
    { "rounding", _("Rounded to"), PS_FORM_CHOICE, TRUE, NULL, NULL },
  };
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (PsFormField));
  PsForm *form;

  if (n_first > 0)
    g_array_append_vals (fields, first, n_first);
  g_array_append_vals (fields, common, G_N_ELEMENTS (common));
  form = PS_FORM (ps_form_new ((const PsFormField *) (gpointer) fields->data, fields->len));
  add_years (form, year, proposed, session);
  ps_form_add_choice (form, "source", PS_MAKING_EMPTY, _("Empty"));
  ps_form_add_choice (form, "source", PS_MAKING_LAST, _("From the agreement of the year before"));
  ps_form_add_choice (form, "source", PS_MAKING_PRODUCTION, _("From what was produced in the year before"));
  ps_form_add_choice (form, "rounding", 1, _("a cent"));
  ps_form_add_choice (form, "rounding", 100, _("a euro"));
  ps_form_add_choice (form, "rounding", 10000, _("100 euro"));
  ps_form_set_number (form, "source", PS_MAKING_LAST);
  ps_form_set_number (form, "rounding", 100);
  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, "index")), LEAST_INDEX_BP, MOST_INDEX_BP);
  show_needed (form);
  g_signal_connect (form, "changed", G_CALLBACK (show_needed), NULL);
  return form;
}

int
ps_agreement_new_read (PsForm *form, int *source, int *index_bp, gint64 *round_to_cents)
{
  gint64 index = ps_form_get_number (form, "index");

  *source = (int) ps_form_get_number (form, "source");
  *index_bp = index == PS_NO_NUMBER ? 0 : (int) index;
  *round_to_cents = ps_form_get_number (form, "rounding");
  return (int) ps_form_get_number (form, "year");
}

/* The dialog for one provider */

typedef struct
{
  PsSession *session;
  PsForm *form;      /* weak */
  char *agb;         /* NULL: chosen in the form */
  GPtrArray *agbs;   /* by the number of the choice: the place when the form was made; NULL: not chosen */
  GPtrArray *having; /* char *: they have one in the header's year; NULL: not known */
  GtkLabel *preview; /* of the form */
  char *made_agb;
  int made_year;
  PsAgreementMade made;
  gpointer user_data;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->form != NULL)
    g_signal_handlers_disconnect_by_data (asking->form, asking);
  g_clear_weak_pointer (&asking->form);
  g_object_unref (asking->session);
  g_free (asking->agb);
  g_free (asking->made_agb);
  g_clear_pointer (&asking->agbs, g_ptr_array_unref);
  g_clear_pointer (&asking->having, g_ptr_array_unref);
  g_free (asking);
}

static const char *
chosen_agb (PsForm *form, Asking *asking)
{
  gint64 place;

  if (asking->agb != NULL)
    return asking->agb;
  place = ps_form_get_number (form, "provider");
  return place != PS_NO_NUMBER && place >= 0 && place < asking->agbs->len ? g_ptr_array_index (asking->agbs, (guint) place)
                                                                          : NULL;
}

static gpointer
take (PsForm *form, gpointer user_data)
{
  Asking *asking = user_data;
  const char *agb = chosen_agb (form, asking);
  PsMaking *making;
  int source;

  if (agb == NULL)
    return NULL;
  making = ps_making_new (agb, 0);
  making->year = ps_agreement_new_read (form, &source, &making->index_bp, &making->round_to_cents);
  making->source = (PsMakingSource) source;
  g_free (asking->made_agb);
  asking->made_agb = g_strdup (agb);
  asking->made_year = making->year;
  return making;
}

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  Asking *asking = user_data;

  if (asking->made != NULL)
    asking->made (asking->made_agb, asking->made_year, asking->user_data);
}

/* What it would come to, where that is known at once. */
static char *
preview_of (PsForm *form, Asking *asking)
{
  const PsSettledYear *settled = ps_session_get_settled (asking->session);
  const char *agb = chosen_agb (form, asking);
  int source, index_bp, year;
  gint64 round_to_cents;
  guint provider = settled != NULL && agb != NULL ? ps_region_find_provider (settled->region, agb) : PS_NONE;
  const PsAgreement *last;
  g_autoptr (PsAgreement) terms = NULL;
  g_autofree char *before = NULL, *after = NULL;
  PsOverflow overflow = { FALSE };

  year = ps_agreement_new_read (form, &source, &index_bp, &round_to_cents);
  if (!ps_value_entry_is_valid (PS_VALUE_ENTRY (ps_form_get_widget (form, "index"))))
    return g_strdup ("");
  if (source == PS_MAKING_EMPTY)
    return g_strdup (_("A draft without lines: give its ceilings in the grid."));
  if (source == PS_MAKING_PRODUCTION)
    return g_strdup_printf (_("A ceiling for all that was produced in %d, but exempt products outside the ceiling."), year - 1);
  if (provider == PS_NONE)
    return g_strdup ("");
  last = ps_region_find_agreement (settled->region, provider, year - 1);
  if (last == NULL)
    return g_strdup_printf (_("There is no agreement of %d."), year - 1);
  terms = ps_agreement_from_last (last, year, index_bp, round_to_cents, &overflow);
  before = ps_format_money (ps_agreement_total (last, &overflow));
  after = overflow.overflowed ? NULL : ps_format_money (ps_agreement_total (terms, &overflow));
  if (overflow.overflowed)
    return g_strdup (_("With this index an amount is too large to be kept."));
  return g_strdup_printf (ngettext ("%u line: %s becomes %s.", "%u lines: %s becomes %s together.", last->lines->len),
                          last->lines->len, before, after);
}

/* One that has an agreement of the year already is said to have, before it is refused. */
static void
check_provider (PsForm *form, Asking *asking)
{
  const char *agb = chosen_agb (form, asking);
  gboolean header = ps_form_get_number (form, "year") == ps_session_get_year (asking->session);
  gboolean has = FALSE;

  if (asking->agb != NULL || asking->having == NULL)
    return;
  for (guint i = 0; i < asking->having->len && agb != NULL && header; i++)
    has |= g_str_equal (g_ptr_array_index (asking->having, i), agb);
  if (has == GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "has-agreement")))
    return;
  g_object_set_data (G_OBJECT (form), "has-agreement", GINT_TO_POINTER (has));
  ps_form_set_problem (form, "provider", has ? _("This provider has an agreement of that year already.") : NULL);
}

static void
on_form_changed_cb (PsForm *form, Asking *asking)
{
  g_autofree char *preview = preview_of (form, asking);

  gtk_label_set_label (asking->preview, preview);
  check_provider (form, asking);
}

static void
fill_providers (PsForm *form, Asking *asking)
{
  const PsSettledYear *settled = ps_session_get_settled (asking->session);

  g_autoptr (GPtrArray) providers = ps_providers_to_choose (settled->region);

  asking->agbs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < settled->region->providers->len; i++)
    g_ptr_array_add (asking->agbs, g_strdup (ps_region_provider (settled->region, i)->agb));
  for (guint i = 0; i < providers->len; i++)
    {
      const PsProvider *provider = g_ptr_array_index (providers, i);

      if (provider->ended_on >= ps_date_year_start (settled->year))
        ps_form_add_choice (form, "provider", ps_region_find_provider (settled->region, provider->agb), provider->name);
    }
}

static void
add_preview (PsForm *form, Asking *asking)
{
  g_set_weak_pointer (&asking->form, form);
  asking->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (asking->preview, TRUE);
  gtk_label_set_xalign (asking->preview, 0);
  gtk_widget_add_css_class (GTK_WIDGET (asking->preview), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (asking->preview), "secondary");
  ps_form_append (form, GTK_WIDGET (asking->preview));
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), asking);
  on_form_changed_cb (form, asking);
}

PsFormDialog *
ps_agreement_new_dialog (GtkWidget *from, PsSession *session, const char *agb, GPtrArray *having, PsAgreementMade made,
                         gpointer user_data)
{
  const PsFormField provider = { "provider", _("Provider"), PS_FORM_CHOICE, TRUE, NULL, NULL };
  const PsSettledYear *settled = ps_session_get_settled (session);
  Asking *asking = g_new0 (Asking, 1);
  guint place = agb != NULL ? ps_region_find_provider (settled->region, agb) : PS_NONE;
  PsFormDialog *dialog;
  PsForm *form;

  asking->session = g_object_ref (session);
  asking->agb = g_strdup (agb);
  asking->having = having != NULL ? g_ptr_array_ref (having) : NULL;
  asking->made = made;
  asking->user_data = user_data;
  form = ps_agreement_new_form (&provider, agb == NULL ? 1 : 0, agb != NULL ? settled->year : 0, settled->year, session);
  if (agb == NULL)
    fill_providers (form, asking);
  if (place != PS_NONE && ps_region_find_agreement (settled->region, place, settled->year - 1) == NULL)
    ps_form_set_number (form, "source", PS_MAKING_EMPTY);
  show_needed (form);
  add_preview (form, asking);
  dialog = ps_form_dialog_new (from, session, _("New Agreement"), _("_Make Draft"), form);
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_done (dialog, _("A draft was made."));
  ps_form_dialog_set_write (dialog, take, ps_making_write, (GDestroyNotify) ps_making_unref, on_saved, asking, asking_free);
  return dialog;
}
