/* test-csv-convert.c: the values of each kind of file, in every notation, and every reason to refuse one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib.h>

#include "csv-values.h"

#define WHOLE(n, comma) n " “" comma "” is not a number like 1.234,56 (a decimal comma, and points only between thousands)\n"

static CsvValues *
read_good (const char *bytes)
{
  CsvValues *values = csv_values_read (bytes, PS_DECIMAL_COMMA);

  g_assert_cmpstr (values->problems, ==, "");
  return values;
}

static void
test_municipalities (void)
{
  g_autoptr (CsvValues) values = read_good ("code;naam\n0005;Súdwest-Fryslân\n0893;\"Bergen; \"\"L.\"\"\"\n");

  g_assert_cmpuint (values->n_rows, ==, 2);
  g_assert_cmpstr (values->rows[0].municipality.code, ==, "0005");
  g_assert_cmpstr (values->rows[0].municipality.name, ==, "Súdwest-Fryslân");
  g_assert_cmpstr (values->rows[1].municipality.name, ==, "Bergen; \"L.\"");
  g_assert_cmpuint (values->rows[1].origin.line, ==, 3);
  g_assert_cmpuint (values->rows[1].origin.file, ==, 7);

  check_problems ("code;naam\n983;Venlo\n09830;Venlo\n098a;Venlo\n-983;x\n;Venlo\n0983;\n",
                  "2 code “983” must have 4 digits: leading zeros were lost\n"
                  "3 code “09830” must be exactly 4 digits\n"
                  "4 code “098a” must be exactly 4 digits\n"
                  "5 code “-983” must be exactly 4 digits\n"
                  "6 code “” must not be empty\n"
                  "7 naam “” must not be empty\n");
}

static void
test_providers (void)
{
  g_autoptr (CsvValues) values = read_good ("agb;naam;kvk;soort;gecontracteerd;email;plaats\n"
                                            "41410001;De Linde;01234567;MICRO;Nee;a@b.nl;Venlo\n"
                                            "41410002;De Berk;;;;;\n");

  g_assert_cmpstr (values->rows[0].provider.kvk, ==, "01234567");
  g_assert_cmpint (values->rows[0].provider.kind, ==, PS_KIND_MICRO);
  g_assert_cmpint (values->rows[0].provider.contracted, ==, 0);
  g_assert_cmpstr (values->rows[0].provider.place, ==, "Venlo");
  g_assert_null (values->rows[1].provider.kvk);
  g_assert_null (values->rows[1].provider.email);
  g_assert_cmpint (values->rows[1].provider.kind, ==, 0);
  g_assert_cmpint (values->rows[1].provider.contracted, ==, -1);

  check_problems ("agb;naam;kvk;soort;gecontracteerd\n4141001;x;1234;groot;misschien\n",
                  "2 agb “4141001” must have 8 digits: leading zeros were lost\n"
                  "2 kvk “1234” must have 8 digits: leading zeros were lost\n"
                  "2 soort “groot” is none of: regulier, micro, systeem\n"
                  "2 gecontracteerd “misschien” is none of: ja, nee\n");
}

static void
test_products (void)
{
  g_autoptr (CsvValues) values =
      read_good ("code;naam;segment;productgroep;bekostiging;eenheid;normduur_maanden;normvolume_uren;prikkelvrij\n"
                 "45A04;Hulp;4;AMB1;pxq;04;6;30,5;buiten\n"
                 "45L11;Traject;4;AMB1;TRAJECT;;12;;\n"
                 "90T01;Advies;2;CON;taakgericht;82;;;nee\n");

  g_assert_cmpint (values->rows[0].product.funding, ==, PS_FUNDING_PXQ);
  g_assert_cmpint (values->rows[0].product.unit, ==, PS_UNIT_HOUR);
  g_assert_cmpint (values->rows[0].product.norm_months, ==, 6);
  g_assert_cmpint (values->rows[0].product.norm_hours_milli, ==, 30500);
  g_assert_cmpint (values->rows[0].product.exempt, ==, PS_EXEMPT_OUTSIDE);
  g_assert_cmpint (values->rows[1].product.norm_hours_milli, ==, PS_NO_NUMBER);
  g_assert_cmpint (values->rows[1].product.unit, ==, PS_UNIT_NONE);
  g_assert_cmpint (values->rows[2].product.norm_months, ==, -1);
  g_assert_cmpint (values->rows[2].product.unit, ==, PS_UNIT_PIECE);

  check_problems (
      "code;naam;segment;productgroep;bekostiging;eenheid;normduur_maanden;normvolume_uren\n"
      "a;b;c;d;traject;;;\na;b;c;d;traject;;0;\na;b;c;d;pxq;;;\na;b;c;d;plek;jaar;1201;-1\na;b;c;d;uren;;1,5;1,0001\n",
      "2 normduur_maanden “” a trajectory needs a norm duration of at least one month\n"
      "3 normduur_maanden “0” a trajectory needs a norm duration of at least one month\n"
      "4 eenheid “” a product paid by P×Q needs a unit\n"
      "5 eenheid “jaar” is none of: minuut, uur, dagdeel, dag, etmaal, stuk, traject, plekjaar, euro\n"
      "5 normduur_maanden “1201” must be from 0 to 1200\n"
      "5 normvolume_uren “-1” must not be negative\n"
      "6 bekostiging “uren” is none of: pxq, traject, plek, taakgericht\n"
      "6 normduur_maanden “1,5” is not a whole number\n"
      "6 normvolume_uren “1,0001” has more than 3 decimals\n");
}

static void
test_tariffs (void)
{
  g_autoptr (CsvValues) values =
      read_good ("product;agb;geldig_van;geldig_tot;tarief\n"
                 "45A04;;01-01-2023;30-06-2024;1.431,5905\n45A04;41410002;2024-01-01;;81\n45A04;;20240229;20240229;0\n");

  g_assert_null (values->rows[0].tariff.agb);
  g_assert_cmpint (values->rows[0].tariff.from, ==, ps_date_from_ymd (2023, 1, 1));
  g_assert_cmpint (values->rows[0].tariff.to, ==, ps_date_from_ymd (2024, 6, 30));
  g_assert_cmpint (values->rows[0].tariff.tariff_e4, ==, 14315905);
  g_assert_cmpstr (values->rows[1].tariff.agb, ==, "41410002");
  g_assert_cmpint (values->rows[1].tariff.to, ==, PS_DATE_OPEN);
  g_assert_cmpint (values->rows[1].tariff.tariff_e4, ==, 810000);
  g_assert_cmpint (values->rows[2].tariff.from, ==, ps_date_from_ymd (2024, 2, 29));

  check_problems ("product;geldig_van;geldig_tot;tarief\n"
                  "p;02-01-2024;01-01-2024;1\np;31-04-2024;;1\np;1-1-2024;;1\np;01/01/"
                  "2024;;1\np;29-02-2023;;-1\np;01-01-1899;;1,23456\np;;;\n",
                  "2 geldig_tot “01-01-2024” ends before it starts\n"
                  "3 geldig_van “31-04-2024” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                  "4 geldig_van “1-1-2024” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                  "5 geldig_van “01/01/2024” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                  "6 geldig_van “29-02-2023” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                  "6 tarief “-1” must not be negative\n"
                  "7 geldig_van “01-01-1899” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                  "7 tarief “1,23456” has more than 4 decimals\n"
                  "8 geldig_van “” must not be empty\n"
                  "8 tarief “” must not be empty\n");
}

static void
test_schemes (void)
{
  g_autoptr (CsvValues) values =
      read_good ("regeling;soort;vanaf;betaald_pct\nklif;geheel;102,5;95\nduur;Normduur;3;66,67\ndonut;budget;0;0\n");

  g_assert_cmpint (values->rows[0].scheme.kind, ==, PS_STEP_WHOLE);
  g_assert_cmpint (values->rows[0].scheme.from, ==, 10250);
  g_assert_cmpint (values->rows[0].scheme.paid_bp, ==, 9500);
  g_assert_cmpint (values->rows[1].scheme.from, ==, 3);
  g_assert_cmpint (values->rows[1].scheme.paid_bp, ==, 6667);
  g_assert_cmpint (values->rows[2].scheme.paid_bp, ==, 0);

  check_problems (
      "regeling;soort;vanaf;betaald_pct\nr;budget;0;100,01\nr;budget;-1;100\nr;normduur;1,5;100\nr;normduur;1201;100\n"
      "r;deel;0;100\nr;budget;1,234;100\n",
      "2 betaald_pct “100,01” must be from 0 to 100\n"
      "3 vanaf “-1” must not be negative\n"
      "4 vanaf “1,5” must be whole months\n"
      "5 vanaf “1201” is more than 1200 months\n"
      "6 soort “deel” is none of: budget, geheel, normduur\n"
      "7 vanaf “1,234” has more than 2 decimals\n");
}

static void
test_agreements (void)
{
  static const char header[] = "agb;jaar;productgroep;gemeente;bekostiging;plafond;plekken;uitruil;regeling;verdeelsleutel;"
                               "bandbreedte_onder_pct;bandbreedte_boven_pct;plekmeting\n";
  g_autofree char *good =
      g_strconcat (header,
                   "41410001;2024;AMB1;0983;;5.000,00;;regel;;;;;\n"
                   "41410001;2024;CON;0893;Taakgericht;12000;2,5;segment;donut;overschrijding;2,5;150;peiling\n",
                   NULL);
  g_autofree char *bad = g_strconcat (header, "41410001;1999;AMB1;0983;pxq;-1;-2;alles;;eerlijk;101;-1;nooit\n", NULL);
  g_autoptr (CsvValues) values = read_good (good);
  const PsAgreementRow *plain = &values->rows[0].agreement;
  const PsAgreementRow *full = &values->rows[1].agreement;

  g_assert_false (plain->lump_sum);
  g_assert_cmpint (plain->ceiling_cents, ==, 500000);
  g_assert_cmpint (plain->places_milli, ==, PS_NO_NUMBER);
  g_assert_cmpint (plain->exchange, ==, PS_EXCHANGE_LINE);
  g_assert_null (plain->scheme);
  g_assert_cmpint (plain->key, ==, PS_KEY_REALISATION);
  g_assert_cmpint (plain->under_bp, ==, -1);
  g_assert_cmpint (plain->over_bp, ==, -1);
  g_assert_cmpint (plain->measuring, ==, PS_PLACES_DAILY);
  g_assert_true (full->lump_sum);
  g_assert_cmpint (full->year, ==, 2024);
  g_assert_cmpint (full->places_milli, ==, 2500);
  g_assert_cmpint (full->key, ==, PS_KEY_OVERRUN);
  g_assert_cmpint (full->under_bp, ==, 250);
  g_assert_cmpint (full->over_bp, ==, 15000);
  g_assert_cmpint (full->measuring, ==, PS_PLACES_MEASURED);

  check_problems (bad, "2 jaar “1999” must be from 2000 to 2100\n"
                       "2 bekostiging “pxq” must be empty or “taakgericht”\n"
                       "2 plafond “-1” must not be negative\n"
                       "2 plekken “-2” must not be negative\n"
                       "2 uitruil “alles” is none of: aanbieder, segment, productgroep, regel\n"
                       "2 verdeelsleutel “eerlijk” is none of: realisatie, overschrijding\n"
                       "2 bandbreedte_onder_pct “101” must be from 0 to 100\n"
                       "2 bandbreedte_boven_pct “-1” must not be negative\n"
                       "2 plekmeting “nooit” is none of: dagelijks, peildata, peiling\n");
}

static void
test_assignments (void)
{
  static const char header[] = "toewijzingnummer;client;agb;gemeente;product;productgroep;ingangsdatum;einddatum;volume;eenheid;"
                               "frequentie;budget;verwijzer\n";
  g_autofree char *good = g_strconcat (header,
                                       "1;C1;41410001;0983;45A04;;01-10-2023;31-12-2024;1,5;uur;2;8.000;02\n"
                                       "0002;C2;41410001;0893;;AMB1;20240101;;;;;;onbekend\n",
                                       NULL);
  g_autofree char *bad = g_strconcat (header,
                                      "1;C1;41410001;0983;;;01-10-2023;;;;;;\n1;C1;41410001;0983;a;b;02-10-2023;01-10-2023;;;;;\n"
                                      "1;000000000;41410001;0983;a;;01-10-2023;;-1;kilo;7;-1;buurman\n",
                                      NULL);
  g_autoptr (CsvValues) values = read_good (good);

  g_assert_cmpstr (values->rows[0].assignment.product, ==, "45A04");
  g_assert_null (values->rows[0].assignment.group);
  g_assert_cmpint (values->rows[0].assignment.volume_milli, ==, 1500);
  g_assert_cmpint (values->rows[0].assignment.frequency, ==, PS_FREQUENCY_WEEK);
  g_assert_cmpint (values->rows[0].assignment.budget_cents, ==, 800000);
  g_assert_cmpint (values->rows[0].assignment.referrer, ==, 2);
  g_assert_cmpstr (values->rows[1].assignment.number, ==, "0002");
  g_assert_cmpstr (values->rows[1].assignment.group, ==, "AMB1");
  g_assert_cmpint (values->rows[1].assignment.end, ==, PS_DATE_OPEN);
  g_assert_cmpint (values->rows[1].assignment.budget_cents, ==, PS_NO_NUMBER);
  g_assert_cmpint (values->rows[1].assignment.referrer, ==, -1);

  check_problems (
      bad, "2 product “” either “product” or “productgroep” must be given\n"
           "3 productgroep “b” only one of “product” and “productgroep” may be given\n"
           "3 einddatum “01-10-2023” ends before it starts\n"
           "4 client “000000000” is not a client\n"
           "4 volume “-1” must not be negative\n"
           "4 eenheid “kilo” is none of: minuut, uur, dagdeel, dag, etmaal, stuk, traject, plekjaar, euro\n"
           "4 frequentie “7” is none of: dag, week, maand, totaal\n"
           "4 budget “-1” must not be negative\n"
           "4 verwijzer “buurman” is none of: gemeente, huisarts, jeugdarts, GI, medisch specialist, zelf, rechter, onbekend\n");
}

static void
test_care (void)
{
  g_autoptr (CsvValues) values =
      read_good ("gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging;verzonden_305\n"
                 "0983;1;10-10-2023;31-03-2024;02;12-10-2023\n0983;1;10-10-2024;;;\n0983;2;10-10-2024;10-10-2024;;\n");

  g_assert_cmpint (values->rows[0].care.reason, ==, 2);
  g_assert_cmpint (values->rows[0].care.sent_305, ==, ps_date_from_ymd (2023, 10, 12));
  g_assert_cmpint (values->rows[0].care.sent_307, ==, PS_DATE_OPEN);
  g_assert_cmpint (values->rows[1].care.stop, ==, PS_DATE_OPEN);
  g_assert_cmpint (values->rows[1].care.reason, ==, PS_REASON_NONE);

  check_problems ("gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging\n0983;1;10-10-2023;09-10-2023;31\n"
                  "0983;1;10-10-2023;;31\n0983;1;10-10-2023;10-10-2023;2\n",
                  "2 stopdatum “09-10-2023” ends before it starts\n"
                  "3 reden_beeindiging “31” there is a reason for ending, but no end date\n"
                  "4 reden_beeindiging “2” is none of: 02, 20, 31, 32, 33, 34, 35, 36, 37, 38, 39\n");
}

static void
test_declarations (void)
{
  static const char header[] =
      "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;"
      "status;declaratienummer\n";
  g_autofree char *good = g_strconcat (header,
                                       "D1;0983;1;45A04;01-03-2024;31-03-2024;12,125;01;1,5905;-1.234.567,89;ingediend;F1\n"
                                       "D2;0983;1;45A04;01-03-2024;01-03-2024;-1;;;-90;;\n",
                                       NULL);
  g_autofree char *bad =
      g_strconcat (header,
                   "D1;0983;1;45A04;01-03-2024;29-02-2024;1;;;1;;\nD1;0983;1;45A04;01-03-2024;01-03-2024;;;-1;;betaald;\n"
                   "D1;0983;1;45A04;01-03-2024;01-03-2024;1;;;99999999999,99;;\n"
                   "D1;0983;1;45A04;01-03-2024;01-03-2024;1;;;99999999999999999999;;\n",
                   NULL);
  g_autoptr (CsvValues) values = read_good (good);

  g_assert_cmpint (values->rows[0].line.volume_milli, ==, 12125);
  g_assert_cmpint (values->rows[0].line.unit, ==, PS_UNIT_MINUTE);
  g_assert_cmpint (values->rows[0].line.tariff_e4, ==, 15905);
  g_assert_cmpint (values->rows[0].line.amount_cents, ==, -123456789);
  g_assert_cmpint (values->rows[0].line.status, ==, PS_STATUS_SUBMITTED);
  g_assert_cmpstr (values->rows[0].line.declaration_number, ==, "F1");
  g_assert_cmpint (values->rows[1].line.volume_milli, ==, -1000);
  g_assert_cmpint (values->rows[1].line.tariff_e4, ==, PS_NO_NUMBER);
  g_assert_cmpint (values->rows[1].line.status, ==, PS_STATUS_GRANTED);
  g_assert_null (values->rows[1].line.declaration_number);

  check_problems (bad, "2 periode_tot “29-02-2024” ends before it starts\n"
                       "3 volume “” must not be empty\n"
                       "3 tarief “-1” must not be negative\n"
                       "3 bedrag “” must not be empty\n"
                       "3 status “betaald” is none of: toegekend, ingediend, afgewezen\n"
                       "4 bedrag “99999999999,99” must be from -10000000000 to 10000000000\n"
                       "5 bedrag “99999999999999999999” must be from -10000000000 to 10000000000\n");
}

static void
test_advances (void)
{
  g_autoptr (CsvValues) values = read_good ("agb;product;gemeente;maand;bedrag\n41410001;45V01;0983;02-2024;-1.250,00\n");

  g_assert_cmpint (values->rows[0].advance.month, ==, ps_date_from_ymd (2024, 2, 1));
  g_assert_cmpint (values->rows[0].advance.amount_cents, ==, -125000);
  check_problems (
      "agb;product;gemeente;maand;bedrag\n41410001;45V01;0983;13-2024;1\n41410001;45V01;0983;2024-02;1\n41410001;45V01;0983;;1\n",
      "2 maand “13-2024” is not a month like 12-2024\n"
      "3 maand “2024-02” is not a month like 12-2024\n"
      "4 maand “” must not be empty\n");
}

static void
test_peildata (void)
{
  g_autoptr (CsvValues) values = read_good ("peildatum;omschrijving;gegevens_tot\n22-02-2024;Eerste;31-12-2023\n19-05-2024;;\n");

  g_assert_cmpstr (values->rows[0].peildatum.label, ==, "Eerste");
  g_assert_cmpint (values->rows[0].peildatum.data_through, ==, ps_date_from_ymd (2023, 12, 31));
  g_assert_cmpstr (values->rows[1].peildatum.label, ==, "");
  g_assert_cmpint (values->rows[1].peildatum.data_through, ==, PS_DATE_OPEN);
}

static void
test_measurements (void)
{
  g_autoptr (CsvValues) values =
      read_good ("peildatum;agb;product;gemeente;clienten;plekken;gerealiseerd;wachtenden;wachttijd_dagen\n"
                 "22-02-2024;41410001;45V01;0983;1;0,4;1.090,16;2;35\n22-02-2024;41410001;45V01;0893;;;;;\n");

  g_assert_cmpint (values->rows[0].measurement.clients, ==, 1);
  g_assert_cmpint (values->rows[0].measurement.places_milli, ==, 400);
  g_assert_cmpint (values->rows[0].measurement.realised_cents, ==, 109016);
  g_assert_cmpint (values->rows[0].measurement.waiting_days, ==, 35);
  g_assert_cmpint (values->rows[1].measurement.clients, ==, PS_NO_NUMBER);
  g_assert_cmpint (values->rows[1].measurement.waiting, ==, PS_NO_NUMBER);
  check_problems ("peildatum;agb;product;gemeente;clienten;plekken;wachtenden;wachttijd_dagen\n22-02-2024;41410001;45V01;0983;1,"
                  "5;-1;-2;drie\n",
                  "2 clienten “1,5” is not a whole number\n"
                  "2 plekken “-1” must not be negative\n"
                  "2 wachtenden “-2” must not be negative\n"
                  "2 wachttijd_dagen “drie” is not a whole number\n");
}

static void
test_notations_of_numbers (void)
{
  g_autoptr (CsvValues) english =
      csv_values_read ("product;geldig_van;tarief\np;01-01-2024;\"1,234.5\"\np;02-01-2024;\"1,5\"\n", PS_DECIMAL_POINT);

  g_assert_cmpint (english->rows[0].tariff.tariff_e4, ==, 12345000);
  g_assert_cmpstr (english->problems, ==,
                   "3 tarief “1,5” is not a number like 1,234.56 (a decimal point, and commas only between thousands)\n");
  check_problems ("product;geldig_van;tarief\np;01-01-2024;1.5\np;01-01-2024;12.34,5\np;01-01-2024;1,5 euro\np;01-01-2024;€ "
                  "1\np;01-01-2024;1e3\n",
                  WHOLE ("2 tarief", "1.5") WHOLE ("3 tarief", "12.34,5") WHOLE ("4 tarief", "1,5 euro") WHOLE ("5 tarief", "€ 1")
                      WHOLE ("6 tarief", "1e3"));
}

/* A value that comes again must be read again where it was wrong, and is the same where it was right. */
static void
test_repeated_values (void)
{
  g_autoptr (CsvValues) values = csv_values_read (
      "product;geldig_van;tarief\np;01-01-2024;1\np;01-01-2024;1\np;x;1\np;x;1\np;01-01-2024;2\n", PS_DECIMAL_COMMA);

  g_assert_cmpint (values->rows[1].tariff.from, ==, values->rows[0].tariff.from);
  g_assert_cmpint (values->rows[4].tariff.from, ==, values->rows[0].tariff.from);
  g_assert_cmpint (values->rows[4].tariff.tariff_e4, ==, 20000);
  g_assert_cmpstr (values->problems, ==,
                   "4 geldig_van “x” is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
                   "5 geldig_van “x” is not a date like 31-12-2024, 2024-12-31 or 20241231\n");
}

static void
test_texts (void)
{
  g_autofree char *longest = g_strnfill (500, 'x');
  g_autofree char *bytes = g_strconcat ("code;naam\n0001;", longest, "\n0002;", longest,
                                        "x\n0003;\"a\nb\"\n0004;a\x01"
                                        "b\n0005;a\xC2\x85"
                                        "b\n0006;'=1+1\n0007;'Gravenhage\n",
                                        NULL);
  g_autofree char *expected = g_strconcat ("3 naam “", longest,
                                           "x” is longer than 500 characters\n6 naam “a\x01"
                                           "b” has control characters in it\n"
                                           "7 naam “a\xC2\x85"
                                           "b” has control characters in it\n",
                                           NULL);
  g_autoptr (CsvValues) values = csv_values_read (bytes, PS_DECIMAL_COMMA);

  g_assert_cmpstr (values->problems, ==, expected);
  g_assert_cmpstr (values->rows[2].municipality.name, ==, "a\nb");
  g_assert_cmpstr (values->rows[5].municipality.name, ==, "=1+1");
  g_assert_cmpstr (values->rows[6].municipality.name, ==, "'Gravenhage");
  check_problems ("product;geldig_van;tarief\n\"a\nb\";01-01-2024;1\n", "2 product “a\nb” has control characters in it\n");
}

static void
test_faulty_rows (void)
{
  check_problems ("code;naam\n0983;\"Ven\"lo\n0893;a;b\n0005;\"x\n", /* the last one is never closed */
                  "2  “0983;\"Ven\"lo” a quotation mark stands in the wrong place: a field with quotation marks in it is quoted, "
                  "and they are doubled\n"
                  "3  “0893;a;b” the row has more fields than there are columns\n"
                  "4  “0005;\"x” a quotation mark that opens on this line is not closed as it should\n");
}

static void
test_bsn (void)
{
  g_assert_true (ps_csv_is_bsn ("123456782"));
  g_assert_true (ps_csv_is_bsn ("000000000"));
  g_assert_true (ps_csv_is_bsn ("999900006"));
  g_assert_false (ps_csv_is_bsn ("123456789"));
  g_assert_false (ps_csv_is_bsn ("12345678"));
  g_assert_false (ps_csv_is_bsn ("1234567820"));
  g_assert_true (ps_csv_is_nine_digits ("123456789"));
  g_assert_false (ps_csv_is_nine_digits ("12345678a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-convert/municipalities", test_municipalities);
  g_test_add_func ("/csv-convert/providers", test_providers);
  g_test_add_func ("/csv-convert/products", test_products);
  g_test_add_func ("/csv-convert/tariffs", test_tariffs);
  g_test_add_func ("/csv-convert/schemes", test_schemes);
  g_test_add_func ("/csv-convert/agreements", test_agreements);
  g_test_add_func ("/csv-convert/assignments", test_assignments);
  g_test_add_func ("/csv-convert/care", test_care);
  g_test_add_func ("/csv-convert/declarations", test_declarations);
  g_test_add_func ("/csv-convert/advances", test_advances);
  g_test_add_func ("/csv-convert/peildata", test_peildata);
  g_test_add_func ("/csv-convert/measurements", test_measurements);
  g_test_add_func ("/csv-convert/notations-of-numbers", test_notations_of_numbers);
  g_test_add_func ("/csv-convert/repeated-values", test_repeated_values);
  g_test_add_func ("/csv-convert/texts", test_texts);
  g_test_add_func ("/csv-convert/faulty-rows", test_faulty_rows);
  g_test_add_func ("/csv-convert/bsn", test_bsn);
  return g_test_run ();
}
