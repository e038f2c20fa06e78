"""Commands for the corpus: add, withdraw, restore."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ..errors import CorpusError
from ..installation import hide_withdrawn, open_installation
from ..models import StaffMetadata
from ..sidecar import read_value
from ..vocabulary import Vocabularies
from .frame import chosen_settings, folders

FILE = click.Path(path_type=Path, readable=False)


@click.command()
@folders
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--title", help="The title, where the file's own will not do.")
@click.option("--url", help="Where the document stands on the web.")
@click.option("--date", help="The date of publication: 2021, 2021-11 or 2021-11-12.")
@click.option("--kind", help="What it is: blog, report, presentation ...")
@click.option("--region", multiple=True, help="A region that it is about; may be repeated.")
@click.option("--municipality", multiple=True, help="A municipality; may be repeated.")
@click.option("--theme", multiple=True, help="A theme; may be repeated.")
@click.option("--lang", help="Its language: fi, sv, en or se.")
@click.option("--rights", help="Who holds the rights, and what others may do with it.")
@click.option("--link-only", is_flag=True, help="Link to the original at --url; do not serve it.")
@click.option("--replace", is_flag=True, help="Put it in the place of a file of the same name.")
def add(files: tuple[Path, ...], replace: bool, **options: Any) -> None:
    """Put files into the corpus, each with a sidecar; the next rebuild indexes them.

    What is not given is read from the documents. Names and ids are both taken for regions,
    themes and kinds.
    """
    if len(files) > 1 and (options["title"] or options["url"]):
        raise click.UsageError("--title and --url belong to one file. Add the files one by one.")
    installation = open_installation(chosen_settings())
    staff = _staff(options, installation.vocabularies)
    installation.store.check_addable(files, replace)
    for file in files:
        click.echo(f"{file.name}: added with the id {installation.store.add(file, staff, replace)}")
    if options["link_only"] and not options["url"]:
        click.echo(
            "warning: with --link-only readers need the address of the original. Unless the "
            "document tells it, write url in its sidecar, or add it again with --replace --url.",
            err=True,
        )
    click.echo("Run `loistohaku rebuild`, or wait for the night, to find them.", err=True)


@click.command()
@folders
@click.argument("identifier", metavar="ID")
@click.option("--reason", help="Why, for the staff.")
def withdraw(identifier: str, reason: str | None) -> None:
    """Take a document out of search at once; `restore` brings it back, for 30 days.

    After the days that `restore_days` in the settings names the nightly rebuild deletes it.
    """
    installation = open_installation(chosen_settings())
    installation.store.withdraw(identifier, reason, datetime.now(UTC))
    hide_withdrawn(installation.store, installation.engine)
    days = installation.settings.restore_days
    click.echo(f"{identifier} is out of search. `loistohaku restore {identifier}` brings it back "
               f"within {days} days; then it is deleted.")  # fmt: skip


@click.command()
@folders
@click.argument("identifier", metavar="ID")
def restore(identifier: str) -> None:
    """Bring a withdrawn document back into search at once."""
    installation = open_installation(chosen_settings())
    installation.store.restore(identifier)
    hide_withdrawn(installation.store, installation.engine)
    click.echo(f"{identifier} may be found again.")


_KEYS = {
    "region": "regions",
    "municipality": "municipalities",
    "theme": "themes",
    "lang": "language",
}


def _staff(options: dict[str, Any], vocabularies: Vocabularies) -> StaffMetadata:
    """What the options say, read as a sidecar is; a wrong value is wrong usage."""
    said: dict[str, Any] = {}
    for option, value in options.items():
        if not value:
            continue
        key = _KEYS.get(option, option)
        try:
            given = list(value) if isinstance(value, tuple) else value
            said[key] = read_value(key, given, vocabularies)
        except CorpusError as error:
            raise click.BadParameter(str(error), param_hint=f"--{option}") from error
    return StaffMetadata(**said)
