"""The values under which a record is counted in each facet; the same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..models import NATIONAL, UNKNOWN, Assignment, Record
from ..vocabulary import Scheme, Vocabularies


def facet_values(record: Record, vocabularies: Vocabularies) -> Mapping[str, frozenset[str]]:
    """The ids of each facet, broader concepts included; ``unknown`` where nothing is known.

    A record of the whole country counts under ``valtakunnallinen`` only, not in every region.
    """
    places = _ids((*record.regions, *record.municipalities))
    national = NATIONAL in places
    found = {
        "region": {NATIONAL} if national else _with_broader(places, vocabularies["region"]),
        "theme": _with_broader(_ids(record.themes), vocabularies["theme"]),
        "year": {str(year) for year in record.years},
        "kind": _with_broader([record.kind.concept], vocabularies["kind"]),
        "lang": {record.language.concept},
        "network": _with_broader(_ids(record.networks), vocabularies["network"]),
    }
    return {facet: frozenset(values or {UNKNOWN}) for facet, values in found.items()}


def _ids(assignments: Iterable[Assignment]) -> set[str]:
    return {one.concept for one in assignments}


def _with_broader(concepts: Iterable[str], scheme: Scheme) -> set[str]:
    return {one for concept in concepts for one in (concept, *scheme.ancestors(concept))}
