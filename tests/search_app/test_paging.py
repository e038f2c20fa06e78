"""Long texts come in leaves and spans that lose nothing and keep their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer import Section
from search_app.paging import LEAF_CHARACTERS, SPAN_LEAVES, leaf_of, leaves, spans

PARAGRAPHS = st.lists(st.integers(1, 4_000).map(lambda size: "a" * size), max_size=12)
SECTIONS = st.lists(
    st.builds(
        Section,
        heading=st.sampled_from(("", "Otsikko")),
        text=PARAGRAPHS.map("\n\n".join),
        page=st.none() | st.integers(1, 30),
    ),
    max_size=30,
)


@given(SECTIONS)
def test_leaves_hold_every_word_and_every_heading(sections: list[Section]) -> None:
    held = [one for _, leaf in leaves(sections) for one in leaf]
    letters = sum(section.text.count("a") for section in sections)
    assert sum(one.text.count("a") for one in held) == letters
    assert sum(bool(one.heading) for one in held) == sum(bool(one.heading) for one in sections)


@given(SECTIONS)
def test_spans_cover_the_leaves_in_order_without_overlap(sections: list[Section]) -> None:
    every = leaves(sections)
    places = [place for span in spans(every) for place in span]
    assert places == list(range(len(every)))
    assert all(len(span) <= SPAN_LEAVES for span in spans(every))


def test_leaves_follow_the_pages_of_the_original() -> None:
    pages = (Section("A", "a", 2), Section("", "b"), Section("C", "c", 5))
    assert [(number, len(leaf)) for number, leaf in leaves(pages)] == [(2, 2), (5, 1)]


def test_a_text_without_pages_is_cut_between_paragraphs() -> None:
    text = "\n\n".join(["a" * 2_500] * 6)
    cut = leaves((Section("Otsikko", text),))
    assert [number for number, _ in cut] == [1, 2, 3]
    assert all(len(one.text) <= LEAF_CHARACTERS for _, leaf in cut for one in leaf)
    assert [one.heading for _, leaf in cut for one in leaf] == ["Otsikko", "", ""]


def test_a_page_is_found_by_its_number_and_an_empty_one_by_the_page_before() -> None:
    every = leaves((Section("", "a", 1), Section("", "b", 4)))
    asked = ("", "1", "3", "4", "5", "0", "-1", "abc", "9" * 40, "²")
    assert [leaf_of(every, one) for one in asked] == [0, 0, 0, 1, *[None] * 6]
    assert leaf_of([], "") is None
