"""What is written as JSON comes back equal, and what does not fit is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.codec import CodecError, from_json, to_json
from indexer.models import (
    Assignment,
    Dating,
    Evidence,
    FoundDate,
    Funding,
    FundingKind,
    Named,
    ParsedDocument,
    PartialDate,
    Practice,
    PracticePart,
    Record,
    Removed,
    Section,
    SourceDocument,
    StaffMetadata,
    Status,
)

VALUES = st.text(max_size=20)
PROPERTIES = st.dictionaries(VALUES, VALUES, max_size=4).map(MappingProxyType)
PARSED = st.builds(
    ParsedDocument,
    title=VALUES,
    sections=st.lists(st.from_type(Section), max_size=3).map(tuple),
    removed=st.lists(st.from_type(Removed), max_size=3).map(tuple),
    dates=st.lists(st.from_type(FoundDate), max_size=3).map(tuple),
    properties=PROPERTIES,
    warnings=st.lists(VALUES, max_size=3).map(tuple),
)


ASSIGNMENT = st.builds(
    Assignment, VALUES, st.floats(0, 1), st.none() | st.builds(Evidence, VALUES, st.none())
)
SEVERAL = st.lists(ASSIGNMENT, max_size=2).map(tuple)
SAID = st.builds(Evidence, VALUES, st.none() | st.integers())
NAMED = st.builds(Named, VALUES, VALUES, st.floats(0, 1), st.none() | SAID)
SUMS = st.builds(
    Funding, st.sampled_from(FundingKind), SAID, st.none() | st.integers(0), st.none() | VALUES
)
PRACTICES = st.builds(
    Practice,
    st.lists(st.from_type(PracticePart), max_size=2).map(tuple),
    st.lists(SUMS, max_size=2).map(tuple),
)
RECORDS = st.builds(
    Record,
    id=VALUES,
    path=VALUES,
    media_type=VALUES,
    checksum=VALUES,
    title=VALUES,
    sections=st.lists(st.from_type(Section), max_size=2).map(tuple),
    language=ASSIGNMENT,
    kind=ASSIGNMENT,
    dating=st.none() | st.from_type(Dating).filter(lambda dating: dating.evidence is None),
    years=st.lists(st.integers(), max_size=3).map(tuple),
    regions=SEVERAL,
    themes=SEVERAL,
    organisation=st.none() | NAMED,
    projects=st.lists(NAMED, max_size=2).map(tuple),
    age_groups=SEVERAL,
    activities=SEVERAL,
    practice=PRACTICES,
    url=st.none() | VALUES,
)


def there_and_back(kind: type, value: Any) -> Any:
    return from_json(kind, json.loads(json.dumps(to_json(value))))


@given(PARSED)
def test_a_parsed_document_comes_back_equal(parsed: ParsedDocument) -> None:
    assert there_and_back(ParsedDocument, parsed) == parsed


@given(RECORDS)
def test_a_record_comes_back_equal(record: Record) -> None:
    assert there_and_back(Record, record) == record


def test_a_source_document_comes_back_equal() -> None:
    staff = StaffMetadata(date=PartialDate(2021, 11), themes=("leikki",), status=Status.WITHDRAWN)
    source = SourceDocument("a", "b/c.txt", Path("b") / "c.txt", "text/plain", "00", staff)
    assert there_and_back(SourceDocument, source) == source


@dataclass(frozen=True, slots=True)
class Open:
    """Holds whatever JSON can say."""

    counts: Mapping[str, int]
    details: Mapping[str, Any]
    pair: tuple[int, str]


def test_mappings_pairs_and_open_values_come_back() -> None:
    value = Open({"fi": 2}, {"a": [1, {"b": None}]}, (1, "x"))
    assert there_and_back(Open, value) == value


def test_fields_at_their_default_take_no_room() -> None:
    assert to_json(Section("a", "b")) == {"heading": "a", "text": "b"}


def test_an_integer_serves_as_a_float() -> None:
    assignment = from_json(Assignment, {"concept": "kainuu", "score": 1})
    assert isinstance(assignment.score, float)


@pytest.mark.parametrize(
    ("kind", "data", "where"),
    [
        (Section, {"heading": "a"}, "text"),
        (Section, {"heading": "a", "text": "b", "colour": "red"}, "unknown field colour"),
        (Section, {"heading": "a", "text": 1}, "Section.text"),
        (Section, {"heading": "a", "text": "b", "page": True}, "Section.page"),
        (Section, {"heading": "a", "text": "b", "role": "choir"}, "Section.role"),
        (Section, ["a", "b"], "expected an object"),
        (PartialDate, None, "expected an object"),
        (Record, {"sections": [{"heading": "a", "text": None}]}, "Record.sections[0].text"),
        (Evidence, {"text": "a", "page": 1.0}, "Evidence.page"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(kind: type, data: Any, where: str) -> None:
    with pytest.raises(CodecError, match=where.replace("[", r"\[")):
        from_json(kind, data)


@pytest.mark.parametrize("value", [object(), {1: "a"}, {"a", "b"}, b"bytes", Section])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    with pytest.raises(CodecError):
        to_json(value)


def test_a_path_is_written_with_forward_slashes() -> None:
    assert to_json(Path("a") / "b") == "a/b"
