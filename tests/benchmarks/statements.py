#!/usr/bin/env python3
"""statements.py: the statements of 1.000 settlements as PDF, against LibreOffice making PDFs of the same settlements' spreadsheets

usage: statements.py PEILSTOK_CLI [PROVIDERS]

The region is that of settlements.py. The peer prints what is on the sheets, without letterhead, page numbers, chart or sentences; it gets 20
of them in one go, and its start is not counted.

SPDX-License-Identifier: EUPL-1.2
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desk_region
import measure
import settlements

N_PEER = 20

# What somebody who closes a year waits for, in seconds for 1.000 statements; memory in MB.
WRITE_SECONDS = 60
PEAK_MB = 150


def keep(cli, region):
    """A draft of each: a statement of a final one takes as long."""
    measure.run([cli, "--db", region, "settle", "--year", str(desk_region.DECLARED_YEAR), "--store"])


def write(cli, region, folder, *options):
    folder.mkdir()
    return measure.run([cli, "--db", region, "statement", "--year", str(desk_region.DECLARED_YEAR), "--output", folder, *options])


def convert(office, work, paths):
    """The seconds that LibreOffice takes for these spreadsheets, beyond what it takes for an empty one."""
    empty = work / "empty.csv"
    empty.write_text("leeg\n")
    command = [office, f"-env:UserInstallation=file://{work / 'office'}", "--headless", "--convert-to", "pdf", "--outdir", work / "peer"]
    measure.run([*command, empty], stderr=subprocess.DEVNULL)
    started = measure.run([*command, empty], stderr=subprocess.DEVNULL).seconds
    return measure.run([*command, *paths], stderr=subprocess.DEVNULL).seconds - started


def compare(report, office, cli, region, work, each):
    write(cli, region, work / "sheets", "--files=xlsx")
    paths = sorted((work / "sheets").glob("*.xlsx"))[:N_PEER]
    peer = convert(office, work, paths) / len(paths)
    report.figure("a spreadsheet of the same as PDF, LibreOffice", 1000 * peer, "ms")
    report.figure("our share of its time", 100 * each / peer, "%")


def benchmark(cli, n_providers, work):
    settlements.N_PROVIDERS = n_providers
    report = measure.Report(f"statements of {n_providers} settlements")
    region = work / "region.peilstok"
    settlements.make_region(cli, region, work / "csv")
    keep(cli, region)

    taken = write(cli, region, work / "paper")
    paths = list((work / "paper").glob("*.pdf"))
    report.figure("write all statements as PDF", taken.seconds, "s", WRITE_SECONDS * n_providers / 1000)
    report.figure("each of them", 1000 * taken.seconds / len(paths), "ms")
    report.figure("their size", sum(path.stat().st_size for path in paths) / 1e6, "MB")
    report.figure("peak memory", taken.megabytes, "MB", PEAK_MB)
    if shutil.which("soffice"):
        compare(report, "soffice", cli, region, work, taken.seconds / len(paths))
    return report.exit_status()


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-") as work:
        return benchmark(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else settlements.N_PROVIDERS, Path(work))


if __name__ == "__main__":
    sys.exit(main())
