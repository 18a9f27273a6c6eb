# debian.sh: the Debian packages that Peilstok needs, and how to install those that are missing
#
# SPDX-License-Identifier: EUPL-1.2
#
# Sourced by run.sh and test.sh; the only place where package names are listed.
# shellcheck shell=bash

# To build and to run. appstream brings the rules by which gettext merges the catalogue entry, dejavu a font to draw with,
# librsvg2-common the loader of SVG icons.
# shellcheck disable=SC2034
PACKAGES_BUILD=(
  gcc libc6-dev pkg-config meson ninja-build gettext
  libglib2.0-dev libglib2.0-dev-bin libsqlite3-dev libcsv-dev libjson-glib-dev libxlsxwriter-dev
  libgtk-4-dev libadwaita-1-dev
  appstream fonts-dejavu-core librsvg2-common
)

# To test: a display without a screen, a bus, accessibility from another process, a second login name (nss-wrapper), a spreadsheet
# program that recalculates what we write, and the validators.
# shellcheck disable=SC2034
PACKAGES_TEST=(
  xvfb xauth dbus at-spi2-core libatspi2.0-dev xdotool openbox x11-utils
  libnss-wrapper libreoffice-calc-nogui
  desktop-file-utils sqlite3 libxml2-utils poppler-utils clang-format shellcheck python3 python3-yaml locales
)

say () { printf '%s\n' "$*" >&2; }

is_installed () {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

can_be_root () { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }

# as_root COMMAND...: runs it as root, by sudo where that is needed
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -- "$@"
  fi
}

apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a \
    apt-get -q -o DPkg::Lock::Timeout=900 -o Acquire::Retries=3 "$@" </dev/null >&2
}

# install_missing PACKAGE...: installs what is not there yet; does nothing, and needs no rights, when all of it is
install_missing () {
  local package missing=()

  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say "No apt-get here: taking it that what Peilstok needs is installed ($*)."
    return 0
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  if ! can_be_root; then
    say "Not installed yet, and there is neither root nor sudo here. Ask for: apt-get install ${missing[*]}"
    return 1
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  # An old list may do: whether it does, the install itself tells.
  apt_get update || say "The list of packages could not be renewed; going on with the present one."
  apt_get install -y --no-install-recommends "${missing[@]}"
}
