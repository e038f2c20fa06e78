"""Values kept on disk between rebuilds, by a key that names everything they depend on."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any, Generic, TypeVar

from .codec import CodecError, from_json, to_json
from .files import write_atomically

T = TypeVar("T")

_FAST = 1
"""Level of compression: text shrinks to a third at a tenth of the default's time."""


def key_of(*parts: Any) -> str:
    """A key made of JSON values."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class DiskCache(Generic[T]):
    """Dataclasses of one kind in a folder, a compressed JSON file each; safe to delete.

    An entry that is damaged, or that another version of the program wrote, counts as missing.
    """

    def __init__(self, folder: Path, kind: type[T]) -> None:
        self._folder = folder
        self._kind = kind

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry, sound or not."""
        return self._file(key).is_file()

    def get(self, key: str) -> T | None:
        """The value, or None where there is none that can be used."""
        try:
            data = json.loads(gzip.decompress(self._file(key).read_bytes()))
            return from_json(self._kind, data)
        except (OSError, EOFError, ValueError, zlib.error, CodecError):
            return None

    def put(self, key: str, value: T) -> None:
        """Keep a value. Raises OSError."""
        data = json.dumps(to_json(value), ensure_ascii=False).encode()
        write_atomically(self._file(key), gzip.compress(data, _FAST, mtime=0), durable=False)

    def keep_only(self, keys: Collection[str]) -> int:
        """Delete all other entries; returns how many."""
        doomed = [file for file in self._folder.glob("*/*") if file.name not in keys]
        for file in doomed:
            file.unlink()
        return len(doomed)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / key
