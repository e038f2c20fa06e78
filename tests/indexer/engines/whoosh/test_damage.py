"""Whatever happens to the files: an error that says what to do, and `check` names the file."""

from __future__ import annotations

import errno
import gc
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from indexer.engines.whoosh import dictionary
from indexer.engines.whoosh.engine import WhooshEngine
from indexer.engines.whoosh.generation import IndexFolder
from indexer.engines.whoosh.sealing import guarded, seal
from indexer.errors import EngineError, IndexMismatchError, LoistohakuError

from ..records import analyzer, build, engine_with, found, query, record, serve, vocabularies

DOCUMENTS = [
    record("yksi", "Leikki", "Leikki metsässä oli mukavaa.", years=[2020], themes=["leikki"]),
    record("kaksi", "Piha", "Piha muuttui yhdessä lasten kanssa.", regions=["kainuu"]),
]


def ask_everything(engine: WhooshEngine) -> None:
    """Every question that reads files."""
    for text in ("leikki", '"metsässä oli"', "piha*", "", "muutui"):
        engine.search(query(text))
    engine.document("yksi")
    list(engine.records())
    engine.complete("le", 3)
    engine.spell("leiki")
    engine.vocabularies()
    engine.current()
    engine.hidden()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index folder to copy and spoil."""
    folder = tmp_path_factory.mktemp("template")
    engine_with(folder, DOCUMENTS)
    return folder / "index"


def names(folder: Path) -> list[str]:
    """All files of the index."""
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def remove(path: Path) -> None:
    """Delete a file."""
    path.unlink()


def empty(path: Path) -> None:
    """Leave a file without content."""
    path.write_bytes(b"")


def halve(path: Path) -> None:
    """Cut a file short."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scramble(path: Path) -> None:
    """Fill a file with other bytes of the same number."""
    path.write_bytes(b"\x93" * path.stat().st_size)


# Whoosh leaves the files to the collector when it fails to open an index.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize("spoil", [remove, empty, halve, scramble])
def test_a_spoilt_file_is_an_engine_error_and_check_names_it(
    template: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    for name in names(template):
        folder = tmp_path / name.replace("/", "_")
        shutil.copytree(template, folder)
        hollow = not (folder / name).stat().st_size  # so that only its removal can be seen
        spoil(folder / name)
        engine = WhooshEngine(folder)
        said = said_by(engine)
        assert all("loistohaku" in one for one in said), name
        if name.startswith("generations/"):
            assert problems_of(engine) or (hollow and spoil is not remove), name
        shutil.rmtree(folder)
    gc.collect()  # here, where the warning is expected, not in a later test


def said_by(engine: WhooshEngine) -> list[str]:
    """What asking everything said, where it said anything."""
    try:
        ask_everything(engine)
    except LoistohakuError as error:
        return [str(error)]
    return []


def problems_of(engine: WhooshEngine) -> tuple[str, ...]:
    """What `check` says, an error of it included."""
    try:
        return engine.check()
    except EngineError as error:
        return (str(error),)


def test_check_and_validate_find_a_changed_byte(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    assert engine.check() == ()
    path = tmp_path / "index/generations/000001/columns/length_body.npy"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    for problems in (engine.check(), engine.validate("000001")):
        assert len(problems) == 1
        assert "length_body.npy" in problems[0]


def test_check_names_the_file_that_keeps_the_index_from_opening(tmp_path: Path) -> None:
    engine_with(tmp_path, DOCUMENTS)
    columns = tmp_path / "index/generations/000001/columns"
    (columns / "length_body.npy").write_bytes(b"")
    (columns / "by_id.npy").unlink()
    told = " ".join(WhooshEngine(tmp_path / "index").check())
    assert "length_body.npy is not as it was written" in told
    assert "by_id.npy cannot be read" in told


def test_a_full_disk_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="space on the disk") as told, guarded(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert "rebuild" not in str(told.value)


def test_validate_finds_documents_without_their_facet_values(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    manifest = tmp_path / "index/generations/000001/manifest.json"
    data = json.loads(manifest.read_bytes())
    data["details"]["documents_with"]["theme"] = 2
    manifest.write_text(json.dumps(data), "utf-8")
    assert engine.validate("000001") == ("Facet theme has 1 documents instead of 2.",)


def test_validate_finds_documents_that_whoosh_lost(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    serve(engine, DOCUMENTS[:1])
    generations = tmp_path / "index/generations"
    shutil.rmtree(generations / "000001/whoosh")
    shutil.copytree(generations / "000002/whoosh", generations / "000001/whoosh")
    problems = engine.validate("000001")
    assert "Whoosh holds 1 documents of 2" in " ".join(problems)


def test_check_and_validate_find_other_postings_in_whoosh(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    other = [record(one.id, one.title, "Aivan muuta.") for one in DOCUMENTS]
    serve(engine, other)
    folder = tmp_path / "index/generations/000002"
    shutil.rmtree(folder / "whoosh")
    shutil.copytree(tmp_path / "index/generations/000001/whoosh", folder / "whoosh")
    seal(folder)
    for problems in (engine.check(), engine.validate("000002")):
        assert "Whoosh has other postings of aivan in form" in " ".join(problems)


def test_validate_finds_documents_that_the_columns_lost(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    columns = tmp_path / "index/generations/000001/columns"
    np.save(columns / "lemma_document.npy", 0 * np.load(columns / "lemma_document.npy"))
    problems = " ".join(engine.validate("000001"))
    assert "lemma_document.npy is not as it was written" in problems
    assert "kaksi is not found by the words of its title" in problems


def test_an_index_of_another_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    first = engine.current()
    build(engine, DOCUMENTS)
    for name in ("000001", "000002"):
        path = tmp_path / f"index/generations/{name}/manifest.json"
        data = json.loads(path.read_bytes())
        path.write_text(json.dumps({**data, "compatibility": "older"}), "utf-8")
    fresh = WhooshEngine(tmp_path / "index")
    with pytest.raises(IndexMismatchError, match="loistohaku rebuild"):
        fresh.search(query("leikki"))
    with pytest.raises(IndexMismatchError, match="loistohaku rebuild"):
        fresh.promote("000002")
    current = fresh.current()
    assert current is not None
    assert first is not None
    assert current.generation == first.generation
    serve(fresh, DOCUMENTS)
    assert found(fresh, "leikki") == {"yksi"}


def test_a_folder_that_anyone_may_write_to_is_not_read(tmp_path: Path) -> None:
    engine_with(tmp_path, DOCUMENTS)
    (tmp_path / "index").chmod(0o777)
    for ask in (lambda e: e.search(query("leikki")), lambda e: build(e, DOCUMENTS)):
        with pytest.raises(EngineError, match="chmod o-w"):
            ask(WhooshEngine(tmp_path / "index"))


def test_a_pointer_to_a_generation_that_is_gone(tmp_path: Path) -> None:
    engine_with(tmp_path, DOCUMENTS)
    shutil.rmtree(tmp_path / "index/generations/000001")
    engine = WhooshEngine(tmp_path / "index")
    with pytest.raises(EngineError, match="no generation '000001'"):
        engine.search(query("leikki"))
    with pytest.raises(EngineError, match="no generation '000001'"):
        engine.current()


def test_the_index_folder_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("not a folder", "utf-8")
    engine = WhooshEngine(tmp_path / "index")
    for ask in (lambda: engine.search(query("x")), lambda: build(engine, []), engine.hidden):
        with pytest.raises(EngineError):
            ask()


@pytest.mark.parametrize("name", ["write_inverted", "write_postings", "write_mirror"])
def test_a_build_that_a_full_disk_stops_gives_its_space_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    engine = engine_with(tmp_path, DOCUMENTS)
    monkeypatch.setattr(dictionary, name, full)
    writer = engine.create(analyzer(), vocabularies())
    writer.add(DOCUMENTS[0])
    with pytest.raises(EngineError, match="No space left"):
        writer.finish("digest")
    writer.discard()
    assert [one.name for one in (tmp_path / "index/generations").iterdir()] == ["000001"]
    assert found(engine, "leikki") == {"yksi"}


def test_prune_sweeps_up_what_killed_builds_left(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    folder = IndexFolder(tmp_path / "index")
    left = folder.begin()
    (left / "half.bin").write_bytes(b"half")
    (folder.generations / "000001.pruned").mkdir()
    assert [one.generation for one in engine.generations()] == ["000001"]
    assert engine.prune(3) == ()
    assert [path.name for path in folder.generations.iterdir()] == ["000001"]
    assert found(engine, "leikki") == {"yksi"}


def test_a_build_first_sweeps_up_what_a_killed_one_left(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, DOCUMENTS)
    left = IndexFolder(tmp_path / "index").begin()
    (left / "half.bin").write_bytes(b"half")
    writer = engine.create(analyzer(), vocabularies())
    assert not (left / "half.bin").exists()
    assert writer.name > "000001"
    writer.discard()
