"""PDF files made here: what the text is, and what only stands around it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import ParseError
from indexer.models import FoundDate, ParsedDocument, PartialDate
from indexer.parsers import parse_file
from indexer.parsers.reasons import CONTENTS, PAGE_NUMBERS, RUNNING
from tests.indexer.parsers.pdf_made import LEADING, LEFT, TOP, lines, made, unnamed_letters


def framed(number: int, *texts: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        lines(canvas, "Loppuraportti 2019", y=800, size=8)
        lines(canvas, *texts)
        lines(canvas, f"{number} (4)", y=30, size=8)

    return draw


def read(folder: Path, *pages: Callable[[Canvas], None], **about: str) -> ParsedDocument:
    return parse_file(made(folder, *pages, **about))


def test_what_repeats_on_pages_is_cut_and_told_once(tmp_path: Path) -> None:
    pages = [framed(n, f"Luvussa {n} leikittiin pihalla", "ja metsässä.") for n in range(1, 5)]
    parsed = read(tmp_path, *pages)
    assert [(s.page, s.text) for s in parsed.sections] == [
        (n, f"Luvussa {n} leikittiin pihalla ja metsässä.") for n in range(1, 5)
    ]
    assert [(cut.reason, cut.text, cut.page) for cut in parsed.removed] == [
        (RUNNING, "Loppuraportti 2019", 1),
        (PAGE_NUMBERS, "1 (4), 2 (4), 3 (4), 4 (4)", None),
    ]


def test_words_cut_at_line_and_page_ends_are_whole(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, "Kehittämis- ja arviointityötä tehtiin Pohjois-", "Karjalan päivä-")
        lines(canvas, "kodeissa, ja siitä kerrottiin huol-", y=TOP - 2 * LEADING)

    parsed = read(tmp_path, first, lambda canvas: lines(canvas, "tajille joka viikko."))
    one, two = parsed.sections
    assert one.text == (
        "Kehittämis- ja arviointityötä tehtiin Pohjois-Karjalan päiväkodeissa, ja siitä"
        " kerrottiin huoltajille"
    )
    assert two.text == "joka viikko."


def test_headings_are_told_by_their_type_and_by_the_outline(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Metsän vuosi", y=760, size=24)
        lines(canvas, "Syksy", y=720, size=14)
        lines(canvas, *["Syksyllä kerättiin lehtiä ja laskettiin ne."] * 4)
        lines(canvas, "Talvi", y=600)
        canvas.bookmarkPage("talvi")
        canvas.addOutlineEntry("Talvi", "talvi")
        lines(canvas, "Talvella hiihdettiin.", y=560)

    parsed = read(tmp_path, page)
    assert parsed.title == "Metsän vuosi"
    assert [s.heading for s in parsed.sections] == ["Metsän vuosi", "Syksy", "Talvi"]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, *[f"vasen {n} ja sen teksti jatkuu" for n in range(40)])
        lines(canvas, *[f"oikea {n} ja sen teksti jatkuu" for n in range(40)], x=320)

    words = read(tmp_path, page).sections[0].text.split()
    assert words.index("oikea") == 40 * 6


def test_columns_drawn_in_turn_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for row in range(8):
            lines(canvas, f"vasen {row} ja sen teksti jatkuu", y=TOP - row * LEADING)
            lines(canvas, f"oikea {row} ja sen teksti jatkuu", y=TOP - row * LEADING, x=320)

    words = read(tmp_path, page).sections[0].text.split()
    assert words.index("oikea") == 8 * 6
    assert "|" not in words


def test_rows_of_a_table_drawn_in_turn_stay_rows(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for row in range(8):
            lines(canvas, f"Viikolla {row} lapset retkellä", y=TOP - row * 2 * LEADING)
            lines(canvas, f"Paikkana {row}. suon reunalla", y=TOP - row * 2 * LEADING, x=320)

    text = read(tmp_path, page).sections[0].text
    assert "Viikolla 3 lapset retkellä | Paikkana 3. suon reunalla" in text


def test_a_heading_that_recurs_on_a_few_pages_is_no_running_header(tmp_path: Path) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            if number in (2, 3, 4):
                lines(canvas, "Tavoitteet", y=780, size=18)
            lines(canvas, *[f"Sivulla {number} kerrotaan ryhmän {n} retkistä." for n in range(4)])

        return draw

    parsed = read(tmp_path, *(page(n) for n in range(1, 9)))
    assert [s.page for s in parsed.sections if s.heading == "Tavoitteet"] == [2, 3, 4]


def test_bullets_and_cells(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "• keppejä", "• kiviä")
        for row, cells in enumerate([("Viikko", "Paikka"), ("1", "suo")]):
            for column, cell in enumerate(cells):
                lines(canvas, cell, y=600 - 30 * row, x=LEFT + 150 * column)

    text = read(tmp_path, page).sections[0].text
    assert text.startswith("- keppejä\n- kiviä")
    assert "Viikko" in text
    assert "1 " in text


def test_a_table_of_contents_is_cut(tmp_path: Path) -> None:
    entries = [f"{n} Luku numero {n} {'.' * 30} {n + 2}" for n in range(1, 6)]
    parsed = read(tmp_path, lambda canvas: lines(canvas, "Sisällys", *entries, "Leikki alkoi."))
    assert [s.text for s in parsed.sections] == ["Leikki alkoi."]
    (cut,) = parsed.removed
    assert cut.reason == CONTENTS
    assert cut.text.startswith("Sisällys\n1 Luku numero 1 3\n")


def test_pages_before_the_first_may_be_numbered_in_roman(tmp_path: Path) -> None:
    entries = [f"{name} {'.' * 30} {page}" for name, page in (("Esipuhe", "ii"), ("Förord", "iv"))]
    chapters = [f"{n} Luku {'.' * 30} {n}" for n in range(1, 4)]
    parsed = read(tmp_path, lambda canvas: lines(canvas, "Sisällys", *entries, *chapters, "Alku."))
    assert [s.text for s in parsed.sections] == ["Alku."]


def test_the_stated_title_counts_if_the_pages_say_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Metsän vuosi", y=760, size=24)
        lines(canvas, "Kerromme, mitä metsän vuosi opetti päiväkodille.")

    assert read(tmp_path, page, title="Metsän vuosi päiväkodissa").title.endswith("päiväkodissa")
    assert read(tmp_path, page, title="Vanhan pohjan nimi").title == "Metsän vuosi"
    assert read(tmp_path, page, title="Microsoft Word - metsän vuosi.doc").title == "Metsän vuosi"


def test_what_the_file_states(tmp_path: Path) -> None:
    path = made(tmp_path, lambda canvas: lines(canvas, "Leikki alkoi."), author="Kuopion kaupunki")
    writer = PdfWriter(path)
    writer.add_metadata({"/CreationDate": "D:20190514100000"})
    writer.write(path)
    parsed = parse_file(path)
    assert parsed.dates == (FoundDate(PartialDate(2019, 5, 14), "property"),)
    assert parsed.properties["author"] == "Kuopion kaupunki"


def test_a_scanned_page_is_told_by_its_number(tmp_path: Path) -> None:
    def picture(canvas: Canvas) -> None:
        image = tmp_path / "scan.png"
        Image.new("L", (8, 8)).save(image)
        canvas.drawImage(str(image), 0, 0)

    parsed = read(tmp_path, lambda canvas: lines(canvas, "Leikki alkoi pihalla."), picture)
    assert parsed.warnings == ("needs_ocr: page 2 without text; read it with OCR and add it",)


def test_letters_that_the_file_does_not_name_are_told(tmp_path: Path) -> None:
    path = unnamed_letters(tmp_path, *["Pöydän äärellä syötiin välipalaa."] * 8)
    (warning,) = parse_file(path).warnings
    assert warning.startswith("broken_text: ")


def test_letters_drawn_as_outlines_are_a_picture_and_a_few_lines_are_none(tmp_path: Path) -> None:
    def outlines(canvas: Canvas, count: int) -> None:
        path = canvas.beginPath()
        path.moveTo(LEFT, TOP)
        for n in range(count):
            path.curveTo(LEFT + n, TOP, LEFT, TOP - n, LEFT + n, TOP - n)
        canvas.drawPath(path)

    text = "Leikki alkoi pihalla syksyllä."
    pages = (lambda c: lines(c, text), lambda c: outlines(c, 900), lambda c: outlines(c, 20))
    assert read(tmp_path, *pages).warnings == (
        "needs_ocr: page 2 without text; read it with OCR and add it",
    )


def test_slides_are_known_by_their_shape(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    canvas = Canvas(str(path), pagesize=landscape(A4))
    lines(canvas, "Metsän vuosi", y=400, size=30)
    canvas.save()
    assert parse_file(path).properties["layout"] == "slides"


def test_an_empty_password_is_no_password(tmp_path: Path) -> None:
    path = made(tmp_path, lambda canvas: lines(canvas, "Leikki alkoi."))
    writer = PdfWriter(path)
    writer.encrypt("", "of the owner", algorithm="RC4-128")
    writer.write(path)
    assert parse_file(path).sections[0].text == "Leikki alkoi."


def test_a_password_is_told(tmp_path: Path) -> None:
    path = made(tmp_path, lambda canvas: lines(canvas, "Leikki alkoi."))
    writer = PdfWriter(path)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    with pytest.raises(ParseError, match="password"):
        parse_file(path)


def test_a_page_that_would_burst_costs_itself_only(tmp_path: Path) -> None:
    path = made(
        tmp_path,
        lambda canvas: lines(canvas, "Leikki alkoi."),
        lambda canvas: lines(canvas, "Leikki jatkui."),
    )
    writer = PdfWriter(path)
    bomb = StreamObject()
    bomb[NameObject("/Filter")] = NameObject("/FlateDecode")
    bomb._data = zlib.compress(b" " * 60_000_000)
    writer.pages[1][NameObject("/Contents")] = writer._add_object(bomb)
    writer.write(path)
    parsed = parse_file(path)
    assert [s.page for s in parsed.sections] == [1]
    assert parsed.warnings[0].startswith("unread_pages: page 2:")
