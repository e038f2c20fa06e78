"""When a document was published, and the period of the project that it tells of.

Unknown is better than wrong: a date counts only where its place says what it is a date of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..models import Dating, Evidence, FoundDate, PartialDate
from .dateforms import DateMention, YearRange, dates, has_year, year_ranges
from .reading import Part, Reading, Sentence

_TRUSTED = ("json-ld", "meta", "time", "front-matter")
"""Metadata that a site's or a text's author states; a file's own dates tell when it was saved."""

_SHARING_LAYOUT = "transcript"
_COVER = 400
"""Characters of a document in which a date that stands alone is its own."""

_LONGEST_PERIOD = 6
_AHEAD = 5
"""Years that a project may still run; what looks further is a forecast."""

_LONGEST_LINE = 100
"""Characters of a line of a cover, as against a sentence."""

_LINE_END = re.compile(r"^\s*$")
_IN_ADDRESS = re.compile(r"[/_-](20\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?!\d)")
_PUBLISHED = re.compile(
    r"(?:julkaistu|julkaisupäivä|julkaisuaika|publicerad|publicerat|published|posted|utgiven"
    r"|ilmestynyt|^\W*date|^\W*datum|^\W*päivämäärä|^\W*pvm|päiväys)\b[^.\d]{0,25}$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?:hyväksytty|hyväksynyt|vahvistettu|päivätty|laadittu|laatinut|kirjoitettu|tarkastetaan"
    r"|koottu|kokosi|koonnut|kirjasi|käsitelty|esityslista|pöytäkirja|tiedote"
    r"|godkän[dt]|antag(?:en|it)|fastställ[dt]|uppgjord|gjord|sammanställ[dt]"
    r"|utförd|behandla[dt]|approved|adopted|dated|compiled)\b[^.\d]{0,90}$",
    re.IGNORECASE,
)
_MAY_TELL = re.compile(
    r"julkais|public|publis|posted|päiv|datum|date|hyväks|vahvist|laadi|laatin|kirjo|tarkast"
    r"|koott|kokos|koonn|kirja|käsit|esitysl|pöytäk|tiedot|käyttöön|godkän|antag|faststäl|gjord"
    r"|sammanst|utför|behandl|approv|adopt|compil|raport|oppaita|rapporter|sarja|seri"
    r"|(?:19|20)\d\d(?:\)|,|\s\(|\.?$)",
    re.IGNORECASE,
)
"""What a sentence beyond the cover has that may date the document; others are spared a look."""

_UPDATED = re.compile(
    r"(?:päivitetty|muokattu|uppdaterad|updated|last modified)\b[^.\d]{0,25}$", re.IGNORECASE
)
_GENRE = re.compile(
    r"(?:opinnäytety|pro gradu|tutkielma|väitöskirja|raport|selvity|tiivistelmä|julkaisu|examensarb"
    r"|avhandl|utredning|thesis|report|oppaita|opas|esity|suunnitelma|plan\b|presentation"
    r"|sammandrag|rapport|vuosi\b|projekti)",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"viitattu|hämtad|retrieved|accessed|mennessä|saakka|asti\b|alkaen|voimaan|voimassa|\blaki\b"
    r"|\blain\b|asetus|lagen\b|§|senast|before\b|deadline|kuvassa|sanomat|synty|\bföd",
    re.IGNORECASE,
)
_CITATION = re.compile(r"[(;]\s*[A-ZÅÄÖ][^();]*,?\s*$")
_IMPRINT = re.compile(r"(?:^|[.;:]\s*|\s)[A-ZÅÄÖ][a-zåäö]+(?:,|:)?\s+$")
_AFTER_IMPRINT = re.compile(
    r"^\s*(?:$|\(pdf|\(nid|,\s*\d+ s|\.?\s*ISBN|,\s*\d+ sid)", re.IGNORECASE
)
_SERIES = re.compile(r"(?:julkaisuja|raportteja|oppaita|rapporter|sarja|serie|series)\b[^.]{0,20}$")
_CAPITAL_BEFORE = re.compile(r"(?:^|[A-ZÅÄÖ][\w-]*[.,]?|[|·•,.–-])\s*(?:\w+tai|klo)?\s*$")
_CAPITAL_AFTER = re.compile(r"^\s*(?:$|[A-ZÅÄÖ|·•(–-]|klo|kl\.|\d{1,2}[.:]\d\d)")
_ALONE = re.compile(
    r"^\W*(?:(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai"
    r"|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|den|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)(?:na|en)?\b)?[\s,]*$",
    re.IGNORECASE,
)
_AFTER_ALONE = re.compile(r"^\W*(?:(?:klo|kl\.?|at)?\s*\d{1,2}[.:]\d\d)?\W*$", re.IGNORECASE)
_PROJECT = re.compile(
    r"hank(?:e|k)|projekt|kokeilu|pilot|vuosi\b|\bohjelma|kehittämistyö|kehittämisyhteistyö|kehittämissuun"
    r"|kehittämiskumpp|utvecklingsplan|utvecklingsarbet|försök|project|trial|programme|period"
    r"|toiminnasta|verksamhet|nätverkets|verkosto|toteut|rahoit|toimet|kehittä|koulutu"
    r"|arbete|fortbildning|genomför|suunnitelma|kausi|loppuraport|slutrapport",
    re.IGNORECASE,
)
_STRONG_PROJECT = re.compile(
    r"hank(?:e|k)|projekt|kokeilu|pilot|project|kehittämistyö|loppuraport|slutrapport|toteut"
    r"|ensimmäinen vuosi|första året|first year",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\baie?mm?|\bedelli|\baikaisemm|\btidigare|\bprevious|\bearlier", re.IGNORECASE
)
_SEASON = re.compile(
    r"toimintavuo|toimintakau|verksamhetsår|syyskausi"
    r"|kevätkausi|strategia|strategi\b|hallitusohjelma|ennuste|talousarvio|budget"
    r"|\bprognos|palvelusuhde|(?:varhaiskasvatus|toiminta|opetus|vuosi)suunnitelma"
    r"|\bvasu\b|verksamhetsplan|läroplan",
    re.IGNORECASE,
)
_PERIOD_WEIGHTS = {Part.TITLE: 6.0, Part.HEADING: 3.0, Part.SLOGAN: 1.0, Part.LEAD: 2.0}
_PERIOD_LEAST = 3.0
_TOPIC_WORDS = 6
"""Words of a line that names a topic and its years, as headings do."""


@dataclass(frozen=True, slots=True)
class Times:
    """The date of publication, where known, and the years a document stands for."""

    dating: Dating | None = None
    years: tuple[int, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    value: PartialDate
    rank: int
    evidence: Evidence


def detect_times(reading: Reading, found: Iterable[FoundDate], today: date) -> Times:
    """Date and years: every year of a project's period, else the year of publication."""
    dating = _dating(reading, tuple(found), today)
    period = _period(reading, today)
    if period:
        return Times(dating, *period)
    if dating:
        return Times(dating, (dating.date.year,), dating.evidence)
    return Times()


def _dating(reading: Reading, found: tuple[FoundDate, ...], today: date) -> Dating | None:
    saved = frozenset(one.value for one in found if one.where not in _TRUSTED)
    candidates = [*_stated(found), *_in_address(reading.url), *_in_text(reading, saved)]
    past = [c for c in candidates if _first_day(c.value) <= today]
    if not past:
        return None
    best = max(past, key=lambda candidate: candidate.rank)
    return Dating(best.value, best.evidence)


def _first_day(value: PartialDate) -> date:
    return date(value.year, value.month or 1, value.day or 1)


def _stated(found: tuple[FoundDate, ...]) -> Iterator[_Candidate]:
    for rank, where in enumerate(reversed(_TRUSTED), 20):
        for one in found:
            if one.where == where:
                yield _Candidate(one.value, rank, Evidence(f"{where}: {one.value}"))


def _in_address(url: str) -> Iterator[_Candidate]:
    found = _IN_ADDRESS.search(url)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        yield _Candidate(PartialDate(year or 0, month, day), 12, Evidence(url))


def _in_text(reading: Reading, saved: frozenset[PartialDate]) -> Iterator[_Candidate]:
    """Dates that the text gives as its own, or that agree with the day the file was saved."""
    seen = 0
    for sentence in reading.sentences:
        if sentence.part in (Part.SOURCES, Part.COMMENTS, Part.PATH, Part.PUBLISHER):
            continue
        is_wrapping = reading.layout == _SHARING_LAYOUT and sentence.page is None and seen > 0
        may_tell = has_year(sentence.text) and (
            seen <= _COVER or saved or _MAY_TELL.search(sentence.text)
        )
        for mention in dates(sentence.text) if may_tell else ():
            alone = _ALONE.search(sentence.text[: mention.start])
            rank = 0 if is_wrapping and alone else _rank(mention, sentence, seen)
            if mention.value in saved and mention.value.day:
                rank = max(rank, 8)
            if rank:
                yield _Candidate(mention.value, rank, sentence.evidence(mention.start))
        seen += len(sentence.text)


def _rank(mention: DateMention, sentence: Sentence, seen: int) -> int:
    """How surely a date is the document's own; 0 where it is not."""
    before, after = sentence.text[: mention.start], sentence.text[mention.end :]
    if _PUBLISHED.search(before[-60:]):
        return 11
    if mention.value.month and _UPDATED.search(before[-60:]):
        return 8
    if _NOT_ITS_OWN.search(before[-60:]) or _NOT_ITS_OWN.search(after[:25]):
        return 0
    if _CITATION.search(before) and after.startswith(")"):
        return 0
    decided = 0
    if _DECIDED.search(before[-140:]):
        decided = 9 if seen + mention.start <= _COVER else 5
    return max(
        decided,
        _rank_on_cover(mention, before, after, seen),
        _rank_of_year(mention, sentence, before, after, seen),
    )


def _rank_on_cover(mention: DateMention, before: str, after: str, seen: int) -> int:
    at = seen + mention.start
    if at > _COVER or mention.value.month is None:
        return 0
    if _ALONE.search(before) and _AFTER_ALONE.search(after):
        return 10
    if _LINE_END.match(after) and len(before) < _LONGEST_LINE:
        return 8 if mention.value.day else 6
    if mention.value.day and _CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.search(after):
        return 7
    return 6 if not mention.value.day and _GENRE.search(before[-80:]) else 0


def _rank_of_year(
    mention: DateMention, sentence: Sentence, before: str, after: str, seen: int
) -> int:
    if _SERIES.search(before[-50:]):
        return 5
    if mention.value.month is not None:
        return 0
    is_opening = seen + mention.start <= _COVER
    if is_opening and _GENRE.search(before[-60:]) and len(sentence.text) < 200:
        return 5
    if _IMPRINT.search(before[-40:]) and _AFTER_IMPRINT.search(after):
        return 4
    return 3 if sentence.part is Part.TITLE else 0


def _period(reading: Reading, today: date) -> tuple[tuple[int, ...], Evidence] | None:
    """The range of years that stands for a project most often and most visibly."""
    scores: dict[tuple[int, ...], float] = defaultdict(float)
    best: dict[tuple[int, ...], tuple[float, Evidence]] = {}
    for sentence in reading.sentences:
        if sentence.part in (Part.SOURCES, Part.COMMENTS, Part.CONTACT, Part.PATH):
            continue
        for span in year_ranges(sentence.text):
            weight = _period_weight(span, sentence, today)
            scores[span.years] += weight
            if weight > best.get(span.years, (0.0,))[0]:
                best[span.years] = weight, sentence.evidence(span.start)
    if not scores:
        return None
    years = max(scores, key=lambda span: (scores[span], span))
    return (years, best[years][1]) if scores[years] >= _PERIOD_LEAST else None


def _period_weight(span: YearRange, sentence: Sentence, today: date) -> float:
    too_far = span.last > today.year + _AHEAD
    just_before = sentence.text[max(0, span.start - 45) : span.start]
    near = sentence.text[max(0, span.start - 70) : span.end + 50]
    if too_far or span.last - span.first >= _LONGEST_PERIOD or _SEASON.search(just_before):
        return 0.0
    is_headline = sentence.part in (Part.TITLE, Part.HEADING)
    if _EARLIER.search(near) or not (is_headline or _PROJECT.search(near)):
        return 0.0
    is_topic = sentence.text.count(" ") < _TOPIC_WORDS and span.end == len(sentence.text)
    weight = max(_PERIOD_WEIGHTS.get(sentence.part, 1.0), _PERIOD_LEAST if is_topic else 0.0)
    return weight * (3.0 if _STRONG_PROJECT.search(near) else 1.0)
