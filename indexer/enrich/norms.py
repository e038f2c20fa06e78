"""Which changes of norms came after a document and touch its themes.

The table is ``norm_changes.csv``, edited by staff. A document that names a change as coming is
about that change, not out of date by it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import VocabularyError
from ..models import Concept, PartialDate, Record
from ..vocabulary import Scheme, Vocabularies
from .hints import Hints
from .reading import Part, Reading

NORM_CHANGES = "norm_changes.csv"

_OF_NORMS = re.compile(
    r"\bla(?:ki|in|issa)\b|lai(?:n|ssa|sta)\b|perustei|vasu|uudist|muut(?:o|u)|voimaan|asetus"
    r"|\blag(?:en)?\b|grunder|läroplan|reform|ändring|i kraft|\bact\b|curriculum|force|change",
    re.IGNORECASE,
)
"""What a sentence speaks of where the day in it is that of the change."""

_COMING = re.compile(
    r"voimaan|muuttu|muutos|uudist|\bi kraft|träder|ändra|into force|changes?\b|reform",
    re.IGNORECASE,
)
"""What is said of a change whose month alone is named, in the year before it."""

_YEAR = timedelta(days=365)

_MONTHS = {
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "january february march april may june july august september october november december",
}


@dataclass(frozen=True, slots=True)
class NormChange:
    """A change of norms that holds from ``since``.

    ``themes`` are sets, one of which a document must have whole. ``names``, ``days`` and ``months``
    are how a text may call the change, its day and, without a year, its month, in small letters.
    """

    id: str
    since: date
    themes: tuple[frozenset[str], ...]
    not_kinds: frozenset[str]
    names: Hints
    days: Hints
    months: Hints


@dataclass(frozen=True, slots=True)
class NormReader:
    """Compares documents with the changes of norms; built once."""

    changes: tuple[NormChange, ...]
    kinds: Scheme

    def later(self, record: Record, reading: Reading) -> tuple[str, ...]:
        """Ids of the changes since a document that touch one of its themes, oldest first.

        Its date counts, else the end of its period; without either it has none.
        """
        written = record.date or (PartialDate(max(record.years)) if record.years else None)
        if written is None:
            return ()
        last = _last_day(written)
        themes = {one.concept for one in record.themes}
        kinds = {record.kind.concept, *self.kinds.ancestors(record.kind.concept)}
        return tuple(
            change.id
            for change in self.changes
            if last < change.since
            and any(wanted <= themes for wanted in change.themes)
            and not kinds & change.not_kinds
            and not _foresees(reading, change, is_near=change.since - last < _YEAR)
        )


def load_norm_reader(vocabularies: Vocabularies) -> NormReader:
    """Build the reader from ``norm_changes.csv``. Raises VocabularyError."""
    scheme, themes, kinds = (vocabularies[name] for name in ("norm_change", "theme", "kind"))
    rows = {row["id"]: row for row in vocabularies.rows(NORM_CHANGES)}
    changes = [_change(scheme.concepts[id], row, themes, kinds) for id, row in rows.items()]
    return NormReader(tuple(sorted(changes, key=lambda change: change.since)), kinds)


def _change(concept: Concept, row: Mapping[str, str], themes: Scheme, kinds: Scheme) -> NormChange:
    if concept.date is None:
        raise VocabularyError(f"{NORM_CHANGES}: {concept.id} has no date. Write it as 2022-08-01.")
    since = _last_day(concept.date)
    labels = [*concept.pref_label.values(), *sum(concept.alt_labels.values(), ())]
    return NormChange(
        id=concept.id,
        since=since,
        themes=tuple(
            frozenset(_known(one.split("+"), themes, concept))
            for one in row.get("themes", "").split(";")
            if one.strip()
        ),
        not_kinds=frozenset(_known(row.get("not_kinds", "").split(";"), kinds, concept)),
        names=Hints(label.casefold() for label in labels),
        days=Hints(_days(since)),
        months=Hints(_months(since)),
    )


def _known(names: list[str], scheme: Scheme, concept: Concept) -> Iterator[str]:
    """The ids that the names stand for. Raises VocabularyError for one that is not known."""
    for name in filter(None, map(str.strip, names)):
        found = scheme.find(name)
        if found is None or found not in scheme.concepts:
            raise VocabularyError(
                f"{NORM_CHANGES}: {concept.id} names {name!r}, which is not in the vocabulary "
                f"({scheme.name}). Correct it."
            )
        yield found


def _last_day(given: PartialDate) -> date:
    """The last day that a date can be: what may be later than a change counts as later."""
    month = given.month or 12
    return date(given.year, month, given.day or monthrange(given.year, month)[1])


def _days(day: date) -> Iterator[str]:
    """How a day, or a month with its year, is written in a sentence."""
    yield from (f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}")
    yield from (f"{month} {day.year}" for month in _months(day))


def _months(day: date) -> Iterator[str]:
    """How a month is written without its year, in the cases that tell when."""
    finnish, swedish, english = (names.split()[day.month - 1] for names in _MONTHS.values())
    yield from (f"{finnish}kuu{case}" for case in ("ssa", "sta", "n", "ta"))
    yield from (swedish, english)


def _foresees(reading: Reading, change: NormChange, *, is_near: bool) -> bool:
    """Whether a document names the change, or its day together with norms.

    ``is_near``: it was written in the year before, so that the month alone tells.
    """
    named = reading.having(change.names)
    dated = (one for one in reading.having(change.days) if _OF_NORMS.search(one.text))
    months = reading.having(change.months) if is_near else ()
    coming = (one for one in months if _COMING.search(one.text))
    return any(one.part is not Part.COMMENTS for one in (*named, *dated, *coming))
