"""Counts by bits and counts by lists are the same counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.whoosh import facets
from indexer.models import Record
from indexer.query import Query

from ..records import engine_with
from ..test_brute_force import property_test, queries, records


@given(documents=records(), asked=st.lists(queries, min_size=1, max_size=4))
@property_test
def test_counting_few_and_many(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Record], asked: list[Query]
) -> None:
    folder: Path = tmp_path_factory.mktemp("facets")
    engine = engine_with(folder, documents)
    counted = []
    for look in (0, 10**9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(facets, "_LOOK", look)
            counted.append([dict(engine.search(query).facets) for query in asked])
    assert counted[0] == counted[1]
