# SPDX-License-Identifier: EUPL-1.2
"""Unique clients: in care, inflow and outflow, and per referrer."""
from collections import defaultdict

from .care import join, meets, spans_of
from .region import REFERRERS, Period, months_of
from .table import Table, both, share_bp


def all_spans(monitor):
    """Of clients the year before is told as it is known now."""
    return [span for each in monitor.assignments for span in spans_of(each)]


def flows(monitor, period):
    """What is told of clients in a period."""
    spans = all_spans(monitor)
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
    found["clients"] = count_clients(spans, period, lambda _: True)
    found["in-care"] = len({
        span.assignment.client for span in spans
        if meets(span, period.through, period.through)})
    return found


def count_clients(spans, period, of):
    return len({span.assignment.client for span in spans
                if meets(span, period.first, period.through)
                and of(span.assignment)})


def clients(monitor):
    now, last = flows(monitor, monitor.now), flows(monitor, monitor.last)
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
    segment = monitor.facts.segment_of
    tables = {"clients-by-month": months}
    for name, code in (
            ("municipality", lambda each: each.municipality),
            ("segment", lambda each: segment.get(each.group)),
            ("group", lambda each: each.group)):
        tables["clients-by-" + name] = clients_by(monitor, now, last, code)
    return {"tiles": tiles, "tables": tables}


def clients_by(monitor, now, last, code):
    table = Table()
    for wanted in {code(each) for each in monitor.assignments}:
        def of(each, wanted=wanted):
            return code(each) == wanted
        table.put(wanted, **both(
            "clients", count_clients(now["spans"], monitor.now, of),
            count_clients(last["spans"], monitor.last, of)))
    table.put("total", **both("clients", now["clients"],
                              last["clients"]))
    return table


def referrers(monitor):
    now = last = all_spans(monitor)
    all_now = count_clients(now, monitor.now, lambda _: True)
    all_last = count_clients(last, monitor.last, lambda _: True)
    table, months = Table(), Table()
    for name in sorted(set(REFERRERS.values()) | {"unknown"}):
        def of(each, name=name):
            return each.referrer == name
        counts = (count_clients(now, monitor.now, of),
                  count_clients(last, monitor.last, of))
        table.put(name, **both("clients", *counts), **both(
            "share", share_bp(counts[0], all_now),
            share_bp(counts[1], all_last)))
        for month, first, end in months_of(monitor.now):
            part = Period(first, end, end)
            months.put(name, **{"m%d" % month: count_clients(now, part, of)})
    for month, first, end in months_of(monitor.now):
        part = Period(first, end, end)
        months.put("total", **{"m%d" % month: count_clients(
            now, part, lambda _: True)})
    table.put("total", **both("clients", all_now, all_last))
    return {"tiles": {"clients": (all_now, all_last),
                      "unknown": (table["unknown"]["share"],
                                  table["unknown"]["share-last"])},
            "tables": {"referrers": table, "referrers-by-month": months}}
