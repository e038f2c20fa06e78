"""What is kept on disk comes back equal, and what is damaged counts as missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.models import ParsedDocument, Section
from indexer.parse_cache import DiskCache, key_of

VALUE = ParsedDocument("Otsikko", (Section("Luku", "Äiti 😀", 3),), warnings=("w",))
KEY = key_of("a", 1)


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, ParsedDocument)
    assert cache.get(KEY) is None
    assert KEY not in cache
    cache.put(KEY, VALUE)
    assert cache.get(KEY) == VALUE
    assert KEY in cache


@given(st.binary())
def test_damaged_entries_count_as_missing(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        cache = DiskCache(Path(folder), ParsedDocument)
        cache.put(KEY, VALUE)
        file = next(one for one in Path(folder).rglob("*") if one.is_file())
        file.write_bytes(data)
        assert cache.get(KEY) is None


@pytest.mark.parametrize("cut", [1, 10, -1])
def test_entries_cut_short_count_as_missing(tmp_path: Path, cut: int) -> None:
    cache = DiskCache(tmp_path, ParsedDocument)
    cache.put(KEY, VALUE)
    file = next(one for one in tmp_path.rglob("*") if one.is_file())
    file.write_bytes(file.read_bytes()[:cut])
    assert cache.get(KEY) is None


def test_an_entry_of_another_kind_counts_as_missing(tmp_path: Path) -> None:
    DiskCache(tmp_path, ParsedDocument).put(KEY, VALUE)
    assert DiskCache(tmp_path, Section).get(KEY) is None


def test_only_named_entries_stay(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, ParsedDocument)
    keys = [key_of(number) for number in range(4)]
    for key in keys:
        cache.put(key, VALUE)
    assert cache.keep_only(keys[:1]) == 3
    assert [key in cache for key in keys] == [True, False, False, False]


def test_a_key_names_every_part() -> None:
    assert key_of("a", "b") != key_of("ab") != key_of(["a", "b"])
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
