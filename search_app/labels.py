"""Years and places in few words; pure."""

from __future__ import annotations

from collections.abc import Iterable

from indexer import Vocabularies

NORMS = "norm_change"
"""The scheme of changes of norms."""

PLACES = 3
"""Municipalities named beside a result; a national project may have a hundred."""


def years_label(years: Iterable[int]) -> str:
    """Years in few words: ``2021``, ``2007–2009``, ``2007, 2010``."""
    ordered = sorted(set(years))
    if len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]}–{ordered[-1]}"
    return ", ".join(map(str, ordered))


def place_labels(
    municipalities: Iterable[str], regions: Iterable[str], vocabularies: Vocabularies, language: str
) -> tuple[str, ...]:
    """Where a document is from, in few words: a few municipalities, then regions."""
    towns = [vocabularies.label("region", one, language) for one in municipalities]
    wide = [vocabularies.label("region", one, language) for one in regions]
    kept = [*towns[:PLACES], *(["…"] if len(towns) > PLACES else [])]
    kept += wide[:PLACES] if len(wide) <= PLACES else [*wide[:PLACES], "…"]
    return tuple(dict.fromkeys(kept))
