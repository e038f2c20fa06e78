"""The verbs of the terminal that need no web."""

from __future__ import annotations

import click

from .corpus import add, restore, withdraw
from .evaluation import evaluate
from .frame import Failure, Program, chosen_settings, folders
from .indexing import check, rebuild, rollback, status
from .searching import analyze, inspect, search

__all__ = ["Failure", "chosen_settings", "folders", "terminal"]


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="loistohaku")
@folders
def terminal() -> None:
    """Loistohaku: search development documents of early childhood education."""


for _command in (
    *(rebuild, status, check, rollback, add, withdraw, restore),
    *(search, inspect, analyze, evaluate),
):
    terminal.add_command(_command)
