"""What kind of document it is: the signs that each kind carries, and how much each tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..models import UNKNOWN, Assignment, Evidence
from .evidence import evidence
from .reading import Part, Reading

_SLIDE_TYPES = ("presentation",)


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: str
    weight: float
    pattern: re.Pattern[str]
    where: Callable[[Reading], Iterator[str]]


def _title(reading: Reading) -> Iterator[str]:
    yield reading.title


def _opening(reading: Reading) -> Iterator[str]:
    yield reading.opening


def _address(reading: Reading) -> Iterator[str]:
    yield reading.url


def _around(reading: Reading) -> Iterator[str]:
    yield reading.navigation
    yield reading.url


def _headings(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        if sentence.part is Part.HEADING:
            yield sentence.text


def _sign(
    kind: str, weight: float, where: Callable[[Reading], Iterator[str]], pattern: str
) -> _Sign:
    return _Sign(kind, weight, re.compile(pattern, re.IGNORECASE), where)


_THESIS = (
    r"opinnäytety|pro gradu|väitöskirja|kandidaatin\s?(?:työ|tutk)|maisteritutk|lisensiaatin"
    r"|examensarbete|lärdomsprov|avhandling|(?:bachelor|master)(?:'s|s)? thesis|dissertation"
    r"|kuvailulehti"
)
_WEEKDAY = (
    r"^(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|måndag|tisdag|onsdag"
    r"|torsdag|fredag)(?:na|en)?,? (?:den )?\d{1,2}[. ]"
)
_BLOG = r"blogi|\bblogg|blogspot|\bblog\b|/blog|vieraskynä|gästinlägg|wordpress"
_PLACE_OF_PRACTICE = r"toimintamalli|verksamhetsmodell|practice model"

_SIGNS = (
    _sign("thesis", 9, _opening, _THESIS),
    _sign("blog", 7, _title, _BLOG),
    _sign("blog", 6, _around, _BLOG),
    _sign("blog", 4, _opening, rf"(?m)\bblogi\b|-blogi|\bblogg\b|vieraskynä|{_WEEKDAY}"),
    _sign("report", 6, _title, r"raportti|\braport|selvity|tiivistelmä|kooste\b|utredning|rapport"),
    _sign("report", 6, _title, r"\breport\b|katsaus|\bkysely\w* tulo|survey|johtopäätö"),
    _sign(
        "report", 5, _opening, r"loppurapor|hankerapor|asiantuntijarapor|slutrapport|väliraportti"
    ),
    _sign(
        "report", 4, _opening, r"\braportti\b|\braportin|selvitys\b|tiivistelmä maakunn|\breport\b"
    ),
    _sign("report", 3, _opening, r"julkaisuja \d|raportteja \d|\bisbn\b|\brapport\b|utredning"),
    _sign(
        "plan", 6, _title, r"suunnitelma(?!n |t)|toimintavuosi|\bplan\b|plan för|strategia|plan\W*$"
    ),
    _sign("plan", 3, _opening, r"suunnitelman? (?:on )?(?:hyväks|voim)|hyväksytty|godkänd|adopted"),
    _sign("plan", 4, _address, r"suunnitelma|/vasu"),
    _sign("project_page", 5, _title, r"-?hanke\b|hankkee|projekt|\bproject\b"),
    _sign(
        "project_page", 3, _opening, r"-hanke\b|\bhanke(?:en|essa)?\b|projektet|utvecklingsprojekt"
    ),
    _sign(
        "project_page", 2, _headings, r"tavoit|rahoit|määrärah|toteut|taustaa|finansi|mål|funding"
    ),
    _sign(
        "network_page", 6, _title, r"verkosto(?!n)\b(?! -hanke)|nätverk|\bnetwork\b|tindra|loisto"
    ),
    _sign("network_page", 3, _opening, r"(?:kehittämis|alue)verkosto\b|verkoston tavoit|nätverket"),
    _sign("news", 6, _around, r"/uuti|/nyhet|/news|//yle\.|/ajankoht|/aktuellt|tiedot(?:e|teet)\b"),
    _sign(
        "news", 5, _opening, r"\btiedote\b|\buutinen\b|pressmeddel|press release|\bnyhet(?:er)?\b"
    ),
    _sign("news", 5, _opening, r"(?m)(?:uppdaterad|päivitetty)\b.{0,20}\d\d?[.:]\d\d\W*$"),
    _sign(
        "news",
        3,
        _opening,
        r"(?m)^julkaistu\b.{0,20}\d\d?[.:]\d\d\W*$|publicerad .{0,20}\d\d[.:]\d\d",
    ),
    _sign("news", 3, _opening, r"artikkelista|artikeln är|javascript"),
    _sign(
        "article", 6, _opening, r"vertaisarvio|fagfelle|referentgransk|peer[- ]review|tid[s]?skrift"
    ),
    _sign("article", 4, _opening, r"(?m)^(?:artikkeli|artikel)\b|asiasanat|avainsanat|nyckelord"),
    _sign("article", 3, _opening, r"sammandrag:|tiivistelmä:|abstract:|keywords|^julkaistu:"),
    _sign("presentation", 4, _title, r"\besitys\b|\bdiat\b|\bpresentation\b"),
    _sign("guide", 7, _title, r"\bopas\b|opas$|käsikirja|ohjeistus|\bguide\b|handbok|handledning"),
    _sign("tool", 7, _title, r"lomake|runko\b|tarkistuslista|pohja$|blankett|checklist|\bmall\b"),
    _sign("practice_model", 7, _title, _PLACE_OF_PRACTICE),
    _sign("other", 7, _opening, r"esityslista|pöytäkirja|protokoll|aukioloaj|öppettider"),
)
_DEFAULT = ("other", 2.0)
_PAMPHLET = 400
_PERSONAL = 1.5
_FIRST_PERSON = re.compile(
    r"\b(?:\w{3,}mme|me|meillä|meidän|meille|minä|minun|vi|oss|vår|våra|vårt|jag|we|our|us|I)\b"
)


def detect_kind(reading: Reading) -> Assignment:
    """The kind whose signs weigh most; ``other`` where none says anything."""
    scores: dict[str, float] = defaultdict(float)
    told: dict[str, Evidence] = {}
    scores[_DEFAULT[0]] = _DEFAULT[1]
    for kind, weight in _by_form(reading):
        scores[kind] += weight
    for sign in _SIGNS:
        for text in sign.where(reading):
            found = sign.pattern.search(text)
            if found:
                scores[sign.kind] += sign.weight
                told.setdefault(sign.kind, _line(text, found))
                break
    kind = max(scores, key=lambda kind: scores[kind])
    total = sum(scores.values()) or 1.0
    return Assignment(kind or UNKNOWN, round(scores[kind] / total, 3), told.get(kind))


def _by_form(reading: Reading) -> Iterator[tuple[str, float]]:
    """What the file's format and layout tell."""
    if "presentation" in reading.media_type or "powerpoint" in reading.media_type:
        yield "presentation", 14
    elif reading.layout == "slides":
        yield "presentation", 12
    if reading.layout == "blogger":
        yield "blog", 5
    if reading.has_comments:
        yield "blog", 3
    if "pdf" in reading.media_type and reading.words > _PAMPHLET:
        yield "report", 3
    if _voice(reading) >= _PERSONAL:
        yield "blog", 3


def _voice(reading: Reading) -> float:
    """How often the writer speaks of "us" and "me", in a hundred words."""
    words = sum(len(_FIRST_PERSON.findall(s.text)) for s in reading.sentences)
    return 100 * words / max(reading.words, 1)


def _line(text: str, found: re.Match[str]) -> Evidence:
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    return evidence(text[start : end if end > 0 else len(text)], None, found.start() - start)
