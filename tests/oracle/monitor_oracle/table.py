# SPDX-License-Identifier: EUPL-1.2
"""Tables that are filled row by row, and the shares and means in them."""
from fractions import Fraction

from settle_oracle import rounded


def share_bp(part, whole):
    """Of nothing, or of less than nothing, there is no share."""
    return rounded(Fraction(part * 10000, whole)) if whole > 0 else None


def mean(numbers):
    return rounded(Fraction(sum(numbers), len(numbers))) if numbers else None


class Table(dict):
    def put(self, row, **figures):
        self.setdefault(row, {}).update(
            {name.replace("_", "-"): value
             for name, value in figures.items()})


def both(name, now, last):
    """A figure of this year and its name of last year's."""
    return {name: now, name + "_last": last}
