"""Hostile files: nothing is fetched, nothing is read or written outside, nobody is kept waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from indexer.errors import ParseError
from indexer.models import ParsedDocument, Section
from indexer.parsers import office, parse_file
from indexer.parsers.bounds import LONGEST_PROPERTY, LONGEST_TITLE, bounded
from indexer.parsers.reasons import NO_WORD
from tests.fuzz.mutants import CONVERTED, SUFFIXES, mutants, unsound
from tests.indexer.parsers.hostile import HOSTILE
from tests.indexer.parsers.hostile.kind import Hostile

HIDDEN = "salaisuussana"
REACHING = tuple(one for one in HOSTILE if one.name.startswith(("ulkoa", "suhteet", "ulos")))
LINKED = (
    r"{\rtf1\ansi{\*\template %(a)s}{\field{\*\fldinst{INCLUDEPICTURE "
    r'"%(a)s" \\d}}{\fldrslt kuva}}{\field{\*\fldinst{INCLUDETEXT "%(a)s"}}'
    r"{\fldrslt teksti}} Leikki alkoi pihalla.\par}"
)


class Waiting:
    """A server on the loopback, and the addresses that somebody asked it for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the library's names

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/{HIDDEN}.xml"


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    waiting = Waiting()
    thread = threading.Thread(target=waiting.server.serve_forever, args=(0.02,))
    thread.start()
    yield waiting
    waiting.server.shutdown()
    thread.join()
    waiting.server.server_close()


def everything(path: Path) -> str:
    """All that is told of a file, read in this process, where the network is open."""
    try:
        return repr(parse_file(path))
    except ParseError as error:
        return str(error)


@pytest.mark.parametrize("one", REACHING, ids=lambda one: one.name)
def test_nothing_outside_is_fetched_read_or_written(
    one: Hostile, waiting: Waiting, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<x>{HIDDEN}</x>")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    for address in (waiting.address, secret.as_uri(), str(secret)):
        path = folder / one.name
        path.write_bytes(one.make(address))
        assert HIDDEN not in everything(path).replace(address, "")
    assert not waiting.asked
    assert {found.name for found in tmp_path.rglob("*")} == {"a", "b", "secret.xml", one.name}


@pytest.mark.skipif(not office.is_available(), reason="LibreOffice is not installed")
def test_libreoffice_follows_no_link(waiting: Waiting, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HIDDEN)
    for address in (waiting.address, secret.as_uri()):
        path = tmp_path / "linked.rtf"
        path.write_text(LINKED % {"a": address})
        assert HIDDEN not in everything(path).replace(address, "")
    assert not waiting.asked


def test_a_relation_of_no_kind_costs_nothing(tmp_path: Path) -> None:
    one = next(each for each in HOSTILE if each.name == "suhde-ilman-lajia.docx")
    path = tmp_path / one.name
    path.write_bytes(one.make(""))
    assert parse_file(path).title == "Leikki alkoi pihalla."


def test_a_word_without_end_is_cut_and_told(tmp_path: Path) -> None:
    path = tmp_path / "data.txt"
    path.write_text(f"Leikki\n\nEnnen {'a' * 50_000} jälkeen.\n\nToinen kappale.")
    parsed = parse_file(path)
    assert parsed.sections[0].text == "Ennen jälkeen.\n\nToinen kappale."
    assert [one.reason for one in parsed.removed] == [NO_WORD]
    assert len(parsed.removed[0].text) < 300


def test_titles_and_properties_have_an_end(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(f"---\ntitle: {'leikki ' * 9999}\nauthor: {'tekijä ' * 9999}\n---\n\nTeksti.\n")
    parsed = parse_file(path)
    assert len(parsed.title) <= LONGEST_TITLE
    assert len(parsed.properties["author"]) <= LONGEST_PROPERTY


def test_too_much_text_is_refused() -> None:
    sections = tuple(Section("Leikki", "Leikki alkoi pihalla. " * 50_000) for _ in range(10))
    with pytest.raises(ParseError, match="million characters"):
        bounded(ParsedDocument("Leikki", sections))


def test_what_is_within_bounds_stays_as_it_is() -> None:
    document = ParsedDocument("Leikki", ())
    assert bounded(document) == document


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one not in CONVERTED])
def test_mutants_are_read_or_refused(suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A few of what ``python -m tests.fuzz.parsers`` does at length."""
    path = tmp_path_factory.mktemp("mutants") / f"mutant{suffix}"

    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(mutants(suffix, most=2))
    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            assert unsound(parse_file(path)) is None
        except ParseError:
            return

    read()
