#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is measured of a region (domain page §8), independently of the program.

    monitor_oracle.py DIR --year YYYY [--topic TOPIC]

computes from the canonical CSV files the figures of `peilstok-cli monitor
--format=json`, with exact fractions, from the domain page, the definitions
that the program prints with its topics, and the notes on the domain. What
production is comes from settle_oracle.py. A topic is

    {"tiles": {id: (value, last)}, "tables": {id: {row: {column: figure}}}}

where a row is named by codes: of a provider, a product, a group, a segment, a
municipality, by a month from 1 on, by a word, or "total". A row of which
nothing is to be told may be there or not. None is a figure that is not known.

Readings: where the text can be read in more than one way.

 M1  Care counts inside its assignment. A temporary stop (20) is bridged up to
     the day before the first later care of the same assignment, or to the
     assignment's end where that care comes after it; by what is known now,
     for whoever came back did not leave.
 M2  Durations, and what followed, are told as they were known: of starts up
     to the last reported start (of providers that have no planned ones), of
     last year a year before that. A stop after that day is not known: its
     care is open. All else of last year is told as it is known now.
 M3  A volume and a budget: the volume decides where it says how much, else
     the budget.
 M4  Places are always counted by the day, also where an agreement measures
     them on peildata.
 M5  Care so far is of what has not ended on the last day: neither a gap that
     continues nor a temporary stop is an end.
"""
import argparse
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

from bandwidth_oracle import last_of, month_end_until, read_kind, same_day
from settle_oracle import (FOREVER, ONE_DAY, Region, TrajectEnd, Work,
                           add_months, days_in_year, parse_date, parse_number,
                           parse_unit, rounded, traject_price)

TREE_NORM = 70
FOLLOWS = ("extension", "other-provider", "other-product", "recidive", "left",
           "not-yet")
REFERRERS = {"01": "municipality", "gemeente": "municipality", "02": "gp",
             "huisarts": "gp", "03": "doctor", "jeugdarts": "doctor",
             "04": "gi", "gi": "gi", "05": "specialist",
             "medisch specialist": "specialist", "06": "self",
             "zelf": "self", "08": "judge", "rechter": "judge"}
FREQUENCIES = {"dag": "1", "week": "2", "maand": "4", "totaal": "6"}
SPREAD = (3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36)
WAITED = (7, 28, 70, 182)
WORKS = (("meerwerk", "extra"), ("maatwerk", "custom"))


def share_bp(part, whole):
    """Of nothing, or of less than nothing, there is no share."""
    return rounded(Fraction(part * 10000, whole)) if whole > 0 else None


def mean(numbers):
    return rounded(Fraction(sum(numbers), len(numbers))) if numbers else None


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


# --- what the files say beside what a settlement needs ----------------------

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


# --- care (M1, M2) ----------------------------------------------------------

class Span:
    """A period of care inside its assignment, as known on a day."""

    def __init__(self, assignment, first, last, reason, paused):
        self.assignment, self.first, self.last = assignment, first, last
        self.reason = reason
        self.paused = paused            # a temporary stop, and not bridged


def spans_of(assignment, known=FOREVER):
    found = []
    periods = [care for care in assignment.care if care.start <= known]
    for care in periods:
        stop, reason = care.stop, care.reason
        if stop is not None and stop > known:
            stop, reason = None, ""
        first = max(care.start, assignment.start)
        last = min(stop or FOREVER, assignment.end)
        paused = reason == "20" and stop is not None
        if paused:
            later = [other.start for other in assignment.care
                     if other.start > stop]
            if later:
                last = min(max(last, min(later) - ONE_DAY), assignment.end)
                paused = False
        if first > last:
            continue
        found.append(Span(assignment, first, last, reason, paused))
    return found


def join(spans):
    """(first, last) of care without a day between."""
    joined = []
    for span in sorted(spans, key=lambda span: (span.first, span.last)):
        if joined and (joined[-1][1] == FOREVER
                       or span.first <= joined[-1][1] + ONE_DAY):
            joined[-1][1] = max(joined[-1][1], span.last)
        else:
            joined.append([span.first, span.last])
    return joined


def meets(span, first, last):
    return span.first <= last and span.last >= first


# --- a table that is filled row by row -------------------------------------

class Table(dict):
    def put(self, row, **figures):
        self.setdefault(row, {}).update(
            {name.replace("_", "-"): value
             for name, value in figures.items()})


def both(name, now, last):
    """A figure of this year and its name of last year's."""
    return {name: now, name + "_last": last}


class Monitor:
    """The topics of a region for a period and the one a year before."""

    def __init__(self, facts, period, where):
        self.facts, self.where = facts, where
        self.now, self.last = period, period.before()
        self.assignments = [each for each in facts.assignments.values()
                            if where.has(each)]
        self.costs = {}

    def measure(self, topic):
        return getattr(self, topic.replace("-", "_"))()

    # --- clients and referrers ---

    def spans(self):
        """Of clients the year before is told as it is known now."""
        return [span for each in self.assignments for span in spans_of(each)]

    def flows(self, period):
        """What is told of clients in a period."""
        spans = self.spans()
        by_client = defaultdict(list)
        for span in spans:
            by_client[span.assignment.client].append(span)
        joined = [each for client in by_client.values()
                  for each in join(client)]
        found = {"months": {}, "spans": spans}
        for month, first, last in months_of(period):
            found["months"][month] = (
                len({span.assignment.client for span in spans
                     if meets(span, first, last)}),
                sum(first <= each[0] <= last for each in joined),
                sum(first <= each[1] <= last for each in joined))
        found["inflow"] = sum(each[1] for each in found["months"].values())
        found["outflow"] = sum(each[2] for each in found["months"].values())
        found["clients"] = self.count(spans, period, lambda _: True)
        found["in-care"] = len({
            span.assignment.client for span in spans
            if meets(span, period.through, period.through)})
        return found

    @staticmethod
    def count(spans, period, of):
        return len({span.assignment.client for span in spans
                    if meets(span, period.first, period.through)
                    and of(span.assignment)})

    def clients(self):
        now, last = self.flows(self.now), self.flows(self.last)
        tiles = {name: (now[name], last[name])
                 for name in ("clients", "in-care", "inflow", "outflow")}
        months = Table()
        for month, figures in now["months"].items():
            months.put(month, in_care=figures[0], inflow=figures[1],
                       outflow=figures[2])
        for month, figures in last["months"].items():
            months.put(month, in_care_last=figures[0], inflow_last=figures[1],
                       outflow_last=figures[2])
        months.put("total", **both("in_care", now["clients"],
                                   last["clients"]),
                   **both("inflow", now["inflow"], last["inflow"]),
                   **both("outflow", now["outflow"], last["outflow"]))
        segment = self.facts.segment_of
        tables = {"clients-by-month": months}
        for name, code in (
                ("municipality", lambda each: each.municipality),
                ("segment", lambda each: segment.get(each.group)),
                ("group", lambda each: each.group)):
            tables["clients-by-" + name] = self.clients_by(now, last, code)
        return {"tiles": tiles, "tables": tables}

    def clients_by(self, now, last, code):
        table = Table()
        for wanted in {code(each) for each in self.assignments}:
            def of(each, wanted=wanted):
                return code(each) == wanted
            table.put(wanted, **both(
                "clients", self.count(now["spans"], self.now, of),
                self.count(last["spans"], self.last, of)))
        table.put("total", **both("clients", now["clients"],
                                  last["clients"]))
        return table

    def referrers(self):
        now = last = self.spans()
        all_now = self.count(now, self.now, lambda _: True)
        all_last = self.count(last, self.last, lambda _: True)
        table, months = Table(), Table()
        for name in sorted(set(REFERRERS.values()) | {"unknown"}):
            def of(each, name=name):
                return each.referrer == name
            counts = (self.count(now, self.now, of),
                      self.count(last, self.last, of))
            table.put(name, **both("clients", *counts), **both(
                "share", share_bp(counts[0], all_now),
                share_bp(counts[1], all_last)))
            for month, first, end in months_of(self.now):
                part = Period(first, end, end)
                months.put(name, **{"m%d" % month: self.count(now, part, of)})
        for month, first, end in months_of(self.now):
            part = Period(first, end, end)
            months.put("total", **{"m%d" % month: self.count(
                now, part, lambda _: True)})
        table.put("total", **both("clients", all_now, all_last))
        return {"tiles": {"clients": (all_now, all_last),
                          "unknown": (table["unknown"]["share"],
                                      table["unknown"]["share-last"])},
                "tables": {"referrers": table, "referrers-by-month": months}}

    # --- duration ---

    def paths(self, period):
        """(product or group, [spans], first, last) as known then."""
        cares = defaultdict(list)
        for each in self.facts.assignments.values():
            for span in spans_of(each, period.known):
                cares[each.client, each.agb, each.product or
                      "group " + each.group].append(span)
        found = []
        for (_, agb, code), spans in cares.items():
            paths = []
            for span in sorted(spans, key=lambda span: (span.first,
                                                        span.last)):
                if paths and span.first <= add_months(paths[-1].last, 1):
                    paths[-1].add(span)
                else:
                    paths.append(Path(agb, code, span))
            found += paths
        return [path for path in found
                if self.where.has(path.decides.assignment)]

    def ended(self, paths, period):
        return [path for path in paths if period.has(path.last)
                and not path.waits(period.known)]

    def so_far(self, paths, period):
        """M5"""
        return [(path, (period.through - path.first).days + 1)
                for path in paths if path.first <= period.through
                and (path.last > period.through or path.waits(period.known))]

    def norm(self, code):
        product = self.facts.products.get(code)
        return product.norm_months if product else None

    def longer(self, paths):
        with_norm = [path for path in paths if self.norm(path.code)]
        return share_bp(sum(path.last >= add_months(path.first,
                                                    self.norm(path.code))
                            for path in with_norm), len(with_norm))

    def duration(self):
        paths = [self.paths(period) for period in (self.now, self.last)]
        ended = [self.ended(each, period)
                 for each, period in zip(paths, (self.now, self.last))]
        so_far = [self.so_far(each, period)
                  for each, period in zip(paths, (self.now, self.last))]
        by_product, in_care = Table(), Table()
        codes = {path.code for each in ended for path in each}
        for code in codes:
            these = [[path for path in each if path.code == code]
                     for each in ended]
            self.put_duration(by_product, code.split()[-1], these)
            months = self.norm(code)
            norm = rounded(Fraction(365 * months, 12)) if months else None
            average = by_product[code.split()[-1]]["average"]
            by_product.put(code.split()[-1], norm=norm, difference=(
                average - norm if months and average is not None else None))
        self.put_duration(by_product, "total", ended)
        for code in {path.code for each in so_far for path, _ in each}:
            self.put_so_far(in_care, code.split()[-1], [
                [days for path, days in each if path.code == code]
                for each in so_far])
        self.put_so_far(in_care, "total", [
            [days for _, days in each] for each in so_far])
        total = by_product["total"]
        tiles = {name: (total[column], total[column + "-last"])
                 for name, column in (("average", "average"),
                                      ("ended", "ended"),
                                      ("longer", "longer"))}
        tiles["so-far"] = (in_care["total"]["average"],
                           in_care["total"]["average-last"])
        return {"tiles": tiles, "tables": {
            "duration-by-product": by_product, "duration-so-far": in_care,
            "duration-spread": self.duration_spread(ended)}}

    def put_duration(self, table, row, these):
        table.put(row, **both("ended", len(these[0]), len(these[1])),
                  **both("average", *(mean([path.days for path in each])
                                      for each in these)),
                  **both("longer", *(self.longer(each) for each in these)))

    @staticmethod
    def put_so_far(table, row, these):
        table.put(row, **both("in_care", len(these[0]), len(these[1])),
                  **both("average", mean(these[0]), mean(these[1])))

    @staticmethod
    def duration_spread(ended):
        table = Table()
        for place in range(len(SPREAD) + 1):
            counts = [sum(place == sum(path.last >= add_months(
                path.first, months) for months in SPREAD) for path in each)
                for each in ended]
            table.put(place, **both("ended", *counts), **both(
                "share", *(share_bp(count, len(each))
                           for count, each in zip(counts, ended))))
        return table

    # --- what followed ---

    def ends(self, period):
        """(assignment, its end, days) of those that ended in the period."""
        found = []
        for each in self.assignments:
            spans = spans_of(each, period.known)
            if not spans:
                continue
            end = self.end_of(each, period.known)
            if end is not None and period.has(end):
                first = min(span.first for span in spans)
                found.append((each, end, (end - first).days + 1))
        return found

    @staticmethod
    def end_of(each, known):
        """The stop of its last care, or its own end."""
        cares = [care for care in each.care if care.start <= known
                 and max(care.start, each.start)
                 <= min(care.stop or FOREVER, each.end)]
        last = max(cares, key=lambda care: (care.stop or FOREVER, care.start))
        stop = last.stop
        if stop is not None and (stop > known or last.reason == "20"):
            stop = None
        end = min(stop or FOREVER, each.end)
        return None if end == FOREVER else end

    def follow(self, each, end, period, by_client):
        later = [span for span in by_client[each.client]
                 if span.last > end]
        month, half = add_months(end, 1), add_months(end, 6)
        soon = [span.assignment for span in later if span.first <= month]
        if any(other.agb == each.agb and self.same_product(each, other)
               for other in soon):
            return "extension"
        if any(other.agb != each.agb for other in soon):
            return "other-provider"
        if soon:
            return "other-product"
        if any(span.first <= half for span in later):
            return "recidive"
        return "left" if half <= period.known else "not-yet"

    @staticmethod
    def same_product(one, other):
        if one.product and other.product:
            return one.product == other.product
        return one.group == other.group

    def followed(self, period):
        """(assignment, end, days, what followed)"""
        by_client = defaultdict(list)
        for each in self.facts.assignments.values():
            by_client[each.client] += spans_of(each, period.known)
        return [(each, end, days, self.follow(each, end, period, by_client))
                for each, end, days in self.ends(period)]

    def follow_up(self):
        now, last = self.followed(self.now), self.followed(self.last)
        table, by_month, by_product, by_funding = (
            Table(), Table(), Table(), Table())
        for follow in FOLLOWS:
            these = [[row for row in rows if row[3] == follow]
                     for rows in (now, last)]
            table.put(follow, **both("assignments", *map(len, these)), **both(
                "share", *(share_bp(len(part), len(rows))
                           for part, rows in zip(these, (now, last)))),
                **both("average", *(mean([row[2] for row in part])
                                    for part in these)))
        table.put("total", **both("assignments", len(now), len(last)),
                  **both("average", *(mean([row[2] for row in rows])
                                      for rows in (now, last))))
        for target in (by_month, by_product, by_funding):
            self.put_follow(target, "total", now, last)
        for month, _, _ in months_of(self.now):
            self.put_follow(by_month, month, *(
                [row for row in rows if row[1].month == month]
                for rows in (now, last)))
        self.split_follow(by_product, now, last,
                          lambda each: each.product or each.group)
        self.split_follow(by_funding, now, last, self.facts.funding)
        total = by_product["total"]
        tiles = {name: (total[column], total[column + "-last"])
                 for name, column in (
                     ("ended", "ended"), ("average", "average"),
                     ("extension", "extension-share"),
                     ("recidive", "recidive-share"))}
        tiles["left"] = (table["left"]["share"], table["left"]["share-last"])
        return {"tiles": tiles, "tables": {
            "follow-up": table, "follow-up-by-month": by_month,
            "follow-up-by-product": by_product,
            "follow-up-by-funding": by_funding}}

    def split_follow(self, table, now, last, code):
        for wanted in {code(row[0]) for row in now + last}:
            self.put_follow(table, wanted, *(
                [row for row in rows if code(row[0]) == wanted]
                for rows in (now, last)))

    @staticmethod
    def put_follow(table, row, now, last):
        counts = [Counter(each[3] for each in rows) for rows in (now, last)]
        table.put(row, **both("ended", len(now), len(last)),
                  **{follow.replace("-", "_"): counts[0][follow]
                     for follow in FOLLOWS},
                  **both("extension_share", *(
                      share_bp(count["extension"], len(rows))
                      for count, rows in zip(counts, (now, last)))),
                  **both("recidive_share", *(
                      share_bp(count["recidive"], len(rows))
                      for count, rows in zip(counts, (now, last)))),
                  **both("average", *(mean([each[2] for each in rows])
                                      for rows in (now, last))))

    # --- utilisation ---

    def granted(self, each, period):
        """Cents for its days in the period, exactly; None: nobody knows."""
        first = max(each.start, period.first)
        last = min(each.end, period.through)
        days = (last - first).days + 1
        if days < 1:
            first, days = each.start, 0
        per_day = self.volume_per_day(each, first)
        if per_day is None and each.budget > 0 and each.end != FOREVER:
            per_day = Fraction(each.budget, (each.end - each.start).days + 1)
        return None if per_day is None else per_day * days

    def volume_per_day(self, each, day):
        if each.volume <= 0:
            return None
        price = self.price(each, day)
        spread = {"1": 1, "2": Fraction(1, 7), "4": Fraction(12, 365)}.get(
            each.frequency)
        if each.frequency == "6" and each.end != FOREVER:
            spread = Fraction(1, (each.end - each.start).days + 1)
        if price is None or spread is None:
            return None
        return Fraction(each.volume, 1000) * price * spread

    def price(self, each, day):
        """Cents of one unit that was assigned."""
        if each.unit == "euro":
            return 100
        if not each.product:
            return None
        tariff = self.facts.tariff(each.product, each.agb, day)
        if tariff is None:
            return None
        units = (each.unit or self.facts.products[each.product].unit,
                 self.facts.products[each.product].unit)
        if units == ("minuut", "uur"):
            return Fraction(tariff, 100 * 60)
        return Fraction(tariff, 100) if units[0] == units[1] else None

    def declared(self, each, period):
        return sum(line.amount for line in each.lines
                   if produces(line) and period.has(line.first))

    def used(self, period):
        """(assignment, assigned, declared, 1 where nobody knows)"""
        found = []
        for each in self.assignments:
            if self.facts.funding(each) != "pxq":
                continue
            declared = self.declared(each, period)
            runs = (each.start <= period.through
                    and each.end >= period.first)
            lines = [line for line in each.lines
                     if produces(line) and period.has(line.first)]
            if not runs and not lines:
                continue
            granted = self.granted(each, period)
            if granted is None:
                found.append((each, 0, 0, 1))
            else:
                found.append((each, rounded(granted), declared, 0))
        return found

    def utilisation(self):
        now, last = self.used(self.now), self.used(self.last)
        tables = {}
        for name, code in (
                ("product", lambda each: each.product or each.group),
                ("kind", lambda each: self.facts.providers[each.agb]["kind"]),
                ("group", lambda each: each.group),
                ("provider", lambda each: each.agb)):
            table = tables["utilisation-by-" + name] = Table()
            for wanted in {code(row[0]) for row in now + last}:
                self.put_used(table, wanted, *(
                    [row for row in rows if code(row[0]) == wanted]
                    for rows in (now, last)))
            self.put_used(table, "total", now, last)
        sums = [[sum(row[i] for row in rows) for i in (1, 2, 3)]
                for rows in (now, last)]
        return {"tables": tables, "tiles": {
            "utilisation": tuple(share_bp(each[1], each[0]) for each in sums),
            "assigned": (sums[0][0], sums[1][0]),
            "declared": (sums[0][1], sums[1][1]),
            "unknown": (sums[0][2], sums[1][2])}}

    @staticmethod
    def put_used(table, row, now, last):
        sums = [[sum(each[i] for each in rows) for i in (1, 2, 3)]
                for rows in (now, last)]
        table.put(row, assigned=sums[0][0], declared=sums[0][1],
                  **both("utilisation", *(share_bp(each[1], each[0])
                                          for each in sums)),
                  assignments=len(now), unknown=sums[0][2])

    # --- messages and waiting ---

    def sent_in_time(self, day, sent):
        if sent is None:
            return "no date"
        on_time = sent <= self.facts.holidays.after(day, 5)
        return "in time" if on_time else "late"

    def messages_of(self, period):
        """norm -> [(assignment, month, what became of it)]"""
        found = defaultdict(list)
        for each in self.assignments:
            for care in each.care:
                if period.has(care.start):
                    found["305"].append((each, care.start.month,
                                         self.sent_in_time(care.start,
                                                           care.sent_305)))
                if care.stop is not None and period.has(care.stop):
                    found["307"].append((each, care.stop.month,
                                         self.sent_in_time(care.stop,
                                                           care.sent_307)))
            begun = self.begun(each)
            if begun is not None and period.has(begun):
                plan = self.facts.holidays.after(each.start, 10)
                found["plan"].append((each, begun.month, "in time"
                                      if begun <= plan else "late"))
                found["week"].append((each, begun.month, "in time" if
                                      (begun - each.start).days <= 7
                                      else "late"))
        return found

    @staticmethod
    def begun(each):
        """Its first day of care, inside it."""
        return min((max(care.start, each.start) for care in each.care
                    if max(care.start, each.start)
                    <= min(care.stop or FOREVER, each.end)), default=None)

    @staticmethod
    def told(rows):
        count = Counter(row[2] for row in rows)
        return dict(number=len(rows), in_time=count["in time"],
                    late=count["late"], no_date=count["no date"],
                    share=share_bp(count["in time"],
                                   count["in time"] + count["late"]))

    def messages(self):
        now, last = self.messages_of(self.now), self.messages_of(self.last)
        table, by_provider = Table(), Table()
        tables = {"messages": table, "messages-by-provider": by_provider}
        tiles = {}
        for norm in ("305", "307", "plan", "week"):
            here, there = self.told(now[norm]), self.told(last[norm])
            tiles[norm] = (here["share"], there["share"])
            table.put(norm, **here, number_last=there["number"],
                      share_last=there["share"])
            tables["messages-" + norm] = self.messages_by_month(
                now[norm], last[norm])
        for agb in {row[0].agb for rows in (now, last)
                    for norm in rows.values() for row in norm}:
            self.put_messages(by_provider, agb, *(
                {norm: [row for row in found if row[0].agb == agb]
                 for norm, found in rows.items()} for rows in (now, last)))
        self.put_messages(by_provider, "total", now, last)
        return {"tiles": tiles, "tables": tables}

    def messages_by_month(self, now, last):
        table = Table()
        rows = [("total", now, last)]
        rows += [(month, [row for row in now if row[1] == month],
                  [row for row in last if row[1] == month])
                 for month, _, _ in months_of(self.now)]
        for row, here, there in rows:
            here, there = self.told(here), self.told(there)
            table.put(row, **{name: here[name] for name in (
                "number", "late", "share", "no_date")}, **{
                    name + "_last": there[name] for name in (
                        "number", "late", "share", "no_date")})
        return table

    def put_messages(self, table, row, now, last):
        here = {norm: self.told(now.get(norm, [])) for norm in (
            "305", "307", "plan", "week")}
        there = {norm: self.told(last.get(norm, [])) for norm in here}
        table.put(row, starts=here["305"]["number"],
                  starts_late=here["305"]["late"],
                  starts_no_date=here["305"]["no_date"],
                  **both("starts_share", here["305"]["share"],
                         there["305"]["share"]),
                  stops=here["307"]["number"],
                  stops_late=here["307"]["late"],
                  stops_no_date=here["307"]["no_date"],
                  **both("stops_share", here["307"]["share"],
                         there["307"]["share"]),
                  begun=here["plan"]["number"],
                  begun_late=here["plan"]["late"],
                  **both("begun_share", here["plan"]["share"],
                         there["plan"]["share"]),
                  **both("week_share", here["week"]["share"],
                         there["week"]["share"]))

    def waits(self, each, day):
        """Days that it waits on a day, or None."""
        begun = self.begun(each)
        if not each.start <= day <= each.end:
            return None
        if begun is not None and begun <= day:
            return None
        return (day - each.start).days

    def waited(self, each, first, last):
        begun = self.begun(each)
        if begun is None or not first <= begun <= last:
            return None
        return max(0, (begun - each.start).days)

    def waiting_in(self, assignments, first, last):
        waits = [days for days in (self.waits(each, last)
                                   for each in assignments)
                 if days is not None]
        waited = [days for days in (self.waited(each, first, last)
                                    for each in assignments)
                  if days is not None]
        over = sum(days > TREE_NORM for days in waits)
        return dict(waiting=len(waits), within=len(waits) - over, over=over,
                    begun=len(waited), mean=mean(waited),
                    begun_over=share_bp(sum(days > TREE_NORM
                                            for days in waited),
                                        len(waited))), waited

    def waiting(self):
        by_month, spread = Table(), Table()
        now = (self.now.first, self.now.through)
        last = (self.last.first, self.last.through)
        here, waited = self.waiting_in(self.assignments, *now)
        there, waited_last = self.waiting_in(self.assignments, *last)
        for place in range(len(WAITED) + 1):
            spread.put(place, **both("number", *(
                sum(place == sum(days > border for border in WAITED)
                    for days in each) for each in (waited, waited_last))))
        lasts = {month: days for month, *days in months_of(self.last)}
        for month, *days in months_of(self.now):
            self.put_waiting(by_month, month, self.assignments, days,
                             lasts[month], ("waiting", "within", "over",
                                            "begun", "mean"))
        names = ("waiting", "over", "begun", "mean", "begun_over")
        self.put_waiting(by_month, "total", self.assignments, now, last,
                         ("waiting", "within", "over", "begun", "mean"))
        tables = {"waiting-by-month": by_month, "waiting-spread": spread}
        for name, code in (
                ("product", lambda each: each.product or each.group),
                ("provider", lambda each: each.agb)):
            table = tables["waiting-by-" + name] = Table()
            for wanted in {code(each) for each in self.assignments}:
                self.put_waiting(table, wanted, [
                    each for each in self.assignments if code(each) == wanted
                    ], now, last, names)
            self.put_waiting(table, "total", self.assignments, now, last,
                             names)
        return {"tables": tables, "tiles": {
            name: (here[column], there[column]) for name, column in (
                ("waiting", "waiting"), ("over", "over"), ("mean", "mean"),
                ("begun-over", "begun_over"))}}

    def put_waiting(self, table, row, assignments, now, last, names):
        here, _ = self.waiting_in(assignments, *now)
        there, _ = self.waiting_in(assignments, *last)
        for name in names:
            table.put(row, **both(name, here[name], there[name]))

    # --- places and capacity (M4) ---

    def care_days(self, period):
        """(provider, product, municipality) -> day -> clients"""
        found = defaultdict(lambda: defaultdict(set))
        for each in self.assignments:
            if self.facts.funding(each) != "plek":
                continue
            days = found[each.agb, each.product, each.municipality]
            for care in each.care:
                day = max(care.start, each.start, period.first)
                last = min(care.stop or FOREVER, each.end, period.through)
                while day <= last:
                    days[day].add(each.client)
                    day += ONE_DAY
        return found

    def worth(self, key, days, first, last):
        total = 0
        for day, clients in days.items():
            if first <= day <= last:
                tariff = self.facts.tariff(key[1], key[0], day)
                total += len(clients) * (tariff or 0)
        return rounded(Fraction(total, 100 * days_in_year(last.year)))

    def stays(self, period):
        """Per key its client-days and worth, per month and of all."""
        found = {}
        # What it is worth is rounded from 1 January on.
        year = Period(date(period.year, 1, 1), period.through, period.known)
        for key, days in self.care_days(year).items():
            until = {0: self.worth(key, days, year.first,
                                   period.first - ONE_DAY)
                     if period.first > year.first else 0}
            before, figures = until[0], {}
            for month, first, last in months_of(period):
                now = self.worth(key, days, year.first, last)
                figures[month] = (sum(
                    len(clients) for day, clients in days.items()
                    if first <= day <= last), now - before)
                before = now
            found[key] = figures
        return found

    @staticmethod
    def add_stays(stays, of):
        months = defaultdict(lambda: [0, 0])
        for key, figures in stays.items():
            if of(key):
                for month, (days, cents) in figures.items():
                    months[month][0] += days
                    months[month][1] += cents
        return months

    @staticmethod
    def milli(days, whole):
        return rounded(Fraction(days * 1000, whole))

    def realised(self, months, period):
        return self.milli(sum(each[0] for each in months.values()),
                          period.days)

    def agreed(self, year, of=lambda key: True):
        """None: nothing agreed. Of a product: the only one of its group."""
        product = self.where.product
        if product is not None and [product] != [
                code for code, other in self.facts.products.items()
                if other.funding == "plek"
                and other.group == self.group(product)]:
            return None
        found = [places for (agb, of_year, group, municipality), places
                 in self.facts.places.items() if of_year == year
                 and self.where.covers(agb, municipality, group, product)
                 and of((agb, group, municipality))]
        return sum(found) if found else None

    def group(self, code):
        return self.facts.products[code].group

    @staticmethod
    def deviation(days, period, agreed):
        """Rounded once: not of places that were rounded before."""
        if not agreed:
            return None
        realised = Fraction(days * 1000, period.days)
        return rounded((realised - agreed) * 10000 / agreed)

    def places(self):
        periods = (self.now, self.last)
        stays = [self.stays(period) for period in periods]
        by_product, amounts = Table(), Table()
        by_month, by_group = Table(), Table()
        codes = {key[1] for each in stays for key in each}
        for row in codes | {"total"}:
            months = [self.add_stays(each, lambda key: row in (
                "total", key[1])) for each in stays]
            sums = [sum(each[1] for each in part.values())
                    for part in months]
            by_product.put(row, **both("places", *(
                self.realised(part, period)
                for part, period in zip(months, periods))),
                **both("amount", *sums))
            amounts.put(row, **both("amount", *sums))
            for month, first, last in months_of(self.now):
                days, cents = months[0][month]
                whole = (last - first).days + 1
                by_product.put(row, **{"m%d" % month: self.milli(days,
                                                                 whole)})
                amounts.put(row, **{"m%d" % month: cents})
        months = [self.add_stays(each, lambda key: True) for each in stays]
        agreed = [self.agreed(period.year) for period in periods]
        lasts = {month: days for month, *days in months_of(self.last)}
        for month, first, last in months_of(self.now):
            before = lasts[month]
            by_month.put(month, **both(
                "places", self.milli(months[0][month][0],
                                     (last - first).days + 1),
                self.milli(months[1][month][0],
                           (before[1] - before[0]).days + 1)),
                **both("amount", months[0][month][1], months[1][month][1]),
                **both("agreed", *agreed))
        total = by_product["total"]
        realised = (total["places"], total["places-last"])
        by_month.put("total", **both("places", *realised), **both(
            "amount", total["amount"], total["amount-last"]), **both(
                "agreed", *agreed))
        for row in {self.group(code) for code in codes} | {
                key[2] for key in self.facts.places} | {"total"}:
            self.put_group(by_group, row, stays)
        group = by_group["total"]
        return {"tables": {
            "places-by-product": by_product, "places-amounts": amounts,
            "places-by-month": by_month, "places-by-group": by_group},
                "tiles": {
            "places": realised, "agreed": tuple(agreed),
            "deviation": (group["deviation"], group["deviation-last"]),
            "amount": (total["amount"], total["amount-last"])}}

    def put_group(self, table, row, stays):
        figures = []
        for each, period in zip(stays, (self.now, self.last)):
            months = self.add_stays(each, lambda key: row in (
                "total", self.group(key[1])))
            agreed = self.agreed(period.year,
                                 lambda key: row in ("total", key[1]))
            days = sum(each[0] for each in months.values())
            figures.append((self.realised(months, period), agreed,
                            self.deviation(days, period, agreed)))
        for name, *values in zip(("places", "agreed", "deviation"),
                                 *figures):
            table.put(row, **both(name, *values))

    @staticmethod
    def capacity_class(days, period, agreed):
        off = abs(Fraction(days * 1000, period.days) - agreed) * 100
        return ("fits" if off <= agreed else
                "deviates" if off <= 5 * agreed else "strongly")

    def capacity(self):
        """Each period: (provider, group) -> (client-days, agreed places)"""
        found = []
        for period in (self.now, self.last):
            pairs = {}
            for key, months in self.stays(period).items():
                of = key[0], self.group(key[1])
                days = sum(each[0] for each in months.values())
                before = pairs.get(of, (0, None))
                pairs[of] = before[0] + days, None
            for agb, year, group, municipality in self.facts.places:
                if year == period.year and self.where.covers(
                        agb, municipality, group, self.where.product):
                    pairs[agb, group] = (
                        pairs.get((agb, group), (0, None))[0], self.agreed(
                            year, lambda key: key[:2] == (agb, group)))
            found.append(pairs)
        by_provider, apart = Table(), Table()
        for key in set(found[0]) | set(found[1]):
            if found[0].get(key, (0, None))[1]:
                self.put_capacity(by_provider, key, found,
                                  lambda other, key=key: other == key)
                # What was realised is told, agreed or not.
                by_provider.put(key, realised_last=self.milli(
                    found[1].get(key, (0, None))[0], self.last.days))
            else:
                apart.put(key, **both("realised", *(
                    self.milli(pairs.get(key, (0, None))[0], period.days)
                    for pairs, period in zip(found, (self.now, self.last)))))
        self.put_capacity(by_provider, "total", found, lambda _: True)
        by_group = Table()
        for row in {key[1] for pairs in found for key in pairs} | {"total"}:
            self.put_capacity(by_group, row, found, lambda key, row=row:
                              row in ("total", key[1]))
        total = by_group["total"]
        spread = Table()
        for place in range(9):
            spread.put(place, **both("number", *(
                sum(place == self.class_of(days, period, agreed)
                    for days, agreed in pairs.values() if agreed)
                for pairs, period in zip(found, (self.now, self.last)))))
        return {"tiles": {name: (total[name], total[name + "-last"])
                          for name in ("deviation", "fits", "deviates",
                                       "strongly")},
                "tables": {"capacity-by-provider": by_provider,
                           "capacity-by-group": by_group,
                           "capacity-spread": spread,
                           "capacity-without-agreed": apart}}

    @staticmethod
    def class_of(days, period, agreed):
        off = (Fraction(days * 1000, period.days) - agreed) / agreed
        borders = [Fraction(n, 100) for n in (-20, -10, -5, -1, 1, 5, 10, 20)]
        # What is exactly at a border belongs to the middle.
        return sum(off >= each for each in borders[:4]) + sum(
            off > each for each in borders[4:])

    def put_capacity(self, table, row, found, of):
        for end, pairs, period in zip(("", "_last"), found,
                                      (self.now, self.last)):
            ours = [pair for key, pair in pairs.items()
                    if of(key) and pair[1]]
            days = sum(pair[0] for pair in ours)
            agreed = sum(pair[1] for pair in ours) or None
            kinds = Counter(self.capacity_class(pair[0], period, pair[1])
                            for pair in ours)
            table.put(row, **{
                "realised" + end: self.milli(days, period.days),
                "agreed" + end: agreed,
                "deviation" + end: self.deviation(days, period, agreed)},
                **{kind + end: kinds[kind] for kind in (
                    "fits", "deviates", "strongly")})

    # --- cost ---

    def cost_of(self, period):
        """(provider, product, group, municipality) -> month -> cents"""
        if period.year not in self.costs:
            self.costs[period.year] = Cost(self.facts, period.year)
        cost = self.costs[period.year]
        until = [(month, cost.until(last))
                 for month, _, last in months_of(period)]
        before = cost.until(period.first - ONE_DAY)
        found = defaultdict(Counter)
        for month, now in until:
            for key in set(now) | set(before):
                if self.where.covers(key[0], key[3], key[2], key[1]):
                    found[key][month] += now[key] - before[key]
            before = now
        return found

    @staticmethod
    def add_cost(cost, of, month=None):
        return sum(sum(months.values()) if month is None else months[month]
                   for key, months in cost.items() if of(key))

    def is_extra(self, key):
        return bool(key[1]) and self.facts.work(key[1]) != "usual"

    def put_shares(self, table, row, costs, of, months=(None, None)):
        providers = self.facts.providers
        whole = [self.add_cost(cost, of, month)
                 for cost, month in zip(costs, months)]
        nga = [self.add_cost(cost, lambda key: of(key) and
                             providers[key[0]]["nga"], month)
               for cost, month in zip(costs, months)]
        micro = [self.add_cost(cost, lambda key: of(key) and providers[
            key[0]]["kind"] == "micro", month)
                 for cost, month in zip(costs, months)]
        extra = [self.add_cost(cost, lambda key: of(key) and
                               self.is_extra(key), month)
                 for cost, month in zip(costs, months)]
        table.put(row, **both("cost", *whole),
                  contracted=whole[0] - nga[0], nga=nga[0])
        for name, part in (("nga", nga), ("micro", micro), ("extra", extra)):
            table.put(row, **both(name + "_share", *(
                share_bp(each, cents) for each, cents in zip(part, whole))))

    def put_part(self, table, row, costs, of, wholes, months=(None, None)):
        cents = [self.add_cost(cost, of, month)
                 for cost, month in zip(costs, months)]
        table.put(row, **both("cost", *cents),
                  difference=cents[0] - cents[1],
                  **both("share", *(share_bp(part, whole) for part, whole
                                    in zip(cents, wholes))))

    def shares(self):
        costs = [self.cost_of(period) for period in (self.now, self.last)]
        keys = set(costs[0]) | set(costs[1])
        wholes = [self.add_cost(cost, lambda _: True) for cost in costs]
        facts, tables = self.facts, {}
        for name, code in (
                ("segment", lambda key: facts.segment_of[key[2]]),
                ("product", lambda key: key[1] or key[2])):
            table = tables["shares-by-" + name] = Table()
            for wanted in {code(key) for key in keys}:
                self.put_shares(table, wanted, costs,
                                lambda key: code(key) == wanted)
            self.put_shares(table, "total", costs, lambda _: True)
        table = tables["shares-by-month"] = Table()
        for month, _, _ in months_of(self.now):
            self.put_shares(table, month, costs, lambda _: True,
                            (month, month))
        self.put_shares(table, "total", costs, lambda _: True)
        for name, code in (
                ("contract", lambda key: "nga" if facts.providers[key[0]][
                    "nga"] else "contracted"),
                ("kind", lambda key: facts.providers[key[0]]["kind"]),
                ("work", lambda key: facts.work(key[1]) if key[1]
                 else "usual")):
            table = tables["shares-by-" + name] = Table()
            for wanted in {code(key) for key in keys}:
                self.put_part(table, wanted, costs,
                              lambda key: code(key) == wanted, wholes)
            self.put_part(table, "total", costs, lambda _: True, wholes)
        total = tables["shares-by-month"]["total"]
        tiles = {name: (total[column], total[column + "-last"])
                 for name, column in (
                     ("cost", "cost"), ("nga", "nga-share"),
                     ("micro", "micro-share"), ("extra", "extra-share"))}
        return {"tiles": tiles, "tables": tables}

    def production(self):
        costs = [self.cost_of(period) for period in (self.now, self.last)]
        keys = set(costs[0]) | set(costs[1])
        wholes = [self.add_cost(cost, lambda _: True) for cost in costs]
        table = Table()
        tables = {"production": table}
        for row in {key[3] for key in keys} | {"total"}:
            for group in {key[2] for key in keys}:
                table.put(row, **{"group_" + group: self.add_cost(
                    costs[0], lambda key: row in ("total", key[3])
                    and key[2] == group)})
            table.put(row, **both("total", *(self.add_cost(
                cost, lambda key: row in ("total", key[3]))
                for cost in costs)))
        for name, code in (
                ("municipality", lambda key: key[3]),
                ("group", lambda key: key[2]),
                ("segment", lambda key: self.facts.segment_of[key[2]])):
            part = tables["production-by-" + name] = Table()
            for wanted in {code(key) for key in keys}:
                self.put_part(part, wanted, costs,
                              lambda key: code(key) == wanted, wholes)
            self.put_part(part, "total", costs, lambda _: True, wholes)
        part = tables["production-by-month"] = Table()
        for month, _, _ in months_of(self.now):
            self.put_part(part, month, costs, lambda _: True, wholes,
                          (month, month))
        self.put_part(part, "total", costs, lambda _: True, wholes)
        growth = share_bp(wholes[0] - wholes[1], wholes[1])
        return {"tiles": {"cost": tuple(wholes), "growth": (growth, None)},
                "tables": tables}


class Path:
    """Care of a client at one provider and product (notes)."""

    def __init__(self, agb, code, span):
        self.agb, self.code, self.spans = agb, code, [span]

    def add(self, span):
        self.spans.append(span)

    @property
    def first(self):
        return self.spans[0].first

    @property
    def last(self):
        return max(span.last for span in self.spans)

    @property
    def days(self):
        return (self.last - self.first).days + 1

    @property
    def decides(self):
        """The one that ends last; of some on that day one that ends for
        good, and of those the first by start and municipality."""
        ends = [span for span in self.spans if span.last == self.last]
        return min(ends, key=lambda span: (
            span.reason == "20", span.first, span.assignment.municipality))

    def waits(self, known):
        """Stopped for a while under an assignment that still runs."""
        span = self.decides
        return span.paused and span.assignment.end > known


def produces(line):
    """§4: an accepted line of a product that its lines pay."""
    return (not line.refused and line.reason is None
            and line.product.funding == "pxq")


class Cost:
    """What a year cost up to any of its days (§7 "Realised", all of it)."""

    def __init__(self, facts, year):
        self.facts, self.year = facts, year
        self.first = date(year, 1, 1)
        # Only to ask it what a line loses to the norm duration.
        self.work = Work(facts, year, self.first)
        self.lines = [(line, line.amount - self.deduction(line))
                      for line in facts.declarations
                      if produces(line) and line.first.year == year]
        self.asked = {}

    def deduction(self, line):
        settlement = self.work.settlement(line.assignment.agb)
        scope = settlement.scope_of(line.place)
        if scope is None or line.product.exempt:
            return 0
        return self.work.norm_deduction(line, settlement.scopes[scope])

    def until(self, day):
        """(provider, product, group, municipality) -> cents"""
        if day < self.first:
            return Counter()
        if day not in self.asked:
            self.asked[day] = self.compute(day)
        return self.asked[day]

    def compute(self, day):
        found = Counter()
        for line, cents in self.lines:
            if line.first <= day:
                found[line.assignment.agb, line.product.code,
                      line.product.group,
                      line.assignment.municipality] += cents
        for each in self.facts.assignments.values():
            product = self.facts.products.get(each.product)
            if product and product.funding == "traject":
                found[each.agb, each.product, product.group,
                      each.municipality] += self.accrued(each, product, day)
        # Places as the settlement to that day counts them.
        work = Work(self.facts, self.year, day)
        care = work.care_days()
        for agb, code, municipality in set(care) | {
                key[:3] for key in self.facts.measured}:
            product = self.facts.products[code]
            if product.funding == "plek":
                key = (agb, code, municipality)
                found[agb, code, product.group, municipality
                      ] += work.value_places(key, care.get(key, {}))
        self.take_lump_sums(found, day)
        return found

    def accrued(self, each, product, day):
        end = TrajectEnd(each)
        if end.start is None:
            return 0
        tariff = self.facts.tariff(product.code, each.agb, end.start)
        if tariff is None:
            return 0

        def to(day):
            if end.start > day:
                return 0
            if end.by(day):
                return traject_price(end, product, tariff)
            norm = (add_months(end.start, product.norm_months)
                    - end.start).days
            part = Fraction((day - end.start).days + 1, norm)
            return rounded(Fraction(tariff, 100) * min(part, 1))
        return to(day) - to(self.first - ONE_DAY)

    def take_lump_sums(self, found, day):
        days = (day - self.first).days + 1
        for (agb, year), agreement in self.facts.agreements.items():
            if year != self.year:
                continue
            for group, municipality in agreement.lump_sums:
                for key in [key for key in found if key[0] == agb
                            and key[2:] == (group, municipality)]:
                    del found[key]
                found[agb, "", group, municipality] += rounded(Fraction(
                    agreement.ceilings[group, municipality] * days,
                    days_in_year(self.year)))


TOPICS = ("places", "capacity", "clients", "referrers", "duration",
          "follow-up", "utilisation", "shares", "production", "messages",
          "waiting")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--topic", choices=TOPICS)
    options = parser.parse_args()
    facts = Facts(options.folder)
    monitor = Monitor(facts, facts.period(options.year, date.today()),
                      Filter(facts))
    for topic in [options.topic] if options.topic else TOPICS:
        figures = monitor.measure(topic)
        print(topic, figures["tiles"])
        for name, table in figures["tables"].items():
            print(" ", name)
            for row, cells in sorted(table.items(), key=str):
                print("   ", row, cells)


if __name__ == "__main__":
    main()
