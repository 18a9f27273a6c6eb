#!/usr/bin/env bash
# check-leftovers.sh: what must not stay behind in the tree
#
# SPDX-License-Identifier: EUPL-1.2
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/data/tap.sh
. "$here/tap.sh"
cd "$here/../.." || exit 1

sources () { find src tests \( -name '*.[ch]' -o -name '*.py' -o -name '*.sh' \) -not -path '*/__pycache__/*'; }

# The words are written in two halves, so that this file does not find itself.
leftovers () {
  grep -rnP '\b(TO''DO|FIX''ME|XX''X|HA''CK|not imple''mented|place''holder(?!-text))\b' src ui tests data po ./*.sh \
    --include='*.c' --include='*.h' --include='*.ui' --include='*.sh' --include='*.py' --include='*.sql'
}
none 'nothing is left to do' leftovers
paths () { grep -rnE '/wor[k]/|/hom[e]/[a-z]|\.\./share[d]/' src ui tests data docs po flatpak ./*.md ./*.sh; }
none "no path of somebody's machine" paths

long_files () { sources | grep '[.][ch]$' | xargs wc -l | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }'; }
none 'no file is longer than 600 lines' long_files
no_licence () { sources | xargs grep -LE 'SPDX-License-Identifier: EUPL-1\.2'; }
none 'every source names its licence' no_licence
no_purpose () { find src tests -name '*.[ch]' | while read -r file; do head -n 1 "$file" | grep -q "^/\* $(basename "$file"): " || echo "$file"; done; }
none 'every source says what it is on its first line' no_purpose
tabs () { sources | xargs grep -nP '\t| +$' ; }
none 'no tabs and no blanks at the end of a line' tabs
shadowed () { find src -name '*.h' | while read -r file; do grep -q '^#pragma once' "$file" || echo "$file"; done; }
none 'every header guards itself' shadowed

# Comments cite pages of docs/ by name and paragraph: both must be there.
lost_citations () {
  grep -rhIoE '\b(domain|files-and-cli|architecture|performance)\.md( §[0-9]+)?' src tests ui data | sort -u | while read -r page paragraph; do
    [ -f "docs/$page" ] && grep -q "^## ${paragraph:+$paragraph }" "docs/$page" || echo "$page $paragraph"
  done
  grep -rnoE '\b[a-z-]+\.md\b' src ui data tests --include='*.[ch]' --include='*.ui' --include='*.sql' --include='*.build' |
    grep -vE ':(domain|files-and-cli|architecture|performance|README|domain-notes|CONTRIBUTING)\.md$'
}
none 'what comments cite is in docs' lost_citations

# shellcheck disable=SC2016
lost_files () {
  grep -hoE '`[a-zA-Z./_-]+\.(c|h|sh|py|sql|ui|yml)`' docs/*.md ./*.md | tr -d '`' | sort -u | grep / | grep -v -- '-N[.]' | while read -r file; do
    [ -e "$file" ] || echo "$file"
  done
}
none 'the files that the docs name are there' lost_files

runnable () { for file in run.sh test.sh .ci/run po/update-potfiles.sh; do [ -x "$file" ] || echo "$file"; done; }
none 'the scripts can be run' runnable
if have shellcheck; then
  scripts () { find run.sh test.sh .ci/run data po tests -name '*.sh' -o -path .ci/run; }
  none 'shellcheck finds nothing in the scripts' xargs -a <(scripts) shellcheck -x -e SC2016
else
  skip 'shellcheck finds nothing in the scripts' 'shellcheck is not installed'
fi
finish
