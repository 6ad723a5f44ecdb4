"""What `make bench` runs: the program, its peers and its floors, side by side in one run.

- `run.py` runs everything and prints one table.
- `frames.py` times frames of a window; `bernoulli_lab.py`, `bare_painter.py` and
  `matplotlib_peer.py` are the windows, each in a process of its own (`window_child.py`).
- `startup.py` times processes from their start to their first painted frame
  (`startup_child.py`).
- `exports.py` times whole commands that write figures.
- `curves.py` times the core.
- `screen.py` lends out X servers, `table.py` lays out the figures.
"""
