"""The period of the project that a document tells of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ..models import Evidence
from .dateforms import YearRange, has_year, year_ranges
from .reading import Part, Reading, Sentence

_LONGEST = 6
_AHEAD = 5
"""Years that a project may still run; what looks further is a forecast."""

_PROJECT = re.compile(
    r"hank(?:e|k)|projekt|kokeilu|pilot|ohjelma|kehittämistyö|kehittämisyhteistyö|kehittämissuun"
    r"|kehittämiskumpp|utvecklingsplan|utvecklingsarbet|försök|project|trial|programme|period"
    r"|toiminnasta|verksamhet|nätverkets|verkosto|toteut|rahoit|toimet|kehittä|koulutu"
    r"|arbete|fortbildning|genomför|suunnitelma|kausi|loppuraport|slutrapport"
    r"|(?:ensimmäinen|toinen) vuosi|första året|first year",
    re.IGNORECASE,
)
_STRONG_PROJECT = re.compile(
    r"hank(?:e|k)|projekt|kokeilu|pilot|project|försök|trial|kehittämistyö|loppuraport|slutrapport"
    r"|toteut|genomför|ensimmäinen vuosi|första året|first year|laatutyö|kehittämisjakso|tehtiin",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\baie?mm?|\bedelli|\baikaisemm|\btidigare|\bprevious|\bearlier", re.IGNORECASE
)
_SEASON = re.compile(
    r"toimintavuo|toimintakau|verksamhetsår|syyskausi"
    r"|kevätkausi|strategia|strategi\b|hallitusohjelma|ennuste|talousarvio|budget"
    r"|\bprognos|palvelusuhde|(?<!kehittämis)suunnitelma|(?<!utvecklings)plan(?:en)?\b|\bvasu\b"
    r"|verkkoselvity|verkko\b|kansalli|perustee|grunderna|nationell|avustu|bidrag|\bvoimassa|\bgäller",
    re.IGNORECASE,
)
"""What has years of its own, which are no project's: terms, strategies, forecasts, yearly plans."""

_FACT = re.compile(
    r"^\W*(?:(?:hankkeen|projektin) )?(?:kesto|toteutusaika|toteutus|hankeaika|toiminta-aika|aika"
    r"|aikataulu|ajankohta|ajanjakso|milloin|projekttid|projektets tid|tidtabell|tid|tidsperiod"
    r"|duration|period|when|schedule)\b[^:?\d]{0,20}[:?]",
    re.IGNORECASE,
)
"""A line that states a period as a fact: ``Kesto: 1.1.2022–31.12.2023``."""

_BORN = re.compile(r"^\W*(?:syntyne|födda|born)", re.IGNORECASE)
_LASTING = re.compile(
    r"(?P<length>yksi|kaksi|kolmi|neli|viisi|två|tre|fyra|fem|two|three|four|five)"
    r"(?:vuoti|åri|[- ]year)[^.]{0,70}?\b(?:alko|alkaa|käynnisty|aloit|inled|starta|börja|began"
    r"|start)\w*[^.\d]{0,30}?"
    r"(?:\d{1,2}\.(?P<month>\d{1,2})\.)?(?P<first>20\d\d)",
    re.IGNORECASE,
)
"""A project told by its length and its beginning: ``kaksivuotinen hanke alkoi syksyllä 2021``."""

_AUTUMN = re.compile(r"syksy|höst|autumn", re.IGNORECASE)
_YEARS_LONG = ("vuoti", "årig", "-year", " year")
_LENGTHS = {
    **{"yksi": 1, "kaksi": 2, "kolmi": 3, "neli": 4, "viisi": 5},
    **{"två": 2, "tre": 3, "fyra": 4, "fem": 5, "two": 2, "three": 3, "four": 4, "five": 5},
}
_LATE = 7
"""The month from which a year of work runs into the next year."""

_SCHOOL_YEAR = re.compile(r"lukuvuo\w*|läsår\w*|school year|academic year", re.IGNORECASE)
_WEIGHTS = {Part.TITLE: 6.0, Part.HEADING: 3.0, Part.SLOGAN: 1.0, Part.LEAD: 2.0}
_LEAST = 3.0
_STATED = 6.0
_TOPIC_WORDS = 6
"""Words of a line that names a topic and its years, as headings do."""

_NOT_ITS_TEXT = (Part.SOURCES, Part.COMMENTS, Part.CONTACT, Part.PATH)


def detect_period(reading: Reading, today: date) -> tuple[tuple[int, ...], Evidence] | None:
    """The range of years that stands for a project most often and most visibly."""
    is_project = bool(_STRONG_PROJECT.search(reading.title))
    scores: dict[tuple[int, ...], float] = defaultdict(float)
    best: dict[tuple[int, ...], tuple[float, Evidence]] = {}
    for sentence in reading.sentences:
        if sentence.part in _NOT_ITS_TEXT:
            continue
        for span in (*year_ranges(sentence.text), *_lasting(sentence.text)):
            weight = _weight(span, sentence, today, is_project=is_project)
            scores[span.years] += weight
            if weight > best.get(span.years, (0.0,))[0]:
                best[span.years] = weight, sentence.evidence(span.start)
    if not scores:
        return None
    years = max(scores, key=lambda span: (scores[span], span))
    return (years, best[years][1]) if scores[years] >= _LEAST else None


def _weight(span: YearRange, sentence: Sentence, today: date, *, is_project: bool) -> float:
    if span.last > today.year + _AHEAD or span.last - span.first >= _LONGEST:
        return 0.0
    if _FACT.match(sentence.text):
        return _STATED
    just_before = sentence.text[max(0, span.start - 45) : span.start]
    near = sentence.text[max(0, span.start - 70) : span.end + 50]
    is_of_another = _EARLIER.search(near) or _BORN.match(sentence.text[span.end :])
    if _SEASON.search(just_before) or is_of_another:
        return 0.0
    is_strong = bool(_STRONG_PROJECT.search(near))
    if _SCHOOL_YEAR.search(just_before) and not is_strong:
        return _LEAST if is_project and sentence.part is Part.LEAD else 0.0
    is_headline = sentence.part in (Part.TITLE, Part.HEADING)
    if not (is_headline or is_strong or _PROJECT.search(near)):
        return 0.0
    is_topic = sentence.text.count(" ") < _TOPIC_WORDS and span.end == len(sentence.text)
    weight = max(_WEIGHTS.get(sentence.part, 1.0), _LEAST if is_topic else 0.0)
    return weight * (3.0 if is_strong else 1.0)


def _lasting(text: str) -> Iterator[YearRange]:
    """Periods told by a length and a beginning."""
    may_tell = has_year(text) and any(map(text.lower().__contains__, _YEARS_LONG))
    found = _LASTING.search(text) if may_tell else None
    if found:
        first = int(found["first"])
        is_late = _AUTUMN.search(found[0]) or int(found["month"] or 1) >= _LATE
        last = first + _LENGTHS[found["length"].lower()] - (0 if is_late else 1)
        if last > first:
            yield YearRange(first, last, found.start("first"), found.end("first"))
