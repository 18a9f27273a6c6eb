#!/usr/bin/env python3
"""region.py: import and settle a made-up region, against the sqlite3 shell doing the same in the same run

usage: region.py PEILSTOK_CLI LINES

Imports LINES declaration lines and a quarter of that (so that growth at four times the size shows), settles the year 2023, and
runs peer-import.sql and peer-settle.sql on the same files. The peer's settlement is compared with ours before its time counts.

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

HERE = Path(__file__).resolve().parent
YEAR = "2023"

# What the project promises (README): shares of the peer's time, seconds, MB, and growth at four times the lines.
IMPORT_SHARE = 0.5
SETTLE_SHARE = 0.05
SETTLE_SECONDS = 0.5
PEAK_MB = 200
GROWTH = 4.5

PEER_COLUMNS = {
    "gross_cents": "gross_cents", "norm_cents": "norm_deduction_cents", "exempt_cents": "exempt_cents",
    "outside_cents": "outside_cents", "ceiling_cents": "ceiling_cents", "paid_cents": "paid_cents", "carried_cents": "carried_cents",
}


def generate(cli, folder, lines):
    measure.run([cli, "generate", "--lines", str(lines), "--seed", "1", folder])
    return sorted(folder.glob("*.csv"))


def import_ours(cli, folder, database):
    for path in database.parent.glob(database.name + "*"):
        path.unlink()
    measure.run([cli, "--db", database, "init"])
    return measure.run([cli, "--db", database, "import", *sorted(folder.glob("*.csv"))])


def run_peer(script, database, folder, output=subprocess.DEVNULL):
    with tempfile.TemporaryFile("w+") as commands:
        commands.write((HERE / script).read_text().replace("@YEAR@", YEAR))
        commands.seek(0)
        return measure.run(["sqlite3", "-bail", database], output=output, stdin=commands, cwd=folder)


def settle_ours(cli, database, path):
    with open(path, "w") as output:
        return measure.run([cli, "--db", database, "settle", "--year", YEAR, "--format=json"], output=output)


def settle_peer(database, folder, path):
    with open(path, "w") as output:
        return run_peer("peer-settle.sql", database, folder, output)


def lines_of(settled):
    return {(s["provider"], line["product_group"], line["municipality"]): line
            for s in settled["settlements"] for line in s["lines"]}


def check_same(ours_path, peer_path):
    """The peer must have done the same work: every amount of every line, every scope's deduction."""
    ours = json.loads(ours_path.read_text())
    text = peer_path.read_text()
    decoder = json.JSONDecoder()
    lines, end = decoder.raw_decode(text)
    scopes = json.loads(text[end:])

    wanted = lines_of(ours)
    given = {(row["agb"], row["product_group"], row["municipality"]): row for row in lines}
    missing = [key for key in given if key not in wanted]
    other = [(key, name) for key, row in given.items() if key in wanted
             for name, column in PEER_COLUMNS.items() if row[name] != wanted[key][column]]
    deducted = {(s["provider"], scope["scope"]): scope["deduction_cents"] for s in ours["settlements"] for scope in s["scopes"]}
    other += [row for row in scopes if deducted.get((row["agb"], row["scope"])) != row["deduction_cents"]]
    if missing or other:
        raise SystemExit(f"the peer settles something else: {len(missing)} lines missing, {len(other)} amounts: {(missing + other)[:5]}")
    print(f"  the peer's {len(given)} lines and {len(scopes)} scopes are the same to the cent", flush=True)


def benchmark(cli, n_lines, work):
    report = measure.Report(f"{n_lines} declaration lines")
    folder, quarter = work / "region", work / "quarter"
    files = generate(cli, folder, n_lines)
    generate(cli, quarter, n_lines // 4)
    print(f"  {sum(f.stat().st_size for f in files) / 1e6:.0f} MB of CSV", flush=True)

    small = import_ours(cli, quarter, work / "quarter.peilstok")
    ours = import_ours(cli, folder, work / "region.peilstok")
    peer = run_peer("peer-import.sql", work / "peer.db", folder)
    report.figure("import, peilstok-cli", ours.seconds)
    report.figure("import, sqlite3 shell", peer.seconds)
    report.figure("import, share of the peer's time", ours.seconds / peer.seconds, "", IMPORT_SHARE)
    report.figure("import, peak memory", ours.megabytes, "MB", PEAK_MB)
    report.figure("import, peak memory at a quarter of the lines", small.megabytes, "MB")
    report.figure("import, growth from a quarter of the lines", ours.seconds / small.seconds, "x", GROWTH)

    settled = measure.median_of(5, lambda: settle_ours(cli, work / "region.peilstok", work / "ours.json"))
    peer = settle_peer(work / "peer.db", folder, work / "peer.json")
    check_same(work / "ours.json", work / "peer.json")
    report.figure("settle all to JSON, peilstok-cli (median of 5)", settled.seconds, "s", SETTLE_SECONDS)
    report.figure("settle, plain SQL over the raw lines", peer.seconds)
    report.figure("settle, share of the peer's time", settled.seconds / peer.seconds, "", SETTLE_SHARE)
    report.figure("settle, peak memory", settled.megabytes, "MB")
    return report.exit_status()


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    if shutil.which("sqlite3") is None:
        print("the sqlite3 shell is not installed")
        return 77
    n_lines = int(sys.argv[2])
    if n_lines > 5_000_000 and not os.environ.get("PEILSTOK_BENCHMARK_LARGE"):
        print("10 million lines only with PEILSTOK_BENCHMARK_LARGE=1")
        return 77
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-", dir=os.environ.get("PEILSTOK_BENCHMARK_FOLDER")) as work:
        return benchmark(sys.argv[1], n_lines, Path(work))


if __name__ == "__main__":
    sys.exit(main())
