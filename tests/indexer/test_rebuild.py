"""The rebuild: what changed is told, what is unsound or lost is not promoted, nothing is lost."""

from __future__ import annotations

import json
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
from indexer.house import House, hide_withdrawn, is_current, open_house
from indexer.pipeline import Pipeline
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
def house(tmp_path: Path) -> House:
    for path, text in TEXTS.items():
        put(tmp_path / "corpus", path, text)
    return open_house(
        Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", parse_workers=1)
    )


def put(corpus: Path, path: str, text: str) -> Path:
    file = corpus / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def found(house: House, words: str) -> set[str]:
    clause, _ = parse(words)
    return {hit.id for hit in house.engine.search(Query(text=words, clause=clause)).hits}


def counts(report: RunReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.removed


def test_a_first_rebuild_indexes_everything(house: House) -> None:
    report = rebuild(house)
    assert counts(report) == (3, 0, 0, 0)
    assert (report.generation, report.documents, report.parsed) == ("000001", 3, 3)
    assert found(house, "metsässä") == {"blogit-leikki"}
    assert not report.failures


def test_only_what_changed_is_parsed(house: House) -> None:
    rebuild(house)
    put(house.settings.corpus, "raportti.txt", "Aivan muuta: kielitietoisuus Vaasassa.\n")
    put(house.settings.corpus, "uusi.md", "# Uusi\n\nLiikuntaa Lahdessa.\n")
    (house.settings.corpus / "sivu.md").unlink()
    report = rebuild(house, allow_loss=True)
    assert counts(report) == (1, 1, 1, 1)
    assert report.parsed == 2
    assert found(house, "vasua") == set()
    assert found(house, "kielitietoisuus") == {"raportti"}


def test_full_parses_everything_anew(house: House) -> None:
    rebuild(house)
    assert rebuild(house).parsed == 0
    assert rebuild(house, full=True).parsed == 3


def test_a_sidecar_re_enriches_and_does_not_re_parse(house: House) -> None:
    rebuild(house)
    put(house.settings.corpus, "raportti.txt.toml", 'regions = ["Lappi"]\ntitle = "Uusi nimi"')
    report = rebuild(house)
    assert (counts(report), report.parsed) == ((0, 1, 2, 0), 0)
    record = house.engine.document("raportti")
    assert record is not None
    assert (record.title, [one.concept for one in record.regions]) == ("Uusi nimi", ["lappi"])


def test_a_move_keeps_the_id(house: House) -> None:
    rebuild(house)
    (house.settings.corpus / "raportti.txt").rename(house.settings.corpus / "siirretty.txt")
    report = rebuild(house)
    assert counts(report) == (0, 1, 2, 0)
    record = house.engine.document("raportti")
    assert record is not None
    assert record.path == "siirretty.txt"


def test_a_changed_vocabulary_re_enriches_and_does_not_re_parse(
    house: House, tmp_path: Path
) -> None:
    rebuild(house)
    folder = tmp_path / "vocabularies"
    put(folder, "kinds.csv", f"{(PACKAGED / 'kinds.csv').read_text('utf-8')}runo,runo,,,,,,,,\n")
    other = open_house(replace(house.settings, vocabularies=folder))
    assert not is_current(other)
    assert rebuild(other).parsed == 0
    assert is_current(other)


def test_damaged_cache_entries_are_made_again(house: House) -> None:
    rebuild(house)
    for file in (house.settings.index / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"rikki")
    report = rebuild(house)
    assert counts(report) == (0, 0, 3, 0)
    assert found(house, "metsässä") == {"blogit-leikki"}


def test_unused_cache_entries_go(house: House) -> None:
    rebuild(house)
    put(house.settings.corpus, "raportti.txt", "Toinen sisältö Kotkasta.\n")
    rebuild(house)
    cache = house.settings.index / "cache"
    assert len([one for one in cache.rglob("*") if one.is_file()]) == 6


def test_a_broken_file_costs_only_itself(house: House) -> None:
    put(house.settings.corpus, "rikki.pdf", "%PDF-1.7 ei mitään")
    put(house.settings.corpus, "tyhja.txt", "")
    put(house.settings.corpus, "outo.xyz", "?")
    report = rebuild(house)
    assert report.documents == 3
    assert sorted(one.path for one in report.failures) == ["outo.xyz", "rikki.pdf", "tyhja.txt"]
    assert all(one.reason for one in report.failures)
    current = house.engine.current()
    assert current is not None
    assert len(current.failures) == 3


def test_warnings_of_sidecars_are_in_the_report(house: House) -> None:
    put(house.settings.corpus, "raportti.txt.toml", 'regions = ["Narnia"]')
    report = rebuild(house)
    assert "Narnia" in report.warnings["raportti.txt"][0]
    assert report.documents == 3


def test_the_order_and_the_index_do_not_depend_on_the_parsers(house: House, tmp_path: Path) -> None:
    rebuild(house)
    two = open_house(replace(house.settings, index=tmp_path / "other", parse_workers=2))
    rebuild(two)
    assert list(two.engine.records()) == list(house.engine.records())


def test_an_empty_corpus_gives_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    empty = open_house(Settings(corpus=tmp_path / "corpus", index=tmp_path / "index"))
    assert rebuild(empty).documents == 0
    assert found(empty, "leikki") == set()


def test_a_missing_corpus_is_an_error_and_changes_nothing(house: House, tmp_path: Path) -> None:
    rebuild(house)
    gone = open_house(replace(house.settings, corpus=tmp_path / "none"))
    with pytest.raises(CorpusError, match="--corpus"):
        rebuild(gone)
    assert found(house, "metsässä") == {"blogit-leikki"}


def test_losing_too_much_is_refused_unless_allowed(house: House) -> None:
    rebuild(house)
    (house.settings.corpus / "sivu.md").unlink()
    with pytest.raises(PromotionRefused, match="--allow-loss"):
        rebuild(house)
    assert found(house, "vasua") == {"sivu"}
    report = last_report(house.settings.index / "runs")
    assert report is not None
    assert (report["outcome"], report["counts"]["removed"]) == ("refused", 1)
    assert rebuild(house, allow_loss=True).documents == 2


def test_an_empty_corpus_after_a_full_one_is_a_loss(house: House) -> None:
    rebuild(house)
    for file in [one for one in house.settings.corpus.rglob("*") if one.is_file()]:
        file.unlink()
    with pytest.raises(PromotionRefused):
        rebuild(house)


def test_a_small_loss_is_none(house: House) -> None:
    rebuild(house)
    (house.settings.corpus / "sivu.md").unlink()
    tolerant = open_house(replace(house.settings, max_lost_share=0.4))
    assert rebuild(tolerant).documents == 2


def test_an_unsound_generation_is_not_promoted(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(house)
    monkeypatch.setattr(type(house.engine), "validate", lambda *_: ("Facet region is empty.",))
    with pytest.raises(PromotionRefused, match="Facet region is empty"):
        rebuild(house)
    current = house.engine.current()
    assert current is not None
    assert current.generation == "000001"
    assert [one.generation for one in house.engine.generations()] == ["000001"]
    monkeypatch.undo()
    assert rebuild(house).outcome == "promoted"
    assert roll_back(house)[1] == "000001"


def test_generations_are_kept_and_pruned(house: House) -> None:
    for _ in range(5):
        report = rebuild(house)
    assert [one.generation for one in house.engine.generations()] == ["000003", "000004", "000005"]
    assert report.pruned == ("000002",)
    names = sorted(file.stem for file in (house.settings.index / "contents").iterdir())
    assert names == ["000003", "000004", "000005"]


def test_rolling_back_serves_the_generation_before(house: House) -> None:
    rebuild(house)
    put(house.settings.corpus, "uusi.md", "# Uusi\n\nLiikuntaa Lahdessa.\n")
    rebuild(house)
    assert roll_back(house) == ("000002", "000001")
    assert found(house, "liikuntaa") == set()
    rebuild(house)
    assert found(house, "liikuntaa") == {"uusi"}
    assert roll_back(house) == ("000003", "000001")


def test_rolling_back_needs_somewhere_to_go(house: House) -> None:
    with pytest.raises(NoIndexError):
        roll_back(house)
    rebuild(house)
    with pytest.raises(RebuildError, match="no generation before"):
        roll_back(house)


def test_withdrawn_documents_are_hidden_in_every_generation(house: House) -> None:
    rebuild(house)
    house.store.withdraw("raportti", None, datetime.now(UTC))
    hide_withdrawn(house.store, house.engine)
    assert found(house, "osallisuus") == set()
    rebuild(house)
    assert found(house, "osallisuus") == set()
    roll_back(house)
    assert found(house, "osallisuus") == set()
    house.store.restore("raportti")
    hide_withdrawn(house.store, house.engine)
    assert found(house, "osallisuus") == {"raportti"}


def test_a_withdrawal_written_by_hand_holds_from_the_next_rebuild(house: House) -> None:
    put(house.settings.corpus, "raportti.txt.toml", 'status = "withdrawn"')
    rebuild(house)
    assert found(house, "osallisuus") == set()
    assert house.engine.hidden() == {"raportti"}


def test_what_was_withdrawn_long_ago_is_purged_for_good(house: House) -> None:
    rebuild(house)
    house.store.withdraw("raportti", None, datetime.now(UTC) - timedelta(days=31))
    hide_withdrawn(house.store, house.engine)
    report = rebuild(house)
    assert report.purged == ("raportti.txt",)
    assert not (house.settings.corpus / "raportti.txt").exists()
    assert report.documents == 2
    roll_back(house)
    assert found(house, "osallisuus") == set()
    assert house.engine.document("raportti") is None


def test_two_rebuilds_at_once_are_refused(house: House) -> None:
    house.settings.index.mkdir()
    with (
        FileLock(house.settings.index / "rebuild.lock"),
        pytest.raises(RebuildRunningError, match="Wait"),
    ):
        rebuild(house)
    assert rebuild(house).documents == 3


def test_a_failure_is_reported_and_leaves_the_old_index(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(house)

    def full_disk(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Pipeline, "parse", full_disk)
    with pytest.raises(OSError, match="No space"):
        rebuild(house, full=True)
    report = last_report(house.settings.index / "runs")
    assert report is not None
    assert (report["outcome"], "No space" in report["problems"][0]) == ("failed", True)
    assert found(house, "metsässä") == {"blogit-leikki"}
    assert not list((house.settings.index / "generations").glob("*.building"))


def test_a_damaged_index_is_mended_by_a_rebuild(house: House) -> None:
    rebuild(house)
    (house.settings.index / "generations" / "000001" / "manifest.json").write_text("{")
    (house.settings.index / "hidden.json").write_text("{")
    assert not is_current(house)
    assert rebuild(house).documents == 3
    assert found(house, "metsässä") == {"blogit-leikki"}


def test_is_current_only_with_the_same_program(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_current(house)
    rebuild(house)
    put(house.settings.corpus, "uusi.md", "# Uusi\n")
    assert is_current(house)
    monkeypatch.setattr("indexer.pipeline.ENRICH_VERSION", -1)
    assert not is_current(house)


def test_is_current_follows_stop_words(house: House, tmp_path: Path) -> None:
    rebuild(house)
    put(tmp_path / "stopwords", "fi.txt", "ja\nkoko\n")
    other = open_house(replace(house.settings, stopwords=tmp_path / "stopwords"))
    assert not is_current(other)


def test_the_report_has_every_key_and_old_ones_go(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.run_report.KEPT_REPORTS", 2)
    for _ in range(3):
        rebuild(house)
    files = list((house.settings.index / "runs").iterdir())
    assert len(files) == 2
    body = json.loads(files[0].read_text("utf-8"))
    assert set(body) == {
        *("started", "took_s", "outcome", "generation", "documents", "counts", "parsed"),
        *("failures", "warnings", "purged", "pruned", "problems"),
    }
    assert set(body["counts"]) == {"added", "changed", "unchanged", "removed", "failed"}


def test_status_tells_what_serves(house: House) -> None:
    before = status(house)
    assert (before["generation"], before["last_run"], before["searchable"]) == (None, None, False)
    rebuild(house)
    state = status(house)
    assert (state["generation"], state["documents"], state["corpus_changed"]) == (
        "000001", 3, False,
    )  # fmt: skip
    assert state["analyser"] == "snowball"
    put(house.settings.corpus, "uusi.md", "# Uusi\n")
    assert status(house)["corpus_changed"]


def test_status_without_a_corpus_says_so(house: House, tmp_path: Path) -> None:
    rebuild(house)
    gone = open_house(replace(house.settings, corpus=tmp_path / "none"))
    state = status(gone)
    assert state["corpus_changed"] is None
    assert "no corpus folder" in state["corpus_problem"]


def test_check_finds_damage_and_odd_sidecars(house: House) -> None:
    put(house.settings.corpus, "raportti.txt.toml", "omituinen = 1")
    rebuild(house)
    damaged, notes = check(house)
    assert damaged == []
    assert ["omituinen" in note for note in notes] == [True]
    column = next((house.settings.index / "generations" / "000001").rglob("*.npy"))
    column.write_bytes(column.read_bytes()[:-1] + b"\x01")
    assert any(column.name in line for line in check(house)[0])


def test_progress_is_told_by_phase(house: House) -> None:
    told: list[tuple[str, int, int]] = []
    rebuild(house, progress=lambda *step: told.append(step))
    phases: Sequence[str] = [phase for phase, done, total in told if done == total]
    assert phases == ["Reading", "Parsing", "Indexing"]
