#!/bin/sh
# Starts the program with the arguments given. On a machine without a display it draws the window
# to a picture file instead, and says so.
set -eu
cd "$(dirname "$0")/.."
picture=bernoulli-lab.png

# Arguments with which the program opens no window.
windowless=no
for argument in "$@"; do
    case $argument in
        --json | --export | --export=* | --version | --help | -h) windowless=yes ;;
    esac
done

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ $windowless = no ]; then
    .venv/bin/python main.py --preset screen --export "$picture" "$@"
    echo "No display here: the window's picture is in $picture."
else
    exec .venv/bin/python main.py "$@"
fi
