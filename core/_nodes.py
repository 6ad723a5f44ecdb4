"""Examples made ready for many looks at their mean loss: sorted, merged, in bins where many.

The mean of the losses at z = w·x + b parts into what is piecewise linear and what dies away,
softplus(t) = max(t, 0) + log(1 + e^{−|t|}), and neither takes a difference of large numbers:

- The first is that of the examples on the wrong side alone. Sorted, these are all up to a place or
  all from a place on, and their mean logit is that of their mean x: a search and one product,
  however many examples there are.
- The second is the same for both classes, and Σ log(1 + tᵢ) is the logarithm of one product. It is
  kept less 1, (1 + p)(1 + q) = 1 + (p + q + pq), so that small losses keep their digits; and on a
  grid e^{w·x + b} is e^{w·x}·e^b, so that exponentials are rare.

Up to `EXACT` examples nothing else is done. More are put into bins, each in place of a run of 2ⁱ
examples of one class that are neighbours: two points of equal weight, with their mean and their
variance. Its loss differs from theirs by terms of the third order in the bin's width in logits, in
which neighbours are nearly even: a few 1e-7 of the whole in the usual part of a landscape.

Far from 0, w·x and b nearly cancel wherever it is worth looking. So x is replaced by t = x − centre
and b by v = b + w·centre, rounded once, whenever all those differences are floats: z = w·t + v.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import _double_double as dd
from core.progress import Progress, nobody

if TYPE_CHECKING:
    from core.labelled import Labelled

FloatArray = NDArray[np.float64]

EXACT = 4096
"""So many examples count each for itself."""
HIGHEST = 1e300
"""A larger loss is this."""

_FINEST = 1 / 128  # a bin's width, as a share of the scale of x or of the distance from the middle
_CELLS = 2048  # so many places of a grid at a time, and so many examples: all stays in the cache
_FACTORS = 8
_MOST_FACTORS = 900  # each of at most 2, so that their product is a float64
_SPAN = 600.0  # of b in one go: e^{±300}, so that e^{w·x} may be e^{±400} still
_LARGEST_EXPONENT = 700.0
_ROUNDS = 60
_CENTRED = 1e280  # products up to it, and the parts of them, are float64s


@dataclass(frozen=True, eq=False)
class _Side:
    """One class: its points in rising order, and what they are up to each place and from it on.

    Attributes:
        sign: 1 for ones, whose loss falls with the logit; −1 for zeros.
        x: the points, (m,).
        share: their weights, as shares of all examples, (m,).
        before, before_mean: the share and the mean of the first i points, (m + 1,).
        after, after_mean: those of the others.
    """

    sign: float
    x: FloatArray
    share: FloatArray
    before: FloatArray
    before_mean: FloatArray
    after: FloatArray
    after_mean: FloatArray

    def wrong(self, w: FloatArray, b: FloatArray) -> FloatArray:
        """Σ share·max(−sign·z, 0), what is linear of the loss."""
        if not self.x.size:
            return np.zeros(np.broadcast_shapes(w.shape, b.shape))
        w, b = self.sign * w, self.sign * b
        at = np.where(w == 0.0, -np.inf, -b / w)
        i = np.searchsorted(self.x, at)
        rising = w > 0.0
        share = np.where(rising, self.before[i], self.after[i])
        z = w * np.where(rising, self.before_mean[i], self.after_mean[i]) + b
        return np.asarray(share * np.clip(-z, 0.0, HIGHEST))


class Nodes:
    """The examples as points with weights.

    Attributes:
        n: the number of examples.
        centre: what has been taken from x; 0 where that would not be exact.
        zeros, ones: the two classes, in x − centre, as all is in here.
        tails: (x, share): points of both classes that share one weight, by weight.

    Args:
        data: the examples.
        centred: whether a centre other than 0 is allowed.
    """

    def __init__(self, data: Labelled, *, centred: bool = True) -> None:
        self.n = data.n
        self.centre = _centre(data.x) if centred else 0.0
        given = data.x - self.centre
        many = data.n > EXACT
        ones = data.y == 1
        width = _width(given) if many else None
        weights: dict[int, list[FloatArray]] = {}
        sides = []
        for sign, x in ((-1.0, np.sort(given[~ones])), (1.0, np.sort(given[ones]))):
            runs = _runs(x, width)
            for weight, points in runs:
                weights.setdefault(weight, []).append(points)
            sides.append(_side(sign, runs, self.n))
        self.zeros, self.ones = sides
        self.tails = [(np.concatenate(weights[c]), c / self.n) for c in sorted(weights)]

    @property
    def size(self) -> int:
        """The number of points."""
        return self.zeros.x.size + self.ones.x.size

    def reaches(self, *w: float) -> bool:
        """Whether b + w·centre is a float64 for all these w, and can be reckoned."""
        farthest = max(map(abs, w), default=0.0)
        return self.centre == 0.0 or farthest <= _CENTRED / max(1.0, abs(self.centre))

    def _offset(self, w: FloatArray, b: FloatArray) -> FloatArray:
        """v = b + w·centre, rounded once."""
        if self.centre == 0.0:
            return b
        product, low = dd.two_prod(w, self.centre)
        total, rest = dd.two_sum(product, b)
        return np.asarray(total + (rest + low))

    def along(self, w: FloatArray, b: FloatArray) -> FloatArray:
        """The mean loss at places (w[i], b[i])."""
        return self._along(w, self._offset(w, b))

    def _along(self, w: FloatArray, v: FloatArray) -> FloatArray:
        with np.errstate(all="ignore"):
            loss = self.zeros.wrong(w, v) + self.ones.wrong(w, v)
            for x, share in self.tails:
                some = _at_once(w.size)
                total = _LogProduct(w.shape)
                for start in range(0, x.size, some):
                    z = x[start : start + some, None] * w + v
                    total.take(np.exp(-np.abs(z, out=z), out=z))
                loss += share * total.log()
        return loss

    def grid(self, w: FloatArray, b: FloatArray, progress: Progress = nobody) -> FloatArray:
        """The mean loss at all (w[j], b[i]), (rows, columns); both evenly spaced."""
        loss = np.empty((b.size, w.size))
        with np.errstate(all="ignore"):
            rows = int(min(b.size, max(1.0, _SPAN / (b[-1] / b.size - b[0] / b.size))))
            columns = max(1, _CELLS // rows)
            for top in range(0, b.size, rows):
                some_b = b[top : top + rows]
                for left in range(0, w.size, columns):
                    some_w = w[left : left + columns]
                    part = self._block(some_w, some_b)
                    loss[top : top + rows, left : left + columns] = part.T
                    done = top * w.size + some_b.size * (left + some_w.size)
                    progress(done / loss.size)
        return loss

    def _block(self, w: FloatArray, b: FloatArray) -> FloatArray:
        """The mean loss at all (w[i], b[j]), (columns, rows), b no wider than `_SPAN`."""
        v = self._offset(w[:, None], b)
        loss = self.zeros.wrong(w[:, None], v) + self.ones.wrong(w[:, None], v)
        middle = b[0] / 2 + b[-1] / 2
        up = np.exp(b - middle)
        offset = self._offset(w, middle)
        down = 1.0 / up
        reach = _LARGEST_EXPONENT - _SPAN / 2
        for x, share in self.tails:
            total = _LogProduct(loss.shape)
            some = _at_once(loss.size)
            for start in range(0, x.size, some):
                z = x[start : start + some, None] * w + offset
                e = np.exp(np.clip(z, -reach, reach, out=z))[:, :, None]
                t = e * up
                total.take(np.minimum(t, (1.0 / e) * down, out=t))
            loss += share * total.log()
        return loss

    def _slopes(self, w: float, v: float, w_unit: float, v_unit: float) -> tuple[float, ...]:
        """Both slopes of the mean loss and its three curvatures, ww, wv, vv, in such units."""
        g_w = g_v = h_ww = h_wv = h_vv = 0.0
        for side in (self.zeros, self.ones):
            far = np.exp(-np.abs(z := side.sign * (side.x * w + v)))
            residual = -side.sign * side.share * np.where(z < 0.0, 1.0, far) / (1.0 + far)
            bend = side.share * far / (1.0 + far) ** 2
            x = side.x * w_unit
            g_w += float(residual @ x)
            g_v += float(residual.sum()) * v_unit
            h_ww += float((bend * x) @ x)
            h_wv += float(bend @ x) * v_unit
            h_vv += float(bend.sum()) * v_unit * v_unit
        return g_w, g_v, h_ww, h_wv, h_vv

    def minimum(self) -> tuple[float, float, float] | None:
        """The w and b of the least mean loss, and that loss; None where it is not found.

        Newton's method from the best that w = 0 allows, each step halved until the loss falls.
        Where there is no minimum, it runs off; where scales differ much, it may not arrive.
        """
        if not (self.zeros.x.size and self.ones.x.size):
            return None
        unit = min(1.0 / (max(float(np.abs(x).max()) for x, _ in self.tails) or 1.0), HIGHEST)
        w, v = 0.0, math.log(self.ones.before[-1] / self.zeros.before[-1])
        with np.errstate(all="ignore"):
            loss = self._at(w, v)
            for _ in range(_ROUNDS):
                g_w, g_v, h_ww, h_wv, h_vv = self._slopes(w, v, unit, 1.0)
                size = h_ww * h_vv - h_wv * h_wv
                if not size > 1e-14 * h_ww * h_vv:
                    return None
                dw, dv = (h_wv * g_v - h_vv * g_w) / size, (h_wv * g_w - h_ww * g_v) / size
                if -(g_w * dw + g_v * dv) <= 1e-14 * loss:
                    return w, v - w * self.centre, loss
                step = 1.0
                below = self._at(w + dw * unit, v + dv)
                while below > loss and step > 1e-6:
                    step /= 2
                    below = self._at(w + step * dw * unit, v + step * dv)
                w, v, loss = w + step * dw * unit, v + step * dv, below
        return None

    def _at(self, w: float, v: float) -> float:
        return float(self._along(np.array([w]), np.array([v]))[0])

    def least_between(
        self, begin: tuple[float, float], end: tuple[float, float]
    ) -> tuple[float, float]:
        """Where the mean loss is least on the way from one (w, b) to another, and that loss.

        Where is said as a share of the way. The slope rises all the way: Newton's method, held in
        an interval.
        """
        (w, b), dw, db = begin, _way(begin[0], end[0]), _way(begin[1], end[1])
        dv = float(self._offset(np.float64(dw), np.float64(db)))

        def offset(t: float) -> float:
            return float(self._offset(np.float64(w + t * dw), np.float64(b + t * db)))

        def slope(t: float) -> tuple[float, float]:
            g_w, g_v, h_ww, h_wv, h_vv = self._slopes(w + t * dw, offset(t), dw, dv)
            return g_w + g_v, h_ww + 2.0 * h_wv + h_vv

        with np.errstate(all="ignore"):
            low, high, t = 0.0, 1.0, 0.5
            if slope(low)[0] >= 0.0:
                t = high = low
            elif slope(high)[0] <= 0.0:
                t = low = high
            before = 1.0
            while before > 1e-14 and low < high:
                rise, bend = slope(t)
                low, high = (t, high) if rise < 0.0 else (low, t)
                # Far off, where the slope dies away exponentially, Newton's steps are too short.
                newton = t - rise / bend if abs(rise) < 0.5 * before * bend else math.nan
                to = newton if low <= newton <= high else (low + high) / 2
                before, t = abs(to - t), to
            return t, self._at(w + t * dw, offset(t))


class _LogProduct:
    """Σ log(1 + t), element by element, of many t in [0, 1]."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._less_one = np.zeros(shape)
        self._log = np.zeros(shape)
        self._factors = 0

    def take(self, t: FloatArray) -> None:
        """Multiply with all 1 + t[i]; t is used up."""
        if self._factors + len(t) > _MOST_FACTORS:
            self._close()
        self._factors += len(t)
        while len(t) > 1:
            half = len(t) // 2
            one, other = t[:half], t[half : 2 * half]
            both = one * other
            both += one
            both += other
            if len(t) % 2:
                _multiply(both[0], t[-1])
            t = both
        _multiply(self._less_one, t[0])

    def _close(self) -> None:
        self._log += np.log1p(self._less_one)
        self._less_one[...] = 0.0
        self._factors = 0

    def log(self) -> FloatArray:
        """The sum."""
        self._close()
        return self._log


def _way(begin: float, end: float) -> float:
    """How far it is, where that is a float64."""
    return min(max(end - begin, -HIGHEST), HIGHEST)


def _at_once(cells: int) -> int:
    """How many examples are taken at a time, at so many places."""
    return min(_MOST_FACTORS, max(1, _CELLS * _FACTORS // max(1, cells)))


def _multiply(into: FloatArray, other: FloatArray) -> None:
    """Make (1 + into)(1 + other) − 1 of ``into``."""
    both = into * other
    into += other
    into += both


def _centre(x: FloatArray) -> float:
    """One of the middle ones of x, if its difference from each x is a float64; else 0."""
    centre = float(np.partition(x, x.size // 2)[x.size // 2]) if x.size else 0.0
    rest = dd.two_sum(x, -centre)[1]
    return 0.0 if rest.any() else centre


def _width(x: FloatArray) -> tuple[float, float]:
    """The middle of x, and its scale: what most of it lies within."""
    low, middle, high = np.quantile(x, (0.16, 0.5, 0.84))
    scale = float(high - low) / 2 or float(np.ptp(x))
    return float(middle), scale


def _runs(x: FloatArray, width: tuple[float, float] | None) -> list[tuple[int, FloatArray]]:
    """Rising x in runs of neighbours, the longest that are narrow enough: (weight, points).

    Runs are of 2ⁱ examples, so that few weights occur. One of equal x is a point of weight 2ⁱ; any
    other, where ``width`` allows it, two points of half the weight.
    """
    if width is None and bool((x[1:] > x[:-1]).all()):
        return [(1, x)] if x.size else []
    runs: dict[int, list[FloatArray]] = {}
    pending = np.empty(0, dtype=np.intp)
    for i in range(x.size.bit_length() - 1, -1, -1):
        size = 1 << i
        halves = np.concatenate((pending, pending + size))
        if x.size & size:
            # What is left over when the longer runs are cut off, from the left.
            halves = np.append(halves, x.size >> (i + 1) << (i + 1))
        first, last = x[halves], x[halves + (size - 1)]
        equal = first == last
        narrow = equal
        if width is not None:
            middle, scale = width
            away = np.maximum(np.abs(first / 2 + last / 2 - middle), scale)
            narrow = last - first <= _FINEST * away
        runs.setdefault(size, []).append(first[equal])
        wide = halves[narrow & ~equal]
        if wide.size:
            some = x[wide[:, None] + np.arange(size)]
            mean = some.mean(axis=1)
            deviation = some.std(axis=1)
            runs.setdefault(size // 2, []).extend((mean - deviation, mean + deviation))
        pending = halves[~narrow]
    made = ((weight, np.concatenate(points)) for weight, points in runs.items())
    return [(weight, points) for weight, points in made if points.size]


def _side(sign: float, runs: list[tuple[int, FloatArray]], n: int) -> _Side:
    none = [np.empty(0)]
    x = np.concatenate([points for _, points in runs] or none)
    share = np.concatenate([np.full(points.size, size / n) for size, points in runs] or none)
    order = np.argsort(x, kind="stable")
    x, share = x[order], share[order]
    before, before_mean = _up_to(x, share)
    after, after_mean = _up_to(x[::-1], share[::-1])
    return _Side(sign, x, share, before, before_mean, after[::-1], after_mean[::-1])


def _up_to(x: FloatArray, share: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The share and the mean of the first i points, i = 0 … m; the mean of none is 0."""
    centre = x[x.size // 2] if x.size else 0.0
    total = np.concatenate(([0.0], np.cumsum(share)))
    moment = np.concatenate(([0.0], np.cumsum(share * (x - centre))))
    mean = np.zeros(total.size)
    mean[1:] = centre + moment[1:] / total[1:]
    return total, mean
