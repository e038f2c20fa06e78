"""What kind of document it is: the signs that each kind carries, and how much each tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..models import Assignment, Evidence
from .evidence import evidence
from .kindfigures import FORM_SIGNS
from .kindforms import Form
from .kindlookup import found_words
from .kindsigns import DEFAULT, NARROWER, SIGNS, Sign, Where
from .kindwords import WORD_SIGNS
from .reading import LONGEST_TITLE, Reading

_CUT_WORD = re.compile(r"(?<=[^\W\d_])- (?!(?:ja|tai|sekä|eli|och|eller|and)\b)(?=[^\W\d_])", re.I)
_CLOSING = 6


_Speech = tuple[str, Mapping[str, float], tuple[Where, int, int] | None]
"""A sign's name, what it weighs, and where it stands."""


def detect_kind(reading: Reading) -> Assignment:
    """The kind whose signs weigh most; ``other`` where none says anything.

    A kind that is part of another speaks for it too. The score is the share of all signs' weight;
    the evidence is the line of the first sign that speaks for the kind.
    """
    form = Form(reading)
    signs = tuple(signs_of(form))
    weights: dict[str, float] = defaultdict(float, [DEFAULT])
    for _, speaks_for, _ in signs:
        for kind, weight in speaks_for.items():
            weights[kind] += weight
    broad: dict[str, float] = defaultdict(float)
    for kind, weight in weights.items():
        broad[NARROWER.get(kind, kind)] += weight
    best = max(broad, key=broad.__getitem__)
    narrower = (kind for kind in weights if NARROWER.get(kind) == best)
    kind = max((best, *narrower), key=weights.__getitem__)
    share = broad[best] / sum(weight for weight in broad.values() if weight > 0)
    places = (place for _, speaks_for, place in signs if place and speaks_for.get(kind, 0) > 0)
    return Assignment(kind, round(share, 3), _line(form, next(places, None)))


def signs_of(form: Form) -> Iterator[_Speech]:
    """All the signs that a document carries."""
    for sign in FORM_SIGNS:
        if sign.holds(form):
            yield sign.name, sign.weights, None
    lower = {where: _text(form, where).lower() for where in Where}
    for pattern in SIGNS:
        span = _span(pattern, lower[pattern.where])
        if span:
            yield pattern.name, pattern.weights, (pattern.where, *span)
    for number, at in found_words(form.text, len(form.reading.opening), form.spans):
        words = WORD_SIGNS[number]
        yield words.name, words.weights, (Where.TEXT, at, at)


def _span(sign: Sign, text: str) -> tuple[int, int] | None:
    """Where a sign is first found, if it is found as often as it takes."""
    first = sign.pattern.search(text)
    if not first:
        return None
    times = 1 if sign.least == 1 else 1 + len(sign.pattern.findall(text, first.end()))
    return first.span() if times >= sign.least else None


def _text(form: Form, where: Where) -> str:
    reading = form.reading
    match where:
        case Where.TITLE:
            return _joined(reading.title) if len(reading.title) <= LONGEST_TITLE else ""
        case Where.OPENING:
            return reading.opening
        case Where.CRUMBS:
            return f"{reading.url}\n{reading.crumbs}"
        case Where.SITE:
            return reading.site
        case Where.TEXT:
            return form.beginning
        case Where.CLOSING:
            return "\n".join(sentence.text for sentence in reading.sentences[-_CLOSING:])


def _joined(title: str) -> str:
    """A title without the hyphens that line ends left in its words."""
    return _CUT_WORD.sub("", title)


def _line(form: Form, place: tuple[Where, int, int] | None) -> Evidence | None:
    """The line that a sign stands in."""
    if not place:
        return None
    where, start, end = place
    text = _text(form, where)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return evidence(text[first : last if last > 0 else len(text)], None, start - first)
