#!/usr/bin/env bash
# Sees to it that the named Debian packages are there: scripts/system.sh NAME...
# Installs what is missing where that is allowed, else says what to install.
set -euo pipefail

is_there() {
    case $1 in
        chromium)
            command -v chromium || command -v chromium-browser ||
                command -v google-chrome || command -v google-chrome-stable
            ;;
        libatomic1) ldconfig -p | grep -F libatomic.so.1 ;;
        postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' ;;
        python*-venv) "${1%-venv}" -c 'from ensurepip import version' ;;
        *) dpkg-query --status "$1" ;;
    esac >/dev/null 2>&1
}

list_missing() {
    local package
    for package in "$@"; do
        is_there "$package" || printf '%s\n' "$package"
    done
}

# Prints what to put before apt-get; fails where nobody may install.
find_right() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif sudo --non-interactive true 2>/dev/null; then
        echo sudo --non-interactive env
    else
        return 1
    fi
}

PATH=$PATH:/usr/sbin:/sbin
mapfile -t missing < <(list_missing "$@")
[ ${#missing[@]} -gt 0 ] || exit 0

if right=$(find_right); then
    echo "system: installing ${missing[*]}"
    apt="$right DEBIAN_FRONTEND=noninteractive apt-get -qq"
    # Where it fails, its own message is followed by ours.
    { $apt update && $apt install --yes --no-install-recommends "${missing[@]}"; } \
        >/dev/null || true
    mapfile -t missing < <(list_missing "$@")
fi
if [ ${#missing[@]} -gt 0 ]; then
    printf 'system: missing here: %s\n' "${missing[*]}" >&2
    printf 'Install it and try again, on Debian:\n  sudo apt-get install %s\n' \
        "${missing[*]}" >&2
    exit 1
fi
