"""What Qt is to delete stays Python's, too, until it has been."""

import gc
import weakref

import pytest
from PyQt5.QtCore import QCoreApplication, QEvent
from PyQt5.QtWidgets import QWidget

from gui import deleting
from gui.deleting import delete_later

pytestmark = pytest.mark.usefixtures("qapp")


class Leaving(QWidget):
    """Like most of what leaves, it is part of a cycle, and has events of its own."""

    def __init__(self, parent):
        super().__init__(parent)
        self.itself = self
        self.heard = []

    def event(self, event):
        self.heard.append(event.type())
        return super().event(event)


@pytest.fixture
def parent():
    made = QWidget()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)


def test_it_is_held_until_it_is_deleted(parent):
    leaving = Leaving(parent)
    known = weakref.ref(leaving)
    delete_later(leaving)
    del leaving
    gc.collect()
    assert known() is not None
    assert parent.children() == [known()]
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    assert parent.children() == []
    assert not deleting._leaving
    gc.collect()
    assert known() is None


def test_it_may_be_asked_for_twice(parent):
    leaving = Leaving(parent)
    delete_later(leaving)
    delete_later(leaving)
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    assert parent.children() == []


def test_what_is_deleted_with_its_parent_is_let_go():
    parent = QWidget()
    known = weakref.ref(Leaving(parent))
    delete_later(known())
    delete_later(parent)
    del parent
    QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    gc.collect()
    assert known() is None
