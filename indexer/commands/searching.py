"""Commands that look: search, analyze, inspect."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..analysis.analyzer import load_analyzer
from ..analysis.text import normalise
from ..errors import CorpusError
from ..inspect import inspect_files, inspection_json
from ..json_bodies import result_json
from ..models import FACETS
from ..results import Hit, ResultSet
from ..search import open_search
from ..search_request import Request, read_request
from ..vocabulary import LANGUAGES, Vocabularies, load_vocabularies
from .frame import chosen_settings, folders

_SINGLE = ("from", "to", "sort", "page")


def _search_options(command: Any) -> Any:
    """The parameters of the web address as options, so that both mean the same."""
    for name in reversed(_SINGLE):
        command = click.option(f"--{name}", f"one_{name}", help=_HELP[name])(command)
    for name in reversed(FACETS):
        command = click.option(f"--{name}", f"many_{name}", multiple=True, help=_HELP[name])(
            command
        )
    return command


_HELP = {
    "region": "A region or municipality, by name or id; may be repeated.",
    "theme": "A theme; may be repeated.",
    "year": "A year; may be repeated.",
    "kind": "What it is: blog, report ...; may be repeated.",
    "lang": "The documents' language; may be repeated.",
    "network": "A development network; may be repeated.",
    "from": "The first of the years.",
    "to": "The last of the years.",
    "sort": "relevance, newest, oldest or title.",
    "page": "Which page of the results.",
}


@click.command()
@folders
@click.argument("words", nargs=-1)
@_search_options
@click.option("--limit", help="How many results on a page, 100 at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the body of /api/v1/search.")
def search(words: tuple[str, ...], limit: str | None, as_json: bool, **options: Any) -> None:
    """Search as the web page does; without words, everything.

    "exact words", -excluded and begin* mean the same as on the page; put -- before the words
    where one begins with a hyphen.
    """
    settings = chosen_settings()
    service = open_search(settings)
    parameters = _parameters(words, limit, options)
    request = read_request(parameters, service.vocabularies, LANGUAGES[0], settings.page_size)
    query = request.strict()
    for notice in request.notices:
        click.echo(str(notice), err=True)
    results = service.search(query)
    if as_json:
        body = result_json(results, request, service.vocabularies)
        click.echo(json.dumps(body, ensure_ascii=False))
    else:
        click.echo("\n".join(_result_lines(results, request, service.vocabularies)))


@click.command()
@folders
@click.argument("text", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
def analyze(text: tuple[str, ...], lang: str) -> None:
    """Show the terms that a text turns into, and why.

    A line is the word as it is compared when quoted, the term, and what made it.
    """
    analyzer = load_analyzer(chosen_settings().stopwords)
    for term in analyzer.terms(normalise(" ".join(text)), lang):
        why = "stop word" if term.stem is None else f"{analyzer.rung}, {lang}"
        stem = (term.stem or "-").removeprefix(f"{lang}:")
        click.echo(f"{term.surface}\t{stem}\t{why}")


@click.command()
@folders
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def inspect(files: tuple[Path, ...], as_json: bool) -> None:
    """Show what the indexer makes of files, without indexing them.

    A sidecar beside a file is heeded. A file that cannot be read is a line with warnings.
    """
    for file in files:
        if not file.exists():
            raise CorpusError(f"There is no file {file}. Check the path given.")
    settings = chosen_settings()
    vocabularies = load_vocabularies(settings.vocabularies)
    for inspected in inspect_files(files, settings, vocabularies, date.today()):
        body = inspection_json(inspected, vocabularies)
        click.echo(json.dumps(body, ensure_ascii=False) if as_json else _summary(body))
        sys.stdout.flush()


def _parameters(
    words: tuple[str, ...], limit: str | None, options: Mapping[str, Any]
) -> dict[str, list[str]]:
    many = {name: list(options[f"many_{name}"]) for name in FACETS}
    single = {name: options[f"one_{name}"] for name in _SINGLE} | {"size": limit}
    one = {name: [value] for name, value in single.items() if value is not None}
    return {"q": [" ".join(words)], **many, **one}


def _result_lines(
    results: ResultSet, request: Request, vocabularies: Vocabularies
) -> Iterable[str]:
    query = request.query
    if results.relaxed:
        yield "No document has all the words; these have some of them."
    yield f"{results.total} documents ({results.took_ms:.0f} ms)"
    if results.suggestion:
        yield f"Did you mean: {results.suggestion}"
    for place, hit in enumerate(results.hits, start=1 + (query.page - 1) * query.size):
        yield f"\n{place}. {hit.title}  [{hit.id}]"
        yield f"   {_about(hit, vocabularies)}"
        for snippet in hit.snippets:
            text = "".join(click.style(part.text, bold=part.match) for part in snippet.parts)
            yield f"   {f's. {snippet.page}: ' if snippet.page else ''}{text}"
        for said, same_text in (("The same text", True), ("Nearly the same text", False)):
            if others := [one.id for one in hit.also_in if one.same_text is same_text]:
                yield f"   {said}: {', '.join(others)}"


def _about(hit: Hit, vocabularies: Vocabularies) -> str:
    places = [vocabularies.label("region", one, LANGUAGES[0]) for one in hit.regions]
    when = [str(hit.date)] if hit.date else [str(year) for year in hit.years]
    kind = vocabularies.label("kind", hit.kind, LANGUAGES[0])
    return " · ".join(filter(None, (kind, ", ".join(places), ", ".join(when))))


def _summary(body: Mapping[str, Any]) -> str:
    """A record for reading."""
    lines = [
        f"{body['path']}: {body['title']}",
        f"  id          {body['id']}",
        f"  kind        {body['kind_narrower'] or body['kind']}, language {body['language']}",
        f"  date        {body['date']}, years {', '.join(map(str, body['years'])) or 'not known'}",
    ]
    for key in ("regions", "municipalities", "networks", "themes"):
        lines += [_assigned(key, one) for one in body[key]]
    characters = f"{len(body['text'])} characters"
    lines.append(f"  text        {len(body['sections'])} sections, {characters}")
    lines += [f"  removed     {one['reason']}: {one['text'][:60]!r}" for one in body["removed"]]
    lines += [f"  warning     {warning}" for warning in body["warnings"]]
    return "\n".join(lines)


def _assigned(key: str, one: Mapping[str, Any]) -> str:
    evidence = one["evidence"]["text"] if one["evidence"] else one["source"]
    return f"  {key:<11} {one['label']} ({one['score']:.2f}): {evidence[:80]}"
