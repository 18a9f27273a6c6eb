/* ps-peil-add-row.c: choosing a provider, product and municipality of which a peildatum has no row yet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-add-row"

#include "ps-peil-add-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"

typedef struct
{
  GtkWidget *from;   /* weak */
  GArray *providers; /* gint64: ids as in the drop-downs */
  GArray *products;
  GArray *municipalities;
  GtkDropDown *provider;
  GtkDropDown *product;
  GtkDropDown *municipality;
  PsPeilRowChosen chosen;
  gpointer user_data;
  gboolean answered;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->from);
  g_array_unref (question->providers);
  g_array_unref (question->products);
  g_array_unref (question->municipalities);
  g_free (question);
}

/* Lists */

static void
add_item (GtkStringList *list, GArray *ids, gint64 id, const char *label)
{
  gtk_string_list_append (list, label);
  g_array_append_val (ids, id);
}

static GtkStringList *
list_providers (const PsPeilSheet *sheet, GArray *ids)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < sheet->region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (sheet->region, i);
      g_autofree char *label = g_strdup_printf ("%s  %s", provider->name, provider->agb);

      add_item (list, ids, provider->id, label);
    }
  return list;
}

static GtkStringList *
list_products (const PsPeilSheet *sheet, GArray *ids)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < sheet->region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (sheet->region, i);
      g_autofree char *label = g_strdup_printf ("%s  %s", product->code, product->name);

      add_item (list, ids, product->id, label);
    }
  return list;
}

static GtkStringList *
list_municipalities (const PsPeilSheet *sheet, GArray *ids)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < sheet->region->municipalities->len; i++)
    add_item (list, ids, ps_region_municipality (sheet->region, i)->id, ps_region_municipality (sheet->region, i)->name);
  return list;
}

/* Takes the list. */
static GtkDropDown *
add_drop_down (GtkBox *box, GtkStringList *list, const char *title)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (list), expression);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  ps_drop_down_set_name (GTK_DROP_DOWN (drop_down), title);
  gtk_box_append (box, label);
  gtk_box_append (box, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

/* Answering */

static gboolean
get_chosen (GtkDropDown *drop_down, const GArray *ids, gint64 *id)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected >= ids->len)
    return FALSE;
  *id = g_array_index (ids, gint64, selected);
  return TRUE;
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  PsPeilKeys keys;

  if (question->answered || question->from == NULL || !g_str_equal (response, "go-on"))
    return;
  question->answered = TRUE;
  if (get_chosen (question->provider, question->providers, &keys.provider_id)
      && get_chosen (question->product, question->products, &keys.product_id)
      && get_chosen (question->municipality, question->municipalities, &keys.municipality_id))
    question->chosen (&keys, question->user_data);
}

static GtkWidget *
make_fields (Question *question, const PsPeilSheet *sheet)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  question->provider = add_drop_down (box, list_providers (sheet, question->providers), _("Provider"));
  question->product = add_drop_down (box, list_products (sheet, question->products), _("Product"));
  question->municipality = add_drop_down (box, list_municipalities (sheet, question->municipalities), _("Municipality"));
  return GTK_WIDGET (box);
}

GtkWidget *
ps_peil_add_row_present (GtkWidget *from, const PsPeilSheet *sheet, PsPeilRowChosen chosen, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *widget = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Add a Row"),
                                              _("For what was counted, but is neither in the messages nor was counted before."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->from, from);
  question->providers = g_array_new (FALSE, FALSE, sizeof (gint64));
  question->products = g_array_new (FALSE, FALSE, sizeof (gint64));
  question->municipalities = g_array_new (FALSE, FALSE, sizeof (gint64));
  question->chosen = chosen;
  question->user_data = user_data;
  g_object_set_data_full (G_OBJECT (dialog), "peilstok-question", question, question_free);
  adw_message_dialog_set_extra_child (dialog, make_fields (question, sheet));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "go-on", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go-on", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go-on");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  return widget;
}

void
ps_peil_add_row_choose (GtkWidget *dialog, guint provider, guint product, guint municipality)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "peilstok-question");

  gtk_drop_down_set_selected (question->provider, provider);
  gtk_drop_down_set_selected (question->product, product);
  gtk_drop_down_set_selected (question->municipality, municipality);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
}
