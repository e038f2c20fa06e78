"""Markdown: front matter, blocks, and decks."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.models import FoundDate, ParsedDocument, PartialDate, SectionRole
from indexer.parsers.markdown import parse_text
from indexer.parsers.reasons import RUNNING

ARTICLE = """\
---
title: Metsä on luokka
date: 2019-05-14
author: Lieksan kaupunki
tags: [luonto, leikki]
lang: fi
---

Johdanto **vahvasti** ja [linkki](https://example.org).

## Mitä tehtiin

- keppejä
  - pitkiä
- kiviä

| Viikko | Paikka |
|---|---|
| 1 | suo |

![kuvan selite](kuva.jpg)
"""


def read(text: str) -> ParsedDocument:
    return parse_text(text, Path("some_name.md"))


def test_front_matter_is_metadata() -> None:
    parsed = read(ARTICLE)
    assert parsed.title == "Metsä on luokka"
    assert parsed.dates == (FoundDate(PartialDate(2019, 5, 14), "front-matter"),)
    assert parsed.properties == {
        "author": "Lieksan kaupunki",
        "language": "fi",
        "tags": "luonto\nleikki",
    }


def test_blocks_lose_their_marks() -> None:
    title, opening = read(ARTICLE).sections
    assert (title.heading, title.text) == ("Metsä on luokka", "Johdanto vahvasti ja linkki.")
    assert opening.heading == "Mitä tehtiin"
    assert opening.text == "- keppejä\n- pitkiä\n- kiviä\n\nViikko | Paikka\n1 | suo"
    assert opening.page is None


def test_toml_front_matter() -> None:
    parsed = read('+++\ntitle = "Leikki"\ndate = 2020-02-01\n+++\nTeksti.')
    assert parsed.title == "Leikki"
    assert parsed.dates[0].value == PartialDate(2020, 2, 1)


def test_broken_front_matter_costs_itself_only() -> None:
    parsed = read("---\ntitle: [oops\n---\n# Leikki\n\nTeksti.")
    assert parsed.title == "Leikki"
    assert "front matter" in parsed.warnings[0]


def test_the_title_is_the_first_heading_or_line_or_the_name() -> None:
    assert read("# Otsikko\n\nTeksti.").title == "Otsikko"
    assert read("Ensimmäinen rivi\n\nToinen.").title == "Ensimmäinen rivi"
    assert read("![kuva](a.png)").title == "some name"


def test_a_deck_parted_by_rules() -> None:
    parsed = read(
        "# Yksi\n\nteksti\n\n---\n\n# Kaksi\n\n- a\n\nNotes: muista tauko\n\n---\n\n# Kolme"
    )
    assert [(s.page, s.heading, s.role.value) for s in parsed.sections] == [
        (1, "Yksi", "body"),
        (2, "Kaksi", "body"),
        (2, "", "notes"),
        (3, "Kolme", "body"),
    ]
    assert parsed.properties["layout"] == "slides"
    notes = next(s for s in parsed.sections if s.role is SectionRole.NOTES)
    assert notes.text == "muista tauko"


def test_a_deck_parted_by_wide_gaps() -> None:
    gap = "\n\n\n\n"
    parsed = read(f"# Yksi{gap}Tunnuslause\n\n# Kaksi\n\nteksti{gap}# Kolme{gap}Tunnuslause")
    assert [s.page for s in parsed.sections] == [1, 2, 2, 3, 4]


def test_a_rule_in_an_article_is_no_slide() -> None:
    parsed = read("# Otsikko\n\nteksti\n\n---\n\nLisää tekstiä.\n\n---\n\nLoppu.")
    assert {s.page for s in parsed.sections} == {None}


def test_a_marp_deck_has_notes_in_comments_and_lines_on_every_slide() -> None:
    parsed = read(
        "---\nmarp: true\nfooter: Retkien Kajaani\n---\n# Retket\n\n---\n<!-- _class: lead -->\n"
        "## Tavoitteet\n- iloa\n\n<!-- Muista eväät. -->\n\n---\n## Kiitos\n",
    )
    assert [(s.page, s.heading, s.text, s.role.value) for s in parsed.sections] == [
        (1, "Retket", "", "body"),
        (2, "Tavoitteet", "- iloa", "body"),
        (2, "", "Muista eväät.", "notes"),
        (3, "Kiitos", "", "body"),
    ]
    assert [(cut.text, cut.reason) for cut in parsed.removed] == [("Retkien Kajaani", RUNNING)]


def test_a_deck_of_short_slides_needs_no_heading_on_each() -> None:
    text = "# Retket\n\n--\n\nAlku\n\nNotes: tauko\n\n---\n\nKuva\n\n---\n\n# Loppu\n"
    parsed = read(text)
    assert [(s.page, s.heading or s.text, s.role.value) for s in parsed.sections] == [
        (1, "Retket", "body"),
        (2, "Alku", "body"),
        (2, "tauko", "notes"),
        (3, "Kuva", "body"),
        (4, "Loppu", "body"),
    ]


@pytest.mark.parametrize(
    "front",
    ["% Retket\n% Kuopion kaupunki\n% 2022-03-04\n", "---\ntitle: Retket\nformat: revealjs\n---\n"],
)
def test_a_deck_whose_headings_begin_slides(front: str) -> None:
    body = (
        "\n## Tavoitteet\n\n- iloa\n\n::: {.notes}\nMuista eväät.\n:::\n\n## Tulokset\n\nHyvin.\n"
    )
    parsed = read(front + body)
    assert parsed.title == "Retket"
    assert [(s.page, s.heading, s.text) for s in parsed.sections][-3:] == [
        (1, "Tavoitteet", "- iloa"),
        (1, "", "Muista eväät."),
        (2, "Tulokset", "Hyvin."),
    ]


def test_rules_in_an_article_part_no_slides() -> None:
    long = "Lapset leikkivät pihalla. " * 40
    parsed = read(f"# Retket\n\n{long}\n\n---\n\n{long}\n\n---\n\n{long}\n")
    assert {s.page for s in parsed.sections} == {None}
