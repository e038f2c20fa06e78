"""The corpus at one moment: its documents, and everything about it that staff should know."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .codec import to_json
from .corpus_walk import Walk, walk
from .document_ids import Memory, assign
from .files import sha256_of
from .models import Failure, SourceDocument, StaffMetadata, Status
from .sidecar import Sidecar, read_sidecar
from .vocabulary import Vocabularies

Progress = Callable[[int, int], None]
"""Told how many of how many files are done."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The corpus at one moment.

    ``documents`` are in the order of their ids; ``failures`` are files that cannot be read;
    ``warnings`` are keyed by path; ``digest`` changes with whatever is to be indexed.
    """

    documents: tuple[SourceDocument, ...]
    failures: tuple[Failure, ...]
    warnings: Mapping[str, tuple[str, ...]]
    digest: str


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen without reading the documents: the files and their sidecars."""

    walk: Walk
    sidecars: Mapping[str, Sidecar]

    @property
    def claims(self) -> dict[str, str | None]:
        """Every path with the id that its sidecar claims."""
        return {path: sidecar.staff.id for path, sidecar in self.sidecars.items()}

    def memory(self, before: Memory) -> Memory:
        """What is remembered with every path of the glance in it."""
        files = {one.path: one.file for one in self.walk.found}
        return assign(self.claims, before, lambda path: checksum_of(files[path]))

    def is_hidden(self, path: str, memory: Memory, assumed: Collection[str]) -> bool:
        """Whether a remembered path's document must not be found."""
        sidecar = self.sidecars.get(path)
        if sidecar is None:
            return memory[path].purged
        if not sidecar.readable:
            return memory[path].id in assumed
        return sidecar.staff.status is Status.WITHDRAWN

    def expired(self, now: datetime, days: int) -> Iterator[str]:
        """Paths of documents that were withdrawn more than ``days`` ago."""
        for path, sidecar in self.sidecars.items():
            since = sidecar.staff.withdrawn_at
            if sidecar.staff.status is Status.WITHDRAWN and since is not None:
                moment = datetime.fromisoformat(since)
                moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
                if now - moment > timedelta(days=days):
                    yield path


def glance(corpus: Path, vocabularies: Vocabularies) -> Glance:
    """Look at the corpus without reading its documents. Raises CorpusError."""
    walked = walk(corpus)
    sidecars = {
        one.path: read_sidecar(one.sidecar, vocabularies) if one.sidecar else Sidecar()
        for one in walked.found
    }
    return Glance(walked, sidecars)


def checksum_of(file: Path) -> str:
    """The SHA-256 of a file, or nothing where it cannot be read."""
    try:
        return sha256_of(file)
    except OSError:
        return ""


def checksums(seen: Glance, progress: Progress) -> dict[str, str]:
    """The checksum of every document by path; empty for one that cannot be read."""
    found = {}
    for number, one in enumerate(seen.walk.found, start=1):
        found[one.path] = checksum_of(one.file)
        progress(number, len(seen.walk.found))
    return found


def with_checksums(memory: Memory, sums: Mapping[str, str]) -> Memory:
    """The memory with the checksums just read."""
    return {
        path: replace(known, checksum=sums.get(path) or known.checksum)
        for path, known in memory.items()
    }


def listing(seen: Glance, memory: Memory, sums: Mapping[str, str]) -> Listing:
    """Put together what was seen, remembered and read."""
    documents = sorted(_documents(seen, memory, sums), key=lambda one: one.id)
    why = "cannot be read; check the rights of the file"
    failures = tuple(Failure(path, why) for path, checksum in sums.items() if not checksum)
    return Listing(tuple(documents), failures, _warnings(seen, memory), _digest(documents))


def indexed_part(staff: StaffMetadata) -> StaffMetadata:
    """What a sidecar says of the record; a withdrawal needs no new record."""
    return replace(
        staff, id=None, status=Status.PUBLISHED, withdrawn_at=None, reason=None, note=None
    )


def _documents(seen: Glance, memory: Memory, sums: Mapping[str, str]) -> Iterator[SourceDocument]:
    for one in seen.walk.found:
        if sums[one.path]:
            yield SourceDocument(
                id=memory[one.path].id,
                path=one.path,
                file=one.file,
                media_type=mimetypes.guess_type(one.path)[0] or "application/octet-stream",
                checksum=sums[one.path],
                staff=seen.sidecars[one.path].staff,
            )


def _warnings(seen: Glance, memory: Memory) -> dict[str, tuple[str, ...]]:
    warnings: dict[str, list[str]] = {}
    for path, sidecar in seen.sidecars.items():
        warnings.setdefault(path, []).extend(sidecar.warnings)
        claim = sidecar.staff.id
        if claim and memory[path].id != claim:
            warnings[path].append(
                f"its sidecar claims the id {claim}, which another document has; it is called "
                f"{memory[path].id} until one of the two sidecars is changed."
            )
    for path, problem in seen.walk.problems:
        warnings.setdefault(path, []).append(problem)
    return {path: tuple(told) for path, told in sorted(warnings.items()) if told}


def _digest(documents: Collection[SourceDocument]) -> str:
    digest = hashlib.sha256()
    for one in documents:
        staff = to_json(indexed_part(one.staff))
        digest.update(json.dumps([one.id, one.path, one.checksum, staff]).encode())
    return digest.hexdigest()
