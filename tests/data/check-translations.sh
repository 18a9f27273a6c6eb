#!/usr/bin/env bash
# check-translations.sh: every string for the user is listed, marked, and there in every language
#
# SPDX-License-Identifier: EUPL-1.2
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/data/tap.sh
. "$here/tap.sh"
cd "$here/../.." || exit 1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# As `ninja peilstok-pot` does it (Meson's preset "glib").
extract () {
  xgettext --from-code=UTF-8 --add-comments --files-from=po/POTFILES --output="$scratch/peilstok.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 \
    --keyword=g_dpgettext2:2c,3 --keyword=ngettext:1,2 \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format \
    --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_markup_printf_escaped:1:c-format \
    --flag=g_log:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format --flag=g_printf:1:c-format \
    --flag=g_fprintf:2:c-format --flag=g_sprintf:2:c-format --flag=g_snprintf:3:c-format && [ -s "$scratch/peilstok.pot" ]
}

merge () { msgmerge --quiet --no-fuzzy-matching --output-file="$scratch/$1.po" "po/$1.po" "$scratch/peilstok.pot"; }
missing () { msgattrib --untranslated --no-obsolete "$scratch/$1.po" | grep -E '^msg(ctxt|id|id_plural) |^#:|^"' | sed -n '/^"/!p'; }
fuzzy () { msgattrib --only-fuzzy --no-obsolete "po/$1.po"; }

# A string beyond one word that is given to a widget or an error without _() is a string that nobody can translate.
unmarked () {
  grep -rnE '(gtk_label_set_(text|markup)|gtk_label_new|set_title|set_subtitle|set_tooltip_text|set_placeholder_text|adw_toast_new) \([^_]*"[A-Z][a-z]+' \
    --include='*.c' src | grep -vE '_ ?\("'
}

check 'every file with a string is in POTFILES (else: po/update-potfiles.sh)' po/update-potfiles.sh --check
check 'the strings can be extracted' extract
none 'no string for the user is without _()' unmarked
while read -r language; do
  check "$language is sound" msgfmt --check --output-file=/dev/null "po/$language.po"
  check "$language can be merged" merge "$language"
  none "$language is complete" missing "$language"
  none "$language has nothing that is unsure" fuzzy "$language"
done < <(grep -v '^#' po/LINGUAS)
finish
