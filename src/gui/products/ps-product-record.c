/* ps-product-record.c: rows of the region in memory as records, for changes of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-product-record.h"

PsRecord *
ps_product_record (const PsRegion *region, guint place)
{
  const PsProduct *product = ps_region_product (region, place);
  PsRecord *record = ps_record_new_for ("product", product->id);

  ps_record_set_text (record, "code", product->code);
  ps_record_set_text (record, "name", product->name);
  ps_record_set_number (record, "group_id", ps_region_group (region, product->group)->id);
  ps_record_set_number (record, "funding", product->funding);
  ps_record_set_number (record, "unit", product->unit);
  ps_record_set_number (record, "norm_months", product->norm_months < 0 ? PS_NO_NUMBER : product->norm_months);
  ps_record_set_number (record, "norm_hours_milli", product->norm_hours_milli);
  ps_record_set_number (record, "exempt", product->exempt);
  ps_record_set_date (record, "ended_on", product->ended_on);
  return record;
}

PsRecord *
ps_product_group_record (const PsRegion *region, guint place)
{
  const PsProductGroup *group = ps_region_group (region, place);
  PsRecord *record = ps_record_new_for ("product_group", group->id);

  ps_record_set_text (record, "code", group->code);
  ps_record_set_text (record, "name", group->name);
  ps_record_set_number (record, "segment_id", ps_region_segment (region, group->segment)->id);
  return record;
}

PsRecord *
ps_segment_record (const PsRegion *region, guint place)
{
  const PsSegment *segment = ps_region_segment (region, place);
  PsRecord *record = ps_record_new_for ("segment", segment->id);

  ps_record_set_text (record, "code", segment->code);
  ps_record_set_text (record, "name", segment->name);
  return record;
}
