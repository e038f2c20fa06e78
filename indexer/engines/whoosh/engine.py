"""The embedded engine: the Protocol of ``engines.base`` over one folder of this machine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from ...analysis.analyzer import Analyzer
from ...errors import EngineError, IndexMismatchError
from ...models import IndexManifest, Record
from ...query import Query
from ...results import Other, ResultSet
from ...vocabulary import Vocabularies
from . import checks, spelling
from .generation import IndexFolder, read_manifest
from .reader import Snapshot
from .schema import compatibility
from .sealing import damaged, guarded
from .search import others, search
from .serving import Serving, View
from .writer import WhooshWriter


class WhooshEngine:
    """An index in ``folder``, which is made at the first build."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._serving = Serving(self._folder)

    @property
    def name(self) -> str:
        """What ``status`` calls it."""
        return "whoosh"

    @property
    def compatibility(self) -> str:
        """Digest of what decides the files' layout and how a text becomes terms."""
        return compatibility()

    def create(self, analyzer: Analyzer, vocabularies: Vocabularies) -> WhooshWriter:
        """Begin a new generation."""
        with guarded(self._folder.path):
            return WhooshWriter(self._folder.begin(), analyzer, vocabularies)

    def vocabularies(self) -> Vocabularies | None:
        """The vocabularies of the serving generation, or None where none serves."""
        view = self._serving.view()
        return view.snapshot.vocabularies if view else None

    def validate(self, generation: str) -> tuple[str, ...]:
        """List what is wrong with a finished generation."""
        return checks.problems(Snapshot(self._folder.generation(generation)))

    def promote(self, generation: str) -> None:
        """Make a finished generation the one that serves. Raises IndexMismatchError."""
        if read_manifest(self._folder.generation(generation)).compatibility != compatibility():
            raise IndexMismatchError(
                f"Generation {generation} was built by another version of this program and "
                "cannot serve. Run `loistohaku rebuild`."
            )
        self._folder.promote(generation)

    def generations(self) -> tuple[IndexManifest, ...]:
        """Complete generations, oldest first; one whose manifest is damaged is none."""
        found = []
        for name in self._folder.complete():
            with suppress(EngineError):
                found.append(read_manifest(self._folder.generation(name)))
        return tuple(found)

    def current(self) -> IndexManifest | None:
        """The manifest of the generation that serves, or None where none does."""
        name = self._folder.serving()
        return read_manifest(self._folder.generation(name)) if name else None

    def search(self, query: Query) -> ResultSet:
        """Answer a query from the serving generation."""
        return self._serving.ask(lambda view: search(view.snapshot, view.visible, query))

    def document(self, identifier: str) -> Record | None:
        """The record with this id, or None where there is none or it is withdrawn."""
        return self._serving.ask(
            lambda view: None if identifier in view.hidden else _record(view.snapshot, identifier)
        )

    def twins(self, identifier: str) -> tuple[Other, ...]:
        """The twins of a document that are not withdrawn, newest first."""
        return self._serving.ask(lambda view: _twins(view, identifier))

    def records(self) -> Iterator[Record]:
        """Every record of the serving generation that is not withdrawn, in order of id."""
        view = self._serving.ask(lambda view: view)
        for number in map(int, view.snapshot.orders.by_id):
            if view.visible[number]:
                with guarded(view.snapshot.folder):
                    record = view.snapshot.records.record(number)
                yield record

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Words of the documents that begin so, most frequent first; stop words left out."""
        return self._serving.ask(
            lambda view: spelling.complete(view.snapshot, view.visible, prefix, limit)
        )

    def spell(self, word: str) -> str | None:
        """The nearest word of the documents to one that none of them has, or None."""
        return self._serving.ask(lambda view: spelling.spell(view.snapshot, view.visible, word))

    def hide(self, identifiers: Collection[str]) -> None:
        """Make exactly these ids the withdrawn ones, at once and for every generation."""
        self._folder.write_hidden(identifiers)

    def hidden(self) -> frozenset[str]:
        """The withdrawn ids."""
        return self._folder.read_hidden()

    def prune(self, keep: int) -> tuple[str, ...]:
        """Delete all generations but the serving one and the ``keep`` newest."""
        return self._folder.prune(keep)

    def check(self) -> tuple[str, ...]:
        """Verify the serving generation bit by bit and list what is damaged."""
        try:
            return self._serving.ask(lambda view: checks.damage(view.snapshot))
        except EngineError:
            # It cannot even be opened: which files are to blame is told all the same.
            name = self._folder.serving()
            found = damaged(self._folder.generation(name)) if name else ()
            if not found:
                raise
            return found


def _twins(view: View, identifier: str) -> tuple[Other, ...]:
    number = view.snapshot.orders.number(identifier)
    if number is None:
        return ()
    with guarded(view.snapshot.folder):
        return others(view.snapshot, view.visible, number)


def _record(snapshot: Snapshot, identifier: str) -> Record | None:
    number = snapshot.orders.number(identifier)
    if number is None:
        return None
    with guarded(snapshot.folder):
        return snapshot.records.record(number)
