/* test-chart-export.c: charts as files
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include "charts/ps-chart-export.h"

#include <glib/gstdio.h>
#include <string.h>

static PsChartExport
export_of (const PsChartKind *kind, gconstpointer chart)
{
  PsChartExport export = { .kind = kind, .chart = chart, .subject = "Maasduin Jeugdhulp 2023", .width = 600 };

  return export;
}

static GBytes *
make (const PsChartExport *export, PsChartFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ps_chart_export (export, format, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
starts_with (GBytes *bytes, const char *start)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

/* The same chart gives the same file, to the byte, and each format is what it says. */
static void
test_same_bytes (void)
{
  static const char *const starts[] = { "\211PNG", "<?xml", "%PDF", "\357\273\277" };
  g_autoptr (PsWaterfallChart) waterfall = sample_waterfall ();
  g_autoptr (PsRealisedChart) realised = sample_realised (5);
  const PsChartExport exports[] = { export_of (&ps_chart_waterfall_kind, waterfall),
                                    export_of (&ps_chart_realised_kind, realised) };

  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    for (PsChartFormat format = PS_CHART_PNG; format <= PS_CHART_CSV; format++)
      {
        g_autoptr (GBytes) first = make (&exports[i], format);
        g_autoptr (GBytes) second = make (&exports[i], format);

        g_assert_true (starts_with (first, starts[format]));
        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
test_csv (void)
{
  g_autoptr (PsWaterfallChart) chart = ps_waterfall_chart_new (PS_NO_NUMBER);
  PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
  g_autoptr (GBytes) bytes = NULL;
  const char *wanted = "\357\273\277Step;Amount;Explanation\r\n"
                       "Gross production;1234567,89;\r\n"
                       "'=SUM(A1);-0,05;\"a; \"\"b\"\"\"\r\n"
                       "'@x;0,00;'-1\r\n";

  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross production", NULL, 123456789);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "=SUM(A1)", "a; \"b\"", -5);
  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "@x", "-1", 0);
  bytes = make (&export, PS_CHART_CSV);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted, strlen (wanted));
}

/* A month that is not known is an empty cell, not a dash that a spreadsheet cannot add. */
static void
test_csv_unknown (void)
{
  g_autoptr (PsRealisedChart) chart = ps_realised_chart_new (2024);
  PsChartExport export = export_of (&ps_chart_realised_kind, chart);
  g_autoptr (GBytes) bytes = make (&export, PS_CHART_CSV);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "\r\nJan 2024;;;;;\r\n"));
}

static void
test_impossible_sizes (void)
{
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  const double sizes[][3] = { { 0, 0, 1 }, { 100000, 100, 1 }, { 600, 100000, 1 }, { 600, 300, 100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
      g_autoptr (GError) error = NULL;

      export.width = sizes[i][0];
      export.height = sizes[i][1];
      export.pixels = sizes[i][2];
      g_assert_null (ps_chart_export (&export, PS_CHART_PNG, &error));
      g_assert_error (error, PS_CHART_EXPORT_ERROR, PS_CHART_EXPORT_ERROR_SIZE);
    }
}

static void
test_files (void)
{
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
  g_autofree char *folder = g_dir_make_tmp ("peilstok-charts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.png", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "absent", "chart.png", NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  export.height = 300;
  export.pixels = 1;
  g_assert_true (ps_chart_export_to_file (&export, PS_CHART_PNG, path, &error));
  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 600);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 300);
  cairo_surface_destroy (picture);
  g_assert_false (ps_chart_export_to_file (&export, PS_CHART_PNG, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_unlink (path);
  g_rmdir (folder);
}

/* What a program prints of a file; NULL when there is no such program. */
static char *
run_on_file (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *arguments[] = { program, option, path, "-", NULL };
  char *output = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

/* A PDF holds real text, in the order in which one reads: title, subject, then each label with its amount. */
static void
test_pdf_text (void)
{
  static const char *const words[] = { "From gross production to balance",
                                       "Maasduin Jeugdhulp 2023",
                                       "axis starts at",
                                       "ceiling",
                                       "Gross production",
                                       "1,827,635.68",
                                       "Norm duration",
                                       "10,521.41",
                                       "Donut hole",
                                       "50,040.00",
                                       "Payable",
                                       "1,732,649.71",
                                       "Paid",
                                       "1,783,951.30",
                                       "Balance, to reclaim",
                                       "51,301.59" };
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
  g_autofree char *folder = g_dir_make_tmp ("peilstok-charts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *text = NULL;
  const char *place;

  g_assert_true (ps_chart_export_to_file (&export, PS_CHART_PDF, path, NULL));
  text = run_on_file ("pdftotext", "-raw", path);
  g_unlink (path);
  g_rmdir (folder);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  place = text;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      place = strstr (place, words[i]);
      g_assert_nonnull (place);
      place += strlen (words[i]);
    }
}

/* The file does not tell when it was made, but does tell what it shows. */
static void
test_pdf_metadata (void)
{
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
  g_autoptr (GBytes) bytes = make (&export, PS_CHART_PDF);
  g_autofree char *text = g_malloc (g_bytes_get_size (bytes) + 1);
  gsize size = g_bytes_get_size (bytes);

  memcpy (text, g_bytes_get_data (bytes, NULL), size);
  for (gsize i = 0; i < size; i++)
    text[i] = text[i] == '\0' ? ' ' : text[i];
  text[size] = '\0';
  g_assert_null (strstr (text, "CreationDate"));
  g_assert_nonnull (strstr (text, "Maasduin Jeugdhulp 2023, From gross production to balance"));
}

/* The letters of an SVG file are outlines, so its words stand in it apart, and well-formed whatever is in them. */
static void
test_svg_words (void)
{
  g_autoptr (PsWaterfallChart) chart = ps_waterfall_chart_new (PS_NO_NUMBER);
  PsChartExport export = export_of (&ps_chart_waterfall_kind, chart);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  export.subject = "Zorg & <Co>";
  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross", NULL, 100);
  bytes = make (&export, PS_CHART_SVG);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "<title>Zorg &amp; &lt;Co&gt;, From gross production to balance</title>"));
  g_assert_nonnull (strstr (text, "<desc>Gross €\302\2401.00.</desc>"));
}

/* Whom a picture is about stands under its title: the drawing makes room for it. */
static void
test_subject_takes_its_own_line (void)
{
  g_autoptr (PsRealisedChart) chart = sample_realised (5);
  PsChartStyle with = ps_chart_style (PS_LOOK_LIGHT), without = with;
  g_autoptr (GPtrArray) lower = NULL;
  g_autoptr (GPtrArray) upper = NULL;

  with.subject = "Maasduin Jeugdhulp 2024";
  lower = ps_chart_realised_spots (chart, 620, 330, &with);
  upper = ps_chart_realised_spots (chart, 620, 330, &without);
  g_assert_cmpfloat (((PsChartSpot *) g_ptr_array_index (lower, 0))->area.y, >,
                     ((PsChartSpot *) g_ptr_array_index (upper, 0))->area.y + 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/export/same-bytes", test_same_bytes);
  g_test_add_func ("/charts/export/csv", test_csv);
  g_test_add_func ("/charts/export/csv-unknown", test_csv_unknown);
  g_test_add_func ("/charts/export/impossible-sizes", test_impossible_sizes);
  g_test_add_func ("/charts/export/files", test_files);
  g_test_add_func ("/charts/export/pdf-text", test_pdf_text);
  g_test_add_func ("/charts/export/pdf-metadata", test_pdf_metadata);
  g_test_add_func ("/charts/export/svg-words", test_svg_words);
  g_test_add_func ("/charts/export/subject", test_subject_takes_its_own_line);
  return g_test_run ();
}
