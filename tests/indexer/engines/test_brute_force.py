"""Totals, facet counts and snippets of random queries over random records, counted again by hand.

The reference below reads a query's clauses over plain sets of words; nothing of an engine is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.analysis.tokens import tokens
from indexer.engines import Engine
from indexer.engines.facet_values import facet_values
from indexer.models import FACETS, PartialDate, Record, Section
from indexer.query import And, Clause, Filters, Or, Phrase, Prefix, Query, Sort, Word
from indexer.snippets import canonical_text

from .records import analyzer, record, serve, vocabularies

WORDS = (
    *("päiväkoti", "päiväkodin", "leikki", "leikkiä", "leikeissä", "metsä", "metsässä", "skog"),
    *("skogen", "barnen", "och", "ja", "että", "plan", "the", "2020", "vasu", "Pohjois-Karjala"),
)
EXAMPLES = 30

words = st.sampled_from(WORDS)
texts = st.lists(words, max_size=12).map(" ".join)
values = {
    "regions": st.sampled_from(["kainuu", "lappi", "valtakunnallinen"]),
    "municipalities": st.sampled_from(["kajaani", "kuhmo", "rovaniemi"]),
    "themes": st.sampled_from(["leikki", "vasu", "osallisuus"]),
    "networks": st.sampled_from(["loisto", "loisto-lappi"]),
    "years": st.integers(2018, 2022),
}


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """A small corpus; ids in no order."""
    names = draw(st.lists(st.integers(0, 99), min_size=1, max_size=9, unique=True))
    return [draw(one_record(f"d{name}")) for name in names]


@st.composite
def one_record(draw: st.DrawFn, identifier: str) -> Record:
    """A record of any language, sections and values."""
    sections = draw(
        st.lists(
            st.builds(
                Section,
                heading=texts,
                text=texts,
                page=st.none() | st.integers(1, 3),
                language=st.none() | st.sampled_from(["fi", "sv"]),
            ),
            max_size=3,
        )
    )
    chosen = {name: draw(st.lists(one, max_size=2, unique=True)) for name, one in values.items()}
    return record(
        identifier,
        draw(texts),
        sections=sections,
        language=draw(st.sampled_from(["fi", "sv", "en", "se"])),
        kind=draw(st.sampled_from(["blog", "report"])),
        date=draw(st.none() | st.integers(2018, 2022).map(PartialDate)),
        **chosen,  # type: ignore[arg-type]
    )


leaves = (
    words.map(Word)
    | st.lists(words, min_size=1, max_size=3).map(lambda found: Phrase(tuple(found)))
    | words.map(lambda word: Prefix(word[:3]))
)


def _compound(parts: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.builds(And, several, several) | st.builds(Or, several, several)


def clauses_of(leaves: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    """Trees of clauses with these leaves."""
    return st.recursive(leaves, _compound, max_leaves=5)


clauses = clauses_of(leaves)
filters = st.builds(
    Filters,
    st.fixed_dictionaries(
        {},
        optional={
            "region": st.lists(values["regions"] | values["municipalities"], max_size=2).map(tuple),
            "theme": st.lists(values["themes"] | st.just("unknown"), max_size=2).map(tuple),
            "year": st.lists(st.sampled_from(["2019", "unknown", "1999"]), max_size=2).map(tuple),
            "kind": st.just(("report",)),
        },
    ),
    st.none() | values["years"],
    st.none() | values["years"],
)


@dataclass(frozen=True)
class Read:
    """What the reference knows of a record."""

    stems: frozenset[str]
    written: tuple[tuple[str, ...], ...]

    def has(self, phrase: tuple[str, ...]) -> bool:
        """Whether the text or the title has these words in this order."""
        size = len(phrase)
        return any(
            line[at : at + size] == phrase for line in self.written for at in range(len(line))
        )


@cache
def split(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(token.text for token in tokens(text))


def read(one: Record) -> Read:
    """Analyse a record as the analyser does, without any offsets."""
    own = one.language.concept
    parts = (canonical_text(one.sections)[0], one.title)
    written = [(one.title, own)]
    written += [
        (said, part.language or own) for part in one.sections for said in (part.heading, part.text)
    ]
    terms = [term for said, language in written for term in analyzer().terms(said, language)]
    return Read(
        frozenset(term.stem for term in terms if term.stem is not None), tuple(map(split, parts))
    )


class Reference:
    """The rules of matching, written out."""

    def __init__(self, language: str) -> None:
        self.language = language

    def meets(self, one: Read, clause: Clause) -> bool:
        """Whether a record meets a clause."""
        tree = clause if isinstance(clause, And | Or) else And((clause,))
        wanted: list[bool] = []
        stops: list[bool] = []
        for part in tree.clauses:
            self._read(one, part, wanted, stops)
        asked = wanted or stops
        together = any if isinstance(tree, Or) and asked else all
        return together(asked) and not any(self._excluded(one, part) for part in tree.excluded)

    def _read(self, one: Read, part: Clause, wanted: list[bool], stops: list[bool]) -> None:
        if isinstance(part, And | Or):
            if self.asks(part):
                wanted.append(self.meets(one, part))
        elif isinstance(part, Phrase):
            wanted.append(one.has(tuple(text for word in part.words for text in split(word))))
        else:
            texts = split(part.text)
            if isinstance(part, Prefix):
                *texts, last = texts  # type: ignore[assignment]
                wanted.append(any(word.startswith(last) for line in one.written for word in line))
            for text in texts:
                if analyzer().is_stopword(text):
                    stops.append(one.has((text,)))
                else:
                    wanted.append(self._stem(one, text))

    def asks(self, part: And | Or) -> bool:
        """Whether a clause asks for anything at all, be it the absence of something."""
        inner = (one for one in part.clauses if not isinstance(one, And | Or) or self.asks(one))
        outer = (one for one in part.excluded if not isinstance(one, And | Or) or self.asks(one))
        return any(True for _ in inner) or any(True for _ in outer)

    def _excluded(self, one: Read, part: Clause) -> bool:
        if isinstance(part, And | Or) and not self.asks(part):
            return False
        wanted: list[bool] = []
        self._read(one, part, wanted, wanted)
        return all(wanted)

    def _stem(self, one: Read, text: str) -> bool:
        return not one.stems.isdisjoint(analyzer().stems(text, self.language))


def chosen(values: Mapping[str, frozenset[str]], filters: Filters, facet: str) -> bool:
    """Whether a record's values pass the filter of one facet."""
    wanted = set(filters.of(facet))
    between = filters.years_between if facet == "year" else None
    if between is not None:
        low, high = between
        wanted |= {str(year) for year in range(low or 0, (high or 9999) + 1)}
    return (not wanted and between is None) or not wanted.isdisjoint(values[facet])


def passes(values: Mapping[str, frozenset[str]], filters: Filters, but: str) -> bool:
    """Whether a record's values pass the filters of all facets but one."""
    return all(chosen(values, filters, facet) for facet in FACETS if facet != but)


queries = st.builds(
    Query,
    clause=clauses,
    filters=filters,
    sort=st.sampled_from(Sort),
    size=st.just(100),
    language=st.sampled_from(["fi", "sv", "en"]),
)
property_test = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck)
)


@given(documents=records(), asked=st.lists(queries, min_size=1, max_size=8))
@property_test
def test_totals_and_counts(engine: Engine, documents: list[Record], asked: list[Query]) -> None:
    serve(engine, documents)
    filed = {one.id: dict(facet_values(one, vocabularies())) for one in documents}
    for query in asked:
        results = engine.search(query)
        reference = Reference(query.language)
        matched = [one.id for one in documents if reference.meets(read(one), query.clause)]
        under = {
            but: [one for one in matched if passes(filed[one], query.filters, but)]
            for but in (*FACETS, "")
        }
        assert sorted(hit.id for hit in results.hits) == sorted(under[""])
        assert results.total == len(under[""])
        for facet in FACETS:
            expected = Counter(value for one in under[facet] for value in filed[one][facet])
            expected.update(dict.fromkeys(query.filters.of(facet), 0))
            assert {one.id: one.count for one in results.facets[facet]} == dict(expected)
    engine.prune(1)


@given(documents=records(), asked=st.lists(queries, min_size=1, max_size=8))
@property_test
def test_snippets_stand_in_the_text(
    engine: Engine, documents: list[Record], asked: list[Query]
) -> None:
    serve(engine, documents)
    texts = {one.id: " ".join(split(canonical_text(one.sections)[0])) for one in documents}
    for query in asked:
        for hit in engine.search(query).hits:
            for snippet in hit.snippets:
                shown = "".join(part.text for part in snippet.parts)
                assert " ".join(split(shown)) in texts[hit.id]
    engine.prune(1)


@given(documents=records())
@property_test
def test_a_document_is_found_and_shown_by_each_of_its_own_words(
    engine: Engine, documents: list[Record]
) -> None:
    serve(engine, documents)
    for one in documents:
        in_text = set(split(canonical_text(one.sections)[0]))
        for word in in_text | set(split(one.title)):
            results = engine.search(Query(clause=Word(word), size=100))
            hit = next(hit for hit in results.hits if hit.id == one.id)
            shown = any(part.match for snippet in hit.snippets for part in snippet.parts)
            assert shown or word not in in_text
    engine.prune(1)
