"""Dates: the document's own, never a deadline, a law or a source; and the project's years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.dateforms import dates, year_ranges
from indexer.models import FoundDate, PartialDate, Section, Source, StaffMetadata

from .conftest import Catalogue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.11.2021", "2021-11-12"),
        ("2. 3. 2019", "2019-03-02"),
        ("2020-09-14", "2020-09-14"),
        ("13. toukokuuta 2020", "2020-05-13"),
        ("lokakuussa 2016", "2016-10"),
        ("Huhtikuu, 2007", "2007-04"),
        ("8/2014", "2014-08"),
        ("syksyllä 2013", "2013"),
        ("den 3 juni 2015", "2015-06-03"),
        ("14 February 2018", "2018-02-14"),
        ("Oct 10, 2020", "2020-10-10"),
        ("vuonna 2009", "2009"),
        ("32.1.2020", "2020"),
    ],
)
def test_written_dates_are_read(text: str, expected: str) -> None:
    assert [str(mention.value) for mention in dates(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2007- 2009", (2007, 2008, 2009)),
        ("lukuvuosi 2021–22", (2021, 2022)),
        ("1.2.2021 – 30.11.2023", (2021, 2022, 2023)),
        ("August 2019 to May 2021", (2019, 2020, 2021)),
        ("tammikuusta 2018 kesäkuuhun 2019", (2018, 2019)),
    ],
)
def test_ranges_of_years_are_read(text: str, expected: tuple[int, ...]) -> None:
    assert [span.years for span in year_ranges(text)] == [expected]
    assert list(dates(text)) == [] or "20" in text


@given(st.text(alphabet="0123456789.-–/ aknsuvot", max_size=60))
def test_any_figures_can_be_read(text: str) -> None:
    assert all(mention.end <= len(text) for mention in dates(text))
    assert all(span.first < span.last for span in year_ranges(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julkaistu 4.5.2018\nLapset rakensivat majan.", "2018-05-04"),
        ("3.9.2019 klo 10.15\nTerveisiä metsästä.", "2019-09-03"),
        ("Hyväksytty lautakunnassa 11.6.2017.", "2017-06-11"),
        ("Opinnäytetyö, syksy 2013, 44 sivua", "2013"),
        ("Kunnan kehittämisraportteja 3/2012", "2012-03"),
        ("Päivitetty 8.1.2024", "2024-01-08"),
        ("torstai 14. maaliskuuta 2019\nViikon uutisia.", "2019-03-14"),
        ("Uppdaterad 11.5.2023 19:59", "2023-05-11"),
    ],
)
def test_a_date_counts_where_its_place_says_what_it_is(
    catalogue: Catalogue, text: str, expected: str
) -> None:
    record = catalogue(text)
    assert str(record.date) == expected
    assert record.years == (int(expected[:4]),)


@pytest.mark.parametrize(
    "text",
    [
        "Ilmoittaudu 26.11.2021 mennessä.",
        "Laki tuli voimaan 1.8.2022 koko maassa.",
        "Asiasta on kirjoitettu paljon (Virtanen, 2017).",
        "Ohje löytyy verkosta (viitattu 16.8.2023).",
        "Vuoteen 2040 mennessä lapsia on vähemmän.",
        "Kyselyyn vastattiin keväällä 2017 verkossa.",
        "Kuvassa lapset puistossa 1.6.2021.",
        "Ryhmä perustettiin vuonna 1998 ja se laajeni 2005.",
        "Suunnitelma tuli valmiiksi 30.10.2019.",
    ],
)
def test_other_dates_do_not_date_the_document(catalogue: Catalogue, text: str) -> None:
    record = catalogue("Päiväkodissa leikitään paljon.\n" + text)
    assert record.date is None
    assert record.years == ()


def test_nothing_was_published_tomorrow(catalogue: Catalogue) -> None:
    assert catalogue("Julkaistu 24.12.2031").date is None


def test_a_sharing_site_s_upload_day_is_not_the_document_s(catalogue: Catalogue) -> None:
    record = catalogue("Kansikuva\nOct 10, 2020", layout="transcript")
    assert record.date is None


def test_metadata_of_the_page_come_before_its_text(catalogue: Catalogue) -> None:
    found = (FoundDate(PartialDate(2016, 2, 3), "json-ld"),)
    assert str(catalogue("Päivitetty 8.1.2024", dates=found).date) == "2016-02-03"


def test_a_file_s_own_date_only_confirms(catalogue: Catalogue) -> None:
    saved = (FoundDate(PartialDate(2014, 4, 24), "property"),)
    assert catalogue("Lapset retkeilivät.", dates=saved).date is None
    assert str(catalogue("Iltapäivä pidettiin 24.4.2014.", dates=saved).date) == "2014-04-24"


def test_the_address_tells_the_day_of_a_post(catalogue: Catalogue) -> None:
    record = catalogue("Mylly pyöri.", url="https://blogi.example/2020/09/25/mylly/")
    assert str(record.date) == "2020-09-25"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pihahanke 2007–2009", "Hanke alkoi.", (2007, 2008, 2009)),
        ("Piha", "Hanke toteutettiin vuosina 2021–2022 kahdessa kunnassa.", (2021, 2022)),
        ("Piha", "Kokeilu kesti 1.2.2021 – 30.11.2022.", (2021, 2022)),
        ("Skogen", "Projektet pågick från januari 2018 till juni 2019.", (2018, 2019)),
        ("Play", "The project ran from August 2019 to May 2021.", (2019, 2020, 2021)),
    ],
)
def test_a_project_counts_in_each_of_its_years(
    catalogue: Catalogue, title: str, text: str, expected: tuple[int, ...]
) -> None:
    record = catalogue(text, title=title)
    assert record.years == expected
    assert record.years_evidence is not None


@pytest.mark.parametrize(
    "title",
    [
        "Päiväkodin toimintasuunnitelma 2017–2018",
        "Kunnan strategia 2018–2022",
        "Liikennejärjestelmä 2026–2037",
    ],
)
def test_a_season_or_a_horizon_is_no_project(catalogue: Catalogue, title: str) -> None:
    assert catalogue("Päiväkodin arki.", title=title).years == ()


def test_staff_win(catalogue: Catalogue) -> None:
    staff = StaffMetadata(date=PartialDate(2012, 5))
    record = catalogue("Julkaistu 4.5.2018", staff=staff)
    assert (str(record.date), record.years) == ("2012-05", (2012,))
    assert record.dating is not None
    assert record.dating.source is Source.STAFF


def test_a_slide_s_line_dates_the_deck(catalogue: Catalogue) -> None:
    record = catalogue(Section("Uusi rytmi", "Ohjaajien tapaaminen 15.9.2010", 1), layout="slides")
    assert str(record.date) == "2010-09-15"
