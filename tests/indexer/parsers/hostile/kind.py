"""What a hostile file is to the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file's name, what makes its bytes, and what must be told of it.

    ``make`` takes the address that the file tries to have fetched. ``reason`` is searched in the
    error that it costs; where it is empty, the file may be read, but within the limits.
    """

    name: str
    make: Callable[[str], bytes]
    reason: str = ""


def always(data: bytes) -> Callable[[str], bytes]:
    """A maker of bytes that name no address."""
    return lambda _outside: data
