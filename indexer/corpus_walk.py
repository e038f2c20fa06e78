"""Which files of the corpus folder are documents, and why others are not."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import CorpusError
from .sidecar import SUFFIX

STATE = ".loistohaku"
"""The folder in the corpus where the program keeps what it remembers."""

_NO_DOCUMENTS = {"thumbs.db", "desktop.ini"}
# Bytes that are not UTF-8 come as halves of surrogate pairs; a turned direction hides an ending.
_UNTELLABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A document's file: its path in NFC with forward slashes, where it is, its sidecar."""

    path: str
    file: Path
    sidecar: Path | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """The documents of a corpus by path, and what was passed over: (path, why and what to do)."""

    found: tuple[Found, ...]
    problems: tuple[tuple[str, str], ...]


def walk(corpus: Path) -> Walk:
    """Find the documents of a corpus. Raises CorpusError where the folder cannot be read.

    Left out without a word: hidden files and folders, sidecars beside their document, the
    README.md of the corpus itself, lock files of office programs and leftovers of desktops.
    """
    root = root_of(corpus)
    problems: list[tuple[str, str]] = []
    documents: dict[str, Path] = {}
    sidecars: dict[str, Path] = {}
    for file in _files(root, problems):
        path = path_of(file, root)
        why = _unfit(file, root)
        if why is not None:
            problems.append((path, why))
        elif path.lower().endswith(SUFFIX):
            sidecars[path[: -len(SUFFIX)]] = file
        elif path in documents:
            problems.append((path, "has the same name as another file, but for how its letters "
                                   "are encoded; rename one of the two"))  # fmt: skip
        else:
            documents[path] = file
    problems += [
        (path + SUFFIX, "is a sidecar without its document; put them side by side or delete it")
        for path in sidecars.keys() - documents.keys()
    ]
    found = tuple(Found(path, documents[path], sidecars.get(path)) for path in sorted(documents))
    return Walk(found, tuple(sorted(problems)))


def root_of(corpus: Path) -> Path:
    """Where the corpus really is. Raises CorpusError where there is no such folder."""
    root = corpus.resolve()
    if not root.is_dir():
        raise CorpusError(
            f"There is no corpus folder {corpus}. Create it and put documents into it, "
            "or name another folder with --corpus."
        )
    return root


def is_document_name(name: str) -> bool:
    """Whether a file of this name may be a document at all."""
    passed_over = _is_passed_over(name) or name.lower().endswith(SUFFIX)
    return not (passed_over or _UNTELLABLE.search(name))


def path_of(file: Path, root: Path) -> str:
    """A file's path as the index knows it: relative, forward slashes, NFC.

    Of a name that no document may have, it is what can be told on one line.
    """
    path = unicodedata.normalize("NFC", file.relative_to(root).as_posix())
    return _UNTELLABLE.sub(lambda found: found[0].encode("unicode-escape").decode(), path)


def file_of(path: str, corpus: Path) -> Path | None:
    """The file of such a path, however the letters of its name are encoded; None where gone."""
    file = corpus
    for part in path.split("/"):
        exact = file / part
        try:
            file = exact if os.path.lexists(exact) else _named(part, file)
        except (OSError, StopIteration):
            return None
    return file


def _named(name: str, folder: Path) -> Path:
    return next(one for one in folder.iterdir() if unicodedata.normalize("NFC", one.name) == name)


def _files(root: Path, problems: list[tuple[str, str]]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        folder = Path(error.filename)
        if folder == root:
            raise CorpusError(
                f"The corpus folder {root} cannot be read: {error.strerror}. Correct it."
            )
        problems.append((path_of(folder, root), f"cannot be read: {error.strerror}; check rights"))

    for name, folders, names in os.walk(root, onerror=unreadable):
        folder = Path(name)
        for link in [one for one in folders if (folder / one).is_symlink()]:
            why = "is a link to a folder, which is not followed; move the documents here"
            problems.append((path_of(folder / link, root), why))
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for one in sorted(names):
            if not (_is_passed_over(one) or (folder == root and one.lower() == "readme.md")):
                yield folder / one


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _NO_DOCUMENTS


def _unfit(file: Path, root: Path) -> str | None:
    """Why a file cannot be a document, or None."""
    if _UNTELLABLE.search(file.relative_to(root).as_posix()):
        return ("has a name that is not UTF-8, or a line break or other control character in it; "
                "rename it, or the folder it is in")  # fmt: skip
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        return "is a link that leads out of the corpus; copy the document here"
    if not file.is_file():
        return "is not a file that can be read (a broken link or a device); remove it"
    return None
