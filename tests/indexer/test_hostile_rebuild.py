"""A rebuild over a corpus of hostile files: each costs itself, and the others are found."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer.installation import Installation, open_installation
from indexer.query import Query, parse
from indexer.rebuild import rebuild
from indexer.run_report import Outcome, RunReport, last_report
from indexer.settings import Settings
from tests.indexer.parsers.hostile import HOSTILE, make_all

GOOD = {
    "blogit/metsä.md": "# Leikki metsässä\n\nKajaanissa leikittiin metsässä koko syksy.\n",
    "raportti.txt": "Loppuraportti vuodelta 2019\n\nOsallisuus kasvoi Kuopion päiväkodeissa.\n",
    f"{'ä' * 120}.txt": "Pitkä nimi\n\nKielitietoisuus karttui Vaasassa.\n",
    "sivu.html": "<html><body><article><h1>Vasutyö</h1><p>Vasua kirjoitettiin Turussa yhdessä "
    "huoltajien kanssa koko kevät.</p></article></body></html>",
}
HIDDEN = "salaisuussana"
VANISHING = "öö-katoava.txt"
UNFIT = {
    "putki.txt": "not a file that can be read",
    "pistoke.txt": "not a file that can be read",
    "rikki.txt": "not a file that can be read",
    "linkki.txt": "leads out of the corpus",
    "kansio": "is a link to a folder",
    "silmukka": "is a link to a folder",
    "rivi\\nvaihto.txt": "control character",
    "ohjaus\\x07.txt": "control character",
    "suunta\\u202efdp.txt": "control character",
    "tavut\\udcff\\udcfe.txt": "not UTF-8",
}


@dataclass(frozen=True)
class Night:
    """What one rebuild over all of it left."""

    site: Installation
    report: RunReport
    root: Path

    def told(self, path: str) -> str:
        """Why a file failed, or what it is warned of."""
        failed = [one.reason for one in self.report.failures if one.path == path]
        return " ".join([*failed, *self.report.warnings.get(path, ())])

    def found(self, words: str) -> set[str]:
        clause, _ = parse(words)
        return {hit.id for hit in self.site.engine.search(Query(text=words, clause=clause)).hits}


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    root = tmp_path_factory.mktemp("night")
    corpus = root / "corpus"
    (corpus / "blogit").mkdir(parents=True)
    for path, text in GOOD.items():
        (corpus / path).write_text(text, "utf-8")
    make_all(corpus, "http://127.0.0.1:9/")
    settings = Settings(corpus=corpus, index=root / "index", parse_seconds=20, parse_memory_mb=1024)
    (corpus / VANISHING).write_text("Katoaa\n\nLeikki katosi.")

    def vanish(phase: str, _done: int, _total: int) -> None:
        if phase == "Parsing":
            (corpus / VANISHING).unlink(missing_ok=True)

    with socket.socket(socket.AF_UNIX) as plug:
        make_unfit(corpus, root, plug)
        site = open_installation(settings)
        yield Night(site, rebuild(site, progress=vanish), root)


def make_unfit(corpus: Path, root: Path, plug: socket.socket) -> None:
    """What may lie in a folder and is no document."""
    outside = root / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{HIDDEN}\n\n{HIDDEN} ei kuulu kenellekään.")
    (corpus / "linkki.txt").symlink_to(outside / "secret.txt")
    (corpus / "kansio").symlink_to(outside)
    (corpus / "silmukka").symlink_to(corpus)
    (corpus / "rikki.txt").symlink_to(corpus / "puuttuu.txt")
    os.mkfifo(corpus / "putki.txt")
    here = Path.cwd()
    os.chdir(corpus)  # the address of a socket may be no longer than some hundred bytes
    try:
        plug.bind("pistoke.txt")
    finally:
        os.chdir(here)
    for name in (b"rivi\nvaihto.txt", b"ohjaus\x07.txt", "suunta\u202efdp.txt".encode()):
        Path(os.fsdecode(bytes(corpus) + b"/" + name)).write_text(HIDDEN)
    Path(os.fsdecode(bytes(corpus) + b"/tavut\xff\xfe.txt")).write_text(HIDDEN)


def test_the_rebuild_ends_right(night: Night) -> None:
    assert night.report.outcome is Outcome.PROMOTED
    assert not night.report.problems
    told = last_report(night.root / "index" / "runs")
    assert told is not None
    assert told["counts"]["failed"] == len(night.report.failures)


def test_the_good_documents_are_found(night: Night) -> None:
    assert night.found("metsässä") == {"blogit-metsa"}
    assert night.found("osallisuus") == {"raportti"}
    assert night.found("vasua") == {"sivu"}
    assert len(night.found("kielitietoisuus Vaasa")) == 1


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_a_hostile_file_costs_itself_and_says_why(one: object, night: Night) -> None:
    hostile = next(each for each in HOSTILE if each is one)
    failed = {failure.path: failure.reason for failure in night.report.failures}
    if hostile.reason:
        assert re.search(hostile.reason, failed.get(hostile.name, "was read"))
    elif hostile.name in failed:
        assert failed[hostile.name].count(" ") > 2
        assert "seconds to read" not in failed[hostile.name]


@pytest.mark.parametrize(("path", "reason"), UNFIT.items())
def test_what_is_no_document_is_passed_over(path: str, reason: str, night: Night) -> None:
    assert reason in night.told(path)


def test_nothing_outside_the_corpus_is_indexed(night: Night) -> None:
    assert night.found(HIDDEN) == set()


def test_a_file_that_vanishes_costs_itself(night: Night) -> None:
    assert "not there any more" in night.told(VANISHING)


def test_nothing_is_left_behind(night: Night) -> None:
    assert {path.name for path in night.root.iterdir()} == {"corpus", "index", "outside"}
    assert not list(night.root.rglob("ulos*.xml"))
