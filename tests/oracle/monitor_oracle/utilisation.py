# SPDX-License-Identifier: EUPL-1.2
"""Declared of what was assigned (M3)."""
from fractions import Fraction

from settle_oracle import FOREVER, rounded

from .cost import produces
from .table import Table, both, share_bp


def granted_to(monitor, each, period):
    """Cents for its days in the period, exactly; None: nobody knows."""
    first = max(each.start, period.first)
    last = min(each.end, period.through)
    days = (last - first).days + 1
    if days < 1:
        first, days = each.start, 0
    per_day = volume_per_day(monitor, each, first)
    if per_day is None and each.budget > 0 and each.end != FOREVER:
        per_day = Fraction(each.budget, (each.end - each.start).days + 1)
    return None if per_day is None else per_day * days


def volume_per_day(monitor, each, day):
    if each.volume <= 0:
        return None
    price = price_of(monitor, each, day)
    spread = {"1": 1, "2": Fraction(1, 7), "4": Fraction(12, 365)}.get(
        each.frequency)
    if each.frequency == "6" and each.end != FOREVER:
        spread = Fraction(1, (each.end - each.start).days + 1)
    if price is None or spread is None:
        return None
    return Fraction(each.volume, 1000) * price * spread


def price_of(monitor, each, day):
    """Cents of one unit that was assigned."""
    if each.unit == "euro":
        return 100
    if not each.product:
        return None
    tariff = monitor.facts.tariff(each.product, each.agb, day)
    if tariff is None:
        return None
    units = (each.unit or monitor.facts.products[each.product].unit,
             monitor.facts.products[each.product].unit)
    if units == ("minuut", "uur"):
        return Fraction(tariff, 100 * 60)
    return Fraction(tariff, 100) if units[0] == units[1] else None


def declared_under(each, period):
    return sum(line.amount for line in each.lines
               if produces(line) and period.has(line.first))


def used(monitor, period):
    """(assignment, assigned, declared, 1 where nobody knows)"""
    found = []
    for each in monitor.assignments:
        if monitor.facts.funding(each) != "pxq":
            continue
        declared = declared_under(each, period)
        runs = (each.start <= period.through
                and each.end >= period.first)
        lines = [line for line in each.lines
                 if produces(line) and period.has(line.first)]
        if not runs and not lines:
            continue
        granted = granted_to(monitor, each, period)
        if granted is None:
            found.append((each, 0, 0, 1))
        else:
            found.append((each, rounded(granted), declared, 0))
    return found


def utilisation(monitor):
    now, last = used(monitor, monitor.now), used(monitor, monitor.last)
    tables = {}
    for name, code in (
            ("product", lambda each: each.product or each.group),
            ("kind", lambda each: monitor.facts.providers[each.agb]["kind"]),
            ("group", lambda each: each.group),
            ("provider", lambda each: each.agb)):
        table = tables["utilisation-by-" + name] = Table()
        for wanted in {code(row[0]) for row in now + last}:
            put_used(table, wanted, *(
                [row for row in rows if code(row[0]) == wanted]
                for rows in (now, last)))
        put_used(table, "total", now, last)
    sums = [[sum(row[i] for row in rows) for i in (1, 2, 3)]
            for rows in (now, last)]
    return {"tables": tables, "tiles": {
        "utilisation": tuple(share_bp(each[1], each[0]) for each in sums),
        "assigned": (sums[0][0], sums[1][0]),
        "declared": (sums[0][1], sums[1][1]),
        "unknown": (sums[0][2], sums[1][2])}}


def put_used(table, row, now, last):
    sums = [[sum(each[i] for each in rows) for i in (1, 2, 3)]
            for rows in (now, last)]
    table.put(row, assigned=sums[0][0], declared=sums[0][1],
              **both("utilisation", *(share_bp(each[1], each[0])
                                      for each in sums)),
              assignments=len(now), unknown=sums[0][2])
