"""The columns one by one: term dictionaries, shapes of words, sort keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.engines.collation import latin_key, nordic_key
from indexer.engines.whoosh.columns import read_column, write_column
from indexer.engines.whoosh.shapes import Shapes, slips_between, write_shapes
from indexer.engines.whoosh.terms import read_terms, write_terms

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6)
fast = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.sets(words), words)
@fast
def test_terms_find_each_other_by_number_word_and_prefix(
    tmp_path: Path, found: set[str], other: str
) -> None:
    terms = sorted(found)
    write_terms(tmp_path, "some", terms)
    read = read_terms(tmp_path, "some")
    assert list(read) == terms
    assert [read.find(term) for term in terms] == list(range(len(terms)))
    assert (read.find(other) is not None) == (other in found)
    assert read[:] == terms
    starting = [term for term in terms if term.startswith(other)]
    assert [read[number] for number in read.starting(other)] == starting


def test_a_column_of_another_type_is_refused(tmp_path: Path) -> None:
    write_column(tmp_path, "some", np.zeros(3, np.int64))
    with pytest.raises(ValueError, match="some holds int64"):
        read_column(tmp_path, "some", np.int32)
    write_column(tmp_path, "none", np.zeros(0, np.int32))
    assert len(read_column(tmp_path, "none", np.int32)) == 0


def test_columns_cannot_be_written_to(tmp_path: Path) -> None:
    write_column(tmp_path, "some", np.zeros(3, np.int32))
    with pytest.raises(ValueError, match="read-only"):
        read_column(tmp_path, "some", np.int32)[0] = 1


def plain_slips(one: str, other: str) -> int:
    """Optimal string alignment by its definition."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        plain_slips(one[1:], other) + 1,
        plain_slips(one, other[1:]) + 1,
        plain_slips(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        best = min(best, plain_slips(one[2:], other[2:]) + 1)
    return best


short = st.text(alphabet="abä", max_size=5)


@given(short, short, st.integers(1, 2))
@fast
def test_slips_are_counted_and_shapes_never_rule_out_what_is_near(
    tmp_path: Path, one: str, other: str, most: int
) -> None:
    slips = plain_slips(one, other)
    assert slips_between(one, other, most) == min(slips, most + 1)
    write_shapes(tmp_path, [other])
    near = Shapes(tmp_path).near(one, most, range(1))
    assert len(near) or slips > most


def test_nordic_and_english_order() -> None:
    titles = ["Öljy", "zeta", "Ärjy", "Ahven", "åska", "Éire", "2 kettua", "W", "v", "{x}"]
    nordic = ["2 kettua", "Ahven", "Éire", "v", "W", "{x}", "zeta", "åska", "Ärjy", "Öljy"]
    assert sorted(titles, key=nordic_key) == nordic
    english = ["2 kettua", "Ahven", "Ärjy", "åska", "Éire", "Öljy", "v", "W", "{x}", "zeta"]
    assert sorted(titles, key=latin_key) == english
