"""The language of a whole document, and which of its sections are in another.

The document's is what most of its body is in: a summary in front does not decide. A section has
its own where it is long enough to tell; headings alone and short sections go with what stands on
both sides of them, else with the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ..models import UNKNOWN, Assignment, Section, SectionRole, Source
from .language import detect_language, letters_of

_SAMPLE, _STEP = 240, 2400
"""Characters of a section that are looked at, and how far apart."""

_LONG_ENOUGH = 60
"""Letters, about a sentence, from which a section tells its own language."""

_SURE = 0.9

Told = Sequence[Assignment | None]
"""What each section tells of its own language; None where it is too short."""


def tell_languages(
    title: str, sections: Sequence[Section], declared: str = "", known: str | None = None
) -> tuple[Assignment, tuple[Section, ...]]:
    """The language of a document, and its sections with theirs where it is another.

    ``declared`` is what the file says, heeded where its text is too short; ``known`` what staff
    say, which wins.
    """
    told = [_told(section.text) for section in sections]
    if known:
        main = Assignment(known, 1.0, source=Source.STAFF)
    else:
        main = _main(title, sections, told, declared)
    return main, _with_languages(sections, told, main.concept)


def _main(title: str, sections: Sequence[Section], told: Told, declared: str) -> Assignment:
    """The language that most of the body is in; the score is the share of the body, as far as sure.

    Where no section is long enough, all that there is tells together.
    """
    weights: dict[str, float] = defaultdict(float)
    whole = 0.0
    for section, language in zip(sections, told, strict=True):
        if language is not None and section.role is SectionRole.BODY:
            weights[language.concept] += len(section.text) * language.score
            whole += len(section.text)
    if not whole:
        texts = (text for one in sections for text in (one.heading, one.text) if text)
        return detect_language("\n".join([title, *texts]), declared)
    main = max(weights, key=lambda code: weights[code])
    score = 0.0 if main == UNKNOWN else weights[main] / whole
    return Assignment(main, round(score, 3))


def _with_languages(sections: Sequence[Section], told: Told, main: str) -> tuple[Section, ...]:
    sure = [one.concept if one and one.score >= _SURE else None for one in told]
    if not {*sure} - {None, main}:
        return tuple(sections)
    before = list(accumulate(sure, _latest))
    after = list(accumulate(reversed(sure), _latest))[::-1]
    found = (
        own or _between(section, *neighbours)
        for section, own, *neighbours in zip(sections, sure, before, after, strict=True)
    )
    return tuple(
        section if language in (None, main, UNKNOWN) else replace(section, language=language)
        for section, language in zip(sections, found, strict=True)
    )


def _told(text: str) -> Assignment | None:
    """The language of most samples of a text."""
    scores: dict[str, float] = defaultdict(float)
    samples = 0
    for start in range(0, len(text), _STEP):
        sample = text[start : start + _SAMPLE]
        if letters_of(sample) >= _LONG_ENOUGH:
            language = detect_language(sample)
            scores[language.concept] += language.score or 1.0
            samples += 1
    if not samples:
        return None
    best = max(scores, key=lambda code: scores[code])
    return Assignment(best, scores[best] / samples)


def _latest(known: str | None, here: str | None) -> str | None:
    return here or known


def _between(section: Section, before: str | None, after: str | None) -> str | None:
    """The language of a short section: that of both its neighbours, or of one where it agrees."""
    if before == after:
        return before
    own = detect_language(f"{section.heading}\n{section.text}").concept
    return own if own in (before, after) else None
