#!/bin/sh
# Make this checkout ready to run: the system libraries that Qt needs (Debian, Ubuntu),
# .venv, and the pinned Python packages. The second call finds nothing to do and returns
# at once. An interrupted call is made good by the next one.
#
# PYTHON=/path/to/python3.12 chooses the Python of a new .venv.
set -eu
cd "$(dirname "$0")/.."

system_stamp=.venv/.system-ready
python_stamp=.venv/.python-ready
installing=.venv/.installing

say() { printf 'set-up: %s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

# ---------------------------------------------------------------- system libraries

wanted_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' packaging/system-packages.txt; }

# Names that are neither installed nor provided by something installed (Ubuntu 24.04
# renamed libglib2.0-0 to libglib2.0-0t64, which provides the old name).
missing_packages() {
    dpkg-query -W -f='${db:Status-Status}, ${Package}, ${Provides}\n' |
        sed -n 's/^installed, //p' | tr ',' '\n' | sed 's/^ *//; s/[ (].*//' >"$1"
    wanted_packages | grep -vxF -f "$1" || true
}

# Find how this user may act as root; 1 when there is no way.
find_root() {
    if [ "$(id -u)" = 0 ]; then
        root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        root="sudo -n"
    elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
        say "sudo may ask for your password, to install system packages"
        root=sudo
    else
        return 1
    fi
}

apt() {
    $root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@"
}

# Refresh the package lists only where the names or files at hand do not do.
install_packages() {
    if ! apt-get -qq -s install --no-install-recommends "$@" >/dev/null 2>&1; then
        apt update || true
    fi
    apt install -y --no-install-recommends "$@" >/dev/null ||
        { apt update && apt install -y --no-install-recommends "$@" >/dev/null; }
}

# 0 when every system package is there or none can be asked for.
system_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        if [ "$(uname -s)" = Linux ]; then
            say "no apt here; install your system's counterparts of these packages if Qt misses a library:"
            say "$(wanted_packages | tr '\n' ' ')"
        fi
        return 0
    fi
    names=$(mktemp)
    missing=$(missing_packages "$names" | tr '\n' ' ')
    rm -f "$names"
    missing=${missing% }
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # the names are separate arguments
    if find_root && say "installing system packages: $missing" && install_packages $missing; then
        return 0
    fi
    say "system packages are missing that cannot be installed from here. Type this line:"
    say "  sudo apt-get install --no-install-recommends $missing"
    return 1
}

# ---------------------------------------------------------------- Python

usable_python() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if command -v "$candidate" >/dev/null && usable_python "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

python_packages() {
    if [ -e "$installing" ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        python=$(find_python) || fail "no Python 3.11 or newer with its venv module was found." \
            "Install one (Debian, Ubuntu: sudo apt-get install python3 python3-venv; older Ubuntu:" \
            "python3.11 python3.11-venv; macOS and others: python.org), or name it: make run PYTHON=/path/to/python3"
        say "creating .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    : >"$installing"
    say "installing Python packages (PySide6 and torch are large: this can take some minutes)"
    .venv/bin/python -m pip install --disable-pip-version-check --quiet \
        -c packaging/constraints.txt pip hatchling
    .venv/bin/python -m pip install --disable-pip-version-check --quiet --no-build-isolation \
        -c packaging/constraints.txt -e '.[dev]'
    rm -f "$installing"
}

# Load what a window loads, so that a missing library is named now and not later.
check_qt() {
    if ! problem=$(QT_QPA_PLATFORM=offscreen .venv/bin/python -c \
        'from PySide6 import QtGui, QtSvg, QtTest, QtWidgets; QtWidgets.QApplication([])' 2>&1); then
        fail "Qt cannot start: $(printf '%s' "$problem" | tail -n 1)"
    fi
    [ "$(uname -s)" = Linux ] || return 0
    unmet=$(find .venv/lib -name 'libqxcb.so' -exec ldd {} + | sed -n 's/ => not found//p' | tr -d '\t' | tr '\n' ' ')
    [ -z "$unmet" ] || say "a window on X11 will not open before these libraries are there: $unmet"
}

# ---------------------------------------------------------------- what is left to do

key=$(cat packaging/setup.sh packaging/system-packages.txt packaging/constraints.txt pyproject.toml | cksum)
key="$key $PWD"
ready() { [ -f "$1" ] && [ "$(cat "$1")" = "$key" ]; }

[ -x .venv/bin/python ] && ready "$system_stamp" && ready "$python_stamp" && exit 0

system=failed
if system_packages; then system=there; fi
if ! [ -x .venv/bin/python ] || ! ready "$python_stamp"; then
    python_packages
    check_qt
    printf '%s\n' "$key" >"$python_stamp"
    say "ready"
fi
if [ "$system" = there ]; then printf '%s\n' "$key" >"$system_stamp"; fi
