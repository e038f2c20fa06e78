"""Reading gold files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples.gold_source import (
    GoldError,
    Heading,
    ListItem,
    Paragraph,
    Slide,
    Table,
    plain,
    read,
)

FRONT = """+++
file = "a/b.{suffix}"
format = "{form}"
language = "fi"
kind = "blog"
title = "Otsikko"
date = "2019-05-14"
years = [2019]
regions = ["kainuu"]
municipalities = []
themes = ["leikki"]
networks = []
organisation = "Kunta"
sidecar = false
{more}+++
"""


def gold_file(folder: Path, body: str, form: str = "md", more: str = "") -> Path:
    path = folder / "sample.md"
    path.write_text(FRONT.format(suffix=form, form=form, more=more) + body, "utf-8")
    return path


def test_blocks_are_read_in_order(tmp_path: Path) -> None:
    body = (
        "Alku.\n\n## Luku\n- yksi\n  - alla\n\n1. eka\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nLoppu.\n"
    )
    document = read(gold_file(tmp_path, body))
    assert document.slug == "sample"
    assert document.meta.years == (2019,)
    assert document.body == (
        Paragraph("Alku."),
        Heading(2, "Luku"),
        ListItem("yksi", 0, None),
        ListItem("alla", 1, None),
        ListItem("eka", 0, 1),
        Table((("a", "b"), ("1", "2"))),
        Paragraph("Loppu."),
    )


def test_comments_are_taken_out_of_the_text(tmp_path: Path) -> None:
    document = read(gold_file(tmp_path, "Teksti.\n\n## Kommentit\n\nHyvä! – Anonyymi\n"))
    assert document.body == (Paragraph("Teksti."),)
    assert document.comments == ("Hyvä! – Anonyymi",)


def test_slides_have_titles_blocks_and_notes(tmp_path: Path) -> None:
    body = "## Alku\nKunta\n\nNotes: Tervetuloa.\n\n---\n\n## Toinen\n- kohta\n"
    document = read(gold_file(tmp_path, body, "pptx", 'slogan = "Hyvä kunta"\n'))
    assert document.meta.slogan == "Hyvä kunta"
    assert document.slides == (
        Slide("Alku", (Paragraph("Kunta"),), "Tervetuloa."),
        Slide("Toinen", (ListItem("kohta", 0, None),), ""),
    )


def test_inline_marks_come_off() -> None:
    assert plain("**vahva** ja *hellä*, [linkki](https://a.example) 3 * 4 * 5") == (
        "vahva ja hellä, linkki 3 * 4 * 5"
    )


@pytest.mark.parametrize(
    ("more", "reason"),
    [('colour = "red"\n', "colour"), ("years = [1]\n", "front matter"), ("x = \n", "front matter")],
)
def test_broken_front_matter_is_told_with_the_file(tmp_path: Path, more: str, reason: str) -> None:
    with pytest.raises(GoldError, match=rf"sample\.md.*{reason}"):
        read(gold_file(tmp_path, "Teksti.\n", more=more))


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.md"
    path.write_text("Teksti.\n", "utf-8")
    with pytest.raises(GoldError, match=r"bare\.md"):
        read(path)


def test_a_slide_without_a_heading_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="heading"):
        read(gold_file(tmp_path, "pelkkä teksti\n", "odp"))
