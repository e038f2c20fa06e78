"""Every engine runs the contract's tests: a new engine is a new row of ``ENGINES``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.engines import Engine
from indexer.engines.whoosh.engine import WhooshEngine

ENGINES: dict[str, Callable[[Path], Engine]] = {"whoosh": WhooshEngine}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine without any generation."""
    return ENGINES[request.param](tmp_path / "index")


@pytest.fixture(scope="module", params=ENGINES)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine for a module's tests that only read."""
    return ENGINES[request.param](tmp_path_factory.mktemp("shared") / "index")
