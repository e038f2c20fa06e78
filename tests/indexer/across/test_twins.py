"""Twins: copies, versions and towns' editions of one text are found, and nothing else is."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.across import Sketch, TwinGroup, find_groups, shingles_of, sketch_of, text_of
from indexer.models import UNKNOWN, Assignment, Record, Section, SectionRole

SYLLABLES = ["ka", "lo", "mi", "ne", "pu", "ra", "si", "te", "vu", "hä", "jö", "ky"]


def prose(seed: int, words: int = 300) -> str:
    """Words without sense, other ones for each seed, in sentences of ten."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    made = ["".join(chosen.choices(SYLLABLES, k=2)) for _ in range(words)]
    sentences = [made[at : at + 10] for at in range(0, words, 10)]
    return " ".join(" ".join(sentence) + "." for sentence in sentences)


def record(identifier: str, text: str, title: str = "Otsikko", comments: str = "") -> Record:
    unknown = Assignment(UNKNOWN, 0.0)
    sections = [Section("", text)]
    if comments:
        sections.append(Section("", comments, role=SectionRole.COMMENTS))
    return Record(
        identifier, f"{identifier}.md", "text/markdown", f"sum-{identifier}", title,
        tuple(sections), unknown, unknown,
    )  # fmt: skip


def groups_of(*records: Record) -> tuple[TwinGroup, ...]:
    by_id = {one.id: one for one in records}
    sketches = {one.id: sketch_of(one) for one in records}
    return find_groups(sketches, lambda one: shingles_of(text_of(by_id[one])))


def ids(*records: Record) -> list[tuple[str, ...]]:
    return [group.ids for group in groups_of(*records)]


def changed(text: str, share: float, start: int = 0) -> str:
    """The text with a share of its sentences, evenly spread from one on, replaced."""
    sentences = text.split(". ")
    other = prose(999, 10 * len(sentences)).split(". ")
    for at in range(start, len(sentences), round(1 / share)):
        sentences[at] = other[at]
    return ". ".join(sentences)


def test_the_same_text_in_other_line_breaks_and_letters_is_the_same() -> None:
    text = prose(1)
    (group,) = groups_of(record("a", text), record("b", text.replace(". ", ".\n").upper()))
    assert group.twins_of("a")[0].similarity == 1
    assert group.ids == ("a", "b")


def test_readers_comments_and_the_title_make_no_difference() -> None:
    text = prose(1)
    one, other = record("a", text, comments=prose(2)), record("b", text, title="Toinen")
    assert ids(one, other) == [("a", "b")]


def test_different_texts_are_no_twins() -> None:
    assert ids(*(record(str(seed), prose(seed)) for seed in range(30))) == []


@pytest.mark.parametrize("every", [8, 15, 40])
def test_a_national_text_with_the_town_exchanged_is_a_twin(every: int) -> None:
    words = prose(3).split()
    towns = {"a": "Kuopion", "b": "Lahden", "c": "Kemijärven"}
    texts = {
        one: " ".join(
            f"{town} {word}" if at % every == 0 else word for at, word in enumerate(words)
        )
        for one, town in towns.items()
    }
    (group,) = groups_of(*(record(one, text) for one, text in texts.items()))
    assert group.ids == ("a", "b", "c")
    assert all(0.9 <= twin.similarity < 1 for twin in group.twins_of("b"))


def test_a_version_with_a_tenth_changed_is_a_twin_and_one_with_a_third_is_none() -> None:
    text = prose(4)
    assert ids(record("a", text), record("b", changed(text, 0.1))) == [("a", "b")]
    assert ids(record("a", text), record("b", changed(text, 0.34))) == []


def test_the_next_year_s_report_is_no_twin_however_much_it_repeats() -> None:
    text = prose(5)
    this, following = record("a", text, "Raportti 2018"), changed(text, 0.1)
    assert ids(this, record("b", following, "Raportti 2019")) == []
    assert ids(this, record("b", following, "Raportti 2018–2019")) == [("a", "b")]
    assert ids(this, record("b", following, "Raportti")) == [("a", "b")]


def test_a_short_notice_of_another_day_is_no_twin() -> None:
    notice = prose(6, 50)
    other = notice.replace(notice.split()[20], "14.4. kello kymmenen", 1)
    assert ids(record("a", f"{notice} 12.3."), record("b", f"{other} 19.5.")) == []
    assert ids(record("a", notice), record("b", f"Kuopio {notice}")) == [("a", "b")]


def test_texts_of_hardly_any_words_are_twins_only_as_the_same_file() -> None:
    assert ids(record("a", "Skannattu asiakirja"), record("b", "Skannattu asiakirja")) == []
    assert ids(record("a", ""), record("b", "")) == []
    assert sketch_of(record("a", "Skannattu")).text == "sum-a"


def test_twins_of_twins_are_twins() -> None:
    first = prose(7, 400)
    second = changed(first, 0.1)
    third = changed(second, 0.1, 5)
    assert ids(record("a", first), record("c", third)) == []
    (group,) = groups_of(record("a", first), record("b", second), record("c", third))
    assert group.ids == ("a", "b", "c")
    assert [twin.id for twin in group.twins_of("a")] == ["b", "c"]


def test_a_very_large_group_hangs_together_though_nobody_names_all() -> None:
    text = prose(8)
    made = [record(f"{at:03}", f"{text} {prose(at, 5)}" if at % 3 else text) for at in range(150)]
    (group,) = groups_of(*made)
    told = {one: {twin.id for twin in group.twins_of(one)} for one in group.ids}
    assert {len(twins) for twins in told.values()} == {100}
    assert all(one in told[other] for one, twins in told.items() for other in twins)
    reached = {"000"}
    while more := {other for one in reached for other in told[one]} - reached:
        reached |= more
    assert reached == set(told)


_TEXTS = {str(seed): prose(seed) for seed in range(4)}
_TEXTS |= {f"{one}-{n}": changed(text, n / 20) for one, text in _TEXTS.items() for n in (1, 2)}
_TEXTS |= {f"{one}-copy": text for one, text in _TEXTS.items()}
_RECORDS = {one: record(one, text) for one, text in _TEXTS.items()}
_SKETCHES: Mapping[str, Sketch] = {one: sketch_of(made) for one, made in _RECORDS.items()}


def _find(order: list[str]) -> tuple[TwinGroup, ...]:
    sketches = {one: _SKETCHES[one] for one in order}
    return find_groups(sketches, lambda one: shingles_of(text_of(_RECORDS[one])))


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(_RECORDS)), unique=True), st.randoms(use_true_random=False))
def test_groups_hold_whatever_the_order_and_nobody_is_his_own_twin(
    chosen: list[str], shuffler: random.Random
) -> None:
    groups = _find(chosen)
    shuffler.shuffle(chosen)
    told = {one: group.twins_of(one) for group in groups for one in group.ids}
    assert told == {one: group.twins_of(one) for group in _find(chosen) for one in group.ids}
    assert sum(len(group.ids) for group in groups) == len(told)
    for one, twins in told.items():
        assert one not in {twin.id for twin in twins}
        for twin in twins:
            back = {other.id: other.similarity for other in told[twin.id]}
            assert back[one] == twin.similarity
            assert (twin.similarity == 1) == (_TEXTS[one] == _TEXTS[twin.id])
