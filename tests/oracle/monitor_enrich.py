# SPDX-License-Identifier: EUPL-1.2
"""Adds to an odd region what only the monitor and the overview look at.

Apart from the generator itself, so that the regions that the settlement is
compared with stay as they are: products that are extra work by their name, the
same client at two providers, returns around a month and half a year after an
end, temporary stops, open ends, messages around their terms, waiting, volumes
of every frequency, and a year that is mostly declared.
"""
import random
from datetime import timedelta

from make_odd_region import ONE_DAY, last_day
from settle_oracle import add_months

RETURNS = (0, 1, 2, 15, 40, 200)
FREQUENCIES = ("1", "2", "4", "6")


def enrich(region):
    """Changes the rows of a make_odd_region.Region."""
    chance = random.Random(region.seed * 31 + 7)
    rename_products(region, chance)
    move_messages(region, chance)
    grant_volumes(region, chance)
    for index in range(chance.randint(8, 14)):
        add_returns(region, chance, index)
    for index in range(chance.randint(3, 8)):
        add_waiting(region, chance, index)
    declare_to(region, chance)


def rename_products(region, chance):
    for row in region.rows["products"]:
        row["naam"] += chance.choice(("", "", " meerwerk", " MAATWERK",
                                      " (Maatwerk) duur"))


def move_messages(region, chance):
    """Sent around five working days later, with holidays between, or not."""
    for row in region.rows["care"]:
        row["verzonden_305"] = chance.choice((None, row["startdatum"]
                                              + chance.randint(-2, 12)
                                              * ONE_DAY))
        stop = row["stopdatum"]
        row["verzonden_307"] = stop and chance.choice((
            None, stop + chance.randint(-2, 12) * ONE_DAY))


def grant_volumes(region, chance):
    units = {row["code"]: row["eenheid"] for row in region.rows["products"]}
    for row in region.rows["assignments"]:
        unit = units.get(row["product"], "euro")
        way = chance.random()
        if way < 0.5:
            row.update(volume=(chance.randint(1, 900) * 100, 3),
                       eenheid=chance.choice((unit, unit, "uur", "minuut",
                                              "euro")),
                       frequentie=chance.choice(FREQUENCIES))
        elif way < 0.7:
            row["budget"] = (chance.randint(10000, 900000), 2)


def a_day(region, chance):
    """A taste for the days around holidays and for the ends of months."""
    year = chance.choice((region.year - 1, region.year))
    month = chance.randint(1, 12)
    return min(last_day(year, month), last_day(year, month).replace(
        day=chance.choice((1, 4, 15, 26, 28))) + chance.randint(0, 3)
        * ONE_DAY)


def add_returns(region, chance, index):
    """Care that ends, and comes back at the edges of a month and of six."""
    client = "R%02d" % index
    agb = chance.choice(region.providers)
    code = chance.choice(list(region.products))
    start = a_day(region, chance)
    end = add_months(start, chance.randint(0, 6)) + chance.randint(
        0, 20) * ONE_DAY
    add_one(region, chance, client, agb, code, start, end)
    for months in (1, 6):
        if chance.random() < 0.6:
            again = add_months(end, months) + chance.choice(
                (-1, 0, 1)) * ONE_DAY
            add_one(region, chance, client, chance.choice(
                (agb, agb, *region.providers)), chance.choice(
                    (code, code, *region.products)), again,
                add_months(again, chance.randint(0, 4)))
    if chance.random() < 0.3:
        # At the same time with another provider.
        add_one(region, chance, client, chance.choice(region.providers),
                chance.choice(list(region.products)),
                start + chance.randint(-20, 20) * ONE_DAY,
                end + chance.choice((-3, 0, 1, 30)) * ONE_DAY)


def add_one(region, chance, client, agb, code, start, end):
    end = max(start, end)
    last = chance.choice((None, end, end, end + 45 * ONE_DAY,
                          max(start, end - 2 * ONE_DAY)))
    row = region.add_assignment(
        client, agb, chance.choice(region.municipalities),
        start - chance.choice((0, 0, 7, 8, 14, 20, 80)) * ONE_DAY, last,
        product=code)
    unit = region.products[code]["unit"]
    if chance.random() < 0.8 and region.products[code]["funding"] == "pxq":
        row.update(volume=(chance.randint(1, 900) * 100, 3), eenheid=unit,
                   frequentie=chance.choice(FREQUENCIES))
    middle = start + (end - start) // 2
    stop = chance.choice((end, end, end, None))
    if chance.random() < 0.35:
        region.add_care(row, start, middle, "20")
        start = middle + chance.choice(RETURNS) * ONE_DAY
        if chance.random() < 0.3:
            return
        if stop is not None and start > stop:
            stop = start
    region.add_care(row, start, stop, chance.choice(("31", "32", "20", "")))
    care = region.rows["care"][-1]
    care["verzonden_305"] = start + chance.randint(0, 11) * ONE_DAY
    care["verzonden_307"] = stop and stop + chance.randint(0, 11) * ONE_DAY
    if region.products[code]["funding"] == "pxq":
        region.path_lines(row, code, start, min(end, start + timedelta(200)))


def add_waiting(region, chance, index):
    """Assigned, and not begun: around ten weeks before the end of a month."""
    month_end = last_day(region.year, chance.randint(1, 12))
    start = month_end - chance.choice((3, 69, 70, 71, 200)) * ONE_DAY
    row = region.add_assignment(
        "W%02d" % index, chance.choice(region.providers),
        chance.choice(region.municipalities), start,
        chance.choice((None, month_end, start + 90 * ONE_DAY)),
        product=chance.choice(list(region.products)))
    if chance.random() < 0.5:
        region.add_care(row, start + chance.choice((7, 8, 70, 71, 74))
                        * ONE_DAY, None)
    if chance.random() < 0.5:
        wait_again(region, chance, row, month_end)


def wait_again(region, chance, row, day):
    """Another assignment for the same, or all but; in care, or not yet."""
    start = row["ingangsdatum"] + chance.choice((-30, -1, 0, 2)) * ONE_DAY
    again = region.add_assignment(
        row["client"], row["agb"], chance.choice(
            (row["gemeente"], row["gemeente"], region.municipalities[-1])),
        start, chance.choice((None, day, day - ONE_DAY)) if start < day
        else None, product=row["product"])
    if chance.random() < 0.6:
        begun = max(start, day + chance.choice((-2, -1, 0, 1)) * ONE_DAY)
        region.add_care(again, begun, chance.choice((None, begun)))


def declare_to(region, chance):
    """So much in one month that the year is known through it."""
    codes = [code for code in region.codes("pxq")
             if region.tariff(code, region.providers[0],
                              last_day(region.year, 1))] or region.codes(
                                  "pxq")
    many = len(region.rows["declarations"]) + 40
    for year in (region.year - 1, region.year):
        month = 12 if year < region.year else chance.choice((9, 11, 12))
        row = region.add_assignment(
            "vulling%d" % year, region.providers[0],
            region.municipalities[0], last_day(year, month).replace(day=1),
            last_day(year, month), product=codes[0])
        region.add_care(row, row["ingangsdatum"], row["einddatum"], "31")
        for _ in range(many):
            region.right_line(row, codes[0], row["ingangsdatum"],
                              row["einddatum"])
