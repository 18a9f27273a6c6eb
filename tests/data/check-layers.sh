#!/usr/bin/env bash
# check-layers.sh: knowledge flows one way (docs/architecture.md): what a folder may not include, and where SQL may be
#
# SPDX-License-Identifier: EUPL-1.2
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/data/tap.sh
. "$here/tap.sh"
cd "$here/../.." || exit 1

includes () { grep -rnE "^ *# *include *[<\"](\.\./)?($2)" --include='*.[ch]' "src/$1"; }

window='gtk/|adwaita'
none 'core knows GLib only' includes core "$window|gio/|sqlite3|csv\.h|json-glib|libxml|xlsxwriter|cairo|pango|(store|exchange|charts|gui|cli)/"
none 'store knows core only' includes store "$window|csv\.h|json-glib|libxml|xlsxwriter|cairo|pango|(exchange|charts|gui|cli)/"
none 'charts know core only' includes charts "$window|gio/|sqlite3|csv\.h|json-glib|(store|exchange|gui|cli)/"
none 'exchange knows no window and no SQL' includes exchange "$window|sqlite3|(gui|cli)/"
drawing_elsewhere () { includes exchange 'cairo|pango|charts/' | grep -vE '^src/exchange/ps-((statement|letter)-pdf|report|pdf)'; }
none 'in exchange only what goes on paper draws' drawing_elsewhere
none 'cli knows no window and no SQL' includes cli "$window|sqlite3|gui/"
none 'gui knows no SQL and no CSV' includes gui 'sqlite3|csv\.h|cli/'

sql_elsewhere () { grep -rnE '"(SELECT|INSERT|UPDATE|DELETE FROM|CREATE|PRAGMA) ' --include='*.[ch]' src | grep -v '^src/store/'; }
none 'all SQL is in src/store' sql_elsewhere

# Decimals are read digit by digit: a float, or the locale, would change amounts.
floats () { grep -rnE '\b(strtod|strtof|atof|g_strtod|g_ascii_strtod|g_ascii_formatd|g_ascii_dtostr)\b' --include='*.[ch]' src; }
none 'no floating point conversion of data' floats
float_money () { grep -rnE '\b(double|float|gdouble|gfloat)\b' --include='*.[ch]' src/core src/store src/cli | grep -v progress; }
none 'no floating point in core, store and cli' float_money
finish
