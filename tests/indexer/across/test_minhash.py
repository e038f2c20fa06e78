"""How alike texts are, one pair at a time and of a whole group at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.across.minhash import Shingles, bits_of, jaccard, jaccards

_TEXTS = st.lists(st.sets(st.integers(0, 30)), min_size=1, max_size=6)


def shingles(values: set[int]) -> Shingles:
    return np.array(sorted(values), np.uint32)


@given(_TEXTS)
def test_a_whole_group_is_as_alike_as_its_pairs_are(values: list[set[int]]) -> None:
    texts = [shingles(one) for one in values]
    sizes = np.array([len(one) for one in texts], np.int64)
    others = range(1, len(texts))
    told = jaccards(bits_of(texts), sizes, 0, others)
    assert told == [jaccard(texts[0], texts[other]) for other in others]


def test_what_each_of_many_long_texts_has_of_its_own_takes_no_room() -> None:
    own = 1000
    texts = [shingles({1, 2, 3, *range(at * own, (at + 1) * own)}) for at in range(1, 50)]
    assert bits_of(texts).shape == (len(texts), 1)
