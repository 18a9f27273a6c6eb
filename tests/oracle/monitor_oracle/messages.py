# SPDX-License-Identifier: EUPL-1.2
"""Whether starts and stops are reported in time, and care begins in time."""
from collections import Counter, defaultdict

from .care import first_care
from .region import months_of
from .table import Table, both, share_bp


def sent_in_time(monitor, day, sent):
    if sent is None:
        return "no date"
    on_time = sent <= monitor.facts.holidays.after(day, 5)
    return "in time" if on_time else "late"


def messages_of(monitor, period):
    """norm -> [(assignment, month, what became of it)]"""
    found = defaultdict(list)
    for each in monitor.assignments:
        for care in each.care:
            if period.has(care.start):
                found["305"].append((each, care.start.month,
                                     sent_in_time(monitor, care.start,
                                                  care.sent_305)))
            if care.stop is not None and period.has(care.stop):
                found["307"].append((each, care.stop.month,
                                     sent_in_time(monitor, care.stop,
                                                  care.sent_307)))
        begun = first_care(each)
        if begun is not None and period.has(begun):
            plan = monitor.facts.holidays.after(each.start, 10)
            found["plan"].append((each, begun.month, "in time"
                                  if begun <= plan else "late"))
            found["week"].append((each, begun.month, "in time" if
                                  (begun - each.start).days <= 7
                                  else "late"))
    return found


def told(rows):
    count = Counter(row[2] for row in rows)
    return dict(number=len(rows), in_time=count["in time"],
                late=count["late"], no_date=count["no date"],
                share=share_bp(count["in time"],
                               count["in time"] + count["late"]))


def messages(monitor):
    now = messages_of(monitor, monitor.now)
    last = messages_of(monitor, monitor.last)
    table, by_provider = Table(), Table()
    tables = {"messages": table, "messages-by-provider": by_provider}
    tiles = {}
    for norm in ("305", "307", "plan", "week"):
        here, there = told(now[norm]), told(last[norm])
        tiles[norm] = (here["share"], there["share"])
        table.put(norm, **here, number_last=there["number"],
                  share_last=there["share"])
        tables["messages-" + norm] = messages_by_month(
            monitor, now[norm], last[norm])
    for agb in {row[0].agb for rows in (now, last)
                for norm in rows.values() for row in norm}:
        put_messages(by_provider, agb, *(
            {norm: [row for row in found if row[0].agb == agb]
             for norm, found in rows.items()} for rows in (now, last)))
    put_messages(by_provider, "total", now, last)
    return {"tiles": tiles, "tables": tables}


def messages_by_month(monitor, now, last):
    table = Table()
    rows = [("total", now, last)]
    rows += [(month, [row for row in now if row[1] == month],
              [row for row in last if row[1] == month])
             for month, _, _ in months_of(monitor.now)]
    for row, here, there in rows:
        here, there = told(here), told(there)
        table.put(row, **{name: here[name] for name in (
            "number", "in_time", "late", "share", "no_date")}, **{
                name + "_last": there[name] for name in (
                    "number", "in_time", "late", "share", "no_date")})
    return table


def put_messages(table, row, now, last):
    here = {norm: told(now.get(norm, [])) for norm in (
        "305", "307", "plan", "week")}
    there = {norm: told(last.get(norm, [])) for norm in here}
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
