#!/bin/sh
# Runs a journey on a display and a message bus of its own, with a window manager.
#
# SPDX-License-Identifier: EUPL-1.2
unset GTK_A11Y AT_SPI_BUS_ADDRESS
XDG_CACHE_HOME=$(mktemp -d)
export XDG_CACHE_HOME
trap 'rm -rf "$XDG_CACHE_HOME"' EXIT
# What services of the bus print is not for the test's output, which keeps a way of its own.
exec 3>&1 1>&2
dbus-run-session -- xvfb-run -a -s '-screen 0 1280x800x24' sh -c '
  openbox >/dev/null 2>&1 & manager=$!
  "$1" >&3; result=$?
  kill "$manager"
  exit $result' sh "$1"
