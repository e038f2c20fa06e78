"""Commands for the index: rebuild, rollback, status, check."""

from __future__ import annotations

import json
from typing import Any

import click

from ..across import told_lines
from ..installation import Installation, is_current, open_installation
from ..rebuild import rebuild as run_rebuild
from ..rebuild import roll_back
from ..run_report import RunReport
from ..status import check as run_check
from ..status import status as read_status
from .frame import Failure, chosen_settings, folders
from .progress import TerminalProgress

FEW = 20
"""How many failures and warnings are told on the terminal; the report has all."""

FEW_GROUPS = 5
"""The same for sites whose lines were cut, and for groups of twins."""


@click.command()
@folders
@click.option("--full", is_flag=True, help="Parse and enrich every document anew.")
@click.option("--allow-loss", is_flag=True, help="Promote however many documents were lost.")
@click.option("--if-needed", is_flag=True, help="Only where no index of this program stands.")
@click.option("--json", "as_json", is_flag=True, help="Print the run report as JSON.")
def rebuild(full: bool, allow_loss: bool, if_needed: bool, as_json: bool) -> None:
    """Bring the index up to the corpus: parse what changed, build, validate, promote.

    The old index serves until the new one is found sound. Files that cannot be read are named
    and cost nothing but themselves.
    """
    installation = open_installation(chosen_settings())
    if if_needed and is_current(installation):
        _say(f"The index {installation.settings.index} is up to date with this program.", as_json)
        return
    with TerminalProgress() as progress:
        report = run_rebuild(installation, full, allow_loss, progress)
    if as_json:
        click.echo(json.dumps(report.body(), ensure_ascii=False))
    else:
        _tell_report(report, installation)


@click.command()
@folders
def rollback() -> None:
    """Serve the generation before the one that serves; withdrawn documents stay withdrawn."""
    before, after = roll_back(open_installation(chosen_settings()))
    click.echo(f"Generation {after} serves instead of {before}. The next rebuild builds anew.")


@click.command()
@folders
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def status(as_json: bool) -> None:
    """Tell what serves, what the last rebuild did, and whether the corpus has changed since."""
    state = read_status(open_installation(chosen_settings()))
    if as_json:
        click.echo(json.dumps(state, ensure_ascii=False))
    else:
        click.echo("\n".join(_status_lines(state)))


@click.command()
@folders
def check() -> None:
    """Verify the serving index bit by bit, and that every file of the corpus can be read."""
    damaged, notes = run_check(open_installation(chosen_settings()))
    for line in notes:
        click.echo(f"note: {line}")
    for line in damaged:
        click.echo(f"damaged: {line}")
    if damaged:
        raise Failure(
            f"{len(damaged)} damaged. Run `loistohaku rebuild` for the index, "
            "`loistohaku rollback` to serve the generation before it; mend the files named above."
        )
    click.echo("The index and the corpus are sound.")


def _say(line: str, on_stderr: bool) -> None:
    click.echo(line, err=on_stderr)


def _tell_report(report: RunReport, installation: Installation) -> None:
    failed = [f"failed: {one.path} {one.reason}" for one in report.failures]
    warned = [f"warning: {path}: {one}" for path, told in report.warnings.items() for one in told]
    for line in (*failed[:FEW], *warned[:FEW], *(f"purged: {path}" for path in report.purged)):
        click.echo(line, err=True)
    if max(len(failed), len(warned)) > FEW:
        click.echo(
            f"{len(failed)} failed, {len(warned)} warnings: `loistohaku status --json` has all.",
            err=True,
        )
    for line in told_lines(report.site_lines, report.twins, FEW_GROUPS):
        click.echo(line)
    if not report.documents:
        click.echo(
            f"The corpus {installation.settings.corpus} has no documents yet: the index is empty."
        )
    click.echo(
        f"Generation {report.generation} serves {report.documents} documents: {report.added} "
        f"added, {report.changed} changed, {report.unchanged} unchanged, {report.removed} "
        f"removed, {len(report.failures)} failed; {report.took_s:.1f} s."
    )


def _status_lines(state: dict[str, Any]) -> list[str]:
    if state["generation"] is None:
        lines = ["Nothing has been indexed yet. Run `loistohaku rebuild`."]
    else:
        lines = [
            f"Generation   {state['generation']}, {state['documents']} documents, "
            f"built {state['built_at']}",
            f"Kept         {', '.join(state['generations'])}",
        ]
        if not state["searchable"]:
            lines.append("             built by another version: run `loistohaku rebuild`")
    return [*lines, *_corpus_lines(state), *_run_lines(state["last_run"]), *_size_lines(state)]


def _corpus_lines(state: dict[str, Any]) -> list[str]:
    changed = {
        True: "changed since the index was built",
        False: "as it was indexed",
        None: state["corpus_problem"] or "not indexed yet",
    }
    lines = [
        f"Engine       {state['engine']}, analyser {state['analyser']}",
        f"OCR          {state['ocr'] or 'not installed: scanned pages cannot be searched'}",
        f"Corpus       {state['corpus']}: {changed[state['corpus_changed']]}",
    ]
    if state["withdrawn"]:
        lines.append(f"Withdrawn    {', '.join(state['withdrawn'])}")
    return lines + [f"Failed       {one['path']} {one['reason']}" for one in state["failures"]]


def _run_lines(run: dict[str, Any] | None) -> list[str]:
    if run is None:
        return ["Last run     none"]
    lines = [f"Last run     {run['started']}: {run['outcome']}, {run['took_s']} s"]
    return lines + [f"             {problem}" for problem in run["problems"]]


def _size_lines(state: dict[str, Any]) -> list[str]:
    sizes = (f"{name} {size / 1e6:.1f} MB" for name, size in state["bytes"].items())
    return [f"Size         {', '.join(sizes)}"]
