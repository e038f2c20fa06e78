"""Web pages: the text of known layouts, of marked pages and of any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.models import FoundDate, ParsedDocument, PartialDate, SectionRole
from indexer.parsers import parse_file

BODY = "Leikimme joka päivä ulkona ja keräsimme käpyjä, kiviä ja tarinoita yhteiseen laatikkoon."
CHROME = """
<nav><a href="/">Etusivu</a></nav>
<div class="cookie-notice">Hyväksy evästeet</div>
"""


def read(folder: Path, html: str, encoding: str = "utf-8") -> ParsedDocument:
    path = folder / "saved_page.html"
    path.write_bytes(html.encode(encoding))
    return parse_file(path)


def post(inner: str, head: str = "") -> str:
    return f"<html lang='fi'><head>{head}</head><body>{CHROME}{inner}</body></html>"


WORDPRESS = post(
    f"""<article class="hentry"><h1 class="entry-title">Kävyt</h1>
    <span class="posted-on">Julkaistu <time class="published" datetime="2017-02-15T08:00">15.
    helmikuuta</time></span>
    <div class="entry-content"><p>{BODY}</p><h2>Mitä opimme</h2>
    <ul><li>laskemaan<ul><li>viiteen</li></ul></li></ul>
    <div class="sharedaddy"><a>Jaa</a></div></div></article>
    <div class="comment-content"><p>Hieno idea!</p></div><aside>Arkisto</aside>""",
    "<meta name='generator' content='WordPress 5'><title>Kävyt – Blogi</title>",
)


def test_a_known_layout(tmp_path: Path) -> None:
    parsed = read(tmp_path, WORDPRESS)
    assert parsed.title == "Kävyt"
    assert parsed.properties["layout"] == "wordpress"
    assert parsed.properties["language"] == "fi"
    assert parsed.dates == (FoundDate(PartialDate(2017, 2, 15), "time"),)
    assert [(s.heading, s.text, s.role) for s in parsed.sections] == [
        ("Kävyt", BODY, SectionRole.BODY),
        ("Mitä opimme", "- laskemaan\n- viiteen", SectionRole.BODY),
        ("", "Hieno idea!", SectionRole.COMMENTS),
    ]


def test_a_drupal_page_keeps_its_other_texts(tmp_path: Path) -> None:
    inner = f"""<h1 id="page-title">Kävyt</h1><div class="node">
    <div class="field field-name-field-ingressi field-type-text-long"><p>Kävyistä kerrottiin.</p>
    </div>
    <div class="field field-name-body"><p>{BODY}</p></div></div>
    <div class="comment"><div class="field-name-comment-body field-type-text-long">Hieno idea!</div>
    </div>"""
    parsed = read(tmp_path, post(inner))
    assert [(s.heading, s.text) for s in parsed.sections] == [
        ("Kävyt", f"Kävyistä kerrottiin.\n\n{BODY}")
    ]


def test_everything_else_is_told_with_its_reason(tmp_path: Path) -> None:
    removed = {cut.text: cut.reason for cut in read(tmp_path, WORDPRESS).removed}
    assert removed["Etusivu"] == "menu"
    assert removed["Hyväksy evästeet"] == "cookie notice"
    assert removed["Jaa"] == "share buttons"
    assert removed["Arkisto"] == "sidebar"


def test_a_byline_without_a_machines_date_stays_in_the_text(tmp_path: Path) -> None:
    html = WORDPRESS.replace('datetime="2017-02-15T08:00"', "")
    parsed = read(tmp_path, html)
    assert parsed.dates == ()
    assert parsed.sections[0].text.startswith("15. helmikuuta\n\n")


def test_the_first_page_of_a_blog_has_a_heading_for_each_post(tmp_path: Path) -> None:
    posts = "".join(
        f"""<h2 class="date-header">{day}.2.2026</h2><div class="post hentry">
        <h3 class="post-title">Viikko {day}</h3>
        <div class="post-body">{BODY}<br><br>Ja {day}.</div></div>"""
        for day in (27, 23)
    )
    parsed = read(tmp_path, post(posts, "<title>Peikkojen blogi</title>"))
    assert parsed.title == "Peikkojen blogi"
    assert [s.heading for s in parsed.sections] == ["Peikkojen blogi", "Viikko 27", "Viikko 23"]
    assert parsed.sections[1].text == f"27.2.2026\n\n{BODY}\n\nJa 27."


def test_a_page_that_marks_its_main_text(tmp_path: Path) -> None:
    html = post(
        f"<main><h1>Suunnitelma</h1><p>{BODY * 4}</p><div class='share'>Jaa</div></main>",
        """<script type="application/ld+json">{"@graph": [{"@type": "Article",
        "datePublished": "2020-03-04", "author": {"name": "Kuopion kaupunki"}}]}</script>
        <meta property="og:site_name" content="Kuopio"><meta property="og:title"
        content="Suunnitelma | Kuopio"><link rel="canonical" href="https://kuopio.example/a">""",
    )
    parsed = read(tmp_path, html)
    assert parsed.title == "Suunnitelma"
    assert parsed.sections[0].text == (BODY * 4).strip()
    assert parsed.dates == (FoundDate(PartialDate(2020, 3, 4), "json-ld"),)
    assert dict(parsed.properties) == {
        "site": "Kuopio",
        "author": "Kuopion kaupunki",
        "url": "https://kuopio.example/a",
        "language": "fi",
    }


def test_a_page_that_marks_nothing(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{BODY} Osa {n}.</p>" for n in range(8))
    html = post(f"<div><h1>Käpyvuosi</h1>{paragraphs}</div><div class='footer'>Kotikatu 1</div>")
    parsed = read(tmp_path, html)
    assert parsed.title == "Käpyvuosi"
    text = "\n".join(s.text for s in parsed.sections)
    assert all(f"Osa {n}." in text for n in range(8))
    assert "evästeet" not in text


def test_a_short_page_is_read_whole(tmp_path: Path) -> None:
    parsed = read(tmp_path, post("<h1>Tiedote</h1><p>Retki siirtyy huomiseen.</p>"))
    assert parsed.sections[-1].text.endswith("Retki siirtyy huomiseen.")


def test_a_transcript_of_a_sharing_site(tmp_path: Path) -> None:
    html = post(
        "<h1>Pihan leikit</h1><h2>Samankaltaiset tiedostot</h2><p>Muu työ Oulusta</p>"
        f"<h2>Transkriptio:</h2><div>1 {BODY}</div><div>2 Loppu.</div>"
    )
    parsed = read(tmp_path, html)
    assert parsed.properties["layout"] == "transcript"
    assert [s.page for s in parsed.sections if s.page] == [1, 2]
    assert "Oulusta" not in " ".join(s.text for s in parsed.sections)


DOCUMENT = f"<p>1 Pihan leikit Kuopio 2016</p><p>2 {BODY}</p><p>3 {BODY}</p>"
SIMILAR = """<h2>Samankaltaiset tiedostot</h2><ul><li><a><h3>Oulun vasu</h3></a><p>Oulun vasu 2011
Johdanto ja muuta sellaista</p></li></ul>"""


def test_the_desktop_page_of_a_document_site(tmp_path: Path) -> None:
    parsed = read(
        tmp_path,
        "<html><head><title>Pihan leikit - PDF Free Download</title></head><body>"
        "<div class='navbar'><a>Asiakirjat.fi</a> Kirjaudu</div><h1>Pihan leikit</h1>"
        "<div>Koko: px</div><div>Aloita"
        ' esitys sivulta:</div><a>Download "Pihan leikit"</a><div>Lataajan nimi</div><div>8 vuotta'
        f" sitten</div><div>Transkriptio</div><div>{DOCUMENT}</div>{SIMILAR}"
        "<footer>Palvelun ehdot</footer></body></html>",
    )
    assert parsed.title == "Pihan leikit"
    assert [(s.page, s.text) for s in parsed.sections] == [
        (None, ""),
        (1, "Pihan leikit Kuopio 2016"),
        (2, BODY),
        (3, BODY),
    ]
    told = {cut.reason: cut.text for cut in parsed.removed}
    assert told["similar files of a sharing site"].startswith("Samankaltaiset tiedostot\nOulun")
    assert "Lataajan nimi" in told["controls of a sharing site"]
    assert told["footer of the site"] == "Palvelun ehdot"


def test_the_small_page_of_a_document_site(tmp_path: Path) -> None:
    parsed = read(
        tmp_path,
        "<html><head><title>Pihan leikit</title></head><body><header>Asiakirjat.fi</header><main>"
        f"<h1>Pihan leikit</h1><a>Lataa</a>{SIMILAR}<h2>Transkriptio</h2>{DOCUMENT}</main>"
        "<footer>Palvelun ehdot</footer></body></html>",
    )
    assert parsed.title == "Pihan leikit"
    assert [s.page for s in parsed.sections] == [None, 1, 2, 3]
    assert "Oulun" not in " ".join(s.text for s in parsed.sections)


def test_a_page_that_shares_slides(tmp_path: Path) -> None:
    slides = "".join(f"<li><a>{n}.</a> Dia {n}: {BODY}</li>" for n in (1, 2, 3))
    parsed = read(
        tmp_path,
        "<html><head><title>Pihan leikit | PPT</title></head><body><main><h1>Pihan leikit</h1>"
        "<div>412 views</div><h2>Recommended</h2><ul><li><a>Oulun vasu 2011</a></li></ul>"
        f"<ol class='transcripts'>{slides}</ol></main></body></html>",
    )
    assert parsed.title == "Pihan leikit"
    assert parsed.properties["layout"] == "slides"
    assert [(s.page, s.text) for s in parsed.sections] == [
        (None, ""),
        *((n, f"Dia {n}: {BODY}") for n in (1, 2, 3)),
    ]
    assert any("Oulun vasu" in cut.text for cut in parsed.removed)


def test_the_blocks_of_a_newer_wordpress(tmp_path: Path) -> None:
    html = post(
        f"""<h1 class="wp-block-post-title">Kävyt</h1><div class="wp-block-post-date">
        <time datetime="2022-05-03">3.5.2022</time></div>
        <div class="entry-content wp-block-post-content"><p>{BODY}</p></div>
        <div class="wp-block-comment-content"><p>Hieno idea!</p></div>""",
        "<meta name='generator' content='WordPress 6.4'>",
    )
    parsed = read(tmp_path, html)
    assert [(s.heading, s.text, s.role) for s in parsed.sections] == [
        ("Kävyt", BODY, SectionRole.BODY),
        ("", "Hieno idea!", SectionRole.COMMENTS),
    ]
    assert parsed.dates == (FoundDate(PartialDate(2022, 5, 3), "time"),)


def test_a_layouts_own_element_that_is_but_a_scrap_of_the_page(tmp_path: Path) -> None:
    html = post(
        f"""<section id="content" class="portlet-layout"><h1>Retkipäivä</h1><div class="text">
        {BODY * 4}</div><div class="journal-content-article"><p>Lue myös tiedotteet.</p></div>
        </section>"""
    )
    assert BODY * 2 in read(tmp_path, html).sections[0].text


@pytest.mark.parametrize("frame", ["elementor-widget elementor-widget-text-editor", "sisus"])
def test_a_short_page_that_marks_nothing_keeps_headings_and_lists(
    tmp_path: Path, frame: str
) -> None:
    html = post(
        f"""<div class="ylös">Hae sivuilta</div><div><div class="{frame}"><h1>Käpyvuosi</h1>
        <p>{BODY}</p><p>{BODY} Uudelleen.</p><h2>Tavoitteet</h2><ul><li>iloa syksyyn</li>
        <li>laskemista</li></ul><h2>Tulokset</h2><p>{BODY} Tulos.</p>
        <p>Jaa: Facebook Twitter</p></div></div>"""
    )
    parsed = read(tmp_path, html)
    assert [s.heading for s in parsed.sections] == ["Käpyvuosi", "Tavoitteet", "Tulokset"]
    assert parsed.sections[1].text == "- iloa syksyyn\n- laskemista"
    assert "Jaa: Facebook Twitter" in {cut.text for cut in parsed.removed}


def test_tables_and_bold_lines(tmp_path: Path) -> None:
    html = post(
        f"<main><p>{BODY * 3}</p><p><b>Tavoitteet</b></p><p>Iloa.</p><table><tr><th>Viikko</th>"
        "<th>Paikka</th></tr><tr><td>1</td><td>suo</td></tr></table></main>"
    )
    section = next(s for s in read(tmp_path, html).sections if s.heading == "Tavoitteet")
    assert section.text == "Iloa.\n\nViikko | Paikka\n1 | suo"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8", ""])
def test_old_encodings(tmp_path: Path, declared: str) -> None:
    head = f"<meta charset='{declared}'>" if declared else ""
    html = post(f"<main><p>{BODY * 4} – ”hyvä”</p></main>", head)
    parsed = read(tmp_path, html, "cp1252")
    assert parsed.sections[-1].text.endswith("– ”hyvä”")
