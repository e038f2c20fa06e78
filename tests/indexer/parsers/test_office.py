"""Office files made here and by the corpus: slides, notes, tables, groups, charts, pages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from indexer.errors import ParseError
from indexer.models import PartialDate, SectionRole
from indexer.parsers import detect, office, parse_file
from indexer.parsers.reasons import CONTENTS, RUNNING

OLD = Path(__file__).parents[2] / "samples" / "old"
NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Pihan leikit"
    slide.placeholders[1].text = "hiekka\nvesi"
    slide.notes_slide.notes_text_frame.text = "Muista tauko."
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Luvut"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "ryhmässä"
    table = slide.shapes.add_table(2, 2, 0, 0, Inches(2), Inches(1)).table
    for n, text in enumerate(["Viikko", "Paikka", "1", "suo"]):
        table.cell(n // 2, n % 2).text = text
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["syksy", "talvi"]
    data.add_series("retket", (3, 4))  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), data)
    presentation.core_properties.author = "Kuopion kaupunki"
    path = tmp_path / "deck.pptx"
    presentation.save(str(path))
    return path


def test_a_slide_deck(deck: Path) -> None:
    parsed = parse_file(deck)
    assert parsed.title == "Pihan leikit"
    assert parsed.properties["layout"] == "slides"
    assert parsed.properties["author"] == "Kuopion kaupunki"
    first, notes, second = parsed.sections
    assert (first.heading, first.text, first.page) == ("Pihan leikit", "- hiekka\n- vesi", 1)
    assert (notes.text, notes.page, notes.role) == ("Muista tauko.", 1, SectionRole.NOTES)
    assert second.page == 2
    assert "ryhmässä" in second.text
    assert "Viikko | Paikka\n1 | suo" in second.text
    assert "- syksy\n- talvi" in second.text


def test_every_text_of_a_chart_is_read_once(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Luvut"
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [2019, 2020]
    data.add_series("lapset", (31, 44))  # type: ignore[no-untyped-call]
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, Inches(4), Inches(3), data)
    chart = frame.chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Retket "
    chart.chart_title.text_frame.paragraphs[0].add_run().text = "vuosittain"
    for axis, title in ((chart.value_axis, "määrä"), (chart.category_axis, "vuosi")):
        axis.has_title = True
        axis.axis_title.text_frame.text = title
    path = tmp_path / "deck.pptx"
    presentation.save(str(path))
    (section,) = parse_file(path).sections
    assert sorted(section.text.split("\n")) == [
        *("- 2019", "- 2020", "- Retket vuosittain", "- lapset", "- määrä", "- vuosi")
    ]


def document(**properties: str) -> docx.document.Document:
    made = docx.Document()
    for name, value in properties.items():
        setattr(made.core_properties, name, value)
    return made


def saved(made: docx.document.Document, folder: Path) -> Path:
    path = folder / "paper.docx"
    made.save(str(path))
    return path


def test_a_word_document(tmp_path: Path) -> None:
    made = document(author="Kuopion kaupunki", language="fi")
    made.sections[0].header.paragraphs[0].text = "Muistio"
    made.add_paragraph("Metsän vuosi", style="Title")
    made.add_paragraph("Kokeilu kesti vuoden.")
    made.add_heading("Tavoitteet", 1)
    made.add_paragraph("rauhaa", style="List Bullet")
    made.add_paragraph("iloa", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Viikko 1", "suo"
    made.add_paragraph().add_run("Tulokset").bold = True
    made.add_paragraph("Rauha lisääntyi.")
    parsed = parse_file(saved(made, tmp_path))
    assert parsed.title == "Metsän vuosi"
    assert [(s.heading, s.text) for s in parsed.sections] == [
        ("Metsän vuosi", "Kokeilu kesti vuoden."),
        ("Tavoitteet", "- rauhaa\n- iloa\n\nViikko 1 | suo"),
        ("Tulokset", "Rauha lisääntyi."),
    ]
    assert [(cut.text, cut.reason) for cut in parsed.removed] == [("Muistio", RUNNING)]
    assert parsed.properties == {"author": "Kuopion kaupunki", "language": "fi"}


def test_word_pages_are_told_where_word_noted_them(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph("Ensimmäinen sivu.")
    run = made.add_paragraph().add_run()
    run._r.append(OxmlElement("w:lastRenderedPageBreak"))
    run.add_text("Toinen sivu.")
    parsed = parse_file(saved(made, tmp_path))
    assert [(s.page, s.text or s.heading) for s in parsed.sections] == [
        (1, "Ensimmäinen sivu."),
        (2, "Toinen sivu."),
    ]


def test_deleted_text_is_not_read(tmp_path: Path) -> None:
    made = document()
    paragraph = made.add_paragraph("Jäi. ")
    paragraph.add_run("Poistettiin.")
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.runs[-1]._r)
    paragraph._p.append(deleted)
    made.add_paragraph("Loppu on tässä.")
    assert "Poistettiin" not in parse_file(saved(made, tmp_path)).sections[0].text


def open_document(folder: Path, kind: str, body: str, meta: str = "") -> Path:
    path = folder / "paper.odt"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", kind)
        content = f"<office:document-content {NS}><office:body>{body}</office:body>"
        archive.writestr("content.xml", f"{content}</office:document-content>")
        if meta:
            archive.writestr("meta.xml", meta)
    path.write_bytes(data.getvalue())
    return path


def test_an_open_document_text(tmp_path: Path) -> None:
    body = """<office:text>
      <text:p text:style-name="Title">Metsän vuosi</text:p>
      <text:table-of-content><text:index-body><text:p>Tavoitteet 1</text:p></text:index-body>
      </text:table-of-content>
      <text:h>Tavoitteet</text:h>
      <text:p>Rauhaa<text:s/>ja<text:line-break/>iloa<text:note><text:note-body><text:p>Kysely
      2019</text:p></text:note-body></text:note>.<text:soft-page-break/></text:p>
      <text:list><text:list-item><text:p>yksi</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
      <table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
      </office:text>"""
    meta = (
        '<m xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
        "<meta:creation-date>2019-05-14T10:00:00</meta:creation-date></m>"
    )
    parsed = parse_file(open_document(tmp_path, detect.ODT, body, meta))
    assert parsed.title == "Metsän vuosi"
    assert [(s.page, s.heading, s.text) for s in parsed.sections] == [
        (1, "Metsän vuosi", ""),
        (1, "Tavoitteet", "Rauhaa ja\niloa."),
        (2, "", "- yksi\n\na | b"),
        (None, "", "Kysely 2019"),
    ]
    assert parsed.removed[0].reason == CONTENTS
    assert parsed.dates[0].value == PartialDate(2019, 5, 14)


def test_an_open_document_deck(tmp_path: Path) -> None:
    slide = """<draw:page><draw:frame presentation:class="outline"><draw:text-box><text:list>
      <text:list-item><text:p>hiekka</text:p></text:list-item></text:list></draw:text-box>
      </draw:frame><draw:frame presentation:class="title"><draw:text-box>
      <text:p>Pihan leikit</text:p></draw:text-box></draw:frame>
      <draw:g><draw:custom-shape><text:p>ryhmässä</text:p>
      </draw:custom-shape></draw:g><presentation:notes><draw:frame presentation:class="notes">
      <draw:text-box><text:p>Tauko.</text:p></draw:text-box></draw:frame></presentation:notes>
      </draw:page>"""
    body = f"<office:presentation>{slide}{slide}</office:presentation>"
    parsed = parse_file(open_document(tmp_path, detect.ODP, body))
    assert parsed.title == "Pihan leikit"
    assert [(s.page, s.heading, s.text) for s in parsed.sections[:2]] == [
        (1, "Pihan leikit", "- hiekka\n\nryhmässä"),
        (1, "", "Tauko."),
    ]
    assert {s.page for s in parsed.sections} == {1, 2}


def test_the_texts_of_a_chart_in_an_open_presentation(tmp_path: Path) -> None:
    frame = """<draw:frame><draw:object xmlns:xlink="http://www.w3.org/1999/xlink"
      xlink:href="./Object 1"/></draw:frame>"""
    page = f"<draw:page><draw:g>{frame}</draw:g></draw:page>"
    path = open_document(tmp_path, detect.ODP, f"<office:presentation>{page}</office:presentation>")
    names = ("Retket vuosittain", "määrä", "lapset", "31", "Series2", "lapset")
    told = "".join(f"<text:p>{name}</text:p>" for name in names)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Object 1/content.xml", f"<office:chart {NS}>{told}</office:chart>")
    (section,) = parse_file(path).sections
    assert (section.text, section.page) == ("- Retket vuosittain\n- määrä\n- lapset", 1)


@pytest.mark.parametrize("name", ["kirjastopolku.rtf", "naapuriviikko.doc", "tyopari.ppt"])
def test_old_formats_are_converted(name: str) -> None:
    if not office.is_available():
        pytest.skip("LibreOffice is not on this machine")
    parsed = parse_file(OLD / name)
    wanted = set((OLD / f"{name}.txt").read_text("utf-8").split())
    found = set(" ".join(f"{s.heading} {s.text}" for s in parsed.sections).split())
    assert len(wanted & found) >= 0.95 * len(wanted)
    assert parsed.title


def test_without_libreoffice_an_old_format_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ParseError, match="needs LibreOffice; install it"):
        parse_file(OLD / "naapuriviikko.doc")
