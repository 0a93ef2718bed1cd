#!/usr/bin/env bash
# Writes requirements.lock and requirements-dev.lock from pyproject.toml.
# The tool is installed for this one run only, so that no developer needs it.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
"${PYTHON:-python3}" -m venv "$tool"
"$tool/bin/pip" --quiet --disable-pip-version-check install uv

# One version for every Python and system. Of Django's wheels only htmx's script
# is used, so Django and what it brings stay out. No addresses, headers or
# annotations: the locks say the same wherever they were written.
compile() {
    "$tool/bin/uv" pip compile --quiet --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-header --no-annotate \
        --no-emit-package django --no-emit-package asgiref \
        --no-emit-package sqlparse "$@"
}

compile pyproject.toml ${UPGRADE:+--upgrade} --output-file requirements.lock
compile pyproject.toml ${UPGRADE:+--upgrade} --extra dev \
    --constraint requirements.lock --output-file requirements-dev.lock
