#!/usr/bin/env python3
"""desk_region.py: a region of the size that a contract desk keeps

usage: desk_region.py --cli PEILSTOK_CLI [--csv FOLDER] OUT.peilstok

500 providers, 200 products in 25 groups, 20 000 tariffs (of the region and of providers, over five years), 30 000 agreement lines over
three years, ten incentive schemes, and 20 000 declaration lines to settle. Always the same. It writes canonical CSV files, to FOLDER
where that is named, and imports them into the new region OUT.peilstok.

SPDX-License-Identifier: EUPL-1.2
"""
import argparse
import csv
import datetime
import random
import subprocess
import tempfile
from pathlib import Path

N_PROVIDERS = 500
N_PRODUCTS = 200
N_GROUPS = 25
N_TARIFFS = 20_000
N_AGREEMENT_LINES = 30_000
N_DECLARATIONS = 20_000
LINES_PER_ASSIGNMENT = 10

TARIFF_YEARS = (2022, 2023, 2024, 2025, 2026)
AGREEMENT_YEARS = (2024, 2025, 2026)
DECLARED_YEAR = 2025

MUNICIPALITIES = (("0889", "Beesel"), ("0882", "Landgraaf"), ("0893", "Bergen (L.)"), ("0907", "Gennep"), ("0944", "Mook en Middelaar"),
                  ("0946", "Nederweert"), ("0957", "Roermond"), ("0983", "Venlo"), ("0984", "Venray"), ("0988", "Weert"),
                  ("1507", "Horst aan de Maas"), ("1640", "Leudal"), ("1641", "Maasgouw"), ("1669", "Roerdalen"),
                  ("1711", "Echt-Susteren"), ("1894", "Peel en Maas"))
PLACES = [name for _, name in MUNICIPALITIES]
KINDS_OF_CARE = ("Jeugdhulp", "Gezinszorg", "Praktijk", "Behandelcentrum", "Begeleiding", "Jeugdzorg", "Dagbehandeling", "Zorggroep")
NAMES = ("De Linde", "Het Baken", "De Brug", "Maasoever", "De Wilg", "Het Kompas", "De Vuurtoren", "Noorderlicht", "De Molen",
         "Het Anker", "De Horizon", "Zonnewende", "De Regenboog", "Het Veer", "De Grutto", "Peelhorst", "De Beuk", "Het Palet")
SERVICES = ("Ambulante begeleiding", "Behandeling individueel", "Behandeling groep", "Dagbesteding", "Logeren", "Gezinshuis",
            "Vaktherapie", "Diagnostiek", "Systeemtherapie", "Dyslexiezorg")


def euro(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100},{abs(cents) % 100:02d}"


def day(date):
    return date.strftime("%d-%m-%Y")


class Files:
    """Canonical CSV files in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.paths = []

    def write(self, kind, header, rows):
        path = self.folder / f"{kind}.csv"
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
            writer.writerow(header)
            writer.writerows(rows)
        self.paths.append(path)


def groups():
    return [f"GRP{i + 1:02d}" for i in range(N_GROUPS)]


def make_providers(chance):
    for i in range(N_PROVIDERS):
        name = f"{chance.choice(KINDS_OF_CARE)} {chance.choice(NAMES)} {i + 1}"
        yield {"agb": f"{41000000 + 37 * i:08d}", "name": name, "kvk": f"{10000000 + 7919 * i:08d}",
               "kind": chance.choice(("regulier", "regulier", "regulier", "micro", "systeem")),
               "contracted": "nee" if i % 20 == 19 else "ja", "place": chance.choice(PLACES)}


def make_products(chance):
    for i in range(N_PRODUCTS):
        funding = "traject" if i % 10 == 7 else "plek" if i % 10 == 8 else "pxq"
        unit = {"traject": "traject", "plek": "plekjaar"}.get(funding) or chance.choice(("uur", "minuut", "dagdeel", "etmaal"))
        yield {"code": f"{40 + i // 50}{'ABVT'[i % 4]}{i % 100:02d}", "name": f"{chance.choice(SERVICES)} {i + 1}",
               "group": groups()[i % N_GROUPS], "segment": str(1 + i % N_GROUPS % 5), "funding": funding, "unit": unit,
               "months": 12 if funding == "traject" else chance.choice(("", "", 6, 9)),
               "exempt": "buiten" if i % 40 == 39 else "ja" if i % 25 == 24 else "nee"}


def price_e4(product, chance):
    if product["funding"] == "plek":
        return chance.randrange(1_500_000, 9_000_000) * 100
    if product["funding"] == "traject":
        return chance.randrange(80_000, 900_000) * 100
    return chance.randrange(120, 18_000) * 100


def tariff_rows(product, agb, years, price):
    """A price that rises each year; the last one is open."""
    for year in years:
        end = "" if year == TARIFF_YEARS[-1] else day(datetime.date(year, 12, 31))
        yield [product["code"], agb, day(datetime.date(year, 1, 1)), end, f"{price // 10000},{price % 10000:04d}"]
        price = price * 1045 // 1000


def make_tariffs(providers, products, chance):
    """The region's of every product, and providers' own until there are enough; also which products a provider has."""
    rows, own = [], {}
    for product in products:
        rows += tariff_rows(product, "", TARIFF_YEARS, price_e4(product, chance))
    each = (N_TARIFFS - len(rows)) // N_PROVIDERS
    for provider in providers:
        own[provider["agb"]] = chance.sample(products, -(-each // len(TARIFF_YEARS)))
        left = each
        for product in own[provider["agb"]]:
            years = TARIFF_YEARS[-min(left, len(TARIFF_YEARS)):]
            rows += tariff_rows(product, provider["agb"], years, price_e4(product, chance))
            left -= len(years)
    assert len(rows) == N_TARIFFS, len(rows)
    return rows, own


def make_schemes(chance):
    for i in range(10):
        name = f"Regeling {i + 1}"
        for start, paid in ((0, 100), (100, 100 - 5 * i), (110 + i, 0), (125 + i, 80))[:2 + i % 3]:
            yield [name, "budget", start, paid]
        if i % 2:
            yield [name, "normduur", chance.choice((3, 6)), 80]


def make_agreements(providers, chance):
    per_agreement = N_AGREEMENT_LINES // N_PROVIDERS // len(AGREEMENT_YEARS)
    cells = [(group, code) for group in groups() for code, _ in MUNICIPALITIES]
    for provider in providers:
        exchange = chance.choice(("aanbieder", "segment", "productgroep", "regel"))
        scheme = chance.choice(("", *(f"Regeling {i + 1}" for i in range(10))))
        key = chance.choice(("realisatie", "overschrijding"))
        chosen = sorted(chance.sample(cells, per_agreement))
        for year in AGREEMENT_YEARS:
            for group, municipality in chosen:
                yield [provider["agb"], year, group, municipality, "", euro(chance.randrange(50_000, 40_000_000)), "", exchange,
                       scheme, key, "5", "10" if year == 2026 else "5", "dagelijks"]


def make_assignments(providers, own, chance):
    n = N_DECLARATIONS // LINES_PER_ASSIGNMENT
    for i in range(n):
        provider = providers[i % N_PROVIDERS]
        choices = [product for product in own[provider["agb"]] if product["funding"] == "pxq"]
        yield {"number": str(100_000 + i), "client": f"C{i % 1500:05d}", "agb": provider["agb"], "product": chance.choice(choices),
               "municipality": chance.choice(MUNICIPALITIES)[0]}


def declaration_rows(assignments, chance):
    """At a low price, so that no line is in dispute for its tariff."""
    for i, assignment in enumerate(assignments):
        for month in range(1, LINES_PER_ASSIGNMENT + 1):
            start = datetime.date(DECLARED_YEAR, month, 1)
            volume, price = chance.randrange(1, 60), chance.randrange(50, 120)
            yield [f"R{i}-{month}", assignment["municipality"], assignment["number"], assignment["product"]["code"], day(start),
                   day(start.replace(day=28)), volume, assignment["product"]["unit"], euro(price), euro(volume * price), "toegekend",
                   f"D{month:02d}"]


def write_master(files, providers, products, chance):
    files.write("municipalities", ["code", "naam"], MUNICIPALITIES)
    files.write("providers", ["agb", "naam", "kvk", "soort", "gecontracteerd", "email", "plaats"],
                [[p["agb"], p["name"], p["kvk"], p["kind"], p["contracted"], "", p["place"]] for p in providers])
    files.write("products", ["code", "naam", "segment", "productgroep", "bekostiging", "eenheid", "normduur_maanden", "prikkelvrij"],
                [[p["code"], p["name"], p["segment"], p["group"], p["funding"], p["unit"], p["months"], p["exempt"]]
                 for p in products])
    files.write("schemes", ["regeling", "soort", "vanaf", "betaald_pct"], make_schemes(chance))


def write_messages(files, assignments, chance):
    first, last = day(datetime.date(DECLARED_YEAR, 1, 1)), day(datetime.date(DECLARED_YEAR, 12, 31))
    files.write("assignments", ["toewijzingnummer", "client", "agb", "gemeente", "product", "ingangsdatum", "einddatum"],
                [[a["number"], a["client"], a["agb"], a["municipality"], a["product"]["code"], first, last] for a in assignments])
    files.write("care", ["gemeente", "toewijzingnummer", "startdatum"],
                [[a["municipality"], a["number"], first] for a in assignments])
    files.write("declarations", ["referentienummer", "gemeente", "toewijzingnummer", "product", "periode_van", "periode_tot",
                                 "volume", "eenheid", "tarief", "bedrag", "status", "declaratienummer"],
                declaration_rows(assignments, chance))


def write_region(folder):
    """All files; returns their paths."""
    chance = random.Random(20260101)
    files = Files(folder)
    providers, products = list(make_providers(chance)), list(make_products(chance))
    write_master(files, providers, products, chance)
    tariffs, own = make_tariffs(providers, products, chance)
    files.write("tariffs", ["product", "agb", "geldig_van", "geldig_tot", "tarief"], tariffs)
    files.write("agreements", ["agb", "jaar", "productgroep", "gemeente", "bekostiging", "plafond", "plekken", "uitruil", "regeling",
                               "verdeelsleutel", "bandbreedte_onder_pct", "bandbreedte_boven_pct", "plekmeting"],
                make_agreements(providers, chance))
    write_messages(files, list(make_assignments(providers, own, chance)), chance)
    return files.paths


def make_region(cli, path, folder):
    """A new region at `path`; from files that stay in `folder`."""
    files = write_region(folder)
    subprocess.run([cli, "--db", path, "init"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([cli, "--db", path, "import", *map(str, files)], check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description="A region of the size that a contract desk keeps.")
    parser.add_argument("--cli", required=True, help="the peilstok-cli that imports it")
    parser.add_argument("--csv", help="a folder for its CSV files, which are thrown away otherwise")
    parser.add_argument("path", metavar="OUT.peilstok")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="peilstok-desk-") as scratch:
        make_region(words.cli, words.path, words.csv or scratch)


if __name__ == "__main__":
    main()
