"""What people write for numbers, read by this program or not: 1.234,5, 5 %, ₩500, 2020-01-01."""

from __future__ import annotations

import re
import unicodedata

_NO_NUMBERS = frozenset(("nan", "inf", "infinity"))
_EXPONENT = re.compile(r"(?<=[0-9.,])\s*(?:e\s*(?=[+\-\N{MINUS SIGN}]?[0-9])|x\s*(?=10))")
_CODE = "krw|usd|eur|gbp|jpy|cny|chf|원|₩"
_UNIT = re.compile(rf"^(?:{_CODE})|(?<=[0-9.,\s])(?:[천만억조]+원?|{_CODE}|°\s*[cf])$")
_APART = "[.,' \N{RIGHT SINGLE QUOTATION MARK}]"
_OTHER = re.compile(
    rf"[+-]?(?:[0-9]{{1,3}}(?:{_APART}[0-9]{{3}})+|[0-9]+|(?=[.,]))(?:[.,][0-9]*)?(?:e[+-]?[0-9]+)?"
)


def looks_like_number(text: str) -> bool:
    """Whether digits and signs are all that there is, beside exponents and what money is called.

    Dates, times, ranges and fractions are among that, and what programs write for no number. Words
    with digits in them are not: A1, 3rd, 2반.
    """
    plain = _plain(text)
    if plain.lstrip("+-") in _NO_NUMBERS:
        return True
    bare = _UNIT.sub("", _EXPONENT.sub("", plain))
    return any(map(str.isdigit, bare)) and not any(map(str.isalpha, bare))


def is_number_elsewhere(text: str) -> bool:
    """Whether it is a number as it is written somewhere: with thousands parted, %, a currency."""
    bare = _UNIT.sub("", _plain(text))
    bare = "".join(c for c in bare if c not in "%‰°" and unicodedata.category(c) != "Sc").strip()
    return any(map(str.isdigit, bare)) and _OTHER.fullmatch(bare) is not None


def _plain(text: str) -> str:
    """Full-width digits, ½ and ³ as plain ones, any blank as a blank, any minus as a hyphen."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    return re.sub("[\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}]", "-", plain)
