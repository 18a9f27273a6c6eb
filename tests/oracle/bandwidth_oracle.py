#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Where providers stand at a peildatum, independently of the program.

    bandwidth_oracle.py DIR --peildatum YYYY-MM-DD

prints the part of the JSON of `peilstok-cli bandwidth --format=json` that is
fixed by domain page §7: realised, the three forecasts that are proposed with
their errors, the borders, positions, letters and what is at stake. Exact
fractions, slow and plain; production comes from settle_oracle.py, counted as
it runs. The forecast from the care in progress is not computed here.

Readings: where the text can be read in more than one way.

 B1  Places on peildata: those up to the peildatum count for every day that is
     asked for (also the ends of the months before); of a whole year all.
 B2  A year is whole when the region was declared through 31 December: of each
     provider the last day that it declared, and of those the one that at
     least half of the lines of the year reach, cut to the end of a month.
     Without `data_through` the data counts to that day, at most to the last
     end of a month that is not after the peildatum.
 B3  Of three whole years those with a total of zero, and those in which the
     method says nothing, are left out; no fourth year comes instead.
 B4  A method with an error goes before one without.
 B5  Errors are compared in 10^-12, each rounded before they are averaged.
 B6  A ceiling of 0 asks for no letter until something was realised.
 B7  At stake: the bands' deduction of the forecast, at most the part of it
     that can be borne, which is the same part as of what was realised.
"""
import argparse
import copy
import json
import os
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from settle_oracle import (FOREVER, Region, TrajectEnd, Work, add_months,
                           days_in_year, each_day, kind_of, parse_date,
                           parse_number, read_rows, rounded, traject_price)

UNIT = 10 ** 12
METHODS = ("linear", "rolling", "previous-year")
WEIGHT = {"reached": 4, "over": 3, "notice": 2, "under": 1, None: 0}
UNDER_BP, OVER_BP, NOTICE_BP = 500, 500, 7000


def same_day(day, year):
    return date(year, day.month, min(day.day, last_of(year, day.month).day))


def last_of(year, month):
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def month_end_until(day):
    """The last end of a month that is not after the day."""
    end = last_of(day.year, day.month)
    return day if day == end else day.replace(day=1) - timedelta(days=1)


def read_kind(folder, wanted):
    rows = []
    for name in sorted(os.listdir(folder)):
        if name.lower().endswith(".csv"):
            path = os.path.join(folder, name)
            header, found = read_rows(path)
            if kind_of(header, path) == wanted:
                rows += found
    return rows


# --- realised: trajects as they run (§7) ------------------------------------

class Accrual(Work):
    """A year up to `through`, looked at from `day`, of given agreements."""

    def __init__(self, region, agreements, year, day, through):
        self.day = day
        view = copy.copy(region)
        view.agreements = {(agb, year): agreement
                           for agb, agreement in agreements.items()}
        super().__init__(view, year, through)

    def compute(self):
        self.peildata = [day for day in self.region.peildata
                         if day.year == self.year and day <= self.day]
        super().compute()

    def days_of(self, care, assignment):
        last = self.through
        if self.measuring(assignment.agb) != "dagelijks":
            last = self.day
        return each_day(max(care.start, assignment.start, self.first),
                        min(care.stop or FOREVER, assignment.end, last))

    def end_traject(self, assignment, product):
        end = TrajectEnd(assignment)
        if end.start is None:
            return
        tariff = self.region.tariff(product.code, assignment.agb, end.start)
        if tariff is None:
            return
        before = self.first - timedelta(days=1)
        part = (self.accrued(end, product, tariff, self.through)
                - self.accrued(end, product, tariff, before))
        if part:
            self.line(assignment.agb, (product.group, assignment.municipality)
                      ).produce(product, part)

    @staticmethod
    def accrued(end, product, tariff, day):
        if end.start > day:
            return 0
        if end.by(day):
            return traject_price(end, product, tariff)
        norm = add_months(end.start, product.norm_months) - end.start
        share = Fraction((day - end.start).days + 1, norm.days)
        return rounded(Fraction(tariff, 100) * min(Fraction(1), share))


class YearOf:
    """What every scope realised in a year, at each day that is asked."""

    def __init__(self, region, agreements, year, day, through, whole):
        self.region, self.agreements = region, agreements
        self.year, self.day, self.through = year, day, through
        self.whole = whole
        self.known = (through - date(year, 1, 1)).days + 1
        self.asked = {}

    def scopes(self, through, day=None):
        """(provider, scope) -> (ceiling, net - outside, what can bear)"""
        key = (through, day or self.day)
        if key not in self.asked:
            self.asked[key] = self.compute(*key)
        return self.asked[key]

    def compute(self, through, day):
        if through < date(self.year, 1, 1):
            return defaultdict(lambda: (0, 0, 0))
        work = Accrual(self.region, self.agreements, self.year, day, through)
        found = {}
        for agb in self.agreements:
            settlement = work.settlement(agb)
            for scope in settlement.as_json()["scopes"]:
                key = tuple(filter(None, scope["scope"].split("/")))
                bears = sum(line.bearable
                            for place, line in settlement.lines.items()
                            if settlement.scope_of(place) == key)
                found[agb, scope["scope"]] = (scope["ceiling_cents"],
                                              scope["net_cents"], bears)
        return found

    def realised(self, scope):
        return self.scopes(self.through)[scope][1]

    def total(self, scope):
        if not self.whole:
            return None
        end = date(self.year, 12, 31)
        return self.scopes(end, end)[scope][1]

    def months(self, scope):
        ends = [last_of(self.year, month) for month in range(1, 13)]
        return [self.scopes(end)[scope][1] for end in ends
                if end <= self.through]


# --- forecasts (§7) -----------------------------------------------------------

def linear(years, scope):
    year = years[0]
    return Fraction(year.realised(scope), year.known) * days_in_year(year.year)


def rolling(years, scope):
    months = years[0].months(scope)
    if not months:
        return None
    last = min(3, len(months))
    before = months[-last - 1] if len(months) > last else 0
    mean = Fraction(months[-1] - before, last)
    return months[-1] + mean * (12 - len(months))


def previous_year(years, scope):
    if len(years) < 2 or years[1].total(scope) is None:
        return None
    if years[1].realised(scope) == 0:
        return None
    return Fraction(years[1].total(scope) * years[0].realised(scope),
                    years[1].realised(scope))


def forecast(method, years, scope):
    if years[0].known < 1:
        return None
    rule = {"linear": linear, "rolling": rolling,
            "previous-year": previous_year}[method]
    found = rule(years, scope)
    return None if found is None else rounded(found)


def errors(method, years, scope):
    """(year, forecast, total, error in 10^-12) of the last three years."""
    full = [i for i in range(1, len(years)) if years[i].whole][:3]
    found = []
    for i in full:
        total = years[i].total(scope)
        guess = forecast(method, years[i:], scope)
        if total and guess is not None:
            found.append((years[i].year, guess, total, rounded(
                Fraction(abs(guess - total) * UNIT, abs(total)))))
    return found


def to_bp(error):
    return rounded(Fraction(error, UNIT // 10000))


def try_method(method, years, scope):
    found = errors(method, years, scope)
    mean = None
    if found:
        mean = rounded(Fraction(sum(each[3] for each in found), len(found)))
    shown = {
        "method": method,
        "forecast_cents": forecast(method, years, scope),
        "error_bp": None if mean is None else to_bp(mean),
        "years": [{"year": year, "forecast_cents": guess, "total_cents": total,
                   "error_bp": to_bp(error)}
                  for year, guess, total, error in found],
    }
    return mean, shown


def propose(tries, ceiling):
    can = [(mean, shown) for mean, shown in tries
           if shown["forecast_cents"] is not None]
    if not can:
        return "ceiling", ceiling
    known = [each for each in can if each[0] is not None]
    best = min(known, key=lambda each: each[0]) if known else can[0]
    return best[1]["method"], best[1]["forecast_cents"]


# --- the bandwidth (§7) ---------------------------------------------------

class Stand:
    """Where one scope stands."""

    def __init__(self, ceiling, realised, guess, bounds):
        self.ceiling, self.realised, self.forecast = ceiling, realised, guess
        self.lower = Fraction(ceiling * (10000 - bounds[0]), 10000)
        self.upper = Fraction(ceiling * (10000 + bounds[1]), 10000)
        self.at_notice = Fraction(ceiling * NOTICE_BP, 10000)
        self.position = "in"
        if guess < self.lower:
            self.position = "under"
        if guess > self.upper:
            self.position = "over"
        self.reached = realised >= ceiling
        self.notice = realised >= self.at_notice

    @property
    def letter(self):
        if self.ceiling == 0 and self.realised <= 0:
            return None
        if self.reached:
            return "reached"
        if self.position == "over":
            return "over"
        if self.notice:
            return "notice"
        return "under" if self.position == "under" else None

    def as_json(self):
        return {
            "ceiling_cents": self.ceiling,
            "realised_cents": self.realised,
            "forecast_cents": self.forecast,
            "lower_cents": rounded(self.lower),
            "upper_cents": rounded(self.upper),
            "notice_cents": rounded(self.at_notice),
            "position": self.position,
            "notice": self.notice,
            "reached": self.reached,
            "letter": self.letter,
            "deviation_cents": self.forecast - self.ceiling,
        }


def at_stake(settlement, key, stand, bears):
    bands = settlement.band_deductions(settlement.scopes[key], stand.ceiling,
                                       stand.forecast)
    if stand.realised > 0:
        can = rounded(Fraction(stand.forecast * bears, stand.realised))
    else:
        can = stand.forecast
    return min(sum(band[3] for band in bands), max(0, can))


class Bandwidth:
    """All providers of a region at one peildatum."""

    def __init__(self, folder, peildatum):
        self.region = Region(folder)
        self.day = peildatum
        self.year = peildatum.year
        self.agreements = {agb: agreement for (agb, year), agreement
                           in self.region.agreements.items()
                           if year == self.year}
        self.bounds = self.read_bounds(folder)
        self.through = self.read_through(folder)
        self.years = self.find_years()

    def read_bounds(self, folder):
        bounds = {}
        for row in read_kind(folder, "agreements"):
            if int(row["jaar"]) == self.year and row["agb"] not in bounds:
                under = row.get("bandbreedte_onder_pct", "")
                over = row.get("bandbreedte_boven_pct", "")
                bounds[row["agb"]] = (
                    parse_number(under, 2) if under else UNDER_BP,
                    parse_number(over, 2) if over else OVER_BP)
        return bounds

    def read_through(self, folder):
        for row in read_kind(folder, "peildata"):
            if parse_date(row["peildatum"]) == self.day:
                if row.get("gegevens_tot", ""):
                    given = parse_date(row["gegevens_tot"])
                    return min(max(given, date(self.year - 1, 12, 31)),
                               date(self.year, 12, 31))
        return min(self.complete(self.year), month_end_until(self.day))

    def complete(self, year):
        """B2"""
        lines, reach = defaultdict(int), {}
        for line in self.region.declarations:
            if line.first.year == year:
                agb = line.assignment.agb
                lines[agb] += 1
                reach[agb] = max(reach.get(agb, line.last), line.last)
        for day in sorted(set(reach.values()), reverse=True):
            if 2 * sum(n for agb, n in lines.items()
                       if reach[agb] >= day) >= sum(lines.values()):
                return month_end_until(min(day, date(year, 12, 31)))
        return date(year - 1, 12, 31)

    def find_years(self):
        years = []
        for year in range(self.year, self.year - 7, -1):
            through = date(year - 1, 12, 31)
            if self.through.year == self.year:
                through = same_day(self.through, year)
            years.append(YearOf(
                self.region, self.agreements, year, same_day(self.day, year),
                through, self.complete(year) == date(year, 12, 31)))
        return years

    def scope_json(self, settlement, agb, name, ceiling):
        key = (agb, name)
        tries = [try_method(method, self.years, key) for method in METHODS]
        method, guess = propose(tries, ceiling)
        stand = Stand(ceiling, self.years[0].realised(key), guess,
                      self.bounds[agb])
        parts = tuple(filter(None, name.split("/")))
        bears = self.years[0].scopes(self.through)[key][2]
        return dict(stand.as_json(), scope=name, method=method,
                    proposed_method=method, proposed_cents=guess,
                    at_stake_cents=at_stake(settlement, parts, stand, bears),
                    methods=[shown for _, shown in tries])

    def provider_json(self, agb):
        start = date(self.year, 1, 1)
        work = Accrual(self.region, self.agreements, self.year, start, start)
        settlement = work.settlement(agb)
        scopes = [self.scope_json(settlement, agb, scope["scope"],
                                  scope["ceiling_cents"])
                  for scope in settlement.as_json()["scopes"]]
        if not scopes:
            return None
        heaviest = max(scopes, key=lambda scope: (
            WEIGHT[scope["letter"]], abs(scope["deviation_cents"])))
        under, over = self.bounds[agb]
        sums = {name: sum(scope[name] for scope in scopes) for name in (
            "ceiling_cents", "realised_cents", "forecast_cents",
            "at_stake_cents")}
        return dict(sums, provider=agb, under_bp=under, over_bp=over,
                    notice_bp=NOTICE_BP, letter=heaviest["letter"],
                    heaviest_scope=heaviest["scope"], scopes=scopes)

    def as_json(self):
        providers = [self.provider_json(agb)
                     for agb in sorted(self.agreements)]
        known = self.through.year == self.year
        return {"year": self.year, "day": self.day.isoformat(),
                "through": self.through.isoformat() if known else None,
                "providers": [each for each in providers if each]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--peildatum", type=date.fromisoformat, required=True)
    options = parser.parse_args()
    json.dump(Bandwidth(options.folder, options.peildatum).as_json(),
              sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
