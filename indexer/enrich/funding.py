"""What the work cost and who paid: sums of money whose clause says what they are.

A sum without such a word (a tablet's price, a cost for each child) is no fact of the funding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Funding, FundingKind
from ..vocabulary import Vocabularies
from .hints import Hints
from .organisations import OrganisationFinder, load_organisation_finder
from .reading import Part, Reading, Sentence

_AMOUNT = re.compile(
    r"(?<![\d,.])(?P<sign>(?:€|\beur)\s?)?"
    r"(?P<whole>\d{1,3}(?:[ .,\u00a0\u202f]\d{3}(?!\d)){1,4}|\d+)(?:[,.](?P<part>\d+))?\s?"
    r"(?P<million>miljoona[an]?|milj\.|miljon(?:er)?|mn|million)?\s?"
    r"(?(sign)|(?:euro(?:a|n|s)?\b|€|eur\b))",
    re.IGNORECASE,
)
"""Sums in Finnish, Swedish and English: ``60 000 euroa``, ``60 000 €``, ``€60,000``."""

_CLAUSE = re.compile(r"[,;]\s+|\s(?:joista|josta|varav)\s")
_EACH = re.compile(
    r"^\s*(?:jokaista\b|kutakin\b|\w+a (?:kohti|kohden)|kohti|kohden|/|vuodessa|päivässä"
    r"|kuukaudessa|tunnilta|per\s|om året|i månaden|a year|a month|each\b)",
    re.IGNORECASE,
)
"""What follows a price by child, day or hour."""

_KINDS = (
    (
        FundingKind.OWN,
        re.compile(r"omarahoitu|omavastuu|kuntaosuu|självfinans|egen ?finans|own contrib", re.I),
    ),
    (
        FundingKind.TOTAL,
        re.compile(
            r"kokonaiskust|kokonaisbudj|kokonaisrahoitu|totala? ?kostnad|totalkostnad|totalbudget"
            r"|total (?:cost|budget|funding)",
            re.IGNORECASE,
        ),
    ),
    (
        FundingKind.GRANT,
        re.compile(
            r"avustu|apuraha|myön(?:si|t)|rahoit|(?:hanke|projekti|verkosto) sai\b|bidrag"
            r"|understöd|finansier|bevilja|projektet fick\b|\bgrant|\bfunded|\bfunding",
            re.IGNORECASE,
        ),
    ),
)
_PAYS = re.compile(
    r"rahoit(?:ti|taa|taja|tama|ettiin|etaan|us\b|uksen)|avustu(?:s|ks|st)|myön(?:si|tä)"
    r"|finansier(?:ar|ad|as|at|ing)|beviljat?|understöd|bidrag|\bfunded|\bfunding|\bgrant",
    re.IGNORECASE,
)
_THE_WORK = re.compile(
    r"hank(?:e|k)|projekt|kehittämis|kokeilu|pilot|verkosto|^\W*rahoit|^\W*finansi|toiminta"
    r"|nätverk|försök|utveckl|project|trial|network|^\W*fund",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"(?:perhee|perhei|yhdistyks|järjestö|huolta|vanhemm|seuroi|opiskelij)\w*lle\b"
    r"|kotihoidon tu|toimeentulo|\b(?:åt|till) (?:föreningar|familje)"
    r"|\bto (?:families|parents|associations)",
    re.IGNORECASE,
)
"""Whom money goes to that is not for the work."""

_LABEL = re.compile(r"^\W*(?:rahoitus|avustus|finansiering|bidrag|funding)\s*:", re.IGNORECASE)
_NOT_GIVEN = re.compile(r"\bei (?:saanut|ollut)|ilman|haetaan|haettiin|\binte\b|\bnot\b|without")
_HINTS = Hints(
    (
        *("euro", "€", "rahoit", "avustu", "apuraha", "myön", "finansi", "bevilj", "understöd"),
        *("bidrag", "fund", "grant"),
    )
)
_MOST = 6


@dataclass(frozen=True)
class FundingReader:
    """Finds sums and funders; built once."""

    organisations: OrganisationFinder

    def read(self, reading: Reading) -> tuple[Funding, ...]:
        """The sums whose kind is stated, else the funder alone where the text names one."""
        found: dict[tuple[object, ...], Funding] = {}
        for sentence in reading.having(_HINTS):
            if sentence.part not in (Part.LEAD, Part.BODY, Part.NOTES):
                continue
            for one in self._in_sentence(sentence):
                found.setdefault((one.kind, one.amount, one.funder), one)
        funders = {one.funder for one in found.values() if one.amount is not None}
        return tuple(
            one for one in found.values() if one.amount is not None or one.funder not in funders
        )[:_MOST]

    def _in_sentence(self, sentence: Sentence) -> Iterator[Funding]:
        if _NOT_GIVEN.search(sentence.text) or _TO_OTHERS.search(sentence.text):
            return
        sums = list(_sums(sentence.text))
        for amount, at, kind in sums:
            funder = self._funder(sentence.text) if kind is FundingKind.GRANT else None
            yield Funding(kind, sentence.evidence(at), amount, funder)
        if not sums and _PAYS.search(sentence.text) and _THE_WORK.search(sentence.text):
            funder = self._funder(sentence.text)
            if funder:
                yield Funding(FundingKind.GRANT, sentence.evidence(), funder=funder)

    def _funder(self, text: str) -> str | None:
        """The organisation that the sentence names; a name before the State, which is no name."""
        named = [hit.concept for hit in self.organisations.hits(text)]
        return next((one for one in named if one != "valtio"), named[0] if named else None)


def load_funding_reader(vocabularies: Vocabularies) -> FundingReader:
    """Build the reader from the organisations of the vocabulary."""
    return FundingReader(load_organisation_finder(vocabularies))


def _sums(text: str) -> Iterator[tuple[int, int, FundingKind]]:
    """Whole euros, their position, and what the words of their clause say they are."""
    start = 0
    said = FundingKind.GRANT if _LABEL.match(text) else None
    for end in [*(found.start() for found in _CLAUSE.finditer(text)), len(text)]:
        clause = text[start:end]
        amounts = list(_AMOUNT.finditer(clause))
        kind = next((kind for kind, words in _KINDS if words.search(clause)), said)
        if len(amounts) == 1 and kind and not _EACH.match(clause[amounts[0].end() :]):
            yield _euros(amounts[0]), start + amounts[0].start(), kind
        start = end


def _euros(found: re.Match[str]) -> int:
    whole = re.sub(r"\D", "", found["whole"])
    amount = float(f"{whole}.{found['part'] or 0}")
    return round(amount * 1_000_000 if found["million"] else amount)
