#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Settle a region from its canonical CSV files, independently of the program.

    settle_oracle.py DIR --year YYYY [--through YYYY-MM-DD]

prints the JSON that `peilstok-cli settle --format=json` must print. It was
written from the text of the domain page alone (the paragraph marks below are
that page's), with exact fractions, and shares no code with the program. Every
rule is one small function, slow and plain where that reads better.

Readings: where the text can be read in more than one way, this is what is
computed here.

 R1  The line (group x municipality) of a declaration is the group of the
     *declared* product and the municipality of the assignment, also when the
     line is disputed as product_mismatch.
 R2  A refused line (afgewezen) counts nowhere: not produced, paid, carried or
     disputed. A line not answered yet (ingediend) is produced and can be
     disputed, but is neither paid nor carried.
 R3  disputed_cents takes lines of every funding, by their own year and up to
     `through`, also on a lump-sum line and also for an instalment whose
     traject ended in another year. A traject's instalment that is disputed as
     outside_assignment still follows its traject in paid and carried.
 R4  Of the dispute reasons, product_mismatch and outside_assignment apply to
     lines of every funding; the four between them to pxq products only. The
     first that holds decides, so an unknown price hides an outside period.
 R5  Codes 82 and 84 are both "stuk"; 83 (euro) is no product's unit. "dag" and
     "etmaal" (14) are different units. Minutes are right only on a product
     counted in hours, not hours on a product counted in minutes.
 R6  The minute rule holds only where the line says minutes and the product is
     counted in hours. Its maximum is rounded half up to a whole cent, then
     compared with the line's tariff in ten-thousandths.
 R7  The tariff at a credit line is judged like at any other line.
 R8  A traject's first start is the first start of any of its care periods, in
     or outside the assignment; its stops are not cut to the assignment
     either, and an open period does not end with the assignment here (the
     text says so for places and paths only). An empty reason is "any other".
 R9  A stop with reason 20 never ends a traject, also when it is the last; on a
     day with a stop 20 and another stop, the other one ends it.
 R10 The year of a traject's payment depends on its end only; its price is the
     tariff on its first start, whatever year that is in.
 R11 Exempt and outside amounts exist for all fundings (pxq, traject, plek) and
     on lines that no agreement covers, too.
 R12 A lump sum replaces production wholly: gross = net = the lump sum, and the
     norm deduction, exempt and outside amounts of that line are 0. Paid,
     carried and disputed amounts of its declarations and advances stay.
 R13 The way of measuring places is the agreement's, so it holds for all
     places of that provider and year, also those that no scope covers.
 R14 Places by `peildata` and `peiling` are averaged over all the peildata of
     the calendar year up to and including `through`, also those without a
     client or a measurement. data_through plays no part in a settlement.
 R15 A place measured (`peiling`) produces where it was entered, with or
     without an assignment there. Measurements of products of another funding
     do nothing.
 R16 A scope exists where the agreement itself has a line that is no lump sum.
     So with only lump-sum lines (of the provider, the segment, the group)
     there is no scope at all, and production beside them is not covered.
 R17 A path takes in care of every product in the group, whatever its funding
     and exemption, and of aspecific assignments of that group. It is built
     from all care there is, also after `through`.
 R18 An open care period that starts after its assignment's end has no days and
     is left out of the paths; one that has a stop is kept as it is.
 R19 "A day of care in common" means a day of one of the path's periods; a day
     in a bridged gap is none. The line's period is not cut to `through`.
 R20 The group of a line's path is that of the declared product; accepted lines
     always have the assignment's group.
 R21 The norm deduction is rounded per declaration line, credits included.
 R22 Steps below 0 do not exist, so an `over` below the first step pays all; a
     norm step may start above 0, and the months before it are paid in full.
 R23 Lump-sum ceilings are not in a scope's ceiling but are in the totals'
     ceiling; null ceilings count there as 0.
 R24 Scopes are listed by name (segment, or group, or group and municipality),
     lines by group and municipality, providers by AGB code, all in the order
     of the characters' code points.
 R25 A scope is listed even when all is zero, with all its bands; a scheme of
     norm steps only, or none, gives an empty list of bands.
 R26 A `geheel` scheme shows N in the band that decides, 0 in the others.
 R27 A line outside the agreement that is covered shows a null ceiling and
     counts with 0. Covered lines that are all zero are not listed.
 R28 With overschrijding the first part is divided by largest remainder over o,
     and the rest, apart, by largest remainder over w minus that part.
 R29 The step a norm scheme starts at is a whole number of months.
 R30 A line without a figure other than zero is not listed, even when lines
     that cancel each other out lie under it.
"""
import argparse
import csv
import io
import json
import os
import re
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction

FOREVER = date.max
ONE_DAY = timedelta(days=1)

# §12: units as code or as word. Both 82 and 84 are a piece.
UNIT_CODES = {"01": "minuut", "04": "uur", "14": "etmaal", "16": "dagdeel",
              "82": "stuk", "83": "euro", "84": "stuk"}

# What a file must have to be of a kind; the kind with most columns wins.
REQUIRED = {
    "municipalities": "code naam",
    "providers": "agb naam",
    "products": "code naam segment productgroep bekostiging",
    "tariffs": "product geldig_van tarief",
    "schemes": "regeling soort vanaf betaald_pct",
    "agreements": "agb jaar productgroep gemeente plafond uitruil",
    "assignments": "toewijzingnummer client agb gemeente ingangsdatum",
    "care": "gemeente toewijzingnummer startdatum",
    "declarations": "referentienummer gemeente toewijzingnummer product "
                    "periode_van periode_tot volume bedrag",
    "advances": "agb product gemeente maand bedrag",
    "peildata": "peildatum",
    "measurements": "peildatum agb product gemeente",
}


# --- numbers and days (§3) ------------------------------------------------

def rounded(value):
    """Half away from zero."""
    value = Fraction(value)
    whole, rest = divmod(abs(value.numerator), value.denominator)
    if 2 * rest >= value.denominator:
        whole += 1
    return whole if value >= 0 else -whole


def days_in_month(year, month):
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return (first_of_next - ONE_DAY).day


def add_months(day, months):
    """The same day of the month, cut to the month's last day."""
    if day == FOREVER:
        return FOREVER
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def months_elapsed(start, day):
    """The largest n with add_months(start, n) <= day, for start <= day."""
    months = (day.year - start.year) * 12 + day.month - start.month
    while add_months(start, months) > day:
        months -= 1
    return months


def days_in_year(year):
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def each_day(first, last):
    while first <= last:
        yield first
        first += ONE_DAY


# --- reading the CSV files ------------------------------------------------

def decode(raw):
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def separator_of(text):
    header = text.splitlines()[0]
    return max(";,\t", key=header.count)


def read_rows(path):
    """The rows of a file as dictionaries with lower-case column names."""
    with open(path, "rb") as file:
        text = decode(file.read())
    rows = list(csv.reader(io.StringIO(text, newline=""),
                           delimiter=separator_of(text), strict=True))
    header = [name.strip().lower() for name in rows[0]]
    return header, [dict(zip(header, row)) for row in rows[1:] if row]


def kind_of(header, path):
    fitting = [kind for kind, columns in REQUIRED.items()
               if set(columns.split()) <= set(header)]
    if not fitting:
        raise ValueError("%s: no kind has the columns %s" % (path, header))
    return max(fitting, key=lambda kind: len(REQUIRED[kind].split()))


def parse_number(text, decimals):
    """A Dutch number as an integer in units of 10^-decimals."""
    match = re.fullmatch(r"(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", text)
    if not match:
        raise ValueError("not a number: %r" % text)
    sign, whole, fraction = match.groups()
    fraction = fraction or ""
    if len(fraction) > decimals:
        raise ValueError("too many decimals: %r" % text)
    number = int(whole.replace(".", "") + fraction.ljust(decimals, "0"))
    return -number if sign else number


def parse_date(text):
    for pattern in (r"(?P<d>\d\d)-(?P<m>\d\d)-(?P<y>\d{4})",
                    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
                    r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"):
        match = re.fullmatch(pattern, text)
        if match:
            return date(*(int(match.group(part)) for part in "ymd"))
    raise ValueError("not a date: %r" % text)


def parse_month(text):
    month, year = text.split("-")
    return date(int(year), int(month), 1)


def parse_unit(text):
    return UNIT_CODES.get(text, text.lower())


# --- what the files hold --------------------------------------------------

class Product:
    def __init__(self, row):
        self.code = row["code"]
        self.segment = row["segment"]
        self.group = row["productgroep"]
        self.funding = row["bekostiging"].lower()
        self.unit = parse_unit(row.get("eenheid", ""))
        norm = row.get("normduur_maanden", "")
        self.norm_months = int(norm) if norm else None
        exemption = row.get("prikkelvrij", "").lower()
        self.exempt = exemption in ("ja", "buiten")
        self.outside = exemption == "buiten"


class Scheme:
    def __init__(self):
        self.bands = []             # (from in bp, paid in bp), ascending
        self.whole = False          # of kind `geheel`
        self.norm_steps = []        # (from in months, paid in bp), ascending

    def add(self, row):
        kind = row["soort"].lower()
        paid = parse_number(row["betaald_pct"], 2)
        if kind == "normduur":
            self.norm_steps.append((parse_number(row["vanaf"], 0), paid))
            self.norm_steps.sort()
        else:
            self.whole = kind == "geheel"
            self.bands.append((parse_number(row["vanaf"], 2), paid))
            self.bands.sort()


NO_SCHEME = Scheme()


class Agreement:
    """The performance agreement of a provider for a year."""

    def __init__(self, row):
        self.exchange = row["uitruil"].lower()
        self.key = row.get("verdeelsleutel", "").lower() or "realisatie"
        self.measuring = row.get("plekmeting", "").lower() or "dagelijks"
        self.ceilings = {}          # (group, municipality): cents
        self.lump_sums = set()      # (group, municipality)
        self.schemes = {}           # (group, municipality): name

    def add(self, row):
        place = (row["productgroep"], row["gemeente"])
        self.ceilings[place] = parse_number(row["plafond"], 2)
        self.schemes[place] = row.get("regeling", "")
        if row.get("bekostiging", "").lower() == "taakgericht":
            self.lump_sums.add(place)


class Assignment:
    def __init__(self, row):
        self.client = row["client"]
        self.agb = row["agb"]
        self.municipality = row["gemeente"]
        self.product = row.get("product", "")
        self.group = row.get("productgroep", "")
        self.start = parse_date(row["ingangsdatum"])
        end = row.get("einddatum", "")
        self.end = parse_date(end) if end else FOREVER
        self.care = []


class Care:
    def __init__(self, row):
        self.start = parse_date(row["startdatum"])
        stop = row.get("stopdatum", "")
        self.stop = parse_date(stop) if stop else None
        self.reason = row.get("reden_beeindiging", "")


class Declaration:
    def __init__(self, row, region):
        key = (row["gemeente"], row["toewijzingnummer"])
        self.assignment = region.assignments[key]
        self.product = region.products[row["product"]]
        self.first = parse_date(row["periode_van"])
        self.last = parse_date(row["periode_tot"])
        self.volume = parse_number(row["volume"], 3)
        self.unit = parse_unit(row.get("eenheid", "")) or self.product.unit
        tariff = row.get("tarief", "")
        self.tariff = parse_number(tariff, 4) if tariff else None
        self.amount = parse_number(row["bedrag"], 2)
        status = row.get("status", "").lower()
        self.refused = status == "afgewezen"
        self.is_paid = status in ("", "toegekend")
        self.reason = None          # why it is disputed; set once all is read

    @property
    def place(self):
        return (self.product.group, self.assignment.municipality)


class Region:
    """All the tables of a folder."""

    def __init__(self, folder):
        tables = defaultdict(list)
        for name in sorted(os.listdir(folder)):
            if name.lower().endswith(".csv"):
                path = os.path.join(folder, name)
                header, rows = read_rows(path)
                tables[kind_of(header, path)] += rows
        self.products = {row["code"]: Product(row)
                         for row in tables["products"]}
        self.segment_of = {product.group: product.segment
                           for product in self.products.values()}
        self.tariffs = self.read_tariffs(tables["tariffs"])
        self.schemes = self.read_schemes(tables["schemes"])
        self.agreements = self.read_agreements(tables["agreements"])
        self.assignments = {(row["gemeente"], row["toewijzingnummer"]):
                            Assignment(row) for row in tables["assignments"]}
        self.read_care(tables["care"])
        self.peildata = sorted(parse_date(row["peildatum"])
                               for row in tables["peildata"])
        self.measured = self.read_measurements(tables["measurements"])
        self.advances = [(row["agb"], self.products[row["product"]],
                          row["gemeente"], parse_month(row["maand"]),
                          parse_number(row["bedrag"], 2))
                         for row in tables["advances"]]
        self.declarations = [Declaration(row, self)
                             for row in tables["declarations"]]
        for line in self.declarations:
            line.reason = dispute_reason(line, self)
        self.paths = self.chain_paths()

    @staticmethod
    def read_tariffs(rows):
        tariffs = defaultdict(list)
        for row in rows:
            last = row.get("geldig_tot", "")
            tariffs[row["product"], row.get("agb", "")].append(
                (parse_date(row["geldig_van"]),
                 parse_date(last) if last else FOREVER,
                 parse_number(row["tarief"], 4)))
        return tariffs

    @staticmethod
    def read_schemes(rows):
        schemes = defaultdict(Scheme)
        for row in rows:
            schemes[row["regeling"]].add(row)
        return dict(schemes)

    @staticmethod
    def read_agreements(rows):
        agreements = {}
        for row in rows:
            key = (row["agb"], int(row["jaar"]))
            if key not in agreements:
                agreements[key] = Agreement(row)
            agreements[key].add(row)
        return agreements

    def read_care(self, rows):
        for row in rows:
            key = (row["gemeente"], row["toewijzingnummer"])
            self.assignments[key].care.append(Care(row))

    @staticmethod
    def read_measurements(rows):
        return {(row["agb"], row["product"], row["gemeente"],
                 parse_date(row["peildatum"])):
                parse_number(row["plekken"], 3)
                for row in rows if row.get("plekken", "")}

    def tariff(self, product, agb, day):
        """§4: the provider's own tariff on that day, else the region's."""
        for owner in (agb, ""):
            for first, last, tariff in self.tariffs.get((product, owner), ()):
                if first <= day <= last:
                    return tariff
        return None

    def group_of(self, assignment):
        if assignment.product:
            return self.products[assignment.product].group
        return assignment.group

    def chain_paths(self):
        """§5: the paths of each client, provider and product group."""
        periods = defaultdict(list)
        for assignment in self.assignments.values():
            key = (assignment.client, assignment.agb,
                   self.group_of(assignment))
            for care in assignment.care:
                last = assignment.end if care.stop is None else care.stop
                if care.start <= last:          # R18
                    periods[key].append((care.start, last))
        return {key: chain(found) for key, found in periods.items()}


def chain(periods):
    """Paths, each a list of periods, in order of their start (§5)."""
    paths = []
    furthest = None
    for first, last in sorted(periods):
        if paths and first <= add_months(furthest, 1):
            paths[-1].append((first, last))
            furthest = max(furthest, last)
        else:
            paths.append([(first, last)])
            furthest = last
    return paths


# --- disputes (§4, pxq 1-3) -------------------------------------------------

def dispute_reason(line, region):
    """The first reason that holds, or None for an accepted line."""
    if product_mismatch(line):
        return "product_mismatch"
    if line.product.funding == "pxq":
        reason = price_reason(line, region)
        if reason:
            return reason
    if outside_assignment(line):
        return "outside_assignment"
    return None


def product_mismatch(line):
    assignment = line.assignment
    if assignment.product:
        return assignment.product != line.product.code
    return (assignment.group != line.product.group
            or line.product.funding != "pxq")


def outside_assignment(line):
    return (line.first < line.assignment.start
            or line.last > line.assignment.end)


def price_reason(line, region):
    minutes = line.unit == "minuut" and line.product.unit == "uur"
    if line.unit != line.product.unit and not minutes:
        return "unit_mismatch"
    tariff = region.tariff(line.product.code, line.assignment.agb, line.first)
    if tariff is None:
        return "tariff_missing"
    highest = minute_tariff(tariff) if minutes else tariff
    if line.tariff > highest:
        return "tariff_exceeded"
    if minutes and line.tariff == highest:
        right = rounded(Fraction(tariff * line.volume, 60 * 100000))
    else:
        right = rounded(Fraction(line.tariff * line.volume, 100000))
    return None if line.amount == right else "amount_mismatch"


def minute_tariff(hour_tariff):
    """iJw IV081: the hour tariff / 60, rounded to a cent, in 1/10000."""
    return rounded(Fraction(hour_tariff, 60 * 100)) * 100


# --- trajects (§4) --------------------------------------------------------

class TrajectEnd:
    """Where a traject ended: the day, its first start, as planned or not."""

    def __init__(self, assignment):
        stops = [care for care in assignment.care
                 if care.stop is not None and care.reason != "20"]
        self.day = min((care.stop for care in stops), default=None)
        self.start = min((care.start for care in assignment.care),
                         default=None)
        self.as_planned = any(care.reason == "31" for care in stops
                              if care.stop == self.day)

    def by(self, through):
        return self.day is not None and self.day <= through


def traject_price(end, product, tariff):
    if end.as_planned:
        return rounded(Fraction(tariff, 100))
    days = (end.day - end.start).days + 1
    norm_days = (add_months(end.start, product.norm_months) - end.start).days
    share = min(Fraction(1), Fraction(days, norm_days))
    return rounded(Fraction(tariff, 100) * share)


# --- division (§5) --------------------------------------------------------

def largest_remainder(total, weights):
    """Divide `total` cents by `weights`; ties go to the first."""
    whole = sum(weights)
    if total == 0:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    rests = [total * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-rests[i], i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


# --- the settlement (§5, §6) ----------------------------------------------

class Line:
    """The figures of one product group x municipality."""

    def __init__(self):
        self.gross = self.norm_deduction = self.exempt = self.outside = 0
        self.ceiling = None
        self.lump_sum = False
        self.band_deduction = 0
        self.paid = self.carried = self.disputed = 0

    @property
    def net(self):
        return self.gross - self.norm_deduction

    @property
    def bearable(self):
        """w: what the line can bear."""
        return max(0, self.net - self.exempt)

    @property
    def overrun(self):
        """o: what it went over its own ceiling, as far as it can bear it."""
        over = self.net - self.outside - (self.ceiling or 0)
        return min(self.bearable, max(0, over))

    def produce(self, product, cents):
        self.gross += cents
        if product.exempt:
            self.exempt += cents
        if product.outside:
            self.outside += cents

    def replace_by_lump_sum(self, cents):
        self.gross = cents
        self.norm_deduction = self.exempt = self.outside = 0
        self.lump_sum = True

    def as_json(self):
        payable = self.net - self.band_deduction
        return {
            "gross_cents": self.gross,
            "norm_deduction_cents": self.norm_deduction,
            "net_cents": self.net,
            "exempt_cents": self.exempt,
            "outside_cents": self.outside,
            "ceiling_cents": self.ceiling,
            "band_deduction_cents": self.band_deduction,
            "payable_cents": payable,
            "paid_cents": self.paid,
            "balance_cents": payable - self.paid,
            "carried_cents": self.carried,
            "disputed_cents": self.disputed,
        }

    def is_listed(self):
        """An agreement's line, or one with a figure."""
        return self.ceiling is not None or any(self.as_json().values())


class Settlement:
    """One provider's year up to a day, being computed."""

    def __init__(self, work, agb):
        self.work = work
        self.agb = agb
        self.agreement = work.region.agreements.get((agb, work.year))
        self.lines = defaultdict(Line)
        self.scopes = self.find_scopes()

    # Which lines an agreement covers (§5).

    def scope_key(self, place):
        """The scope a line would be in, whether or not that exists."""
        group, municipality = place
        exchange = self.agreement.exchange
        if exchange == "aanbieder":
            return ()
        if exchange == "segment":
            return (self.work.region.segment_of[group],)
        if exchange == "productgroep":
            return (group,)
        return (group, municipality)

    def find_scopes(self):
        """Scope -> scheme, from the agreement's own lines (R16)."""
        scopes = {}
        if self.agreement:
            for place in self.agreement.ceilings:
                if place not in self.agreement.lump_sums:
                    name = self.agreement.schemes[place]
                    scheme = self.work.region.schemes.get(name, NO_SCHEME)
                    scopes[self.scope_key(place)] = scheme
        return scopes

    def scope_of(self, place):
        """The scope that covers a line, or None."""
        if not self.agreement or place in self.agreement.lump_sums:
            return None
        key = self.scope_key(place)
        return key if key in self.scopes else None

    # Lump sums (§4, taakgericht).

    def apply_agreement(self):
        if not self.agreement:
            return
        work = self.work
        for place, ceiling in self.agreement.ceilings.items():
            self.lines[place].ceiling = ceiling
        for place in self.agreement.lump_sums:
            ceiling = self.agreement.ceilings[place]
            part = Fraction(ceiling * work.days, work.days_in_year)
            if self.lines[place].gross:
                work.notes["lump sum with production"] += 1
            else:
                work.notes["lump sum without production"] += 1
            self.lines[place].replace_by_lump_sum(rounded(part))

    # Payment bands (§5).

    def band_deductions(self, scheme, ceiling, net):
        """(from, paid, amount, deduction) of each band, uncapped."""
        borders = [rounded(Fraction(ceiling * start, 10000))
                   for start, _ in scheme.bands]
        amounts = [0] * len(borders)
        if net > 0 and borders:
            if scheme.whole:
                below = [i for i, border in enumerate(borders) if border < net]
                amounts[below[-1] if below else 0] = net
            else:
                amounts = [part_between(net, border, after) for border, after
                           in zip(borders, borders[1:] + [None])]
        return [(start, paid, amount,
                 rounded(Fraction(amount * (10000 - paid), 10000)))
                for (start, paid), amount in zip(scheme.bands, amounts)]

    def settle_scope(self, key):
        work = self.work
        scheme = self.scopes[key]
        covered = [line for place, line in sorted(self.lines.items())
                   if self.scope_of(place) == key]
        ceiling = sum(line.ceiling or 0 for line in covered)
        net = sum(line.net - line.outside for line in covered)
        bands = self.band_deductions(scheme, ceiling, net)
        uncapped = sum(band[3] for band in bands)
        deduction = min(uncapped, sum(line.bearable for line in covered))
        self.divide(deduction, covered)
        self.note_scope(scheme, ceiling, net, uncapped, deduction)
        work.notes["scope by %s" % self.agreement.exchange] += 1
        return {
            "scope": "/".join(key),
            "ceiling_cents": ceiling,
            "net_cents": net,
            "deduction_cents": deduction,
            "bands": [{"from_bp": start, "paid_bp": paid,
                       "amount_cents": amount, "deduction_cents": deducted}
                      for start, paid, amount, deducted in bands],
        }

    def note_scope(self, scheme, ceiling, net, uncapped, deduction):
        notes = self.work.notes
        kind = "no bands" if not scheme.bands else (
            "cliff" if scheme.whole else "bands")
        if scheme.norm_steps:
            kind += " and norm steps"
        notes["scheme: " + kind] += 1
        notes["scope with ceiling 0"] += ceiling == 0
        notes["scope with negative net"] += net < 0
        borders = [rounded(Fraction(ceiling * start, 10000))
                   for start, _ in scheme.bands if net > 0]
        notes["net exactly at a border"] += net in borders
        notes["net a cent above a border"] += net - 1 in borders
        notes["deduction capped"] += deduction < uncapped
        if deduction:
            notes["deduction divided by " + self.agreement.key] += 1

    def divide(self, deduction, covered):
        """§5: D over the lines by the agreement's key."""
        bearable = [line.bearable for line in covered]
        weights = [w for w in bearable if w]
        self.work.notes["equal weights in a division"] += bool(
            deduction and len(set(weights)) < len(weights))
        if self.agreement.key == "overschrijding":
            over = [line.overrun for line in covered]
            parts = largest_remainder(min(deduction, sum(over)), over)
            left = [w - part for w, part in zip(bearable, parts)]
            rest = largest_remainder(deduction - sum(parts), left)
            parts = [a + b for a, b in zip(parts, rest)]
        else:
            parts = largest_remainder(deduction, bearable)
        for line, part in zip(covered, parts):
            line.band_deduction = part

    def note_uncovered(self):
        notes = self.work.notes
        for place, line in self.lines.items():
            if line.gross and not line.lump_sum:
                if not self.agreement:
                    notes["production without agreement"] += 1
                elif self.scope_of(place) is None:
                    notes["production no scope covers"] += 1
                elif line.ceiling is None:
                    notes["covered line without own ceiling"] += 1
            elif line.ceiling is not None and not line.gross:
                notes["agreement line without production"] += 1
            notes["negative line"] += line.net < 0

    def as_json(self):
        self.apply_agreement()
        self.note_uncovered()
        scopes = [self.settle_scope(key) for key in sorted(self.scopes)]
        lines = [(place, line) for place, line in sorted(self.lines.items())
                 if line.is_listed()]
        figures = [line.as_json() for _, line in lines]
        return {
            "provider": self.agb,
            "scopes": scopes,
            "lines": [dict(product_group=place[0], municipality=place[1],
                           **figure)
                      for (place, _), figure in zip(lines, figures)],
            "totals": {name: sum(figure[name] or 0 for figure in figures)
                       for name in Line().as_json()},
        }


def part_between(amount, border, after):
    """The part of `amount` from `border` up to `after` (None: no end)."""
    top = amount if after is None else min(amount, after)
    return max(0, top - border)


class Work:
    """All settlements of a region for one year up to one day."""

    def __init__(self, region, year, through, notes=None):
        self.region = region
        self.year = year
        self.first = date(year, 1, 1)
        self.through = through
        self.days = (through - self.first).days + 1
        self.days_in_year = days_in_year(year)
        self.peildata = [day for day in region.peildata
                         if day.year == year and day <= through]
        self.notes = Counter() if notes is None else notes
        self.settlements = {}
        self.compute()

    def in_year(self, day):
        """§3: in the year up to `through`."""
        return self.first <= day <= self.through

    def settlement(self, agb):
        if agb not in self.settlements:
            self.settlements[agb] = Settlement(self, agb)
        return self.settlements[agb]

    def line(self, agb, place):
        return self.settlement(agb).lines[place]

    def compute(self):
        for agb, year in self.region.agreements:
            if year == self.year:
                self.settlement(agb)
        self.declare()
        self.end_trajects()
        self.count_places()
        self.pay_advances()

    def as_json(self):
        found = [self.settlements[agb].as_json()
                 for agb in sorted(self.settlements)]
        return {"year": self.year, "through": self.through.isoformat(),
                "settlements": [each for each in found if each["lines"]]}

    # Declaration lines: production, disputes, paid and carried (§4, §6).

    def declare(self):
        for line in self.region.declarations:
            if line.refused:
                self.notes["refused line"] += 1
                continue
            if self.in_year(line.first):
                self.notes["status " + ("paid" if line.is_paid
                                        else "not answered")] += 1
                if line.reason:
                    self.dispute(line)
                elif line.product.funding == "pxq":
                    self.produce_pxq(line)
            if line.is_paid:
                self.pay(line)

    def dispute(self, line):
        self.notes["dispute %s (%s)" % (line.reason,
                                        line.product.funding)] += 1
        self.line(line.assignment.agb, line.place).disputed += line.amount

    def produce_pxq(self, line):
        settlement = self.settlement(line.assignment.agb)
        figures = settlement.lines[line.place]
        figures.produce(line.product, line.amount)
        scope = settlement.scope_of(line.place)
        if scope is not None and not line.product.exempt:
            scheme = settlement.scopes[scope]
            figures.norm_deduction += self.norm_deduction(line, scheme)
        if line.unit != line.product.unit:
            self.notes["minutes on an hour tariff"] += 1

    def norm_deduction(self, line, scheme):
        """§5: what the norm-duration steps take off one line."""
        if line.product.norm_months is None or not scheme.norm_steps:
            return 0
        start = self.path_start(line)
        if start is None:
            self.notes["line without a path"] += 1
            return 0
        elapsed = months_elapsed(start, max(line.first, start))
        over = elapsed - line.product.norm_months
        share = 10000
        for months, paid in scheme.norm_steps:
            if months <= over:
                share = paid
        self.notes["norm step reached"] += share != 10000
        return rounded(Fraction(line.amount * (10000 - share), 10000))

    def path_start(self, line):
        """The start of the first path with a day of care in the period."""
        key = (line.assignment.client, line.assignment.agb,
               line.product.group)
        for path in self.region.paths.get(key, ()):
            if any(first <= line.last and line.first <= last
                   for first, last in path):
                return path[0][0]
        return None

    def pay(self, line):
        """§6: paid in its own year, but an instalment with its traject."""
        figures = (line.assignment.agb, line.place)
        instalment = (line.product.funding == "traject"
                      and line.reason != "product_mismatch")
        if not instalment:
            if self.in_year(line.first):
                self.line(*figures).paid += line.amount
            return
        if line.first > self.through:
            return
        end = TrajectEnd(line.assignment)
        if not end.by(self.through):
            self.line(*figures).carried += line.amount
            self.notes["instalment carried"] += 1
        elif max(end.day.year, line.first.year) == self.year:
            self.line(*figures).paid += line.amount
            self.note_instalment(line, end)

    def note_instalment(self, line, end):
        difference = line.first.year - end.day.year
        when = ("before" if difference < 0
                else "in" if difference == 0 else "after")
        self.notes["instalment %s the year of the end" % when] += 1

    # Trajects (§4).

    def end_trajects(self):
        for assignment in self.region.assignments.values():
            product = self.region.products.get(assignment.product)
            if product and product.funding == "traject":
                self.end_traject(assignment, product)

    def end_traject(self, assignment, product):
        end = TrajectEnd(assignment)
        if end.day is None or not self.in_year(end.day):
            return
        tariff = self.region.tariff(product.code, assignment.agb, end.start)
        if tariff is None:
            self.notes["traject without a tariff"] += 1
            return
        self.notes["traject ended " + ("as planned" if end.as_planned
                                       else "early")] += 1
        self.line(assignment.agb, (product.group, assignment.municipality)
                  ).produce(product, traject_price(end, product, tariff))

    # Places (§4).

    def measuring(self, agb):
        agreement = self.region.agreements.get((agb, self.year))
        return agreement.measuring if agreement else "dagelijks"

    def count_places(self):
        care_days = self.care_days()
        entered = {key[:3] for key in self.region.measured}
        for key in sorted(set(care_days) | entered):
            agb, code, municipality = key
            product = self.region.products[code]
            if product.funding != "plek":
                continue
            value = self.value_places(key, care_days.get(key, {}))
            self.line(agb, (product.group, municipality)
                      ).produce(product, value)

    def care_days(self):
        """(provider, product, municipality) -> client -> days in care."""
        found = defaultdict(lambda: defaultdict(set))
        for assignment in self.region.assignments.values():
            product = self.region.products.get(assignment.product)
            if product and product.funding == "plek":
                key = (assignment.agb, product.code, assignment.municipality)
                days = found[key][assignment.client]
                for care in assignment.care:
                    days.update(self.days_of(care, assignment))
        return found

    def days_of(self, care, assignment):
        """The days of the year up to `through`, inside the assignment."""
        first = max(care.start, assignment.start, self.first)
        last = min(care.stop or FOREVER, assignment.end, self.through)
        return each_day(first, last)

    def value_places(self, key, clients):
        measuring = self.measuring(key[0])
        self.notes["places by " + measuring] += 1
        if measuring == "dagelijks":
            return self.value_daily(key, clients)
        return self.value_on_peildata(key, clients, measuring)

    def value_daily(self, key, clients):
        agb, code, _ = key
        in_care = Counter(day for days in clients.values() for day in days)
        total = 0
        for day, count in in_care.items():
            tariff = self.region.tariff(code, agb, day)
            if tariff is None:
                self.notes["place day without a tariff"] += 1
            else:
                total += count * tariff
        return rounded(Fraction(total, 100 * self.days_in_year))

    def value_on_peildata(self, key, clients, measuring):
        if not self.peildata:
            self.notes["places before the first peildatum"] += 1
            return 0
        total = Fraction(0)
        for day in self.peildata:
            tariff = self.region.tariff(key[1], key[0], day)
            if measuring == "peildata":
                places = sum(day in days for days in clients.values())
            else:
                places = self.entered_places(key, day)
            if tariff is None:
                self.notes["peildatum without a tariff"] += 1
            else:
                total += places * Fraction(tariff, 100)
        average = total / len(self.peildata)
        return rounded(average * Fraction(self.days, self.days_in_year))

    def entered_places(self, key, day):
        thousandths = self.region.measured.get(key + (day,))
        if thousandths is None:
            self.notes["peildatum without a measurement"] += 1
            return 0
        return Fraction(thousandths, 1000)

    # Advances (§3, §6).

    def pay_advances(self):
        for agb, product, municipality, month, amount in self.region.advances:
            if self.in_year(month):
                self.line(agb, (product.group, municipality)).paid += amount
                self.notes["advance"] += 1


def settle(region, year, through=None, notes=None):
    """The settlements of a year as the program's JSON has them."""
    through = through or date(year, 12, 31)
    if through.year != year:
        raise ValueError("%s is not in %d" % (through, year))
    return Work(region, year, through, notes).as_json()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--through", type=date.fromisoformat)
    options = parser.parse_args()
    if options.through and options.through.year != options.year:
        parser.error("--through must be a day of the year")
    result = settle(Region(options.folder), options.year, options.through)
    json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
