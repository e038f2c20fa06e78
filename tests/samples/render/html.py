"""Saved web pages in four layouts: Blogger-, WordPress-, Liferay- and Drupal-like."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tests.samples import gold_source as gold
from tests.samples.gold_source import Block, GoldDocument, ListItem
from tests.samples.render.common import (
    Rendered,
    date_in_figures,
    date_in_words,
    grouped,
    inline_markup,
    moment,
    pick,
)
from tests.samples.render.sites import interface, site_of

TEMPLATES = Path(__file__).parent / "templates"
# Two pages as old servers send them. The one that declares Latin-1 holds cp1252 bytes, as
# such pages do: browsers read them so.
LEGACY_CHARSETS = {"sotkamo-majaleikit": "iso-8859-1", "sv-borga-lekens-rum": "windows-1252"}
SIGNATURE = re.compile(r"\s*(?:–|—|/)\s*(?P<author>[^–—/]+)$")
SUMMER_TIME = range(4, 11)
WEEKDAY_PATTERNS = {"fi": "cccc d. MMMM y", "sv": "cccc d MMMM y", "en": "cccc, d MMMM y"}


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment with its author's title and the day it was left ("" if undated page)."""

    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The publication date in the forms that layouts use; all "" when it is unknown.

    `iso` (with a time) is given only for a known day, `words` never more than is known.
    """

    iso: str
    words: str
    figures: str
    weekday: str
    clock: str
    year: int
    month: str


def render_html(document: GoldDocument) -> Rendered:
    """Write a page in the layout that the format names."""
    layout = document.meta.format.removeprefix("html-")
    charset = LEGACY_CHARSETS.get(document.slug, "utf-8")
    comments = _comments(document)
    page = (
        _environment()
        .get_template(f"{layout}.html")
        .render(
            meta=document.meta,
            slug=document.slug,
            number=zlib.crc32(document.slug.encode()),
            variant=pick(document.slug + "variant", (0, 1, 2)),
            site=site_of(document.meta),
            ui=interface(document.meta.language),
            dates=_dates(document.meta.date, document.meta.language),
            body=_body(document.body),
            opening=next(gold.block_texts(document.body))[:150],
            comments=comments,
            charset=charset,
        )
    )
    encoding = "utf-8" if charset == "utf-8" else "cp1252"
    texts = (document.meta.title, *gold.block_texts(document.body))
    return Rendered(
        page.encode(encoding, "xmlcharrefreplace"),
        ("\n".join(texts),),
        ("\n".join(f"{comment.text} {comment.author}" for comment in comments),),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _dates(date: str, language: str) -> Dates:
    when = moment(date)
    if len(date) < 10:
        words = date_in_words(date, language)
        return Dates("", words, date_in_figures(date, language), words, "", when.year, "")
    weekday = format_date(when, WEEKDAY_PATTERNS[language], locale=language)
    return Dates(
        iso=f"{when:%Y-%m-%dT%H:%M:%S}{'+03:00' if when.month in SUMMER_TIME else '+02:00'}",
        words=date_in_words(date, language),
        figures=date_in_figures(date, language),
        weekday=weekday,
        clock=f"{when:%H.%M}",
        year=when.year,
        month=format_date(when, "LLLL", locale=language),
    )


def _comments(document: GoldDocument) -> tuple[Comment, ...]:
    """Part each comment from its signature and date it some weeks or a year after the post."""
    found: list[Comment] = []
    for index, text in enumerate(document.comments):
        match = SIGNATURE.search(text)
        author = match["author"].strip() if match else ""
        bare = text[: match.start()] if match else text
        found.append(Comment(bare, author, _comment_date(document, index)))
    return tuple(found)


def _comment_date(document: GoldDocument, index: int) -> str:
    if len(document.meta.date) < 10:
        return ""
    days = pick(f"{document.slug}{index}", (1, 3, 12, 40, 230, 400)) + index
    later: datetime = moment(document.meta.date) + timedelta(days=days)
    return date_in_words(f"{later:%Y-%m-%d}", document.meta.language)


def _body(blocks: tuple[Block, ...]) -> Markup:
    return Markup("\n").join(_element(group) for group in grouped(blocks))


def _element(group: tuple[Block, ...]) -> Markup:
    block = group[0]
    if isinstance(block, ListItem):
        return _list(tuple(item for item in group if isinstance(item, ListItem)), 0)
    if isinstance(block, gold.Table):
        head, *rows = block.rows
        return Markup("<table><thead>{}</thead><tbody>{}</tbody></table>").format(
            _row(head, "th"), Markup("").join(_row(row, "td") for row in rows)
        )
    name = f"h{block.level}" if isinstance(block, gold.Heading) else "p"
    return Markup("<{0}>{1}</{0}>").format(name, inline_markup(block.text, "strong", "em"))


def _row(cells: tuple[str, ...], name: str) -> Markup:
    inner = Markup("").join(
        Markup("<{0}>{1}</{0}>").format(name, inline_markup(cell, "strong", "em")) for cell in cells
    )
    return Markup("<tr>{}</tr>").format(inner)


def _list(items: tuple[ListItem, ...], depth: int) -> Markup:
    """A list whose deeper items stand in a list inside the item before them."""
    parts: list[Markup] = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and items[end].depth > depth:
            end += 1
        inner = _list(items[start + 1 : end], depth + 1) if end > start + 1 else Markup("")
        text = inline_markup(items[start].text, "strong", "em")
        parts.append(Markup("<li>{}{}</li>").format(text, inner))
        start = end
    name = "ul" if items[0].number is None else "ol"
    return Markup("<{0}>{1}</{0}>").format(name, Markup("").join(parts))
