"""The sites on which the HTML samples stand: what surrounds the text on all their pages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.samples.gold_source import Meta

FURNITURE = Path(__file__).parent / "furniture.toml"


@dataclass(frozen=True, slots=True)
class Site:
    """One site's own furniture: `recent`, `related` and `events` name other towns and years."""

    organisations: tuple[str, ...]
    language: str
    name: str
    tagline: str
    domain: str
    menu: tuple[str, ...]
    labels: tuple[str, ...]
    recent: tuple[str, ...]
    related: tuple[str, ...]
    events: tuple[str, ...]
    footer: tuple[str, ...]
    copyright: str


def site_of(meta: Meta) -> Site:
    """Find the site that publishes an organisation's pages in the document's language.

    Raises LookupError when furniture.toml has none.
    """
    for site in _sites():
        if meta.organisation in site.organisations and meta.language == site.language:
            return site
    raise LookupError(f"furniture.toml: no {meta.language} site of {meta.organisation}")


def interface(language: str) -> dict[str, Any]:
    """The words of buttons and headings in one language."""
    words: dict[str, Any] = _furniture()["ui"][language]
    return words


@cache
def _furniture() -> dict[str, Any]:
    return tomllib.loads(FURNITURE.read_text("utf-8"))


@cache
def _sites() -> tuple[Site, ...]:
    return tuple(
        Site(**{key: _frozen(value) for key, value in table.items()})
        for table in _furniture()["site"]
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
