# SPDX-License-Identifier: EUPL-1.2
"""Who waits for care, how long, against the Treeknorm (M6)."""
from settle_oracle import FOREVER

from .care import first_care
from .region import months_of
from .table import Table, both, mean, share_bp

TREE_NORM = 70
WAITED = (7, 28, 70, 182)


def wanted_of(each):
    """What a client waits for, where, and at whom."""
    return (each.client, each.agb, each.municipality,
            each.product or ("group", each.group))


def in_care(each, day):
    return any(care.start <= day <= (care.stop or FOREVER)
               for care in each.care)


def days_waiting(assignments, day):
    """Of each who waits on a day: the days since it does so."""
    running = [each for each in assignments
               if each.start <= day <= each.end]
    helped = {wanted_of(each) for each in running if in_care(each, day)}
    since = {}
    for each in running:
        begun = first_care(each)
        if begun is None or begun > day:
            since.setdefault(wanted_of(each), []).append(each.start)
    return [(day - min(starts)).days for wanted, starts in since.items()
            if wanted not in helped]


def days_waited(each, first, last):
    begun = first_care(each)
    if begun is None or not first <= begun <= last:
        return None
    return max(0, (begun - each.start).days)


def waiting_in(assignments, first, last):
    waits = days_waiting(assignments, last)
    waited = [days for days in (days_waited(each, first, last)
                                for each in assignments)
              if days is not None]
    over = sum(days > TREE_NORM for days in waits)
    return dict(waiting=len(waits), within=len(waits) - over, over=over,
                begun=len(waited), mean=mean(waited),
                begun_over=share_bp(sum(days > TREE_NORM
                                        for days in waited),
                                    len(waited))), waited


def waiting(monitor):
    by_month, spread = Table(), Table()
    now = (monitor.now.first, monitor.now.through)
    last = (monitor.last.first, monitor.last.through)
    here, waited = waiting_in(monitor.assignments, *now)
    there, waited_last = waiting_in(monitor.assignments, *last)
    for place in range(len(WAITED) + 1):
        spread.put(place, **both("number", *(
            sum(place == sum(days > border for border in WAITED)
                for days in each) for each in (waited, waited_last))))
    lasts = {month: days for month, *days in months_of(monitor.last)}
    for month, *days in months_of(monitor.now):
        put_waiting(by_month, month, monitor.assignments, days,
                    lasts[month], ("waiting", "within", "over", "begun",
                                   "mean"))
    names = ("waiting", "over", "begun", "mean", "begun_over")
    put_waiting(by_month, "total", monitor.assignments, now, last,
                ("waiting", "within", "over", "begun", "mean"))
    tables = {"waiting-by-month": by_month, "waiting-spread": spread}
    for name, code in (
            ("product", lambda each: each.product or each.group),
            ("provider", lambda each: each.agb)):
        table = tables["waiting-by-" + name] = Table()
        for wanted in {code(each) for each in monitor.assignments}:
            put_waiting(table, wanted, [
                each for each in monitor.assignments if code(each) == wanted
                ], now, last, names)
        put_waiting(table, "total", monitor.assignments, now, last,
                    names)
    return {"tables": tables, "tiles": {
        name: (here[column], there[column]) for name, column in (
            ("waiting", "waiting"), ("over", "over"), ("mean", "mean"),
            ("begun-over", "begun_over"))}}


def put_waiting(table, row, assignments, now, last, names):
    here, _ = waiting_in(assignments, *now)
    there, _ = waiting_in(assignments, *last)
    for name in names:
        table.put(row, **both(name, here[name], there[name]))
