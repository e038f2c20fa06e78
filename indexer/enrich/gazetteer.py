"""Names of places in all their forms: from the form in a text to the place it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from itertools import chain, islice

from ..models import NATIONAL, Concept
from ..vocabulary import Vocabularies
from .inflection import forms, inhabitants
from .words import Lookup, Words

PLACE_NAMES = "place_names.csv"

_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*-?")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL_WORD = re.compile(r"(?<![^\W\d_])(?<![-–])[A-ZÅÄÖŠČŽ][^\W\d_]*(?:[-–][^\W\d_]+)*-?")
_SMALL_FINNISH = ("lai", "läi", "jokis", "pääkaup", "pk-seu", "nseutu", "nseudu", "saamelais")
_SMALL_PLAIN = ("huvudst", "ländsk", "bottnisk")
"""What names written with a small letter contain; without them only capitals are looked at."""

_DIRECTION = "Etelä|Pohjois|Keski|Itä|Länsi|Kanta|Päijät|Varsinais|Ylä"
_BROKEN = re.compile(rf"\b((?i:{_DIRECTION})-)\s+(?=[A-ZÅÄÖ])")
_AND = ("ja", "sekä", "tai", "och", "samt")
_HYPHEN = re.compile(r"([-–])")


_AREA = re.compile(r"\s+(?:seutu|seudu|seutukun|region\b|regionen|nejden)", re.IGNORECASE)
_JOINED_AREA = re.compile(r"seu(?:tu|du)")
_SWEDISH_TAIL = re.compile(r"s?(?:nejd|region|trakt|model|bor(?:na|s)?$|bo$|barn)")
_FINNISH_AREA = re.compile("nseu")
_SWEDISH_AREA = re.compile(rf"(?<=...)(?:{_SWEDISH_TAIL.pattern})")
_ONE_PERSON = re.compile(r"l[aä]i(?:nen|se[^t]|st[aä])")
_CLITIC = re.compile(r"(?<=...)(?:kin|kaan|kään|han|hän)$")
_ROMAN = "II"
_OTHER_PEOPLE = ("pohja", "saari", "koski", "luoto")
"""Names whose word for people means others: ``saarelainen`` lives on an island."""


class Caution(StrEnum):
    """Why a name alone may not be the place."""

    NONE = ""
    WORD = "word"
    SURNAME = "surname"
    GIVEN = "given"


class Reach(StrEnum):
    """How a name stands for its targets.

    An area tells only the regions that it lies in; a wide one, of several regions, only where
    nothing narrower is told; a locality only supports its municipality where that is named too.
    """

    PLACE = "place"
    AREA = "area"
    WIDE = "wide_area"
    LOCALITY = "locality"


_REACHES = frozenset(Reach)


@dataclass(frozen=True, slots=True)
class Place:
    """What a name stands for: ids of municipalities and regions, none for a place elsewhere."""

    name: str
    targets: tuple[str, ...]
    caution: Caution = Caution.NONE
    reach: Reach = Reach.PLACE


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name from ``start`` to ``end`` of a text.

    ``is_name`` says that the form is the nominative, as surnames and campuses are written;
    ``is_people`` that it is a word for who lives there (``kemiläinen``). ``namesake`` is
    another place of the same name, meant where one of its targets is named beside it.
    """

    place: Place
    start: int
    end: int
    is_name: bool = False
    is_people: bool = False
    namesake: Place | None = None


@dataclass(frozen=True)
class Names:
    """Forms of names: of one word, of several by their first, and those written small."""

    single: Mapping[str, Place]
    several: Mapping[str, tuple[tuple[tuple[str, ...], Place], ...]]
    small: Mapping[str, Place]
    people: Mapping[str, Place]
    namesakes: Mapping[str, Place]

    @cached_property
    def written_small(self) -> frozenset[str]:
        """Every word that with a small letter too is a name or begins one."""
        several = (
            first
            for first, many in self.several.items()
            if any(place.name[0].islower() for _, place in many)
        )
        return frozenset((*several, *self.small, *self.people))

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every word of a name in small letters, those that a hyphen joins too."""
        forms = chain(self.single, self.several, self.small, self.people)
        words = chain.from_iterable(map(_LETTERS.findall, forms))
        return frozenset(word for word in words if len(word) > 1).difference(_AND)


@dataclass(frozen=True)
class Gazetteer:
    """Finds names of places; built once, safe for threads.

    Finnish forms are looked for in Finnish texts only: elsewhere a name stands as it is, or
    with the ``s`` of Swedish.
    """

    finnish: Names
    plain: Names

    def mentions(self, text: str, language: str) -> Iterator[Mention]:
        """The mentions in one sentence in order; the longest name wins."""
        names, after = self._of(language), 0
        hints: tuple[str, ...] = _SMALL_FINNISH if language == "fi" else _SMALL_PLAIN
        words = _WORD if any(map(text.__contains__, hints)) else _CAPITAL_WORD
        for word in words.finditer(text):
            form = word[0].lower()
            if word.start() < after or not _may_be_name(word[0], form, names, language):
                continue
            several = _several(names, form, word.end(), text) if form in names.several else None
            if several:
                place, after = several
                yield Mention(place, word.start(), after)
            else:
                yield from _single(names, word, form, text)

    def sentences(self, words: Words, language: str) -> list[int]:
        """The sentences of a document, in order, that may have a mention."""
        lookup = self._in_finnish if language == "fi" else self._in_plain
        return words.holding(lookup.among(words.types))

    @cached_property
    def _in_finnish(self) -> Lookup[bool]:
        return Lookup(partial(_of_names, self.finnish, _FINNISH_AREA))

    @cached_property
    def _in_plain(self) -> Lookup[bool]:
        return Lookup(partial(_of_names, self.plain, _SWEDISH_AREA))

    def _of(self, language: str) -> Names:
        return self.finnish if language == "fi" else self.plain


def joined(text: str) -> str:
    """Join a name that a line end broke: ``Etelä- Savossa``."""
    return _BROKEN.sub(r"\1", text) if "- " in text or "-\n" in text else text


def load_gazetteer(vocabularies: Vocabularies) -> Gazetteer:
    """Build the tables from the regions, municipalities and ``place_names.csv``."""
    rows = vocabularies.rows(PLACE_NAMES)
    stems = {row["name"]: row["genitive"] for row in rows}
    cautions = {row["name"]: Caution(row["caution"]) for row in rows if row["caution"]}
    places = [
        *_concept_places(vocabularies["region"].concepts.values(), cautions),
        *((_place(row), row["language"]) for row in rows),
    ]
    return Gazetteer(_names(places, stems, inflect=True), _names(places, stems, inflect=False))


def _concept_places(
    concepts: Iterable[Concept], cautions: Mapping[str, Caution]
) -> Iterator[tuple[Place, str]]:
    for concept in sorted(concepts, key=lambda concept: concept.broader is not None):
        if concept.id == NATIONAL:
            continue
        for language, label in concept.pref_label.items():
            for name in (label, *concept.alt_labels.get(language, ())):
                place = Place(name, (concept.id,), cautions.get(name, Caution.NONE))
                yield place, "sv" if language == "sv" else "fi"


def _place(row: Mapping[str, str]) -> Place:
    targets = tuple(target for target in row["target"].split(";") if target)
    reach = Reach(row["kind"]) if row["kind"] in _REACHES else Reach.PLACE
    return Place(row["name"], targets, Caution(row["caution"]), reach)


def _names(places: list[tuple[Place, str]], stems: Mapping[str, str], *, inflect: bool) -> Names:
    single: dict[str, Place] = {}
    several: dict[str, dict[tuple[str, ...], Place]] = {}
    small: dict[str, Place] = {}
    people: dict[str, Place] = {}
    namesakes: dict[str, Place] = {}
    for place, _ in places:
        if place.name[0].isupper():
            single.setdefault(place.name.lower(), place)
    for place, language in places:
        name = place.name.lower()
        is_second = single[name].targets != place.targets if name in single else False
        for form in _forms(name, language, stems.get(place.name, "").lower(), inflect):
            first, *rest = form.split()
            if rest:
                several.setdefault(first, {}).setdefault(tuple(rest), place)
            elif is_second:
                namesakes[form] = place
            else:
                (small if place.name[0].islower() else single).setdefault(form, place)
        if inflect and _has_people(place, language):
            people |= dict.fromkeys(inhabitants(name), place) | people
    return Names(single, _longest_first(several), small, people, namesakes)


def _longest_first(
    several: Mapping[str, Mapping[tuple[str, ...], Place]],
) -> dict[str, tuple[tuple[tuple[str, ...], Place], ...]]:
    return {
        first: tuple(sorted(rests.items(), key=lambda item: -len(item[0])))
        for first, rests in several.items()
    }


def _forms(name: str, language: str, genitive: str, inflect: bool) -> Iterable[str]:
    if language == "fi" and inflect:
        return forms(name, genitive)
    return {name, name if name.endswith("s") else name + "s"}


def _has_people(place: Place, language: str) -> bool:
    """Whether ``-lainen`` is formed: not of names whose word for people means others."""
    name = place.name.lower()
    return (
        language == "fi"
        and name.isalpha()
        and name not in _OTHER_PEOPLE
        and place.reach is Reach.PLACE
        and bool(place.targets)
    )


def _of_names(names: Names, area: re.Pattern[str], words: Set[str]) -> dict[str, bool]:
    """Those of the words, in small letters, that may be a part of a name or of its area."""
    return {
        word: True
        for word in words
        if any(
            part in names.parts or _bare(part) in names.parts or area.search(part)
            for part in _LETTERS.findall(word)
        )
    }


def _may_be_name(word: str, form: str, names: Names, language: str) -> bool:
    """A quick look that spares most words the slow one; ``form`` is the word in small letters."""
    if form in names.written_small:
        return True
    if word[0].isupper() and (
        form in names.single or form in names.several or _bare(form) in names.single
    ):
        return True
    return _may_hold_name(word, names, language)


def _has_part(names: Names, parts: Iterable[str]) -> bool:
    return any(part.lower() in names.single for part in parts)


def _may_hold_name(word: str, names: Names, language: str) -> bool:
    """Whether a name may stand within a word: in a hyphenated one, before a word for its area."""
    if "-" in word or "–" in word:
        parts = _HYPHEN.split(word)
        return word[0].isupper() and (not parts[-1] or _has_part(names, parts))
    if language == "fi":
        return "nseu" in word
    return word[0].isupper() and bool(_SWEDISH_TAIL.search(word, 3))


def _several(names: Names, form: str, end: int, text: str) -> tuple[Place, int] | None:
    """The name of several words that begins with this one, and where it ends."""
    following = list(islice(_WORD.finditer(text, end), 3))
    for rest, place in names.several[form]:
        if tuple(match[0].lower() for match in following[: len(rest)]) == rest:
            return place, following[len(rest) - 1].end()
    return None


def _single(names: Names, word: re.Match[str], form: str, sentence: str) -> Iterator[Mention]:
    text, start, end = word[0], word.start(), word.end()
    if text[0].isupper() and form not in names.single and _bare(form) in names.single:
        form = _bare(form)
    if text[0].isupper() and form in names.single and text != _ROMAN:
        place = names.single[form]
        area = _AREA.match(sentence, end)
        if area and place.reach is Reach.PLACE and place.targets:
            yield Mention(_area(place), start, area.end())
            return
        is_name = form == place.name.lower()
        yield Mention(place, start, end, is_name, namesake=names.namesakes.get(form))
    elif form in names.small and not _is_paper(text):
        yield Mention(names.small[form], start, end)
    elif form in names.people:
        yield Mention(names.people[form], start, end, is_people=True)
    elif text[0].isupper() and text.endswith("-"):
        yield from _coordinated(names, word, sentence)
    elif "-" in text or "–" in text:
        yield from _parts(names, text, start)
    else:
        yield from _compound(names, form, start)


def _is_paper(word: str) -> bool:
    """Whether a capital makes a word for people a newspaper's name: ``Keskisuomalainen``."""
    return word[0].isupper() and bool(_ONE_PERSON.search(word))


def _bare(form: str) -> str:
    """The form without an enclitic: ``kemissäkin``."""
    return _CLITIC.sub("", form)


def _area(place: Place) -> Place:
    """The area around a town: ``Oulun seutu``, of which only the region is known."""
    return Place(place.name, place.targets, reach=Reach.AREA)


def _compound(names: Names, form: str, start: int) -> Iterator[Mention]:
    """``oulunseutulainen``, ``Vasanejdens``, ``Esbobor``: a name and what it is joined with."""
    joined_area = _JOINED_AREA.search(form)
    tail = joined_area or _SWEDISH_TAIL.search(form, 3)
    place = names.single.get(form[: tail.start()]) if tail else None
    if tail is None or place is None or not place.targets:
        return
    is_area = bool(joined_area) or tail[0].lstrip("s").startswith(("nejd", "region", "trakt"))
    yield Mention(_area(place) if is_area else place, start, start + tail.start(), is_people=True)


def _coordinated(names: Names, word: re.Match[str], sentence: str) -> Iterator[Mention]:
    """``Pohjois-`` of "Pohjois- ja Etelä-Savossa"."""
    following = [match[0] for match in islice(_WORD.finditer(sentence, word.end()), 2)]
    if len(following) == 2 and following[0] in _AND:
        place = names.single.get((word[0] + following[1].rpartition("-")[2]).lower())
        if place:
            yield Mention(place, word.start(), word.end())


def _parts(names: Names, text: str, start: int) -> Iterator[Mention]:
    """Names in a hyphenated word: ``Kuusamo-Posio-Taivalkoski``, ``Kainuu-hanke``."""
    for part in _HYPHEN.split(text):
        place = names.single.get(part.lower()) if part[:1].isupper() else None
        if place:
            yield Mention(place, start, start + len(part), is_name=part == place.name)
        start += len(part)
