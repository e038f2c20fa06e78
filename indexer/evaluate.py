"""How well a judged collection is searched, through the real index and the real search path."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from .analysis.analyzer import load_analyzer
from .analysis.text import normalise
from .engines import open_engine
from .enrich.language import detect_language
from .errors import CorpusError
from .models import Assignment, Record, Section, Source
from .query import Query, parse
from .search import SearchService, open_search
from .settings import Settings
from .vocabulary import LANGUAGES, load_vocabularies

Grades = Mapping[str, Mapping[str, int]]
"""Judgements: grades by document id, by query id."""

CUT = 10
"""How many results nDCG and MRR look at."""

DEEP = 100
"""How many results recall looks at."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over the judged queries, 0..1."""

    queries: int
    ndcg_10: float
    mrr_10: float
    recall_100: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a query found, best first: (document id, score)."""

    query: str
    hits: tuple[tuple[str, float], ...]


def read_documents(file: Path, language: str | None) -> Iterator[Record]:
    """Read JSON lines ``{id, text[, title]}`` into records; a language of None is detected.

    Raises CorpusError naming the line.
    """
    for number, line in enumerate(_lines(file), start=1):
        try:
            row = json.loads(line)
            identifier, text, title = row["id"], row["text"], row.get("title", "")
            text, title = normalise(text), normalise(title)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CorpusError(
                f"{file}, line {number}: not an object with the texts id and text ({error})."
            ) from error
        yield _record(str(identifier), title, text, language)


def read_queries(file: Path) -> dict[str, str]:
    """Read lines ``id⇥text``. Raises CorpusError naming the line."""
    queries = {}
    for number, line in enumerate(_lines(file), start=1):
        identifier, tab, text = line.partition("\t")
        if not tab:
            raise CorpusError(f"{file}, line {number}: no tab between the id and the text.")
        queries[identifier.strip()] = text.strip()
    return queries


def read_grades(file: Path) -> Grades:
    """Read lines ``query 0 document grade`` (TREC). Raises CorpusError naming the line."""
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_lines(file), start=1):
        try:
            query, _, document, grade = line.split()
            grades.setdefault(query, {})[document] = int(grade)
        except ValueError as error:
            raise CorpusError(f"{file}, line {number}: not `query 0 document grade`.") from error
    return grades


@contextmanager
def judged_index(
    records: Iterable[Record], settings: Settings, done: Callable[[], None] = lambda: None
) -> Iterator[SearchService]:
    """A search service over a temporary index of these records, built by the real engine."""
    with tempfile.TemporaryDirectory(prefix="loistohaku-evaluate-") as folder:
        settings = replace(settings, index=Path(folder))
        engine = open_engine(settings)
        writer = engine.create(
            load_analyzer(settings.stopwords), load_vocabularies(settings.vocabularies)
        )
        for record in records:
            writer.add(record)
            done()
        engine.promote(writer.finish("").generation)
        yield open_search(settings)


def run_query(
    service: SearchService, identifier: str, text: str, limit: int, language: str = LANGUAGES[0]
) -> Ranked:
    """Ask for ``limit`` results through the search path, relaxed until it has so many."""
    text = normalise(text)
    clause, cut = parse(text)
    query = Query(text=text, clause=clause, cut=cut, size=limit, language=language)
    hits = service.search(query, at_least=limit).hits
    return Ranked(identifier, tuple((hit.id, hit.score) for hit in hits))


def scores(ranked: Iterable[Ranked], grades: Grades) -> Scores:
    """Average over the queries that have a relevant document."""
    rows = [
        _score_one([document for document, _ in one.hits], grades[one.query])
        for one in ranked
        if any(grade > 0 for grade in grades.get(one.query, {}).values())
    ]
    if not rows:
        raise CorpusError("No query has a relevant document. Check that the ids belong together.")
    return Scores(len(rows), *(math.fsum(column) / len(rows) for column in zip(*rows, strict=True)))


def trec_lines(ranked: Ranked) -> Iterator[str]:
    """The lines of a TREC run file; equal scores are parted, for the tools would reorder them."""
    for rank, (document, score) in enumerate(ranked.hits, start=1):
        yield f"{ranked.query} Q0 {document} {rank} {score - rank * 1e-6:.6f} loistohaku\n"


def _score_one(found: Sequence[str], grades: Mapping[str, int]) -> tuple[float, float, float]:
    """nDCG@10, reciprocal rank within 10, recall within 100."""
    relevant = {document for document, grade in grades.items() if grade > 0}
    gains = [_gain(grades.get(document, 0)) for document in found[:CUT]]
    ideal = sorted(map(_gain, grades.values()), reverse=True)[:CUT]
    first = next((rank for rank, one in enumerate(found[:CUT], 1) if one in relevant), None)
    recall = len(relevant.intersection(found[:DEEP])) / len(relevant)
    return _discounted(gains) / _discounted(ideal), 1 / first if first else 0.0, recall


def _gain(grade: int) -> float:
    return float(2 ** max(grade, 0) - 1)


def _discounted(gains: Sequence[float]) -> float:
    return math.fsum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _record(identifier: str, title: str, text: str, language: str | None) -> Record:
    found = Assignment(language, 1.0, source=Source.STAFF) if language else detect_language(text)
    return Record(
        id=identifier,
        path=identifier,
        media_type="text/plain",
        checksum="",
        title=title,
        sections=(Section("", text),),
        language=found,
        kind=Assignment("other", 1.0),
    )


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            yield from (line.rstrip("\r\n") for line in lines if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file} cannot be read ({error}). Give a UTF-8 text file.") from error
