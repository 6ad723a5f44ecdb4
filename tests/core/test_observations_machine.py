"""Any order of edits, in chunks of a few bits: always what they do to a list of numbers."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core import _bit_chunks
from core.observations import Observations

bits = st.lists(st.integers(0, 1), max_size=20)
share = st.floats(0, 1)
LONGEST = 150


class Edits(RuleBasedStateMachine):
    """One value and its list, and those that were before."""

    def __init__(self):
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.made, self.values = Observations(), []
        self.kept = []

    @initialize(chunk=st.integers(1, 24), values=bits)
    def start(self, chunk, values):
        self.patch.setattr(_bit_chunks, "CHUNK", chunk)
        self.made, self.values = Observations(values), values

    def teardown(self):
        for made, values in self.kept:
            assert made.values.tolist() == values
        self.patch.undo()

    def become(self, made, values):
        """Keep what was, to see at the end that it is the same still."""
        self.kept.append((self.made, self.values))
        if len(values) <= LONGEST:
            self.made, self.values = made, values
        else:
            assert made.values.tolist() == values

    def place(self, share):
        return round(share * len(self.values))

    @rule(at=share)
    def toggle(self, at):
        i = self.place(at)
        if i < len(self.values):
            values = [*self.values[:i], 1 - self.values[i], *self.values[i + 1 :]]
            self.become(self.made.toggle(i), values)

    @rule(at=share, more=bits)
    def insert(self, at, more):
        i = self.place(at)
        self.become(self.made.insert(i, more), self.values[:i] + more + self.values[i:])

    @rule(at=share, which=share)
    def insert_what_was(self, at, which):
        if self.kept:
            other, more = self.kept[round(which * (len(self.kept) - 1))]
            i = self.place(at)
            self.become(self.made.insert(i, other), self.values[:i] + more + self.values[i:])

    @rule(more=bits)
    def append(self, more):
        self.become(self.made.append(more), self.values + more)

    @rule(ends=st.tuples(share, share))
    def delete(self, ends):
        i, j = map(self.place, sorted(ends))
        self.become(self.made.delete(i, j), self.values[:i] + self.values[j:])

    @rule(ends=st.tuples(share, share))
    def slice(self, ends):
        i, j = map(self.place, sorted(ends))
        self.become(self.made.slice(i, j), self.values[i:j])

    @rule(ends=st.tuples(share, share))
    def invert_a_part(self, ends):
        i, j = map(self.place, sorted(ends))
        inverted = [1 - value for value in self.values[i:j]]
        self.become(self.made.invert(i, j), self.values[:i] + inverted + self.values[j:])

    @rule()
    def invert(self):
        self.become(self.made.invert(), [1 - value for value in self.values])

    @rule()
    def reverse(self):
        self.become(self.made.reverse(), self.values[::-1])

    @rule(times=st.integers(1, 9))
    def repeat(self, times):
        self.become(self.made.repeat(times), self.values * times)

    @rule(seed=st.integers(0, 9))
    def shuffle(self, seed):
        shuffled = self.made.shuffle(seed)
        assert (shuffled.n, shuffled.k) == (len(self.values), sum(self.values))
        self.become(shuffled, shuffled.values.tolist())

    @invariant()
    def the_same_as_the_list(self):
        made, values = self.made, self.values
        assert (made.n, made.k) == (len(values), sum(values))
        assert made.values.tolist() == values
        assert made == Observations(values)
        packed = np.packbits(np.array(values, np.uint8)).tobytes()
        assert b"".join(made.packed_blocks(16)) == packed
        if values:
            middle = len(values) // 2
            assert made[middle] == values[middle]
            assert made.read(middle // 2, middle).tolist() == values[middle // 2 : middle]

    @invariant()
    def chunks_are_as_they_should_be(self):
        stored = self.made._bits
        chunks = stored.chunks
        assert (sum(c.n for c in chunks), sum(c.k for c in chunks)) == (stored.n, stored.k)
        assert list(stored._ends) == np.cumsum([c.n for c in chunks]).tolist()
        for chunk in chunks:
            assert 0 < chunk.n <= _bit_chunks.CHUNK
            assert len(chunk.data) == (chunk.n + 7) // 8
            digits = "".join(f"{byte:08b}" for byte in chunk.data)
            assert digits.count("1") == digits[: chunk.n].count("1") == chunk.k
        for first, second in pairwise(chunks):
            assert first.n + second.n > _bit_chunks.CHUNK


Edits.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, derandomize=True
)
test_edits_in_any_order = Edits.TestCase
