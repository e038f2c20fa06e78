"""Score what a parser returned against what stands in the sample.

Four shares between 0 and 1: words found, words that belong, order kept, pages right.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.samples.gold_source import GOLD_FOLDER

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page or slide as laid out, without furniture.

    `optional` is text that a parser may keep or drop: a table of contents, a cover's imprint,
    readers' comments.
    """

    number: int
    text: str
    optional: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well a parsed text agrees with the gold.

    `recall` is the share of the gold's words that were found, `precision` the share of found
    words that are the gold's, `order` the share of the gold's word pairs that were kept,
    `pages_right` the share of the gold's words that were found on their own page.
    """

    recall: float
    precision: float
    order: float
    pages_right: float


def gold_pages(slug: str, folder: Path = GOLD_FOLDER) -> tuple[GoldPage, ...]:
    """Read what stands on each page of a sample; formats without pages have one."""
    table = json.loads((folder / f"{slug}.pages.json").read_text("utf-8"))
    return tuple(GoldPage(row["page"], row["text"], row["optional"]) for row in table)


def score(gold: Sequence[GoldPage], parsed: Sequence[tuple[int | None, str]]) -> Score:
    """Score (page number, text) pieces in the order parsed; no number means the first page."""
    wanted = words(page.text for page in gold)
    found = words(text for _, text in parsed)
    optional = Counter(words(page.optional for page in gold))
    matched = Counter(wanted) & Counter(found)
    excess = Counter(found) - matched - optional
    pairs = Counter(pairwise(wanted))
    kept = pairs & Counter(pairwise(found))
    return Score(
        recall=_share(matched.total(), len(wanted)),
        precision=_share(matched.total(), matched.total() + excess.total()),
        order=_share(kept.total(), pairs.total()),
        pages_right=_share(_on_own_page(gold, parsed), len(wanted)),
    )


def words(texts: Iterable[str]) -> list[str]:
    """The words of texts, case folded and composed; a hyphen parts words."""
    return [
        word
        for text in texts
        for word in WORD.findall(unicodedata.normalize("NFC", text).casefold())
    ]


def _on_own_page(gold: Sequence[GoldPage], parsed: Sequence[tuple[int | None, str]]) -> int:
    by_page: dict[int, list[str]] = {}
    for number, text in parsed:
        by_page.setdefault(number or 1, []).append(text)
    return sum(
        (Counter(words([page.text])) & Counter(words(by_page.get(page.number, ())))).total()
        for page in gold
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
