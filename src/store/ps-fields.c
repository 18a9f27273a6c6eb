/* ps-fields.c: what the columns of the region file are to people: a name and how a value is written
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A test holds these lists against the schema (tests/store/test-fields.c).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT(column, label)                                                                                                      \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_TEXT, 0, NULL, PS_FIELD_MAY_BE_EMPTY                                                              \
  }
#define NEED_TEXT(column, label)                                                                                                 \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_TEXT, 0, NULL, PS_FIELD_REQUIRED                                                                  \
  }
#define OWN_TEXT(column, label)                                                                                                  \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_TEXT, 0, NULL, PS_FIELD_HAS_DEFAULT                                                               \
  }
#define VALUE(column, label, is)                                                                                                 \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_##is, 0, NULL, PS_FIELD_MAY_BE_EMPTY                                                              \
  }
#define NEED_VALUE(column, label, is)                                                                                            \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_##is, 0, NULL, PS_FIELD_REQUIRED                                                                  \
  }
#define OWN_VALUE(column, label, is)                                                                                             \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_##is, 0, NULL, PS_FIELD_HAS_DEFAULT                                                               \
  }
#define WORD(column, label, list)                                                                                                \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_WORD, list, NULL, PS_FIELD_REQUIRED                                                               \
  }
#define OWN_WORD(column, label, list)                                                                                            \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_WORD, list, NULL, PS_FIELD_HAS_DEFAULT                                                            \
  }
#define MAYBE_WORD(column, label, list)                                                                                          \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_WORD, list, NULL, PS_FIELD_MAY_BE_EMPTY                                                           \
  }
#define YES_NO(column, label)                                                                                                    \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_YES_NO, PS_WORDS_YES_NO, NULL, PS_FIELD_REQUIRED                                                  \
  }
#define OWN_YES_NO(column, label)                                                                                                \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_YES_NO, PS_WORDS_YES_NO, NULL, PS_FIELD_HAS_DEFAULT                                               \
  }
#define REFERENCE(column, label, table)                                                                                          \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_REFERENCE, 0, table, PS_FIELD_MAY_BE_EMPTY                                                        \
  }
#define NEED_REFERENCE(column, label, table)                                                                                     \
  {                                                                                                                              \
    column, label, PS_FIELD_IS_REFERENCE, 0, table, PS_FIELD_REQUIRED                                                            \
  }

static const PsFieldInfo region[] = {
  NEED_TEXT ("name", N_("Name")),
  OWN_VALUE ("under_bp", N_("Bandwidth below"), PERCENT),
  OWN_VALUE ("over_bp", N_("Bandwidth above"), PERCENT),
  OWN_VALUE ("notice_bp", N_("Notice at"), PERCENT),
  OWN_VALUE ("answer_days", N_("Working days to answer"), COUNT),
  OWN_TEXT ("letterhead", N_("Letterhead")),
};

static const PsFieldInfo municipality[] = {
  NEED_TEXT ("code", N_("Code")),
  NEED_TEXT ("name", N_("Name")),
};

static const PsFieldInfo segment[] = {
  NEED_TEXT ("code", N_("Code")),
  TEXT ("name", N_("Name")),
};

static const PsFieldInfo product_group[] = {
  NEED_TEXT ("code", N_("Code")),
  TEXT ("name", N_("Name")),
  NEED_REFERENCE ("segment_id", N_("Segment"), "segment"),
};

static const PsFieldInfo product[] = {
  NEED_TEXT ("code", N_("Code")),
  NEED_TEXT ("name", N_("Name")),
  NEED_REFERENCE ("group_id", N_("Product group"), "product_group"),
  WORD ("funding", N_("Funding"), PS_WORDS_FUNDING),
  WORD ("unit", N_("Unit"), PS_WORDS_UNIT),
  VALUE ("norm_months", N_("Norm duration in months"), COUNT),
  VALUE ("norm_hours_milli", N_("Norm volume in hours"), VOLUME),
  OWN_WORD ("exempt", N_("Exempt"), PS_WORDS_EXEMPT),
  VALUE ("ended_on", N_("Last day"), DATE),
};

static const PsFieldInfo provider[] = {
  NEED_TEXT ("agb", N_("AGB code")),
  NEED_TEXT ("name", N_("Name")),
  TEXT ("kvk", N_("KvK number")),
  TEXT ("email", N_("E-mail")),
  TEXT ("place", N_("Place")),
  TEXT ("contact", N_("Contact for letters")),
  TEXT ("address", N_("Address")),
  OWN_WORD ("kind", N_("Kind"), PS_WORDS_PROVIDER_KIND),
  OWN_YES_NO ("contracted", N_("Contracted")),
  TEXT ("notes", N_("Notes")),
  VALUE ("ended_on", N_("Last day"), DATE),
  REFERENCE ("merged_into", N_("Goes on in"), "provider"),
};

static const PsFieldInfo provider_agb[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_TEXT ("agb", N_("AGB code")),
  VALUE ("valid_from", N_("From"), DATE),
  VALUE ("valid_to", N_("Through"), DATE),
};

static const PsFieldInfo contract[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_TEXT ("number", N_("Number")),
  NEED_VALUE ("starts_on", N_("Starts on"), DATE),
  VALUE ("ends_on", N_("Ends on"), DATE),
  VALUE ("notice_months", N_("Notice period in months"), COUNT),
  TEXT ("notes", N_("Notes")),
};

static const PsFieldInfo contract_option[] = {
  NEED_REFERENCE ("contract_id", N_("Contract"), "contract"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_VALUE ("months", N_("Months"), COUNT),
  VALUE ("decide_by", N_("Decide by"), DATE),
  OWN_WORD ("decision", N_("Decision"), PS_N_WORDS),
  VALUE ("decided_on", N_("Decided on"), DATE),
};

static const PsFieldInfo contract_product[] = {
  NEED_REFERENCE ("contract_id", N_("Contract"), "contract"),
  NEED_REFERENCE ("product_id", N_("Product"), "product"),
  VALUE ("valid_from", N_("From"), DATE),
  VALUE ("valid_to", N_("Through"), DATE),
};

static const PsFieldInfo contract_document[] = {
  NEED_REFERENCE ("contract_id", N_("Contract"), "contract"),
  NEED_TEXT ("label", N_("Name")),
  NEED_TEXT ("uri", N_("Link")),
};

static const PsFieldInfo index_round[] = {
  NEED_VALUE ("year", N_("Year"), YEAR),
  NEED_VALUE ("starts_on", N_("From"), DATE),
  NEED_VALUE ("wage_share_bp", N_("Share of wages"), PERCENT),
  NEED_VALUE ("wage_provisional_bp", N_("OVA of this year, provisional"), PERCENT),
  VALUE ("wage_definitive_bp", N_("OVA of the year before, definitive"), PERCENT),
  VALUE ("wage_earlier_bp", N_("OVA of the year before, provisional"), PERCENT),
  NEED_VALUE ("price_provisional_bp", N_("PPC of this year, provisional"), PERCENT),
  VALUE ("price_definitive_bp", N_("PPC of the year before, definitive"), PERCENT),
  VALUE ("price_earlier_bp", N_("PPC of the year before, provisional"), PERCENT),
  NEED_VALUE ("index_bp", N_("Index"), PERCENT),
  OWN_VALUE ("decimals", N_("Decimals"), COUNT),
  OWN_TEXT ("sources", N_("Sources")),
  OWN_YES_NO ("undone", N_("Undone")),
};

static const PsFieldInfo tariff[] = {
  NEED_REFERENCE ("product_id", N_("Product"), "product"),
  REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_VALUE ("valid_from", N_("From"), DATE),
  VALUE ("valid_to", N_("Through"), DATE),
  NEED_VALUE ("tariff_e4", N_("Tariff"), TARIFF),
  REFERENCE ("index_round_id", N_("Indexing"), "index_round"),
};

static const PsFieldInfo scheme[] = {
  NEED_TEXT ("name", N_("Name")),
  TEXT ("notes", N_("Notes")),
};

static const PsFieldInfo scheme_step[] = {
  NEED_REFERENCE ("scheme_id", N_("Incentive scheme"), "scheme"),
  WORD ("kind", N_("Kind"), PS_WORDS_STEP_KIND),
  NEED_VALUE ("from_value", N_("From"), PERCENT),
  NEED_VALUE ("paid_bp", N_("Paid"), PERCENT),
};

static const PsFieldInfo agreement[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_VALUE ("year", N_("Year"), YEAR),
};

static const PsFieldInfo agreement_version[] = {
  NEED_REFERENCE ("agreement_id", N_("Performance agreement"), "agreement"),
  NEED_VALUE ("number", N_("Version"), COUNT),
  WORD ("state", N_("State"), PS_N_WORDS),
  YES_NO ("is_current", N_("Counts")),
  VALUE ("agreed_on", N_("Agreed on"), DATE),
  TEXT ("reason", N_("Reason")),
  WORD ("exchange", N_("Scope of exchange"), PS_WORDS_EXCHANGE),
  WORD ("division_key", N_("Division key"), PS_WORDS_DIVISION_KEY),
  WORD ("measuring", N_("Measuring of places"), PS_WORDS_PLACE_MEASURING),
  VALUE ("under_bp", N_("Bandwidth below"), PERCENT),
  VALUE ("over_bp", N_("Bandwidth above"), PERCENT),
};

static const PsFieldInfo agreement_line[] = {
  NEED_REFERENCE ("version_id", N_("Version"), "agreement_version"),
  NEED_REFERENCE ("group_id", N_("Product group"), "product_group"),
  NEED_REFERENCE ("municipality_id", N_("Municipality"), "municipality"),
  YES_NO ("lump_sum", N_("Lump sum")),
  NEED_VALUE ("ceiling_cents", N_("Ceiling"), MONEY),
  VALUE ("places_milli", N_("Places"), VOLUME),
  REFERENCE ("scheme_id", N_("Incentive scheme"), "scheme"),
};

static const PsFieldInfo assignment[] = {
  NEED_REFERENCE ("municipality_id", N_("Municipality"), "municipality"),
  NEED_TEXT ("number", N_("Number")),
  NEED_TEXT ("client", N_("Client")),
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  REFERENCE ("product_id", N_("Product"), "product"),
  REFERENCE ("group_id", N_("Product group"), "product_group"),
  NEED_VALUE ("starts_on", N_("Starts on"), DATE),
  VALUE ("ends_on", N_("Ends on"), DATE),
  VALUE ("volume_milli", N_("Volume"), VOLUME),
  WORD ("unit", N_("Unit"), PS_WORDS_UNIT),
  WORD ("frequency", N_("Frequency"), PS_WORDS_FREQUENCY),
  VALUE ("budget_cents", N_("Budget"), MONEY),
  WORD ("referrer", N_("Referrer"), PS_WORDS_REFERRER),
};

static const PsFieldInfo care_period[] = {
  NEED_REFERENCE ("assignment_id", N_("Assignment"), "assignment"),
  NEED_VALUE ("starts_on", N_("Starts on"), DATE),
  VALUE ("stops_on", N_("Stops on"), DATE),
  WORD ("reason", N_("End reason"), PS_WORDS_END_REASON),
  VALUE ("sent_305_on", N_("305 sent on"), DATE),
  VALUE ("sent_307_on", N_("307 sent on"), DATE),
};

static const PsFieldInfo declaration_line[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_TEXT ("reference", N_("Reference")),
  NEED_REFERENCE ("assignment_id", N_("Assignment"), "assignment"),
  NEED_REFERENCE ("product_id", N_("Product"), "product"),
  NEED_VALUE ("period_from", N_("From"), DATE),
  NEED_VALUE ("period_to", N_("Through"), DATE),
  NEED_VALUE ("volume_milli", N_("Volume"), VOLUME),
  WORD ("unit", N_("Unit"), PS_WORDS_UNIT),
  VALUE ("tariff_e4", N_("Tariff"), TARIFF),
  NEED_VALUE ("amount_cents", N_("Amount"), MONEY),
  WORD ("status", N_("Status"), PS_WORDS_LINE_STATUS),
  TEXT ("declaration_number", N_("Declaration number")),
};

static const PsFieldInfo advance[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_REFERENCE ("product_id", N_("Product"), "product"),
  NEED_REFERENCE ("municipality_id", N_("Municipality"), "municipality"),
  NEED_VALUE ("month", N_("Month"), MONTH),
  NEED_VALUE ("amount_cents", N_("Amount"), MONEY),
};

static const PsFieldInfo peildatum[] = {
  NEED_VALUE ("day", N_("Day"), DATE),
  OWN_TEXT ("label", N_("Name")),
  VALUE ("data_through", N_("Data through"), DATE),
  TEXT ("closed_by", N_("Closed by")),
  VALUE ("closed_at", N_("Closed at"), MOMENT),
};

static const PsFieldInfo measurement[] = {
  NEED_REFERENCE ("peildatum_id", N_("Peildatum"), "peildatum"),
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_REFERENCE ("product_id", N_("Product"), "product"),
  NEED_REFERENCE ("municipality_id", N_("Municipality"), "municipality"),
  VALUE ("clients", N_("Clients in care"), COUNT),
  VALUE ("places_milli", N_("Places"), VOLUME),
  VALUE ("realised_cents", N_("Realised"), MONEY),
  VALUE ("waiting", N_("Clients waiting"), COUNT),
  VALUE ("waiting_days", N_("Waiting days"), COUNT),
};

static const PsFieldInfo measurement_reason[] = {
  NEED_REFERENCE ("measurement_id", N_("Measurement"), "measurement"),
  NEED_TEXT ("field", N_("Value of")),
  NEED_VALUE ("value", N_("Value"), COUNT),
  NEED_TEXT ("reason", N_("Reason")),
  NEED_TEXT ("given_by", N_("Given by")),
  NEED_VALUE ("given_at", N_("Given at"), MOMENT),
};

static const PsFieldInfo peildatum_standing[] = {
  NEED_REFERENCE ("peildatum_id", N_("Peildatum"), "peildatum"),
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  OWN_TEXT ("scope", N_("Scope")),
  NEED_TEXT ("label", N_("Name")),
  NEED_VALUE ("through", N_("Through"), DATE),
  NEED_VALUE ("ceiling_cents", N_("Ceiling"), MONEY),
  NEED_VALUE ("realised_cents", N_("Realised"), MONEY),
  NEED_VALUE ("forecast_cents", N_("Forecast"), MONEY),
  WORD ("method", N_("Method"), PS_N_WORDS),
  TEXT ("reason", N_("Reason")),
  NEED_VALUE ("under_bp", N_("Bandwidth below"), PERCENT),
  NEED_VALUE ("over_bp", N_("Bandwidth above"), PERCENT),
  NEED_VALUE ("notice_bp", N_("Notice at"), PERCENT),
  WORD ("position", N_("Position"), PS_N_WORDS),
  YES_NO ("notice", N_("Notice")),
  YES_NO ("reached", N_("Ceiling reached")),
  NEED_VALUE ("at_stake_cents", N_("At stake"), MONEY),
};

static const PsFieldInfo forecast_choice[] = {
  NEED_REFERENCE ("peildatum_id", N_("Peildatum"), "peildatum"),
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  OWN_TEXT ("scope", N_("Scope")),
  WORD ("method", N_("Method"), PS_N_WORDS),
  VALUE ("forecast_cents", N_("Forecast"), MONEY),
  TEXT ("reason", N_("Reason")),
  NEED_TEXT ("chosen_by", N_("Chosen by")),
  NEED_VALUE ("chosen_at", N_("Chosen at"), MOMENT),
};

static const PsFieldInfo holiday[] = {
  NEED_VALUE ("day", N_("Day"), DATE),
  NEED_TEXT ("name", N_("Name")),
};

static const PsFieldInfo letter_template[] = {
  WORD ("kind", N_("Kind"), PS_N_WORDS),
  NEED_TEXT ("name", N_("Name")),
  NEED_TEXT ("subject", N_("Subject")),
  NEED_TEXT ("body", N_("Text")),
};

static const PsFieldInfo letter[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_REFERENCE ("peildatum_id", N_("Peildatum"), "peildatum"),
  WORD ("kind", N_("Kind"), PS_N_WORDS),
  WORD ("state", N_("State"), PS_N_WORDS),
  NEED_VALUE ("year", N_("Year"), YEAR),
  VALUE ("number", N_("Number"), COUNT),
  REFERENCE ("template_id", N_("Template"), "letter_template"),
  NEED_TEXT ("subject", N_("Subject")),
  NEED_TEXT ("body", N_("Text")),
  NEED_TEXT ("figures", N_("Figures")),
  TEXT ("addressee", N_("Addressee")),
  TEXT ("pdf_digest", N_("SHA-256 of the pages")),
  NEED_TEXT ("drafted_by", N_("Drafted by")),
  NEED_VALUE ("drafted_at", N_("Drafted at"), MOMENT),
  TEXT ("sent_by", N_("Sent by")),
  VALUE ("sent_at", N_("Sent at"), MOMENT),
  VALUE ("sent_on", N_("Sent on"), DATE),
  MAYBE_WORD ("means", N_("Sent by means of"), PS_N_WORDS),
  VALUE ("due_on", N_("Answer due on"), DATE),
  VALUE ("reminded_on", N_("Reminded on"), DATE),
  VALUE ("answered_on", N_("Answered on"), DATE),
  TEXT ("answer", N_("Answer")),
  TEXT ("measures", N_("Measures agreed")),
  VALUE ("talk_by", N_("Talk by"), DATE),
  VALUE ("talked_on", N_("Talked on"), DATE),
  TEXT ("talk", N_("Talk")),
  VALUE ("decide_by", N_("Decision by"), DATE),
  VALUE ("decided_on", N_("Decided on"), DATE),
  TEXT ("decision", N_("Decision")),
  VALUE ("ended_on", N_("Ended on"), DATE),
  TEXT ("end_reason", N_("Why it ended")),
};

static const PsFieldInfo letter_event[] = {
  NEED_REFERENCE ("letter_id", N_("Letter"), "letter"),
  WORD ("kind", N_("What happened"), PS_N_WORDS),
  NEED_VALUE ("day", N_("Day"), DATE),
  TEXT ("note", N_("Note")),
  NEED_TEXT ("recorded_by", N_("Recorded by")),
  NEED_VALUE ("recorded_at", N_("Recorded at"), MOMENT),
};

static const PsFieldInfo yearly_limit[] = {
  NEED_VALUE ("year", N_("Year"), YEAR),
  NEED_TEXT ("limit_key", N_("Limit")),
  VALUE ("amount_cents", N_("Amount"), MONEY),
  VALUE ("day", N_("Day"), DATE),
};

static const PsFieldInfo line_decision[] = {
  NEED_REFERENCE ("line_id", N_("Declaration line"), "declaration_line"),
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  WORD ("decision", N_("Decision"), PS_N_WORDS),
  NEED_TEXT ("reason", N_("Reason")),
  NEED_TEXT ("decided_by", N_("Decided by")),
  NEED_VALUE ("decided_at", N_("Decided at"), MOMENT),
};

static const PsFieldInfo production_statement[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_VALUE ("year", N_("Year"), YEAR),
  VALUE ("stated_cents", N_("Stated amount"), MONEY),
  VALUE ("received_on", N_("Received on"), DATE),
  OWN_WORD ("certified", N_("Certified"), PS_N_WORDS),
  VALUE ("certified_on", N_("Certified on"), DATE),
  TEXT ("explanation", N_("Explanation")),
};

static const PsFieldInfo settlement[] = {
  NEED_REFERENCE ("provider_id", N_("Provider"), "provider"),
  NEED_VALUE ("year", N_("Year"), YEAR),
  NEED_VALUE ("through", N_("Through"), DATE),
  WORD ("state", N_("State"), PS_N_WORDS),
  REFERENCE ("replaces", N_("Replaces"), "settlement"),
  REFERENCE ("agreement_version_id", N_("Version of the agreement"), "agreement_version"),
  VALUE ("version_number", N_("Version"), COUNT),
  NEED_VALUE ("gross_cents", N_("Gross"), MONEY),
  NEED_VALUE ("payable_cents", N_("Payable"), MONEY),
  NEED_VALUE ("paid_cents", N_("Paid"), MONEY),
  NEED_VALUE ("carried_cents", N_("Carried"), MONEY),
  NEED_VALUE ("disputed_cents", N_("Disputed"), MONEY),
  NEED_VALUE ("balance_cents", N_("Balance"), MONEY),
  NEED_VALUE ("settled_before_cents", N_("Settled before"), MONEY),
  NEED_VALUE ("amount_cents", N_("Amount"), MONEY),
  NEED_VALUE ("n_lines", N_("Declaration lines"), COUNT),
  NEED_VALUE ("n_care", N_("Care periods"), COUNT),
  NEED_TEXT ("program_version", N_("Program version")),
  NEED_TEXT ("made_by", N_("Computed by")),
  NEED_VALUE ("made_at", N_("Computed at"), MOMENT),
  TEXT ("proposed_by", N_("Proposed by")),
  VALUE ("proposed_at", N_("Proposed at"), MOMENT),
  TEXT ("final_by", N_("Made final by")),
  VALUE ("final_at", N_("Made final at"), MOMENT),
  TEXT ("withdrawn_by", N_("Withdrawn by")),
  VALUE ("withdrawn_at", N_("Withdrawn at"), MOMENT),
  TEXT ("reason", N_("Reason")),
  TEXT ("withdrawn_reason", N_("Why it was withdrawn")),
};

static const PsFieldInfo settlement_scope[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_TEXT ("name", N_("Name")),
  WORD ("exchange", N_("Scope of exchange"), PS_WORDS_EXCHANGE),
  TEXT ("scheme", N_("Incentive scheme")),
  NEED_VALUE ("ceiling_cents", N_("Ceiling"), MONEY),
  NEED_VALUE ("net_cents", N_("Net"), MONEY),
  NEED_VALUE ("bands_deduction_cents", N_("Deduction of the bands"), MONEY),
  NEED_VALUE ("deduction_cents", N_("Deduction"), MONEY),
};

static const PsFieldInfo settlement_band[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  NEED_REFERENCE ("scope_id", N_("Scope"), "settlement_scope"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_VALUE ("from_bp", N_("From"), PERCENT),
  NEED_VALUE ("paid_bp", N_("Paid"), PERCENT),
  NEED_VALUE ("border_cents", N_("Border"), MONEY),
  NEED_VALUE ("amount_cents", N_("Amount"), MONEY),
  NEED_VALUE ("deduction_cents", N_("Deduction"), MONEY),
};

static const PsFieldInfo settlement_line[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_TEXT ("group_code", N_("Product group")),
  NEED_TEXT ("municipality_code", N_("Municipality")),
  REFERENCE ("scope_id", N_("Scope"), "settlement_scope"),
  YES_NO ("lump_sum", N_("Lump sum")),
  NEED_VALUE ("gross_cents", N_("Gross"), MONEY),
  NEED_VALUE ("norm_deduction_cents", N_("Norm duration"), MONEY),
  NEED_VALUE ("net_cents", N_("Net"), MONEY),
  NEED_VALUE ("exempt_cents", N_("Exempt"), MONEY),
  NEED_VALUE ("outside_cents", N_("Outside the ceiling"), MONEY),
  VALUE ("ceiling_cents", N_("Ceiling"), MONEY),
  NEED_VALUE ("band_deduction_cents", N_("Band deduction"), MONEY),
  NEED_VALUE ("payable_cents", N_("Payable"), MONEY),
  NEED_VALUE ("paid_cents", N_("Paid"), MONEY),
  NEED_VALUE ("balance_cents", N_("Balance"), MONEY),
  NEED_VALUE ("carried_cents", N_("Carried"), MONEY),
  NEED_VALUE ("disputed_cents", N_("Disputed"), MONEY),
  NEED_VALUE ("produced_cents", N_("Produced"), MONEY),
};

static const PsFieldInfo settlement_signal[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_TEXT ("kind", N_("Kind")),
  NEED_TEXT ("what", N_("About")),
};

static const PsFieldInfo settlement_warning[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  NEED_VALUE ("sequence", N_("Number"), COUNT),
  NEED_TEXT ("kind", N_("Kind")),
  VALUE ("amount_cents", N_("Amount"), MONEY),
  NEED_VALUE ("n_items", N_("Number of them"), COUNT),
  NEED_TEXT ("what", N_("Warning")),
  NEED_TEXT ("answer", N_("Answer")),
};

static const PsFieldInfo settlement_document[] = {
  NEED_REFERENCE ("settlement_id", N_("Settlement"), "settlement"),
  WORD ("kind", N_("Kind"), PS_N_WORDS),
  NEED_VALUE ("n_bytes", N_("Bytes"), COUNT),
  NEED_TEXT ("digest", N_("SHA-256")),
  NEED_TEXT ("data_digest", N_("SHA-256 as kept")),
};

static const PsFieldInfo alert_snooze[] = {
  NEED_TEXT ("alert_key", N_("Signal")),
  NEED_VALUE ("until_day", N_("Put aside until"), DATE),
  NEED_TEXT ("reason", N_("Reason")),
  WORD ("urgency", N_("Urgency"), PS_N_WORDS),
  VALUE ("at_stake_cents", N_("At stake"), MONEY),
  VALUE ("n_things", N_("Number of them"), COUNT),
  NEED_TEXT ("snoozed_by", N_("Put aside by")),
  NEED_VALUE ("snoozed_at", N_("Put aside at"), MOMENT),
};

#define TABLE(name, label)                                                                                                       \
  {                                                                                                                              \
#name, label, name, G_N_ELEMENTS(name)                                                                                       \
  }

static const PsTableInfo tables[] = {
  TABLE (region, N_("Region")),
  TABLE (municipality, N_("Municipality")),
  TABLE (segment, N_("Segment")),
  TABLE (product_group, N_("Product group")),
  TABLE (product, N_("Product")),
  TABLE (provider, N_("Provider")),
  TABLE (provider_agb, N_("Other AGB code")),
  TABLE (contract, N_("Contract")),
  TABLE (contract_option, N_("Option to extend")),
  TABLE (contract_product, N_("Contracted product")),
  TABLE (contract_document, N_("Document")),
  TABLE (index_round, N_("Indexing")),
  TABLE (tariff, N_("Tariff")),
  TABLE (scheme, N_("Incentive scheme")),
  TABLE (scheme_step, N_("Step of a scheme")),
  TABLE (agreement, N_("Performance agreement")),
  TABLE (agreement_version, N_("Version of an agreement")),
  TABLE (agreement_line, N_("Line of an agreement")),
  TABLE (assignment, N_("Assignment")),
  TABLE (care_period, N_("Care period")),
  TABLE (declaration_line, N_("Declaration line")),
  TABLE (advance, N_("Advance")),
  TABLE (peildatum, N_("Peildatum")),
  TABLE (measurement, N_("Measurement")),
  TABLE (measurement_reason, N_("Reason of a measured value")),
  TABLE (peildatum_standing, N_("Standing at a peildatum")),
  TABLE (forecast_choice, N_("Chosen forecast")),
  TABLE (holiday, N_("Public holiday")),
  TABLE (letter_template, N_("Template of a letter")),
  TABLE (letter, N_("Letter")),
  TABLE (letter_event, N_("Event of a letter")),
  TABLE (yearly_limit, N_("Limit of a year")),
  TABLE (line_decision, N_("Decision on a line")),
  TABLE (production_statement, N_("Production statement")),
  TABLE (settlement, N_("Settlement")),
  TABLE (settlement_scope, N_("Scope of a settlement")),
  TABLE (settlement_band, N_("Band of a settlement")),
  TABLE (settlement_line, N_("Line of a settlement")),
  TABLE (settlement_signal, N_("Signal of a settlement")),
  TABLE (settlement_warning, N_("Warning of a settlement")),
  TABLE (settlement_document, N_("Document of a settlement")),
  TABLE (alert_snooze, N_("Signal put aside")),
};

const PsTableInfo *
ps_fields_of (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return &tables[i];
  return NULL;
}

const PsTableInfo *
ps_fields_table (guint i)
{
  return i < G_N_ELEMENTS (tables) ? &tables[i] : NULL;
}

const PsFieldInfo *
ps_fields_find (const PsTableInfo *table, const char *column)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (table->fields[i].column, column) == 0)
      return &table->fields[i];
  return NULL;
}
