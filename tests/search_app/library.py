"""A small library of records in a real index, for the tests of the web."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from indexer import Settings, load_analyzer, load_vocabularies
from indexer.engines import Engine, open_engine
from indexer.models import (
    Assignment,
    Dating,
    Evidence,
    Funding,
    FundingKind,
    Named,
    PartialDate,
    Practice,
    PracticePart,
    Record,
    Removed,
    Section,
    SectionRole,
    Source,
)

PAGE_SIZE = 5
STATED = Practice(
    parts=(
        PracticePart("tavoitteet", "Leikki alkaa metsästä.", "Majat", 1),
        PracticePart("tulokset", "- oksia\n- köyttä", "Tulokset: majat", 1),
        PracticePart("tulokset", "Ketut leikkivät.", "Tulokset: luvut", 2),
    ),
    funding=(
        Funding(FundingKind.GRANT, Evidence("Avustus oli 12 500 €."), 12_500, "opetushallitus"),
        Funding(FundingKind.TOTAL, Evidence("Kokonaiskustannukset olivat 900 €."), 900),
    ),
)
"""What a record's practice may hold: several sections of one part, sums with and without funder."""
PRACTICE = (
    "Lapset suunnittelivat päiväkodissa aamun yhdessä. Osallisuus vahvistui, ja kokeilusta "
    "tuli pysyvä tapa. Huoltajat kertoivat kotona käydyistä keskusteluista."
)


def record(
    identifier: str,
    title: str,
    text: str = PRACTICE,
    *,
    sections: Sequence[Section] = (),
    language: str = "fi",
    kind: str = "blog",
    date: PartialDate | None = None,
    years: Sequence[int] = (),
    regions: Sequence[str] = (),
    municipalities: Sequence[str] = (),
    themes: Sequence[str] = (),
) -> Record:
    """A record of a text file in the corpus's root."""
    return Record(
        id=identifier,
        path=f"{identifier}.txt",
        media_type="text/plain",
        checksum="0" * 64,
        title=title,
        sections=tuple(sections) or (Section("", text),),
        language=Assignment(language, 1.0),
        kind=Assignment(kind, 1.0),
        dating=Dating(date, Evidence(f"Julkaistu {date}.")) if date else None,
        years=tuple(years) or ((date.year,) if date else ()),
        regions=tuple(Assignment(one, 0.9) for one in regions),
        municipalities=tuple(Assignment(one, 0.9) for one in municipalities),
        themes=tuple(Assignment(one, 0.9) for one in themes),
    )


def report() -> Record:
    """A report of 60 pages; page 37 has the only mention of a sauna."""
    sections = [
        Section(f"Luku {page}", f"Sivun {page} asia. " + "Verkosto kokoontui. " * 40, page)
        for page in range(1, 61)
    ]
    sections[36] = replace(sections[36], text="Saunailta kokosi huoltajat päiväkotiin.")
    return record(
        "polku-raportti",
        "Polkuverkoston loppuraportti",
        sections=sections,
        kind="report",
        date=PartialDate(2010, 8, 31),
        years=(2009, 2010),
        regions=("pohjois-karjala",),
        municipalities=("joensuu",),
        themes=("verkostoyhteistyo",),
    )


def slides() -> Record:
    """A deck with notes, a list, a table, remarks, and metadata from staff and from the text."""
    made = record(
        "majaleikit",
        "Majaleikit <metsässä>",
        sections=(
            Section("Majat", "Leikki alkoi metsästä.\n\n- oksia\n- köyttä", 1),
            Section("Luvut", "Ryhmä | Lapsia\nKetut | 12", 2),
            Section("", "Muista kysyä lapsilta.", 2, SectionRole.NOTES),
        ),
        kind="presentation",
        date=PartialDate(2019, 3),
        municipalities=("sotkamo",),
    )
    return replace(
        made,
        regions=(Assignment("kainuu", 1.0, source=Source.STAFF),),
        themes=(Assignment("leikki", 0.8, Evidence("Leikki alkoi metsästä.", 1)),),
        organisation=Named("sotkamo", "Sotkamon kunta", 0.8, Evidence("Sotkamon kunta", 1)),
        projects=(Named("oikeus-oppia", "Oikeus oppia", 0.9, Evidence("Oikeus oppia -hanke", 2)),),
        age_groups=(Assignment("3-5-vuotiaat", 0.5, Evidence("Neljävuotiaat rakensivat.", 1)),),
        activities=(Assignment("paivakoti", 0.5),),
        practice=STATED,
        url="https://example.org/majat",
        removed=(Removed("Yhdessä enemmän!", "repeated on every slide", 2),),
        warnings=("slide 3 is empty", "needs_ocr: pages 2, 4–6 without text; read it with OCR"),
    )


def guide() -> Record:
    """A guide without pages; its last section is advice."""
    made = record(
        "opas",
        "Osallisuuden opas",
        sections=(Section("", PRACTICE), Section("Vinkit", "Aloita yhdestä ryhmästä.")),
        date=PartialDate(2022, 1, 3),
        kind="guide",
        regions=("valtakunnallinen",),
        themes=("osallisuus",),
    )
    advice = PracticePart("opit", "Aloita yhdestä ryhmästä.", "Vinkit")
    return replace(made, practice=Practice((advice,)))


def records() -> list[Record]:
    """Fourteen documents in three languages, of some of which little is known."""
    kainuu = partial(record, regions=("kainuu",), themes=("osallisuus",))
    fillers = [
        record(
            f"ilmio-{year}",
            f"Ilmiö {year}",
            "Metsäretki ja satuhetki kuuluvat viikkoon.",
            date=PartialDate(year),
            regions=("uusimaa",),
            themes=("leikki",),
        )
        for year in (2005, 2011, 2013, 2015, 2016)
    ]
    return [
        kainuu(
            "kajaani-aamu",
            "Aamu lasten tapaan",
            date=PartialDate(2021, 11, 12),
            municipalities=("kajaani",),
        ),
        kainuu("kainuu-kokous", "Lasten kokous", date=PartialDate(2019, 5), kind="news"),
        record(
            "rovaniemi-aani",
            "Lapsen ääni kuuluu",
            date=PartialDate(2021),
            regions=("lappi",),
            municipalities=("rovaniemi",),
            themes=("osallisuus",),
        ),
        guide(),
        record(
            "vasa-delaktighet",
            "Barnens delaktighet",
            "Barnen planerade morgonen. Delaktighet och osallisuus betyder detsamma.",
            language="sv",
            date=PartialDate(2020, 2, 1),
            regions=("pohjanmaa",),
            municipalities=("vaasa",),
            themes=("osallisuus",),
        ),
        record("voice", "The child's voice", "Participation grew in the group.", language="en"),
        report(),
        slides(),
        record("muistio", "Muistio", "Sekalaisia asioita.", kind="other"),
        *fillers,
    ]


def build(settings: Settings, given: Iterable[Record]) -> Engine:
    """Index records and have them served."""
    engine = open_engine(settings)
    writer = engine.create(load_analyzer(), load_vocabularies())
    for one in given:
        writer.add(one)
    engine.promote(writer.finish("test").generation)
    return engine


def settings_for(folder: Path) -> Settings:
    """Settings for a corpus, which has the files of two records, and an index in a folder."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name in ("majaleikit.txt", "kajaani-aamu.txt"):
        (corpus / name).write_text("alkuperäinen", "utf-8")
    return Settings(corpus=corpus, index=folder / "index", page_size=PAGE_SIZE)
