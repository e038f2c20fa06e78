"""Inflected forms of Finnish nouns and place names, generated from the nominative.

Rules of the language, not of a list of words: consonant gradation, the vowel stems of ``-nen``,
``-us``, ``-uus``, ``-e``, ``-as`` and ``-i``, plurals and vowel harmony. Where a name's stem
cannot be known from its nominative (``Alavus``, ``Joroinen``), the genitive is given beside it.
A form too many does no harm, since it is no word of the language; a form too few hides a hit.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_CACHED_WORDS = 50_000
_VOWELS = "aeiouyäöå"
_BACK, _FRONT = "aouå", "äöy"

_NEUTRAL_ENDS = ("niemi", "vesi", "kivi", "lehti", "kieli", "retki", "hetki", "piiri")
"""Last parts of compounds without back or front vowels: the compound is a front word."""

E_STEMS = (
    *("järvi", "joki", "lahti", "niemi", "mäki", "koski", "saari", "salmi", "vesi", "kivi"),
    *("vuori", "nummi"),
    *("suomi", "tuki", "kieli", "lapsi", "ääni", "pieni", "suuri", "nuori", "uusi", "käsi"),
    *("uni", "lehti", "lumi", "ovi", "hetki", "talvi", "toimi", "retki", "polvi"),
)
"""Nouns in ``-i`` whose stem ends in ``-e`` (``järvi``: ``järven``), also as last parts."""

_TE_STEMS = ("vesi", "uusi", "käsi")
_BOTH_INFLECT = {"uuden": "uusi", "ison": "iso", "vähän": "vähä"}
_WEAK = (
    ("kk", ("k",)),
    ("pp", ("p",)),
    ("tt", ("t",)),
    ("nk", ("ng",)),
    ("mp", ("mm",)),
    ("nt", ("nn",)),
    ("lt", ("ll",)),
    ("rt", ("rr",)),
    ("ht", ("hd",)),
    ("lk", ("l", "lj")),
    ("rk", ("r", "rj")),
    ("hk", ("h", "hk", "hj")),
    ("lp", ("lv",)),
    ("rp", ("rv",)),
)
_UNCHANGED = ("sk", "st", "sp", "tk", "ps", "ts", "ks", "ft", "kt", "pt")
_WEAK_SINGLE = {"k": "", "t": "d", "p": "v"}
_CLITIC = re.compile(r"(?:kin|kaan|kään|han|hän|ko|kö|pa|pä)$")
_POSSESSIVE = re.compile(r"(?:nsa|nsä|mme|nne|ni|si|an|än|en)$")

Paradigm = dict[str, tuple[str, ...]]
"""Forms by case; the same keys for every word, so that two parts can be inflected together."""


@cache
def forms(nominative: str, genitive: str = "") -> frozenset[str]:
    """All case forms, both numbers, of a lower-case word or name, its nominative included.

    Of several words, or the parts of a hyphenated one, the last is inflected.
    """
    cut = max(nominative.rfind(" "), nominative.rfind("-")) + 1
    own = genitive[max(genitive.rfind(" "), genitive.rfind("-")) + 1 :]
    word = nominative[cut:]
    found = {form for many in paradigm(word, own).values() for form in many}
    if word.endswith(("us", "ys")) and not own:
        of_adjective = paradigm(word, word[:-1] + "den")  # terveys: terveyden, as against -ksen
        found |= {form for many in of_adjective.values() for form in many}
    return frozenset(nominative[:cut] + form for form in found)


def paradigm(word: str, genitive: str = "") -> Paradigm:
    """The forms of one lower-case word by case and number."""
    for start, adjective in _BOTH_INFLECT.items():
        if genitive.startswith(start) and word.startswith(adjective):
            return _together(adjective, word[len(adjective) :], genitive[len(start) :])
    if genitive.endswith(("sten", "tain")) or (word.endswith("t") and not genitive):
        return _plural_name(word, genitive)
    return _singular(word, genitive) | _plural(word, genitive)


@cache
def inhabitants(nominative: str) -> frozenset[str]:
    """Forms of the words for who lives there: ``kemi`` gives ``kemiläisiä``, ``kemiläinen``..."""
    stem = nominative[:-1] + "e" if nominative.endswith(E_STEMS) else nominative
    vowel = _harmony(nominative)
    found = set(forms(f"{stem}l{vowel}inen"))
    if nominative.endswith(("joki", "järvi", "mäki", "vesi", "lahti", "niemi", "koski")):
        found |= forms(f"{nominative}nen")
    return frozenset(found)


@lru_cache(_CACHED_WORDS)
def bare(word: str) -> tuple[str, ...]:
    """The word, and what it may be without an enclitic and a possessive suffix.

    Every vocabulary asks it of the same words of a text.
    """
    without = _CLITIC.sub("", word)
    owned = _POSSESSIVE.sub("", without)
    found = [word, without]
    if owned != without:
        found += [owned, owned + "n", owned + "t"]
    return tuple(dict.fromkeys(form for form in found if form is word or len(form) > 2))


def _together(first: str, second: str, genitive: str) -> Paradigm:
    """Both parts inflect: ``uusimaa``, ``uudenmaan``, ``uudellamaalla``."""
    one, other = _singular(first, ""), _singular(second, genitive)
    return {
        case: tuple(a + b for a in one[case] for b in other[case]) for case in one if case in other
    }


def _singular(word: str, genitive: str) -> Paradigm:
    strong, weak = _strong(word, genitive), _weak_stems(word, genitive)
    a = _harmony(word)
    last = strong[-1]
    partitives = {strong + a, strong + "t" + a, *_consonant_partitives(word, strong, a)}
    illatives = {strong + last + "n", strong + "h" + last + "n"}
    if strong[-2:-1] == last or (len(strong) > 1 and strong[-2] in _VOWELS):
        illatives.add(strong + "seen")
    cases: Paradigm = {
        "nominative": (word,),
        "partitive": tuple(partitives),
        "illative": tuple(illatives),
        "essive": (strong + "n" + a,),
    }
    for case, ending in _endings(a).items():
        cases[case] = tuple(stem + ending for stem in weak)
    return cases


def _plural(word: str, genitive: str) -> Paradigm:
    strong = _plural_stems(_strong(word, genitive))
    weak = tuple(s for stem in _weak_stems(word, genitive) for s in _plural_stems(stem))
    a = _harmony(word)
    cases: Paradigm = {
        "plural": tuple(stem + "t" for stem in _weak_stems(word, genitive)),
        "partitives": tuple(f"{s[:-1]}j{a}" if s[-2] in _VOWELS else s + a for s in strong)
        + tuple(s + "t" + a for s in strong),
        "genitives": tuple(
            form for s in strong for form in (f"{s[:-1]}jen", f"{s}en", f"{s}den", f"{s}tten")
        )
        + ((word + "en",) if word.endswith("i") else ())
        + ((word[:-3] + "sten",) if word.endswith("nen") else ()),
        "illatives": tuple(form for s in strong for form in (s + "in", s + "hin", s + "siin")),
        "essives": tuple(s + "n" + a for s in strong),
    }
    for case, ending in _endings(a).items():
        if case != "genitive":
            cases[case + "s"] = tuple(stem + ending for stem in weak)
    return cases


def _plural_name(word: str, genitive: str) -> Paradigm:
    """A name or a label that is a plural itself: ``Joroinen``, ``Virrat``, ``tunnetaidot``."""
    if word.endswith("nen"):
        cases = _plural(word, "")
        return cases | {"nominative": (word,), "genitive": cases["genitives"]}
    singulars = _singulars(word[:-1])
    cases = {"nominative": (word,), "genitive": (genitive,) if genitive else ()}
    for singular in singulars:
        for case, found in _plural(singular, "").items():
            cases[case] = cases.get(case, ()) + found
    return cases


def _singulars(weak: str) -> tuple[str, ...]:
    """Nominatives that a plural's weak stem may come from (``taido``: ``taito``)."""
    if weak.endswith(("kse", "se")):
        return (weak[:-3] + "s", weak[:-2] + "nen")
    found = [weak]
    vowel = weak[-1]
    for strong, weakened in _WEAK:
        found += [weak[: -len(w) - 1] + strong + vowel for w in weakened if weak[:-1].endswith(w)]
    if weak[-2:-1] == "d":
        found.append(weak[:-2] + "t" + vowel)
    if weak.endswith("ee"):
        found.append(weak[:-1])
    if vowel == "e":
        found.append(weak[:-1] + "i")
    return tuple(dict.fromkeys(found))


def _endings(a: str) -> dict[str, str]:
    return {
        "genitive": "n",
        "inessive": "ss" + a,
        "elative": "st" + a,
        "adessive": "ll" + a,
        "ablative": "lt" + a,
        "allative": "lle",
        "translative": "ksi",
        "abessive": "tt" + a,
    }


def _strong(word: str, genitive: str) -> str:
    """The vowel stem in the strong grade: of the illative and the essive."""
    if genitive.endswith("n"):
        return _strong_of_genitive(word, genitive[:-1])
    if word.endswith("nen"):
        return word[:-3] + "se"
    if word.endswith(_TE_STEMS):
        return word[:-2] + "te"
    if word.endswith(E_STEMS):
        return word[:-1] + "e"
    if word.endswith(("uus", "yys")):
        return word[:-1] + "te"
    if word.endswith("s"):
        return word[:-1] + (word[-2] if word[-2] in "aä" else "kse")
    if word.endswith("e"):
        return _strengthen(word) + "e"
    if word[-1] not in _VOWELS:
        return word + "i"
    return word


def _strong_of_genitive(word: str, weak: str) -> str:
    if word.endswith(("us", "ys")) and weak.endswith("de"):
        return weak[:-2] + "te"
    if word[-1] not in _VOWELS or weak[-2:] == "ee":
        return weak
    return word[:-1] + weak[-1]


def _weak_stems(word: str, genitive: str) -> tuple[str, ...]:
    """The vowel stem in the weak grade: the genitive without its ``n``."""
    if genitive.endswith("n"):
        return (genitive[:-1],)
    strong = _strong(word, "")
    contracted = word.endswith(("nen", "e", "as", "äs")) or word[-1] not in _VOWELS + "s"
    return (strong,) if contracted else _weaken(strong)


def _weaken(stem: str) -> tuple[str, ...]:
    head, vowel = stem[:-1], stem[-1]
    for strong, weak in _WEAK:
        if head.endswith(strong):
            return tuple(head[: -len(strong)] + w + vowel for w in weak)
    if head.endswith(_UNCHANGED) or len(head) < 2 or head[-2] not in _VOWELS:
        return (stem,)
    single = _WEAK_SINGLE.get(head[-1])
    return (stem,) if single is None else (head[:-1] + single + vowel,)


def _strengthen(word: str) -> str:
    """``hanke`` to ``hankke``, ``lähde`` to ``lähte``: words in ``-e`` hide their strong grade."""
    head = word[:-1]
    for weak, strong in (("d", "t"), ("mm", "mp"), ("nn", "nt"), ("rr", "rt"), ("ll", "lt")):
        if head.endswith(weak):
            return head[: -len(weak)] + strong + "e"
    if head[-1] in "kpt" and head[-2] not in "shtkp":
        return head + head[-1] + "e"
    return word


def _plural_stems(stem: str) -> tuple[str, ...]:
    """The stem before the plural's ``i`` and with it."""
    last = stem[-1]
    if last in "eä":
        return (stem[:-1] + "i", stem[:-1] + "öi") if last == "ä" else (_without_e(stem) + "i",)
    if last == "a":
        return (stem[:-1] + "i", stem[:-1] + "oi")
    if last == "i":
        return (stem[:-1] + "ei",)
    return (stem + "i",)


def _without_e(stem: str) -> str:
    return stem[:-1] if not stem.endswith(("te", "ute", "yte")) else stem[:-2] + "ks"


def _consonant_partitives(word: str, strong: str, a: str) -> set[str]:
    found = set()
    if word.endswith("nen"):
        found.add(word[:-3] + "st" + a)
    elif word.endswith("s"):
        found.add(word + "t" + a)
    elif word.endswith("e"):
        found.add(word + "tt" + a)
    if strong.endswith("te") and not word.endswith("e"):
        found.add(strong[:-1] + "t" + a)
    if word.endswith(("saari", "kieli", "ääni", "nuori", "suuri", "toimi", "niemi", "pieni")):
        found.add(strong[:-2] + {"m": "n"}.get(strong[-2], strong[-2]) + "t" + a)
    if word.endswith("lapsi"):
        found.add(word[:-3] + "st" + a)
    return found


def _harmony(word: str) -> str:
    if word.endswith(_NEUTRAL_ENDS):
        return "ä"
    for letter in reversed(word):
        if letter in _BACK:
            return "a"
        if letter in _FRONT:
            return "ä"
    return "ä"
