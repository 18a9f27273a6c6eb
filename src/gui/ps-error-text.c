/* ps-error-text.c: errors as sentences for people: what happened, where, what to do
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The one place of the window that turns a GError into words.
 */
#define G_LOG_DOMAIN "peilstok-error-text"

#include "ps-error-text.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-import.h"

/* In the order of PsStoreError. %s: the file's name. */
static const struct
{
  const char *heading;
  const char *text;
} store_errors[] = {
  [PS_STORE_ERROR_ABSENT] = { N_("The region file is not there"),
                              N_("“%s” cannot be found. It was moved, renamed or removed, or its drive is not connected.") },
  [PS_STORE_ERROR_EXISTS] = { N_("There is a file with that name"),
                              N_("“%s” exists already, and nothing was written over it. Choose another name.") },
  [PS_STORE_ERROR_FOREIGN] = { N_("Not a region file"), N_("“%s” was not made by Peilstok. To bring CSV files into a region, "
                                                             "open the region and import them.") },
  [PS_STORE_ERROR_NEWER] = { N_("Made by a newer Peilstok"),
                             N_("“%s” was made by a newer version of Peilstok. Install that version to change it.") },
  [PS_STORE_ERROR_DAMAGED] = { N_("The region file is damaged"),
                               N_("“%s” cannot be read completely, and was left as it is. Go back to your last backup of it.") },
  [PS_STORE_ERROR_LOCKED] = { N_("The region is in use"),
                              N_("Somebody else is writing to “%s” at this moment. Try again when that is done.") },
  [PS_STORE_ERROR_READ_ONLY] = { N_("The region cannot be changed"),
                                 N_("You may read “%s”, but not write to it or its folder. Nothing was changed.") },
  [PS_STORE_ERROR_FULL] = { N_("The disk is full"),
                            N_("There was no room left on the disk of “%s”. Nothing was changed; make room and try again.") },
  [PS_STORE_ERROR_IO] = { N_("The disk does not answer as it should"),
                          N_("Reading or writing “%s” failed. Nothing was changed; try again, or copy the file to another "
                              "disk.") },
  [PS_STORE_ERROR_REFUSED] = { N_("The region refused this"),
                               N_("A rule that must always hold in “%s” was not kept. Nothing was changed.") },
};

/* Refused by a rule of the field, or because somebody was first: what was said of it is a sentence for people already. */
static gboolean
is_sentence (const GError *error)
{
  return g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE)
         || g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
}

static gboolean
is_store_error (const GError *error)
{
  return error->domain == PS_STORE_ERROR && error->code >= 0 && (guint) error->code < G_N_ELEMENTS (store_errors)
         && store_errors[error->code].text != NULL;
}

/* Keeps what the lower layer said: it may be all that a helpdesk has to go on. */
static char *
with_details (char *sentence, const GError *error)
{
  g_autofree char *first = sentence;

  return error->message[0] != '\0' ? g_strdup_printf ("%s\n\n%s", first, error->message) : g_steal_pointer (&first);
}

static char *
io_error_text (const GError *error, const char *name)
{
  switch (error->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” cannot be found."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_("You may not read or write “%s”."), name);
    case G_IO_ERROR_NO_SPACE:
      return g_strdup_printf (_("There was no room left on the disk of “%s”."), name);
    case G_IO_ERROR_CANCELLED:
      return g_strdup (_("Cancelled. Nothing was changed."));
    default:
      return g_strdup (error->message);
    }
}

/**
 * ps_error_text:
 * @error: what went wrong
 * @path: (nullable): the file it is about
 *
 * Returns: (transfer full): one or two sentences in the user's language
 */
char *
ps_error_text (const GError *error, const char *path)
{
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup (_("the region"));
  g_autofree char *name = g_filename_display_name (base);

  g_return_val_if_fail (error != NULL, NULL);

  if (is_sentence (error))
    return g_strdup (error->message);
  if (is_store_error (error))
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *sentence = g_strdup_printf (_ (store_errors[error->code].text), name);
#pragma GCC diagnostic pop

      return error->code == PS_STORE_ERROR_REFUSED || error->code == PS_STORE_ERROR_IO
                 ? with_details (g_steal_pointer (&sentence), error)
                 : g_steal_pointer (&sentence);
    }
  if (error->domain == PS_CORE_ERROR)
    return with_details (
        g_strdup (_("An amount is too large to compute with. Look for a declaration line or ceiling that is far too high.")),
        error);
  if (error->domain == G_IO_ERROR)
    return io_error_text (error, name);
  return g_strdup (error->message);
}

/**
 * ps_error_heading:
 *
 * Returns: what happened in a few words, for above ps_error_text()
 */
const char *
ps_error_heading (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE))
    return _("This cannot be done");
  if (g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
    return _("Something else was changed since");
  if (is_store_error (error))
    return _ (store_errors[error->code].heading);
  if (error->domain == PS_IMPORT_ERROR)
    return error->code == PS_IMPORT_ERROR_OUTPUT ? _("The rejected rows cannot be written") : _("A file cannot be read");
  if (error->domain == PS_CORE_ERROR)
    return _("The year cannot be settled");
  return _("That did not work");
}
