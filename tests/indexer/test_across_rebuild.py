"""The corpus as a whole in a rebuild: sites' lines, twins, and that little is done twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from indexer.across import SITE_LINE
from indexer.enrich import Enricher
from indexer.errors import ParseError
from indexer.inspect import inspect_files
from indexer.installation import Installation, open_installation
from indexer.models import ParsedDocument, Record, SourceDocument
from indexer.parsers.sandbox import ParserPool
from indexer.parsing import ParsedFiles
from indexer.rebuild import rebuild
from indexer.settings import Settings

ABOUT = "Tämä sivusto kertoo verkoston kuntien yhteisestä kehittämistyöstä."
SUBJECTS = ("retki", "kylmyys", "laulu", "varjo", "siemen", "kivi")
NATIONAL = " ".join(
    f"Ryhmä {number} pohti, miten arki {number * 7} ja leikki {number * 11} sopivat yhteen."
    for number in range(30)
)


@pytest.fixture
def site(tmp_path: Path) -> Installation:
    (tmp_path / "corpus").mkdir()
    return open_installation(
        Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", parse_workers=1)
    )


def put(site: Installation, name: str, text: str, sidecar: str = "") -> Path:
    file = site.settings.corpus / name
    file.write_text(text, "utf-8")
    if sidecar:
        file.with_name(f"{name}.toml").write_text(sidecar, "utf-8")
    return file


def put_pages(site: Installation, host: str, about: str = ABOUT) -> list[Path]:
    url = f'url = "https://{host}/sivu"'
    return [
        put(site, f"{host[:3]}-{one}.md", f"# {one}\n\nTässä {one} on aiheena.\n\n{about}\n", url)
        for one in SUBJECTS
    ]


def record(site: Installation, identifier: str) -> Record:
    found = site.engine.document(identifier)
    assert found is not None
    return found


@pytest.fixture
def enriched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that are enriched, as it happens."""
    told: list[str] = []
    real = Enricher.enrich

    def listening(self: Enricher, source: SourceDocument, parsed: ParsedDocument) -> Record:
        told.append(source.id)
        return real(self, source, parsed)

    monkeypatch.setattr(Enricher, "enrich", listening)
    return told


def test_lines_that_repeat_over_a_site_are_cut_and_told(site: Installation) -> None:
    put_pages(site, "blogi.fi")
    put(site, "muu.md", f"# Muu\n\nMuualta tullut teksti.\n\n{ABOUT}\n")
    report = rebuild(site)
    cut = record(site, "blo-kivi")
    assert ABOUT not in "".join(section.text for section in cut.sections)
    assert [part.text for part in cut.removed if part.reason == SITE_LINE] == [ABOUT]
    assert ABOUT in record(site, "muu").sections[-1].text
    (told,) = report.site_lines["listed"]
    assert (told["site"], told["documents"]) == ("blogi.fi", 6)
    assert told["lines"] == [{"text": ABOUT, "documents": 6}]


def test_a_changed_site_re_enriches_only_its_own_documents(
    site: Installation, enriched: list[str]
) -> None:
    put_pages(site, "eka.fi")
    put_pages(site, "toka.fi")
    rebuild(site)
    enriched.clear()
    for one in SUBJECTS[:4]:
        put(site, f"tok-{one}.md", f"# {one}\n\nUusi sivu {one} ilman alatunnistetta.\n")
    report = rebuild(site)
    assert report.parsed == 4
    assert set(enriched) == {f"tok-{one}" for one in SUBJECTS}


def test_inspect_cuts_only_in_the_corpus_with_a_live_generation(
    site: Installation, tmp_path: Path
) -> None:
    inside = put_pages(site, "blogi.fi")[0]
    outside = tmp_path / inside.name
    outside.write_bytes(inside.read_bytes())
    sidecar = inside.with_name(f"{inside.name}.toml")
    outside.with_name(sidecar.name).write_bytes(sidecar.read_bytes())

    def removed(file: Path) -> list[str]:
        (one,) = inspect_files([file], site.settings, site.vocabularies, date(2026, 11, 1))
        return [part.text for part in one.record.removed]

    assert removed(inside) == []
    rebuild(site)
    assert removed(inside) == [ABOUT]
    assert removed(outside) == []


def test_twins_are_in_the_records_and_in_the_report(site: Installation) -> None:
    for town in ("Kuopio", "Lahti"):
        put(site, f"{town}.md", f"# {town}\n\n{town} ja lapset. {NATIONAL}\n")
    put(site, "kopio.md", f"# Kuopio\n\nKuopio ja lapset. {NATIONAL}\n")
    put(site, "muu.md", "# Muu\n\nAivan toinen teksti lumesta ja jäästä.\n")
    report = rebuild(site)
    assert [(one.id, one.similarity) for one in record(site, "kuopio").twins] == [
        ("kopio", 1.0),
        ("lahti", 0.99),
    ]
    assert record(site, "muu").twins == ()
    assert report.twins == {
        "groups": 1,
        "documents": 3,
        "listed": [
            {"same_text": False, "documents": 3, "paths": ["kopio.md", "Kuopio.md", "Lahti.md"]}
        ],
    }


def test_a_withdrawn_document_is_nobody_s_twin(site: Installation) -> None:
    for name in "abc":
        put(site, f"{name}.md", f"# Teksti\n\n{NATIONAL}\n")
    rebuild(site)
    assert [twin.id for twin in record(site, "a").twins] == ["b", "c"]
    site.store.withdraw("b", None, datetime.now(UTC))
    report = rebuild(site)
    assert report.parsed == 0
    assert [twin.id for twin in record(site, "a").twins] == ["c"]
    site.store.restore("b")
    rebuild(site)
    assert [twin.id for twin in record(site, "b").twins] == ["a", "c"]


def test_one_changed_file_of_many_is_all_that_is_parsed_and_enriched(
    site: Installation, enriched: list[str]
) -> None:
    for number in range(200):
        put(site, f"{number}.txt", f"Teksti numero {number} kertoo retkestä {number * 7}.\n")
    assert rebuild(site).parsed == 200
    enriched.clear()
    put(site, "77.txt", "Tämä teksti on nyt toinen ja kertoo jäästä.\n")
    report = rebuild(site)
    assert (report.parsed, report.changed, report.unchanged) == (1, 1, 199)
    assert enriched == ["77"]


def test_a_quiet_night_decodes_nothing_that_was_parsed(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_pages(site, "blogi.fi")
    rebuild(site)
    monkeypatch.setattr(ParsedFiles, "get", lambda *_: pytest.fail("something was decoded"))
    assert rebuild(site).unchanged == 6


def test_the_same_index_comes_of_caches_and_of_nothing(site: Installation, tmp_path: Path) -> None:
    put_pages(site, "blogi.fi")
    rebuild(site)
    put(site, "blo-uusi.md", f"# Uusi\n\nMyöhempi sivu.\n\n{ABOUT}\n", 'url = "https://blogi.fi"')
    rebuild(site)
    other = open_installation(replace(site.settings, index=tmp_path / "other"))
    rebuild(other)
    assert list(site.engine.records()) == list(other.engine.records())


def change_before_parsing(monkeypatch: pytest.MonkeyPatch, file: Path, texts: list[str]) -> None:
    """Have a file overwritten each time before it is parsed, as long as there are texts."""
    real = ParserPool.parse

    def parse(pool: ParserPool, files: Iterable[tuple[Any, Path]]) -> Iterator[Any]:
        waiting = list(files)
        if texts and any(path == file for _, path in waiting):
            file.write_text(texts.pop(0), "utf-8")
        return real(pool, waiting)

    monkeypatch.setattr(ParserPool, "parse", parse)


def test_a_file_that_changes_after_its_checksum_is_kept_as_what_it_became(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(site, "a.txt", "Vanha\n\nTämä teksti kertoo metsästä.\n")
    old = file.read_text("utf-8")
    change_before_parsing(monkeypatch, file, ["Uusi\n\nTämä teksti kertoo merestä.\n"])
    assert rebuild(site).documents == 1
    assert "merestä" in record(site, "a").sections[0].text
    report = rebuild(site)
    assert (report.parsed, report.unchanged) == (0, 1)
    file.write_text(old, "utf-8")
    assert rebuild(site).changed == 1
    assert "metsästä" in record(site, "a").sections[0].text


def test_a_file_that_goes_on_changing_is_told_and_nothing_of_it_kept(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, "muu.txt", "Toinen teksti kertoo järvestä.\n")
    file = put(site, "a.txt", "Vanha\n\nTämä teksti kertoo metsästä.\n")
    change_before_parsing(
        monkeypatch, file, ["Uusi\n\nTeksti on uusi.\n", "Uusin\n\nTeksti on vielä uudempi.\n"]
    )
    report = rebuild(site)
    assert [(one.path, "changes while" in one.reason) for one in report.failures] == [
        ("a.txt", True)
    ]
    assert rebuild(site).added == 1
    assert "uudempi" in record(site, "a").sections[0].text


@pytest.mark.parametrize("damaged", ["*", "[pr]*"], ids=["all that is kept", "all but sketches"])
def test_a_document_that_can_no_longer_be_read_fails_once(
    site: Installation, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    for one in SUBJECTS:
        put(site, f"{one}.md", f"# {one}\n\n{one.title()} on alku. {NATIONAL}\n")
    rebuild(site)
    for file in (site.settings.index / "cache").glob(f"{damaged}/*/*"):
        file.write_bytes(b"damaged")

    def parse(_: ParserPool, files: Iterable[tuple[Any, Path]]) -> Iterator[Any]:
        yield from ((key, ParseError("is too much")) for key, _ in files)

    monkeypatch.setattr(ParserPool, "parse", parse)
    report = rebuild(site, allow_loss=True)
    assert len(report.failures) == len(SUBJECTS)
    assert report.documents == 0
