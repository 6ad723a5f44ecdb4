"""A session as a file: JSON that people can read, in one version, checked before it is believed.

What it holds is in `core.session_document`; `core.session_writing` writes it, with the model's part
in `core.session_model`, and `core.session_reading` reads it. All that others need is here.
"""

from core.session_document import (
    FORMAT,
    MAX_SESSION_BYTES,
    MAX_TEXT_BYTES,
    PANELS,
    VERSION,
    VIEWS,
    SessionDocument,
    SessionError,
    check_size,
)
from core.session_reading import read_session, read_session_file
from core.session_writing import write_session

__all__ = [
    "FORMAT",
    "MAX_SESSION_BYTES",
    "MAX_TEXT_BYTES",
    "PANELS",
    "VERSION",
    "VIEWS",
    "SessionDocument",
    "SessionError",
    "check_size",
    "read_session",
    "read_session_file",
    "write_session",
]
