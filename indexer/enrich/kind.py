"""What kind of document it is: the signs that each kind carries, and how much each tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ..models import Assignment, Evidence
from .evidence import evidence
from .reading import Part, Reading


class _Where(Enum):
    """Where a sign is looked for; what a site says of itself weighs more than words of a text."""

    TITLE = "title"
    OPENING = "opening"
    CRUMBS = "the address, and the way to the page"
    SITE = "header and menus of the site"
    HEADINGS = "headings"
    CLOSING = "the last lines"


_DEFAULT = ("other", 2.0)
_SIGNS: tuple[tuple[str, float, _Where, str], ...] = (
    ("thesis", 10, _Where.OPENING, r"opinnäytety|pro gradu|väitöskirja|kandidaatin\s?(?:työ|tutk)"),
    ("thesis", 10, _Where.OPENING, r"maisteritutk|lisensiaatin|examensarbete|lärdomsprov"),
    ("thesis", 10, _Where.OPENING, r"avhandling|\b(?:bachelor|master)'?s'? thesis|dissertation"),
    ("blog", 12, _Where.CRUMBS, r"blogi|\bblogg|blogspot|/blog|\bblog\b|wordpress"),
    ("blog", 9, _Where.TITLE, r"\bblogi\b|-blogi\b|\bblogg?\b|vieraskynä|gästinlägg"),
    ("blog", 5, _Where.SITE, r"\w{3,}blogi|\bblogi\b|\bbloggen\b|\bblog\b"),
    ("blog", 4, _Where.OPENING, r"\bblogi\b|-blogi\b|\bblogg\b|vieraskynä|gästinlägg"),
    ("blog", 4, _Where.OPENING, r"(?m)^\w+(?:tai|keskiviikko|dag)(?:na|en)?,? (?:den )?\d\d?[. ]"),
    (
        "report",
        6,
        _Where.TITLE,
        r"raportti|\braport|selvity|tiivistelmä|kooste\b|utredning|rapport",
    ),
    ("report", 6, _Where.TITLE, r"\breport\b|katsaus|kysely\w* tulo|\bsurvey\b|johtopäätö"),
    ("report", 5, _Where.OPENING, r"(?:loppu|hanke|väli|asiantuntija)raport|slutrapport"),
    (
        "report",
        5,
        _Where.OPENING,
        r"(?m)^(?:[^\W\d][\w-]* ){0,5}(?:raportti|selvitys|utredning)\W*$",
    ),
    ("report", 4, _Where.OPENING, r"tiivistelmä (?:\w+ )?\w*(?:työstä|hankkeesta)|this report"),
    ("report", 4, _Where.OPENING, r"sisältö\W+(?:esipuhe|johdanto)|innehåll\W+1|contents\W+1\b"),
    ("report", 3, _Where.OPENING, r"(?:julkaisuja|raportteja|rapporter) \d|\bisbn\b"),
    ("report", 5, _Where.CLOSING, r"\braport(?:in|ti) (?:on )?(?:kokosi|laati|kirjoitt|hyväks)"),
    ("plan", 6, _Where.TITLE, r"suunnitelma(?!n |t)|plan\b|\bplan för|strategia"),
    (
        "plan",
        3,
        _Where.OPENING,
        r"suunnitelma\w* on (?:hyväks|käsit|voim)|(?:hyväksytty|godkänd)\b.*\d{4}",
    ),
    ("plan", 3, _Where.TITLE, r"^\d+(?:\.\d+)+\.?\s"),
    ("plan", 4, _Where.CRUMBS, r"suunnitelma|/vasu"),
    ("project_page", 5, _Where.TITLE, r"\bhanke\b|hankkee|projekt|\bproject\b"),
    ("project_page", 3, _Where.OPENING, r"\bhanke\b|\bhankkee|\bprojektet|utvecklingsprojekt"),
    ("project_page", 2, _Where.HEADINGS, r"tavoit|rahoit|määrärah|toteut|taustaa|finansi|funding"),
    ("project_page", 4, _Where.SITE, r"hankkeet|projekt\b|projects\b"),
    (
        "network_page",
        6,
        _Where.TITLE,
        r"verkosto(?!n)\b(?! -hanke)|nätverk|\bnetwork|tindra|loisto",
    ),
    (
        "network_page",
        3,
        _Where.OPENING,
        r"(?:kehittämis|alue)verkosto\b|verkoston tavoit|nätverket",
    ),
    ("news", 12, _Where.CRUMBS, r"/uuti|/nyhet|/news|//yle\.|svenska\.yle|/ajankoht|/aktuellt"),
    ("news", 5, _Where.OPENING, r"\btiedote\b|\buutinen\b|pressmeddel|press release|\bnyhet\b"),
    ("news", 6, _Where.OPENING, r"(?m)(?:uppdaterad|päivitetty)\b.{0,20}\d\d?[.:]\d\d\W*$"),
    ("news", 3, _Where.OPENING, r"(?m)^(?:julkaistu|publicerad|published)\b.{0,30}\d{4}"),
    ("news", 3, _Where.OPENING, r"osa artikkelista|artikeln är"),
    ("news", 3, _Where.SITE, r"uutiset|tiedotteet|nyheter|\bnews\b"),
    (
        "article",
        6,
        _Where.OPENING,
        r"vertaisarvio|fagfelle|referentgransk|peer[- ]review|tidss?krift",
    ),
    ("article", 6, _Where.OPENING, r"(?m)^(?:artikkeli|artikel)\b|asiasanat|avainsanat|nyckelord"),
    ("article", 3, _Where.OPENING, r"sammandrag:|tiivistelmä:|abstract:|keywords"),
    ("presentation", 5, _Where.TITLE, r"\besitys\b|\bdiat\b|\bpresentation\b"),
    ("guide", 7, _Where.TITLE, r"\bopas\b|opas$|käsikirja|ohjeistus|\bguide\b|handbok|handledning"),
    ("tool", 7, _Where.TITLE, r"lomake|runko\b|tarkistuslista|blankett|checklist|\bmall\b"),
    ("practice_model", 7, _Where.TITLE, r"toimintamalli|verksamhetsmodell|practice model"),
    ("other", 8, _Where.OPENING, r"esityslista|pöytäkirja|protokoll|aukioloaj|öppettider"),
)
_COMPILED = tuple(
    (kind, weight, where, re.compile(pattern, re.IGNORECASE))
    for kind, weight, where, pattern in _SIGNS
)
_PAMPHLET = 400
"""Words; a longer PDF without other signs is most often a report."""

_PERSONAL = 1.5
_FIRST_PERSON = frozenset(
    [
        "me",
        "meillä",
        "meidän",
        "meille",
        "minä",
        "minun",
        "vi",
        "oss",
        "vår",
        "våra",
        "vårt",
        "jag",
        "mig",
        "we",
        "our",
        "us",
        "i",
        "my",
    ]
)
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
    texts = {where: tuple(_texts(reading, where)) for where in _Where}
    for kind, weight, where, pattern in _COMPILED:
        found = next(filter(None, map(pattern.search, texts[where])), None)
        if found:
            weights[kind].score += weight
            weights[kind].evidence = weights[kind].evidence or _line(found)
    kind = max(weights, key=lambda kind: weights[kind].score)
    share = weights[kind].score / sum(weight.score for weight in weights.values())
    return Assignment(kind, round(share, 3), weights[kind].evidence)


def _texts(reading: Reading, where: _Where) -> Iterator[str]:
    match where:
        case _Where.TITLE:
            yield reading.title
        case _Where.OPENING:
            yield reading.opening
        case _Where.CRUMBS:
            yield from (reading.url, reading.crumbs)
        case _Where.SITE:
            yield reading.site
        case _Where.HEADINGS:
            yield from (s.text for s in reading.sentences if s.part is Part.HEADING)
        case _Where.CLOSING:
            yield from (sentence.text for sentence in reading.sentences[-_CLOSING:])


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


def _voice(reading: Reading) -> float:
    """How often the writer speaks of "us" and "me", in a hundred words."""
    words = [w for s in reading.sentences[:_VOICED] for w in s.text.lower().split()]
    said = sum(word in _FIRST_PERSON or word.endswith("mme") for word in words)
    return 100 * said / max(len(words), 1)


def _line(found: re.Match[str]) -> Evidence:
    """The line of what was found."""
    text = found.string
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    return evidence(text[start : end if end > 0 else len(text)], None, found.start() - start)
