"""A build killed with -9 at any moment leaves the old generation serving."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.engines.whoosh.engine import WhooshEngine

from ..records import engine_with, found, record, serve

ROOT = Path(__file__).parents[4]
BUILD = """
import sys
from pathlib import Path
from tests.indexer.engines.records import build, record
from indexer.engines.whoosh.engine import WhooshEngine
engine = WhooshEngine(Path(sys.argv[1]))
documents = [record(f"uusi{n}", "Uusi", "sana " * 40, years=[2020]) for n in range(60)]
print("ready", flush=True)
while True:
    name = build(engine, documents)
    engine.promote(name)
    engine.prune(1)
"""


@pytest.mark.parametrize("after", [0.0, 0.03, 0.06, 0.1, 0.15, 0.21, 0.28, 0.36])
def test_a_killed_build_is_never_seen(tmp_path: Path, after: float) -> None:
    engine = engine_with(tmp_path, [record("vanha", text="sana")])
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, str(tmp_path / "index")],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
    for reader in (engine, WhooshEngine(tmp_path / "index")):
        assert found(reader, "sana") in ({"vanha"}, {f"uusi{number}" for number in range(60)})
        assert reader.check() == ()
    serve(engine, [record("seuraava", text="sana")])
    engine.prune(1)
    assert found(engine, "sana") == {"seuraava"}
    assert [path.name for path in (tmp_path / "index/generations").iterdir()] == [
        engine.generations()[0].generation
    ]
