"""Markdown: front matter, blocks, and decks."""

from __future__ import annotations

from pathlib import Path

from indexer.models import FoundDate, ParsedDocument, PartialDate, SectionRole
from indexer.parsers.markdown import parse_text

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
