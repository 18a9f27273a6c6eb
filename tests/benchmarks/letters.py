#!/usr/bin/env python3
"""letters.py: 200 letters drafted, laid out, sent and written as PDF, against LibreOffice making PDFs of the same letters' words

usage: letters.py PEILSTOK_CLI LETTERS

The region is settlements.py's with 200 providers, at a peildatum in the middle of its year; LETTERS is the program of letters.c. The peer prints
the words alone, from spreadsheets of a line a row, without table or page numbers; it gets 20 letters in one go, and its start is not counted.

SPDX-License-Identifier: EUPL-1.2
"""
import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import desk_region
import measure
import settlements

N_PROVIDERS = 200
N_PEER = 20
DAY = f"{desk_region.DECLARED_YEAR}-07-21"
DATA_THROUGH = f"{desk_region.DECLARED_YEAR}-06-30"

# What somebody waits for who sends the letters of a peildatum, in seconds; memory in MB.
TARGETS = {"draft them": 30, "lay out the pages of one": 0.1, "write the drafts as PDF": 30, "send them, with their pages": 30,
           "write the sent ones as PDF": 10, "the evidence of one": 1}
PEAK_MB = 200


def make_region(cli, region, folder):
    settlements.N_PROVIDERS = N_PROVIDERS
    settlements.make_region(cli, region, folder)
    peildata = folder / "peildata.csv"
    peildata.write_text(f"peildatum;omschrijving;gegevens_tot\n{DAY};zomer;{DATA_THROUGH}\n")
    subprocess.run([cli, "--db", region, "import", peildata], check=True, stdout=subprocess.DEVNULL)


def convert(office, work, paths):
    """The seconds that LibreOffice takes for these texts, beyond what it takes for an empty one."""
    empty = work / "empty.csv"
    empty.write_text("leeg\n")
    command = [office, f"-env:UserInstallation=file://{work / 'office'}", "--headless", "--convert-to", "pdf", "--outdir", work / "peer"]
    measure.run([*command, empty], stderr=subprocess.DEVNULL)
    started = measure.run([*command, empty], stderr=subprocess.DEVNULL).seconds
    taken = measure.run([*command, *paths], stderr=subprocess.DEVNULL).seconds
    assert all((work / "peer" / f"{path.stem}.pdf").exists() for path in paths)
    return taken - started


def compare(report, office, work, letters, each):
    sheets = []
    for i, letter in enumerate(letters[:N_PEER]):
        words = subprocess.run(["pdftotext", letter, "-"], check=True, capture_output=True, text=True).stdout
        sheets.append(work / f"letter{i}.csv")
        with open(sheets[-1], "w", newline="") as output:
            csv.writer(output).writerows([line] for line in words.splitlines())
    peer = convert(office, work, sheets) / len(sheets)
    report.figure("the words of one as PDF, LibreOffice", 1000 * peer, "ms")
    report.figure("our share of its time", 100 * each / peer, "%")


def benchmark(cli, program, work):
    report = measure.Report(f"the letters of {N_PROVIDERS} providers at a peildatum")
    region, figures, paper = work / "region.peilstok", work / "figures.txt", work / "paper"
    make_region(cli, region, work / "csv")
    paper.mkdir()
    with open(figures, "w") as output:
        taken = measure.run([program, DAY, paper, region], output=output)
    found = {}
    for line in figures.read_text().splitlines():
        name, value = line.split("\t")
        found[name] = float(value)
        report.figure(name, float(value), "" if name == "letters" else "s", TARGETS.get(name))
    report.figure("peak memory", taken.megabytes, "MB", PEAK_MB)
    letters = sorted(paper.glob("BB-*.pdf"))
    if shutil.which("soffice") and shutil.which("pdftotext"):
        compare(report, "soffice", work, letters, found["write the drafts as PDF"] / found["letters"])
    subprocess.run([cli, "--db", region, "verify"], check=True, stdout=subprocess.DEVNULL)
    return report.exit_status()


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="peilstok-benchmark-") as work:
        return benchmark(sys.argv[1], sys.argv[2], Path(work))


if __name__ == "__main__":
    sys.exit(main())
