"""Which of the field's languages a text is written in, a title as well as a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..models import UNKNOWN, Assignment

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("fi", "sv", "en", "se")
"""Languages of the field: Finnish, Swedish, English and Northern Sámi."""

_READ = 600
"""Characters from the beginning that are looked at; more says nothing more."""

_FEWEST_LETTERS, _LIKELY, _LEAST = 12, 0.7, 0.5
"""Fewer letters tell a language only where it is that likely, any more where it is likeliest."""

_FEW_WORDS = 12
"""Words of a text that names of places may be most of."""

_PER_WORD = 60.0
"""How much likelier a function word makes its language in so short a text."""

_FUNCTION_WORDS = {
    "en": "the of and in for with to is are how we our what by from at did it was as"
    " summary abstract keywords",
    "sv": "och på för med att är av hur vad så ett som till den det vi i om källor sammandrag",
    "fi": "on ei ovat oli että kun sekä tai mitä miten mikä me osana kanssa mukana",
    "se": "lea leat dahje mii dan ii go leamaš birra ovdal",
}
"""Words of one of the four alone: ``ja`` is Finnish and Sámi, ``en`` Finnish and Swedish.

Those of summaries and sources stand alone as headings. The others keep a title from being taken
for one in the language of the places it names.
"""

_TELLING_WORDS = {
    "en": "the of and children that were which their this they been from have",
    "sv": "och att är för inte från också barnen barnens där när hade småbarnspedagogiken hur vad"
    " två hösten hela även varje förskolan föräldrarna",
    "fi": "ovat että myös sekä tai mutta ollut jossa jotka jotta lapsi lapset lasten lapsen lapsia"
    " lapsille kun hän niin siitä sen olivat varhaiskasvatuksen päiväkodin tämä tätä joka jota"
    " joita josta jonka oli eivät olla oma oman missä millä mitä mikä sitä niitä noin vain vielä"
    " sitten ennen jälkeen kanssa ilman kuin kuten koska hyvin muut kaikki päiväkoti päiväkodit"
    " vuonna vuoden meidän",
    "se": "lea leat mánát mánáid dahje maid ahte sii leamaš",
}
"""Frequent words of one of the four alone, and of no neighbour: ``on`` is Estonian too.

Two of them in running text, and none of another language, tell all that the model would.
"""

_FINNISH_ENDINGS = (
    *("ssa", "ssä", "stä", "llä", "nsä", "minen", "ttiin", "vät", "iden", "itä", "misen", "mista"),
    *("linen", "lisen", "liset", "lisia", "ksen", "kset", "ksia", "ksiä", "taan", "tään", "neet"),
    *(
        "jien",
        "uuden",
        "yyden",
        "uutta",
        "yyttä",
        "ille",
        "ista",
        "joita",
        "jöitä",
        "oille",
        "öille",
    ),
)
_LONG_WORD = 6
"""Cases and persons of longer words that no other of them has, each as telling as a word."""

_CACHED_WORDS = 50_000
_RUNNING_TEXT = 60
"""Letters, about a sentence."""


def _by_word(words: Mapping[str, str]) -> Mapping[str, str]:
    return {word: code for code, some in words.items() for word in some.split()}


_LANGUAGE_OF, _TOLD_BY = _by_word(_FUNCTION_WORDS), _by_word(_TELLING_WORDS)
_WORD = re.compile(r"[^\W\d_]+")

_RELATED = {"et": (12, 0.75), **dict.fromkeys(("da", "no", "nn", "fo"), (80, 0.99))}
_OTHERS = (18, 0.95)
"""Letters and probability from which a text is in a language that is none of the four.

Estonian is soon told from Finnish, Norwegian from Swedish only in a longer text.
"""

_FOREIGN_WORD = re.compile(r"[âõʹʼǩǧǥʒǯ\u0370-\u05ff\u0600-\u06ff]|áá")
"""What words of Inari and Skolt Sámi, of Estonian and of other scripts have, and ours have not."""

_FOREIGN_SHARE, _MIXED_SHARE = 0.25, 0.12


def detect_language(text: str, declared: str = "") -> Assignment:
    """Tell the language from the beginning of the text, or as declared where it is too short.

    py3langid's model of a hundred languages tells; the score is the probability among the four.
    Unknown where the text is in none of them: Inari or Skolt Sámi, say, or Estonian.
    """
    text = text[:_READ]
    letters = letters_of(text)
    told = _by_telling_words(text) if letters >= _RUNNING_TEXT else None
    if told:
        return Assignment(told, 1.0)
    probabilities = dict(_identifier().rank(text.lower())) if letters else {}
    if _is_foreign(text, letters, probabilities):
        return Assignment(UNKNOWN, 0.0)
    language, probability = _likeliest(text, probabilities) if letters else (UNKNOWN, 0.0)
    if probability < (_LIKELY if letters < _FEWEST_LETTERS else _LEAST):
        known = declared[:2].lower() if declared[:2].lower() in LANGUAGES else UNKNOWN
        return Assignment(known, 0.5 if known != UNKNOWN else 0.0)
    return Assignment(language, round(probability, 3))


def letters_of(text: str) -> int:
    """How many letters a text has."""
    return sum(map(len, _WORD.findall(text)))


def _by_telling_words(text: str) -> str | None:
    """The language that words tell without the model, which costs more."""
    found = list(filter(None, map(_told_by, _WORD.findall(text.lower()))))
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None


@lru_cache(_CACHED_WORDS)
def _told_by(word: str) -> str | None:
    """The language that a word alone tells."""
    if len(word) >= _LONG_WORD and word.endswith(_FINNISH_ENDINGS):
        return LANGUAGES[0]
    return _TOLD_BY.get(word)


def _likeliest(text: str, probabilities: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest of the four with its probability among them."""
    weights = {code: float(probabilities[code]) + 1e-300 for code in LANGUAGES}
    words = _WORD.findall(text.lower())
    if len(words) <= _FEW_WORDS:
        for word in words:
            if word in _LANGUAGE_OF:
                weights[_LANGUAGE_OF[word]] *= _PER_WORD
    language = max(weights, key=lambda code: weights[code])
    return language, weights[language] / sum(weights.values())


def _is_foreign(text: str, letters: int, probabilities: Mapping[str, float]) -> bool:
    """Whether a text is surely in none of the four."""
    words = _WORD.findall(text)
    if sum(bool(_FOREIGN_WORD.search(word.lower())) for word in words) > _FOREIGN_SHARE * len(
        words
    ):
        return True
    if _mixes_letters(words):
        return True
    first = next(iter(probabilities), LANGUAGES[0])
    fewest, likely = _RELATED.get(first, _OTHERS)
    return first not in LANGUAGES and letters >= fewest and probabilities[first] >= likely


def _mixes_letters(words: list[str]) -> bool:
    """Whether words that are no names have ``á`` as well as ``ä``, as Inari Sámi does."""
    plain = [word for word in words if word.islower()]
    least = max(1.0, _MIXED_SHARE * len(plain))
    return all(sum(letter in word for word in plain) >= least for letter in "áä")


@cache
def _identifier() -> LanguageIdentifier:
    """The model takes half a second to load: once, and only where documents are enriched."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
