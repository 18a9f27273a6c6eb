#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Write a made-up region full of odd cases as canonical CSV files.

    make_odd_region.py --seed N DIR [--size S]

The same seed and size always give the same files. All files are valid, so the
importer must take every row; what is odd is the content (see the functions'
comments) and the notation: encodings, separators, quotes, dates and numbers
differ from file to file. S multiplies the number of assignments.
"""
import argparse
import csv
import io
import os
import random
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import settle_oracle
from settle_oracle import add_months, minute_tariff, rounded

ONE_DAY = timedelta(days=1)
FAR = date(2099, 12, 31)

COLUMNS = {
    "municipalities": "code naam",
    "providers": "agb naam kvk soort gecontracteerd email plaats",
    "products": "code naam segment productgroep bekostiging eenheid "
                "normduur_maanden normvolume_uren prikkelvrij",
    "tariffs": "product agb geldig_van geldig_tot tarief",
    "schemes": "regeling soort vanaf betaald_pct",
    "agreements": "agb jaar productgroep gemeente bekostiging plafond plekken "
                  "uitruil regeling verdeelsleutel bandbreedte_onder_pct "
                  "bandbreedte_boven_pct plekmeting",
    "assignments": "toewijzingnummer client agb gemeente product productgroep "
                   "ingangsdatum einddatum volume eenheid frequentie budget "
                   "verwijzer",
    "care": "gemeente toewijzingnummer startdatum stopdatum "
            "reden_beeindiging verzonden_305 verzonden_307",
    "declarations": "referentienummer gemeente toewijzingnummer product "
                    "periode_van periode_tot volume eenheid tarief bedrag "
                    "status declaratienummer",
    "advances": "agb product gemeente maand bedrag",
    "peildata": "peildatum omschrijving gegevens_tot",
    "measurements": "peildatum agb product gemeente clienten plekken "
                    "gerealiseerd wachtenden wachttijd_dagen",
}
# Columns that may be left out of the header when no row has a value there.
OPTIONAL = set("kvk email plaats normvolume_uren plekken volume frequentie "
               "budget verwijzer verzonden_305 verzonden_307 declaratienummer "
               "wachtenden wachttijd_dagen gerealiseerd clienten".split())
# Splitting these over two files breaks no rule about whole groups of rows.
SPLITTABLE = ("declarations", "assignments", "care")

MUNICIPALITIES = [("0889", "Beesel"), ("0893", "Bergen (L.)"),
                  ("0907", "Gennep"), ("0983", "Venlo"),
                  ("1507", 'Horst; "aan de Maas"'), ("1894", "Peel en Maas"),
                  ("0005", "Súdwest-Fryslân")]
NAMES = ['Praktijk "Zoë"', "Jeugdhulp; De Één", "’t Hofje, zorg & meer",
         "Groep Zuid", "Coöperatie \"A;B\", Venlo", "Ænna — thuis",
         "De Linde", "Müller's huis", "Café Créme"]

# code, segment, group, funding, unit, norm months to choose from
PRODUCTS = [
    ("45A04", "4", "AMB1", "pxq", "uur", (1, 3, 6, 12)),
    ("45A05", "4", "AMB1", "pxq", "minuut", (None, 2, 6)),
    ("46C01", "4", "AMB1", "pxq", "uur", (None, 6)),
    ("46C02", "4", "GGZ", "pxq", "stuk", (None, 1)),
    ("54A10", "4", "GGZ", "pxq", "minuut", (1, 2, 9)),
    ("54A11", "4", "GGZ", "pxq", "uur", (None, 1, 4)),
    ("41A16", "3", "DAG", "pxq", "dagdeel", (None, 3)),
    ("41A17", "3", "DAG", "pxq", "etmaal", (None, 1)),
    ("41A18", "3", "AMB", "pxq", "dag", (None, 2)),
    ("90A01", "2", "CON", "pxq", "uur", (None, 1)),
    ("45L11", "4", "AMB1", "traject", "traject", (1, 6)),
    ("45L13", "4", "AMB1", "traject", "traject", (3, 12)),
    ("54L02", "4", "GGZ", "traject", "traject", (2, 9)),
    ("54L03", "4", "GGZ", "traject", "stuk", (6,)),
    ("45V01", "4", "AMBV", "plek", "plekjaar", (None, 12)),
    ("41V02", "3", "DAG", "plek", "plekjaar", (None, 12)),
    ("41V03", "3", "DAG", "plek", "plekjaar", (None,)),
    ("90T01", "2", "CRI", "taakgericht", "stuk", (None,)),
    ("90T02", "4", "AMB1", "taakgericht", "stuk", (None,)),
]
ALWAYS_EXEMPT = {"46C01": "ja", "46C02": "buiten", "54L02": "ja",
                 "54L03": "buiten", "41V03": "buiten"}
PRICES = {"pxq": (200000, 1400000), "traject": (5000000, 70000000),
          "plek": (50000000, 300000000), "taakgericht": (100000, 900000)}
UNIT_CODES = {"minuut": ("01",), "uur": ("04",), "etmaal": ("14",),
              "dagdeel": ("16",), "stuk": ("82", "84")}

# name -> (kind, from, paid) in basis points, or months and basis points
SCHEMES = {
    "donut": [("budget", 0, 10000), ("budget", 10000, 0),
              ("budget", 10300, 10000)],
    "staffel": [("budget", 0, 10000), ("budget", 9500, 9000),
                ("budget", 10000, 7000), ("budget", 10550, 4000),
                ("budget", 11000, 0)],
    "hard plafond": [("budget", 0, 10000), ("budget", 10000, 0)],
    "klif; steil": [("geheel", 0, 10000), ("geheel", 10000, 9000),
                    ("geheel", 11000, 6667)],
    "klif én duur": [("geheel", 0, 9500), ("geheel", 8000, 5000),
                     ("normduur", 1, 8000)],
    "duur": [("normduur", 0, 8500), ("normduur", 2, 5000)],
    "duur later": [("normduur", 2, 7500), ("normduur", 5, 3333),
                   ("normduur", 8, 10000)],
    'mix "alles"': [("budget", 0, 10000), ("budget", 10000, 0),
                    ("budget", 10250, 6250), ("budget", 11500, 0),
                    ("normduur", 0, 9000), ("normduur", 3, 7500),
                    ("normduur", 6, 3333)],
}
EXCHANGES = ("aanbieder", "segment", "productgroep", "regel")
REASONS = ("02", "31", "31", "31", "32", "33", "34", "35", "36", "37", "38",
           "39", "")
REFERRERS = ("", "gemeente", "huisarts", "GI", "onbekend", "01", "02", "08")


def last_day(year, month):
    return add_months(date(year, month, 1), 1) - ONE_DAY


class Region:
    """The rows of all kinds, filled step by step."""

    def __init__(self, seed, size=1):
        self.random = random.Random(seed)
        self.size = size
        # Every sixth seed has the same year: two in six are leap years.
        self.year = 2023 + seed % 6
        self.seed = seed
        self.rows = defaultdict(list)
        self.products = {}
        self.prices = defaultdict(list)   # (product, agb): (from, to, tariff)
        self.counters = defaultdict(int)
        self.care_keys = set()
        self.produced = {}      # (agb, group, municipality, year): cents
        self.first_peildatum = None
        self.fill()

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *choices):
        return self.random.choice(choices)

    def add(self, kind, **values):
        self.rows[kind].append(values)

    def fill(self):
        self.add_municipalities()
        self.add_providers()
        self.add_products()
        self.add_tariffs()
        self.add_schemes()
        for index in range(int(self.random.randint(18, 45) * self.size) + 1):
            self.add_story(index)
        self.add_advances()
        self.add_peildata()
        self.add_measurements()
        self.measure_production()
        for index, agb in enumerate(self.providers):
            self.add_agreements(index, agb)
        self.ensure_agreement()

    # --- master data ---

    def add_municipalities(self):
        chosen = self.random.sample(MUNICIPALITIES, self.random.randint(2, 5))
        for code, name in chosen:
            self.add("municipalities", code=code, naam=name)
        self.municipalities = [code for code, _ in chosen]

    def add_providers(self):
        count = self.random.randint(2, 8)
        numbers = self.random.sample(range(1, 99999), count)
        self.providers = ["414%05d" % number for number in numbers]
        # Tidy providers make no mistakes, so that their ceilings can be set
        # to the cent; of the others, one in two lines or so is odd.
        self.tidy = {agb for agb in self.providers if self.chance(0.35)}
        for agb in self.providers:
            self.add("providers", agb=agb, naam=self.pick(*NAMES),
                     kvk=self.pick("", "1" + agb[1:]),
                     soort=self.pick("regulier", "micro", "systeem"),
                     gecontracteerd=self.pick("ja", "ja", "nee"),
                     plaats=self.pick("", "Venlo", "’s-Hertogenbosch"))

    def add_products(self):
        for code, segment, group, funding, unit, norms in PRODUCTS:
            norm = self.pick(*norms)
            exempt = ALWAYS_EXEMPT.get(code) or self.pick(
                "", "", "", "nee", "nee", self.pick("", "ja", "buiten"))
            self.products[code] = dict(code=code, group=group, unit=unit,
                                       funding=funding, norm=norm,
                                       segment=segment)
            self.add("products", code=code, naam=self.pick(*NAMES),
                     segment=segment, productgroep=group, bekostiging=funding,
                     eenheid=unit, prikkelvrij=exempt,
                     normduur_maanden=str(norm) if norm else "")

    def codes(self, funding):
        return [code for code, product in self.products.items()
                if product["funding"] == funding]

    def groups(self):
        found = {}
        for product in self.products.values():
            found[product["group"]] = product["segment"]
        return found

    # --- tariffs: changing, ending, missing ---

    def add_tariffs(self):
        for code, product in self.products.items():
            low, high = PRICES[product["funding"]]
            price = self.random.randint(low, high)
            if product["unit"] == "minuut":
                price //= 60
            if product["funding"] == "plek":
                price -= price % 5000
            for first, last in self.validity():
                self.add_tariff(code, "", first, last, price)
                price += self.random.randint(-price // 20, price // 10)
            for agb in self.providers:
                if self.chance(0.12):
                    self.add_own_tariff(code, agb, price)

    def validity(self):
        """Periods of the region's tariff: one, changing, or with a gap."""
        year = self.year
        early = date(year - 3, 1, 1)
        change = self.pick(date(year, 7, 1), date(year, 1, 1),
                           date(year, 3, 1), date(year, 2, 28),
                           date(year, 10, 16))
        kind = self.random.random()
        if kind < 0.35:
            return [(early, None)]
        if kind < 0.70:
            return [(early, change - ONE_DAY), (change, None)]
        if kind < 0.85:
            gap = change + timedelta(days=self.random.randint(1, 60))
            return [(early, change - ONE_DAY), (gap, None)]
        if kind < 0.93:
            return [(early, change)]
        if kind < 0.97:
            return [(change, None)]
        return []

    def add_own_tariff(self, code, agb, price):
        price += self.random.randint(-price // 10, price // 8)
        first = date(self.year - 1, 1, 1)
        last = self.pick(None, date(self.year, 3, 31), date(self.year, 2, 28),
                         date(self.year, 10, 31))
        if self.chance(0.4):
            first = date(self.year, 3, 1)
            last = self.pick(None, date(self.year, 8, 31))
        self.add_tariff(code, agb, first, last, price)

    def add_tariff(self, code, agb, first, last, tariff):
        tariff = max(1, tariff)
        self.prices[code, agb].append((first, last or FAR, tariff))
        self.add("tariffs", product=code, agb=agb, geldig_van=first,
                 geldig_tot=last, tarief=(tariff, 4))

    def tariff(self, code, agb, day):
        for owner in (agb, ""):
            for first, last, tariff in self.prices[code, owner]:
                if first <= day <= last:
                    return tariff
        return None

    # --- schemes ---

    def add_schemes(self):
        schemes = dict(SCHEMES)
        schemes["willekeurig"] = self.random_scheme()
        for name, steps in schemes.items():
            for kind, start, paid in steps:
                decimals = 0 if kind == "normduur" else 2
                self.add("schemes", regeling=name, soort=kind,
                         vanaf=(start, decimals), betaald_pct=(paid, 2))
        # No scheme, too, and more than once: it is common.
        self.schemes = list(schemes) + ["", ""]

    def random_scheme(self):
        kind = self.pick("budget", "geheel")
        starts = [0] + sorted(self.random.sample(range(1, 15000),
                                                 self.random.randint(0, 5)))
        steps = [(kind, start, self.random.randint(0, 100) * 100)
                 for start in starts]
        for months in sorted(self.random.sample(range(0, 12),
                                                self.random.randint(0, 3))):
            steps.append(("normduur", months, self.random.randint(0, 10000)))
        return steps

    # --- days with a taste for the ends of months and for 29 February ---

    def odd_day(self, first_year, last_year):
        year = self.random.randint(first_year, last_year)
        month = self.pick(1, 1, 2, 2, 3, *range(1, 13))
        end = last_day(year, month).day
        return date(year, month, min(end, self.pick(
            1, 28, 29, 30, 31, self.random.randint(1, 31))))

    def next_start(self, end):
        """After a gap around the month that still joins a path."""
        joined = add_months(end, 1)
        return self.pick(joined, joined + ONE_DAY, joined - ONE_DAY,
                         end + ONE_DAY, end - timedelta(days=12),
                         end + timedelta(days=self.random.randint(2, 80)))

    def reason(self):
        return self.pick(*REASONS)

    # --- assignments and care ---

    def add_assignment(self, client, agb, municipality, start, end,
                       product="", group=""):
        # Numbered per municipality, so each number occurs in several.
        self.counters[municipality] += 1
        number = str(self.counters[municipality])
        row = dict(toewijzingnummer=number, client=client, agb=agb,
                   gemeente=municipality, product=product, productgroep=group,
                   ingangsdatum=start, einddatum=end,
                   verwijzer=self.pick(*REFERRERS))
        if self.chance(0.3):
            row.update(volume=(self.random.randint(1, 90) * 500, 3),
                       eenheid=self.pick("uur", "04", "minuut", "01"),
                       frequentie=self.pick("1", "2", "4", "6"))
        if self.chance(0.2):
            row["budget"] = (self.random.randint(10000, 900000), 2)
        self.add("assignments", **row)
        return row

    def add_care(self, assignment, start, stop, reason=""):
        key = (assignment["gemeente"], assignment["toewijzingnummer"], start)
        if key in self.care_keys:
            return False
        self.care_keys.add(key)
        self.add("care", gemeente=key[0], toewijzingnummer=key[1],
                 startdatum=start, stopdatum=stop,
                 reden_beeindiging=reason if stop else "",
                 verzonden_305=self.pick(None, start + timedelta(days=3)),
                 verzonden_307=stop and stop + timedelta(days=4))
        return True

    def around(self, agb, start, stop):
        """An assignment's days around care: wider, the same, or too narrow."""
        if agb in self.tidy:
            return start - timedelta(days=5), stop + timedelta(days=800)
        first = start + timedelta(days=self.pick(-40, -10, 0, 0, 0, 9))
        last = stop + timedelta(days=self.pick(-12, 0, 0, 20, 90))
        return first, max(first, last)

    def client(self, index):
        # Fewer clients than stories: many have several assignments.
        return "C%03d" % self.random.randint(1, max(2, index + 2))

    def add_story(self, index):
        # The first providers get more, so that some scopes are well filled.
        agb = self.providers[min(self.random.randrange(len(self.providers))
                                 for _ in range(2))]
        client = self.client(index)
        story = self.random.random()
        if story < 0.33:
            self.pxq_story(client, agb)
        elif story < 0.5:
            self.path_story("P%03d" % index, agb)
        elif story < 0.72:
            self.traject_story(client, agb)
        elif story < 0.93:
            self.plek_story(client, agb)
        else:
            self.taakgericht_story(client, agb)

    # --- pxq: chains of care with gaps, and lines of every sort ---

    def pxq_story(self, client, agb):
        code = self.pick(*self.codes("pxq"))
        group = self.products[code]["group"]
        municipality = self.pick(*self.municipalities)
        start = self.odd_day(self.year - 1, self.year)
        assignment = None
        for _ in range(self.random.randint(1, 4)):
            stop = add_months(start, self.random.randint(1, 7))
            stop = self.pick(stop, stop - ONE_DAY,
                             last_day(stop.year, stop.month))
            stop = max(start, stop)
            if assignment is None or self.chance(0.6):
                assignment = self.pxq_assignment(
                    client, agb, municipality, code, group, start, stop)
            is_open = self.chance(0.12)
            # Without a message of care, lines may lie on no path at all.
            if self.chance(0.9):
                self.add_care(assignment, start, None if is_open else stop,
                              self.pick("20", self.reason()))
            self.add_lines(assignment, code, start, stop)
            start = self.next_start(stop)
            if self.chance(0.2):
                municipality = self.pick(*self.municipalities)

    def pxq_assignment(self, client, agb, municipality, code, group, start,
                       stop):
        first, last = self.around(agb, start, stop)
        end = None if self.chance(0.15) else last
        if self.chance(0.3):
            return self.add_assignment(client, agb, municipality, first, end,
                                       group=group)
        return self.add_assignment(client, agb, municipality, first, end,
                                   product=code)

    def add_lines(self, assignment, code, start, stop):
        """A line a month; some of them wrong in every way there is."""
        first = start
        while first <= stop:
            last = min(stop, last_day(first.year, first.month))
            if self.chance(0.75):
                self.add_line(assignment, code, first, last)
            first = last + ONE_DAY
        if self.chance(0.25) and assignment["agb"] not in self.tidy:
            self.add_gap_line(assignment, code, stop)

    def add_gap_line(self, assignment, code, stop):
        """A line after the care: in a gap between periods, or outside."""
        first = stop + timedelta(days=self.random.randint(1, 20))
        last = first + timedelta(days=self.random.randint(0, 9))
        self.add_line(assignment, code, first, last)

    def add_line(self, assignment, code, first, last):
        fault = 1 if assignment["agb"] in self.tidy else self.random.random()
        if fault < 0.05:
            code = self.pick(*self.products)
        if 0.05 < fault < 0.09:
            first = assignment["ingangsdatum"] - ONE_DAY
            last = max(first, last)
        if 0.09 < fault < 0.13 and assignment["einddatum"]:
            last = max(first, assignment["einddatum"] + ONE_DAY)
        if self.products[code]["funding"] != "pxq":
            self.add_instalment(assignment, code, first, last,
                                self.random.randint(100, 90000))
            return
        tariff = self.tariff(code, assignment["agb"], first)
        if tariff or assignment["agb"] not in self.tidy:
            self.add_priced_line(assignment, code, first, last,
                                 tariff or 250000)

    def add_priced_line(self, assignment, code, first, last, tariff):
        unit = self.products[code]["unit"]
        tidy = assignment["agb"] in self.tidy
        volume = self.random.choice([1000, 7250, 12333, 20000, 500,
                                     self.random.randint(1, 60000)])
        if unit == "minuut":
            volume *= 30
        volume *= self.credit_factor()
        written = self.write_unit(unit)
        minutes = unit == "uur" and self.chance(0.35)
        if minutes:
            written = self.write_unit("minuut", required=True)
            volume = self.random.choice([50000, 45000, 7000, 333500])
            volume *= self.credit_factor()
            tariff, amount = self.minute_price(tariff, volume, tidy)
        else:
            tariff, amount = self.right_or_wrong_price(tariff, volume, tidy)
        if not minutes and not tidy and self.chance(0.04):
            written = self.pick("83", "82", "uur", "01", "etmaal")
        self.write_line(assignment, code, first, last, volume, written,
                        tariff, amount)

    def credit_factor(self):
        """Now and then a credit, at times much more than any debit."""
        if self.chance(0.92):
            return 1
        return self.pick(-1, -1, -1, -20)

    def write_unit(self, unit, required=False):
        """A unit as a word, as a code, or left empty."""
        choices = [unit, *UNIT_CODES.get(unit, ())]
        if not required:
            choices.append("")
        return self.pick(*choices)

    def right_or_wrong_price(self, tariff, volume, tidy):
        fault = 1 if tidy else self.random.random()
        if fault < 0.05:
            tariff += 1
        elif fault < 0.15:
            tariff -= self.random.randint(0, tariff // 5)
        amount = rounded(Fraction(tariff * volume, 100000))
        if 0.15 < fault < 0.20:
            amount += self.pick(-1, 1, 100)
        return tariff, amount

    def minute_price(self, hour_tariff, volume, tidy):
        """iJw IV081 at, below and above the highest minute tariff."""
        highest = minute_tariff(hour_tariff)
        way = self.pick("at", "at", "at", "below", "above", "naive", "exact")
        if tidy:
            way = "at"
        tariff = highest
        if way == "below":
            tariff -= self.random.randint(1, max(1, highest // 4))
        elif way == "above":
            tariff += 1
        elif way == "exact":
            # Not rounded to a cent: below the highest, or above it.
            tariff = hour_tariff // 60
        tariff = max(1, tariff)
        amount = rounded(Fraction(tariff * volume, 100000))
        if tariff == highest and way != "naive":
            amount = rounded(Fraction(hour_tariff * volume, 60 * 100000))
        return tariff, amount

    def write_line(self, assignment, code, first, last, volume, unit, tariff,
                   amount):
        agb = assignment["agb"]
        # Numbered per provider, so each number occurs at several.
        self.counters[agb] += 1
        status = self.random.choices(
            ["", "toegekend", "ingediend", "afgewezen"], [8, 7, 3, 2])[0]
        self.add("declarations", referentienummer="D%d" % self.counters[agb],
                 gemeente=assignment["gemeente"],
                 toewijzingnummer=assignment["toewijzingnummer"],
                 product=code, periode_van=first, periode_tot=last,
                 volume=(volume, 3), eenheid=unit,
                 tarief="" if tariff is None else (tariff, 4),
                 bedrag=(amount, 2), status=status,
                 declaratienummer="F%d" % (self.counters[agb] // 10))

    def add_instalment(self, assignment, code, first, last, amount):
        """A line of a product that is not paid by its lines."""
        tariff = self.pick(None, abs(amount) * 100)
        if self.products[code]["funding"] == "pxq":
            tariff = abs(amount) * 100
        if self.chance(0.06):
            amount = -amount
        self.write_line(assignment, code, first, last,
                        -1000 if amount < 0 else 1000, "", tariff, amount)

    # --- paths: what joins periods, and which path a line lies on ---

    def path_story(self, client, agb):
        """Care of a product with a norm duration, with right prices."""
        code = self.pick("45A04", "54A10", *[
            code for code in self.codes("pxq") if self.products[code]["norm"]])
        start = self.odd_day(self.year - 1, self.year - 1)
        stop = add_months(start, self.random.randint(1, 9))
        way = self.pick(self.other_product_first, self.short_within_long,
                        self.period_without_days, self.lines_in_gaps,
                        self.care_beside_assignment)
        way(client, agb, code, start, stop)

    def path_assignment(self, client, agb, code, start, stop=None):
        return self.add_assignment(client, agb,
                                   self.pick(*self.municipalities),
                                   start, stop, product=code)

    def path_lines(self, assignment, code, start, stop):
        """A line a month that is right, cut to nothing but the month."""
        first = start
        while first <= stop:
            last = last_day(first.year, first.month)
            self.right_line(assignment, code, first, last)
            first = last + ONE_DAY

    def right_line(self, assignment, code, first, last):
        tariff = self.tariff(code, assignment["agb"], first)
        if tariff:
            volume = self.random.randint(1000, 40000)
            self.write_line(assignment, code, first, last, volume, "", tariff,
                            rounded(Fraction(tariff * volume, 100000)))

    def other_product_first(self, client, agb, code, start, stop):
        """The path begins with care of a product that has no steps."""
        group = self.products[code]["group"]
        others = [other for other, product in self.products.items()
                  if product["group"] == group and other != code]
        other = self.pick(*others or [code])
        before = self.path_assignment(client, agb, other, start)
        self.add_care(before, start, stop, self.reason())
        again = self.next_start(stop)
        end = add_months(again, 6)
        assignment = self.path_assignment(client, agb, code, again)
        self.add_care(assignment, again, end, self.reason())
        self.path_lines(assignment, code, again, end)

    def short_within_long(self, client, agb, code, start, stop):
        """A short period within a long one does not end the path."""
        assignment = self.path_assignment(client, agb, code, start)
        self.add_care(assignment, start, stop, "31")
        self.add_care(assignment, start + ONE_DAY, start + 2 * ONE_DAY, "31")
        again = self.next_start(stop)
        end = add_months(again, 6)
        self.add_care(assignment, again, end, "31")
        self.path_lines(assignment, code, start, end)

    def period_without_days(self, client, agb, code, start, stop):
        """An open period that starts after its assignment's end."""
        until = stop + timedelta(days=self.random.randint(1, 25))
        paused = self.path_assignment(client, agb, code, start, until)
        self.add_care(paused, start, stop, "20")
        self.add_care(paused, until + timedelta(days=4), None)
        again = add_months(stop, 1) + timedelta(days=self.random.randint(1, 9))
        end = add_months(again, 6)
        assignment = self.path_assignment(client, agb, code, start)
        self.add_care(assignment, again, end, "31")
        self.path_lines(assignment, code, start, end)

    def lines_in_gaps(self, client, agb, code, start, stop):
        """Lines wholly within a gap, and from a gap into care."""
        assignment = self.path_assignment(client, agb, code, start)
        self.add_care(assignment, start, stop, "20")
        again = add_months(stop, 1) + self.pick(0, 0, 1) * ONE_DAY
        end = add_months(again, 5)
        self.add_care(assignment, again, end, "31")
        later = add_months(end, 2)
        self.add_care(assignment, later, None)
        gap = stop + 5 * ONE_DAY
        self.right_line(assignment, code, gap, gap + 9 * ONE_DAY)
        self.right_line(assignment, code, gap, again)
        self.right_line(assignment, code, end + ONE_DAY, later - ONE_DAY)
        self.right_line(assignment, code, end + ONE_DAY, later)
        self.right_line(assignment, code, end, later)
        self.path_lines(assignment, code, start, end)

    def care_beside_assignment(self, client, agb, code, start, stop):
        """Periods count as they are, also before and after the assignment."""
        middle = start + (stop - start) // 2
        assignment = self.path_assignment(client, agb, code, middle, stop)
        self.add_care(assignment, start, stop + 20 * ONE_DAY, "31")
        again = self.next_start(stop + 20 * ONE_DAY)
        end = add_months(again, 5)
        next_one = self.path_assignment(client, agb, code, again, end)
        self.add_care(next_one, again, None)
        self.path_lines(assignment, code, middle, stop)
        self.path_lines(next_one, code, again, end)

    # --- trajects: pauses, early and double stops, care after the end ---

    def traject_story(self, client, agb):
        code = self.pick(*self.codes("traject"))
        municipality = self.pick(*self.municipalities)
        norm = self.products[code]["norm"]
        start = self.odd_day(self.year - 1, self.year)
        planned = add_months(start, norm)
        length = self.pick(-40, -1, 0, 1, 30, -(planned - start).days // 2)
        stop = max(start, planned + timedelta(days=length))
        first, last = self.around(agb, start, stop)
        assignment = self.add_assignment(
            client, agb, municipality, first,
            None if self.chance(0.15) else last, product=code)
        self.traject_care(assignment, start, stop)
        self.add_instalments(assignment, code, first, norm)

    def traject_care(self, assignment, start, stop):
        if self.chance(0.06):
            return                      # granted, never begun
        middle = start + (stop - start) // 2
        if self.chance(0.35):
            self.add_care(assignment, start, middle, "20")
            start = self.next_start(middle)
            stop = max(start, stop)
            if self.chance(0.2):
                return                  # paused, never resumed
        if self.chance(0.15):
            self.add_care(assignment, start, None)
            return
        self.add_care(assignment, start, stop, self.reason())
        if self.chance(0.2) and start < stop:
            # A second stop on the same day, with another reason.
            self.add_care(assignment, start + ONE_DAY, stop,
                          self.pick("31", "32", "20"))
        if self.chance(0.2):
            again = self.next_start(stop)
            self.add_care(assignment, again,
                          self.pick(None, again + timedelta(days=30)),
                          self.reason())

    def add_instalments(self, assignment, code, first, norm):
        """From the year before the end to the year after."""
        price = self.tariff(code, assignment["agb"], first) or 900000
        count = self.random.randint(0, 4)
        for index in range(count):
            day = add_months(first, self.random.randint(-1, norm + 9))
            wrong = self.chance(0.1)
            paid = self.pick(*self.codes("pxq")) if wrong else code
            self.add_instalment(assignment, paid, day, last_day(day.year,
                                day.month), max(1, price // 100 // count))

    # --- places: overlapping care, the same client twice ---

    def plek_story(self, client, agb):
        code = self.pick(*self.codes("plek"))
        municipality = self.pick(*self.municipalities)
        start = self.odd_day(self.year - 1, self.year)
        if self.chance(0.2):
            self.equal_places(client, agb, code, start)
            return
        for _ in range(self.random.randint(1, 3)):
            stop = max(start, add_months(start, self.random.randint(1, 14))
                       - ONE_DAY)
            first, last = self.around(agb, start, stop)
            assignment = self.add_assignment(
                client, agb, municipality, first,
                None if self.chance(0.2) else last, product=code)
            self.add_care(assignment, start,
                          None if self.chance(0.25) else stop,
                          self.pick("20", self.reason()))
            if self.chance(0.3):
                self.add_care(assignment, start + (stop - start) // 2,
                              stop + timedelta(days=15), self.reason())
            if self.chance(0.2):
                days = self.pick(0, 0, 1)
                self.add_instalment(assignment, code, first,
                                    last + timedelta(days=days),
                                    self.random.randint(1000, 500000))
            start = self.pick(self.next_start(stop), start + ONE_DAY)

    def equal_places(self, client, agb, code, start):
        """The same care in every municipality: equal weights to divide by."""
        stop = add_months(start, self.random.randint(3, 14))
        for municipality in self.municipalities:
            assignment = self.add_assignment(client, agb, municipality, start,
                                             stop, product=code)
            self.add_care(assignment, start, None)

    def taakgericht_story(self, client, agb):
        code = self.pick(*self.codes("taakgericht"))
        start = self.odd_day(self.year - 1, self.year)
        stop = add_months(start, self.random.randint(1, 12))
        assignment = self.add_assignment(
            client, agb, self.pick(*self.municipalities), start,
            self.pick(None, stop), product=code)
        self.add_care(assignment, start, stop, self.reason())
        for _ in range(self.random.randint(1, 4)):
            first = add_months(start, self.random.randint(0, 9))
            self.add_instalment(assignment, code, first,
                                last_day(first.year, first.month),
                                self.random.randint(100, 200000))

    # --- advances, peildata, measurements ---

    def add_advances(self):
        seen = set()
        for _ in range(self.random.randint(3, 15)):
            code = self.pick(*self.codes("plek"), *self.codes("taakgericht"),
                             *self.products)
            month = date(self.random.randint(self.year - 1, self.year + 1),
                         self.random.randint(1, 12), 1)
            key = (self.pick(*self.providers), code,
                   self.pick(*self.municipalities), month)
            if key not in seen:
                seen.add(key)
                self.add("advances", agb=key[0], product=code,
                         gemeente=key[2], maand=month.strftime("%m-%Y"),
                         bedrag=(self.random.randint(100, 2000000), 2))

    def add_peildata(self):
        years = [self.year - 1, self.year, self.year + 1]
        if self.seed % 9 == 4:
            years.remove(self.year)     # none in the year that matters
        self.peildata = []
        for year in years:
            usual = [date(year, 2, 22), date(year, 5, 19), date(year, 7, 19)]
            odd = {last_day(year, 2), date(year, 12, 31), date(year, 3, 31),
                   self.odd_day(year, year)}
            days = self.pick(usual, usual, sorted(odd), [usual[1]])
            self.peildata += days
        for day in self.peildata:
            self.add("peildata", peildatum=day,
                     omschrijving=self.pick("", "peiling é", 'd"a;g'),
                     gegevens_tot=self.pick(None,
                                            day.replace(day=1) - ONE_DAY))
        ours = [day for day in self.peildata if day.year == self.year]
        self.first_peildatum = min(ours) if ours else None

    def add_measurements(self):
        for day in self.peildata:
            for agb in self.providers:
                for code in self.codes("plek") + ["45A04"]:
                    for municipality in self.municipalities:
                        if self.chance(0.12):
                            self.add_measurement(day, agb, code, municipality)
        if not self.rows["measurements"]:
            self.add_measurement(self.peildata[0], self.providers[0],
                                 "45V01", self.municipalities[0])

    def add_measurement(self, day, agb, code, municipality):
        places = self.pick("", (0, 3), (self.random.randint(1, 9000), 3),
                           (self.random.randint(1, 9) * 1000, 3))
        self.add("measurements", peildatum=day, agb=agb, product=code,
                 gemeente=municipality, plekken=places,
                 clienten=self.pick("", str(self.random.randint(0, 9))),
                 gerealiseerd=self.pick("", (self.random.randint(
                     0, 9999999), 2)),
                 wachtenden=self.pick("", "2"))

    def measure_production(self):
        """Settle without agreements, to set ceilings near the production."""
        with tempfile.TemporaryDirectory() as folder:
            Writer(self, folder)
            region = settle_oracle.Region(folder)
        for year in (self.year - 1, self.year, self.year + 1):
            for each in settle_oracle.settle(region, year)["settlements"]:
                for line in each["lines"]:
                    key = (each["provider"], line["product_group"],
                           line["municipality"], year)
                    self.produced[key] = line["gross_cents"]

    # --- agreements, with ceilings near what was produced ---

    def add_agreements(self, index, agb):
        for year in (self.year - 1, self.year, self.year + 1):
            share = 0.85 if year == self.year else 0.35
            if self.chance(share):
                self.add_agreement(index, agb, year)

    def ensure_agreement(self):
        if not self.rows["agreements"]:
            self.add_agreement(0, self.providers[0], self.year)

    def add_agreement(self, index, agb, year):
        exchange = EXCHANGES[(index + year + self.seed) % 4]
        common = dict(agb=agb, jaar=str(year), uitruil=exchange,
                      verdeelsleutel=self.pick("", "realisatie",
                                               "overschrijding",
                                               "overschrijding"),
                      bandbreedte_onder_pct=self.pick("", (250, 2), (500, 2)),
                      bandbreedte_boven_pct=self.pick("", (250, 2), (1000, 2)),
                      plekmeting=self.pick("", "dagelijks", "peildata",
                                           "peiling"))
        chosen = {}                     # scope -> scheme
        border_of = {}                  # scheme -> the border to be near to
        only_lump_sums = self.chance(0.08)
        for group, municipality in self.agreement_places(agb, year):
            scope = {"aanbieder": (), "segment": self.groups()[group],
                     "productgroep": group,
                     "regel": (group, municipality)}[exchange]
            if scope not in chosen:
                chosen[scope] = self.pick(*self.schemes)
            scheme = chosen[scope]
            if scheme not in border_of:
                # One border for all lines, or the sum would be at none.
                border_of[scheme] = self.pick(*self.borders(scheme) or [0])
            lump_sum = only_lump_sums or self.chance(
                0.7 if group in ("CRI", "CON") else 0.05)
            self.add("agreements", productgroep=group, gemeente=municipality,
                     bekostiging="taakgericht" if lump_sum else "",
                     plafond=(self.ceiling(agb, group, municipality, year,
                                           border_of[scheme]), 2),
                     plekken=self.pick("", "", "3"), regeling=chosen[scope],
                     **common)

    def borders(self, scheme):
        """Where a scheme's bands begin, but for the first."""
        return [row["vanaf"][0] for row in self.rows["schemes"]
                if row["regeling"] == scheme and row["vanaf"][0]
                and row["soort"] != "normduur"]

    def agreement_places(self, agb, year):
        """Some of what was produced, and some of what was not."""
        places = [(group, municipality) for group in self.groups()
                  for municipality in self.municipalities]
        produced = [place for place in places
                    if self.produced.get((agb, *place, year))]
        places = [place for place in places if self.chance(0.05)
                  or place in produced and self.chance(0.75)]
        return places or [("AMB1", self.municipalities[0])]

    def ceiling(self, agb, group, municipality, year, border):
        produced = self.produced.get((agb, group, municipality, year), 0)
        if self.chance(0.06):
            return 0
        if produced <= 0:
            return self.random.randint(0, 500000)
        if not border or self.chance(0.3):
            return produced * self.random.randint(20, 200) // 100
        # The production at one of the scheme's borders, or a cent beside it.
        return max(0, rounded(Fraction(produced * 10000, border))
                   + self.pick(0, 0, 0, -1, 1))


# --- writing --------------------------------------------------------------

class Writer:
    """Writes the kinds as files, each in a notation of its own."""

    def __init__(self, region, folder):
        self.random = random.Random(region.seed * 7919 + 1)
        self.folder = folder
        self.files = []
        names = list(COLUMNS)
        self.random.shuffle(names)
        for number, kind in enumerate(names):
            rows = list(region.rows[kind])
            self.random.shuffle(rows)
            if rows:
                self.write_kind(number, kind, rows)

    def write_kind(self, number, kind, rows):
        half = len(rows) // 2
        parts = [rows]
        if kind in SPLITTABLE and half and self.random.random() < 0.3:
            parts = [rows[:half], rows[half:]]
        for index, part in enumerate(parts):
            # A name that tells the kind to no one.
            name = "%s%d%s.csv" % (self.random.choice(
                ["export ", "b", "Werkblad é"]), number, "ab"[index])
            self.write_file(os.path.join(self.folder, name), kind, part)

    def write_file(self, path, kind, rows):
        self.style()
        columns = COLUMNS[kind].split()
        columns = [name for name in columns if name not in OPTIONAL
                   or any(row.get(name) for row in rows)]
        self.random.shuffle(columns)
        extra = self.random.random() < 0.25
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.separator,
                            lineterminator=self.line_end,
                            quoting=self.random.choice(
                                [csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        writer.writerow([self.header(name) for name in columns]
                        + ["eigen notitie"] * extra)
        for row in rows:
            writer.writerow([self.text(row.get(name)) for name in columns]
                            + ["één; twee"] * extra)
        self.files.append(path)
        with open(path, "wb") as file:
            file.write(self.encode(out.getvalue()))

    def style(self):
        self.separator = self.random.choice(";;,\t")
        self.line_end = self.random.choice(["\n", "\r\n"])
        self.encoding = self.random.choice(["utf-8", "utf-8-sig", "cp1252"])
        self.date_format = self.random.choice(["%d-%m-%Y", "%Y-%m-%d",
                                               "%Y%m%d", None])
        self.thousands = self.random.choice(["always", "never", "mixed"])
        self.all_decimals = self.random.random() < 0.5
        self.header_style = self.random.choice([str.lower, str.upper,
                                                str.title])
        self.blanks = self.random.random() < 0.3

    def encode(self, text):
        # The last line may lack its end.
        if self.random.random() < 0.2:
            text = text[:-len(self.line_end)]
        return text.encode(self.encoding)

    def header(self, name):
        name = self.header_style(name)
        return " %s " % name if self.blanks else name

    def text(self, value):
        if value is None:
            return ""
        if isinstance(value, date):
            return value.strftime(self.date_format or self.random.choice(
                ["%d-%m-%Y", "%Y-%m-%d", "%Y%m%d"]))
        if isinstance(value, tuple):
            return self.number(*value)
        return value

    def number(self, value, decimals):
        sign = "-" if value < 0 else ""
        whole, part = divmod(abs(value), 10 ** decimals)
        points = self.thousands == "always" or (
            self.thousands == "mixed" and self.random.random() < 0.5)
        text = "{:,}".format(whole).replace(",", ".") if points else str(whole)
        part = "%0*d" % (decimals, part) if decimals else ""
        if not self.all_decimals:
            part = part.rstrip("0")
        return sign + text + ("," + part if part else "")


def make_region(seed, folder, size=1):
    """Write the region; gives its rows and the files' paths."""
    region = Region(seed, size)
    os.makedirs(folder, exist_ok=True)
    return region, Writer(region, folder).files


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--size", type=float, default=1)
    options = parser.parse_args()
    make_region(options.seed, options.folder, options.size)


if __name__ == "__main__":
    main()
