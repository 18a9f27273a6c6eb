/* ps-monitor-filter.c: for what part of the region, and of the year, the monitor counts
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * segment ─▶ product group ─▶ product: each lists only what is within the ones before it
 */
#define G_LOG_DOMAIN "peilstok-monitor-filter"

#include "ps-monitor-filter.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/providers/ps-provider-figures.h"
#include "ps-monitor-choice.h"
#include "ps-wrap-layout.h"

#define SPACING 6

struct _PsMonitorFilter
{
  AdwBin parent_instance;

  PsMonitorChoice *by[PS_N_MONITOR_BYS];
  PsMonitorChoice *first; /* months: their codes are their numbers */
  PsMonitorChoice *last;
  GPtrArray *groups; /* Within, all of the region: to narrow without it */
  GPtrArray *products;
  int year;
};

/* A product group with its segment's code, or a product with its group's as well. */
typedef struct
{
  char *code;
  char *label;
  char *segment;
  char *group; /* NULL of a group */
} Within;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsMonitorFilter, ps_monitor_filter, ADW_TYPE_BIN)

static void
within_free (gpointer data)
{
  Within *of = data;

  g_free (of->code);
  g_free (of->label);
  g_free (of->segment);
  g_free (of->group);
  g_free (of);
}

/* "AMB1 Ambulante begeleiding"; a name may be missing. */
static char *
label_of (const char *code, const char *name)
{
  return name != NULL && name[0] != '\0' ? g_strdup_printf ("%s %s", code, name) : g_strdup (code);
}

static char *
segment_code (const PsRegion *region, guint segment)
{
  return segment != PS_NONE ? g_strdup (ps_region_segment (region, segment)->code) : NULL;
}

/* What there is to choose from */

static void
keep_groups (PsMonitorFilter *self, const PsRegion *region)
{
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->products, 0);
  for (guint i = 0; i < region->groups->len; i++)
    {
      const PsProductGroup *group = ps_region_group (region, i);
      Within *of = g_new0 (Within, 1);

      of->code = g_strdup (group->code);
      of->label = label_of (group->code, group->name);
      of->segment = segment_code (region, group->segment);
      g_ptr_array_add (self->groups, of);
    }
  for (guint i = 0; i < region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (region, i);
      const PsProductGroup *group = ps_region_group (region, product->group);
      Within *of = g_new0 (Within, 1);

      of->code = g_strdup (product->code);
      of->label = label_of (product->code, product->name);
      of->segment = segment_code (region, group->segment);
      of->group = g_strdup (group->code);
      g_ptr_array_add (self->products, of);
    }
}

static const Within *
find_of (GPtrArray *all, const char *code)
{
  for (guint i = 0; code != NULL && i < all->len; i++)
    if (g_strcmp0 (((Within *) g_ptr_array_index (all, i))->code, code) == 0)
      return g_ptr_array_index (all, i);
  return NULL;
}

static gboolean
is_within (const Within *of, const char *segment, const char *group)
{
  return (segment == NULL || g_strcmp0 (of->segment, segment) == 0)
         && (group == NULL || of->group == NULL || g_strcmp0 (of->group, group) == 0);
}

static void
fill_within (PsMonitorFilter *self, PsMonitorBy by, GPtrArray *all)
{
  const char *segment = ps_monitor_choice_get (self->by[PS_MONITOR_BY_SEGMENT]);
  const char *group = ps_monitor_choice_get (self->by[PS_MONITOR_BY_GROUP]);

  ps_monitor_choice_begin (self->by[by]);
  for (guint i = 0; i < all->len; i++)
    {
      const Within *of = g_ptr_array_index (all, i);

      if (is_within (of, segment, group))
        ps_monitor_choice_add (self->by[by], of->code, of->label, of->label);
    }
  ps_monitor_choice_end (self->by[by]);
}

static void
narrow (PsMonitorFilter *self)
{
  fill_within (self, PS_MONITOR_BY_GROUP, self->groups);
  fill_within (self, PS_MONITOR_BY_PRODUCT, self->products);
}

typedef struct
{
  const PsProvider *provider;
  char *key;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Named *) a)->key, ((const Named *) b)->key);
}

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->key);
}

/* By name, also those that went on as another one: they had a year of their own. */
static GArray *
sort_providers (const PsRegion *region)
{
  GArray *named = g_array_sized_new (FALSE, FALSE, sizeof (Named), region->providers->len);

  g_array_set_clear_func (named, clear_named);
  for (guint i = 0; i < region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (region, i);
      Named one = { provider, g_utf8_collate_key (provider->name, -1) };

      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  return named;
}

static void
fill_providers (PsMonitorChoice *choice, const PsRegion *region)
{
  g_autoptr (GArray) named = sort_providers (region);

  ps_monitor_choice_begin (choice);
  for (guint i = 0; i < named->len; i++)
    {
      const PsProvider *provider = g_array_index (named, Named, i).provider;
      g_autofree char *label = ps_provider_choice_text (provider);

      ps_monitor_choice_add (choice, provider->agb, label, provider->name);
    }
  ps_monitor_choice_end (choice);
}

static void
fill_municipalities (PsMonitorChoice *choice, const PsRegion *region)
{
  ps_monitor_choice_begin (choice);
  for (guint i = 0; i < region->municipalities->len; i++)
    {
      const PsMunicipality *municipality = ps_region_municipality (region, i);

      ps_monitor_choice_add (choice, municipality->code, municipality->name, municipality->name);
    }
  ps_monitor_choice_end (choice);
}

static void
fill_segments (PsMonitorChoice *choice, const PsRegion *region)
{
  ps_monitor_choice_begin (choice);
  for (guint i = 0; i < region->segments->len; i++)
    {
      const PsSegment *segment = ps_region_segment (region, i);
      g_autofree char *label = label_of (segment->code, segment->name);
      /* Translators: a code */
      g_autofree char *said = segment->name != NULL ? g_strdup (label) : g_strdup_printf (_("segment %s"), segment->code);

      ps_monitor_choice_add (choice, segment->code, label, said);
    }
  ps_monitor_choice_end (choice);
}

void
ps_monitor_filter_set_region (PsMonitorFilter *self, const PsRegion *region, int year)
{
  g_return_if_fail (PS_IS_MONITOR_FILTER (self));

  self->year = year;
  fill_providers (self->by[PS_MONITOR_BY_PROVIDER], region);
  fill_municipalities (self->by[PS_MONITOR_BY_MUNICIPALITY], region);
  fill_segments (self->by[PS_MONITOR_BY_SEGMENT], region);
  keep_groups (self, region);
  narrow (self);
}

/* What is chosen */

static int
month_of (PsMonitorChoice *choice)
{
  const char *code = ps_monitor_choice_get (choice);

  return code != NULL ? (int) g_ascii_strtoll (code, NULL, 10) : 0;
}

static void
set_month (PsMonitorChoice *choice, int month)
{
  g_autofree char *code = month > 0 ? g_strdup_printf ("%d", month) : NULL;

  ps_monitor_choice_choose (choice, code);
}

void
ps_monitor_filter_get (PsMonitorFilter *self, PsMonitorsQuery *query)
{
  g_return_if_fail (PS_IS_MONITOR_FILTER (self));

  query->first_month = month_of (self->first);
  query->last_month = month_of (self->last);
  query->agb = ps_monitor_choice_get (self->by[PS_MONITOR_BY_PROVIDER]);
  query->municipality = ps_monitor_choice_get (self->by[PS_MONITOR_BY_MUNICIPALITY]);
  query->segment = ps_monitor_choice_get (self->by[PS_MONITOR_BY_SEGMENT]);
  query->group = ps_monitor_choice_get (self->by[PS_MONITOR_BY_GROUP]);
  query->product = ps_monitor_choice_get (self->by[PS_MONITOR_BY_PRODUCT]);
}

gboolean
ps_monitor_filter_is_clear (PsMonitorFilter *self)
{
  for (guint i = 0; i < PS_N_MONITOR_BYS; i++)
    if (ps_monitor_choice_get (self->by[i]) != NULL)
      return FALSE;
  return ps_monitor_choice_get (self->first) == NULL && ps_monitor_choice_get (self->last) == NULL;
}

/* What is within takes what it is in with it, so that it is among what is listed. */
static void
widen (PsMonitorFilter *self, const Within *of)
{
  if (of == NULL)
    return;
  if (!is_within (of, ps_monitor_choice_get (self->by[PS_MONITOR_BY_SEGMENT]), NULL))
    ps_monitor_choice_choose (self->by[PS_MONITOR_BY_SEGMENT], NULL);
  if (!is_within (of, NULL, ps_monitor_choice_get (self->by[PS_MONITOR_BY_GROUP])))
    ps_monitor_choice_choose (self->by[PS_MONITOR_BY_GROUP], NULL);
  narrow (self);
}

gboolean
ps_monitor_filter_choose (PsMonitorFilter *self, PsMonitorBy by, const char *code)
{
  g_return_val_if_fail (PS_IS_MONITOR_FILTER (self), FALSE);
  g_return_val_if_fail (by < PS_N_MONITOR_BYS, FALSE);

  if (by == PS_MONITOR_BY_GROUP)
    widen (self, find_of (self->groups, code));
  else if (by == PS_MONITOR_BY_PRODUCT)
    widen (self, find_of (self->products, code));
  if (!ps_monitor_choice_choose (self->by[by], code))
    return FALSE;
  narrow (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* A period that ends before it begins is one of the month that was chosen last. */
void
ps_monitor_filter_choose_months (PsMonitorFilter *self, int first, int last)
{
  g_return_if_fail (PS_IS_MONITOR_FILTER (self));

  set_month (self->first, first > 1 ? first : 0);
  set_month (self->last, last > 0 ? MAX (first, last) : 0);
  narrow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ps_monitor_filter_clear (PsMonitorFilter *self)
{
  g_return_if_fail (PS_IS_MONITOR_FILTER (self));

  for (guint i = 0; i < PS_N_MONITOR_BYS; i++)
    ps_monitor_choice_choose (self->by[i], NULL);
  ps_monitor_choice_choose (self->first, NULL);
  ps_monitor_choice_choose (self->last, NULL);
  narrow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In words */

/* "March to May 2024"; NULL: the year as far as it is complete. */
static char *
describe_period (PsMonitorFilter *self)
{
  int first = month_of (self->first), last = month_of (self->last);

  if (first == 0 && last == 0)
    return NULL;
  if (last == 0)
    /* Translators: a month and a year */
    return g_strdup_printf (_("from %s %d"), ps_format_month_long (first), self->year);
  if (MAX (first, 1) == last)
    return g_strdup_printf ("%s %d", ps_format_month_long (last), self->year);
  /* Translators: two months and a year: "March to May 2024" */
  return g_strdup_printf (_("%s to %s %d"), ps_format_month_long (MAX (first, 1)), ps_format_month_long (last), self->year);
}

char *
ps_monitor_filter_describe (PsMonitorFilter *self, const char *region_name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *period = describe_period (self);
  const char *provider = ps_monitor_choice_get_said (self->by[PS_MONITOR_BY_PROVIDER]);

  g_string_append (text, provider != NULL ? provider : region_name);
  for (guint i = PS_MONITOR_BY_MUNICIPALITY; i < PS_N_MONITOR_BYS; i++)
    {
      const char *said = ps_monitor_choice_get_said (self->by[i]);

      if (said != NULL)
        g_string_append_printf (text, ", %s", said);
    }
  if (period != NULL)
    g_string_append_printf (text, ", %s", period);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Callbacks */

static void
on_changed_cb (PsMonitorChoice *choice, PsMonitorFilter *self)
{
  narrow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_first_cb (PsMonitorChoice *choice, PsMonitorFilter *self)
{
  if (month_of (self->last) > 0 && month_of (self->last) < month_of (self->first))
    set_month (self->last, month_of (self->first));
  on_changed_cb (choice, self);
}

static void
on_last_cb (PsMonitorChoice *choice, PsMonitorFilter *self)
{
  if (month_of (self->last) > 0 && month_of (self->last) < month_of (self->first))
    set_month (self->first, month_of (self->last) > 1 ? month_of (self->last) : 0);
  on_changed_cb (choice, self);
}

/* Making and unmaking */

static void
ps_monitor_filter_finalize (GObject *object)
{
  PsMonitorFilter *self = PS_MONITOR_FILTER (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->products);
  G_OBJECT_CLASS (ps_monitor_filter_parent_class)->finalize (object);
}

static void
ps_monitor_filter_class_init (PsMonitorFilterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ps_monitor_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_MONITOR_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static PsMonitorChoice *
add_choice (PsMonitorFilter *self, GtkWidget *row, const char *name, const char *all, GCallback callback)
{
  GtkWidget *choice = ps_monitor_choice_new (name, all);

  g_signal_connect_object (choice, "changed", callback, self, 0);
  gtk_box_append (GTK_BOX (row), choice);
  return PS_MONITOR_CHOICE (choice);
}

static void
fill_months (PsMonitorChoice *choice, const char *word, int first)
{
  ps_monitor_choice_begin (choice);
  for (int month = first; month <= 12; month++)
    {
      g_autofree char *code = g_strdup_printf ("%d", month);
      g_autofree char *label = g_strconcat (word, " ", ps_format_month_long (month), NULL);

      ps_monitor_choice_add (choice, code, label, label);
    }
  ps_monitor_choice_end (choice);
}

static void
add_choices (PsMonitorFilter *self, GtkWidget *row)
{
  const struct
  {
    const char *name;
    const char *all;
  } words[PS_N_MONITOR_BYS] = {
    [PS_MONITOR_BY_PROVIDER] = { _("Provider"), _("All providers") },
    [PS_MONITOR_BY_MUNICIPALITY] = { _("Municipality"), _("All municipalities") },
    [PS_MONITOR_BY_SEGMENT] = { _("Segment"), _("All segments") },
    [PS_MONITOR_BY_GROUP] = { _("Product group"), _("All groups") },
    [PS_MONITOR_BY_PRODUCT] = { _("Product"), _("All products") },
  };

  for (guint i = 0; i < PS_N_MONITOR_BYS; i++)
    self->by[i] = add_choice (self, row, words[i].name, words[i].all, G_CALLBACK (on_changed_cb));
  self->first = add_choice (self, row, _("First month"), _("From January"), G_CALLBACK (on_first_cb));
  self->last = add_choice (self, row, _("Last month"), _("To last complete"), G_CALLBACK (on_last_cb));
  /* Translators: begins "from March" */
  fill_months (self->first, C_("period", "From"), 2);
  /* Translators: begins "to May" */
  fill_months (self->last, C_("period", "To"), 1);
}

static void
ps_monitor_filter_init (PsMonitorFilter *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->groups = g_ptr_array_new_with_free_func (within_free);
  self->products = g_ptr_array_new_with_free_func (within_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is counted"), -1);
  gtk_widget_set_layout_manager (row, ps_wrap_layout_new (SPACING));
  add_choices (self, row);
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
ps_monitor_filter_new (void)
{
  return g_object_new (PS_TYPE_MONITOR_FILTER, NULL);
}
