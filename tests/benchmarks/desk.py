#!/usr/bin/env python3
"""desk.py: what a contract desk does below the window, on a region of its size, against the sqlite3 shell in the same run

usage: desk.py PEILSTOK_CLI DESK

The region is desk_region.py's; DESK is the program of desk.c. The shell reads and writes as many rows of the same file, without making
anything of them.

SPDX-License-Identifier: EUPL-1.2
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desk_region
import measure

N_RECORDS = 100_000

# What a page may take before somebody sees it wait, in seconds; memory in MB.
LOAD_SECONDS = 0.1
EXPORT_SECONDS = 0.5
CHANGE_SECONDS = 0.02
HISTORY_SECONDS = 0.05
UNDO_SECONDS = 2
PEAK_MB = 100

TARGETS = {"load": LOAD_SECONDS, "export": EXPORT_SECONDS, "change": CHANGE_SECONDS, "history": HISTORY_SECONDS, "undo": UNDO_SECONDS}

PEER_LOAD = """SELECT * FROM provider; SELECT * FROM product; SELECT * FROM tariff; SELECT * FROM agreement;
SELECT * FROM agreement_version; SELECT * FROM agreement_line;"""
PEER_EXPORT = """.mode csv
SELECT p.agb, a.year, g.code, m.code, l.ceiling_cents FROM agreement_line l JOIN agreement_version v ON v.id = l.version_id
JOIN agreement a ON a.id = v.agreement_id JOIN provider p ON p.id = a.provider_id JOIN product_group g ON g.id = l.group_id
JOIN municipality m ON m.id = l.municipality_id ORDER BY 1, 2, 3, 4;"""


def run_desk(report, program, work, *arguments, shown=True):
    path = work / "figures.txt"
    with open(path, "w") as output:
        taken = measure.run([program, *arguments], output=output)
    for line in path.read_text().splitlines() if shown else []:
        name, seconds = line.split("\t")
        report.figure(name, float(seconds), "s", TARGETS[arguments[0]])
    return taken


def run_shell(database, commands):
    with tempfile.TemporaryFile("w+") as text:
        text.write(commands)
        text.seek(0)
        return measure.median_of(1, lambda: measure.run(["sqlite3", "-bail", "-readonly", database], stdin=text))


def history_of(report, program, region, work):
    """A trail of so many records, each a change like any other."""
    run_desk(report, program, work, "change", region, str(N_RECORDS), shown=False)
    run_desk(report, program, work, "history", region)


def benchmark(cli, program, work):
    report = measure.Report("the contract desk: 500 providers, 200 products, 20 000 tariffs, 30 000 agreement lines")
    region, copy, folder = work / "desk.peilstok", work / "copy.peilstok", work / "out"
    folder.mkdir()
    desk_region.make_region(cli, region, work / "csv")
    shutil.copy(region, copy)

    taken = run_desk(report, program, work, "load", region)
    report.figure("read the same rows, sqlite3 shell", run_shell(region, PEER_LOAD).seconds)
    report.figure("load, peak memory", taken.megabytes, "MB", PEAK_MB)
    taken = run_desk(report, program, work, "export", region, folder)
    report.figure("write five columns of agreements, sqlite3 shell", run_shell(region, PEER_EXPORT).seconds)
    report.figure("export, peak memory", taken.megabytes, "MB", PEAK_MB)
    run_desk(report, program, work, "change", region, "500")
    taken = run_desk(report, program, work, "undo", copy)
    report.figure("undo, peak memory", taken.megabytes, "MB", PEAK_MB)
    history_of(report, program, region, work)
    subprocess.run([cli, "--db", region, "verify"], check=True, stdout=subprocess.DEVNULL)
    return report.exit_status()


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    if shutil.which("sqlite3") is None:
        print("the sqlite3 shell is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-") as work:
        return benchmark(sys.argv[1], sys.argv[2], Path(work))


if __name__ == "__main__":
    sys.exit(main())
