"""What staff alone must see to stands in the report of a rebuild and in what inspect tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.commands import terminal


def test_an_identity_code_is_told_to_staff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    file = tmp_path / "corpus" / "tunnus.md"
    file.write_text("# Tunnus\n\nLapsen tunnus on 131052-308T.\n", "utf-8")
    report = json.loads(CliRunner().invoke(terminal, ["rebuild", "--json"]).stdout)
    seen = json.loads(CliRunner().invoke(terminal, ["inspect", str(file), "--json"]).stdout)
    for told in (report["warnings"]["tunnus.md"], seen["warnings"]):
        assert [one for one in told if one.startswith("identity_code: ")]
        assert "131052" not in "".join(told)
