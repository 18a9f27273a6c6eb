#!/usr/bin/env bash
# format.sh: writes C sources as the house does: clang-format 14 with .clang-format, and no blank between _ and its text
#
# SPDX-License-Identifier: EUPL-1.2
#
#   tests/tools/format.sh              all of src and tests
#   tests/tools/format.sh FILE...      these
#   tests/tools/format.sh --check      changes nothing, names what is not formatted
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

check=no
[ "${1:-}" = --check ] && { check=yes; shift; }
[ $# -gt 0 ] || mapfile -t files < <(find src tests -name '*.c' | sort)
[ $# -eq 0 ] || files=("$@")

# clang-format 14 knows no macro that is an exception to "a blank before parentheses".
formatted () {
  clang-format "$1" | sed -E 's/\b(_|N_|C_|NC_) \("/\1("/g'
}

bad=0
for file in "${files[@]}"; do
  if ! formatted "$file" | cmp -s - "$file"; then
    if [ $check = yes ]; then
      echo "$file is not formatted: tests/tools/format.sh $file"
      bad=1
    else
      new=$(mktemp) && formatted "$file" >"$new" && cat "$new" >"$file"
      rm -f "$new"
    fi
  fi
done
exit $bad
