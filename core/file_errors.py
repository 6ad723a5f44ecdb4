"""Files that cannot be read: one error, with its reason as a field."""

MAX_FILE_BYTES = 2**32
"""The largest file that is read: 4 GiB."""

MAX_PIPE_BYTES = 2**26
"""The most that is read from a pipe, which is held in memory: 64 MiB."""

_WORDS = {
    "missing": "no such file: {path!r}",
    "directory": "{path!r} is a directory, not a file",
    "not_regular": "{path!r} is no file but a {detail}",
    "permission": "no permission to read {path!r}",
    "unreadable": "{path!r} cannot be read",
    "empty": "{path!r} holds no observations",
    "encoding": "{path!r} is not a text in UTF-8, UTF-16 or CP949",
    "too_large": "{path!r} is larger than {detail}",
    "too_many": "{path!r} holds more than {detail} observations",
    "session": "{path!r} is a session, not a file of observations",
    "table": "{path!r} is not a table that can be read: {detail}",
    "npy_damaged": "{path!r} is not an array that can be read: its header is damaged",
    "npy_type": "{path!r} holds {detail}; allowed are whole numbers and truth values",
    "npy_shape": "{path!r} holds an array of shape {detail}; allowed is a single row or column",
    "npy_truncated": "{path!r} ends before its array does",
}


class FileError(ValueError):
    """A file that cannot be read as observations.

    Attributes:
        path: the file.
        reason: why, one word:

            * "missing", "directory", "permission", "unreadable": what the system says;
            * "not_regular": neither a file nor a pipe; ``detail`` is "device" or "socket";
            * "empty": no observation; "encoding": no text in UTF-8, UTF-16 or CP949;
            * "too_large": larger than ``detail``, "4 GiB", or "64 MiB" for a pipe;
            * "too_many": more observations than ``detail``, their largest number;
            * "session": a session of this program, which something else reads;
            * "table": not a table; ``detail`` says in English why not;
            * "npy_damaged", "npy_truncated": the header, or the end, of a .npy file is not right;
            * "npy_type", "npy_shape": its ``detail`` is the dtype, or the shape, that it has.
        detail: what the reason is about, "" for most.
    """

    def __init__(self, path: str, reason: str, detail: str = "") -> None:
        """Keep the file and the reason, and put them into words."""
        self.path, self.reason, self.detail = path, reason, detail
        super().__init__(_WORDS[reason].format(path=path, detail=detail))
