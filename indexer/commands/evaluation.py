"""The command that measures search against a judged collection."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..errors import CorpusError
from ..evaluate import (
    Ranked,
    judged_index,
    read_documents,
    read_grades,
    read_queries,
    run_query,
    scores,
    trec_lines,
)
from ..files import write_atomically
from ..vocabulary import LANGUAGES
from .frame import chosen_settings, folders
from .progress import TerminalProgress

FILE = click.Path(path_type=Path, readable=False)


@click.command()
@folders
@click.option("--docs", required=True, type=FILE, help="JSON lines {id, text[, title]}.")
@click.option("--queries", required=True, type=FILE, help="Lines `id<tab>text`.")
@click.option("--qrels", required=True, type=FILE, help="Lines `query 0 document grade` (TREC).")
@click.option("--lang", type=click.Choice(LANGUAGES), help="All documents' language.")
@click.option("--run", type=FILE, help="Write a TREC run file there.")
@click.option("--limit", type=click.IntRange(1, 1000), default=100, show_default=True,
              help="How many results to ask for.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(
    docs: Path, queries: Path, qrels: Path, lang: str | None, run: Path | None, limit: int,
    as_json: bool,
) -> None:  # fmt: skip
    """Index a judged collection aside, run every query, and print how well it was searched.

    nDCG@10 gains 2^grade - 1; MRR looks at the first 10, recall at the first 100. Without
    --lang the language is detected by document.
    """
    texts, grades = read_queries(queries), read_grades(qrels)
    records = list(read_documents(docs, lang))
    if not records:
        raise CorpusError(f"{docs} has no documents. Give a file of JSON lines.")
    ranked: list[Ranked] = []
    with TerminalProgress() as progress:
        told = iter(range(1, len(records) + 1))
        with judged_index(
            records, chosen_settings(), lambda: progress("Indexing", next(told), len(records))
        ) as service:
            for done, (identifier, text) in enumerate(texts.items(), start=1):
                ranked.append(run_query(service, identifier, text, limit, lang or LANGUAGES[0]))
                progress("Searching", done, len(texts))
    if run is not None:
        write_atomically(run, "".join(line for one in ranked for line in trec_lines(one)).encode())
    found = scores(ranked, grades)
    if as_json:
        click.echo(json.dumps({
            "queries": found.queries, "ndcg@10": round(found.ndcg_10, 4),
            "mrr@10": round(found.mrr_10, 4), "recall@100": round(found.recall_100, 4),
        }))  # fmt: skip
        return
    click.echo(f"queries     {found.queries}")
    click.echo(f"nDCG@10     {found.ndcg_10:.4f}")
    click.echo(f"MRR@10      {found.mrr_10:.4f}")
    click.echo(f"recall@100  {found.recall_100:.4f}")
