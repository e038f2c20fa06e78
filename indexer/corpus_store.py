"""The corpus folder: list, add, replace, withdraw, restore, purge; every write is atomic."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from .corpus_listing import (
    Glance,
    Listing,
    Progress,
    checksum_of,
    checksums,
    glance,
    listing,
    silent,
    with_checksums,
)
from .corpus_walk import STATE, Found, is_document_name, root_of
from .document_ids import Memory, assign, purged, read_memory, write_memory
from .errors import CorpusError
from .files import copy_atomically
from .models import StaffMetadata, Status
from .sidecar import load_values, sidecar_of, values_of, write_values
from .vocabulary import Vocabularies

LOCK_SECONDS = 60
"""How long a change of the corpus waits for another to end."""


class CorpusStore:
    """A corpus folder. Every method raises CorpusError; changes hold a lock of the corpus."""

    def __init__(self, folder: Path, vocabularies: Vocabularies) -> None:
        self.folder = folder
        self._root = folder.resolve()
        self._vocabularies = vocabularies
        self._memory_file = self._root / STATE / "ids.json"
        self._file_lock = FileLock(self._root / STATE / "lock", timeout=LOCK_SECONDS)

    def scan(self, progress: Progress = silent) -> Listing:
        """Read every file and sidecar, and remember the ids of new documents.

        A corpus that cannot be written to is listed all the same, with a warning.
        """
        seen = self._glance()
        sums = checksums(seen, progress)
        try:
            with self._lock():
                memory = with_checksums(seen.memory(self._memory()), sums)
                self._remember(memory)
        except OSError as error:
            memory = with_checksums(seen.memory(self._memory()), sums)
            why = f"the ids of new documents cannot be remembered here ({error}); check its rights"
            return _with_warning(listing(seen, memory, sums), STATE, why)
        return listing(seen, memory, sums)

    def look(self) -> Listing:
        """Read every file and sidecar, but remember nothing."""
        seen = self._glance()
        return listing(seen, seen.memory(self._memory()), checksums(seen, silent))

    def withdrawn_ids(self, assumed: Collection[str] = ()) -> frozenset[str]:
        """Ids that must not be found: withdrawn now, or purged earlier.

        Where a sidecar cannot be read nobody knows: its document stays withdrawn if it is among
        ``assumed``.
        """
        seen = self._glance()
        memory = seen.memory(self._memory())
        return frozenset(
            known.id for path, known in memory.items() if seen.is_hidden(path, memory, assumed)
        )

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        """Keep others from withdrawing, restoring or adding meanwhile.

        A corpus that cannot be written to needs no lock: nobody can change it this way.
        """
        with ExitStack() as stack:
            with suppress(OSError):
                stack.enter_context(self._lock())
            yield

    def check_addable(self, files: Iterable[Path], replacing: bool = False) -> None:
        """Raise CorpusError where one of the files could not be added, before any is."""
        taken = {found.path for found in self._glance().walk.found} if not replacing else set()
        for file in files:
            name = _name_of(file)
            self._check_addable(file, name)
            if name in taken:
                raise _taken(name)
            taken.add(name)

    def add(self, file: Path, staff: StaffMetadata, replacing: bool = False) -> str:
        """Copy a file into the corpus with a sidecar; returns the document's id.

        A file of the same name stays, unless ``replacing``: then its document keeps its id and
        what its sidecar says that ``staff`` does not.
        """
        name = _name_of(file)
        self._check_addable(file, name)
        with self._locked():
            seen = self._glance()
            old = next((one for one in seen.walk.found if one.path == name), None)
            files = {one.path: one.file for one in seen.walk.found} | {name: file}
            memory = assign(
                seen.claims | ({} if old else {name: None}),
                self._memory(),
                lambda path: checksum_of(files[path]),
            )
            identifier = memory[name].id
            if old is not None and not replacing:
                raise _taken(name)
            target = old.file if old else self._root / name
            before = load_values(old.sidecar) if old and old.sidecar else {}
            self._remember(memory)
            # The sidecar first: a document must not be seen without what is said of it.
            said = {key: value for key, value in values_of(staff).items() if value}
            write_values(sidecar_of(target), before | {"id": identifier} | said)
            try:
                copy_atomically(file, target)
            except OSError:
                if old is None:
                    sidecar_of(target).unlink()
                raise
        return identifier

    def withdraw(self, identifier: str, reason: str | None, now: datetime) -> None:
        """Say in the sidecar that the document is withdrawn, since when and why."""
        moment = now.astimezone(UTC).isoformat(timespec="seconds")
        status = Status.WITHDRAWN.value
        self._say(identifier, {"status": status, "withdrawn_at": moment, "reason": reason})

    def restore(self, identifier: str) -> None:
        """Take back a withdrawal."""
        self._say(identifier, {"status": None, "withdrawn_at": None, "reason": None})

    def purge(self, now: datetime, days: int) -> tuple[str, ...]:
        """Delete for good what was withdrawn more than ``days`` ago; returns the paths.

        The sidecar goes too; the id is remembered, so that no other document ever gets it.
        """
        if not any(self._glance().expired(now, days)):
            return ()
        with self._locked():
            seen = self._glance()
            paths = tuple(seen.expired(now, days))
            self._remember(purged(seen.memory(self._memory()), paths))
            for found in seen.walk.found:
                if found.path in paths:
                    # The document first: without its sidecar it would be published.
                    found.file.unlink(missing_ok=True)
                    (found.sidecar or sidecar_of(found.file)).unlink(missing_ok=True)
        return paths

    def _say(self, identifier: str, changes: dict[str, str | None]) -> None:
        with self._locked():
            found = self._find(identifier)
            file = found.sidecar or sidecar_of(found.file)
            values = load_values(file) if found.sidecar else {}
            write_values(file, values | {"id": identifier} | changes)

    def _find(self, identifier: str) -> Found:
        seen = self._glance()
        memory = seen.memory(self._memory())
        for found in seen.walk.found:
            if memory[found.path].id == identifier:
                return found
        raise CorpusError(
            f"There is no document {identifier!r} in {self.folder}. "
            "`loistohaku search WORDS` shows the ids of what it finds."
        )

    def _glance(self) -> Glance:
        return glance(self.folder, self._vocabularies)

    def _memory(self) -> Memory:
        return read_memory(self._memory_file)

    def _remember(self, memory: Memory) -> None:
        if memory != self._memory():
            write_memory(self._memory_file, memory)

    def _check_addable(self, file: Path, name: str) -> None:
        if not file.is_file():
            raise CorpusError(f"There is no file {file}. Check the path given.")
        try:
            file.open("rb").close()
        except OSError as error:
            why = f"{file} cannot be read ({error.strerror}). Check its rights."
            raise CorpusError(why) from error
        if file.resolve().is_relative_to(self._root):
            raise CorpusError(f"{file} is in the corpus already; the next rebuild indexes it.")
        if not is_document_name(name) or name.lower() == "readme.md":
            raise CorpusError(f"A document cannot be named {name}. Rename the file.")

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the lock of the corpus. Raises OSError."""
        (self._root / STATE).mkdir(exist_ok=True)
        with self._file_lock:
            yield

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock of the corpus; what the disk refuses becomes a CorpusError."""
        root_of(self.folder)
        try:
            with self._lock():
                yield
        except OSError as error:
            raise CorpusError(
                f"The corpus {self.folder} cannot be changed ({error}). "
                "Check its rights and the space on the disk."
            ) from error


def _name_of(file: Path) -> str:
    return unicodedata.normalize("NFC", file.name)


def _taken(name: str) -> CorpusError:
    return CorpusError(
        f"The corpus has a file {name} already. "
        "Rename yours, or pass --replace to put it in its place."
    )


def _with_warning(found: Listing, path: str, why: str) -> Listing:
    return Listing(found.documents, found.failures, {**found.warnings, path: (why,)}, found.digest)
