#!/usr/bin/env bash
# run.sh: from a fresh clone to the demo region on the screen
#
# SPDX-License-Identifier: EUPL-1.2
#
#   ./run.sh                 the window, on the demo region
#   ./run.sh REGION-FILE     the window, on a region file of your own
#   ./run.sh OPTION...       anything else that the window's program takes
#
# Installs what is missing (Debian 12), builds in ./build, and starts. With no display it prints the settlement of the
# region's latest whole year on the terminal instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
cd "$OLDPWD"
# shellcheck source=data/debian.sh
. "$here/data/debian.sh"

build=${PEILSTOK_BUILD:-$here/build}
window=$build/src/gui/peilstok
cli=$build/src/cli/peilstok-cli
log=$build/run.log

# step WHAT COMMAND...: says what, keeps the command's output for when it fails
step () {
  say "$1"
  shift
  if ! "$@" </dev/null >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    return 1
  fi
}

build_it () {
  mkdir -p "$build"
  [ -f "$build/build.ninja" ] || step "Configuring in $build ..." meson setup "$build" "$here"
  [[ $(ninja -C "$build" -n 2>&1) == *'no work to do'* ]] || step "Building ..." ninja -C "$build"
}

# Is there a display that answers? A variable alone says little: it outlives its server.
have_wayland () {
  local socket=${WAYLAND_DISPLAY:-}
  [ -n "$socket" ] || return 1
  case $socket in /*) ;; *) socket=${XDG_RUNTIME_DIR:-/nonexistent}/$socket ;; esac
  [ -S "$socket" ]
}

have_x () {
  local host number
  [[ ${DISPLAY:-} =~ ^([^:]*):([0-9]+)(\.[0-9]+)?$ ]] || return 1
  host=${BASH_REMATCH[1]} number=${BASH_REMATCH[2]}
  case $host in
    '' | unix) [ -S "/tmp/.X11-unix/X$number" ] || grep -qs "@/tmp/.X11-unix/X$number\$" /proc/net/unix ;;
    *) (exec 3<>"/dev/tcp/$host/$((6000 + number))") 2>/dev/null ;;
  esac
}

demo_region () {
  local folder=${XDG_DATA_HOME:-${HOME:?no HOME to keep the demo region in}/.local/share}/peilstok
  region=$folder/demo.peilstok
  if [ ! -e "$region" ]; then
    say "Making the demo region in $region ..."
    mkdir -p "$folder"
    rm -f "$region".new*
    "$cli" --db "$region.new" init --demo >/dev/null     # under another name until it is whole
    mv "$region.new" "$region"
  fi
}

# paid_until DAY: what was paid in DAY's year up to it, in cents. The column is counted from the end, for names may hold a ";".
paid_until () {
  "$cli" --db "$region" settle --year "${1%%-*}" --through "$1" --format=csv |
    awk -F';' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "paid_cents") after = NF - i }
               NR > 1  { sum += $(NF - after) }
               END     { printf "%.0f\n", sum }'
}

# The latest year of which December was paid too: a year that still runs, or whose last months are yet to come in, is not whole.
latest_whole_year () {
  local year last november december
  last=$(date +%Y)
  for ((year = last; year > last - 25; year--)); do
    december=$(paid_until "$year-12-31") || return
    november=$(paid_until "$year-11-30") || return
    if [ "$december" != "$november" ]; then
      echo "$year"
      return
    fi
  done
  say "No year is whole in $region."
  return 1
}

print_settlement () {
  local year
  year=$(latest_whole_year)
  say "No display: the settlement of $year on the terminal."
  "$cli" --db "$region" settle --year "$year"
}

install_missing "${PACKAGES_BUILD[@]}"
build_it

# Run from the build folder: translations and settings are there, not on the system.
export PEILSTOK_LOCALEDIR=$build/po
export GSETTINGS_SCHEMA_DIR=$build/data

if [ $# -eq 0 ]; then
  demo_region
  set -- "$region"
else
  region=${!#}      # for the settlement; the window looks at its arguments itself
fi

if have_wayland || have_x; then
  exec "$window" "$@"
fi
print_settlement
