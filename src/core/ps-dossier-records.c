/* ps-dossier-records.c: the kinds of records of a dossier's documents, with their columns
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * In the words of the files that the region came from (files-and-cli.md), for whoever reads them without this program. Adding a
 * column or a record asks for another format number: what was written must be read for ever.
 */
#include "ps-dossier-text-private.h"

#include <string.h>

#define FIGURES                                                                                                                  \
  "bruto_cent\tnormduur_cent\tnetto_cent\tprikkelvrij_cent\tbuiten_cent\tplafond_cent\tinhouding_cent\tte_betalen_cent\t"        \
  "betaald_cent\tsaldo_cent\tmeegenomen_cent\tbetwist_cent\tgeproduceerd_cent"

typedef struct
{
  const char *name;
  const char *columns;
} Kind;

static const Kind kinds[PS_N_RECORDS] = {
  [PS_RECORD_INPUTS_OF] = { "afrekening", "agb\tjaar\ttot_en_met" },
  [PS_RECORD_REGION] = { "regio", "naam\tbandbreedte_onder_bp\tbandbreedte_boven_bp" },
  [PS_RECORD_SEGMENT] = { "segment", "code\tnaam" },
  [PS_RECORD_GROUP] = { "productgroep", "code\tsegment\tnaam" },
  [PS_RECORD_MUNICIPALITY] = { "gemeente", "code\tnaam" },
  [PS_RECORD_PROVIDER] = { "aanbieder", "agb\tnaam\tkvk\tplaats\tsoort\tgecontracteerd\teinddatum" },
  [PS_RECORD_PRODUCT] = { "product", "code\tnaam\tproductgroep\tbekostiging\teenheid\tnormduur_maanden\tprikkelvrij" },
  [PS_RECORD_TARIFF] = { "tarief", "product\tagb\tgeldig_van\tgeldig_tot\ttarief_tienduizendste" },
  [PS_RECORD_SCHEME] = { "regeling", "naam" },
  [PS_RECORD_STEP] = { "trede", "regeling\tsoort\tvanaf\tbetaald_bp" },
  [PS_RECORD_AGREEMENT] = { "afspraak", "versie\tafgesproken_op\tuitruil\tverdeelsleutel\tplekmeting\tbandbreedte_onder_bp\t"
                                        "bandbreedte_boven_bp" },
  [PS_RECORD_AGREED] = { "afspraakregel", "productgroep\tgemeente\ttaakgericht\tplafond_cent\tplekken_duizendste\tregeling" },
  [PS_RECORD_PEILDATUM] = { "peildatum", "peildatum\tomschrijving\tgegevens_tot" },

  [PS_RECORD_PRODUCTION_OF] = { "afrekening", "agb\tjaar\ttot_en_met" },
  [PS_RECORD_ASSIGNMENT] = { "toewijzing", "gemeente\ttoewijzingnummer\tclient\tproduct\tproductgroep\tingangsdatum\teinddatum" },
  [PS_RECORD_CARE] = { "zorgperiode", "gemeente\ttoewijzingnummer\tstartdatum\tstopdatum\treden_beeindiging" },
  [PS_RECORD_LINE] = { "declaratieregel", "referentienummer\tdeclaratienummer\tgemeente\ttoewijzingnummer\tproduct\tperiode_van\t"
                                          "periode_tot\tvolume_duizendste\teenheid\ttarief_tienduizendste\tbedrag_cent\tstatus\t"
                                          "besluit" },
  [PS_RECORD_ADVANCE] = { "voorschot", "product\tgemeente\tmaand\tbedrag_cent" },
  [PS_RECORD_MEASUREMENT] = { "peiling", "peildatum\tproduct\tgemeente\tplekken_duizendste" },

  [PS_RECORD_RESULTS_OF] = { "afrekening", "agb\tjaar\ttot_en_met" },
  [PS_RECORD_PROGRAM] = { "programma", "versie" },
  [PS_RECORD_SCOPE] = { "uitruil", "nummer\tnaam\tuitruil\tregeling\tplafond_cent\tnetto_cent\tstaffels_cent\tinhouding_cent" },
  [PS_RECORD_BAND] = { "staffel", "uitruil\tnummer\tvanaf_bp\tbetaald_bp\tgrens_cent\tbedrag_cent\tinhouding_cent" },
  [PS_RECORD_RESULT] = { "uitkomst", "productgroep\tgemeente\tuitruil\tafgesproken\ttaakgericht\t" FIGURES },
  [PS_RECORD_TOTAL] = { "totaal", FIGURES },
  [PS_RECORD_SIGNAL] = { "signaal", "soort\tproductgroep\tgemeente\tproduct\treferentienummer\ttoewijzingnummer\taantal" },
  [PS_RECORD_SOURCE] = { "bron", "soort\tproductgroep\tgemeente\tproduct\treferentienummer\ttoewijzingnummer\tvan\ttot\t"
                                 "bruto_cent\tnormduur_cent\tprikkelvrij_cent\tbuiten_cent\tbetaald_cent\tmeegenomen_cent\t"
                                 "betwist_cent\ttarief_tienduizendste\thoeveelheid\tnormdagen\tmaanden_over\taandeel_bp\t"
                                 "pad_vanaf\tprijs_cent\treden\tbetwist_om\tgevonden" },

  [PS_RECORD_CIRCUMSTANCES_OF] = { "afrekening", "agb\tjaar\ttot_en_met" },
  [PS_RECORD_SENDER] = { "regio", "naam\tbriefhoofd" },
  [PS_RECORD_ADDRESSEE] = { "aanbieder", "agb\tnaam\tkvk\tadres" },
  [PS_RECORD_LIMITS] = { "grens", "accountant_vanaf_cent\tverantwoording_voor\tverklaring_voor" },
  [PS_RECORD_STATEMENT] = { "productieverantwoording", "bedrag_cent\tontvangen_op\tverklaring\tverklaring_ontvangen_op\t"
                                                       "toelichting" },
};

const char *
ps_record_name (PsRecord record)
{
  return kinds[record].name;
}

const char *
ps_record_columns (PsRecord record)
{
  return kinds[record].columns;
}

guint
ps_record_n_columns (PsRecord record)
{
  guint n = 1;

  for (const char *tab = strchr (kinds[record].columns, '\t'); tab != NULL; tab = strchr (tab + 1, '\t'))
    n++;
  return n;
}

/* The first record of a document; the one before the next document's is its last. */
PsRecord
ps_record_first_of (PsDocumentKind kind)
{
  switch (kind)
    {
    case PS_DOCUMENT_INPUTS:
      return PS_RECORD_INPUTS_OF;
    case PS_DOCUMENT_PRODUCTION:
      return PS_RECORD_PRODUCTION_OF;
    case PS_DOCUMENT_RESULTS:
      return PS_RECORD_RESULTS_OF;
    case PS_DOCUMENT_CIRCUMSTANCES:
      return PS_RECORD_CIRCUMSTANCES_OF;
    default:
      return PS_N_RECORDS;
    }
}

const char *
ps_document_name (PsDocumentKind kind)
{
  static const char *const names[PS_DOCUMENT_CIRCUMSTANCES + 1] = {
    [PS_DOCUMENT_INPUTS] = "inputs",
    [PS_DOCUMENT_PRODUCTION] = "production",
    [PS_DOCUMENT_RESULTS] = "results",
    [PS_DOCUMENT_CIRCUMSTANCES] = "circumstances",
  };

  g_assert (kind >= PS_DOCUMENT_INPUTS && kind <= PS_DOCUMENT_CIRCUMSTANCES);
  return names[kind];
}

const char *
ps_decision_word (guint decision)
{
  static const char *const words[] = { "", "akkoord", "akkoord_juiste_prijs", "betwist" };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == PS_DECISION_DISPUTE + 1);
  return words[decision];
}

const char *
ps_source_word (guint kind)
{
  static const char *const words[] = {
    [PS_SOURCE_LINE] = "declaratieregel", [PS_SOURCE_TRAJECT] = "traject",     [PS_SOURCE_PLACES] = "plekken",
    [PS_SOURCE_CARE_DAYS] = "zorgdagen",  [PS_SOURCE_PEILDATUM] = "peildatum", [PS_SOURCE_ADVANCE] = "voorschot",
    [PS_SOURCE_LUMP_SUM] = "taakgericht",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == PS_SOURCE_LUMP_SUM + 1);
  return words[kind];
}

const char *
ps_dispute_word (guint dispute)
{
  return ps_dispute_code (dispute);
}

const char *
ps_signal_word (guint kind)
{
  return ps_signal_code (kind);
}
