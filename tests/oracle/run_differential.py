#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Settle many odd regions with the program and with the oracle, and compare.

    run_differential.py --cli PATH --seeds A-B [--size S] [--jobs N] [--keep]

For each seed a region is made in a temporary folder, imported into a fresh
database, and settled for the year before, the year itself and the year after,
and up to three days within the year. Prints TAP, one test point per seed, with
what differs as comments; the exit status is 1 when any test point fails.
With --keep the folders of seeds that fail are left and named.
"""
import argparse
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta

from compare import differences
from make_odd_region import make_region
from settle_oracle import Region, settle

SHOWN = 25          # differences printed per seed
TIMEOUT = 120       # seconds for one run of the program


class ProgramFailed(Exception):
    pass


def interim_days(seed, year, first_peildatum):
    """The end of February, the eve of the first peildatum, and another."""
    end_of_february = date(year, 3, 1) - timedelta(days=1)
    eve = (first_peildatum or date(year, 1, 22)) - timedelta(days=1)
    if eve.year != year:
        eve = date(year, 1, 1)
    other = random.Random(seed).choice([
        first_peildatum or date(year, 12, 30), date(year, 1, 1),
        date(year, 12, 30), date(year, 3, 31), date(year, 6, 30),
        date(year, 8, 17)])
    return [end_of_february, eve, other]


def run(command):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    result = subprocess.run(command, env=environment, timeout=TIMEOUT,
                            stdin=subprocess.DEVNULL, capture_output=True)
    if result.returncode != 0:
        raise ProgramFailed("%s\nexit status %d\n%s" % (
            " ".join(command), result.returncode,
            result.stderr.decode("utf-8", "replace")))
    return result.stdout.decode("utf-8")


def settle_with_program(cli, database, year, through):
    command = [cli, "--db", database, "settle", "--year", str(year),
               "--format=json"]
    if through:
        command += ["--through", through.isoformat()]
    text = run(command)
    try:
        return json.loads(text)
    except ValueError as error:
        raise ProgramFailed("not JSON (%s): %s" % (error, text[:300]))


def compare_region(cli, seed, size, folder):
    """What differs, as lines of text."""
    made, files = make_region(seed, os.path.join(folder, "csv"), size)
    database = os.path.join(folder, "region.db")
    run([cli, "--db", database, "init"])
    run([cli, "--db", database, "import"] + files)
    region = Region(os.path.join(folder, "csv"))
    cases = [(made.year + offset, None) for offset in (-1, 0, 1)]
    cases += [(made.year, day)
              for day in interim_days(seed, made.year, made.first_peildatum)]
    found = []
    for year, through in cases:
        expected = settle(region, year, through)
        actual = settle_with_program(cli, database, year, through)
        name = str(through or year)
        found += ["%s %s" % (name, line)
                  for line in differences(expected, actual)]
    return found


def test_seed(task):
    """(seed, lines of text): no lines when all is the same."""
    cli, seed, size, keep = task
    folder = tempfile.mkdtemp(prefix="odd-region-%d-" % seed)
    try:
        found = compare_region(cli, seed, size, folder)
    except (ProgramFailed, subprocess.TimeoutExpired, OSError) as error:
        found = str(error).splitlines() or [repr(error)]
    if found and keep:
        found.insert(0, "kept in %s" % folder)
    else:
        shutil.rmtree(folder)
    return seed, found


def parse_seeds(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


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
    print("1..%d" % len(tasks))
    failed = 0
    with multiprocessing.Pool(options.jobs) as pool:
        for number, (seed, found) in enumerate(pool.imap(test_seed, tasks), 1):
            failed += bool(found)
            print("%s %d - seed %d" % ("not ok" if found else "ok",
                                       number, seed))
            for line in found[:SHOWN]:
                print("# " + line)
            if len(found) > SHOWN:
                print("# ... and %d more" % (len(found) - SHOWN))
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
