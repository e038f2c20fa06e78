"""How much one mention of a place says that a document is about it.

As a careful cataloguer weighs it: the place whose services are described counts most; a place where
something was held, visited or compared counts little; a name that is a part of another's name (a
university's, a paper's, a person's) not at all. A name that is also a word or a person's counts
where it stands in a local case or beside a service, as only a place's name does.
"""

from __future__ import annotations

import re

from . import place_cues as cues
from .gazetteer import Caution, Mention, Reach
from .reading import Part, Sentence

PART_WEIGHTS = {
    Part.TITLE: 6.0,
    Part.PUBLISHER: 3.0,
    Part.HEADING: 2.0,
    Part.SLOGAN: 2.0,
    Part.PATH: 1.5,
    Part.LEAD: 1.5,
    Part.BODY: 1.0,
    Part.NOTES: 0.7,
    Part.COMMENTS: 0.2,
    Part.CONTACT: 0.2,
    Part.CREDIT: 0.1,
    Part.SOURCES: 0.0,
}
HEADLINES = (Part.TITLE, Part.PUBLISHER, Part.HEADING, Part.SLOGAN, Part.PATH)
"""Parts that say what the whole is about, not what happens in it."""

_SENTENCE_AS_TITLE = 3.0
"""Plain text has its first line for a title, which may be a sentence like others."""

_AS_SUBJECT = 1.5
_ON_A_DAY = 0.1
"""A place on a line with a day and month is where something takes place."""

_LONGEST_LINE = 120
_PREPOSITION = 5
"""Characters before a name that opens a sentence: ``I Närpes``, ``From Kemi``."""

_AT_AN_EVENT = 0.4
_MADE_THERE = 0.45
_DOUBTFUL = 0.7
_A_WORD = 0.1
_A_PERSON = 0.05
_STATE_OFFICE = 0.75

_NOTHING = " \"”'(•–-"
_IN = ("ssa", "ssä", "sta", "stä")
_AT = ("lla", "llä", "lta", "ltä")
_FROM = ("sta", "stä", "lta", "ltä")
_INTO = re.compile(r"(?:aa|ee|ii|oo|uu|yy|ää|öö|h[aeiouyäö])n$")
_AT_NAMES = ("joki", "järvi", "niemi", "mäki", "koski", "vesi", "lahti", "salmi", "maa", "vaara")
"""Names with outer local cases; of others, these cases are a person's: ``Sallalla oli``."""


def weigh(
    mention: Mention, sentence: Sentence, text: str, *, in_list: bool, is_person: bool = False
) -> float:
    """Weigh a mention by the part of the document and by the words around it.

    ``text`` is the sentence as the mention's positions count it; ``in_list`` says that the
    mention stands in a list of places, where it can be neither a surname nor a word;
    ``is_person`` that the document has a person of this name.
    """
    before, after = text[: mention.start][-40:], text[mention.end :][:80]
    base, part = PART_WEIGHTS[sentence.part], sentence.part
    if part is Part.TITLE and _is_sentence(text):
        base, part = _SENTENCE_AS_TITLE, Part.LEAD
    if is_part_of_other(mention, before, after, part):
        return 0.0
    if cues.STATE_OFFICE.match(after):
        is_its_area = mention.place.reach is Reach.WIDE or mention.place.name == "Lappi"
        return _STATE_OFFICE * base if is_its_area else 0.0
    names_service = is_subject(mention, after)
    is_local = _is_local(mention, text, before)
    if not (names_service or in_list or mention.is_people):
        base *= _certainty(mention, before, after, text, is_local=is_local, is_person=is_person)
    if mention.is_name and (cues.DAY_AFTER.match(after) or cues.DAY_BEFORE.search(before)):
        return _ON_A_DAY * base
    is_title = sentence.part is Part.TITLE
    if not is_title and cues.SHORT_DAY.search(text) and len(text) < _LONGEST_LINE:
        return _ON_A_DAY * base
    clause = _clause(mention, text)
    is_doer = (names_service or has_own_people(after)) and not _before_it(mention, text)
    if (not is_doer and cues.has_any(clause, cues.VISIT)) or (
        not names_service and _is_of_event(mention, text, clause, is_local=is_local)
    ):
        return _AT_AN_EVENT * min(base, PART_WEIGHTS[Part.LEAD])
    if is_local and cues.MADE_THERE.match(after):
        return _MADE_THERE * min(base, PART_WEIGHTS[Part.LEAD])
    return _AS_SUBJECT * base if names_service and not is_title else base


def introduces_person(mention: Mention, text: str) -> bool:
    """Whether the name is here a surname after a first one, or a name of who speaks."""
    before, after = text[: mention.start][-40:], text[mention.end :][:40]
    if mention.place.caution is Caution.NONE:
        return mention.is_name and _follows(cues.CAPITALISED, before)
    if is_subject(mention, after):
        return False
    return bool(
        cues.INITIAL.search(before)
        or (_follows_first_name(mention, before) and not mention.is_people)
        or (mention.is_name and cues.SPEAKS.match(after))
    )


def is_part_of_other(mention: Mention, before: str, after: str, part: Part) -> bool:
    """Whether the name is a part of something else: an institution, a paper, a citation."""
    if (
        cues.INSTITUTION.match(after)
        or cues.PAPER.match(after)
        or cues.COMPANY.match(after)
        or cues.ADDRESS.search(before)
    ):
        return True
    if mention.is_people and cues.PROVIDER.match(after):
        return True
    if mention.place.caution is not Caution.NONE and cues.CITED_OWNER.match(after):
        return True
    if not mention.is_name:
        return False
    if cues.CAMPUS.search(before):
        return True
    if part in (Part.TITLE, Part.HEADING, Part.PATH, Part.SLOGAN):
        return False
    is_imprint = cues.IMPRINT.match(after) and (after.strip(" .") or not before.strip(_NOTHING))
    return bool(is_imprint or cues.CITED.match(after))


def _is_sentence(title: str) -> bool:
    return title.endswith(".") or ". " in title


def is_subject(mention: Mention, after: str) -> bool:
    """Whether services, children or the town itself are named after the name."""
    if cues.SPEAKS.match(after) or cues.OPINION.match(after):
        return False
    is_child = mention.place.caution is Caution.GIVEN or (
        mention.is_name and mention.place.caution is not Caution.NONE
    )
    return bool((cues.TOWN_SERVICE if is_child else cues.SUBJECT).match(after))


def _is_local(mention: Mention, text: str, before: str) -> bool:
    """Whether the form says where: ``Salossa``, ``i Lovisa``."""
    form = text[mention.start : mention.end].lower()
    outer = mention.place.caution is Caution.NONE or mention.place.name.endswith(_AT_NAMES)
    return bool(
        form.endswith(_IN) or (outer and form.endswith(_AT)) or cues.PREPOSITION.search(before)
    )


def has_own_people(after: str) -> bool:
    """Whether those who work or have children there are named after the name."""
    return bool(cues.OWN_PEOPLE.match(after))


def sets_scene(mention: Mention, text: str) -> bool:
    """Whether the form says where or who, and opens its sentence or stands with children in it."""
    before = _before_it(mention, text)
    if not (mention.is_people or _is_local(mention, text, text[: mention.start][-40:])):
        return False
    return len(before) < _PREPOSITION or cues.has_any(_clause(mention, text), cues.OF_CHILDREN)


def _before_it(mention: Mention, text: str) -> str:
    """What stands before the name in its sentence: nothing where it is who does something."""
    return text[text.rfind(". ", 0, mention.start) + 1 : mention.start].strip(_NOTHING)


def _clause(mention: Mention, text: str) -> str:
    """The sentence of a first line in which the name stands."""
    start = text.rfind(". ", 0, mention.start) + 1
    end = text.find(". ", mention.end)
    return text[start : end if end >= 0 else len(text)]


def _is_of_event(mention: Mention, text: str, clause: str, *, is_local: bool) -> bool:
    """Whether the place is where something was held, or where somebody once was."""
    form = text[mention.start : mention.end].lower()
    is_into = len(form) > len(mention.place.name) + 1 and bool(_INTO.search(form))
    if (is_local or is_into or mention.is_name) and cues.has_any(clause, cues.EVENT):
        return True
    return form.endswith(_FROM) and cues.has_any(clause, cues.MOVED)


def _certainty(
    mention: Mention, before: str, after: str, text: str, *, is_local: bool, is_person: bool
) -> float:
    """How surely the name is the place, where nothing around it says so."""
    caution = mention.place.caution
    at_start = (
        not before.strip(_NOTHING) or text.isupper() or bool(cues.NEW_SENTENCE.search(before))
    )
    if caution is Caution.WORD and at_start and not has_own_people(after):
        return _A_WORD
    if caution is Caution.NONE:
        follows = mention.is_name and _follows(cues.CAPITALISED, before)
        speaks = is_person and (cues.OPINION.match(after) or cues.SPEAKS.match(after))
        return _A_PERSON if follows or speaks else 1.0
    if _follows_first_name(mention, before):
        return 0.0
    if is_local:
        return 1.0
    if is_person or cues.INITIAL.search(before) or (mention.is_name and _cites(before, after)):
        return 0.0
    return _A_PERSON if caution is Caution.GIVEN else _DOUBTFUL


def _follows_first_name(mention: Mention, before: str) -> bool:
    """Whether a first name stands before; one that begins a sentence may be any word."""
    return _follows(cues.CAPITALISED, before) or (
        mention.is_name and _follows(cues.FIRST_WORD, before)
    )


def _follows(capital: re.Pattern[str], before: str) -> bool:
    """Whether a word with a capital stands before, and is no genitive: ``Elsa``, not ``Espoon``."""
    return bool(capital.search(before)) and not before.rstrip().endswith("n")


def _cites(before: str, after: str) -> bool:
    return bool(cues.CITING.search(before) or cues.SPEAKS.match(after))
