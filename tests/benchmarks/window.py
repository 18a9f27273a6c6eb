#!/usr/bin/env python3
"""window.py: from start to the first painted page, against an empty GTK window in the same run

usage: window.py PEILSTOK PEILSTOK_CLI EMPTY_WINDOW LISTS

Both run in turn under one virtual screen and end themselves; the median of the whole programs' time counts. Then LISTS, the program of
lists.c, opens, filters and sorts every list with a region of a contract desk's size (desk_region.py). Wants xvfb-run.

SPDX-License-Identifier: EUPL-1.2
"""
import sys
import tempfile
from pathlib import Path

import desk_region
import measure
import screen

SHARE = 2.0
RUNS = 7

# What somebody sees as at once, in seconds.
LIST_SECONDS = {"open": 0.5, "filter": 0.1, "find": 0.1, "show all again": 0.1, "sort, the slowest column": 0.2}


def start_ours(window, database, environment):
    return measure.run([window, database], env={**environment, "PEILSTOK_EXIT_AFTER_FIRST_PAGE": "1"})


# As GTK starts by itself on this machine, and at its barest: there, what libadwaita adds to an empty window weighs most.
SETTINGS = {
    "as GTK starts by itself": {},
    "cairo renderer, no accessibility": {"GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable", "GTK_A11Y": "none"},
}


def compare(report, how, window, database, empty, environment):
    start_ours(window, database, environment)
    measure.run([empty], env=environment)
    ours, peers = [], []
    for _ in range(RUNS):
        ours.append(start_ours(window, database, environment))
        peers.append(measure.run([empty], env=environment))
    seconds = sorted(m.seconds for m in ours)[RUNS // 2]
    peer = sorted(m.seconds for m in peers)[RUNS // 2]
    report.figure(f"{how}: first page with figures", seconds)
    report.figure(f"{how}: first frame of an empty GTK window", peer)
    report.figure(f"{how}: times the empty window", seconds / peer, "x", SHARE)
    report.figure(f"{how}: peak memory", max(m.megabytes for m in ours), "MB")


def lists(cli, program, work, environment):
    report = measure.Report("Every list, with 500 providers, 200 products, 20 000 tariffs, 30 000 agreement lines")
    region, figures = work / "desk.peilstok", work / "figures.txt"
    desk_region.make_region(cli, region, work / "csv")
    with open(figures, "w") as output:
        taken = measure.run([program, region], output=output, env=environment)
    for line in figures.read_text().splitlines():
        name, seconds = line.split("\t")
        report.figure(name, float(seconds), "s", LIST_SECONDS.get(name.split(": ")[1]))
    report.figure("peak memory", taken.megabytes, "MB")
    return report.exit_status()


def benchmark(window, cli, empty, program, work):
    report = measure.Report(f"Start of the window with the demo region (medians of {RUNS})")
    database = work / "demo.peilstok"
    measure.run([cli, "--db", database, "init", "--demo"])
    for how, settings in SETTINGS.items():
        compare(report, how, window, database, empty, screen.environment(work, **settings))
    return report.exit_status() or lists(cli, program, work, screen.environment(work))


def main():
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    if not screen.start():
        return 77
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-") as work:
        return benchmark(*sys.argv[1:], Path(work))


if __name__ == "__main__":
    sys.exit(main())
