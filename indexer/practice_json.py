"""The part of a document's JSON body that tells of its practice, and who stands behind it."""

from __future__ import annotations

from typing import Any

from .models import Evidence, Funding, Named, Record
from .vocabulary import Vocabularies


def named_json(
    given: Named, field: str, vocabularies: Vocabularies, language: str
) -> dict[str, Any]:
    """An organisation or project: its label where a vocabulary has it, else its name as stated."""
    return {
        "id": given.id,
        "label": vocabularies.name(field, given.id, given.name, language),
        "score": round(given.score, 4),
        "evidence": evidence_json(given.evidence),
        "source": given.source.value,
    }


def practice_json(record: Record, vocabularies: Vocabularies, language: str) -> dict[str, Any]:
    """The parts in the card's order, the sums of money, and the period where it is of years."""
    return {
        "parts": [
            {
                "id": part.part,
                "label": vocabularies.label("practice_part", part.part, language),
                "heading": part.heading or None,
                "text": part.text,
                "page": part.page,
            }
            for part in record.practice.parts
        ],
        "funding": [_funding(one, vocabularies, language) for one in record.practice.funding],
        "period": _period(record),
    }


def evidence_json(evidence: Evidence | None) -> dict[str, Any] | None:
    """The sentence and its page."""
    return {"text": evidence.text, "page": evidence.page} if evidence else None


def _funding(given: Funding, vocabularies: Vocabularies, language: str) -> dict[str, Any]:
    funder = given.funder
    label = vocabularies.label("organisation", funder, language) if funder else None
    return {
        "kind": given.kind.value,
        "amount": given.amount,
        "funder": {"id": funder, "label": label} if funder else None,
        "evidence": evidence_json(given.evidence),
    }


def _period(record: Record) -> dict[str, Any] | None:
    if len(record.years) < 2:
        return None
    evidence = evidence_json(record.years_evidence)
    return {"from": min(record.years), "to": max(record.years), "evidence": evidence}
