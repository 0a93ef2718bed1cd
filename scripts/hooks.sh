#!/usr/bin/env bash
# Lets git call .githooks: scripts/hooks.sh 1. Does nothing with 0, in continuous
# integration, outside a git checkout, or where another folder has been chosen.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "${1:-1}" != 0 ] && [ -z "${CI:-}" ] || exit 0
command -v git >/dev/null || exit 0
top=$(git rev-parse --show-toplevel 2>/dev/null) || exit 0
[ "$top" = "$(pwd -P)" ] || exit 0
[ -z "$(git config --get core.hooksPath || true)" ] || exit 0

git config core.hooksPath .githooks
