"""Markdown: articles with front matter, and decks whose slides are parted by rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..models import FoundDate, ParsedDocument, Removed, SectionRole
from .blocks import Block, Kind, one_line, row, title_from_name, to_sections
from .dates import found
from .encoding import read_text
from .markdown_slides import replaced_up_to, slides_of, with_notes, without_comments
from .reasons import RUNNING

_TOML_FRONT = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_YAML_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_PANDOC_FRONT = re.compile(r"\A% *(?P<title>.+)\n(?:% *(?P<author>.*)\n)?(?:% *(?P<date>.*)\n)?")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_NOTES = re.compile(
    r"(?:#+\s*)?(?:speaker )?(?:notes?|muistiinpanot|anteckningar):\s*", re.IGNORECASE
)
_EVERY_SLIDE = ("header", "footer")
_PROPERTIES = {
    "author": ("author", "authors", "tekijä", "organisation", "publisher"),
    "url": ("url", "canonical", "link", "source"),
    "language": ("language", "lang", "kieli"),
    "site": ("site",),
    "layout": ("layout",),
    "tags": ("tags", "keywords", "avainsanat"),
}


def parse(path: Path) -> ParsedDocument:
    """Read a Markdown file."""
    return parse_text(read_text(path), path)


def parse_text(text: str, path: Path) -> ParsedDocument:
    """Read Markdown; the file's name is the title where the text has none."""
    front, body, warnings = _front_matter(text.replace("\r\n", "\n").lstrip("\ufeff"))
    slides = slides_of(body, front)
    is_deck = len(slides) > 1
    blocks = [
        replace(block, page=number if is_deck else None)
        for number, slide in enumerate(slides, 1)
        for block in _blocks(with_notes(slide) if is_deck else slide)
    ]
    properties = {key: told for key, names in _PROPERTIES.items() if (told := _told(front, names))}
    if is_deck:
        properties["layout"] = "slides"
    title = _title(front, blocks) or title_from_name(path)
    if not any(one_line(block.text) == title for block in blocks):
        blocks.insert(0, Block(Kind.HEADING, title, blocks[0].page if blocks else None))
    return ParsedDocument(
        title=title,
        sections=to_sections(blocks),
        removed=tuple(
            Removed(told, RUNNING) for name in _EVERY_SLIDE if (told := _told(front, (name,)))
        ),
        dates=_dates(front),
        properties=properties,
        warnings=warnings,
    )


def _front_matter(text: str) -> tuple[Mapping[str, Any], str, tuple[str, ...]]:
    if pandoc := _PANDOC_FRONT.match(text):
        told = {name: value for name, value in pandoc.groupdict().items() if value}
        return told, text[pandoc.end() :], ()
    toml = _TOML_FRONT.match(text)
    match = toml or _YAML_FRONT.match(text)
    if match is None:
        return {}, text, ()
    body = text[match.end() :]
    try:
        front: Mapping[str, Any] = tomllib.loads(toml[1]) if toml else frontmatter.parse(text)[0]
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError, RecursionError):
        return {}, body, ("front_matter: the front matter is broken and was left out; mend it",)
    return {str(key).lower(): value for key, value in front.items()}, body, ()


def _told(front: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of several values that is told, a list one a line; what is nested is no value."""
    for name in names:
        value = front.get(name)
        items = value if isinstance(value, list | tuple) else [value]
        texts = [
            one_line(str(item)) for item in items if isinstance(item, str | int | float | date)
        ]
        if any(texts):
            return "\n".join(texts)
    return ""


def _dates(front: Mapping[str, Any]) -> tuple[FoundDate, ...]:
    for name in ("date", "published", "päiväys", "datum"):
        if dates := found(_told(front, (name,)), "front-matter"):
            return dates
    return ()


def _title(front: Mapping[str, Any], blocks: list[Block]) -> str:
    headings = (block.text for block in blocks if block.kind is Kind.HEADING)
    texts = (block.text.split("\n")[0] for block in blocks)
    return one_line(_told(front, ("title", "otsikko")) or next(headings, "") or next(texts, ""))


def _blocks(text: str) -> Iterator[Block]:
    tokens = MarkdownIt("commonmark").enable("table").parse(without_comments(text))
    role = SectionRole.BODY
    for block in _token_blocks(tokens):
        if match := _NOTES.match(block.text):
            role = SectionRole.NOTES
            block = replace(block, kind=Kind.TEXT, text=block.text[match.end() :])
        yield replace(block, role=role)


def _token_blocks(tokens: list[Token]) -> Iterator[Block]:
    inside: list[str] = []
    cells: list[str] = []
    for token in tokens:
        if token.type == "tr_close":
            yield row(cells)
            cells = []
        elif token.nesting == 1:
            inside.append(token.type)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline" and {"td_open", "th_open"} & set(inside[-1:]):
            cells.append(_inline(token))
        elif token.type == "inline":
            yield Block(_kind(inside), _inline(token))
        elif token.type in ("fence", "code_block"):
            yield Block(Kind.TEXT, token.content)
        elif token.type == "html_block":
            yield Block(Kind.TEXT, replaced_up_to(">", _TAG, lambda _: " ", token.content))


def _kind(inside: list[str]) -> Kind:
    if "heading_open" in inside:
        return Kind.HEADING
    return Kind.ITEM if "list_item_open" in inside else Kind.TEXT


def _inline(token: Token) -> str:
    """The text of a line without its marks; a picture's description is not text."""
    said = {"text", "code_inline"}
    parts = []
    for child in token.children or []:
        if child.type in said:
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n" if child.type == "hardbreak" else " ")
    return "".join(parts)
