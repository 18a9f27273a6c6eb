/* ps-dossier-read.c: the production of a frozen dossier
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PsTextReader text;
  const PsRegion *region;
  PsProduction *production;
  PsMessageKeys *keys;
  GHashTable *clients; /* pseudonym → number + 1 */
} Reading;

static int
compare_to_assignment (const PsProduction *production, const PsMessageKeys *keys, guint place, guint municipality,
                       const char *number)
{
  guint other = g_array_index (production->assignments, PsAssignment, place).municipality;

  if (other != municipality)
    return other < municipality ? -1 : 1;
  return strcmp (g_ptr_array_index (keys->assignments, place), number);
}

/* The place of an assignment by its key, or PS_NONE. They are in order. */
guint
ps_assignment_find (const PsProduction *production, const PsMessageKeys *keys, guint municipality, const char *number)
{
  guint low = 0, high = production->assignments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_to_assignment (production, keys, middle, municipality, number);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return PS_NONE;
}

/* The place of a line by its reference, or PS_NONE. They are in order. */
guint
ps_line_find (const PsMessageKeys *keys, const char *reference)
{
  guint low = 0, high = keys->references->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (g_ptr_array_index (keys->references, middle), reference);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return PS_NONE;
}

static guint
read_assignment_of (Reading *self)
{
  guint municipality = ps_reading_municipality (&self->text, self->region);
  guint place = ps_assignment_find (self->production, self->keys, municipality, ps_reading_string (&self->text));

  if (place == PS_NONE)
    ps_reading_fail (&self->text, _("it refers to something that is not there"));
  return self->text.failed ? 0 : place;
}

/* Numbers in the order in which they come; ordered by pseudonym once all are known. */
static guint
read_client (Reading *self)
{
  const char *pseudonym = ps_reading_string (&self->text);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->clients, pseudonym));

  if (known > 0)
    return known - 1;
  g_ptr_array_add (self->keys->clients, g_strdup (pseudonym));
  g_hash_table_insert (self->clients, self->keys->clients->pdata[self->keys->clients->len - 1],
                       GUINT_TO_POINTER (self->keys->clients->len));
  return self->keys->clients->len - 1;
}

/* A period that ends before it begins would be of no use to anybody. */
static void
check_period (PsTextReader *self, PsDate first, PsDate last)
{
  if (last < first)
    ps_reading_fail (self, _("a period ends before it begins"));
}

static void
read_assignment (Reading *self)
{
  PsTextReader *text = &self->text;
  PsAssignment assignment = { .id = self->production->assignments->len + 1, .first_care = 0 };
  guint last = self->production->assignments->len;
  const char *number;

  assignment.municipality = ps_reading_municipality (text, self->region);
  number = ps_reading_string (text);
  if (last > 0)
    ps_reading_in_order (text, compare_to_assignment (self->production, self->keys, last - 1, assignment.municipality, number));
  assignment.client = read_client (self);
  assignment.product = ps_reading_product_or_none (text, self->region);
  assignment.group = ps_reading_group (text, self->region);
  assignment.start = ps_reading_date (text);
  assignment.end = ps_reading_open (text);
  check_period (text, assignment.start, assignment.end);
  if (!text->failed && assignment.product != PS_NONE
      && ps_region_product (self->region, assignment.product)->group != assignment.group)
    ps_reading_fail (text, _("the product is of another product group"));
  g_array_append_val (self->production->assignments, assignment);
  g_ptr_array_add (self->keys->assignments, g_strdup (number));
}

static void
read_assignments (Reading *self)
{
  ps_reading_section (&self->text, PS_RECORD_ASSIGNMENT);
  while (ps_reading_next (&self->text))
    read_assignment (self);
}

static void
add_care (Reading *self, guint place, PsCare care)
{
  PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, place);
  GArray *all = self->production->care;

  if (assignment->n_care == 0)
    assignment->first_care = all->len;
  else
    ps_reading_in_order (&self->text, ps_care_compare (&g_array_index (all, PsCare, all->len - 1), &care));
  assignment->n_care++;
  g_array_append_val (all, care);
}

static void
read_all_care (Reading *self)
{
  guint last = 0;

  ps_reading_section (&self->text, PS_RECORD_CARE);
  while (ps_reading_next (&self->text))
    {
      guint assignment = read_assignment_of (self);
      PsCare care = { 0 };
      gint64 reason;

      care.start = ps_reading_date (&self->text);
      care.stop = ps_reading_open (&self->text);
      reason = ps_reading_optional (&self->text, 1, G_MAXUINT8);
      care.reason = reason == PS_NO_NUMBER ? PS_REASON_NONE : (guint8) reason;
      check_period (&self->text, care.start, care.stop);
      ps_reading_in_order (&self->text, assignment < last ? 1 : -1);
      if (self->text.failed)
        return;
      last = assignment;
      add_care (self, assignment, care);
    }
}

static void
read_line (Reading *self)
{
  PsTextReader *text = &self->text;
  PsLine line = { .id = self->production->lines->len + 1 };
  GPtrArray *references = self->keys->references;
  const char *reference = ps_reading_string (text);

  if (references->len > 0)
    ps_reading_in_order (text, strcmp (g_ptr_array_index (references, references->len - 1), reference));
  g_ptr_array_add (references, g_strdup (reference));
  g_ptr_array_add (self->keys->declarations, ps_reading_copy (text));
  line.assignment = read_assignment_of (self);
  line.product = ps_reading_product (text, self->region);
  line.from = ps_reading_date (text);
  line.to = ps_reading_date (text);
  line.volume_milli = ps_reading_amount (text);
  line.unit = (guint8) ps_reading_word_or (text, PS_WORDS_UNIT, PS_UNIT_NONE);
  line.tariff_e4 = ps_reading_optional (text, -G_MAXINT64, G_MAXINT64);
  line.amount_cents = ps_reading_amount (text);
  line.status = (guint8) ps_reading_word (text, PS_WORDS_LINE_STATUS);
  line.decision = (guint8) ps_reading_choice (text, ps_decision_word, PS_DECISION_DISPUTE + 1);
  check_period (text, line.from, line.to);
  g_array_append_val (self->production->lines, line);
}

static void
read_lines (Reading *self)
{
  ps_reading_section (&self->text, PS_RECORD_LINE);
  while (ps_reading_next (&self->text))
    read_line (self);
}

static void
read_advances (Reading *self)
{
  GArray *advances = self->production->advances;

  ps_reading_section (&self->text, PS_RECORD_ADVANCE);
  while (ps_reading_next (&self->text))
    {
      PsAdvance advance = { .id = advances->len + 1 };

      advance.product = ps_reading_product (&self->text, self->region);
      advance.municipality = ps_reading_municipality (&self->text, self->region);
      advance.month = ps_reading_date (&self->text);
      advance.amount_cents = ps_reading_amount (&self->text);
      if (advances->len > 0)
        ps_reading_in_order (&self->text, ps_advance_compare (&g_array_index (advances, PsAdvance, advances->len - 1), &advance));
      g_array_append_val (advances, advance);
    }
}

static guint
read_peildatum_of (Reading *self)
{
  PsDate date = ps_reading_date (&self->text);

  for (guint i = 0; i < self->region->peildata->len; i++)
    if (ps_region_peildatum (self->region, i)->date == date)
      return i;
  ps_reading_fail (&self->text, _("it refers to something that is not there"));
  return 0;
}

static void
read_measurements (Reading *self)
{
  GArray *measurements = self->production->measurements;

  ps_reading_section (&self->text, PS_RECORD_MEASUREMENT);
  while (ps_reading_next (&self->text))
    {
      PsMeasurement it = { .id = measurements->len + 1,
                           .clients = PS_NO_NUMBER,
                           .realised_cents = PS_NO_NUMBER,
                           .waiting = PS_NO_NUMBER,
                           .waiting_days = PS_NO_NUMBER };

      it.peildatum = read_peildatum_of (self);
      it.product = ps_reading_product (&self->text, self->region);
      it.municipality = ps_reading_municipality (&self->text, self->region);
      it.places_milli = ps_reading_optional (&self->text, 0, G_MAXINT64);
      if (measurements->len > 0)
        ps_reading_in_order (&self->text,
                             ps_measurement_compare (&g_array_index (measurements, PsMeasurement, measurements->len - 1), &it));
      g_array_append_val (measurements, it);
    }
}

gboolean
ps_dossier_read_production (PsProduction *production, PsMessageKeys *keys, const PsRegion *region, PsDossierHead *head,
                            const char *text, GError **error)
{
  Reading self = { .region = region, .production = production, .keys = keys };

  self.clients = g_hash_table_new (g_str_hash, g_str_equal);
  if (ps_reading_begin (&self.text, PS_DOCUMENT_PRODUCTION, text, error))
    {
      ps_dossier_read_head (&self.text, PS_RECORD_PRODUCTION_OF, head);
      read_assignments (&self);
      read_all_care (&self);
      read_lines (&self);
      read_advances (&self);
      read_measurements (&self);
    }
  g_hash_table_unref (self.clients);
  return ps_reading_end (&self.text);
}
