#!/bin/sh
# update-potfiles.sh: writes POTFILES anew, or with --check tells whether it is as it should be
#
# SPDX-License-Identifier: EUPL-1.2
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."

# Every file with a string for the user, in alphabetical order.
list () {
  {
    echo data/org.peilstok.Peilstok.desktop.in
    echo data/org.peilstok.Peilstok.metainfo.xml.in
    find src -name '*.[ch]' -exec grep -lE '(^|[^A-Za-z0-9_])(g_dgettext|g_dngettext|g_dpgettext2?|ngettext|C_|N_|NC_|_) ?\(' {} +
    find ui -name '*.ui' -exec grep -lE 'translatable="(yes|true)"' {} + || true
  } | sort
}

comment='# Files with strings for the user: po/update-potfiles.sh writes this list.'
if [ "${1:-}" = --check ]; then
  { echo "$comment"; list; } | diff -u po/POTFILES -
else
  { echo "$comment"; list; } >po/POTFILES.new
  mv po/POTFILES.new po/POTFILES
fi
