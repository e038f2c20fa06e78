"""What sites put around plain text goes, told by its lines and their neighbours; the rest stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.models import Removed
from indexer.parsers import parse_file
from indexer.parsers.blocks import Block, Kind
from indexer.parsers.furniture import furniture, without_furniture
from indexer.parsers.reasons import RELATED, SHARING
from tests.indexer.parsers.furniture_kept import KEPT
from tests.indexer.parsers.furniture_more import MORE
from tests.indexer.parsers.furniture_pages import FURNITURE, PARAGRAPHS

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _plain(line: str) -> str:
    return re.sub(r"^(?:•|-|–) ", "", line)


@pytest.mark.parametrize("name", [*FURNITURE, *MORE, *KEPT])
def test_furniture_goes_and_the_text_stays(tmp_path: Path, name: str) -> None:
    page = {**FURNITURE, **MORE, **KEPT}[name]
    for key, paragraph in PARAGRAPHS.items():
        page = page.replace(f"{{{key}}}", paragraph)
    path = tmp_path / "page.txt"
    path.write_text(_MARKED.sub(r"\1", page))
    parsed = parse_file(path)
    shown = [line for s in parsed.sections for line in _lines(f"{s.heading}\n{s.text}")]
    furniture = [line for block in _MARKED.findall(page) for line in _lines(block)]
    assert [line for line in map(_plain, shown) if line in furniture] == []
    text = _lines(_MARKED.sub("", page))
    assert [_plain(line) for line in text] == [_plain(line) for line in shown]
    cut = _lines("\n".join(removed.text for removed in parsed.removed))
    assert sorted(cut) == sorted(furniture)


def test_blocks_of_a_page_are_judged_as_lines_are() -> None:
    blocks = [
        Block(Kind.HEADING, "Metsäviikot"),
        Block(Kind.TEXT, PARAGRAPHS["fi"]),
        Block(Kind.TEXT, "12"),
        Block(Kind.HEADING, "Lue myös"),
        Block(Kind.ITEM, "Päiväkodin piha sai uuden ilmeen"),
        Block(Kind.TEXT, "Jaa Facebookissa"),
    ]
    removed: list[Removed] = []
    assert list(without_furniture(blocks, removed)) == blocks[:3]
    assert [cut.reason for cut in removed] == [RELATED, SHARING]


@given(st.lists(st.sampled_from(["Jaa", "Etusivu", "x", "", "Lue myös", "a b.", "12", "| ok"])))
def test_any_order_of_lines_is_judged(lines: list[str]) -> None:
    found = furniture(lines)
    assert all(lines[i] and reason for i, reason in found.items())


def test_a_long_line_of_buttons_takes_no_time() -> None:
    assert furniture([" ".join(["jaa", "x", "tykkää"] * 40) + " metsä"]) == {}
