/* json-compare.c: is a JSON text what is expected?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "json-compare.h"

static void
compare_objects (JsonObject *found, JsonObject *expected, const char *where)
{
  g_autoptr (GList) found_names = json_object_get_members (found);
  g_autoptr (GList) names = json_object_get_members (expected);
  GList *at = found_names;

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *here = g_strconcat (where, ".", name->data, NULL);

      if (at == NULL || !g_str_equal (at->data, name->data))
        g_error ("%s is missing, or not in its place", here);
      json_compare (json_object_get_member (found, name->data), json_object_get_member (expected, name->data), here);
      at = at->next;
    }
}

static void
compare_arrays (JsonArray *found, JsonArray *expected, const char *where)
{
  if (json_array_get_length (found) != json_array_get_length (expected))
    g_error ("%s has %u elements, not %u", where, json_array_get_length (found), json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autofree char *here = g_strdup_printf ("%s[%u]", where, i);

      json_compare (json_array_get_element (found, i), json_array_get_element (expected, i), here);
    }
}

/**
 * json_compare: fails the test where something that is expected is not there, or is something else. Members stand in the order
 * that is expected, for that is part of the contract; more may follow (docs/files-and-cli.md: "New fields may be added").
 */
void
json_compare (JsonNode *found, JsonNode *expected, const char *where)
{
  if (JSON_NODE_HOLDS_OBJECT (expected) && JSON_NODE_HOLDS_OBJECT (found))
    compare_objects (json_node_get_object (found), json_node_get_object (expected), where);
  else if (JSON_NODE_HOLDS_ARRAY (expected) && JSON_NODE_HOLDS_ARRAY (found))
    compare_arrays (json_node_get_array (found), json_node_get_array (expected), where);
  else if (!json_node_equal (found, expected))
    {
      g_autofree char *is = json_to_string (found, FALSE);
      g_autofree char *should = json_to_string (expected, FALSE);

      g_error ("%s is %s, not %s", where, is, should);
    }
}
