"""Files are read in the order given, and whatever is none of them is told at once."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from indexer.inspect import inspect_files
from indexer.settings import Settings
from indexer.vocabulary import load_vocabularies


def test_nobody_waits_for_a_pipe_a_device_or_a_folder(tmp_path: Path) -> None:
    pipe, text = tmp_path / "putki.md", tmp_path / "leikki.md"
    os.mkfifo(pipe)
    text.write_text("# Leikki\n\nRyhmä leikki.\n", "utf-8")
    files = [pipe, text, Path("/dev/zero"), tmp_path, tmp_path / "poissa.md"]
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", parse_workers=1)
    found = list(inspect_files(files, settings, load_vocabularies(), date(2026, 11, 1)))
    assert [one.is_read for one in found] == [False, True, False, False, False]
    assert found[1].record.title == "Leikki"
    for one in (found[0], found[2], found[3]):
        assert one.record.warnings == ("is a folder, a pipe or a device; name a file",)
    assert "not there" in found[4].record.warnings[0]
