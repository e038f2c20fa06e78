"""Documents of which some have the same text, for the tests of what pages say of that.

Beside them one whose original is only linked to, one that may not be given out at all, and one
from before two changes of norms, with printed page numbers and a section in another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.models import PartialDate, Record, Section, Twin
from tests.search_app.library import record

TEXT = "Kaikille kunnille yhteinen ohje leikkiympäristöistä. Ohje kuuluu jokaiselle ryhmälle."
TOWNS = ("kuhmo", "oulu", "joensuu", "vaasa", "sotkamo", "kajaani")


def family() -> list[Record]:
    """Ten documents, six of them with nearly the same text."""
    return [*_guides(), _plan(), *_linked(), _long()]


def _guides() -> Iterable[Record]:
    """The same guide in six municipalities, a little other in Oulu."""
    for town in TOWNS:
        made = record(
            f"ohje-{town}", "Leikin ohje", TEXT, municipalities=(town,), date=PartialDate(2020)
        )
        twins = (
            Twin(f"ohje-{other}", 0.9 if "oulu" in (town, other) else 1.0)
            for other in TOWNS
            if other != town
        )
        yield replace(made, twins=tuple(twins))


def _plan() -> Record:
    """A plan with printed page numbers, a summary in Swedish, a twin, and old norms."""
    made = record(
        "vasu-2015",
        "Kunnan suunnitelma",
        sections=(
            Section("Alku", "Suunnitelma laadittiin yhdessä.", 1, page_label="iii"),
            Section("Sammandrag", "Planen gjordes tillsammans.", 2, page_label="1", language="sv"),
            Section("Loppu", "Suunnitelma arvioidaan vuosittain.", 3),
        ),
        date=PartialDate(2015),
        kind="plan",
    )
    return replace(
        made, norm_changes=("vasu-2016", "vasu-2018", "vasu-2022"), rights="CC BY 4.0", twins=()
    )


def _long() -> Record:
    """A report of 24 pages of which two come before the one that is printed as the first."""
    labels = ("i", "ii", *map(str, range(1, 23)))
    sections = (
        Section("", f"Sivun {page} asia.", page, page_label=label)
        for page, label in enumerate(labels, start=1)
    )
    return record("pitka", "Pitkä kertomus", sections=tuple(sections), date=PartialDate(2012))


def _linked() -> Iterable[Record]:
    """Two originals that are not given out here; where the second was published is not known."""
    for name, url in (("lehti", "https://example.org/lehti"), ("kirja", None)):
        yield replace(record(name, name.title(), "Artikkeli metsästä."), link_only=True, url=url)
