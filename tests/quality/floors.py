"""Pinned floors: TOML tables of figures that may rise, and sink only when told to."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Any

import tomli_w

Figures = Mapping[str, Any]
"""Figures by name, in tables as deep as need be."""


def load(file: Path) -> dict[str, Any]:
    """The floors as they are pinned."""
    return tomllib.loads(file.read_text("utf-8"))


def pin(file: Path, reached: Figures, *, lower: bool) -> None:
    """Write what was reached, cut to three decimals; without ``lower`` no floor sinks."""
    text = file.read_text("utf-8")
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    file.write_text(head + tomli_w.dumps(_merged(tomllib.loads(text), reached, lower)), "utf-8")


def _merged(pinned: Figures, reached: Figures, lower: bool) -> dict[str, Any]:
    merged = dict(pinned)
    for name, value in reached.items():
        if isinstance(value, Mapping):
            merged[name] = _merged(pinned.get(name, {}), value, lower)
        else:
            least = floor(value * 1000) / 1000
            merged[name] = least if lower else max(least, pinned.get(name, 0.0))
    return merged
