"""The JSON bodies of searches and documents, the same for the terminal and the web."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .models import FACETS, Assignment, Record
from .practice_json import evidence_json, named_json, practice_json
from .results import FacetCount, Hit, Other, ResultSet, Snippet
from .search_request import Request
from .snippets import canonical_text
from .vocabulary import Scheme, Vocabularies


def result_json(
    results: ResultSet, request: Request, vocabularies: Vocabularies, language: str = "fi"
) -> dict[str, Any]:
    """The body of ``/api/v1/search``; concepts of hits are ids, the facets have their labels."""
    query = request.query
    return {
        "query": query.text,
        "total": results.total,
        "page": query.page,
        "size": query.size,
        "took_ms": results.took_ms,
        "suggestion": results.suggestion,
        "hits": [_hit(hit, vocabularies) for hit in results.hits],
        "facets": {
            facet: [
                _facet_row(facet, row, vocabularies, language)
                for row in results.facets.get(facet, ())
            ]
            for facet in FACETS
        },
    }


def record_json(record: Record, vocabularies: Vocabularies, language: str = "fi") -> dict[str, Any]:
    """The body of ``/api/v1/documents/ID`` and a line of ``inspect``.

    ``kind`` and the themes are the preferred, broader concepts; what is narrower stands under
    ``kind_narrower`` and each theme's ``narrower``. Labels are in ``language``.
    """
    kind, narrower = _broad_kind(record.kind.concept, vocabularies["kind"])
    region = vocabularies["region"]
    return {
        "id": record.id,
        "path": record.path,
        "media_type": record.media_type,
        "title": record.title,
        "url": record.url,
        "language": record.language.concept,
        "kind": kind,
        "kind_narrower": narrower,
        "kind_evidence": evidence_json(record.kind.evidence),
        "date": str(record.date) if record.date else None,
        "date_precision": record.date.precision.value if record.date else None,
        "date_evidence": evidence_json(record.dating.evidence) if record.dating else None,
        "years": list(record.years),
        "years_evidence": evidence_json(record.years_evidence),
        "regions": _assignments(record.regions, region, language),
        "municipalities": _assignments(record.municipalities, region, language),
        "networks": _assignments(record.networks, vocabularies["network"], language),
        "themes": _themes(record.themes, vocabularies["theme"], language),
        "organisation": (
            named_json(record.organisation, "organisation", vocabularies, language)
            if record.organisation
            else None
        ),
        "projects": [named_json(one, "project", vocabularies, language) for one in record.projects],
        "age_groups": _assignments(record.age_groups, vocabularies["age_group"], language),
        "activities": _assignments(record.activities, vocabularies["activity"], language),
        "practice": practice_json(record, vocabularies, language),
        "norm_changes": [
            _norm_change(one, vocabularies["norm_change"], language) for one in record.norm_changes
        ],
        "rights": record.rights,
        "link_only": record.link_only,
        "sections": [
            {
                "heading": part.heading,
                "page": part.page,
                "page_label": part.page_label,
                "text": part.text,
                "role": part.role.value,
                "language": part.language or record.language.concept,
            }
            for part in record.sections
        ],
        "text": canonical_text(record.sections)[0],
        "removed": [
            {"text": part.text, "reason": part.reason, "page": part.page} for part in record.removed
        ],
        "warnings": list(record.warnings),
    }


def _hit(hit: Hit, vocabularies: Vocabularies) -> dict[str, Any]:
    return {
        "id": hit.id,
        "title": hit.title,
        "url": hit.url,
        "kind": _broad_kind(hit.kind, vocabularies["kind"])[0],
        "language": hit.language,
        "date": str(hit.date) if hit.date else None,
        "date_precision": hit.date.precision.value if hit.date else None,
        "years": list(hit.years),
        "regions": list(hit.regions),
        "municipalities": list(hit.municipalities),
        "themes": list(hit.themes),
        "score": round(hit.score, 4),
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
        "also_in": [_other(other) for other in hit.also_in],
        "norm_changes": list(hit.norm_changes),
    }


def _other(other: Other) -> dict[str, Any]:
    return {
        "id": other.id,
        "title": other.title,
        "municipalities": list(other.municipalities),
        "date": str(other.date) if other.date else None,
        "same_text": other.same_text,
    }


def _snippet(snippet: Snippet) -> dict[str, Any]:
    parts = [{"text": part.text, "match": part.match} for part in snippet.parts]
    return {"page": snippet.page, "parts": parts}


def _facet_row(
    facet: str, row: FacetCount, vocabularies: Vocabularies, language: str
) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": vocabularies.label(facet, row.id, language),
        "count": row.count,
        "selected": row.selected,
        "parent": row.parent,
    }


def _norm_change(change: str, scheme: Scheme, language: str) -> dict[str, Any]:
    known = scheme.concepts.get(change)
    return {
        "id": change,
        "label": scheme.label(change, language),
        "text": scheme.note(change, language),
        "date": str(known.date) if known and known.date else None,
    }


def _broad_kind(kind: str, scheme: Scheme) -> tuple[str, str | None]:
    line = scheme.ancestors(kind)
    return (line[-1], kind) if line else (kind, None)


def _assignments(
    given: Iterable[Assignment], scheme: Scheme, language: str
) -> list[dict[str, Any]]:
    return [_assignment(one, scheme, language) for one in given]


def _assignment(given: Assignment, scheme: Scheme, language: str) -> dict[str, Any]:
    return {
        "id": given.concept,
        "label": scheme.label(given.concept, language),
        "score": round(given.score, 4),
        "evidence": evidence_json(given.evidence),
        "source": given.source.value,
    }


def _themes(given: Iterable[Assignment], scheme: Scheme, language: str) -> list[dict[str, Any]]:
    """One row a preferred concept, in the order given; a narrower one lends it its evidence."""
    groups: dict[str, list[Assignment]] = {}
    for one in given:
        top = (one.concept, *scheme.ancestors(one.concept))[-1]
        groups.setdefault(top, []).append(one)
    return [_theme(top, group, scheme, language) for top, group in groups.items()]


def _theme(top: str, group: list[Assignment], scheme: Scheme, language: str) -> dict[str, Any]:
    own = next((one for one in group if one.concept == top), None)
    best = own or max(group, key=lambda one: one.score)
    narrower = [one for one in group if one.concept != top]
    return {
        **_assignment(best, scheme, language),
        "id": top,
        "label": scheme.label(top, language),
        "score": round(max(one.score for one in group), 4),
        "narrower": _assignments(narrower, scheme, language),
    }
