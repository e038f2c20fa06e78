"""Variants of sample files that a repository cannot keep safely, made when a test needs them."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path


def decomposed_copy(source: Path, folder: Path) -> Path:
    """Copy a file under its name in decomposed Unicode (NFD), as old Macs write names.

    Such names are not committed: git on macOS composes them, so that one checkout would hold
    another name than the next. Raises ValueError when the name has nothing to decompose.
    """
    name = unicodedata.normalize("NFD", source.name)
    if name == source.name:
        raise ValueError(f"{source.name} has no letter to decompose")
    return Path(shutil.copy(source, folder / name))
