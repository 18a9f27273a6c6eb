#!/usr/bin/env python3
"""bandwidth.py: where every provider of a made-up region stands, against the sqlite3 shell reading what that is made of

usage: bandwidth.py PEILSTOK_CLI [LINES]

A peildatum of 2024 with the one before it: the year and the three before it, each provider's forecasts by every method with their errors. The
shell reads the same declaration lines, care and assignments, without making anything of them; settling one year tells what once costs.

SPDX-License-Identifier: EUPL-1.2
"""
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import measure
import settlements
from region import generate, import_ours

N_LINES = 1_000_000
PEILDATUM = "2024-05-19"
YEAR = "2024"

# What somebody who opens the bandwidth of ten regions at once waits for; memory in MB.
SECONDS = 5
PEAK_MB = 150


def stand(cli, region, output, *day):
    with open(output, "w") as file:
        return measure.run([cli, "--db", region, "bandwidth", *day, "--format=json"], output=file)


def settle(cli, region):
    return measure.run([cli, "--db", region, "settle", "--year", YEAR, "--format=json"])


def benchmark(cli, n_lines, work):
    report = measure.Report(f"the bandwidth of a region of {n_lines} declaration lines")
    region = work / "region.peilstok"
    generate(cli, work / "csv", n_lines)
    import_ours(cli, work / "csv", region)

    now = measure.median_of(3, lambda: stand(cli, region, work / "stands.json", "--peildatum", PEILDATUM))
    once = measure.median_of(3, lambda: settle(cli, region))
    shell = settlements.run_shell(region, settlements.PEER)
    stands = json.loads((work / "stands.json").read_text())
    if not stands["providers"]:
        raise SystemExit("no provider has an agreement of that year")
    report.figure("providers", len(stands["providers"]), "")
    report.figure("all of them at a peildatum, with the one before", now.seconds, "s", SECONDS * n_lines / N_LINES)
    report.figure("settling one year once", once.seconds)
    report.figure("read lines, assignments and care, sqlite3 shell", shell.seconds)
    report.figure("our share of its time", now.seconds / shell.seconds, "")
    report.figure("peak memory", now.megabytes, "MB", PEAK_MB)
    return report.exit_status()


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    if shutil.which("sqlite3") is None:
        print("the sqlite3 shell is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-", dir=os.environ.get("PEILSTOK_BENCHMARK_FOLDER")) as work:
        return benchmark(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else N_LINES, Path(work))


if __name__ == "__main__":
    sys.exit(main())
