"""Search parameters, as the page, the API and the terminal all take them, made into a Query."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .analysis.text import normalise
from .errors import QueryError
from .models import FACETS, UNKNOWN
from .query import MAX_CHARACTERS, MAX_WORDS, Cut, Filters, Query, Sort, parse
from .vocabulary import Vocabularies

MAX_SIZE = 100
"""The most hits on one page of results."""

MAX_VALUES = 100
"""The most values of one facet: each row of a facet repeats them all in its address."""

MAX_PAGE = 10_000_000
_YEAR = re.compile(r"[12][0-9]{3}")
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class Problem(StrEnum):
    """What was wrong with a request; the request is answered without it."""

    TOO_LONG = "too-long"
    TOO_MANY_WORDS = "too-many-words"
    TOO_MANY_VALUES = "too-many-values"
    BAD_VALUE = "bad-value"


@dataclass(frozen=True, slots=True)
class Notice:
    """What was ignored: the parameter, its value, and why."""

    problem: Problem
    parameter: str
    value: str = ""

    def __str__(self) -> str:
        if self.problem is Problem.TOO_LONG:
            return f"The query was cut at {MAX_CHARACTERS} characters."
        if self.problem is Problem.TOO_MANY_WORDS:
            return f"The query was cut at {MAX_WORDS} words."
        if self.problem is Problem.TOO_MANY_VALUES:
            return f"Only the first {MAX_VALUES} values of {self.parameter} count."
        return f"{self.parameter}={self.value} is not a value that {self.parameter} can have."


@dataclass(frozen=True, slots=True)
class Request:
    """A readable query, and what had to be left out of the request."""

    query: Query
    notices: tuple[Notice, ...] = ()

    def strict(self) -> Query:
        """The query, where every filter, sort and page could be read; else QueryError."""
        bad = [notice for notice in self.notices if notice.problem is Problem.BAD_VALUE]
        if bad:
            raise QueryError(" ".join(map(str, bad)))
        return self.query


def read_request(
    parameters: Mapping[str, Sequence[str]],
    vocabularies: Vocabularies,
    language: str = "fi",
    size: int = 10,
) -> Request:
    """Read ``q, region, theme, year, from, to, kind, lang, network, sort, page, size``.

    Facet values may be ids or labels in any language; a parameter may be repeated; empty values
    count as not given. Never raises: what cannot be read is ignored and noticed.
    """
    reader = _Reader(parameters, vocabularies)
    text = normalise(reader.first("q")).strip()
    clause, cuts = parse(text)
    values = {facet: reader.facet(facet) for facet in FACETS}
    query = Query(
        text=text[:MAX_CHARACTERS],
        clause=clause,
        filters=Filters(
            {facet: chosen for facet, chosen in values.items() if chosen},
            reader.year("from"),
            reader.year("to"),
        ),
        sort=reader.sort(),
        page=reader.number("page", 1, MAX_PAGE),
        size=reader.number("size", size, MAX_SIZE),
        language=language,
        cut=cuts,
    )
    return Request(query, tuple(map(_cut_notice, cuts)) + tuple(reader.notices))


class _Reader:
    """Reads one parameter after another and collects what it could not read."""

    def __init__(self, parameters: Mapping[str, Sequence[str]], vocabularies: Vocabularies) -> None:
        self._parameters = parameters
        self._vocabularies = vocabularies
        self.notices: list[Notice] = []

    def all(self, name: str) -> list[str]:
        values = (value.strip() for value in self._parameters.get(name, ()))
        return [value for value in dict.fromkeys(values) if value]

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def facet(self, name: str) -> tuple[str, ...]:
        find = _year if name == "year" else self._vocabularies[name].find
        values = self.all(name)
        if len(values) > MAX_VALUES:
            self.notices.append(Notice(Problem.TOO_MANY_VALUES, name))
        found = [self._read(name, value, find) for value in values[:MAX_VALUES]]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _read(self, name: str, value: str, find: Callable[[str], str | None]) -> str | None:
        found = value if value == UNKNOWN else find(value)
        if found is None:
            self.bad(name, value)
        return found

    def year(self, name: str) -> int | None:
        value = self.first(name)
        if not value:
            return None
        if not _YEAR.fullmatch(value):
            self.bad(name, value)
            return None
        return int(value)

    def sort(self) -> Sort:
        value = self.first("sort")
        if value in {order.value for order in Sort} or not value:
            return Sort(value or Sort.RELEVANCE)
        self.bad("sort", value)
        return Sort.RELEVANCE

    def number(self, name: str, default: int, most: int) -> int:
        value = self.first(name)
        if not value:
            return default
        if _NUMBER.fullmatch(value):
            return min(int(value), most)
        self.bad(name, value)
        return default

    def bad(self, name: str, value: str) -> None:
        self.notices.append(Notice(Problem.BAD_VALUE, name, value[:100]))


def _year(value: str) -> str | None:
    return value if _YEAR.fullmatch(value) else None


def _cut_notice(cut: Cut) -> Notice:
    return Notice(Problem.TOO_LONG if cut is Cut.CHARACTERS else Problem.TOO_MANY_WORDS, "q")
