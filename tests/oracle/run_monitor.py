#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compare what is measured of odd regions with monitor_oracle.py.

    run_monitor.py --cli PATH --seeds A-B [--size S] [--jobs N] [--keep]
    run_monitor.py --cli PATH --demo [--overview]

For each seed a region is made as make_odd_region.py does, with what the
monitor asks for besides (see enrich()); all topics are compared for the years
around the region's, for some months, and for a part of the region, and so is
the overview. With --demo it is the demonstration region. Prints TAP, and how
many figures were compared.
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

from make_odd_region import Region as OddRegion
from make_odd_region import Writer
from monitor_enrich import enrich
from monitor_oracle import TOPICS, Facts, Filter, Monitor
from overview_oracle import Overview
from run_differential import SHOWN, ProgramFailed, parse_seeds, run
from settle_oracle import kind_of, read_rows

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# What a row is called, where that is a word of the program.
WORDS = {
    "Total": "total", "Municipality": "municipality", "GP": "gp",
    "Youth doctor": "doctor", "Certified institution": "gi",
    "Specialist": "specialist", "No referrer": "self", "Judge": "judge",
    "Unknown": "unknown", "Extension": "extension",
    "Other provider": "other-provider", "Other product": "other-product",
    "Recidive": "recidive", "Left care": "left", "Not known yet": "not-yet",
    "P×Q": "pxq", "trajectory": "traject", "places": "plek",
    "lump sum": "taakgericht", "regular": "regulier", "micro": "micro",
    "system": "systeem", "Contracted": "contracted",
    "Without a contract (NGA)": "nga", "Usual care": "usual",
    "Extra work": "extra", "Custom work": "custom",
}
# Their rows are classes, or norms, in this order.
AGREED = ("agreed", "deviation", "fits", "deviates", "strongly", "number")
# What lists who has something this year, and last year's beside it.
OF_THIS_YEAR = ("capacity-by-provider", "capacity-without-agreed")
IN_ORDER = {"duration-spread": range(13), "waiting-spread": range(5),
            "capacity-spread": range(9),
            "messages": ("305", "307", "plan", "week")}


def row_name(facts, table, place, row):
    """What the oracle calls a row of the program's."""
    label = row["cells"][0]
    if table["id"] in IN_ORDER:
        return IN_ORDER[table["id"]][place]
    if row["total"]:
        return "total"
    if row["provider"] and table["columns"][1]["id"] == "group":
        return row["provider"], row["cells"][1].split()[0]
    if row["provider"] or row["product"]:
        return row["provider"] or row["product"]
    if table["columns"][0]["id"] == "municipality":
        return next(code for code, name in facts.municipalities.items()
                    if name == label)
    if table["columns"][0]["id"] == "month":
        return MONTHS.index(label) + 1
    if label in WORDS:
        return WORDS[label]
    parts = label.split()
    return parts[1] if parts[0] == "Segment" else parts[0]


def is_blank(expected):
    """Whether there is nothing at all of last year, but what was agreed."""
    return not any(
        value for table in expected["tables"].values()
        for figures in table.values() for column, value in figures.items()
        if column.endswith("-last") and column[:-5] not in AGREED)


class Compared:
    def __init__(self):
        self.differences, self.figures, self.telling = [], 0, 0

    def figure(self, path, expected, actual, blank=False):
        """`blank`: of last year nothing is known at all, which may be said."""
        if blank and actual is None:
            return
        self.figures += 1
        self.telling += expected not in (0, None)
        if type(expected) is not type(actual) or expected != actual:
            self.differences.append("%s: expected %r, got %r" % (
                path, expected, actual))

    def table(self, facts, name, expected, table, blank):
        seen = set()
        for place, row in enumerate(table["rows"]):
            key = row_name(facts, table, place, row)
            seen.add(key)
            if key not in expected:
                if any(isinstance(cell, int) and cell
                       for cell in row["cells"]):
                    self.differences.append("%s %s: not expected: %s" % (
                        name, key, row["cells"]))
                continue
            for column, cell in zip(table["columns"], row["cells"]):
                if column["id"] in expected[key]:
                    self.figure("%s %s %s" % (name, key, column["id"]),
                                expected[key][column["id"]], cell,
                                blank and (column["id"].endswith("-last")
                                           or column["id"] == "difference"))
        columns = {column["id"] for column in table["columns"]}
        for key, figures in expected.items():
            if key not in seen and any(value for column, value
                                       in figures.items()
                                       if column in columns and not (
                                           name in OF_THIS_YEAR and
                                           column.endswith("-last"))):
                self.differences.append("%s %s: missing, expected %s" % (
                    name, key, figures))

    def topic(self, facts, expected, topic):
        name = topic["topic"]
        blank = is_blank(expected)
        tiles = {tile["id"]: tile for tile in topic["tiles"]}
        for tile, (now, last) in expected["tiles"].items():
            found = tiles.get(tile, {})
            self.figure("%s tile %s" % (name, tile), now, found.get("value"))
            self.figure("%s tile %s last" % (name, tile), last,
                        found.get("last"), blank)
        tables = {table["id"]: table for table in topic["tables"]}
        for table in sorted(set(expected["tables"]) | set(tables)):
            if table not in tables or table not in expected["tables"]:
                self.differences.append("table %s is missing on a side"
                                        % table)
                continue
            self.table(facts, table, expected["tables"][table],
                       tables[table], blank)


def compare_monitor(compared, cli, database, facts, year, months=(1, 12),
                    **where):
    """All topics of a year, or of months, of a part of the region."""
    command = [cli, "--db", database, "monitor", "--year", str(year),
               "--format=json", "--from-month", str(months[0]),
               "--to-month", str(months[1])]
    for name, code in where.items():
        command += ["--" + name, code]
    found = json.loads(run(command))
    period = facts.period(year, date.today(), *months)
    empty = period.through < period.first
    through = None if empty else period.through.isoformat()
    before = len(compared.differences)
    compared.figure("through", through, found["through"])
    if not empty:
        monitor = Monitor(facts, period, Filter(facts, **where))
        for topic in found["topics"]:
            compared.topic(facts, monitor.measure(topic["topic"]), topic)
        compared.figure("topics", len(TOPICS), len(found["topics"]))
    name = "%d %s %s" % (year, "%d-%d" % months if months != (1, 12) else "",
                         " ".join(where.values()))
    compared.differences[before:] = [
        "%s: %s" % (name.strip(), line)
        for line in compared.differences[before:]]


def compare_dict(compared, path, expected, actual):
    for name, value in expected.items():
        if isinstance(value, list):
            for place, each in enumerate(value):
                compared.figure("%s %s %d" % (path, name, place), each,
                                actual[name][place])
        else:
            compared.figure("%s %s" % (path, name), value, actual[name])


def compare_overview(compared, cli, database, csv, year):
    found = json.loads(run([cli, "--db", database, "overview", "--year",
                            str(year), "--format=json"]))
    expected = Overview(csv, year, date.today()).as_json()
    path = "overview %d" % year
    compared.figure(path + " day", expected["day"], found["day"])
    compared.figure(path + " through", expected["through"], found["through"])
    compare_dict(compared, path, expected["region"], found["region"])
    actual = {each["provider"]: each for each in found["providers"]}
    for agb, each in expected["providers"].items():
        if agb in actual:
            compare_dict(compared, "%s %s" % (path, agb), each, actual[agb])
        elif any(value for value in each.values()
                 if not isinstance(value, list)):
            compared.differences.append("%s %s: missing" % (path, agb))
    for agb in set(actual) - set(expected["providers"]):
        compared.differences.append("%s %s: not expected" % (path, agb))


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


def compare_region(cli, seed, size, folder):
    csv = os.path.join(folder, "csv")
    made = OddRegion(seed, size)
    enrich(made)
    os.makedirs(csv)
    files = Writer(made, csv).files
    database = os.path.join(folder, "region.db")
    run([cli, "--db", database, "init"])
    run([cli, "--db", database, "import"] + files)
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


def test_seed(task):
    cli, seed, size, keep = task
    folder = tempfile.mkdtemp(prefix="odd-monitor-%d-" % seed)
    compared = Compared()
    try:
        compared = compare_region(cli, seed, size, folder)
        found = compared.differences
    except (ProgramFailed, OSError) as error:
        found = str(error).splitlines() or [repr(error)]
    if found and keep:
        found.insert(0, "kept in %s" % folder)
    else:
        shutil.rmtree(folder)
    return "seed %d" % seed, found, compared.figures, compared.telling


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
    parser.add_argument("--size", type=float, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--overview", action="store_true",
                        help="of the demonstration region too, which takes "
                        "half a minute")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    tasks = [(cli, seed, options.size, options.keep)
             for seed in options.seeds]
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
