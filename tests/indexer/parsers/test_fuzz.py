"""Whatever a file holds, a parser gives a document or says what is wrong; nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.analysis.text import normalise
from indexer.errors import ParseError
from indexer.models import ParsedDocument
from indexer.parsers import parse_file

CORPUS = Path(__file__).parents[3] / "corpus"
SMALLEST = {
    suffix: min(CORPUS.rglob(f"*{suffix}"), key=lambda path: (path.stat().st_size, path))
    for suffix in (".html", ".pdf", ".pptx", ".docx", ".odt", ".odp", ".md", ".txt")
}
SUFFIXES = st.sampled_from(sorted(SMALLEST))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def parsed(data: bytes, suffix: str) -> ParsedDocument | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(data)
        try:
            return parse_file(path)
        except ParseError:
            return None


def is_sound(document: ParsedDocument | None) -> bool:
    if document is None:
        return True
    texts = [document.title, *(part for s in document.sections for part in (s.heading, s.text))]
    assert document.title
    assert all(text == normalise(text) for text in texts)
    assert all("\n\n\n" not in text and text == text.strip() for text in texts)
    assert all(text.encode() is not None for text in texts)
    return True


@QUICK
@given(st.binary(max_size=400), SUFFIXES)
def test_any_bytes(data: bytes, suffix: str) -> None:
    assert is_sound(parsed(data, suffix))


@QUICK
@given(st.text(max_size=400), st.sampled_from([".html", ".md", ".txt"]))
def test_any_text(text: str, suffix: str) -> None:
    assert is_sound(parsed(text.encode("utf-8", "surrogatepass"), suffix))


@QUICK
@given(
    st.lists(st.sampled_from(["<div>", "</p>", "<li>", "<table>", "<td>", "ä", "<b>", "</div>"]))
)
def test_any_pile_of_tags(tags: list[str]) -> None:
    assert is_sound(parsed(f"<html><body>{''.join(tags)}".encode(), ".html"))


@pytest.mark.parametrize("suffix", sorted(SMALLEST))
@QUICK
@given(share=st.floats(0.0, 1.0))
def test_a_cut_file(suffix: str, share: float) -> None:
    data = SMALLEST[suffix].read_bytes()
    assert is_sound(parsed(data[: int(share * len(data))], suffix))


@pytest.mark.parametrize("suffix", sorted(SMALLEST))
@QUICK
@given(place=st.floats(0.0, 0.999), noise=st.binary(min_size=1, max_size=30))
def test_a_damaged_file(suffix: str, place: float, noise: bytes) -> None:
    data = bytearray(SMALLEST[suffix].read_bytes())
    at = int(place * len(data))
    data[at : at + len(noise)] = noise
    assert is_sound(parsed(bytes(data), suffix))
