"""The report of a rebuild can be written and read, whatever it tells of."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from indexer.run_report import Outcome, RunReport, last_report, save_report


def test_a_folder_named_in_other_letters_than_utf8_can_be_reported(tmp_path: Path) -> None:
    report = RunReport(datetime(2026, 11, 1, tzinfo=UTC))
    report.end(Outcome.FAILED, [f"There is no folder {os.fsdecode(b'p' + bytes([0xE4]))}."])
    save_report(tmp_path, report)
    found = last_report(tmp_path)
    assert found is not None
    assert found["problems"] == [f"There is no folder {os.fsdecode(b'p' + bytes([0xE4]))}."]
