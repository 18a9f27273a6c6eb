#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Write a made-up region of days at which calendars go wrong.

    make_calendar_region.py --seed N DIR

As make_odd_region.py, with care around every turn of a year and the end of
every February: stays of a day, 29 February, returns a month and half a year
later to the day, pauses, messages and waiting over New Year's, assignments
that end on the last day that is known and on that day a year before. A
provider merges into another on 1 January, and one stops. The year, and the
last day of which anything is known in the region, follow from the seed.
"""
import argparse
import os
from datetime import date, timedelta

import make_odd_region
from make_odd_region import ONE_DAY, last_day
from monitor_enrich import grant_volumes, move_messages, rename_products
from settle_oracle import add_months

# The year, and the last day on which anything begins: the first has the leap
# day in this year's figures, the fourth in those of the year before.
KNOWN = ((2024, date(2024, 2, 29)), (2024, date(2024, 3, 15)),
         (2024, date(2024, 12, 31)), (2025, date(2025, 2, 28)),
         (2025, date(2025, 2, 27)), (2025, date(2025, 1, 31)))


def edges_of(year):
    """The days around a turn of the year and the end of its February."""
    turn, march = date(year, 1, 1), date(year, 3, 1)
    return [day + number * ONE_DAY for day in (turn, march)
            for number in (-2, -1, 0, 1)]


class Region(make_odd_region.Region):
    """Two providers go on, one merges into the first, and one stops."""

    def __init__(self, seed):
        self.last_known = KNOWN[seed % len(KNOWN)][1]
        super().__init__(seed)

    def fill(self):
        self.year = KNOWN[self.seed % len(KNOWN)][0]
        self.year_ago = make_year_ago(self.last_known)
        self.days = [day for year in range(self.year - 1, self.year + 1)
                     for day in edges_of(year) if day <= self.last_known]
        self.add_municipalities()
        self.add_providers()
        self.add_products()
        self.add_tariffs()
        self.add_schemes()
        for funding in ("pxq", "traject", "plek"):
            for day in self.days:
                self.around_a_day(self.pick(*self.codes(funding)), day)
            for known in (self.year_ago, self.last_known):
                self.at_the_last_day(self.pick(*self.codes(funding)), known)
            self.merge(self.pick(*self.codes(funding)))
        self.declare()
        self.measure_production()
        self.agree()
        move_messages(self, self.random)
        grant_volumes(self, self.random)
        rename_products(self, self.random)

    # --- who there is, and what care is worth ---

    def add_providers(self):
        super().add_providers()
        while len(self.providers) < 4:
            agb = "415%05d" % len(self.providers)
            self.providers.append(agb)
            self.add("providers", agb=agb, naam="Aanbieder " + agb,
                     soort="micro", gecontracteerd="nee")
        self.stays, self.other, self.merged, self.stopped = self.providers[:4]
        self.turn = date(self.year, 1, 1)

    def validity(self):
        """A new tariff on a day of which there may be none a year before."""
        change = self.pick(self.turn, date(self.year, 3, 1),
                           last_day(self.year, 2),
                           last_day(self.year - 1, 2) + ONE_DAY)
        return [(date(self.year - 3, 1, 1), change - ONE_DAY), (change, None)]

    # --- care ---

    def story(self, client, agb, code, start, stop, reason="31", end=None,
              before=0):
        """One assignment and its care; begins on no day that is not known."""
        if start > self.last_known:
            return None
        row = self.add_assignment(
            client, agb, self.municipalities[0], start - before * ONE_DAY,
            end, product=code)
        self.add_care(row, start, stop, reason)
        if self.products[code]["funding"] == "pxq":
            self.path_lines(row, code, start, min(
                stop or self.last_known, self.last_known))
        return row

    def client(self, index):
        self.counters["client"] += 1
        return "%s%03d" % (index, self.counters["client"])

    def around_a_day(self, code, day):
        """Care that begins, ends or is one day, and what comes after it."""
        agb = self.pick(self.stays, self.other)
        self.story(self.client("D"), agb, code, day, day, end=day)
        self.story(self.client("D"), agb, code, day - timedelta(40),
                   day + timedelta(40), end=day)
        self.story(self.client("D"), agb, code, day, None, before=10)
        for months in (1, 6):
            for late in (0, 1):
                client = self.client("R")
                back = add_months(day, months) + late * ONE_DAY
                self.story(client, agb, code, add_months(day, -3), day)
                self.story(client, self.pick(agb, agb, self.other),
                           self.pick(code, code, *self.products), back,
                           self.pick(None, back), before=late)
        row = self.story(self.client("T"), agb, code, day - timedelta(20),
                         day, "20")
        back = day + self.pick(1, 2, 366) * ONE_DAY
        if back <= self.last_known:
            self.add_care(row, back, self.pick(None, back), "31")

    def at_the_last_day(self, code, known):
        """Ends, returns and waiting on a last known day and beside it."""
        agb = self.stays
        for late in (-1, 0, 1):
            day = known + late * ONE_DAY
            # Goes on under an assignment that begins after its care does.
            client = self.client("B")
            self.story(client, agb, code, known - timedelta(90), day, end=day)
            self.story(client, agb, code, known - timedelta(5), None,
                       before=-6 - late)
            self.story(self.client("L"), agb, code, known - timedelta(90),
                       None, end=day)
            self.story(self.client("L"), agb, code, known - timedelta(90), day)
            # Ended, with a pause elsewhere that came back by then, or not.
            client = self.client("P")
            self.story(client, agb, code, known - timedelta(200),
                       known - timedelta(60))
            row = self.story(client, self.other, code, known - timedelta(150),
                             known - timedelta(80), "20")
            if day <= self.last_known:
                self.add_care(row, day, None)
            # Waits for ten weeks, and a day less or more.
            row = self.add_assignment(
                self.client("W"), agb, self.municipalities[0],
                known - timedelta(70 + late), None, product=code)
            if late and day <= self.last_known:
                self.add_care(row, day, None)

    def merge(self, code):
        """On 1 January one provider's clients are another's; another stops."""
        eve = self.turn - ONE_DAY
        for index in range(3):
            client = self.client("M")
            start = self.turn - timedelta(30 + 60 * index)
            self.story(client, self.merged, code, start, eve,
                       self.pick("38", "31"), end=eve)
            self.story(client, self.stays, code, self.turn, self.pick(
                None, self.turn + timedelta(20)))
            self.story(self.client("S"), self.stopped, code, start, None,
                       end=eve)

    def declare(self):
        """So much that the year is known to the month of the last day, and
        something that begins on that day."""
        code = self.codes("pxq")[0]
        self.story(self.client("K"), self.stays, code, self.last_known, None)
        many = len(self.rows["declarations"]) + 40
        for day in (self.turn - ONE_DAY, self.last_known):
            row = self.add_assignment(
                self.client("V"), self.stays, self.municipalities[0],
                day.replace(day=1), day, product=code)
            self.add_care(row, day.replace(day=1), day, "31")
            for _ in range(many):
                self.right_line(row, code, day.replace(day=1), day)

    # --- agreements: of those that stopped last year's only ---

    def agree(self):
        for index, agb in enumerate(self.providers[:4]):
            for year in (self.year - 1, self.year):
                if year < self.year or agb in (self.stays, self.other):
                    self.add_agreement(index, agb, year)
        for row in self.rows["agreements"]:
            row["plekken"] = self.pick("1", "2", "3,5", "")


def make_year_ago(day):
    """That day a year before; the last of February has none but the last."""
    if day == last_day(day.year, day.month):
        return last_day(day.year - 1, day.month)
    return day.replace(year=day.year - 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    make_odd_region.Writer(Region(options.seed), options.folder)


if __name__ == "__main__":
    main()
