# SPDX-License-Identifier: EUPL-1.2
"""What followed after an assignment ended (M2)."""
from collections import Counter, defaultdict

from settle_oracle import FOREVER, add_months

from .care import spans_of
from .region import months_of
from .table import Table, both, mean, share_bp

FOLLOWS = ("extension", "other-provider", "other-product", "recidive", "left",
           "not-yet")


def ends_in(monitor, period):
    """(assignment, its end, days) of those that ended in the period."""
    found = []
    for each in monitor.assignments:
        spans = spans_of(each, period.known)
        if not spans:
            continue
        end = end_of(each, period.known)
        if end is not None and period.has(end):
            first = min(span.first for span in spans)
            found.append((each, end, (end - first).days + 1))
    return found


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


def what_followed(each, end, period, by_client):
    """The first class that any later care of the client gives."""
    later = [span for span in by_client[each.client]
             if span.last > end]
    month, half = add_months(end, 1), add_months(end, 6)
    soon = [span.assignment for span in later if span.first <= month]
    if any(other.agb == each.agb and same_product(each, other)
           for other in soon):
        return "extension"
    if any(other.agb != each.agb for other in soon):
        return "other-provider"
    if soon:
        return "other-product"
    if any(span.first <= half for span in later):
        return "recidive"
    return "left" if half <= period.known else "not-yet"


def same_product(one, other):
    if one.product and other.product:
        return one.product == other.product
    return one.group == other.group


def followed(monitor, period):
    """(assignment, end, days, what followed)"""
    by_client = defaultdict(list)
    for each in monitor.facts.assignments.values():
        by_client[each.client] += spans_of(each, period.known)
    return [(each, end, days, what_followed(each, end, period, by_client))
            for each, end, days in ends_in(monitor, period)]


def follow_up(monitor):
    now, last = followed(monitor, monitor.now), followed(monitor, monitor.last)
    table, by_month, by_product, by_funding = (
        Table(), Table(), Table(), Table())
    for follow in FOLLOWS:
        these = [[row for row in rows if row[3] == follow]
                 for rows in (now, last)]
        table.put(follow, **both("assignments", *map(len, these)), **both(
            "share", *(share_bp(len(part), len(rows))
                       for part, rows in zip(these, (now, last)))),
            **both("average", *(mean([row[2] for row in part])
                                for part in these)),
            **both("clients", *map(unique_clients, these)))
    table.put("total", **both("assignments", len(now), len(last)),
              **both("clients", unique_clients(now), unique_clients(last)),
              **both("average", *(mean([row[2] for row in rows])
                                  for rows in (now, last))))
    for target in (by_month, by_product, by_funding):
        put_follow(target, "total", now, last)
    for month, _, _ in months_of(monitor.now):
        put_follow(by_month, month, *(
            [row for row in rows if row[1].month == month]
            for rows in (now, last)))
    split_follow(by_product, now, last,
                 lambda each: each.product or each.group)
    split_follow(by_funding, now, last, monitor.facts.funding)
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


def unique_clients(rows):
    return len({row[0].client for row in rows})


def split_follow(table, now, last, code):
    for wanted in {code(row[0]) for row in now + last}:
        put_follow(table, wanted, *(
            [row for row in rows if code(row[0]) == wanted]
            for rows in (now, last)))


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
