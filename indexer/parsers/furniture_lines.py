"""What a line says by itself: site furniture, perhaps, the head of a list of pages, or text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from .furniture_words import CONTACT, HEADS, LINES, LOOSE, LOOSE_LINES, SURE, Words
from .line_chrome import reason_to_cut
from .reasons import FOOTER, LONE_NUMBER, MENU, NAVIGATION, PICTURE, RELATED, SHARING

_LONGEST_SHORT = 120
LONGEST_NOTICE = 500
"""Characters; a longer line is a text, whatever it tells of."""

_FEWEST_SENTENCE_WORDS = 6
_SENTENCE_END = re.compile(r"[.!?…]['”’»)]*$")
_BETWEEN = re.compile(r"\s*[|•·›»>‹«→←\t]+\s*|\s+[–—/-]\s+|: ")
_TRIM = " |•·›»>‹«→←↑▲▼…:!?.*"
_CRUMBS = re.compile(r"(?:etusivu|hem|startsidan?|home)\s*[›»>/|→-].{1,150}", re.IGNORECASE)
_BAR = re.compile(r"[^|•·\d]{2,40}(?: [|•·] [^|•·\d]{2,40}){3,}")
_FEWEST_PARTS = 3
_ENOUGH_KNOWN = 0.6
_ENOUGH_MENU_WORDS = 3


class Role(Enum):
    """What a line may be."""

    TEXT = auto()
    SHORT = auto()
    LOOSE = auto()
    CONTACT = auto()
    HEAD = auto()
    ALONE = auto()
    SURE = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """The role of a line, and why it would be cut; "" where it is text."""

    role: Role
    reason: str = ""


def _any_of(words: Words) -> str:
    return "|".join(words.values())


_WORDS = tuple(
    (reason, re.compile(words, re.IGNORECASE))
    for table in (SURE, LOOSE)
    for reason, words in table.items()
)
_WORD = rf"(?>(?:{_any_of(SURE)}|{_any_of(LOOSE)})(?!\w))"
"""A word once found is not tried anew: a long line of buttons takes no time."""

_KNOWN = re.compile(rf"{_WORD}(?:[\s,&/]+{_WORD})*", re.IGNORECASE)
_KNOWN_WORD = re.compile(rf"\b{_WORD}", re.IGNORECASE)
_IS_SURE = re.compile(rf"\b(?:{_any_of(SURE)})(?!\w)", re.IGNORECASE)
_HEAD = re.compile(HEADS, re.IGNORECASE)
_LINES = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in LINES)
_LOOSE_LINES = tuple((why, re.compile(words, re.IGNORECASE)) for why, words in LOOSE_LINES)
_ALONE = frozenset({LONE_NUMBER, PICTURE})
"""What is cut for itself and says nothing of its neighbours."""

_MENUS = frozenset({MENU, SHARING})


def told(line: str) -> Told:
    """Judge a tidied line without its neighbours."""
    if len(line) > LONGEST_NOTICE:
        return Told(Role.TEXT)
    if reason := reason_to_cut(line):
        return Told(Role.ALONE if reason in _ALONE else Role.SURE, reason)
    for why, pattern in _LINES:
        if pattern.search(line):
            return Told(Role.SURE, why)
    return _of_words(line) or _of_shape(line)


def _of_words(line: str) -> Told | None:
    """What a line is whose words are those of menus and buttons; None where they are others."""
    bare = line.strip(_TRIM)
    if _HEAD.fullmatch(bare):
        return Told(Role.HEAD, RELATED)
    if _CRUMBS.fullmatch(line):
        return Told(Role.SURE, NAVIGATION)
    parts = [bare] if _KNOWN.fullmatch(bare) else _parts(line)
    known = [part for part in parts if _KNOWN.fullmatch(part)]
    if not known:
        return None
    reason = next(why for why, words in _WORDS if words.match(known[0]))
    is_sure = any(map(_IS_SURE.search, known))
    if len(known) == len(parts):
        count = sum(len(_KNOWN_WORD.findall(part)) for part in parts)
        return Told(
            Role.SURE
            if is_sure or (count >= _ENOUGH_MENU_WORDS and reason in _MENUS)
            else Role.LOOSE,
            reason,
        )
    mostly = len(parts) >= _FEWEST_PARTS and len(known) >= _ENOUGH_KNOWN * len(parts)
    return Told(Role.SURE, reason) if (mostly and is_sure) or _BAR.fullmatch(line) else None


def _parts(line: str) -> list[str]:
    return [part for piece in _BETWEEN.split(line) if (part := piece.strip(_TRIM))]


def _of_shape(line: str) -> Told:
    """What a line is by its length, its end and its figures."""
    if len(line) > _LONGEST_SHORT:
        return Told(Role.TEXT)
    for why, pattern in _LOOSE_LINES:
        if pattern.fullmatch(line):
            return Told(Role.LOOSE, why)
    if CONTACT.fullmatch(line):
        return Told(Role.CONTACT, FOOTER)
    is_sentence = _SENTENCE_END.search(line) and len(line.split()) >= _FEWEST_SENTENCE_WORDS
    return Told(Role.TEXT if is_sentence else Role.SHORT)
