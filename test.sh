#!/usr/bin/env bash
# test.sh: everything that can be checked, without a screen, a terminal or a question
#
# SPDX-License-Identifier: EUPL-1.2
#
#   ./test.sh            all of it; the last line says how many tests passed and failed
#
# Installs what is missing (Debian 12), builds in ./build-test with warnings as errors, runs every Meson test, and runs
# those of the libraries below the window once more under the address and undefined behaviour sanitizers (./build-asan).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
# shellcheck source=data/debian.sh
. data/debian.sh
exec </dev/null

# build_failed: a tree that does not build has failed, and says so in the line that is looked for
build_failed () {
  say "$1"
  echo '0 passed, 1 failed'
  exit 1
}

# Nothing of the user's own desktop may reach a test, nor the other way round.
private_environment () {
  scratch=$(mktemp -d) || exit 1
  trap 'rm -rf "$scratch"' EXIT
  mkdir -p "$scratch"/{config,data,cache,state} && mkdir -m 700 "$scratch/runtime"
  export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data XDG_CACHE_HOME=$scratch/cache
  export XDG_STATE_HOME=$scratch/state XDG_RUNTIME_DIR=$scratch/runtime
  export LC_ALL=C.UTF-8 TZ=UTC GSETTINGS_BACKEND=memory GSK_RENDERER=cairo GDK_DEBUG=gl-disable
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS LANGUAGE LANG GTK_A11Y GTK_THEME G_MESSAGES_DEBUG
}

# The Dutch locale, for tests of what the user sees; made here, so that the system's own settings stay as they are.
dutch_locale () {
  local folder=$PWD/build-test/locale
  [ -d "$folder/nl_NL.UTF-8" ] || {
    mkdir -p "$folder"
    localedef -i nl_NL -f UTF-8 "$folder/nl_NL.UTF-8" >/dev/null 2>&1 || say "No Dutch locale could be made; going on without it."
  }
  export LOCPATH=$folder
}

# configure FOLDER OPTION...: sets up, or takes over changed options in a folder that exists
configure () {
  local folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" >/dev/null && return 0
    rm -rf "$folder"
  fi
  meson setup "$folder" "$@"
}

install_missing "${PACKAGES_BUILD[@]}" "${PACKAGES_TEST[@]}" || build_failed "The packages could not be installed."
private_environment

say "== Build"
configure build-test -Dwerror=true >&2 || build_failed "Meson could not configure build-test."
ninja -C build-test >&2 || build_failed "build-test does not build."
dutch_locale

rm -f build-test/meson-logs/testlog.* build-asan/meson-logs/testlog.*    # an old result is no result

say "== Tests"
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 3 >&2
status=$?

say "== Sanitizers"
# GLib's own allocator would hide leaks; of the libraries below the window only fontconfig keeps what it has. The sanitizer's strstr
# measures the whole rest of a text at each call, which makes splitting a large one quadratic.
configure build-asan -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 >&2 || build_failed "Meson could not configure build-asan."
G_SLICE=always-malloc ASAN_OPTIONS=intercept_strstr=0:detect_stack_use_after_return=1 \
  UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 LSAN_OPTIONS=suppressions=$PWD/tests/tools/lsan.supp:print_suppressions=0 \
  meson test -C build-asan --suite core --suite store --suite exchange --print-errorlogs --timeout-multiplier 6 >&2
sanitizers=$?

/usr/bin/python3 tests/tools/count-tests.py build-test/meson-logs build-asan/meson-logs
counted=$?
[ $status -eq 0 ] && [ $sanitizers -eq 0 ] && [ $counted -eq 0 ]
