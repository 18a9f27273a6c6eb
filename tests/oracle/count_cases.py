#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Count how often each odd case occurs: count_cases.py --seeds A-B [--size S]

Makes the regions, settles them with the oracle only, and prints a count for
each case. A case that should occur and does not makes the exit status 1: a
change of the generator must not silently lose one.
"""
import argparse
import os
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import timedelta

from make_odd_region import make_region
from run_differential import interim_days, parse_seeds
from settle_oracle import (FOREVER, Region, add_months, decode, minute_tariff,
                           separator_of, settle)

ONE_DAY = timedelta(days=1)

EXPECTED = """
dispute product_mismatch (pxq)
dispute product_mismatch (traject)
dispute product_mismatch (plek)
dispute product_mismatch (taakgericht)
dispute unit_mismatch (pxq)
dispute tariff_missing (pxq)
dispute tariff_exceeded (pxq)
dispute amount_mismatch (pxq)
dispute outside_assignment (pxq)
dispute outside_assignment (traject)
dispute outside_assignment (plek)
dispute outside_assignment (taakgericht)
status paid
status not answered
refused line
minutes on an hour tariff
minutes at the highest tariff
minutes below the highest tariff
minutes above the highest tariff
unit as a word
unit as a code
unit empty
credit line
negative line
scope with negative net
scope with ceiling 0
deduction capped
net exactly at a border
net a cent above a border
equal weights in a division
deduction divided by realisatie
deduction divided by overschrijding
scope by aanbieder
scope by segment
scope by productgroep
scope by regel
scheme: no bands
scheme: no bands and norm steps
scheme: bands
scheme: bands and norm steps
scheme: cliff
scheme: cliff and norm steps
norm step reached
line without a path
covered line without own ceiling
production no scope covers
production without agreement
agreement line without production
lump sum with production
lump sum without production
agreement of lump sums only
lump sums only, with production beside them
traject ended as planned
traject ended early
traject without a tariff
instalment before the year of the end
instalment in the year of the end
instalment after the year of the end
instalment carried
places by dagelijks
places by peildata
places by peiling
places before the first peildatum
peildatum without a tariff
peildatum without a measurement
place day without a tariff
exempt ja (pxq)
exempt ja (traject)
exempt ja (plek)
exempt buiten (pxq)
exempt buiten (traject)
exempt buiten (plek)
own tariff that ends
advance
advance on a product that is not plek
aspecific assignment
open assignment
open care
open care after its assignment's end
care starts before its assignment
care starts after its assignment
care stops after its assignment
care stopped with reason 20
care stopped without a reason
care starts on 29 February
care starts on day 29, 30 or 31
overlapping care of one client
gap of exactly a month
gap of a month and a day
path over two municipalities
assignment without care
traject with two stops on its last day
traject with care after its end
client with several assignments
number in two municipalities
reference number at two providers
leap year
year without a peildatum
encoding utf-8
encoding utf-8 with BOM
encoding windows-1252
separator ;
separator ,
separator tab
""".strip().splitlines()


def count_region(region, notes):
    count_agreements(region, notes)
    count_assignments(region, notes)
    count_lines(region, notes)
    count_paths(region, notes)
    for product in region.products.values():
        if product.exempt:
            notes["exempt %s (%s)" % ("buiten" if product.outside else "ja",
                                      product.funding)] += 1
    for (_, agb), tariffs in region.tariffs.items():
        notes["own tariff that ends"] += bool(
            agb and tariffs[-1][1] != FOREVER)
    for _, product, _, _, _ in region.advances:
        notes["advance on a product that is not plek"] += (
            product.funding != "plek")


def count_agreements(region, notes):
    for (agb, year), agreement in region.agreements.items():
        if set(agreement.ceilings) == agreement.lump_sums:
            notes["agreement of lump sums only"] += 1
            beside = {line.place for line in region.declarations
                      if line.assignment.agb == agb and line.first.year == year
                      and line.product.funding == "pxq" and not line.reason}
            notes["lump sums only, with production beside them"] += bool(
                beside - agreement.lump_sums)


def count_assignments(region, notes):
    clients = Counter()
    numbers = Counter()
    for (_, number), assignment in region.assignments.items():
        clients[assignment.client] += 1
        numbers[number] += 1
        notes["aspecific assignment"] += not assignment.product
        notes["open assignment"] += assignment.end == FOREVER
        notes["assignment without care"] += not assignment.care
        for care in assignment.care:
            count_care(care, assignment, notes)
        count_traject(assignment, region, notes)
    notes["client with several assignments"] += max(clients.values()) > 1
    notes["number in two municipalities"] += max(numbers.values()) > 1


def count_care(care, assignment, notes):
    if care.stop is None:
        notes["open care"] += 1
        notes["open care after its assignment's end"] += (
            care.start > assignment.end)
    else:
        notes["care stops after its assignment"] += care.stop > assignment.end
        notes["care stopped with reason 20"] += care.reason == "20"
        notes["care stopped without a reason"] += care.reason == ""
    notes["care starts before its assignment"] += care.start < assignment.start
    notes["care starts after its assignment"] += care.start > assignment.end
    notes["care starts on 29 February"] += (care.start.month == 2
                                            and care.start.day == 29)
    notes["care starts on day 29, 30 or 31"] += care.start.day >= 29


def count_traject(assignment, region, notes):
    product = region.products.get(assignment.product)
    if not product or product.funding != "traject":
        return
    stops = [care.stop for care in assignment.care
             if care.stop and care.reason != "20"]
    if stops:
        end = min(stops)
        on_end = [care for care in assignment.care if care.stop == end]
        notes["traject with two stops on its last day"] += len(on_end) > 1
        notes["traject with care after its end"] += any(
            care.start > end for care in assignment.care)


def count_lines(region, notes):
    for line in region.declarations:
        notes["credit line"] += line.volume < 0
        if line.product.unit == "uur" and line.unit == "minuut":
            tariff = region.tariff(line.product.code, line.assignment.agb,
                                   line.first)
            if tariff is not None:
                highest = minute_tariff(tariff)
                where = ("at" if line.tariff == highest else
                         "below" if line.tariff < highest else "above")
                notes["minutes %s the highest tariff" % where] += 1


def count_paths(region, notes):
    """Gaps and overlaps between the periods of a client, provider, group."""
    periods = defaultdict(list)
    for assignment in region.assignments.values():
        key = (assignment.client, assignment.agb, region.group_of(assignment))
        periods[key] += [(care.start, care.stop or assignment.end,
                          assignment.municipality)
                         for care in assignment.care]
    for found in periods.values():
        found.sort()
        for (_, end, town), (start, _, other) in zip(found, found[1:]):
            notes["overlapping care of one client"] += start <= end
            if end != FOREVER:
                joined = add_months(end, 1)
                notes["gap of exactly a month"] += start == joined
                notes["gap of a month and a day"] += start == joined + ONE_DAY
                notes["path over two municipalities"] += (
                    town != other and start <= joined)


def count_rows(made, notes):
    """What the oracle's tables no longer show."""
    references = Counter(row["referentienummer"]
                         for row in made.rows["declarations"])
    notes["reference number at two providers"] += any(
        count > 1 for count in references.values())
    for row in made.rows["declarations"]:
        unit = row["eenheid"]
        notes["unit " + ("empty" if not unit else "as a code"
                         if unit.isdigit() else "as a word")] += 1
    year = made.year
    notes["leap year"] += year % 4 == 0 and (year % 100 != 0
                                             or year % 400 == 0)
    notes["year without a peildatum"] += made.first_peildatum is None


def count_files(files, notes):
    for path in files:
        with open(path, "rb") as file:
            raw = file.read()
        text = decode(raw)
        if raw.startswith(b"\xef\xbb\xbf"):
            encoding = "utf-8 with BOM"
        elif text.encode("utf-8") == raw:
            encoding = "utf-8"
        else:
            encoding = "windows-1252"
        notes["encoding " + encoding] += 1
        separator = separator_of(text)
        notes["separator " + ("tab" if separator == "\t" else separator)] += 1


def count_seed(seed, size, notes):
    with tempfile.TemporaryDirectory() as folder:
        made, files = make_region(seed, os.path.join(folder, "csv"), size)
        region = Region(os.path.join(folder, "csv"))
        count_files(files, notes)
    count_rows(made, notes)
    count_region(region, notes)
    notes["declaration lines"] += len(region.declarations)
    for offset in (-1, 0, 1):
        settle(region, made.year + offset, None, notes)
    for day in interim_days(seed, made.year, made.first_peildatum):
        settle(region, made.year, day, notes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=parse_seeds, required=True,
                        metavar="A-B")
    parser.add_argument("--size", type=float, default=1)
    options = parser.parse_args()
    notes = Counter()
    for seed in options.seeds:
        count_seed(seed, options.size, notes)
    missing = [name for name in EXPECTED if not notes[name]]
    for name, count in sorted(notes.items()):
        print("%8d  %s" % (count, name))
    for name in missing:
        print("MISSING  %s" % name)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
