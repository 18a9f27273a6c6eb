#!/usr/bin/env python3
"""settlements.py: 1.000 providers' settlements kept, made final and proved, against the sqlite3 shell reading what they are made of

usage: settlements.py PEILSTOK_CLI SETTLEMENTS

The region is desk_region.py's, with twice as many providers that declare a thousand lines each in the year that is settled; SETTLEMENTS is
the program of settlements.c. The shell reads the same lines, care and assignments, without making anything of them.

SPDX-License-Identifier: EUPL-1.2
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desk_region
import measure

N_PROVIDERS = 1000
LINES_A_PROVIDER = 1000

# What somebody who settles a year waits for, in seconds for 1.000 providers; memory in MB.
TARGETS = {"compute and keep as drafts": 30, "compute and propose": 30, "make final": 30,
           "prove each: read its documents, settle again, compare": 30}
PEAK_MB = 200

PEER = """SELECT * FROM declaration_line l JOIN assignment a ON a.id = l.assignment_id; SELECT * FROM care_period;"""


def run_shell(database, commands):
    with tempfile.TemporaryFile("w+") as text:
        text.write(commands)
        text.seek(0)
        return measure.run(["sqlite3", "-bail", "-readonly", database], stdin=text)


def make_region(cli, region, folder):
    desk_region.N_PROVIDERS = N_PROVIDERS
    desk_region.N_TARIFFS = 60 * N_PROVIDERS
    desk_region.N_AGREEMENT_LINES = 60 * N_PROVIDERS
    desk_region.N_DECLARATIONS = N_PROVIDERS * LINES_A_PROVIDER
    desk_region.make_region(cli, region, folder)


def benchmark(cli, program, work):
    report = measure.Report(f"settlements of {N_PROVIDERS} providers with {LINES_A_PROVIDER} declaration lines each")
    region, figures = work / "region.peilstok", work / "figures.txt"
    make_region(cli, region, work / "csv")
    before = region.stat().st_size

    with open(figures, "w") as output:
        taken = measure.run([program, str(desk_region.DECLARED_YEAR), region], output=output)
    for line in figures.read_text().splitlines():
        name, value = line.split("\t")
        report.figure(name, float(value), "" if name == "settlements" else "s", TARGETS.get(name))
    report.figure("read lines, assignments and care, sqlite3 shell", run_shell(region, PEER).seconds)
    report.figure("the file grew by", (region.stat().st_size - before) / 1e6, "MB")
    report.figure("peak memory", taken.megabytes, "MB", PEAK_MB)
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
