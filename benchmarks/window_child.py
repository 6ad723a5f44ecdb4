"""A process with one window, which times the frames that its parent asks for.

    python -m benchmarks.window_child bernoulli_lab|bare_painter|matplotlib_peer|…:what

Each line on stdin is a JSON list: "drag" or "edit", then the positions or indices. The answer is
one line on stdout, the JSON list of the frames' seconds; the first line, after the window has been
painted, is an empty list.
"""

from __future__ import annotations

import importlib
import json
import sys
from functools import partial

from benchmarks.frames import FrameClock


def main() -> None:
    """Open the window, say so, and answer until stdin ends."""
    name, _, what = sys.argv[1].partition(":")
    app, subject = importlib.import_module(f"benchmarks.{name}").open_window(*filter(None, [what]))
    clock = FrameClock(app, subject)
    clock.frame(subject.root.update)
    print("[]")
    for line in sys.stdin:
        verb, *values = json.loads(line)
        change = getattr(subject, verb)
        times = [clock.frame(partial(change, value)) for value in values]
        print(json.dumps(times))


if __name__ == "__main__":
    main()
