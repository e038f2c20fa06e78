"""The rebuild: what changed is told, what is unsound or lost is not promoted, nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from indexer.errors import (
    CorpusError,
    NoIndexError,
    PromotionRefused,
    RebuildError,
    RebuildRunningError,
)
from indexer.installation import Installation, hide_withdrawn, is_current, open_installation
from indexer.parsing import ParsedFiles
from indexer.query import Query, parse
from indexer.rebuild import rebuild, roll_back
from indexer.run_report import RunReport, last_report
from indexer.settings import Settings
from indexer.status import check, status
from indexer.vocabulary import PACKAGED

TEXTS = {
    "blogit/leikki.md": "# Leikki metsässä\n\nKajaanissa leikittiin metsässä koko syksy.\n",
    "raportti.txt": "Loppuraportti vuodelta 2019\n\nOsallisuus kasvoi Kuopion päiväkodeissa.\n",
    "sivu.md": "# Vasutyö\n\nVasua kirjoitettiin Turussa yhdessä huoltajien kanssa.\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Installation:
    for path, text in TEXTS.items():
        put(tmp_path / "corpus", path, text)
    return open_installation(
        Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", parse_workers=1)
    )


def put(corpus: Path, path: str, text: str) -> Path:
    file = corpus / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def found(site: Installation, words: str) -> set[str]:
    clause, _ = parse(words)
    return {hit.id for hit in site.engine.search(Query(text=words, clause=clause)).hits}


def counts(report: RunReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.removed


def test_a_first_rebuild_indexes_everything(site: Installation) -> None:
    report = rebuild(site)
    assert counts(report) == (3, 0, 0, 0)
    assert (report.generation, report.documents, report.parsed) == ("000001", 3, 3)
    assert found(site, "metsässä") == {"blogit-leikki"}
    assert not report.failures


def test_only_what_changed_is_parsed(site: Installation) -> None:
    rebuild(site)
    put(site.settings.corpus, "raportti.txt", "Aivan muuta: kielitietoisuus Vaasassa.\n")
    put(site.settings.corpus, "uusi.md", "# Uusi\n\nLiikuntaa Lahdessa.\n")
    (site.settings.corpus / "sivu.md").unlink()
    report = rebuild(site, allow_loss=True)
    assert counts(report) == (1, 1, 1, 1)
    assert report.parsed == 2
    assert found(site, "vasua") == set()
    assert found(site, "kielitietoisuus") == {"raportti"}


def test_full_parses_everything_anew(site: Installation) -> None:
    rebuild(site)
    assert rebuild(site).parsed == 0
    assert rebuild(site, full=True).parsed == 3


def test_a_sidecar_re_enriches_and_does_not_re_parse(site: Installation) -> None:
    rebuild(site)
    put(site.settings.corpus, "raportti.txt.toml", 'regions = ["Lappi"]\ntitle = "Uusi nimi"')
    report = rebuild(site)
    assert (counts(report), report.parsed) == ((0, 1, 2, 0), 0)
    record = site.engine.document("raportti")
    assert record is not None
    assert (record.title, [one.concept for one in record.regions]) == ("Uusi nimi", ["lappi"])


def test_a_move_keeps_the_id(site: Installation) -> None:
    rebuild(site)
    (site.settings.corpus / "raportti.txt").rename(site.settings.corpus / "siirretty.txt")
    report = rebuild(site)
    assert counts(report) == (0, 1, 2, 0)
    record = site.engine.document("raportti")
    assert record is not None
    assert record.path == "siirretty.txt"


def test_a_changed_vocabulary_re_enriches_only(site: Installation, tmp_path: Path) -> None:
    rebuild(site)
    folder = tmp_path / "vocabularies"
    put(folder, "kinds.csv", f"{(PACKAGED / 'kinds.csv').read_text('utf-8')}runo,runo,,,,,,,,\n")
    other = open_installation(replace(site.settings, vocabularies=folder))
    assert not is_current(other)
    assert rebuild(other).parsed == 0
    assert is_current(other)


def test_damaged_cache_entries_are_made_again(site: Installation) -> None:
    rebuild(site)
    for file in (site.settings.index / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"rikki")
    report = rebuild(site)
    assert counts(report) == (0, 0, 3, 0)
    assert found(site, "metsässä") == {"blogit-leikki"}


def test_unused_cache_entries_go(site: Installation) -> None:
    rebuild(site)
    put(site.settings.corpus, "raportti.txt", "Toinen sisältö Kotkasta.\n")
    rebuild(site)
    kept = [one.parents[1].name for one in (site.settings.index / "cache").glob("*/*/*")]
    assert Counter(kept) == {"parsed": 3, "lines": 3, "records": 3, "sketches": 3}


def test_a_broken_file_costs_only_itself(site: Installation) -> None:
    put(site.settings.corpus, "rikki.pdf", "%PDF-1.7 ei mitään")
    put(site.settings.corpus, "tyhja.txt", "")
    put(site.settings.corpus, "outo.xyz", "?")
    report = rebuild(site)
    assert report.documents == 3
    assert sorted(one.path for one in report.failures) == ["outo.xyz", "rikki.pdf", "tyhja.txt"]
    assert all(one.reason for one in report.failures)
    current = site.engine.current()
    assert current is not None
    assert len(current.failures) == 3


def test_warnings_of_sidecars_are_in_the_report(site: Installation) -> None:
    put(site.settings.corpus, "raportti.txt.toml", 'regions = ["Narnia"]')
    report = rebuild(site)
    assert "Narnia" in report.warnings["raportti.txt"][0]
    assert report.documents == 3


def test_order_and_index_do_not_depend_on_the_parsers(site: Installation, tmp_path: Path) -> None:
    rebuild(site)
    two = open_installation(replace(site.settings, index=tmp_path / "other", parse_workers=2))
    rebuild(two)
    assert list(two.engine.records()) == list(site.engine.records())


def test_an_empty_corpus_gives_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    empty = open_installation(Settings(corpus=tmp_path / "corpus", index=tmp_path / "index"))
    assert rebuild(empty).documents == 0
    assert found(empty, "leikki") == set()


def test_a_missing_corpus_changes_nothing(site: Installation, tmp_path: Path) -> None:
    rebuild(site)
    gone = open_installation(replace(site.settings, corpus=tmp_path / "none"))
    with pytest.raises(CorpusError, match="--corpus"):
        rebuild(gone)
    assert found(site, "metsässä") == {"blogit-leikki"}


def test_losing_too_much_is_refused_unless_allowed(site: Installation) -> None:
    rebuild(site)
    (site.settings.corpus / "sivu.md").unlink()
    with pytest.raises(PromotionRefused, match="--allow-loss"):
        rebuild(site)
    assert found(site, "vasua") == {"sivu"}
    report = last_report(site.settings.index / "runs")
    assert report is not None
    assert (report["outcome"], report["counts"]["removed"]) == ("refused", 1)
    assert rebuild(site, allow_loss=True).documents == 2


def test_an_empty_corpus_after_a_full_one_is_a_loss(site: Installation) -> None:
    rebuild(site)
    for file in [one for one in site.settings.corpus.rglob("*") if one.is_file()]:
        file.unlink()
    with pytest.raises(PromotionRefused):
        rebuild(site)


def test_a_small_loss_is_none(site: Installation) -> None:
    rebuild(site)
    (site.settings.corpus / "sivu.md").unlink()
    tolerant = open_installation(replace(site.settings, max_lost_share=0.4))
    assert rebuild(tolerant).documents == 2


def test_an_unsound_generation_is_not_promoted(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(site)
    monkeypatch.setattr(type(site.engine), "validate", lambda *_: ("Facet region is empty.",))
    with pytest.raises(PromotionRefused, match="Facet region is empty"):
        rebuild(site)
    current = site.engine.current()
    assert current is not None
    assert current.generation == "000001"
    assert [one.generation for one in site.engine.generations()] == ["000001"]
    monkeypatch.undo()
    assert rebuild(site).outcome == "promoted"
    assert roll_back(site)[1] == "000001"


def test_generations_are_kept_and_pruned(site: Installation) -> None:
    for _ in range(5):
        report = rebuild(site)
    assert [one.generation for one in site.engine.generations()] == [
        "000003",
        "000004",
        "000005",
    ]
    assert report.pruned == ("000002",)
    names = sorted(file.stem for file in (site.settings.index / "contents").iterdir())
    assert names == ["000003", "000004", "000005"]


def test_rolling_back_serves_the_generation_before(site: Installation) -> None:
    rebuild(site)
    put(site.settings.corpus, "uusi.md", "# Uusi\n\nLiikuntaa Lahdessa.\n")
    rebuild(site)
    assert roll_back(site) == ("000002", "000001")
    assert found(site, "liikuntaa") == set()
    rebuild(site)
    assert found(site, "liikuntaa") == {"uusi"}
    assert roll_back(site) == ("000003", "000001")


def test_rolling_back_needs_somewhere_to_go(site: Installation) -> None:
    with pytest.raises(NoIndexError):
        roll_back(site)
    rebuild(site)
    with pytest.raises(RebuildError, match="no generation before"):
        roll_back(site)


def test_withdrawn_documents_are_hidden_in_every_generation(site: Installation) -> None:
    rebuild(site)
    site.store.withdraw("raportti", None, datetime.now(UTC))
    hide_withdrawn(site.store, site.engine)
    assert found(site, "osallisuus") == set()
    rebuild(site)
    assert found(site, "osallisuus") == set()
    roll_back(site)
    assert found(site, "osallisuus") == set()
    site.store.restore("raportti")
    hide_withdrawn(site.store, site.engine)
    assert found(site, "osallisuus") == {"raportti"}


def test_a_withdrawal_written_by_hand_holds_from_the_next_rebuild(site: Installation) -> None:
    put(site.settings.corpus, "raportti.txt.toml", 'status = "withdrawn"')
    rebuild(site)
    assert found(site, "osallisuus") == set()
    assert site.engine.hidden() == {"raportti"}


def test_what_was_withdrawn_long_ago_is_purged_for_good(site: Installation) -> None:
    rebuild(site)
    site.store.withdraw("raportti", None, datetime.now(UTC) - timedelta(days=31))
    hide_withdrawn(site.store, site.engine)
    report = rebuild(site)
    assert report.purged == ("raportti.txt",)
    assert not (site.settings.corpus / "raportti.txt").exists()
    assert report.documents == 2
    roll_back(site)
    assert found(site, "osallisuus") == set()
    assert site.engine.document("raportti") is None


def test_two_rebuilds_at_once_are_refused(site: Installation) -> None:
    site.settings.index.mkdir()
    with (
        FileLock(site.settings.index / "rebuild.lock"),
        pytest.raises(RebuildRunningError, match="Wait"),
    ):
        rebuild(site)
    assert rebuild(site).documents == 3


def test_a_failure_is_reported_and_leaves_the_old_index(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(site)

    def full_disk(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ParsedFiles, "parse", full_disk)
    with pytest.raises(OSError, match="No space"):
        rebuild(site, full=True)
    report = last_report(site.settings.index / "runs")
    assert report is not None
    assert (report["outcome"], "No space" in report["problems"][0]) == ("failed", True)
    assert found(site, "metsässä") == {"blogit-leikki"}
    assert not list((site.settings.index / "generations").glob("*.building"))


def test_a_damaged_index_is_mended_by_a_rebuild(site: Installation) -> None:
    rebuild(site)
    (site.settings.index / "generations" / "000001" / "manifest.json").write_text("{")
    (site.settings.index / "hidden.json").write_text("{")
    assert not is_current(site)
    assert rebuild(site).documents == 3
    assert found(site, "metsässä") == {"blogit-leikki"}


def test_is_current_only_with_the_same_program(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_current(site)
    rebuild(site)
    put(site.settings.corpus, "uusi.md", "# Uusi\n")
    assert is_current(site)
    monkeypatch.setattr("indexer.pipeline.ENRICH_VERSION", -1)
    assert not is_current(site)


def test_is_current_follows_stop_words(site: Installation, tmp_path: Path) -> None:
    rebuild(site)
    put(tmp_path / "stopwords", "fi.txt", "ja\nkoko\n")
    other = open_installation(replace(site.settings, stopwords=tmp_path / "stopwords"))
    assert not is_current(other)


def test_the_report_has_every_key_and_old_ones_go(
    site: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.run_report.KEPT_REPORTS", 2)
    for _ in range(3):
        rebuild(site)
    files = list((site.settings.index / "runs").iterdir())
    assert len(files) == 2
    body = json.loads(files[0].read_text("utf-8"))
    assert set(body) == {
        *("started", "took_s", "outcome", "generation", "documents", "counts", "parsed"),
        *("failures", "warnings", "purged", "pruned", "problems", "site_lines", "twins"),
    }
    assert set(body["counts"]) == {"added", "changed", "unchanged", "removed", "failed"}


def test_status_tells_what_serves(site: Installation) -> None:
    before = status(site)
    assert (before["generation"], before["last_run"], before["searchable"]) == (None, None, False)
    rebuild(site)
    state = status(site)
    assert (state["generation"], state["documents"], state["corpus_changed"]) == (
        "000001", 3, False,
    )  # fmt: skip
    assert state["analyser"] == "snowball"
    put(site.settings.corpus, "uusi.md", "# Uusi\n")
    assert status(site)["corpus_changed"]


def test_status_without_a_corpus_says_so(site: Installation, tmp_path: Path) -> None:
    rebuild(site)
    gone = open_installation(replace(site.settings, corpus=tmp_path / "none"))
    state = status(gone)
    assert state["corpus_changed"] is None
    assert "no corpus folder" in state["corpus_problem"]


def test_check_finds_damage_and_odd_sidecars(site: Installation) -> None:
    put(site.settings.corpus, "raportti.txt.toml", "omituinen = 1")
    rebuild(site)
    damaged, notes = check(site)
    assert damaged == []
    assert ["omituinen" in note for note in notes] == [True]
    column = next((site.settings.index / "generations" / "000001").rglob("*.npy"))
    column.write_bytes(column.read_bytes()[:-1] + b"\x01")
    assert any(column.name in line for line in check(site)[0])


def test_progress_is_told_by_phase(site: Installation) -> None:
    told: list[tuple[str, int, int]] = []
    rebuild(site, progress=lambda *step: told.append(step))
    phases: Sequence[str] = [phase for phase, done, total in told if done == total]
    assert phases == ["Reading", "Parsing", "Comparing", "Enriching", "Indexing"]
