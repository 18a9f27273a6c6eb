/* paper-builder.c: what a statement prints, made of a region of a few lines, without a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "paper-builder.h"

#include "core/ps-explain.h"

#define MOMENT 1747051620000000 /* 12-05-2025 12:07 UTC */
#define DAY G_GINT64_CONSTANT (86400000000)

static void
add_key (GPtrArray *keys, const char *prefix, gint64 number)
{
  g_ptr_array_add (keys, g_strdup_printf ("%s-%" G_GINT64_FORMAT, prefix, number));
}

static PsMessageKeys *
make_keys (const PsProduction *production)
{
  PsMessageKeys *keys = ps_message_keys_new ();
  guint n_clients = 0;

  for (guint i = 0; i < production->lines->len; i++)
    {
      add_key (keys->references, "R", g_array_index (production->lines, PsLine, i).id);
      g_ptr_array_add (keys->declarations, NULL);
    }
  for (guint i = 0; i < production->assignments->len; i++)
    {
      add_key (keys->assignments, "T", i + 1);
      n_clients = MAX (n_clients, g_array_index (production->assignments, PsAssignment, i).client + 1);
    }
  for (guint i = 0; i < n_clients; i++)
    add_key (keys->clients, "client", i + 1);
  return keys;
}

PsDossier *
test_dossier (TestRegion *given, const char *agb, const char *through)
{
  PsProduction *production = test_region_production (given, agb);
  PsDossierFacts facts = { .version_number = 2, .agreed_on = test_date ("2023-12-14"), .program_version = (char *) PS_VERSION };
  PsDate day = test_date (through);
  GError *error = NULL;
  PsDossier *dossier =
      ps_dossier_new (given->region, production, make_keys (production), ps_date_year (day), day, &facts, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
set_figures (PsStored *stored, const PsDossier *dossier)
{
  const PsSettlementLine *totals = &dossier->settlement->totals;

  stored->year = dossier->settlement->year;
  stored->through = dossier->settlement->through;
  stored->gross_cents = totals->gross_cents;
  stored->payable_cents = totals->payable_cents;
  stored->paid_cents = totals->paid_cents;
  stored->carried_cents = totals->carried_cents;
  stored->disputed_cents = totals->disputed_cents;
  stored->balance_cents = stored->amount_cents = totals->balance_cents;
  stored->n_lines = dossier->production->lines->len;
  stored->n_care = dossier->production->care->len;
}

static PsStored *
make_stored (const PsDossier *dossier)
{
  const PsProvider *provider = ps_region_provider (dossier->region, dossier->settlement->provider);
  PsStored *stored = g_new0 (PsStored, 1);

  stored->id = 12;
  stored->agb = g_strdup (provider->agb);
  stored->provider = g_strdup (provider->name != NULL ? provider->name : provider->agb);
  stored->version_number = dossier->facts.version_number;
  stored->program_version = g_strdup (dossier->facts.program_version);
  stored->made_by = g_strdup ("anna");
  stored->made_at = MOMENT;
  stored->proposed_by = g_strdup ("bas");
  stored->proposed_at = MOMENT + DAY;
  stored->final_by = g_strdup ("carla");
  stored->final_at = MOMENT + 9 * DAY;
  for (guint i = 1; i < PS_N_DOCUMENTS; i++)
    stored->digests[i] = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ps_document_name (i), -1);
  stored->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_life_warning_free);
  set_figures (stored, dossier);
  return stored;
}

PsPaper *
test_paper_new (TestRegion *given, const char *agb, const char *through)
{
  PsPaper *paper = g_new0 (PsPaper, 1);

  paper->dossier = test_dossier (given, agb, through);
  paper->stored = make_stored (paper->dossier);
  paper->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_stored_free);
  paper->limits = (PsStatementLimits){ .year = paper->stored->year, .auditor_cents = 12500000 };
  paper->limits.due_on = ps_date_from_ymd (paper->stored->year + 1, 3, 1);
  paper->limits.certified_due_on = ps_date_from_ymd (paper->stored->year + 1, 4, 1);
  paper->region = g_strdup ("Jeugdregio Maasduin");
  paper->letterhead = g_strdup ("Jeugdregio Maasduin\nPostbus 1200\n5800 AA Maasduin\nwww.jeugdregio-maasduin.example");
  paper->kvk = g_strdup (ps_region_provider (paper->dossier->region, paper->dossier->settlement->provider)->kvk);
  paper->address = g_strdup ("Kade 14\n5801 BC Maasduin");
  paper->trail_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "trail", -1);
  test_paper_state (paper, PS_SETTLEMENT_FINAL);
  return paper;
}

void
test_paper_free (PsPaper *paper)
{
  ps_paper_free (paper);
}

void
test_paper_state (PsPaper *paper, PsSettlementState state)
{
  paper->stored->state = state;
  if (state != PS_SETTLEMENT_FINAL)
    {
      g_clear_pointer (&paper->stored->final_by, g_free);
      paper->stored->final_at = 0;
    }
  if (state == PS_SETTLEMENT_DRAFT)
    {
      g_clear_pointer (&paper->stored->proposed_by, g_free);
      paper->stored->proposed_at = 0;
    }
}

void
test_paper_earlier (PsPaper *paper, gint64 id, gint64 amount_cents)
{
  PsStored *earlier = ps_stored_copy (paper->stored);

  earlier->id = id;
  earlier->state = PS_SETTLEMENT_FINAL;
  earlier->final_at = MOMENT - 100 * DAY;
  earlier->amount_cents = earlier->balance_cents = amount_cents;
  g_ptr_array_add (paper->earlier, earlier);
  paper->stored->settled_before_cents += amount_cents;
  paper->stored->amount_cents = paper->stored->balance_cents - paper->stored->settled_before_cents;
}

/* A product group with one product, in every municipality; amounts rise with both, so that bands are reached by some. */
static void
add_group (GString *text, guint group, guint n_municipalities, gint64 factor)
{
  g_string_append_printf (text, "product %u4L11 %u/AMB%u pxq uur norm=3 exempt=%s\ntariff %u4L11 90\n", group, group, group,
                          group % 4 == 3 ? "ja" : "nee", group);
  for (guint i = 1; i <= n_municipalities; i++)
    {
      guint assignment = group * 100 + i;

      g_string_append_printf (text, "agreed 2024 AMB%u M%02u %" G_GINT64_FORMAT ",00 scheme=Donuthole%s\n", group, i,
                              9000 * factor + group, group % 5 == 4 && i == 1 ? " lump=ja" : "");
      g_string_append_printf (text, "assignment M%02u/%u C%u %u4L11 2024-01-01 2024-12-31\ncare M%02u/%u 2024-01-03\n", i,
                              assignment, assignment, group, i, assignment);
      for (guint month = 1; month <= 12; month++)
        g_string_append_printf (text,
                                "line %u M%02u/%u %u4L11 2024-%02u-05 2024-%02u-20 %" G_GINT64_FORMAT ",00 %s = status=%s\n",
                                assignment * 100 + month, i, assignment, group, month, month, (9 + i % 3) * factor,
                                month == 7 && i % 2 == 0 ? "95,50" : "90", month < 11 ? "toegekend" : "ingediend");
    }
}

char *
test_paper_region (guint n_groups, guint n_municipalities, const char *exchange, gint64 factor)
{
  GString *text = g_string_new ("scheme Donuthole bands=0:100,100:0,103:70,110:40 norm=0:90,3:50\n");

  g_string_append_printf (text, "agreement 2024 %s key=overschrijding\n", exchange);
  for (guint i = 1; i <= n_groups; i++)
    add_group (text, i, n_municipalities, factor);
  g_string_append (text, "product 9T01 9/TRA traject traject norm=9\ntariff 9T01 8000\nagreed 2024 TRA M01 20000\n"
                         "assignment M01/9001 T1 9T01 2024-02-01\ncare M01/9001 2024-02-01 2024-10-31 31\n"
                         "assignment M01/9002 T2 9T01 2024-06-01\ncare M01/9002 2024-06-01\n"
                         "line 990001 M01/9001 9T01 2024-03-01 2024-03-31 1 4000 = status=toegekend\n"
                         "line 990002 M01/9002 9T01 2024-07-01 2024-07-31 1 2500 = status=toegekend\n"
                         "advance 14L11 M01 2024-01-01 1250,00\nadvance 14L11 M01 2024-02-01 1250,00\n");
  return g_string_free (text, FALSE);
}
