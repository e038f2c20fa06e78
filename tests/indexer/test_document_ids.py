"""An id is made from the path once and kept through edits, moves and deletions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.document_ids import ID, Remembered, assign, read_memory, slug, write_memory
from indexer.errors import CorpusError


def no_checksum(path: str) -> str:
    raise AssertionError(f"{path} need not be read")


def ids(memory: dict[str, Remembered]) -> dict[str, str]:
    return {path: known.id for path, known in memory.items()}


@given(st.text(min_size=1))
def test_a_slug_is_always_an_id(path: str) -> None:
    assert ID.fullmatch(slug(path))


def test_a_slug_is_readable() -> None:
    assert slug("blogit/Äänekoski – leikki (2).html") == "blogit-aanekoski-leikki-2"
    assert slug("kansio/" * 20 + "Loppuraportti.pdf") == "loppuraportti"


def test_equal_slugs_are_told_apart_within_the_length() -> None:
    name = "a" * 90
    found = ids(dict(assign({f"{name}.pdf": None, f"{name}.docx": None}, {}, no_checksum)))
    assert set(found.values()) == {"a" * 80, "a" * 78 + "-2"}


def test_a_move_keeps_the_id_and_leaves_nothing_behind() -> None:
    before = {"old.pdf": Remembered("old", "sum")}
    after = assign({"new/name.pdf": None}, before, lambda _: "sum")
    assert ids(dict(after)) == {"new/name.pdf": "old"}


def test_an_edit_keeps_the_id_without_reading_the_file() -> None:
    before = {"a.pdf": Remembered("a", "sum")}
    assert assign({"a.pdf": None}, before, no_checksum) == before


def test_an_id_of_what_is_gone_is_not_given_to_another() -> None:
    before = {"a.pdf": Remembered("a", "sum")}
    after = assign({"a.docx": None}, before, lambda _: "other")
    assert ids(dict(after)) == {"a.pdf": "a", "a.docx": "a-2"}


def test_a_purged_document_that_comes_back_is_not_purged() -> None:
    before = {"a.pdf": Remembered("a", "sum", purged=True)}
    assert not assign({"a.pdf": None}, before, no_checksum)["a.pdf"].purged


def test_a_sidecar_s_claim_comes_first() -> None:
    before = {"a.pdf": Remembered("wanted", "1"), "b.pdf": Remembered("b", "2")}
    after = assign({"a.pdf": None, "b.pdf": "wanted"}, before, no_checksum)
    assert ids(dict(after)) == {"a.pdf": "a", "b.pdf": "wanted"}


def test_of_two_claims_the_one_that_had_the_id_wins() -> None:
    before = {"b.pdf": Remembered("wanted", "2")}
    after = assign({"a.pdf": "wanted", "b.pdf": "wanted"}, before, no_checksum)
    assert ids(dict(after)) == {"a.pdf": "a", "b.pdf": "wanted"}


PATHS = st.sampled_from(["a.pdf", "b.pdf", "a.txt", "k/a.pdf", "ä.pdf"])
IDS = st.sampled_from(["a", "b", "c", "a-2"])
CLAIMS = st.dictionaries(PATHS, st.none() | IDS)
MEMORIES = st.dictionaries(PATHS, st.builds(Remembered, IDS, st.sampled_from(["", "1", "2"])))


@given(CLAIMS, MEMORIES)
def test_ids_of_the_corpus_are_unique_and_settled(
    claims: dict[str, str | None], before: dict[str, Remembered]
) -> None:
    after = assign(claims, before, lambda path: str(len(path) % 3))
    found = [after[path].id for path in claims]
    assert len(set(found)) == len(found)
    assert assign(claims, after, lambda path: str(len(path) % 3)) == after


def test_memory_is_written_sorted_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "ids.json"
    memory = {"ö.pdf": Remembered("o", "2"), "a.pdf": Remembered("a", "1", purged=True)}
    write_memory(file, memory)
    assert read_memory(file) == memory
    assert file.read_text("utf-8").index('"a.pdf"') < file.read_text("utf-8").index('"ö.pdf"')


def test_no_memory_is_an_empty_one(tmp_path: Path) -> None:
    write_memory(tmp_path / "ids.json", {})
    assert read_memory(tmp_path / "ids.json") == read_memory(tmp_path / "none.json") == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"a.pdf": "a"}', '{"a.pdf": {"name": "a"}}'])
def test_a_damaged_memory_says_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ids.json"
    file.write_text(text)
    with pytest.raises(CorpusError, match="backup"):
        read_memory(file)
