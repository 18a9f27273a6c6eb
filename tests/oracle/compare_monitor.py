# SPDX-License-Identifier: EUPL-1.2
"""Hold what `peilstok-cli monitor` and `overview` print against monitor_oracle
and overview_oracle, figure by figure: differences are lines of text."""
import json
from datetime import date

from monitor_oracle import TOPICS, Monitor
from monitor_oracle.region import Filter
from overview_oracle import Overview
from run_differential import run

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# What a row is called, where that is a word of the program.
WORDS = {
    "Total": "total", "Municipality": "municipality", "GP": "gp",
    "Youth doctor": "doctor", "Certified institution": "gi",
    "Specialist": "specialist", "No referrer": "self", "Judge": "judge",
    "Unknown": "unknown", "Extension": "extension",
    "Other provider": "other-provider", "Other product": "other-product",
    "Recidive": "recidive", "Left care": "left", "Not known yet": "not-yet",
    "P×Q": "pxq", "trajectory": "traject", "places": "plek",
    "lump sum": "taakgericht", "regular": "regulier", "micro": "micro",
    "system": "systeem", "Contracted": "contracted",
    "Without a contract (NGA)": "nga", "Usual care": "usual",
    "Extra work": "extra", "Custom work": "custom",
}
# Their rows are classes, or norms, in this order.
AGREED = ("agreed", "deviation", "fits", "deviates", "strongly", "number")
IN_ORDER = {"duration-spread": range(13), "waiting-spread": range(5),
            "capacity-spread": range(9),
            "messages": ("305", "307", "plan", "week")}


def row_name(facts, table, place, row):
    """What the oracle calls a row of the program's."""
    label = row["cells"][0]
    if table["id"] in IN_ORDER:
        return IN_ORDER[table["id"]][place]
    if row["total"]:
        return "total"
    if row["provider"] and table["columns"][1]["id"] == "group":
        return row["provider"], row["cells"][1].split()[0]
    if row["provider"] or row["product"]:
        return row["provider"] or row["product"]
    if table["columns"][0]["id"] == "municipality":
        return next(code for code, name in facts.municipalities.items()
                    if name == label)
    if table["columns"][0]["id"] == "month":
        return MONTHS.index(label) + 1
    if label in WORDS:
        return WORDS[label]
    parts = label.split()
    return parts[1] if parts[0] == "Segment" else parts[0]


def is_blank(expected):
    """Whether there is nothing at all of last year, but what was agreed."""
    return not any(
        value for table in expected["tables"].values()
        for figures in table.values() for column, value in figures.items()
        if column.endswith("-last") and column[:-5] not in AGREED)


class Compared:
    def __init__(self):
        self.differences, self.figures, self.telling = [], 0, 0

    def figure(self, path, expected, actual, blank=False):
        """`blank`: of last year nothing is known at all, which may be said."""
        if blank and actual is None:
            return
        self.figures += 1
        self.telling += expected not in (0, None)
        if type(expected) is not type(actual) or expected != actual:
            self.differences.append("%s: expected %r, got %r" % (
                path, expected, actual))

    def table(self, facts, name, expected, table, blank):
        seen = set()
        for place, row in enumerate(table["rows"]):
            key = row_name(facts, table, place, row)
            seen.add(key)
            if key not in expected:
                if any(isinstance(cell, int) and cell
                       for cell in row["cells"]):
                    self.differences.append("%s %s: not expected: %s" % (
                        name, key, row["cells"]))
                continue
            for column, cell in zip(table["columns"], row["cells"]):
                if column["id"] in expected[key]:
                    self.figure("%s %s %s" % (name, key, column["id"]),
                                expected[key][column["id"]], cell,
                                blank and (column["id"].endswith("-last")
                                           or column["id"] == "difference"))
        columns = {column["id"] for column in table["columns"]}
        for key, figures in expected.items():
            if key not in seen and any(value for column, value
                                       in figures.items()
                                       if column in columns):
                self.differences.append("%s %s: missing, expected %s" % (
                    name, key, figures))

    def topic(self, facts, expected, topic):
        name = topic["topic"]
        blank = is_blank(expected)
        tiles = {tile["id"]: tile for tile in topic["tiles"]}
        for tile, (now, last) in expected["tiles"].items():
            found = tiles.get(tile, {})
            self.figure("%s tile %s" % (name, tile), now, found.get("value"))
            self.figure("%s tile %s last" % (name, tile), last,
                        found.get("last"), blank)
        tables = {table["id"]: table for table in topic["tables"]}
        for table in sorted(set(expected["tables"]) | set(tables)):
            if table not in tables or table not in expected["tables"]:
                self.differences.append("table %s is missing on a side"
                                        % table)
                continue
            self.table(facts, table, expected["tables"][table],
                       tables[table], blank)


def compare_monitor(compared, cli, database, facts, year, months=(1, 12),
                    **where):
    """All topics of a year, or of months, of a part of the region."""
    command = [cli, "--db", database, "monitor", "--year", str(year),
               "--format=json", "--from-month", str(months[0]),
               "--to-month", str(months[1])]
    for name, code in where.items():
        command += ["--" + name, code]
    found = json.loads(run(command))
    period = facts.period(year, date.today(), *months)
    empty = period.through < period.first
    through = None if empty else period.through.isoformat()
    before = len(compared.differences)
    compared.figure("through", through, found["through"])
    if not empty:
        monitor = Monitor(facts, period, Filter(facts, **where))
        for topic in found["topics"]:
            compared.topic(facts, monitor.measure(topic["topic"]), topic)
        compared.figure("topics", len(TOPICS), len(found["topics"]))
    name = "%d %s %s" % (year, "%d-%d" % months if months != (1, 12) else "",
                         " ".join(where.values()))
    compared.differences[before:] = [
        "%s: %s" % (name.strip(), line)
        for line in compared.differences[before:]]


def compare_dict(compared, path, expected, actual):
    for name, value in expected.items():
        if isinstance(value, list):
            for place, each in enumerate(value):
                compared.figure("%s %s %d" % (path, name, place), each,
                                actual[name][place])
        else:
            compared.figure("%s %s" % (path, name), value, actual[name])


def compare_overview(compared, cli, database, csv, year):
    found = json.loads(run([cli, "--db", database, "overview", "--year",
                            str(year), "--format=json"]))
    expected = Overview(csv, year, date.today()).as_json()
    path = "overview %d" % year
    compared.figure(path + " day", expected["day"], found["day"])
    for name in ("through", "waiting_on"):
        compared.figure("%s %s" % (path, name), expected[name], found[name])
    compare_dict(compared, path, expected["region"], found["region"])
    actual = {each["provider"]: each for each in found["providers"]}
    for agb, each in expected["providers"].items():
        if agb in actual:
            compare_dict(compared, "%s %s" % (path, agb), each, actual[agb])
        elif any(value for value in each.values()
                 if not isinstance(value, list)):
            compared.differences.append("%s %s: missing" % (path, agb))
    for agb in set(actual) - set(expected["providers"]):
        compared.differences.append("%s %s: not expected" % (path, agb))
