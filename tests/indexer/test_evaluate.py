"""Evaluation: measures as they are defined, through a real index."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from indexer.errors import CorpusError
from indexer.evaluate import (
    Ranked,
    judged_index,
    read_documents,
    read_grades,
    read_queries,
    run_query,
    scores,
    trec_lines,
)
from indexer.settings import Settings

DOCS = """\
{"id": "a", "text": "Lapset leikkivät metsässä.", "title": "Metsä"}
{"id": "b", "text": "Barnen leker i skogen hela dagen och äter ute."}
{"id": "c", "text": "Pihalla leikitään ja levätään metsän reunassa."}
"""


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def ranked(query: str, *documents: str) -> Ranked:
    return Ranked(query, tuple((one, 1.0 / place) for place, one in enumerate(documents, 1)))


def test_measures_are_those_of_the_books() -> None:
    grades = {"q": {"a": 2, "b": 1, "x": 0}}
    found = scores([ranked("q", "x", "b", "a")], grades)
    ideal = 3 + 1 / math.log2(3)
    assert found.ndcg_10 == pytest.approx((1 / math.log2(3) + 3 / math.log2(4)) / ideal)
    assert (found.mrr_10, found.recall_100) == (0.5, 1.0)


def test_only_the_first_ten_count_for_rank() -> None:
    names = [f"d{number}" for number in range(11)]
    found = scores([ranked("q", *names)], {"q": {"d10": 1}})
    assert (found.ndcg_10, found.mrr_10, found.recall_100) == (0.0, 0.0, 1.0)


def test_a_query_that_finds_nothing_counts_and_one_without_relevant_documents_does_not() -> None:
    grades = {"q": {"a": 1}, "r": {"a": 1}, "s": {"a": 0}}
    found = scores([ranked("q", "a"), ranked("r"), ranked("s", "a"), ranked("t")], grades)
    assert (found.queries, found.ndcg_10) == (2, 0.5)


def test_a_judged_collection_is_searched_through_the_real_path(tmp_path: Path) -> None:
    records = list(read_documents(written(tmp_path, "d.jsonl", DOCS), None))
    assert [one.language.concept for one in records] == ["fi", "sv", "fi"]
    with judged_index(records, Settings(index=tmp_path / "unused")) as service:
        one = run_query(service, "q1", "metsässä leikkivät", limit=100)
        first = run_query(service, "q1", "metsässä leikkivät", limit=1)
    assert [document for document, _ in one.hits] == ["a", "c"]
    assert [document for document, _ in first.hits] == ["a"]
    assert not (tmp_path / "unused").exists()


def test_a_run_file_keeps_the_order_of_equal_scores() -> None:
    lines = list(trec_lines(Ranked("q", (("b", 1.0), ("a", 1.0)))))
    assert [line.split()[:4] for line in lines] == [["q", "Q0", "b", "1"], ["q", "Q0", "a", "2"]]
    assert float(lines[0].split()[4]) > float(lines[1].split()[4])


def test_files_are_read(tmp_path: Path) -> None:
    assert read_queries(written(tmp_path, "q", "1\tmikä on\n\n2\tkuka\n")) == {
        "1": "mikä on",
        "2": "kuka",
    }
    assert read_grades(written(tmp_path, "r", "1 0 a 2\n1 0 b 0\n2\t0\tc\t1\n")) == {
        "1": {"a": 2, "b": 0},
        "2": {"c": 1},
    }
    (one,) = read_documents(written(tmp_path, "d", '{"id": 7, "text": "lyhyt"}\n'), "sv")
    assert (one.id, one.language.concept) == ("7", "sv")


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"id": "a", "text": 3}'])
def test_a_wrong_document_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(CorpusError, match="line 1"):
        list(read_documents(written(tmp_path, "d", line), "fi"))


def test_wrong_queries_and_judgements_are_named_by_their_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="line 2"):
        read_queries(written(tmp_path, "q", "1\ta\nb\n"))
    with pytest.raises(CorpusError, match="line 1"):
        read_grades(written(tmp_path, "r", "1 a 2\n"))
    with pytest.raises(CorpusError, match="cannot be read"):
        read_queries(tmp_path / "none")
    with pytest.raises(CorpusError, match="belong together"):
        scores([ranked("q", "a")], {"other": {"a": 1}})
