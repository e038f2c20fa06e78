"""How much one mention of a place says that a document is about it."""

from __future__ import annotations

import re

from .gazetteer import Caution, Mention
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
_AS_SUBJECT = 1.5
_ON_A_DAY = 0.1
"""A place on a line with a day and month is where something takes place."""

_LONGEST_LINE = 120
_AT_AN_EVENT = 0.4
_DOUBTFUL = 0.7
_A_WORD = 0.15
_AFTER_A_NAME = 0.1

_INSTITUTION = re.compile(
    r"^(?:[\s-]+[\w-]+){0,3}?\s+(?:[\w-]*yliopisto|ammattikorkea|amk\b|[\w-]*korkeakoul|universit"
    r"|yrkesh|university|[\w-]*tutkimuskesk|normaalikoul|kirjapaino|hovioikeu|hallinto-oikeu"
    r"|hiippakun|ammattiopisto|aikuisopisto|messukesk|aluehallintovirasto|avi\b|studies\b|press\b)",
    re.IGNORECASE,
)
_CAMPUS = re.compile(
    r"(?:\bLaurea|\bDiak|\bMetropolia|\bHumak|\bCentria|\bSavonia|\bKarelia|\bNovia|\bArcada"
    r"|\w*AMK|korkeakoulu|yliopisto|university|universitet|högskola)[^.;]{0,15}$"
)
_NEWSPAPER = re.compile(r"^\s+(?:Sanom\w*|Leh[td]\w*|Uuti\w*|Tidning\w*|Energia)\b")
_SUBJECT = re.compile(
    r"^\s+-?(?:[\w-]+\s+){0,2}?(?:hank|projekt|kaupun|kunna|kunta|kuntien|varhaiskasv|päiväko"
    r"|päivähoi|esiope|perhepäiv|vasu|laste|lapsi|lapse|perhe|sivisty|eskari|stad|kommun|daghem"
    r"|småbarn|dagvård|förskol|familjedag|barn|early|daycare|day-care|day care|centres)",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^\s*(?:,\s*|:\s*)?(?:19|20)\d\d\b|^\s*:\s+[A-ZÅÄÖ]|^,\s*\d+\s+s|^\.$",
)
_CITED = re.compile(r"^\s*(?:,\s*[A-ZÅÄÖ]\.|\(?(?:19|20)\d\d\b|,?\s*(?:ym|et al)\b|\s+&\s+[A-Z])")
_CITING = re.compile(r"(?:[&(;]\s*|\bmukaan\s+)$")
_ADDRESS = re.compile(r"\b\d{5}\s+$")
_CAPITALISED = re.compile(r"(?<=[\s(])[A-ZÅÄÖ][\w-]*\.?\s+$")
_FIRST_WORD = re.compile(r"^[A-ZÅÄÖ][\w-]*\.?\s+$")
_NOTHING = " \"”'(•–-"
_SHORT_DAY = re.compile(r"(?<![\d.])\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)?\d{1,2}\.(?!\d{4})")
_EVENT = re.compile(
    r"seminaari|konferen|\bmessut|\bmessuilla|\wpäivät\b|\wpäivillä|\wpäivässä|kongress|opintomatk"
    r"|vierail|kävimme|tutustu|esimerkiksi|benchmark|study visit|visited|studiebesök|\bbesök"
    r"|koulutuspäiv|kurssi(?:lla|päiv)|fortbildningsdag|föreläs|luento|luennoi|verrattuna|vertail"
    r"|toisin kuin|motsvarig",
    re.IGNORECASE,
)


def weigh(mention: Mention, sentence: Sentence, text: str, *, in_list: bool) -> float:
    """Weigh a mention by the part of the document and by the words around it.

    ``text`` is the sentence as the mention's positions count it; ``in_list`` says that the
    mention stands in a list of places, where it can be neither a surname nor a word.
    """
    before, after = text[: mention.start][-40:], text[mention.end :][:80]
    base = PART_WEIGHTS[sentence.part]
    if _is_part_of_other(before, after, mention, sentence.part):
        return 0.0
    is_subject = bool(_SUBJECT.match(after))
    if not (is_subject or in_list or mention.is_people):
        base *= _certainty(mention, before, text)
    if sentence.part is Part.TITLE:
        return base
    if _SHORT_DAY.search(text) and len(text) < _LONGEST_LINE:
        return _ON_A_DAY * base
    if _EVENT.search(text):
        return _AT_AN_EVENT * base
    return _AS_SUBJECT * base if is_subject else base


def _is_part_of_other(before: str, after: str, mention: Mention, part: Part) -> bool:
    """Whether the name is a part of something else: an institution, a paper, a citation."""
    if _INSTITUTION.match(after) or _NEWSPAPER.match(after) or _ADDRESS.search(before):
        return True
    if not mention.is_name or part in (Part.TITLE, Part.HEADING, Part.PATH, Part.SLOGAN):
        return False
    is_imprint = _IMPRINT.match(after) and (after.strip(" .") or not before.strip(_NOTHING))
    return bool(is_imprint or _CITED.match(after) or _CAMPUS.search(before))


def _certainty(mention: Mention, before: str, text: str) -> float:
    """How surely the name is the place, where nothing around it says so."""
    caution = mention.place.caution
    at_start = not before.strip(_NOTHING) or text.isupper()
    if caution is Caution.WORD and at_start:
        return _A_WORD
    if mention.is_name and _CAPITALISED.search(before):
        return 0.0 if caution is Caution.SURNAME else _AFTER_A_NAME
    if caution is Caution.SURNAME and mention.is_name:
        return 0.0 if _CITING.search(before) else _DOUBTFUL
    return _DOUBTFUL if caution is not Caution.NONE else 1.0
