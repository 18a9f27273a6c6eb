# tap.sh: the few lines of the Test Anything Protocol that the checks here need
#
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

tap_count=0

# check NAME COMMAND...: passes when the command succeeds; what it says is shown when it does not
check () {
  local name=$1 said
  shift
  tap_count=$((tap_count + 1))
  if said=$("$@" 2>&1); then
    echo "ok $tap_count - $name"
  else
    echo "not ok $tap_count - $name"
    printf '%s\n' "$said" | head -n 40 | sed 's/^/# /'
  fi
}

# none NAME COMMAND...: passes when the command finds nothing, that is, prints nothing
none () {
  local name=$1
  shift
  check "$name" prints_nothing "$@"
}

prints_nothing () {
  local said
  said=$("$@" 2>&1)
  printf '%s\n' "$said"
  [ -z "$said" ]
}

# skip NAME WHY
skip () {
  tap_count=$((tap_count + 1))
  echo "ok $tap_count - $1 # SKIP $2"
}

have () { command -v "$1" >/dev/null 2>&1; }

finish () { echo "1..$tap_count"; }
