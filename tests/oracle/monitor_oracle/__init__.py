# SPDX-License-Identifier: EUPL-1.2
"""What is measured of a region (domain page §8), independently of the program.

Computes from the canonical CSV files the figures of `peilstok-cli monitor
--format=json`, with exact fractions, from the domain page, the definitions
that the program prints with its topics, and the notes on the domain. What
production is comes from settle_oracle.py. A topic is

    {"tiles": {id: (value, last)}, "tables": {id: {row: {column: figure}}}}

where a row is named by codes: of a provider, a product, a group, a segment, a
municipality, by a month from 1 on, by a word, or "total". A row of which
nothing is to be told may be there or not. None is a figure that is not known.

A module for each topic or two; what they share is in region.py (the files and
the calendar), care.py, cost.py and table.py. `python3 -m monitor_oracle DIR`
prints all of it.

Readings: where the text can be read in more than one way.

 M1  Care counts inside its assignment. A temporary stop (20) is bridged up to
     the day before the first later care of the same assignment, or to the
     assignment's end where that care comes after it; by what is known on the
     day of M2, else by what is known now, for whoever came back did not leave.
 M2  Durations, and what followed, are told as they were known: of starts up
     to the last reported start (of providers that have no planned ones), of
     last year a year before that. A stop after that day is not known: its
     care is open; and neither is a return: it bridges nothing. All else of
     last year is told as it is known now.
 M3  A volume and a budget: the volume decides where it says how much, else
     the budget.
 M4  Places are always counted by the day, also where an agreement measures
     them on peildata.
 M5  Care so far is of what has not ended on the last day: neither a gap that
     continues nor a temporary stop is an end.
 M6  Who waits is a client, once for a product at a provider in a municipality:
     an assignment runs under which nothing began, and none for the same is in
     care; a temporary stop is not care. To a group only is for itself. How
     long was waited for care that began is told of assignments.
"""
from . import (capacity, clients, duration, follow_up, messages, places,
               shares, utilisation, waiting)

MEASURES = {
    "places": places.places, "capacity": capacity.capacity,
    "clients": clients.clients, "referrers": clients.referrers,
    "duration": duration.duration, "follow-up": follow_up.follow_up,
    "utilisation": utilisation.utilisation, "shares": shares.shares,
    "production": shares.production, "messages": messages.messages,
    "waiting": waiting.waiting}
TOPICS = tuple(MEASURES)


class Monitor:
    """A part of a region in a period and the one a year before: what the
    topics ask for."""

    def __init__(self, facts, period, where):
        self.facts, self.where = facts, where
        self.now, self.last = period, period.before()
        self.assignments = [each for each in facts.assignments.values()
                            if where.has(each)]
        self.costs = {}

    def measure(self, topic):
        return MEASURES[topic](self)
