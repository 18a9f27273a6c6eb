#!/usr/bin/env python3
"""pages.py: a provider's page, the providers and the overview, from the click until everything is painted

usage: pages.py PEILSTOK_CLI PAGES

PAGES is the program of pages.c: the window itself under a virtual screen. A made-up region with 250.000 declaration lines and 125
providers; with PEILSTOK_BENCHMARK_LARGE=1 10 million lines, a million assignments and 5.000 providers. Wants xvfb-run.

SPDX-License-Identifier: EUPL-1.2
"""
import os
import sys
import tempfile
from pathlib import Path

import measure
import screen
from overview import LARGE_LINES, LARGE_PROVIDERS, N_LINES, N_PROVIDERS
from region import import_ours

# Seconds from the click until everything is painted; and how long the window may keep a key waiting.
PAINTED = {"a provider’s page": 0.15, "the largest provider’s page": 0.15, "the overview, its figures read": 0.5,
           "the overview again": 0.5, "the providers": 0.5, "the providers again": 0.5}
AT_ONCE = 0.1


def target_of(page, what):
    return PAINTED.get(page) if what == "painted" else AT_ONCE if what == "at once" else None


def benchmark(cli, program, n_lines, n_providers, work):
    report = measure.Report(f"The window with {n_lines} declaration lines and {n_providers} providers, until painted")
    region, output = work / "region.peilstok", work / "figures.txt"
    measure.run([cli, "generate", "--lines", str(n_lines), "--providers", str(n_providers), work / "csv"])
    import_ours(cli, work / "csv", region)
    with open(output, "w") as file:
        taken = measure.run([program, region], output=file, env=screen.environment(work))
    for line in output.read_text().splitlines():
        name, seconds = line.split("\t")
        report.figure(name, float(seconds), "s", target_of(*name.rsplit(": ", 1)))
    report.figure("peak memory", taken.megabytes, "MB")
    return report.exit_status()


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    if not screen.start():
        return 77
    size = (LARGE_LINES, LARGE_PROVIDERS) if os.environ.get("PEILSTOK_BENCHMARK_LARGE") else (N_LINES, N_PROVIDERS)
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-", dir=os.environ.get("PEILSTOK_BENCHMARK_FOLDER")) as work:
        return benchmark(*sys.argv[1:], *size, Path(work))


if __name__ == "__main__":
    sys.exit(main())
