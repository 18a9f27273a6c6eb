# SPDX-License-Identifier: EUPL-1.2
"""Care inside its assignment, as known on a day (M1, M2)."""
from settle_oracle import FOREVER, ONE_DAY


class Span:
    """A period of care inside its assignment, as known on a day."""

    def __init__(self, assignment, first, last, reason, paused):
        self.assignment, self.first, self.last = assignment, first, last
        self.reason = reason
        self.paused = paused            # a temporary stop, and not bridged


def spans_of(assignment, known=FOREVER):
    """What began or stopped after that day is not known on it."""
    found = []
    periods = [care for care in assignment.care if care.start <= known]
    for care in periods:
        stop, reason = care.stop, care.reason
        if stop is not None and stop > known:
            stop, reason = None, ""
        first = max(care.start, assignment.start)
        last = min(stop or FOREVER, assignment.end)
        paused = reason == "20" and stop is not None
        if paused:
            later = [other.start for other in periods if other.start > stop]
            if later:
                last = min(max(last, min(later) - ONE_DAY), assignment.end)
                paused = False
        if first > min(last, known):
            continue
        found.append(Span(assignment, first, last, reason, paused))
    return found


def join(spans):
    """(first, last) of care without a day between."""
    joined = []
    for span in sorted(spans, key=lambda span: (span.first, span.last)):
        if joined and (joined[-1][1] == FOREVER
                       or span.first <= joined[-1][1] + ONE_DAY):
            joined[-1][1] = max(joined[-1][1], span.last)
        else:
            joined.append([span.first, span.last])
    return joined


def meets(span, first, last):
    return span.first <= last and span.last >= first


def first_care(each):
    """Its first day of care, inside it."""
    return min((max(care.start, each.start) for care in each.care
                if max(care.start, each.start)
                <= min(care.stop or FOREVER, each.end)), default=None)
