/* test-line-block.c: the compact copies of lines and care: what goes in comes out
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store/ps-care-block.h"
#include "store/ps-line-block.h"
#include "store/ps-varint.h"

static void
collect_line (const PsStoredLine *line, gpointer user_data)
{
  g_array_append_vals (user_data, line, 1);
}

static void
assert_same_line (const PsStoredLine *a, const PsStoredLine *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->assignment_id, ==, b->assignment_id);
  g_assert_cmpint (a->product_id, ==, b->product_id);
  g_assert_cmpint (a->volume_milli, ==, b->volume_milli);
  g_assert_cmpint (a->tariff_e4, ==, b->tariff_e4);
  g_assert_cmpint (a->amount_cents, ==, b->amount_cents);
  g_assert_cmpint (a->from, ==, b->from);
  g_assert_cmpint (a->to, ==, b->to);
  g_assert_cmpint (a->unit, ==, b->unit);
  g_assert_cmpint (a->status, ==, b->status);
}

static void
assert_round_trip (const PsStoredLine *lines, guint n)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (PsStoredLine));
  PsLineEncoder encoder;
  PsDate last = G_MININT32;

  ps_line_encoder_init (&encoder);
  for (guint i = 0; i < n; i++)
    {
      ps_line_encoder_add (&encoder, &lines[i]);
      last = MAX (last, lines[i].to);
    }
  g_assert_cmpuint (encoder.n_lines, ==, n);
  g_assert_cmpint (encoder.last_day, ==, last);
  g_assert_true (ps_line_block_read (encoder.data->data, encoder.data->len, n, collect_line, read));
  g_assert_cmpuint (read->len, ==, n);
  for (guint i = 0; i < n; i++)
    assert_same_line (&g_array_index (read, PsStoredLine, i), &lines[i]);
  ps_line_encoder_clear (&encoder);
}

static void
test_edges (void)
{
  static const PsStoredLine lines[] = {
    { 1, 1, 1, 12500, 934200, 116775, 19000, 19030, 2, 1 },
    { 2, 1, 1, -12500, 934200, -116775, 19000, 19030, 2, 1 },    /* a credit */
    { 3, 7, 2, 1000, PS_NO_NUMBER, 150000, 18000, 18000, 0, 3 }, /* no tariff */
    { 9, 2, 1, 0, 0, 0, PS_DATE_MIN, PS_DATE_MAX, 9, 2 },
    { 4, 1, 1, G_MAXINT64, G_MAXINT64, G_MININT64, PS_DATE_MAX, PS_DATE_MAX, 15, 3 }, /* ids may go down as well */
    { 5, 1, 1, G_MININT64, G_MININT64 + 1, G_MAXINT64, 0, 0, 0, 1 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, 1, -1, 1, -1, -1, 1, 2 },
  };

  assert_round_trip (lines, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_round_trip (&lines[i], 1);
}

static PsStoredLine
random_line (GRand *random, gint64 id)
{
  gint64 volume = g_rand_int_range (random, -100000, 1000000);
  gint64 tariff = g_rand_int_range (random, 0, 5) == 0 ? PS_NO_NUMBER : g_rand_int_range (random, 0, 2000000);
  PsDate from = g_rand_int_range (random, 18000, 21000);
  gint64 amount = tariff == PS_NO_NUMBER || g_rand_boolean (random) ? g_rand_int_range (random, -1000000, 1000000)
                                                                    : ps_line_amount (volume, tariff, NULL);

  return (PsStoredLine){ id,
                         g_rand_int_range (random, 1, 1000000),
                         g_rand_int_range (random, 1, 200),
                         volume,
                         tariff,
                         amount,
                         from,
                         from + g_rand_int_range (random, 0, 400),
                         g_rand_int_range (random, 0, 10),
                         g_rand_int_range (random, 1, 4) };
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree PsStoredLine *lines = g_new (PsStoredLine, 20000);

  for (int i = 0; i < 20000; i++)
    lines[i] = random_line (random, i * 3 + 1);
  assert_round_trip (lines, 20000);
}

/* Most lines are as the ones before them: that is what makes a block small. */
static void
test_size (void)
{
  PsLineEncoder encoder;

  ps_line_encoder_init (&encoder);
  for (int i = 0; i < 1000; i++)
    {
      PsStoredLine line = { 1000000 + i,         100000 + i / 12,     12, 12500, 934200, 116775,
                            19000 + i % 12 * 30, 19030 + i % 12 * 30, 2,  1 };

      ps_line_encoder_add (&encoder, &line);
    }
  g_assert_cmpuint (encoder.data->len, <, 1000 * 16);
  ps_line_encoder_clear (&encoder);
}

/* A block that was cut off, or has bytes too many, is told as broken, wherever that is. */
static void
test_broken (void)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (PsStoredLine));
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  PsLineEncoder encoder;

  ps_line_encoder_init (&encoder);
  for (int i = 0; i < 20; i++)
    {
      PsStoredLine line = random_line (random, i);

      ps_line_encoder_add (&encoder, &line);
    }
  for (guint size = 0; size < encoder.data->len; size++)
    g_assert_false (ps_line_block_read (encoder.data->data, size, 20, collect_line, read));
  g_assert_false (ps_line_block_read (encoder.data->data, encoder.data->len, 19, collect_line, read));
  ps_line_encoder_clear (&encoder);
}

static void
test_garbage (void)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (PsStoredLine));
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint8 bytes[64];

  for (int round = 0; round < 2000; round++)
    {
      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = g_rand_int_range (random, 0, 256);
      g_array_set_size (read, 0);
      ps_line_block_read (bytes, sizeof bytes, 5, collect_line, read);
      g_assert_cmpuint (read->len, <=, 5);
    }
}

typedef struct
{
  GArray *assignments;
  GArray *care;
} Care;

static void
collect_assignment (const PsStoredAssignment *assignment, gpointer user_data)
{
  g_array_append_vals (((Care *) user_data)->assignments, assignment, 1);
}

static void
collect_care (const PsCare *care, gpointer user_data)
{
  g_array_append_vals (((Care *) user_data)->care, care, 1);
}

static const PsCareFuncs care_funcs = { collect_assignment, collect_care };

static const PsStoredAssignment some_assignments[] = {
  { 4, 1, 12, 0, 1, 19000, PS_DATE_OPEN, 2, 77, 4000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_WEEK, 3 },
  { 9, 2, 0, 3, 2, 18000, 18000, 0, G_MAXUINT64, PS_NO_NUMBER, 125000, PS_UNIT_NONE, PS_FREQUENCY_NONE, 0 },
  { 10, 2, 0, 3, 1, 18000, 18001, 0, 77, PS_NO_NUMBER, PS_NO_NUMBER, 15, 15, 255 },
  { G_MAXINT64, 4000, 300, 0, 3, PS_DATE_MIN, PS_DATE_MAX, 1, 1, G_MAXINT64, G_MININT64 + 1, 0, 6, 1 },
};

static const PsCare some_care[] = {
  { 18990, 19010, 20, 18995, 19009 }, /* before the assignment's start */
  { 19011, PS_DATE_OPEN, 0, PS_DATE_OPEN, 19011 },
  { PS_DATE_MAX, PS_DATE_MAX, 255, PS_DATE_MIN, PS_DATE_OPEN },
};

static void
encode_care (PsCareEncoder *encoder)
{
  guint next = 0;

  ps_care_encoder_init (encoder);
  for (guint i = 0; i < G_N_ELEMENTS (some_assignments); i++)
    {
      ps_care_encoder_add_assignment (encoder, &some_assignments[i]);
      for (guint j = 0; j < some_assignments[i].n_care; j++)
        ps_care_encoder_add_care (encoder, &some_care[next++]);
    }
}

static void
assert_care (const Care *care)
{
  g_assert_cmpuint (care->assignments->len, ==, G_N_ELEMENTS (some_assignments));
  g_assert_cmpuint (care->care->len, ==, G_N_ELEMENTS (some_care));
  for (guint i = 0; i < G_N_ELEMENTS (some_assignments); i++)
    {
      const PsStoredAssignment *a = &g_array_index (care->assignments, PsStoredAssignment, i), *b = &some_assignments[i];

      g_assert_cmpint (a->id, ==, b->id);
      g_assert_cmpint (a->municipality_id, ==, b->municipality_id);
      g_assert_cmpint (a->product_id, ==, b->product_id);
      g_assert_cmpint (a->group_id, ==, b->group_id);
      g_assert_cmpuint (a->client, ==, b->client);
      g_assert_cmpint (a->start, ==, b->start);
      g_assert_cmpint (a->end, ==, b->end);
      g_assert_cmpuint (a->n_care, ==, b->n_care);
      g_assert_cmpuint (a->client_key, ==, b->client_key);
      g_assert_cmpint (a->volume_milli, ==, b->volume_milli);
      g_assert_cmpint (a->budget_cents, ==, b->budget_cents);
      g_assert_cmpuint (a->unit, ==, b->unit);
      g_assert_cmpuint (a->frequency, ==, b->frequency);
      g_assert_cmpuint (a->referrer, ==, b->referrer);
    }
  for (guint i = 0; i < G_N_ELEMENTS (some_care); i++)
    {
      const PsCare *a = &g_array_index (care->care, PsCare, i);

      g_assert_cmpint (a->start, ==, some_care[i].start);
      g_assert_cmpint (a->stop, ==, some_care[i].stop);
      g_assert_cmpint (a->reason, ==, some_care[i].reason);
      g_assert_cmpint (a->sent_305, ==, some_care[i].sent_305);
      g_assert_cmpint (a->sent_307, ==, some_care[i].sent_307);
    }
}

static void
test_care (void)
{
  Care care = { g_array_new (FALSE, FALSE, sizeof (PsStoredAssignment)), g_array_new (FALSE, FALSE, sizeof (PsCare)) };
  guint n = G_N_ELEMENTS (some_assignments);
  PsCareEncoder encoder;

  encode_care (&encoder);
  g_assert_true (ps_care_block_read (encoder.data->data, encoder.data->len, n, &care_funcs, &care));
  assert_care (&care);
  for (guint size = 0; size < encoder.data->len; size++)
    g_assert_false (ps_care_block_read (encoder.data->data, size, n, &care_funcs, &care));
  ps_care_encoder_clear (&encoder);
  g_array_unref (care.assignments);
  g_array_unref (care.care);
}

/* A client's key is its pseudonym's, whatever the provider, and another one for every other. */
static void
test_client_key (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_assert_cmpuint (ps_client_key ("C1"), ==, ps_client_key ("C1"));
  for (int i = 0; i < 100000; i++)
    {
      g_autofree char *pseudonym = g_strdup_printf ("CLIENT-%06d", i);
      guint64 key = ps_client_key (pseudonym);

      g_assert_cmpuint (key, !=, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)));
    }
  g_assert_cmpuint (ps_client_key (""), !=, 0);
}

static void
test_varint (void)
{
  static const gint64 numbers[] = { 0, 1, -1, 63, -64, 64, 8191, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint8 bytes[PS_VARINT_MAX];
      guint8 *end = ps_varint_write (bytes, ps_fold (numbers[i]));
      PsVarintReader reader = { bytes, end, FALSE };

      g_assert_cmpint (ps_varint_read_signed (&reader), ==, numbers[i]);
      g_assert_false (reader.broken);
      g_assert_true (reader.at == end);
      g_assert_true (numbers[i] < -64 || numbers[i] > 63 || end - bytes == 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-block/varint", test_varint);
  g_test_add_func ("/line-block/edges", test_edges);
  g_test_add_func ("/line-block/random", test_random);
  g_test_add_func ("/line-block/size", test_size);
  g_test_add_func ("/line-block/broken", test_broken);
  g_test_add_func ("/line-block/garbage", test_garbage);
  g_test_add_func ("/line-block/care", test_care);
  g_test_add_func ("/line-block/client-key", test_client_key);
  return g_test_run ();
}
