/* ps-contract-lists.c: the options and the documents of a contract as rows with buttons
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-lists"

#include "ps-contract-lists.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-contract-words.h"

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
set_action (GtkWidget *button, const char *action, guint place)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
}

static void
add_text_button (GtkWidget *row, const char *label, const char *name, const char *action, guint place)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  set_action (button, action, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_icon_button (GtkWidget *row, const char *icon, const char *name, const char *action, guint place)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  set_action (button, action, place);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Texts of people are no markup. */
static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_placeholder (GtkListBox *list, const char *title, const char *subtitle)
{
  gtk_list_box_append (list, make_row (title, subtitle));
}

/* Options */

static char *
option_subtitle (const PsContract *contract, guint place)
{
  const PsContractOption *option = &g_array_index (contract->options, PsContractOption, place);
  g_autofree char *end = ps_format_date (ps_option_end (contract, place));
  g_autofree char *decide_by = ps_format_date (ps_option_decide_by (contract, place));

  if (option->decision == PS_OPTION_OPEN)
    return g_strdup_printf (_("To %s at most. Decide by %s."), end, decide_by);
  if (option->decision == PS_OPTION_USED)
    return g_strdup_printf (_("It runs to %s by it."), end);
  return g_strdup_printf (_("It would have run to %s by it."), end);
}

/* Options are decided on one after the other. */
static gboolean
comes_next (const PsContract *contract, guint place)
{
  for (guint i = 0; i < place; i++)
    if (g_array_index (contract->options, PsContractOption, i).decision != PS_OPTION_USED)
      return FALSE;
  return g_array_index (contract->options, PsContractOption, place).decision == PS_OPTION_OPEN;
}

static void
add_option_buttons (GtkWidget *row, const PsContract *contract, guint place)
{
  const PsContractOption *option = &g_array_index (contract->options, PsContractOption, place);
  g_autofree char *use = g_strdup_printf (_("Use option %d"), option->sequence);
  g_autofree char *refuse = g_strdup_printf (_("Do not use option %d"), option->sequence);
  g_autofree char *edit = g_strdup_printf (_("Edit option %d"), option->sequence);
  g_autofree char *remove = g_strdup_printf (_("Remove option %d"), option->sequence);

  if (comes_next (contract, place))
    {
      add_text_button (row, _("Used…"), use, "contract.use-option", place);
      add_text_button (row, _("Not Used…"), refuse, "contract.refuse-option", place);
    }
  add_icon_button (row, "document-edit-symbolic", edit, "contract.edit-option", place);
  add_icon_button (row, "user-trash-symbolic", remove, "contract.remove-option", place);
}

void
ps_contract_list_options (GtkListBox *list, const PsContract *contract, gboolean is_writable)
{
  empty_list (list);
  if (contract->options->len == 0)
    add_placeholder (
        list, contract->end == PS_DATE_OPEN ? _("No options needed: the contract has no end") : _("No options to extend"),
        contract->end == PS_DATE_OPEN ? NULL : _("Add Option says how long it may be extended."));
  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = &g_array_index (contract->options, PsContractOption, i);
      g_autofree char *what = ps_option_text (option);
      g_autofree char *title = g_strdup_printf (_("Option %d: %s"), option->sequence, what);
      g_autofree char *subtitle = option_subtitle (contract, i);
      GtkWidget *row = make_row (title, subtitle);

      if (is_writable)
        add_option_buttons (row, contract, i);
      gtk_list_box_append (list, row);
    }
}

/* Documents */

void
ps_contract_list_documents (GtkListBox *list, const PsContract *contract, gboolean is_writable)
{
  empty_list (list);
  if (contract->documents->len == 0)
    add_placeholder (list, _("No documents"), _("Add Document keeps a link to the signed contract or another document."));
  for (guint i = 0; i < contract->documents->len; i++)
    {
      const PsContractDocument *document = g_ptr_array_index (contract->documents, i);
      g_autofree char *open = g_strdup_printf (_("Open %s"), document->label);
      g_autofree char *edit = g_strdup_printf (_("Edit %s"), document->label);
      g_autofree char *remove = g_strdup_printf (_("Remove %s"), document->label);
      GtkWidget *row = make_row (document->label, document->uri);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      add_text_button (row, _("Open"), open, "contract.open-document", i);
      if (is_writable)
        {
          add_icon_button (row, "document-edit-symbolic", edit, "contract.edit-document", i);
          add_icon_button (row, "user-trash-symbolic", remove, "contract.remove-document", i);
        }
      gtk_list_box_append (list, row);
    }
}
