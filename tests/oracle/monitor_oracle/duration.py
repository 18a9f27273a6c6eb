# SPDX-License-Identifier: EUPL-1.2
"""How long care took that ended, and so far (M2, M5)."""
from collections import defaultdict
from fractions import Fraction

from settle_oracle import add_months, rounded

from .care import spans_of
from .table import Table, both, mean, share_bp

SPREAD = (3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36)


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


def paths_of(monitor, period):
    """(product or group, [spans], first, last) as known then."""
    cares = defaultdict(list)
    for each in monitor.facts.assignments.values():
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
            if monitor.where.has(path.decides.assignment)]


def that_ended(paths, period):
    return [path for path in paths if period.has(path.last)
            and not path.waits(period.known)]


def durations_so_far(paths, period):
    """M5"""
    return [(path, (period.through - path.first).days + 1)
            for path in paths if path.first <= period.through
            and (path.last > period.through or path.waits(period.known))]


def norm_of(monitor, code):
    product = monitor.facts.products.get(code)
    return product.norm_months if product else None


def norm_days(monitor, code):
    """Beside an average of days."""
    months = norm_of(monitor, code)
    return rounded(Fraction(365 * months, 12)) if months else None


def share_longer(monitor, paths):
    with_norm = [path for path in paths if norm_of(monitor, path.code)]
    return share_bp(sum(path.last >= add_months(path.first,
                                                norm_of(monitor, path.code))
                        for path in with_norm), len(with_norm))


def duration(monitor):
    periods = (monitor.now, monitor.last)
    paths = [paths_of(monitor, period) for period in periods]
    ended = [that_ended(each, period)
             for each, period in zip(paths, periods)]
    so_far = [durations_so_far(each, period)
              for each, period in zip(paths, periods)]
    by_product, in_care = Table(), Table()
    codes = {path.code for each in ended for path in each}
    for code in codes:
        these = [[path for path in each if path.code == code]
                 for each in ended]
        put_duration(monitor, by_product, code.split()[-1], these)
        norm = norm_days(monitor, code)
        average = by_product[code.split()[-1]]["average"]
        by_product.put(code.split()[-1], norm=norm, difference=(
            average - norm if norm and average is not None else None))
    put_duration(monitor, by_product, "total", ended)
    for code in {path.code for each in so_far for path, _ in each}:
        put_so_far(in_care, code.split()[-1], [
            [days for path, days in each if path.code == code]
            for each in so_far])
        in_care.put(code.split()[-1], norm=norm_days(monitor, code))
    put_so_far(in_care, "total", [
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
        "duration-spread": duration_spread(ended)}}


def put_duration(monitor, table, row, these):
    table.put(row, **both("ended", len(these[0]), len(these[1])),
              **both("average", *(mean([path.days for path in each])
                                  for each in these)),
              **both("longer", *(share_longer(monitor, each)
                                for each in these)))


def put_so_far(table, row, these):
    table.put(row, **both("in_care", len(these[0]), len(these[1])),
              **both("average", mean(these[0]), mean(these[1])))


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
