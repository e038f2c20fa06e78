"""Stop words: ``stopwords/`` of the project is their only source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import VocabularyError
from .text import normalise

_BESIDE = Path(__file__).parent.parent

LANGUAGES = ("fi", "sv", "en")
"""Languages that have an analyser."""


def packaged_folder() -> Path:
    """Where the lists that ship stand: in the wheel, or at the top level of a checkout."""
    in_wheel = _BESIDE / "stopwords"
    return in_wheel if in_wheel.is_dir() else _BESIDE.parent / "stopwords"


def load_stopwords(folder: Path | None = None) -> Mapping[str, frozenset[str]]:
    """Read ``fi.txt``, ``sv.txt``, ``en.txt``, one word a line; ``#`` begins a comment.

    A file that ``folder`` lacks is taken from the lists that ship. Raises VocabularyError.
    """
    return {language: _read(_path(f"{language}.txt", folder)) for language in LANGUAGES}


def _path(name: str, folder: Path | None) -> Path:
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else packaged_folder() / name


def _read(path: Path) -> frozenset[str]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(
            f"Stop words {path} cannot be read ({error}). Save the file as UTF-8 text."
        ) from error
    words = (normalise(line.split("#", 1)[0]).strip().lower() for line in lines)
    return frozenset(word for word in words if word)
