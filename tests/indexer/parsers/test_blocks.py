"""Blocks become sections: by heading, page and role, with text in its normal form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.text import normalise
from indexer.models import Section, SectionRole
from indexer.parsers.blocks import Block, Kind, row, to_sections, without_bullet

BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(Kind), st.text(max_size=20), st.none() | st.integers(1, 3))
)


def test_a_heading_begins_a_section_and_paragraphs_stand_apart() -> None:
    blocks = [Block(Kind.HEADING, "Aims"), Block(Kind.TEXT, "One."), Block(Kind.TEXT, "Two.")]
    assert to_sections(blocks) == (Section("Aims", "One.\n\nTwo."),)


def test_items_and_rows_stand_close() -> None:
    blocks = [
        Block(Kind.TEXT, "We had:"),
        Block(Kind.ITEM, "clay"),
        Block(Kind.ITEM, "paper"),
        row(["group", " 3 \n years ", ""]),
        row(["other", "4"]),
    ]
    text = "We had:\n\n- clay\n- paper\n\ngroup | 3 years\nother | 4"
    assert to_sections(blocks) == (Section("", text),)


def test_a_page_begins_a_section_whose_heading_is_not_said_again() -> None:
    blocks = [Block(Kind.HEADING, "A", 1), Block(Kind.TEXT, "b", 1), Block(Kind.TEXT, "c", 2)]
    assert to_sections(blocks) == (Section("A", "b", 1), Section("", "c", 2))


def test_notes_are_a_section_of_the_same_page() -> None:
    blocks = [Block(Kind.TEXT, "shown", 4), Block(Kind.TEXT, "said", 4, SectionRole.NOTES)]
    assert [(s.page, s.role) for s in to_sections(blocks)] == [
        (4, SectionRole.BODY),
        (4, SectionRole.NOTES),
    ]


def test_a_heading_as_long_as_a_paragraph_is_one() -> None:
    (section,) = to_sections([Block(Kind.HEADING, "word " * 100)])
    assert section.heading == ""
    assert section.text.startswith("word word")


@given(BLOCKS)
def test_nothing_is_lost_and_everything_is_normal(blocks: list[Block]) -> None:
    sections = to_sections(blocks)
    for section in sections:
        assert section.heading or section.text
        assert section.text == normalise(section.text).strip()
    told = "".join(s.heading + s.text.replace("- ", "") for s in sections)
    said = "".join(normalise(block.text) for block in blocks)
    assert sorted("".join(told.replace("-", "").split())) == sorted(
        "".join(said.replace("-", "").split())
    )


def test_bullets_are_known_and_dashes_within_words_are_not() -> None:
    assert without_bullet("• clay") == "clay"
    assert without_bullet("•clay") == "clay"
    assert without_bullet("– clay") == "clay"
    assert without_bullet("-clay") is None
    assert without_bullet("clay") is None
