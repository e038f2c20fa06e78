"""From words to postings: the same whatever the size of blocks, and as written out by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.tokens import tokens
from indexer.engines.whoosh import words as forward
from indexer.engines.whoosh.dictionary import Dictionary, write_dictionary
from indexer.engines.whoosh.weighing import COMMENT_WEIGHT, WEIGHTS, B
from indexer.engines.whoosh.words import GAP, PERSONAL, ForwardIndex, Passage, WordWriter, Zone

from ..records import analyzer
from ..test_brute_force import property_test

WORDS = ("leikki", "leikkiä", "leikin", "metsä", "skog", "och", "ja", "barn")
LONG = " ".join(WORDS * 3)
"""More words than some of the blocks below."""

Document = tuple[list[Passage], Passage]
texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.just(LONG)
languages = st.sampled_from(["fi", "sv", "se"])
plain = {"start": st.just(0), "personal": st.just(())}
zones = st.sampled_from([Zone.BODY, Zone.HEADING, Zone.COMMENT])
passages = st.builds(Passage, texts, languages, zones, **plain)
titles = st.builds(Passage, texts, languages, st.just(Zone.TITLE), **plain)
documents = st.lists(st.tuples(st.lists(passages, max_size=3), titles), min_size=1, max_size=6)
blocks = st.sampled_from([1, 2, 7, 20, 1000])


def written(folder: Path, corpus: list[Document], block: int = 1000) -> Dictionary:
    """All columns of words, built with blocks of so many words."""
    for name in ("columns", "whoosh"):
        (folder / name).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forward, "BLOCK", block)
        writer = WordWriter(folder / "columns")
        for text, title in corpus:
            writer.add(text, title)
        write_dictionary(folder / "columns", folder / "whoosh", writer.close(), analyzer())
    assert not list((folder / "columns").glob("*.raw"))
    return Dictionary(folder / "columns")


def said(passage: Passage) -> list[str]:
    """The words of a passage."""
    return [token.text for token in tokens(passage.text)]


def lines(document: Document) -> Iterator[list[str]]:
    """What a phrase may run over: the text, the title."""
    text, title = document
    yield [word for passage in text for word in said(passage)]
    yield said(title)


def fields(document: Document) -> dict[str, Counter[str]]:
    """How often each stem stands in each field, comments for less."""
    found: dict[str, Counter[str]] = {name: Counter() for name in WEIGHTS}
    names = {Zone.BODY: "body", Zone.HEADING: "headings", Zone.TITLE: "title"}
    text, title = document
    for passage in (*text, title):
        share = COMMENT_WEIGHT if passage.zone is Zone.COMMENT else 1.0
        for term in analyzer().terms(passage.text, passage.language):
            if term.stem is not None:
                found[names.get(passage.zone, "body")][term.stem] += share  # type: ignore[assignment]
    return found


def weighed(corpus: list[Document]) -> dict[str, dict[int, float]]:
    """BM25F by its definition: the weighed frequency of each stem in each document."""
    counted = [fields(document) for document in corpus]
    postings: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for field, weight in WEIGHTS.items():
        lengths = [sum(one[field].values()) for one in counted]
        filled = [length for length in lengths if length]
        average = sum(filled) / len(filled) if filled else 1.0
        for number, one in enumerate(counted):
            norm = 1 - B[field] + B[field] * lengths[number] / average
            for stem, count in one[field].items():
                postings[stem][number] += weight * count / norm
    return postings


@given(corpus=documents, block=blocks)
@property_test
def test_postings_are_bm25f_by_its_definition(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[Document], block: int
) -> None:
    read = written(tmp_path_factory.mktemp("columns"), corpus, block)
    expected = weighed(corpus)
    assert list(read.lemmas) == sorted(expected)
    for stem, postings in expected.items():
        found, frequencies = read.lemma(stem)
        assert found.tolist() == sorted(postings)
        assert frequencies.tolist() == pytest.approx([postings[one] for one in sorted(postings)])


@given(corpus=documents, block=blocks, phrase=st.lists(st.sampled_from(WORDS), max_size=3))
@property_test
def test_phrases_and_beginnings_are_counted_as_they_stand(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[Document], block: int, phrase: list[str]
) -> None:
    read = written(tmp_path_factory.mktemp("columns"), corpus, block)
    phrase = phrase or ["leikki"]
    size = len(phrase)
    expected = {
        number: sum(
            line[at : at + size] == phrase for line in lines(one) for at in range(len(line))
        )
        for number, one in enumerate(corpus)
    }
    found, counts = read.phrase(phrase)
    assert dict(zip(found.tolist(), counts.tolist(), strict=True)) == {
        number: count for number, count in expected.items() if count
    }
    prefixed = [sum(w.startswith("lei") for line in lines(one) for w in line) for one in corpus]
    found, counts = read.beginning("lei")
    assert found.tolist() == np.flatnonzero(prefixed).tolist()
    assert counts.tolist() == [count for count in prefixed if count]


@given(corpus=documents, block=blocks)
@property_test
def test_a_form_is_counted_once_a_document(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[Document], block: int
) -> None:
    read = written(tmp_path_factory.mktemp("columns"), corpus, block)
    having = Counter(word for one in corpus for word in {w for line in lines(one) for w in line})
    counted = zip(read.forms.terms, read.forms.documents.tolist(), strict=True)
    assert dict(counted) == dict(having)


def body(text: str, language: str = "fi", **others: object) -> Passage:
    """A passage of running text."""
    return Passage(text, language, Zone.BODY, **others)  # type: ignore[arg-type]


def title(text: str = "") -> Passage:
    """A Finnish title."""
    return Passage(text, "fi", Zone.TITLE)


def test_a_phrase_runs_over_languages_but_not_into_a_title_or_another_document(
    tmp_path: Path,
) -> None:
    read = written(
        tmp_path,
        [([body("leikki"), body("barn", "sv")], title("metsä")), ([body("ja")], title("leikki"))],
    )
    assert read.phrase(["leikki", "barn"])[0].tolist() == [0]
    for absent in (["barn", "metsä"], ["metsä", "ja"], ["ja", "leikki"], ["leikki", "leikki"]):
        assert read.phrase(absent)[0].tolist() == []
    assert read.phrase(["leikki", "barn", "metsä", "ja", "leikki", "x"])[0].tolist() == []


def test_one_form_in_two_languages_is_two_types_and_one_form(tmp_path: Path) -> None:
    read = written(tmp_path, [([body("plan"), body("plan", "sv")], title()), ([], title("plan"))])
    assert list(read.forms.terms) == ["plan"]
    assert len(read.forms.find("plan")) == 2
    documents, counts = read.phrase(["plan"])
    assert (documents.tolist(), counts.tolist()) == ([0, 1], [2, 1])
    assert read.forms.documents.tolist() == [2]
    for lemma in ("fi:plan", "sv:plan"):
        assert len(read.types_of([lemma])) == 1
    assert len(read.types_of(["fi:plan", "sv:plan", "fi:puuttuu"])) == 2


def test_the_forward_index_gives_back_the_words_of_the_text(tmp_path: Path) -> None:
    corpus = [([body("aa bb aa")], title("cc")), ([], title()), ([body("Bb:n")], title("dd dd"))]
    read = written(tmp_path, corpus)
    assert list(read.forms.terms) == ["aa", "bb", "cc", "dd"]
    first = read.words.words(0)
    assert first.types.tolist() == [0, 1, 0]
    assert (first.starts.tolist(), first.lengths.tolist()) == ([0, 3, 6], [2, 2, 2])
    assert len(read.words.words(1).types) == 0
    assert read.words.words(2).lengths.tolist() == [4]
    assert read.words.types.tolist().count(GAP) == 2 * len(corpus)


def test_words_of_personal_data_are_marked_and_not_counted(tmp_path: Path) -> None:
    open_and_hidden = body("nimi muu nimi", start=5, personal=((9, 13),))
    read = written(tmp_path, [([open_and_hidden], title()), ([body("muu")], title())])
    hidden = written_zones(read.words)
    assert hidden == [False, False, True]
    only = body("salainen", personal=((2, 4),))
    (tmp_path / "other").mkdir()
    read = written(tmp_path / "other", [([only], title())])
    assert read.forms.documents.tolist() == [0]


def written_zones(words: ForwardIndex) -> list[bool]:
    """Which words of the first document's text are marked."""
    return [bool(zone & PERSONAL) for zone in words.zones[: len(words.words(0).types)]]


def test_a_generation_without_documents_has_columns_too(tmp_path: Path) -> None:
    read = written(tmp_path, [])
    assert len(read.words) == len(read.lemmas) == len(read.forms) == 0
    assert read.phrase(["leikki", "metsä"])[0].tolist() == []
    assert read.beginning("l")[0].tolist() == []
