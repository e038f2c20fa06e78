"""How true to the original the text of the sample corpus is, as parsed here and by plain tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, fields
from functools import cache
from pathlib import Path

from indexer.models import ParsedDocument, SectionRole
from indexer.parsers import parse_file
from tests.samples.gold_source import GoldDocument, plain, read_all
from tests.samples.scoring import GoldPage, Score, gold_pages, score

from .peers import Piece, peer_of

CORPUS = Path(__file__).parents[3] / "corpus"
SCANNED = "pdf-scan"
MEASURES = tuple(field.name for field in fields(Score))
TITLE = "title"

Row = dict[str, float]


@cache
def ours() -> dict[str, Row]:
    """Every measure by format, each the mean over its documents; the share of right titles too."""
    return _by_format(_our_row)


def peers() -> dict[str, Row]:
    """The same measures, titles apart, for what plain tools read of the same files."""
    return _by_format(_peer_row)


def documents() -> Iterator[GoldDocument]:
    """The samples whose files hold text."""
    return (document for document in read_all() if document.meta.format != SCANNED)


def _by_format(row_of: Callable[[GoldDocument], Row | None]) -> dict[str, Row]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for document in documents():
        if row := row_of(document):
            rows[document.meta.format].append(row)
    return {
        kind: {name: sum(row[name] for row in found) / len(found) for name in found[0]}
        for kind, found in sorted(rows.items())
    }


def _our_row(document: GoldDocument) -> Row:
    parsed = parse_file(CORPUS / document.meta.file)
    is_right = parsed.title == plain(document.meta.title)
    return {**_score(document, _pieces(parsed)), TITLE: float(is_right)}


def _peer_row(document: GoldDocument) -> Row | None:
    file = CORPUS / document.meta.file
    peer = peer_of(file)
    return _score(document, peer.read(file)) if peer else None


def _score(document: GoldDocument, pieces: Iterable[Piece]) -> Row:
    gold = gold_pages(document.slug)
    slogan = document.meta.slogan.casefold()
    told = [(_page(gold, page), _without(slogan, text)) for page, text in pieces]
    return dict(zip(MEASURES, astuple(score(gold, told)), strict=True))


def _pieces(parsed: ParsedDocument) -> list[Piece]:
    return [
        (section.page, text)
        for section in parsed.sections
        if section.role is not SectionRole.COMMENTS
        for text in (section.heading, section.text)
    ]


def _page(gold: tuple[GoldPage, ...], page: int | None) -> int | None:
    """A format without pages has one in the gold, whatever pages a parser finds in it."""
    return page if len(gold) > 1 else None


def _without(slogan: str, text: str) -> str:
    """Text without the slogan of its deck, which is cut later, when all slides are known."""
    return "\n".join(
        line for line in text.split("\n") if not slogan or slogan not in line.casefold()
    )
