"""Decks written in Markdown: where a slide ends, and what on it are the speaker's notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_SLIDE_MARK = re.compile(
    r"^<!--\s*slide(?: number)?:?\s*\d+\s*-->\s*$", re.IGNORECASE | re.MULTILINE
)
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_DECK_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|(?<=\n\n)--)[ \t]*$", re.MULTILINE)
"""Reveal.js parts slides that stand below each other by two hyphens."""

_GAP = re.compile(r"(?<![ \t])(?:[ \t]*\n){4,}")
_BIG_HEADING = re.compile(r"^# +\S", re.MULTILINE)
_SLIDE_HEADING = re.compile(r"^(?=#{1,2} +\S)", re.MULTILINE)
_ANY_HEADING = re.compile(r"\s*#{1,6} +\S")
_DECK_FORMAT = re.compile(r"revealjs|pptx|beamer|slidy|slideous|dzslides|presentation|slides")
_ENOUGH_SLIDES = 3
_MOST_WORDS = 80
"""A slide has few words; between the rules of an article stands more."""

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_DIRECTIVE = re.compile(r"\s*[\w$-]+\s*:")
_DIV = re.compile(r"^:{3,}[ \t]*(.*)$", re.MULTILINE)
_NOTES_DIV = re.compile(r"\{?\s*\.?(?:speaker-)?notes?\b")
NOTES_HEAD = "Notes:"


def slides_of(body: str, front: Mapping[str, Any]) -> list[str]:
    """Part a deck at its slide marks, rules, headings or wide gaps; an article is one part."""
    if _SLIDE_MARK.search(body):
        return _filled(_SLIDE_MARK.split(body))
    if front.get("marp") or _is_deck(_filled(_RULE.split(body))):
        return _filled(_DECK_RULE.split(body))
    told = " ".join(str(front.get(key, "")) for key in ("format", "output"))
    if _DECK_FORMAT.search(told) or any(map(_NOTES_DIV.match, _DIV.findall(body))):
        return _filled(_SLIDE_HEADING.split(body))
    parts = _filled(_GAP.split(body))
    if min(len(parts), len(_BIG_HEADING.findall(body))) >= _ENOUGH_SLIDES:
        return parts
    return [body]


def with_notes(slide: str) -> str:
    """A slide's text with its notes under ``NOTES_HEAD`` at the end.

    Marp's notes are comments that set nothing; Pandoc's and Quarto's stand between colons.
    """
    notes: list[str] = []
    slide = without_comments(slide, lambda comment: _note(comment[1], notes))
    kept = "\n".join(_without_divs(slide, notes))
    return "\n\n".join([kept, *(f"{NOTES_HEAD} {note}" for note in notes)])


def without_comments(text: str, by: Callable[[re.Match[str]], str] = lambda _: "") -> str:
    """The text with ``by`` in the place of HTML comments, their content as its first group."""
    return replaced_up_to("-->", _COMMENT, by, text)


def replaced_up_to(
    end: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], text: str
) -> str:
    """Replace what a pattern meets, all of which must end with ``end``."""
    # After the last end nothing ends: looking for one at each beginning would take for ever.
    closed, last, rest = text.rpartition(end)
    return pattern.sub(by, closed + last) + rest


def _note(comment: str, notes: list[str]) -> str:
    if comment.strip() and not _DIRECTIVE.match(comment):
        notes.append(comment.strip())
    return ""


def _without_divs(slide: str, notes: list[str]) -> Iterator[str]:
    """The lines of a slide without the colons that fence its parts, and without its notes."""
    inside: list[str] | None = None
    for line in slide.split("\n"):
        fence = _DIV.match(line)
        if fence and _NOTES_DIV.match(fence[1]):
            inside = []
        elif fence:
            notes += ["\n".join(inside)] if inside else []
            inside = None
        elif inside is not None:
            inside.append(line)
        else:
            yield line
    notes += ["\n".join(inside)] if inside else []


def _filled(parts: list[str]) -> list[str]:
    return [part for part in parts if part.strip()]


def _is_deck(parts: list[str]) -> bool:
    """Whether rules part slides: nearly all have a heading, or most have and all are short."""
    headed = sum(bool(_ANY_HEADING.match(part)) for part in parts)
    short = all(len(part.split()) <= _MOST_WORDS for part in parts)
    return len(parts) >= _ENOUGH_SLIDES and headed >= (0.5 if short else 0.8) * len(parts)
