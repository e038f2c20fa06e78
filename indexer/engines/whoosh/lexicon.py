"""What a generation was built with: its analyser's stop words and its vocabularies, as JSON."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from ...analysis.analyzer import Analyzer
from ...codec import from_json, to_json
from ...models import Concept
from ...vocabulary import Scheme, Vocabularies

_ANALYZER = "analyzer.json"
_VOCABULARIES = "vocabularies.json"


def write_lexicon(folder: Path, analyzer: Analyzer, vocabularies: Vocabularies) -> None:
    """Write both beside the index."""
    words = {language: sorted(found) for language, found in analyzer.stopwords.items()}
    schemes = {name: [*one.concepts.values()] for name, one in vocabularies.schemes.items()}
    for name, data in ((_ANALYZER, {"stopwords": words}), (_VOCABULARIES, to_json(schemes))):
        (folder / name).write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def read_lexicon(folder: Path) -> tuple[Analyzer, Vocabularies]:
    """Read both as they were when the generation was built."""
    words = json.loads((folder / _ANALYZER).read_bytes())["stopwords"]
    return (
        Analyzer({language: frozenset(found) for language, found in words.items()}),
        _vocabularies((folder / _VOCABULARIES).read_bytes()),
    )


@lru_cache(maxsize=4)
def _vocabularies(data: bytes) -> Vocabularies:
    """Most generations have the last one's vocabularies, and reading some takes 50 ms."""
    schemes = json.loads(data)
    return Vocabularies({name: _scheme(name, concepts) for name, concepts in schemes.items()})


def _scheme(name: str, concepts: list[object]) -> Scheme:
    read = [from_json(Concept, concept) for concept in concepts]
    return Scheme(name, {concept.id: concept for concept in read})
