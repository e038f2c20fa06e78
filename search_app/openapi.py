"""The description of the JSON API (OpenAPI 3.1), as data; tests hold the answers to it."""

from __future__ import annotations

from typing import Any

from indexer import FACETS, MAX_SIZE, FundingKind, Precision, SectionRole, Sort, Source

from .addresses import PREFIXES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
PAGE: Schema = {"type": ["integer", "null"], "minimum": 1}
MAYBE: Schema = {"type": ["string", "null"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
YEARS: Schema = {"type": "array", "items": {"type": "integer"}}
PRECISION: Schema = {"enum": [*(one.value for one in Precision), None]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _maybe(name: str) -> Schema:
    return {"anyOf": [_ref(name), {"type": "null"}]}


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _query(name: str, text: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": text, "schema": schema}


def _facet(name: str) -> Schema:
    text = f"Ids or labels of {name}; several are united, different facets must all hold."
    return _query(name, text, TEXTS)


def _answers(text: str, name: str, *statuses: int) -> Schema:
    said = {200: (text, name)} | {one: (REASONS[one], "Error") for one in (*statuses, 503)}
    return {
        str(status): {
            "description": description,
            "content": {"application/json": {"schema": _ref(schema)}},
        }
        for status, (description, schema) in said.items()
    }


REASONS = {
    400: "A parameter has a value that it cannot have.",
    404: "There is no such document, or it is withdrawn.",
    503: "Nothing has been indexed yet, or the index cannot be read.",
}

SEARCH_PARAMETERS: list[Schema] = [
    _query("q", 'Words; "exact words", -without, begin*. Cut at 500 characters, 32 words.', TEXT),
    *(_facet(name) for name in FACETS),
    _query("from", "The first year; one filter with year and to, united.", {"type": "integer"}),
    _query("to", "The last year.", {"type": "integer"}),
    _query("sort", "The order.", {"enum": [one.value for one in Sort], "default": "relevance"}),
    _query("page", "Counts from 1.", {"type": "integer", "minimum": 1, "default": 1}),
    _query(
        "size",
        f"Hits on a page; more than {MAX_SIZE} is read as {MAX_SIZE}.",
        {"type": "integer", "minimum": 1, "maximum": MAX_SIZE, "default": 10},
    ),
]

SCHEMAS: dict[str, Schema] = {
    "Error": _object({"error": _object({"code": TEXT, "message": TEXT})}),
    "SearchResult": _object(
        {
            "query": TEXT,
            "total": COUNT,
            "page": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 1, "maximum": MAX_SIZE},
            "took_ms": {"type": "number", "minimum": 0},
            "suggestion": MAYBE,
            "hits": _list("Hit"),
            "facets": _object({name: _list("FacetValue") for name in FACETS}),
        }
    ),
    "Hit": _object(
        {
            "id": TEXT,
            "title": TEXT,
            "url": MAYBE,
            "kind": TEXT,
            "language": TEXT,
            "date": MAYBE,
            "date_precision": PRECISION,
            "years": YEARS,
            "regions": TEXTS,
            "municipalities": TEXTS,
            "themes": TEXTS,
            "score": {"type": "number"},
            "snippets": _list("Snippet"),
            "also_in": {
                **_list("Other"),
                "description": "Documents with the same or nearly the same text, no hits of "
                "their own: totals and counts count them once.",
            },
            "norm_changes": {
                **TEXTS,
                "description": "Changes of norms since the document that touch its themes.",
            },
        }
    ),
    "Other": _object(
        {
            "id": TEXT,
            "title": TEXT,
            "municipalities": TEXTS,
            "date": MAYBE,
            "same_text": {
                "type": "boolean",
                "description": "Whether its text is the very same as that of the hit.",
            },
        }
    ),
    "Snippet": _object({"page": PAGE, "parts": _list("SnippetPart")}),
    "SnippetPart": _object({"text": TEXT, "match": {"type": "boolean"}}),
    "FacetValue": _object(
        {
            "id": TEXT,
            "label": TEXT,
            "count": COUNT,
            "selected": {"type": "boolean"},
            "parent": MAYBE,
        }
    ),
    "Evidence": _object({"text": TEXT, "page": PAGE}),
    "Assignment": {
        "type": "object",
        "required": ["id", "label", "score", "evidence", "source"],
        "properties": {
            "id": TEXT,
            "label": TEXT,
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "evidence": _maybe("Evidence"),
            "source": {"enum": [one.value for one in Source]},
            "narrower": _list("Assignment"),
        },
        "additionalProperties": False,
    },
    "Practice": _object(
        {
            "parts": _list("PracticePart"),
            "funding": _list("Funding"),
            "period": _maybe("Period"),
        }
    ),
    "PracticePart": _object(
        {"id": TEXT, "label": TEXT, "heading": MAYBE, "text": TEXT, "page": PAGE}
    ),
    "Funding": _object(
        {
            "kind": {"enum": [one.value for one in FundingKind]},
            "amount": {
                "type": ["integer", "null"],
                "minimum": 0,
                "description": "Whole euros, as the text states them; null where only a funder is.",
            },
            "funder": _maybe("Funder"),
            "evidence": _ref("Evidence"),
        }
    ),
    "Funder": _object({"id": TEXT, "label": TEXT}),
    "Period": _object(
        {
            "from": {"type": "integer"},
            "to": {"type": "integer"},
            "evidence": _maybe("Evidence"),
        }
    ),
    "Section": _object(
        {
            "heading": TEXT,
            "page": PAGE,
            "page_label": MAYBE,
            "text": TEXT,
            "role": {"enum": [one.value for one in SectionRole]},
            "language": TEXT,
        }
    ),
    "NormChange": _object(
        {
            "id": TEXT,
            "label": TEXT,
            "text": {**TEXT, "description": "What changed since the document, and from when."},
            "date": MAYBE,
        }
    ),
    "Removed": _object({"text": TEXT, "reason": TEXT, "page": PAGE}),
    "Document": _object(
        {
            "id": TEXT,
            "path": TEXT,
            "media_type": TEXT,
            "title": TEXT,
            "url": MAYBE,
            "language": TEXT,
            "kind": TEXT,
            "kind_narrower": MAYBE,
            "kind_evidence": _maybe("Evidence"),
            "date": MAYBE,
            "date_precision": PRECISION,
            "date_evidence": _maybe("Evidence"),
            "years": YEARS,
            "years_evidence": _maybe("Evidence"),
            "regions": _list("Assignment"),
            "municipalities": _list("Assignment"),
            "networks": _list("Assignment"),
            "themes": _list("Assignment"),
            "organisation": _maybe("Assignment"),
            "projects": _list("Assignment"),
            "age_groups": _list("Assignment"),
            "activities": _list("Assignment"),
            "practice": _ref("Practice"),
            "norm_changes": _list("NormChange"),
            "rights": MAYBE,
            "link_only": {
                "type": "boolean",
                "description": "Whether the original is linked to at url, never served from here.",
            },
            "sections": _list("Section"),
            "text": TEXT,
            "removed": _list("Removed"),
            "warnings": TEXTS,
        }
    ),
    "Suggestions": _object({"query": TEXT, "suggestions": TEXTS}),
}

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Loistohaku",
        "version": "1",
        "description": "Search in development documents of Finnish early childhood education.",
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    },
    "servers": [
        {"url": f"{prefix}/api/v1", "description": f"Labels in {language}"}
        for language, prefix in PREFIXES.items()
    ],
    "paths": {
        "/search": {
            "get": {
                "operationId": "search",
                "summary": "Search, with the counts of every facet",
                "parameters": SEARCH_PARAMETERS,
                "responses": _answers("A page of hits", "SearchResult", 400),
            }
        },
        "/documents/{id}": {
            "get": {
                "operationId": "document",
                "summary": "A document with its metadata, the evidence for it, and its text",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
                "responses": _answers("The document", "Document", 404),
            }
        },
        "/suggest": {
            "get": {
                "operationId": "suggest",
                "summary": "Completions of what is being typed",
                "parameters": [_query("q", "The beginning of a word or name.", TEXT)],
                "responses": _answers("Completions, best first", "Suggestions"),
            }
        },
    },
    "components": {"schemas": SCHEMAS},
}
