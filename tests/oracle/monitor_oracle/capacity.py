# SPDX-License-Identifier: EUPL-1.2
"""Realised places of each provider and group against what was agreed."""
from collections import Counter
from fractions import Fraction

from .places import agreed_places, deviation_of, group_of, milli, stays_in
from .table import Table, both


def capacity_class(days, period, agreed):
    off = abs(Fraction(days * 1000, period.days) - agreed) * 100
    return ("fits" if off <= agreed else
            "deviates" if off <= 5 * agreed else "strongly")


def capacity(monitor):
    periods = (monitor.now, monitor.last)
    found = [pairs_of(monitor, period) for period in periods]
    by_provider, apart = Table(), Table()
    for key in set(found[0]) | set(found[1]):
        put_pair(by_provider, apart, key, found, periods)
    put_capacity(by_provider, "total", found, periods, lambda _: True)
    by_group = Table()
    for row in {key[1] for pairs in found for key in pairs} | {"total"}:
        put_capacity(by_group, row, found, periods,
                     lambda key, row=row: row in ("total", key[1]))
    total = by_group["total"]
    spread = Table()
    for place in range(9):
        spread.put(place, **both("number", *(
            sum(place == class_of(days, period, agreed)
                for days, agreed in pairs.values() if agreed)
            for pairs, period in zip(found, periods))))
    return {"tiles": {name: (total[name], total[name + "-last"])
                      for name in ("deviation", "fits", "deviates",
                                   "strongly")},
            "tables": {"capacity-by-provider": by_provider,
                       "capacity-by-group": by_group,
                       "capacity-spread": spread,
                       "capacity-without-agreed": apart}}


def pairs_of(monitor, period):
    """(provider, group) -> (client-days, agreed places)"""
    pairs = {}
    for key, months in stays_in(monitor, period).items():
        of = key[0], group_of(monitor, key[1])
        days = sum(each[0] for each in months.values())
        before = pairs.get(of, (0, None))
        pairs[of] = before[0] + days, None
    for agb, year, group, municipality in monitor.facts.places:
        if year == period.year and monitor.where.covers(
                agb, municipality, group, monitor.where.product):
            days = pairs.get((agb, group), (0, None))[0]
            pairs[agb, group] = days, agreed_places(
                monitor, year, lambda key: key[:2] == (agb, group))
    return pairs


def put_pair(by_provider, apart, key, found, periods):
    """Each year in the one table where places were agreed for it, in the
    other where they were not: in both tables where that is not the same."""
    pairs = [pairs.get(key, (0, None)) for pairs in found]
    if any(agreed for _, agreed in pairs):
        put_capacity(by_provider, key, found, periods,
                     lambda other: other == key)
        by_provider.put(key, **both("realised", *(
            milli(days, period.days) if agreed else None
            for (days, agreed), period in zip(pairs, periods))))
    if any(days and not agreed for days, agreed in pairs):
        apart.put(key, **both("realised", *(
            None if agreed else milli(days, period.days)
            for (days, agreed), period in zip(pairs, periods))))


def class_of(days, period, agreed):
    off = (Fraction(days * 1000, period.days) - agreed) / agreed
    borders = [Fraction(n, 100) for n in (-20, -10, -5, -1, 1, 5, 10, 20)]
    # What is exactly at a border belongs to the middle.
    return sum(off >= each for each in borders[:4]) + sum(
        off > each for each in borders[4:])


def put_capacity(table, row, found, periods, of):
    for end, pairs, period in zip(("", "_last"), found, periods):
        ours = [pair for key, pair in pairs.items()
                if of(key) and pair[1]]
        days = sum(pair[0] for pair in ours)
        agreed = sum(pair[1] for pair in ours) or None
        kinds = Counter(capacity_class(pair[0], period, pair[1])
                        for pair in ours)
        table.put(row, **{
            "realised" + end: milli(days, period.days),
            "agreed" + end: agreed,
            "deviation" + end: deviation_of(days, period, agreed)},
            **{kind + end: kinds[kind] for kind in (
                "fits", "deviates", "strongly")})
