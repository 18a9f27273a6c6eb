#!/usr/bin/env python3
"""peil_grid.py: the grid of measurements with 5.000 rows, against GTK's own column view in the same run

usage: peil_grid.py PEIL_GRID

Wants xvfb-run.

SPDX-License-Identifier: EUPL-1.2
"""
import sys
import tempfile
from pathlib import Path

import measure
import screen

# In seconds: a sheet without a visible wait, and a frame of a screen that shows 60 a second.
SECONDS = {"grid: set a sheet": 0.05, "grid: set a sheet again": 0.05, "grid: scroll a page": 0.0167, "grid: type a value": 0.0167,
           "grid: filter": 0.05}


def benchmark(program, work):
    report = measure.Report("The grid of measurements, 5 000 rows of 18 columns")
    output = work / "figures.txt"
    with open(output, "w") as file:
        taken = measure.run([program], output=file, env=screen.environment(work, GSK_RENDERER="cairo"))
    figures = {}
    for line in output.read_text().splitlines():
        name, seconds = line.split("\t")
        figures[name] = float(seconds)
        report.figure(name, figures[name], "s", SECONDS.get(name))
    report.figure("times the column view", figures["grid: scroll a page"] / figures["column view: scroll a page"], "x", 1.0)
    report.figure("peak memory", taken.megabytes, "MB")
    return report.exit_status()


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if not screen.start():
        return 77
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-") as work:
        return benchmark(*sys.argv[1:], Path(work))


if __name__ == "__main__":
    sys.exit(main())
