"""Ids of documents: made from the path at first sight, then kept through edits and moves."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .files import write_atomically

MAX_LENGTH = 80
ID = re.compile(rf"[a-z0-9-]{{1,{MAX_LENGTH}}}")
"""What an id may look like."""

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a path: its document's id, the bytes last seen, whether it was purged."""

    id: str
    checksum: str = ""
    purged: bool = False


Memory = Mapping[str, Remembered]
"""What is remembered, by path; paths that are gone stay, so that no id passes to another."""


def slug(path: str) -> str:
    """An id made from a path: letters without marks, digits and hyphens, at most 80.

    The extension is left out; of an overlong path the file name alone is taken.
    """
    stem, dot, ending = path.rpartition(".")
    stem = stem if dot and "/" not in ending else path
    whole = _plain(stem)
    short = whole if len(whole) <= MAX_LENGTH else _plain(stem.rpartition("/")[2])
    return short[:MAX_LENGTH].strip("-") or "document"


def assign(
    claims: Mapping[str, str | None], memory: Memory, checksum: Callable[[str], str]
) -> Memory:
    """Give every path of the corpus its id: the memory with all of them.

    ``claims`` holds every path of the corpus with the id its sidecar claims, or None. A claim
    comes first, then what is remembered of the path, then of a path that is gone and had the
    same ``checksum`` (a move), then a new slug. Of two equal claims the remembered one wins.
    """
    owners = _owners(claims, memory)
    gone = _gone(claims, memory, owners)
    found = dict(gone)
    taken = {*owners, *(known.id for known in gone.values())}
    rest = []
    for path in claims:
        known = memory.get(path)
        if owners.get(claims[path] or "") == path:
            found[path] = _of(known, claims[path] or "")
        elif known is not None and known.id not in taken:
            taken.add(known.id)
            found[path] = _of(known, known.id)
        else:
            rest.append(path)
    left = _by_checksum(gone)
    for path in rest:
        if old := left.get(checksum(path) if left else ""):
            known = found.pop(old.pop())
            found[path] = _of(known, known.id)
        else:
            found[path] = Remembered(_unused(slug(path), taken))
            taken.add(found[path].id)
    return found


def read_memory(file: Path) -> Memory:
    """Read the remembered ids; none where there is no file. Raises CorpusError."""
    try:
        data = json.loads(file.read_bytes())
        return {path: Remembered(**known) for path, known in data.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"The ids of the documents in {file} cannot be read ({error}). "
            "Bring the file back from a backup; if you delete it, addresses may change."
        ) from error


def write_memory(file: Path, memory: Memory) -> None:
    """Write the remembered ids, sorted by path, one path a line. Raises OSError."""
    lines = [
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(_entry(memory[path]))}"
        for path in sorted(memory)
    ]
    write_atomically(file, ("{\n" + ",\n".join(lines) + "\n}\n").encode())


def purged(memory: Memory, paths: Collection[str]) -> Memory:
    """The memory in which these paths' documents are purged for good."""
    return {
        path: replace(known, purged=True) if path in paths else known
        for path, known in memory.items()
    }


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    letters = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _owners(claims: Mapping[str, str | None], memory: Memory) -> Mapping[str, str]:
    """Which path each claimed id goes to: the one that had it, else the first."""
    claimants: dict[str, list[str]] = {}
    for path, claim in claims.items():
        if claim:
            claimants.setdefault(claim, []).append(path)
    return {claim: _owner(claim, paths, memory) for claim, paths in claimants.items()}


def _owner(claim: str, paths: Sequence[str], memory: Memory) -> str:
    had = (path for path in paths if path in memory and memory[path].id == claim)
    return next(had, paths[0])


def _of(known: Remembered | None, identifier: str) -> Remembered:
    return Remembered(identifier, known.checksum if known else "")


def _gone(
    claims: Collection[str], memory: Memory, owners: Collection[str]
) -> dict[str, Remembered]:
    """What is remembered of paths that are gone, each id once.

    An id may be there twice where a sidecar took it along or two branches were merged.
    """
    taken = {*owners, *(memory[path].id for path in claims if path in memory)}
    kept = {}
    for path in sorted(memory.keys() - set(claims)):
        if memory[path].id not in taken:
            taken.add(memory[path].id)
            kept[path] = memory[path]
    return kept


def _by_checksum(gone: Memory) -> dict[str, list[str]]:
    """The paths that had each checksum, the first last."""
    found: dict[str, list[str]] = {}
    for path in sorted(gone, reverse=True):
        if known := gone[path].checksum:
            found.setdefault(known, []).append(path)
    return found


def _unused(wanted: str, taken: Collection[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        ending = f"-{number}"
        found = wanted[: MAX_LENGTH - len(ending)].rstrip("-") + ending
    return found


def _entry(known: Remembered) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": known.id, "checksum": known.checksum}
    return entry | {"purged": True} if known.purged else entry
