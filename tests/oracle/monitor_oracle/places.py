# SPDX-License-Identifier: EUPL-1.2
"""Realised places, what they are worth and what was agreed (M4)."""
from collections import defaultdict
from datetime import date
from fractions import Fraction

from settle_oracle import FOREVER, ONE_DAY, days_in_year, rounded

from .region import Period, months_of
from .table import Table, both


def care_days(monitor, period):
    """(provider, product, municipality) -> day -> clients"""
    found = defaultdict(lambda: defaultdict(set))
    for each in monitor.assignments:
        if monitor.facts.funding(each) != "plek":
            continue
        days = found[each.agb, each.product, each.municipality]
        for care in each.care:
            day = max(care.start, each.start, period.first)
            last = min(care.stop or FOREVER, each.end, period.through)
            while day <= last:
                days[day].add(each.client)
                day += ONE_DAY
    return found


def worth_of(monitor, key, days, first, last):
    total = 0
    for day, clients in days.items():
        if first <= day <= last:
            tariff = monitor.facts.tariff(key[1], key[0], day)
            total += len(clients) * (tariff or 0)
    return rounded(Fraction(total, 100 * days_in_year(last.year)))


def stays_in(monitor, period):
    """Per key its client-days and worth, per month and of all."""
    found = {}
    # What it is worth is rounded from 1 January on.
    year = Period(date(period.year, 1, 1), period.through, period.known)
    for key, days in care_days(monitor, year).items():
        until = {0: worth_of(monitor, key, days, year.first,
                             period.first - ONE_DAY)
                 if period.first > year.first else 0}
        before, figures = until[0], {}
        for month, first, last in months_of(period):
            now = worth_of(monitor, key, days, year.first, last)
            figures[month] = (sum(
                len(clients) for day, clients in days.items()
                if first <= day <= last), now - before)
            before = now
        found[key] = figures
    return found


def add_stays(stays, of):
    months = defaultdict(lambda: [0, 0])
    for key, figures in stays.items():
        if of(key):
            for month, (days, cents) in figures.items():
                months[month][0] += days
                months[month][1] += cents
    return months


def milli(days, whole):
    """Places in thousandths."""
    return rounded(Fraction(days * 1000, whole))


def realised_in(months, period):
    return milli(sum(each[0] for each in months.values()), period.days)


def agreed_places(monitor, year, of=lambda key: True):
    """None: nothing agreed. Of a product: the only one of its group."""
    product = monitor.where.product
    if product is not None and [product] != [
            code for code, other in monitor.facts.products.items()
            if other.funding == "plek"
            and other.group == group_of(monitor, product)]:
        return None
    found = [places for (agb, of_year, group, municipality), places
             in monitor.facts.places.items() if of_year == year
             and monitor.where.covers(agb, municipality, group, product)
             and of((agb, group, municipality))]
    return sum(found) if found else None


def group_of(monitor, code):
    return monitor.facts.products[code].group


def deviation_of(days, period, agreed):
    """Rounded once: not of places that were rounded before."""
    if not agreed:
        return None
    realised = Fraction(days * 1000, period.days)
    return rounded((realised - agreed) * 10000 / agreed)


def places(monitor):
    periods = (monitor.now, monitor.last)
    stays = [stays_in(monitor, period) for period in periods]
    by_product, amounts = Table(), Table()
    by_month, by_group = Table(), Table()
    codes = {key[1] for each in stays for key in each}
    for row in codes | {"total"}:
        months = [add_stays(each, lambda key: row in (
            "total", key[1])) for each in stays]
        sums = [sum(each[1] for each in part.values())
                for part in months]
        by_product.put(row, **both("places", *(
            realised_in(part, period)
            for part, period in zip(months, periods))),
            **both("amount", *sums))
        amounts.put(row, **both("amount", *sums))
        for month, first, last in months_of(monitor.now):
            days, cents = months[0][month]
            whole = (last - first).days + 1
            by_product.put(row, **{"m%d" % month: milli(days, whole)})
            amounts.put(row, **{"m%d" % month: cents})
    months = [add_stays(each, lambda key: True) for each in stays]
    agreed = [agreed_places(monitor, period.year) for period in periods]
    lasts = {month: days for month, *days in months_of(monitor.last)}
    for month, first, last in months_of(monitor.now):
        before = lasts[month]
        by_month.put(month, **both(
            "places", milli(months[0][month][0], (last - first).days + 1),
            milli(months[1][month][0],
                  (before[1] - before[0]).days + 1)),
            **both("amount", months[0][month][1], months[1][month][1]),
            **both("agreed", *agreed))
    total = by_product["total"]
    realised = (total["places"], total["places-last"])
    by_month.put("total", **both("places", *realised), **both(
        "amount", total["amount"], total["amount-last"]), **both(
            "agreed", *agreed))
    for row in {group_of(monitor, code) for code in codes} | {
            key[2] for key in monitor.facts.places} | {"total"}:
        put_group(monitor, by_group, row, stays)
    group = by_group["total"]
    return {"tables": {
        "places-by-product": by_product, "places-amounts": amounts,
        "places-by-month": by_month, "places-by-group": by_group},
            "tiles": {
        "places": realised, "agreed": tuple(agreed),
        "deviation": (group["deviation"], group["deviation-last"]),
        "amount": (total["amount"], total["amount-last"])}}


def put_group(monitor, table, row, stays):
    figures = []
    for each, period in zip(stays, (monitor.now, monitor.last)):
        months = add_stays(each, lambda key: row in (
            "total", group_of(monitor, key[1])))
        agreed = agreed_places(monitor, period.year,
                               lambda key: row in ("total", key[1]))
        days = sum(each[0] for each in months.values())
        figures.append((realised_in(months, period), agreed,
                        deviation_of(days, period, agreed)))
    for name, *values in zip(("places", "agreed", "deviation"),
                             *figures):
        table.put(row, **both(name, *values))
