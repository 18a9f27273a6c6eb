"""count-tests.py: "N passed, N failed" of one or more Meson test runs, subtests counted.

SPDX-License-Identifier: EUPL-1.2

Meson itself counts a program with fifty subtests as one, and closes on no such line. Arguments: meson-logs folders.
Exits 1 when anything failed, or when nothing passed at all.
"""
import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

GOOD = {'OK', 'EXPECTEDFAIL'}


def subtests(logs):
    """Results of the subtests of each test program that reports them: name -> [passed, failed, skipped]."""
    counts = {}
    for suite in ElementTree.parse(logs / 'testlog.junit.xml').getroot().iter('testsuite'):
        for case in suite.iter('testcase'):
            bad = case.find('failure') is not None or case.find('error') is not None
            kind = 1 if bad else 2 if case.find('skipped') is not None else 0
            counts.setdefault(suite.get('name'), [0, 0, 0])[kind] += 1
    return counts


def count(logs):
    """Passed, failed and skipped of one run. A program that failed otherwise than by a subtest (a crash, a time-out,
    a leak that the sanitizer found at its end) is a failure of its own."""
    total = [0, 0, 0]
    if not (logs / 'testlog.junit.xml').is_file():
        print(f'FAILED: no test ran ({logs})', file=sys.stderr)
        return [0, 1, 0]
    parts = subtests(logs)
    for line in (logs / 'testlog.json').read_text(encoding='utf-8').splitlines():
        test = json.loads(line)
        own = parts.get('peilstok.' + test['name'])
        good = test['result'] in GOOD
        if own is None:
            own = [1, 0, 0] if good else [0, 0, 1] if test['result'] == 'SKIP' else [0, 1, 0]
        elif not good and test['result'] != 'SKIP' and own[1] == 0:
            own = [own[0], 1, own[2]]
        if own[1]:
            print(f'FAILED: {test["name"]} ({logs})', file=sys.stderr)
        total = [a + b for a, b in zip(total, own)]
    return total


def main(folders):
    passed, failed, skipped = (sum(column) for column in zip(*(count(Path(folder)) for folder in folders)))
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
