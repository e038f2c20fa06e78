"""The corpus folder: what counts as a document, lasting ids, atomic changes."""

from __future__ import annotations

import json
import os
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indexer.corpus_store import CorpusStore
from indexer.errors import CorpusError
from indexer.models import PartialDate, StaffMetadata, Status
from indexer.vocabulary import load_vocabularies

VOCABULARIES = load_vocabularies()
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def put(folder: Path, path: str, text: str = "sisältö") -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def store(corpus: Path) -> CorpusStore:
    return CorpusStore(corpus, VOCABULARIES)


def ids(corpus: Path) -> dict[str, str]:
    return {one.path: one.id for one in store(corpus).scan().documents}


def test_lists_documents_and_nothing_else(corpus: Path) -> None:
    for path in (
        *("README.md", ".hidden.txt", ".kansio/a.txt", "~$a.docx", "Thumbs.db", "a.txt.toml"),
        *("a.txt", "kansio/README.md", "kansio/B C.pdf"),
    ):
        put(corpus, path, "")
    listing = store(corpus).scan()
    assert [one.path for one in listing.documents] == [
        "a.txt",
        "kansio/B C.pdf",
        "kansio/README.md",
    ]
    assert not listing.warnings
    assert not listing.failures


def test_a_document_has_checksum_and_what_staff_say(corpus: Path) -> None:
    put(corpus, "a.txt", "sisältö")
    put(corpus, "a.txt.toml", 'title = "Nimi"')
    (document,) = store(corpus).scan().documents
    assert document.staff.title == "Nimi"
    assert len(document.checksum) == 64
    assert document.file == corpus / "a.txt"


def test_names_in_decomposed_unicode_are_the_same_path(corpus: Path) -> None:
    name = unicodedata.normalize("NFD", "Äänekoski.txt")
    put(corpus, name)
    put(corpus, unicodedata.normalize("NFC", "Äänekoski.txt.toml"), 'title = "Nimi"')
    (document,) = store(corpus).scan().documents
    assert (document.path, document.staff.title) == ("Äänekoski.txt", "Nimi")


def test_two_names_that_fall_together_are_reported(corpus: Path) -> None:
    for form in ("NFC", "NFD"):
        put(corpus, unicodedata.normalize(form, "ä.txt"))
    listing = store(corpus).scan()
    assert len(listing.documents) == 1
    assert "same name" in listing.warnings["ä.txt"][0]


def test_links_out_of_the_corpus_are_reported_and_not_followed(
    corpus: Path, tmp_path: Path
) -> None:
    secret = put(tmp_path, "salaisuus.txt")
    (corpus / "ulos.txt").symlink_to(secret)
    (corpus / "kansio").symlink_to(tmp_path)
    (corpus / "katki.txt").symlink_to(corpus / "poissa.txt")
    listing = store(corpus).scan()
    assert not listing.documents
    assert set(listing.warnings) == {"ulos.txt", "kansio", "katki.txt"}


def test_odd_files_are_reported(corpus: Path) -> None:
    os.mkfifo(corpus / "putki.txt")
    (corpus / os.fsdecode(b"latin\xe4.txt")).write_text("")
    put(corpus, "yksin.pdf.toml", "")
    listing = store(corpus).scan()
    told = " ".join(warning for warnings in listing.warnings.values() for warning in warnings)
    assert not listing.documents
    assert all(word in told for word in ("device", "UTF-8", "without its document"))


def test_names_that_cannot_be_told_are_reported_on_one_line(corpus: Path) -> None:
    try:
        for path in (b"p\xe4iv\xe4/a.txt", b"\xe4.txt", b"rivi\nvaihto.txt", b"\x1b[2J.txt"):
            put(corpus, os.fsdecode(path))
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    listing = store(corpus).scan()
    assert not listing.documents
    assert set(listing.warnings) == {
        r"p\udce4iv\udce4/a.txt", r"\udce4.txt", r"rivi\nvaihto.txt", r"\x1b[2J.txt",
    }  # fmt: skip
    assert all("rename" in " ".join(told) for told in listing.warnings.values())


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> str:
    """A name that no file can be read by; rights would not hold the superuser back."""
    name = "b.txt"
    really_open = Path.open

    def refusing(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return really_open(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    return name


def test_an_unreadable_file_is_a_failure(corpus: Path, unreadable: str) -> None:
    put(corpus, "a.txt")
    (corpus / unreadable).touch()
    listing = store(corpus).scan()
    assert [one.path for one in listing.documents] == ["a.txt"]
    assert [failure.path for failure in listing.failures] == [unreadable]


def test_a_missing_corpus_says_what_to_do(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="--corpus"):
        store(corpus / "none").scan()
    with pytest.raises(CorpusError, match="--corpus"):
        store(corpus / "none").withdraw("a", None, NOW)


def test_an_empty_corpus_is_no_mistake(corpus: Path) -> None:
    assert store(corpus).scan().documents == ()


def test_edits_and_moves_keep_the_id(corpus: Path) -> None:
    put(corpus, "a.txt", "yksi")
    put(corpus, "b.txt", "kaksi")
    assert ids(corpus) == {"a.txt": "a", "b.txt": "b"}
    put(corpus, "a.txt", "muutettu")
    assert ids(corpus)["a.txt"] == "a"
    (corpus / "kansio").mkdir()
    (corpus / "a.txt").rename(corpus / "kansio" / "uusi.txt")
    assert ids(corpus) == {"kansio/uusi.txt": "a", "b.txt": "b"}


def test_ids_are_remembered_deterministically(corpus: Path) -> None:
    put(corpus, "b.txt", "1")
    put(corpus, "a.txt", "2")
    store(corpus).scan()
    first = (corpus / ".loistohaku" / "ids.json").read_bytes()
    (corpus / ".loistohaku" / "ids.json").unlink()
    store(corpus).scan()
    assert (corpus / ".loistohaku" / "ids.json").read_bytes() == first
    assert list(json.loads(first)) == ["a.txt", "b.txt"]


def test_the_second_of_two_equal_sidecar_ids_is_reported(corpus: Path) -> None:
    for name in ("a.txt", "b.txt"):
        put(corpus, name)
        put(corpus, f"{name}.toml", 'id = "sama"')
    listing = store(corpus).scan()
    assert [one.id for one in listing.documents] == ["b", "sama"]
    assert "claims the id sama" in listing.warnings["b.txt"][0]


def test_the_digest_follows_files_and_metadata_but_not_withdrawal(corpus: Path) -> None:
    put(corpus, "a.txt")
    first = store(corpus).scan().digest
    assert store(corpus).look().digest == first
    store(corpus).withdraw("a", "syy", NOW)
    assert store(corpus).look().digest == first
    put(corpus, "a.txt.toml", 'title = "Nimi"')
    second = store(corpus).look().digest
    put(corpus, "a.txt", "muutettu")
    assert len({first, second, store(corpus).look().digest}) == 3


def test_a_corpus_that_cannot_be_written_to_is_still_listed(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(corpus, "a.txt")

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("indexer.corpus_store.write_memory", refuse)
    listing = store(corpus).scan()
    assert [one.id for one in listing.documents] == ["a"]
    assert "Read-only" in listing.warnings[".loistohaku"][0]
    with pytest.raises(CorpusError, match="rights"):
        store(corpus).add(put(corpus.parent, "uusi.txt"), StaffMetadata())


def test_adding_copies_the_file_with_a_sidecar(corpus: Path, tmp_path: Path) -> None:
    file = put(tmp_path, "Metsä.txt", "metsässä")
    staff = StaffMetadata(title="Nimi", date=PartialDate(2020), regions=("kainuu",))
    assert store(corpus).add(file, staff) == "metsa"
    (document,) = store(corpus).scan().documents
    assert (document.id, document.staff.title, document.staff.date) == (
        "metsa", "Nimi", PartialDate(2020),
    )  # fmt: skip
    assert document.file.read_text("utf-8") == "metsässä"
    assert sorted(path.name for path in corpus.iterdir()) == [
        ".loistohaku", "Metsä.txt", "Metsä.txt.toml",
    ]  # fmt: skip


def test_adding_never_overwrites_silently(corpus: Path, tmp_path: Path) -> None:
    put(corpus, "a.txt", "vanha")
    put(corpus, "a.txt.toml", 'id = "tunnus"\nnote = "jää"\ntitle = "Vanha"')
    file = put(tmp_path, "a.txt", "uusi")
    with pytest.raises(CorpusError, match="--replace"):
        store(corpus).add(file, StaffMetadata())
    assert (corpus / "a.txt").read_text() == "vanha"
    assert store(corpus).add(file, StaffMetadata(title="Uusi"), replacing=True) == "tunnus"
    (document,) = store(corpus).scan().documents
    assert document.file.read_text() == "uusi"
    assert (document.staff.title, document.staff.note) == ("Uusi", "jää")


@pytest.mark.parametrize("name", [".piilo.txt", "~$a.docx", "a.txt.toml", "README.md", "a\nb.txt"])
def test_what_would_not_be_listed_is_not_added(corpus: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="Rename"):
        store(corpus).add(put(tmp_path, name), StaffMetadata())


def test_an_unreadable_file_is_not_added(corpus: Path, tmp_path: Path, unreadable: str) -> None:
    (tmp_path / unreadable).touch()
    with pytest.raises(CorpusError, match=r"b\.txt cannot be read"):
        store(corpus).add(tmp_path / unreadable, StaffMetadata())
    assert not list(corpus.glob("b.txt*"))


def test_a_copy_that_fails_leaves_no_sidecar(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("indexer.corpus_store.copy_atomically", full)
    with pytest.raises(CorpusError, match="No space left"):
        store(corpus).add(put(tmp_path, "c.txt"), StaffMetadata(title="Nimi"))
    assert not list(corpus.glob("c.txt*"))


def test_only_files_from_outside_are_added(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="already"):
        store(corpus).add(put(corpus, "a.txt"), StaffMetadata())
    with pytest.raises(CorpusError, match="no file"):
        store(corpus).add(corpus.parent / "none.txt", StaffMetadata())


def test_withdrawing_and_restoring_keep_what_the_sidecar_says(corpus: Path) -> None:
    put(corpus, "a.txt")
    put(corpus, "a.txt.toml", 'title = "Nimi"\nomituinen = 3')
    store(corpus).withdraw("a", "vanhentunut", NOW)
    (document,) = store(corpus).scan().documents
    assert document.status is Status.WITHDRAWN
    assert document.staff.withdrawn_at == "2026-11-01T12:00:00+00:00"
    assert document.staff.reason == "vanhentunut"
    assert store(corpus).withdrawn_ids() == {"a"}
    store(corpus).restore("a")
    (document,) = store(corpus).scan().documents
    assert (document.status, document.staff.title) == (Status.PUBLISHED, "Nimi")
    assert "omituinen = 3" in (corpus / "a.txt.toml").read_text()
    assert "reason" not in (corpus / "a.txt.toml").read_text()
    assert store(corpus).withdrawn_ids() == frozenset()


def test_an_unknown_id_says_how_to_find_ids(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="loistohaku search"):
        store(corpus).withdraw("none", None, NOW)


def test_a_sidecar_that_cannot_be_read_is_not_overwritten(corpus: Path) -> None:
    put(corpus, "a.txt")
    put(corpus, "a.txt.toml", "rikki =")
    with pytest.raises(CorpusError, match="Correct or delete"):
        store(corpus).withdraw("a", None, NOW)
    assert (corpus / "a.txt.toml").read_text() == "rikki ="


def test_a_withdrawn_document_stays_so_when_its_sidecar_breaks(corpus: Path) -> None:
    put(corpus, "a.txt")
    put(corpus, "a.txt.toml", "rikki =")
    assert store(corpus).withdrawn_ids(assumed={"a"}) == {"a"}
    assert store(corpus).withdrawn_ids() == frozenset()


def test_only_what_has_been_withdrawn_for_long_is_purged(corpus: Path) -> None:
    for name in ("vanha", "uusi", "julki"):
        put(corpus, f"{name}.txt", name)
    store(corpus).withdraw("vanha", None, NOW - timedelta(days=31))
    store(corpus).withdraw("uusi", None, NOW - timedelta(days=29))
    assert store(corpus).purge(NOW, 30) == ("vanha.txt",)
    assert sorted(ids(corpus)) == ["julki.txt", "uusi.txt"]
    assert not (corpus / "vanha.txt.toml").exists()
    assert store(corpus).withdrawn_ids() == {"vanha", "uusi"}
    assert store(corpus).purge(NOW, 30) == ()


def test_a_purged_id_is_never_given_to_another_document(corpus: Path) -> None:
    put(corpus, "a.txt", "yksi")
    store(corpus).withdraw("a", None, NOW - timedelta(days=31))
    store(corpus).scan()
    store(corpus).purge(NOW, 30)
    put(corpus, "a.pdf", "kaksi")
    assert ids(corpus) == {"a.pdf": "a-2"}
    put(corpus, "a.txt", "palasi")
    assert store(corpus).withdrawn_ids() == frozenset()


def test_a_withdrawal_without_a_moment_is_never_purged(corpus: Path) -> None:
    put(corpus, "a.txt")
    put(corpus, "a.txt.toml", 'status = "withdrawn"')
    assert store(corpus).purge(NOW, 0) == ()


def test_the_sample_corpus_is_sound_and_its_ids_are_remembered() -> None:
    sample = Path(__file__).parents[2] / "corpus"
    listing = store(sample).look()
    remembered = json.loads((sample / ".loistohaku" / "ids.json").read_bytes())
    assert {one.path: one.id for one in listing.documents} == {
        path: known["id"] for path, known in remembered.items()
    }
    assert not listing.warnings
