"""measure.py: run a program, and say how long it took and how much memory

SPDX-License-Identifier: EUPL-1.2
"""
import os
import statistics
import subprocess
import time


class Measurement:
    """Wall seconds, peak resident memory in MB, and processor seconds of one run."""

    def __init__(self, seconds, megabytes, processor=0.0):
        self.seconds = seconds
        self.megabytes = megabytes
        self.processor = processor


def run(arguments, output=subprocess.DEVNULL, **options):
    """Runs to the end; anything but exit status 0 ends the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=output, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, arguments))} ended with {process.returncode}")
    return Measurement(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def median_of(n, work):
    """The median of n runs of `work`, which returns a Measurement."""
    runs = [work() for _ in range(n)]
    return Measurement(statistics.median(r.seconds for r in runs), max(r.megabytes for r in runs))


class Report:
    """Lines of figures with their targets; remembers whether one was missed."""

    def __init__(self, title):
        self.missed = False
        print(f"\n{title}\n{'-' * len(title)}")

    def figure(self, name, value, unit="s", target=None):
        verdict = ""
        if target is not None:
            good = value <= target
            self.missed |= not good
            verdict = f"   target at most {target:g} {unit}: {'good' if good else 'MISSED'}"
        print(f"  {name:<58} {value:>10.3f} {unit:<3}{verdict}", flush=True)

    def exit_status(self):
        """A missed target is shown, and fails only when PEILSTOK_BENCHMARK_STRICT asks for that: times drift with the machine."""
        return 1 if self.missed and os.environ.get("PEILSTOK_BENCHMARK_STRICT") else 0
