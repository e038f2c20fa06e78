"""Records made in one line, and what the engines' answers are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from indexer.analysis.analyzer import Analyzer, load_analyzer
from indexer.engines import Engine
from indexer.engines.whoosh.engine import WhooshEngine
from indexer.models import Assignment, Dating, PartialDate, Record, Section, SectionRole, Twin
from indexer.query import Filters, Query, Sort, parse
from indexer.results import FacetCount, ResultSet
from indexer.vocabulary import load_vocabularies

analyzer = cache(load_analyzer)
vocabularies = cache(load_vocabularies)


def record(
    identifier: str,
    title: str = "",
    text: str = "",
    *,
    sections: Sequence[Section] = (),
    language: str = "fi",
    kind: str = "blog",
    date: PartialDate | None = None,
    years: Sequence[int] = (),
    regions: Sequence[str] = (),
    municipalities: Sequence[str] = (),
    themes: Sequence[str] = (),
    networks: Sequence[str] = (),
    twins: Sequence[str] = (),
) -> Record:
    """A record with one section of body text, or with the sections given; ``twins`` by id."""
    return Record(
        id=identifier,
        path=f"{identifier}.txt",
        media_type="text/plain",
        checksum="0" * 64,
        title=title,
        sections=tuple(sections) or (Section("", text),),
        language=Assignment(language, 1.0),
        kind=Assignment(kind, 1.0),
        dating=None if date is None else Dating(date),
        years=tuple(years),
        regions=_assigned(regions),
        municipalities=_assigned(municipalities),
        themes=_assigned(themes),
        networks=_assigned(networks),
        twins=tuple(Twin(twin, 1.0) for twin in twins),
        url=f"https://example.org/{identifier}",
    )


def _assigned(concepts: Iterable[str]) -> tuple[Assignment, ...]:
    return tuple(Assignment(concept, 0.9) for concept in concepts)


def build(
    engine: Engine, records: Iterable[Record], words: Analyzer | None = None, digest: str = "d"
) -> str:
    """Build a generation without promoting it; returns its name."""
    writer = engine.create(words or analyzer(), vocabularies())
    for one in records:
        writer.add(one)
    return writer.finish(digest).generation


def serve(engine: Engine, records: Iterable[Record]) -> str:
    """Build a generation, find nothing wrong with it, and promote it; returns its name."""
    name = build(engine, records)
    assert engine.validate(name) == ()
    engine.promote(name)
    return name


def engine_with(folder: Path, records: Iterable[Record]) -> WhooshEngine:
    """The embedded engine in a folder, serving these records."""
    engine = WhooshEngine(folder / "index")
    serve(engine, records)
    return engine


def query(
    text: str = "",
    filters: Mapping[str, Sequence[str]] | None = None,
    years: tuple[int | None, int | None] = (None, None),
    **others: object,
) -> Query:
    """A query as a user types it; ``filters`` by facet."""
    chosen = {facet: tuple(values) for facet, values in (filters or {}).items()}
    made = {"sort": Sort.RELEVANCE, "page": 1, "size": 100, "language": "fi", **others}
    return Query(text=text, clause=parse(text)[0], filters=Filters(chosen, *years), **made)  # type: ignore[arg-type]


def ids(results: ResultSet) -> list[str]:
    """The hits' ids in their order."""
    return [hit.id for hit in results.hits]


def found(engine: Engine, text: str = "", **others: object) -> set[str]:
    """The ids that a query finds."""
    return set(ids(engine.search(query(text, **others))))  # type: ignore[arg-type]


def counts(results: ResultSet, facet: str) -> dict[str, int]:
    """A facet's values with their counts."""
    return {one.id: one.count for one in results.facets[facet]}


def value(results: ResultSet, facet: str, identifier: str) -> FacetCount:
    """One value of a facet."""
    return next(one for one in results.facets[facet] if one.id == identifier)


COMMENTS = SectionRole.COMMENTS
