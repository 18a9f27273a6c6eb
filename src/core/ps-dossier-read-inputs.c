/* ps-dossier-read-inputs.c: the region that a frozen dossier was computed with
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What refers to something that is not there stops the reading before the region is used: what it holds until then does not
 * matter.
 */
#include "ps-dossier-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MONTHS 1200

/* The code before this one, of a thing whose code is the first text after its id. */
static int
compare_to_last (const GArray *things, const char *code)
{
  const char *last;

  if (things->len == 0)
    return -1;
  last = things->data + (gsize) (things->len - 1) * g_array_get_element_size ((GArray *) things);
  return strcmp (G_STRUCT_MEMBER (char *, last, G_STRUCT_OFFSET (PsMunicipality, code)), code);
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (PsMunicipality, code) == G_STRUCT_OFFSET (PsSegment, code));
G_STATIC_ASSERT (G_STRUCT_OFFSET (PsMunicipality, code) == G_STRUCT_OFFSET (PsScheme, name));

/* A code that comes after the one before it. */
char *
ps_reading_next_code (PsTextReader *self, const GArray *things)
{
  const char *code = ps_reading_code (self);

  ps_reading_in_order (self, compare_to_last (things, code));
  return g_strdup (code);
}

guint
ps_reading_found (PsTextReader *self, guint place)
{
  if (place == PS_NONE)
    ps_reading_fail (self, _("it refers to something that is not there"));
  return self->failed ? 0 : place;
}

guint
ps_reading_municipality (PsTextReader *self, const PsRegion *region)
{
  return ps_reading_found (self, ps_region_find_municipality (region, ps_reading_string (self)));
}

guint
ps_reading_group (PsTextReader *self, const PsRegion *region)
{
  return ps_reading_found (self, ps_region_find_group (region, ps_reading_string (self)));
}

guint
ps_reading_product (PsTextReader *self, const PsRegion *region)
{
  return ps_reading_found (self, ps_region_find_product (region, ps_reading_string (self)));
}

guint
ps_reading_product_or_none (PsTextReader *self, const PsRegion *region)
{
  const char *code = ps_reading_string (self);

  return *code == '\0' ? PS_NONE : ps_reading_found (self, ps_region_find_product (region, code));
}

static guint
read_segment_of (PsTextReader *self, const PsRegion *region)
{
  const char *code = ps_reading_string (self);

  for (guint i = 0; i < region->segments->len; i++)
    if (g_str_equal (ps_region_segment (region, i)->code, code))
      return i;
  return ps_reading_found (self, PS_NONE);
}

/* Exactly one record of a section: begin, fields, end. */
gboolean
ps_reading_only (PsTextReader *self, PsRecord record)
{
  ps_reading_section (self, record);
  if (ps_reading_next (self))
    return TRUE;
  ps_reading_fail (self, _("a record is missing here"));
  return FALSE;
}

void
ps_reading_only_end (PsTextReader *self)
{
  if (ps_reading_next (self))
    ps_reading_fail (self, _("the record is not in its place, or there twice"));
}

/* The settlement that a document is of: the inputs say which, the others must say the same. */
void
ps_dossier_read_head (PsTextReader *self, PsRecord record, PsDossierHead *head)
{
  PsDossierHead own = { 0 };
  const char *agb;

  if (!ps_reading_only (self, record))
    return;
  agb = ps_reading_code (self);
  own.year = (int) ps_reading_number (self, 1900, 2199);
  own.through = ps_reading_date (self);
  if (!self->failed && (own.through < ps_date_year_start (own.year) || own.through > ps_date_year_end (own.year)))
    ps_reading_fail (self, _("a day lies outside its year"));
  if (head->agb == NULL)
    {
      head->agb = g_strdup (agb);
      head->year = own.year;
      head->through = own.through;
    }
  else if (own.year != head->year || own.through != head->through || !g_str_equal (agb, head->agb))
    ps_reading_fail (self, _("it is of another settlement than the inputs"));
  ps_reading_only_end (self);
}

static void
read_region (PsTextReader *self, PsRegion *region)
{
  if (!ps_reading_only (self, PS_RECORD_REGION))
    return;
  g_free (region->name);
  region->name = g_strdup (ps_reading_string (self));
  region->under_bp = (int) ps_reading_number (self, 0, PS_MOST_BP);
  region->over_bp = (int) ps_reading_number (self, 0, PS_MOST_BP);
  ps_reading_only_end (self);
}

static void
read_segments (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_SEGMENT);
  while (ps_reading_next (self))
    {
      PsSegment segment = { region->segments->len + 1, ps_reading_next_code (self, region->segments), ps_reading_copy (self) };

      g_array_append_val (region->segments, segment);
    }
}

static void
read_groups (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_GROUP);
  while (ps_reading_next (self))
    {
      PsProductGroup group = { .id = region->groups->len + 1 };

      group.code = ps_reading_next_code (self, region->groups);
      group.segment = read_segment_of (self, region);
      group.name = ps_reading_copy (self);
      g_array_append_val (region->groups, group);
    }
}

static void
read_municipalities (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_MUNICIPALITY);
  while (ps_reading_next (self))
    {
      PsMunicipality municipality = { .id = region->municipalities->len + 1 };

      municipality.code = ps_reading_next_code (self, region->municipalities);
      municipality.name = g_strdup (ps_reading_string (self));
      g_array_append_val (region->municipalities, municipality);
    }
}

static void
read_provider (PsTextReader *self, PsRegion *region, const PsDossierHead *head)
{
  PsProvider provider = { .id = 1, .merged_into = PS_NONE };

  if (!ps_reading_only (self, PS_RECORD_PROVIDER))
    return;
  provider.agb = g_strdup (ps_reading_code (self));
  provider.name = g_strdup (ps_reading_string (self));
  provider.kvk = ps_reading_copy (self);
  provider.place = ps_reading_copy (self);
  provider.kind = ps_reading_word (self, PS_WORDS_PROVIDER_KIND);
  provider.contracted = ps_reading_word (self, PS_WORDS_YES_NO);
  provider.ended_on = ps_reading_open (self);
  g_array_append_val (region->providers, provider);
  if (g_strcmp0 (provider.agb, head->agb) != 0)
    ps_reading_fail (self, _("it refers to something that is not there"));
  ps_reading_only_end (self);
}

static void
read_products (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_PRODUCT);
  while (ps_reading_next (self))
    {
      PsProduct product = { .id = region->products->len + 1, .norm_hours_milli = PS_NO_NUMBER, .ended_on = PS_DATE_OPEN };
      gint64 norm;

      product.code = ps_reading_next_code (self, region->products);
      product.name = g_strdup (ps_reading_string (self));
      product.group = ps_reading_group (self, region);
      product.funding = ps_reading_word (self, PS_WORDS_FUNDING);
      product.unit = ps_reading_word_or (self, PS_WORDS_UNIT, PS_UNIT_NONE);
      norm = ps_reading_optional (self, 0, MOST_MONTHS);
      product.norm_months = norm == PS_NO_NUMBER ? -1 : (int) norm;
      product.exempt = ps_reading_word (self, PS_WORDS_EXEMPT);
      g_array_append_val (region->products, product);
    }
}

static int
compare_tariffs (const PsTariff *a, const PsTariff *b)
{
  if (a->product != b->product)
    return a->product < b->product ? -1 : 1;
  if (a->provider != b->provider)
    return a->provider < b->provider ? -1 : 1;
  return (a->from > b->from) - (a->from < b->from);
}

/* Of the provider itself; "" is the region's. */
static guint
read_owner (PsTextReader *self, const PsRegion *region)
{
  const char *agb = ps_reading_string (self);

  return *agb == '\0' ? PS_NONE : ps_reading_found (self, ps_region_find_provider (region, agb));
}

static void
read_tariffs (PsTextReader *self, PsRegion *region)
{
  ps_reading_section (self, PS_RECORD_TARIFF);
  while (ps_reading_next (self))
    {
      PsTariff tariff = { .id = region->tariffs->len + 1 };

      tariff.product = ps_reading_product (self, region);
      tariff.provider = read_owner (self, region);
      tariff.from = ps_reading_date (self);
      tariff.to = ps_reading_open (self);
      tariff.tariff_e4 = ps_reading_amount (self);
      if (region->tariffs->len > 0)
        ps_reading_in_order (self, compare_tariffs (ps_region_tariff (region, region->tariffs->len - 1), &tariff));
      g_array_append_val (region->tariffs, tariff);
    }
}

static void
read_peildata (PsTextReader *self, PsRegion *region, const PsDossierHead *head)
{
  ps_reading_section (self, PS_RECORD_PEILDATUM);
  while (ps_reading_next (self))
    {
      PsPeildatum peildatum = { .id = region->peildata->len + 1 };

      peildatum.date = ps_reading_date (self);
      peildatum.label = g_strdup (ps_reading_string (self));
      peildatum.data_through = ps_reading_open (self);
      if (region->peildata->len > 0)
        ps_reading_in_order (self, ps_region_peildatum (region, region->peildata->len - 1)->date - peildatum.date);
      if (!self->failed && (peildatum.date < ps_date_year_start (head->year) || peildatum.date > head->through))
        ps_reading_fail (self, _("a day lies outside its year"));
      g_array_append_val (region->peildata, peildatum);
    }
}

static void
read_all (PsTextReader *self, PsRegion *region, PsDossierHead *head)
{
  ps_dossier_read_head (self, PS_RECORD_INPUTS_OF, head);
  read_region (self, region);
  read_segments (self, region);
  read_groups (self, region);
  read_municipalities (self, region);
  read_provider (self, region, head);
  read_products (self, region);
  read_tariffs (self, region);
  ps_dossier_read_agreement (self, region, head);
  read_peildata (self, region, head);
}

gboolean
ps_dossier_read_inputs (PsRegion *region, PsDossierHead *head, const char *text, GError **error)
{
  PsTextReader self;

  if (ps_reading_begin (&self, PS_DOCUMENT_INPUTS, text, error))
    read_all (&self, region, head);
  return ps_reading_end (&self);
}
