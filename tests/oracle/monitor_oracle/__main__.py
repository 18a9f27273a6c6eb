# SPDX-License-Identifier: EUPL-1.2
"""Print what is measured of a folder of canonical CSV files."""
import argparse
from datetime import date

from . import TOPICS, Monitor
from .region import Facts, Filter


def main():
    parser = argparse.ArgumentParser(prog="monitor_oracle",
                                     description=__doc__)
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
