/* ps-monitor-words.c: what the topics of the monitor are called, and how they are counted (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The definitions say what the code does, in the words of the field; where one changes, its topic changes with it.
 */
#include "ps-monitor.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *title;
  const char *definition;
} TopicWords;

static const TopicWords words[PS_N_TOPICS] = {
  [PS_TOPIC_PLACES] = { "places", N_("Places"),
                        N_("Of products that are paid by the place. Places of a month: client-days in care divided by the days "
                            "of the month; "
                            "a client counts once a day per product and municipality, and only on days inside the assignment. "
                            "Year to date: "
                            "client-days divided by the days of the period. The amount: each client-day at the yearly tariff of "
                            "that day "
                            "divided by the days of the year, in cents per provider, product and municipality as in the "
                            "settlement; a month is "
                            "what the year to date grew by. Agreed: the places of the performance agreements, an average over "
                            "the year.") },
  [PS_TOPIC_CAPACITY] = { "capacity", N_("Capacity"),
                          N_("Per provider and product group, all municipalities together: the average of realised places over "
                              "the period "
                              "against the agreed ones. At most 1 per cent off: the capacity fits. Up to 5 per cent: it "
                              "deviates. More: it "
                              "deviates strongly. Both ways, above and below. Each year counts what was agreed for it; what "
                              "was realised in a year without agreed places is listed apart.") },
  [PS_TOPIC_CLIENTS] = { "clients", N_("Clients"),
                         N_("Unique clients: each counts once, whatever number of providers and products. In care in a month: "
                             "at least one "
                             "day of care in it. Inflow: care that begins in the month; outflow: care that ends in it. Care "
                             "without a day "
                             "between is one, whoever gives it, and so is care that was stopped temporarily and came back. With "
                             "a filter only "
                             "care inside it counts: who moves from one product to another then flows out of the one and into "
                             "the other. The year before counts what is known now: who was stopped temporarily then, and "
                             "came back since, did not leave.") },
  [PS_TOPIC_REFERRERS] = { "referrers", N_("Referrers"),
                           N_("Unique clients in care per referrer, by the assignments under which they were in care. A client "
                               "with two "
                               "referrers counts for both, so the shares, of all clients, can add up to more than the whole. "
                               "Unknown: no "
                               "referrer was given.") },
  [PS_TOPIC_DURATION] = { "duration", N_("Duration"),
                          N_("Of care that ended in the period: the calendar days from the first to the last day, both "
                              "included, of a client at "
                              "one provider and product. Care that begins again within a month, or comes back after a temporary "
                              "stop, "
                              "continues what was there. The average per product is held against the norm duration of the "
                              "product and the "
                              "same period of the year before, as that was known on the same day of that year: care that began, "
                              "came back or stopped later is not in it.") },
  [PS_TOPIC_FOLLOW_UP] = { "follow-up", N_("After the end"),
                           N_("What followed after the care of an assignment ended, the first that holds; a temporary stop is "
                               "no end. "
                               "Extension: the same product at the same provider again within 1 month, or running on. Other "
                               "provider: care at another provider within 1 month. Other product: "
                               "another product at the same provider within 1 month. Recidive: care again after 1 month, but "
                               "within 6 months. "
                               "Left care: nothing within 6 months. Not known yet: nothing so far, and the 6 months are not "
                               "over. Care of the "
                               "client anywhere in the region counts, also outside the filter. Both years are told as they were "
                               "known on the same day of the year: of the year before, care that began, came back or stopped "
                               "later is not in it.") },
  [PS_TOPIC_UTILISATION] = { "utilisation", N_("Utilisation"),
                             N_("Declared divided by assigned, of care that is paid by effort (P×Q). Assigned: what the "
                                 "assignments grant for "
                                 "their days in the period at the valid tariff, whether there was care or not. Declared: what "
                                 "the declaration "
                                 "lines of the period produced. Assignments of which nobody can say how much they grant count in "
                                 "neither.") },
  [PS_TOPIC_SHARES] = { "shares", N_("Shares in cost"),
                        N_("Cost is what was produced in the period, less deductions for the norm duration, with "
                            "trajectories as they run and lump sums by the day. Shares of it: providers without a "
                            "contract (NGA), micro providers, and extra work (meerwerk, maatwerk, by the name of the "
                            "product). A provider counts as what it is now, in the year before too.") },
  [PS_TOPIC_PRODUCTION] = { "production", N_("Production"),
                            N_("Cost per municipality and product group: what was produced in the period, less deductions for "
                                "the norm "
                                "duration, with trajectories as they run and lump sums by the day.") },
  [PS_TOPIC_MESSAGES] = { "messages", N_("Message norms"),
                          N_("Of care that began or stopped in the period. A start message (305) is in time when it was sent "
                              "within 5 working "
                              "days after the first day of care, a stop message (307) within 5 working days after the last. Care "
                              "begins in "
                              "time within 10 working days after the first day of the assignment; care within 7 calendar days is "
                              "counted "
                              "apart. Messages without a sending date are shown, and count as neither in time nor late. Answers "
                              "to requests "
                              "for assignment (315) are not part of the data, so the norm of 14 days for them is not "
                              "measured.") },
  [PS_TOPIC_WAITING] = { "waiting", N_("Waiting"),
                         N_("Waiting on a day: clients who have an assignment that runs, under which no care has begun, and who "
                             "are not in care by another one for the same product in the same municipality at the same "
                             "provider. Of these a client counts once, however many assignments, since the first of them: as on "
                             "peildata, where assignments to a product group are left out. How long was waited: per assignment, "
                             "from its first day to its first day of care, in the month in which the care began. The Treeknorm "
                             "is ten weeks (70 days).") },
};

const char *
ps_topic_title (PsTopic topic)
{
  g_assert ((int) topic >= 0 && topic < PS_N_TOPICS);
  return _ (words[topic].title);
}

const char *
ps_topic_code (PsTopic topic)
{
  g_assert ((int) topic >= 0 && topic < PS_N_TOPICS);
  return words[topic].code;
}

const char *
ps_topic_definition (PsTopic topic)
{
  g_assert ((int) topic >= 0 && topic < PS_N_TOPICS);
  return _ (words[topic].definition);
}

/**
 * ps_topic_parse: the topic with a code.
 *
 * Returns: FALSE: no such code
 */
gboolean
ps_topic_parse (const char *code, PsTopic *topic)
{
  for (int i = 0; i < PS_N_TOPICS; i++)
    if (g_str_equal (words[i].code, code))
      {
        *topic = i;
        return TRUE;
      }
  return FALSE;
}
