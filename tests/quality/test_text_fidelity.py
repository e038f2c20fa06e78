"""How true to the original the parsed text of the sample corpus is, against pinned floors.

``python -m tests.quality.test_text_fidelity`` prints the table; with ``--raise-floors`` it pins
what was reached where that is better, with ``--lower-floors`` also where it is worse.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from dataclasses import astuple, fields
from functools import cache
from math import floor
from pathlib import Path

import pytest

from indexer.models import ParsedDocument, SectionRole
from indexer.parsers import parse_file
from tests.samples.gold_source import GoldDocument, plain, read_all
from tests.samples.scoring import Score, gold_pages, score

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = Path(__file__).with_name("text_floors.toml")
MEASURES = tuple(field.name for field in fields(Score))
TITLE = "title"
SCANNED = "pdf-scan"
FORMATS = tuple(sorted({document.meta.format for document in read_all()} - {SCANNED}))


@cache
def scores() -> dict[str, dict[str, float]]:
    """Every measure by format, each the mean over its documents; the share of right titles too."""
    found: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for document in read_all():
        if document.meta.format != SCANNED:
            parsed = parse_file(CORPUS / document.meta.file)
            is_right = parsed.title == plain(document.meta.title)
            found[document.meta.format].append(
                (*astuple(_score(document, parsed)), float(is_right))
            )
    return {
        kind: dict(
            zip(
                (*MEASURES, TITLE),
                (sum(column) / len(rows) for column in zip(*rows, strict=True)),
                strict=True,
            )
        )
        for kind, rows in sorted(found.items())
    }


def _score(document: GoldDocument, parsed: ParsedDocument) -> Score:
    gold = gold_pages(document.slug)
    slogan = document.meta.slogan.casefold()
    pieces = [
        # A format without pages has one in the gold, whatever pages a parser finds in it.
        (section.page if len(gold) > 1 else None, _without(slogan, part))
        for section in parsed.sections
        if section.role is not SectionRole.COMMENTS
        for part in (section.heading, section.text)
    ]
    return score(gold, pieces)


def _without(slogan: str, text: str) -> str:
    """Text without the slogan of its deck, which is cut later, when all slides are known."""
    return "\n".join(
        line for line in text.split("\n") if not slogan or slogan not in line.casefold()
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_no_format_falls_below_its_floors(kind: str) -> None:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))[kind]
    reached = scores()[kind]
    assert {name: reached[name] for name in floors if reached[name] < floors[name]} == {}
    assert floors.keys() == reached.keys()


def test_a_scanned_page_says_that_it_is_one() -> None:
    for document in read_all():
        if document.meta.format == SCANNED:
            (warning,) = parse_file(CORPUS / document.meta.file).warnings
            assert warning.startswith("needs_ocr: page 1")


def main(arguments: list[str]) -> None:
    """Print the table, and pin its figures where an argument says so."""
    reached = scores()
    print(f"{'format':16}" + "".join(f"{name:>13}" for name in (*MEASURES, TITLE)))
    for kind, row in reached.items():
        print(f"{kind:16}" + "".join(f"{value:13.4f}" for value in row.values()))
    if arguments:
        _pin(reached, lower="--lower-floors" in arguments)


def _pin(reached: dict[str, dict[str, float]], lower: bool) -> None:
    text = FLOORS.read_text("utf-8")
    before = tomllib.loads(text)
    lines = [line for line in text.splitlines() if line.startswith("#")]
    for kind, row in reached.items():
        lines += ["", f"[{kind}]"]
        for name, value in row.items():
            pinned = 0.0 if lower else before.get(kind, {}).get(name, 0.0)
            lines.append(f"{name} = {max(floor(value * 1000) / 1000, pinned)}")
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
