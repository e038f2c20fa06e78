"""The door: the only names that ``search_app`` may import, loaded when first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import (
        EngineError,
        IndexMismatchError,
        LoistohakuError,
        NoIndexError,
        QueryError,
        SettingsError,
    )
    from .json_bodies import record_json, result_json

_HOMES = {
    "EngineError": "errors",
    "IndexMismatchError": "errors",
    "LoistohakuError": "errors",
    "NoIndexError": "errors",
    "QueryError": "errors",
    "SettingsError": "errors",
    "record_json": "json_bodies",
    "result_json": "json_bodies",
}

__all__ = [
    "EngineError",
    "IndexMismatchError",
    "LoistohakuError",
    "NoIndexError",
    "QueryError",
    "SettingsError",
    "record_json",
    "result_json",
]


def __getattr__(name: str) -> Any:
    """Import a name from its home at its first use (PEP 562), so that the door costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value
