"""The one way in which something of Qt's is deleted while the program goes on."""

from __future__ import annotations

from functools import partial

from PyQt5.QtCore import QObject

_leaving: dict[int, QObject] = {}


def delete_later(thing: QObject) -> None:
    """Have Qt delete something when it comes round to it, and hold it until then.

    `QObject.deleteLater` alone takes the Python object from its parent at once, and so may leave it
    to the collector; which ends the program if it comes by in the middle of one of the events that
    Qt still has for it.
    """
    key = id(thing)
    _leaving[key] = thing
    thing.destroyed.connect(partial(_let_go, key))
    thing.deleteLater()


def _let_go(key: int, *_thing: object) -> None:
    _leaving.pop(key, None)
