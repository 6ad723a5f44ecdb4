"""What the guess lab says; before the guess is given, nothing that gives π̂ away."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core import bernoulli
from core.guessing import GRADES, Score, best_try, score
from core.lab_state import MOST_TRIES
from core.scientific import format_count, format_number, format_probability, is_exact_text
from gui.i18n import translate

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# Tries that differ are told apart, with so many digits at most.
FEWEST_DIGITS, MOST_DIGITS = 4, 12


def is_revealed(snapshot: Snapshot) -> bool:
    """Whether the guess has been given, and the curve may be seen."""
    given = snapshot.state.lab.committed is not None
    return given and snapshot.n > 0 and not snapshot.state.stage.hides("optimum")


def heights(snapshot: Snapshot) -> list[float]:
    """ℓ of each try, in the unit shown."""
    k, n = snapshot.k, snapshot.n
    return [snapshot.in_unit(bernoulli.log_likelihood(pi, k, n)) for pi in snapshot.state.lab.tries]


def height_texts(values: list[float]) -> list[str]:
    """The text of each ℓ: four digits, or as many as tell them apart."""
    different = len(set(values))
    for digits in range(FEWEST_DIGITS, MOST_DIGITS + 1):
        texts = [format_number(value, digits) for value in values]
        if len(set(texts)) == different:
            break
    return texts if values else []


def pi_text(pi: float) -> str:
    """π as a list shows it."""
    return format_probability(pi)


def _pi_equals(pi: float) -> str:
    return f"{'=' if is_exact_text(pi) else '≈'} {format_probability(pi)}"


def why_impossible(pi: float) -> str:
    """Why ℓ is −∞ at this π."""
    return (
        translate("Calculation", "a one was observed, yet π = 0")
        if pi == 0.0
        else translate("Calculation", "a zero was observed, yet π = 1")
    )


def message(snapshot: Snapshot, again: int | None = None) -> tuple[str, ...]:
    """How the game stands: in full, then shorter.

    Args:
        snapshot: the numbers.
        again: the place of the try that was just asked for a second time; None for none.
    """
    if not snapshot.n:
        return (translate("Guess", "No observations: every π is as good as any other."),)
    tries = snapshot.state.lab.tries
    if snapshot.state.lab.committed is not None:
        found = score(snapshot.state.lab.committed, snapshot.k, snapshot.n)
        shown = found is not None and is_revealed(snapshot)
        return verdict(found, snapshot) if shown and found else (_waiting(),)
    if again is not None:
        return (
            translate("Guess", "π {pi} has been tried: see no. {number}.").format(
                pi=_pi_equals(tries[again]), number=again + 1
            ),
            translate("Guess", "Tried: see no. {number}.").format(number=again + 1),
        )
    if len(tries) >= MOST_TRIES:
        return (
            translate("Guess", "{count} tries are plenty: now commit the π you trust most.").format(
                count=MOST_TRIES
            ),
            translate("Guess", "{count} tries: now commit.").format(count=MOST_TRIES),
        )
    if tries and math.isinf(heights(snapshot)[-1]):
        return (
            translate("Guess", "No. {number} makes the data impossible: {why}.").format(
                number=len(tries), why=why_impossible(tries[-1])
            ),
            translate("Guess", "No. {number} makes the data impossible.").format(number=len(tries)),
        )
    best = best_try(tries, snapshot.k, snapshot.n)
    if best is None:
        return (
            translate(
                "Guess", "Where is the top of the hidden curve? Click in the chart to try a π."
            ),
            translate("Guess", "Click in the chart to try a π."),
        )
    return (
        translate("Guess", "★ Best so far: π {pi} (no. {number}). Try on, or commit.").format(
            pi=_pi_equals(tries[best]), number=best + 1
        ),
        translate("Guess", "★ Best so far: π {pi}").format(pi=_pi_equals(tries[best])),
    )


def _waiting() -> str:
    return translate("Guess", "Your π̂ is given.")


def stars(found: Score) -> str:
    """The grade as four stars, some of them empty."""
    full = len(GRADES) - GRADES.index(found.grade)
    return "★" * full + "☆" * (len(GRADES) - full)


def verdict(found: Score, snapshot: Snapshot) -> tuple[str, ...]:
    """The grade in stars and words: in full, then shorter."""
    if math.isinf(found.lost):
        words = (
            translate("Guess", "Impossible: {why}.").format(why=why_impossible(found.guess)),
            translate("Guess", "Impossible."),
        )
    else:
        full, short = {
            "exact": (
                translate("Guess", "Spot on: this is the top."),
                translate("Guess", "Spot on."),
            ),
            "close": (
                translate("Guess", "Close: the data can hardly tell your π̂ from the top."),
                translate("Guess", "Close."),
            ),
            "near": (
                translate("Guess", "Not far: the data still leave room for your π̂."),
                translate("Guess", "Not far."),
            ),
            "far": (
                translate("Guess", "Far off: n = {n} observations speak against it."),
                translate("Guess", "Far off."),
            ),
        }[found.grade]
        words = full.format(n=format_count(snapshot.n)), short
    return tuple(f"{stars(found)}  {text}" for text in words)


def details(snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """The score in numbers, a line each, in full and then shorter; () before it is to be seen."""
    committed = snapshot.state.lab.committed
    if committed is None or not is_revealed(snapshot):
        return ()
    found = score(committed, snapshot.k, snapshot.n)
    if found is None:
        return ()
    forms = (
        translate(
            "Guess", "Yours: {guess}. The top: π̂ {best}. Distance {distance}, tries: {tries}."
        ),
        translate("Guess", "{guess}, top π̂ {best}, tries: {tries}"),
    )
    first = tuple(
        form.format(
            guess=format_probability(found.guess),
            best=_pi_equals(found.best),
            distance=_distance(found.distance),
            tries=len(snapshot.state.lab.tries),
        )
        for form in forms
    )
    return first, _lost(found)


def _distance(distance: float) -> str:
    # A difference of two decimals: 0.7 − 0.65 is 0.05, not 0.04999….
    return format_probability(float(f"{distance:.4g}"))


def _lost(found: Score) -> tuple[str, ...]:
    if found.lost == 0.0:
        return (
            translate("Guess", "ℓ lost: 0 nats. No π makes the data more likely."),
            translate("Guess", "ℓ lost: 0 nats."),
        )
    if math.isinf(found.lost):
        return (
            translate("Guess", "ℓ lost: ∞ nats. Your π̂ makes the data impossible."),
            translate("Guess", "ℓ lost: ∞ nats."),
        )
    # Beyond this the digits of the exponent are all that can be said.
    tiny = found.ratio < 1e-6
    forms = (
        (
            translate(
                "Guess",
                "ℓ lost: n·KL ≈ {lost} nats. "
                "Your π̂ makes the data exp(−{lost}) times as likely as the top does.",
            ),
            translate("Guess", "ℓ lost ≈ {lost} nats"),
        )
        if tiny
        else (
            translate(
                "Guess",
                "ℓ lost: n·KL ≈ {lost} nats. "
                "Your π̂ makes the data exp(−{lost}) ≈ {ratio} times as likely as the top does.",
            ),
            translate("Guess", "ℓ lost ≈ {lost} nats: {ratio} times as likely"),
        )
    )
    lost, ratio = format_number(found.lost, 4), "" if tiny else format_number(found.ratio, 3)
    return tuple(form.format(lost=lost, ratio=ratio) for form in forms)


def list_texts(snapshot: Snapshot) -> list[str]:
    """A line for each try: its number, π and ℓ."""
    pairs = zip(snapshot.state.lab.tries, height_texts(heights(snapshot)), strict=True)
    return [
        translate("Guess", "{number}.  π {pi}   ℓ {height}").format(
            number=i, pi=pi_text(pi), height=height
        )
        for i, (pi, height) in enumerate(pairs, start=1)
    ]


def summary(snapshot: Snapshot) -> str:
    """The picture in one or two sentences."""
    if not snapshot.n:
        return message(snapshot)[0]
    if is_revealed(snapshot):
        return " ".join((message(snapshot)[0], *(forms[0] for forms in details(snapshot))))
    hidden = translate(
        "Guess", "The log-likelihood of n = {n} observations; its curve is hidden. Tries: {tries}."
    ).format(n=format_count(snapshot.n), tries=len(snapshot.state.lab.tries))
    return f"{hidden} {message(snapshot)[0]}"
