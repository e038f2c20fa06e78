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
        ("2012/2013", (2012, 2013)),
        ("läsåret 2012/13", (2012, 2013)),
        ("08/2019 - 12/2020", (2019, 2020)),
        ("hösten 2020–våren 2022", (2020, 2021, 2022)),
        ("vuosina 2017 ja 2018", (2017, 2018)),
        ("alkoi syksyllä 2017 ja päättyi keväällä 2019", (2017, 2018, 2019)),
        ("verkko 2019 2021", (2019, 2020, 2021)),
    ],
)
def test_ranges_of_years_are_read(text: str, expected: tuple[int, ...]) -> None:
    assert [span.years for span in year_ranges(text)] == [expected]
    assert list(dates(text)) == [] or "20" in text


@pytest.mark.parametrize("text", ["laki 503/2005", "vuosina 2010 ja 2014", "2015 2016 2017"])
def test_what_is_no_span_of_years_is_no_range(text: str) -> None:
    assert year_ranges(text) == ()


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
        ("Kunnan kehittämisraportteja 3/2012", "2012"),
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


REST = "\nLapset leikkivät päiväkodissa ja aikuiset olivat mukana."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julkaistu: 4.5.2018 klo 9.12 | Viestintä", "2018-05-04"),
        ("Publicerad den 4 maj 2018", "2018-05-04"),
        ("Publicerad 12.5.2017 - 10:22 Uppdaterad 14.5.2018", "2017-05-12"),
        ("Posted on March 12, 2020", "2020-03-12"),
        ("to 12.3.2020 klo 14.30", "2020-03-12"),
        ("marraskuu 09, 2012", "2012-11-09"),
        ("Etusivu > Uutiset\n12.03.2020 08:00", "2020-03-12"),
        ("Teksti: viestintä, 3.9.2019", "2019-09-03"),
        ("Kirjoittanut viestintä 3.9.2019 | Kommentoi", "2019-09-03"),
        ("Sivistyslautakunta 12.3.2019 § 34", "2019-03-12"),
        ("Hyväksytty jaostossa 23.5.2017 § 43", "2017-05-23"),
        ("Godkänd i bildningsnämnden den 14 maj 2019 § 22", "2019-05-14"),
        ("Versio 1.2 (3.4.2019)", "2019-04-03"),
        ("Päivitetty 8/2019", "2019-08"),
        ("Päivitetty syksyllä 2019", "2019"),
        ("Opinnäytetyö\nKevät 2013", "2013"),
        ("Opinnäytetyö, sosionomi (AMK), kevät 2013", "2013"),
        ("Kandidaatintutkielma, 10.5.2016, yliopisto", "2016-05-10"),
        ("Yliopisto\nKevätlukukausi 2011\nPro gradu -tutkielma", "2011"),
        ("Bachelor's thesis\nSpring 2016", "2016"),
        ("Examensarbete, våren 2016", "2016"),
        ("Åbo Akademi, avhandling pro gradu, 2014", "2014"),
        ("Tampereen yliopisto 2009\nKasvatustieteiden laitos", "2009"),
        ("Laitos. Raportti 15/2012.", "2012"),
        ("Selvityksiä 2007:45", "2007"),
        ("Loppuraportti\nLokakuu 2015", "2015-10"),
        ("Pöytäkirja 3/2020", "2020"),
        ("Seminaari. 9.11.2012 Kuopio", "2012-11-09"),
    ],
)
def test_a_line_of_the_cover_dates_the_document(
    catalogue: Catalogue, text: str, expected: str
) -> None:
    assert str(catalogue(text + REST, title="Leikin arvo").date) == expected


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
        "© Kunta 2017",
        "Copyright 2012-2024 Kunta",
        "Versio 2.0.19",
        "Kuva: lapset pihalla 1.6.2021",
        "Kuvaaja: viestintä, 3.4.2015",
        "Bildtext: Daghemmet byggdes 2012",
        "Bild: barnen på gården 1.6.2021",
        "Varhaiskasvatuslaki (540/2018) määrää asiasta.",
        "Valtioneuvoston asetus 753/2018",
        "Lagen trädde i kraft 1.9.2018.",
        "HE 148/2021 vp",
        "Dnro 123/12.00.01/2019",
        "Suunnitelman perusteet 2018 ohjaa työtä.",
        "Perusteiden (2016) mukaan lapsi on aktiivinen.",
        "Teoksessa Leikin opas (toim.), Helsinki 2015.",
        "Raportissa 2016 todettiin samaa.",
        "Tämä raportti kuvaa päiväkotien tilannetta vuonna 2012.",
        "Opinnäytetyön kyselyyn vastattiin syksyllä 2012.",
        "Vuonna 2010 tehtiin laaja selvitys, jota on päivitetty 2014.",
        "Opas on julkaistu vuonna 2014 ja sitä käytetään yhä.",
        "Laitos julkaisi raportin 12.3.2019. Nyt kunta vastaa.",
        "Eduskunta hyväksyi lain 23.8.2018.",
        "Vasu hyväksyttiin lautakunnassa 14.6.2017, ja nyt sitä arvioidaan.",
        "Vuonna 2015 syntyneet aloittavat esiopetuksen syksyllä 2021.",
        "Johtaja (s. 1962) on ollut työssä vuodesta 1990.",
        "Perustettu 1985. Ryhmiä 4.",
        "Ovi oli auki 365 päivää ja askelia kertyi 2000 päivässä.",
        "Puh. 040 2019 2020, PL 2019",
        "Tilaisuus järjestetään 12.3.2025 klo 14-16 päiväkodissa.",
        "Syyskausi 9.8.–20.12.2021",
        "Suljettu 24.–26.12.2021",
        "Seuraava tapaaminen 12.5.2017",
        "Palauta kysely 12.5.2017",
        "Tilanne 31.12.2016",
        "Asiakasmaksut 1.8.2023 alkaen",
        "Svaren ska lämnas in senast den 12.5.2017",
        "Taulukko 1. Lapset 2015, 2016 ja 2017",
        "Lukuvuosi 2021-22",
        "Toimintakausi 2012/2013",
        "Kunnan strategia 2018–2025 ohjaa työtä.",
    ],
)
def test_other_dates_do_not_date_the_document(catalogue: Catalogue, text: str) -> None:
    record = catalogue("Päiväkodissa leikitään paljon.\n" + text)
    assert record.date is None
    assert record.years == ()


def test_nothing_was_published_tomorrow(catalogue: Catalogue) -> None:
    assert catalogue("Julkaistu 24.12.2031").date is None


def test_a_sharing_site_s_upload_day_is_not_the_document_s(catalogue: Catalogue) -> None:
    for line in ("Oct 10, 2020", "Uploaded on Jul 24, 2015"):
        assert catalogue(f"Kansikuva\n{line}", layout="transcript").date is None


def test_metadata_of_the_page_come_before_its_text(catalogue: Catalogue) -> None:
    found = (FoundDate(PartialDate(2016, 2, 3), "json-ld"),)
    assert str(catalogue("Päivitetty 8.1.2024", dates=found).date) == "2016-02-03"


def test_a_file_s_own_date_only_confirms(catalogue: Catalogue) -> None:
    saved = (FoundDate(PartialDate(2014, 4, 24), "property"),)
    assert catalogue("Lapset retkeilivät.", dates=saved).date is None
    assert str(catalogue("Iltapäivä pidettiin 24.4.2014.", dates=saved).date) == "2014-04-24"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://blogi.example/2020/09/25/mylly/", "2020-09-25"),
        ("https://kunta.example/uutinen/2021-11-16_mylly", "2021-11-16"),
        ("https://blogi.example/2019/05/mylly", "2019-05"),
        ("https://kunta.example/uutiset/2019/mylly", "2019"),
        ("https://kunta.example/wp-content/uploads/2019/05/mylly.pdf", "None"),
        ("https://kunta.example/vasu-2022/luku-4", "None"),
    ],
)
def test_the_address_tells_the_day_of_a_post(catalogue: Catalogue, url: str, expected: str) -> None:
    assert str(catalogue("Mylly pyöri.", url=url).date) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pihahanke 2007–2009", "Hanke alkoi.", (2007, 2008, 2009)),
        ("Piha", "Hanke toteutettiin vuosina 2021–2022 kahdessa kunnassa.", (2021, 2022)),
        ("Piha", "Kokeilu kesti 1.2.2021 – 30.11.2022.", (2021, 2022)),
        ("Skogen", "Projektet pågick från januari 2018 till juni 2019.", (2018, 2019)),
        ("Play", "The project ran from August 2019 to May 2021.", (2019, 2020, 2021)),
        ("Piha", "Kokeilu toteutettiin lukuvuonna 2012/2013.", (2012, 2013)),
        ("Pihakokeilu", "Lukuvuosi 2012–2013", (2012, 2013)),
        ("Piha", "Hanke alkoi syksyllä 2017 ja päättyi keväällä 2018.", (2017, 2018)),
        ("Gården", "Projektet pågår hösten 2020–våren 2021.", (2020, 2021)),
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
        "Palveluverkkoselvitys 2019 2029",
        "Toimintakausi 2017–2018",
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
