"""When a document was published, and the years that it stands for.

Unknown is better than wrong: a date counts only where its place says what it is a date of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..models import Dating, Evidence, FoundDate, PartialDate
from .dateforms import DateMention, dates, has_year
from .periods import detect_period
from .reading import Part, Reading, Sentence

_TRUSTED = ("json-ld", "meta", "time", "front-matter")
"""Metadata that a site's or a text's author states; a file's own dates tell when it was saved."""

_SHARING_LAYOUT = "transcript"
_COVER = 400
"""Characters of a document in which a date that stands alone is its own."""

_LONGEST_LINE = 100
"""Characters of a line of a cover, as against a sentence."""

_NOT_ITS_TEXT = (Part.SOURCES, Part.COMMENTS, Part.PATH, Part.PUBLISHER)

_IN_ADDRESS = re.compile(r"[/_-](20\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?!\d)")
_YEAR_IN_ADDRESS = re.compile(
    r"/[^/]*(?:uuti|blog|news|nyhet|ajankoht|aktuel|tiedot)[^/]*/(20\d\d)/", re.IGNORECASE
)
_UPLOADED_AT = re.compile(r"/(?:uploads?|files?|download|documents?|sites)/", re.IGNORECASE)
"""Folders of files, whose dates tell when a file was brought there."""

_PUBLISHED = re.compile(
    r"(?:julkaistu|julkaisupäivä|julkaisuaika|publicerad|publicerat|published|posted|utgiven"
    r"|ilmestynyt|^\W*date|^\W*datum|^\W*päivämäärä|^\W*pvm|päiväys)\b[^.\d]{0,25}$",
    re.IGNORECASE,
)
_SAID_OF_ANOTHER = re.compile(
    r"\b(?:on|oli|ovat|är|har|blev|is|was|been)\s+(?:\w+\s+)?(?:julk|publ|post|ilm|utg)",
    re.IGNORECASE,
)
"""A verb before ``julkaistu vuonna 2014``: a sentence about something, not a line of its own."""

_DECIDED = re.compile(
    r"(?:hyväksytty|hyväksynyt|vahvistettu|päivätty|laadittu|laatinut|kirjoitettu|tarkastetaan"
    r"|koottu|kokosi|koonnut|kirjasi|käsitelty|esityslista|pöytäkirja|muistio|tiedote"
    r"|godkän[dt]|antag(?:en|it)|fastställ[dt]|uppgjord|gjord|sammanställ[dt]|pressmeddelande"
    r"|utförd|behandla[dt]|approved|adopted|dated|compiled)\b[^.\d]{0,90}$"
    r"|(?:lautakun[nt]a|jaosto|kunnanhallitus|valtuusto|nämnd(?:en)?|fullmäktige)\s(?:den\s)?$"
    r"|\bversio[n]?\s*[\d.]*\W*$",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"^\W*(?:[^\W\d]+\s){0,3}$|\b(?:tämä|tässä|den här|denna|detta|this)\b", re.IGNORECASE
)
"""A line of a few words up to the date, or a text that points at itself."""

_MAY_TELL = re.compile(
    r"julkais|public|publis|posted|päiv|datum|date|hyväks|vahvist|laadi|laatin|kirjo|tarkast"
    r"|koott|kokos|koonn|kirja|käsit|esitysl|pöytäk|tiedot|käyttöön|godkän|antag|faststäl|gjord"
    r"|sammanst|utför|behandl|approv|adopt|compil|raport|oppaita|rapporter|sarja|seri|versio"
    r"|muistio|tiedot|päivit|muokat|uppdat|updat|modified|pressm|ilmesty|utgiv|lautakun|jaosto"
    r"|hallitus|valtuusto|nämnd|fullmäkt|isbn|issn|\(pdf|\(nid|\d s",
)
"""What a sentence beyond the cover, in small letters, has that may date the document."""

_UPDATED = re.compile(
    r"(?:päivitetty|muokattu|uppdaterad|updated|last modified)\b[^.\d]{0,25}$", re.IGNORECASE
)
_GENRE = re.compile(
    r"(?:opinnäytety|pro gradu|tutkielma|väitöskirja|raport|selvity|tiivistelmä|julkaisu|examensarb"
    r"|lärdomsprov|avhandl|utredning|thesis|report|oppaita|opas|esity|suunnitelma|plan\b"
    r"|presentation|sammandrag|vuosi\b|projekti)",
    re.IGNORECASE,
)
_JUST_GENRE = re.compile(_GENRE.pattern + r"\w*(?<!n),?\s*$", re.IGNORECASE)
"""A genre named just before a date, and as a subject: not ``julkaisi raportin 12.3.``."""

_NOT_ITS_OWN = re.compile(
    r"viitattu|hämtad|retrieved|accessed|mennessä|saakka|asti\b|alkaen|voimaan|voimassa|laki\b"
    r"|\blain\b|\blakia|asetus|\blagen\b|förordning|senast|before\b|deadline|kuvassa|sanomat|synty"
    r"|\bföd|\bborn\b|ladattu|uploaded|©|copyright|perusteet\b|perusteiden|grunderna|strategia\b"
    r"|hakuaika|vuodelta|lisätty|lataukset|downloads|ansökning|ilmoittautu|anmäl|järjestetään|ordnas|seuraava|\bnästa\b|\bnext\b|palaut"
    r"|tilanne\b|suljettu|stängt|closed|kiinni\b",
    re.IGNORECASE,
)
_SECTION_OF_LAW = re.compile(r"§")
_DAYS_ON_END = re.compile(r"\d\.?\s?[-–—]\s?$")
"""The first of several days: what lasts days is what happened, or will."""

_CAPTION = re.compile(
    r"^\W*(?:kuva(?:ssa|teksti|aja)?|bild(?:text)?|foto(?:graf)?|photo|caption)\b", re.IGNORECASE
)
_OF_OTHERS = (
    *("samankaltais", "aiheeseen liitty", "lue myös", "lue lisää", "läs också", "läs mer"),
    *("mer om ämnet", "similar", "related", "relevanta dokument", "read also", "read more"),
    *("viimeisimmät", "tuoreimmat", "senaste inlägg"),
)
"""What heads a list of other documents, whose dates are theirs."""

_RUNNING = 60
"""Characters of a sentence that ends such a list."""

_CITATION = re.compile(r"[(;]\s*[A-ZÅÄÖ][^();]*,?\s*$|(?:\btoim|\bred|\beds?)\.?\).*$")
_IMPRINT = re.compile(
    r"(?:^|[.;:]\s*|\s)[A-ZÅÄÖ][a-zåäö]+(?<!tu)(?<!ty)(?<!des)(?<!ded)(?:,|:)?\s+$"
    r"|(?:yliopisto|korkeakoulu|keskus|kaupunki|kunta|liitto|ministeriö|hallitus|universitet|högskola"
    r"|university|stad|kommun|förbund),?\s+$"
)
"""Who published, or where, before a year."""

_AFTER_IMPRINT = re.compile(
    r"^\s*(?:\.?$|\(pdf|\(nid|,\s*\d+ s|\.?\s*ISBN|,\s*\d+ sid)", re.IGNORECASE
)
_BOOK = re.compile(r"\bISBN|\bISSN|\(pdf|\(nid|\d s(?:id)?\.", re.IGNORECASE)
_SERIES = re.compile(
    r"(?:julkaisuja|raportteja|raportti|selvityksiä|oppaita|ohjeet|rapporter|publikationer|sarja|serie"
    r"|series)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:viikko|viikolla|vko|vk|vecka|week|v\.)\s*$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:julkaisu|raport|oppaita|sarja|serie|pöytäkirja|tiedote|kirje|lehti|tidning|brev|\bnro|\bnr"
    r"|numero|letter|number)"
    r"\w*\W{0,3}$",
    re.IGNORECASE,
)
"""What is numbered by the year: its ``3/2012`` is no March."""

_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASHED = re.compile(r"\d{1,2}/\d{4}$")
_CAPITAL_BEFORE = re.compile(r"(?:^|[A-ZÅÄÖ][\w-]*[.,]?|[|·•,.–-])\s*(?:\w+tai|klo)?\s*$")
_CAPITAL_AFTER = re.compile(r"^\s*(?:$|[A-ZÅÄÖ|·•(–-]|klo|kl\.|\d{1,2}[.:]\d\d)")
_IN_SENTENCE = re.compile(r"[^,]*\s(?!vuo|år)[a-zåäö]{2,}\s[^,]*$")
_RUNS_ON = re.compile(r"^\W?\s[a-zåäö]")
"""A sentence that goes on in small letters, as a cover's line does not."""

_ALONE = re.compile(
    r"^\W*(?:(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai"
    r"|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|den|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|ma|ti|ke|to|pe|la|su|mån|tis|ons|tors?|fre|lör|sön"
    r"|mon|tue|wed|thu|fri|sat|sun)(?:na|en)?\b)?[\s,.]*$",
    re.IGNORECASE,
)
_BAR = re.compile(r"^\s*[|·•]")
_AFTER_ALONE = re.compile(
    r"^\W*(?:(?:klo|kl\.?|at)\s*\d{1,2}|\d{1,2}[.:]\d\d)?(?:[.:]\d\d)?\W*$", re.IGNORECASE
)


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date stands: in a sentence, after ``seen`` characters, under a cover's words."""

    mention: DateMention
    sentence: Sentence
    seen: int
    has_genre: bool

    @property
    def before(self) -> str:
        return self.sentence.text[: self.mention.start]

    @property
    def after(self) -> str:
        return self.sentence.text[self.mention.end :]

    @property
    def on_cover(self) -> bool:
        return self.seen + self.mention.start <= _COVER

    @property
    def is_alone(self) -> bool:
        return bool(_ALONE.search(self.before) and _AFTER_ALONE.search(self.after))

    @property
    def is_of_sentence(self) -> bool:
        """Whether it stands in a sentence that runs on after it, as no title does."""
        return bool(_RUNS_ON.match(self.after)) or self.sentence.text.endswith((".", "!"))

    @property
    def is_line_of_genre(self) -> bool:
        """Whether a line that is no running sentence names a genre, then this as its first year."""
        named = _GENRE.search(self.before, max(0, self.mention.start - 80))
        if not named or _RUNS_ON.match(self.after) or _ANY_YEAR.search(self.before):
            return False
        is_sentence = self.sentence.text.endswith((".", "!"))
        return not (is_sentence and _IN_SENTENCE.match(self.before, named.end()))


def detect_times(reading: Reading, found: Iterable[FoundDate], today: date) -> Times:
    """Date and years: every year of a project's period, else the year of publication."""
    dating = _dating(reading, tuple(found), today)
    period = detect_period(reading, today)
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
    if _UPLOADED_AT.search(url):
        return
    found = _IN_ADDRESS.search(url)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        yield _Candidate(PartialDate(year or 0, month, day), 12, Evidence(url))
    elif of_year := _YEAR_IN_ADDRESS.search(url):
        yield _Candidate(PartialDate(int(of_year[1])), 4, Evidence(url))


def _in_text(reading: Reading, saved: frozenset[PartialDate]) -> Iterator[_Candidate]:
    """Dates that the text gives as its own, or that agree with the day the file was saved."""
    of_others = False
    seen, has_genre = 0, bool(_GENRE.search(reading.opening))
    saved_years = {str(value.year) for value in saved}
    for sentence in reading.sentences:
        if sentence.part in _NOT_ITS_TEXT:
            continue
        text = sentence.text
        if text[:20].lower().startswith(_OF_OTHERS):
            of_others = True
        elif len(text) >= _RUNNING and text.endswith((".", "!", "?")):
            of_others = False
        if of_others:
            continue
        is_wrapping = reading.layout == _SHARING_LAYOUT and sentence.page is None and seen > 0
        may_tell = has_year(text) and (
            seen <= _COVER
            or any(map(text.__contains__, saved_years))
            or _MAY_TELL.search(text.lower())
        )
        for mention in dates(text) if may_tell else ():
            place = _Place(mention, sentence, seen, has_genre)
            rank = 0 if is_wrapping and _ALONE.search(place.before) else _rank(place)
            if mention.value in saved and mention.value.day:
                rank = max(rank, 8)
            if rank:
                yield _Candidate(_value(place), rank, sentence.evidence(mention.start))
        seen += len(text)


def _value(place: _Place) -> PartialDate:
    value = place.mention.value
    written = place.sentence.text[place.mention.start : place.mention.end]
    is_number = _SLASHED.match(written) and _NUMBERED.search(place.before)
    return PartialDate(value.year) if is_number else value


def _rank(place: _Place) -> int:
    """How surely a date is the document's own; 0 where it is not."""
    value, before, after = place.mention.value, place.before, place.after
    near = before[-60:]
    if _CAPTION.match(place.sentence.text):
        return 0
    if _PUBLISHED.search(near) and (value.day or not _SAID_OF_ANOTHER.search(near)):
        return 11
    if _UPDATED.search(near) and (value.month or _OF_ITSELF.search(before)):
        return 8 if value.month else 5
    if _NOT_ITS_OWN.search(near) or _NOT_ITS_OWN.search(after[:25]) or _DAYS_ON_END.search(near):
        return 0
    if near.endswith("/"):
        return 5 if place.on_cover and _SERIES.search(near) else 0
    if not value.day and (_SECTION_OF_LAW.search(near + after[:25]) or _WEEK.search(near)):
        return 0
    if _CITATION.search(before) and after.startswith((")", ".")):
        return 0
    return max(_rank_of_decision(place), _rank_on_cover(place), _rank_of_year(place))


def _rank_of_decision(place: _Place) -> int:
    """A day of approval or drawing up; a year alone only where the text speaks of itself."""
    is_of_minutes = place.mention.value.day and place.after.lstrip().startswith("§")
    if not (is_of_minutes or _DECIDED.search(place.before[-140:])):
        return 0
    if not place.mention.value.day and not _OF_ITSELF.search(place.before):
        return 0
    return 9 if place.on_cover else 5


def _rank_on_cover(place: _Place) -> int:
    value, before, after = place.mention.value, place.before, place.after
    if not place.on_cover:
        return 0
    if value.month is None:
        return 5 if place.is_alone and place.has_genre else 0
    if place.is_alone:
        return 10
    if _ALONE.search(before) and _BAR.match(after):
        return 8
    if value.day and place.sentence.part is Part.CREDIT:
        return 9
    if not after.strip() and len(before) < _LONGEST_LINE:
        return 8 if value.day else 6
    if value.day and _CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.search(after):
        return 7
    is_of_genre = _JUST_GENRE.search(before) if value.day else place.is_line_of_genre
    return 6 if is_of_genre else 0


def _rank_of_year(place: _Place) -> int:
    value, before, after = place.mention.value, place.before, place.after
    is_of_book = place.on_cover or _BOOK.search(place.sentence.text)
    if is_of_book and _SERIES.search(before[-50:]):
        return 5
    if value.month is not None:
        return 0
    if place.on_cover and place.is_line_of_genre:
        return 5
    if is_of_book and _IMPRINT.search(before[-40:]) and _AFTER_IMPRINT.search(after):
        return 4
    is_name = place.sentence.part is Part.TITLE and not place.is_of_sentence
    return 3 if is_name else 0
