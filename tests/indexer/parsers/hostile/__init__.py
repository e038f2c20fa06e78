"""Files made to do harm: small on disk, quick to make, each named for what it tries."""

from __future__ import annotations

from pathlib import Path

from .archives import ARCHIVES
from .kind import Hostile
from .pdfs import PDFS
from .texts import TEXTS

HOSTILE = (*PDFS, *ARCHIVES, *TEXTS)


def make_all(folder: Path, outside: str) -> dict[str, Hostile]:
    """Write every hostile file into a folder; returns them by their name.

    ``outside`` is the address, ``http:`` or ``file:``, that some try to make a reader fetch.
    """
    for one in HOSTILE:
        (folder / one.name).write_bytes(one.make(outside))
    return {one.name: one for one in HOSTILE}
