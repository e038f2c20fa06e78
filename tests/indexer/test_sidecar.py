"""A sidecar is read strictly: what cannot be used is told, and costs that key only."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.models import PartialDate, StaffMetadata, Status
from indexer.sidecar import parse_date, read_sidecar, sidecar_of, values_of, write_values
from indexer.vocabulary import Vocabularies, load_vocabularies


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies()


def written(folder: Path, text: str) -> Path:
    file = folder / "a.html.toml"
    file.write_text(text, "utf-8")
    return file


def test_every_key_is_read(tmp_path: Path, vocabularies: Vocabularies) -> None:
    file = written(
        tmp_path,
        """
        id = "metsa"
        title = "Metsä"
        url = "https://example.org/metsa"
        date = 2021-11-12
        kind = "raportti"
        language = "suomi"
        regions = ["Kainuu"]
        municipalities = ["Kajaani", "kuhmo"]
        themes = ["Oppimisen tuki"]
        status = "withdrawn"
        withdrawn_at = 2026-01-02T03:04:05Z
        reason = "vanhentunut"
        note = "kysy kunnasta"
        rights = "© kunta"
        link_only = true
        """,
    )
    sidecar = read_sidecar(file, vocabularies)
    assert sidecar.warnings == ()
    assert sidecar.staff == StaffMetadata(
        id="metsa",
        title="Metsä",
        url="https://example.org/metsa",
        date=PartialDate(2021, 11, 12),
        kind="report",
        language="fi",
        regions=("kainuu",),
        municipalities=("kajaani", "kuhmo"),
        themes=("oppimisen-tuki",),
        status=Status.WITHDRAWN,
        withdrawn_at="2026-01-02T03:04:05+00:00",
        reason="vanhentunut",
        note="kysy kunnasta",
        rights="© kunta",
        link_only=True,
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('tags = ["a"]', "unknown key 'tags'"),
        (r'title = "a\u001b[2J"', "control character"),
        ("title = 3", "quotation marks"),
        ('regions = ["Narnia"]', "'Narnia' is not known"),
        ('regions = "Kainuu"', "write a list"),
        ('regions = ["Kajaani"]', "belongs under municipalities"),
        ('municipalities = ["Kainuu"]', "belongs under regions"),
        ('themes = ["x"]', "vocabulary"),
        ('kind = "romaani"', "'romaani' is not known"),
        ('kind = "unknown"', "not known"),
        ('date = "eilen"', "2021-11-12"),
        ('date = "2021-02-30"', "calendar"),
        ("date = true", "quotation marks"),
        ('id = "Ääni"', "not an id"),
        ('url = "javascript:alert(1)"', "https://"),
        ('withdrawn_at = "eilen"', "not a moment"),
        ("rights = 2020", "quotation marks"),
    ],
)
def test_what_cannot_be_used_is_told_with_file_and_key(
    tmp_path: Path, vocabularies: Vocabularies, line: str, told: str
) -> None:
    sidecar = read_sidecar(written(tmp_path, f'{line}\nnote = "jää"'), vocabularies)
    assert sidecar.staff == StaffMetadata(note="jää")
    assert len(sidecar.warnings) == 1
    assert told in sidecar.warnings[0]
    assert sidecar.warnings[0].startswith("a.html.toml: ")
    assert line.split(" =")[0] in sidecar.warnings[0]


def test_an_unclear_status_keeps_the_document_out(
    tmp_path: Path, vocabularies: Vocabularies
) -> None:
    sidecar = read_sidecar(written(tmp_path, 'status = "poistettu"'), vocabularies)
    assert sidecar.staff.status is Status.WITHDRAWN
    assert any("kept out of search" in warning for warning in sidecar.warnings)


def test_an_unclear_link_only_keeps_the_original_unserved(
    tmp_path: Path, vocabularies: Vocabularies
) -> None:
    sidecar = read_sidecar(written(tmp_path, 'link_only = "kyllä"'), vocabularies)
    assert sidecar.staff.link_only
    assert "true or false" in sidecar.warnings[0]
    assert "not served" in sidecar.warnings[1]


@pytest.mark.parametrize("data", [b"title = ", b"title = '\xff'", b"a = 1\na = 2"])
def test_a_broken_file_is_told_and_not_readable(
    tmp_path: Path, vocabularies: Vocabularies, data: bytes
) -> None:
    file = tmp_path / "a.html.toml"
    file.write_bytes(data)
    sidecar = read_sidecar(file, vocabularies)
    assert not sidecar.readable
    assert sidecar.staff == StaffMetadata(link_only=True), "nobody knows whether it was said"
    assert "Correct or delete it" in sidecar.warnings[0]
    assert "not served" in sidecar.warnings[0]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path, vocabularies: Vocabularies) -> None:
    file = written(tmp_path, '\ufefftitle = "Metsä"')
    assert read_sidecar(file, vocabularies).staff.title == "Metsä"


def test_a_title_is_one_line(tmp_path: Path, vocabularies: Vocabularies) -> None:
    file = written(tmp_path, r'title = " Metsa\u0308n\n\tväki "')
    assert read_sidecar(file, vocabularies).staff.title == "Metsän väki"


def test_what_is_written_is_read_back(tmp_path: Path, vocabularies: Vocabularies) -> None:
    staff = StaffMetadata(
        id="a",
        title='Lainaus "näin"',
        note="rivi\nja",
        date=PartialDate(2020, 5),
        regions=("kainuu",),
        rights="© kunta",
        link_only=True,
    )
    file = sidecar_of(tmp_path / "a.html")
    write_values(file, values_of(staff))
    assert read_sidecar(file, vocabularies).staff == staff


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", "2021"),
        ("2021-3", "2021-03"),
        ("2021-11-12", "2021-11-12"),
        ("11.2021", "2021-11"),
        (" 1.6.2021 ", "2021-06-01"),
    ],
)
def test_dates_as_staff_write_them(text: str, date: str) -> None:
    assert str(parse_date(text)) == date


@pytest.mark.parametrize("text", ["", "21", "31.2.2021", "2021-13", "0001", "9999-01-01", "x"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|year"):
        parse_date(text)
