# SPDX-License-Identifier: EUPL-1.2
"""Cost, and the shares in it of providers, kinds and work."""
from .cost import add_cost, cost_of, is_extra
from .region import months_of
from .table import Table, both, share_bp


def put_shares(monitor, table, row, costs, of, months=(None, None)):
    providers = monitor.facts.providers
    whole = [add_cost(cost, of, month)
             for cost, month in zip(costs, months)]
    nga = [add_cost(cost, lambda key: of(key) and
                         providers[key[0]]["nga"], month)
           for cost, month in zip(costs, months)]
    micro = [add_cost(cost, lambda key: of(key) and providers[
        key[0]]["kind"] == "micro", month)
             for cost, month in zip(costs, months)]
    extra = [add_cost(cost, lambda key: of(key) and
                           is_extra(monitor, key), month)
             for cost, month in zip(costs, months)]
    table.put(row, **both("cost", *whole),
              contracted=whole[0] - nga[0], nga=nga[0])
    for name, part in (("nga", nga), ("micro", micro), ("extra", extra)):
        table.put(row, **both(name + "_share", *(
            share_bp(each, cents) for each, cents in zip(part, whole))))


def put_part(monitor, table, row, costs, of, wholes, months=(None, None)):
    cents = [add_cost(cost, of, month)
             for cost, month in zip(costs, months)]
    table.put(row, **both("cost", *cents),
              difference=cents[0] - cents[1],
              **both("share", *(share_bp(part, whole) for part, whole
                                in zip(cents, wholes))))


def shares(monitor):
    costs = [cost_of(monitor, period)
             for period in (monitor.now, monitor.last)]
    keys = set(costs[0]) | set(costs[1])
    wholes = [add_cost(cost, lambda _: True) for cost in costs]
    facts, tables = monitor.facts, {}
    for name, code in (
            ("segment", lambda key: facts.segment_of[key[2]]),
            ("product", lambda key: key[1] or key[2])):
        table = tables["shares-by-" + name] = Table()
        for wanted in {code(key) for key in keys}:
            put_shares(monitor, table, wanted, costs,
                            lambda key: code(key) == wanted)
        put_shares(monitor, table, "total", costs, lambda _: True)
    table = tables["shares-by-month"] = Table()
    for month, _, _ in months_of(monitor.now):
        put_shares(monitor, table, month, costs, lambda _: True,
                        (month, month))
    put_shares(monitor, table, "total", costs, lambda _: True)
    for name, code in (
            ("contract", lambda key: "nga" if facts.providers[key[0]][
                "nga"] else "contracted"),
            ("kind", lambda key: facts.providers[key[0]]["kind"]),
            ("work", lambda key: facts.work(key[1]) if key[1]
             else "usual")):
        table = tables["shares-by-" + name] = Table()
        for wanted in {code(key) for key in keys}:
            put_part(monitor, table, wanted, costs,
                          lambda key: code(key) == wanted, wholes)
        put_part(monitor, table, "total", costs, lambda _: True, wholes)
    total = tables["shares-by-month"]["total"]
    tiles = {name: (total[column], total[column + "-last"])
             for name, column in (
                 ("cost", "cost"), ("nga", "nga-share"),
                 ("micro", "micro-share"), ("extra", "extra-share"))}
    return {"tiles": tiles, "tables": tables}


def production(monitor):
    costs = [cost_of(monitor, period)
             for period in (monitor.now, monitor.last)]
    keys = set(costs[0]) | set(costs[1])
    wholes = [add_cost(cost, lambda _: True) for cost in costs]
    table = Table()
    tables = {"production": table}
    for row in {key[3] for key in keys} | {"total"}:
        for group in {key[2] for key in keys}:
            table.put(row, **{"group_" + group: add_cost(
                costs[0], lambda key: row in ("total", key[3])
                and key[2] == group)})
        table.put(row, **both("total", *(add_cost(
            cost, lambda key: row in ("total", key[3]))
            for cost in costs)))
    for name, code in (
            ("municipality", lambda key: key[3]),
            ("group", lambda key: key[2]),
            ("segment", lambda key: monitor.facts.segment_of[key[2]])):
        part = tables["production-by-" + name] = Table()
        for wanted in {code(key) for key in keys}:
            put_part(monitor, part, wanted, costs,
                          lambda key: code(key) == wanted, wholes)
        put_part(monitor, part, "total", costs, lambda _: True, wholes)
    part = tables["production-by-month"] = Table()
    for month, _, _ in months_of(monitor.now):
        put_part(monitor, part, month, costs, lambda _: True, wholes,
                      (month, month))
    put_part(monitor, part, "total", costs, lambda _: True, wholes)
    growth = share_bp(wholes[0] - wholes[1], wholes[1])
    return {"tiles": {"cost": tuple(wholes), "growth": (growth, None)},
            "tables": tables}
