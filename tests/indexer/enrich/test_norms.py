"""A document from before a change of norms that touches its themes is marked with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.enrich.norms import load_norm_reader
from indexer.errors import VocabularyError
from indexer.models import PartialDate, StaffMetadata
from indexer.vocabulary import load_vocabularies
from tests.indexer.enrich.conftest import Catalogue

TUKI = "Lapsen tuki järjestetään ryhmässä ja tuen tarve kirjataan."


def staff(date: str | None, *themes: str) -> StaffMetadata:
    given = PartialDate(*map(int, date.split("-"))) if date else None
    return StaffMetadata(date=given, themes=themes)


@pytest.mark.parametrize(
    ("date", "themes", "expected"),
    [
        ("2015", ["vasu"], ["vasu-2016", "varhaiskasvatuslaki-2018", "vasu-2018", "vasu-2022"]),
        ("2017-07-31", ["pedagoginen-dokumentointi"], ["vasu-2016"]),
        ("2017-08-01", ["pedagoginen-dokumentointi"], []),
        ("2021", ["oppimisen-tuki"], ["lapsen-tuki-2022"]),
        ("2022-07", ["oppimisen-tuki"], ["lapsen-tuki-2022"]),
        ("2022", ["oppimisen-tuki"], []),
        ("2023", ["oppimisen-tuki"], []),
        ("2023", ["oppimisen-tuki", "esiopetus"], ["esiopetuksen-tuki-2025"]),
        ("2023", ["esiopetus"], []),
        ("2010", ["leikki"], []),
        (None, ["vasu"], []),
    ],
)
def test_the_changes_after_a_document_that_touch_its_themes(
    catalogue: Catalogue, date: str | None, themes: list[str], expected: list[str]
) -> None:
    record = catalogue("Lapset leikkivät.", staff=staff(date, *themes))
    assert list(record.norm_changes) == expected


def test_a_narrower_theme_counts_as_its_broader_one(catalogue: Catalogue) -> None:
    record = catalogue("Lapset leikkivät.", staff=staff("2016", "portfolio"))
    assert record.norm_changes == ("vasu-2016",)


def test_without_a_date_the_last_year_of_the_period_counts(catalogue: Catalogue) -> None:
    text = f"{TUKI} Hanke toteutettiin vuosina 2019–2021. {TUKI}"
    record = catalogue(text, staff=StaffMetadata(themes=("oppimisen-tuki",)))
    assert (record.date, record.years) == (None, (2019, 2020, 2021))
    assert record.norm_changes == ("lapsen-tuki-2022",)


@pytest.mark.parametrize(
    "text",
    [
        "Uudet säännökset tulevat voimaan 1.8.2022.",
        "Varhaiskasvatuslain muutos tulee voimaan elokuussa 2022.",
        "Bestämmelserna träder i kraft 1 augusti 2022.",
        "Laki (1183/2021) hyväksyttiin joulukuussa.",
        "Elokuussa voimaan tulevat säännökset muuttavat tuen portaita.",
        "Lagen ändras i augusti.",
        "Lähteet:\nVarhaiskasvatuslaki 540/2018, muutos 1183/2021.",
    ],
)
def test_a_document_about_the_coming_change_is_not_marked_with_it(
    catalogue: Catalogue, text: str
) -> None:
    record = catalogue(TUKI, text, staff=staff("2022-03", "oppimisen-tuki"))
    assert record.norm_changes == ()


def test_a_month_alone_tells_nothing_of_a_later_year(catalogue: Catalogue) -> None:
    text = "Ohje tulee voimaan elokuussa."
    record = catalogue(TUKI, text, staff=staff("2020-03", "oppimisen-tuki"))
    assert record.norm_changes == ("lapsen-tuki-2022",)


def test_the_same_day_without_norms_foresees_nothing(catalogue: Catalogue) -> None:
    text = "Hanke päättyy 1.8.2022."
    record = catalogue(TUKI, text, staff=staff("2021-03", "oppimisen-tuki"))
    assert record.norm_changes == ("lapsen-tuki-2022",)


def own(folder: Path, row: str) -> Path:
    head = "id;date;pref_fi;themes;not_kinds"
    (folder / "norm_changes.csv").write_text(f"{head}\n{row}\n", "utf-8")
    return folder


def test_staff_may_leave_kinds_out(tmp_path: Path) -> None:
    vocabularies = load_vocabularies(own(tmp_path, "laki;2030-01-01;Laki;vasu;Uutinen"))
    change = load_norm_reader(vocabularies).changes[0]
    assert (change.themes, change.not_kinds) == ((frozenset({"vasu"}),), frozenset({"news"}))


@pytest.mark.parametrize(
    "row",
    ["laki;2030-01-01;Laki;vassu;", "laki;2030-01-01;Laki;vasu;uutiset?", "laki;;Laki;vasu;"],
)
def test_a_table_that_names_what_is_not_known_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(VocabularyError, match="laki"):
        load_norm_reader(load_vocabularies(own(tmp_path, row)))
