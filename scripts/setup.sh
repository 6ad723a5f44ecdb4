#!/bin/sh
# Makes this checkout ready, without asking a question.
#
#   sh scripts/setup.sh run           .venv, requirements.txt, Qt's system libraries
#   sh scripts/setup.sh lint          .venv, requirements-dev.txt
#   sh scripts/setup.sh test          both, and Xvfb and openbox where they can be had
#   sh scripts/setup.sh bench         both, and Xvfb
#   sh scripts/setup.sh translations  both, and lrelease
#
# What is there already is left alone, so a second call takes a fraction of a second. System
# packages are installed as root or through a sudo that wants no password; anyone else is told the
# one command to run, and the script stops. PYTHON=/path/to/python chooses the Python.
# Everything is said on stderr, so that the output of a program started afterwards stays clean.

# shellcheck disable=SC2046,SC2086 # lists of packages are split into words on purpose
set -eu
cd "$(dirname "$0")/.."

profile=${1:-run}
venv_python=.venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1

# What each profile asks for: the requirements, and programs as "package:program".
requirements='requirements-dev.txt'
libraries=yes
needed_programs=
wanted_programs=
case $profile in
    run) requirements='requirements.txt' ;;
    lint) libraries=no ;;
    test) wanted_programs='xvfb:Xvfb openbox:openbox' ;;
    bench) needed_programs='xvfb:Xvfb' ;;
    translations) needed_programs='qttools5-dev-tools:lrelease' ;;
    *)
        echo "setup.sh: unknown profile \"$profile\"; one of run, lint, test, bench, translations" >&2
        exit 2
        ;;
esac

say() { printf '%s\n' "$*" >&2; }

one_line() { echo "$*"; }

# --- system packages ------------------------------------------------------------------------

# Every package that Qt may ask for, for the one case in which Qt is not there to be asked.
all_qt_packages='libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libx11-6 libx11-xcb1
    libxext6 libxcb1 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
    libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0
    libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0'

# The command that becomes root without a question; fails where there is none.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null
}

apt_updated=no
apt_install() {
    log=$(mktemp)
    if [ $apt_updated = no ]; then
        # A stale or half-broken list may still be good enough: the install decides.
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update \
            </dev/null >"$log" 2>&1 || true
        apt_updated=yes
    fi
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@" </dev/null >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 15 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# stop WHY PACKAGE...: say what is missing and the one command that brings it, and end.
stop() {
    say "$1"
    shift
    if command -v apt-get >/dev/null 2>&1; then
        remedy="apt-get update && apt-get install -y --no-install-recommends $*"
        if [ "$(id -u)" != 0 ]; then
            if command -v sudo >/dev/null 2>&1; then
                remedy="sudo sh -c '$remedy'"
            else
                remedy="su -l -c '$remedy'"
            fi
        fi
        say "Run this one command, then the same make command again:"
        say ""
        say "  $remedy"
        say ""
    else
        say "Install them with this system's package manager (Debian's names: $*)."
    fi
    exit 1
}

# Debian names a library's package after the library: libxcb-icccm.so.4 is in libxcb-icccm4, and
# libX11.so.6, whose name ends in a digit, in libx11-6.
package_of() {
    case $1 in
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libz.so.1) echo zlib1g ;;
        *) echo "$1" | tr '[:upper:]' '[:lower:]' | sed 's/\([0-9]\)\.so\./\1-/; s/\.so\.//' ;;
    esac
}

# The libraries that the installed Qt asks for and the system does not have, one on a line.
missing_libraries() {
    if [ "$(uname -s)" != Linux ] || ! command -v ldd >/dev/null 2>&1; then return; fi
    for folder in .venv/lib/python3*/site-packages/PyQt5; do
        ldd "$folder"/QtWidgets.abi3.so "$folder"/QtSvg.abi3.so \
            "$folder"/Qt5/plugins/platforms/libqxcb.so \
            "$folder"/Qt5/plugins/platforms/libqoffscreen.so 2>/dev/null
    done | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u
}

packages_of_missing_libraries() {
    missing_libraries | while read -r library; do package_of "$library"; done | sort -u
}

# missing_programs PACKAGE:PROGRAM...: the packages of those that are not there.
missing_programs() {
    [ "$(uname -s)" = Linux ] || return 0
    for pair in "$@"; do
        program=${pair#*:}
        command -v "$program" >/dev/null 2>&1 || [ -x "/usr/lib/qt5/bin/$program" ] ||
            echo "${pair%%:*}"
    done
}

# --- Python -----------------------------------------------------------------------------------

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

suitable() {
    case $(version_of "$1") in
        3.10 | 3.11 | 3.12 | 3.13) return 0 ;;
        *) return 1 ;;
    esac
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.10 python}; do
        if suitable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        found=$(version_of "$PYTHON") || found="not a Python that runs"
        say "PYTHON=$PYTHON is no Python 3.10, 3.11, 3.12 or 3.13 ($found)."
    else
        found=$(version_of python3) || found="not there"
        say "Bernoulli Lab needs Python 3.10, 3.11, 3.12 or 3.13; python3 here is $found."
        say "Install one of them, or name it: make $profile PYTHON=/path/to/python3.12"
    fi
    return 1
}

# Whether .venv is whole, of a suitable version, and of PYTHON's version if PYTHON is given.
venv_fits() {
    suitable "$venv_python" || return 1
    ls .venv/lib/python3*/site-packages/pip/__main__.py >/dev/null 2>&1 || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of "$venv_python")" ]
}

make_venv() {
    python=$(find_python) || exit 1
    say "Making .venv with Python $(version_of "$python")."
    rm -rf .venv
    if ! "$python" -c 'import ensurepip' 2>/dev/null && ! "$python" -m pip --version >/dev/null 2>&1; then
        package=python$(version_of "$python")-venv
        if may_install; then apt_install "$package" || true; fi
        "$python" -c 'import ensurepip' 2>/dev/null ||
            stop "This Python can neither make a virtual environment nor use pip." \
                "$package" $all_qt_packages $(missing_programs $needed_programs $wanted_programs)
    fi
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv .venv
    else
        # Debian keeps the part of venv that installs pip in a package of its own, python3-venv.
        # The system's pip can stand in for it, and that takes no administrator.
        "$python" -m venv --without-pip .venv
        site=$("$venv_python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
        PIP_REQUIRE_VIRTUALENV=0 "$python" -m pip install --quiet --target "$site" pip >&2
    fi
}

install_requirements() {
    wanted=$("$venv_python" -VV && cat requirements.txt "$requirements")
    stamp=.venv/installed-$requirements
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return; fi
    say "Installing $requirements into .venv."
    # Wheels alone: a machine that has none is told so at once, instead of compiling Qt and failing.
    if ! "$venv_python" -m pip install --quiet --only-binary :all: -r "$requirements" >&2; then
        say "The requirements could not be installed (pip's reason is above)."
        case $(uname -s)-$(uname -m) in
            Linux-x86_64 | Darwin-*) ;;
            Linux-*) say "PyQt5 is published for Linux on x86_64 only; this machine is $(uname -m)." ;;
        esac
        exit 1
    fi
    printf '%s\n' "$wanted" >"$stamp"
}

# --- the work ---------------------------------------------------------------------------------

venv_fits || make_venv
install_requirements

needed=$(
    if [ $libraries = yes ]; then packages_of_missing_libraries; fi
    missing_programs $needed_programs
)
wanted=$(missing_programs $wanted_programs)
needed=$(one_line $needed)
wanted=$(one_line $wanted)

if [ -n "$needed" ]; then
    may_install ||
        stop "Qt needs system packages that only an administrator can install here." $needed $wanted
    say "Installing system packages: $needed."
    apt_install $needed || stop "The system packages could not be installed." $needed $wanted
    still=$(one_line $(packages_of_missing_libraries))
    if [ $libraries = yes ] && [ -n "$still" ]; then stop "Qt still lacks $still." $still; fi
fi
if [ -n "$wanted" ]; then
    if may_install; then
        say "Installing system packages: $wanted."
        apt_install $wanted || say "They could not be installed; the tests that want them are skipped."
    else
        say "Not installed: $wanted. The tests that want a screen with a window manager are skipped."
    fi
fi
