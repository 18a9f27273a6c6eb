# SPDX-License-Identifier: EUPL-1.2
"""What the files of a region say, and the days that the monitor looks at."""
from collections import defaultdict
from datetime import date

from bandwidth_oracle import last_of, month_end_until, read_kind, same_day
from settle_oracle import ONE_DAY, Region, parse_date, parse_number, parse_unit

REFERRERS = {"01": "municipality", "gemeente": "municipality", "02": "gp",
             "huisarts": "gp", "03": "doctor", "jeugdarts": "doctor",
             "04": "gi", "gi": "gi", "05": "specialist",
             "medisch specialist": "specialist", "06": "self",
             "zelf": "self", "08": "judge", "rechter": "judge"}
FREQUENCIES = {"dag": "1", "week": "2", "maand": "4", "totaal": "6"}
WORKS = (("meerwerk", "extra"), ("maatwerk", "custom"))


def months_of(period):
    """(month, first, last) of a period, cut by it."""
    for month in range(1, 13):
        first = max(date(period.year, month, 1), period.first)
        last = min(last_of(period.year, month), period.through)
        if first <= last:
            yield month, first, last


class Period:
    def __init__(self, first, through, known):
        self.year = first.year
        self.first, self.through, self.known = first, through, known
        self.days = (through - first).days + 1

    def has(self, day):
        return self.first <= day <= self.through

    def before(self):
        """The same days a year before: a month's last day stays one."""
        return Period(*(year_before(day) for day in (
            self.first, self.through, self.known)))


def year_before(day):
    if day == last_of(day.year, day.month):
        return last_of(day.year - 1, day.month)
    return same_day(day, day.year - 1)


class Holidays:
    """Those of the Algemene termijnenwet (notes on the domain)."""

    def __init__(self):
        self.years = {}

    def of(self, year):
        if year not in self.years:
            easter = self.easter(year)
            king = date(year, 4, 27)
            if king.weekday() == 6:
                king -= ONE_DAY
            self.years[year] = {
                date(year, 1, 1), easter - 2 * ONE_DAY, easter + ONE_DAY, king,
                date(year, 5, 5), easter + 39 * ONE_DAY, easter + 50 * ONE_DAY,
                date(year, 12, 25), date(year, 12, 26)}
        return self.years[year]

    @staticmethod
    def easter(year):
        """Gauss's rule as Butcher wrote it down."""
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        m = (32 + 2 * e + 2 * i - h - k) % 7
        n = (a + 11 * h + 22 * m) // 451
        month, day = divmod(h + m - 7 * n + 114, 31)
        return date(year, month, day + 1)

    def after(self, day, number):
        """So many working days later; the day itself does not count."""
        while number:
            day += ONE_DAY
            if day.weekday() < 5 and day not in self.of(day.year):
                number -= 1
        return day


class Facts(Region):
    """All tables of a folder, with what only the monitor asks for."""

    def __init__(self, folder):
        super().__init__(folder)
        self.holidays = Holidays()
        self.names = {row["code"]: row["naam"]
                      for row in read_kind(folder, "products")}
        self.municipalities = {row["code"]: row["naam"]
                               for row in read_kind(folder, "municipalities")}
        self.providers = {row["agb"]: self.provider(row)
                          for row in read_kind(folder, "providers")}
        self.places = {}
        for row in read_kind(folder, "agreements"):
            if row.get("plekken", ""):
                self.places[row["agb"], int(row["jaar"]), row["productgroep"],
                            row["gemeente"]] = parse_number(row["plekken"], 3)
        for row in read_kind(folder, "assignments"):
            self.add_granted(row)
        self.read_messages(folder)
        for key, each in self.assignments.items():
            each.key = key
            each.group = self.group_of(each)
            each.lines = []
            each.spans = None
        for line in self.declarations:
            line.assignment.lines.append(line)

    @staticmethod
    def provider(row):
        return {"kind": row.get("soort", "").lower() or "regulier",
                "nga": row.get("gecontracteerd", "").lower() == "nee"}

    def add_granted(self, row):
        each = self.assignments[row["gemeente"], row["toewijzingnummer"]]
        volume, budget = row.get("volume", ""), row.get("budget", "")
        each.volume = parse_number(volume, 3) if volume else 0
        each.budget = parse_number(budget, 2) if budget else 0
        each.unit = parse_unit(row.get("eenheid", ""))
        frequency = row.get("frequentie", "").lower()
        each.frequency = FREQUENCIES.get(frequency, frequency)
        each.referrer = REFERRERS.get(row.get("verwijzer", "").lower(),
                                      "unknown")

    def read_messages(self, folder):
        """The care again, with the days on which it was reported."""
        for each in self.assignments.values():
            each.care = []
        for row in read_kind(folder, "care"):
            care = type("Care", (), {})()
            stop = row.get("stopdatum", "")
            care.start = parse_date(row["startdatum"])
            care.stop = parse_date(stop) if stop else None
            care.reason = row.get("reden_beeindiging", "")
            sent = [row.get("verzonden_305", ""), row.get("verzonden_307", "")]
            care.sent_305, care.sent_307 = (
                parse_date(text) if text else None for text in sent)
            self.assignments[row["gemeente"], row["toewijzingnummer"]
                             ].care.append(care)
        for each in self.assignments.values():
            each.care.sort(key=lambda care: care.start)

    def funding(self, assignment):
        """Of an aspecific assignment: P×Q."""
        if not assignment.product:
            return "pxq"
        return self.products[assignment.product].funding

    def work(self, code):
        name = self.names[code].lower()
        return next((work for word, work in WORKS if word in name), "usual")

    def complete(self, year):
        """To the last month end that half of a year's lines reach."""
        lines, reach = defaultdict(int), {}
        for line in self.declarations:
            if line.first.year == year:
                agb = line.assignment.agb
                lines[agb] += 1
                reach[agb] = max(reach.get(agb, line.last), line.last)
        for day in sorted(set(reach.values()), reverse=True):
            if 2 * sum(n for agb, n in lines.items()
                       if reach[agb] >= day) >= sum(lines.values()):
                return month_end_until(min(day, date(year, 12, 31)))
        return date(year - 1, 12, 31)

    def known(self, today):
        """The last start of those providers that have no planned one."""
        starts = {}
        for each in self.assignments.values():
            for care in each.care:
                starts[each.agb] = max(starts.get(each.agb, care.start),
                                       care.start)
        if not starts:
            return date.min
        return max((day for day in starts.values() if day <= today),
                   default=today)

    def period(self, year, today, first_month=1, last_month=12):
        through = self.complete(year)
        if through > today:
            through = max(month_end_until(today), date(year - 1, 12, 31))
        through = min(through, last_of(year, last_month))
        return Period(date(year, first_month, 1), through,
                      max(through, self.known(today)))


class Filter:
    def __init__(self, facts, provider=None, municipality=None, segment=None,
                 group=None, product=None):
        self.facts = facts
        self.provider, self.municipality = provider, municipality
        self.segment, self.group, self.product = segment, group, product

    def covers(self, provider, municipality, group, product):
        segment = self.facts.segment_of.get(group)
        return all(wanted is None or wanted == found for wanted, found in (
            (self.provider, provider), (self.municipality, municipality),
            (self.segment, segment), (self.group, group),
            (self.product, product or "")))

    def has(self, each):
        return self.covers(each.agb, each.municipality, each.group,
                           each.product)
