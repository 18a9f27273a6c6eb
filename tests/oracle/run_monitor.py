#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compare what is measured of odd regions with monitor_oracle.

    run_monitor.py --cli PATH --seeds A-B [--size S] [--jobs N] [--keep]
    run_monitor.py --cli PATH --calendar A-B
    run_monitor.py --cli PATH --demo [--overview]

For each seed a region is made as make_odd_region.py does, with what the
monitor asks for besides (see enrich()); all topics are compared for the years
around the region's, for some months, and for a part of the region, and so is
the overview. With --calendar they are regions of make_calendar_region.py, with
--demo the demonstration region. Prints TAP, and how many figures were
compared.
"""
import argparse
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from csv import DictWriter as csv_writer
from datetime import date

from compare_monitor import Compared, compare_monitor, compare_overview
from make_calendar_region import Region as CalendarRegion
from make_odd_region import Region as OddRegion
from make_odd_region import Writer
from monitor_enrich import enrich
from monitor_oracle.region import Facts
from run_differential import SHOWN, ProgramFailed, parse_seeds, run
from settle_oracle import kind_of, read_rows


def parts_of(facts, seed):
    """One of each kind of filter, of what there is most of care."""
    chance = random.Random(seed)
    each = chance.choice(sorted(facts.assignments.values(),
                                key=lambda each: each.key))
    specific = [other for other in facts.assignments.values()
                if other.product]
    return [{"municipality": each.municipality}, {"group": each.group},
            {"segment": facts.segment_of[each.group]},
            {"provider": each.agb},
            {"product": chance.choice(sorted(other.product
                                             for other in specific))}]


def make_database(cli, made, folder):
    """The region as files, and imported."""
    csv = os.path.join(folder, "csv")
    os.makedirs(csv)
    files = Writer(made, csv).files
    database = os.path.join(folder, "region.db")
    run([cli, "--db", database, "init"])
    run([cli, "--db", database, "import"] + files)
    return csv, database


def compare_odd(cli, seed, size, folder):
    made = OddRegion(seed, size)
    enrich(made)
    csv, database = make_database(cli, made, folder)
    facts, compared = Facts(csv), Compared()
    if seed % 3 == 0:
        compare_undone(compared, cli, database, csv, made.year)
    for year in (made.year - 1, made.year):
        compare_monitor(compared, cli, database, facts, year)
        # A year that has not begun has nothing to overlook.
        if year <= date.today().year:
            compare_overview(compared, cli, database, csv, year)
    compare_monitor(compared, cli, database, facts, made.year, (3, 8))
    part = parts_of(facts, seed)[seed % 5]
    compare_monitor(compared, cli, database, facts, made.year, **part)
    return compared


def compare_calendar(cli, seed, _size, folder):
    made = CalendarRegion(seed)
    csv, database = make_database(cli, made, folder)
    facts, compared = Facts(csv), Compared()
    for year in (made.year - 1, made.year, made.year + 1):
        compare_monitor(compared, cli, database, facts, year)
        if year <= date.today().year:
            compare_overview(compared, cli, database, csv, year)
    # A month that ends on the day that there is not every year; and its eve.
    for year in (made.year - 1, made.year):
        compare_monitor(compared, cli, database, facts, year, (2, 2))
        compare_monitor(compared, cli, database, facts, year, (1, 1))
    for agb in (made.merged, made.stays):
        compare_monitor(compared, cli, database, facts, made.year,
                        provider=agb)
    return compared


def compare_undone(compared, cli, database, csv, year):
    """What is kept beside the rows follows an undo, and an import again."""
    if year > date.today().year:
        return
    later = csv + "-later"
    os.makedirs(later)
    path = next(path for path in sorted(os.path.join(csv, name)
                                        for name in os.listdir(csv))
                if kind_of(read_rows(path)[0], path) == "declarations")
    newer = os.path.join(later, "nagekomen.csv")
    write_more_lines(path, newer)
    before = len(compared.differences)
    run([cli, "--db", database, "import", newer])
    shutil.copy(newer, csv)
    compare_overview(compared, cli, database, csv, year)
    os.remove(os.path.join(csv, os.path.basename(newer)))
    history = json.loads(run([cli, "--db", database, "history",
                              "--format=json"]))
    run([cli, "--db", database, "undo", str(newest(history))])
    compare_overview(compared, cli, database, csv, year)
    compared.differences[before:] = ["after an import and undo: " + line
                                     for line in compared.differences[before:]]


def write_more_lines(path, newer):
    """The rows of a file once more, as lines with other numbers."""
    header, rows = read_rows(path)
    with open(newer, "w", encoding="utf-8", newline="") as file:
        writer = csv_writer(file, header, delimiter=";")
        writer.writeheader()
        for row in rows:
            writer.writerow(dict(row, referentienummer="N"
                                 + row["referentienummer"]))


def newest(history):
    return max(record["record"] for record in history["records"])


# What is made of a seed, by the word for it.
COMPARE = {"seed": compare_odd, "calendar": compare_calendar}


def test_seed(task):
    cli, kind, seed, size, keep = task
    folder = tempfile.mkdtemp(prefix="%s-monitor-%d-" % (kind, seed))
    compared = Compared()
    try:
        compared = COMPARE[kind](cli, seed, size, folder)
        found = compared.differences
    except (ProgramFailed, OSError) as error:
        found = str(error).splitlines() or [repr(error)]
    if found and keep:
        found.insert(0, "kept in %s" % folder)
    else:
        shutil.rmtree(folder)
    return "%s %d" % (kind, seed), found, compared.figures, compared.telling


def test_demo(cli, overview):
    folder = tempfile.mkdtemp(prefix="demo-monitor-")
    database = os.path.join(folder, "region.db")
    csv = os.path.join(folder, "csv")
    try:
        run([cli, "--db", database, "init", "--demo"])
        run([cli, "--db", database, "export", "all", "--output", csv])
        facts, compared = Facts(csv), Compared()
        compare_monitor(compared, cli, database, facts, 2024)
        if overview:
            compare_overview(compared, cli, database, csv, 2024)
    finally:
        shutil.rmtree(folder)
    return ("demo", compared.differences, compared.figures,
            compared.telling)


def report(number, result, totals):
    name, found, figures, telling = result
    totals[0] += bool(found)
    totals[1] += figures
    totals[2] += telling
    print("%s %d - %s: %d figures" % ("not ok" if found else "ok", number,
                                      name, figures))
    for line in found[:SHOWN]:
        print("# " + line)
    if len(found) > SHOWN:
        print("# ... and %d more" % (len(found) - SHOWN))
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--seeds", type=parse_seeds, default=[],
                        metavar="A-B")
    parser.add_argument("--calendar", type=parse_seeds, default=[],
                        metavar="A-B")
    parser.add_argument("--size", type=float, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--overview", action="store_true",
                        help="of the demonstration region too, which takes "
                        "half a minute")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    tasks = [(cli, kind, seed, options.size, options.keep)
             for kind, seeds in (("seed", options.seeds),
                                 ("calendar", options.calendar))
             for seed in seeds]
    totals, number = [0, 0, 0], len(tasks) + options.demo
    print("1..%d" % (number + 1))
    with multiprocessing.Pool(options.jobs) as pool:
        # The demonstration region takes longest: first, beside the others.
        demo = options.demo and pool.apply_async(
            test_demo, (cli, options.overview))
        for place, result in enumerate(pool.imap(test_seed, tasks), 1):
            report(place, result, totals)
        if options.demo:
            report(number, demo.get(), totals)
    print("%s %d - of %d figures %d are not zero" % (
        "ok" if totals[2] > 0 else "not ok", number + 1, *totals[1:]))
    return 1 if totals[0] or not totals[2] else 0


if __name__ == "__main__":
    sys.exit(main())
