#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compare where providers of odd regions stand with bandwidth_oracle.py.

    run_bandwidth.py --cli PATH --seeds A-B [--size S] [--jobs N] [--keep]

For each seed a region is made as run_differential.py does, with enough
declared in December of three years that they are whole; every peildatum of the
region's year and of the year after is compared. Prints TAP.
"""
import argparse
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile

from bandwidth_oracle import Bandwidth
from compare import differences
from make_odd_region import make_region
from run_differential import SHOWN, ProgramFailed, parse_seeds, run
from settle_oracle import Region

WHOLE_YEARS = 3


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(";".join(header) + "\n")
        for row in rows:
            file.write(";".join(str(value) for value in row) + "\n")
    return path


def make_whole(folder, made):
    """One provider declares so much in December that the years are whole."""
    region = Region(folder)
    product = min(code for code, each in region.products.items()
                  if each.funding == "pxq")
    some = min(region.assignments.values(),
               key=lambda each: (each.agb, each.municipality))
    number, many = "VULLING", len(region.declarations) + 5
    assigned = write_csv(
        os.path.join(folder, "zz-toewijzing.csv"),
        ["toewijzingnummer", "client", "agb", "gemeente", "product",
         "productgroep", "ingangsdatum", "einddatum", "verwijzer"],
        [[number, "vulling", some.agb, some.municipality, product, "",
          "2001-01-01", "", "01"]])
    declared = write_csv(
        os.path.join(folder, "zz-declaraties.csv"),
        ["referentienummer", "gemeente", "toewijzingnummer", "product",
         "periode_van", "periode_tot", "volume", "eenheid", "tarief", "bedrag",
         "status", "declaratienummer"],
        [["V%d-%d" % (year, i), some.municipality, number, product,
          "%d-12-01" % year, "%d-12-31" % year, "1", "", "1", "1,00",
          "ingediend", ""]
         for year in range(made.year - WHOLE_YEARS + 1, made.year + 1)
         for i in range(many)])
    return [assigned, declared]


def stand_with_program(cli, database, day):
    text = run([cli, "--db", database, "bandwidth", "--peildatum",
                day.isoformat(), "--format=json"])
    found = json.loads(text)
    for provider in found["providers"]:
        for scope in provider["scopes"]:
            scope["methods"] = [each for each in scope["methods"]
                                if each["method"] != "in-care"]
    return found


def compare_region(cli, seed, size, folder):
    csv = os.path.join(folder, "csv")
    made, files = make_region(seed, csv, size)
    files = files + make_whole(csv, made)
    database = os.path.join(folder, "region.db")
    run([cli, "--db", database, "init"])
    run([cli, "--db", database, "import"] + files)
    found, whole = [], 0
    for day in made.peildata:
        if day.year < made.year:
            continue
        expected = Bandwidth(csv, day).as_json()
        whole += sum(bool(method["years"]) for each in expected["providers"]
                     for scope in each["scopes"]
                     for method in scope["methods"])
        found += ["%s %s" % (day, line) for line in differences(
            expected, stand_with_program(cli, database, day))]
    return found, whole


def test_seed(task):
    cli, seed, size, keep = task
    folder = tempfile.mkdtemp(prefix="odd-bandwidth-%d-" % seed)
    whole = 0
    try:
        found, whole = compare_region(cli, seed, size, folder)
    except (ProgramFailed, subprocess.TimeoutExpired, OSError) as error:
        found = str(error).splitlines() or [repr(error)]
    if found and keep:
        found.insert(0, "kept in %s" % folder)
    else:
        shutil.rmtree(folder)
    return seed, found, whole


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--seeds", type=parse_seeds, required=True,
                        metavar="A-B")
    parser.add_argument("--size", type=float, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    tasks = [(cli, seed, options.size, options.keep)
             for seed in options.seeds]
    print("1..%d" % (len(tasks) + 1))
    failed = tested = 0
    with multiprocessing.Pool(options.jobs) as pool:
        for number, (seed, found, whole) in enumerate(
                pool.imap(test_seed, tasks), 1):
            failed += bool(found)
            tested += whole
            print("%s %d - seed %d" % ("not ok" if found else "ok",
                                       number, seed))
            for line in found[:SHOWN]:
                print("# " + line)
            sys.stdout.flush()
    print("%s %d - errors of %d methods were compared" % (
        "ok" if tested > 0 else "not ok", len(tasks) + 1, tested))
    return 1 if failed or not tested else 0


if __name__ == "__main__":
    sys.exit(main())
