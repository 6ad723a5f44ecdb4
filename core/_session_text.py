"""Values as text in a session file: equal values give the same text."""

import json
import re


def number_text(value: float) -> str:
    """A finite number, with all its digits."""
    return repr(float(value) + 0.0)  # −0 becomes 0, which it equals


def truth_text(value: bool) -> str:
    """True or false."""
    return "true" if value else "false"


def string_text(text: str) -> str:
    """A string; half a surrogate pair, which is no text, becomes U+FFFD."""
    return json.dumps(_without_surrogates(text), ensure_ascii=False)


def is_text(text: str) -> bool:
    """Whether a string is written as it is."""
    return text == _without_surrogates(text)


def _without_surrogates(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
