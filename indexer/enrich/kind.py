"""What kind of document it is: the signs that each kind carries, and how much each tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Assignment, Evidence
from .evidence import evidence
from .kindsigns import SIGNS, Where
from .reading import LONGEST_TITLE, Part, Reading

_DEFAULT = ("other", 2.0)
_PAMPHLET = 400
"""Words; a longer PDF without other signs is most often a report."""

_PERSONAL = 1.5
_FIRST_PERSON = {
    "fi": frozenset(
        [
            "me",
            "meillä",
            "meidän",
            "meille",
            "meitä",
            "minä",
            "minun",
            "minua",
            "minusta",
            "olen",
            "olin",
        ]
    ),
    "sv": frozenset(["vi", "oss", "vår", "våra", "vårt", "jag", "mig", "min", "mitt", "mina"]),
    "en": frozenset(["we", "our", "us", "i", "me", "my"]),
}
_OF_US = {"fi": "mme"}
"""How a verb or a noun tells that it is ours."""

_SPOKEN = 1.0
"""Questions and exclamations in a hundred words, from which a text talks to its reader."""

_CUT_WORD = re.compile(r"(?<=[^\W\d_])- (?!(?:ja|tai|sekä|eli|och|eller|and)\b)(?=[^\W\d_])", re.I)
_VOICED = 150
"""Sentences that are listened to for the writer's voice."""

_CLOSING = 12


@dataclass(slots=True)
class _Weight:
    score: float = 0.0
    evidence: Evidence | None = None


def detect_kind(reading: Reading) -> Assignment:
    """The kind whose signs weigh most; ``other`` where none says anything.

    The score is its share of all signs' weight.
    """
    weights: dict[str, _Weight] = defaultdict(_Weight)
    weights[_DEFAULT[0]].score = _DEFAULT[1]
    for kind, weight in _by_form(reading):
        weights[kind].score += weight
    texts = {where: _text(reading, where) for where in Where}
    lower = {where: text.lower() for where, text in texts.items()}
    for kind, weight, where, pattern in SIGNS:
        found = pattern.search(lower[where])
        if found:
            weights[kind].score += weight
            weights[kind].evidence = weights[kind].evidence or _line(texts[where], *found.span())
    kind = max(weights, key=lambda kind: weights[kind].score)
    share = weights[kind].score / sum(weight.score for weight in weights.values())
    return Assignment(kind, round(share, 3), weights[kind].evidence)


def _text(reading: Reading, where: Where) -> str:
    match where:
        case Where.TITLE:
            return _joined(reading.title) if len(reading.title) <= LONGEST_TITLE else ""
        case Where.OPENING:
            return reading.opening
        case Where.CRUMBS:
            return f"{reading.url}\n{reading.crumbs}"
        case Where.SITE:
            return reading.site
        case Where.HEADINGS:
            return "\n".join(s.text for s in reading.sentences if s.part is Part.HEADING)
        case Where.CLOSING:
            return "\n".join(sentence.text for sentence in reading.sentences[-_CLOSING:])


def _by_form(reading: Reading) -> Iterator[tuple[str, float]]:
    """What the file's format, its layout and the writer's voice tell."""
    if reading.layout == "slides" or "presentation" in reading.media_type:
        yield "presentation", 20
    if reading.layout == "transcript":
        yield "report", 1.5
    if reading.layout == "blogger":
        yield "blog", 6
    if reading.has_comments:
        yield "blog", 4
    if "pdf" in reading.media_type and reading.words > _PAMPHLET:
        yield "report", 3
    if _voice(reading) >= _PERSONAL:
        yield "blog", 3
    if _speech(reading) >= _SPOKEN:
        yield "blog", 2.5


def _voice(reading: Reading) -> float:
    """How often the writer speaks of "us" and "me", in a hundred words."""
    language = reading.language.concept
    text = " ".join(s.text for s in reading.sentences[:_VOICED]).lower()
    words = text.split()
    said = sum(map(_FIRST_PERSON.get(language, frozenset[str]()).__contains__, words))
    ending = _OF_US.get(language)
    said += text.count(f"{ending} ") if ending else 0
    return 100 * said / max(len(words), 1)


def _speech(reading: Reading) -> float:
    """How often the body asks or exclaims, in a hundred words."""
    texts = [s.text for s in reading.sentences[:_VOICED] if s.part in (Part.LEAD, Part.BODY)]
    spoken = sum(text.endswith(("?", "!")) for text in texts)
    return 100 * spoken / max(sum(text.count(" ") + 1 for text in texts), 1)


def _joined(title: str) -> str:
    """A title without the hyphens that line ends left in its words."""
    return _CUT_WORD.sub("", title)


def _line(text: str, start: int, end: int) -> Evidence:
    """The line of a text that a sign stands in."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return evidence(text[first : last if last > 0 else len(text)], None, start - first)
