#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compare two settlements in JSON: compare.py EXPECTED.json ACTUAL.json

Every field of EXPECTED must be in ACTUAL with the same value and type; fields
that only ACTUAL has are allowed, since the format may grow. Lists must have
the same length and order. Each difference is printed with its path. Exit
status 0: the same; 1: something differs; 2: a file cannot be read.
"""
import json
import sys


def label(item, index):
    """Name an element by what it is, so that a path reads by itself."""
    if isinstance(item, dict):
        for names in (("provider",), ("product_group", "municipality"),
                      ("scope",), ("from_bp",)):
            if all(name in item for name in names):
                return "%d:%s" % (index, "/".join(str(item[name])
                                                  for name in names))
    return str(index)


def differences(expected, actual, path="$"):
    """Yield a line of text for each difference."""
    # A bool is an int in Python, and 1.0 == 1: the type counts as well.
    if type(expected) is not type(actual):
        yield "%s: expected %r, got %r" % (path, expected, actual)
    elif isinstance(expected, dict):
        yield from dict_differences(expected, actual, path)
    elif isinstance(expected, list):
        yield from list_differences(expected, actual, path)
    elif expected != actual:
        yield "%s: expected %r, got %r" % (path, expected, actual)


def dict_differences(expected, actual, path):
    for name, value in expected.items():
        if name not in actual:
            yield "%s.%s: missing, expected %s" % (path, name, short(value))
        else:
            yield from differences(value, actual[name],
                                   "%s.%s" % (path, name))


def list_differences(expected, actual, path):
    for index, value in enumerate(expected):
        here = "%s[%s]" % (path, label(value, index))
        if index >= len(actual):
            yield "%s: missing, expected %s" % (here, short(value))
        else:
            yield from differences(value, actual[index], here)
    for index, value in enumerate(actual[len(expected):], len(expected)):
        yield "%s[%s]: not expected: %s" % (path, label(value, index),
                                            short(value))


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:157] + "..."


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        expected, actual = load(sys.argv[1]), load(sys.argv[2])
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    found = list(differences(expected, actual))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
