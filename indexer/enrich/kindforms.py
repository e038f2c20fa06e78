"""What the form of a text tells of its kind: its layout and its writer's voice, in figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .reading import Part, Reading, Sentence

_LISTENED = 60
"""Sentences that are looked at for the layout and listened to for the voice."""

_WINDOW = 1200
"""Characters of running text in which words of a voice are counted."""

_NOT_ITS_VOICE = (Part.PATH, Part.PUBLISHER, Part.SOURCES, Part.COMMENTS)
_ITEM = re.compile(r"(?:[-–—•*→+□☐]|\d{1,2}[.)]|[a-z]\))\s")
_BLANK = re.compile(r"_{3,}|\.{6,}(?!\.*\s*[\divx])|…{2,}(?!…*\s*[\divx])|[□☐]|\( \)|\[ \]")
_BLANK_HINTS = ("___", "......", "……", "□", "☐", "( )", "[ ]")
_RUNNING = 4
"""Words of a line that closes with a stop, from which it is a running sentence."""

_ORDER = 3
"""Words of an order, which a slide's single words are not."""

_NEAR = 3
"""Words between one who speaks and the word that tells so."""

_FIRST_WORD = re.compile(r"\W*(?:\d+[.)] )?([^\W\d_]+)")
_Voice = Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
"""By language: the words, and the endings of words, that make a voice."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAYS_I: _Voice = {
    "fi": (
        _words(
            "minä minun minua minulle minusta minulla olen olin en enkä mietin ajattelin huomasin"
            " kysyin istuin kuuntelin opin luulin lupasin muistan toivon aion haluan jään sanoin"
            " vastasin kirjoitin tajusin päätin pysähdyin ihmettelin uskon kerron luen kuulin"
        ),
        (),
    ),
    "sv": (_words("jag mig min mitt mina"), ()),
    "en": (_words("i me my"), ()),
}
_SAYS_WE: _Voice = {
    "fi": (_words("me meillä meidän meille meitä meiltä"), ("mme",)),
    "sv": (_words("vi oss vår våra vårt"), ()),
    "en": (_words("we our us"), ()),
}
_RULES: _Voice = {
    "fi": (
        frozenset(),
        (
            *("etaan", "etään", "itaan", "itään", "otaan", "utaan", "ytään"),
            *("daan", "dään", "llaan", "llään", "nnaan", "rraan"),
        ),
    ),
    "sv": (_words("ska skall bör gäller ansvarar ordnas utarbetas följs upprättas antecknas"), ()),
    "en": (_words("shall must should"), ()),
}
_PAST: _Voice = {
    "fi": (_words("oli olivat"), ("ttiin", "tiin", "ivat", "ivät")),
    "sv": (_words("var hade blev fick"), ("ades", "ade", "des", "tes")),
    "en": (_words("was were"), ("ed",)),
}
_ORDERS: Mapping[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "fi": (
        _words(
            "älä muista kirjaa kysy varaa aloita vältä lue sovi valitse pyydä käy kerro tee ota"
            " anna kirjoita katso huolehdi varmista palaa kävele kuuntele pohdi mieti tutustu laita"
            " aseta pidä käytä liitä täytä merkitse rastita tarkista keskustele kokeile suunnittele"
            " tallenna lähetä odota puhu näytä harjoittele leikkaa"
        ),
        ("kaa", "kää"),
    ),
    "sv": (
        _words(
            "läs fråga välj skriv ge ta låt undvik berätta prata boka gör tänk använd fyll kryssa"
            " diskutera lyssna kontrollera börja håll"
        ),
        (),
    ),
    "en": (
        _words(
            "remember read ask choose write give take let avoid tell talk book do think make use"
            " fill tick discuss listen check start keep try"
        ),
        (),
    ),
}
_SAYING = _words(
    "sanoo kertoo toteaa iloitsee arvioi pohtii kiteyttää korostaa sanoi kertoi totesi iloitsi"
    " muistuttaa mukaan säger berättar konstaterar enligt sade says said"
)
_OFFICERS = (
    *("johtaja", "johtajan", "päällikkö", "päällikön", "koordinaattori", "koordinaattorin"),
    *("ministeri", "ministerin", "ledare", "ledaren", "direktör", "direktören", "chef", "chefen"),
    "director",
)
_WEEKDAYS = _words(
    "maanantaina tiistaina keskiviikkona torstaina perjantaina måndagen tisdagen onsdagen"
    " torsdagen fredagen monday tuesday wednesday thursday friday"
)
_NOTHING: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Form:
    """Figures of a reading's layout and voice, each found when first asked for.

    Rates are in a hundred words; shares are of lines, from 0 to 1.
    """

    reading: Reading

    @cached_property
    def lines(self) -> tuple[Sentence, ...]:
        """The sentences and lines that are the document's own, up to a limit."""
        first = self.reading.sentences[:_LISTENED]
        return tuple(one for one in first if one.part not in _NOT_ITS_VOICE)

    @cached_property
    def beginning(self) -> str:
        """The beginning of the text, a sentence or line each."""
        return "\n".join(line.text for line in self.lines)[:_WINDOW]

    @cached_property
    def text(self) -> str:
        """The beginning in small letters."""
        return self.beginning.lower()

    @cached_property
    def spans(self) -> list[re.Match[str]]:
        """The words of the beginning with their places."""
        return list(_WORD.finditer(self.text))

    @cached_property
    def all_words(self) -> list[str]:
        """The words of the beginning, in small letters."""
        return [found[0] for found in self.spans]

    @cached_property
    def words(self) -> int:
        """Words of the beginning, at least a short paragraph's."""
        return max(self.text.count(" ") + self.text.count("\n"), 40)

    @cached_property
    def running(self) -> int:
        """How many lines are sentences that run."""
        return sum(_runs(line.text) for line in self.lines)

    @property
    def is_shared(self) -> bool:
        """Whether it is the transcript of a file on a sharing site."""
        return self.reading.layout == "transcript"

    @cached_property
    def items(self) -> float:
        """The share of list items."""
        return self._share(sum(bool(_ITEM.match(line.text)) for line in self.lines))

    @cached_property
    def loose(self) -> float:
        """The share of lines that no sentence fills: items, headings, labels."""
        return self._share(len(self.lines) - self.running)

    @cached_property
    def has_sources(self) -> bool:
        """Whether it has a list of sources."""
        return any(one.part is Part.SOURCES for one in self.reading.sentences)

    @cached_property
    def blanks(self) -> int:
        """How many places there are to write in or to tick."""
        has_any = any(map(self.text.__contains__, _BLANK_HINTS))
        return len(_BLANK.findall(self.text)) if has_any else 0

    @cached_property
    def says_i(self) -> float:
        """How often the writer says "I"."""
        return self._rate(_SAYS_I)

    @cached_property
    def says_we(self) -> float:
        """How often the writers say "we"."""
        return self._rate(_SAYS_WE)

    @cached_property
    def asks(self) -> float:
        """How often the text asks or exclaims."""
        lines = self.text.split("\n")
        spoken = sum(line.rstrip('"”)').endswith(("?", "!")) for line in lines)
        return 100 * spoken / self.words

    @cached_property
    def orders(self) -> float:
        """How often a sentence or an item begins with an order; one alone is an invitation."""
        orders, endings = _ORDERS.get(self.reading.language.concept, _NOTHING)
        said = 0
        for line in self.text.split("\n"):
            found = _FIRST_WORD.match(line) if line.count(" ") >= _ORDER - 1 else None
            if found and (found[1] in orders or found[1].endswith(endings)):
                said += 1
        return 100 * said / self.words if said > 1 else 0.0

    @cached_property
    def rules(self) -> float:
        """How often it is told what is done, or shall be, by nobody in particular."""
        return self._rate(_RULES)

    @cached_property
    def past(self) -> float:
        """How often it is told what was done."""
        return self._rate(_PAST)

    @cached_property
    def names_weekday(self) -> bool:
        """Whether something was, or will be, on a day of the week."""
        return not _WEEKDAYS.isdisjoint(self.all_words)

    @cached_property
    def officer_tells(self) -> bool:
        """Whether somebody speaks by office: ``sanoo johtaja``, ``päällikön mukaan``."""
        words = self.all_words
        return any(
            word in _SAYING
            and any(near.endswith(_OFFICERS) for near in words[max(0, at - _NEAR) : at + _NEAR + 1])
            for at, word in enumerate(words)
        )

    def _rate(self, voices: _Voice) -> float:
        said, endings = voices.get(self.reading.language.concept, _NOTHING)
        count = sum(map(said.__contains__, self.all_words))
        if endings:
            count += sum(word.endswith(endings) for word in self.all_words)
        return 100 * count / self.words

    def _share(self, lines: int) -> float:
        return lines / max(len(self.lines), 1)


def _runs(text: str) -> bool:
    return (
        text.count(" ") >= _RUNNING - 1
        and text.rstrip('"”)').endswith((".", "!", "?", ":", "…"))
        and not _ITEM.match(text)
    )
