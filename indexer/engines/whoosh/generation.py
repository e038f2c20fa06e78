"""The index folder: generations, the pointer to the one that serves, and withdrawn ids.

generations/000012/            complete: whoosh/, columns/, analyzer.json, vocabularies.json,
                               SHA256SUMS and, written last, manifest.json
generations/000013.building/   being built, or the remains of a build that was killed
CURRENT                        the name of the generation that serves
hidden.json                    withdrawn ids, for every generation
"""

from __future__ import annotations

import json
import re
import shutil
import stat
from collections.abc import Collection
from pathlib import Path

from ...codec import from_json, to_json
from ...errors import EngineError
from ...files import sync, write_atomically
from ...models import IndexManifest
from .sealing import MANIFEST, guarded

BUILDING = ".building"
PRUNED = ".pruned"
_NAME = re.compile(r"[0-9]{6,}")

Signature = tuple[int, int, int] | None
"""What tells one version of a file from the next: inode, time and size; None without a file."""


class IndexFolder:
    """The one place that knows what stands where in the index folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.generations = path / "generations"
        self.current = path / "CURRENT"
        self.hidden = path / "hidden.json"

    def generation(self, name: str) -> Path:
        """The folder of a complete generation. Raises EngineError where there is none."""
        folder = self.generations / name
        if not _NAME.fullmatch(name) or not (folder / MANIFEST).is_file():
            raise EngineError(
                f"The index {self.path} has no generation {name!r}, or only a part of it. "
                "Run `loistohaku rebuild` to build the index anew."
            )
        return folder

    def complete(self) -> list[str]:
        """Names of complete generations, oldest first."""
        return sorted(
            path.parent.name
            for path in self.generations.glob(f"*/{MANIFEST}")
            if _NAME.fullmatch(path.parent.name)
        )

    def begin(self) -> Path:
        """Make the folder in which the next generation is built.

        What a killed build left is swept first: a nearly full disk has room for one only.
        """
        self.generations.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.refuse_if_open_to_others()
        for remains in self.generations.glob(f"*{BUILDING}"):
            shutil.rmtree(remains)
        taken = [path.name.partition(".")[0] for path in self.generations.iterdir()]
        number = 1 + max((int(name) for name in taken if _NAME.fullmatch(name)), default=0)
        folder = self.generations / f"{number:06d}{BUILDING}"
        folder.mkdir(mode=0o755)
        return folder

    def refuse_if_open_to_others(self) -> None:
        """Raise EngineError where anyone may write: Whoosh unpickles what it finds here."""
        for folder in (self.path, self.generations):
            if folder.is_dir() and folder.stat().st_mode & stat.S_IWOTH:
                raise EngineError(
                    f"Anyone on this machine may write to {folder}, and so run code in this "
                    f"program. Run `chmod o-w {folder}`."
                )

    def serving(self) -> str | None:
        """The name in CURRENT, or None where nothing has been promoted."""
        with guarded(self.path):
            try:
                return self.current.read_text("ascii").strip()
            except FileNotFoundError:
                return None

    def promote(self, name: str) -> None:
        """Move the pointer, in one atomic step."""
        with guarded(self.path):
            write_atomically(self.current, f"{name}\n".encode())

    def read_hidden(self) -> frozenset[str]:
        """The withdrawn ids."""
        with guarded(self.path):
            try:
                return frozenset(json.loads(self.hidden.read_bytes())["hidden"])
            except FileNotFoundError:
                return frozenset()

    def write_hidden(self, identifiers: Collection[str]) -> None:
        """Replace the withdrawn ids."""
        with guarded(self.path):
            self.path.mkdir(mode=0o755, parents=True, exist_ok=True)
            data = json.dumps({"hidden": sorted(set(identifiers))}, ensure_ascii=False)
            write_atomically(self.hidden, data.encode())

    def prune(self, keep: int) -> tuple[str, ...]:
        """Delete all but the serving generation and the newest; and remains of builds."""
        complete = self.complete()
        kept = {*complete[max(0, len(complete) - keep) :], self.serving()}
        doomed = tuple(name for name in complete if name not in kept)
        with guarded(self.path):
            for name in doomed:
                # First out of sight, so that a kill leaves no half generation to be read.
                (self.generations / name).rename(self.generations / f"{name}{PRUNED}")
            for folder in self.generations.glob("*.*"):
                shutil.rmtree(folder)
        return doomed


def read_manifest(folder: Path) -> IndexManifest:
    """The manifest of a generation's folder. Raises EngineError where it cannot be read."""
    with guarded(folder):
        return from_json(IndexManifest, json.loads((folder / MANIFEST).read_bytes()))


def finish(building: Path, manifest: IndexManifest) -> Path:
    """Write the manifest, which makes a generation complete, and move it to where it stays."""
    data = json.dumps(to_json(manifest), ensure_ascii=False, indent=1)
    write_atomically(building / MANIFEST, data.encode())
    folder = building.with_name(building.name.removesuffix(BUILDING))
    building.rename(folder)
    sync(folder.parent)
    return folder


def signature(path: Path) -> Signature:
    """Changes whenever the file is replaced."""
    with guarded(path.parent):
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
    return found.st_ino, found.st_mtime_ns, found.st_size
