"""The search service behind the page, the API and the terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from .analysis.text import normalise
from .analysis.tokens import tokens
from .corpus_walk import file_of
from .engines import open_engine
from .engines.base import Engine
from .errors import CorpusError
from .models import UNKNOWN, IndexManifest, Record
from .query import Query, Word, positive, relaxed
from .results import Other, ResultSet
from .settings import Settings
from .sidecar import SUFFIX, read_sidecar
from .vocabulary import Vocabularies, load_vocabularies

SUGGESTIONS = 8
"""How many completions are offered while a user types."""


@dataclass(frozen=True)
class SearchService:
    """Answers questions from the serving generation; safe for many threads."""

    engine: Engine
    corpus: Path
    packaged: Vocabularies

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies that the serving generation was built with."""
        return self.engine.vocabularies() or self.packaged

    def manifest(self) -> IndexManifest | None:
        """What serves, or None where nothing has been indexed."""
        return self.engine.current()

    def edition(self) -> str | None:
        """A name for what can be found now: another after each promotion and withdrawal."""
        manifest = self.manifest()
        if manifest is None:
            return None
        hidden = " ".join(sorted(self.engine.hidden()))
        return f"{manifest.generation} {manifest.built_at} {manifest.corpus_digest} {hidden}"

    def search(self, query: Query, at_least: int = 1) -> ResultSet:
        """Answer a query: all words first, any of the words where fewer than ``at_least`` match.

        A correction is suggested where some word meets no document. Raises EngineError.
        """
        started = perf_counter()
        results = self.engine.search(query)
        if results.total < at_least:
            results = self._relaxed(query, results)
        suggestion = self._suggestion(query) if not results.total or results.relaxed else None
        took_ms = round((perf_counter() - started) * 1000, 2)
        return replace(results, suggestion=suggestion, took_ms=took_ms)

    def document(self, identifier: str) -> Record | None:
        """A document by its id, or None where there is none or it is withdrawn.

        That its original may only be linked to holds from when its sidecar says so: the index
        may be older, or be one that was rolled back to.
        """
        record = self.engine.document(identifier)
        if record is None or record.link_only:
            return record
        return replace(record, link_only=self._says_link_only(record))

    def _says_link_only(self, record: Record) -> bool:
        sidecar = file_of(record.path + SUFFIX, self.corpus)
        return sidecar is not None and read_sidecar(sidecar, self.vocabularies).staff.link_only

    def twins(self, record: Record) -> tuple[Other, ...]:
        """Documents with the same or nearly the same text as this one, newest first."""
        return self.engine.twins(record.id)

    def original(self, record: Record) -> Path:
        """The original file of a record. Raises CorpusError where it is gone or outside."""
        root = self.corpus.resolve()
        found = file_of(record.path, root)
        file = found.resolve() if found else root
        if not file.is_relative_to(root) or not file.is_file():
            raise CorpusError(
                f"The original file of {record.id} is no longer in the corpus; "
                "the next rebuild removes the document from search."
            )
        return file

    def suggest(self, text: str, language: str = "fi", limit: int = SUGGESTIONS) -> list[str]:
        """Completions of what is being typed: names of concepts first, then words of documents."""
        typed = normalise(text).strip()
        words = [token.text for token in tokens(typed)]
        if not words:
            return []
        head = typed[: len(typed) - len(words[-1])] if typed.lower().endswith(words[-1]) else ""
        found = [*self._labels(typed, language)]
        found += [head + word for word in self.engine.complete(words[-1], limit)]
        return list(dict.fromkeys(found))[:limit]

    def _labels(self, typed: str, language: str) -> list[str]:
        """Names of concepts that some document has."""
        having = self.engine.search(Query(size=0)).facets
        labels = (
            self.vocabularies.label(facet, row.id, language)
            for facet in ("theme", "region", "network")
            for row in having[facet]
            if row.id != UNKNOWN
        )
        return [label for label in labels if label.lower().startswith(typed.lower())]

    def _relaxed(self, query: Query, strict: ResultSet) -> ResultSet:
        clause = relaxed(query.clause)
        if clause is None:
            return strict
        results = self.engine.search(replace(query, clause=clause))
        return replace(results, relaxed=True) if results.total > strict.total else strict

    def _suggestion(self, query: Query) -> str | None:
        leaves = (leaf.text for leaf in positive(query.clause) if isinstance(leaf, Word))
        words = {token.text for text in leaves for token in tokens(text)}
        better = {word: self._better(word, query.language) for word in words}
        text = query.text
        for word, start, end in reversed(list(tokens(text))):
            text = text[:start] + (better.get(word) or text[start:end]) + text[end:]
        return text if text != query.text else None

    def _better(self, word: str, language: str) -> str | None:
        """What a word that no document has in any form may have been meant to be."""
        alone = Query(clause=Word(word), language=language, size=0)
        return None if self.engine.search(alone).total else self.engine.spell(word)


def open_search(settings: Settings) -> SearchService:
    """The search service over the index and corpus that the settings name."""
    engine = open_engine(settings)
    return SearchService(engine, settings.corpus, load_vocabularies(settings.vocabularies))
