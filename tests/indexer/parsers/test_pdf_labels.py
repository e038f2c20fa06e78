"""The number printed on a page, beside the page's number in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject
from reportlab.pdfgen.canvas import Canvas

from indexer.parsers import parse_file
from indexer.parsers.pdf_labels import is_roman, page_labels
from indexer.parsers.reasons import PAGE_NUMBERS
from tests.indexer.parsers.pdf_made import lines, made

PRINTED = ["", "ii", "iii", "iv", "1", "2", "", "4", "5"]
"""A cover, front matter, chapters; one opens without a number."""


def numbered(number: int, label: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        lines(canvas, f"Luvussa {number} leikittiin pihalla joka aamu.")
        lines(canvas, label, y=30, size=8)

    return draw


def book(folder: Path, labels: PdfObject | None = None) -> Path:
    path = made(folder, *(numbered(n, label) for n, label in enumerate(PRINTED, 1)))
    if labels is not None:
        writer = PdfWriter(path)
        writer.root_object[NameObject("/PageLabels")] = labels
        writer.write(path)
    return path


def tree(*runs: tuple[int, str]) -> DictionaryObject:
    """A label tree: runs of pages, each from the index of its first, with a style."""
    nums = ArrayObject()
    for start, style in runs:
        nums.append(NumberObject(start))
        nums.append(DictionaryObject({NameObject("/S"): NameObject(style)}))
    return DictionaryObject({NameObject("/Nums"): nums})


def labels_of(path: Path) -> list[str | None]:
    return [section.page_label for section in parse_file(path).sections]


def test_printed_numbers_that_are_not_the_files_own_are_labels(tmp_path: Path) -> None:
    parsed = parse_file(book(tmp_path))
    assert [(s.page, s.page_label) for s in parsed.sections] == [
        *((1, None), (2, "ii"), (3, "iii"), (4, "iv")),
        *((5, "1"), (6, "2"), (7, "3"), (8, "4"), (9, "5")),
    ]
    (cut,) = parsed.removed
    assert (cut.reason, cut.text) == (PAGE_NUMBERS, "ii, iii, iv, 1, 2, 4, 5")


def test_a_label_that_is_the_page_number_is_none(tmp_path: Path) -> None:
    path = made(tmp_path, *(numbered(n, str(n)) for n in range(1, 6)))
    assert labels_of(path) == [None] * 5


def test_the_files_own_labels_serve_pages_that_show_no_number(tmp_path: Path) -> None:
    path = book(tmp_path, tree((0, "/r"), (4, "/D")))
    assert labels_of(path) == ["i", "ii", "iii", "iv", "1", "2", "3", "4", "5"]


def test_what_is_printed_wins(tmp_path: Path) -> None:
    assert labels_of(book(tmp_path, tree((0, "/A"))))[:6] == ["A", "ii", "iii", "iv", "1", "2"]


def test_a_damaged_tree_costs_the_labels_only(tmp_path: Path) -> None:
    for damaged in (
        NumberObject(3),
        DictionaryObject({NameObject("/Nums"): NumberObject(1)}),
        DictionaryObject({NameObject("/Kids"): ArrayObject([NumberObject(1)])}),
    ):
        assert labels_of(book(tmp_path, damaged))[1:4] == ["ii", "iii", "iv"]


def test_a_number_that_no_other_page_bears_out_is_no_label() -> None:
    assert page_labels([], {3: ["Raportti 2019"], 4: ["17"]}, 5) == {}


def test_the_figure_that_counts_up_is_taken_from_a_running_line() -> None:
    running = {page: [f"Loppuraportti 2019 | {page - 2}"] for page in range(3, 8)}
    assert page_labels([], running, 7) == {page: str(page - 2) for page in range(3, 8)}


def test_words_are_no_roman_numerals() -> None:
    assert [text for text in ("iv", "IX", "xxxix", "", "vi ii", "mix", "il") if is_roman(text)] == [
        *("iv", "IX", "xxxix")
    ]


@given(
    st.lists(st.text(max_size=6), max_size=8),
    st.dictionaries(st.integers(1, 8), st.lists(st.text(max_size=8), max_size=3)),
)
def test_any_labels_and_lines_are_survived(own: list[str], running: dict[int, list[str]]) -> None:
    labels = page_labels(own, running, 8)
    assert all(1 <= page <= 8 and label and label != str(page) for page, label in labels.items())
