"""A site's lines: what it puts around its pages goes, what the pages say themselves stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.across import (
    SITE_LINE,
    page_lines,
    protected_labels,
    site_lines,
    site_of,
    without_site_lines,
)
from indexer.models import ParsedDocument, Section, SectionRole
from indexer.vocabulary import load_vocabularies

ABOUT = "Tämä blogi kertoo verkoston kuntien kehittämistyöstä."
MENU = "Etusivu\nBlogi\nYhteystiedot"
SUBJECTS = ["metsästä", "keittiöstä", "lauluista", "varjoista", "siemenistä", "kivistä"]
PROTECTED = protected_labels(load_vocabularies()["practice_part"])


def own(subject: str, number: int = 0) -> str:
    return f"Kirjoitus {number} kertoo {subject} ja siitä, mitä lapset {subject} löysivät."


def document(*sections: Section, **properties: str) -> ParsedDocument:
    return ParsedDocument("Otsikko", sections, properties=properties)


def cleaned(documents: Sequence[ParsedDocument]) -> list[ParsedDocument]:
    lines = site_lines(map(page_lines, documents), PROTECTED)
    return [without_site_lines(one, lines) for one in documents]


def texts(documents: Sequence[ParsedDocument]) -> list[list[str]]:
    return [[section.text for section in one.sections] for one in documents]


def removed(one: ParsedDocument) -> list[str]:
    return [part.text for part in one.removed if part.reason == SITE_LINE]


def test_menus_and_footers_go_and_are_listed_with_their_page() -> None:
    pages = [document(Section("", f"{MENU}\n{own(one)}\n{ABOUT}", 1)) for one in SUBJECTS]
    result = cleaned(pages)
    assert texts(result) == [[own(one)] for one in SUBJECTS]
    assert removed(result[0]) == [*MENU.split("\n"), ABOUT]
    assert {part.page for part in result[0].removed} == {1}


def test_three_documents_that_agree_are_too_few() -> None:
    pages = [document(Section("", f"{own(one)}\n{ABOUT}")) for one in SUBJECTS[:3]]
    assert cleaned(pages) == pages


def test_a_line_of_few_documents_stays() -> None:
    tag = "Ulkoilu"
    pages = [document(Section("", own("lumesta", number))) for number in range(12)]
    tagged = [document(Section("", f"{own(one)}\n{tag}")) for one in SUBJECTS[:4]]
    assert cleaned([*pages, *tagged]) == [*pages, *tagged]


def test_headings_that_documents_share_stay() -> None:
    pages = [
        document(Section("Mitä teimme", own(one)), Section("Tulokset", own(one, 1)))
        for one in SUBJECTS
    ]
    assert cleaned(pages) == pages


def test_labels_within_the_text_stay() -> None:
    pages = [
        document(Section("", "\n".join(["Kuka keksi?", own(one), "Ryhmän koko:", own(one, 1)])))
        for one in SUBJECTS
    ]
    assert "Ryhmän koko:" in texts(cleaned(pages))[0][0]


def test_a_heading_of_the_practice_stays_even_beside_others() -> None:
    lines = "Taustaa\nTavoitteet\n"
    pages = [
        document(Section("", f"{lines}{own(one)}\nTulokset\n{own(one, 1)}")) for one in SUBJECTS
    ]
    result = texts(cleaned(pages))[0][0]
    assert all(label in result for label in ("Tavoitteet", "Tulokset"))


def test_a_heading_goes_with_all_that_stands_under_it() -> None:
    pages = [
        document(Section("Metsä", own(one)), Section("Tietoa blogista", ABOUT)) for one in SUBJECTS
    ]
    result = cleaned(pages)
    assert texts(result) == [[own(one)] for one in SUBJECTS]
    assert removed(result[0]) == ["Tietoa blogista", ABOUT]


def test_a_heading_of_nothing_is_a_line_like_others() -> None:
    pages = [
        document(
            Section("Verkoston blogi", ""),
            Section(one, own(one)),
            Section("Kuka keksi?", ""),
            Section(f"{one} 2", own(one, 1)),
            Section("Seuraa meitä", ""),
        )
        for one in SUBJECTS
    ]
    result = cleaned(pages)[0]
    assert removed(result) == ["Verkoston blogi", "Seuraa meitä"]
    assert [one.heading for one in result.sections] == ["metsästä", "Kuka keksi?", "metsästä 2"]


def test_copies_of_one_text_do_not_make_it_boilerplate() -> None:
    pages = [document(Section("", f"{own('lumesta')}\n{ABOUT}")) for _ in range(9)]
    assert cleaned(pages) == pages


def test_versions_of_one_text_do_not_make_it_boilerplate() -> None:
    national = [
        f"Laki velvoittaa kuntaa huolehtimaan siitä, että kohta {number} toteutuu arjessa."
        for number in range(30)
    ]
    pages = [
        document(Section("", "\n".join([own(town), *national[:15], own(town, 1), *national[15:]])))
        for town in SUBJECTS
    ]
    assert cleaned(pages) == pages


def test_a_long_paragraph_is_no_site_s_line() -> None:
    paragraph = " ".join(["Varhaiskasvatus on lapsen oikeus ja yhteinen tehtävä."] * 8)
    pages = [document(Section("", f"{own(one)}\n{paragraph}")) for one in SUBJECTS]
    assert cleaned(pages) == pages


def test_a_document_of_nothing_else_keeps_its_lines() -> None:
    pages = [document(Section("", f"{own(one)}\n{ABOUT}")) for one in SUBJECTS]
    bare = document(Section("", ABOUT))
    assert cleaned([*pages, bare])[-1] == bare


def test_comments_are_looked_at_by_themselves() -> None:
    pages = [
        document(
            Section("", f"{own(one)}\nJaa kirjoitus"),
            Section("", f"Kommentoi\n{own(one, 1)}", role=SectionRole.COMMENTS),
        )
        for one in SUBJECTS
    ]
    assert texts(cleaned(pages))[0] == [own(SUBJECTS[0]), own(SUBJECTS[0], 1)]


@given(st.permutations(range(8)))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    pages = [
        page_lines(document(Section("", f"{MENU}\n{own('sateesta', at // 2)}\n{ABOUT}")))
        for at in range(8)
    ]
    assert site_lines(pages[at] for at in order) == site_lines(pages)


_LINES = st.lists(st.sampled_from([*MENU.split("\n"), ABOUT, *map(own, SUBJECTS)]), max_size=8)


@given(st.lists(_LINES, max_size=8))
def test_every_line_is_kept_or_listed(pages: list[list[str]]) -> None:
    documents = [document(Section("", "\n".join(lines))) for lines in pages]
    for before, after in zip(documents, cleaned(documents), strict=True):
        kept = [line for one in after.sections for line in one.text.split("\n")]
        lines = [line for one in before.sections for line in one.text.split("\n")]
        assert sorted(filter(None, [*kept, *removed(after)])) == sorted(filter(None, lines))


@pytest.mark.parametrize(
    ("staff", "properties", "media_type", "site"),
    [
        (None, {"url": "https://www.kunta.fi/blogi/1"}, "text/html", "kunta.fi"),
        ("https://toinen.fi/x", {"url": "https://kunta.fi"}, "text/html", "toinen.fi"),
        ("kunta.fi/raportti.pdf", {}, "application/pdf", "kunta.fi (files)"),
        (None, {"site": " Kunnan  Blogi"}, "text/html", "kunnan blogi"),
        (None, {"url": "http://[rikki", "site": "Blogi"}, "text/html", "blogi"),
        (None, {}, "text/html", None),
    ],
)
def test_a_site_is_the_host_or_else_the_name(
    staff: str | None, properties: dict[str, str], media_type: str, site: str | None
) -> None:
    assert site_of(staff, page_lines(document(**properties)), media_type) == site
