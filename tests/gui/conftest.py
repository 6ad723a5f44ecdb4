"""What several tests of sessions need: windows that may go without a question, and a file."""

import pytest

from gui.autosave import ENDING
from tests.helpers import boxes, settle


@pytest.fixture
def begin(start):
    """Start windows; after the test they go without a question."""
    windows = []

    def begin(*arguments):
        windows.append(start("--lang", "en", "--theme", "light", *arguments))
        settle()
        return windows[-1]

    yield begin
    for box in boxes():
        box.reject()
    for window in windows:
        window._may_close = True


@pytest.fixture
def file(tmp_path):
    """A session's file that is not there yet."""
    return tmp_path / f"work{ENDING}"
