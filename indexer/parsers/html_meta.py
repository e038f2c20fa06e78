"""What the head of an HTML page states: title, site, author, address, language, dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

from ..models import FoundDate
from .blocks import one_line
from .dates import found

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "datepublished",
    "publish-date",
    "pubdate",
    "date",
)
_SEPARATOR = re.compile(r"\s+[|–—»·•-]\s+|:\s+")
_DEEPEST_JSON = 20
_DATE_ATTRIBUTES = ("datetime", "title", "content")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's meta elements and JSON-LD objects say."""

    meta: Mapping[str, str]
    objects: tuple[dict[str, Any], ...]

    def told(self, *names: str) -> str:
        """The content of the first meta element of these names; "" if there is none."""
        return next((told for name in names if (told := self.meta.get(name, ""))), "")


def head_of(soup: BeautifulSoup) -> Head:
    """Read the meta elements, the first of a name counting, and the JSON-LD of a page."""
    told: dict[str, str] = {}
    for element in soup.find_all("meta"):
        content = one_line(str(element.get("content") or ""))
        for attribute in ("property", "name", "itemprop"):
            name = str(element.get(attribute) or "").lower()
            if name and content:
                told.setdefault(name, content)
    return Head(told, tuple(_linked_data(soup)))


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, flat; what is not JSON is passed over."""
    for script in soup.find_all("script", type=re.compile("ld\\+json", re.IGNORECASE)):
        try:
            value = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, _DEEPEST_JSON)


def dates(head: Head) -> tuple[FoundDate, ...]:
    """The dates of publication that JSON-LD and meta elements state, the better first."""
    told = [item.get("datePublished") for item in head.objects]
    linked = [date for value in told for date in found(_text(value), "json-ld")]
    return (*linked[:1], *found(head.told(*_PUBLISHED_META), "meta"))


def date_of(element: Tag) -> Iterator[FoundDate]:
    """The date that an element states for machines: its own, or that of one inside it."""
    for inner in (element, *element.find_all(True)):
        for attribute in _DATE_ATTRIBUTES:
            if dates := found(str(inner.get(attribute) or ""), "time"):
                yield dates[0]
                return


def properties(soup: BeautifulSoup, head: Head) -> dict[str, str]:
    """Site, author, address, language and tags, as far as the page states them."""
    html = soup.find("html")
    language = str(html.get("lang") or html.get("xml:lang") or "") if isinstance(html, Tag) else ""
    tags = [one_line(str(tag.get("content"))) for tag in soup.find_all(property="article:tag")]
    told = {
        "site": head.told("og:site_name") or _named(head, "publisher"),
        "author": _named(head, "author") or head.told("author", "dc.creator"),
        "url": _address(soup, head),
        "language": one_line(language),
        "tags": "\n".join(tags) or head.told("keywords"),
    }
    return {key: value for key, value in told.items() if value}


def title(soup: BeautifulSoup, head: Head, site: str) -> str:
    """The page's title without the site's name: Open Graph, a lone h1, the title element."""
    element = soup.find("title")
    shown = one_line(element.get_text()) if isinstance(element, Tag) else ""
    first = [text for h in soup.find_all("h1") if (text := one_line(h.get_text(" ")))]
    graph = without_site(head.told("og:title", "twitter:title"), site)
    for text in first:
        if text != site and (text in graph or text in shown):
            return text
    return graph or (first[0] if len(first) == 1 else "") or without_site(shown, site)


def without_site(text: str, site: str) -> str:
    """Take the name of the site off a title; unknown, it is the shorter end."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    if site and text.casefold().endswith(site.casefold()) and len(parts) > 1:
        return text[: -len(site)].rstrip(" |–—»·•-:")
    if site and text.casefold().startswith(site.casefold()) and len(parts) > 1:
        return text[len(site) :].lstrip(" |–—»·•-:")
    if " | " in text or " » " in text:
        return max(re.split(r"\s[|»]\s", text), key=len).strip()
    return text


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)


def _named(head: Head, key: str) -> str:
    """The name of the publisher or author that an object states."""
    for item in head.objects:
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
            if name and not name.startswith("http"):
                return one_line(name)
    return ""


def _address(soup: BeautifulSoup, head: Head) -> str:
    link = soup.find("link", rel="canonical")
    told = str(link.get("href") or "") if isinstance(link, Tag) else ""
    address = told if told.startswith("http") else head.told("og:url")
    return address if address.startswith(("http://", "https://")) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
