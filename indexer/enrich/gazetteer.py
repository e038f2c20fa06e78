"""Names of places in all their forms: from the form in a text to the place it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from ..models import NATIONAL, Concept
from ..vocabulary import Vocabularies
from .inflection import forms, inhabitants

PLACE_NAMES = "place_names.csv"

_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*-?")
_CAPITAL_WORD = re.compile(r"(?<![^\W\d_])(?<![-–])[A-ZÅÄÖŠČŽ][^\W\d_]*(?:[-–][^\W\d_]+)*-?")
_SMALL_HINTS = ("lai", "läi", "joki", "pääkaup", "huvudst", "saamelais")
"""What names written with a small letter contain; without them only capitals are looked at."""

_DIRECTION = "Etelä|Pohjois|Keski|Itä|Länsi|Kanta|Päijät|Varsinais|Ylä"
_BROKEN = re.compile(rf"\b((?i:{_DIRECTION})-)\s+(?=[A-ZÅÄÖ])")
_AND = ("ja", "sekä", "tai", "och", "samt")
_HYPHEN = re.compile(r"([-–])")


class Caution(StrEnum):
    """Why a name alone may not be the place."""

    NONE = ""
    WORD = "word"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Place:
    """What a name stands for: ids of municipalities and regions, none for a place elsewhere."""

    name: str
    targets: tuple[str, ...]
    caution: Caution = Caution.NONE


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
        names = self.finnish if language == "fi" else self.plain
        has_small = any(map(text.__contains__, _SMALL_HINTS))
        after = 0
        for word in (_WORD if has_small else _CAPITAL_WORD).finditer(text):
            if word.start() < after or not _may_be_name(word[0], names):
                continue
            several = _several(names, word, text)
            if several:
                place, after = several
                yield Mention(place, word.start(), after)
            else:
                yield from _single(names, word, text)


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
    return Place(row["name"], targets, Caution(row["caution"]))


def _names(places: list[tuple[Place, str]], stems: Mapping[str, str], *, inflect: bool) -> Names:
    single: dict[str, Place] = {}
    several: dict[str, dict[tuple[str, ...], Place]] = {}
    small: dict[str, Place] = {}
    people: dict[str, Place] = {}
    namesakes: dict[str, Place] = {}
    for place, _ in places:
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
    """Whether ``-lainen`` is formed: not of names that are words, nor of several words."""
    simple = place.name.replace("-", "").isalpha() and "-" not in place.name
    return language == "fi" and simple and place.caution is not Caution.WORD and bool(place.targets)


def _may_be_name(word: str, names: Names) -> bool:
    """A quick look that spares most words the slow one."""
    return word[0].isupper() or word in names.small or word in names.people or word in names.several


def _several(names: Names, word: re.Match[str], text: str) -> tuple[Place, int] | None:
    """The name of several words that begins with this one, and where it ends."""
    longer = names.several.get(word[0].lower(), ())
    following = list(islice(_WORD.finditer(text, word.end()), 3)) if longer else []
    for rest, place in longer:
        if tuple(match[0].lower() for match in following[: len(rest)]) == rest:
            return place, following[len(rest) - 1].end()
    return None


def _single(names: Names, word: re.Match[str], sentence: str) -> Iterator[Mention]:
    text, start = word[0], word.start()
    form = text.lower()
    if text[0].isupper() and form in names.single:
        place = names.single[form]
        is_name = form == place.name.lower()
        yield Mention(place, start, word.end(), is_name, namesake=names.namesakes.get(form))
    elif form in names.small:
        yield Mention(names.small[form], start, word.end())
    elif form in names.people:
        yield Mention(names.people[form], start, word.end(), is_people=True)
    elif text[0].isupper() and text.endswith("-"):
        yield from _coordinated(names, word, sentence)
    elif "-" in text or "–" in text:
        yield from _parts(names, text, start)


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
