"""What the program tells of the samples that were written to show it."""

from __future__ import annotations

from indexer.across.minhash import shingles_of
from indexer.across.sketches import sketch_of, text_of
from indexer.across.twins import find_groups
from indexer.models import PersonalKind, Record, SourceDocument
from indexer.parsers.detect import BY_SUFFIX
from tests.quality.understanding import understand
from tests.samples.gold_source import GOLD_FOLDER, GoldDocument, read, read_all


def record_of(slug: str) -> Record:
    document = read(GOLD_FOLDER / f"{slug}.md")
    file = document.path
    return understand(SourceDocument(slug, file.name, file, BY_SUFFIX[file.suffix], slug))


def test_pages_are_called_what_is_printed_on_them() -> None:
    sections = record_of("kirkkonummi-kaksi-kielta-yksi-piha").sections
    labels = {section.page: section.page_label for section in sections}
    assert labels[1] is None
    # The second page, "i", is a table of contents and nothing else.
    assert [labels[page] for page in range(3, 9)] == ["ii", "iii", "iv", "1", "2", "3"]


def test_a_summary_and_an_abstract_have_their_own_languages() -> None:
    record = record_of("kirkkonummi-kaksi-kielta-yksi-piha")
    others = {section.heading: section.language for section in record.sections if section.language}
    assert record.language.concept == "fi"
    assert others == {"Sammandrag": "sv", "Abstract": "en"}


def test_a_guide_to_support_is_marked_as_older_than_the_act() -> None:
    assert record_of("kurikka-tuki-on-tekoja").norm_changes == ("lapsen-tuki-2022",)


def test_a_plan_of_2016_is_marked_as_older_than_every_core_curriculum() -> None:
    changes = record_of("laukaa-vasu-2016").norm_changes
    assert changes == ("vasu-2016", "varhaiskasvatuslaki-2018", "vasu-2018", "vasu-2022")


def test_a_number_and_an_address_in_running_text_are_seen() -> None:
    for slug in ("kurikka-tuki-on-tekoja", "rovaniemi-lukulaavu", "sodankyla-lukulaavu"):
        kinds = {one.kind for one in record_of(slug).personal}
        assert kinds == {PersonalKind.PHONE, PersonalKind.EMAIL}


def test_twins_find_each_other_and_nobody_else() -> None:
    documents = [one for one in read_all() if one.meta.format.startswith(("html-", "pdf-report"))]
    records = {one.slug: record_of(one.slug) for one in documents}
    sketches = {slug: sketch_of(record) for slug, record in records.items()}
    groups = find_groups(sketches, lambda slug: shingles_of(text_of(records[slug])))
    assert {group.ids for group in groups} == {pair(one) for one in documents if one.meta.twin_of}


def pair(document: GoldDocument) -> tuple[str, ...]:
    return tuple(sorted((document.slug, document.meta.twin_of)))
