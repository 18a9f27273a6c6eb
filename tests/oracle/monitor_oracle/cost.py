# SPDX-License-Identifier: EUPL-1.2
"""What care cost up to any day of a year (domain page §7, Realised)."""
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

from settle_oracle import (ONE_DAY, TrajectEnd, Work, add_months, days_in_year,
                           rounded, traject_price)

from .region import months_of


def produces(line):
    """§4: an accepted line of a product that its lines pay."""
    return (not line.refused and line.reason is None
            and line.product.funding == "pxq")


class Cost:
    """What a year cost up to any of its days (§7 "Realised", all of it)."""

    def __init__(self, facts, year):
        self.facts, self.year = facts, year
        self.first = date(year, 1, 1)
        # Only to ask it what a line loses to the norm duration.
        self.work = Work(facts, year, self.first)
        self.lines = [(line, line.amount - self.deduction(line))
                      for line in facts.declarations
                      if produces(line) and line.first.year == year]
        self.asked = {}

    def deduction(self, line):
        settlement = self.work.settlement(line.assignment.agb)
        scope = settlement.scope_of(line.place)
        if scope is None or line.product.exempt:
            return 0
        return self.work.norm_deduction(line, settlement.scopes[scope])

    def until(self, day):
        """(provider, product, group, municipality) -> cents"""
        if day < self.first:
            return Counter()
        if day not in self.asked:
            self.asked[day] = self.compute(day)
        return self.asked[day]

    def compute(self, day):
        found = Counter()
        for line, cents in self.lines:
            if line.first <= day:
                found[line.assignment.agb, line.product.code,
                      line.product.group,
                      line.assignment.municipality] += cents
        for each in self.facts.assignments.values():
            product = self.facts.products.get(each.product)
            if product and product.funding == "traject":
                found[each.agb, each.product, product.group,
                      each.municipality] += self.accrued(each, product, day)
        # Places as the settlement to that day counts them.
        work = Work(self.facts, self.year, day)
        care = work.care_days()
        for agb, code, municipality in set(care) | {
                key[:3] for key in self.facts.measured}:
            product = self.facts.products[code]
            if product.funding == "plek":
                key = (agb, code, municipality)
                found[agb, code, product.group, municipality
                      ] += work.value_places(key, care.get(key, {}))
        self.take_lump_sums(found, day)
        return found

    def accrued(self, each, product, day):
        end = TrajectEnd(each)
        if end.start is None:
            return 0
        tariff = self.facts.tariff(product.code, each.agb, end.start)
        if tariff is None:
            return 0

        def to(day):
            if end.start > day:
                return 0
            if end.by(day):
                return traject_price(end, product, tariff)
            norm = (add_months(end.start, product.norm_months)
                    - end.start).days
            part = Fraction((day - end.start).days + 1, norm)
            return rounded(Fraction(tariff, 100) * min(part, 1))
        return to(day) - to(self.first - ONE_DAY)

    def take_lump_sums(self, found, day):
        days = (day - self.first).days + 1
        for (agb, year), agreement in self.facts.agreements.items():
            if year != self.year:
                continue
            for group, municipality in agreement.lump_sums:
                for key in [key for key in found if key[0] == agb
                            and key[2:] == (group, municipality)]:
                    del found[key]
                found[agb, "", group, municipality] += rounded(Fraction(
                    agreement.ceilings[group, municipality] * days,
                    days_in_year(self.year)))


def cost_of(monitor, period):
    """(provider, product, group, municipality) -> month -> cents"""
    if period.year not in monitor.costs:
        monitor.costs[period.year] = Cost(monitor.facts, period.year)
    cost = monitor.costs[period.year]
    until = [(month, cost.until(last))
             for month, _, last in months_of(period)]
    before = cost.until(period.first - ONE_DAY)
    found = defaultdict(Counter)
    for month, now in until:
        for key in set(now) | set(before):
            if monitor.where.covers(key[0], key[3], key[2], key[1]):
                found[key][month] += now[key] - before[key]
        before = now
    return found


def add_cost(cost, of, month=None):
    return sum(sum(months.values()) if month is None else months[month]
               for key, months in cost.items() if of(key))


def is_extra(monitor, key):
    return bool(key[1]) and monitor.facts.work(key[1]) != "usual"
