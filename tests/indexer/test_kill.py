"""A rebuild that is killed, wherever it is, leaves the old index serving; the next one is whole."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from indexer.query import Query, parse
from indexer.search import open_search
from indexer.settings import Settings

PROGRAM = [sys.executable, "-m", "search_app.cli"]
ROOT = Path(__file__).parents[2]
SECONDS = 60

MOMENTS = [
    "cache/parsed/*/*",
    "generations/*.building",
    "generations/*.building/columns/*",
    "generations/*/SHA256SUMS",
    "generations/*/manifest.json",
    "contents/*",
    "runs/*",
]
"""Kinds of files of the index folder; the appearance of a new one is the moment of the kill."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus of which an older state is indexed."""
    folder = tmp_path_factory.mktemp("program")
    (folder / "corpus").mkdir()
    write_documents(folder, "vanha")
    assert run(folder, "rebuild")["documents"] == 12
    write_documents(folder, "uusi")
    return folder


def write_documents(folder: Path, word: str) -> None:
    for number in range(12):
        text = f"# Asiakirja {number}\n\nTässä on {word} teksti Kajaanista.\n"
        (folder / "corpus" / f"d{number}.md").write_text(text, "utf-8")


def run(folder: Path, *words: str) -> dict[str, Any]:
    command = [*PROGRAM, "--settings", str(settings(folder)), *words, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    body: dict[str, Any] = json.loads(done.stdout)
    return body


def settings(folder: Path) -> Path:
    file = folder / "loistohaku.toml"
    file.write_text("parse_workers = 1\n")
    return file


def seen(index: Path, pattern: str) -> set[tuple[Path, int]]:
    """The files of this kind, each with when it was written."""
    found = set()
    for file in index.glob(pattern):
        with suppress(FileNotFoundError):
            found.add((file, file.stat().st_mtime_ns))
    return found


def total(folder: Path, word: str) -> int:
    service = open_search(Settings(corpus=folder / "corpus", index=folder / "index"))
    return service.search(Query(text=word, clause=parse(word)[0])).total


def kill_when(folder: Path, pattern: str) -> None:
    """Start a rebuild and kill it as soon as a new file of this kind is there."""
    index = folder / "index"
    before = seen(index, pattern)
    command = [*PROGRAM, "--settings", str(settings(folder)), "rebuild", "--full"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as child:
        end = time.monotonic() + SECONDS
        while child.poll() is None and not seen(index, pattern) - before:
            assert time.monotonic() < end, f"no {pattern} within {SECONDS} seconds"
            time.sleep(0.001)
        child.kill()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_rebuild_leaves_an_index_that_serves(program: Path, moment: str) -> None:
    kill_when(program, moment)
    assert sorted([total(program, "vanha"), total(program, "uusi")]) == [0, 12]


def test_after_any_kill_a_rebuild_is_whole_and_tidies_up(program: Path) -> None:
    kill_when(program, "generations/*.building")
    assert run(program, "rebuild")["documents"] == 12
    assert total(program, "uusi") == 12
    assert not list((program / "index" / "generations").glob("*.*"))
