"""What any engine can do; the embedded one and a cluster stand side by side behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Protocol

from ..analysis.analyzer import Analyzer
from ..models import Failure, IndexManifest, Record
from ..query import Query
from ..results import Other, ResultSet
from ..vocabulary import Vocabularies


def fingerprint(compatibility: str, analyzer: Analyzer, vocabularies: Vocabularies) -> str:
    """Digest of what decides what an engine says of the same records: code, words, concepts."""
    parts = f"{compatibility} {analyzer.fingerprint} {vocabularies.digest}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


class GenerationWriter(Protocol):
    """A generation being built, unseen by readers."""

    @property
    def name(self) -> str:
        """The generation's name; names sort in the order of creation."""
        ...

    def add(self, record: Record) -> None:
        """Add a record. Raises EngineError; a second record with the same id is an error."""
        ...

    def finish(self, corpus_digest: str, failures: Iterable[Failure] = ()) -> IndexManifest:
        """Write everything to where it stays, the manifest last, and close. Raises EngineError."""
        ...

    def discard(self) -> None:
        """Throw away what has been written, a finished generation that is not promoted too."""
        ...


class Engine(Protocol):
    """An index with generations, of which one serves.

    Every method but ``create`` is safe to call from many threads; readers in other processes
    follow a promotion or a deletion at their next call. All raise EngineError.
    """

    @property
    def name(self) -> str:
        """What ``status`` calls it."""
        ...

    @property
    def compatibility(self) -> str:
        """Digest of the code that decides schema and terms; an index of another is not searched."""
        ...

    def create(self, analyzer: Analyzer, vocabularies: Vocabularies) -> GenerationWriter:
        """Begin a new generation; it keeps both, and is searched with what it was built with.

        So stop words and vocabularies can be edited while the old generation serves, and a
        server follows a new generation without a restart. The caller holds the rebuild lock.
        """
        ...

    def vocabularies(self) -> Vocabularies | None:
        """The vocabularies of the serving generation, or None where none serves."""
        ...

    def validate(self, generation: str) -> tuple[str, ...]:
        """Open a finished generation as a reader would and list what is wrong with it.

        Checks that all that was added is there (document count, every facet has values where
        records had them, sample queries find their documents); empty means sound.
        """
        ...

    def promote(self, generation: str) -> None:
        """Make a finished generation the one that serves, in one atomic step."""
        ...

    def generations(self) -> tuple[IndexManifest, ...]:
        """Complete generations, oldest first."""
        ...

    def current(self) -> IndexManifest | None:
        """The manifest of the generation that serves, or None where none does."""
        ...

    def search(self, query: Query) -> ResultSet:
        """Answer a query from the serving generation, without ``suggestion`` and ``relaxed``.

        Of documents with the same or nearly the same text that all match and pass the filters,
        one is a hit, the first in the order asked for, with the others under ``also_in``; totals
        and counts count them once. A facet's counts hold under the other facets' filters, not its
        own; a page past the last has no hits but the right total. Raises NoIndexError and
        IndexMismatchError.
        """
        ...

    def document(self, identifier: str) -> Record | None:
        """The record with this id, or None where there is none or it is withdrawn."""
        ...

    def twins(self, identifier: str) -> tuple[Other, ...]:
        """Documents with the same or nearly the same text, withdrawn ones left out, newest first.

        Twins of twins are among them; none where the id is unknown.
        """
        ...

    def records(self) -> Iterable[Record]:
        """Every record of the serving generation, withdrawn ones left out, in order of id."""
        ...

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Words of the documents that begin so, most frequent first; stop words left out."""
        ...

    def spell(self, word: str) -> str | None:
        """The nearest word of the documents to one that none of them has, or None."""
        ...

    def hide(self, identifiers: Collection[str]) -> None:
        """Make exactly these ids the withdrawn ones, at once and for every generation.

        Ids that are in no generation are allowed.
        """
        ...

    def hidden(self) -> frozenset[str]:
        """The withdrawn ids."""
        ...

    def prune(self, keep: int) -> tuple[str, ...]:
        """Delete generations but the serving one and the ``keep`` newest; says which.

        Remains of builds that never finished go too. The caller holds the rebuild lock.
        """
        ...

    def check(self) -> tuple[str, ...]:
        """Verify the serving generation bit by bit and list what is damaged."""
        ...
