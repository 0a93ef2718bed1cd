#!/usr/bin/env bash
# Makes .venv from the lock, with the project itself installed from its checkout.
# Safe to repeat. Needs Python 3.11 or newer and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    local name
    for name in ${PYTHON:-} python3.11 python3; do
        if is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed, and $(python3 --version 2>&1 || true)" \
        "is what python3 is here. Install it (apt-get install python3 python3-venv)," \
        "or name it: make setup PYTHON=/path/to/python3.11"
}

# Debian keeps what a virtual environment needs in a package of its own.
name_package() {
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

# Without that package half a folder is made: nothing of it stays.
make_venv() {
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    return 1
}

python=$(find_python)

if [ -d .venv ] && ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    echo "setup: .venv does not work and is made anew"
    rm -rf .venv
fi
if [ ! -d .venv ]; then
    echo "setup: making .venv with $("$python" --version)"
    if ! make_venv; then
        scripts/system.sh "$(name_package)"
        make_venv || fail "$python cannot make a virtual environment." \
            "Try it yourself to see why: $python -m venv .venv"
    fi
fi

# The lock names every package with its hash, so nothing is resolved here. Errors
# are shown; warnings about how the machine's pip is set up are not our affair.
install() {
    .venv/bin/python -m pip --disable-pip-version-check --quiet --quiet install \
        --no-deps "$@"
}

echo "setup: installing what requirements-dev.lock names"
install --require-hashes --requirement requirements-dev.lock
install --no-build-isolation --editable .
