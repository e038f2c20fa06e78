"""Passages: inside the text, on the right page, always with the match, cut where it reads well."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.tokens import tokens
from indexer.models import Section
from indexer.results import Snippet
from indexer.snippets import (
    LENGTH,
    PASSAGES,
    Layout,
    Sought,
    Words,
    canonical_text,
    snippets,
)

FILLER = "Ryhmä kokoontui joka viikko ja kirjasi havaintonsa yhteiseen vihkoon. "
texts = st.text(alphabet="aäbc .!?\n,-", max_size=700)


class Document:
    """Sections with their words numbered, as an index has them."""

    def __init__(self, *sections: Section) -> None:
        self.text, starts = canonical_text(sections)
        pages = [section.page or 0 for section in sections]
        self.layout = Layout(np.array(starts, np.int32), np.array(pages, np.int32))
        found = list(tokens(self.text))
        self.numbers = {word: n for n, word in enumerate(sorted({token.text for token in found}))}
        types = np.array([self.numbers[token.text] for token in found], np.int32)
        starts_of = np.array([token.start for token in found], np.int32)
        lengths = np.array([token.end - token.start for token in found], np.uint16)
        self.words = Words(types, starts_of, lengths)

    def find(self, *sought: Sought) -> tuple[Snippet, ...]:
        """The passages for what is sought."""
        return snippets(self.text, self.layout, self.words, sought)

    def show(self, *words: str) -> tuple[Snippet, ...]:
        """The passages for some words, each a part of its own."""
        return self.find(*map(self.word, words))

    def word(self, word: str, weight: float = 1.0) -> Sought:
        """A word to look for."""
        return Sought(np.array([self.numbers[word]], np.int32), weight=weight)

    def phrase(self, *words: str) -> Sought:
        """Words one behind the other."""
        return following(*(range(n, n + 1) for n in map(self.numbers.__getitem__, words)))


def following(*types: range) -> Sought:
    """Words of these ranges of types one behind the other."""
    return Sought(np.empty(0, np.int32), types)


def shown(snippet: Snippet) -> str:
    """A passage with its matches in brackets."""
    return "".join(f"[{part.text}]" if part.match else part.text for part in snippet.parts)


def test_the_canonical_text_and_where_its_sections_begin() -> None:
    text, starts = canonical_text([Section("Otsikko", "Teksti."), Section("", "Toinen")])
    assert text == "Otsikko\nTeksti.\n\n\nToinen\n\n"
    assert [text[start:] for start in starts] == [text, "\nToinen\n\n"]
    assert canonical_text([]) == ("", [])


def test_a_short_text_is_shown_whole() -> None:
    document = Document(Section("", "Lapset leikkivät. Leikki jatkui."))
    assert list(map(shown, document.show("leikki"))) == ["Lapset leikkivät. [Leikki] jatkui."]


def test_a_passage_begins_and_ends_with_a_sentence_where_one_is_near() -> None:
    document = Document(Section("", FILLER * 5 + "Sitten tuli talvi ja lumi. " + FILLER * 5))
    (passage,) = document.show("talvi")
    assert shown(passage).startswith("Sitten tuli [talvi] ja lumi. Ryhmä")
    assert shown(passage).endswith("vihkoon.")


def test_a_passage_in_a_long_sentence_is_cut_at_words_and_says_so() -> None:
    document = Document(Section("", "sana " * 100 + "kohde " + "sana " * 100))
    (passage,) = document.show("kohde")
    text = shown(passage)
    assert text.startswith("… sana")
    assert text.endswith("sana …")
    assert "[kohde]" in text


def test_the_page_is_that_of_the_passage_and_passages_stay_on_it() -> None:
    document = Document(
        Section("Alku", FILLER, 1),
        Section("", "Tässä on kohde.", 7),
        Section("Loppu", FILLER, 9),
    )
    (passage,) = document.show("kohde")
    assert (shown(passage), passage.page) == ("Tässä on [kohde].", 7)


def test_a_heading_belongs_to_its_page() -> None:
    document = Document(Section("Alku", FILLER, 1), Section("Kohde", FILLER, 2))
    (passage,) = document.show("kohde")
    assert shown(passage).startswith("[Kohde] · Ryhmä")
    assert passage.page == 2


def test_items_of_a_list_are_parted_and_their_dashes_left_out() -> None:
    items = "- kohde on kirjattu\n– leikki sai tilaa\n• piha"
    text = f"Tavoitteet:\n{items}\nMetsä-ajasta sovittiin.\nLoppu"
    document = Document(Section("Vuoden työ", text))
    (passage,) = document.show("kohde")
    assert shown(passage) == (
        "Vuoden työ · Tavoitteet: [kohde] on kirjattu · leikki sai tilaa · piha · "
        "Metsä-ajasta sovittiin. Loppu"
    )


def test_a_passage_that_begins_with_an_item_has_no_dash() -> None:
    document = Document(Section("", f"{FILLER * 3}\n- Kohde on\n- {FILLER * 3}"))
    (passage,) = document.show("kohde")
    assert shown(passage).startswith("[Kohde] on · Ryhmä")


def test_the_passage_that_meets_most_of_the_query_comes_first() -> None:
    document = Document(
        Section("", "Talvi oli pitkä.", 1),
        Section("", "Kesä oli lyhyt.", 2),
        Section("", "Talvi ja kesä vuorottelivat.", 3),
    )
    pages = [passage.page for passage in document.show("talvi", "kesä")]
    assert pages[0] == 3
    assert len(pages) == PASSAGES


def test_a_rare_word_decides() -> None:
    document = Document(Section("", "yleinen", 1), Section("", "harvinainen", 2))
    sought = document.word("yleinen", 0.1), document.word("harvinainen", 5.0)
    assert [passage.page for passage in document.find(*sought)] == [2, 1]


def test_passages_do_not_overlap() -> None:
    document = Document(Section("", "kohde " * 400))
    first, second = map(shown, document.show("kohde"))
    assert len(first) <= 4 * LENGTH
    assert first.count("kohde") + second.count("kohde") <= 2 * LENGTH / len("kohde ")


def test_only_the_phrase_is_marked() -> None:
    document = Document(Section("", "Se on totta. On se totta."))
    (passage,) = document.find(document.phrase("se", "on"))
    assert shown(passage) == "[Se] [on] totta. On se totta."


def test_a_range_of_words_is_a_prefix() -> None:
    document = Document(Section("", "leikki leikin kesä leipä"))
    numbers = [document.numbers[word] for word in ("leikin", "leikki")]
    (passage,) = document.find(following(range(min(numbers), max(numbers) + 1)))
    assert shown(passage) == "[leikki] [leikin] kesä leipä"


def test_nothing_met_shows_the_beginning() -> None:
    document = Document(Section("", "", 1), Section("Johdanto", FILLER * 10, 2))
    (passage,) = document.find()
    assert shown(passage).startswith("Johdanto · Ryhmä")
    assert not any(part.match for part in passage.parts)
    assert len(shown(passage)) <= LENGTH
    assert passage.page == 2


@pytest.mark.parametrize("sections", [[], [Section("", "")], [Section(" ", "\n ")]])
def test_an_empty_text_has_no_passage(sections: list[Section]) -> None:
    assert Document(*sections).find() == ()


def test_a_word_longer_than_a_passage_is_cut() -> None:
    document = Document(Section("", "x" * 5000))
    (passage,) = document.find(following(range(1)))
    assert passage.parts[0].match
    assert len(passage.parts[0].text) <= LENGTH


@pytest.mark.parametrize(
    ("phrase", "marked"),
    [
        ("a b", "[a] [b] a [a] [b]"),
        ("b a", "a [b] [a] a b"),
        ("a a", "a b [a] [a] b"),
        ("a b a", "[a] [b] [a] a b"),
        ("b b", "a b a a b"),
        ("a b a a b a", "a b a a b"),
    ],
)
def test_every_place_of_a_phrase_is_marked(phrase: str, marked: str) -> None:
    document = Document(Section("", "a b a a b"))
    (passage,) = document.find(document.phrase(*phrase.split()))
    assert shown(passage) == marked


def test_types_that_the_document_does_not_have_mark_nothing() -> None:
    document = Document(Section("", "a b"))
    for sought in (following(range(0)), following(range(2, 9)), following(range(2), range(0))):
        (passage,) = document.find(sought)
        assert shown(passage) == "a b"


@given(st.lists(st.tuples(texts, texts, st.none() | st.integers(1, 9)), max_size=4), st.data())
def test_every_passage_stands_in_its_section_and_shows_a_match(
    parts: list[tuple[str, str, int | None]], data: st.DataObject
) -> None:
    document = Document(*(Section(*part) for part in parts))
    if not document.numbers:
        return
    sought = data.draw(st.lists(st.sampled_from(sorted(document.numbers)), min_size=1, max_size=3))
    found = document.show(*sought)
    assert 1 <= len(found) <= PASSAGES
    sections = [(_words(f"{head}\n{text}"), page) for head, text, page in parts]
    for passage in found:
        assert {part.text.lower() for part in passage.parts if part.match} <= set(sought)
        assert any(part.match for part in passage.parts)
        assert not any(one.match is two.match is False for one, two in pairwise(passage.parts))
        text = "".join(part.text for part in passage.parts)
        text = text.removeprefix("… ").removesuffix(" …")
        assert len(text) <= LENGTH + 2 * text.count(" · ")
        assert text == text.strip()
        assert "\n" not in text
        assert any(_words(text) in whole and page == passage.page for whole, page in sections)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))
