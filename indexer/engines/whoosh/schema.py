"""What Whoosh is told to index: terms that are already analysed, with their weights.

Whoosh pickles the schema and the codec into the index, so all classes here stand at module level.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence

from ...analysis.analyzer import VERSION as ANALYSIS_VERSION

SCHEMA_VERSION = 6
"""Raised whenever the files of a generation change their meaning."""

TITLE, HEADINGS, BODY, SURFACE = "title", "headings", "body", "surface"
STEM_FIELDS = (TITLE, HEADINGS, BODY)
FIELDS = (*STEM_FIELDS, SURFACE)


class WeightedTerms(FieldType):  # type: ignore[misc]
    """A field whose value is a mapping of terms to weights, as the analyser counted them.

    Not "scorable" for Whoosh: it would keep lengths in one byte, so the columns keep them.
    Positions and offsets live in the columns too; a posting is a document and a weight.
    """

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(
        self, value: Mapping[str, float], **_options: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield term, occurrences, weight and payload, as Whoosh's writer takes them."""
        return ((term.encode(), 1, weight, b"") for term, weight in value.items())


class TermsCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec, without asking for a length that is not there at every posting.

    Nor does it deflate blocks: most hold a posting or two, which only grow by it.
    """

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)


def new_schema() -> Schema:
    """The four fields: stems of title, headings and body; words as written of all three."""
    return Schema(**{name: WeightedTerms() for name in FIELDS})


def compatibility() -> str:
    """Digest of what decides the files' layout and how a text becomes terms."""
    stemmer = version("snowballstemmer")
    parts = f"whoosh {SCHEMA_VERSION} {ANALYSIS_VERSION} {stemmer}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
