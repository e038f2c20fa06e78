"""The old formats kept as they were saved, each with the text that stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

OLD = Path(__file__).parent / "old"
OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
SIGNATURES = {".rtf": rb"{\rtf1", ".doc": OLE_SIGNATURE, ".ppt": OLE_SIGNATURE}


@pytest.mark.parametrize("suffix", SIGNATURES)
def test_each_old_format_has_a_file_with_its_text(suffix: str) -> None:
    (path,) = OLD.glob(f"*{suffix}")
    assert path.read_bytes().startswith(SIGNATURES[suffix])
    assert "ä" in path.with_name(f"{path.name}.txt").read_text("utf-8")
