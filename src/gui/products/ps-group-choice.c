/* ps-group-choice.c: a choice of all products, those of a segment, or those of a group
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-group-choice.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "ps-product-facts.h"

/* PS_NONE and 0: any */
typedef struct
{
  guint segment;
  guint group;
  gint64 segment_id;
  gint64 group_id;
} Choice;

struct _PsGroupChoice
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  GArray *choices; /* Choice, in the order of the drop-down */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsGroupChoice, ps_group_choice, ADW_TYPE_BIN)

static const Choice any = { PS_NONE, PS_NONE, 0, 0 };

static const Choice *
chosen (PsGroupChoice *self)
{
  guint place = gtk_drop_down_get_selected (self->drop_down);

  return place < self->choices->len ? &g_array_index (self->choices, Choice, place) : &any;
}

static void
add_choice (PsGroupChoice *self, GtkStringList *labels, Choice choice, char *label)
{
  g_array_append_val (self->choices, choice);
  gtk_string_list_take (labels, label);
}

static void
add_segment (PsGroupChoice *self, GtkStringList *labels, const PsRegion *region, guint place)
{
  const PsSegment *segment = ps_region_segment (region, place);
  g_autofree char *name = ps_segment_text (segment);

  add_choice (self, labels, (Choice){ place, PS_NONE, segment->id, 0 }, g_strdup_printf (_("Segment %s"), name));
  for (guint i = 0; i < region->groups->len; i++)
    {
      const PsProductGroup *group = ps_region_group (region, i);

      if (group->segment == place)
        add_choice (self, labels, (Choice){ place, i, segment->id, group->id }, ps_product_group_text (group));
    }
}

static void
select_ids (PsGroupChoice *self, gint64 segment_id, gint64 group_id)
{
  guint found = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->group_id == group_id && (group_id != 0 || choice->segment_id == segment_id))
        found = i;
    }
  gtk_drop_down_set_selected (self->drop_down, found);
}

void
ps_group_choice_fill (PsGroupChoice *self, const PsRegion *region)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const Choice before = *chosen (self);

  g_array_set_size (self->choices, 0);
  add_choice (self, labels, any, g_strdup (_("All groups")));
  for (guint i = 0; i < region->segments->len; i++)
    add_segment (self, labels, region, i);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  select_ids (self, before.segment_id, before.group_id);
  self->filling = FALSE;
}

gboolean
ps_group_choice_has (PsGroupChoice *self, guint segment, guint group)
{
  const Choice *choice = chosen (self);

  return (choice->segment == PS_NONE || choice->segment == segment) && (choice->group == PS_NONE || choice->group == group);
}

void
ps_group_choice_get (PsGroupChoice *self, gint64 *segment_id, gint64 *group_id)
{
  const Choice *choice = chosen (self);

  *segment_id = choice->segment_id;
  *group_id = choice->group_id;
}

void
ps_group_choice_set (PsGroupChoice *self, gint64 segment_id, gint64 group_id)
{
  select_ids (self, segment_id, group_id);
}

static void
on_selected_cb (PsGroupChoice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ps_group_choice_finalize (GObject *object)
{
  g_array_unref (PS_GROUP_CHOICE (object)->choices);
  G_OBJECT_CLASS (ps_group_choice_parent_class)->finalize (object);
}

static void
ps_group_choice_class_init (PsGroupChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ps_group_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_GROUP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_group_choice_init (PsGroupChoice *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _("Of which segment or group"));
  ps_drop_down_set_name (self->drop_down, _("Segment or group"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
}
