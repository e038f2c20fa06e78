"""Read the gold source texts from which the sample corpus is rendered.

A gold file is TOML front matter between two `+++` lines and a small Markdown below it:
headings (`##`, `###`), one-line paragraphs, lists, tables, and `---` between slides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

GOLD_FOLDER = Path(__file__).parent / "gold"
CORPUS = Path(__file__).parents[2] / "corpus"
SLIDE_FORMATS = frozenset({"pdf-slides", "pptx", "odp"})
COMMENT_HEADINGS = frozenset({"Kommentit", "Kommentarer", "Comments"})
NOTES_MARK = "Notes:"
LIST_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*]|\d+\.) +(?P<text>.+)")
TABLE_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
STRONG_OR_EMPHASIS = re.compile(r"(?P<stars>\*{1,2})(?=\S)(?P<text>.+?)(?<=\S)(?P=stars)")
LINK = re.compile(r"\[(?P<text>[^\]]+)\]\([^)]+\)")


class GoldError(ValueError):
    """A gold file that breaks the agreed form; the message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading; `level` is 2 or 3, as in HTML."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """One list item; `depth` counts from 0, `number` is None in a bulleted list."""

    text: str
    depth: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its header."""

    rows: tuple[tuple[str, ...], ...]


TextBlock = Heading | Paragraph | ListItem
Block = TextBlock | Table


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, what stands under it, and the speaker's notes ("" if none)."""

    title: str
    blocks: tuple[Block, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The cataloguing record of a sample document, as its front matter gives it.

    `twin_of` is the slug of the document whose text this one repeats. The first `front_sections`
    chapters of a PDF report have Roman page numbers, and the chapters after them begin from 1.
    """

    file: str
    format: str
    language: str
    kind: str
    title: str
    date: str
    years: tuple[int, ...]
    regions: tuple[str, ...]
    municipalities: tuple[str, ...]
    themes: tuple[str, ...]
    networks: tuple[str, ...]
    organisation: str
    sidecar: bool
    slogan: str = ""
    header: str = ""
    footer: str = ""
    unrelated: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    twin_of: str = ""
    front_sections: int = 0
    rights: str = ""
    link_only: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One gold text; `comments` are taken out of `body`, `slides` is empty in running text."""

    slug: str
    meta: Meta
    body: tuple[Block, ...]
    comments: tuple[str, ...]
    slides: tuple[Slide, ...]

    @property
    def path(self) -> Path:
        """Where the rendered document stands in the corpus."""
        return CORPUS / self.meta.file

    @property
    def sidecar_path(self) -> Path:
        """Where its sidecar stands, if it has one."""
        return self.path.with_name(f"{self.path.name}.toml")


def read_all(folder: Path = GOLD_FOLDER) -> tuple[GoldDocument, ...]:
    """Read every gold file of a folder, by slug."""
    return tuple(read(path) for path in sorted(folder.glob("*.md")))


def read(path: Path) -> GoldDocument:
    """Read one gold file; raises GoldError when its form is broken."""
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0]:
        raise GoldError(f"{path.name}: front matter must stand between two +++ lines")
    meta = _meta(path, parts[1])
    if meta.format in SLIDE_FORMATS:
        slides = tuple(_slide(path, chunk) for chunk in re.split(r"(?m)^---$", parts[2]))
        return GoldDocument(path.stem, meta, (), (), slides)
    body, comments = _part_comments(tuple(_blocks(parts[2])))
    return GoldDocument(path.stem, meta, body, comments, ())


def plain(text: str) -> str:
    """Take the inline marks (emphasis, links) off a text."""
    return LINK.sub(r"\g<text>", STRONG_OR_EMPHASIS.sub(r"\g<text>", text))


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the plain texts of blocks in reading order, a table cell by cell."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (plain(cell) for row in block.rows for cell in row)
        else:
            yield plain(block.text)


def _meta(path: Path, text: str) -> Meta:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path.name}: front matter: {error}") from error
    unknown = table.keys() - {field.name for field in fields(Meta)}
    if unknown:
        raise GoldError(f"{path.name}: unknown front matter {sorted(unknown)}")
    try:
        return Meta(**{key: _frozen(value) for key, value in table.items()})
    except TypeError as error:
        raise GoldError(f"{path.name}: {error}") from error


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            if not TABLE_RULE.fullmatch(line.strip()):
                rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line.strip() and line.strip() != "---":
            yield _line(line)
    if rows:
        yield Table(tuple(rows))


def _line(line: str) -> Block:
    if match := LIST_ITEM.fullmatch(line.rstrip()):
        number = None if match["mark"] in "-*" else int(match["mark"].rstrip("."))
        return ListItem(match["text"], min(len(match["indent"]) // 2, 2), number)
    if line.startswith("##"):
        marks, _, text = line.partition(" ")
        return Heading(len(marks), text.strip())
    return Paragraph(line.strip().removeprefix("> "))


def _part_comments(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and plain(block.text) in COMMENT_HEADINGS:
            return blocks[:index], tuple(block_texts(blocks[index + 1 :]))
    return blocks, ()


def _slide(path: Path, text: str) -> Slide:
    blocks = tuple(_blocks(text))
    if not blocks or not isinstance(blocks[0], Heading):
        raise GoldError(f"{path.name}: a slide must begin with its heading: {text.strip()[:40]!r}")
    title, last = plain(blocks[0].text), blocks[-1]
    if isinstance(last, Paragraph) and last.text.startswith(NOTES_MARK):
        notes = plain(last.text.removeprefix(NOTES_MARK).strip())
        return Slide(title, blocks[1:-1], notes)
    return Slide(title, blocks[1:], "")
