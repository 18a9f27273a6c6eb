# SPDX-License-Identifier: EUPL-1.2
"""Where a region's year stands, independently of the program: what
`peilstok-cli overview --format=json` must print (domain page §7 and §8, and
the definitions of ps-year-facts.h and ps-year-figures.h).

A year that is over is looked at on its last day, this one today. Who waits is
counted then, or on the last day of which starts are known where that is
before. Of a year of which no month was declared nothing is known of it nor of
the year before to the same day, but who waits, where starts are known.
"""
from datetime import date

from bandwidth_oracle import Bandwidth, last_of, month_end_until
from monitor_oracle import Monitor
from monitor_oracle.care import meets, spans_of
from monitor_oracle.cost import cost_of, is_extra
from monitor_oracle.region import Facts, Filter, Period, year_before
from monitor_oracle.utilisation import used
from monitor_oracle.waiting import days_waiting


class Today(Bandwidth):
    """Where scopes stand on a day that is no peildatum."""

    def read_through(self, folder):
        return min(self.complete(self.year), month_end_until(self.day))


# Agreed, and expected of what was agreed, before anything is declared.
NOT_DECLARED = ("ceiling_cents", "forecast_cents", "agreed_cents",
                "lower_cents", "upper_cents", "agreed_providers")
# Of a region in which nothing is agreed there is nothing to say of them.
OF_AGREED = ("agreed_cents", "realised_cents", "forecast_cents",
             "lower_cents", "upper_cents")


class Overview:
    def __init__(self, folder, year, today):
        self.facts = Facts(folder)
        self.year = year
        self.day = max(date(year, 1, 1), min(today, date(year, 12, 31)))
        self.bandwidth = Today(folder, self.day)
        self.through = self.bandwidth.through
        self.waiting_on = min(self.day, max(self.through,
                                            self.facts.known(today)))
        self.monitor = Monitor(self.facts, Period(
            date(year, 1, 1), self.through, self.through),
            Filter(self.facts))

    def facts_of(self, agb, period, day):
        """What the overview keeps of a provider and year."""
        cost = {key: months for key, months
                in cost_of(self.monitor, period).items() if key[0] == agb}
        rows = [row for row in used(self.monitor, period)
                if row[0].agb == agb]
        ours = [each for each in self.facts.assignments.values()
                if each.agb == agb]
        waits = days_waiting(ours, day) if day >= period.first else []
        months = [None] * 12
        for month in range(1, 13):
            if last_of(period.year, month) <= period.through:
                months[month - 1] = sum(each[month] for each in cost.values())
        spans = [span for each in ours for span in spans_of(each)]
        return {
            "cost": sum(sum(each.values()) for each in cost.values()),
            "extra": sum(sum(each.values()) for key, each in cost.items()
                         if is_extra(self.monitor, key)),
            "months": months,
            "assigned": sum(row[1] for row in rows),
            "declared": sum(row[2] for row in rows),
            "waiting": len(waits),
            "waiting_over": sum(days > 70 for days in waits),
            "in_care": self.clients(spans, max(period.first, period.through),
                                    period.through),
            "clients": self.clients(spans, period.first, period.through),
        }

    @staticmethod
    def clients(spans, first, last):
        """Nobody in a year of which nothing is known: it has no days."""
        return {span.assignment.client for span in spans
                if first <= last and meets(span, first, last)}

    def day_before(self):
        """That day a year before; before 1 January: nobody waits."""
        if self.waiting_on.year < self.year:
            return date(self.year - 2, 12, 31)
        return year_before(self.waiting_on)

    def scope_months(self, agb, now, names):
        """Realised to the end of each month, this year or the one before."""
        months = []
        year = self.bandwidth.years[0 if now else 1]
        for month in range(1, 13):
            end = last_of(year.year, month)
            known = end <= (year.through if now
                            else self.bandwidth.complete(year.year))
            day = None if end <= year.through else date(year.year, 12, 31)
            months.append(sum(year.scopes(end, day)[agb, name][1]
                              for name in names) if known else None)
        return months

    def as_json(self):
        last = self.monitor.last
        stands = {each["provider"]: each
                  for each in self.bandwidth.as_json()["providers"]}
        found, both = {}, {}
        for agb in self.facts.providers:
            both[agb] = (self.facts_of(agb, self.monitor.now,
                                       self.waiting_on),
                         self.facts_of(agb, last, self.day_before()))
            found[agb] = self.provider(agb, stands.get(agb), *both[agb])
        region = self.region(stands, found, both)
        for figures in (region, *found.values()):
            self.forget(figures)
        return {
            "day": self.day.isoformat(),
            "through": self.through.isoformat() if self.declared else None,
            "waiting_on": (self.waiting_on.isoformat() if
                           self.waiting_on.year == self.year else None),
            "region": region,
            "providers": found,
        }

    @property
    def declared(self):
        return self.through.year == self.year

    def forget(self, figures):
        """What is not known is no 0."""
        for name in figures:
            if name in NOT_DECLARED or name.startswith("last_month"):
                continue
            if (self.waiting_on.year < self.year if "waiting" in name
                    else not self.declared):
                figures[name] = ([None] * 12 if isinstance(figures[name], list)
                                 else None)

    def provider(self, agb, stand, now, last):
        found = {name + "_cents": stand and stand[name + "_cents"]
                 for name in ("ceiling", "realised", "forecast")}
        empty = [None] * 12
        names = [scope["scope"] for scope in stand["scopes"]] if stand else []
        found.update(
            month_cents=(self.scope_months(agb, True, names)
                         if stand else empty),
            last_month_cents=(self.scope_months(agb, False, names)
                              if stand else empty),
            cost_cents=now["cost"], last_cost_cents=last["cost"],
            extra_cents=now["extra"], cost_month_cents=now["months"],
            assigned_cents=now["assigned"], declared_cents=now["declared"],
            clients=len(now["clients"]), last_clients=len(last["clients"]),
            in_care=len(now["in_care"]), waiting=now["waiting"],
            waiting_over=now["waiting_over"])
        return found

    def region(self, stands, found, both):
        def add(name, place, of=lambda provider: True):
            return sum(pair[place][name] for agb, pair in both.items()
                       if of(self.facts.providers[agb]))
        region = dict.fromkeys(OF_AGREED, 0 if stands else None)
        for stand in stands.values():
            region["agreed_cents"] += stand["ceiling_cents"]
            region["realised_cents"] += stand["realised_cents"]
            region["forecast_cents"] += stand["forecast_cents"]
            for scope in stand["scopes"]:
                region["lower_cents"] += scope["lower_cents"]
                region["upper_cents"] += scope["upper_cents"]
        for place, start in enumerate(("", "last_")):
            region.update({
                start + "cost_cents": add("cost", place),
                start + "nga_cents": add("cost", place,
                                         lambda each: each["nga"]),
                start + "micro_cents": add(
                    "cost", place, lambda each: each["kind"] == "micro"),
                start + "extra_cents": add("extra", place),
                start + "assigned_cents": add("assigned", place),
                start + "declared_cents": add("declared", place),
                start + "clients": len(set().union(*(
                    pair[place]["clients"] for pair in both.values()))),
                start + "waiting": add("waiting", place)})
        region["waiting_over"] = add("waiting_over", 0)
        region["agreed_providers"] = len(stands)
        for name in ("month_cents", "last_month_cents"):
            rows = [found[agb][name] for agb in stands]
            region[name] = [sum(cents) if rows and None not in cents else None
                            for cents in zip(*rows)] if rows else [None] * 12
        return region
