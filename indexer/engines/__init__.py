"""Engines that hold the index, behind one Protocol (``base``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Engine, GenerationWriter

if TYPE_CHECKING:
    from ..settings import Settings

__all__ = ["Engine", "GenerationWriter", "open_engine"]


def open_engine(settings: Settings) -> Engine:
    """The engine that the settings name; today the embedded one."""
    from .whoosh.engine import WhooshEngine

    return WhooshEngine(settings.index)
