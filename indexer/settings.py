"""Settings: frozen, from ``loistohaku.toml`` and ``LOISTOHAKU_*`` variables."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from .errors import SettingsError

FILE_NAME = "loistohaku.toml"
PREFIX = "LOISTOHAKU_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; a path is resolved against the settings file's folder.

    ``vocabularies`` and ``stopwords`` are None where the lists that ship with the program are
    used; folders of these names beside ``loistohaku.toml`` replace them.
    """

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    vocabularies: Path | None = None
    stopwords: Path | None = None
    keep_generations: int = 3
    max_lost_share: float = 0.1
    parse_seconds: int = 120
    parse_memory_mb: int = 2048
    parse_workers: int = 2
    restore_days: int = 30
    page_size: int = 10
    site_name: str = "Loistohaku"


def load_settings(
    file: Path | None = None, environ: Mapping[str, str] | None = None, **overrides: Any
) -> Settings:
    """Read the settings: defaults, then the file, then the environment, then ``overrides``.

    Without ``file`` the ``loistohaku.toml`` of the working folder is read where there is one.
    Overrides that are None count as not given. Raises SettingsError for an unknown name or a
    value of the wrong type.
    """
    environ = os.environ if environ is None else environ
    path = file or Path(FILE_NAME)
    if file is not None and not file.is_file():
        raise SettingsError(f"There is no settings file {file}. Check the path given.")
    base = path.resolve().parent
    values = _from_file(path) if path.is_file() else {}
    settings = Settings(
        corpus=base / "corpus",
        index=base / "index",
        vocabularies=_folder_beside(path, "vocabularies"),
        stopwords=_folder_beside(path, "stopwords"),
    )
    settings = _apply(settings, values, f"in {path}", base)
    settings = _apply(settings, _from_environment(environ), "in the environment", Path.cwd())
    given = {name: value for name, value in overrides.items() if value is not None}
    return _checked(_apply(settings, given, "given", Path.cwd()))


def _folder_beside(file: Path, name: str) -> Path | None:
    folder = file.resolve().parent / name
    return folder if file.is_file() and folder.is_dir() else None


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}. Correct it.") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    names = {field.name for field in fields(Settings)}
    found = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in environ.items()
        if key.startswith(PREFIX)
    }
    return {name: value for name, value in found.items() if name in names}


def _apply(settings: Settings, values: Mapping[str, Any], where: str, base: Path) -> Settings:
    known = {field.name: field.type for field in fields(Settings)}
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(
                f"Unknown setting {name!r} {where}. Known settings: {', '.join(sorted(known))}."
            )
        changed[name] = _converted(name, str(known[name]), value, where, base)
    return replace(settings, **changed)


def _converted(name: str, kind: str, value: Any, where: str, base: Path) -> Any:
    try:
        if kind.startswith("Path"):
            return base / Path(value).expanduser()
        if kind == "int" and not isinstance(value, bool):
            return int(value)
        if kind == "float" and not isinstance(value, bool):
            return float(value)
        if kind == "str" and isinstance(value, str):
            return value
    except (TypeError, ValueError):
        pass
    raise SettingsError(f"Setting {name} {where} must be of type {kind}, not {value!r}.")


def _checked(settings: Settings) -> Settings:
    for name, kind in Settings.__annotations__.items():
        if kind == "int" and getattr(settings, name) < 1:
            raise SettingsError(f"Setting {name} must be 1 or more.")
    if not 0 <= settings.max_lost_share <= 1:
        raise SettingsError("Setting max_lost_share must lie between 0 and 1.")
    if settings.index.resolve().is_relative_to(settings.corpus.resolve()):
        raise SettingsError(
            f"The index {settings.index} lies in the corpus {settings.corpus}, and would become "
            "part of it. Name a folder beside the corpus with --index."
        )
    return settings
