"""A ResultSet made into the context of the search page; pure, knows nothing of Flask."""

from __future__ import annotations

from dataclasses import replace

from indexer import Hit, Other, Query, Request, ResultSet, Snippet, Sort, Vocabularies

from .addresses import (
    ATOM,
    CSV,
    JSON,
    document_address,
    parameters,
    search_address,
    without_filters,
    without_range,
)
from .also import also_in
from .facets import chips, panels, with_national, year_chart
from .labels import NORMS, place_labels, years_label
from .pages import Frame, Link, Pager, Passage, Result, SearchPage, Suggestion

AROUND = 2
"""Page numbers on each side of the current one."""


def search_page(
    frame: Frame, request: Request, results: ResultSet, vocabularies: Vocabularies, documents: int
) -> SearchPage:
    """The context of the search page for an answered request."""
    query = request.query
    first = replace(query, page=1)
    pager = make_pager(query, results.total)
    return SearchPage(
        frame=frame,
        text=query.text,
        documents=documents,
        total=results.total,
        results=tuple(_result(hit, query, vocabularies) for hit in results.hits),
        notices=request.notices,
        relaxed=results.relaxed,
        suggestion=_suggestion(first, results.suggestion),
        chips=chips(query, vocabularies),
        clear=search_address(without_filters(query)),
        national=with_national(query, results, vocabularies),
        panels=panels(query, results, vocabularies),
        years=year_chart(query, results, vocabularies),
        orders=orders(query),
        pager=pager,
        beyond=search_address(first) if query.page > pager.pages and results.total else None,
        hidden=tuple(parameters(replace(first, text=""))),
        hidden_without_range=tuple(parameters(without_range(query))),
        exports={
            name: search_address(first, path)
            for name, path in (("csv", CSV), ("json", JSON), ("atom", ATOM))
        },
        plain=first == without_filters(replace(first, text="", sort=Sort.RELEVANCE)),
    )


def orders(query: Query) -> tuple[Link, ...]:
    """The orders to choose from, labelled with their values.

    Without words nothing is more relevant than anything else, and the newest come first.
    """
    every = tuple(Sort) if query.text else (Sort.RELEVANCE, Sort.OLDEST, Sort.TITLE)
    plain = {Sort.RELEVANCE} if query.text else {Sort.RELEVANCE, Sort.NEWEST}
    return tuple(
        Link(
            label=Sort.NEWEST.value if order is Sort.RELEVANCE and not query.text else order.value,
            address=search_address(replace(query, sort=order, page=1)),
            current=query.sort is order or {query.sort, order} <= plain,
        )
        for order in every
    )


def make_pager(query: Query, total: int) -> Pager:
    """The pages of a result: their number, the neighbours, and numbers to jump to."""
    pages = max(1, -(-total // query.size))
    page = query.page

    def address(number: int) -> str | None:
        inside = 1 <= number <= pages
        return search_address(replace(query, page=number)) if inside else None

    near = {1, pages, *range(max(1, page - AROUND), min(pages, page + AROUND) + 1)}
    numbers: list[Link | None] = []
    before = 0
    for number in sorted(near):
        if number > before + 1:
            numbers.append(None)
        numbers.append(Link(str(number), address(number) or "", number == page))
        before = number
    return Pager(page, pages, address(page - 1), address(page + 1), tuple(numbers))


def _result(hit: Hit, query: Query, vocabularies: Vocabularies) -> Result:
    language = query.language
    other = hit.language if hit.language != language else ""
    own = Other(hit.id, hit.title, hit.municipalities, hit.date)
    return Result(
        title=hit.title,
        title_language=other if other in vocabularies["lang"].concepts else "",
        address=document_address(hit.id, language, text=query.text),
        kind=vocabularies.label("kind", hit.kind, language),
        places=place_labels(hit.municipalities, hit.regions, vocabularies, language),
        date=hit.date,
        years="" if hit.date else years_label(hit.years),
        language=vocabularies.label("lang", other, language) if other else "",
        passages=tuple(_passage(hit, snippet, query) for snippet in hit.snippets),
        also=also_in(hit.also_in, own, vocabularies, language, query.text),
        change=vocabularies.label(NORMS, hit.norm_changes[-1], language)
        if hit.norm_changes
        else "",
        changes=len(hit.norm_changes),
    )


def _passage(hit: Hit, snippet: Snippet, query: Query) -> Passage:
    address = document_address(hit.id, query.language, snippet.page, query.text)
    return Passage(snippet, address)


def _suggestion(query: Query, text: str | None) -> Suggestion | None:
    if text is None:
        return None
    return Suggestion(text, search_address(replace(query, text=text)))
