"""What all commands share: the folders they work on, and how an error looks."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..errors import LoistohakuError, QueryError
from ..settings import Settings, load_settings

Function = TypeVar("Function", bound=Callable[..., Any])

DEBUG = "LOISTOHAKU_DEBUG"
"""The variable that lets an unexpected error show where it came from."""

_OPTIONS = f"{__name__}.options"


class Failure(click.ClickException):
    """Something that is the world's: one line on stderr, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - the signature is click's
        """Print the one line."""
        click.echo(f"loistohaku: {' '.join(self.message.split())}", err=True)


class WrongUsage(Failure):
    """Something the caller got wrong: one line on stderr, exit code 2."""

    exit_code = 2


class Program(click.Group):
    """The group of all commands; no error leaves it as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except QueryError as error:
            raise WrongUsage(str(error)) from error
        except LoistohakuError as error:
            raise Failure(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get(DEBUG) or getattr(error, "errno", None) == errno.EPIPE:
                raise
            raise Failure(_unexpected(error)) from error


def folders(command: Function) -> Function:
    """Give a command ``--corpus``, ``--index`` and ``--settings``, wherever they are written."""
    for name, help_text in (
        ("settings", "The settings file (default: loistohaku.toml here)."),
        ("index", "The folder of the index."),
        ("corpus", "The folder of the documents."),
    ):
        command = click.option(
            f"--{name}",
            type=click.Path(path_type=Path, readable=False),
            expose_value=False,
            callback=_keep,
            help=help_text,
        )(command)
    return command


def chosen_settings(**overrides: Any) -> Settings:
    """The settings that the options of the running command choose. Raises SettingsError."""
    chosen = dict(click.get_current_context().meta.get(_OPTIONS, {}))
    return load_settings(chosen.pop("settings", None), **chosen, **overrides)


def _keep(context: click.Context, option: click.Parameter, value: Path | None) -> None:
    """Note a folder; what stands after the command wins over what stands before it."""
    if value is not None:
        context.meta.setdefault(_OPTIONS, {})[option.name] = value


def _unexpected(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error}. Check the rights and the space on the disk."
    return (
        f"An unexpected error ({type(error).__name__}: {error}). Nothing that served is changed. "
        f"Set {DEBUG}=1 and run it again to see where it comes from."
    )
