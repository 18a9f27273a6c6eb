#!/usr/bin/env bash
# check-format.sh: every C source is as tests/tools/format.sh would write it
#
# SPDX-License-Identifier: EUPL-1.2
set -u

# clang-format's choices change with its version: Debian 12's is the one that counts.
if ! clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
  echo 'clang-format 14 is not installed'
  exit 77
fi
exec "$(dirname "${BASH_SOURCE[0]}")/../tools/format.sh" --check
