#!/usr/bin/env python3
"""overview.py: the first page in the morning, and a provider's page, against plain SQL over the raw lines

usage: overview.py PEILSTOK_CLI OVERVIEW

OVERVIEW is the program of overview.c. A made-up region with 250.000 declaration lines and 125 providers; with PEILSTOK_BENCHMARK_LARGE=1
10 million lines, a million assignments and 5.000 providers. The same figures come from plain SQL over the files' lines in the sqlite3 shell
(peer-overview.sql), and must be equal before its time counts. With PEILSTOK_BENCHMARK_KEEP=FOLDER the files, the region and the peer's
database are made in that folder, stay there, and are used again by the next run.

SPDX-License-Identifier: EUPL-1.2
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import measure
from region import HERE, YEAR, import_ours, run_peer

N_LINES, N_PROVIDERS = 250_000, 125
LARGE_LINES, LARGE_PROVIDERS = 10_000_000, 5_000

# Seconds from the click; memory in MB.
TARGETS = {"the overview, with its signals": 0.5, "a provider's page: its bandwidth and every topic": 0.15}
PEAK_MB = 400
SAME = ("agreed_cents", "realised_cents", "cost_cents", "clients", "waiting", "waiting_over")


def parts():
    """The parts of peer-overview.sql."""
    return [part.split("\n", 1)[1] for part in (HERE / "peer-overview.sql").read_text().split("-- PART ")[1:]]


def peer_script(folder):
    """peer-settle.sql up to what is paid, with the trajects as they run."""
    trajects, figures = parts()
    text = (HERE / "peer-settle.sql").read_text().split("-- Paid and carried.")[0]
    before, after = text.split("CREATE TEMP TABLE traject_produced AS")
    path = folder / "peer-overview.sql"
    path.write_text(before + trajects + "\n-- Places." + after.split("-- Places.", 1)[1] + figures)
    return path


def run_ours(program, region):
    process = subprocess.Popen([program, region, YEAR], stdout=subprocess.PIPE, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"overview ended with {process.returncode}")
    lines = text.splitlines()
    times = {name: float(seconds) for name, seconds in (line.split("\t") for line in lines[:-1])}
    return times, json.loads(lines[-1]), usage.ru_maxrss / 1024


def check_same(ours, path):
    peer = json.loads(path.read_text())[0]
    other = [(name, ours[name], peer[name]) for name in SAME if ours[name] != peer[name]]
    if other:
        raise SystemExit(f"plain SQL comes to something else (name, ours, the peer's): {other}")
    print("  the peer comes to the same, to the cent and to the client", flush=True)


def run_shell(work, folder, output):
    with open(output, "w") as file:
        return run_peer(peer_script(work), work / "peer.db", folder, file)


def make_once(path, make):
    """Under another name until it is whole: a run that was broken off leaves nothing that would be used again."""
    if path.exists():
        return
    unfinished = path.with_name("unfinished-" + path.name)
    if unfinished.is_dir():
        shutil.rmtree(unfinished)
    unfinished.unlink(missing_ok=True)
    make(unfinished)
    unfinished.rename(path)


def make_files(cli, n_lines, n_providers, work):
    folder, region, peer = work / "csv", work / "region.peilstok", work / "peer.db"
    make_once(folder, lambda path: measure.run([cli, "generate", "--lines", str(n_lines), "--providers", str(n_providers), path]))
    make_once(region, lambda path: import_ours(cli, folder, path))
    make_once(peer, lambda path: run_peer("peer-import.sql", path, folder))
    return folder, region


def forget_figures(region):
    """As after a change that concerns everybody: so that they are computed for the first time."""
    measure.run(["sqlite3", "-bail", region, "DELETE FROM year_figure"])


def benchmark(cli, program, n_lines, n_providers, work):
    report = measure.Report(f"the overview of {n_lines} declaration lines and {n_providers} providers")
    folder, region = make_files(cli, n_lines, n_providers, work)
    forget_figures(region)

    times, ours, megabytes = run_ours(program, region)
    peer = run_shell(work, folder, work / "peer.json")
    check_same(ours, work / "peer.json")
    report.figure("providers with figures", ours["providers"], "")
    report.figure("signals", ours["signals"], "")
    for name, seconds in times.items():
        report.figure(name, seconds, "s", TARGETS.get(name))
    report.figure("the region's figures, plain SQL over the raw lines", peer.seconds)
    report.figure("the same, in processor time", peer.processor)
    report.figure("our share of its time", times["the overview's figures, read and summed"] / peer.seconds, "")
    report.figure("our share of its time, computed for the first time",
                  times["the figures of the year computed for the first time, and kept"] / peer.seconds, "")
    report.figure("peak memory", megabytes, "MB", PEAK_MB)
    return report.exit_status()


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    if shutil.which("sqlite3") is None:
        print("the sqlite3 shell is not installed")
        return 77
    size = (LARGE_LINES, LARGE_PROVIDERS) if os.environ.get("PEILSTOK_BENCHMARK_LARGE") else (N_LINES, N_PROVIDERS)
    keep = os.environ.get("PEILSTOK_BENCHMARK_KEEP")
    if keep:
        Path(keep).mkdir(parents=True, exist_ok=True)
        return benchmark(sys.argv[1], sys.argv[2], *size, Path(keep).resolve())
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-", dir=os.environ.get("PEILSTOK_BENCHMARK_FOLDER")) as work:
        return benchmark(sys.argv[1], sys.argv[2], *size, Path(work))


if __name__ == "__main__":
    sys.exit(main())
