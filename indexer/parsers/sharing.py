"""What file-sharing sites wrap around a document's transcript, and how they mark its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..models import Removed
from .lines import stems
from .reasons import SIMILAR_FILES, SITE_CONTROLS

_LIST_HEAD = re.compile(
    r"(?:samankaltaiset tiedostot|samankaltaisia tiedostoja|samanlaisia tiedostoja"
    r"|relevanta dokument|liknande (?:filer|dokument)"
    r"|(?:similar|related|recommended) documents|aiheeseen liittyvät asiakirjat):?",
    re.IGNORECASE,
)
_TEXT_HEAD = re.compile(
    r"(?:transkriptio|transkription|transkript|transcription|transcript|avskrift"
    r"|comments description transcript):?",
    re.IGNORECASE,
)
_SURE_HEAD = "comments description transcript"
_CONTROL = re.compile(
    r"""(?:[•-]\s*)?(?:
      koko:\s*px | storlek:\s*px | size:\s*px
    | embed\ size\ \(px\)(?:\s*\d+\s*x\s*\d+)*
    | aloita\ esitys\ sivulta: | börja\ visa\ sidan: | start\ display\ at\ page:
    | (?:download|lataa|ladda\ ner)\ ["”“].*["”“]
    | upload\ others | (?:views?|downloads?):?\ \d+ | \d+\ (?:views?|downloads?|likes?)
    | (?:katselukertoja|visningar|visad|views):(?:\s*\d+)?
    | \d+\ (?:vuotta|kuukautta|år|månader|years?|months?)\ (?:sitten|sedan|ago)
    | citation\ preview | top\ banner | post(?:ed)?\ on\ \d.*
    | download\ /\ documents | category:?\ documents | welcome\ message\ from\ author.*
    | this\ document\ is\ posted\ to\ help\ you\ gain\ knowledge.*
    | ei\ tuloksia | n/a | protected | academic\ year:\ \d{4} | kokoteksti
    | download\ (?:now|to\ read\ offline) | \d+\ (?:of|/)\ \d+
    | jaa\ /\ copied!.* | info | lataa | download | jaa
    | (?:\d{4}\ )?©\ (?:\d{4}\ )?(?:docplayer|slideshare|pdfslide|vdocuments)\b.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DOWNLOAD = re.compile(r"(?:download|lataa|ladda ner) [\"”“]", re.IGNORECASE)
_ENOUGH_CONTROLS = 2
_SHORTEST_BODY = 250
"""A line of so many characters is text, not the title of another file."""

_MOST_TOLD = 6
_FARTHEST_TITLE = 8
_TITLE_SHARE = 0.6
_SECOND = 2
_PAGE_WORDS = range(80, 900)
"""Words that a page may hold."""

_UNEVEN = 0.25
"""The share by which one page may hold more or less than the page before."""

_MOST_SKIPPED = 4
"""Pages without text, pictures say, that a transcript may skip, and one."""

_TRANSCRIPT_PAGE = re.compile(r"(?:transcript\s+)?page (\d{1,4}):\s*", re.IGNORECASE)
_BARE_PAGE = re.compile(r"\(?(\d{1,4})\)?(?:\s+(?=\S)|$)")


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript freed of its wrapping: lines before the text, the text, what was cut."""

    before: tuple[str, ...]
    lines: tuple[str, ...]
    removed: tuple[Removed, ...]


def unwrap(lines: Sequence[str]) -> Transcript | None:
    """Cut a sharing site's list and controls from lines; None where there are none.

    The list of similar files runs to the word that heads the transcript; where that is missing,
    to the first line too long for a title; else to the end, as in a page saved without its text.
    A list below the transcript runs to the end.
    """
    stripped = [line.strip() for line in lines]
    listed = next((i for i, line in enumerate(stripped) if _LIST_HEAD.fullmatch(line)), None)
    controls = {i for i, line in enumerate(stripped) if _CONTROL.fullmatch(line)}
    is_sure = any(line.lower() == _SURE_HEAD for line in stripped)
    if listed is None and not is_sure and len(controls) < _ENOUGH_CONTROLS:
        return None
    head = next((i for i, line in enumerate(stripped) if _TEXT_HEAD.fullmatch(line)), None)
    if head is not None:
        controls |= _uploader(stripped, controls, head)
    if listed is None:
        return _unwrapped(stripped, set(), controls)
    if head is not None and head < listed and _is_text(stripped[head + 1 : listed]):
        return _unwrapped(stripped, set(range(listed, len(lines))), controls)
    return _unwrapped(stripped, _listing(stripped, listed), controls)


def _uploader(lines: list[str], controls: set[int], head: int) -> set[int]:
    """The head of the transcript, and what a site tells of its uploader above it.

    Below the button to download, or the last control, stand a name, an age, a greeting: short
    lines, and few.
    """
    before = [i for i in controls if i < head]
    buttons = [i for i in before if _DOWNLOAD.match(lines[i])]
    above = max(buttons or before, default=head)
    between = range(above + 1, head)
    told = len(between) <= _MOST_TOLD and not _is_text([lines[i] for i in between])
    return {head, *between} if told else {head}


def _is_text(lines: Sequence[str]) -> bool:
    """Whether lines hold as much as a paragraph."""
    return sum(map(len, lines)) >= _SHORTEST_BODY


def _listing(lines: list[str], start: int) -> set[int]:
    """The lines of the list of similar files and of the word that heads the transcript."""
    after = range(start, len(lines))
    head = next((i for i in after if _TEXT_HEAD.fullmatch(lines[i])), None)
    if head is not None:
        return set(range(start, head + 1))
    body = next((i for i in after if len(lines[i]) >= _SHORTEST_BODY), len(lines))
    return set(range(start, _title_above(lines, start, body)))


def _title_above(lines: list[str], start: int, body: int) -> int:
    """Where a text begins that has its own title, in its own words, between list and body."""
    body_stems = stems(" ".join(lines[body:]))
    for i in range(body - 1, max(start, body - _FARTHEST_TITLE), -1):
        told = stems(lines[i])
        if lines[i] and len(told & body_stems) < _TITLE_SHARE * len(told):
            break
        if told:
            body = i
    return body


def _unwrapped(lines: list[str], cut: set[int], controls: set[int]) -> Transcript:
    start = min(cut | controls)
    reasons = ((SIMILAR_FILES, cut), (SITE_CONTROLS, controls - cut))
    removed = tuple(
        Removed("\n".join(lines[i] for i in sorted(gone) if lines[i]), reason)
        for reason, gone in reasons
        if gone
    )
    kept = [(i, line) for i, line in enumerate(lines) if i not in cut | controls]
    return Transcript(
        tuple(line for i, line in kept if i < start),
        tuple(line for i, line in kept if i >= start),
        removed,
    )


def page_breaks(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Find the page numbers that a transcript writes before its pages.

    Returns by line the page and the line's text without it. ``Page 3:`` counts wherever it
    stands; a bare number only in a run that goes up, since lines may begin with numbers.
    """
    marked = {
        i: (int(match[1]), line[match.end() :])
        for i, line in enumerate(lines)
        if (match := _TRANSCRIPT_PAGE.match(line))
    }
    return marked or _bare_run(lines)


def _bare_run(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    run: dict[int, tuple[int, str]] = {}
    last = 0
    for i, line in enumerate(lines):
        match = _BARE_PAGE.match(line)
        if match and last < int(match[1]) <= last + _MOST_SKIPPED:
            last = int(match[1])
            run[i] = (last, line[match.end() :])
    return run


def numbers_in_text(lines: Sequence[str]) -> list[tuple[int, str]] | None:
    """Part lines at page numbers that stand bare in the middle of sentences.

    A number is a page's only where 2, 3, 4 … follow each other at even distances through the
    whole text; None where they do not. Returns (page, text) pieces in order.
    """
    words = [(i, word) for i, line in enumerate(lines) for word in line.split()]
    numbers = {at: int(word) for at, (_, word) in enumerate(words) if word.isdecimal()}
    chains = [_chain(at, numbers) for at, number in numbers.items() if number == _SECOND]
    chain = max(chains, key=len, default=[])
    if len(chain) < _SECOND or len(words) - chain[-1] > (1 + _UNEVEN) * chain[0]:
        return None
    pieces: list[tuple[int, str]] = []
    for page, (begin, end) in enumerate(pairwise([-1, *chain, len(words)]), 1):
        by_line = groupby(words[begin + 1 : end], lambda word: word[0])
        pieces += [(page, " ".join(word for _, word in run)) for _, run in by_line]
    return pieces


def _chain(second: int, numbers: dict[int, int]) -> list[int]:
    """The places of 2, 3, 4 …, the first of them at ``second``; [] if that page is no page."""
    if second not in _PAGE_WORDS:
        return []
    chain, gap = [second], second
    while True:
        wanted = len(chain) + _SECOND
        near = [
            at
            for at, number in numbers.items()
            if number == wanted and abs(at - chain[-1] - gap) <= _UNEVEN * gap
        ]
        if not near:
            return chain
        chain.append(min(near, key=lambda at: abs(at - chain[-1] - gap)))
        gap = chain[-1] - chain[-2]
