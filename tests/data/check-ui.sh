#!/usr/bin/env bash
# check-ui.sh: templates and icons are sound XML, and nothing in a template escapes translation
#
# SPDX-License-Identifier: EUPL-1.2
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/data/tap.sh
. "$here/tap.sh"
cd "$here/../.." || exit 1

# Properties that the user reads, with at least one letter in them, that are not marked.
readable='label title subtitle description heading body tooltip-text text message place'
readable+='holder-text'
untranslated () {
  xmllint --xpath "//*[self::property or self::attribute]
    [contains(' $readable ', concat(' ', @name, ' '))]
    [not(@translatable='yes')]
    [normalize-space(.) != 'Peilstok']
    [string-length(translate(., ' &#10;.,:;%€–—/()0123456789-+', '')) > 0]" "$1" 2>/dev/null
}

template_name () {
  local class file
  class=$(xmllint --xpath 'string(//template/@class)' "$1")
  file=$(basename "$1" .ui | tr -d -)
  [ -z "$class" ] || [ "$(printf '%s' "$class" | tr '[:upper:]' '[:lower:]')" = "$file" ] || echo "$1 holds $class"
}

in_resources () { grep -rqF "$(basename "$1")" src ui data --include='*.gresource.xml'; }

while IFS= read -r file; do
  check "$file is well-formed" xmllint --noout "$file"
  check "$file names its translations" test "$(xmllint --xpath 'string(/interface/@domain)' "$file")" = peilstok
  none "$file has no untranslatable text" untranslated "$file"
  none "$file is named after its class" template_name "$file"
  check "$file is in the program" in_resources "$file"
done < <(find ui -name '*.ui' | sort)

while IFS= read -r file; do
  check "$file is well-formed" xmllint --noout "$file"
done < <(find data ui src -name '*.svg' -o -name '*.gresource.xml' -o -name '*.gschema.xml' -o -name '*.mime.xml' | sort)
finish
