"""Mutants of real files for hypothesis, and what is demanded of the document read from one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from indexer.analysis.text import normalise
from indexer.models import ParsedDocument

from .mutations import any_of, mutations_of

_TESTS = Path(__file__).parents[1]
_FOLDERS = (_TESTS.parent / "corpus", _TESTS / "samples" / "old")
SUFFIXES = (
    ".html",
    ".pdf",
    ".pptx",
    ".docx",
    ".odt",
    ".odp",
    ".md",
    ".txt",
    ".rtf",
    ".doc",
    ".ppt",
)
CONVERTED = (".rtf", ".doc", ".ppt")
"""Read by LibreOffice, at some seconds each."""

_LARGEST = 200_000


@cache
def samples(suffix: str) -> tuple[bytes, ...]:
    """The repository's own documents of a format, the smallest first."""
    files = [path for folder in _FOLDERS for path in folder.rglob(f"*{suffix}")]
    data = sorted((path.read_bytes() for path in files), key=len)
    return tuple(one for one in data if len(one) <= _LARGEST) or tuple(data[:1])


def mutants(suffix: str, most: int | None = None) -> st.SearchStrategy[bytes]:
    """Samples of a format, changed one to six times; ``most`` takes only the smallest samples."""
    seeds = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=6)
    return st.builds(_mutated, st.sampled_from(samples(suffix)[:most]), seeds)


def _mutated(data: bytes, seeds: list[int]) -> bytes:
    mutations = mutations_of(data)
    for seed in seeds:
        data = any_of(mutations, data, Random(seed))  # noqa: S311 - no secret
    return data


def unsound(document: ParsedDocument) -> str | None:
    """What is wrong with a document that was read, or None."""
    texts = [document.title, *(part for s in document.sections for part in (s.heading, s.text))]
    if not document.title:
        return "no title"
    if any(text != normalise(text) for text in texts):
        return "text that is not normalised"
    if any("\n\n\n" in text or text != text.strip() for text in texts):
        return "empty lines"
    told = [*texts, *(one.text for one in document.removed), *document.properties.values()]
    if any("\ud800" <= letter <= "\udfff" for text in told for letter in text):
        return "half a character"
    return None
