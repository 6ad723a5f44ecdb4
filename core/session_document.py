"""What a session file holds, how large it may be, and how it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core import _arguments
from core.state import State

if TYPE_CHECKING:
    from core.model_state import ModelLook, ModelState

FORMAT = "bernoulli-lab-session"
VERSION = 1
"""The version that is written, and the newest that is read.

It grows when a program that does not know what is new would misread the file. What was added since
the first, the labs, the class, the lesson and the model, are keys that such a program does not look
at: it opens the observations, and all else is as if it had not been there. Only where both these
and very many examples are packed it refuses, because it finds more text than it reads.
"""
VIEWS = ("explore", "lessons", "model")
PANELS = ("all", "likelihood", "log-likelihood", "bce")

MAX_SESSION_BYTES = 256 * 2**20
"""The largest session that is read: 256 MiB, half as much again as the longest sequence takes."""

MAX_TEXT_BYTES = 2 * 2**20
"""The most of it that is not packed bits: what becomes Python objects, many times as large."""


class SessionError(ValueError):
    """Bytes that are no session.

    Attributes:
        reason: why, one word:

            * "empty": there is nothing;
            * "not_json", "truncated": no JSON, or one that ends too early, at ``line`` and
              ``column``, both from 1;
            * "not_session": JSON of something else;
            * "newer": its ``version`` is beyond this program's;
            * "field": ``field`` is ``found``, shortened, or "missing", or "given twice" (at
              ``line`` and ``column``); ``allowed`` says in English what it may be;
            * "size": larger than what is read, or written;
            * "damaged": ``field``, one of n, k and bits, does not agree with the observations; or,
              with "model." before it, with the examples.
        line: 0 where there is no place.
        column: 0 where there is no place.
        version: 0 unless newer.
        field: "" where it is not about one.
        found: "" where it is not about a field.
        allowed: "" where it is not about a field.
    """

    def __init__(
        self,
        reason: str,
        place: tuple[int, int] = (0, 0),
        *,
        version: int = 0,
        field: str = "",
        found: str = "",
        allowed: str = "",
    ) -> None:
        """Keep the reason and what it is about, and put them into words."""
        self.reason = reason
        self.line, self.column = place
        self.version = version
        self.field, self.found, self.allowed = field, found, allowed
        where = f"line {self.line}, column {self.column}"
        data = "examples" if field.startswith("model.") else "observations"
        super().__init__(
            {
                "empty": "the session is empty",
                "not_json": f"{where}: this is not JSON",
                "truncated": f"{where}: the session ends too early, a part of it is missing",
                "not_session": "this is JSON, but not a session of Bernoulli Lab",
                "newer": (
                    f"the session has version {version}; this program reads version {VERSION}"
                ),
                "field": f"{field} must be {allowed}, but is {found}",
                "size": (
                    f"a session has at most {MAX_SESSION_BYTES // 2**20} MiB, and "
                    f"{MAX_TEXT_BYTES // 2**20} MiB without packed bits"
                ),
                "damaged": f"the session is damaged: {field} does not agree with the {data}",
            }[reason]
        )


@dataclass(frozen=True)
class SessionDocument:
    """What a session file holds.

    Attributes:
        state: the state of the user's own observations.
        view: what the window shows: "explore", "lessons" or "model".
        panel: the plots shown: "all", "likelihood", "log-likelihood" or "bce".
        lesson: the lesson and its step, as in "mle:3"; "" for none.
        file: in an autosave the path of the file that the work belongs to; "" for none.
        saved_at: in an autosave when it was written, an ISO time; "" elsewhere.
        model: the state of the Model view; None if it was never opened.
        model_look: how that view is looked at; None where `model` is.
    """

    state: State
    view: str = "explore"
    panel: str = "all"
    lesson: str = ""
    file: str = ""
    saved_at: str = ""
    model: ModelState | None = None
    model_look: ModelLook | None = None

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if not isinstance(self.state, State):
            raise ValueError(f"state must be a State, got {_arguments.shown(self.state)}")
        for name, allowed in (("view", VIEWS), ("panel", PANELS)):
            value = getattr(self, name)
            if value not in allowed:
                raise ValueError(
                    f"{name} must be one of {', '.join(allowed)}, got {_arguments.shown(value)}"
                )
        for name in ("lesson", "file", "saved_at"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise ValueError(f"{name} must be a string, got {_arguments.shown(value)}")
        if self.model is not None or self.model_look is not None:
            self._check_model()

    def _check_model(self) -> None:
        # Who has no model need not wait for it.
        from core.model_state import ModelLook, ModelState

        for name, kind in (("model", ModelState), ("model_look", ModelLook)):
            value = getattr(self, name)
            if not isinstance(value, kind):
                raise ValueError(
                    f"{name} must be a {kind.__name__} where there is a model, "
                    f"got {_arguments.shown(value)}"
                )


def check_size(count: int) -> None:
    """Refuse a session of so many bytes before it is read.

    Raises:
        SessionError: "size", if that is more than `MAX_SESSION_BYTES`.
    """
    if count > MAX_SESSION_BYTES:
        raise SessionError("size")
